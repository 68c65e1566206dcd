/** The When of an activity: from what was understood, its bounds for queries, whether it is past. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { When } from '../model/activity.ts'
import type { Mention } from '../model/meaning.ts'

const dayPattern = /^\d{4}-\d\d-\d\d$/

/** A mention of time as a When; null for a clock time without a day. */
export function whenOf(m: Mention): When | null {
  if (m.timeOnly) return null
  if (m.sessions && m.sessions.length > 1 && m.sessions.every(s => !dayPattern.test(s.start)))
    return { kind: 'sessions', sessions: m.sessions.map(s => ({ start: s.start, end: s.end })) }
  if (m.sessions?.length === 1 && m.sessions[0] && !dayPattern.test(m.sessions[0].start))
    return { kind: 'timed', start: m.sessions[0].start, end: m.sessions[0].end }
  if (!m.allDay) return { kind: 'timed', start: m.start, end: m.end }
  const start = m.start.slice(0, 10)
  const end = (m.end ?? m.start).slice(0, 10)
  if (m.certainty === 'approximate' || ['week', 'month', 'quarter', 'year'].includes(m.grain))
    return { kind: 'span', start, end, words: m.text.slice(0, 200) }
  return { kind: 'days', start, end }
}

/** Puts a clock time (HH:MM, and its end) to the day a When already has. Null where there is not one single day. */
export function atTime(when: When, zone: string, from: string, to: string | null): When | null {
  const day = singleDay(when, zone)
  if (!day) return null
  const at = (time: string, date: string) => stamp(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }))
  const next = to !== null && to <= from ? Temporal.PlainDate.from(day).add({ days: 1 }).toString() : day
  return { kind: 'timed', start: at(from, day), end: to === null ? null : at(to, next) }
}

/** Moves a When to another day, its clock times kept. */
export function onDay(when: When | undefined, zone: string, day: string): When {
  if (when?.kind !== 'timed') return { kind: 'days', start: day, end: day }
  const start = Temporal.Instant.from(when.start).toZonedDateTimeISO(zone)
  const moved = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: start.toPlainTime() })
  const end = when.end ? moved.add(Temporal.Instant.from(when.start).until(Temporal.Instant.from(when.end))) : null
  return { kind: 'timed', start: stamp(moved), end: end ? stamp(end) : null }
}

/** An instant as the model writes it: wall time with offset, to the second. */
export const stamp = (z: Temporal.ZonedDateTime): string => z.toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** The one day of a When, YYYY-MM-DD in the zone; null for spans, several days and sessions. */
export function singleDay(when: When, zone: string): string | null {
  switch (when.kind) {
    case 'timed':
      return Temporal.Instant.from(when.start).toZonedDateTimeISO(zone).toPlainDate().toString()
    case 'days':
      return when.start === when.end ? when.start : null
    case 'span':
    case 'sessions':
      return null
    default:
      return when satisfies never
  }
}

/** First instant (inclusive) and last (exclusive). A timed one without an end counts a minute, so that it is in the window it begins in. */
export function boundsOf(when: When, zone: string): { startsAt: Temporal.Instant; endsAt: Temporal.Instant } {
  const midnight = (day: string, plus = 0) => Temporal.PlainDate.from(day).add({ days: plus }).toZonedDateTime(zone).toInstant()
  const timed = (start: string, end: string | null) => {
    const startsAt = Temporal.Instant.from(start)
    return { startsAt, endsAt: end ? Temporal.Instant.from(end) : startsAt.add({ minutes: 1 }) }
  }
  switch (when.kind) {
    case 'timed':
      return timed(when.start, when.end)
    case 'days':
    case 'span':
      return { startsAt: midnight(when.start), endsAt: midnight(when.end, 1) }
    case 'sessions': {
      const all = when.sessions.map(s => timed(s.start, s.end))
      const first = all.reduce((a, b) => (Temporal.Instant.compare(a.startsAt, b.startsAt) <= 0 ? a : b))
      const last = all.reduce((a, b) => (Temporal.Instant.compare(a.endsAt, b.endsAt) >= 0 ? a : b))
      return { startsAt: first.startsAt, endsAt: last.endsAt }
    }
    default:
      return when satisfies never
  }
}

/** When activities begin, in milliseconds since 1970. */
export const startOf =
  (zone: string) =>
  ({ when }: { when: When }): number =>
    boundsOf(when, zone).startsAt.epochMilliseconds

/** Whether any of it lies in a stretch of time, its end exclusive. */
export function touches(when: When, stretch: { start: Temporal.Instant; end: Temporal.Instant }, zone: string): boolean {
  const { startsAt, endsAt } = boundsOf(when, zone)
  return Temporal.Instant.compare(endsAt, stretch.start) > 0 && Temporal.Instant.compare(startsAt, stretch.end) < 0
}

/** The first day, YYYY-MM-DD in the zone. */
export const firstDayOf = (when: When, zone: string): string =>
  boundsOf(when, zone).startsAt.toZonedDateTimeISO(zone).toPlainDate().toString()

/** The months it is in, YYYY-MM, in order. */
export function monthsOf(when: When, zone: string): string[] {
  const { startsAt, endsAt } = boundsOf(when, zone)
  const monthAt = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth()
  const last = monthAt(endsAt.subtract({ nanoseconds: 1 }))
  const out: string[] = []
  for (let m = monthAt(startsAt); Temporal.PlainYearMonth.compare(m, last) <= 0; m = m.add({ months: 1 })) out.push(m.toString())
  return out
}
