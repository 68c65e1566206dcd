/** Clock times and their ranges: «الساعة العاشرة والنصف صباحاً», 10:30am, half past nine, "5 to 7 pm", «من ٩ إلى ١», named times of prayer. */
import {
  ahead,
  alt,
  and,
  arabic,
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
  tight,
} from '../grammar.ts'
import type { Half } from '../words/book.ts'
import { cardinal, digits } from './numbers.ts'
import type { Clock, Times } from './symbols.ts'

/** "am", «صباحاً», "in the morning", «من مساء», "this evening", «بعد المغرب». */
const partWord = alt(is('dayPart'), is('half'))
export const half: Rule<Half> = memo(
  longest<Half>(
    map(seq(is('half'), opt(tight(text('.')))), ([h]) => h),
    map(seq(opt(text('in', 'at', 'on', 'of', 'في', 'من', 'this', 'هذا', 'هذه', 'الي')), the, partWord), ([lead, article, h]) =>
      lead === null && article === null ? (h === 'night' ? h : null) : h,
    ),
    map(seq(is('after'), opt(is('prayer')), is('named')), ([, , h]) => h),
    map(text('a', 'p'), f => (f === 'a' ? 'am' : 'pm')),
  ),
)
/** "9a", "3p.": a letter alone only close behind its hour. */
const halfBehind: Rule<Half> = alt(
  map(seq(tight(text('a', 'p')), opt(tight(text('.'))), not(tight(text("'")))), ([f]) => (f === 'a' ? 'am' : 'pm')),
  map(seq(text('a', 'p'), opt(text('.')), text('m'), opt(tight(text('.')))), ([f]) => (f === 'a' ? 'am' : 'pm')),
  look(half, (read, line, at) => (line[at]?.f === 'a' || line[at]?.f === 'p' ? null : read)),
)

const clock = (hour: number, minute: number, h: Half | null, second = 0): Clock => ({ hour, minute, second, half: h })
/** Whether a word says a day: "tonight", a weekday, a month. */
const onDay = (line: Line, i: number): boolean => (line[i]?.senses ?? []).some(x => ['offset', 'weekday', 'month'].includes(x.class))
/** A moment, and whether it is one beyond doubt. */
type Moment = { clock: Clock; strong: boolean }
const ish = opt(alt(tight(text('ish')), text('sharp', 'تقريبا', 'ish')))

const two = (min: number, max: number): Rule<number> => map(number(min, max, 2), w => (w.end - w.start === 2 ? w.n : null))
const hourDigits = number(0, 24, 2)
/** 10:30, 10:30:15, 9h30; 10.30 only where more says that it is a time. A leading zero is the clock of 24 hours. */
const colon: Rule<Moment> = memo(
  map(
    seq(hourDigits, tight(text(':', 'h')), tight(two(0, 59)), opt(seq(tight(text(':')), tight(two(0, 59)))), ish, opt(halfBehind)),
    ([h, , m, s, , part]): Moment => ({
      clock: clock(h.n, m, part ?? (h.f.length === 2 && h.f.startsWith('0') ? 'am' : null), s?.[1] ?? 0),
      strong: true,
    }),
  ),
)
/** Z or +03:00 behind a time of a machine. */
const zone: Rule<string> = alt(
  map(tight(text('z')), () => '+00:00'),
  map(
    seq(tight(text('+', '-')), tight(two(0, 23)), tight(text(':')), tight(two(0, 59))),
    ([sign, h, , m]) => `${sign}${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`,
  ),
)
/** T10:30:00+03:00 behind the date of a machine. */
const stamp: Rule<Moment> = map(
  seq(tight(text('t')), tight(colon), opt(seq(tight(text('.')), tight(number(0, 999999999, 9)))), opt(zone)),
  ([, m, , offset]): Moment => ({
    clock: { ...m.clock, ...(m.clock.hour < 12 ? { half: 'am' as const } : {}), ...(offset ? { offset } : {}) },
    strong: true,
  }),
)
const point: Rule<Moment> = map(
  seq(hourDigits, tight(text('.')), tight(two(0, 59)), not(tight(text('%', '.')))),
  ([h, , m]): Moment => ({
    clock: clock(h.n, m, null),
    strong: false,
  }),
)
/** "26 November, 11.15": a point behind a date and a comma, and nothing else behind it. */
const pointAfterDate: Rule<Moment> = look(
  seq(point, alt(end, ahead(text(',', '،', '.', ';', '؛', '(', '-', '–')))),
  ({ value: [m], next }, line, i) => {
    const dated = onDay(line, i - 2) || is('ordinalEnding')(line, i - 2) !== null || (line[i - 2]?.n ?? 0) > 2000
    const sure = dated && /^[,،–-]$/.test(line[i - 1]?.f ?? '') && m.clock.hour >= 6 && m.clock.minute % 5 === 0
    return sure ? { value: { ...m, strong: true }, next } : null
  },
)
/** "This Thursday 8.30 at the park": a point right behind a day, with minutes that are no month. */
const pointBehindDay: Rule<Moment> = look(seq(point, not(noun)), ({ value: [m], next }, line, i) =>
  onDay(line, i - 1) && m.clock.hour > 0 && m.clock.minute % 5 === 0 && (m.clock.minute > 12 || m.clock.minute === 0)
    ? { value: { ...m, strong: true }, next }
    : null,
)
/** 1030, 330: only behind "at" or before "pm". */
const together: Rule<Moment> = map(number(100, 2459, 4), (w): Moment | null =>
  w.end - w.start >= 3 && w.n % 100 < 60 && w.n < 2460 ? { clock: clock(Math.floor(w.n / 100), w.n % 100, null), strong: false } : null,
)

/** «والنصف», «إلا ربعاً», «وعشر دقائق», «و ١٨ دقيقة». */
const minuteUnit = sense('unit', s => s.value === 'minute')
const halfHour = alt(
  sense('fraction', s => s.and),
  map(seq(text('و'), sense('fraction')), ([, s]) => s),
  map(text('النصف', 'ونص'), () => ({ value: 30 })),
)
const minutesBehind: Rule<number> = longest(
  map(seq(halfHour, opt(seq(alt(text('و'), tight(text('-'))), number(5, 5, 1)))), ([s]) => Number(s.value)),
  map(seq(is('less'), sense('fraction')), ([, s]) => -Number(s.value)),
  map(seq(is('less'), alt(digits(1, 29, 2), cardinal), opt(minuteUnit)), ([, n]) => -n),
  map(seq(and, opt(text('و')), alt(digits(1, 59, 2), cardinal), minuteUnit), ([, , n]) => n),
)
const arabicLess: Rule<number> = arabic(minutesBehind)

/** An hour as a word: «العاشرة», ten. Twelve at most. */
const hourWord: Rule<number> = map(
  longest(
    map(
      sense('hour', s => s.the),
      s => Number(s.value),
    ),
    cardinal,
  ),
  n => (n <= 12 ? n : null),
)
const plain: Rule<Moment> = memo(
  map(
    seq(
      alt(
        map(hourDigits, w => w.n),
        hourWord,
      ),
      opt(arabicLess),
    ),
    ([h, m]): Moment => ({
      clock: m === null ? clock(h, 0, null) : m < 0 ? clock(h === 1 ? 12 : h - 1, 60 + m, null) : clock(h, m, null),
      strong: m !== null,
    }),
  ),
)
/** "three twenty", "12 15": only behind "at" or before "pm". */
const inWords: Rule<Moment> = map(
  seq(
    map(cardinal, n => (n >= 1 && n <= 12 ? n : null)),
    opt(text('oh')),
    map(cardinal, n => (n >= 1 && n <= 59 ? n : null)),
  ),
  ([h, , m]): Moment => ({ clock: clock(h, m, null), strong: false }),
)
const apartDigits: Rule<Moment> = map(
  seq(number(1, 12, 2), two(0, 59)),
  ([h, m]): Moment => ({ clock: clock(h.n, m, null), strong: false }),
)

/** Minutes before or past an hour: "half past nine", "quarter to ten", "20 past 3", "15 minutes from 1pm", "half three". */
const someMinutes = alt(
  map(seq(opt(is('quantity')), is('fraction')), ([, m]) => m),
  map(seq(alt(digits(1, 59, 2), cardinal), opt(minuteUnit)), ([n]) => n),
)
const anHour: Rule<Clock> = alt(
  map(is('hourName'), h => clock(h, 0, null)),
  map(alt(colon, plain), m => m.clock),
)
const past: Rule<Moment> = alt(
  map(seq(someMinutes, alt(is('past'), text('from')), anHour), ([m, , c]): Moment | null =>
    c.minute === 0 ? { clock: { ...c, minute: m }, strong: true } : null,
  ),
  map(seq(someMinutes, is('less'), anHour), ([m, , c]): Moment | null =>
    c.minute === 0 && m < 60 ? { clock: { ...c, hour: c.hour === 1 ? 12 : c.hour - 1, minute: 60 - m }, strong: true } : null,
  ),
  map(seq(text('half'), hourWord), ([, h]): Moment => ({ clock: clock(h, 30, null), strong: true })),
)
/** "5 to 7" is a range; only a fraction or minutes make it "to seven". */
const fractionOnly: Rule<Moment> = look(past, (read, line, at) => {
  const next = line[at + 1]?.senses ?? []
  const minutes = next.some(s => s.class === 'unit') || (next.some(s => s.class === 'past') && !next.some(s => s.class === 'to'))
  // "20 to eleven": no range begins with digits and goes on in a word.
  const word = (line[at]?.n ?? 0) > 12 && line[at + 2]?.kind === 'word'
  return line[at]?.kind !== 'number' || minutes || word ? read : null
})

const oclock = opt(alt(tight(is('oclock')), is('oclock')))
/** What a bare number must not be followed by, to be an hour. */
const hourFree = not(
  alt(
    noun,
    text('mondays', 'tuesdays', 'wednesdays', 'thursdays', 'fridays', 'saturdays', 'sundays'),
    sense('unit', s => !s.the),
    is('month'),
    is('hijri'),
    is('ordinalEnding'),
    is('quantity'),
    tight(alt(text('/', '%'), seq(text('.', ':'), tight(number(0, 99999, 9))), number(0, 99999, 9))),
  ),
)

/** A moment that more words make sure: a half of the day, "o'clock", الساعة before it. */
const named: Rule<Moment> = map(seq(the, is('hourName')), ([, h]): Moment => ({ clock: clock(h, 0, null), strong: true }))
const withHalf: Rule<Moment> = map(
  seq(longest(colon, point, together, fractionOnly, inWords, plain), ish, oclock, ish, halfBehind),
  ([m, , , , part]): Moment => ({ clock: { ...m.clock, half: part }, strong: true }),
)
const withOclock: Rule<Moment> = map(
  seq(longest(together, point, plain), is('oclock'), opt(halfBehind)),
  ([m, , part]): Moment => ({
    clock: { ...m.clock, half: part ?? m.clock.half },
    strong: true,
  }),
)
const bareMoment: Rule<Moment> = map(seq(plain, hourFree), ([m]) => m)
/** "Tonight at 9 live on Instagram": behind a day "at" and a number is an hour, unless it counts what follows ("on Tuesday at 5 venues"). */
const atHour: Rule<Moment> = look(seq(plain, ahead(noun)), ({ value: [m], next }, line, i) =>
  line[i - 1]?.f === 'at' && onDay(line, i - 2) && !/[^s]s$/.test(line[next]?.f ?? '') ? { value: { ...m, strong: true }, next } : null,
)
/** «في تمام الثامنة بقاعة …»: an hour, whatever follows. */
const exactly: Rule<Moment> = map(
  seq(behind(text('تمام', 'بتمام')), ahead(sense('hour', s => s.the)), plain),
  ([, , m]): Moment => ({ ...m, strong: true }),
)
const moment: Rule<Moment> = memo(
  longest<Moment>(colon, stamp, exactly, pointBehindDay, pointAfterDate, atHour, named, withHalf, withOclock, fractionOnly, bareMoment),
)
/** Alone, without "at", an hour in words is one only as «العاشرة». */
const hourAlone = (): Rule<Moment> =>
  look(anyMoment, (read, line, i) => {
    const w = line[i]
    const plainWord = w?.kind === 'word' && w.senses.some(s => s.class === 'cardinal') && !w.senses.some(s => s.class === 'hour' && s.the)
    return !read.value.strong && plainWord ? null : read
  })

/** Behind الساعة any of the forms is a time, whatever follows; behind "at" a bare number is one unless it counts something ("at 5 venues"). */
const rare = longest<Moment>(point, together, inWords, apartDigits)
const at = many(alt(is('at'), text('في')), 3)
const marked: Rule<Moment> = map(
  alt(
    map(
      seq(
        at,
        the,
        is('oClockWord'),
        at,
        opt(text(':')),
        longest<Moment>(moment, plain, rare),
        not(seq(text(':'), tight(number(0, 99999, 9)))),
      ),
      ([, , , , , m]) => m,
    ),
    map(
      seq(
        not(seq(text('في'), not(is('at')))),
        at,
        ahead(behind(alt(is('at'), text('في')))),
        opt(text(':')),
        longest<Moment>(
          moment,
          map(seq(rare, ish, hourFree), ([m]) => m),
        ),
      ),
      ([, , , , m]) => m,
    ),
  ),
  (m): Moment => ({ ...m, strong: true }),
)
const anyMoment: Rule<Moment> = memo(longest<Moment>(marked, moment))

const hourOf: Rule<Moment> = map(number(1, 12, 2), w => ({ clock: clock(w.n, 0, null), strong: false }))
const lead = opt(seq(alt(is('from'), is('between')), opt(text('than'))))
/** "5 to 7 pm", «من ٩ إلى ١», "between 3:30 and 6", «من الساعة ٩ حتى الواحدة». */
const range: Rule<Times> = longest<Times>(
  // "10 December 9-1 Salmaniya": behind its date no noun makes the hours a count.
  map(
    seq(behind(is('month')), number(1, 12, 2), tight(text('-', '–')), tight(number(1, 12, 2)), ahead(noun)),
    ([, a, , b]): Times => ({ kind: 'clock', from: clock(a.n, 0, null), to: clock(b.n, 0, null), weak: true }),
  ),
  // "0900–1200 hrs", "10.00 to 12.00 pm"
  map(
    seq(lead, longest(together, point), is('to'), alt(withHalf, withOclock)),
    ([, a, , b]): Times => ({ kind: 'clock', from: a.clock, to: b.clock, weak: false }),
  ),
  map(
    seq(lead, anyMoment, is('to'), anyMoment),
    // «١٨-١٢ بعد المغرب»: nobody counts one hour to twenty-four and the next to twelve.
    ([, a, , b]): Times | null =>
      a.clock.hour > 12 && a.clock.minute === 0 && !a.strong && b.clock.hour <= 12 && b.clock.half !== null
        ? null
        : { kind: 'clock', from: a.clock, to: b.clock, weak: !(a.strong || b.strong) },
  ),
  map(
    seq(is('between'), anyMoment, opt(text('و')), opt(and), anyMoment),
    ([, a, , , b]): Times => ({
      kind: 'clock',
      from: a.clock,
      to: b.clock,
      weak: !(a.strong || b.strong),
    }),
  ),
  map(
    seq(
      lead,
      anyMoment,
      sense('oClockWord', s => s.prep === 'ل'),
      anyMoment,
    ),
    ([, a, , b]): Times => ({ kind: 'clock', from: a.clock, to: b.clock, weak: false }),
  ),
  // "From 8 to 11.30 lecture hall": "from" and "to" make hours of both, whatever follows.
  map(
    seq(is('from'), longest(withHalf, colon, point, hourOf), is('to'), longest(withHalf, point, hourOf)),
    ([, a, , b]): Times => ({ kind: 'clock', from: a.clock, to: b.clock, weak: true }),
  ),
)
const single: Rule<Times> = map(
  seq(opt(is('from')), hourAlone()),
  ([, m]): Times => ({ kind: 'clock', from: m.clock, to: null, weak: !m.strong }),
)

/** «بعد صلاة العصر», "after Maghrib prayer": asked about. «صلاة الجمعة» is on a Friday. */
const friday = alt(seq(is('prayer'), text('الجمعه')), text('friday'))
const namedTime: Rule<Times> = map(
  seq(alt(is('before'), is('after')), the, opt(ahead(friday)), alt(seq(is('prayer'), is('named')), seq(is('named'), opt(is('prayer'))))),
  ([, , onFriday]): Times => ({ kind: 'named', weekday: onFriday ? 5 : null }),
)

export const clockTime: Rule<Times> = longest<Times>(range, single, namedTime)
