/** A calendar file as a second library (Thunderbird's) reads it. */
import ICAL from 'ical.js'

export type Read = {
  method: string | null
  name: string | null
  refresh: string | null
  events: {
    uid: string
    sequence: number
    stamp: string
    /** `2026-12-14` for whole days, else an instant in UTC. */
    start: string
    end: string | null
    title: string
    about: string
    place: string | null
    status: string | null
    klass: string | null
    organizer: string | null
  }[]
  text: string
}

export function readIcs(bytes: Uint8Array): Read {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const calendar = new ICAL.Component(ICAL.parse(text))
  const value = (c: InstanceType<typeof ICAL.Component>, name: string): string | null => c.getFirstPropertyValue(name)?.toString() ?? null
  return {
    method: value(calendar, 'method'),
    // The reader knows NAME as a property it does not know, and leaves its text as it is written.
    name: value(calendar, 'name')?.replace(/\\(.)/g, '$1') ?? null,
    refresh: value(calendar, 'refresh-interval'),
    text,
    events: calendar.getAllSubcomponents('vevent').map(c => ({
      uid: value(c, 'uid') ?? '',
      sequence: Number(value(c, 'sequence')),
      stamp: value(c, 'dtstamp') ?? '',
      start: value(c, 'dtstart') ?? '',
      end: value(c, 'dtend'),
      title: value(c, 'summary') ?? '',
      about: value(c, 'description') ?? '',
      place: value(c, 'location'),
      status: value(c, 'status'),
      klass: value(c, 'class'),
      organizer: value(c, 'organizer'),
    })),
  }
}
