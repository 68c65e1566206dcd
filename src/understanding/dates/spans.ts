/** Stretches of days with a name: quarters, seasons, years, and parts of them and of what has a name beside. */
import { adjective, alt, behind, is, longest, look, map, memo, not, noun, opt, type Rule, sense, seq, text, the } from '../grammar.ts'
import type { Unit } from '../words/book.ts'
import { month, monthAlone, numericMonth } from './months.ts'
import { cardinal, count, digits, ordinal, year, yearBehind } from './numbers.ts'
import { feasts } from './occasions.ts'
import type { Span, Year } from './symbols.ts'
import { long, of, unitSpan, weekend, yearShift } from './units.ts'

/** Q1, "the first quarter of 2027", «الربع الأول من العام المقبل». */
const quarterNumber: Rule<number> = alt(
  map(seq(text('q'), opt(text('-')), digits(1, 4, 1)), ([, , n]) => n),
  map(
    seq(
      the,
      ordinal,
      sense('unit', s => s.value === 'quarter'),
    ),
    ([, n]) => (n <= 4 ? n : null),
  ),
  map(seq(text('الربع', 'بالربع', 'والربع', 'للربع', 'ربع'), longest(ordinal, is('ordinal'))), ([, n]) =>
    n === -1 ? 4 : n > 0 && n <= 4 ? n : null,
  ),
)
const quarterBehind: Rule<Span> = map(
  seq(digits(1900, 2100, 4), quarterNumber),
  ([y, n]): Span => ({ kind: 'quarter', n, year: { n: y, hijri: false }, ahead: null }),
)
const quarterAlone: Rule<Span> = map(
  seq(quarterNumber, opt(alt<[number, Year]>(yearShift, yearBehind))),
  ([n, y]): Span => ({
    kind: 'quarter',
    n,
    year: y !== null && typeof y === 'object' ? y : null,
    ahead: typeof y === 'number' ? y : null,
  }),
)

const quarter: Rule<Span> = longest(quarterBehind, quarterAlone)

export const season: Rule<Span> = map(
  seq(
    the,
    opt(is('shift')),
    is('season'),
    opt(
      alt<[number, Year]>(
        map(is('shift'), n => n),
        yearBehind,
      ),
    ),
    not(noun),
  ),
  ([, before, n, after]): Span => ({
    kind: 'season',
    n,
    year: after !== null && typeof after === 'object' ? after : null,
    shift: before ?? (typeof after === 'number' ? after : null),
  }),
)
const seasonSpan: Rule<Span> = look(season, (read, line, at) => {
  if (read.value.kind !== 'season') return read
  const sure = read.value.shift !== null || read.value.year !== null || behind(is('in'))(line, at) || behind(is('the'))(line, at)
  return sure ? read : null
})

/** A year alone: «في عام ٢٠٢٧», "in 2027"; «لعام ٢٠٢٦» and "for 2026" tell what a report is of. */
const yearAlone: Rule<Span> = map(
  seq(alt(text('in', 'during', 'في', 'خلال', 'of')), opt(text('عام', 'سنه', 'العام', 'the')), opt(text('year')), year, not(noun)),
  ([, , , y]): Span => ({ kind: 'year', year: y }),
)
/** A year and nothing else. */
export const yearOnly: Rule<Span> = map(seq(opt(text('عام', 'سنه', 'العام', 'لعام')), year), ([, y]): Span => ({ kind: 'year', year: y }))

/** «الأيام الثلاثة القادمة», "the next three weeks", "last 2 months", «اليومين المقبلين». */
const counted: Rule<Span> = map(
  alt(
    map(seq(the, is('shift'), count, is('unit')), ([, s, n, u]) => ({ s, n, u })),
    map(seq(the, count, is('shift'), is('unit')), ([, n, s, u]) => ({ s, n, u })),
    // «آخر ٣ أيام», «الثلاثة أسابيع القادمة»
    map(seq(is('ordinal'), count, is('unit')), ([last, n, u]) => ({ s: last === -1 ? -1 : 0, n, u })),
    map(
      seq(
        sense('cardinal', x => x.the),
        is('unit'),
        is('shift'),
      ),
      ([n, u, s]) => ({ s, n: Number(n.value), u }),
    ),
    map(
      seq(
        sense('unit', x => x.the),
        alt(cardinal, digits(1, 99, 2), is('quantity')),
        is('shift'),
      ),
      ([u, n, s]) => ({ s, n, u: u.value as Unit }),
    ),
    map(
      seq(
        sense('dual', x => x.the),
        is('shift'),
      ),
      ([u, s]) => ({ s, n: 2, u: u.value as Unit }),
    ),
  ),
  ({ s, n, u }): Span | null => (Math.abs(s) === 1 && u !== 'minute' && u !== 'hour' ? { kind: 'count', n, unit: u, back: s < 0 } : null),
)

/** What parts are taken of: anything named. */
export const whole: Rule<Span> = memo(
  longest<Span>(
    unitSpan,
    month,
    numericMonth,
    quarter,
    season,
    feasts,
    // «العام الدراسي» is a year of another kind.
    map(
      seq(
        sense('unit', s => s.the && long(s.value as Unit) && s.value !== 'weekend'),
        not(adjective),
      ),
      ([s]): Span => ({ kind: 'unit', unit: s.value as Unit, shift: 0 }),
    ),
    map(seq(the, is('unit'), not(adjective)), ([, u]): Span | null =>
      long(u) && u !== 'weekend' ? { kind: 'unit', unit: u, shift: 0 } : null,
    ),
    yearOnly,
  ),
)

/** "early next month", «منتصف يناير القادم», "mid-December", "EOM". */
const part: Rule<Span> = alt(
  map(
    seq(opt(text('at', 'في')), the, is('part'), opt(text('-')), of, opt(text('around')), whole),
    ([, , p, , , , span]): Span => ({
      kind: 'part',
      part: p,
      of: span,
    }),
  ),
  map(
    seq(the, text('eom', 'eoy', 'bom', 'boy')),
    ([, f]): Span => ({
      kind: 'part',
      part: f.startsWith('e') ? 'end' : 'early',
      of: { kind: 'unit', unit: f.endsWith('m') ? 'month' : 'year', shift: 0 },
    }),
  ),
)
/** "the first half of December", «النصف الثاني من العام». */
const half: Rule<Span> = map(
  alt(
    map(seq(the, ordinal, text('half'), of, whole), ([, n, , , span]) => ({ n, span })),
    map(seq(text('النصف', 'بالنصف'), ordinal, of, whole), ([, n, , span]) => ({ n, span })),
  ),
  ({ n, span }): Span | null => (n === 1 || n === 2 ? { kind: 'half', n, of: span } : null),
)
/** "the second week of December", «الأسبوع الأول من أكتوبر», "the last weekend of July". */
const weekIn = sense('unit', s => s.value === 'week' || s.value === 'weekend')
/** Which one: from the beginning, or from the end ("the third last"). */
export const nth: Rule<number> = memo(
  longest(map(seq(the, alt(ordinal, is('ordinal')), opt(text('last'))), ([, n, last]) => (last === null ? n : n > 0 ? -n : n))),
)
const nthSpan: Rule<Span> = map(
  alt(
    map(seq(nth, weekIn, of, whole), ([n, u, , span]) => ({ n, u: u.value, span })),
    map(seq(weekIn, alt(ordinal, is('ordinal')), of, whole), ([u, n, , span]) => ({ n, u: u.value, span })),
  ),
  ({ n, u, span }): Span => ({ kind: 'nthSpan', n, unit: u === 'weekend' ? 'weekend' : 'week', of: span }),
)
/** "the rest of the week", «بقية العام». */
const rest: Rule<Span> = map(seq(the, is('rest'), of, whole), ([, , , span]): Span => ({ kind: 'rest', of: span }))
/** «قبل نهاية الشهر», "by the end of the month", "before the weekend". */
const byTheEnd: Rule<Span> = alt(
  map(seq(is('by'), opt(text('the')), longest(part, weekend)), ([, , span]): Span => ({ kind: 'rest', of: span })),
  // "Before the year ends", «قبل أن ينتهي العام».
  map(seq(text('before'), whole, text('ends', 'finishes', 'closes')), ([, of]): Span => ({ kind: 'rest', of })),
  map(
    seq(text('قبل'), opt(text('ان')), text('ينتهي', 'تنتهي', 'انتهاء', 'انقضاء', 'ينقضي', 'يخلص'), whole),
    ([, , , of]): Span => ({ kind: 'rest', of }),
  ),
)

/** Every stretch that a mention may be made of. */
export const span: Rule<Span> = memo(
  longest<Span>(unitSpan, weekend, monthAlone, numericMonth, quarter, seasonSpan, yearAlone, counted, part, half, nthSpan, rest, byTheEnd),
)
