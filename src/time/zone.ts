/** Wall time and instants in a network's zone: days, months, windows, and the text form the model keeps. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { Weekday } from '../model/settings.ts'
import type { Month, Window } from '../model/window.ts'

export const wall = (zone: string, at: Temporal.Instant): Temporal.ZonedDateTime => at.toZonedDateTimeISO(zone)

/** The day it is at an instant in the zone. */
export const dayOf = (zone: string, at: Temporal.Instant): Temporal.PlainDate => wall(zone, at).toPlainDate()

/** A network at an instant. */
type Present = { network: { settings: { zone: string } }; now: Temporal.Instant }
/** The network's own day, YYYY-MM-DD, and its month. */
export const today = (at: Present): string => dayOf(at.network.settings.zone, at.now).toString()
export const thisMonth = (at: Present): Month => monthOf(dayOf(at.network.settings.zone, at.now))

const dayMs = 86_400_000
/** Days whose bounds are kept in a zone: ten years, and then from the beginning. */
const mostDays = 3653
const bounds = new Map<string, Map<number, { from: number; to: number; day: string }[]>>()

/** The day, YYYY-MM-DD, of moments in milliseconds since 1970: for thousands of them, for each day's bounds are worked out once. */
export function daysIn(zone: string): (moment: number) => string {
  const known = bounds.get(zone) ?? new Map<number, { from: number; to: number; day: string }[]>()
  bounds.set(zone, known)
  return moment => {
    const near = Math.floor(moment / dayMs)
    const found = known.get(near)?.find(d => moment >= d.from && moment < d.to)
    if (found) return found.day
    const day = dayOf(zone, Temporal.Instant.fromEpochMilliseconds(Math.floor(moment)))
    if (known.size > mostDays) known.clear()
    const made = {
      from: day.toZonedDateTime(zone).epochMilliseconds,
      to: day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
      day: day.toString(),
    }
    known.set(near, [...(known.get(near) ?? []), made])
    return made.day
  }
}

/** The instant of a wall time 'HH:MM' on a day; a time that a clock change skips is the one after it. */
export const instantAt = (zone: string, day: Temporal.PlainDate, time: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant()

/** 2026-11-29T10:00:00+03:00 */
export const instantText = (at: Temporal.ZonedDateTime): string => at.toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** The month of an instant or a day, as YYYY-MM. */
export const monthOf = (day: Temporal.PlainDate): Month => day.toPlainYearMonth().toString()

export const addMonths = (month: Month, n: number): Month => Temporal.PlainYearMonth.from(month).add({ months: n }).toString()

/** `months` months from `first`, as instants at midnight in the zone. */
export function monthWindow(zone: string, first: Month, months: number): Window {
  const start = Temporal.PlainYearMonth.from(first)
  const at = (m: Temporal.PlainYearMonth) => m.toPlainDate({ day: 1 }).toZonedDateTime(zone).toInstant()
  return {
    start: at(start),
    end: at(start.add({ months })),
    months: Array.from({ length: months }, (_, i) => start.add({ months: i }).toString()),
  }
}

/** The first day of the week a day is in: the day after the network's weekend, which ends the week. */
export function weekStart(weekend: readonly Weekday[], day: Temporal.PlainDate): Temporal.PlainDate {
  const rest = new Set<number>(weekend)
  const { dayOfWeek } = day
  // A weekend's own days belong to the week before them.
  for (let back = 0; back < 7; back++) {
    const of = (days: number) => ((dayOfWeek - 1 - days + 14) % 7) + 1
    if (!rest.has(of(back)) && rest.has(of(back + 1))) return day.subtract({ days: back })
  }
  return day.subtract({ days: dayOfWeek - 1 })
}
