/** Open conversations in Postgres: one for each account. No other file writes this table. */
import { and, eq, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Account, Language } from '../src/model/people.ts'
import type { Database } from './client.ts'
import { conversations } from './schema.ts'

export type Conversation = { state: unknown; language: Language | null; expiresAt: Temporal.Instant | null }

const of = (networkId: string, account: Account) =>
  and(
    eq(conversations.networkId, networkId),
    eq(conversations.platform, account.platform),
    eq(conversations.space, account.space),
    eq(conversations.user, account.user),
  )

/**
 * Holds an account's conversation until the transaction ends: two messages of one person are worked one after the other, on whichever copy, and the
 * second sees all that the first did. The lock is an advisory one, because a first message has no row yet to lock.
 */
export async function hold(db: Database, account: Account): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${account.platform}/${account.space}/${account.user}`}, 0))`)
}

/** The account's conversation as it stands; hold it first. */
export async function conversation(db: Database, networkId: string, account: Account): Promise<Conversation | null> {
  const [row] = await db.select().from(conversations).where(of(networkId, account))
  return row ? { state: row.state ?? null, language: row.language, expiresAt: row.expiresAt } : null
}

export async function keep(
  db: Database,
  networkId: string,
  account: Account,
  next: { state: unknown; language: Language | null; changedAt: Temporal.Instant; expiresAt: Temporal.Instant | null },
): Promise<void> {
  const set = { state: next.state ?? null, language: next.language, changedAt: next.changedAt, expiresAt: next.expiresAt }
  await db
    .insert(conversations)
    .values({ networkId, platform: account.platform, space: account.space, user: account.user, ...set })
    .onConflictDoUpdate({ target: [conversations.networkId, conversations.platform, conversations.space, conversations.user], set })
}

/** Ends the conversation if nobody touched it since it was given until `now`; true when it did. */
export async function expire(db: Database, networkId: string, account: Account, now: Temporal.Instant): Promise<boolean> {
  const ended = await db
    .update(conversations)
    .set({ state: null, expiresAt: null, changedAt: now })
    .where(
      and(
        of(networkId, account),
        sql`${conversations.expiresAt} <= ${now.toString()}::timestamptz`,
        sql`${conversations.state} is not null`,
      ),
    )
    .returning({ user: conversations.user })
  return ended.length > 0
}
