/** Working days and hours of a network: weekend, holidays, the shorter hours of Ramadan. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { Hours, Weekday } from '../model/settings.ts'
import { type HijriShifts, toHijri } from './hijri.ts'
import { dayOf, instantAt } from './zone.ts'

export type Calendar = {
  zone: string
  weekend: readonly Weekday[]
  /** Days as YYYY-MM-DD, `to` inclusive. */
  holidays: readonly { from: string; to: string }[]
  workingHours: Hours
  ramadanHours: Hours | null
  hijriShifts: HijriShifts
}

const ramadan = 9
/** No run of days off is longer than this; a calendar that says otherwise is broken. */
const longestRest = 400

export function isWorkingDay(cal: Calendar, day: Temporal.PlainDate): boolean {
  if ((cal.weekend as readonly number[]).includes(day.dayOfWeek)) return false
  const text = day.toString()
  return !cal.holidays.some(h => h.from <= text && text <= h.to)
}

/** The `n`th working day after (negative: before) a day; 0 is the day itself, working or not. */
export function addWorkingDays(cal: Calendar, day: Temporal.PlainDate, n: number): Temporal.PlainDate {
  const step = n < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(n), tries = 0; left > 0; tries++) {
    if (tries > longestRest + Math.abs(n) * 7) throw new Error('no working day can be found: the weekend and holidays leave none')
    at = at.add({ days: step })
    if (isWorkingDay(cal, at)) left--
  }
  return at
}

/** The working hours of a day, if it is one. */
export const hoursOf = (cal: Calendar, day: Temporal.PlainDate): Hours =>
  cal.ramadanHours && toHijri(cal, day).month === ramadan ? cal.ramadanHours : cal.workingHours

/** The instant at which work begins on a day. */
export const opens = (cal: Calendar, day: Temporal.PlainDate): Temporal.Instant => instantAt(cal.zone, day, hoursOf(cal, day).from)
/** The instant at which work ends on a day. */
export const closes = (cal: Calendar, day: Temporal.PlainDate): Temporal.Instant => instantAt(cal.zone, day, hoursOf(cal, day).to)

/** Hours are half open: at the closing instant work is over. */
export function inWorkingHours(cal: Calendar, at: Temporal.Instant): boolean {
  const day = dayOf(cal.zone, at)
  return isWorkingDay(cal, day) && Temporal.Instant.compare(at, opens(cal, day)) >= 0 && Temporal.Instant.compare(at, closes(cal, day)) < 0
}

/** `at` itself inside working hours, else the next opening. */
export function nextWorkingMoment(cal: Calendar, at: Temporal.Instant): Temporal.Instant {
  if (inWorkingHours(cal, at)) return at
  const day = dayOf(cal.zone, at)
  if (isWorkingDay(cal, day) && Temporal.Instant.compare(at, opens(cal, day)) < 0) return opens(cal, day)
  return opens(cal, addWorkingDays(cal, day, 1))
}

/** The close of working hours on the day that is `workingDays` working days before the meeting's day. */
export function deadlineOf(cal: Calendar, meetingDay: Temporal.PlainDate, workingDays: number): Temporal.Instant {
  const day = workingDays === 0 ? meetingDay : addWorkingDays(cal, meetingDay, -workingDays)
  return closes(cal, day)
}
