/** The append-only record of each change, and the numbered series. */
import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './client.ts'
import { changes, counters } from './schema.ts'

export type Change = {
  networkId: string
  id: string
  entity: string
  entityId: string
  at: Temporal.Instant
  memberId: string | null
  forOrganizationId: string | null
  through: string
  delivery: string | null
  action: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

export async function record(db: Database, change: Change): Promise<void> {
  await db.insert(changes).values(change)
}

/** Changes of one thing, newest first. */
export async function of(
  db: Database,
  networkId: string,
  entity: string,
  entityId: string,
  most = 50,
): Promise<(Change & { seq: number })[]> {
  return db
    .select()
    .from(changes)
    .where(and(eq(changes.networkId, networkId), eq(changes.entity, entity), eq(changes.entityId, entityId)))
    .orderBy(desc(changes.seq))
    .limit(most)
}

/** Changes of several things of a kind, each thing's in the order they were made. */
export async function ofSeveral(db: Database, networkId: string, entity: string, ids: readonly string[]): Promise<Map<string, Change[]>> {
  const out = new Map<string, Change[]>()
  if (ids.length === 0) return out
  const rows = await db
    .select()
    .from(changes)
    .where(and(eq(changes.networkId, networkId), eq(changes.entity, entity), inArray(changes.entityId, [...ids])))
    .orderBy(changes.seq)
  for (const row of rows) out.set(row.entityId, [...(out.get(row.entityId) ?? []), row])
  return out
}

/** Changes of a kind of thing after an instant, newest first. */
export async function since(
  db: Database,
  networkId: string,
  entity: string,
  after: Temporal.Instant,
): Promise<(Change & { seq: number })[]> {
  return db
    .select()
    .from(changes)
    .where(and(eq(changes.networkId, networkId), eq(changes.entity, entity), gt(changes.at, after)))
    .orderBy(desc(changes.seq))
}

/** The things of a kind to which something was done at exactly this instant (ISO), in the order it was done. */
export async function entitiesAt(db: Database, networkId: string, what: { entity: string; action: string; at: string }): Promise<string[]> {
  const rows = await db
    .select({ entityId: changes.entityId })
    .from(changes)
    .where(
      and(
        eq(changes.networkId, networkId),
        eq(changes.entity, what.entity),
        eq(changes.action, what.action),
        sql`${changes.at} = ${what.at}::timestamptz`,
      ),
    )
    .orderBy(changes.seq)
  return rows.map(r => r.entityId)
}

/** The next number of a series, from 1, or the first of as many as are taken at once; never given twice, gaps where a transaction was undone do not occur because it is in that transaction. */
export async function nextNumber(db: Database, networkId: string, series: string, count = 1): Promise<number> {
  const [row] = await db
    .insert(counters)
    .values({ networkId, series, value: count })
    .onConflictDoUpdate({ target: [counters.networkId, counters.series], set: { value: sql`${counters.value} + ${count}` } })
    .returning({ value: counters.value })
  if (!row) throw new Error(`no number of ${series}`)
  return row.value - count + 1
}
