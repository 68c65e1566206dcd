/** What was agreed to be done. */
import { sql } from 'drizzle-orm'
import { date, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, networkId } from './columns.ts'

export type FollowUpState = 'open' | 'done' | 'dropped'

/** What was agreed to be done: by whom, until when, and what came of it. */
export const actions = pgTable(
  'actions',
  {
    networkId: networkId(),
    id: id(),
    /** Said aloud: "action 12". Never reused. */
    number: integer('number').notNull(),
    textAr: text('text_ar'),
    textEn: text('text_en'),
    organizationId: text('organization_id').notNull(),
    /** Whose it is by name; null where it is the organization's. */
    memberId: text('member_id'),
    /** A day of the network. */
    dueOn: date('due_on').notNull(),
    state: text('state').$type<FollowUpState>().notNull().default('open'),
    /** What was said when it was done or dropped. */
    note: text('note'),
    /** The meeting that agreed it, and the line of its agenda; null where the centre added it outside one. */
    meetingId: text('meeting_id'),
    lineKey: text('line_key'),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    /** When it was done or dropped, and by whom. */
    settledAt: instant('settled_at'),
    settledBy: text('settled_by'),
    changedAt: instant('changed_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    uniqueIndex('actions_number').on(t.networkId, t.number),
    index('actions_open').on(t.networkId, t.dueOn).where(sql`state = 'open'`),
    index('actions_organization').on(t.networkId, t.organizationId, t.dueOn),
    index('actions_meeting').on(t.networkId, t.meetingId),
  ],
)
