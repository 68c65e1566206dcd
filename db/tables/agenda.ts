/** The agenda of a meeting: briefings, what the centre settled of its lines, and who comes. */
import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { AttendanceAnswer, BriefingState } from '../../src/model/agenda.ts'
import { id, instant, networkId } from './columns.ts'

/** A slot in a meeting that an organization asked for, to present a project. */
export const briefings = pgTable(
  'briefings',
  {
    networkId: networkId(),
    id: id(),
    meetingId: text('meeting_id').notNull(),
    organizationId: text('organization_id').notNull(),
    askedBy: text('asked_by').notNull(),
    titleAr: text('title_ar'),
    titleEn: text('title_en'),
    presenter: text('presenter').notNull(),
    minutes: integer('minutes').notNull(),
    /** Of what is shown; https alone. */
    link: text('link'),
    state: text('state').$type<BriefingState>().notNull().default('asked'),
    /** Why it was declined. */
    reason: text('reason'),
    askedAt: instant('asked_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] }), index('briefings_meeting').on(t.networkId, t.meetingId)],
)

/** What the centre settled about a line of an agenda: its minutes, its place; and the points of other business, whose text stands here alone. */
export const agendaLines = pgTable(
  'agenda_lines',
  {
    networkId: networkId(),
    meetingId: text('meeting_id').notNull(),
    /** `plan`, `briefing:ID`, `business:ID`: what src/agenda/agenda.ts names a line. */
    key: text('key').notNull(),
    minutes: integer('minutes'),
    /** Counts from 1; null where the line stands in its usual place. */
    position: integer('position'),
    textAr: text('text_ar'),
    textEn: text('text_en'),
    addedAt: instant('added_at').notNull(),
    addedBy: text('added_by').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.meetingId, t.key] })],
)

/** Who was invited to a meeting, and whether they come. */
export const attendance = pgTable(
  'attendance',
  {
    networkId: networkId(),
    meetingId: text('meeting_id').notNull(),
    memberId: text('member_id').notNull(),
    /** Null for one who answered before the invitation went out. */
    invitedAt: instant('invited_at'),
    /** Null until it is given; `other`: somebody comes instead. */
    answer: text('answer').$type<AttendanceAnswer>(),
    /** Who comes instead: a member of the network, or a name alone. */
    insteadId: text('instead_id'),
    insteadName: text('instead_name'),
    /** Whether they, or whoever came instead, were there; null until a coordinator noted it. */
    came: boolean('came'),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
  },
  t => [primaryKey({ columns: [t.networkId, t.meetingId, t.memberId] })],
)
