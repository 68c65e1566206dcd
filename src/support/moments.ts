/** When the centre is reminded of a request, and when one that is done closes by itself. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { SupportRequest } from '../model/support.ts'
import { addWorkingDays, type Calendar, closes, nextWorkingMoment, opens } from '../time/working-days.ts'
import { dayOf, instantAt, wall } from '../time/zone.ts'

export const dueKinds = {
  untaken: 'support.untaken',
  urgentUntaken: 'support.urgentUntaken',
  soon: 'support.soon',
  overdue: 'support.overdue',
  close: 'support.close',
} as const
export type MomentName = keyof typeof dueKinds

/** Working days after which nobody has taken it; and in which whoever asked may say that it is not done. */
const takenWithin = 1
const answeredWithin = 5
/** Minutes after which all coordinators hear of an urgent one that nobody has taken. */
const urgentWithin = 60

/** The same time of day so many working days later, and no later than the close of that day. What comes outside working hours counts from the next opening. */
export function workingDaysAfter(cal: Calendar, at: Temporal.Instant, days: number): Temporal.Instant {
  const from = nextWorkingMoment(cal, at)
  const day = addWorkingDays(cal, dayOf(cal.zone, from), days)
  const same = instantAt(cal.zone, day, wall(cal.zone, from).toPlainTime().toString({ smallestUnit: 'minute' }))
  const [first, last] = [opens(cal, day), closes(cal, day)]
  if (Temporal.Instant.compare(same, first) < 0) return first
  return Temporal.Instant.compare(same, last) > 0 ? last : same
}

/** What falls due for a request as it stands; a moment that is not named is none. */
export function momentsOf(
  cal: Calendar,
  r: Pick<SupportRequest, 'state' | 'dueOn' | 'urgent' | 'askedAt' | 'changedAt' | 'doneAt'>,
  now: Temporal.Instant,
): Partial<Record<MomentName, Temporal.Instant>> {
  const day = Temporal.PlainDate.from(r.dueOn)
  const dated = { soon: opens(cal, addWorkingDays(cal, day, -1)), overdue: opens(cal, addWorkingDays(cal, day, 1)) }
  const ahead = (at: Temporal.Instant) => Temporal.Instant.compare(at, now) > 0
  switch (r.state) {
    case 'asked': {
      // One that came back to nobody is looked after anew from then on.
      const first = workingDaysAfter(cal, r.askedAt, takenWithin)
      const untaken = ahead(first) ? first : workingDaysAfter(cal, r.changedAt, takenWithin)
      return { ...dated, untaken, ...(r.urgent ? { urgentUntaken: r.changedAt.add({ minutes: urgentWithin }) } : {}) }
    }
    case 'taken':
      return dated
    case 'done':
      return r.doneAt ? { close: workingDaysAfter(cal, r.doneAt, answeredWithin) } : {}
    case 'closed':
    case 'declined':
    case 'withdrawn':
      return {}
    default:
      return r.state satisfies never
  }
}
