/**
 * What the echo is counted from, as far as a reader may see it: activities with how far their coverage is known, appearances in the media, and the
 * figures that organizations added. No other file writes the figures.
 */
import { and, asc, eq, gt, gte, inArray, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Lifecycle } from '../src/model/activity.ts'
import type { Collection, Level, Medium, MessageRef, SharedReach, Tone } from '../src/model/coverage.ts'
import type { OutcomeFigure } from '../src/model/evaluation.ts'
import type { Bilingual, Reader } from '../src/model/people.ts'
import { ownedOrJoined, visibleTo } from './activities.ts'
import type { Database } from './client.ts'
import {
  activities,
  asks,
  bankMessages,
  changes,
  collections,
  coverage,
  keyMessages,
  outcomeFigures,
  outlets,
  priorities,
} from './schema.ts'

/** Of which activities: an organization's (its own, and those it is an accepted partner of), those that serve a priority; both null: all. */
export type EchoOf = { organizationId: string | null; priorityId: string | null }
/** Instants: the first inclusive, the last exclusive. */
export type Span = { start: Temporal.Instant; end: Temporal.Instant }

const bilingual = (ar: string | null, en: string | null): Bilingual => ({ ar: ar ?? undefined, en: en ?? undefined })

const among = (reader: Reader, of: EchoOf): SQL =>
  and(
    visibleTo(reader),
    of.organizationId ? ownedOrJoined(of.organizationId) : undefined,
    of.priorityId ? eq(activities.priorityId, of.priorityId) : undefined,
  ) as SQL

export type EchoActivity = {
  id: string
  reference: string
  title: Bilingual
  ownerId: string
  lifecycle: Lifecycle
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  collection: Collection | null
  /** Its owner said that it took place otherwise than planned. */
  changed: boolean
}

/** One that was merged into another is no activity of its own. */
const merged = sql`exists (select 1 from ${changes} m where m.network_id = ${activities.networkId} and m.entity = 'activity' and m.entity_id = ${activities.id} and m.action = 'merged' and m.after ->> 'lifecycle' = 'withdrawn')`

const shown = {
  id: activities.id,
  reference: activities.reference,
  titleAr: activities.titleAr,
  titleEn: activities.titleEn,
  ownerId: activities.ownerId,
  lifecycle: activities.lifecycle,
  startsAt: activities.startsAt,
  endsAt: activities.endsAt,
  collection: collections.state,
  changed: sql<boolean>`exists (select 1 from ${asks} q where q.network_id = ${activities.networkId} and q.kind = 'freshness.past' and q.subject = ${activities.id} and q.answer = 'changed')`,
}
const collectionOf = and(eq(collections.networkId, activities.networkId), eq(collections.activityId, activities.id))

/** All that the plan holds or held of a span (null: whenever), what was withdrawn or cancelled included, in order of time. */
export async function activitiesOf(db: Database, reader: Reader, span: Span | null, of: EchoOf): Promise<EchoActivity[]> {
  const rows = await db
    .select(shown)
    .from(activities)
    .leftJoin(collections, collectionOf)
    .where(
      and(
        among(reader, of),
        sql`not ${merged}`,
        span ? and(gt(activities.endsAt, span.start), lt(activities.startsAt, span.end)) : undefined,
      ),
    )
    .orderBy(asc(activities.startsAt), asc(activities.reference))
  return rows.map(({ titleAr, titleEn, ...r }) => ({ ...r, title: bilingual(titleAr, titleEn) }))
}

/** When activities were to be before somebody changed it, of what the reader may see; by activity, as the record kept it. */
export async function formerTimes(
  db: Database,
  reader: Reader,
  since: Temporal.Instant,
  of: EchoOf,
): Promise<{ id: string; when: unknown }[]> {
  const rows = await db
    .select({ id: activities.id, when: sql<unknown>`${changes.before} -> 'when'` })
    .from(changes)
    .innerJoin(activities, and(eq(activities.networkId, changes.networkId), eq(activities.id, changes.entityId)))
    .where(
      and(
        eq(changes.networkId, reader.networkId),
        eq(changes.entity, 'activity'),
        gte(changes.at, since),
        sql`${changes.before} -> 'when' is not null and ${changes.after} -> 'when' is not null and ${changes.before} -> 'when' <> ${changes.after} -> 'when'`,
        sql`${activities.lifecycle} not in ('withdrawn', 'cancelled')`,
        among(reader, of),
      ),
    )
    .orderBy(asc(changes.seq))
  return rows.map(r => ({ id: r.id, when: typeof r.when === 'string' ? JSON.parse(r.when) : r.when }))
}

/** An appearance as the echo counts it. */
export type Appearance = {
  id: string
  activityId: string
  outlet: { id: string; name: Bilingual }
  medium: Medium
  level: Level
  on: string
  title: string | null
  link: string | null
  reach: number | null
  reachHow: string | null
  /** What it reached together with others, and how many it was said for that stand. */
  shared: (SharedReach & { of: number }) | null
  tone: Tone | null
  messages: MessageRef[]
}

/** How many appearances of the activity share the number. */
const togetherWith = sql<number>`case when ${coverage.shared} is null then 0 else (select count(*)::int from ${coverage} s where s.network_id = ${coverage.networkId} and s.activity_id = ${coverage.activityId} and s.shared_reach ->> 'id' = ${coverage.shared} ->> 'id') end`

/** Appearances of what the reader may see, dated within two days (YYYY-MM-DD, both inclusive; null: whenever), by day. */
export async function appearances(
  db: Database,
  reader: Reader,
  days: { from: string; to: string } | null,
  of: EchoOf,
): Promise<Appearance[]> {
  const rows = await db
    .select({ c: coverage, nameAr: outlets.nameAr, nameEn: outlets.nameEn, of: togetherWith })
    .from(coverage)
    .innerJoin(activities, and(eq(activities.networkId, coverage.networkId), eq(activities.id, coverage.activityId)))
    .leftJoin(outlets, and(eq(outlets.networkId, coverage.networkId), eq(outlets.id, coverage.outletId)))
    .where(
      and(
        eq(coverage.networkId, reader.networkId),
        among(reader, of),
        days ? and(gte(coverage.on, days.from), lte(coverage.on, days.to)) : undefined,
      ),
    )
    .orderBy(asc(coverage.on), asc(coverage.id))
  return rows.map(({ c, nameAr, nameEn, of }) => ({
    id: c.id,
    activityId: c.activityId,
    outlet: { id: c.outletId, name: bilingual(nameAr, nameEn) },
    medium: c.medium,
    level: c.level,
    on: c.on,
    title: c.title,
    link: c.link,
    reach: c.reach,
    reachHow: c.reachHow,
    shared: c.shared && { ...c.shared, of },
    tone: c.tone,
    messages: c.messages,
  }))
}

/** Which of these activities have an appearance on record, whenever it was. */
export async function covered(db: Database, networkId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectDistinct({ id: coverage.activityId })
    .from(coverage)
    .where(and(eq(coverage.networkId, networkId), inArray(coverage.activityId, [...ids])))
  return new Set(rows.map(r => r.id))
}

/** Key messages by what names them: `priority:id` or `bank:id`. Everybody of the network may read them. */
export async function messagesNamed(db: Database, networkId: string, refs: readonly MessageRef[]): Promise<Map<string, Bilingual>> {
  const ids = (of: MessageRef['of']) => [...new Set(refs.filter(r => r.of === of).map(r => r.id))]
  const out = new Map<string, Bilingual>()
  for (const [of, table] of [
    ['priority', keyMessages],
    ['bank', bankMessages],
  ] as const) {
    const wanted = ids(of)
    if (wanted.length === 0) continue
    const rows = await db
      .select({ id: table.id, ar: table.textAr, en: table.textEn })
      .from(table)
      .where(and(eq(table.networkId, networkId), inArray(table.id, wanted)))
    for (const r of rows) out.set(`${of}:${r.id}`, bilingual(r.ar, r.en))
  }
  return out
}

const figureOf = ({ changedAt: _, ...row }: typeof outcomeFigures.$inferSelect): OutcomeFigure => row
const named = (networkId: string, id: string) => and(eq(outcomeFigures.networkId, networkId), eq(outcomeFigures.id, id))

/** Figures of some activities and priorities, by the day until which they were counted. Of an activity only as far as the reader may see it. */
export async function figuresOf(
  db: Database,
  reader: Reader,
  { activityIds, priorityIds }: { activityIds: readonly string[]; priorityIds: readonly string[] },
): Promise<OutcomeFigure[]> {
  if (reader.roles.length === 0 || activityIds.length + priorityIds.length === 0) return []
  const rows = await db
    .select({ f: outcomeFigures })
    .from(outcomeFigures)
    .leftJoin(activities, and(eq(activities.networkId, outcomeFigures.networkId), eq(activities.id, outcomeFigures.activityId)))
    .where(
      and(
        eq(outcomeFigures.networkId, reader.networkId),
        or(
          activityIds.length > 0 ? and(inArray(outcomeFigures.activityId, [...activityIds]), visibleTo(reader)) : undefined,
          priorityIds.length > 0 ? inArray(outcomeFigures.priorityId, [...priorityIds]) : undefined,
        ),
      ),
    )
    .orderBy(asc(outcomeFigures.until), asc(outcomeFigures.recordedAt), asc(outcomeFigures.id))
  return rows.map(r => figureOf(r.f))
}

/** A figure as far as the reader may see what it is of. */
export async function figure(db: Database, reader: Reader, id: string): Promise<OutcomeFigure | null> {
  const [row] = await db.select().from(outcomeFigures).where(named(reader.networkId, id))
  if (!row || reader.roles.length === 0) return null
  if (row.activityId) {
    const [seen] = await db
      .select({ id: activities.id })
      .from(activities)
      .where(and(visibleTo(reader), eq(activities.id, row.activityId)))
    if (!seen) return null
  }
  return figureOf(row)
}

/** Held until the transaction ends: two people change it one after the other. */
export async function holdFigure(db: Database, networkId: string, id: string): Promise<OutcomeFigure | null> {
  const [row] = await db.select().from(outcomeFigures).where(named(networkId, id)).for('update')
  return row ? figureOf(row) : null
}

/** False where one with this id stands already: the same draft, saved twice. */
export async function addFigure(db: Database, row: Omit<OutcomeFigure, 'version'>): Promise<boolean> {
  const made = await db
    .insert(outcomeFigures)
    .values({ ...row, changedAt: row.recordedAt })
    .onConflictDoNothing({ target: [outcomeFigures.networkId, outcomeFigures.id] })
    .returning({ id: outcomeFigures.id })
  return made.length > 0
}

export type FigureSet = Partial<Pick<OutcomeFigure, 'stage' | 'what' | 'figure' | 'unit' | 'how' | 'until'>>
/** Changes what stands at `version`, which counts up; null when somebody changed it since. */
export async function changeFigure(
  db: Database,
  networkId: string,
  id: string,
  version: number,
  set: FigureSet,
  at: Temporal.Instant,
): Promise<OutcomeFigure | null> {
  const [row] = await db
    .update(outcomeFigures)
    .set({ ...set, version: version + 1, changedAt: at })
    .where(and(named(networkId, id), eq(outcomeFigures.version, version)))
    .returning()
  return row ? figureOf(row) : null
}

export const removeFigure = async (db: Database, networkId: string, id: string): Promise<void> => {
  await db.delete(outcomeFigures).where(named(networkId, id))
}

/** Titles of priorities, removed ones included: an activity or a figure may still be tied to one. */
export async function priorityTitles(db: Database, networkId: string, ids: readonly string[]): Promise<Map<string, Bilingual>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: priorities.id, ar: priorities.titleAr, en: priorities.titleEn })
    .from(priorities)
    .where(and(eq(priorities.networkId, networkId), inArray(priorities.id, [...ids])))
  return new Map(rows.map(r => [r.id, bilingual(r.ar, r.en)]))
}
