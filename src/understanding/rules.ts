/**
 * The rules this bot states for words on which people differ, in one place (the field's glossary holds them too):
 * "next Sunday" is the first Sunday after today, "Sunday week" and "the Sunday after next" the one after it; a weekday named on that very weekday is
 * the coming one, today being the other reading; early, mid and late in a month are days 1–10, 11–20, 21 to its end, and of a year its thirds;
 * the weekend ends the week, so "next week" begins after the network's coming weekend, and "the end of the week" is the weekend; the first week of a
 * month is the first that begins in it; a day without a year that has passed means the next one; an hour said without morning or evening is 1–6 in
 * the afternoon, 7–11 in the morning, 12 at noon; a clock time without a day is the coming one.
 */
import { Temporal } from 'temporal-polyfill'
import type { Weekday } from '../model/settings.ts'
import { weekStart } from '../time/zone.ts'
import type { Half, Part } from './words/book.ts'

export type Span = { start: Temporal.PlainDate; end: Temporal.PlainDate }

/** The first such weekday after today; `weeks` more for "the one after". */
export const comingWeekday = (today: Temporal.PlainDate, dow: number, weeks = 0): Temporal.PlainDate =>
  today.add({ days: ((dow - today.dayOfWeek + 6) % 7) + 1 + weeks * 7 })

/** "This Sunday": today itself when it is that day. */
export const nearestWeekday = (today: Temporal.PlainDate, dow: number): Temporal.PlainDate =>
  today.add({ days: (dow - today.dayOfWeek + 7) % 7 })

export const pastWeekday = (today: Temporal.PlainDate, dow: number): Temporal.PlainDate =>
  today.subtract({ days: ((today.dayOfWeek - dow + 6) % 7) + 1 })

/** The day of this weekday nearest to a date. */
export const nearTo = (date: Temporal.PlainDate, dow: number): Temporal.PlainDate => {
  const ahead = (dow - date.dayOfWeek + 7) % 7
  return ahead <= 3 ? date.add({ days: ahead }) : date.subtract({ days: 7 - ahead })
}

/** Whether people differ on "next Sunday": said within the days just before it, or on the weekend. */
export const nextIsDoubtful = (today: Temporal.PlainDate, weekend: readonly Weekday[], start: Temporal.PlainDate): boolean =>
  today.until(start, { largestUnit: 'days' }).days <= 2 || (weekend as readonly number[]).includes(today.dayOfWeek)

/** The week `offset` weeks from this one: its first day to its last, the weekend its last days. */
export function week(today: Temporal.PlainDate, weekend: readonly Weekday[], offset: number): Span {
  const start = weekStart(weekend, today).add({ days: 7 * offset })
  return { start, end: start.add({ days: 6 }) }
}

/** The coming weekend, or the one that is now. */
export function weekendOf(today: Temporal.PlainDate, weekend: readonly Weekday[], offset: number): Span {
  const { start } = week(today, weekend, offset)
  const days = Array.from({ length: 7 }, (_, i) => start.add({ days: i })).filter(d => (weekend as readonly number[]).includes(d.dayOfWeek))
  const first = days[0] ?? start.add({ days: 6 })
  return { start: first, end: days.at(-1) ?? first }
}

/** A part of a month: its days 1–10, 11–20, 21 to its end. */
export function partOfMonth(year: number, month: number, part: Part | null): Span {
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

/** A part of any other stretch: a third of it; of a Hijri month its days as of any month; of a week its first days, its middle, its weekend. */
export function partOf(whole: Span, part: Part): Span {
  const days = whole.start.until(whole.end, { largestUnit: 'days' }).days + 1
  const at = (day: number) => whole.start.add({ days: day })
  const months = days > 80 ? Math.round(days / 30.4) : 0
  // Of a quarter or a year, thirds by months; of shorter stretches by days.
  const edge = (n: number) =>
    months > 0 ? whole.start.add({ months: Math.round((months * n) / 3) }) : at(days > 25 ? n * 10 : Math.round((days * n) / 3))
  switch (part) {
    case 'early':
      return { start: whole.start, end: days === 7 ? at(2) : edge(1).subtract({ days: 1 }) }
    case 'mid':
      return { start: edge(1), end: edge(2).subtract({ days: 1 }) }
    case 'late':
    case 'end':
      return { start: edge(2), end: whole.end }
    default:
      return part satisfies never
  }
}

/** A day and month without a year: this year's, or next year's where that has passed. Null where there is no such day. */
export function comingDate(today: Temporal.PlainDate, day: number, month: number): Temporal.PlainDate | null {
  // A 29 February may be eight years off (2096 to 2104).
  for (let year = today.year; year <= today.year + 8; year++) {
    const d = dateOf(year, month, day)
    if (d && Temporal.PlainDate.compare(d, today) >= 0) return d
  }
  return null
}

/** The last one not after a day. */
export function lastDate(before: Temporal.PlainDate, day: number, month: number): Temporal.PlainDate | null {
  for (let year = before.year; year >= before.year - 8; year--) {
    const d = dateOf(year, month, day)
    if (d && Temporal.PlainDate.compare(d, before) <= 0) return d
  }
  return null
}

/** A day of the month alone: of this month, or of the next that has it. */
export function comingDay(today: Temporal.PlainDate, day: number): Temporal.PlainDate | null {
  for (let ahead = 0; ahead < 3; ahead++) {
    const m = today.toPlainYearMonth().add({ months: ahead })
    const d = dateOf(m.year, m.month, day)
    if (d && Temporal.PlainDate.compare(d, today) >= 0) return d
  }
  return null
}

/** The last such day of a month before a day: of its month, or of the one before. */
export function lastDay(before: Temporal.PlainDate, day: number): Temporal.PlainDate | null {
  for (let back = 0; back < 2; back++) {
    const m = before.toPlainYearMonth().subtract({ months: back })
    const d = dateOf(m.year, m.month, day)
    if (d && Temporal.PlainDate.compare(d, before) < 0) return d
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

/** The hour of a day that is meant, 0 to 28: past 23 it is of the night that follows. */
export function hourOf(hour: number, half: Half | null): number {
  if (hour > 12 || hour === 0) return hour
  switch (half) {
    case null:
      return hour <= 6 ? hour + 12 : hour
    case 'am':
      return hour === 12 ? 0 : hour
    case 'noon':
      return hour >= 10 ? hour : hour + 12
    case 'pm':
    case 'afternoon':
    case 'evening':
      return hour === 12 ? 12 : hour + 12
    case 'night':
      return hour === 12 || hour <= 4 ? (hour % 12) + 24 : hour + 12
    default:
      return half satisfies never
  }
}
