/** When an activity is asked about again: as its date comes near while it is not sure, and once it is over. Pure. */
import type { Temporal } from 'temporal-polyfill'
import { boundsOf } from '../activities/when.ts'
import type { Activity } from '../model/activity.ts'
import { addWorkingDays, type Calendar, opens } from '../time/working-days.ts'
import { dayOf } from '../time/zone.ts'

export const dueKinds = { near: 'freshness.near', past: 'freshness.past' } as const

export type Moments = { near: Temporal.Instant | null; past: Temporal.Instant | null }

/** The opening of work `days` working days before it begins, where it is not confirmed; and of the working day after it ends. Null where nothing is asked. */
export function momentsOf(cal: Calendar, a: Pick<Activity, 'when' | 'certainty' | 'lifecycle'>, days: number): Moments {
  if (a.lifecycle !== 'planned') return { near: null, past: null }
  const { startsAt, endsAt } = boundsOf(a.when, cal.zone)
  const last = dayOf(cal.zone, endsAt.subtract({ milliseconds: 1 }))
  return {
    near: a.certainty === 'confirmed' ? null : opens(cal, addWorkingDays(cal, dayOf(cal.zone, startsAt), -days)),
    past: opens(cal, addWorkingDays(cal, last, 1)),
  }
}
