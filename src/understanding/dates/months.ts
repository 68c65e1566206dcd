/** Months: by name of either calendar, by number, with the year they are of. */
import {
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
import { cardinal, count, digits, ordinal, yearBehind } from './numbers.ts'
import type { Span } from './symbols.ts'
import { yearShift } from './units.ts'

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
export const numericMonth: Rule<Span> = alt(
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
