/** An activity: anything to be communicated, with all that the network keeps of it. The words are those of the field (see the README's glossary). */
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Bilingual } from './people.ts'

export const kinds = [
  'launch',
  'opening',
  'ceremony',
  'conference',
  'exhibition',
  'workshop',
  'press_conference',
  'signing',
  'visit',
  'meeting',
  'campaign',
  'announcement',
  'press_release',
  'publication',
  'speech',
  'broadcast',
  'national_day',
  'awareness_day',
  'event',
  'other',
] as const
export type Kind = (typeof kinds)[number]

export const certainties = ['confirmed', 'tentative', 'approximate'] as const
export type Certainty = (typeof certainties)[number]

/** A wall time in the network's zone with its offset, to the minute: 2026-11-29T10:00:00+03:00. */
const instantText = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/)
/** A date: 2026-12-14. */
const dayText = z.string().regex(/^\d{4}-\d\d-\d\d$/)

/**
 * When an activity is. `timed` has instants; `days` are whole days, `end` inclusive; `span` is a named span with its first and last day,
 * no exact day being known; `sessions` are several times, each its own.
 */
export const when = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('timed'), start: instantText, end: instantText.nullable() }),
  z.object({ kind: z.literal('days'), start: dayText, end: dayText }),
  z.object({ kind: z.literal('span'), start: dayText, end: dayText, words: z.string() }),
  z.object({ kind: z.literal('sessions'), sessions: z.array(z.object({ start: instantText, end: instantText.nullable() })).min(2) }),
])
export type When = z.infer<typeof when>

/** Entries that an activity's lists begin with; whatever else is written is kept as it is. */
export const lists = {
  audience: [
    'public',
    'families',
    'children',
    'youth',
    'students',
    'teachers',
    'women',
    'seniors',
    'disabilities',
    'job_seekers',
    'employees',
    'business',
    'media',
    'visitors',
    'residents',
  ],
  channels: ['news_agency', 'newspapers', 'television', 'radio', 'website', 'social_media', 'press_conference', 'sms', 'outdoor'],
  materials: ['news_release', 'statement', 'fact_sheet', 'opinion_piece', 'social_pack', 'speech', 'photos', 'video', 'infographic'],
  // As understanding names them.
  needs: ['photographer', 'videographer', 'translation', 'livestream', 'spokesperson', 'presenter', 'coverage', 'wording', 'design'],
} as const

export type Lifecycle = 'planned' | 'postponed' | 'rescheduled' | 'cancelled' | 'completed' | 'withdrawn'
export type Review = 'new' | 'changed' | 'reviewed' | 'returned'
export type Visibility = 'network' | 'centre'

/**
 * What the centre has an edition print: its own wording in place of the owner's texts, in each language it gave one; the section the activity stands
 * in, and its place there. `at` is when that was last decided, null where the owner's texts are printed. The owner's are kept.
 */
export type Print = { wording: Bilingual; section: Bilingual; place: number | null; at: Temporal.Instant | null }
export const asWritten: Print = { wording: {}, section: {}, place: null, at: null }

export type Activity = {
  id: string
  networkId: string
  /** A-2026-0142: said aloud, never reused. */
  reference: string
  title: Bilingual
  summary: Bilingual
  kind: Kind
  when: When
  certainty: Certainty
  approval: 'proposed' | 'approved'
  review: Review
  reviewNote: string | null
  lifecycle: Lifecycle
  lifecycleReason: string | null
  ownerId: string
  partnerIds: string[]
  /** Those of the partners that are invited and have not answered. */
  invitedIds?: string[] | undefined
  /** Partners named by the owner that the network does not know. */
  otherPartners: string[]
  venue: string | null
  city: string | null
  patron: string | null
  spokesperson: string | null
  audience: string[]
  channels: string[]
  materials: string[]
  /** What the owner asks of the centre. */
  needs: string[]
  significance: string | null
  priorityId: string | null
  contactId: string
  visibility: Visibility
  embargoUntil: Temporal.Instant | null
  notes: string | null
  print: Print
  /** Submitted after the deadline of the meeting whose window it falls in. */
  late: boolean
  version: number
  submittedAt: Temporal.Instant
  changedAt: Temporal.Instant
}
