/** Days on which a member is away and another of their organization stands in. No other file writes this table. */
import { and, asc, eq, gte, inArray, isNull, lte } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './client.ts'
import { absences } from './schema.ts'

export type Absence = typeof absences.$inferSelect

const open = (networkId: string) => and(eq(absences.networkId, networkId), isNull(absences.endedAt))

export async function add(db: Database, row: Omit<Absence, 'endedAt'>): Promise<void> {
  await db.insert(absences).values(row).onConflictDoNothing()
}

export async function byId(db: Database, networkId: string, id: string): Promise<Absence | null> {
  const [row] = await db
    .select()
    .from(absences)
    .where(and(eq(absences.networkId, networkId), eq(absences.id, id)))
  return row ?? null
}

/** What a member has said of their absence that is not over on a day (YYYY-MM-DD); null where nothing. */
export async function ofMember(db: Database, networkId: string, memberId: string, day: string): Promise<Absence | null> {
  const [row] = await db
    .select()
    .from(absences)
    .where(and(open(networkId), eq(absences.memberId, memberId), gte(absences.to, day)))
    .orderBy(asc(absences.from), asc(absences.id))
    .limit(1)
  return row ?? null
}

/** Who of these members is away on a day (YYYY-MM-DD), with whoever stands in for them. */
export async function on(db: Database, networkId: string, memberIds: string[], day: string): Promise<Map<string, string>> {
  if (memberIds.length === 0) return new Map()
  const rows = await db
    .select({ memberId: absences.memberId, delegateId: absences.delegateId })
    .from(absences)
    .where(and(open(networkId), inArray(absences.memberId, memberIds), lte(absences.from, day), gte(absences.to, day)))
    .orderBy(asc(absences.id))
  return new Map(rows.map(r => [r.memberId, r.delegateId]))
}

/** Ends what a member has said of their absence. */
export async function end(db: Database, networkId: string, memberId: string, at: Temporal.Instant): Promise<void> {
  await db
    .update(absences)
    .set({ endedAt: at })
    .where(and(open(networkId), eq(absences.memberId, memberId)))
}
