/** A window day by day: what is on each, what runs through it, and which working days have nothing. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { Activity, When } from '../model/activity.ts'
import type { Bilingual } from '../model/people.ts'
import type { Month } from '../model/window.ts'
import { type Calendar, isWorkingDay } from '../time/working-days.ts'

/** What is on a day. `time` is HH:MM where it begins then at a time that is known; `goesOn` where it began on a day before. */
export type OnDay = { activity: Activity; time: string | null; goesOn: boolean }
export type Day =
  | { kind: 'full'; day: string; entries: OnDay[]; holiday: Bilingual | null }
  /** Working days in a row, both inclusive, of which nothing was submitted; days off between them are passed over. */
  | { kind: 'empty'; from: string; to: string }
  | { kind: 'holiday'; from: string; to: string; name: Bilingual }
export type MonthOfDays = { month: Month; through: Activity[]; days: Day[] }

/** What takes longer is no event of each of its days: it is said once, at the head of its month. Days. */
const longest = 7

type Holiday = { from: string; to: string; name: Bilingual }
type Stretch = { day: string; time: string | null; last: string }

/** Each time an activity is held: the day it begins, at what time, and its last day. */
function stretches(when: When, zone: string): Stretch[] {
  const timed = ({ start, end }: { start: string; end: string | null }): Stretch => {
    const from = Temporal.Instant.from(start)
    // What ends at midnight ends on the day before.
    const to = end && Temporal.Instant.compare(end, from) > 0 ? Temporal.Instant.from(end).subtract({ milliseconds: 1 }) : from
    const begins = from.toZonedDateTimeISO(zone)
    const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate().toString()
    return { day: dayOf(from), time: begins.toPlainTime().toString({ smallestUnit: 'minute' }), last: dayOf(to) }
  }
  switch (when.kind) {
    case 'timed':
      return [timed(when)]
    case 'sessions':
      return when.sessions.map(timed)
    case 'days':
    case 'span':
      return [{ day: when.start, time: null, last: when.end }]
    default:
      return when satisfies never
  }
}

const daysFrom = (first: string, last: string): string[] => {
  const out: string[] = []
  for (let d = Temporal.PlainDate.from(first); d.toString() <= last; d = d.add({ days: 1 })) out.push(d.toString())
  return out
}

/** `days` are the first and the last; `activities` in the order in which those of one time are to stand. */
export function dayByDay(
  activities: readonly Activity[],
  how: { days: { from: string; to: string }; calendar: Calendar; holidays: readonly Holiday[] },
): MonthOfDays[] {
  const { calendar, days: within } = how
  const months = [...new Set(daysFrom(within.from, within.to).map(d => d.slice(0, 7)))]
  const on = new Map<string, OnDay[]>()
  const through = new Map<Month, Activity[]>()
  const put = <K, V>(map: Map<K, V[]>, key: K, value: V) => map.set(key, [...(map.get(key) ?? []), value])
  for (const activity of activities)
    for (const { day, time, last } of stretches(activity.when, calendar.zone)) {
      const days = daysFrom(day, last)
      if (activity.when.kind === 'span' || days.length > longest) {
        const first = months.find(m => m >= day.slice(0, 7)) ?? months[0]
        if (first) put(through, first, activity)
      } else for (const d of days) put(on, d, { activity, time: d === day ? time : null, goesOn: d !== day })
    }
  return months.map(month => {
    const days: Day[] = []
    for (const d of daysFrom(within.from, within.to).filter(d => d.startsWith(month)))
      add(days, Temporal.PlainDate.from(d), on.get(d) ?? [], how)
    return { month, through: through.get(month) ?? [], days }
  })
}

function add(
  days: Day[],
  date: Temporal.PlainDate,
  entries: OnDay[],
  { calendar, holidays }: { calendar: Calendar; holidays: readonly Holiday[] },
): void {
  const day = date.toString()
  const weekend = (calendar.weekend as readonly number[]).includes(date.dayOfWeek)
  const holiday = holidays.find(h => h.from <= day && day <= h.to)?.name ?? null
  const last = days.at(-1)
  if (entries.length > 0) days.push({ kind: 'full', day, entries: inTime(entries), holiday })
  else if (holiday && !weekend) {
    if (last?.kind === 'holiday' && last.name === holiday) last.to = day
    else days.push({ kind: 'holiday', from: day, to: day, name: holiday })
  } else if (isWorkingDay(calendar, date)) {
    if (last?.kind === 'empty') last.to = day
    else days.push({ kind: 'empty', from: day, to: day })
  }
}

/** What has a time by it, then what has none, then what goes on. */
const inTime = (entries: OnDay[]): OnDay[] =>
  entries
    .map((e, n) => ({ e, n, key: e.goesOn ? '3' : e.time ? `1${e.time}` : '2' }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.n - b.n))
    .map(({ e }) => e)
