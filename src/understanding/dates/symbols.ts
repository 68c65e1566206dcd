/** What can be said of a time, as plain data: nothing here knows what day it is. */
import type { Half, Part, Unit } from '../words/book.ts'

export type Year = { n: number; hijri: boolean }

/** A stretch of days that is named and not counted out: a week, a month, a part of it. */
export type Span =
  /** "next week", «الشهر الجاري»: `shift` units from the present one. */
  | { kind: 'unit'; unit: Unit; shift: number }
  /** A month by name. `shift`: "next December" (1), "last September" (-1), "March after next" (2). `ahead`: years from this one. */
  | { kind: 'month'; month: number; hijri: boolean; year: Year | null; shift: number | null; ahead?: number | undefined }
  | { kind: 'quarter'; n: number; year: Year | null; ahead: number | null }
  | { kind: 'season'; n: number; year: Year | null; shift: number | null }
  | { kind: 'year'; year: Year }
  | { kind: 'part'; part: Part; of: Span }
  /** The first or second half. */
  | { kind: 'half'; n: 1 | 2; of: Span }
  /** From today to its end: "the rest of the month", "by the end of the month". */
  | { kind: 'rest'; of: Days }
  /** "before Ramadan": from today to its eve. «بعد العيد»: the week that begins with the first working day behind it. */
  | { kind: 'before'; of: Days }
  | { kind: 'after'; of: Days }
  /** "the next three weeks", «الأشهر الثلاثة الماضية». */
  | { kind: 'count'; n: number; unit: Unit; back: boolean }
  /** From today on: "within two weeks". */
  | { kind: 'within'; n: number; unit: Unit }
  /** "the week of 6 December". */
  | { kind: 'around'; day: Days }
  /** "the second week of December", "the last weekend of July". */
  | { kind: 'nthSpan'; n: number; unit: 'week' | 'weekend'; of: Span }
  /** A feast by its Hijri date, the coming one or that of a year; month 0 is the coming Eid. */
  | { kind: 'feast'; month: number; day: number; year: Year | null }
  /** A holiday of the network, by its place in the context's list. */
  | { kind: 'holiday'; index: number; year: Year | null }

export type Weekday = { kind: 'weekday'; weekday: number; shift: number | null; weeks?: number; weak?: boolean }
/** A day of a month. `in` is null where none is said ("the 15th"); `soft`: a number that may be
 * an hour ("Tuesday 8"); `nth`: where that is no such weekday, the third Tuesday is meant («الثلاثاء الثالث من ديسمبر»). */
export type DateOf = { kind: 'date'; day: number; in: Span | null; weekday: number | null; soft?: boolean; nth?: boolean }

export type Days =
  | Span
  | Weekday
  | DateOf
  /** Days from today. */
  | { kind: 'offset'; days: number }
  /** 14/12, in the order that the network writes. */
  | { kind: 'slash'; a: number; b: number; year: number | null }
  /** Year, month, day as they were written. */
  | { kind: 'exact'; year: number; month: number; day: number; hijri: boolean }
  /** "the first Tuesday of October"; `n` counts from the end where negative. */
  | { kind: 'nth'; n: number; what: number | 'day' | 'workday'; of: Span }
  /** "three days after …"; from today where `from` is null. */
  | { kind: 'apart'; lengths: Length[]; back: boolean; from: Days | null }
  /** "the first working day after Eid". */
  | { kind: 'nthAfter'; n: number; what: number | 'day' | 'workday'; back: boolean; from: Days }
  /** "Friday of next week", «أيام الأحد والثلاثاء من الأسبوع المقبل». */
  | { kind: 'weekdayIn'; weekdays: number[]; of: Span; range: boolean }
  | { kind: 'range'; from: Days; to: Days }
  | { kind: 'list'; days: Days[] }
  | { kind: 'every'; weekdays: number[]; of: Days | null }
  /** Days of which the weekdays were said too: where they disagree, the person is asked. */
  | { kind: 'checked'; days: Days; weekdays: number[] }
  /** A day said twice, the second time in the other calendar. */
  | { kind: 'twice'; days: Days; again: Days }

export type Length = { n: number; unit: Unit }

/** A clock time as it was said: `half` null where neither morning nor evening was. */
export type Clock = { hour: number; minute: number; second: number; half: Half | null; offset?: string | undefined }
export type Times =
  /** `weak`: a bare number that a day beside it must make an hour. */
  | { kind: 'clock'; from: Clock; to: Clock | null; weak: boolean }
  /** «بعد صلاة العصر»: a time with a name and no hour; the Friday prayer says its day too. */
  | { kind: 'named'; weekday: number | null }
  /** "in two hours": from now. */
  | { kind: 'elapsed'; n: number; unit: 'minute' | 'hour'; back: boolean }
