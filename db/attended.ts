/** Who came to the sessions of a workshop, and what people thought of it, in Postgres. No other file writes these tables. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Attended, Feedback } from '../src/model/training.ts'
import type { Database } from './client.ts'
import { workshopAttendance, workshopFeedback, workshopFeedbackTokens } from './schema.ts'

/** Keeps who came to a session; said again, the last word counts. */
export async function mark(
  db: Database,
  networkId: string,
  what: { workshopId: string; session: number; markedAt: Temporal.Instant; markedBy: string },
  people: readonly { memberId: string; came: boolean }[],
): Promise<void> {
  if (people.length === 0) return
  await db
    .insert(workshopAttendance)
    .values(people.map(p => ({ networkId, ...what, ...p })))
    .onConflictDoUpdate({
      target: [workshopAttendance.networkId, workshopAttendance.workshopId, workshopAttendance.session, workshopAttendance.memberId],
      set: { came: sql`excluded.came`, markedAt: what.markedAt, markedBy: what.markedBy },
    })
}

/** Who came to which session of some workshops. */
export async function attendanceOf(db: Database, networkId: string, ids: readonly string[]): Promise<Attended[]> {
  if (ids.length === 0) return []
  return db
    .select({
      workshopId: workshopAttendance.workshopId,
      session: workshopAttendance.session,
      memberId: workshopAttendance.memberId,
      came: workshopAttendance.came,
    })
    .from(workshopAttendance)
    .where(and(eq(workshopAttendance.networkId, networkId), inArray(workshopAttendance.workshopId, [...ids])))
    .orderBy(asc(workshopAttendance.workshopId), asc(workshopAttendance.session), asc(workshopAttendance.memberId))
}

export async function giveToken(db: Database, networkId: string, workshopId: string, token: string): Promise<void> {
  await db.insert(workshopFeedbackTokens).values({ networkId, workshopId, token })
}

export async function tokenStands(db: Database, networkId: string, workshopId: string, token: string): Promise<boolean> {
  const rows = await db
    .select({ token: workshopFeedbackTokens.token })
    .from(workshopFeedbackTokens)
    .where(tokenIs(networkId, workshopId, token))
  return rows.length > 0
}

const tokenIs = (networkId: string, workshopId: string, token: string) =>
  and(
    eq(workshopFeedbackTokens.networkId, networkId),
    eq(workshopFeedbackTokens.workshopId, workshopId),
    eq(workshopFeedbackTokens.token, token),
  )

/** Keeps an answer for a mark that was not spent, which is gone then; false where there is none. */
export async function giveFeedback(
  db: Database,
  networkId: string,
  workshopId: string,
  token: string,
  answer: Feedback & { id: string; on: string },
): Promise<boolean> {
  const spent = await db
    .delete(workshopFeedbackTokens)
    .where(tokenIs(networkId, workshopId, token))
    .returning({ token: workshopFeedbackTokens.token })
  if (spent.length === 0) return false
  await db.insert(workshopFeedback).values({ networkId, workshopId, ...answer })
  return true
}

/** What people thought of a workshop, in an order that only chance made: that of the ids. */
export async function feedbackOf(db: Database, networkId: string, workshopId: string): Promise<Feedback[]> {
  return db
    .select({ useful: workshopFeedback.useful, trainer: workshopFeedback.trainer, better: workshopFeedback.better })
    .from(workshopFeedback)
    .where(and(eq(workshopFeedback.networkId, networkId), eq(workshopFeedback.workshopId, workshopId)))
    .orderBy(sql`md5(${workshopFeedback.id})`)
}
