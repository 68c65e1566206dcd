/** Numbers as people write them: digits, words to ninety-nine in both languages and genders, ordinals, years. */
import { alt, is, longest, map, memo, not, number, opt, type Rule, sense, seq, text, tight } from '../grammar.ts'
import type { Year } from './symbols.ts'

const teen = is('teen')
/** «وعشرون», or the «و» written apart. */
const joinedTens: Rule<number> = alt(
  map(
    sense('tens', s => s.and),
    s => Number(s.value),
  ),
  map(seq(text('و'), is('tens')), ([, n]) => n),
)
const small = (rule: Rule<number>) => map(rule, n => (n >= 1 && n <= 9 ? n : null))

/** «خمسة عشر», «خمس وأربعون», twenty-three, seven. */
export const cardinal: Rule<number> = memo(
  longest(
    map(seq(small(is('cardinal')), teen), ([n]) => n + 10),
    map(seq(small(is('cardinal')), joinedTens), ([n, tens]) => tens + n),
    map(seq(is('tens'), opt(text('-')), small(is('cardinal'))), ([tens, , n]) => tens + n),
    is('cardinal'),
    is('tens'),
  ),
)

/** «الثالث عشر», «الحادي والعشرين», twenty-first, 3rd. Positive ones alone. */
export const ordinal: Rule<number> = memo(
  longest(
    map(seq(small(is('ordinal')), teen), ([n]) => n + 10),
    map(seq(small(is('ordinal')), joinedTens), ([n, tens]) => tens + n),
    map(seq(is('tens'), opt(text('-')), small(is('ordinal'))), ([tens, , n]) => tens + n),
    map(is('ordinal'), n => (n > 0 ? n : null)),
    map(
      sense('tens', s => s.the),
      s => Number(s.value),
    ),
    map(seq(number(1, 99, 2), tight(is('ordinalEnding'))), ([w]) => w.n),
  ),
)

export const digits = (min: number, max: number, length = 4): Rule<number> => map(number(min, max, length), w => w.n)

/** How many: digits, words, "a", "a couple of", «بضعة». */
export const count: Rule<number> = memo(
  alt(
    digits(1, 400, 3),
    cardinal,
    map(seq(is('quantity'), opt(is('of'))), ([n]) => n),
  ),
)

/** «ألفين وستة وعشرين», «ألف وتسعمائة وثمانية وسبعون», two thousand and twenty-six. */
const yearInWords: Rule<number> = map(
  alt(
    seq(is('thousands'), opt(is('hundreds')), opt(sense('cardinal', s => s.and)), opt(is('teen')), opt(sense('tens', s => s.and || s.the))),
  ),
  ([thousands, hundreds, unit, ten, tens]) =>
    thousands + (hundreds ?? 0) + Number(unit?.value ?? 0) + (ten ?? 0) + Number(tens?.value ?? 0),
)

const digitYear: Rule<Year> = map(
  seq(
    alt(
      map(seq(digits(1900, 3100), not(is('oclock'))), ([n]) => n),
      digits(1300, 1599),
    ),
    opt(is('era')),
  ),
  ([n, era]): Year => ({ n, hijri: era === 'hijri' || (era === null && n < 1600) }),
)

/** 2026, «٢٠٢٦م», «١٤٤٨هـ», «ألفين وسبعة وعشرين»; no number of a clock time. */
export const year: Rule<Year> = memo(
  alt(
    map(seq(digitYear, not(seq(text(':'), tight(number(0, 59, 2))))), ([y]) => y),
    map(yearInWords, (n): Year | null => (n >= 1300 ? { n, hijri: n < 1600 } : null)),
  ),
)

const yearLead = alt(text('of', 'in', ',', '،', '-', 'من', 'في', 'لعام', 'لسنه', 'عام', 'سنه', '('), is('and'))
/** A year behind a day or a month: «من عام ٢٠٢٦», ", 2026". */
export const yearBehind: Rule<Year> = memo(
  map(seq(opt(yearLead), opt(text('عام', 'سنه', 'العام', 'السنه', 'year', 'the')), opt(text('year')), year), ([, , , y]) => y),
)

/** A day of a month in digits, with its ending where it has one. */
export const dayDigits: Rule<{ day: number; sure: boolean }> = map(
  seq(number(1, 31, 2), opt(tight(is('ordinalEnding')))),
  ([w, ending]) => ({ day: w.n, sure: ending !== null }),
)
const to31 = (rule: Rule<number>) => map(rule, n => (n <= 31 ? { day: n, sure: true } : null))
/** The same in words. Ordinals are sure; a cardinal is a day only where a month follows. */
export const dayOrdinal: Rule<{ day: number; sure: boolean }> = to31(ordinal)
export const dayNumber: Rule<{ day: number; sure: boolean }> = memo(
  longest(
    dayDigits,
    dayOrdinal,
    map(cardinal, n => (n <= 31 ? { day: n, sure: false } : null)),
  ),
)
