/** The pieces of a text that speak of time, from left to right: days, clock times, parts of the day, lengths, "daily", "until", and what is said of them. */
import { alt, is, type Line, longest, map, not, noun, opt, type Rule, seq, text } from '../grammar.ts'
import { notADate } from '../not-dates.ts'
import type { Half, Role } from '../words/book.ts'
import { calendar, calendarDay } from './calendar.ts'
import { clockTime } from './clock.ts'
import { bounded, distances, elapsed, lasting } from './distances.ts'
import { month } from './months.ts'
import { occasion } from './occasions.ts'
import { season, span, yearOnly } from './spans.ts'
import type { Days, Length, Times } from './symbols.ts'
import { weekday, weekdays } from './weekdays.ts'

export type Piece = (
  | { kind: 'days'; days: Days; weak: boolean }
  | { kind: 'clock'; times: Times }
  | { kind: 'dayPart'; part: Half; today: boolean }
  | { kind: 'daily' }
  | { kind: 'lasting'; length: Length }
  | { kind: 'until'; days: Days }
  | { kind: 'role'; role: Role }
  | { kind: 'moved' }
) & {
  /** The tokens it takes: the first, and the one after its last. */
  from: number
  next: number
}

type Bare = Piece extends infer P ? (P extends unknown ? Omit<P, 'from' | 'next'> : never) : never

const anyDays: Rule<Days> = longest<Days>(calendar, weekdays, distances, span)
/** Behind "moved from": one day, that no range begins with. */
const oneDay: Rule<Days> = longest<Days>(calendarDay, weekday, distances)
const isWeak = (d: Days): boolean => d.kind === 'weekday' && d.weak === true

const dayPiece = (rule: Rule<Days>): Rule<Bare> => map(rule, days => ({ kind: 'days' as const, days, weak: isWeak(days) }))
const clockPiece: Rule<Bare> = map(longest<Times>(clockTime, elapsed), times => ({ kind: 'clock' as const, times }))
const alone: Rule<number> = map(seq(is('shift'), not(is('weekday'))), ([shift]) => shift)
/** "morning", «مساء»; "this evening" is today's. */
const partPiece: Rule<Bare> = map(
  // "Poetry evening this Thursday": "this" belongs to the day behind it.
  seq(opt(is('shift')), opt(is('the')), is('dayPart'), opt(alone), not(noun)),
  ([before, , part, after]): Bare | null => {
    const shift = before ?? after
    return shift === null || shift === 0 ? { kind: 'dayPart', part, today: shift === 0 } : null
  },
)
const partWithNoun: Rule<Bare> = map(seq(is('dayPart')), ([part]): Bare => ({ kind: 'dayPart', part, today: false }))
const dailyPiece: Rule<Bare> = map(is('daily'), (): Bare => ({ kind: 'daily' }))
const lastingPiece: Rule<Bare> = map(lasting, (length): Bare => ({ kind: 'lasting', length }))
/** "runs until 20 December", «وتستمر حتى نهاية الشهر», "ends on 3 January". */
const runs = alt(
  is('lasting'),
  map(text('run', 'runs', 'continue', 'continues', 'continuing', 'running', 'open', 'and'), () => true as const),
)
const ends = text(
  'ends',
  'finishes',
  'finishing',
  'concludes',
  'ending',
  'closes',
  'leaving',
  'departing',
  'returning',
  'concluding',
  'ويغادر',
  'وتغادر',
  'يغادر',
  'ويعود',
  'تختتم',
  'ويختتم',
  'وتختتم',
  'ينتهي',
  'وينتهي',
  'تنتهي',
  'وتنتهي',
)
const till = text('until', 'till', 'through', 'untill', 'thru', 'حتي', 'لغايه', 'لين')
const untilPiece: Rule<Bare> = map(
  seq(
    alt<[unknown, unknown, unknown]>(seq(opt(runs), opt(runs), till), seq(runs, opt(runs), text('to', 'الي')), seq(ends, opt(is('in')))),
    opt(is('the')),
    anyDays,
  ),
  ([, , days]): Bare => ({ kind: 'until', days }),
)
/** A feast, or a month whose name is also another word, alone: a date only where nothing else is said. */
const occasionPiece: Rule<Bare> = map(seq(longest<Days>(occasion, month, season, yearOnly), not(noun)), ([days]) => ({
  kind: 'days' as const,
  days,
  weak: true,
}))

const piece = longest<Bare>(
  dayPiece(longest(anyDays, bounded)),
  occasionPiece,
  untilPiece,
  clockPiece,
  lastingPiece,
  dailyPiece,
  partPiece,
  partWithNoun,
)
/** Behind "embargoed" and "registration closes": no "until", which is theirs. */
const afterRole = longest<Bare>(dayPiece(anyDays), clockPiece, partPiece)
const afterMove = longest<Bare>(dayPiece(oneDay), clockPiece, partPiece)

/** Words within which "moved" is said of a range of dates. */
const moveReach = 9
/** Words between a role and the date it is said of. */
const roleReach = 4

export function piecesOf(line: Line): Piece[] {
  const out: Piece[] = []
  let movedAt = Number.NEGATIVE_INFINITY
  let roleAt = Number.NEGATIVE_INFINITY
  for (let i = 0; i < line.length; ) {
    if (is('moved')(line, i)) {
      movedAt = i
      out.push({ kind: 'moved', from: i, next: i + 1 })
    }
    const said = is('role')(line, i)
    if (said) {
      out.push({ kind: 'role', role: said.value, from: i, next: said.next })
      if (said.value === 'old') movedAt = i
      roleAt = said.next
      i = said.next
      continue
    }
    const read = notADate(line, i) ? null : (i - movedAt <= moveReach ? afterMove : i - roleAt <= roleReach ? afterRole : piece)(line, i)
    if (!read) {
      i++
      continue
    }
    out.push({ ...read.value, from: i, next: read.next })
    i = read.next
  }
  return out
}
