/** Every mention of a time in a text: what stands together is put together, what stands apart finds its day, and symbols become days and instants. */
import { Temporal } from 'temporal-polyfill'
import type { Context, Mention, Problem } from '../model/meaning.ts'
import { uncertain } from './certainty.ts'
import { type Group, groupsOf } from './dates/groups.ts'
import { mentionOf } from './dates/mention.ts'
import { type Piece, piecesOf } from './dates/pieces.ts'
import type { Days, Length } from './dates/symbols.ts'
import { type Line, noun } from './grammar.ts'
import { kept } from './kept.ts'
import { namesOf, wordsOf } from './lexicon.ts'
import { openBetween, pastOnes } from './own-day.ts'
import type { Token } from './tokens.ts'
import type { Class } from './words/book.ts'

export type Found = {
  /** In the order of the text. */
  mentions: (Mention & { endAt: number })[]
  problems: Problem[]
  /** Every stretch of characters that was read as time: the mentions, and the words that belong to one and stand elsewhere. */
  taken: { start: number; end: number }[]
}

/** More dates than these in one text are no plan. */
const mostMentions = 32
/** A text of so few words may be a time alone: "sun", "mon.", "5". */
const fewWords = 3

export function mentionsIn(text: string, tokens: Token[], context: Context): Found {
  const now = Temporal.Instant.from(context.now).toZonedDateTimeISO(context.zone)
  const line = wordsOf(tokens, holidayNames(context.holidays))
  const pieces: Piece[] = piecesOf(line)
  const groups = gather(groupsOf(pieces, line, text), line, tokens.length <= fewWords)
  const problems = new Set<Problem>()
  const mentions: Found['mentions'] = []
  const taken: Found['taken'] = []
  const place = (from: number, next: number) => ({ start: tokens[from]?.start ?? 0, end: tokens[next - 1]?.end ?? 0 })
  const wrong = new Map<Found['mentions'][number], readonly Problem[]>()
  const open = openBetween(groups, line)
  for (const g of groups.slice(0, mostMentions)) {
    const at = place(g.from, g.next)
    taken.push(at, ...g.apart.map(a => place(a.from, a.next)))
    const read = mentionOf(g, { context, today: now.toPlainDate() }, now)
    if (!read.mention) {
      for (const p of read.problems) if (g.role === null) problems.add(p)
      continue
    }
    if (open.has(g) && read.mention.certainty === 'confirmed') read.mention.certainty = 'tentative'
    const named = g.named && read.mention.allDay ? place(g.named.from, g.named.next) : null
    const mention = {
      ...read.mention,
      ...(named ? { named: text.slice(named.start, named.end) } : {}),
      ...(g.role ? { role: g.role } : {}),
      text: text.slice(at.start, at.end),
      at: at.start,
      endAt: at.end,
    }
    mentions.push(mention)
    wrong.set(mention, read.problems)
  }
  for (const m of pastOnes(mentions, line, now.toPlainDate().toString())) m.role = 'old'
  for (const m of mentions) if (!m.role) for (const p of wrong.get(m) ?? []) problems.add(p)
  const own = mentions.find(m => !m.role && !m.timeOnly && m.certainty === 'confirmed')
  const said = own ? mentions.filter(m => m === own || !aroundIt(m, own)) : mentions
  if (uncertain(tokens)) for (const m of mentions) if (m.certainty === 'confirmed' && !m.role) m.certainty = 'tentative'
  return { mentions: said, problems: [...problems], taken }
}

/** «ندرج في مخطط الشهر المقبل …، يوم ٢١ ديسمبر»: a stretch around the exact day that is said says no more, and neither does a year ("this year we do it on 16 February"). */
const aroundIt = (m: Mention, own: Mention): boolean =>
  m.certainty === 'approximate' &&
  !m.role &&
  m.end !== null &&
  (m.grain === 'year' || (m.start.slice(0, 10) <= own.start.slice(0, 10) && own.start.slice(0, 10) <= m.end.slice(0, 10)))

/** Networks whose holidays are kept ready. */
const mostNetworks = 50

const holidayNames = kept(mostNetworks, (holidays: Context['holidays']) =>
  holidays.length === 0
    ? undefined
    : namesOf(holidays.map((h, value) => ({ value, names: [h.name.ar, h.name.en].filter(n => n !== undefined) }))),
)

/** Groups that hold a day or a time; what stands alone elsewhere (a clock time, a length, "daily") goes to the day it belongs to. */
function gather(groups: Group[], line: Line, alone: boolean): Group[] {
  const days = groups.filter(g => g.days !== null && (!g.weakDays || alone || g.times !== null) && !isUnset(g, line))
  const titles = new Set(days.filter(g => isTitle(g, line)))
  const dated = days.some(d => !titles.has(d) && d.days && !vague(d.days))
  const own = days.filter(g => !titles.has(g) || !dated)
  const exact = own.filter(g => g.role === null && g.days && !vague(g.days))
  // "An evening of poetry … at 7": a part of the day in a title says which seven.
  for (const g of groups)
    if (g.days === null && g.times === null && g.part !== null && g.part !== 'am') {
      const day = nearest(
        g,
        own.filter(d => d.times?.kind === 'clock' && d.part === null),
      )
      if (day) day.part = g.part === 'night' ? 'evening' : g.part
    }
  for (const g of groups) {
    if (own.includes(g) || g.role !== null) continue
    const fits = (day: Group): boolean =>
      (g.times === null || (day.times === null && !(g.times.kind === 'clock' && g.times.weak))) &&
      (g.length === null || (day.length === null && day.until === null && short(g.length) && !several(day.days))) &&
      (g.until === null || (day.until === null && day.length === null && !several(day.days))) &&
      (g.times !== null || g.length !== null || g.until !== null || g.daily)
    const day = nearest(g, exact.filter(fits))
    if (!day) continue
    day.times ??= g.times
    day.length ??= g.length
    day.until ??= g.until
    day.daily ||= g.daily
    day.part ??= g.times ? g.part : null
    day.named ??= g.named
    day.apart.push({ from: g.from, next: g.next })
  }
  const apart = new Set(own.flatMap(g => g.apart.map(a => a.from)))
  // «بعد صلاة الجمعة» and no other day: on Friday.
  for (const g of groups)
    if (own.length === 0 && g.days === null && g.times?.kind === 'named' && g.times.weekday !== null) {
      g.days = { kind: 'weekday', weekday: g.times.weekday, shift: null }
      own.push(g)
    }
  // "Open until 20 December", and no day before it: from today on.
  const lone = groups.filter(g => g.days === null && g.until !== null && own.length === 0)
  for (const g of lone) {
    g.days = g.until && { kind: 'rest', of: g.until }
    g.until = null
  }
  // A second clock time beside a day that has one (doors open at six, the show begins at seven) is no mention of its own.
  const timed = own.some(g => g.times !== null && g.role === null)
  const clocks = groups.filter(
    g =>
      (g.role !== null || !timed) &&
      g.days === null &&
      !apart.has(g.from) &&
      ((g.times?.kind === 'clock' && (!g.times.weak || (alone && g.times.to !== null))) || g.times?.kind === 'elapsed'),
  )
  return [...own, ...lone, ...clocks].sort((a, b) => a.from - b.from)
}

/**
 * "The November report out on 5 December", "the end of year ceremony on the 14th", "Black Friday sale on 27 November": a month, a quarter or a weekday
 * by its bare name, beside a day, belongs to the title.
 */
function isTitle(g: Group, line: Line): boolean {
  const { days } = g
  if (!days || g.times !== null) return false
  const led = [line[g.from - 1], line[g.from]].some(w => w?.senses.some(s => leads.has(s.class) || s.prep !== ''))
  switch (days.kind) {
    case 'month':
    case 'quarter':
    case 'season':
    case 'year':
      return !led
    case 'part':
      return !led && days.of.kind === 'unit' && days.of.unit === 'year' && days.of.shift === 0
    case 'weekday':
      return !led && days.shift === null && noun(line, g.next) !== null && !/^(or|او)$/.test(line[g.next]?.f ?? '')
    // "Flag raising for National Day on Tuesday 15 December": what it is for.
    case 'feast':
    case 'holiday':
      return line[g.from - 1]?.f === 'for'
    default:
      return false
  }
}
/** «لسه ما حددنا اليوم»: the day that was not set is no today. */
const isUnset = (g: Group, line: Line): boolean => line[g.from]?.f === 'اليوم' && /^[يتن]?حدد/.test(line[g.from - 1]?.f ?? '')

/** What stands before a time that is meant as one. */
const leads = new Set<Class>(['in', 'by', 'of', 'from', 'to', 'before', 'after', 'within', 'dayWord'])

/** The day a stray piece belongs to: the nearest before it, else the first behind it. */
const nearest = (g: Group, days: Group[]): Group | undefined => days.filter(d => d.from < g.from).at(-1) ?? days.find(d => d.from > g.from)

const several = (d: Days | null): boolean => d !== null && ['range', 'list', 'every', 'weekdayIn'].includes(d.kind)
/** How long an activity may be said to last. */
const short = ({ n, unit }: Length): boolean =>
  unit === 'minute' || unit === 'hour' || (unit === 'day' && n <= 62) || (unit === 'week' && n <= 8) || (unit === 'month' && n <= 3)

/** A stretch that is named and not counted out. */
function vague(d: Days): boolean {
  switch (d.kind) {
    case 'offset':
    case 'weekday':
    case 'date':
    case 'slash':
    case 'exact':
    case 'nth':
    case 'apart':
    case 'nthAfter':
    case 'weekdayIn':
    case 'range':
    case 'list':
    case 'every':
    case 'checked':
    case 'twice':
    case 'feast':
    case 'holiday':
      return false
    default:
      return true
  }
}
