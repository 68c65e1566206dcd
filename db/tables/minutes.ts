/** The meeting walked through, its decisions and its minutes. */
import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { MinutesContent, WalkedLine } from '../../src/model/minutes.ts'
import { id, instant, networkId } from './columns.ts'

/** A meeting that a coordinator walks through, line by line. */
export const meetingWalks = pgTable(
  'meeting_walks',
  {
    networkId: networkId(),
    meetingId: text('meeting_id').notNull(),
    state: text('state').$type<'open' | 'closed'>().notNull().default('open'),
    /** The key of the present line; null behind the last one. */
    line: text('line'),
    /** Lines that were spoken of or passed over, in the order they were come to, with their titles as they were then. */
    lines: jsonb('lines').$type<WalkedLine[]>().notNull(),
    startedAt: instant('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    closedAt: instant('closed_at'),
    closedBy: text('closed_by'),
    version: integer('version').notNull().default(1),
  },
  t => [primaryKey({ columns: [t.networkId, t.meetingId] }), index('meeting_walks_open').on(t.networkId).where(sql`state = 'open'`)],
)

/** What a meeting decided. One that is taken out before its minutes stand is kept as removed. */
export const decisions = pgTable(
  'decisions',
  {
    networkId: networkId(),
    id: id(),
    meetingId: text('meeting_id').notNull(),
    /** The line of the agenda it was decided on; null behind the last one. */
    lineKey: text('line_key'),
    textAr: text('text_ar'),
    textEn: text('text_en'),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    removedAt: instant('removed_at'),
    version: integer('version').notNull().default(1),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] }), index('decisions_meeting').on(t.networkId, t.meetingId, t.recordedAt)],
)

/** The minutes of a meeting as they were posted: never updated. A correction is the next version under the same number. */
export const minutes = pgTable(
  'minutes',
  {
    networkId: networkId(),
    meetingId: text('meeting_id').notNull(),
    version: integer('version').notNull(),
    /** "Minutes 7": one for each meeting. */
    number: integer('number').notNull(),
    content: jsonb('content').$type<MinutesContent>().notNull(),
    postedAt: instant('posted_at').notNull(),
    postedBy: text('posted_by').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.meetingId, t.version] }), uniqueIndex('minutes_number').on(t.networkId, t.number, t.version)],
)
