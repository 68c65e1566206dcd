/** Pieces that stand together, put together: a day with its weekday, its clock time, its length; ranges of days; roles. Nothing here knows what day it is. */
import type { Line } from '../grammar.ts'
import type { Half, Role } from '../words/book.ts'
import type { Piece } from './pieces.ts'
import type { Clock, Days, Length, Times } from './symbols.ts'

export type Group = {
  days: Days | null
  weakDays: boolean
  times: Times | null
  /** The clock of the last day, where each end of a range has its own: "3 December 9am to 5 December 2pm". */
  lastDays: Days | null
  lastClock: Clock | null
  part: Half | null
  daily: boolean
  length: Length | null
  until: Days | null
  role: Role | null
  /** Where a time was named by its prayer. */
  named: { from: number; next: number } | null
  /** Tokens: first, and the one after the last. */
  from: number
  next: number
  /** Pieces that belong to it and stand elsewhere. */
  apart: { from: number; next: number }[]
}

const empty = (p: Piece): Group => ({
  days: null,
  weakDays: false,
  times: null,
  lastDays: null,
  lastClock: null,
  part: null,
  daily: false,
  length: null,
  until: null,
  role: null,
  named: null,
  from: p.from,
  next: p.next,
  apart: [],
})

/** Most tokens between two pieces of one mention. */
const reach = 4
type Gap = { to: boolean; from: boolean; and: boolean; alias: boolean; comma: boolean; dash: boolean; words: number }

const none: Gap = { to: false, from: false, and: false, alias: false, comma: false, dash: false, words: 0 }

const closes = (line: Line, from: number, next: number): boolean => line.slice(from, next).some(w => w.f === ')')

/** What stands between two pieces; null where it keeps them apart. */
function gapOf(line: Line, from: number, next: number, text: string): Gap | null {
  if (next - from > (line[from]?.f === '(' ? 2 * reach : reach)) return null
  const gap: Gap = { ...none, words: next - from }
  let inside = false
  for (let i = from; i < next; i++) {
    const w = line[i]
    if (!w) return null
    // What stands in brackets between two pieces keeps nothing apart: "13–17 December (5 days), 8 to 2".
    if (w.f === ')' || inside || (w.f === '(' && closes(line, i, next))) {
      inside = w.f !== ')'
      continue
    }
    const has = (c: string) => w.senses.some(s => s.class === c)
    if (has('from')) gap.from = true
    if (w.f === '-' || w.f === '–' || w.f === '—') gap.dash = true
    else if (has('to')) gap.to = true
    else if (w.f === ',' || w.f === '،') gap.comma = true
    else if (has('and')) gap.and = true
    else if (has('alias')) gap.alias = true
    else if (!['glue', 'of', 'in', 'at', 'from', 'the', 'between', 'dayWord', 'oclock', 'by', 'oClockWord'].some(has)) return null
  }
  const a = line[from - 1]?.end ?? 0
  const b = line[next]?.start ?? a
  // «الأحد ١٣ والاثنين ١٤»: the «و» is written with what follows.
  if (line[next]?.senses.some(s => s.and)) gap.and = true
  return text.slice(a, b).includes('\n') ? null : gap
}

export function groupsOf(pieces: readonly Piece[], line: Line, text: string): Group[] {
  const groups: Group[] = []
  let open: Group | null = null
  let role: { role: Role; next: number } | null = null
  let movedAt = Number.NEGATIVE_INFINITY
  for (const p of pieces) {
    if (p.kind === 'role' || p.kind === 'moved') {
      if (p.kind === 'role') role = { role: p.role, next: p.next }
      if (p.kind === 'moved' || p.role === 'old') movedAt = p.from
      open = null
      continue
    }
    let gap = open ? gapOf(line, open.next, p.from, text) : null
    // "Moved from the 25th to the 2nd", "moved to the 2nd from the 25th": the one it was moved from no longer holds.
    // «لن يعقد الثلاثاء بل الأربعاء», "not on Tuesday but on Wednesday".
    const was = groups.at(-1)
    if (p.kind === 'days' && was?.days && corrected(line, was, p.from)) {
      was.role = 'old'
      open = null
      gap = null
    }
    // "8 December exhibition opening 11am, 9 December panel 6pm": the hour before the comma is that of the day before it.
    const last = groups.at(-2)
    if (
      p.kind === 'days' &&
      open &&
      open.days === null &&
      open.times &&
      gap?.comma &&
      last?.days &&
      !last.times &&
      last.role === null &&
      dated(last.days) &&
      dated(p.days)
    ) {
      open = null
      gap = null
    }
    const two = open?.days && p.kind === 'days' && gap && p.from - movedAt <= moveReach
    const from = gap?.from || line[p.from]?.senses.some(x => x.class === 'from')
    const moved = two && gap ? (gap.to ? 'to' : from ? 'from' : null) : null
    if (open && moved === 'to') open.role = 'old'
    else if (open && gap && !moved && add(open, p, gap, line)) {
      open.next = p.next
      continue
    }
    const g: Group = empty(p)
    add(g, p, none, line)
    if (moved === 'from') g.role = 'old'
    else if (role && p.from - role.next <= roleReach(role.role) && sameSentence(line, role.next, p.from)) g.role = role.role
    role = null
    groups.push(g)
    open = g
  }
  return groups
}

/** Whether the day before is taken back: «بل», or "but" behind a "not". */
function corrected(line: Line, was: Group, at: number): boolean {
  if (at - was.next > reach || at <= was.next) return false
  const between = line.slice(was.next, at).map(w => w.f)
  if (between.some(f => /^(بل|انما|وانما)$/.test(f))) return true
  return between.includes('but') && line.slice(Math.max(0, was.from - moveReach), was.from).some(w => /^(not|isn't|won't|no)$/.test(w.f))
}

/** Words within which "moved" is said of two dates. */
const moveReach = 14
/** Words between what is said of a date and the date. */
const roleReach = (role: Role): number => (role === 'old' ? 2 : 5)
function sameSentence(line: Line, from: number, next: number): boolean {
  for (let i = from; i < next; i++) if (['.', ',', '،', ';', '؛'].includes(line[i]?.f ?? '')) return false
  return true
}

/** Puts a piece to a group where it fits; false where it begins another mention. */
function add(g: Group, p: Piece, gap: Gap, line: Line): boolean {
  switch (p.kind) {
    case 'days':
      return addDays(g, p.days, p.weak, p, gap, line)
    case 'clock':
      if (!addClock(g, p.times, gap)) return false
      if (p.times.kind === 'named') g.named ??= { from: p.from, next: p.next }
      return true
    case 'dayPart':
      if (p.today && g.days === null) g.days = { kind: 'offset', days: 0 }
      if (g.part !== null && g.part !== p.part) return false
      g.part = p.part
      return true
    case 'daily':
      g.daily = true
      return true
    case 'lasting':
      if (g.length) return false
      g.length = p.length
      return true
    case 'until':
      if (g.until || g.days?.kind === 'range') return false
      g.until = p.days
      return true
    case 'role':
    case 'moved':
      return false
    default:
      return p satisfies never
  }
}

function addDays(g: Group, days: Days, weak: boolean, p: { from: number; next: number }, gap: Gap, line: Line): boolean {
  // «الليلة», "tonight" say the evening too.
  const night =
    days.kind === 'offset' && line.slice(p.from, p.next).some(w => w.senses.some(s => s.class === 'dayPart' && s.value === 'night'))
  if (g.days === null) {
    if (g.until || (g.length && days.kind === 'count')) return false
    // "… at 10am, and on Monday …": the day behind "and" has a time of its own.
    if (g.times && gap.and && gap.comma) return false
    if (g.times?.kind === 'clock' && g.times.weak && !startsClause(line, g.from)) return false
    g.days = days
    g.weakDays = weak
    if (night) g.part ??= 'night'
    return true
  }
  if (gap.to || (gap.dash && single(g.days) && single(days) && !complements(g.days, days) && alike(g.days, days))) {
    if (g.times?.kind === 'clock' && g.times.to === null && single(g.days)) {
      g.lastDays = days
      return true
    }
    if (!single(g.days) || g.times) return false
    g.days = { kind: 'range', from: g.days, to: days }
    return true
  }
  // "Every Saturday from 5 December": from that day on.
  const from = gap.from || line[p.from]?.senses.some(s => s.class === 'from')
  // «أيام الاثنين من ٧ إلى ٢٨ ديسمبر», "Mondays from 7 to 28 December".
  const plural = line.slice(g.from, p.from).some(w => w.f === 'ايام' || /^[a-z]+days$/.test(w.f))
  if (g.days.kind === 'weekday' && plural && outlasts(days, 7)) {
    g.days = { kind: 'every', weekdays: [g.days.weekday], of: days }
    return true
  }
  const joined: Days | null =
    g.days.kind === 'every' && g.days.of === null && from && single(days) && dated(days)
      ? { kind: 'checked', days, weekdays: g.days.weekdays }
      : combine(g.days, days, gap)
  if (!joined) return false
  g.days = joined
  g.weakDays = false
  if (night) g.part ??= 'night'
  return true
}

/** At the beginning of the text or behind a sign. */
const startsClause = (line: Line, at: number): boolean => at === 0 || line[at - 1]?.kind === 'sign'

const single = (d: Days): boolean => !['range', 'list', 'every', 'weekdayIn'].includes(d.kind)
const weekdayOf = (d: Days): number[] | null => {
  if (d.kind === 'weekday') return [d.weekday]
  if (d.kind === 'list' && d.days.every(x => x.kind === 'weekday')) return d.days.map(x => (x.kind === 'weekday' ? x.weekday : 1))
  if (d.kind === 'range' && d.from.kind === 'weekday' && d.to.kind === 'weekday') return [d.from.weekday, d.to.weekday]
  return null
}
const dated = (d: Days): boolean =>
  d.kind === 'date' ||
  d.kind === 'slash' ||
  d.kind === 'exact' ||
  d.kind === 'offset' ||
  (d.kind === 'range' && dated(d.from)) ||
  (d.kind === 'list' && d.days.every(dated)) ||
  (d.kind === 'apart' && d.lengths.every(l => l.unit === 'day'))
/** A dash joins two days or two stretches: «تقرير الربع الرابع – ٣٠ ديسمبر» is a report and its day. */
const stretch = (d: Days): boolean => ['quarter', 'year', 'season', 'half', 'part', 'nthSpan', 'unit'].includes(d.kind)
const alike = (a: Days, b: Days): boolean => !((stretch(a) && dated(b)) || (dated(a) && stretch(b)))
/** A run of dates of more days than `n`; one over the end of a month counts as such. */
const outlasts = (d: Days, n: number): d is Extract<Days, { kind: 'range' }> =>
  d.kind === 'range' && d.from.kind === 'date' && d.to.kind === 'date' && (d.to.day < d.from.day || d.to.day - d.from.day + 1 > n)
const hijri = (d: Days): boolean => (d.kind === 'date' && d.in?.kind === 'month' && d.in.hijri) || (d.kind === 'exact' && d.hijri)
const complements = (a: Days, b: Days): boolean => (weekdayOf(a) !== null && dated(b)) || (weekdayOf(b) !== null && dated(a))

/** Two ways of saying the same days, next to each other; null where they are two mentions. */
function combine(a: Days, b: Days, gap: Gap): Days | null {
  // «شهري ديسمبر ويناير»
  if (gap.and) return a.kind === 'month' && b.kind === 'month' ? { kind: 'range', from: a, to: b } : null
  // "Next month on the 9th"
  if (a.kind === 'unit' && a.unit === 'month' && b.kind === 'date' && b.in === null) return { ...b, in: a }
  const [wa, wb] = [weekdayOf(a), weekdayOf(b)]
  // «أيام الأحد والأربعاء من ٦ إلى ١٦ ديسمبر»: those weekdays of a longer run.
  if (wa && a.kind === 'list' && outlasts(b, wa.length)) return { kind: 'every', weekdays: wa, of: b }
  if (wb && b.kind === 'list' && outlasts(a, wb.length)) return { kind: 'every', weekdays: wb, of: a }
  if (wa && dated(b)) return { kind: 'checked', days: b, weekdays: wa }
  if (wb && dated(a)) return { kind: 'checked', days: a, weekdays: wb }
  if (dated(a) && dated(b) && hijri(a) !== hijri(b)) return { kind: 'twice', days: a, again: b }
  if (a.kind === 'checked' && dated(b) && hijri(a.days) !== hijri(b)) return { kind: 'twice', days: a, again: b }
  if (dated(a) && dated(b) && gap.alias) return { kind: 'twice', days: a, again: b }
  // "Tuesday next week", «الأسبوع القادم، الأحد والثلاثاء».
  const week = (d: Days) => d.kind === 'unit' && d.unit === 'week'
  if (wa && b.kind === 'unit' && week(b)) return { kind: 'weekdayIn', weekdays: wa, of: b, range: a.kind === 'range' }
  if (wb && a.kind === 'unit' && week(a)) return { kind: 'weekdayIn', weekdays: wb, of: a, range: b.kind === 'range' }
  // "every Monday, from 7 to 28 December"
  if (a.kind === 'every' && a.of === null && (b.kind === 'range' || b.kind === 'month' || b.kind === 'unit')) return { ...a, of: b }
  if (b.kind === 'every' && b.of === null && (a.kind === 'range' || a.kind === 'month' || a.kind === 'unit')) return { ...b, of: a }
  if (wa && wa.length > 1 && a.kind === 'list' && (b.kind === 'month' || (b.kind === 'range' && dated(b))))
    return { kind: 'every', weekdays: wa, of: b }
  // "Next year in March"
  const year = (d: Days) => (d.kind === 'unit' && d.unit === 'year' ? d.shift : null)
  const [ya, yb] = [year(a), year(b)]
  if (ya !== null && b.kind === 'month' && b.year === null) return { ...b, ahead: ya }
  if (yb !== null && a.kind === 'month' && a.year === null) return { ...a, ahead: yb }
  // Tomorrow, said with its date.
  if (a.kind === 'offset' && dated(b)) return { kind: 'twice', days: b, again: a }
  return null
}

function addClock(g: Group, times: Times, gap: Gap): boolean {
  if (g.times === null) {
    if (times.kind === 'clock' && times.weak && !allowedWeak(g, times, gap)) return false
    g.times = times
    return true
  }
  if (g.times.kind === 'named' && times.kind === 'clock' && !times.weak) {
    g.times = times
    return true
  }
  if (g.times.kind !== 'clock' || times.kind !== 'clock' || times.to !== null || g.times.to !== null) return false
  if ((g.lastDays || g.until) && !g.lastClock) {
    g.lastClock = times.from
    return true
  }
  if (!gap.to && !gap.dash) return false
  g.times = { ...g.times, to: times.from }
  return true
}

/** A bare number is an hour only next to a day; a bare range also behind a comma. */
const allowedWeak = (g: Group, times: Extract<Times, { kind: 'clock' }>, gap: Gap): boolean =>
  times.to !== null ? g.days !== null || g.daily || g.length !== null : g.days === null || (!gap.comma && !gap.and && !gap.dash)
