/** One group of what was said, as a mention: days and clock put together, sessions, the second reading, and what is wrong with it. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { Mention, Problem } from '../../model/meaning.ts'
import { hourOf } from '../rules.ts'
import { stampOf } from '../stamps.ts'
import type { Half } from '../words/book.ts'
import type { Group } from './groups.ts'
import { daysBetween, resolve } from './resolve.ts'
import type { Place, Resolved } from './resolved.ts'
import type { Clock, Days, Times } from './symbols.ts'

type Zoned = Temporal.ZonedDateTime
type Day = Temporal.PlainDate
const compare = Temporal.PlainDate.compare
export type Made = { mention: Omit<Mention, 'text' | 'at'> | null; problems: Problem[] }

/** Days of one activity that are counted out as sessions at most. */
const longestRun = 62

export function mentionOf(g: Group, at: Place, now: Zoned): Made {
  const problems = new Set<Problem>()
  if (g.times?.kind === 'elapsed') return { mention: fromNow(g.times, now), problems: [] }
  const clock = g.times?.kind === 'clock' ? g.times : null
  if (clock && !clockExists(clock)) return { mention: null, problems: ['impossible'] }
  if (g.days === null) return { mention: clock ? timeOnly(clock, g, at, problems, now) : null, problems: [...problems] }
  const days = withEnd(g, at)
  if (!days) return { mention: null, problems: ['impossible'] }
  if (days.conflict) problems.add('conflict')
  const last = days.end ?? days.start
  if (compare(last, days.start) < 0) problems.add('end_before_start')
  if (compare(last, at.today) < 0) problems.add('past')
  const mention = clock && !days.approx ? timed(days, clock, g, at, problems) : allDay(days, g, at)
  return { mention, problems: [...problems] }
}

/** The days of a group, with the end that a length or "until" gives them. */
function withEnd(g: Group, at: Place): Resolved | null {
  const said = g.days as Days
  if (g.until) {
    const whole: Days =
      said.kind === 'every' && said.of === null
        ? { ...said, of: { kind: 'rest', of: g.until } }
        : { kind: 'range', from: said, to: g.until }
    return resolve(whole, at)
  }
  if (g.lastDays) return resolve({ kind: 'range', from: said, to: g.lastDays }, at)
  const days = resolve(said, at)
  if (!days || !g.length || days.end) return days
  const { n, unit } = g.length
  switch (unit) {
    case 'day':
      return n > 1 ? { ...days, end: days.start.add({ days: n - 1 }) } : days
    case 'workday': {
      const end = n > 1 ? resolve({ kind: 'apart', lengths: [{ n: n - 1, unit }], back: false, from: said }, at)?.start : days.start
      return { ...days, end: end ?? days.start }
    }
    case 'week':
      return { ...days, end: days.start.add({ days: 7 * n - 1 }) }
    case 'month':
      return { ...days, end: days.start.add({ months: n }).subtract({ days: 1 }) }
    case 'minute':
    case 'hour':
    case 'weekend':
    case 'quarter':
    case 'season':
    case 'year':
      return days
    default:
      return unit satisfies never
  }
}

const clockExists = (t: Extract<Times, { kind: 'clock' }>): boolean =>
  [t.from, t.to].every(c => c === null || (c.hour <= 24 && c.minute <= 59 && !(c.hour === 24 && c.minute > 0)))

/** Minutes from the day's midnight. */
const minutesOf = (c: Clock, half: Half | null): number => hourOf(c.hour, c.half ?? half) * 60 + c.minute

/**
 * The two ends of a range in minutes. One that was said without its half takes the other's where that keeps the order ("5 to 7 pm", "9 to 1 pm"); an
 * end takes the first hour of its name that follows the start.
 */
function rangeOf(t: Extract<Times, { kind: 'clock' }>, part: Half | null, problems: Set<Problem>): { from: number; to: number | null } {
  const { from, to } = t
  if (to === null) return { from: minutesOf(from, part), to: null }
  // "Midnight to 5am, 27 November" begins with the day; a day's midnight alone ends it.
  let start = from.hour === 24 ? 0 : minutesOf(from, part)
  if (from.half === null && to.half !== null && from.hour <= 12) {
    const end = minutesOf(to, null)
    const same = minutesOf(from, to.half === 'noon' ? 'pm' : to.half)
    start = same < end ? same : minutesOf(from, 'am')
  }
  if (to.half !== null || to.hour > 12) {
    // "9–12 am", «٩-١٢ صباحاً»: the twelve that follows.
    const end = to.hour === 12 && to.half === 'am' && start < 12 * 60 ? 12 * 60 + to.minute : minutesOf(to, null)
    if (end > start) return { from: start, to: end }
    // Past midnight; but an end of the same day that comes first is a slip.
    if (from.half !== null && to.half !== null && end >= 6 * 60) problems.add('end_before_start')
    return { from: start, to: end + 24 * 60 }
  }
  const named = (to.hour % 12) * 60 + to.minute
  const end = [named, named + 12 * 60, named + 24 * 60].find(m => m > start)
  return { from: start, to: end ?? named + 36 * 60 }
}

const onDay = (day: Day, minutes: number, zone: string, second = 0): Zoned =>
  day.add({ days: Math.floor(minutes / 1440) }).toZonedDateTime({
    timeZone: zone,
    plainTime: { hour: Math.floor((minutes % 1440) / 60), minute: minutes % 60, second },
  })

/** A clock time with the zone's offset written behind it is an instant, whatever the network's zone. */
const instantOn = (day: Day, c: Clock, zone: string): Zoned =>
  Temporal.Instant.from(`${day}T${String(c.hour).padStart(2, '0')}:${String(c.minute).padStart(2, '0')}:00${c.offset}`)
    .add({ seconds: c.second })
    .toZonedDateTimeISO(zone)

type Session = { start: string; end: string | null }
function sessionOn(day: Day, clock: Extract<Times, { kind: 'clock' }>, g: Group, at: Place, problems: Set<Problem>): Session {
  const zone = at.context.zone
  if (clock.from.offset)
    return { start: stampOf(instantOn(day, clock.from, zone)), end: clock.to?.offset ? stampOf(instantOn(day, clock.to, zone)) : null }
  const range = rangeOf(clock, g.part, problems)
  const start = onDay(day, range.from, zone, clock.from.second)
  const { length } = g
  const lasts = length && (length.unit === 'hour' || length.unit === 'minute') ? length.n * (length.unit === 'hour' ? 60 : 1) : null
  const end = range.to !== null ? onDay(day, range.to, zone) : lasts !== null ? start.add({ minutes: lasts }) : null
  return { start: stampOf(start), end: end ? stampOf(end) : null }
}

/** A clock time without a day is the coming one. */
function timeOnly(
  clock: Extract<Times, { kind: 'clock' }>,
  g: Group,
  at: Place,
  problems: Set<Problem>,
  now: Zoned,
): Omit<Mention, 'text' | 'at'> {
  const today = onDay(at.today, rangeOf(clock, g.part, problems).from, at.context.zone)
  const day = Temporal.ZonedDateTime.compare(today, now) < 0 && !clock.from.offset ? at.today.add({ days: 1 }) : at.today
  return {
    ...sessionOn(day, clock, g, at, problems),
    allDay: false,
    grain: 'minute',
    certainty: 'confirmed',
    sessions: null,
    timeOnly: true,
  }
}

function fromNow(t: Extract<Times, { kind: 'elapsed' }>, now: Zoned): Omit<Mention, 'text' | 'at'> {
  const minutes = (t.unit === 'hour' ? 60 : 1) * t.n * (t.back ? -1 : 1)
  return { start: stampOf(now.add({ minutes })), end: null, allDay: false, grain: 'minute', certainty: 'confirmed', sessions: null }
}

function allDay(days: Resolved, g: Group, at: Place): Omit<Mention, 'text' | 'at'> {
  const other = days.conflict ?? days.other
  const each = days.each ?? (g.daily && days.end && !days.approx ? daysBetween(days.start, days.end, longestRun) : null)
  return {
    start: days.start.toString(),
    end: days.end ? days.end.toString() : null,
    allDay: true,
    grain: days.grain,
    certainty: days.approx ? 'approximate' : 'confirmed',
    sessions: each && each.length > 1 ? each.map(d => ({ start: d.toString(), end: null })) : null,
    ...(other ? { other: { start: other.toString(), end: shifted(days, other, at) } } : {}),
  }
}
/** The second reading of several days is as long as the first. */
const shifted = (days: Resolved, other: Day, _at: Place): string | null =>
  days.end && !days.each ? other.add({ days: days.start.until(days.end, { largestUnit: 'days' }).days }).toString() : null

function timed(
  days: Resolved,
  clock: Extract<Times, { kind: 'clock' }>,
  g: Group,
  at: Place,
  problems: Set<Problem>,
): Omit<Mention, 'text' | 'at'> {
  const base = { allDay: false, grain: 'minute', certainty: 'confirmed' } as const
  const one = (d: Day) => sessionOn(d, clock, g, at, problems)
  // A feast of several days with an hour is held on its first.
  const feast = g.days?.kind === 'feast' || g.days?.kind === 'holiday'
  const several = days.end !== null && compare(days.end, days.start) > 0 && !feast
  if (several && days.end && g.lastClock) {
    const end = onDay(days.end, minutesOf(g.lastClock, null), at.context.zone)
    return { ...base, start: one(days.start).start, end: stampOf(end), sessions: null }
  }
  const each =
    days.each ??
    (several && days.end && (clock.to !== null || g.daily || g.length?.unit === 'hour')
      ? daysBetween(days.start, days.end, longestRun)
      : null)
  if (each && each.length > 1) {
    const sessions = each.map(one)
    const last = sessions.at(-1)
    return { ...base, start: sessions[0]?.start ?? '', end: last?.end ?? last?.start ?? null, sessions }
  }
  const main = one(days.start)
  if (several && days.end)
    return {
      ...base,
      start: main.start,
      end: stampOf(onDay(days.end, rangeOf(clock, g.part, problems).from, at.context.zone)),
      sessions: null,
    }
  const other = days.conflict ?? days.other
  return { ...base, ...main, sessions: null, ...(other ? { other: one(other) } : {}) }
}
