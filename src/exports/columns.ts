/** The columns of the plan's sheet, as data: what each is called, how wide it is, and what stands in it. Pure. */
import { Temporal } from 'temporal-polyfill'
import { entrySaid } from '../activities/lists.ts'
import { marks, nameOf, type Voice } from '../activities/show.ts'
import { boundsOf } from '../activities/when.ts'
import type { Key } from '../locales/words.ts'
import type { Activity } from '../model/activity.ts'
import type { Bilingual, Language } from '../model/people.ts'

/** A line of the sheet: an activity, whose it is by the names that held then, and the priority it serves. */
export type Line = { activity: Activity; voice: Voice; priority: Bilingual | null }

/** What stands in a cell: text, a day (YYYY-MM-DD), a time of day (HH:MM) or a number. Days and times are wall time of the network, for a sheet knows no zone. */
export type Cell = { text: string } | { day: string } | { time: string } | { number: number } | null

export type Column = {
  label: Key
  /** Characters. */
  width: number
  cell(line: Line, zone: string): Cell
  /** Only where the network shows the Hijri date. */
  hijri?: true
}

/** Marks of direction stand in no cell: it holds one thing and is compared with others, and spreadsheets draw them as boxes. */
const text = (value: string | null | undefined): Cell => {
  const plain = value?.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim()
  return plain ? { text: plain } : null
}

export { text as textCell }

/** First and last day, and the times where it has one stretch of hours. */
function span({ when }: Activity, zone: string): { from: string; to: string; at: string | null; until: string | null } {
  const { startsAt, endsAt } = boundsOf(when, zone)
  const wall = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone)
  const timed = when.kind === 'timed'
  const clock = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString({ smallestUnit: 'minute' })
  const last = wall(timed && when.end ? Temporal.Instant.from(when.end) : endsAt.subtract({ nanoseconds: 1 }))
  return {
    from: wall(startsAt).toPlainDate().toString(),
    to: last.toPlainDate().toString(),
    at: timed ? clock(wall(startsAt)) : null,
    until: timed && when.end ? clock(last) : null,
  }
}

const other: Record<Language, Language> = { ar: 'en', en: 'ar' }

/** In the order they stand: what is looked for first comes first, and is on the first page of a print. A file that comes back is known again by the number. */
export const columns: readonly Column[] = [
  { label: 'activity.reference', width: 14, cell: ({ activity }) => text(activity.reference) },
  { label: 'activity.title', width: 44, cell: ({ activity, voice }) => text(voice.speak.pick(activity.title)) },
  { label: 'sheet.from', width: 25, cell: ({ activity }, zone) => ({ day: span(activity, zone).from }) },
  { label: 'sheet.at', width: 10, cell: ({ activity }, zone) => time(span(activity, zone).at) },
  { label: 'sheet.to', width: 25, cell: ({ activity }, zone) => ({ day: span(activity, zone).to }) },
  { label: 'sheet.until', width: 10, cell: ({ activity }, zone) => time(span(activity, zone).until) },
  { label: 'activity.hijri', width: 28, hijri: true, cell: ({ activity, voice }) => text(voice.speak.whenHijri(activity.when)) },
  { label: 'activity.owner', width: 30, cell: ({ activity, voice }) => text(nameOf(voice, activity.ownerId)) },
  { label: 'activity.venue', width: 28, cell: ({ activity, voice }) => text(activity.venue && voice.speak.venue(activity.venue)) },
  { label: 'activity.kind', width: 16, cell: ({ activity, voice }) => text(voice.speak.say('activity.kinds', { _kind: activity.kind })) },
  {
    label: 'activity.certaintyLabel',
    width: 16,
    cell: ({ activity, voice }) => text(voice.speak.say('activity.certainty', { _certainty: activity.certainty })),
  },
  {
    label: 'activity.status',
    width: 26,
    // How sure it is stands beside.
    cell: ({ activity, voice }) => {
      const said = marks({ ...activity, certainty: 'confirmed' }, voice.speak)
      return text(said.length > 0 ? said.join(' · ') : voice.speak.say('activity.lifecycle', { _lifecycle: 'planned' }))
    },
  },
  {
    label: 'activity.partners',
    width: 34,
    cell: ({ activity, voice }) => {
      const names = [...activity.partnerIds.map(id => nameOf(voice, id)), ...activity.otherPartners]
      return text(names.join(voice.speak.language === 'ar' ? '؛ ' : '; '))
    },
  },
  { label: 'activity.patron', width: 30, cell: ({ activity }) => text(activity.patron) },
  { label: 'activity.spokesperson', width: 26, cell: ({ activity }) => text(activity.spokesperson) },
  ...(['audience', 'channels', 'materials'] as const).map(name => ({
    label: `activity.${name}` as const,
    width: 30,
    cell: ({ activity, voice }: Line) =>
      text(activity[name].map(e => entrySaid(voice.speak, name, e)).join(voice.speak.language === 'ar' ? '؛ ' : '; ')),
  })),
  { label: 'activity.city', width: 16, cell: ({ activity }) => text(activity.city) },
  { label: 'activity.priority', width: 34, cell: ({ priority, voice }) => text(priority && voice.speak.pick(priority)) },
  {
    label: 'activity.otherTitle',
    width: 44,
    cell: ({ activity, voice }) => {
      const second = activity.title[other[voice.speak.language]]
      return second === voice.speak.pick(activity.title) ? null : text(second)
    },
  },
  { label: 'sheet.when', width: 40, cell: ({ activity, voice }) => text(voice.speak.when(activity.when)) },
  { label: 'activity.significance', width: 40, cell: ({ activity }) => text(activity.significance) },
  { label: 'activity.summary', width: 60, cell: ({ activity, voice }) => text(voice.speak.pick(activity.summary)) },
]

const time = (value: string | null): Cell => (value ? { time: value } : null)
