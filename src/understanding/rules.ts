/**
 * The rules this bot states for words on which people differ, in one place (the field's glossary holds them too):
 * "next Sunday" is the first Sunday after today, "Sunday week" the one after it; early, mid and late in a month are days 1–10, 11–20, 21 to its end;
 * the weekend ends the week, so "next week" begins after the network's coming weekend; a day without a year that has passed means the next one.
 */
import { Temporal } from 'temporal-polyfill'
import type { Weekday } from '../model/settings.ts'
import { weekStart } from '../time/zone.ts'

export type Span = { start: Temporal.PlainDate; end: Temporal.PlainDate }

/** The first such weekday after today; `weeks` more for "the one after". */
export const comingWeekday = (today: Temporal.PlainDate, dow: number, weeks = 0): Temporal.PlainDate =>
  today.add({ days: ((dow - today.dayOfWeek + 6) % 7) + 1 + weeks * 7 })

/** A weekday alone: today itself when it is that day. */
export const nearestWeekday = (today: Temporal.PlainDate, dow: number): Temporal.PlainDate =>
  today.add({ days: (dow - today.dayOfWeek + 7) % 7 })

export const pastWeekday = (today: Temporal.PlainDate, dow: number): Temporal.PlainDate =>
  today.subtract({ days: ((today.dayOfWeek - dow + 6) % 7) + 1 })

/** The week `offset` weeks from this one: its first day to its last, the weekend its last days. */
export function week(today: Temporal.PlainDate, weekend: readonly Weekday[], offset: number): Span {
  const start = weekStart(weekend, today).add({ days: 7 * offset })
  return { start, end: start.add({ days: 6 }) }
}

/** The coming weekend, or the one that is now. */
export function weekendOf(today: Temporal.PlainDate, weekend: readonly Weekday[], offset: number): Span {
  const days = Array.from({ length: 7 }, (_, i) => week(today, weekend, offset).start.add({ days: i })).filter(d =>
    (weekend as readonly number[]).includes(d.dayOfWeek),
  )
  const first = days[0] ?? today
  return { start: first, end: days.at(-1) ?? first }
}

export type Third = 'early' | 'mid' | 'late' | 'end'

export function partOfMonth(year: number, month: number, part: Third | null): Span {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const at = (day: number) => first.with({ day })
  switch (part) {
    case 'early':
      return { start: first, end: at(10) }
    case 'mid':
      return { start: at(11), end: at(20) }
    case 'late':
    case 'end':
      return { start: at(21), end: at(first.daysInMonth) }
    case null:
      return { start: first, end: at(first.daysInMonth) }
    default:
      return part satisfies never
  }
}

/** A day and month without a year: this year's, or next year's where that has passed. Null where there is no such day. */
export function comingDate(today: Temporal.PlainDate, day: number, month: number): Temporal.PlainDate | null {
  for (const year of [today.year, today.year + 1, today.year + 2, today.year + 3, today.year + 4]) {
    const d = dateOf(year, month, day)
    if (d && Temporal.PlainDate.compare(d, today) >= 0) return d
  }
  return null
}

/** A date that exists, or null. */
export function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1 || year > 9999) return null
  const m = Temporal.PlainYearMonth.from({ year, month })
  return day <= m.daysInMonth ? m.toPlainDate({ day }) : null
}

/** The coming one of a month: this month itself, or next year's when it has passed. */
export const comingMonth = (today: Temporal.PlainDate, month: number): { year: number; month: number } => ({
  year: month < today.month ? today.year + 1 : today.year,
  month,
})
