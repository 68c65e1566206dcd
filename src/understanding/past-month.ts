/** The month that is meant where one looks back: one named without a year is the last of its name. Pure. */
import type { Month } from '../model/window.ts'
import { addMonths } from '../time/zone.ts'
import { fold } from './fold.ts'

/** A year, or that what is said lies ahead. */
const ahead = /\b\d{4}\b|\b(next|coming|following)\b|قادم|مقبل|الجاي|الياي|جاي|ياي|الاتي/

/** Months ahead from which on a bare name means the one that was: "the plan of November", on 1 December. */
const far = 10

/** The month nearest to the present one: a bare name is the coming one, unless that is nearly a year off. */
export const nearMonth = (said: Month, present: Month, text: string): Month =>
  said < addMonths(present, far) || ahead.test(fold(text)) ? said : addMonths(said, -12)

/** `said` as it was read of the text, which takes a bare name for the month to come; `present` is the one that is. */
export const pastMonth = (said: Month, present: Month, text: string): Month =>
  said <= present || ahead.test(fold(text)) ? said : addMonths(said, -12)
