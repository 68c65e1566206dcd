/** Moments that people see, as rows: what falls due, and when. No other file writes this table. */
import { and, asc, eq, isNull, like, lte, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './client.ts'
import { due } from './schema.ts'

export type Due = { kind: string; subject: string; at: Temporal.Instant }

const of = (networkId: string, kind: string, subject: string) =>
  and(eq(due.networkId, networkId), eq(due.kind, kind), eq(due.subject, subject))

/** Sets the moment of a kind and subject; a row that was done for another moment is open again. */
export async function set(db: Database, networkId: string, row: Due): Promise<void> {
  await db
    .insert(due)
    .values({ networkId, ...row })
    .onConflictDoUpdate({
      target: [due.networkId, due.kind, due.subject],
      set: { at: row.at, doneAt: sql`case when ${due.at} = excluded.at then ${due.doneAt} end`, attempts: 0, failure: null },
    })
}

/** Nothing falls due for it any more. `subject` may be a beginning, ending in %. */
export async function clear(db: Database, networkId: string, kind: string, subject: string): Promise<void> {
  await db
    .delete(due)
    .where(
      and(
        eq(due.networkId, networkId),
        eq(due.kind, kind),
        subject.endsWith('%') ? like(due.subject, subject) : eq(due.subject, subject),
        isNull(due.doneAt),
      ),
    )
}

/** The next row due at or before `until`, held; rows another copy holds are passed over. */
export async function next(db: Database, networkId: string, until: Temporal.Instant): Promise<Due | null> {
  const [row] = await db
    .select({ kind: due.kind, subject: due.subject, at: due.at })
    .from(due)
    .where(and(eq(due.networkId, networkId), isNull(due.doneAt), lte(due.at, until), sql`${due.attempts} < 5`))
    .orderBy(asc(due.at), asc(due.kind), asc(due.subject))
    .limit(1)
    .for('update', { skipLocked: true })
  return row ?? null
}

/** When it falls due; null where it does not. */
export async function at(db: Database, networkId: string, kind: string, subject: string): Promise<Temporal.Instant | null> {
  const [row] = await db
    .select({ at: due.at })
    .from(due)
    .where(and(of(networkId, kind, subject), isNull(due.doneAt)))
  return row?.at ?? null
}

/** The earliest open moment, without taking it; null when there is none. */
export async function earliest(db: Database, networkId: string, kind?: string): Promise<Temporal.Instant | null> {
  const [row] = await db
    .select({ at: due.at })
    .from(due)
    .where(and(eq(due.networkId, networkId), isNull(due.doneAt), kind ? eq(due.kind, kind) : undefined))
    .orderBy(asc(due.at))
    .limit(1)
  return row?.at ?? null
}

export async function done(db: Database, networkId: string, kind: string, subject: string, at: Temporal.Instant): Promise<void> {
  await db
    .update(due)
    .set({ doneAt: at, failure: null })
    .where(of(networkId, kind, subject))
}

/** Counts a failed try of a row; five of them leave it for a person to look at. */
export async function failed(db: Database, networkId: string, kind: string, subject: string, failure: string): Promise<void> {
  await db
    .update(due)
    .set({ attempts: sql`${due.attempts} + 1`, failure })
    .where(of(networkId, kind, subject))
}

/** Open rows of a kind, in order. */
export async function openOf(db: Database, networkId: string, kind: string, subject: string): Promise<Due[]> {
  return db
    .select({ kind: due.kind, subject: due.subject, at: due.at })
    .from(due)
    .where(and(eq(due.networkId, networkId), eq(due.kind, kind), like(due.subject, subject), isNull(due.doneAt)))
    .orderBy(asc(due.at))
}
