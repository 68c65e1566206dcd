/** When a meeting's reminders go out. Pure. */
import { Temporal } from 'temporal-polyfill'
import { addWorkingDays, type Calendar, closes, nextWorkingMoment, opens } from '../time/working-days.ts'
import { dayOf } from '../time/zone.ts'

export type Reminder = { step: number; at: Temporal.Instant }

const earlier = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0

/**
 * The moments of the steps, in order. A step is the opening of working hours so many working days before the deadline's day; 0 is that day's own
 * morning, or the next working morning where it is none. What would land on or after a later step, or on or after the deadline, is dropped.
 */
export function remindersOf(cal: Calendar, deadline: Temporal.Instant, steps: readonly number[]): Reminder[] {
  const day = dayOf(cal.zone, deadline)
  const kept: Reminder[] = []
  let limit = deadline
  for (const step of [...new Set(steps)].sort((a, b) => a - b)) {
    const at = step === 0 ? nextWorkingMoment(cal, opens(cal, day)) : opens(cal, addWorkingDays(cal, day, -step))
    if (!earlier(at, limit)) continue
    kept.unshift({ step, at })
    limit = at
  }
  return kept
}

/** The first close of working hours after an instant. */
export function nextClose(cal: Calendar, at: Temporal.Instant): Temporal.Instant {
  const moment = nextWorkingMoment(cal, at)
  return closes(cal, dayOf(cal.zone, moment))
}

/** The opening of the next working day after the day of an instant. */
export const nextMorning = (cal: Calendar, at: Temporal.Instant): Temporal.Instant =>
  opens(cal, addWorkingDays(cal, dayOf(cal.zone, at), 1))

/** Days from today to the day of an instant; negative where it is past. */
export const daysUntil = (zone: string, now: Temporal.Instant, at: Temporal.Instant): number =>
  dayOf(zone, now).until(dayOf(zone, at), { largestUnit: 'days' }).days
