/** Days that have a name: feasts of both calendars, anniversaries, holidays of the network. */
import { alt, is, longest, map, memo, not, noun, opt, type Rule, seq, text, the } from '../grammar.ts'
import { yearBehind } from './numbers.ts'
import type { DateOf, Span } from './symbols.ts'
import { yearShift } from './units.ts'

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
export const feasts: Rule<Span> = longest<Span>(feast, holiday, eid)
export const occasion: Rule<Span | DateOf> = memo(longest<Span | DateOf>(feasts, anniversary))
