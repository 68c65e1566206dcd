/** The months a plan covers. */
import type { Temporal } from 'temporal-polyfill'

/** A month as YYYY-MM. */
export type Month = string

/** `start` inclusive, `end` exclusive, both instants at midnight in the network's zone; `months` in order, at least one. */
export type Window = { start: Temporal.Instant; end: Temporal.Instant; months: Month[] }
