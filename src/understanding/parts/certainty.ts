/** How settled the date is: «مبدئياً», «لم يتأكد», "TBC", "probably". Words that leave only the time, the place or details open say nothing of the date. */
import { at, phrases, wordSet } from '../phrases.ts'
import { claim, isCapital, parts, type Sentence } from '../sentence.ts'
import { englishVerb, isThird, isVerb } from './verbs.ts'

/** Said alone, or of the date, the date is open. */
const open = phrases({
  ar: [
    'مبدئيا',
    'مبدئي',
    'مبدئية',
    'المبدئي',
    'المبدئية',
    'بشكل مبدئي',
    'بصورة مبدئية',
    'غالبا',
    'على الأغلب',
    'في الغالب',
    'ربما',
    'من المحتمل',
    'من المحتمل أن',
    'يحتمل',
    'محتمل',
    'محتملة',
    'احتمال',
    'من المرجح',
    'من المرجح أن',
    'من المتوقع',
    'من المتوقع أن',
    'يتوقع',
    'المتوقع',
    'لم يتأكد',
    'لم تتأكد',
    'لم يحدد',
    'لم تحدد',
    'لم يتحدد',
    'لم يثبت',
    'لم يعتمد',
    'لم يتم تأكيد',
    'لم يتم تحديد',
    'لم يتم اعتماد',
    'لم نؤكد',
    'لم نحدد',
    'ما تأكد',
    'ما تحدد',
    'ما تأكدنا',
    'ما أكدنا',
    'مو أكيد',
    'مب أكيد',
    'مو مؤكد',
    'مب مؤكد',
    'ليس مؤكدا',
    'ليس نهائيا',
    'غير مؤكد',
    'غير مؤكدة',
    'غير محدد',
    'غير نهائي',
    'غير نهائية',
    'قيد التأكيد',
    'قيد الدراسة',
    'قيد التحديد',
    'تحت التأكيد',
    'بانتظار التأكيد',
    'بانتظار الموافقة',
    'بانتظار الاعتماد',
    'في انتظار التأكيد',
    'يحدد لاحقا',
    'سيحدد لاحقا',
    'يؤكد لاحقا',
    'سيؤكد لاحقا',
    'سيتم تأكيد',
    'سيتم تحديد',
    'سيتم تأكيده',
    'سنؤكد',
    'سنحدد',
    'وسنؤكد',
    'قابل للتغيير',
    'قابلة للتغيير',
    'قابل للتعديل',
    'من الممكن أن',
    'على الأرجح',
    'الأرجح',
    'الأغلب',
    'مقترح',
    'مقترحة',
    'لم يتقرر',
    'لم يحسم',
    'لم يستقر',
    'لم نتفق',
    'مرجح',
    'مرجحة',
    'لم نحسم',
    'ما انحسم',
    'ما ثبت',
    'ما حددنا',
    'مش أكيد',
    'مش مؤكد',
    'لسه ما تأكد',
    'موب أكيد',
    'إذا تمت الموافقة',
    'رهن الموافقة',
    'مرهون بالموافقة',
    'في حال الموافقة',
    'بعد الموافقة',
  ],
  en: [
    'tentatively',
    'tentative',
    'provisionally',
    'provisional',
    'tbc',
    'tba',
    'tbd',
    't . b . c',
    'to be confirmed',
    'to be announced',
    'to be decided',
    'to be determined',
    'to confirm',
    'probably',
    'likely',
    'most likely',
    'very likely',
    'possibly',
    'perhaps',
    'maybe',
    'hopefully',
    'not confirmed',
    'not yet confirmed',
    'not been confirmed',
    'not yet been confirmed',
    'not fixed',
    'not final',
    'not finalised',
    'not finalized',
    'unconfirmed',
    'pending confirmation',
    'pending approval',
    'awaiting confirmation',
    'awaiting approval',
    'subject to confirmation',
    'subject to approval',
    'subject to change',
    'pencilled in',
    'penciled in',
    'expected',
    'might be',
    'not set',
    'not yet set',
    'not decided',
    'will confirm',
    "we'll confirm",
    'we will confirm',
    'still open',
    'could be',
    'may be',
    'may take place',
    'might',
    'in principle',
    'if approved',
    'proposed',
    'proposed date',
    'penned in',
    'pencil in',
    'pencil us in',
    'not sure',
    'not settled',
    'not agreed',
    'not certain',
    'unsettled',
    'under consideration',
    'under discussion',
    'waiting for approval',
    'waiting for confirmation',
    'to be finalised',
    'to be finalized',
  ],
})
/** Said of what comes later: remarks. They open the date only where they name it. */
const later = phrases({
  ar: ['لاحقا', 'في وقت لاحق', 'فيما بعد', 'نوافيكم', 'سنوافيكم', 'سنزودكم', 'بعدين'],
  en: ['to follow', 'will follow', 'follow later', 'later', 'to come', 'follow'],
})
const ofDate = wordSet(
  'التاريخ تاريخ الموعد موعد موعده موعدها والموعد والتاريخ تاريخه تاريخها اليوم التوقيت date dates day التاريخ_النهائي',
)
const ofRest = wordSet(
  "الوقت المكان والمكان الوقت التفاصيل والتفاصيل تفاصيل بالتفاصيل القاعه الراعي والراعي time times venue place location details detail attendance presence minister's patron's حضور وحضور الوزير hall room speakers patron programme agenda",
)
/** Words between: they belong to the phrase and say nothing. */
const glue = wordSet(
  'بعد و لاحقا الان حتي النهائي المزيد من ال what which is are still yet the and be more further has have been exact a with its البقيه باقي جدا فقط',
)

/** "To be announced by the Governor on Thursday" says who and when, and not that it is open. */
const isToBe = (s: Sentence, i: number, next: number): boolean =>
  s.t[i]?.f === 'to' && s.t[i + 1]?.f === 'be' && (/^(by|on|at|in|during|tomorrow)$/.test(s.t[next]?.f ?? '') || s.owner[next] === 'time')

/** "The expected rainfall", "the proposed law": said of what stands behind it, and not of the date. */
const isNoun = (s: Sentence, i: number): boolean =>
  /^(expected|proposed|likely|possible)$/.test(s.t[i]?.f ?? '') &&
  /^(:|the|about|on|of|re|regarding|our|new)$/.test(s.t[i - 1]?.f ?? '') &&
  s.t[i + 1]?.kind === 'word' &&
  s.owner[i + 1] === null &&
  !/^(date|day|time|to|on|at|in|for|by|around)$/.test(s.t[i + 1]?.f ?? '')

/** «قد يقام», «يمكن نسويها الأحد», "students may visit": may, which is a word of other uses too, told by what follows it. */
function may(s: Sentence, i: number): { next: number } | null {
  const [f, next] = [s.t[i]?.f ?? '', s.t[i + 1]?.f ?? '']
  if (/^(?:و)?قد$/.test(f)) return /^[ينت](?!مت?$)\p{L}{2}/u.test(next) ? { next: i + 1 } : null
  if (f === 'يمكن') return s.owner[i + 1] === 'time' || (/^[ين]/.test(next) && isVerb(next)) ? { next: i + 1 } : null
  if (f !== 'may' || isCapital(s, i) || s.t[i - 1]?.kind !== 'word' || s.t[i + 1]?.kind !== 'word') return null
  return englishVerb(next) && !isThird(next) ? { next: i + 1 } : null
}

/** 'tentative' where the date is open; 'rest' where only other things are; null where nothing is said. */
export type Openness = 'tentative' | 'rest' | null

export function readCertainty(s: Sentence): Openness {
  let said: Openness = null
  for (let i = 0; i < s.t.length; i++) {
    if (s.owner[i] !== null) continue
    const core = at(open, s.t, i) ?? may(s, i)
    const remark = core ? null : at(later, s.t, i)
    const found = core ?? remark
    if (!found || (core && (isToBe(s, i, core.next) || isNoun(s, i)))) continue
    let [from, next] = [i, found.next]
    const about = { date: false, rest: false }
    const look = (k: number): boolean => {
      const f = s.t[k]?.f ?? ''
      if (s.owner[k] !== null || (k > 0 && k !== from && s.line[Math.max(k, from)])) return false
      if (ofDate.has(f)) about.date = true
      else if (ofRest.has(f)) about.rest = true
      else return glue.has(f)
      return true
    }
    while (from > 0 && !parts(s, from - 1) && look(from - 1)) from--
    while (next < s.t.length && !parts(s, next) && look(next)) next++
    const inner = at(later, s.t, next)
    if (inner && !parts(s, next)) next = inner.next
    // "later" alone, or in "later this month", is no remark.
    if (remark && !about.date && !about.rest) continue
    claim(s, from, next, 'certainty')
    if (about.date || (core && !about.rest)) said = 'tentative'
    else said ??= 'rest'
    i = next - 1
  }
  return said
}
