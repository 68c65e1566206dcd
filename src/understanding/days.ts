/** Days and spans of days, read at a token, in both languages. Each reader looks at a few tokens and never back. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { Context, Grain } from '../model/meaning.ts'
import { fromHijri, monthStart, toHijri } from '../time/hijri.ts'
import { duals, hijriMonths, lastWords, months, nextWords, numbers, relativeDays, thirds, thisWords, units, weekdays } from './lexicon.ts'
import * as rules from './rules.ts'
import { lookUp, type Token } from './tokens.ts'

/** What was read: a first and last day (inclusive), how fine, whether it is only roughly so. */
export type DayRead = {
  start: Temporal.PlainDate
  end: Temporal.PlainDate | null
  grain: Grain
  approx: boolean
  next: number
  /** Several days that are each meant alone ("16 and 17 December", «أيام الأحد والثلاثاء»). */
  each?: Temporal.PlainDate[]
  /** The day by the weekday, where weekday and date disagree. */
  conflict?: Temporal.PlainDate
  /** Another reading, where people differ. */
  other?: Temporal.PlainDate
  impossible?: boolean
  /** A weekday alone, which a date that follows makes exact. */
  weekday?: number
}

export type Reading = { tokens: Token[]; context: Context; today: Temporal.PlainDate }

const year = (n: number): number => (n < 100 ? 2000 + n : n)
const isYear = (t: Token | undefined): boolean =>
  !!t && t.kind === 'number' && ((t.n >= 1900 && t.n <= 3100) || (t.n >= 1400 && t.n <= 1500))

type MonthRead = { month: number; hijri: boolean; next: number }
export function monthAt(t: Token[], i: number): MonthRead | null {
  const a = t[i]
  if (a?.kind !== 'word') return null
  const two = t[i + 1] ? `${a.f} ${t[i + 1]?.f}` : ''
  for (const [book, hijri] of [
    [months, false],
    [hijriMonths, true],
  ] as const) {
    const long = two ? lookUpPhrase(book, two) : undefined
    if (long !== undefined) return { month: long, hijri, next: i + 2 }
  }
  const g = lookUp(months, a.f)
  if (g !== undefined) return { month: g, hijri: false, next: i + 1 }
  const h = lookUp(hijriMonths, a.f)
  if (h !== undefined) return { month: h, hijri: true, next: i + 1 }
  return null
}

const lookUpPhrase = (book: ReadonlyMap<string, number>, two: string): number | undefined => {
  const [a = '', b = ''] = two.split(' ')
  return book.get(`${a} ${b}`) ?? (/^[وبلف]/.test(a) ? book.get(`${a.slice(1)} ${b}`) : undefined)
}

/** A number of a day at a token: digits with an ordinal ending, or Arabic ordinals to thirty-one. */
function dayNumberAt(t: Token[], i: number): { n: number; next: number } | null {
  const a = t[i]
  if (!a) return null
  if (a.kind === 'number') {
    if (a.n < 1 || a.n > 31 || a.end - a.start > 2) return null
    const suffix = t[i + 1]
    return { n: a.n, next: suffix?.tight && /^(st|nd|rd|th)$/.test(suffix.f) ? i + 2 : i + 1 }
  }
  const unit = lookUp(numbers, a.f)
  if (unit === undefined) return null
  const b = t[i + 1]?.f ?? ''
  if (/^عشره?$/.test(b) && unit < 10) return { n: unit + 10, next: i + 2 }
  const tens = /^و?(ال)?عشرو?ي?ن$/.test(b) ? 20 : /^و?(ال)?ثلاثو?ي?ن$/.test(b) ? 30 : 0
  if (tens > 0 && unit < 10 && b.startsWith('و')) return { n: tens + unit, next: i + 2 }
  return unit <= 31 ? { n: unit, next: i + 1 } : null
}

/** Digits only, or a word where a month follows at once («الثالث من ديسمبر»). */
export function dateAt(r: Reading, i: number): DayRead | null {
  const t = r.tokens
  return (
    numeric(r, i) ??
    dayMonth(r, i) ??
    monthDay(r, i) ??
    weekdayAt(r, i) ??
    relative(r, i) ??
    thirdAt(r, i) ??
    unitAt(r, i) ??
    distance(r, i) ??
    monthAlone(r, i) ??
    (t[i] ? null : null)
  )
}

/** 14/12, 14-12-2026, 2026-12-14, 14.12.2026 */
function numeric(r: Reading, i: number): DayRead | null {
  const t = r.tokens
  const [a, s1, b, s2, c] = [t[i], t[i + 1], t[i + 2], t[i + 3], t[i + 4]]
  if (a?.kind !== 'number' || !s1?.tight || !b?.tight || b.kind !== 'number' || !['/', '-', '.'].includes(s1.f)) return null
  const three = s2?.tight && c?.tight && c.kind === 'number' && s2.f === s1.f
  if (three && (a.n > 1300 || (c && (c.n > 1300 || c.end - c.start === 2)))) {
    let next = i + 5
    if (/^(م|ه|هـ)$/.test(t[next]?.f ?? '')) next++
    const [y, m, d] = a.n > 1300 ? [a.n, b.n, c?.n ?? 0] : order(r, a.n, b.n, year(c?.n ?? 0))
    return exact(r, y, m, d, next, y < 1600)
  }
  if (s1.f !== '/' || three) return null
  const [, m, d] = order(r, a.n, b.n, 0)
  if (m < 1 || m > 12 || d < 1 || d > 31) return null
  const date = rules.comingDate(r.today, d, m)
  return date
    ? { start: date, end: null, grain: 'day', approx: false, next: i + 3 }
    : { start: r.today, end: null, grain: 'day', approx: false, next: i + 3, impossible: true }
}

/** Day and month by the network's order; the other way round where only that can be. */
const order = (r: Reading, a: number, b: number, y: number): [number, number, number] => {
  const dayFirst = r.context.dayMonthOrder === 'day-month' ? b <= 12 || a > 12 : a > 12
  return dayFirst ? [y, b, a] : [y, a, b]
}

function exact(r: Reading, y: number, m: number, d: number, next: number, hijri = false): DayRead | null {
  if (hijri) {
    if (m < 1 || m > 12 || d < 1 || d > 30) return null
    return { start: fromHijri(r.context, { year: y, month: m, day: d }), end: null, grain: 'day', approx: false, next }
  }
  const date = rules.dateOf(y, m, d)
  if (!date) return { start: r.today, end: null, grain: 'day', approx: false, next, impossible: true }
  return { start: date, end: null, grain: 'day', approx: false, next }
}

/** A year after a month: 2026, «٢٠٢٦م», «١٤٤٨هـ», "of 2026". */
function yearAt(t: Token[], i: number): { y: number; next: number } | null {
  let j = i
  if (['of', 'من', 'عام', 'سنه', ',', '،', 'لعام', 'in'].includes(t[j]?.f ?? '')) j++
  const a = t[j]
  if (!isYear(a) || !a) return null
  let next = j + 1
  if (/^(م|ه|هـ|ad|ah)$/.test(t[next]?.f ?? '')) next++
  return { y: a.n, next }
}

const resolve = (r: Reading, d: number, m: MonthRead, y: number | null): { date: Temporal.PlainDate | null; impossible: boolean } => {
  if (m.hijri) {
    const now = toHijri(r.context, r.today)
    const at = (yy: number) => fromHijri(r.context, { year: yy, month: m.month, day: d })
    if (y !== null) return { date: at(y), impossible: d > 30 }
    const mine = at(now.year)
    return { date: Temporal.PlainDate.compare(mine, r.today) >= 0 ? mine : at(now.year + 1), impossible: d > 30 }
  }
  const date = y === null ? rules.comingDate(r.today, d, m.month) : rules.dateOf(y, m.month, d)
  return { date, impossible: date === null }
}

/** «14 December 2026», "the 14th of December", «الثالث من ديسمبر», and ranges and pairs of days before one month. */
function dayMonth(r: Reading, i: number): DayRead | null {
  const t = r.tokens
  let j = i
  if (['the', 'من', 'from', 'بين', 'between'].includes(t[j]?.f ?? '')) j++
  const from = j > i && t[i]?.f !== 'the'
  if (t[j]?.f === 'the') j++
  const days: number[] = []
  let range = false
  for (let k = 0; k < 12; k++) {
    const d = dayNumberAt(t, j)
    if (!d) return null
    days.push(d.n)
    j = d.next
    const f = t[j]?.f ?? ''
    if (['-', '–', '—', 'to', 'الي', 'حتي', 'until', 'till'].includes(f)) {
      range = true
      j++
    } else if ([',', '،', 'and', 'و', '&'].includes(f) && dayNumberAt(t, j + 1)) {
      if (from && f !== ',' && f !== '،') range = true
      j++
    } else break
    if (t[j]?.f === 'the') j++
    // «٧ و٩»: the و may be a word of its own.
    if (t[j]?.f === 'و') j++
  }
  if (['of', 'من', 'شهر', 'لشهر'].includes(t[j]?.f ?? '')) j++
  if (t[j]?.f === 'شهر') j++
  const m = monthAt(t, j)
  if (!m) return null
  let next = m.next
  // «٣١ ديسمبر/كانون الأول»: both names of one month.
  if (t[next]?.f === '/' && monthAt(t, next + 1)?.month === m.month) next = monthAt(t, next + 1)?.next ?? next
  const y = yearAt(t, next)
  next = y?.next ?? next
  const read = days.map(d => resolve(r, d, m, y?.y ?? null))
  const first = read[0]
  if (!first) return null
  if (read.some(x => x.impossible || !x.date)) return { start: r.today, end: null, grain: 'day', approx: false, next, impossible: true }
  const dates = read.map(x => x.date as Temporal.PlainDate)
  const start = dates[0] as Temporal.PlainDate
  const last = dates.at(-1) as Temporal.PlainDate
  if (dates.length === 1) {
    // «من ٢٨ نوفمبر إلى ٢ ديسمبر»: across two months.
    if (['to', '-', '–', '—', 'الي', 'حتي', 'until', 'till', 'through'].includes(t[next]?.f ?? '')) {
      const other = dayMonth(r, next + 1) ?? weekdayAt(r, next + 1)
      if (other && !other.end && !other.each && !other.impossible) {
        const end = Temporal.PlainDate.compare(other.start, start) < 0 && !y ? other.start.add({ years: 1 }) : other.start
        return { start, end, grain: 'day', approx: false, next: other.next }
      }
    }
    return { start, end: null, grain: 'day', approx: false, next }
  }
  if (range && dates.length === 2) return { start, end: last, grain: 'day', approx: false, next }
  return { start, end: last, grain: 'day', approx: false, next, each: dates }
}

/** "December 14", "Dec 14–16, 2026" */
function monthDay(r: Reading, i: number): DayRead | null {
  const t = r.tokens
  const m = monthAt(t, i)
  if (!m || !/^[a-z]/.test(t[i]?.f ?? '')) return null
  const d = t[m.next]?.f === 'the' ? dayNumberAt(t, m.next + 1) : dayNumberAt(t, m.next)
  if (!d || t[m.next]?.kind === 'word') return null
  // "December 10am" is no tenth of December.
  if (/^(am|pm|:)$/.test(t[d.next]?.f ?? '')) return null
  let next = d.next
  let last: number | null = null
  if (['-', '–', 'to', 'until'].includes(t[next]?.f ?? '')) {
    const e = dayNumberAt(t, next + 1)
    if (e && !/^(am|pm|:)$/.test(t[e.next]?.f ?? '')) {
      last = e.n
      next = e.next
    }
  }
  const y = yearAt(t, next)
  next = y?.next ?? next
  const a = resolve(r, d.n, m, y?.y ?? null)
  if (!a.date) return { start: r.today, end: null, grain: 'day', approx: false, next, impossible: true }
  const b = last === null ? null : resolve(r, last, m, a.date.year)
  return { start: a.date, end: b?.date ?? null, grain: 'day', approx: false, next, ...(b?.impossible ? { impossible: true } : {}) }
}

/** A weekday with what stands around it: next, this, «القادم», «بعد القادم», "week", and a date that may disagree. */
function weekdayAt(r: Reading, i: number): DayRead | null {
  const t = r.tokens
  let j = i
  let modifier: 'next' | 'this' | 'last' | 'after' | null = null
  if (t[j]?.f === 'the' && t[j + 1]?.f === 'coming') j++
  if (nextWords.has(t[j]?.f ?? '')) {
    modifier = 'next'
    j++
  } else if (thisWords.has(t[j]?.f ?? '')) {
    modifier = 'this'
    j++
  } else if (t[j]?.f === 'last' || t[j]?.f === 'past') {
    modifier = 'last'
    j++
  }
  if (['يوم', 'بيوم', 'ليوم', 'ويوم', 'نهار', 'مساء', 'صباح'].includes(t[j]?.f ?? '')) j++
  const w = t[j]
  if (w?.kind !== 'word') return null
  const dow = lookUp(weekdays, w.f)
  if (dow === undefined || (/^(sun|mon|sat|wed|thu|fri|احد|سبت)$/.test(w.f) && !modifier && j === i && !followsDate(t, j + 1))) return null
  j++
  if (t[j]?.f === 'week') {
    modifier = 'after'
    j++
  } else if (t[j]?.f === 'after' && t[j + 1]?.f === 'next') {
    modifier = 'after'
    j += 2
  } else if (t[j]?.f === 'بعد' && nextWords.has(t[j + 1]?.f ?? '')) {
    modifier = 'after'
    j += 2
  } else if (nextWords.has(t[j]?.f ?? '')) {
    modifier = 'next'
    j++
  } else if (t[j]?.f === 'الماضي') {
    modifier = 'last'
    j++
  } else if (thisWords.has(t[j]?.f ?? '')) j++
  // A date beside it decides; where the two disagree, the person is asked.
  let k = j
  while ([',', '،', '(', 'the', 'الموافق', 'on', '-'].includes(t[k]?.f ?? '') && k < j + 3) k++
  const date = modifier === null || k > j || t[k]?.kind === 'number' ? (numeric(r, k) ?? dayMonth(r, k) ?? monthDay(r, k)) : null
  if (date && !date.impossible && !date.each) {
    const close = t[date.next]?.f === ')' ? 1 : 0
    if (date.end || date.start.dayOfWeek === dow) return { ...date, next: date.next + close }
    return { ...date, next: date.next + close, conflict: nearTo(date.start, dow) }
  }
  if (date?.impossible) return date
  const start =
    modifier === 'last'
      ? rules.pastWeekday(r.today, dow)
      : modifier === 'after'
        ? rules.comingWeekday(r.today, dow, 1)
        : modifier === 'next'
          ? rules.comingWeekday(r.today, dow)
          : rules.nearestWeekday(r.today, dow)
  const other = modifier === 'next' && differs(r, start) ? { other: start.add({ days: 7 }) } : {}
  // «من الأحد إلى الثلاثاء»
  if (['to', '-', '–', 'الي', 'حتي', 'until'].includes(t[j]?.f ?? '')) {
    const end = weekdayAt(r, j + 1)
    if (end && !end.end) {
      const last = Temporal.PlainDate.compare(end.start, start) < 0 ? rules.comingWeekday(start, end.start.dayOfWeek) : end.start
      return { start, end: last, grain: 'day', approx: false, next: end.next }
    }
  }
  return { start, end: null, grain: 'day', approx: false, next: j, weekday: dow, ...other }
}

/** "Next Sunday" said within the days just before it may mean the one after: the other reading stands beside it. */
const differs = (r: Reading, start: Temporal.PlainDate): boolean =>
  r.today.until(start, { largestUnit: 'days' }).days <= 2 || (r.context.weekend as readonly number[]).includes(r.today.dayOfWeek)

/** The day of this weekday nearest to a date. */
const nearTo = (date: Temporal.PlainDate, dow: number): Temporal.PlainDate => {
  const ahead = (dow - date.dayOfWeek + 7) % 7
  return ahead <= 3 ? date.add({ days: ahead }) : date.subtract({ days: 7 - ahead })
}

const followsDate = (t: Token[], i: number): boolean =>
  t[i] === undefined || t[i]?.kind === 'number' || [',', '،'].includes(t[i]?.f ?? '') || nextWords.has(t[i]?.f ?? '')

/** Today, tomorrow, «بعد غد», "the day after tomorrow". */
function relative(r: Reading, i: number): DayRead | null {
  const t = r.tokens
  const day = (n: number, next: number): DayRead => ({ start: r.today.add({ days: n }), end: null, grain: 'day', approx: false, next })
  const f = t[i]?.f ?? ''
  if (f === 'the' && t[i + 1]?.f === 'day' && t[i + 2]?.f === 'after' && t[i + 3]?.f === 'tomorrow') return day(2, i + 4)
  if (f === 'day' && t[i + 1]?.f === 'after' && t[i + 2]?.f === 'tomorrow') return day(2, i + 3)
  if (f === 'بعد' && /^(غد|غدا|بكره|باجر|باكر|الغد)$/.test(t[i + 1]?.f ?? '')) return day(2, i + 2)
  const n = lookUp(relativeDays, f)
  if (n === undefined) return null
  // «اليوم العالمي», «اليوم المفتوح», "Today show": a day of something is no date.
  if (
    /^(و|ب|ل)?اليوم$/.test(f) &&
    /^(ال|لل)/.test(t[i + 1]?.f ?? '') &&
    !/^الساعه$/.test(t[i + 1]?.f ?? '') &&
    lookUp(weekdays, t[i + 1]?.f ?? '') === undefined
  )
    return null
  return day(n, i + 1)
}

/** "early December", "mid-December", «مطلع الشهر المقبل», «نهاية الأسبوع». */
function thirdAt(r: Reading, i: number): DayRead | null {
  const t = r.tokens
  let j = i
  if (t[j]?.f === 'the') j++
  const part = lookUp(thirds, t[j]?.f ?? '')
  if (part === undefined) return null
  j++
  while (['-', 'of', 'the', 'شهر', 'من', 'هذا', 'this'].includes(t[j]?.f ?? '') && j < i + 5) j++
  if (/^(ال)?اسبوع$|^week$/.test(t[j]?.f ?? '')) {
    const offset = nextWords.has(t[j + 1]?.f ?? '') ? 1 : 0
    const span = rules.weekendOf(r.today, r.context.weekend, offset)
    return { start: span.start, end: span.end, grain: 'day', approx: true, next: j + 1 + offset }
  }
  const unit = /^(ال)?شهر$|^month$/.test(t[j]?.f ?? '')
  const before = nextWords.has(t[j]?.f ?? '') && t[j + 1]?.f === 'month'
  if (unit || before) {
    const after = nextWords.has(t[j + 1]?.f ?? '')
    const first = r.today.toPlainYearMonth().add({ months: after || before ? 1 : 0 })
    const span = rules.partOfMonth(first.year, first.month, part)
    return { ...span, grain: 'day', approx: true, next: j + (after || before ? 2 : thisWords.has(t[j + 1]?.f ?? '') ? 2 : 1) }
  }
  const m = monthAt(t, j)
  if (!m || m.hijri) return null
  let next = m.next
  const y = yearAt(t, next)
  const ahead = !y && nextWords.has(t[next]?.f ?? '') ? 1 : 0
  next = (y?.next ?? next) + ahead
  const at = y ? { year: y.y, month: m.month } : rules.comingMonth(r.today, m.month)
  return { ...rules.partOfMonth(at.year, at.month, part), grain: 'day', approx: true, next }
}

/** "next week", «الشهر المقبل», «هذا الأسبوع», «العام القادم», "the week of 6 December", «الربع الأول». */
function unitAt(r: Reading, i: number): DayRead | null {
  const t = r.tokens
  const f = t[i]?.f ?? ''
  if (/^q[1-4]$/.test(f) || (f === 'q' && t[i + 1]?.tight && (t[i + 1]?.n ?? 9) <= 4))
    return quarter(r, Number(/\d/.exec(f)?.[0] ?? t[i + 1]?.n), f.length === 2 ? i + 1 : i + 2)
  if (/^(في)?ال?ربع$/.test(f)) {
    const n = lookUp(numbers, t[i + 1]?.f ?? '')
    if (n && n <= 4) return quarter(r, n, i + 2)
  }
  let j = i
  let offset: number | null = null
  if (t[j]?.f === 'the') j++
  const head = t[j]?.f ?? ''
  if (/^هال/.test(head)) {
    const u = lookUp(units, head.slice(3))
    if (u) return span(r, u, 0, j + 1)
  }
  if (nextWords.has(head)) offset = 1
  else if (thisWords.has(head)) offset = 0
  else if (head === 'last') offset = -1
  if (offset !== null) {
    const u = lookUp(units, t[j + 1]?.f ?? '')
    if (t[j + 1]?.f === 'weekend') {
      const w = rules.weekendOf(r.today, r.context.weekend, offset)
      return { ...w, grain: 'day', approx: true, next: j + 2 }
    }
    return u && u !== 'day' ? span(r, u, offset, j + 2) : null
  }
  const u = lookUp(units, head)
  if (!u || u === 'day') return null
  if (head === 'week' && t[j + 1]?.f === 'of') {
    const d = dateAt(r, t[j + 2]?.f === 'the' ? j + 3 : j + 2)
    if (d) {
      const w = rules.week(d.start, r.context.weekend, 0)
      return { ...w, grain: 'week', approx: true, next: d.next }
    }
  }
  // The adjective follows in Arabic alone: in "health week next Monday" the week belongs to what stands before it.
  const after = /^[a-z]/.test(head) ? '' : (t[j + 1]?.f ?? '')
  if (nextWords.has(after)) return span(r, u, 1, j + 2)
  if (lastWords.has(after)) return span(r, u, -1, j + 2)
  if (thisWords.has(after)) return span(r, u, 0, j + 2)
  return null
}

function quarter(r: Reading, n: number, next: number): DayRead {
  const y = yearAt(r.tokens, next)
  const ahead = nextYear(r.tokens, y?.next ?? next)
  const at = y?.y ?? (ahead ? r.today.year + 1 : n * 3 < r.today.month ? r.today.year + 1 : r.today.year)
  const start = Temporal.PlainDate.from({ year: at, month: n * 3 - 2, day: 1 })
  return {
    start,
    end: start.add({ months: 3 }).subtract({ days: 1 }),
    grain: 'quarter',
    approx: true,
    next: ahead ? ahead : (y?.next ?? next),
  }
}
const nextYear = (t: Token[], i: number): number | null => {
  const j = t[i]?.f === 'من' || t[i]?.f === 'of' ? i + 1 : i
  return lookUp(units, t[j]?.f ?? '') === 'year' && nextWords.has(t[j + 1]?.f ?? '')
    ? j + 2
    : nextWords.has(t[j]?.f ?? '') && t[j + 1]?.f === 'year'
      ? j + 2
      : null
}

function span(r: Reading, u: 'day' | 'week' | 'month' | 'year', offset: number, next: number): DayRead {
  switch (u) {
    case 'day':
      return { start: r.today.add({ days: offset }), end: null, grain: 'day', approx: false, next }
    case 'week':
      return { ...rules.week(r.today, r.context.weekend, offset), grain: 'week', approx: true, next }
    case 'month': {
      const m = r.today.toPlainYearMonth().add({ months: offset })
      return { ...rules.partOfMonth(m.year, m.month, null), grain: 'month', approx: true, next }
    }
    case 'year':
      return {
        start: Temporal.PlainDate.from({ year: r.today.year + offset, month: 1, day: 1 }),
        end: Temporal.PlainDate.from({ year: r.today.year + offset, month: 12, day: 31 }),
        grain: 'year',
        approx: true,
        next,
      }
    default:
      return u satisfies never
  }
}

/** "in two weeks", «بعد ثلاثة أيام», «خلال أسبوعين», «قبل شهر», "3 days ago". */
function distance(r: Reading, i: number): DayRead | null {
  const t = r.tokens
  const f = t[i]?.f ?? ''
  const ahead = ['in', 'after', 'within', 'بعد', 'خلال', 'عقب'].includes(f)
  const back = ['قبل'].includes(f)
  if (!ahead && !back) return null
  const dual = lookUp(duals, t[i + 1]?.f ?? '')
  const one = lookUp(units, t[i + 1]?.f ?? '')
  let n = 0
  let u = dual
  let next = i + 2
  if (dual) n = 2
  else if (one && !/^ال/.test(t[i + 1]?.f ?? '')) {
    n = 1
    u = one
  } else {
    const a = t[i + 1]
    n = a?.f === 'a' || a?.f === 'an' ? 1 : a?.kind === 'number' ? a.n : (lookUp(numbers, a?.f ?? '') ?? 0)
    let j = i + 2
    if (/^عشره?$/.test(t[j]?.f ?? '') && n < 10) {
      n += 10
      j++
    }
    u = lookUp(units, t[j]?.f ?? '')
    next = j + 1
  }
  if (!u || n < 1 || n > 400) return null
  const s = back ? -n : n
  const start =
    u === 'day'
      ? r.today.add({ days: s })
      : u === 'week'
        ? r.today.add({ weeks: s })
        : u === 'month'
          ? r.today.add({ months: s })
          : r.today.add({ years: s })
  return { start, end: null, grain: 'day', approx: false, next }
}

/** A month by name, alone: «في ديسمبر», "December 2026", «شهر رمضان». */
function monthAlone(r: Reading, i: number): DayRead | null {
  const t = r.tokens
  const before = t[i - 1]?.f ?? ''
  const m = monthAt(t, i)
  if (!m) return null
  const y = yearAt(t, m.next)
  const ahead = !y && nextWords.has(t[m.next]?.f ?? '') ? 1 : 0
  const sure =
    y || ahead || ['في', 'in', 'شهر', 'during', 'خلال', 'by', 'for', 'لشهر', 'بشهر'].includes(before) || /^[بل]/.test(t[i]?.f ?? '')
  // "may", «مارس», «اب», «رجب», «شعبان» are words and names too: they count only where something says that they are months.
  if (!sure && /^(may|mar|march|jan|dec|sun|مارس|اب|رجب|شعبان|جوان|ماي|اوت|صفر|محرم|rajab|shaban|ramadan|رمضان)$/.test(t[i]?.f ?? ''))
    return null
  const next = (y?.next ?? m.next) + ahead
  if (m.hijri) {
    const now = toHijri(r.context, r.today)
    const hy = y?.y ?? (m.month < now.month ? now.year + 1 : now.year)
    const start = monthStart(r.context, hy, m.month)
    const end = (m.month === 12 ? monthStart(r.context, hy + 1, 1) : monthStart(r.context, hy, m.month + 1)).subtract({ days: 1 })
    return { start, end, grain: 'month', approx: true, next }
  }
  const at = y ? { year: y.y, month: m.month } : rules.comingMonth(r.today, m.month)
  return { ...rules.partOfMonth(at.year, at.month, null), grain: 'month', approx: true, next }
}
