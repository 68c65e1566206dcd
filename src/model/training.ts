/** Training: tracks, workshops, who has a seat and who waits for one. The words are those of the field (see the README's glossary). */
import type { Temporal } from 'temporal-polyfill'
import type { When } from './activity.ts'
import type { Bilingual } from './people.ts'

/** What a network trains in. `builtIn` ones are every network's; the centre adds its own. */
export type Track = { id: string; name: Bilingual; also: readonly string[]; builtIn: boolean }

/** The tracks that every network begins with. `also` are other ways of saying them. */
export const builtInTracks: readonly Track[] = [
  {
    id: 'monitoring',
    name: { ar: 'الرصد والتحليل', en: 'Monitoring and analysis' },
    also: ['الرصد', 'الرصد الإعلامي', 'التحليل الإعلامي', 'monitoring', 'media monitoring', 'media analysis'],
    builtIn: true,
  },
  {
    id: 'planning',
    name: { ar: 'التخطيط الاستراتيجي', en: 'Strategic planning' },
    also: ['التخطيط', 'التخطيط الإعلامي', 'planning', 'strategy', 'communication planning'],
    builtIn: true,
  },
  {
    id: 'new_media',
    name: { ar: 'الإعلام الجديد', en: 'New media' },
    also: ['الإعلام الرقمي', 'التواصل الاجتماعي', 'وسائل التواصل', 'social media', 'digital media'],
    builtIn: true,
  },
  {
    id: 'traditional_media',
    name: { ar: 'الإعلام التقليدي', en: 'Traditional media' },
    also: ['الصحافة', 'العلاقات الإعلامية', 'press', 'media relations'],
    builtIn: true,
  },
]

export const mostSeats = 500

export type WorkshopState = 'open' | 'cancelled'

export type Workshop = {
  networkId: string
  id: string
  /** W-2026-0012: said aloud, never reused. */
  reference: string
  trackId: string
  title: Bilingual
  /** As written, or null; `trainerId` where it is a member, who then takes the attendance. */
  trainer: string | null
  trainerId: string | null
  /** Never a named span: whoever enrols must know the day. */
  when: When
  startsAt: Temporal.Instant
  /** Exclusive. */
  endsAt: Temporal.Instant
  /** A place or a link. */
  place: string | null
  /** 1 to 500. */
  seats: number
  /** Most seats of one organization; null where there is no such limit. */
  perOrganization: number | null
  /** What should come before, in words or as a track. */
  prerequisite: string | null
  prerequisiteTrack: string | null
  /** The last day on which people may enrol, YYYY-MM-DD, in the network's zone. */
  lastDay: string
  certificate: boolean
  state: WorkshopState
  /** Why it was cancelled. */
  reason: string | null
  version: number
  createdAt: Temporal.Instant
  createdBy: string
  changedAt: Temporal.Instant
}

/** A numbered seat that is somebody's: `held` while it is offered to the next of the waiting list. */
export type Seat = {
  workshopId: string
  seat: number
  memberId: string
  organizationId: string
  state: 'taken' | 'held'
  since: Temporal.Instant
  /** Who enrolled them, where it was not they themselves. */
  byId: string | null
}

/** A place on the waiting list, in the order of `position`, which may have gaps. */
export type Waiting = {
  workshopId: string
  memberId: string
  organizationId: string
  position: number
  since: Temporal.Instant
  byId: string | null
}

/** One person at one session, counted from 1. */
export type Attended = { workshopId: string; session: number; memberId: string; came: boolean }

/** What one person, whom nobody knows, thought of a workshop; `useful` and `trainer` from 1 to 5. */
export type Feedback = { useful: number; trainer: number; better: string | null }

/** Answers from which on they are shown: fewer would tell whose they are. */
export const leastAnswers = 3
