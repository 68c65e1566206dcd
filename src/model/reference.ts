/** Numbers that are said aloud: of an activity, a circular, a workshop, a support request. */

/** A-2026-0142: the letter of the series, the year, and the number of that year in four digits, or more where it has more. */
export const referenceOf = (series: string, year: number | string, number: number): string =>
  `${series}-${year}-${String(number).padStart(4, '0')}`
