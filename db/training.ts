/** Tracks and workshops in Postgres. No other file writes these tables. All of it is visible to the network. */

import { and, asc, desc, eq, gt, inArray, lte, type SQL } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Bilingual } from '../src/model/people.ts'
import { referenceOf } from '../src/model/reference.ts'
import type { Track, Workshop } from '../src/model/training.ts'
import { nextNumber } from './changes.ts'
import type { Database } from './client.ts'
import { trainingTracks, workshops } from './schema.ts'

type Row = typeof workshops.$inferSelect
const ofRow = ({ titleAr, titleEn, ...row }: Row): Workshop => ({ ...row, title: { ar: titleAr ?? undefined, en: titleEn ?? undefined } })
const columns = <S extends { title?: Bilingual | undefined }>({ title, ...rest }: S) => ({
  ...rest,
  ...(title ? { titleAr: title.ar ?? null, titleEn: title.en ?? null } : {}),
})
const of = (networkId: string, id: string) => and(eq(workshops.networkId, networkId), eq(workshops.id, id))

/** Tracks that the centre added, in the order it did. */
export async function addedTracks(db: Database, networkId: string): Promise<Track[]> {
  const rows = await db
    .select()
    .from(trainingTracks)
    .where(eq(trainingTracks.networkId, networkId))
    .orderBy(asc(trainingTracks.addedAt), asc(trainingTracks.id))
  return rows.map(r => ({ id: r.id, name: { ar: r.nameAr ?? undefined, en: r.nameEn ?? undefined }, also: [], builtIn: false }))
}

/** False where it stands already (the same draft, sent twice). */
export async function addTrack(
  db: Database,
  row: { networkId: string; id: string; name: Bilingual; addedAt: Temporal.Instant; addedBy: string },
): Promise<boolean> {
  const { name, ...rest } = row
  const made = await db
    .insert(trainingTracks)
    .values({ ...rest, nameAr: name.ar ?? null, nameEn: name.en ?? null })
    .onConflictDoNothing()
    .returning({ id: trainingTracks.id })
  return made.length > 0
}

export type NewWorkshop = Omit<Workshop, 'reference' | 'state' | 'reason' | 'version' | 'changedAt'>
export type WorkshopSet = Partial<Omit<Workshop, 'networkId' | 'id' | 'reference' | 'version' | 'createdAt' | 'createdBy' | 'changedAt'>>

/** Stores a workshop under the next number of its year; null where one with this id stands already (the same draft, sent twice). */
export async function add(db: Database, row: NewWorkshop, year: number): Promise<Workshop | null> {
  if (await byId(db, row.networkId, row.id)) return null
  const number = await nextNumber(db, row.networkId, `W-${year}`)
  const reference = referenceOf('W', year, number)
  const [made] = await db
    .insert(workshops)
    .values({ ...columns(row), reference, changedAt: row.createdAt })
    .returning()
  return made ? ofRow(made) : null
}

/** Changes what stands at `version`, which counts up; null when somebody changed it since, and then nothing is written. */
export async function change(
  db: Database,
  networkId: string,
  id: string,
  version: number,
  set: WorkshopSet,
  at: Temporal.Instant,
): Promise<Workshop | null> {
  const [row] = await db
    .update(workshops)
    .set({ ...columns(set), version: version + 1, changedAt: at })
    .where(and(of(networkId, id), eq(workshops.version, version)))
    .returning()
  return row ? ofRow(row) : null
}

export async function byId(db: Database, networkId: string, id: string): Promise<Workshop | null> {
  const [row] = await db.select().from(workshops).where(of(networkId, id))
  return row ? ofRow(row) : null
}

/** The workshop, held until the transaction ends: whatever moves its seats and its waiting list goes one after the other. */
export async function hold(db: Database, networkId: string, id: string): Promise<Workshop | null> {
  const [row] = await db.select().from(workshops).where(of(networkId, id)).for('update')
  return row ? ofRow(row) : null
}

export async function byReference(db: Database, networkId: string, reference: string): Promise<Workshop | null> {
  const [row] = await db
    .select()
    .from(workshops)
    .where(and(eq(workshops.networkId, networkId), eq(workshops.reference, reference)))
  return row ? ofRow(row) : null
}

async function read(db: Database, networkId: string, where: SQL | undefined): Promise<Workshop[]> {
  const rows = await db
    .select()
    .from(workshops)
    .where(and(eq(workshops.networkId, networkId), where))
    .orderBy(asc(workshops.startsAt), asc(workshops.reference))
  return rows.map(ofRow)
}

/** Those that are not over and not cancelled, the next one first. */
export const coming = (db: Database, networkId: string, now: Temporal.Instant): Promise<Workshop[]> =>
  read(db, networkId, and(eq(workshops.state, 'open'), gt(workshops.endsAt, now)))

/** Those that are over and were held, the last one first. */
export async function past(db: Database, networkId: string, now: Temporal.Instant, most = 50): Promise<Workshop[]> {
  const rows = await db
    .select()
    .from(workshops)
    .where(and(eq(workshops.networkId, networkId), eq(workshops.state, 'open'), lte(workshops.endsAt, now)))
    .orderBy(desc(workshops.endsAt), asc(workshops.reference))
    .limit(most)
  return rows.map(ofRow)
}

/** Every workshop that was not cancelled. */
export const held = (db: Database, networkId: string): Promise<Workshop[]> => read(db, networkId, eq(workshops.state, 'open'))

export const byIds = (db: Database, networkId: string, ids: readonly string[]): Promise<Workshop[]> =>
  ids.length === 0 ? Promise.resolve([]) : read(db, networkId, inArray(workshops.id, [...ids]))
