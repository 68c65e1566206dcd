/** Hijri dates: Umm al-Qura through the runtime's own calendar, with the days by which a network's announced months differ. Pure. */
import { Temporal } from 'temporal-polyfill'
// The plain build knows only the ISO calendar; the full one is used here alone, and days cross over as text.
import { Temporal as Full } from 'temporal-polyfill/full'

export type HijriDate = { year: number; month: number; day: number }
/** Days by which a Hijri month begins later (negative: earlier) than Umm al-Qura says, by 'YYYY-MM' of the Hijri year and month. */
export type HijriShifts = Record<string, number>

const umm = 'islamic-umalqura'
const keyOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`
const shiftOf = (shifts: HijriShifts, year: number, month: number): number => shifts[keyOf(year, month)] ?? 0

const starts = new Map<string, string>()
/** The first day of an Umm al-Qura month. Remembered: there are twelve a year, and every reminder asks. */
function tabular(year: number, month: number): Temporal.PlainDate {
  const key = keyOf(year, month)
  let day = starts.get(key)
  if (!day) {
    day = Full.PlainDate.from({ calendar: umm, year, month, day: 1 }).withCalendar('iso8601').toString()
    starts.set(key, day)
  }
  return Temporal.PlainDate.from(day)
}

/** The first day of a Hijri month in this network. */
export function monthStart(cal: { hijriShifts: HijriShifts }, year: number, month: number): Temporal.PlainDate {
  return tabular(year, month).add({ days: shiftOf(cal.hijriShifts, year, month) })
}

const next = (year: number, month: number) => (month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 })
const previous = (year: number, month: number) => (month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 })

/** A Gregorian day as the network's Hijri date. A month that was moved makes the one before it longer or shorter. */
export function toHijri(cal: { hijriShifts: HijriShifts }, date: Temporal.PlainDate): HijriDate {
  // A near guess (a Hijri month is about 29.53 days from 1 Muharram 1400, 20 November 1979), then the months' own beginnings decide.
  const months = Math.floor(Temporal.PlainDate.from('1979-11-20').until(date, { largestUnit: 'days' }).days / 29.530588)
  let at = { year: 1400 + Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 }
  while (Temporal.PlainDate.compare(date, monthStart(cal, at.year, at.month)) < 0) at = previous(at.year, at.month)
  for (
    let following = next(at.year, at.month);
    Temporal.PlainDate.compare(date, monthStart(cal, following.year, following.month)) >= 0;
    following = next(at.year, at.month)
  )
    at = following
  return { ...at, day: monthStart(cal, at.year, at.month).until(date, { largestUnit: 'days' }).days + 1 }
}

/** A Hijri date as the Gregorian day it falls on; a day past its month's end is that month's last. */
export function fromHijri(cal: { hijriShifts: HijriShifts }, h: HijriDate): Temporal.PlainDate {
  const start = monthStart(cal, h.year, h.month)
  const following = next(h.year, h.month)
  const length = start.until(monthStart(cal, following.year, following.month), { largestUnit: 'days' }).days
  return start.add({ days: Math.min(Math.max(h.day, 1), length) - 1 })
}
