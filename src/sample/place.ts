/** Gives what is written its days: each month's activities stand evenly on the working days of their month. Pure. */
import type { Temporal } from 'temporal-polyfill'
import type { When } from '../model/activity.ts'
import { addWorkingDays, type Calendar, isWorkingDay } from '../time/working-days.ts'
import { instantAt, instantText, wall } from '../time/zone.ts'
import type { Shape, Written } from './written.ts'

/** Friday: the day of the weekend on which families are free. */
const friday = 5

const daysBetween = (after: Temporal.PlainDate, until: Temporal.PlainDate): Temporal.PlainDate[] =>
  Array.from({ length: after.until(until, { largestUnit: 'days' }).days }, (_, at) => after.add({ days: at + 1 }))

/**
 * Each of `list` with its first day, in order: after the day `after`, not past the day `until`. Working days, but for what is on the weekend on
 * purpose; what is `sameDay` stands with the one before it.
 */
export function placed(
  cal: Calendar,
  list: readonly Written[],
  after: Temporal.PlainDate,
  until: Temporal.PlainDate,
): { written: Written; day: Temporal.PlainDate }[] {
  const working = daysBetween(after, until).filter(day => isWorkingDay(cal, day))
  const last = working.at(-1)
  if (!last) throw new Error(`No working day after ${after} until ${until}`)
  let before = last
  return list.map((written, at) => {
    const evenly = working[Math.floor(((at + 0.5) * working.length) / list.length)] ?? last
    if (!written.sameDay) before = written.onWeekend ? fridayNear(evenly, after, until) : evenly
    return { written, day: before }
  })
}

/** The next Friday, or the one before where that is past the end. */
function fridayNear(day: Temporal.PlainDate, after: Temporal.PlainDate, until: Temporal.PlainDate): Temporal.PlainDate {
  const next = day.add({ days: (friday - day.dayOfWeek + 7) % 7 })
  const inside = next.until(until, { largestUnit: 'days' }).days >= 0
  const chosen = inside ? next : next.subtract({ weeks: 1 })
  return after.until(chosen, { largestUnit: 'days' }).days > 0 ? chosen : next
}

const gulfMonths = ['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر']

/** Early, mid and late: days 1–10, 11–20, 21 to the month's end. */
function partOfMonth(day: Temporal.PlainDate): { first: number; last: number; word: string } {
  if (day.day <= 10) return { first: 1, last: 10, word: 'أوائل' }
  if (day.day <= 20) return { first: 11, last: 20, word: 'منتصف' }
  return { first: 21, last: day.daysInMonth, word: 'أواخر' }
}

/** The shape from a first day and a wall time 'HH:MM' on. */
export function whenOf(cal: Calendar, shape: Shape, day: Temporal.PlainDate, at: string): When {
  const from = (on: Temporal.PlainDate, plus: number) => instantText(wall(cal.zone, instantAt(cal.zone, on, at)).add({ minutes: plus }))
  switch (shape.kind) {
    case 'timed':
      return { kind: 'timed', start: from(day, 0), end: from(day, shape.minutes) }
    case 'days':
      return { kind: 'days', start: day.toString(), end: day.add({ days: shape.days - 1 }).toString() }
    case 'span': {
      const { first, last, word } = partOfMonth(day)
      const words = `${word} ${gulfMonths[day.month - 1] ?? ''}`
      return { kind: 'span', start: day.with({ day: first }).toString(), end: day.with({ day: last }).toString(), words }
    }
    case 'sessions': {
      const on = Array.from({ length: shape.times }, (_, nth) => addWorkingDays(cal, day, nth))
      return { kind: 'sessions', sessions: on.map(each => ({ start: from(each, 0), end: from(each, shape.minutes) })) }
    }
    default:
      return shape satisfies never
  }
}
