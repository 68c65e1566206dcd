/** Whether and why two activities clash, session by session, and what of the calendar speaks against a time. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { Kind, When } from '../model/activity.ts'
import { type ClashRules, type DayReason, type Found, type Weight, weightier } from '../model/clash.ts'
import { namesOf, type Settings } from '../model/settings.ts'
import { toHijri } from '../time/hijri.ts'
import type { Calendar } from '../time/working-days.ts'
import { daysIn } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'
import { tokensOf } from '../understanding/tokens.ts'

/** What of an activity is compared. */
export type Compared = {
  id: string
  when: When
  kind: Kind
  patron: string | null
  venue: string | null
  audience: readonly string[]
  priorityId: string | null
  ownerId?: string | undefined
}

/** A stretch of an activity, in milliseconds since 1970, the end exclusive; `days` are those it lies on, YYYY-MM-DD. */
type Stretch = { from: number; to: number; days: string[] }

/** What is timed without an end is taken to last this long, in minutes. */
const assumedMinutes = 120
/** Ramadan among the Hijri months. */
const ramadan = 9

/** Stretches of whens that were compared already: every activity near is compared with every day that may be free. */
const found = new WeakMap<When, { zone: string; stretches: Stretch[] }>()

/** The stretches of an activity; a named span has none, for nothing is known of its days. */
export function stretchesOf(when: When, zone: string): Stretch[] {
  const had = found.get(when)
  if (had?.zone === zone) return had.stretches
  const stretches = workedOut(when, zone)
  found.set(when, { zone, stretches })
  return stretches
}

function workedOut(when: When, zone: string): Stretch[] {
  const day = daysIn(zone)
  const timed = (start: string, end: string | null): Stretch => {
    const from = Date.parse(start)
    const to = end ? Date.parse(end) : from + assumedMinutes * 60_000
    // An end at midnight does not make the next day part of it.
    return { from, to, days: daysBetween(day(from), day(to - 1)) }
  }
  switch (when.kind) {
    case 'timed':
      return [timed(when.start, when.end)]
    case 'sessions':
      return when.sessions.map(s => timed(s.start, s.end))
    case 'days': {
      const midnight = midnightsIn(zone)
      return daysBetween(when.start, when.end).map(d => ({ from: midnight(d), to: midnight(nextDay(d)), days: [d] }))
    }
    case 'span':
      return []
    default:
      return when satisfies never
  }
}

/** Days looked at of one stretch: an exhibition of years is compared by its first ones. */
const mostDays = 400
const dayMs = 86_400_000
const nextDay = (day: string): string => new Date(Date.parse(day) + dayMs).toISOString().slice(0, 10)
function daysBetween(first: string, last: string): string[] {
  const out: string[] = [first]
  for (let d = nextDay(first); out.length < mostDays && d <= last; d = nextDay(d)) out.push(d)
  return out
}

/** Midnights of a zone, in milliseconds since 1970, each worked out once; a few years of them are kept. */
const midnights = new Map<string, Map<string, number>>()
function midnightsIn(zone: string): (day: string) => number {
  const known = midnights.get(zone) ?? new Map<string, number>()
  midnights.set(zone, known)
  return day => {
    let at = known.get(day)
    if (at === undefined) {
      at = Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant().epochMilliseconds
      if (known.size > 4 * 366) known.clear()
      known.set(day, at)
    }
    return at
  }
}

/** Words of courtesy before a patron's name or office, folded. */
const courtesy = new Set(
  'سمو معالي سعاده السيد السيده الشيخ الشيخه الدكتور الدكتوره د صاحب صاحبه السمو الملكي حضره جلاله his her the excellency highness royal he hh hrh mr mrs dr sheikh shaikh shaikha sheikha honourable hon'.split(
    ' ',
  ),
)
const patronOf = (said: string | null): string =>
  tokensOf(said ?? '')
    .flatMap(t => (t.kind !== 'sign' && !courtesy.has(t.f) ? [t.f] : []))
    .join(' ')

/** No place at all, or none yet. */
const nowhere = new Set(['', 'عن بعد', 'افتراضي', 'افتراضيا', 'اونلاين', 'online', 'virtual', 'يحدد لاحقا', 'tbc', 'tbd'])

/** Places by any of their names; what the network does not know is compared as it is written. */
export function placesOf(settings: Pick<Settings, 'venues'>): (said: string | null) => string {
  const known = new Map(settings.venues.flatMap((v, i) => namesOf(v).map(n => [fold(n), `#${i}`] as const)))
  return said => {
    const place = fold(said ?? '').trim()
    return nowhere.has(place) ? '' : (known.get(place) ?? place)
  }
}

export type Rules = {
  rules: ClashRules
  zone: string
  place: (said: string | null) => string
  /** The sectors an organization works in; none where the network names none. */
  sectors?: (organizationId: string) => ReadonlySet<number>
}

/** Sectors by the ids of their organizations. */
export function sectorsOf(settings: Pick<Settings, 'sectors'>, organizations: readonly { id: string }[]): NonNullable<Rules['sectors']> {
  const of = new Map(
    organizations.map(o => [o.id, new Set((settings.sectors ?? []).flatMap((s, i) => (s.organizations.includes(o.id) ? [i] : [])))]),
  )
  return id => of.get(id) ?? new Set()
}

/** Why two activities clash; empty where they do not. */
export function between(a: Compared, b: Compared, { rules, zone, place, sectors }: Rules): Found[] {
  const out: Found[] = []
  const add = (reason: Found['reason']) => {
    const weight = rules[reason]
    if (weight !== 'off') out.push({ reason, weight })
  }
  const [mine, theirs] = [stretchesOf(a.when, zone), stretchesOf(b.when, zone)]
  const sameTime = mine.some(x => theirs.some(y => x.from < y.to && y.from < x.to))
  const days = new Set(mine.flatMap(s => s.days))
  const sameDay = theirs.some(s => s.days.some(d => days.has(d)))
  if (sameDay && alike(a.patron, b.patron, patronOf)) add('patron')
  if (sameTime && alike(a.venue, b.venue, place)) add('venue')
  if (sameDay && a.audience.some(x => b.audience.includes(x))) add('audience')
  if (sameDay && (a.kind === 'national_day') !== (b.kind === 'national_day')) add('event')
  const near = () => apart(mine, theirs) <= rules.days
  if (a.priorityId && a.priorityId === b.priorityId && near()) add('priority')
  // An organization knows what it has near itself.
  else if (sectors && a.ownerId && b.ownerId && a.ownerId !== b.ownerId) {
    const theirSectors = sectors(b.ownerId)
    if ([...sectors(a.ownerId)].some(s => theirSectors.has(s)) && near()) add('sector')
  }
  return out
}

/** Whether two are the same thing under the names they are known by; nothing is the same as nothing. */
function alike(a: string | null, b: string | null, known: (said: string | null) => string): boolean {
  if (!a || !b) return false
  const name = known(a)
  return name !== '' && name === known(b)
}

/** Days between the nearest two stretches; infinite where one has none. */
function apart(mine: Stretch[], theirs: Stretch[]): number {
  const day = (s: string) => Date.parse(`${s}T00:00:00Z`) / 86_400_000
  let least = Number.POSITIVE_INFINITY
  for (const x of mine)
    for (const y of theirs) for (const d of x.days) for (const e of y.days) least = Math.min(least, Math.abs(day(d) - day(e)))
  return least
}

/** The weightiest of several; null of none. */
export const worst = (found: readonly { weight: Weight }[]): Weight | null =>
  found.reduce<Weight | null>((w, f) => (w ? weightier(w, f.weight) : f.weight), null)

export type DayFound = { reason: DayReason; weight: Weight; day: string; name?: { ar?: string | undefined; en?: string | undefined } }
type Holidays = readonly { from: string; to: string; name: { ar?: string | undefined; en?: string | undefined } }[]

/** What of the calendar speaks against a time: each reason once, of the first day it holds for. */
export function ofCalendar(when: When, { rules, zone }: Pick<Rules, 'rules' | 'zone'>, calendar: Calendar, holidays: Holidays): DayFound[] {
  const out = new Map<DayReason, DayFound>()
  const add = (reason: DayReason, day: string, name?: DayFound['name']) => {
    const weight = rules[reason]
    if (weight !== 'off' && !out.has(reason)) out.set(reason, { reason, weight, day, ...(name ? { name } : {}) })
  }
  for (const s of stretchesOf(when, zone))
    for (const day of s.days) {
      const date = Temporal.PlainDate.from(day)
      const holiday = holidays.find(h => h.from <= day && day <= h.to)
      if (holiday) add('holiday', day, holiday.name)
      else if ((calendar.weekend as readonly number[]).includes(date.dayOfWeek)) add('weekend', day)
      if (calendar.ramadanHours && when.kind !== 'days' && toHijri(calendar, date).month === ramadan) {
        const time = Temporal.Instant.fromEpochMilliseconds(s.from)
          .toZonedDateTimeISO(zone)
          .toPlainTime()
          .toString({ smallestUnit: 'minute' })
        // Evenings are Ramadan's own hours for what is public.
        if (time < calendar.ramadanHours.from || (time >= calendar.ramadanHours.to && time < '19:00')) add('ramadan', day)
      }
    }
  return [...out.values()]
}
