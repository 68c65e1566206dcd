/** Members’ calendar addresses. */
import { pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant, networkId } from './columns.ts'

/** The secret address of a member's calendar; only its SHA-256 is kept. It is looked up before the network is known. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    networkId: networkId(),
    memberId: text('member_id').notNull(),
    hash: text('hash').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.memberId] }), uniqueIndex('calendar_feeds_hash').on(t.hash)],
)
