/** From what was said to days: each symbol becomes its first and last day by the stated rules. The only file that knows what day it is. Pure. */
import { Temporal } from 'temporal-polyfill'
import { isWorkingDay } from '../../time/working-days.ts'
import * as rules from '../rules.ts'
import { bounds } from './resolve-span.ts'
import type { Place, Resolved } from './resolved.ts'
import type { DateOf, Days, Length, Span, Weekday } from './symbols.ts'

type Day = Temporal.PlainDate
const compare = Temporal.PlainDate.compare
const day = (start: Day, rest: Partial<Resolved> = {}): Resolved => ({ start, end: null, grain: 'day', approx: false, ...rest })
const orNull = (start: Day | null): Resolved | null => (start ? day(start) : null)
/** Sessions of one activity are not more than this. */
const longestRun = 62

/** Null where there is no such day. */
export function resolve(days: Days, at: Place): Resolved | null {
  switch (days.kind) {
    case 'offset':
      return day(at.today.add({ days: days.days }))
    case 'weekday':
      return weekdayOf(days, at)
    case 'date':
      return dateIn(days, at)
    case 'slash': {
      const [d, m] = ordered(days, at)
      return orNull(days.year === null ? rules.comingDate(at.today, d, m) : rules.dateOf(days.year, m, d))
    }
    case 'exact':
      if (!days.hijri) return orNull(rules.dateOf(days.year, days.month, days.day))
      return days.month >= 1 && days.month <= 12 && days.day <= 30
        ? dateIn(
            {
              kind: 'date',
              day: days.day,
              in: { kind: 'month', month: days.month, hijri: true, year: { n: days.year, hijri: true }, shift: null },
              weekday: null,
            },
            at,
          )
        : null
    case 'nth':
      return nthOf(days, at)
    case 'apart':
      return apartFrom(days, at)
    case 'nthAfter':
      return nthAfter(days, at)
    case 'weekdayIn':
      return weekdaysIn(days, at)
    case 'range':
      return rangeOf(days, at)
    case 'list':
      return listOf(days.days, at)
    case 'every':
      return everyOne(days, at)
    case 'checked':
      return checked(days, at)
    case 'twice': {
      const first = resolve(days.days, at)
      const again = resolve(days.again, at)
      // A moon may be seen a day early or late; further apart, the two dates disagree.
      const apart = first && again ? Math.abs(first.start.until(again.start, { largestUnit: 'days' }).days) : 0
      return first && again && apart > 1 ? { ...first, conflict: again.start } : first
    }
    default:
      return bounds(days, at, resolve)
  }
}

/** Day and month by the network's order; the other way round where only that can be. */
function ordered({ a, b }: { a: number; b: number }, at: Place): [number, number] {
  const dayFirst = at.context.dayMonthOrder === 'day-month' ? b <= 12 : a > 12
  return dayFirst ? [a, b] : [b, a]
}

function weekdayOf(said: Weekday, { today, context }: Place): Resolved {
  const { weekday, shift } = said
  const more = said.weeks ?? 0
  if (shift !== null && shift < 0) return day(rules.pastWeekday(today, weekday).subtract({ days: shift === -2 ? 7 : 0 }))
  if (shift === 0) return day(rules.nearestWeekday(today, weekday))
  if (shift === 2) return day(rules.comingWeekday(today, weekday, 1))
  const start = rules.comingWeekday(today, weekday, more)
  if (shift === 1)
    return day(start, more === 0 && rules.nextIsDoubtful(today, context.weekend, start) ? { other: start.add({ days: 7 }) } : {})
  return day(start, today.dayOfWeek === weekday ? { other: today } : {})
}

function dateIn(said: DateOf, at: Place): Resolved | null {
  const start = theDate(said, at)
  if (!start) return null
  if (said.weekday === null || start.dayOfWeek === said.weekday) return day(start)
  if (said.nth && said.day <= 5 && said.in) {
    const nth = nthOf({ kind: 'nth', n: said.day, what: said.weekday, of: said.in }, at)
    if (nth) return nth
  }
  // A bare number that is not that weekday's date was no date: the weekday stands.
  if (said.soft && said.day <= 12) return weekdayOf({ kind: 'weekday', weekday: said.weekday, shift: null }, at)
  const read = disagree(said, start, said.weekday, at)
  return said.soft && read.conflict ? weekdayOf({ kind: 'weekday', weekday: said.weekday, shift: null }, at) : read
}

/** How long ago a date may be that its weekday shows to be past, in days. */
const lately = 90
/** A weekday and a date that do not agree: a date just past where that agrees, else both are kept and asked about. */
function disagree(said: Days, start: Day, weekday: number, at: Place): Resolved {
  const past = lastOf(said, at)
  if (past?.dayOfWeek === weekday && past.until(at.today, { largestUnit: 'days' }).days <= lately) return day(past)
  return day(start, { conflict: rules.nearTo(start, weekday) })
}

/** The last one before today of a date that was said without a year, or without a month. */
function lastOf(said: Days, at: Place): Day | null {
  if (said.kind !== 'date') return null
  if (said.in === null) return rules.lastDay(at.today, said.day)
  return said.in.kind === 'month' && !said.in.hijri && said.in.year === null ? rules.lastDate(at.today, said.day, said.in.month) : null
}

function theDate(said: DateOf, at: Place): Day | null {
  const within = said.in
  if (within === null) return rules.comingDay(at.today, said.day)
  if (within.kind === 'month' && !within.hijri && within.year === null && within.ahead === undefined) {
    if (within.shift === -1) return rules.lastDate(at.today, said.day, within.month)
    const coming = rules.comingDate(at.today, said.day, within.month)
    return coming && within.shift === 2 ? coming.add({ years: 1 }) : coming
  }
  const month = bounds(within, at, resolve)
  if (!month?.end) return null
  let start = month.start.add({ days: said.day - 1 })
  if (compare(start, month.end) > 0) return null
  // A Hijri day without a year that has passed means the next one.
  if (within.kind === 'month' && within.hijri && within.year === null && within.shift === null && compare(start, at.today) < 0) {
    const following = bounds({ ...within, ahead: 1 }, at, resolve)
    if (!following?.end) return null
    start = following.start.add({ days: said.day - 1 })
  }
  return start
}

function nthOf(said: Extract<Days, { kind: 'nth' }>, at: Place): Resolved | null {
  const once = (of: Span): Day | null => {
    const span = bounds(of, at, resolve)
    if (!span) return null
    // «ثاني أيام العيد»: a feast is counted from its first day.
    if (of.kind === 'feast' && said.what === 'day' && said.n > 0) return span.start.add({ days: said.n - 1 })
    return nthDay(daysIn(span.start, span.end ?? span.start, 400), span.start, said, at)
  }
  const start = once(said.of)
  // "The first Sunday of November" said when that has passed is the next year's.
  if (
    start &&
    compare(start, at.today) < 0 &&
    said.of.kind === 'month' &&
    said.of.year === null &&
    said.of.shift === null &&
    !said.of.ahead
  )
    return orNull(once({ ...said.of, ahead: 1 }))
  return orNull(start)
}

/** The `n`th such day of `count` days, from the last where `n` is negative: no more of them are looked at than it takes. */
function nthDay(count: number, first: Day, { n, what }: Extract<Days, { kind: 'nth' }>, at: Place): Day | null {
  let left = Math.max(Math.abs(n), 1)
  for (let i = 0; i < count; i++) {
    const d = first.add({ days: n < 0 ? count - 1 - i : i })
    if (isOne(d, what, at) && --left === 0) return d
  }
  return null
}

const isOne = (d: Day, what: number | 'day' | 'workday', at: Place): boolean =>
  what === 'day' || (what === 'workday' ? works(d, at) : d.dayOfWeek === what)

const works = (d: Day, { context }: Place): boolean => isWorkingDay({ ...context, ramadanHours: null }, d)

/** The `n`th such day after or before a day; null where none is near. */
function stepTo(from: Day, n: number, back: boolean, what: number | 'day' | 'workday', at: Place): Day | null {
  let d = from
  for (let left = n, tries = 0; tries < 800; tries++) {
    d = d.add({ days: back ? -1 : 1 })
    if (isOne(d, what, at) && --left === 0) return d
  }
  return null
}

function apartFrom(said: Extract<Days, { kind: 'apart' }>, at: Place): Resolved | null {
  const from = said.from ? resolve(said.from, at) : day(at.today)
  if (!from) return null
  let start: Day | null = said.back ? from.start : (from.end ?? from.start)
  for (const l of said.lengths) start = start && moved(start, l, said.back, at)
  return orNull(start)
}

function moved(from: Day, { n, unit }: Length, back: boolean, at: Place): Day | null {
  const s = back ? -n : n
  switch (unit) {
    case 'day':
      return from.add({ days: s })
    case 'week':
    case 'weekend':
      return from.add({ weeks: s })
    case 'month':
      return from.add({ months: s })
    case 'quarter':
    case 'season':
      return from.add({ months: 3 * s })
    case 'year':
      return from.add({ years: s })
    case 'workday':
      return stepTo(from, n, back, 'workday', at)
    case 'minute':
    case 'hour':
      return from
    default:
      return unit satisfies never
  }
}

function nthAfter(said: Extract<Days, { kind: 'nthAfter' }>, at: Place): Resolved | null {
  const from = resolve(said.from, at)
  return from && orNull(stepTo(said.back ? from.start : (from.end ?? from.start), said.n, said.back, said.what, at))
}

function weekdaysIn(said: Extract<Days, { kind: 'weekdayIn' }>, at: Place): Resolved | null {
  const span = bounds(said.of, at, resolve)
  if (!span?.end) return null
  const [a, b] = said.weekdays
  const days = daysBetween(span.start, span.end, 400)
  if (said.range) {
    const start = days.find(d => d.dayOfWeek === a)
    const end = start && daysBetween(start, start.add({ days: 7 }), 8).find(d => d.dayOfWeek === b)
    return start && end ? day(start, { end }) : null
  }
  return several(days.filter(d => said.weekdays.includes(d.dayOfWeek) && (said.of.kind === 'unit' || compare(d, at.today) >= 0)))
}

function everyOne(said: Extract<Days, { kind: 'every' }>, at: Place): Resolved | null {
  if (said.of === null) return listOf([{ kind: 'weekday', weekday: said.weekdays[0] ?? 1, shift: null }], at)
  const span = resolve(said.of, at)
  if (!span) return null
  const start = compare(span.start, at.today) < 0 ? at.today : span.start
  return several(daysBetween(start, span.end ?? span.start, 400).filter(d => said.weekdays.includes(d.dayOfWeek)))
}

function listOf(all: readonly Days[], at: Place): Resolved | null {
  const days: Day[] = []
  let conflict: Day | undefined
  for (const one of all) {
    // Weekdays follow one another: "Thursday and Sunday" said on a Wednesday are of this week and the next.
    const after = one.kind === 'weekday' ? days.at(-1) : undefined
    const read = resolve(one, after ? { ...at, today: after } : at)
    if (!read) return null
    conflict ??= read.conflict
    days.push(...(read.each ?? (read.end ? daysBetween(read.start, read.end, longestRun) : [read.start])))
  }
  const found = several(days)
  return found && conflict ? { ...found, conflict } : found
}

function several(days: Day[]): Resolved | null {
  const each = [...days].sort(compare).filter((d, i, sorted) => i === 0 || compare(d, sorted[i - 1] ?? d) !== 0)
  const [start] = each
  if (!start) return null
  return each.length === 1 ? day(start) : day(start, { end: each.at(-1) ?? start, each: each.slice(0, longestRun) })
}

/** How many days there are from one to another, both counted; `most` at most. */
const daysIn = (start: Day, end: Day, most: number): number =>
  Math.min(Math.max(start.until(end, { largestUnit: 'days' }).days + 1, 0), most)

export const daysBetween = (start: Day, end: Day, most: number): Day[] =>
  Array.from({ length: daysIn(start, end, most) }, (_, i) => start.add({ days: i }))

/**
 * From one day to another. Where no year is said the end is the coming one and the beginning the last before it, so that what is going on now stays
 * in this year and what crosses a new year ends in the next.
 */
function rangeOf(said: Extract<Days, { kind: 'range' }>, at: Place): Resolved | null {
  const { from, to } = said
  if (!undated(to) || !undated(from)) {
    const end = undated(to) && !undated(from) ? null : resolve(to, at)
    const start = undated(from) && end ? lastBefore(from, end.end ?? end.start, at) : resolve(from, at)
    if (!start) return null
    const last = end ?? resolve(to, follows(to) ? { ...at, today: start.start } : at)
    return last && joinEnds(start, last)
  }
  if (plainDate(from) && plainDate(to)) {
    const end = resolve(to, at)
    const start = end && lastBefore(from, end.start, at)
    return start && end ? joinEnds(start, end) : null
  }
  const start = resolve(from, at)
  const end = start && resolve(to, follows(to) ? { ...at, today: start.start } : at)
  return start && end ? joinEnds(start, end) : null
}
/** An end that is counted from the beginning, as "Tuesday" behind "Sunday to". */
const follows = (d: Days): boolean => {
  const x = inner(d)
  // "To the end of the month" is the month that the beginning is in.
  const present = (s: Days): boolean => (s.kind === 'unit' && s.shift === 0) || (s.kind === 'part' && present(s.of))
  return (
    x.kind === 'weekday' || (x.kind === 'month' && x.year === null) || plainDate(x) || (x.kind === 'date' && x.in === null) || present(x)
  )
}
const joinEnds = (start: Resolved, end: Resolved): Resolved => {
  const conflict = start.conflict ?? (end.conflict ? start.start : undefined)
  // From one month to another is as rough as either.
  const approx = start.approx && end.approx
  const { start: first } = start
  return { start: first, end: end.end ?? end.start, grain: approx ? start.grain : 'day', approx, ...(conflict ? { conflict } : {}) }
}
const inner = (d: Days): Days => (d.kind === 'checked' ? inner(d.days) : d)
/** A date of which no year is said. */
const plainDate = (d: Days): boolean => {
  const x = inner(d)
  return (
    (x.kind === 'date' && x.in?.kind === 'month' && !x.in.hijri && x.in.year === null && x.in.shift === null) ||
    (x.kind === 'slash' && x.year === null)
  )
}
const undated = (d: Days): boolean => {
  const x = inner(d)
  return !(
    x.kind === 'exact' ||
    (x.kind === 'slash' && x.year !== null) ||
    (x.kind === 'date' && x.in?.kind === 'month' && x.in.year !== null)
  )
}
function lastBefore(said: Days, end: Day, at: Place): Resolved | null {
  const x = inner(said)
  const weekdays = said.kind === 'checked' ? said.weekdays : x.kind === 'date' && x.weekday !== null ? [x.weekday] : []
  let found: Day | null = null
  if (x.kind === 'date' && x.in?.kind === 'month' && !x.in.hijri) found = rules.lastDate(end, x.day, x.in.month)
  else if (x.kind === 'slash') {
    const [d, m] = ordered(x, at)
    found = rules.lastDate(end, d, m)
  } else return resolve(said, at)
  if (!found) return null
  const [weekday] = weekdays
  return weekday !== undefined && found.dayOfWeek !== weekday ? day(found, { conflict: rules.nearTo(found, weekday) }) : day(found)
}

/** Days and the weekdays said of them. */
function checked(said: Extract<Days, { kind: 'checked' }>, at: Place): Resolved | null {
  const read = resolve(said.days, at)
  if (!read || read.conflict) return read
  const [first] = said.weekdays
  if (first === undefined) return read
  if (said.weekdays.length === 1 && !read.end) {
    if (read.start.dayOfWeek === first) return { start: read.start, end: null, grain: read.grain, approx: read.approx }
    return disagree(said.days, read.start, first, at)
  }
  const days = read.each ?? [read.start, read.end ?? read.start]
  const wrong =
    days.length === said.weekdays.length
      ? days.findIndex((d, i) => d.dayOfWeek !== said.weekdays[i])
      : days.findIndex(d => read.each && !said.weekdays.includes(d.dayOfWeek))
  const off = days[wrong]
  if (!off) return read
  const shift = (said.weekdays[Math.max(wrong, 0)] ?? first) - off.dayOfWeek
  return { ...read, conflict: shift === 0 ? read.start : rules.nearTo(read.start, first) }
}
