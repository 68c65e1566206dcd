/** When an action is reminded of: before it is due, and once when it is overdue. Pure. */
import { Temporal } from 'temporal-polyfill'
import { addWorkingDays, type Calendar, opens } from '../time/working-days.ts'

export const dueKinds = { remind: 'action.remind', overdue: 'action.overdue' } as const

export type Moments = { remind: Temporal.Instant; overdue: Temporal.Instant }

/** The opening of work `days` working days before the day it is due, and of the working day after it. */
export function momentsOf(cal: Calendar, dueOn: string, days: number): Moments {
  const day = Temporal.PlainDate.from(dueOn)
  return { remind: opens(cal, addWorkingDays(cal, day, -days)), overdue: opens(cal, addWorkingDays(cal, day, 1)) }
}
