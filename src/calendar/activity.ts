/** An activity as entries of a calendar: one, or one for each of its sessions. What is said of it names no person. */
import { Temporal } from 'temporal-polyfill'
import { cityBeside } from '../activities/place.ts'
import { nameOf, type Voice } from '../activities/show.ts'
import type { Speak } from '../locales/speak.ts'
import type { Activity, When } from '../model/activity.ts'
import type { Language } from '../model/people.ts'
import { type Entry, type EntryTime, type File, icsOf, mimeOf } from '../time/ics.ts'

/** The first keeps the plain UID, so that an activity that gets sessions, or loses them, goes on being itself. */
const uidOf = (a: Activity, n: number): string => (n === 0 ? `${a.id}@munassiq` : `${a.id}.${n + 1}@munassiq`)

const days = (start: string, end: string): EntryTime => ({
  allDay: true,
  start: Temporal.PlainDate.from(start),
  end: Temporal.PlainDate.from(end).add({ days: 1 }),
})
const timed = (t: { start: string; end: string | null }): EntryTime => ({
  allDay: false,
  start: Temporal.Instant.from(t.start),
  end: t.end ? Temporal.Instant.from(t.end) : null,
})

function timesOf(when: When): EntryTime[] {
  switch (when.kind) {
    case 'timed':
      return [timed(when)]
    case 'days':
    case 'span':
      return [days(when.start, when.end)]
    case 'sessions':
      return when.sessions.map(timed)
    default:
      return when satisfies never
  }
}

/** What does not take place then any more is cancelled, for a calendar. */
function statusOf(a: Activity): Entry['status'] {
  switch (a.lifecycle) {
    case 'postponed':
    case 'rescheduled':
    case 'cancelled':
    case 'withdrawn':
      return 'CANCELLED'
    case 'planned':
    case 'completed':
      return a.certainty === 'confirmed' && a.when.kind !== 'span' ? 'CONFIRMED' : 'TENTATIVE'
    default:
      return a.lifecycle satisfies never
  }
}

/** Patron, spokesperson, contact and notes stay in the chat: whoever is given a calendar to see is given no people. */
function aboutOf(a: Activity, voice: Voice): string[] {
  const { speak } = voice
  const partners = [...a.partnerIds.filter(id => !a.invitedIds?.includes(id)).map(id => nameOf(voice, id)), ...a.otherPartners]
  const fact = (label: string, value: string | null) => (value ? [speak.say('calendar.fact', { _label: label, _value: value })] : [])
  return [
    ...(a.lifecycle === 'planned' ? [] : fact(speak.say('activity.status'), speak.say('activity.lifecycle', { _lifecycle: a.lifecycle }))),
    ...(a.certainty === 'confirmed'
      ? []
      : fact(speak.say('activity.status'), speak.say('activity.certainty', { _certainty: a.certainty }))),
    ...fact(speak.say('activity.when'), a.when.kind === 'span' || a.when.kind === 'sessions' ? speak.when(a.when) : null),
    ...fact(speak.say('activity.owner'), nameOf(voice, a.ownerId)),
    ...fact(speak.say('activity.partners'), partners.length > 0 ? speak.list(partners) : null),
    ...fact(speak.say('activity.reference'), a.reference),
    ...(a.embargoUntil && a.visibility === 'centre' ? [speak.say('activity.embargoed', { until: speak.instant(a.embargoUntil) })] : []),
    ...(a.visibility === 'centre' && !a.embargoUntil ? [speak.say('activity.centreOnly')] : []),
    ...(speak.pick(a.summary) ? [speak.pick(a.summary)] : []),
  ]
}

function placeOf(a: Activity, speak: Speak): string | null {
  const venue = a.venue && speak.venue(a.venue)
  const city = cityBeside({ venue, city: a.city })
  return venue && city ? speak.say('calendar.place', { _venue: venue, _city: city }) : venue || city
}

export function activityEntries(a: Activity, voice: Voice): Entry[] {
  const times = timesOf(a.when)
  return times.map((time, n) => entryOf(a, voice, time, n, { of: times.length, status: statusOf(a) }))
}

/** Sessions that it once had, more than it has now, as cancelled: whoever took them in from a file has them still. `earlier`: the newest last. */
export function droppedEntries(a: Activity, voice: Voice, earlier: readonly When[]): Entry[] {
  const now = timesOf(a.when).length
  const dropped = new Map(earlier.flatMap(w => [...timesOf(w).entries()].slice(now)))
  return [...dropped].map(([n, time]) => entryOf(a, voice, time, n, { of: 1, status: 'CANCELLED' }))
}

function entryOf(a: Activity, voice: Voice, time: EntryTime, n: number, { of, status }: { of: number; status: Entry['status'] }): Entry {
  const { speak } = voice
  const title = speak.pick(a.title)
  const session = of === 1 ? title : speak.say('calendar.session', { title, n: n + 1, of })
  return {
    uid: uidOf(a, n),
    sequence: a.version,
    time,
    // Many calendars show what is cancelled like all the rest: the title says it too.
    title: status === 'CANCELLED' ? speak.say('calendar.off', { title: session }) : session,
    place: placeOf(a, speak),
    about: aboutOf(a, voice),
    category: speak.say('activity.kinds', { _kind: a.kind }),
    status,
    confidential: a.visibility === 'centre',
    busy: false,
    changedAt: a.changedAt,
  }
}

/** `.ics` of one activity, in the reader's language; `earlier` are the times it had. */
export const activityFile = (
  a: Activity,
  voice: Voice,
  how: { now: Temporal.Instant; language: Language; earlier?: readonly When[] },
): File => ({
  name: `${a.reference}.ics`,
  mime: mimeOf(),
  bytes: icsOf([...activityEntries(a, voice), ...droppedEntries(a, voice, how.earlier ?? [])], { stamp: how.now, language: how.language }),
})
