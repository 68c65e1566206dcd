/**
 * A workshop that is offered to the network as training, told apart from one that an organization holds: it is offered («نطرح», "offer"), or it is added
 * and has a track or seats, or is called training. "We are holding a workshop on nutrition" is an activity. Beside it, words that only training has:
 * a workshop's number, a track that is added, one's seat, enrolling, a waiting list. Pure.
 */
import { fold } from './fold.ts'

/** Words of courtesy that a request begins with, folded. */
export const polite =
  '(?:(?:please|kindly|can you|could you|we want to|i want to|i would like to|we would like to|يرجي|نرجو|الرجاء|ارجو|اريد|نريد|نود|ابي|نبي|ابغي|نبغي|ودي|لو سمحتم|لو سمحت) )*'
/** What a workshop is called, folded; people write «الورشة», «لورشة». */
export const workshopWord =
  '(?:training workshops?|training courses?|training sessions?|workshops?|courses?|training|(?:ال|ل|لل|ب|بال)?(?:ورشه|ورش|دوره|دورات|تدريبا?)(?: تدريبيه)?)'
const article = '(?: (?:a|an|the|one|our|another|new|in|of))*'
const offered = new RegExp(
  `^${polite}(?:(?:offer|we offer|we are offering|the centre offers)${article} ${workshopWord}|(?:ان )?(?:اطرح|اطرحوا|نطرح|طرح|يطرح المركز|افتحوا? باب التسجيل في|نفتح باب التسجيل في)(?: لنا)? ${workshopWord})(?![\\p{L}])`,
  'u',
)
const added = new RegExp(
  `^${polite}(?:(?:add|create|open|announce|schedule|set up|plan|new)${article} ${workshopWord}|(?:ان )?(?:اضف|اضيفوا|اضافه|نضيف|اضيف|افتح|افتحوا|نفتح|انشي|انشاء|ننشي|نعلن عن|اعلن عن|ضيف|ضيفوا|حط|نقدم|يقدم المركز)(?: لنا| لي)? ${workshopWord})(?![\\p{L}])`,
  'u',
)
const asTraining =
  /\btrack\b|\bseats?\b|\bplaces\b|\btraining\b|\bcertificate\b|\bfor (?:the )?(?:officers|network)\b|مسار|مقعد|مقاعد|تدريب|شهاده|للشبكه|لمسوولي الاتصال/
/** One that stands already is opened, not offered: it is named by its number. */
const standing = /\bw-\d{4}-\d/

export function offersTraining(text: string): boolean {
  const said = fold(text).trim()
  if (standing.test(said)) return false
  return offered.test(said) || (added.test(said) && asTraining.test(said))
}

const onlyTraining = new RegExp(
  `\\bw-\\d{4}-\\d|^${polite}(?:add|create|new|open|we need)(?: (?:a|an|the|new|another|training))* track\\b|^${polite}(?:اضف|اضيفوا|اضافه|نضيف|اضيف|افتح|انشي|ضيف|ضيفوا|حط|نحتاج)(?: لنا| لي)? مسارا?(?![\\p{L}])|\\bmy seat\\b|\\benroll? (?:me|us|my|him|her|them)\\b|\\bmy enrolments?\\b|\\bunenroll?\\b|\\bwaiting list\\b|مقعدي|قايمه الانتظار|تسجيلي في|لم يتدرب`,
  'u',
)
const wants =
  /\b(?:show|list|give me|sign (?:me|us|up)|register|drop me|i'?d like|i want|evaluation|feedback|trainings|trained|classes)\b|سجل|احضر|الدورات|تدريب|تقييم/u
/** Whether a text asks something of training, and so tells of no activity: somebody wants a seat, a list, a figure. */
export const wantsTraining = (text: string): boolean => wants.test(fold(text))

/** Whether a text says what only training knows of, whatever else it sounds like. */
export const namesTraining = (text: string): boolean => onlyTraining.test(fold(text).trim())

const aWorkshop = '(?:[وبلف]?(?:ال|ل)?(?:ورشه|دوره)|workshops?|course|training|class)(?![\\p{L}])'
/** A colleague is enrolled, a seat is given up, or who came to a workshop is told or asked: an activity is withdrawn, and has no absent ones. */
const ofSeats = [
  new RegExp(
    `\\b(?:feedback|ratings?|evaluations?)\\b(?: of| on| for| about) .*${aWorkshop}|(?:تقييم|تقييمات|اراء|راي) .*${aWorkshop}`,
    'u',
  ),
  /^no.?shows\b|(?:^|\s)(?:لم|ما) (?:يتدرب|تدرب|تدربوا|يتدربوا)(?=\s)/u,
  /\b(?:push|pushed|put off|postponed?|bring|brought) (?:back )?the .{2,40}\b(?:workshop|course)\b.* (?:back|forward)\b/u,
  /(?:^|\s)(?:[انسب]?سجل(?:وا|ي)?|احجز(?:وا)?(?: مقعدا?)?|ضيف(?:وا)?|اضيفوا|رشح(?:وا)?|نرشح|ادرج(?:وا)?) (?:لنا |لي )?ل?زم(?:ي|ا|يلا|لا)\p{L}*(?!.*(?:بياناتنا|الشبكه))/u,
  new RegExp(
    `(?:^|\\s)(?:[يت](?:ود|رغب|ريد|بي)|يودون|يبون|يرغبون|يريدون) (?:ان |في |ب)?(?:ال)?(?:حضور|[يت]حضر|يحضرون|التحاق|مشاركه في) .*${aWorkshop}`,
    'u',
  ),
  new RegExp(`\\b(?:withdraw|drop out|pull out|step down|back out|unenrol) (?:me )?(?:from|of) .*${aWorkshop}`, 'u'),
  /(?:^|\s)(?:[انبس]?نسحب|انسحاب(?:ي)?) (?:من|عن) /u,
  /(?:^|\s)(?:الغ(?:وا|ي|اء)?|كنسل(?:وا)?|شيل(?:وا)?|احذف(?:وا)?|ابي الغي|اريد الغاء) (?:لي )?تسجيلي(?![\p{L}])(?!.*(?:الشبكه|النظام|البوت|حساب|بيانات))/u,
  /\b(?:cancel|drop) my (?:enrolment|registration|place|seat)\b/u,
  new RegExp(
    `\\b(?:was|were|is|are) absent\\b(?!.*\\bmeeting\\b)|\\b(?:didn'?t|did not|never) (?:come|attend|show up|turn up|make it)(?: to| for| at)? .*(?:${aWorkshop}|session)`,
    'u',
  ),
  /(?:^|\s)(?:تغيب|تغيبوا|تغيبت|غاب|غابوا|غابت|غايب|غايبين|غايبه)(?=\s|$)(?!.*(?:اجتماع|دوام|اجازه))/u,
  new RegExp(`(?:^|\\s)(?:ما|لم|محد) (?:حضر|حضروا|حضرت|[يت]حضر|يحضروا|جا|جات|جوا|[يت]جي)(?=\\s).*${aWorkshop}`, 'u'),
  new RegExp(
    `\\b(?:everybody|everyone|all of them|all) (?:came|attended|turned up|was there|were there)\\b.*(?:${aWorkshop}|session)|(?:^|\\s)(?:الكل|الجميع|كلهم) (?:حضر|حضروا|جا|جوا)(?=\\s).*${aWorkshop}|(?:^|\\s)(?:حضر|حضروا) (?:الكل|الجميع|كلهم)(?=\\s).*${aWorkshop}`,
    'u',
  ),
  new RegExp(
    `^(?:[\\p{L}' ]{0,20})\\b(?:attendance|sign.?in sheet) (?:sheet |list )?(?:of|for|at) .*${aWorkshop}|(?:كشف|سجل|قايمه) (?:ال)?حضور .*${aWorkshop}`,
    'u',
  ),
]
/** Told to be changed: a workshop that is nobody's own, its seats, until when one may enrol. Whose it is, whoever is told so knows. */
const changed = [
  new RegExp(
    `^${polite}(?:move|push|bump|shift|postpone|reschedule|bring forward|put off)(?: back| forward)? (?:the )(?!.*\\b(?:our|my)\\b)(?:[\\p{L}'-]+ ){0,5}?(?:workshops?|training|course|class)(?![\\p{L}])`,
    'u',
  ),
  new RegExp(
    `^${polite}(?:extend|keep|prolong|reopen|close) (?:the )?(?:enrolment|registration|sign.?ups?)(?![\\p{L}])(?=.*(?:${aWorkshop}|\\bw-\\d))`,
    'u',
  ),
  new RegExp(
    `^${polite}(?:انقل|انقلوا|اجل|اجلوا) (?:ال|ل)?(?:ورشه|دوره)(?: (?!نا|مال|حق)\\p{L}+)* (?:الي|ل|لين|حتي|يوم|اسبوع|ليوم|ال\\p{L}+)`,
    'u',
  ),
  new RegExp(`^${polite}(?:مدد|مددوا|خل|خلوا|افتحوا?) (?:باب )?(?:ال)?تسجيل (?=.*${aWorkshop})`, 'u'),
  new RegExp(
    `^${polite}(?:زد|زيد|زيدوا|زود|زودوا|ارفع|ارفعوا|خفض|خفضوا|قلل|قللوا|نقص|نقصوا|خل|خلوا|اجعل|اجعلوا) (?:عدد )?(?:ال)?(?:مقاعد|السعه)(?![\\p{L}])`,
    'u',
  ),
  new RegExp(`\\btrainer (?:of|for|in) .*${aWorkshop}.* is\\b|(?:^|\\s)مدربه? .*${aWorkshop}.* (?:صار|صارت|هو|هي|اصبح|اصبحت) `, 'u'),
]
/** Whether a sentence wants a seat for somebody, gives one up, speaks of who came to a workshop and who did not, or changes a workshop. */
export const speaksOfSeats = (text: string): boolean => {
  const said = fold(text).trim()
  return ofSeats.some(p => p.test(said)) || changed.some(p => p.test(said))
}
