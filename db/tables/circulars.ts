/** Circulars, their texts, and who has read them. */
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Audience, CircularState } from '../../src/model/circular.ts'
import { id, instant, networkId } from './columns.ts'

export const circulars = pgTable(
  'circulars',
  {
    networkId: networkId(),
    id: id(),
    /** C-2026-0003. */
    reference: text('reference').notNull(),
    audience: jsonb('audience').$type<Audience>().notNull(),
    /** Goes out at once, whatever the hour. */
    urgent: boolean('urgent').notNull(),
    /** A line to take: the message of the bank under the circular's own id says the same. */
    line: boolean('line').notNull().default(false),
    state: text('state').$type<CircularState>().notNull().default('sent'),
    /** Its present wording, from 1. */
    version: integer('version').notNull().default(1),
    sentAt: instant('sent_at').notNull(),
    sentBy: text('sent_by').notNull(),
    /** When the present wording reaches its readers: at once, or as the office opens. */
    goesOutAt: instant('goes_out_at').notNull(),
    /** When the last reminder of the present wording reaches those who had not read it. */
    remindedFor: instant('reminded_for'),
    recalledAt: instant('recalled_at'),
    recalledBy: text('recalled_by'),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    uniqueIndex('circulars_reference').on(t.networkId, t.reference),
    index('circulars_sent').on(t.networkId, t.sentAt),
  ],
)

/** Each wording of a circular, as it was sent: never updated. */
export const circularTexts = pgTable(
  'circular_texts',
  {
    networkId: networkId(),
    circularId: text('circular_id').notNull(),
    version: integer('version').notNull(),
    textAr: text('text_ar'),
    textEn: text('text_en'),
    writtenAt: instant('written_at').notNull(),
    writtenBy: text('written_by').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.circularId, t.version] })],
)

/** Who is to read a wording, and whether they did. A correction begins anew with rows of its own. */
export const circularReaders = pgTable(
  'circular_readers',
  {
    networkId: networkId(),
    circularId: text('circular_id').notNull(),
    version: integer('version').notNull(),
    memberId: text('member_id').notNull(),
    acknowledgedAt: instant('acknowledged_at'),
    answer: text('answer'),
  },
  t => [primaryKey({ columns: [t.networkId, t.circularId, t.version, t.memberId] })],
)
