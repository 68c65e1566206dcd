/** The first and last day of each stretch with a name: weeks, months of both calendars, quarters, seasons, feasts, parts of them. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { Grain } from '../../model/meaning.ts'
import { fromHijri, monthStart, toHijri } from '../../time/hijri.ts'
import * as rules from '../rules.ts'
import type { Unit } from '../words/book.ts'
import type { Place, Resolved } from './resolved.ts'
import type { Days, Span } from './symbols.ts'

type Day = Temporal.PlainDate
const compare = Temporal.PlainDate.compare
const roughly = (span: rules.Span, grain: Grain): Resolved => ({ ...span, grain, approx: true })

/** Reads the days a stretch leans on ("the week of 6 December"); handed in, because days lean on stretches too. */
export type Resolver = (days: Days, at: Place) => Resolved | null

/** Null where there is no such stretch. */
export function bounds(span: Span, at: Place, resolve: Resolver): Resolved | null {
  const { today, context } = at
  switch (span.kind) {
    case 'unit':
      return unitFrom(span.unit, span.shift, at)
    case 'month':
      return span.hijri ? hijriMonth(span, at) : gregorianMonth(span, at)
    case 'quarter': {
      const year =
        span.year?.n ?? (span.ahead === null ? (span.n * 3 < today.month ? today.year + 1 : today.year) : today.year + span.ahead)
      return quarterOf(year, span.n)
    }
    case 'season':
      return seasonOf(span, today)
    case 'year':
      return yearOf(span.year.n, span.year.hijri, at)
    case 'part':
      return partOfSpan(span, at, resolve)
    case 'half': {
      const whole = bounds(span.of, at, resolve)
      return whole?.end ? roughly(halfOf({ start: whole.start, end: whole.end }, span.n), 'day') : null
    }
    case 'rest': {
      const of = resolve(span.of, at)
      const end = of && (of.end ?? of.start)
      return end && compare(end, today) >= 0 ? roughly({ start: today, end }, 'day') : of
    }
    case 'before': {
      const of = resolve(span.of, at)
      const eve = of?.start.subtract({ days: 1 })
      return eve ? roughly({ start: compare(eve, today) < 0 ? eve : today, end: eve }, 'day') : null
    }
    case 'after': {
      const start = resolve({ kind: 'nthAfter', n: 1, what: 'workday', back: false, from: span.of }, at)?.start
      return start ? roughly({ start, end: start.add({ days: 6 }) }, 'day') : null
    }
    case 'count':
      return countFrom(span, at)
    case 'within': {
      const end = resolve({ kind: 'apart', lengths: [{ n: span.n, unit: span.unit }], back: false, from: null }, at)?.start
      return end ? roughly({ start: today, end }, 'day') : null
    }
    case 'around': {
      const day = resolve(span.day, at)
      return day ? roughly(rules.week(day.start, context.weekend, 0), 'week') : null
    }
    case 'nthSpan':
      return nthWeek(span, at, resolve)
    case 'feast':
      return feastOf(span, at)
    case 'holiday':
      return holidayOf(span, at)
    default:
      return span satisfies never
  }
}

function unitFrom(unit: Unit, shift: number, { today, context }: Place): Resolved | null {
  switch (unit) {
    case 'week':
      return roughly(rules.week(today, context.weekend, shift), 'week')
    case 'weekend':
      return roughly(rules.weekendOf(today, context.weekend, shift), 'day')
    case 'month': {
      const m = today.toPlainYearMonth().add({ months: shift })
      return roughly(rules.partOfMonth(m.year, m.month, null), 'month')
    }
    case 'quarter': {
      const q = Math.ceil(today.month / 3) - 1 + shift
      return quarterOf(today.year + Math.floor(q / 4), (((q % 4) + 4) % 4) + 1)
    }
    case 'season': {
      const now = seasonStarts(today.year).filter(s => compare(s, today) <= 0).length
      const n = now - 1 + shift
      return seasonAt(today.year + Math.floor(n / 4), ((n % 4) + 4) % 4)
    }
    case 'year':
      return yearOf(today.year + shift, false, { today, context })
    case 'day':
    case 'workday': {
      const start = today.add({ days: shift })
      return { start, end: null, grain: 'day', approx: false }
    }
    case 'minute':
    case 'hour':
      return null
    default:
      return unit satisfies never
  }
}

type Month = Extract<Span, { kind: 'month' }>
function gregorianMonth(m: Month, { today }: Place): Resolved | null {
  const coming = rules.comingMonth(today, m.month).year
  const byShift = (shift: number | null): number => {
    if (shift === -1) return m.month < today.month ? today.year : today.year - 1
    if (shift === 0) return today.year
    if (shift === 2) return coming + 1
    return shift === 1 && m.month === today.month ? today.year + 1 : coming
  }
  const year = m.year?.n ?? (m.ahead === undefined ? byShift(m.shift) : today.year + m.ahead)
  return year >= 1 && year <= 9999 ? roughly(rules.partOfMonth(year, m.month, null), 'month') : null
}

function hijriMonth(m: Month, { today, context }: Place): Resolved | null {
  const now = toHijri(context, today)
  const coming = m.month < now.month ? now.year + 1 : now.year
  const back = m.shift === -1 ? (m.month < now.month ? now.year : now.year - 1) : null
  const year =
    (m.year && hijriYearOf(m.year.n, m.month, context)) ??
    back ??
    (m.ahead === undefined ? coming + (m.shift === 2 ? 1 : 0) : now.year + m.ahead)
  return hijriYear(year) ? roughly(hijriBounds(year, m.month, context), 'month') : null
}
/** «رمضان ٢٠٢٧»: the one that begins in that year of the other calendar. */
function hijriYearOf(said: number, month: number, context: Place['context']): number {
  if (said < 1600 || said > 2170) return said
  const first = toHijri(context, Temporal.PlainDate.from({ year: said, month: 1, day: 1 })).year
  return monthStart(context, first, month).year === said ? first : first + 1
}

/** Years that the Umm al-Qura calendar holds. */
const hijriYear = (y: number): boolean => y >= 1300 && y <= 1599
const hijriBounds = (year: number, month: number, context: Place['context']): rules.Span => ({
  start: monthStart(context, year, month),
  end: (month === 12 ? monthStart(context, year + 1, 1) : monthStart(context, year, month + 1)).subtract({ days: 1 }),
})

function yearOf(year: number, hijri: boolean, { context }: Place): Resolved | null {
  if (hijri)
    return hijriYear(year)
      ? roughly({ start: monthStart(context, year, 1), end: monthStart(context, year + 1, 1).subtract({ days: 1 }) }, 'year')
      : null
  if (year < 1 || year > 9999) return null
  return roughly(
    { start: Temporal.PlainDate.from({ year, month: 1, day: 1 }), end: Temporal.PlainDate.from({ year, month: 12, day: 31 }) },
    'year',
  )
}

function quarterOf(year: number, n: number): Resolved | null {
  if (year < 1 || year > 9999) return null
  const start = Temporal.PlainDate.from({ year, month: n * 3 - 2, day: 1 })
  return roughly({ start, end: start.add({ months: 3 }).subtract({ days: 1 }) }, 'quarter')
}

/** Month and day on which each season of the north begins. */
const seasons = [
  [3, 20],
  [6, 21],
  [9, 23],
  [12, 21],
] as const
const seasonStarts = (year: number): Day[] => seasons.map(([month, day]) => Temporal.PlainDate.from({ year, month, day }))
function seasonAt(year: number, index: number): Resolved {
  const start = seasonStarts(year)[index] as Day
  const next = index === 3 ? seasonStarts(year + 1)[0] : seasonStarts(year)[index + 1]
  return roughly({ start, end: (next as Day).subtract({ days: 1 }) }, 'quarter')
}
function seasonOf(span: Extract<Span, { kind: 'season' }>, today: Day): Resolved {
  if (span.year) return seasonAt(span.year.n, span.n - 1)
  // Winter began in the year before.
  const now = [today.year - 1, today.year, today.year + 1].map(y => seasonAt(y, span.n - 1))
  const coming = now.findIndex(s => compare(s.end ?? s.start, today) >= 0)
  const shifted =
    span.shift === -1 ? coming - 1 : span.shift === 1 && compare(now[coming]?.start ?? today, today) <= 0 ? coming + 1 : coming
  return now[shifted] ?? seasonAt(today.year + shifted - 1, span.n - 1)
}

function partOfSpan(span: Extract<Span, { kind: 'part' }>, at: Place, resolve: Resolver): Resolved | null {
  // The end of a week is its weekend.
  if (span.of.kind === 'unit' && span.of.unit === 'week' && (span.part === 'end' || span.part === 'late'))
    return roughly(rules.weekendOf(at.today, at.context.weekend, span.of.shift), 'day')
  const whole = bounds(span.of, at, resolve)
  if (!whole?.end) return null
  return roughly(rules.partOf({ start: whole.start, end: whole.end }, span.part), 'day')
}

function halfOf(whole: rules.Span, n: 1 | 2): rules.Span {
  const days = whole.start.until(whole.end, { largestUnit: 'days' }).days + 1
  // Of a month its days 1–15 and 16 to the end; of a year its months 1–6 and 7–12.
  const second = days > 300 ? whole.start.add({ months: 6 }) : whole.start.add({ days: days > 25 && days < 32 ? 15 : Math.ceil(days / 2) })
  return n === 1 ? { start: whole.start, end: second.subtract({ days: 1 }) } : { start: second, end: whole.end }
}

function countFrom({ n, unit, back }: Extract<Span, { kind: 'count' }>, at: Place): Resolved | null {
  if (unit === 'minute' || unit === 'hour') return null
  const first = unitFrom(unit, back ? -n : 1, at)
  const last = unitFrom(unit, back ? -1 : n, at)
  return first && last
    ? roughly({ start: first.start, end: last.end ?? last.start }, unit === 'day' || unit === 'workday' ? 'day' : first.grain)
    : null
}

/** The first week of a month is the first that begins in it; the last, the last that ends in it. A weekend counts where its first day does. */
function nthWeek(span: Extract<Span, { kind: 'nthSpan' }>, at: Place, resolve: Resolver): Resolved | null {
  const whole = bounds(span.of, at, resolve)
  if (!whole?.end) return null
  const { weekend } = at.context
  const of = (offset: number) =>
    span.unit === 'week' ? rules.week(whole.start, weekend, offset) : rules.weekendOf(whole.start, weekend, offset)
  const all: rules.Span[] = []
  for (let offset = 0; offset < 55; offset++) {
    const one = of(offset)
    if (compare(one.start, whole.end) > 0) break
    const inside = span.n > 0 || span.unit === 'weekend' ? one.start : one.end
    if (compare(one.start, whole.start) >= 0 && compare(inside, whole.end) <= 0) all.push(one)
  }
  const found = all.at(span.n > 0 ? span.n - 1 : span.n)
  return found ? roughly(found, span.unit === 'week' ? 'week' : 'day') : null
}

function feastOf(span: Extract<Span, { kind: 'feast' }>, at: Place): Resolved | null {
  const { today, context } = at
  if (span.month === 0) {
    const both = [feastOf({ ...span, month: 10, day: 1 }, at), feastOf({ ...span, month: 12, day: 10 }, at)].filter(f => f !== null)
    return both.sort((a, b) => compare(a.start, b.start))[0] ?? null
  }
  const now = toHijri(context, today).year
  const years = span.year?.hijri ? [span.year.n] : [now, now + 1, now + 2]
  for (const year of years) {
    if (!hijriYear(year)) continue
    const start = fromHijri(context, { year, month: span.month, day: span.day })
    // The days off that the network keeps for it, where its calendar holds them.
    const kept = context.holidays.find(h => dayText(h.from) && near(Temporal.PlainDate.from(h.from), start))
    const end = kept ? Temporal.PlainDate.from(kept.to) : start
    const wanted = span.year && !span.year.hijri ? start.year === span.year.n : span.year !== null || compare(end, today) >= 0
    if (wanted) return { start: kept ? Temporal.PlainDate.from(kept.from) : start, end: kept ? end : null, grain: 'day', approx: false }
  }
  return null
}
const near = (a: Day, b: Day): boolean => Math.abs(a.until(b, { largestUnit: 'days' }).days) <= 2
const dayText = (s: string): boolean => /^\d{4}-\d\d-\d\d$/.test(s)

/** The coming occurrence of a holiday; one that is written for one year only is the next that bears its name, else that one. */
function holidayOf(span: Extract<Span, { kind: 'holiday' }>, at: Place): Resolved | null {
  const { today, context } = at
  const named = context.holidays[span.index]
  if (!named) return null
  const same = context.holidays.filter(h => (h.name.ar && h.name.ar === named.name.ar) || (h.name.en && h.name.en === named.name.en))
  const days = same
    .filter(h => dayText(h.from) && dayText(h.to))
    .map(h => ({ start: Temporal.PlainDate.from(h.from), end: Temporal.PlainDate.from(h.to) }))
  days.sort((a, b) => compare(a.start, b.start))
  const found =
    (span.year ? days.find(d => d.start.year === span.year?.n) : days.find(d => compare(d.end, today) >= 0)) ??
    (span.year ? undefined : days.at(-1))
  return found ? { start: found.start, end: compare(found.start, found.end) === 0 ? null : found.end, grain: 'day', approx: false } : null
}
