/**
 * iCalendar files (RFC 5545, names and refreshing by RFC 7986), whatever stands in them. Pure. Times are written in UTC, which every calendar shows in
 * its owner's own zone: nothing recurs, so no zone's rules need to travel with a file.
 */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { Temporal } from 'temporal-polyfill'

/** Whole days have dates, `end` exclusive; the rest instants, `end` null where only the beginning is known. */
export type EntryTime =
  | { allDay: true; start: Temporal.PlainDate; end: Temporal.PlainDate }
  | { allDay: false; start: Temporal.Instant; end: Temporal.Instant | null }

export type Entry = {
  /** The same in every file, feed and update of it. */
  uid: string
  /** Counts up with each change: calendars take the higher one. */
  sequence: number
  time: EntryTime
  title: string
  place: string | null
  /** Lines of plain text. */
  about: string[]
  category: string | null
  status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
  /** Not for everybody's eyes where a calendar is shared. */
  confidential: boolean
  /** Whether whoever holds it is taken up by it. */
  busy: boolean
  changedAt: Temporal.Instant | null
}

export type Invitation = {
  method: 'REQUEST' | 'CANCEL'
  organizer: string
  /** Who is invited, as one group: a file that goes to many names none of them. */
  invited: string
}

export type File = { name: string; mime: string; bytes: Uint8Array }

/** Reserved for names that reach nobody (RFC 2606): answers are given in chat, and a calendar's own reply goes nowhere. */
const domain = 'munassiq.invalid'

/** The calendar: `stamp` is when the file was made. `refreshMinutes`: how long a subscriber may keep it. */
export function icsOf(
  entries: readonly Entry[],
  how: { stamp: Temporal.Instant; language: string; name?: string; refreshMinutes?: number; invitation?: Invitation },
): Uint8Array {
  const { invitation } = how
  const calendar = ical({ prodId: { company: 'Munassiq', product: 'Munassiq', language: how.language.toUpperCase() } })
  // The library writes the name as it is.
  if (how.name) calendar.name(oneLine(how.name).replace(/[\\;,]/g, '\\$&'))
  if (how.refreshMinutes) calendar.ttl(how.refreshMinutes * 60)
  if (invitation) calendar.method(ICalCalendarMethod[invitation.method])
  for (const e of entries) {
    const event = calendar.createEvent({
      id: e.uid,
      sequence: e.sequence,
      stamp: date(how.stamp),
      ...timeOf(e.time),
      summary: oneLine(e.title),
      location: e.place ? { title: oneLine(e.place) } : null,
      description: plain(e.about.join('\n')) || null,
      status: ICalEventStatus[e.status],
      class: e.confidential ? ICalEventClass.CONFIDENTIAL : null,
      transparency: e.busy && e.status !== 'CANCELLED' ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      lastModified: e.changedAt ? date(e.changedAt) : null,
      ...(e.category ? { categories: [{ name: oneLine(e.category) }] } : {}),
    })
    if (!invitation) continue
    event.organizer({ name: oneLine(invitation.organizer), email: `meetings@${domain}` })
    event.createAttendee({
      name: oneLine(invitation.invited),
      email: `members@${domain}`,
      type: ICalAttendeeType.GROUP,
      role: ICalAttendeeRole.REQ,
      rsvp: false,
    })
  }
  return new TextEncoder().encode(calendar.toString())
}

const date = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds)
const midnight = (day: Temporal.PlainDate): Date => date(day.toZonedDateTime('UTC').toInstant())

const timeOf = (t: EntryTime) =>
  t.allDay
    ? { allDay: true, start: midnight(t.start), end: midnight(t.end) }
    : { start: date(t.start), ...(t.end ? { end: date(t.end) } : {}) }

/** Marks of isolation are for chats: calendars lay out each line by themselves, and old ones show the marks as boxes. Control characters break a file. */
const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u2066-\u2069\u202a-\u202e]/g, '')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029]/g, ' ')
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
const oneLine = (text: string): string => plain(text).replace(/\n+/g, ' ')

export const mimeOf = (method?: Invitation['method']): string => `text/calendar; charset=utf-8${method ? `; method=${method}` : ''}`
