/**
 * Clauses that hold a time which is not the activity's own: an embargo, a deadline beside the day, the day it was moved from. Their times are read apart,
 * and the rest of the text is read as if they did not stand there.
 */
import { at, phrases, table, wordSet } from '../phrases.ts'
import type { Token } from '../tokens.ts'

export type ClauseKind = 'embargo' | 'deadline' | 'old'
/** Tokens [i, j): the clause; its own time stands in [from, j). */
export type Clause = { kind: ClauseKind; i: number; from: number; j: number }

const embargo = {
  ar: [
    'محظور النشر',
    'محظورة النشر',
    'محظور نشره',
    'محظور نشرها',
    'محظور نشر الخبر',
    'محظور',
    'محظورة',
    'يحظر النشر',
    'يحظر نشره',
    'يحظر نشرها',
    'حظر النشر',
    'مع حظر النشر',
    'النشر محظور',
    'ممنوع النشر',
    'يمنع النشر',
    'النشر ممنوع',
    'لا ينشر',
    'لا تنشر',
    'عدم النشر',
    'يرجى عدم النشر',
    'غير قابل للنشر',
    'ليس للنشر',
    'سري',
    'للنشر بعد',
    'للنشر اعتبارا من',
    'النشر بعد',
    'النشر اعتبارا من',
    'النشر مسموح بعد',
    'يسمح بالنشر بعد',
    'يسمح بالنشر من',
    'الحظر',
    'تحت الحظر',
    'حظر إعلامي',
    'الحظر الإعلامي',
    'الحظر الإعلامي يرفع',
    'الحظر يرفع',
    'يرفع الحظر',
    'يرفع حظر النشر',
    'رفع الحظر',
    'ينتهي الحظر',
    'ينتهي حظر النشر',
    'غير مسموح بالنشر',
    'غير مسموح النشر',
    'لا نشر',
    'لا للنشر',
    'لا ننشر',
    'لا تنشروا',
    'لا تنشرون',
    'ما تنشرون',
    'لا تنشرونه',
    'لا تنشرونها',
    'لا ينشر الخبر',
    'لا يعلن',
    'لا يعلن عنه',
    'لا يعلن عنها',
    'لا يذاع',
    'لا يتداول',
    'يمنع التداول',
    'يمنع تداوله',
    'يمنع نشره',
    'يمنع نشرها',
    'ممنوع نشره',
    'ممنوع نشرها',
    'ما ينشر',
    'ما ينشرونه',
    'ما ننشر',
    'ما ننشره',
    'محد ينشر',
    'الرجاء عدم النشر',
    'نرجو عدم النشر',
    'وعدم النشر',
    'عدم الإعلان',
    'عدم التداول',
    'يبقى سريا',
    'تبقى سرية',
    'سرية',
  ],
  en: [
    'embargoed',
    'strictly embargoed',
    'under embargo',
    'embargo',
    'under strict embargo',
    'embargo lifts',
    'embargo ends',
    'not for release',
    'not for publication',
    'not to be published',
    'not to be released',
    'do not publish',
    'do not release',
    'no publication',
    'hold until',
    'hold for release',
    'please hold until',
    'for release',
    'for publication',
    'release on',
    'release after',
    'confidential',
    'embargo lifted',
    'embargo is lifted',
    'embargo until',
    'media embargo',
    'press embargo',
    'not for broadcast',
    'not for sharing',
    'not to be shared',
    'not to be announced',
    'not to go out',
    'not public',
    'cannot be published',
    'cannot be announced',
    'can not be published',
    "can't be published",
    'may not be published',
    'must not be published',
    'should not be published',
    'please do not publish',
    "don't publish",
    "please don't publish",
    "don't post",
    "please don't post",
    'do not share',
    "don't share",
    'do not announce',
    "don't announce",
    'no announcement',
    'no coverage',
    'no publishing',
    'no posting',
    'no media',
    'hold release',
    'hold the news',
    'hold the release',
    'hold off publishing',
    'hold publication',
    'keep confidential',
    'keep it confidential',
    'keep under wraps',
    'keep it quiet',
    'under wraps',
    'media blackout',
    'blackout',
  ],
}
const deadline = {
  ar: [
    'آخر موعد للتسجيل',
    'آخر موعد لاستلام الطلبات',
    'آخر موعد للتقديم',
    'آخر موعد للمشاركة',
    'آخر موعد للترشح',
    'آخر موعد',
    'آخر يوم للتسجيل',
    'آخر يوم للتقديم',
    'الموعد النهائي للتسجيل',
    'الموعد النهائي',
    'التسجيل حتى',
    'التسجيل مفتوح حتى',
    'التسجيل متاح حتى',
    'ينتهي التسجيل',
    'يغلق التسجيل',
    'يغلق باب التسجيل',
    ...['المشاركة', 'التقديم', 'الترشح', 'القبول', 'التقدم', 'استلام الطلبات'].flatMap(x => [
      `يغلق باب ${x}`,
      `إغلاق باب ${x}`,
      `باب ${x} مفتوح حتى`,
    ]),
    'ينتهي التقديم',
    'يغلق التقديم',
    'التقديم حتى',
    'المشاركات حتى',
    'تستقبل المشاركات حتى',
    'تستقبل الطلبات حتى',
    'ينتهي استقبال المشاركات',
    'ينتهي استقبال الطلبات',
    'إغلاق التسجيل',
    'التسجيل قبل',
    'للتسجيل قبل',
    'سجلوا قبل',
    'تأكيد الحضور قبل',
    'تأكيد الحضور حتى',
  ],
  en: [
    'registration closes',
    'registration ends',
    'registration deadline',
    'registration open until',
    'registration is open until',
    'registration until',
    'registrations close',
    'register by',
    'register before',
    'sign up by',
    'rsvp by',
    'rsvp before',
    'rsvp',
    'applications close',
    'applications due',
    'apply by',
    'deadline',
    'deadline for registration',
    'deadline is',
    'last day to register',
    'entries close',
    'entry closes',
    'entries due',
    'bookings close',
    'booking closes',
    'applications open until',
    'nominations open until',
    'registration to',
    'nominations close',
    'submissions close',
    'confirm attendance by',
  ],
}
const old = {
  ar: [
    'بدلا من',
    'عوضا عن',
    'بدل',
    'نقل من',
    'تأجل من',
    'مؤجل من',
    'المؤجل من',
    'تأجلت من',
    'تغير من',
    'تم نقله من',
    'تم تأجيله من',
    'كان مقررا',
    'كان المقرر',
    'وليس',
    'مو',
    'مب',
    'مو يوم',
    'ليس يوم',
    'ليست يوم',
    'لا فعالية يوم',
    'ما في فعالية يوم',
    'ما عاد يوم',
    'لم يعد يوم',
  ],
  en: [
    'moved from',
    'has moved from',
    'postponed from',
    'rescheduled from',
    'changed from',
    'brought forward from',
    'shifted from',
    'instead of',
    'rather than',
    'was on',
    'originally',
    'originally planned for',
    'previously',
    'not on',
    'no longer on',
    'no event on',
    'nothing on',
    'not happening on',
    'cancelled on',
    'and not on',
    'and not',
  ],
}
const openers = table<ClauseKind>([
  ...[...embargo.ar, ...embargo.en].map(p => [p, 'embargo'] as const),
  ...[...deadline.ar, ...deadline.en].map(p => [p, 'deadline'] as const),
  ...[...old.ar, ...old.en].map(p => [p, 'old'] as const),
])
/** Words of an embargo only where a time follows: elsewhere they say something else. */
const looseOpeners = new Set([
  'for release',
  'for publication',
  'release on',
  'release after',
  'no media',
  'no coverage',
  'no announcement',
  'blackout',
])
export const clauseOpens = phrases({ ar: embargo.ar, en: embargo.en.filter(p => !looseOpeners.has(p)) }, deadline)

/** "Until" belongs to the opening words and not to the time: what is embargoed until the tenth is no stretch from today. */
const until = wordSet('حتي وحتي الي لين لغايه غايه قبل الا until till til to before by is it lifts lifted ends هو عنها عنه :')
/** What is not said: «ما ينشر شي», "don't publish anything". */
const aside = wordSet('شي شيء اي الخبر anything')
/** All that may stand between the opening words and the time. */
const links = new Set([...until, ...wordSet('يوم الساعه بعد في من on at after from the planned for')])
/** The day an activity moved to begins behind these. */
const onward = wordSet('الي to until till into حتي')
const stops = new Set([...',،;؛().[]|'])

/** The clauses of a text. `timeIn` finds the first time in a run of tokens: the tokens [i, j) it takes, counted in the run; null where there is none. */
export function clausesIn(t: readonly Token[], timeIn: (run: Token[]) => { i: number; j: number } | null): Clause[] {
  const out: Clause[] = []
  let tried = 0
  for (let i = 0; i < t.length && tried < mostClauses; i++) {
    const opener = at(openers, t, i)
    if (!opener) continue
    tried++
    const moved = opener.value === 'old'
    let from = opener.next
    while (!moved && (until.has(t[from]?.f ?? '') || aside.has(t[from]?.f ?? ''))) from++
    let end = from
    while (end < t.length && end < from + longestClause && !stopsAt(t, end) && !(moved && end > from && onward.has(t[end]?.f ?? ''))) end++
    const time = from < end ? timeIn(t.slice(from, end)) : null
    // «آخر موعد لحجز التذاكر ١٥ ديسمبر»: what it is the last day of.
    const what = opener.value === 'deadline' && /^ل../.test(t[from]?.f ?? '') ? 3 : 0
    // "Hold until the Cabinet announces it on 3 January": what it waits for.
    const waits = opener.value === 'embargo' && until.has(t[from - 1]?.f ?? '') ? longestWait : 0
    if (!time || !(time.i <= waits || t.slice(from, from + time.i).every((x, k) => k < what || links.has(x.f)))) continue
    let j = from + time.j
    if (moved && onward.has(t[j]?.f ?? '')) j++
    out.push({ kind: opener.value, i, from, j })
    i = j - 1
  }
  return out
}
const longestClause = 16
const longestWait = 6
/** Openers that are looked behind: reading a time costs the most of all. */
const mostClauses = 12

/** A comma ends a clause, unless the hour follows it: «حتى ١٠ ديسمبر، الساعة ٩». A dot within a number or an abbreviation does not. */
function stopsAt(t: readonly Token[], k: number): boolean {
  const f = t[k]?.f ?? ''
  if (f === '.') return !(t[k + 1]?.tight ?? false)
  if (f === ',' || f === '،') return !/^(الساعه|at|في)$/.test(t[k + 1]?.f ?? '')
  return stops.has(f)
}
