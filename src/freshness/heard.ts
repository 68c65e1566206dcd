/**
 * What somebody's own words answer to the two questions that keep activities fresh: "yes, it went as planned", «تأجلت إلى الأحد». Pure. What is not
 * plainly said of the thing that was asked about answers nothing.
 */
import { fold } from '../understanding/fold.ts'
import { steering } from '../understanding/steering.ts'

const only = (...words: string[]): RegExp => new RegExp(`^(?:${words.join('|')})(?= |$)`)

/** What a sentence opens with before it says what happened: a yes or a no, and courtesy, which is neither. */
const agrees = only('yes', 'yep', 'yeah', 'sure', 'ok', 'okay', 'نعم', 'اي', 'ايه', 'ايوه', 'اجل', 'بلي', 'تمام')
const denies = only('no', 'nope', 'لا', 'كلا')
const courtesy = only(
  ...['unfortunately', 'sadly', 'sorry', 'well', 'actually', 'i am afraid', "i'm afraid", 'thankfully'],
  ...['مع الاسف', 'للاسف', 'في الواقع', 'عفوا', 'نعتذر', 'الحمد لله', 'بحمد الله'],
)
/** What stands for the thing itself, and what comes before the verb. */
const itself = only(
  ...["it's", 'it', 'this', 'that', 'they', 'we', 'the', 'our', 'everything', 'all', 'event', 'activity', 'one', 'on'],
  ...[
    'is',
    'was',
    'were',
    'has been',
    'had been',
    'has',
    'have',
    'had',
    'been',
    'got',
    'be',
    'being',
    'had to be',
    'now',
    'already',
    'then',
  ],
  ...[
    'فعاليتنا',
    'الفعاليه',
    'فعاليه',
    'النشاط',
    'الحدث',
    'المناسبه',
    'هذه',
    'هذا',
    'هي',
    'هو',
    'انها',
    'انه',
    'فقد',
    'قد',
    'لقد',
    'و',
    'ف',
  ],
)

const moved =
  /^(?:postponed|moved|rescheduled|delayed|put off|put back|pushed (?:back|to)|shifted|brought forward|takes? place (?:on|at|next)|will (?:be|take place)|new date)\b|^(?:(?:تم|تمت|جري|سيتم|تقرر|وقع) )?(?:تاجل\p{L}*|تتاجل|اجل(?:ت|نا)?\p{L}*|موجله|تاجيل\p{L}*|نقل\p{L}*|انتقل\p{L}*|ترحيل\p{L}*|رحل\p{L}*|اعيدت? جدول\p{L}*|اعاده جدول\p{L}*|ستقام|ستعقد|تقام يوم|تغير(?:ت)? (?:موعد|تاريخ|وقت)\p{L}*|(?:تغيير|تعديل) (?:موعد|تاريخ|وقت)\p{L}*|قدم(?:ت|نا)\p{L}* الي)(?= |$)/u
const calledOff =
  /^(?:not (?:held|happen|take place)|cancell?ed|called off|dropped|scrapped|withdrawn|did ?n[o']?t|did not|has ?n[o']?t|wasn'?t|never)\b|^not (?:take|took|happen|held)|^(?:(?:تم|تمت|جري|تقرر) )?(?:الغيت|الغي|الغيناها|الغينا|الغاء|الغاوها|الغايها|ملغاه|ملغيه|ملغي|انلغت|تلغت|كنسلت|كنسلنا)\p{L}*(?= |$)|^(?:لم|ما) (?:تقم|يقم|نقم|تعقد|يعقد|نعقد|تتم|يتم|تحدث|يحدث|تنفذ|ينفذ|تحصل|يحصل|صار\p{L}*|تم\p{L}*|انعقد\p{L}*|اقيم\p{L}*|قام\p{L}*|حصل\p{L}*)(?= |$)/u
/** That it took place, or stands. */
const held =
  /^(?:did|took place|happened|held|went (?:ahead|well|fine|great|smoothly|as|on|very|really|perfectly)|as (?:it was )?(?:planned|scheduled|expected)|according to plan|on time|done|completed|concluded|carried out|a success|successful)(?= |$)|^(?:(?:تم|تمت) )?(?:اقيم\p{L}*|اقام\p{L}*|اقمنا\p{L}*|انعقد\p{L}*|عقد\p{L}*|نفذ\p{L}*|تنفيذ\p{L}*|اقامت\p{L}*|عقدها|تمت|تم|جرت|جري|صارت|صار|حصلت|حدثت|انتهت|نجحت|اكتملت)(?= |$)|^(?:كما|مثل ما|حسب|وفق|وفقا|في) (?:هو |كان |كانت |ال|لل)?(?:مخطط|خطط|مقرر|مخططا|مقررا|متوقع|خطه|موعد|موعدها|وقتها|وقت)\p{L}*/u
/** Held, and otherwise than planned. */
const otherwise =
  / (?:but|though|although|except|instead|differently|with (?:a |some |few |minor )?(?:changes?|modifications?)|not as planned)(?= |$)|(?:^| )(?:لكن|ولكن|غير ان|الا ان|مع (?:بعض )?(?:تغيير|تعديل|التغيير|التعديل)\p{L}*|بتغيير|باختلاف|ليس كما)(?= |$)/u
/** What may stand behind a bare no: why it did not. */
const because = /^(?:because|due|as|owing|since|there)(?= )|^(?:بسبب|لظروف|نظرا|لان\p{L}*)(?= )/u
const stands =
  /^(?:still )?(?:correct|right|on|confirmed|valid|accurate|the same|unchanged|good|stands|fine|as planned|as it is|up to date)(?= |$)|^still (?:on|stands|planned)|^(?:no|without|nothing)(?: has)? chang|^confirm|^(?:(?:ما|لا) ?(?:زال\p{L}*|تزال|يزال) )?(?:صحيح\p{L}*|موكد\p{L}*|قايم\p{L}*|ثابت\p{L}*|كما هي|كما هو|في موعدها|نفسها|سليم\p{L}*|علي حالها)(?= |$)|^(?:ما|لا) ?(?:زالت|تزال)$|^(?:لا|بدون|من دون|دون|لا يوجد) (?:تغيير|تعديل)|^لم يتغير(?= |$)|^نوكد\p{L}*$/u

const plain = (said: string): string =>
  fold(said)
    .replace(/[.!،,;؛:"()–-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** A text behind all that it opens with. */
function behind(head: RegExp, text: string): string {
  let rest = text
  for (let m = head.exec(rest); m; m = head.exec(rest)) rest = rest.slice(m[0].length).trim()
  return rest
}

/** What is said behind the opening, and whether that was a yes or a no; the last of them counts ("no no, yes"). */
function opened(said: string): { rest: string; polarity: 'yes' | 'no' | null } {
  let rest = behind(courtesy, plain(said))
  let polarity: 'yes' | 'no' | null = null
  for (;;) {
    const next = agrees.test(rest) ? 'yes' : denies.test(rest) ? 'no' : null
    if (!next) return { rest, polarity }
    polarity = next
    rest = behind(courtesy, behind(next === 'yes' ? agrees : denies, rest))
  }
}

/** Words behind what is answered; what goes on for longer tells of something else. */
const longest = 25
const tooLong = (said: string): boolean => said.split(/\s+/).length > longest || /[?؟]\s*$/.test(said)

/** Did it take place? */
export function tookPlace(said: string): 'yes' | 'changed' | 'no' | 'moved' | null {
  if (tooLong(said)) return null
  const { rest, polarity } = opened(said)
  const told = behind(itself, rest)
  if (moved.test(told)) return 'moved'
  if (calledOff.test(told)) return 'no'
  // "Yes, but indoors" has said already that it did.
  if (polarity !== 'no' && (held.test(told) || polarity === 'yes') && otherwise.test(` ${told}`)) return 'changed'
  if (polarity === 'no') return told === '' || because.test(told) ? 'no' : null
  return held.test(told) || (polarity === 'yes' && /^(?:thanks|thank you|شكرا)?$/.test(told)) ? 'yes' : null
}

/** Is it still correct? What is to be otherwise is told in the same words. */
export function stillCorrect(said: string): 'yes' | 'change' | 'cancelled' | null {
  if (tooLong(said)) return null
  const { rest, polarity } = opened(said)
  const told = behind(itself, rest)
  if (calledOff.test(told)) return 'cancelled'
  if (moved.test(told)) return 'change'
  if (stands.test(behind(itself, plain(said))) || (polarity !== 'no' && stands.test(told))) return 'yes'
  if (polarity === 'no' || steering(said, 'en')?.kind === 'change') return 'change'
  return polarity === 'yes' && told === '' ? 'yes' : null
}
