/** What a sentence says of coming to a meeting: that I come, that I do not, who comes in my place; or that it asks who does. Pure. */
import { fold } from '../understanding/fold.ts'

export type HeardAttendance =
  /** `name` is whoever is said to come, as written; null where nobody is named. */
  { kind: 'yes' } | { kind: 'no' } | { kind: 'other'; name: string | null } | { kind: 'send' } | { kind: 'list' }

const sends =
  /\b(?:send|issue|mail)\b.*\binvit|\binvite (?:everyone|everybody|the members|all)\b|(?:ارسل|ارسال|ارسلوا|نرسل|وجه|توجيه|وجهوا|طرش)\S*\s+(?:\S+\s+)?(?:ال)?دعو/u
const asks =
  /\b(?:who|how many|which|list|show)\b|^attendance\b|[?]$|(?:^|\s)(?:من (?:سيحضر|يحضر|لم|حضر|الذي|الذين|ياتي|سياتي)|منو|مين|كم|اعرض|هل|قايمه|كشف|حاله)(?:\s|$)|؟$/u
const inPlace =
  /\b(?:instead of me|in my place|on my behalf|in my stead|for me|represent(?:s|ing)? (?:me|us)|replac(?:e|es|ing) me|instead of us|substitute|somebody else|someone else)\b|بدل(?:ا)? (?:مني|عني|منا|عنا)|نيابه ع(?:ني|نا)|مكاني|مكاننا|عوضا ع(?:ني|نا)|(?:ين|تن)وب ع(?:ني|نا)|(?:س)?(?:ي|ت)مثل(?:ني|نا)|بديلي|بدالي/u
const refuses =
  /\b(?:can't|cannot|can not|cant|won't|wont|will not|unable|not able|am not|not be|not coming|not attending|not attend|apolog\w*|regret\w*|decline|miss|skip)\b|(?:^|\s)(?:لن|لا استطيع|لا يمكنني|لا اتمكن|لا نستطيع|ما اقدر|ما نقدر|ما بحضر|ما راح|مب|مو|غير قادر|اعتذر|نعتذر|اعتذار|اعتذاري|تعذر|يتعذر|يوسفني)(?:\s|$)/u
const comes =
  /\b(?:attend(?:ing)?|come|coming|be there|i'm in|count me in|join(?:ing)?|present|confirm(?:ed|ing)?|accept)\b|(?:^|\s)(?:ساحضر|سنحضر|احضر|نحضر|بحضر|بنحضر|حاضر|حاضرين|حاضرون|موجود|اوكد|نوكد|تاكيد|سوف|ساكون|ساشارك)(?:\s|$)|حضوري|حضورنا/u

/** Characters of a sentence that are looked at. */
const looked = 300

export function heardAttendance(said: string): HeardAttendance {
  const text = said.slice(0, looked)
  const folded = fold(text)
  if (!folded) return { kind: 'list' }
  if (sends.test(folded)) return { kind: 'send' }
  if (inPlace.test(folded)) return { kind: 'other', name: nameIn(text) }
  if (asks.test(folded)) return { kind: 'list' }
  if (refuses.test(folded)) return { kind: 'no' }
  return comes.test(folded) ? { kind: 'yes' } : { kind: 'list' }
}

const before =
  /^\s*(?:no[,،]?\s+|please[,،]?\s+)?(?:(?:my|our) (?:colleague|deputy|director|manager)\s+)?(.{2,60}?)\s+(?:will|is|comes|attends|can|shall|is going|represents?|replaces?)\b/iu
const arabic =
  /(?:سيحضر|ستحضر|يحضر|تحضر|سيأتي|ستأتي|بيحضر|بتحضر|ينوب عني|تنوب عني|يمثلني|تمثلني|سيمثلني|ستمثلني|سيمثلنا|ستمثلنا|بديلي|مكاني)\s+(?:(?:زميلي|زميلتي|الزميل|الزميلة)\s+)?(.{2,60}?)(?=\s+(?:بدل|نياب|مكان|عوض|عني|في|الاجتماع|اجتماع|لل)|[.،,!]|$)/u
const after =
  /\b(?:represented by|replaced by|substitute is|deputy is|instead of me will be|send(?:ing)?)\s+(?:my colleague\s+)?(.{2,60}?)(?=\s+(?:instead|in|to|on|for)\b|[.,!]|$)/iu
/** Those who are named by no name. */
const nobody =
  /^(?:i|we|somebody|someone|somebody else|someone else|it|he|she|they|a colleague|my colleague|another|شخص|أحد|زميل|زميلي|زميلتي|شخص آخر|غيري)$/iu

function nameIn(text: string): string | null {
  for (const pattern of [after, before, arabic]) {
    const said = pattern.exec(text)?.[1]?.trim()
    if (said && !nobody.test(said) && /\p{L}{2}/u.test(said)) return said
  }
  return null
}
