/** Tracks, workshops, numbered seats, waiting lists, attendance, and anonymous feedback. */
import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { When } from '../../src/model/activity.ts'
import type { WorkshopState } from '../../src/model/training.ts'
import { id, instant, networkId } from './columns.ts'

/** Tracks that the centre added to those every network begins with. */
export const trainingTracks = pgTable(
  'training_tracks',
  {
    networkId: networkId(),
    id: id(),
    nameAr: text('name_ar'),
    nameEn: text('name_en'),
    addedAt: instant('added_at').notNull(),
    addedBy: text('added_by').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] })],
)

export const workshops = pgTable(
  'workshops',
  {
    networkId: networkId(),
    id: id(),
    reference: text('reference').notNull(),
    trackId: text('track_id').notNull(),
    titleAr: text('title_ar'),
    titleEn: text('title_en'),
    trainer: text('trainer'),
    trainerId: text('trainer_id'),
    when: jsonb('when').$type<When>().notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    place: text('place'),
    seats: integer('seats').notNull(),
    perOrganization: integer('per_organization'),
    prerequisite: text('prerequisite'),
    prerequisiteTrack: text('prerequisite_track'),
    /** A day of the network. */
    lastDay: date('last_day').notNull(),
    certificate: boolean('certificate').notNull(),
    state: text('state').$type<WorkshopState>().notNull().default('open'),
    reason: text('reason'),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    uniqueIndex('workshops_reference').on(t.networkId, t.reference),
    index('workshops_ends').on(t.networkId, t.endsAt),
    check('workshops_seats', sql`${t.seats} between 1 and 500`),
  ],
)

/**
 * One row for each seat that is somebody's. That seats are numbered is what keeps a workshop from having one too many: two presses at once can want the
 * same number, and one of them gets it. `slot` counts within the organization, for the same reason.
 */
export const workshopSeats = pgTable(
  'workshop_seats',
  {
    networkId: networkId(),
    workshopId: text('workshop_id').notNull(),
    seat: integer('seat').notNull(),
    memberId: text('member_id').notNull(),
    organizationId: text('organization_id').notNull(),
    slot: integer('slot').notNull(),
    state: text('state').$type<'taken' | 'held'>().notNull(),
    since: instant('since').notNull(),
    byId: text('by_id'),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.workshopId, t.seat] }),
    uniqueIndex('workshop_seats_member').on(t.networkId, t.workshopId, t.memberId),
    uniqueIndex('workshop_seats_slot').on(t.networkId, t.workshopId, t.organizationId, t.slot),
    index('workshop_seats_of').on(t.networkId, t.memberId),
  ],
)

export const workshopWaiting = pgTable(
  'workshop_waiting',
  {
    networkId: networkId(),
    workshopId: text('workshop_id').notNull(),
    memberId: text('member_id').notNull(),
    organizationId: text('organization_id').notNull(),
    position: integer('position').notNull(),
    since: instant('since').notNull(),
    byId: text('by_id'),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.workshopId, t.memberId] }),
    uniqueIndex('workshop_waiting_position').on(t.networkId, t.workshopId, t.position),
    index('workshop_waiting_of').on(t.networkId, t.memberId),
  ],
)

/** Who came to which session, as whoever takes the attendance said. */
export const workshopAttendance = pgTable(
  'workshop_attendance',
  {
    networkId: networkId(),
    workshopId: text('workshop_id').notNull(),
    session: integer('session').notNull(),
    memberId: text('member_id').notNull(),
    came: boolean('came').notNull(),
    markedAt: instant('marked_at').notNull(),
    markedBy: text('marked_by').notNull(),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.workshopId, t.session, t.memberId] }),
    index('workshop_attendance_of').on(t.networkId, t.memberId),
  ],
)

/** What people thought of a workshop, and nothing by which one could be found again: no member, no token, no instant, and an id that is only chance. */
export const workshopFeedback = pgTable(
  'workshop_feedback',
  {
    networkId: networkId(),
    workshopId: text('workshop_id').notNull(),
    id: id(),
    useful: integer('useful').notNull(),
    trainer: integer('trainer').notNull(),
    better: text('better'),
    /** The day it was given. */
    on: date('on').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.workshopId, t.id] })],
)

/** Chance marks that may each be spent once on an answer. A spent one is gone: no row joins whoever had it to what they said. */
export const workshopFeedbackTokens = pgTable(
  'workshop_feedback_tokens',
  { networkId: networkId(), workshopId: text('workshop_id').notNull(), token: text('token').notNull() },
  t => [primaryKey({ columns: [t.networkId, t.workshopId, t.token] })],
)
