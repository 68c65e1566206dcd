/** Questions put to people, until they are answered. No other file writes this table. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './client.ts'
import { asks } from './schema.ts'

export type Ask = typeof asks.$inferSelect
export type NewAsk = Pick<Ask, 'networkId' | 'id' | 'kind' | 'subject' | 'asked' | 'askedId' | 'askedAt' | 'expiresAt'>

const of = (networkId: string, id: string) => and(eq(asks.networkId, networkId), eq(asks.id, id))

/** Puts a question; null where the same one is open to the same people. */
export async function add(db: Database, row: NewAsk): Promise<Ask | null> {
  const [made] = await db.insert(asks).values(row).onConflictDoNothing().returning()
  return made ?? null
}

export async function byId(db: Database, networkId: string, id: string): Promise<Ask | null> {
  const [row] = await db.select().from(asks).where(of(networkId, id))
  return row ?? null
}

/** Every question of a kind about a subject, in the order they were put. `subject` may hold % for any text. */
export const about = (db: Database, networkId: string, kind: string, subject: string): Promise<Ask[]> =>
  db
    .select()
    .from(asks)
    .where(
      and(
        eq(asks.networkId, networkId),
        eq(asks.kind, kind),
        subject.includes('%') ? sql`${asks.subject} like ${subject}` : eq(asks.subject, subject),
      ),
    )
    .orderBy(asc(asks.askedAt), asc(asks.id))

/** Answers an open one, or lets it expire; false where somebody was first. */
export async function settle(
  db: Database,
  networkId: string,
  id: string,
  set: {
    state: 'answered' | 'expired'
    answer: string | null
    note: string | null
    answeredBy: string | null
    answeredAt: Temporal.Instant
  },
): Promise<boolean> {
  const done = await db
    .update(asks)
    .set(set)
    .where(and(of(networkId, id), eq(asks.state, 'open')))
    .returning({ id: asks.id })
  return done.length > 0
}

export async function expireAt(db: Database, networkId: string, id: string, expiresAt: Temporal.Instant): Promise<void> {
  await db
    .update(asks)
    .set({ expiresAt })
    .where(and(of(networkId, id), eq(asks.state, 'open')))
}
