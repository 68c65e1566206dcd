/** Units of time said as this, the next or the one after: "next week", «الشهر القادم», the weekend. */
import { alt, is, map, memo, opt, type Rule, sense, seq, text, the } from '../grammar.ts'
import type { Unit } from '../words/book.ts'
import type { Span } from './symbols.ts'

export const of = opt(alt(is('of'), text('في', 'in', 'from', 'خلال')))
/** Units that a stretch is made of, apart from days and clock units. */
export const long = (u: Unit): boolean => u !== 'minute' && u !== 'hour' && u !== 'day' && u !== 'workday'

/** "next week", «الأسبوع المقبل», «هالشهر», "the week after next". */
export const shifted: Rule<{ unit: Unit; shift: number }> = memo(
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
export const weekend: Rule<Span> = map(
  seq(
    opt(alt(is('the'), text('at'))),
    the,
    sense('unit', s => s.value === 'weekend'),
    opt(is('shift')),
  ),
  ([, , , shift]): Span => ({ kind: 'unit', unit: 'weekend', shift: shift ?? 0 }),
)

/** "next year" behind a month. */
export const yearShift: Rule<number> = map(seq(of, shifted), ([, s]) => (s.unit === 'year' ? s.shift : null))
