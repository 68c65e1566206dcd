/** Days by how far off they are: today and tomorrow, "in two weeks", «قبل شهر», "a week on Sunday", «بعد العيد بثلاثة أيام», working days. */
import {
  adjective,
  ahead as aheadOf,
  alt,
  and,
  arabic,
  behind,
  is,
  longest,
  look,
  map,
  memo,
  not,
  noun,
  opt,
  type Rule,
  sense,
  seq,
  text,
  the,
  tight,
} from '../grammar.ts'
import type { Sense } from '../lexicon.ts'
import type { Unit } from '../words/book.ts'
import { calendarDay } from './calendar.ts'
import { month } from './months.ts'
import { count, digits, ordinal } from './numbers.ts'
import { occasion } from './occasions.ts'
import { nth, span, whole } from './spans.ts'
import type { Days, Length, Times } from './symbols.ts'
import { weekday, weekdayName } from './weekdays.ts'

/** «اليوم العالمي», «اليوم المفتوح»: a day of something is no date. «جيل الغد», "leaders of tomorrow": a word for the future. */
const dayAhead = alt(is('dayWord'), is('dayPart'), is('after'), is('half'), text('من', 'في'))
const offset: Rule<Days> = look(sense('offset'), (read, line, at) => {
  const s = read.value
  if (s.weak && !behind(dayAhead)(line, at)) return null
  if (s.value === 0 && s.length === 1 && s.the && adjective(line, read.next)) return null
  if (s.value === 1 && behind(is('of'))(line, at) && !behind(text('من'))(line, at)) return null
  return { value: { kind: 'offset', days: Number(s.value) }, next: read.next }
})

/** A length of time: "two weeks", «أسبوعين», «ثلاثة أيام», «شهر و ٢١ يوماً», "an hour and a half". */
const bareUnit = sense('unit', s => !s.the && s.prep !== 'ه' && s.value !== 'weekend' && s.value !== 'season' && s.value !== 'quarter')
const inMinutes = (hours: number, minutes: number, unit: Sense): Length | null =>
  unit.value === 'hour' ? { n: hours * 60 + minutes, unit: 'minute' } : null
const one: Rule<Length> = longest<Length>(
  map(
    sense('dual', s => !s.the),
    s => ({ n: 2, unit: s.value as Unit }),
  ),
  map(seq(is('quantity'), is('dual')), ([n, unit]) => ({ n: 2 * n, unit })),
  map(seq(count, opt(text('-', 'full')), bareUnit), ([n, , u]) => ({ n, unit: u.value as Unit })),
  // "half an hour", "a quarter of an hour", "2.5 hours", "three and a half hours"
  map(seq(opt(is('quantity')), is('fraction'), opt(is('of')), opt(is('quantity')), bareUnit), ([, m, , , u]) => inMinutes(0, m, u)),
  map(seq(digits(0, 99, 2), tight(text('.')), tight(digits(5, 5, 1)), bareUnit), ([n, , , u]) => inMinutes(n, 30, u)),
  map(seq(count, text('and'), opt(is('quantity')), is('fraction'), bareUnit), ([n, , , m, u]) => inMinutes(n, m, u)),
)
/** In Arabic a unit alone is one of it: «بعد أسبوع». */
const arabicSingle: Rule<Length> = arabic(map(bareUnit, (s): Length => ({ n: 1, unit: s.value as Unit })))
const withHalf: Rule<Length> = map(
  seq(
    longest(one, arabicSingle),
    opt(text('و')),
    alt(
      sense('fraction', s => s.and),
      map(seq(text('and'), is('quantity'), sense('fraction')), ([, , s]) => s),
    ),
  ),
  ([l, , f]): Length | null => (l.unit === 'hour' ? { n: l.n * 60 + Number(f.value), unit: 'minute' } : null),
)
export const lengths: Rule<Length[]> = memo(
  longest<Length[]>(
    map(longest(one, arabicSingle, withHalf), l => [l]),
    map(seq(longest(one, arabicSingle), and, opt(text('و')), one), ([a, , , b]) => [a, b]),
  ),
)

const clockUnit = (l: Length): l is { n: number; unit: 'minute' | 'hour' } => l.unit === 'minute' || l.unit === 'hour'
const ahead: Rule<unknown> = seq(alt(is('after'), text('in', 'بعد', 'عقب'), is('within')), opt(text('about', 'around', 'حوالي', 'نحو')))
const apart = (all: Length[], back: boolean, from: Days | null = null): Days | null =>
  all.every(l => !clockUnit(l)) ? { kind: 'apart', lengths: all, back, from } : null
const hence = opt(seq(is('hence'), opt(is('hence'))))

/** «خلال أسبوعين», "within two weeks": from today on. «خلال شهر ديسمبر» is that month. */
const within: Rule<Days> = map(
  seq(is('within'), opt(text('the')), lengths, not(alt(is('month'), is('hijri')))),
  ([, , all]): Days | null => {
    const [l] = all
    return l && !clockUnit(l) && all.length === 1 ? { kind: 'within', n: l.n, unit: l.unit } : null
  },
)
const simple: Rule<Days> = longest<Days>(
  map(seq(ahead, lengths, not(alt(is('month'), is('hijri'))), hence), ([, all]) => apart(all, false)),
  map(seq(lengths, is('hence')), ([all]) => apart(all, false)),
  map(seq(lengths, is('ago')), ([all]) => apart(all, true)),
  map(seq(is('since'), lengths, hence), ([, all]) => apart(all, true)),
)

/** «بثلاثة أيام» */
const bySome: Rule<Length[]> = look(lengths, (read, line, at) => (line[at]?.senses.some(s => s.prep === 'ب') ? read : null))

/** What a distance is counted from. A weekday or an occasion stands here on its own. */
const anchor: Rule<Days> = memo(longest<Days>(calendarDay, offset, weekday, occasion, span, whole))
/** "a week on Sunday", "three days after 14 December", "two days before Eid", "a week from tomorrow". */
const anchored: Rule<Days> = longest<Days>(
  map(seq(lengths, alt(is('after'), text('from', 'on', 'من', 'بعد')), anchor), ([all, , from]) => apart(all, false, from)),
  map(seq(lengths, is('before'), anchor), ([all, , from]) => apart(all, true, from)),
  map(seq(lengths, offset), ([all, from]) => apart(all, false, from)),
  // «بعد العيد بثلاثة أيام»
  map(seq(is('after'), anchor, bySome), ([, from, all]) => apart(all, false, from)),
  map(seq(is('before'), anchor, bySome), ([, from, all]) => apart(all, true, from)),
)

/** "the first working day after Eid", «أول يوم دوام بعد العيد», "third Tuesday after Eid". */
const counted: Rule<number | 'day' | 'workday'> = alt<[number, 'day' | 'workday']>(
  map(weekdayName, w => w.weekday),
  map(is('unit'), u => (u === 'day' || u === 'workday' ? u : null)),
)
const nthAfter: Rule<Days> = map(
  seq(the, longest(nth, ordinal), counted, alt(is('after'), is('before')), anchor),
  ([, n, what, , from]): Days => ({ kind: 'nthAfter', n: Math.abs(n), what, back: n < 0, from }),
)

/** A feast or holiday with a word before it that makes it a time: "on National Day", «بعد العيد», "during Ramadan". */
const occasionDays: Rule<Days> = longest<Days>(
  map(seq(behind(alt(is('in'), text('on', 'at', 'during', 'في', 'خلال', 'لل'))), occasion), ([, o]): Days => o),
  map(seq(is('before'), longest(occasion, month)), ([, of]): Days => ({ kind: 'before', of })),
  map(seq(is('after'), longest(occasion, month)), ([, of]): Days => ({ kind: 'after', of })),
)

/** "in two hours", «قبل ٥ دقائق»: from now. */
export const elapsed: Rule<Times> = longest<Times>(
  map(seq(ahead, lengths, hence), ([, [l]]): Times | null => (l && clockUnit(l) ? { kind: 'elapsed', ...l, back: false } : null)),
  map(seq(lengths, is('hence')), ([[l]]): Times | null => (l && clockUnit(l) ? { kind: 'elapsed', ...l, back: false } : null)),
  map(seq(lengths, is('ago')), ([[l]]): Times | null => (l && clockUnit(l) ? { kind: 'elapsed', ...l, back: true } : null)),
  map(seq(is('since'), lengths), ([, [l]]): Times | null => (l && clockUnit(l) ? { kind: 'elapsed', ...l, back: true } : null)),
)

/** "for three days", «ويستمر ثلاثة أيام», «لمدة ساعتين», «لثلاثة أيام». */
const saidToLast: Rule<Length> = longest<Length>(
  map(seq(is('lasting'), opt(text('for', 'لمده')), lengths), ([, , [l]]) => l ?? null),
  // "a two-day workshop"
  map(
    seq(count, opt(tight(text('-'))), text('day', 'week', 'hour'), aheadOf(noun)),
    ([n, , u]): Length => ({ n, unit: u === 'day' ? 'day' : u === 'week' ? 'week' : 'hour' }),
  ),
  look(lengths, ({ value: [l], next }, line, at) => {
    const to = line[at]?.senses.some(s => s.prep === 'ل' && (s.class === 'cardinal' || s.class === 'dual'))
    return l && to ? { value: l, next } : null
  }),
)

/** "20 December, four days, Sakhir": between signs behind its date. */
const betweenSigns: Rule<Length> = look(lengths, ({ value: [l], next }, line, at) => {
  const sign = (k: number) => k >= line.length || /^[,،;؛.()]$/.test(line[k]?.f ?? '')
  const dated = line[at - 2]?.senses.some(s => s.class === 'month') || (line[at - 2]?.n ?? 0) > 2000
  return l && l.unit === 'day' && at > 1 && sign(at - 1) && sign(next) && dated ? { value: l, next } : null
})

export const lasting: Rule<Length> = longest<Length>(saidToLast, betweenSigns)

/** "Before 5 December", "by Thursday": from today on; «بعد ١٥ ديسمبر»: the week that begins behind it. */
export const bounded: Rule<Days> = longest<Days>(
  map(seq(is('before'), the, longest(calendarDay, weekday)), ([, , of]): Days | null =>
    of.kind === 'range' ? null : { kind: 'before', of },
  ),
  map(seq(text('by', 'بحلول'), longest(calendarDay, weekday)), ([, of]): Days => ({ kind: 'rest', of })),
  map(seq(text('no', 'not'), text('later'), text('than'), longest(calendarDay, weekday)), ([, , , of]): Days => ({ kind: 'rest', of })),
  map(seq(is('after'), the, calendarDay), ([, , of]): Days | null =>
    of.kind === 'range' || of.kind === 'list' ? null : { kind: 'after', of },
  ),
)

/** The week that a day is in: "the week of 6 December", «أسبوع ١٦ سبتمبر». */
const weekOf: Rule<unknown> = alt<[unknown, unknown]>(
  seq(
    sense('unit', s => s.value === 'week'),
    alt(text('of', 'commencing', 'beginning', 'starting'), is('alias')),
  ),
  // Arabic puts the day next to it; "awareness week 6–10 December" is no such week.
  arabic(sense('unit', s => s.value === 'week' && !s.the)),
)
const around: Rule<Days> = map(seq(the, weekOf, the, calendarDay), ([, , , day]): Days | null =>
  day.kind === 'range' || day.kind === 'list' ? null : { kind: 'around', day },
)

/** «باجر وعقب باجر», "today and tomorrow". */
const together: Rule<Days> = map(seq(offset, and, opt(text('و')), offset), ([a, , , b]): Days => ({ kind: 'list', days: [a, b] }))

export const distances: Rule<Days> = longest<Days>(together, offset, within, simple, anchored, nthAfter, occasionDays, around)
