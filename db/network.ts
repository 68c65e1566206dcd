/** Holidays, Hijri shifts, requests to join and setup codes. No other file writes these tables, but the sample's loader. */
import { and, asc, eq, gt, gte, isNull, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Account } from '../src/model/people.ts'
import type { Database } from './client.ts'
import { hijriShifts, holidays, joinRequests, setupCodes } from './schema.ts'

// ---- holidays ----

export type Holiday = typeof holidays.$inferSelect

/** Holidays that have not ended before a day (YYYY-MM-DD), in order. */
export async function holidaysFrom(db: Database, networkId: string, day: string): Promise<Holiday[]> {
  return db
    .select()
    .from(holidays)
    .where(and(eq(holidays.networkId, networkId), gte(holidays.to, day)))
    .orderBy(asc(holidays.from), asc(holidays.id))
}

export async function holiday(db: Database, networkId: string, id: string): Promise<Holiday | null> {
  const [row] = await db
    .select()
    .from(holidays)
    .where(and(eq(holidays.networkId, networkId), eq(holidays.id, id)))
  return row ?? null
}

/** Adds holidays; one whose id stands already is left as it is. Returns how many are new. */
export async function addHolidays(db: Database, rows: Holiday[]): Promise<number> {
  if (rows.length === 0) return 0
  return (await db.insert(holidays).values(rows).onConflictDoNothing().returning({ id: holidays.id })).length
}

/** Takes a holiday away; null when it was gone already. */
export async function removeHoliday(db: Database, networkId: string, id: string): Promise<Holiday | null> {
  const [row] = await db
    .delete(holidays)
    .where(and(eq(holidays.networkId, networkId), eq(holidays.id, id)))
    .returning()
  return row ?? null
}

export async function moveHoliday(db: Database, networkId: string, id: string, to: { from: string; to: string }): Promise<void> {
  await db
    .update(holidays)
    .set(to)
    .where(and(eq(holidays.networkId, networkId), eq(holidays.id, id)))
}

/** By how many days a Hijri month ('YYYY-MM') is moved; 0 leaves no row. */
export async function setHijriShift(db: Database, networkId: string, month: string, days: number): Promise<void> {
  if (days === 0) {
    await db.delete(hijriShifts).where(and(eq(hijriShifts.networkId, networkId), eq(hijriShifts.month, month)))
    return
  }
  await db
    .insert(hijriShifts)
    .values({ networkId, month, days })
    .onConflictDoUpdate({ target: [hijriShifts.networkId, hijriShifts.month], set: { days } })
}

// ---- requests to join ----

export type JoinRequest = typeof joinRequests.$inferSelect
export type NewJoinRequest = typeof joinRequests.$inferInsert

/** Keeps a request; false when this account has an open one already, or this very one was kept before. */
export async function addJoinRequest(db: Database, row: NewJoinRequest): Promise<boolean> {
  return (await db.insert(joinRequests).values(row).onConflictDoNothing().returning({ id: joinRequests.id })).length > 0
}

export async function openJoinRequest(db: Database, networkId: string, account: Account): Promise<JoinRequest | null> {
  const [row] = await db
    .select()
    .from(joinRequests)
    .where(
      and(
        eq(joinRequests.networkId, networkId),
        eq(joinRequests.platform, account.platform),
        eq(joinRequests.space, account.space),
        eq(joinRequests.user, account.user),
        eq(joinRequests.state, 'open'),
      ),
    )
  return row ?? null
}

/** Open requests, oldest first. */
export async function openJoinRequests(db: Database, networkId: string): Promise<JoinRequest[]> {
  return db
    .select()
    .from(joinRequests)
    .where(and(eq(joinRequests.networkId, networkId), eq(joinRequests.state, 'open')))
    .orderBy(asc(joinRequests.askedAt), asc(joinRequests.id))
}

/** The request, held until the transaction ends: two people deciding at once decide one after the other. */
export async function holdJoinRequest(db: Database, networkId: string, id: string): Promise<JoinRequest | null> {
  const [row] = await db
    .select()
    .from(joinRequests)
    .where(and(eq(joinRequests.networkId, networkId), eq(joinRequests.id, id)))
    .for('update')
  return row ?? null
}

export async function decideJoinRequest(
  db: Database,
  networkId: string,
  id: string,
  to: { state: 'accepted' | 'declined'; organizationId?: string; decidedAt: Temporal.Instant; decidedBy: string | null },
): Promise<void> {
  await db
    .update(joinRequests)
    .set(to)
    .where(and(eq(joinRequests.networkId, networkId), eq(joinRequests.id, id)))
}

// ---- setup codes ----

export type SetupCode = typeof setupCodes.$inferSelect

/** Two copies of the bot, or the bot and the setup-code program, prepare a first network one after the other. Held until the transaction ends. */
export async function holdSetup(db: Database): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended('munassiq/setup', 0))`)
}

export async function addSetupCode(
  db: Database,
  row: { hash: string; networkId: string; createdAt: Temporal.Instant; expiresAt: Temporal.Instant },
) {
  await db.insert(setupCodes).values(row)
}

/** The code, whatever became of it. Found before the network is known. */
export async function setupCode(db: Database, hash: string): Promise<SetupCode | null> {
  const [row] = await db.select().from(setupCodes).where(eq(setupCodes.hash, hash))
  return row ?? null
}

/** Uses a code up; false when somebody else did in the meantime, or its time is over. */
export async function useSetupCode(db: Database, hash: string, at: Temporal.Instant, by: string): Promise<boolean> {
  const used = await db
    .update(setupCodes)
    .set({ usedAt: at, usedBy: by })
    .where(and(eq(setupCodes.hash, hash), isNull(setupCodes.usedAt), gt(setupCodes.expiresAt, at)))
    .returning({ hash: setupCodes.hash })
  return used.length > 0
}
