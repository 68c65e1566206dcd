/** A network's settings: all that makes it this country's or that charity's network, as data. */
import { type AgendaRules, firstInviteDays, firstMinutes } from './agenda.ts'
import { type ClashRules, firstRules } from './clash.ts'
import type { Bilingual, Language, Platform } from './people.ts'

/** ISO weekdays: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Wall times as 'HH:MM' in the network's zone. */
export type Hours = { from: string; to: string }

/** A place by its name in each language; `also` are other names people use for it. */
export type Venue = Bilingual & { also?: string[] | undefined }

export const namesOf = (venue: Venue): string[] => [venue.ar, venue.en, ...(venue.also ?? [])].filter(n => n !== undefined)

export type Settings = {
  /** CLDR region, for example BH: its month names, its digits' shapes. */
  region: string
  /** IANA name, for example Asia/Bahrain. */
  zone: string
  weekend: Weekday[]
  workingHours: Hours
  /** Hours that hold in the Hijri month of Ramadan; null where nothing changes. */
  ramadanHours: Hours | null
  /** The languages of the network, its first one first. */
  languages: Language[]
  /** How digits are written in Arabic text: ٠–٩ or 0–9. */
  digits: 'arab' | 'latn'
  /** Whether the Hijri date stands beside the Gregorian one. */
  hijri: boolean
  /** How 3/4 is read. */
  dayMonthOrder: 'day-month' | 'month-day'
  meeting: {
    /** RFC 5545 recurrence rule of the periodic meeting, without DTSTART, for example FREQ=MONTHLY;BYDAY=1SU. */
    rule: string
    /** A day of the meeting (YYYY-MM-DD) from which the rule's INTERVAL counts; needed where that is more than 1. */
    from?: string | undefined
    /** Wall time 'HH:MM' in the network's zone. */
    time: string
    minutes: number
    place: { ar?: string | undefined; en?: string | undefined }
    /** Where it can be joined from afar; https. */
    link?: string | undefined
    /** Working days between the deadline's day and the meeting's day. */
    deadlineWorkingDays: number
    /** Steps before the deadline, in working days; 0 is the morning of the deadline's own day. */
    reminderSteps: number[]
  }
  /** Months in the plan's window, the month of the meeting included. */
  windowMonths: number
  /** Places the network knows: each with its names, so that it is found by any and shown in the reader's language. */
  venues: Venue[]
  /** Cities, in either language. */
  cities: string[]
  /** Fields of public life in which several organizations work (by their ids): what two of them do at one time reaches the same people and press. */
  sectors?: (Bilingual & { organizations: string[] })[] | undefined
  /** What counts as a clash, where it is not as it ships. */
  clashes?: Partial<ClashRules> | undefined
  /** Working days before an activity at which it is asked about again while it is not confirmed. */
  freshDays?: number | undefined
  /** Minutes of an agenda's lines, and how many working days before a meeting its invitation goes out, where they are not as they ship. */
  agenda?: { minutes?: Partial<AgendaRules['minutes']> | undefined; inviteDays?: number | undefined } | undefined
  /** Working days before an action is due at which whoever owes it is reminded. */
  actionDays?: number | undefined
  /** How long what is not needed any more is kept, where it is not as it ships. */
  keep?: Partial<Keep> | undefined
  /** Where editions are announced on each platform: the platform's own channel address. */
  channels: Partial<Record<Platform, { space: string; id: string; detail?: Record<string, unknown> | undefined }>>
}

export const clashRulesOf = (settings: Pick<Settings, 'clashes'>): ClashRules => ({ ...firstRules, ...settings.clashes })

/** Two weeks of five working days: what is not sure by then can still be prepared, or moved. */
const firstFreshDays = 10
export const freshDaysOf = (settings: Pick<Settings, 'freshDays'>): number => settings.freshDays ?? firstFreshDays

export const agendaRulesOf = (settings: Pick<Settings, 'agenda'>): AgendaRules => ({
  minutes: { ...firstMinutes, ...settings.agenda?.minutes },
  inviteDays: settings.agenda?.inviteDays ?? firstInviteDays,
})
const firstActionDays = 2
export const actionDaysOf = (settings: Pick<Settings, 'actionDays'>): number => settings.actionDays ?? firstActionDays

/**
 * Days for which things are kept that nobody needs any more: messages that were sent; cards among them that a decision may still change; conversations
 * that nobody goes on with, and the language last spoken in them; accounts and requests of people who did not become members.
 */
export type Keep = { messageDays: number; cardDays: number; idleDays: number; strangerDays: number }
/** A quarter for messages; a card of a year ago is looked for by nobody. */
export const firstKeep: Keep = { messageDays: 90, cardDays: 400, idleDays: 180, strangerDays: 180 }
/** Cards are messages: they are kept as long at least. */
export function keepOf(settings: Pick<Settings, 'keep'>): Keep {
  const keep = { ...firstKeep, ...settings.keep }
  return { ...keep, cardDays: Math.max(keep.cardDays, keep.messageDays) }
}
