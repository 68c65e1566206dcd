/** What a sentence about training asks for: an offer of the centre's, a track, a seat, to leave, figures, one's own record, or what there is. Pure. */
import { referencesIn } from '../understanding/arguments.ts'
import { fold } from '../understanding/fold.ts'
import { offersTraining, polite, workshopWord } from '../understanding/offers.ts'

export type Heard =
  | { kind: 'track'; name: string }
  | { kind: 'offer'; said: string }
  | { kind: 'figures' | 'feedback' | 'who' | 'cancel' | 'change' | 'leave' | 'mine' | 'enrol' | 'browse' | 'absent' | 'sheet' }

/** Said to the centre's own wing, whatever adds a workshop offers it. */
const adds = new RegExp(
  `^${polite}(?:add|create|new|set up|schedule|اضف|اضيفوا|اضافه|نضيف|اضيف|ضيف|حط)(?: (?:a|an|the|another|new|لنا|لي))* ${workshopWord}(?: تدريبيه| جديده)*(?![\\p{L}])`,
  'u',
)
const addsTrack = new RegExp(
  `^${polite}(?:(?:add|create|new|open|we need)(?: (?:a|an|the|new|another|training))* track\\b|(?:اضف|اضيفوا|اضافه|نضيف|اضيف|افتح|انشي|ضيف|حط|نحتاج)(?: لنا| لي)? (?:ال)?مسارا?(?: (?:تدريبي|تدريبيا|جديد|جديدا))*(?= |:|$))`,
)
/** A sentence of a track that is added begins so; what stands behind is its name. */
const trackLead =
  /^[\s\S]{0,80}?(?:\btrack\b|(?:^|\s)(?:ال)?مسار(?:اً|ًا|ا)?(?:\s(?:تدريبي|تدريبياً|جديد|جديداً|تدريبيا|جديدا)){0,2})\s?(?:(?:called|named|for|on|in|باسم|بعنوان|اسمه|في)\s)?\s?[:：]?/iu

/** Any of these words or beginnings of them; English ones stand by themselves. */
const said = (en: string, ar: string): RegExp => new RegExp(`\\b(?:${en})\\b|${ar}`, 'u')
const mineSaid = /\b(?:my|me)\b|تسجيلي|مقعدي|حجزي|مشاركتي/

/** What each is told by, in the order in which they are looked for; `unless` are words that speak against it. */
const tellings: readonly {
  kind: 'figures' | 'feedback' | 'absent' | 'sheet' | 'who' | 'cancel' | 'leave' | 'mine' | 'enrol'
  by: RegExp
  unless?: RegExp
}[] = [
  {
    kind: 'figures',
    by: said(
      'figures|statistics|stats|training numbers|demand|no.?shows?|(?:never|not) (?:been |yet been )?trained|untrained|(?:have|has) (?:had|done) no training|how many (?:people|officers|certificates) (?:are|were|have|did)|(?:most|which ministries|which organi[sz]ations) .*(?:training|trained|no.?shows?)',
      'احصا|ارقام التدريب|ارقام الورش|(?:ال|اكثر )?اقبالا? علي|(?:^|\\s)(?:من|منو|كم|نسبه|عدد|اسماء|المتغيبون|المتغيبين|الغياب).{0,60}(?:تغيب|غاب|المتغيب|الغياب|ما حضر|لم يحضر).{0,60}(?:ورش|دورات|التدريب|العام|السنه|الشهر)|المتغيب|تخلفوا|لم يتدرب|ما تدرب|ما (?:اخذ|خذا|خذ|اخذوا) .*(?:دوره|ورشه|تدريب)|لم يلتحق|كم شهاده|عدد الشهادات',
    ),
  },
  {
    // Told, and not asked: who came or did not, with names or of everybody.
    kind: 'absent',
    by: said(
      "(?:was|were|is|are) absent|(?:didn'?t|did not) (?:come|attend|show up|turn up|make it)|(?:everybody|everyone|they all|all of them) (?:came|attended|was there|were there|turned up)|mark .* absent",
      '(?:^|\\s)(?:تغيب|تغيبت|تغيبوا|غاب|غابت|غابوا|غايب|غايبه|غايبين)(?=\\s|$)|(?:^|\\s)(?:ما|لم) (?:حضر|حضرت|حضروا|يحضر|تحضر|يحضروا|جا|جت|جوا)(?=\\s|$)|(?:الكل|الجميع|كلهم) (?:حضر|حضروا|جا|جوا)|حضر (?:الكل|الجميع)',
    ),
    unless: /^(?:who|how many|which|من|منو|مين|كم|اي|هل|did|was|were|show|list) |\b(?:i|my)\b|تغيب عن|[?؟]$/,
  },
  {
    kind: 'sheet',
    by: said(
      'attendance(?: sheet| list)?(?: of| for| at)|take (?:the )?attendance|mark (?:the )?attendance|mark who (?:came|was|attended)|sign.?in sheet|who (?:was|were) absent|who (?:did ?n.t|did not) (?:come|attend)',
      '(?:كشف|سجل|قايمه|تسجيل|سجلوا|رصد) (?:ال)?حضور|حضور (?:ال)?(?:ورشه|دوره)|(?:من|منو) (?:غاب|تغيب|ما حضر|لم يحضر)',
    ),
  },
  {
    kind: 'feedback',
    by: said(
      'feedback|ratings?|evaluations?|what (?:did )?(?:people|they) (?:think|thought)|how did (?:people|they) rate',
      'تقييم|قيم المشارك|(?:اراء|راي|ملاحظات) المشاركين',
    ),
  },
  {
    kind: 'who',
    by: said(
      'who (?:is|has|are|came|enrolled|attended|signed|waits)|who attended|attendance|participants|waiting list of',
      'من سجل|منو (?:سجل|مسجل|حضر)|المسجلين|المسجلون|اسماء|من حضر|الحضور في|كشف',
    ),
    unless: /\bmy\b/,
  },
  {
    kind: 'cancel',
    by: /\b(?:call off|cancel|scrap)\b.{0,20}\b(?:workshop|course|training|w-\d)|(?:^|\s)(?:الغ|الغوا|الغاء|نلغي|كنسل|كنسلوا)\s(?:ال)?(?:ورشه|دوره|w-)/,
    unless: mineSaid,
  },
  {
    kind: 'leave',
    by: said(
      "withdraw|leave|drop (?:the|out|me)|free my seat|pull out|take me off|remove me|unenroll?|give up my|can(?:no|')?t (?:come|attend|make)|won'?t (?:come|attend|make)|no longer (?:attend|come)|cancel my",
      'انسحب|انسحاب|اسحبوني|(?:الغ|الغوا|الغاء|كنسلوا) تسجيلي|شيلوني|(?:شيلوا|احذفوا) اسمي|لن اتمكن|ما ?اقدر احضر|ما بحضر|لن احضر|اعتذر عن|ما (?:ابي|ابغي) (?:ال)?(?:ورشه|دوره|احضر)|(?:اترك|نازل عن|اتنازل عن) مقعدي',
    ),
  },
  {
    kind: 'mine',
    by: said(
      'my (?:past |own |next |learning |course )?(?:training|trainings|courses?|workshops?|certificates?|enrolments?|record|history|place|attendance)|(?:am|have|did|do) i|what (?:number|place) am i|i (?:attended|earned|completed|registered for|signed up for)',
      'سجل تدريبي|سجلي التدريبي|تدريبي(?:$| )|دوراتي|ورشي|ورشتي|دورتي|شهاداتي|ترتيبي|رقمي|تسجيلاتي|حضوري|هل (?:انهيت|حضرت|تدربت|حصلت|انا|اسمي|لدي)|انا مسجل|(?:التي|اللي) (?:حضرت|سجلت)',
    ),
  },
  {
    kind: 'enrol',
    by: said(
      'enroll?|enrolling|sign (?:me|us|up|my|him|her)|register|book|reserve|put (?:me|us|my|[\\p{L} ]{2,60}? (?:down|on|in|into))|add [\\p{L} ]{2,60}? to|get [\\p{L} ]{2,60}? (?:on|in|into|onto)|send (?:me|us|my|two|three)|nominate|join|(?:want|like) (?:to attend|a (?:place|seat))|count me in|save me',
      'سجل|تسجيل|احجز|نحجز|حجز|اشترك|انضم|(?:ابي|اريد|اود|ودي|ابغي|حابه?) (?:احضر|حضور)|حطوني|ضيفوني|اضيفوني|دخلوني|التحاق|مقعد لي|رشح|ادرج|مشاركه زميل|(?:يود|تود|يرغب|ترغب|يريد|تريد|يبي|تبي|يبون) (?:ان )?(?:حضور|ي?حضر|تحضر|المشاركه|التسجيل)',
    ),
    // A question for what there is, though it speaks of enrolling: "which workshops can I enrol in?"
    unless:
      /^(?:what|which|when|where|is there|are there|any|show|list|how many|ما|ماذا|متي|هل|شنو|وش|ايش|اي|اعرض|ورني|كم|وين|في ورش|فيه|عندكم) .*(?:workshop|training|course|ورش|تدريب|دور|تسجيل|مقاعد)/,
  },
]

const changes = [
  said(
    'change|edit|update|move|shift|push|bump|postpone|bring forward|reschedule|increase|reduce|lower|cut|raise|extend|more seats|set|keep (?:the )?(?:enrolment|registration) open',
    '(?:^|\\s)(?:عدل|عدلوا|تعديل|غير|غيروا|بدل|بدلوا|زد|زيدوا|زود|زودوا|زياده|انقل|انقلوا|نقل|اجل|اجلوا|مدد|مددوا|تمديد|خفض|خفضوا|قلل|قللوا|نقص|نقصوا|ارفع|ارفعوا|اجعل|اجعلوا|خل|خلوا|خلها)\\s',
  ),
  /\bmake (?:it|the|that|this|w-)\b.*(?:\d|seats?|places)/,
  /\b(?:trainer|place|venue|date|seats|last day)\b.* (?:is|are|has|have|will be)(?: been)? (?:now|changed|moved)\b|\bis now (?:given|led|taught|held|on|at|in)\b/,
  /(?:مدرب|مكان|موعد|تاريخ|مقاعد|قاعه).*\s(?:صار|صارت|اصبح|اصبحت|تغير|تغيرت|الحين)\s/,
]
const workshopNamed = /workshop|course|training|seats|places|enrolment|registration|trainer|ورش|دور|مقاعد|مقعد|تسجيل|مدرب/

/** What speaks of a change and asks for none: "has the place of the course changed?" */
const questions = /^(?:what|which|when|where|who|has|have|did|is|are|do|does|ما|متي|اين|وين|هل|كم|شنو|من|منو) /
const unchanged: ReadonlySet<string> = new Set(['figures', 'feedback', 'leave', 'absent'])

export function heardTraining(text: string): Heard {
  const f = fold(text).trim()
  if (addsTrack.test(f)) return { kind: 'track', name: nameBehind(text) }
  const named = referencesIn(text).some(r => r.startsWith('W-'))
  if (offersTraining(text) || (adds.test(f) && !named)) return { kind: 'offer', said: text }
  const found = tellings.find(t => t.by.test(f) && !t.unless?.test(f))
  // "Change the workshop's seats": whoever gives one up says so in other words.
  const asksChange = changes.some(c => c.test(f)) && (named || workshopNamed.test(f))
  if (asksChange && !(found && unchanged.has(found.kind)) && !questions.test(f)) return { kind: 'change' }
  return { kind: found?.kind ?? 'browse' }
}

function nameBehind(text: string): string {
  let name = text.replace(trackLead, '').trim()
  while (/[.،,\s]$/.test(name)) name = name.slice(0, -1)
  return name
}
