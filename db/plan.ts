/** Priorities with their key messages, and editions: what was frozen, and what of it a reader may see. No other file writes these tables, but the sample's loader. */
import { and, asc, desc, eq, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Bilingual, Reader } from '../src/model/people.ts'
import type { Month } from '../src/model/window.ts'
import { visibleTo } from './activities.ts'
import type { Database } from './client.ts'
import { activities, activityPartners, editionPriorities, editionRows, editions, keyMessages, priorities } from './schema.ts'

/** What the centre wants heard in a month. `rank` counts from 1 within the month. */
export type Priority = {
  id: string
  month: Month
  rank: number
  title: Bilingual
  narrative: Bilingual
  messages: Bilingual[]
  active: boolean
  changedAt: Temporal.Instant
}

const bilingual = (ar: string | null, en: string | null): Bilingual => ({ ar: ar ?? undefined, en: en ?? undefined })

async function withMessages(db: Database, networkId: string, rows: (typeof priorities.$inferSelect)[]): Promise<Priority[]> {
  if (rows.length === 0) return []
  const said = await db
    .select()
    .from(keyMessages)
    .where(
      and(
        eq(keyMessages.networkId, networkId),
        inArray(
          keyMessages.priorityId,
          rows.map(r => r.id),
        ),
      ),
    )
    .orderBy(asc(keyMessages.position), asc(keyMessages.id))
  return rows.map(r => ({
    id: r.id,
    month: r.month,
    rank: r.rank,
    title: bilingual(r.titleAr, r.titleEn),
    narrative: bilingual(r.narrativeAr, r.narrativeEn),
    messages: said.filter(m => m.priorityId === r.id).map(m => bilingual(m.textAr, m.textEn)),
    active: r.active,
    changedAt: r.changedAt,
  }))
}

/** The priorities of some months, by month and rank. Everybody of the network may see them; whoever holds no role sees none. */
export async function prioritiesOf(db: Database, reader: Reader, months: Month[]): Promise<Priority[]> {
  if (reader.roles.length === 0 || months.length === 0) return []
  const rows = await db
    .select()
    .from(priorities)
    .where(and(eq(priorities.networkId, reader.networkId), inArray(priorities.month, months), eq(priorities.active, true)))
    .orderBy(asc(priorities.month), asc(priorities.rank), asc(priorities.id))
  return withMessages(db, reader.networkId, rows)
}

/** A priority, removed ones included. */
export async function priority(db: Database, reader: Reader, id: string): Promise<Priority | null> {
  if (reader.roles.length === 0) return null
  const rows = await db
    .select()
    .from(priorities)
    .where(and(eq(priorities.networkId, reader.networkId), eq(priorities.id, id)))
  return (await withMessages(db, reader.networkId, rows))[0] ?? null
}

/** The key messages of a priority with their ids, in their order. */
export async function keyMessagesOf(db: Database, reader: Reader, priorityId: string): Promise<{ id: string; text: Bilingual }[]> {
  if (reader.roles.length === 0) return []
  const rows = await db
    .select()
    .from(keyMessages)
    .where(and(eq(keyMessages.networkId, reader.networkId), eq(keyMessages.priorityId, priorityId)))
    .orderBy(asc(keyMessages.position), asc(keyMessages.id))
  return rows.map(r => ({ id: r.id, text: bilingual(r.textAr, r.textEn) }))
}

export type PriorityText = { month: Month; title: Bilingual; narrative: Bilingual; messages: Bilingual[] }

const columns = (text: PriorityText) => ({
  month: text.month,
  titleAr: text.title.ar ?? null,
  titleEn: text.title.en ?? null,
  narrativeAr: text.narrative.ar ?? null,
  narrativeEn: text.narrative.en ?? null,
})

async function putMessages(db: Database, networkId: string, priorityId: string, messages: Bilingual[]): Promise<void> {
  await db.delete(keyMessages).where(and(eq(keyMessages.networkId, networkId), eq(keyMessages.priorityId, priorityId)))
  if (messages.length === 0) return
  await db.insert(keyMessages).values(
    messages.map((m, position) => ({
      networkId,
      id: `${priorityId}.${position + 1}`,
      priorityId,
      position,
      textAr: m.ar ?? null,
      textEn: m.en ?? null,
    })),
  )
}

/** Adds a priority at the end of its month; false when one with this id stands already (the same draft or copy, sent twice). */
export async function addPriority(db: Database, networkId: string, id: string, text: PriorityText, at: Temporal.Instant): Promise<boolean> {
  const made = await db
    .insert(priorities)
    .values({ networkId, id, rank: sql`${await lastRank(db, networkId, text.month)} + 1`, ...columns(text), changedAt: at })
    .onConflictDoNothing({ target: [priorities.networkId, priorities.id] })
    .returning({ id: priorities.id })
  if (made.length === 0) return false
  await putMessages(db, networkId, id, text.messages)
  return true
}

async function lastRank(db: Database, networkId: string, month: Month): Promise<number> {
  const [row] = await db
    .select({ last: sql<number>`coalesce(max(${priorities.rank}), 0)::int` })
    .from(priorities)
    .where(and(eq(priorities.networkId, networkId), eq(priorities.month, month), eq(priorities.active, true)))
  return row?.last ?? 0
}

/** Changes one as it stood at `changedAt`; false when it was changed or removed since, and then nothing is written. */
export async function changePriority(
  db: Database,
  networkId: string,
  id: string,
  changedAt: Temporal.Instant,
  text: PriorityText,
  at: Temporal.Instant,
): Promise<boolean> {
  const changed = await db
    .update(priorities)
    .set({ ...columns(text), changedAt: at })
    .where(
      and(eq(priorities.networkId, networkId), eq(priorities.id, id), eq(priorities.active, true), eq(priorities.changedAt, changedAt)),
    )
    .returning({ id: priorities.id })
  if (changed.length === 0) return false
  await putMessages(db, networkId, id, text.messages)
  return true
}

/** Takes a priority out of its month, or puts it back; false when it was so already. */
export async function setActive(db: Database, networkId: string, id: string, active: boolean, at: Temporal.Instant): Promise<boolean> {
  const changed = await db
    .update(priorities)
    .set({ active, changedAt: at })
    .where(and(eq(priorities.networkId, networkId), eq(priorities.id, id), eq(priorities.active, !active)))
    .returning({ id: priorities.id })
  return changed.length > 0
}

/** Gives the month's priorities the ranks 1, 2, 3 … with `id` standing at `rank` (past the end: last). Its rows are held meanwhile. */
export async function rankAt(db: Database, networkId: string, month: Month, id: string | null, rank: number): Promise<void> {
  const rows = await db
    .select({ id: priorities.id, rank: priorities.rank })
    .from(priorities)
    .where(and(eq(priorities.networkId, networkId), eq(priorities.month, month), eq(priorities.active, true)))
    .orderBy(asc(priorities.rank), asc(priorities.id))
    .for('update')
  const order = rows.filter(r => r.id !== id).map(r => r.id)
  if (id !== null && rows.some(r => r.id === id)) order.splice(Math.max(0, rank - 1), 0, id)
  for (const [n, each] of order.entries()) {
    if (rows.find(r => r.id === each)?.rank === n + 1) continue
    await db
      .update(priorities)
      .set({ rank: n + 1 })
      .where(and(eq(priorities.networkId, networkId), eq(priorities.id, each)))
  }
}

// ---- editions ----

export type Edition = typeof editions.$inferSelect
export type NewEditionRow = Omit<typeof editionRows.$inferInsert, 'networkId' | 'number'>
export type EditionRow = { position: number; activityId: string; snapshot: Record<string, unknown>; ownerId: string }

/** Two copies of the bot that compile at once do so one after the other. Held until the transaction ends. */
export async function holdEditions(db: Database, networkId: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`munassiq/editions/${networkId}`}, 0))`)
}

/** The number of the edition that a meeting's deadline compiled; null while it has not. */
export async function ofDeadline(db: Database, networkId: string, meetingId: string, deadlineAt: Temporal.Instant): Promise<number | null> {
  const [row] = await db
    .select({ number: editions.number })
    .from(editions)
    .where(and(eq(editions.networkId, networkId), eq(editions.meetingId, meetingId), eq(editions.deadlineAt, deadlineAt)))
  return row?.number ?? null
}

/** Many rows go in by portions: a statement takes 65,535 values at most. */
const portion = 500

/** Stores an edition whole. It is never changed afterwards: this file has no function that would. */
export async function addEdition(
  db: Database,
  edition: typeof editions.$inferInsert,
  rows: NewEditionRow[],
  prioritySnapshots: Record<string, unknown>[],
): Promise<void> {
  const of = { networkId: edition.networkId, number: edition.number }
  await db.insert(editions).values(edition)
  for (let i = 0; i < rows.length; i += portion) await db.insert(editionRows).values(rows.slice(i, i + portion).map(r => ({ ...of, ...r })))
  if (prioritySnapshots.length > 0)
    await db.insert(editionPriorities).values(prioritySnapshots.map((snapshot, position) => ({ ...of, position, snapshot })))
}

/** Partners that accepted, of some activities, by activity. */
export async function acceptedPartners(db: Database, networkId: string, activityIds: string[]): Promise<Map<string, string[]>> {
  const out = new Map<string, string[]>()
  for (let i = 0; i < activityIds.length; i += portion) {
    const rows = await db
      .select({ activityId: activityPartners.activityId, organizationId: activityPartners.organizationId })
      .from(activityPartners)
      .where(
        and(
          eq(activityPartners.networkId, networkId),
          inArray(activityPartners.activityId, activityIds.slice(i, i + portion)),
          eq(activityPartners.state, 'accepted'),
        ),
      )
      .orderBy(asc(activityPartners.organizationId))
    for (const r of rows) out.set(r.activityId, [...(out.get(r.activityId) ?? []), r.organizationId])
  }
  return out
}

export async function edition(db: Database, reader: Reader, number: number): Promise<Edition | null> {
  if (reader.roles.length === 0 || !Number.isInteger(number) || number < 1 || number > 2_147_483_647) return null
  const [row] = await db
    .select()
    .from(editions)
    .where(and(eq(editions.networkId, reader.networkId), eq(editions.number, number)))
  return row ?? null
}

/** The newest edition; null before the first. */
export async function latestEdition(db: Database, reader: Reader): Promise<Edition | null> {
  if (reader.roles.length === 0) return null
  const [row] = await db.select().from(editions).where(eq(editions.networkId, reader.networkId)).orderBy(desc(editions.number)).limit(1)
  return row ?? null
}

/** The edition that lay before a meeting held at this instant; null where none had been compiled. */
export async function editionAt(db: Database, reader: Reader, at: Temporal.Instant): Promise<Edition | null> {
  if (reader.roles.length === 0) return null
  const [row] = await db
    .select()
    .from(editions)
    .where(and(eq(editions.networkId, reader.networkId), lte(editions.compiledAt, at)))
    .orderBy(desc(editions.number))
    .limit(1)
  return row ?? null
}

/** What the row itself lets a reader see, as it was frozen. An embargo frozen with it opens at its instant. */
function frozenFor(reader: Reader): SQL | undefined {
  if (reader.roles.includes('coordinator')) return undefined
  const open = or(eq(editionRows.visibility, 'network'), sql`${editionRows.embargoUntil} <= ${reader.now.toString()}::timestamptz`)
  const own =
    reader.roles.includes('member') || reader.roles.includes('admin')
      ? or(
          eq(editionRows.ownerId, reader.organizationId),
          sql`${editionRows.snapshot} -> 'accepted' @> to_jsonb(${reader.organizationId}::text)`,
        )
      : undefined
  return or(open, own)
}

/** The rows of an edition in their order, as far as the reader may see them: the narrower of what was frozen and the activity's present visibility. */
export async function rowsOfEdition(db: Database, reader: Reader, number: number): Promise<EditionRow[]> {
  if (reader.roles.length === 0) return []
  return db
    .select({
      position: editionRows.position,
      activityId: editionRows.activityId,
      snapshot: editionRows.snapshot,
      ownerId: editionRows.ownerId,
    })
    .from(editionRows)
    .innerJoin(activities, and(eq(activities.networkId, editionRows.networkId), eq(activities.id, editionRows.activityId)))
    .where(and(eq(editionRows.networkId, reader.networkId), eq(editionRows.number, number), frozenFor(reader), visibleTo(reader)))
    .orderBy(asc(editionRows.position))
}

/** The priorities of an edition's months, as they were. */
export async function prioritiesOfEdition(db: Database, reader: Reader, number: number): Promise<Record<string, unknown>[]> {
  if (reader.roles.length === 0) return []
  const rows = await db
    .select({ snapshot: editionPriorities.snapshot })
    .from(editionPriorities)
    .where(and(eq(editionPriorities.networkId, reader.networkId), eq(editionPriorities.number, number)))
    .orderBy(asc(editionPriorities.position))
  return rows.map(r => r.snapshot)
}
