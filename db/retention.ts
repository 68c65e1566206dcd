/** What is not needed any more is let go of: messages that were sent, conversations that nobody goes on with, people who never joined. The clock calls it daily. */
import { and, eq, exists, isNotNull, isNull, lt, lte, ne, not, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Temporal } from 'temporal-polyfill'
import type { Keep } from '../src/model/settings.ts'
import type { Database } from './client.ts'
import { accounts, conversations, joinRequests, outbox } from './schema.ts'

/** Lets go of what is older than a network keeps, counted in days before its own present. */
export async function letGo(db: Database, networkId: string, now: Temporal.Instant, keep: Keep): Promise<void> {
  const before = (days: number): Temporal.Instant => now.subtract({ hours: 24 * days })
  const later = alias(outbox, 'later')
  // A change of a card that still waits for that card's address.
  const followed = exists(
    db
      .select({ one: sql`1` })
      .from(later)
      .where(and(eq(later.networkId, networkId), eq(later.follows, outbox.id), sql`${later.state} in ('waiting', 'sending')`)),
  )
  // What a decision may still change: the sent cards that are known by what they are about.
  const mayChange: SQL | undefined = and(
    isNotNull(outbox.subject),
    isNotNull(outbox.card),
    sql`${outbox.promisedAt} > ${before(keep.cardDays).toString()}`,
  )
  await db
    .delete(outbox)
    .where(
      and(
        eq(outbox.networkId, networkId),
        notInArray(outbox.state, ['waiting', 'sending']),
        lt(outbox.promisedAt, before(keep.messageDays)),
        sql`not coalesce(${mayChange}, false)`,
        not(followed),
      ),
    )
  await db
    .delete(conversations)
    .where(
      and(
        eq(conversations.networkId, networkId),
        lt(conversations.changedAt, before(keep.idleDays)),
        or(isNull(conversations.state), isNull(conversations.expiresAt), lte(conversations.expiresAt, now)),
      ),
    )
  await db
    .delete(joinRequests)
    .where(
      and(eq(joinRequests.networkId, networkId), ne(joinRequests.state, 'open'), lt(joinRequests.decidedAt, before(keep.strangerDays))),
    )
  const waiting = exists(
    db
      .select({ one: sql`1` })
      .from(joinRequests)
      .where(
        and(
          eq(joinRequests.networkId, networkId),
          eq(joinRequests.platform, accounts.platform),
          eq(joinRequests.space, accounts.space),
          eq(joinRequests.user, accounts.user),
        ),
      ),
  )
  await db
    .delete(accounts)
    .where(
      and(eq(accounts.networkId, networkId), isNull(accounts.memberId), lt(accounts.lastUsedAt, before(keep.strangerDays)), not(waiting)),
    )
}
