/** Success stories and the editions of achievements in Postgres. No other file writes these tables. */
import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Temporal } from 'temporal-polyfill'
import type { Bilingual, Reader } from '../src/model/people.ts'
import type { FrozenStory, Story, StoryState } from '../src/model/stories.ts'
import { visibleTo } from './activities.ts'
import type { Database } from './client.ts'
import { activities, priorities, stories, storyEditionRows, storyEditions } from './schema.ts'

export type NewStory = typeof stories.$inferInsert
export type Edition = typeof storyEditions.$inferSelect

const bilingual = (ar: string | null, en: string | null): Bilingual => ({ ar: ar ?? undefined, en: en ?? undefined })
const writes = (reader: Reader): boolean => reader.roles.includes('member') || reader.roles.includes('admin')

/** Whose own story it is, or the centre: who may see it before it is approved, and a quote whose speaker has not agreed. */
const close = (reader: Reader): SQL =>
  reader.roles.includes('coordinator') ? sql`true` : writes(reader) ? sql`${stories.organizationId} = ${reader.organizationId}` : sql`false`

/** What a reader may see: what is approved, and all that is their own, as long as they may see the activity that it is about. */
function readable(reader: Reader): SQL {
  if (reader.roles.length === 0) return sql`false`
  return and(
    eq(stories.networkId, reader.networkId),
    or(isNull(stories.activityId), visibleTo(reader)),
    or(eq(stories.state, 'approved'), close(reader)),
  ) as SQL
}

async function read(db: Database, reader: Reader, where: SQL | undefined): Promise<Story[]> {
  const shown = sql<boolean>`(${stories.consent} or ${close(reader)})`
  const rows = await db
    .select({
      s: stories,
      quote: sql<string | null>`case when ${shown} then ${stories.quote} end`,
      quoteBy: sql<string | null>`case when ${shown} then ${stories.quoteBy} end`,
      reference: activities.reference,
      titleAr: activities.titleAr,
      titleEn: activities.titleEn,
    })
    .from(stories)
    .leftJoin(activities, and(eq(activities.networkId, stories.networkId), eq(activities.id, stories.activityId)))
    .where(and(readable(reader), where))
    .orderBy(desc(stories.month), asc(stories.addedAt), asc(stories.id))
  return rows.map(({ s, quote, quoteBy, reference, titleAr, titleEn }) => ({
    id: s.id,
    organizationId: s.organizationId,
    activityId: s.activityId,
    activity: reference ? { reference, title: bilingual(titleAr, titleEn) } : null,
    month: s.month,
    headline: bilingual(s.headlineAr, s.headlineEn),
    change: bilingual(s.changeAr, s.changeEn),
    figure: s.figure,
    figureHow: s.figureHow,
    quote,
    quoteBy,
    consent: s.consent,
    picture: s.picture,
    state: s.state,
    note: s.note,
    proposedBy: s.proposedBy,
    version: s.version,
  }))
}

export const byId = async (db: Database, reader: Reader, id: string): Promise<Story | null> =>
  (await read(db, reader, eq(stories.id, id)))[0] ?? null

/** A priority that stands in several months is one of each, under one title. */
function sameTitle(db: Database, reader: Reader, priorityId: string) {
  const named = alias(priorities, 'named')
  return db
    .select({ id: priorities.id })
    .from(priorities)
    .innerJoin(
      named,
      and(
        eq(named.networkId, priorities.networkId),
        or(eq(named.titleAr, priorities.titleAr), eq(named.titleEn, priorities.titleEn), eq(named.id, priorities.id)),
      ),
    )
    .where(and(eq(priorities.networkId, reader.networkId), eq(named.id, priorityId)))
}

/** Approved ones, of a month (YYYY-MM), of an organization, of the activities that serve a priority, or all; the newest month first. */
export const approved = (
  db: Database,
  reader: Reader,
  of: { month?: string; organizationId?: string; priorityId?: string } = {},
): Promise<Story[]> =>
  read(
    db,
    reader,
    and(
      eq(stories.state, 'approved'),
      of.month ? eq(stories.month, of.month) : undefined,
      of.organizationId ? eq(stories.organizationId, of.organizationId) : undefined,
      of.priorityId ? inArray(activities.priorityId, sameTitle(db, reader, of.priorityId)) : undefined,
    ),
  )

/** What waits: for the centre its decision; for others, their own that wait or were returned. */
export const waiting = (db: Database, reader: Reader): Promise<Story[]> =>
  read(
    db,
    reader,
    and(close(reader), inArray(stories.state, reader.roles.includes('coordinator') ? ['proposed'] : ['proposed', 'returned'])),
  )

/** Stories of an activity that stand, in whatever state. */
export const ofActivity = (db: Database, reader: Reader, activityId: string): Promise<Story[]> =>
  read(db, reader, and(eq(stories.activityId, activityId), sql`${stories.state} <> 'withdrawn'`))

/** Adds a story; false when one with this id stands already (the same draft, sent twice). */
export async function add(db: Database, row: NewStory): Promise<boolean> {
  const made = await db.insert(stories).values(row).onConflictDoNothing().returning({ id: stories.id })
  return made.length > 0
}

/** Changes what stands at `version`, which counts up; false when somebody changed it since, and then nothing is written. */
export async function change(
  db: Database,
  networkId: string,
  { id, version }: Pick<Story, 'id' | 'version'>,
  set: Partial<NewStory>,
  at: Temporal.Instant,
): Promise<boolean> {
  const changed = await db
    .update(stories)
    .set({ ...set, version: version + 1, changedAt: at })
    .where(and(eq(stories.networkId, networkId), eq(stories.id, id), eq(stories.version, version)))
    .returning({ id: stories.id })
  return changed.length > 0
}

// ---- editions ----

/** Two coordinators who issue at once do so one after the other. Held until the transaction ends. */
export async function holdEditions(db: Database, networkId: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`munassiq/achievements/${networkId}`}, 0))`)
}

export type NewRow = { story: Story; snapshot: FrozenStory }

/** Stores an edition whole, with the visibility that the activities have now. It is never changed afterwards: this file has no function that would. */
export async function addEdition(db: Database, edition: Edition, rows: NewRow[]): Promise<void> {
  await db.insert(storyEditions).values(edition)
  const ids = rows.flatMap(r => r.story.activityId ?? [])
  const of = new Map(
    ids.length === 0
      ? []
      : (
          await db
            .select({ id: activities.id, visibility: activities.visibility, embargoUntil: activities.embargoUntil })
            .from(activities)
            .where(and(eq(activities.networkId, edition.networkId), inArray(activities.id, ids)))
        ).map(a => [a.id, a] as const),
  )
  if (rows.length === 0) return
  await db.insert(storyEditionRows).values(
    rows.map(({ story, snapshot }, position) => {
      const activity = story.activityId ? of.get(story.activityId) : undefined
      return {
        networkId: edition.networkId,
        number: edition.number,
        position,
        storyId: story.id,
        storyVersion: story.version,
        ownerId: story.organizationId,
        snapshot,
        visibility: activity?.visibility ?? 'network',
        embargoUntil: activity?.embargoUntil ?? null,
      }
    }),
  )
}

export async function edition(db: Database, reader: Reader, number: number): Promise<Edition | null> {
  if (reader.roles.length === 0 || !Number.isInteger(number) || number < 1 || number > 2_147_483_647) return null
  const [row] = await db
    .select()
    .from(storyEditions)
    .where(and(eq(storyEditions.networkId, reader.networkId), eq(storyEditions.number, number)))
  return row ?? null
}

/** The newest edition, of a month where one is given; null before the first. */
export async function latestEdition(db: Database, reader: Reader, month?: string): Promise<Edition | null> {
  if (reader.roles.length === 0) return null
  const [row] = await db
    .select()
    .from(storyEditions)
    .where(and(eq(storyEditions.networkId, reader.networkId), month ? eq(storyEditions.month, month) : undefined))
    .orderBy(desc(storyEditions.number))
    .limit(1)
  return row ?? null
}

/** What an edition froze: which stories in which version, whoever reads it. */
export async function frozenIn(db: Database, networkId: string, number: number): Promise<{ id: string; version: number }[]> {
  return db
    .select({ id: storyEditionRows.storyId, version: storyEditionRows.storyVersion })
    .from(storyEditionRows)
    .where(and(eq(storyEditionRows.networkId, networkId), eq(storyEditionRows.number, number)))
    .orderBy(asc(storyEditionRows.position))
}

/**
 * An edition's stories in their order, as far as the reader may see them: the narrower of what was frozen and the activity's present visibility. A quote
 * goes when its speaker agrees no more.
 */
export async function rowsOfEdition(db: Database, reader: Reader, number: number): Promise<{ storyId: string; snapshot: FrozenStory }[]> {
  if (reader.roles.length === 0) return []
  const frozen = reader.roles.includes('coordinator')
    ? undefined
    : or(
        eq(storyEditionRows.visibility, 'network'),
        sql`${storyEditionRows.embargoUntil} <= ${reader.now.toString()}::timestamptz`,
        writes(reader) ? eq(storyEditionRows.ownerId, reader.organizationId) : undefined,
      )
  const rows = await db
    .select({ storyId: storyEditionRows.storyId, snapshot: storyEditionRows.snapshot, consent: stories.consent })
    .from(storyEditionRows)
    .innerJoin(stories, and(eq(stories.networkId, storyEditionRows.networkId), eq(stories.id, storyEditionRows.storyId)))
    .leftJoin(activities, and(eq(activities.networkId, stories.networkId), eq(activities.id, stories.activityId)))
    .where(
      and(
        eq(storyEditionRows.networkId, reader.networkId),
        eq(storyEditionRows.number, number),
        frozen,
        or(isNull(stories.activityId), visibleTo(reader)),
      ),
    )
    .orderBy(asc(storyEditionRows.position))
  return rows.map(({ storyId, snapshot, consent }) => ({
    storyId,
    snapshot: consent ? snapshot : { ...snapshot, quote: null, quoteBy: null },
  }))
}

export type { StoryState }
