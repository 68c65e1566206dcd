/** The addresses of members' calendars. No other file writes this table. */
import { and, eq } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './client.ts'
import { calendarFeeds } from './schema.ts'

const of = (networkId: string, memberId: string) => and(eq(calendarFeeds.networkId, networkId), eq(calendarFeeds.memberId, memberId))

/** A member has one address: a new one takes the place of the old, which leads nowhere from then on. */
export async function put(
  db: Database,
  row: { networkId: string; memberId: string; hash: string; madeAt: Temporal.Instant },
): Promise<void> {
  await db
    .insert(calendarFeeds)
    .values(row)
    .onConflictDoUpdate({ target: [calendarFeeds.networkId, calendarFeeds.memberId], set: { hash: row.hash, madeAt: row.madeAt } })
}

/** When the member's address was made; null where there is none. */
export async function madeAt(db: Database, networkId: string, memberId: string): Promise<Temporal.Instant | null> {
  const [row] = await db.select({ at: calendarFeeds.madeAt }).from(calendarFeeds).where(of(networkId, memberId))
  return row?.at ?? null
}

/** False where there was none. */
export async function revoke(db: Database, networkId: string, memberId: string): Promise<boolean> {
  return (await db.delete(calendarFeeds).where(of(networkId, memberId)).returning({ hash: calendarFeeds.hash })).length > 0
}

/** Whose address has this SHA-256, in whichever network. */
export async function byHash(db: Database, hash: string): Promise<{ networkId: string; memberId: string } | null> {
  const [row] = await db
    .select({ networkId: calendarFeeds.networkId, memberId: calendarFeeds.memberId })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.hash, hash))
  return row ?? null
}
