/** What organizations ask of the centre, what is written back and forth about it, and who of the centre is on duty. */
import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { SupportKind, SupportRequest, SupportSide, SupportState } from '../../src/model/support.ts'
import { id, instant, networkId } from './columns.ts'

export const supportRequests = pgTable(
  'support_requests',
  {
    networkId: networkId(),
    id: id(),
    /** Said aloud: S-2026-0007. Never reused. */
    reference: text('reference').notNull(),
    kind: text('kind').$type<SupportKind>().notNull(),
    details: text('details'),
    activityId: text('activity_id'),
    /** The need of the activity that it was made from; null where somebody asked by themselves. */
    need: text('need'),
    /** A day of the network. */
    dueOn: date('due_on').notNull(),
    urgent: boolean('urgent').notNull().default(false),
    organizationId: text('organization_id').notNull(),
    memberId: text('member_id').notNull(),
    ownerId: text('owner_id'),
    state: text('state').$type<SupportState>().notNull().default('asked'),
    reason: text('reason'),
    partnerId: text('partner_id'),
    partnerState: text('partner_state').$type<NonNullable<SupportRequest['partnerState']>>(),
    partnerSince: instant('partner_since'),
    askedAt: instant('asked_at').notNull(),
    doneAt: instant('done_at'),
    settledAt: instant('settled_at'),
    settledBy: text('settled_by'),
    changedAt: instant('changed_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    uniqueIndex('support_requests_reference').on(t.networkId, t.reference),
    // A need of an activity is asked for once, however often the activity is changed; one that was taken back may be asked for again.
    uniqueIndex('support_requests_need').on(t.networkId, t.activityId, t.need).where(sql`need is not null and state <> 'withdrawn'`),
    index('support_requests_open').on(t.networkId, t.dueOn).where(sql`state in ('asked', 'taken')`),
    index('support_requests_organization').on(t.networkId, t.organizationId, t.askedAt),
    index('support_requests_asked').on(t.networkId, t.askedAt),
  ],
)

export const supportMessages = pgTable(
  'support_messages',
  {
    networkId: networkId(),
    id: id(),
    requestId: text('request_id').notNull(),
    at: instant('at').notNull(),
    memberId: text('member_id').notNull(),
    organizationId: text('organization_id').notNull(),
    side: text('side').$type<SupportSide>().notNull(),
    text: text('text').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] }), index('support_messages_request').on(t.networkId, t.requestId, t.at)],
)

export const duties = pgTable(
  'duties',
  {
    networkId: networkId(),
    id: id(),
    memberId: text('member_id').notNull(),
    from: instant('from_at').notNull(),
    until: instant('until_at').notNull(),
    setAt: instant('set_at').notNull(),
    setBy: text('set_by').notNull(),
    /** When it was taken back, before it was over. */
    endedAt: instant('ended_at'),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] }), index('duties_until').on(t.networkId, t.until)],
)
