/** Whether a time is told by a weekday and no date: "Tuesday at 11", «ليوم الثلاثاء». Pure. */
import { isDayWord } from './time-words.ts'
import { bare, tokensOf } from './tokens.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))
/** Days that are counted from the present. */
const counted = set('today tonight tomorrow tmrw yesterday bukra اليوم الليله غدا غد بكره باكر باجر امس البارحه')
/** What may stand beside the weekday: the hour, and words that lead to either. */
const beside = set(
  `on to at from until till by in the am pm a.m p.m noon midday midnight morning afternoon evening night oclock o'clock half past quarter
   يوم الساعه ساعه من الي حتي لين في ب ص م صباحا صبح الصبح مساء المسا ظهرا الظهر عصرا العصر ليلا الليل مغرب المغرب ونص نص نصف والنصف ربع وربع الا`,
)
const parts = set('am pm a.m p.m noon ص م صباحا مساء ظهرا عصرا ليلا الصبح الظهر العصر الليل صبح')

export function isWeekdayAlone(text: string): boolean {
  const t = tokensOf(text).filter(x => x.kind !== 'sign')
  const days = t.filter(x => isDayWord(x.f))
  if (days.length !== 1 || bare(days[0]?.f ?? '').some(b => counted.has(b))) return false
  return t.every((x, i) => {
    if (x === days[0]) return true
    // A number right behind the weekday is its date, unless it says what part of the day it is.
    if (x.kind === 'number') return t[i - 1] !== days[0] || parts.has(t[i + 1]?.f ?? '')
    return bare(x.f).some(b => beside.has(b))
  })
}
