/** Stretches of days with a name: weeks, months, quarters, seasons, years, and parts of them; said as this, next or by name. */
import {
  adjective,
  ahead,
  alt,
  behind,
  is,
  longest,
  look,
  map,
  memo,
  not,
  noun,
  number,
  opt,
  type Rule,
  sense,
  seq,
  text,
  the,
  tight,
} from '../grammar.ts'
import type { Unit } from '../words/book.ts'
import { cardinal, count, digits, ordinal, year, yearBehind } from './numbers.ts'
import type { DateOf, Span, Year } from './symbols.ts'

const of = opt(alt(is('of'), text('في', 'in', 'from', 'خلال')))
/** Units that a stretch is made of, apart from days and clock units. */
const long = (u: Unit): boolean => u !== 'minute' && u !== 'hour' && u !== 'day' && u !== 'workday'

/** "next week", «الأسبوع المقبل», «هالشهر», "the week after next". */
const shifted: Rule<{ unit: Unit; shift: number }> = memo(
  alt(
    map(seq(the, is('shift'), opt(text('around')), is('unit')), ([, shift, , unit]) => ({ shift, unit })),
    map(
      seq(
        sense('unit', s => s.the || s.prep === 'ه'),
        is('shift'),
      ),
      ([unit, shift]) => ({ shift, unit: unit.value as Unit }),
    ),
    map(
      seq(
        the,
        is('unit'),
        sense('shift', s => Math.abs(Number(s.value)) === 2),
      ),
      ([, unit, s]) => ({ shift: Number(s.value), unit }),
    ),
    map(
      sense('unit', s => s.prep === 'ه'),
      s => ({ shift: 0, unit: s.value as Unit }),
    ),
    map(text('ويكند', 'الويكند'), () => ({ shift: 0, unit: 'weekend' as const })),
  ),
)
export const unitSpan: Rule<Span> = map(shifted, ({ unit, shift }) => (long(unit) ? { kind: 'unit', unit, shift } : null))

/** "the weekend", "this weekend": the coming one. */
const weekend: Rule<Span> = map(
  seq(
    opt(alt(is('the'), text('at'))),
    the,
    sense('unit', s => s.value === 'weekend'),
    opt(is('shift')),
  ),
  ([, , , shift]): Span => ({ kind: 'unit', unit: 'weekend', shift: shift ?? 0 }),
)

/** "next year" behind a month. */
const yearShift: Rule<number> = map(seq(of, shifted), ([, s]) => (s.unit === 'year' ? s.shift : null))

/** A month by its number: «شهر ١٢», «شهر ثلاثة», «الشهر الثامن». */
const monthByNumber: Rule<number> = alt(
  map(
    seq(
      sense('unit', s => s.value === 'month' && !s.the),
      alt(digits(1, 12, 2), cardinal),
    ),
    ([, n]) => (n <= 12 ? n : null),
  ),
  map(
    seq(
      sense('unit', s => s.value === 'month' && s.the),
      ordinal,
    ),
    ([, n]) => (n <= 12 ? n : null),
  ),
)
type MonthName = { month: number; hijri: boolean; weak: boolean }
const monthName: Rule<MonthName> = longest(
  map(sense('month'), (s): MonthName => ({ month: Number(s.value), hijri: false, weak: s.weak && s.prep === '' })),
  map(sense('hijri'), (s): MonthName => ({ month: Number(s.value), hijri: true, weak: s.weak && s.prep === '' })),
)
/** «ديسمبر/كانون الأول»: both names of one month. */
const bothNames: Rule<MonthName> = map(seq(monthName, opt(seq(text('/', '('), monthName, opt(text(')'))))), ([a, b]) =>
  b === null || b[1].month === a.month ? a : null,
)
const monthWord = opt(sense('unit', s => s.value === 'month' && !s.the))

/** Reads nothing: true behind the point of "Dec." where more follows. */
const behindShort: Rule<true> = (line, at) =>
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/.test(line[at - 2]?.f ?? '') && line[at]?.kind === 'number'
    ? { value: true, next: at }
    : null

/** A month as it stands behind a day: by name or number, with its year. */
export const month: Rule<Span> = memo(
  map(
    seq(
      the,
      opt(is('shift')),
      longest(
        map(seq(monthWord, alt(bothNames, monthName)), ([, m]) => m),
        map(monthByNumber, n => ({ month: n, hijri: false, weak: false })),
      ),
      // "5 Dec. 2026", "7 Dec. 9:45"
      opt(seq(tight(text('.')), alt(ahead(yearBehind), behindShort))),
      opt(yearBehind),
      opt(
        alt(
          yearShift,
          map(is('shift'), s => ({ own: s })),
        ),
      ),
      opt(map(seq(text('in', 'بعد'), count, is('unit')), ([, n, u]) => (u === 'year' ? n : null))),
    ),
    ([, before, m, , y, after, years]): Span | null => {
      const own = after !== null && typeof after === 'object' ? after.own : null
      const inYears = typeof after === 'number' ? after : undefined
      // A year is of the month's own calendar: «رجب ١٤٤٨», «ديسمبر ٢٠٢٦».
      return {
        kind: 'month',
        month: m.month,
        hijri: m.hijri,
        year: y && { n: y.n, hijri: m.hijri },
        shift: before ?? own,
        ahead: inYears ?? years ?? undefined,
      }
    },
  ),
)

/** A month alone, where something says that one is meant: «في مارس», "in May", a year, «شهر رجب», "next March". */
const inMonth = alt(
  is('in'),
  is('by'),
  is('before'),
  is('after'),
  sense('unit', s => s.value === 'month'),
  text('of', 'من', 'since', 'منذ'),
)
export const monthAlone: Rule<Span> = look(month, (read, line, at) => {
  if (read.value.kind !== 'month') return read
  const m = read.value
  const named = monthName(line, at)
  if (!named?.value.weak || m.year !== null || m.shift !== null || m.ahead !== undefined) return read
  // "By April Johnson": a name in front of another.
  const sure = behind(is('in'))(line, at) || (behind(inMonth)(line, at) && !noun(line, read.next))
  return sure ? read : null
})

/** 2014-10, 3/2015. */
const numericMonth: Rule<Span> = alt(
  map(
    seq(number(1900, 2100, 4), tight(text('-', '/')), tight(number(1, 12, 2)), not(tight(text('-', '/', ':')))),
    ([y, , m]): Span => ({
      kind: 'month',
      month: m.n,
      hijri: false,
      year: { n: y.n, hijri: false },
      shift: null,
    }),
  ),
  map(
    seq(number(1, 12, 2), tight(text('/')), tight(number(1900, 2100, 4))),
    ([m, , y]): Span => ({
      kind: 'month',
      month: m.n,
      hijri: false,
      year: { n: y.n, hijri: false },
      shift: null,
    }),
  ),
)

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

const feastYear = opt(
  alt(
    yearBehind,
    map(yearShift, () => null),
  ),
)
const feast: Rule<Span> = map(
  seq(the, is('feast'), feastYear),
  ([, at, y]): Span => ({
    kind: 'feast',
    month: Math.floor(at / 100),
    day: at % 100,
    year: y,
  }),
)
const holiday: Rule<Span> = map(seq(the, is('holiday'), feastYear), ([, index, y]): Span => ({ kind: 'holiday', index, year: y }))
const anniversary: Rule<DateOf> = map(
  seq(the, is('anniversary'), opt(yearBehind)),
  ([, at, y]): DateOf => ({
    kind: 'date',
    day: at % 100,
    in: { kind: 'month', month: Math.floor(at / 100), hijri: false, year: y, shift: null },
    weekday: null,
  }),
)
/** «العيد» alone: the coming one of the two. */
const eid: Rule<Span> = map(
  seq(text('العيد', 'عيد', 'بالعيد', 'للعيد', 'والعيد', 'eid'), not(noun), not(is('feast'))),
  (): Span => ({
    kind: 'feast',
    month: 0,
    day: 0,
    year: null,
  }),
)
/** A feast or holiday of the network, by name. In a title it is no date: something before it must say that a time is meant. */
const feasts: Rule<Span> = longest<Span>(feast, holiday, eid)
export const occasion: Rule<Span | DateOf> = memo(longest<Span | DateOf>(feasts, anniversary))

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
