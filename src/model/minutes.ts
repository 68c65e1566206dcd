/** What is kept of a meeting that was walked through. */
import type { Bilingual } from './people.ts'

/** A line of the agenda the meeting came to; `title` in both languages, as it was then. */
export type WalkedLine = { key: string; title: { ar: string; en: string }; state: 'discussed' | 'skipped' }

export type MinutedDecision = { id: string; text: Bilingual }
/** As it was agreed: `dueOn` is a day, YYYY-MM-DD. The names stand as they were. */
export type MinutedAction = {
  id: string
  number: number
  text: Bilingual
  organizationId: string
  organization: Bilingual
  member: Bilingual | null
  dueOn: string
}
/** `key` and `title` are null for what was said behind the last line of the agenda. */
export type MinutedLine = {
  key: string | null
  title: { ar: string; en: string } | null
  skipped: boolean
  decisions: MinutedDecision[]
  actions: MinutedAction[]
}

/** Who was there, or said that they would come, by organization; names as they were. */
export type MinutedAttendance = { organization: Bilingual; people: Bilingual[] }[]

/** The minutes whole, as they are frozen. Instants as ISO text. */
export type MinutesContent = {
  startsAt: string
  startedAt: string
  closedAt: string
  place: Bilingual
  /** Null where nobody was asked. */
  attendance: MinutedAttendance | null
  /** True where who was there was noted; else they are those who answered that they come. */
  attended?: boolean | undefined
  lines: MinutedLine[]
}
