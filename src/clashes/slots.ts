/** The nearest days on which an activity would clash with nothing. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { When } from '../model/activity.ts'
import type { Calendar } from '../time/working-days.ts'
import { isWorkingDay } from '../time/working-days.ts'
import { between, type Compared, ofCalendar, type Rules, stretchesOf, worst } from './compare.ts'

/** Days that are looked at on either side. */
export const reach = 28

/** The same hours so many days later (earlier where negative). */
export function shifted(when: When, days: number, zone: string): When {
  const day = (d: string) => Temporal.PlainDate.from(d).add({ days }).toString()
  const instant = (t: string) =>
    Temporal.Instant.from(t).toZonedDateTimeISO(zone).add({ days }).toString({ timeZoneName: 'never', smallestUnit: 'second' })
  const end = (t: string | null) => (t === null ? null : instant(t))
  switch (when.kind) {
    case 'timed':
      return { ...when, start: instant(when.start), end: end(when.end) }
    case 'sessions':
      return { ...when, sessions: when.sessions.map(s => ({ start: instant(s.start), end: end(s.end) })) }
    case 'days':
    case 'span':
      return { ...when, start: day(when.start), end: day(when.end) }
    default:
      return when satisfies never
  }
}

/** Up to `most` times, the nearest first, on working days, that clash with none of `all` and are still ahead. */
export function freeSlots(
  mine: Compared,
  all: readonly Compared[],
  r: Rules,
  around: { calendar: Calendar; holidays: Parameters<typeof ofCalendar>[3]; now: Temporal.Instant },
  most: number,
): When[] {
  const out: When[] = []
  for (let n = 1; n <= reach && out.length < most; n++)
    for (const days of [n, -n]) {
      if (out.length >= most) break
      const when = shifted(mine.when, days, r.zone)
      const stretches = stretchesOf(when, r.zone)
      const first = stretches[0]
      if (!first || first.from <= around.now.epochMilliseconds) continue
      if (!stretches.every(s => s.days.every(d => isWorkingDay(around.calendar, Temporal.PlainDate.from(d))))) continue
      if (ofCalendar(when, r, around.calendar, around.holidays).length > 0) continue
      const moved = { ...mine, when }
      // What is only worth knowing does not take a day out.
      if (all.some(b => ['blocking', 'serious'].includes(worst(between(moved, b, r)) ?? ''))) continue
      out.push(when)
    }
  return out
}
