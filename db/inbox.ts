/** What came in, stored before it is acknowledged. No other file writes this table. */
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Reply } from '../src/model/inbox.ts'
import type { DeliveryKey, Incoming } from '../src/model/incoming.ts'
import type { Database } from './client.ts'
import { inbox } from './schema.ts'

const of = (key: DeliveryKey) => and(eq(inbox.platform, key.platform), eq(inbox.space, key.space), eq(inbox.delivery, key.delivery))

/** Stores a delivery; false when it was stored before. */
export async function store(db: Database, incoming: Incoming, at: Temporal.Instant): Promise<boolean> {
  const rows = await db
    .insert(inbox)
    .values({ platform: incoming.account.platform, space: incoming.account.space, delivery: incoming.delivery, incoming, receivedAt: at })
    .onConflictDoNothing()
    .returning({ delivery: inbox.delivery })
  return rows.length > 0
}

/** The delivery, held until the transaction ends. A second worker waits, and then finds it done. Null when it was never stored. */
export async function hold(
  db: Database,
  key: DeliveryKey,
): Promise<{ incoming: Incoming | null; done: boolean; reply: Reply | null } | null> {
  const [row] = await db.select().from(inbox).where(of(key)).for('update')
  return row ? { incoming: row.incoming, done: row.doneAt !== null, reply: row.reply } : null
}

/** Marks it done, in the transaction of its work. What the person wrote is not kept here afterwards. */
export async function done(db: Database, key: DeliveryKey, at: Temporal.Instant, reply: Reply | null, keepText: boolean): Promise<void> {
  await db
    .update(inbox)
    .set({ doneAt: at, reply, failure: null, ...(keepText ? {} : { incoming: null }) })
    .where(of(key))
}

/** Whether the text of a message of the local chat is kept. */
export async function keepsText(db: Database, { platform, space }: DeliveryKey, message: string | undefined): Promise<boolean> {
  const rows = await db
    .select({ delivery: inbox.delivery })
    .from(inbox)
    .where(
      and(
        eq(inbox.platform, platform),
        eq(inbox.space, space),
        sql`${inbox.incoming} -> 'content' ->> 'message' = ${message ?? ''}`,
        sql`${inbox.incoming} -> 'content' ->> 'kind' = 'text'`,
      ),
    )
    .limit(1)
  return rows.length > 0
}

/** Counts a failed try; after `most` of them it is left alone: why it failed stays, for a person to look at, and what was written goes. */
export async function failed(db: Database, key: DeliveryKey, at: Temporal.Instant, failure: string, most: number): Promise<void> {
  await db
    .update(inbox)
    .set({
      attempts: sql`${inbox.attempts} + 1`,
      failure,
      doneAt: sql`case when ${inbox.attempts} + 1 >= ${most} then ${at.toString()}::timestamptz end`,
      incoming: sql`case when ${inbox.attempts} + 1 < ${most} then ${inbox.incoming} end`,
    })
    .where(and(of(key), isNull(inbox.doneAt)))
}

/** Deliveries that were stored before `before` and never finished: a crash came between. Oldest first. */
export async function unfinished(db: Database, before: Temporal.Instant, most: number): Promise<DeliveryKey[]> {
  return db
    .select({ platform: inbox.platform, space: inbox.space, delivery: inbox.delivery })
    .from(inbox)
    .where(and(isNull(inbox.doneAt), lt(inbox.receivedAt, before)))
    .orderBy(inbox.receivedAt)
    .limit(most)
}

/** Lets go of done deliveries older than `before`: platforms repeat within minutes, and we keep them far longer. */
export async function forget(db: Database, before: Temporal.Instant): Promise<void> {
  await db.delete(inbox).where(and(lt(inbox.doneAt, before)))
}

/** What a person wrote in private, for the local chat's history: newest first. */
export async function texts(
  db: Database,
  space: string,
  user: string,
  most: number,
): Promise<{ delivery: string; incoming: Incoming; at: Temporal.Instant }[]> {
  const rows = await db
    .select({ delivery: inbox.delivery, incoming: inbox.incoming, at: inbox.receivedAt })
    .from(inbox)
    .where(
      and(
        eq(inbox.platform, 'web'),
        eq(inbox.space, space),
        sql`${inbox.incoming} -> 'account' ->> 'user' = ${user}`,
        sql`${inbox.incoming} -> 'content' ->> 'kind' in ('text', 'edited')`,
      ),
    )
    .orderBy(sql`${inbox.receivedAt} desc`)
    .limit(most)
  return rows.flatMap(r => (r.incoming ? [{ delivery: r.delivery, incoming: r.incoming, at: r.at }] : []))
}
