/** The message bank. */
import { date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { id, instant, networkId } from './columns.ts'

export type MessageState = 'proposed' | 'approved' | 'retired'

/** What the network says, by priority or topic. What is retired is kept. */
export const bankMessages = pgTable(
  'bank_messages',
  {
    networkId: networkId(),
    id: id(),
    textAr: text('text_ar'),
    textEn: text('text_en'),
    priorityId: text('priority_id'),
    topicAr: text('topic_ar'),
    topicEn: text('topic_en'),
    facts: text('facts'),
    source: text('source'),
    state: text('state').$type<MessageState>().notNull(),
    proposedBy: text('proposed_by'),
    approvedBy: text('approved_by'),
    approvedAt: instant('approved_at'),
    /** The last day on which it holds. */
    validUntil: date('valid_until'),
    /** The last day about which the centre was asked whether it still holds. */
    askedFor: date('asked_for'),
    version: integer('version').notNull().default(1),
    addedAt: instant('added_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    index('bank_messages_state').on(t.networkId, t.state, t.changedAt),
    index('bank_messages_priority').on(t.networkId, t.priorityId),
  ],
)

/** How a message was worded before: only ever added to. `version` is that of the message as it was worded so. */
export const bankWordings = pgTable(
  'bank_wordings',
  {
    networkId: networkId(),
    messageId: text('message_id').notNull(),
    version: integer('version').notNull(),
    textAr: text('text_ar'),
    textEn: text('text_en'),
    facts: text('facts'),
    source: text('source'),
    /** When it was replaced, and by whom. */
    until: instant('until').notNull(),
    replacedBy: text('replaced_by').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.messageId, t.version] })],
)
