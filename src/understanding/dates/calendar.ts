/** Dates of the calendar: a day and a month in any order, numeric dates, "the 15th", and ranges and lists of them. */
import {
  ahead,
  alt,
  and,
  arabic,
  behind,
  end,
  is,
  longest,
  look,
  many,
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
import { month } from './months.ts'
import { cardinal, count, dayDigits, dayNumber, dayOrdinal, yearBehind } from './numbers.ts'
import type { DateOf, Days, Span } from './symbols.ts'
import { unitSpan } from './units.ts'
import { weekdayName } from './weekdays.ts'

/** A day of a month with its weekday, where one is said: "Monday 7", «الأحد ٦». */
type Item = { day: number; sure: boolean; weekday: number | null /** «الثلاثاء الثالث»: the third, or the third Tuesday. */; nth?: boolean }
const itemOf = (day: Rule<{ day: number; sure: boolean }>): Rule<Item> =>
  memo(
    map(
      seq(
        opt(seq(weekdayName, opt(alt(text(',', '،', '('), is('alias'), is('in'))))),
        opt(is('dayWord')),
        the,
        opt(ahead(is('ordinal'))),
        day,
      ),
      ([w, , , ordinal, d]) => ({ ...d, weekday: w ? w[0].weekday : null, nth: w !== null && w[1] === null && ordinal !== null }),
    ),
  )

/** Days, each alone or from one to another: "7", "7–9", "7, 9 and 11", "between 3 and 12". */
type Stretch = { from: Item; to: Item | null }
const stretches = (item: Rule<Item>): Rule<Stretch[]> => {
  const ranged: Rule<Stretch> = map(seq(item, is('to'), item), ([from, , to]) => (to.day > from.day ? { from, to } : null))
  const one: Rule<Stretch> = memo(
    alt(
      ranged,
      map(item, from => ({ from, to: null })),
    ),
  )
  const between: Rule<Stretch[]> = map(seq(is('between'), item, opt(text('و')), opt(and), item), ([, from, , , to]) =>
    to.day > from.day ? [{ from, to }] : null,
  )
  const list: Rule<Stretch[]> = map(
    seq(
      opt(is('from')),
      one,
      many(
        map(seq(and, opt(text('و')), one), ([, , s]) => s),
        8,
      ),
    ),
    ([, first, more]) =>
      more.length > 0 && more.some((s, i) => s.from.day <= (more[i - 1]?.to ?? more[i - 1]?.from ?? first.to ?? first.from).day)
        ? null
        : [first, ...more],
  )
  return longest(between, list)
}

const dateOf = (item: Item, span: Span): DateOf => ({
  kind: 'date',
  day: item.day,
  in: span,
  weekday: item.weekday,
  ...(item.nth ? { nth: true } : {}),
})
const stretchOf = (s: Stretch, span: Span): Days =>
  s.to ? { kind: 'range', from: dateOf(s.from, span), to: dateOf(s.to, span) } : dateOf(s.from, span)
const daysOf = (all: Stretch[], span: Span): Days => {
  const days = all.map(s => stretchOf(s, span))
  return days.length === 1 && days[0] ? days[0] : { kind: 'list', days }
}

/** «٣٢ يناير»: said as a day, and none. */
const overlong = map(number(32, 39, 2), w => ({ day: w.n, sure: false }))
/** "14 December 2026", «الثالث عشر من ديسمبر», "13 to 15 July", «٧ و٩ ديسمبر», "the 20th of next month". */
const of = opt(alt(is('of'), text('في', 'in'), tight(text('-', '/'))))
const thisMonth: Rule<Span> = map(unitSpan, s => (s.kind === 'unit' && s.unit === 'month' ? s : null))
/** English says "of" before "next month"; Arabic need not: «من ٤ إلى ٢٣ الشهر المقبل». */
const ofMonth: Rule<Span> = alt(
  month,
  arabic(thisMonth),
  map(seq(behind(is('of')), thisMonth), ([, m]) => m),
)
const dayMonth: Rule<Days> = memo(
  map(seq(stretches(itemOf(longest(dayNumber, overlong))), of, ofMonth, opt(text(')'))), ([all, , span]) => daysOf(all, span)),
)

/** "December 14–16, 2026", «يوليو ١٣ إلى ١٥», "march first"; "December 10am" is no tenth of December. */
const noClock = not(
  alt(is('half'), seq(text(':', '.'), tight(number(0, 59, 2))), seq(is('to'), number(0, 24, 2), is('half')), is('oclock')),
)
const dayBehind: Rule<{ day: number; sure: boolean }> = map(seq(longest(dayDigits, dayOrdinal), noClock), ([d]) => d)
const nameOnly: Rule<Span> = map(
  longest(
    sense('month', s => s.prep === ''),
    sense('hijri', s => s.prep === ''),
  ),
  (s): Span => ({ kind: 'month', month: Number(s.value), hijri: s.class === 'hijri', year: null, shift: null }),
)
const monthDay: Rule<Days> = map(
  seq(nameOnly, opt(text('.')), opt(seq(opt(is('between')), the)), stretches(itemOf(dayBehind)), opt(yearBehind)),
  ([m, , , all, y]): Days | null => (m.kind === 'month' ? daysOf(all, { ...m, year: y && { n: y.n, hijri: m.hijri } }) : null),
)
/** «النصف من شعبان»: the middle night of a Hijri month. */
const middle: Rule<Days> = map(seq(text('النصف', 'نصف'), opt(is('of')), month), ([, , m]): Days | null =>
  m.kind === 'month' && m.hijri ? { kind: 'date', day: 15, in: m, weekday: null } : null,
)
/** «نوفمبر بين ١٩ و٢٠» */
/** "The first ten nights of Ramadan", «أول خمسة أيام من يناير». */
const firstDays: Rule<Days> = map(
  seq(the, text('first', 'اول'), count, text('days', 'nights', 'ايام', 'ليال', 'ليالي', 'يوم'), opt(alt(is('of'), is('in'))), month),
  ([, , n, , , of]): Days | null => (n > 1 && n <= 29 ? { kind: 'range', from: dayIn(1, of), to: dayIn(n, of) } : null),
)
const dayIn = (day: number, of: Span): Days => ({ kind: 'date', day, in: of, weekday: null })

/** "On 20 or 22 December": the first of the two; that it is open is said by the "or". */
const eitherDay: Rule<Days> = map(seq(number(1, 31, 2), text('or', 'او'), dayMonth), ([a, , b]): Days | null =>
  b.kind === 'date' ? { ...b, day: a.n } : null,
)

const monthBetween: Rule<Days> = map(seq(alt(month, thisMonth), stretches(itemOf(dayBehind))), ([m, all]) =>
  all[0]?.to ? daysOf(all, m) : null,
)

/** 14/12, 14-12-2026, 2026-12-14, 14.12.2026, «٢٠٢٦/١٢/١٤م». */
const separator = text('/', '-', '.')
const era = opt(is('era'))
const joined = <T>(rule: Rule<T>) => tight(rule)
/** «٩ / ١٢ / ٢٠٢٦»: spaces stand around a slash alone. */
const between = alt(joined(separator), text('/'))
const three: Rule<Days> = map(
  seq(
    number(1, 3100, 4),
    between,
    alt(joined(number(1, 31, 2)), number(1, 31, 2)),
    between,
    alt(joined(number(1, 3100, 4)), number(1, 3100, 4)),
    era,
  ),
  ([a, s, b, s2, c, e]): Days | null => {
    if (s !== s2) return null
    const hijriYear = (y: number) => e === 'hijri' || (y > 1300 && y < 1600)
    if (a.n > 1300) return c.n <= 31 ? { kind: 'exact', year: a.n, month: b.n, day: c.n, hijri: hijriYear(a.n) } : null
    const digits = c.end - c.start
    // "6.12.26" may be a version or a clock: only a year of this decade makes it a date.
    if (a.n > 31 || (digits !== 4 && (digits !== 2 || (s === '.' && !(b.n <= 12 && c.n >= 24 && c.n <= 29))))) return null
    const y = digits === 2 ? 2000 + c.n : c.n
    if (y < 1300) return null
    return hijriYear(y) ? { kind: 'exact', year: y, month: b.n, day: a.n, hijri: true } : { kind: 'slash', a: a.n, b: b.n, year: y }
  },
)
const noMore = not(tight(alt(separator, number(0, 9999, 9), text('%', ':'))))
/** 14/12. A dash or a point only where «في» or "on" says that a date follows; "24/7" is no date, nor is "1/2 cup". */
const dateWord = alt(is('in'), is('weekday'), is('dayWord'), is('from'), is('to'), text('date', 'التاريخ', ':'))
const slashed = map(
  seq(
    opt(behind(dateWord)),
    number(1, 31, 2),
    joined(text('/')),
    joined(number(1, 31, 2)),
    noMore,
    opt(
      alt(
        noun,
        map(text('of'), () => true as const),
      ),
    ),
  ),
  ([sure, a, , b, , belongs]) => ((belongs && !sure && isShare(a.n, b.n)) || (a.n === 24 && b.n === 7) ? null : ([a.n, b.n] as const)),
)
/** "1/2 cup", "3/4 of members": no date before the noun it is a share of; «٩/١٢ ندوة …» is one. */
const isShare = (a: number, b: number): boolean => a < b && (b <= 5 || (a === 1 && b <= 10))
const dotted = map(
  seq(behind(is('in')), number(1, 31, 2), joined(text('-', '.')), joined(number(1, 31, 2)), noMore, alt(end, ahead(text('.', ',', '،')))),
  ([, a, , b]) => [a.n, b.n] as const,
)
/** «الجمعة ١٨-١٢»: behind a weekday, where the first can be no hour before the second. */
const dashed = look(seq(number(13, 31, 2), joined(text('-')), joined(number(1, 12, 2)), noMore), ({ value: [a, , b], next }, line, i) =>
  line[i - 1]?.senses.some(s => s.class === 'weekday') ? { value: [a.n, b.n] as const, next } : null,
)
/** «يوم ٦-١٢»: one day, and no run of hours. */
const ofDay = map(
  seq(behind(text('يوم', 'بيوم', 'ليوم')), number(1, 31, 2), joined(text('-')), joined(number(1, 12, 2)), noMore),
  ([, a, , b]) => [a.n, b.n] as const,
)
const two: Rule<Days> = map(alt(slashed, dotted, dashed, ofDay), ([a, b]): Days | null =>
  a <= 12 || b <= 12 ? { kind: 'slash', a, b, year: null } : null,
)

/** "the 15th", "on the 15th", «في ١٥», «يوم ١٥», «بتاريخ ١٥»: of this month or the next. What counts something else is none. */
const free = not(
  alt(
    noun,
    sense('unit', s => !s.the),
    is('weekday'),
    is('month'),
    is('hijri'),
    is('half'),
    is('oclock'),
    tight(alt(text('%', '/', '-'), seq(text(':', '.'), tight(number(0, 99999, 9))), number(0, 99999, 9))),
  ),
)
const alone = (d: { day: number; sure: boolean }): Days => ({ kind: 'date', day: d.day, in: null, weekday: null })
const theDay: Rule<Days> = alt(
  map(seq(is('the'), dayDigits, free), ([, d]) => (d.sure ? alone(d) : null)),
  map(seq(behind(alt(is('dayWord'), text('في', 'بتاريخ', 'تاريخ', 'on', 'يوم'))), dayDigits, free, not(is('to')), not(and)), ([, d]) =>
    alone(d),
  ),
  map(seq(behind(alt(text('في', 'بتاريخ', 'يوم', 'الي', 'حتي'))), dayOrdinal, free), ([, d]) => (d.day > 10 ? alone(d) : null)),
  map(seq(behind(is('in')), is('the'), dayOrdinal, free), ([, , d]) => alone(d)),
  // «في السادس», and nothing behind it: «في الثانية» is an hour.
  map(
    seq(
      behind(text('في')),
      sense('ordinal', s => s.the && Number(s.value) > 0),
      alt(end, ahead(text('.', ',', '،'))),
    ),
    ([, s]) => alone({ day: Number(s.value), sure: true }),
  ),
  // «للثاني والعشرين»
  map(seq(ahead(sense('ordinal', s => s.prep === 'ل')), dayOrdinal, free), ([, d]) => (d.day > 12 ? alone(d) : null)),
)
/** "15th" alone: after a sign, a weekday or at the beginning. */
const ending: Rule<Days> = map(seq(dayDigits, free), ([d]) => (d.sure ? alone(d) : null))

/** "Tuesday 19th", «السبت السادس عشر», «الجمعة ١٥»; a bare number may be an hour. */
const teens = map(cardinal, n => (n > 12 && n <= 31 ? { day: n, sure: true } : null))
const weekdayDay: Rule<Days> = map(
  seq(weekdayName, opt(alt(text(',', '،'), is('in'))), the, longest(dayDigits, dayOrdinal, teens), free),
  ([w, , , d]): Days => ({ kind: 'date', day: d.day, in: null, weekday: w.weekday, ...(d.sure ? {} : { soft: true }) }),
)
const weekdayRun: Rule<Days> = map(
  seq(opt(is('from')), weekdayDay, is('to'), weekdayDay),
  ([, from, , to]): Days => ({ kind: 'range', from, to }),
)

/** One day of the calendar: what a range may begin or end with. */
export const calendarDay: Rule<Days> = memo(longest<Days>(dayMonth, monthDay, middle, three, two))
/** "28 December to 2 January", «من ٢٨ نوفمبر إلى ٢ ديسمبر». */
const weekdayBefore = opt(seq(weekdayName, opt(text(',', '،'))))
const across: Rule<Days> = map(
  seq(
    opt(alt<[unknown, unknown]>(is('from'), is('between'))),
    weekdayBefore,
    calendarDay,
    alt(is('to'), and),
    the,
    weekdayBefore,
    calendarDay,
  ),
  ([, w1, a, , , w2, b]): Days | null => {
    if (a.kind === 'list' || b.kind === 'list' || a.kind === 'range' || b.kind === 'range') return null
    const checked = (d: Days, w: typeof w1): Days => (w ? { kind: 'checked', days: d, weekdays: [w[0].weekday] } : d)
    return { kind: 'range', from: checked(a, w1), to: checked(b, w2) }
  },
)
const acrossOnly: Rule<Days> = look(across, (read, line, at) => {
  // "3 December and 9 December" are two days; only between … and … makes them a range.
  const between = is('between')(line, at) !== null
  let tos = false
  for (let i = at; i < read.next; i++) if (is('to')(line, i)) tos = true
  if (between || tos) return read
  const { value } = read
  return value.kind === 'range' ? { ...read, value: { kind: 'list', days: [value.from, value.to] } } : read
})

export const calendar: Rule<Days> = longest<Days>(
  calendarDay,
  monthBetween,
  firstDays,
  eitherDay,
  acrossOnly,
  theDay,
  ending,
  weekdayDay,
  weekdayRun,
)
