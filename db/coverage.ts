/** Outlets, appearances in the media and how far coverage is known, in Postgres. Only the sample's loader writes these tables beside this file. */
import { and, asc, desc, eq, gte, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Collection, Coverage, Outlet, SharedReach } from '../src/model/coverage.ts'
import type { Reader } from '../src/model/people.ts'
import { visibleTo } from './activities.ts'
import type { Database } from './client.ts'
import { activities, collections, coverage, outlets } from './schema.ts'

type OutletRow = typeof outlets.$inferSelect
/** An outlet as it stood at `changedAt`. */
export type Listed = Outlet & { changedAt: Temporal.Instant }

const ofOutlet = ({ networkId: _n, nameAr, nameEn, ...row }: OutletRow): Listed => ({
  ...row,
  name: { ar: nameAr ?? undefined, en: nameEn ?? undefined },
})
const columns = <O extends Partial<Outlet>>({ name, ...rest }: O) => ({
  ...rest,
  ...(name ? { nameAr: name.ar ?? null, nameEn: name.en ?? null } : {}),
})

/** Every outlet of the network, those that wait for the centre included. */
export async function outletsOf(db: Database, networkId: string): Promise<Listed[]> {
  const rows = await db.select().from(outlets).where(eq(outlets.networkId, networkId)).orderBy(asc(outlets.nameEn), asc(outlets.id))
  return rows.map(ofOutlet)
}

const outletIs = (networkId: string, id: string) => and(eq(outlets.networkId, networkId), eq(outlets.id, id))

export async function outlet(db: Database, networkId: string, id: string): Promise<Listed | null> {
  const [row] = await db.select().from(outlets).where(outletIs(networkId, id))
  return row ? ofOutlet(row) : null
}

/** Adds an outlet; false where one of this id stands already. */
export async function addOutlet(db: Database, networkId: string, o: Outlet, at: Temporal.Instant): Promise<boolean> {
  const made = await db
    .insert(outlets)
    .values({ networkId, ...columns(o), changedAt: at })
    .onConflictDoNothing({ target: [outlets.networkId, outlets.id] })
    .returning({ id: outlets.id })
  return made.length > 0
}

/** Changes an outlet as it stood at `changedAt`; null when somebody changed it since, and then nothing is written. */
export async function changeOutlet(
  db: Database,
  networkId: string,
  was: Pick<Listed, 'id' | 'changedAt'>,
  set: Partial<Outlet>,
  at: Temporal.Instant,
): Promise<Listed | null> {
  const [row] = await db
    .update(outlets)
    .set({ ...columns(set), changedAt: at })
    .where(and(outletIs(networkId, was.id), eq(outlets.changedAt, was.changedAt)))
    .returning()
  return row ? ofOutlet(row) : null
}

/** What appeared in `from` appeared in `into`; `from` is gone. How many appearances moved. */
export async function mergeOutlet(db: Database, networkId: string, from: string, into: string): Promise<number> {
  const moved = await db
    .update(coverage)
    .set({ outletId: into })
    .where(and(eq(coverage.networkId, networkId), eq(coverage.outletId, from)))
    .returning({ id: coverage.id })
  await db.delete(outlets).where(outletIs(networkId, from))
  return moved.length
}

/** Where an outlet was corrected, its appearances that were entered with its guessed medium and level follow. */
export async function regrade(db: Database, networkId: string, was: Outlet, now: Outlet): Promise<void> {
  if (was.medium === now.medium && was.level === now.level) return
  await db
    .update(coverage)
    .set({ medium: now.medium, level: now.level, version: sql`${coverage.version} + 1` })
    .where(
      and(eq(coverage.networkId, networkId), eq(coverage.outletId, was.id), eq(coverage.medium, was.medium), eq(coverage.level, was.level)),
    )
}

type Row = typeof coverage.$inferSelect
const ofRow = ({ linkKey: _k, ...row }: Row): Coverage => row

async function read(db: Database, reader: Reader, where: SQL | undefined): Promise<Coverage[]> {
  const rows = await db
    .select({ row: coverage })
    .from(coverage)
    .innerJoin(activities, and(eq(activities.networkId, coverage.networkId), eq(activities.id, coverage.activityId)))
    .where(and(eq(coverage.networkId, reader.networkId), visibleTo(reader), where))
    .orderBy(asc(coverage.on), asc(coverage.recordedAt), asc(coverage.id))
  return rows.map(r => ofRow(r.row))
}

/** Every appearance of an activity that the reader may see, by its day. */
export const ofActivity = (db: Database, reader: Reader, activityId: string): Promise<Coverage[]> =>
  read(db, reader, eq(coverage.activityId, activityId))

export const byId = async (db: Database, reader: Reader, id: string): Promise<Coverage | null> =>
  (await read(db, reader, eq(coverage.id, id)))[0] ?? null

/** Those of some ids, as a draft of several was saved under. */
export const byIds = (db: Database, reader: Reader, ids: string[]): Promise<Coverage[]> => read(db, reader, inArray(coverage.id, ids))

/** `linkKey` of every appearance of an activity that has a link. */
export async function linkKeys(db: Database, networkId: string, activityId: string): Promise<string[]> {
  const rows = await db
    .select({ key: coverage.linkKey })
    .from(coverage)
    .where(and(eq(coverage.networkId, networkId), eq(coverage.activityId, activityId)))
  return rows.flatMap(r => (r.key ? [r.key] : []))
}

export type NewCoverage = Omit<Coverage, 'version'> & { linkKey: string | null }

/** Adds an appearance; false where it stands already: of this id (the same draft, sent twice), or of this link for this activity. */
export async function add(db: Database, row: NewCoverage): Promise<boolean> {
  const made = await db.insert(coverage).values(row).onConflictDoNothing().returning({ id: coverage.id })
  return made.length > 0
}

export type CoverageSet = Partial<Omit<NewCoverage, 'networkId' | 'id' | 'activityId' | 'recordedAt' | 'recordedBy'>>

/** Changes what stands at `version`, which counts up; null when somebody changed it since. */
export async function change(db: Database, networkId: string, id: string, version: number, set: CoverageSet): Promise<Coverage | null> {
  const [row] = await db
    .update(coverage)
    .set({ ...set, version: version + 1 })
    .where(and(eq(coverage.networkId, networkId), eq(coverage.id, id), eq(coverage.version, version)))
    .returning()
  return row ? ofRow(row) : null
}

/** What some of an activity's appearances reached together, corrected for all of them. */
export async function changeShared(db: Database, networkId: string, activityId: string, shared: SharedReach): Promise<void> {
  await db
    .update(coverage)
    .set({ shared })
    .where(and(eq(coverage.networkId, networkId), eq(coverage.activityId, activityId), sql`${coverage.shared} ->> 'id' = ${shared.id}`))
}

/** Takes an appearance out as it stood at `version`; false when somebody changed it since. The record keeps what it was. */
export async function remove(db: Database, networkId: string, id: string, version: number): Promise<boolean> {
  const gone = await db
    .delete(coverage)
    .where(and(eq(coverage.networkId, networkId), eq(coverage.id, id), eq(coverage.version, version)))
    .returning({ id: coverage.id })
  return gone.length > 0
}

export type CollectionRow = typeof collections.$inferSelect

export async function collection(db: Database, networkId: string, activityId: string): Promise<CollectionRow | null> {
  const [row] = await db
    .select()
    .from(collections)
    .where(and(eq(collections.networkId, networkId), eq(collections.activityId, activityId)))
  return row ?? null
}

/** Says how far an activity's coverage is known; what is not named stays. */
export async function collect(
  db: Database,
  networkId: string,
  activityId: string,
  set: { state: Collection; askedAt?: Temporal.Instant; answeredAt?: Temporal.Instant | null; answeredBy?: string | null },
): Promise<void> {
  await db
    .insert(collections)
    .values({ networkId, activityId, ...set })
    .onConflictDoUpdate({ target: [collections.networkId, collections.activityId], set })
}

/** Activities whose coverage was asked for and not given, of one organization or of all, the longest waiting first. */
export async function waiting(
  db: Database,
  reader: Reader,
  of: { ownerId?: string | undefined } = {},
): Promise<{ activityId: string; state: Collection; askedAt: Temporal.Instant | null }[]> {
  return db
    .select({ activityId: collections.activityId, state: collections.state, askedAt: collections.askedAt })
    .from(collections)
    .innerJoin(activities, and(eq(activities.networkId, collections.networkId), eq(activities.id, collections.activityId)))
    .where(
      and(
        eq(collections.networkId, reader.networkId),
        visibleTo(reader),
        inArray(collections.state, ['asked', 'open']),
        of.ownerId ? eq(activities.ownerId, of.ownerId) : undefined,
      ),
    )
    .orderBy(asc(collections.askedAt), asc(collections.activityId))
}

/** The ids of activities that ended in a span (`start` inclusive, `end` exclusive) and stand, whose coverage nobody was asked for and nobody gave; the latest first. */
export async function unasked(db: Database, reader: Reader, span: { start: Temporal.Instant; end: Temporal.Instant }): Promise<string[]> {
  const rows = await db
    .select({ id: activities.id })
    .from(activities)
    .leftJoin(collections, and(eq(collections.networkId, activities.networkId), eq(collections.activityId, activities.id)))
    .where(
      and(
        visibleTo(reader),
        gte(activities.endsAt, span.start),
        lt(activities.endsAt, span.end),
        inArray(activities.lifecycle, ['planned', 'completed']),
        isNull(collections.activityId),
      ),
    )
    .orderBy(desc(activities.endsAt), asc(activities.id))
  return rows.map(r => r.id)
}
