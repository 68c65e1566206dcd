/** What a sentence about training asks for: an offer of the centre's, a track, a seat, to leave, figures, or what there is. Pure. */

import { referencesIn } from '../understanding/arguments.ts'
import { fold } from '../understanding/fold.ts'
import { offersTraining, workshopWord } from '../understanding/offers.ts'

export type Heard =
  | { kind: 'track'; name: string }
  | { kind: 'offer'; said: string }
  | { kind: 'figures' | 'feedback' | 'who' | 'cancel' | 'change' | 'leave' | 'enrol' | 'mine' | 'browse' }

const asked =
  '(?:(?:please|kindly|can you|could you|we want to|i want to|i would like to|we would like to|يرجي|نرجو|الرجاء|ارجو|اريد|نريد|نود|ابي|نبي|ابغي|نبغي|ودي|لو سمحتم|لو سمحت) )*'
/** Said to the centre's own wing, whatever adds a workshop offers it. */
const adds = new RegExp(
  `^${asked}(?:add|create|new|set up|schedule|اضف|اضيفوا|اضافه|نضيف|اضيف|ضيف|حط)(?: (?:a|an|the|another|new|لنا|لي))* ${workshopWord}(?: تدريبيه| جديده)*(?![\\p{L}])`,
  'u',
)
const tracks = new RegExp(
  `^${asked}(?:(?:add|create|new|open)(?: (?:a|an|the|new|another|training))* track\\b|(?:اضف|اضيفوا|اضافه|نضيف|اضيف|افتح|انشي|ضيف|حط)(?: لنا| لي)? (?:ال)?مسار(?:ا)?(?: (?:تدريبي|تدريبيا|جديد|جديدا))*(?= |:|$))`,
)

/** A sentence of a track that is added begins so; what stands behind is its name. */
const trackNamed =
  /^[\s\S]*?(?:\btrack\b|(?:^|\s)(?:ال)?مسار(?:اً|ًا|ا)?(?:\s+(?:تدريبي|تدريبياً|جديد|جديداً|تدريبيا|جديدا))*)\s*(?:(?:called|named|for|on|in|باسم|بعنوان|اسمه|في)\s+)?[:：]?\s*/iu

export function heardTraining(text: string): Heard {
  const f = fold(text)
    .replace(/^\/?training\b/, '')
    .trim()
  if (tracks.test(f))
    return {
      kind: 'track',
      name: text
        .replace(trackNamed, '')
        .replace(/[.،,]+\s*$/, '')
        .trim(),
    }
  if (offersTraining(text) || (adds.test(f) && !/\bw-\d/.test(f))) return { kind: 'offer', said: text }
  const named = referencesIn(text).some(r => r.startsWith('W-'))
  if (
    /\b(?:figures|statistics|stats|numbers|demand|no.?shows?|never (?:been )?trained|not been trained|untrained|how many (?:people|seats|officers) (?:are|were|have))\b|احصا|ارقام التدريب|الاقبال علي|تغيبوا|تخلفوا|لم يتدرب|ما تدرب|لم يلتحق/.test(
      f,
    )
  )
    return { kind: 'figures' }
  if (
    /\b(?:feedback|ratings?|evaluation|what (?:did )?(?:people|they) th(?:ink|ought))\b|تقييم|اراء المشاركين|راي المشاركين|ملاحظات المشاركين/.test(
      f,
    )
  )
    return { kind: 'feedback' }
  if (
    /\bwho (?:is|has|are|came|enrolled|attended|signed|waits)\b|\b(?:attendance|participants|waiting list of)\b|من سجل|منو سجل|المسجلين|المسجلون|اسماء|من حضر|منو حضر|الحضور في|كشف/.test(
      f,
    ) &&
    !/\bmy\b/.test(f)
  )
    return { kind: 'who' }
  if (
    /\b(?:call off|cancel|scrap)\b.{0,20}\b(?:workshop|course|training|w-\d)|(?:^|\s)(?:الغ|الغوا|الغاء|نلغي|كنسل|كنسلوا)\s(?:ال)?(?:ورشه|دوره|w-)/.test(
      f,
    ) &&
    !/\b(?:my|me)\b|تسجيلي|مقعدي|حجزي|مشاركتي/.test(f)
  )
    return { kind: 'cancel' }
  if (
    /\b(?:change|edit|update|move|reschedule|increase|reduce|raise|more seats|set)\b|(?:^|\s)(?:عدل|عدلوا|تعديل|غير|غيروا|زد|زيدوا|زياده|انقل|انقلوا|خفض|قلل|ارفع)\s/.test(
      f,
    ) &&
    (named || /workshop|course|training|seats|ورش|دور|مقاعد|مقعد/.test(f))
  )
    return { kind: 'change' }
  if (
    /\b(?:withdraw|leave|drop out|drop me|pull out|take me off|remove me|unenrol|unenroll|give up my|can(?:no|')?t (?:come|attend|make)|no longer (?:attend|come)|cancel my)\b|انسحب|انسحاب|اسحبوني|الغ تسجيلي|الغوا تسجيلي|الغاء تسجيلي|شيلوني|شيلوا اسمي|احذفوا اسمي|لن اتمكن|ما اقدر احضر|ماقدر احضر|ما بحضر|لن احضر|اعتذر عن|ما ابي الورشه|اترك مقعدي|كنسلوا تسجيلي/.test(
      f,
    )
  )
    return { kind: 'leave' }
  if (
    /\b(?:enrol|enroll|enrolling|sign (?:me|us|up|my|him|her)|register|book|reserve|put (?:me|us|my)|add (?:me|us|my)|join|i want to attend|i would like to attend|count me in|save me)\b|سجل|اسجل|نسجل|تسجيل|احجز|نحجز|حجز|اشترك|انضم|ابي احضر|اريد حضور|اود حضور|ودي احضر|ابغي احضر|حطوني|ضيفوني|اضيفوني|التحق/.test(
      f,
    ) &&
    !asksWhat.test(f)
  )
    return { kind: 'enrol' }
  return { kind: 'browse' }
}
/** A question for what there is, though it speaks of enrolling: "which workshops can I enrol in?" */
const asksWhat =
  /^(?:what|which|when|where|is there|are there|any|show|list|how many|ما|ماذا|متي|هل|شنو|وش|ايش|اي|اعرض|ورني|كم|وين|في ورش|فيه|عندكم) ?.*(?:\?|؟|workshop|training|course|ورش|تدريب|دور|تسجيل|مقاعد)/
