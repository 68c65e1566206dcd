/** What a date that was said comes to, and from where it is reckoned: shared by days and by the stretches they lean on. */
import type { Temporal } from 'temporal-polyfill'
import type { Context, Grain } from '../../model/meaning.ts'

export type Place = { context: Context; today: Temporal.PlainDate }

/** A first and last day (inclusive), how fine, whether only roughly so. */
export type Resolved = {
  start: Temporal.PlainDate
  end: Temporal.PlainDate | null
  grain: Grain
  approx: boolean
  /** Several days that are each meant alone ("16 and 17 December", «أيام الأحد والثلاثاء»). */
  each?: Temporal.PlainDate[]
  /** The day by the weekday, where weekday and date disagree. */
  conflict?: Temporal.PlainDate
  /** Another reading, where people differ. */
  other?: Temporal.PlainDate
}
