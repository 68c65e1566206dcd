/** Weekdays: alone, as next or last, within a week, several, by their place in a month, and every one of them. */
import {
  ahead,
  alt,
  and,
  behind,
  end,
  is,
  type Line,
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
} from '../grammar.ts'
import { arabicPlaces } from '../parts/places.ts'
import { wordSet } from '../phrases.ts'
import { bare } from '../tokens.ts'
import { count } from './numbers.ts'
import { nth, span, whole } from './spans.ts'
import type { Days, Span, Weekday } from './symbols.ts'

const dayWord = opt(is('dayWord'))
const of = opt(alt(is('of'), text('في', 'in', 'from')))

/** A weekday's name, «يوم» before it or not. What is also an everyday word is sure behind «يوم», "on", "every" and before another sign of time. */
const sureBefore = alt(is('dayWord'), is('every'), is('shift'), is('ordinal'), text('on', 'el', 'al', 'il'))
const sureBehind = alt(
  is('shift'),
  is('cardinal'),
  is('ordinal'),
  is('half'),
  is('at'),
  is('dayPart'),
  text('/', '-', '–', ',', '،', '&'),
  end,
  number(0, 9999, 4),
)
/** «قرية الحد», «سوق الخميس»: a place that is named like a day. */
const namedLikeDays = wordSet('سوق مسجد جامع شارع قرية منطقة مأتم حي')
const inName = (line: Line, at: number): boolean => {
  const before = line[at - 1]?.f ?? ''
  return line[at]?.f === 'الحد'
    ? bare(before).some(b => arabicPlaces.has(b))
    : /^ال/.test(line[at]?.f ?? '') && bare(before).some(b => namedLikeDays.has(b)) && !/^(ال|بال|لل)/.test(before)
}
export const weekdayName: Rule<{ weekday: number; weak: boolean }> = memo(
  look(seq(dayWord, the, sense('weekday')), ({ value: [, , s], next: after }, line, at) => {
    const from = after - s.length
    const sure = !s.weak || from > at || (s.and && behind(is('weekday'))(line, from)) || s.prep !== '' || behind(sureBefore)(line, from)
    // "Sat.", "Mon. 7 Dec."
    const short = s.weak || /^[a-z]{3,5}$/.test(line[from]?.f ?? '')
    const next = short && after === from + 1 && line[after]?.f === '.' && line[after]?.tight ? after + 1 : after
    if (inName(line, from)) return null
    return sure || sureBehind(line, next) ? { value: { weekday: Number(s.value), weak: !sure }, next } : null
  }),
)

/** «السنة الجديدة» is the next one; before a weekday the word belongs to what stands before it: «الحملة الجديدة الأحد». */
const shiftBefore: Rule<number> = look(seq(the, is('shift')), ({ value: [, shift], next }, line, at) =>
  line[at]?.f === 'الجديده' ? null : { value: shift, next },
)

/** "next Sunday", «الأحد القادم», "Sunday week", «الأحد بعد القادم», "this coming Thursday". */
export const weekday: Rule<Weekday> = memo(
  longest<Weekday>(
    map(seq(shiftBefore, weekdayName), ([shift, w]): Weekday => ({ kind: 'weekday', weekday: w.weekday, shift })),
    map(seq(the, weekdayName, is('shift'), not(seq(noun))), ([, w, shift]): Weekday => ({ kind: 'weekday', weekday: w.weekday, shift })),
    map(seq(the, weekdayName, is('shift')), ([, w, shift]): Weekday => ({ kind: 'weekday', weekday: w.weekday, shift })),
    map(seq(the, weekdayName, text('week'), not(text('of'))), ([, w]): Weekday => ({ kind: 'weekday', weekday: w.weekday, shift: 2 })),
    map(
      seq(the, weekdayName),
      ([, w]): Weekday => ({ kind: 'weekday', weekday: w.weekday, shift: null, ...(w.weak ? { weak: true } : {}) }),
    ),
  ),
)

/** "three Fridays from now". */
const fromNow: Rule<Days> = map(
  seq(count, weekdayName, is('hence')),
  ([n, w]): Days => ({ kind: 'weekday', weekday: w.weekday, shift: 1, weeks: n - 1 }),
)

/** "Two Fridays ago". */
const ago: Rule<Days> = map(
  seq(count, weekdayName, is('ago')),
  ([n, w]): Days => ({
    kind: 'apart',
    lengths: [{ n: n - 1, unit: 'week' }],
    back: true,
    from: { kind: 'weekday', weekday: w.weekday, shift: -1 },
  }),
)

/** "Sun/Tue/Thu", «الأحد والثلاثاء والخميس». */
const several: Rule<number[]> = memo(
  map(
    seq(
      weekdayName,
      many(
        map(seq(and, weekdayName), ([, w]) => w.weekday),
        6,
      ),
    ),
    ([w, more]) => (more.length > 0 ? [w.weekday, ...more] : null),
  ),
)
/** "Sunday to Thursday", «من الأحد إلى الثلاثاء». */
const run: Rule<number[]> = map(
  alt(
    map(seq(opt(alt(is('from'))), weekdayName, is('to'), weekdayName), ([, a, , b]) => [a.weekday, b.weekday]),
    map(seq(is('between'), weekdayName, and, weekdayName), ([, a, , b]) => [a.weekday, b.weekday]),
  ),
  pair => pair,
)
const dayOf = (w: number): Weekday => ({ kind: 'weekday', weekday: w, shift: null })
const inSpan = opt(map(seq(of, span), ([, s]) => s))
/** «الأحد والاثنين القادمين»: the coming ones, as without it. */
const severalNext: Rule<Days> = map(
  seq(
    several,
    sense('shift', s => s.value === 1 || s.value === 0),
  ),
  ([days]): Days => ({ kind: 'list', days: days.map(dayOf) }),
)
/** "This Wed and Thu". */
const nextSeveral: Rule<Days> = map(seq(is('shift'), several), ([shift, days]): Days | null =>
  shift === 0 || shift === 1 ? { kind: 'list', days: days.map(dayOf) } : null,
)
const severalDays: Rule<Days> = map(
  seq(several, inSpan),
  ([days, s]): Days => (s ? { kind: 'weekdayIn', weekdays: days, of: s, range: false } : { kind: 'list', days: days.map(dayOf) }),
)
const runOfDays: Rule<Days> = map(
  seq(run, inSpan),
  ([[a = 1, b = 1], s]): Days =>
    s ? { kind: 'weekdayIn', weekdays: [a, b], of: s, range: true } : { kind: 'range', from: dayOf(a), to: dayOf(b) },
)

/** "Friday of next week", «الأسبوع القادم الأحد». */
const week = (s: Span): boolean => s.kind === 'unit' && s.unit === 'week'
const oneInWeek: Rule<Days> = alt(
  map(seq(weekdayName, opt(text(',', '،')), of, span), ([w, , , s]): Days | null =>
    week(s) ? { kind: 'weekdayIn', weekdays: [w.weekday], of: s, range: false } : null,
  ),
  map(
    seq(
      span,
      opt(text(',', '،', 'on')),
      longest(
        several,
        run,
        map(weekdayName, w => [w.weekday]),
      ),
    ),
    ([s, , days]): Days | null => (week(s) ? { kind: 'weekdayIn', weekdays: days, of: s, range: false } : null),
  ),
  map(seq(span, run), ([s, days]): Days | null => (week(s) ? { kind: 'weekdayIn', weekdays: days, of: s, range: true } : null)),
)

/** "the first Tuesday of October", «آخر خميس من الشهر», «ثالث يوم من شهر عشرة», "the last working day of the year". */
const what: Rule<number | 'day' | 'workday'> = longest<number | 'day' | 'workday'>(
  map(weekdayName, w => w.weekday),
  map(seq(opt(is('dayWord')), sense('weekday')), ([, s]) => Number(s.value)),
  map(is('unit'), u => (u === 'day' || u === 'workday' ? u : null)),
)
const nthDay: Rule<Days> = map(
  longest(
    map(seq(nth, what, of, whole), ([n, w, , s]) => ({ n, w, s })),
    map(seq(the, what, alt(nth, is('ordinal')), of, whole), ([, w, n, , s]) => ({ n, w, s })),
  ),
  ({ n, w, s }): Days => ({ kind: 'nth', n, what: w, of: s }),
)

/** "every Monday in December", «كل يوم اثنين من شهر ديسمبر», "Mondays until 20 December". */
const plural = map(text('mondays', 'tuesdays', 'wednesdays', 'thursdays', 'fridays', 'saturdays', 'sundays'), () => true)
const everyLead = alt(
  map(is('every'), () => true),
  ahead(plural),
)
const oneOrMore: Rule<number[]> = longest(
  several,
  map(weekdayName, w => [w.weekday]),
)
const every: Rule<Days> = map(seq(everyLead, oneOrMore, inSpan), ([, days, s]): Days => ({ kind: 'every', weekdays: days, of: s }))
/** «الاثنين والخميس من كل أسبوع في يناير», "Monday and Thursday every week". */
const everyWeek: Rule<Days> = map(
  seq(
    oneOrMore,
    opt(is('of')),
    alt(
      text('weekly', 'اسبوعيا'),
      map(
        seq(
          is('every'),
          the,
          sense('unit', u => u.value === 'week'),
        ),
        () => 'week',
      ),
    ),
    inSpan,
  ),
  ([days, , , s]): Days => ({ kind: 'every', weekdays: days, of: s }),
)

export const weekdays: Rule<Days> = memo(
  longest<Days>(weekday, fromNow, ago, severalNext, nextSeveral, severalDays, runOfDays, oneInWeek, nthDay, every, everyWeek),
)
