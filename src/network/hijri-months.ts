/** Hijri months as people name them when one is moved: which ones come next, which one a text means, which way it moves. Pure. */
import { Temporal } from 'temporal-polyfill'
import { type HijriShifts, monthStart, toHijri } from '../time/hijri.ts'
import { fold } from '../understanding/fold.ts'

/** `key` is 'YYYY-MM' of the Hijri year and month; `start` is its first day in this network, as YYYY-MM-DD. */
export type HijriMonth = { key: string; year: number; month: number; start: string }

/** Ways of writing each month that folding the spelling does not join, the short ones included. */
const names: readonly (readonly string[])[] = [
  ['محرم', 'محرّم', 'muharram', 'moharram'],
  ['صفر', 'safar'],
  ['ربيع الأول', 'ربيع 1', 'rabi al-awwal', 'rabi i', 'rabi 1', 'rabi al awwal'],
  ['ربيع الآخر', 'ربيع الثاني', 'ربيع 2', 'rabi al-thani', 'rabi ii', 'rabi 2', 'rabi al thani', 'rabi al-akhir'],
  ['جمادى الأولى', 'جمادى 1', 'jumada al-ula', 'jumada i', 'jumada 1', 'jumada al-awwal'],
  ['جمادى الآخرة', 'جمادى الثانية', 'جمادى 2', 'jumada al-akhira', 'jumada ii', 'jumada 2', 'jumada al-thani'],
  ['رجب', 'rajab'],
  ['شعبان', 'shaaban', "sha'ban", 'shaban'],
  ['رمضان', 'ramadan', 'ramadhan', 'ramazan'],
  ['شوال', 'shawwal', 'shawal'],
  ['ذو القعدة', 'ذي القعدة', 'dhu al-qaadah', "dhu al-qi'dah", 'dhul qadah', 'zul qada'],
  ['ذو الحجة', 'ذي الحجة', 'dhu al-hijjah', 'dhu al-hijja', 'dhul hijjah', 'dhul hijja', 'zul hijja'],
]

export const namesOf = (month: number): readonly string[] => names[month - 1] ?? []

/** The month a day (YYYY-MM-DD) is in, and the thirteen after it: what a decision about the moon can still be about. */
export function monthsAhead(calendar: { hijriShifts: HijriShifts }, day: string): HijriMonth[] {
  const at = toHijri(calendar, Temporal.PlainDate.from(day))
  return Array.from({ length: 14 }, (_, i) => {
    const n = at.month - 1 + i
    const [year, month] = [at.year + Math.floor(n / 12), (n % 12) + 1]
    return { key: `${year}-${String(month).padStart(2, '0')}`, year, month, start: monthStart(calendar, year, month).toString() }
  })
}

/** The first of these months that a text names, by name or, said alone, by its number from 1 to 12. */
export function monthSaid(said: string, months: readonly HijriMonth[]): HijriMonth | null {
  const text = fold(said)
  const exact = months.find(m => m.key === text)
  if (exact) return exact
  const year = /\b1[345]\d\d\b/.exec(text)?.[0]
  const inYear = year ? months.filter(m => String(m.year) === year) : months
  const number = /^\d{1,2}$/.exec(text)
  if (number) return inYear.find(m => m.month === Number(number[0])) ?? null
  const held = inYear.filter(m =>
    namesOf(m.month).some(n => new RegExp(`(?<!\\p{L})(و|ل|ب|لل)?${escaped(fold(n))}(?!\\p{L}|\\p{N})`, 'u').test(text)),
  )
  return held[0] ?? null
}
const escaped = (s: string): string => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export type Way = 'earlier' | 'later'

/** Whether a text moves something to an earlier or a later day; null where it says neither, or both. */
export function wayOf(said: string): Way | null {
  const text = fold(said)
  const earlier = /\b(earlier|before|forward)\b|تقديم|قدم|قبل|مبكر|اقدم/.test(text)
  const later = /\b(later|after|back|delay(ed)?|postpone)\b|تاخير|اخر(?!ه)|بعد|متاخر/.test(text.replace(/(ربيع|جمادي) الاخر/g, ''))
  if (earlier === later) return null
  return earlier ? 'earlier' : 'later'
}
