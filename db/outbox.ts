/** What was promised to be sent, until it is, and where it stands afterwards. No other file writes this table. */
import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, lte, max, or, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { CardRef, Place } from '../src/model/incoming.ts'
import type { Account } from '../src/model/people.ts'
import type { View } from '../src/model/view.ts'
import type { Database } from './client.ts'
import { outbox } from './schema.ts'

export type Promised = typeof outbox.$inferSelect
export type NewPromise = {
  networkId: string
  id: string
  op: 'send' | 'update'
  platform: Account['platform']
  space: string
  user: string | null
  memberId: string | null
  place: Place | null
  onlyTo: string | null
  view: View
  subject: string | null
  dedupe: string | null
  notBefore: Temporal.Instant
  card: CardRef | null
  follows?: string | null
  promisedAt: Temporal.Instant
  /** An answer is sent by the copy that made it, which holds it until this instant of the machine's clock; null leaves it to the queue. */
  leaseUntil: Temporal.Instant | null
}

const of = (networkId: string, id: string) => and(eq(outbox.networkId, networkId), eq(outbox.id, id))

/** Promises a message, and returns it as it stands; null when the same promise (its `dedupe`) was made before. */
export async function promise(db: Database, row: NewPromise): Promise<Promised | null> {
  const made = await db
    .insert(outbox)
    .values({ ...row, state: row.leaseUntil ? 'sending' : 'waiting' })
    .onConflictDoNothing()
    // The view is not read back: it is most of the row, and known.
    .returning({ seq: outbox.seq, state: outbox.state, attempts: outbox.attempts, sentAt: outbox.sentAt, failure: outbox.failure })
  return made[0] ? { ...row, follows: row.follows ?? null, ...made[0] } : null
}

/**
 * Takes a promise for sending. The lease is on the machine's clock: a copy that dies between taking and sending leaves it to another after the lease,
 * which is the only case in which a second delivery is possible.
 */
export async function claim(
  db: Database,
  networkId: string,
  id: string,
  now: Temporal.Instant,
  leaseUntil: Temporal.Instant,
): Promise<Promised | null> {
  const [row] = await db
    .update(outbox)
    .set({ state: 'sending', leaseUntil, attempts: sql`${outbox.attempts} + 1` })
    .where(and(of(networkId, id), or(eq(outbox.state, 'waiting'), and(eq(outbox.state, 'sending'), lte(outbox.leaseUntil, now)))))
    .returning()
  return row ?? null
}

export async function settled(
  db: Database,
  networkId: string,
  id: string,
  to: {
    state: 'waiting' | 'sent' | 'gone' | 'refused' | 'dropped'
    card?: CardRef | null
    sentAt?: Temporal.Instant
    notBefore?: Temporal.Instant
    failure?: string
    view?: View
  },
): Promise<void> {
  await db
    .update(outbox)
    .set({
      state: to.state,
      leaseUntil: null,
      ...(to.card ? { card: to.card } : {}),
      ...(to.sentAt ? { sentAt: to.sentAt } : {}),
      ...(to.notBefore ? { notBefore: to.notBefore } : {}),
      failure: to.failure ?? null,
      ...(to.view ? { view: to.view } : {}),
    })
    .where(of(networkId, id))
}

/** Open promises whose moment has come, oldest first: what a crash or a lost job left behind. */
export async function open(
  db: Database,
  networkId: string,
  networkNow: Temporal.Instant,
  now: Temporal.Instant,
  most: number,
): Promise<{ id: string }[]> {
  return db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.networkId, networkId),
        lte(outbox.notBefore, networkNow),
        or(eq(outbox.state, 'waiting'), and(eq(outbox.state, 'sending'), lte(outbox.leaseUntil, now))),
      ),
    )
    .orderBy(asc(outbox.seq))
    .limit(most)
}

/**
 * Copies of a card, everybody's or one member's, so that a decision reaches every one of them: those that stand somewhere, those that are being sent
 * and those that wait to be.
 */
export async function copies(db: Database, networkId: string, subject: string, memberId?: string): Promise<Promised[]> {
  return db
    .select()
    .from(outbox)
    .where(
      and(
        eq(outbox.networkId, networkId),
        eq(outbox.subject, subject),
        eq(outbox.op, 'send'),
        or(inArray(outbox.state, ['waiting', 'sending']), and(eq(outbox.state, 'sent'), isNotNull(outbox.card))),
        memberId === undefined ? undefined : eq(outbox.memberId, memberId),
      ),
    )
    .orderBy(asc(outbox.seq))
}

/** A copy that was not sent yet says something else, or is let go; false where it is being sent meanwhile. */
export async function instead(db: Database, networkId: string, id: string, set: { view: View } | { state: 'dropped' }): Promise<boolean> {
  const changed = await db
    .update(outbox)
    .set(set)
    .where(and(of(networkId, id), eq(outbox.state, 'waiting')))
    .returning({ id: outbox.id })
  return changed.length > 0
}

/** How a promise stands that another follows. */
export async function stateOf(db: Database, networkId: string, id: string): Promise<Pick<Promised, 'state' | 'card' | 'place'> | null> {
  const [row] = await db.select({ state: outbox.state, card: outbox.card, place: outbox.place }).from(outbox).where(of(networkId, id))
  return row ?? null
}

/**
 * The cards of a subject that stand somewhere with a button whose name begins so, each as it was last promised. A draft that is talked about for long
 * has hundreds of cards, and all but the last have lost their buttons: they are left where they are.
 */
export async function withButtons(
  db: Database,
  networkId: string,
  subject: string,
  name: string,
): Promise<(Promised & { card: CardRef })[]> {
  const about = and(eq(outbox.networkId, networkId), eq(outbox.subject, subject), isNotNull(outbox.card))
  const [place, id] = [sql`${outbox.card} ->> 'place'`, sql`${outbox.card} ->> 'id'`]
  const last = db
    .selectDistinctOn([place, id], { seq: outbox.seq })
    .from(outbox)
    .where(about)
    .orderBy(place, id, desc(outbox.seq))
    .as('last')
  const rows = await db
    .select(getTableColumns(outbox))
    .from(outbox)
    .innerJoin(last, eq(last.seq, outbox.seq))
    .where(
      and(
        about,
        sql`exists (select from jsonb_path_query(${outbox.view}, '$.parts[*].actions[*].press.name') name where starts_with(name #>> '{}', ${name}))`,
      ),
    )
    .orderBy(asc(outbox.seq))
  return rows.flatMap(row => (row.card ? [{ ...row, card: row.card }] : []))
}

/**
 * Cards of a subject that stand somewhere and will not change any more are about nothing from now on: what is talked about for long would gather
 * hundreds that every turn had to look through. The newest promise of the card `but` stays.
 */
export async function release(db: Database, networkId: string, subject: string, but: CardRef | null): Promise<void> {
  const about = and(eq(outbox.networkId, networkId), eq(outbox.subject, subject), isNotNull(outbox.card))
  const same = but && and(sql`${outbox.card} ->> 'place' = ${but.place}`, sql`${outbox.card} ->> 'id' = ${but.id}`)
  const newest =
    same &&
    db
      .select({ seq: max(outbox.seq) })
      .from(outbox)
      .where(and(about, same))
  await db
    .update(outbox)
    .set({ subject: null })
    .where(and(about, newest ? sql`${outbox.seq} is distinct from (${newest})` : undefined))
}

const toAccount = (networkId: string, { platform, space, user }: Account) =>
  and(eq(outbox.networkId, networkId), eq(outbox.platform, platform), eq(outbox.space, space), eq(outbox.user, user))

/** What an account gets no more of: everything waiting for it. */
export async function dropFor(db: Database, networkId: string, account: Account): Promise<void> {
  await db
    .update(outbox)
    .set({ state: 'gone' })
    .where(and(toAccount(networkId, account), eq(outbox.state, 'waiting')))
}

/** Whether anything was ever promised to an account. */
export async function everWritten(db: Database, networkId: string, account: Account): Promise<boolean> {
  const rows = await db.select({ id: outbox.id }).from(outbox).where(toAccount(networkId, account)).limit(1)
  return rows.length > 0
}

/** What an account was sent, newest first, for the local chat's history. */
export async function sentTo(db: Database, networkId: string, account: Account, most: number): Promise<Promised[]> {
  return db
    .select()
    .from(outbox)
    .where(and(toAccount(networkId, account), eq(outbox.state, 'sent')))
    .orderBy(desc(outbox.seq))
    .limit(most)
}

/** Takes a promise that is settled out; false while it still waits or is being sent. */
export async function letGo(db: Database, networkId: string, id: string): Promise<boolean> {
  const row = await stateOf(db, networkId, id)
  if (row?.state === 'waiting' || row?.state === 'sending') return false
  await db.delete(outbox).where(of(networkId, id))
  return true
}
