/** The meeting walked through, its decisions, and its minutes in Postgres. No other file writes these tables. */
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { MinutesContent, WalkedLine } from '../src/model/minutes.ts'
import type { Bilingual, Reader } from '../src/model/people.ts'
import { nextNumber } from './changes.ts'
import type { Database } from './client.ts'
import { decisions, meetingWalks, minutes } from './schema.ts'

export type Walk = typeof meetingWalks.$inferSelect
type DecisionRow = typeof decisions.$inferSelect
export type Decision = Omit<DecisionRow, 'textAr' | 'textEn'> & { text: Bilingual }
export type Minutes = typeof minutes.$inferSelect

// ---- the walk ----

const walkOf = (networkId: string, meetingId: string) => and(eq(meetingWalks.networkId, networkId), eq(meetingWalks.meetingId, meetingId))

export async function walk(db: Database, networkId: string, meetingId: string): Promise<Walk | null> {
  const [row] = await db.select().from(meetingWalks).where(walkOf(networkId, meetingId))
  return row ?? null
}

/** The walk, held until the transaction ends: two coordinators go on one after the other. */
export async function holdWalk(db: Database, networkId: string, meetingId: string): Promise<Walk | null> {
  const [row] = await db.select().from(meetingWalks).where(walkOf(networkId, meetingId)).for('update')
  return row ?? null
}

/** The walk that is under way; of several forgotten ones the latest. */
export async function openWalk(db: Database, networkId: string): Promise<Walk | null> {
  const [row] = await db
    .select()
    .from(meetingWalks)
    .where(and(eq(meetingWalks.networkId, networkId), eq(meetingWalks.state, 'open')))
    .orderBy(desc(meetingWalks.startedAt))
    .limit(1)
  return row ?? null
}

/** Begins a walk; false where one of this meeting stands. */
export async function beginWalk(
  db: Database,
  row: Pick<Walk, 'networkId' | 'meetingId' | 'line' | 'startedAt' | 'startedBy'>,
): Promise<boolean> {
  const made = await db
    .insert(meetingWalks)
    .values({ ...row, lines: [] })
    .onConflictDoNothing()
    .returning({ id: meetingWalks.meetingId })
  return made.length > 0
}

/** Goes on from what stands at `version`, which counts up; null when somebody went on meanwhile, and then nothing is written. */
export async function goOn(
  db: Database,
  w: Pick<Walk, 'networkId' | 'meetingId' | 'version'>,
  set: Partial<Pick<Walk, 'state' | 'line' | 'closedAt' | 'closedBy'>> & { lines?: WalkedLine[] },
): Promise<Walk | null> {
  const [row] = await db
    .update(meetingWalks)
    .set({ ...set, version: w.version + 1 })
    .where(and(walkOf(w.networkId, w.meetingId), eq(meetingWalks.version, w.version)))
    .returning()
  return row ?? null
}

// ---- decisions ----

const ofRow = ({ textAr, textEn, ...row }: DecisionRow): Decision => ({
  ...row,
  text: { ar: textAr ?? undefined, en: textEn ?? undefined },
})
const decisionIs = (networkId: string, id: string) => and(eq(decisions.networkId, networkId), eq(decisions.id, id))

/** What a meeting decided, in the order it was; what was taken out is left out. */
export async function decisionsOf(db: Database, networkId: string, meetingId: string): Promise<Decision[]> {
  const rows = await db
    .select()
    .from(decisions)
    .where(and(eq(decisions.networkId, networkId), eq(decisions.meetingId, meetingId), isNull(decisions.removedAt)))
    .orderBy(asc(decisions.recordedAt), asc(decisions.id))
  return rows.map(ofRow)
}

/** A decision that stands. */
export async function decision(db: Database, networkId: string, id: string): Promise<Decision | null> {
  const [row] = await db
    .select()
    .from(decisions)
    .where(and(decisionIs(networkId, id), isNull(decisions.removedAt)))
  return row ? ofRow(row) : null
}

/** Records a decision; false where the same draft was recorded before. */
export async function decide(
  db: Database,
  { text, ...row }: Pick<Decision, 'networkId' | 'id' | 'meetingId' | 'lineKey' | 'text' | 'recordedAt' | 'recordedBy'>,
): Promise<boolean> {
  const made = await db
    .insert(decisions)
    .values({ ...row, textAr: text.ar ?? null, textEn: text.en ?? null })
    .onConflictDoNothing({ target: [decisions.networkId, decisions.id] })
    .returning({ id: decisions.id })
  return made.length > 0
}

/** Rewords a decision at its version, or takes it out; false when somebody did so meanwhile, and then nothing is written. */
export async function changeDecision(
  db: Database,
  d: Pick<Decision, 'networkId' | 'id' | 'version'>,
  set: { text: Bilingual } | { removedAt: Temporal.Instant },
): Promise<boolean> {
  const done = await db
    .update(decisions)
    .set({ ...('text' in set ? { textAr: set.text.ar ?? null, textEn: set.text.en ?? null } : set), version: d.version + 1 })
    .where(and(decisionIs(d.networkId, d.id), eq(decisions.version, d.version), isNull(decisions.removedAt)))
    .returning({ id: decisions.id })
  return done.length > 0
}

// ---- minutes: no secret in the network, and nothing to anybody outside it ----

/** The present version of a meeting's minutes; null where none are posted, and for whoever holds no role. */
export async function ofMeeting(db: Database, reader: Pick<Reader, 'networkId' | 'roles'>, meetingId: string): Promise<Minutes | null> {
  if (reader.roles.length === 0) return null
  const [row] = await db
    .select()
    .from(minutes)
    .where(and(eq(minutes.networkId, reader.networkId), eq(minutes.meetingId, meetingId)))
    .orderBy(desc(minutes.version))
    .limit(1)
  return row ?? null
}

/** The present versions, the latest meeting first. */
export async function latest(db: Database, reader: Pick<Reader, 'networkId' | 'roles'>, most: number): Promise<Minutes[]> {
  if (reader.roles.length === 0) return []
  const rows = await db
    .selectDistinctOn([minutes.number])
    .from(minutes)
    .where(eq(minutes.networkId, reader.networkId))
    .orderBy(desc(minutes.number), desc(minutes.version))
    .limit(most)
  return rows
}

export async function byNumber(db: Database, reader: Pick<Reader, 'networkId' | 'roles'>, number: number): Promise<Minutes | null> {
  if (reader.roles.length === 0) return null
  const [row] = await db
    .select()
    .from(minutes)
    .where(and(eq(minutes.networkId, reader.networkId), eq(minutes.number, number)))
    .orderBy(desc(minutes.version))
    .limit(1)
  return row ?? null
}

/** Freezes the next version; null where this one stands already, posted by another at the same moment. */
export async function post(
  db: Database,
  what: {
    networkId: string
    meetingId: string
    version: number
    number: number | null
    content: MinutesContent
    at: Temporal.Instant
    by: string
  },
): Promise<Minutes | null> {
  const number = what.number ?? (await nextNumber(db, what.networkId, 'minutes'))
  const [row] = await db
    .insert(minutes)
    .values({
      networkId: what.networkId,
      meetingId: what.meetingId,
      version: what.version,
      number,
      content: what.content,
      postedAt: what.at,
      postedBy: what.by,
    })
    .onConflictDoNothing()
    .returning()
  return row ?? null
}
