/** What a word of time can be: the classes of the lexicon and the value a word of each has. Types alone. */

export type Unit = 'minute' | 'hour' | 'day' | 'workday' | 'week' | 'weekend' | 'month' | 'quarter' | 'season' | 'year'
/** Of a month, a year or a week. */
export type Part = 'early' | 'mid' | 'late' | 'end'
/** Which half of the clock is meant, or near which part of the day. */
export type Half = 'am' | 'pm' | 'noon' | 'afternoon' | 'evening' | 'night'
/** What a sentence says of a date beside it: the one that no longer holds, a deadline, an embargo. */
export type Role = 'old' | 'deadline' | 'embargo'

export type Classes = {
  /** ISO weekday, 1 Monday to 7 Sunday. */
  weekday: number
  /** Gregorian month. */
  month: number
  /** Hijri month. */
  hijri: number
  unit: Unit
  /** Two of a unit in one word («أسبوعين»). */
  dual: Unit
  cardinal: number
  /** From 1; -1 the last, -2 the last but one. */
  ordinal: number
  /** 20, 30 … 90: what a unit is joined to. */
  tens: number
  /** «عشر» behind a unit: eleven to nineteen. */
  teen: 10
  /** Hundreds and thousands, of years in words. */
  hundreds: number
  thousands: number
  /** About how many: a few, a couple. */
  quantity: number
  /** Days from today. */
  offset: number
  /** -1 last, 0 this, 1 next, 2 the one after next, -2 the one before last. */
  shift: number
  part: Part
  half: Half
  /** A part of the day that stands for no hour: morning, evening. */
  dayPart: Half
  /** A prayer or meal that names a time. */
  named: Half
  /** An hour as a clock is read in Arabic, in the feminine («العاشرة»). */
  hour: number
  /** An hour with a name: noon, midnight. */
  hourName: number
  /** Minutes that a fraction of an hour is. */
  fraction: number
  season: number
  quarterName: number
  /** A feast that falls on a fixed date, as month * 100 + day: of the Hijri calendar, of the Gregorian one. */
  feast: number
  anniversary: number
  /** A holiday of the network: its place in the context's list. */
  holiday: number
  role: Role
  /** Says that a date was moved: a day "from" which is the old one. */
  moved: true

  // Little words.
  the: true
  to: true
  and: true
  of: true
  in: true
  at: true
  /** الساعة: what follows is an hour. */
  oClockWord: true
  from: true
  between: true
  before: true
  after: true
  by: true
  within: true
  ago: true
  hence: true
  since: true
  now: true
  every: true
  daily: true
  less: true
  past: true
  oclock: true
  lasting: true
  rest: true
  /** «صلاة», prayer. */
  prayer: true
  /** The same day in the other calendar: «الموافق». */
  alias: true
  /** About, exactly, starting: says nothing of the day itself. */
  glue: true
  /** م, هـ behind a year. */
  era: 'gregorian' | 'hijri'
  ordinalEnding: true
  /** «يوم» before a weekday or a date, «أيام» before several. */
  dayWord: true
}
export type Class = keyof Classes

/**
 * Words of each class, by value: words apart by spaces, the words of a phrase joined by '_'; '~' before a word that is also an everyday word or a
 * name ("may", «رجب»), which counts only where its neighbours say that a time is meant.
 */
export type Book = { readonly [C in Class]?: readonly (readonly [Classes[C], string])[] }
