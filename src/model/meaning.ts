/** What was understood of a text. Pure data: made by understanding, read by the dialogue and the wings. */
import type { Certainty, Kind } from './activity.ts'
import type { Language } from './people.ts'
import type { Hours, Weekday } from './settings.ts'

export type Grain = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/**
 * One mention of a time. `start` and `end` are instants with offset (2026-11-29T10:00:00+03:00) or, all-day, dates (2026-11-29), ends of
 * all-day mentions inclusive. `text` is the words it was read from; `at` where they stand in the text, in UTF-16 units. `other` is the
 * second reading where people differ («الأحد القادم» said on a Friday). `timeOnly` is true where a clock time was said without any day.
 * `named` is a time said by its prayer and no hour («بعد صلاة العصر»): it is asked about. `role` is what the text says of a mention that
 * is not the activity's own time: the day it was moved from, a deadline, an embargo.
 */
export type Mention = {
  start: string
  end: string | null
  allDay: boolean
  grain: Grain
  certainty: Certainty
  sessions: { start: string; end: string | null }[] | null
  text: string
  at: number
  other?: { start: string; end: string | null } | undefined
  timeOnly?: boolean | undefined
  named?: string | undefined
  role?: 'old' | 'deadline' | 'embargo' | undefined
}

export type Problem = 'conflict' | 'past' | 'end_before_start' | 'impossible'
export type Gap = 'title' | 'date' | 'time' | 'venue'

export type Parts = {
  title: string | null
  kind: Kind | null
  venue: string | null
  city: string | null
  patron: string | null
  embargoUntil: string | null
  /** As said; `known` organizations are found among them by the wings. */
  partners: string[]
  audience: string[]
  materials: string[]
  /** What is asked of the centre: photographer, translation, livestream… */
  needs: string[]
}

/** What was said of a command: whatever is absent was not said. */
export type Arguments = {
  month?: string
  reference?: string
  organization?: string
  /** A span of days asked about ("next week"): dates, inclusive. */
  from?: string
  to?: string
  edition?: string
}

export type Meaning = {
  intent: string
  /** 0 to 1: how sure the reading of the intent is. */
  sure: number
  /** The two next nearest commands, for "I did not understand". */
  nearest: string[]
  arguments: Arguments
  when: Mention[]
  activity: Parts
  missing: Gap[]
  problems: Problem[]
  /** The second and further activities of one message, in their order; empty where there is one. */
  others: OtherActivity[]
  /** How many further activities the message holds that were not read, as more than can be taken up at once; 0 nearly always. */
  beyond: number
}

export type OtherActivity = { when: Mention[]; activity: Parts; missing: Gap[]; problems: Problem[] }

/** Words that steer an open conversation. `skip`: there is no answer, or none yet; `later`: it comes another time. `change` names the field when one was named. */
export type Steering =
  | { kind: 'yes' | 'no' | 'back' | 'skip' | 'later' | 'goOn' | 'startOver' | 'cancel' | 'help' | 'submit' | 'form' }
  | ({ kind: 'change' /** Every one of several, with its words. */; each?: (Edit & { said: string })[] } & Edit)

/** A correction of a field, or of whatever `to` speaks of; null where nothing is said to stand there. Without `how` it replaces what was there. */
export type Edit = { field: string | null; to: string | null; how?: 'add' | 'remove' | 'empty' }

/** Everything a reading depends on besides the text. Pure: the same context and text give the same meaning. */
export type Context = {
  /** The present as an instant with offset. */
  now: string
  zone: string
  weekend: Weekday[]
  workingHours: Hours
  holidays: { from: string; to: string; name: { ar?: string | undefined; en?: string | undefined }; kind: string }[]
  /** Days by which a Hijri month begins later (or earlier, negative) than Umm al-Qura says, by 'YYYY-MM' of the Hijri year and month. */
  hijriShifts: Record<string, number>
  dayMonthOrder: 'day-month' | 'month-day'
  names: {
    organizations: { id: string; names: string[] }[]
    venues: string[]
    cities: string[]
  }
  /** The person's language, for words that are the same in both. */
  language: Language
}
