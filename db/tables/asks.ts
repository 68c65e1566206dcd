/** Questions that wait for an answer, and who is away. */
import { sql } from 'drizzle-orm'
import { date, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, networkId } from './columns.ts'

/** Questions put to people that wait for an answer, or did. `subject` is what a question is about, by its kind. */
export const asks = pgTable(
  'asks',
  {
    networkId: networkId(),
    id: id(),
    kind: text('kind').notNull(),
    subject: text('subject').notNull(),
    /** Whom it was put to: those who write for an organization, one member, or the holders of a role; and which. */
    asked: text('asked').$type<'organization' | 'member' | 'role'>().notNull(),
    askedId: text('asked_id').notNull(),
    state: text('state').$type<'open' | 'answered' | 'expired'>().notNull().default('open'),
    answer: text('answer'),
    /** What the person said with the answer. */
    note: text('note'),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
    askedAt: instant('asked_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    index('asks_subject').on(t.networkId, t.kind, t.subject),
    uniqueIndex('asks_open').on(t.networkId, t.kind, t.subject, t.asked, t.askedId).where(sql`state = 'open'`),
  ],
)

/** Days on which a member is away and another of their organization stands in. */
export const absences = pgTable(
  'absences',
  {
    networkId: networkId(),
    id: id(),
    memberId: text('member_id').notNull(),
    delegateId: text('delegate_id').notNull(),
    /** Days of the network, `to` inclusive. */
    from: date('from').notNull(),
    to: date('to').notNull(),
    /** Taken back before its end. */
    endedAt: instant('ended_at'),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] }), index('absences_member').on(t.networkId, t.memberId, t.to)],
)
