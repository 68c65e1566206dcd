/** Activities in Postgres. No other file writes these tables, but the sample's loader. */
import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { Activity, Print } from '../src/model/activity.ts'
import type { Bilingual, Language, Reader } from '../src/model/people.ts'
import { type Database, rowsOf } from './client.ts'
import { activities, activityPartners, priorities } from './schema.ts'

type Row = typeof activities.$inferSelect

/**
 * What a reader may see, as SQL: what is visible to the network; embargoed and centre-only activities to their owner, to accepted partners and to
 * coordinators alone, until the embargo's instant. Every read of activities goes through this.
 */
export function visibleTo(reader: Reader): SQL {
  const network = eq(activities.networkId, reader.networkId)
  if (reader.roles.length === 0) return sql`false`
  if (reader.roles.includes('coordinator')) return network
  const open = or(eq(activities.visibility, 'network'), sql`${activities.embargoUntil} <= ${reader.now.toString()}::timestamptz`)
  const own =
    reader.roles.includes('member') || reader.roles.includes('admin')
      ? or(eq(activities.ownerId, reader.organizationId), acceptedPartner(reader))
      : undefined
  return and(network, or(open, own)) as SQL
}

const acceptedPartner = (reader: Reader): SQL =>
  sql`exists (select 1 from ${activityPartners} p where p.network_id = ${activities.networkId} and p.activity_id = ${activities.id} and p.organization_id = ${reader.organizationId} and p.state = 'accepted')`

const asActivity = (r: Row, partners: { all: string[]; invited: string[] } = { all: [], invited: [] }): Activity => ({
  id: r.id,
  networkId: r.networkId,
  reference: r.reference,
  title: { ar: r.titleAr ?? undefined, en: r.titleEn ?? undefined },
  summary: { ar: r.summaryAr ?? undefined, en: r.summaryEn ?? undefined },
  kind: r.kind,
  when: r.when,
  certainty: r.certainty,
  approval: r.approval,
  review: r.review !== 'new' && r.reviewedVersion !== null && r.reviewedVersion < r.version ? 'changed' : r.review,
  reviewNote: r.reviewNote,
  lifecycle: r.lifecycle,
  lifecycleReason: r.lifecycleReason,
  ownerId: r.ownerId,
  partnerIds: partners.all,
  invitedIds: partners.invited,
  otherPartners: r.otherPartners,
  venue: r.venue,
  city: r.city,
  patron: r.patron,
  spokesperson: r.spokesperson,
  audience: r.audience,
  channels: r.channels,
  materials: r.materials,
  needs: r.needs,
  significance: r.significance,
  priorityId: r.priorityId,
  contactId: r.contactId,
  visibility: r.visibility,
  embargoUntil: r.embargoUntil,
  notes: r.notes,
  print: {
    wording: { ar: r.wordingAr ?? undefined, en: r.wordingEn ?? undefined },
    section: { ar: r.sectionAr ?? undefined, en: r.sectionEn ?? undefined },
    place: r.sectionPlace,
    at: r.wordedAt,
  },
  late: r.late,
  version: r.version,
  submittedAt: r.submittedAt,
  changedAt: r.changedAt,
})

/** `now` opens what was embargoed until then: from that instant it is visible to the network, and is shown so. */
async function withPartners(db: Database, { networkId, now }: Reader, rows: Row[]): Promise<Activity[]> {
  if (rows.length === 0) return []
  const partners = await db
    .select()
    .from(activityPartners)
    .where(
      and(
        eq(activityPartners.networkId, networkId),
        inArray(
          activityPartners.activityId,
          rows.map(r => r.id),
        ),
        sql`${activityPartners.state} <> 'declined'`,
      ),
    )
    .orderBy(asc(activityPartners.organizationId))
  const of = new Map<string, { all: string[]; invited: string[] }>()
  for (const p of partners) {
    const had = of.get(p.activityId) ?? { all: [], invited: [] }
    had.all.push(p.organizationId)
    if (p.state === 'named') had.invited.push(p.organizationId)
    of.set(p.activityId, had)
  }
  return rows.map(r => {
    const open = r.visibility === 'centre' && r.embargoUntil !== null && Temporal.Instant.compare(r.embargoUntil, now) <= 0
    return asActivity(open ? { ...r, visibility: 'network' } : r, of.get(r.id))
  })
}

const kept = sql`${activities.lifecycle} not in ('withdrawn', 'cancelled')`

type Span = { start: Temporal.Instant; end: Temporal.Instant }
type Filter = { ownerId?: string | undefined; priorityId?: string | undefined }

const within = (reader: Reader, span: Span, filter: Filter): SQL =>
  and(
    visibleTo(reader),
    gt(activities.endsAt, span.start),
    lt(activities.startsAt, span.end),
    kept,
    filter.ownerId ? ownedOrJoined(filter.ownerId) : undefined,
    filter.priorityId ? eq(activities.priorityId, filter.priorityId) : undefined,
  ) as SQL

/** Activities that touch the span (`start` inclusive, `end` exclusive) and stand, in order of time. */
export async function inWindow(db: Database, reader: Reader, span: Span, filter: Filter = {}): Promise<Activity[]> {
  const rows = await db
    .select()
    .from(activities)
    .where(within(reader, span, filter))
    .orderBy(asc(activities.startsAt), asc(activities.reference))
  return withPartners(db, reader, rows)
}

/** What a calendar shows of a span: all that stands, and what was taken out since `since`, so that whoever had it learns that it is off. */
export async function forCalendar(db: Database, reader: Reader, span: Span, since: Temporal.Instant): Promise<Activity[]> {
  const rows = await db
    .select()
    .from(activities)
    .where(
      and(
        visibleTo(reader),
        gt(activities.endsAt, span.start),
        lt(activities.startsAt, span.end),
        or(kept, gt(activities.changedAt, since)),
      ),
    )
    .orderBy(asc(activities.startsAt), asc(activities.reference))
  return withPartners(db, reader, rows)
}

/** What the order of a plan and its counts need of an activity. `startsAt` is in milliseconds since 1970. */
export type Outline = { id: string; reference: string; ownerId: string; startsAt: number; titles: Language[] }

/**
 * The same activities as `inWindow`, unordered, each as its outline: a plan of thousands is put in order, and a page of it read whole. The rows come as
 * the driver has them, for making each value into what the model uses takes ten times longer than the query.
 */
export async function outlines(db: Database, reader: Reader, span: Span, filter: Filter = {}): Promise<Outline[]> {
  const found = await db.execute(sql`
    select ${activities.id} as i, ${activities.reference} as r, ${activities.ownerId} as o, extract(epoch from ${activities.startsAt})::float8 as s,
      (${activities.titleAr} is not null)::int + (${activities.titleEn} is not null)::int * 2 as t
    from ${activities} where ${within(reader, span, filter)}`)
  return rowsOf<{ i: string; r: string; o: string; s: number; t: number }>(found).map(({ i, r, o, s, t }) => ({
    id: i,
    reference: r,
    ownerId: o,
    startsAt: s * 1000,
    titles: titled[t] ?? [],
  }))
}
const titled: Language[][] = [[], ['ar'], ['en'], ['ar', 'en']]

/** Those of these activities that the reader may see, in the order of `ids`. */
export async function byIds(db: Database, reader: Reader, ids: string[]): Promise<Activity[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(activities)
    .where(and(visibleTo(reader), inArray(activities.id, ids)))
  const found = new Map((await withPartners(db, reader, rows)).map(a => [a.id, a]))
  return ids.flatMap(id => found.get(id) ?? [])
}

/** An organization's own, and those it is an accepted partner of. */
export const ownedOrJoined = (organizationId: string): SQL =>
  or(
    eq(activities.ownerId, organizationId),
    sql`exists (select 1 from ${activityPartners} j where j.network_id = ${activities.networkId} and j.activity_id = ${activities.id} and j.organization_id = ${organizationId} and j.state = 'accepted')`,
  ) as SQL

async function one(db: Database, reader: Reader, where: SQL): Promise<Activity | null> {
  const rows = await db
    .select()
    .from(activities)
    .where(and(visibleTo(reader), where))
    .limit(1)
  return (await withPartners(db, reader, rows))[0] ?? null
}

export const byId = (db: Database, reader: Reader, id: string): Promise<Activity | null> => one(db, reader, eq(activities.id, id))
export const byReference = (db: Database, reader: Reader, reference: string): Promise<Activity | null> =>
  one(db, reader, eq(activities.reference, reference.toUpperCase()))

/** Those of these references that the reader may see. */
export async function byReferences(db: Database, reader: Reader, references: string[]): Promise<Activity[]> {
  if (references.length === 0) return []
  const rows = await db
    .select()
    .from(activities)
    .where(and(visibleTo(reader), inArray(activities.reference, references)))
  return withPartners(db, reader, rows)
}

/** What an organization owns and has not withdrawn, that has not ended before `from`, in order of time. */
export async function ofOrganization(
  db: Database,
  reader: Reader,
  organizationId: string,
  since: { from?: Temporal.Instant } = {},
): Promise<Activity[]> {
  const rows = await db
    .select()
    .from(activities)
    .where(
      and(
        visibleTo(reader),
        eq(activities.ownerId, organizationId),
        sql`${activities.lifecycle} <> 'withdrawn'`,
        since.from ? gt(activities.endsAt, since.from) : undefined,
      ),
    )
    .orderBy(asc(activities.startsAt), asc(activities.reference))
  return withPartners(db, reader, rows)
}

/** What waits for the centre and is not past: new, or changed since it was last reviewed; and what the centre had reviewed and was taken out since. */
export async function waitingForReview(db: Database, reader: Reader): Promise<Activity[]> {
  const rows = await db
    .select()
    .from(activities)
    .where(
      and(
        visibleTo(reader),
        gt(activities.endsAt, reader.now),
        or(
          and(kept, or(eq(activities.review, 'new'), sql`coalesce(${activities.reviewedVersion}, 0) < ${activities.version}`)),
          sql`${activities.reviewedVersion} < ${activities.version}`,
        ),
      ),
    )
    .orderBy(asc(activities.startsAt), asc(activities.reference))
  return withPartners(db, reader, rows)
}

/** A priority as an activity may be tied to it; `month` is YYYY-MM. */
export type Servable = { id: string; month: string; title: Bilingual }

/** The priorities an activity may serve: those of a month (YYYY-MM) and after it, and one it is tied to already; by month and rank. */
export async function servable(db: Database, reader: Reader, from: string, tied: string | null): Promise<Servable[]> {
  if (reader.roles.length === 0) return []
  const rows = await db
    .select({ id: priorities.id, month: priorities.month, titleAr: priorities.titleAr, titleEn: priorities.titleEn })
    .from(priorities)
    .where(
      and(
        eq(priorities.networkId, reader.networkId),
        or(and(eq(priorities.active, true), gte(priorities.month, from)), tied === null ? undefined : eq(priorities.id, tied)),
      ),
    )
    .orderBy(asc(priorities.month), asc(priorities.rank), asc(priorities.id))
  return rows.map(r => ({ id: r.id, month: r.month, title: { ar: r.titleAr ?? undefined, en: r.titleEn ?? undefined } }))
}

export type NewActivity = typeof activities.$inferInsert

/** Inserts a new activity; false when one with this id stands already (the same draft, submitted twice). */
export async function add(db: Database, row: NewActivity, partnerIds: string[]): Promise<boolean> {
  const made = await db
    .insert(activities)
    .values(row)
    .onConflictDoNothing({ target: [activities.networkId, activities.id] })
    .returning({ id: activities.id })
  if (made.length === 0) return false
  // A new activity has none to part from.
  if (partnerIds.length > 0) await setPartners(db, row.networkId, row.id, partnerIds)
  return true
}

export type Partner = { organizationId: string; state: 'named' | 'accepted' | 'declined' }
const partnersAre = (networkId: string, activityId: string) =>
  and(eq(activityPartners.networkId, networkId), eq(activityPartners.activityId, activityId))

/** Every partner of an activity with how it stands, those that declined among them. */
export const partnersOf = (db: Database, networkId: string, activityId: string): Promise<Partner[]> =>
  db
    .select({ organizationId: activityPartners.organizationId, state: activityPartners.state })
    .from(activityPartners)
    .where(partnersAre(networkId, activityId))
    .orderBy(asc(activityPartners.organizationId))

/** Names the partners; one who accepted already stays accepted, and one who declined is named anew. Returns those that are partners no more. */
export async function setPartners(db: Database, networkId: string, activityId: string, partnerIds: string[]): Promise<Partner[]> {
  // Who declined is no partner, and that they did is kept.
  const of = and(partnersAre(networkId, activityId), sql`${activityPartners.state} <> 'declined'`)
  const parted = await db
    .delete(activityPartners)
    .where(
      partnerIds.length > 0
        ? and(
            of,
            sql`${activityPartners.organizationId} not in (${sql.join(
              partnerIds.map(p => sql`${p}`),
              sql`, `,
            )})`,
          )
        : of,
    )
    .returning({ organizationId: activityPartners.organizationId, state: activityPartners.state })
  for (const organizationId of partnerIds) await setPartner(db, networkId, activityId, organizationId, 'named')
  return parted
}

/** Sets how one partner stands; naming leaves one who accepted as they are. */
export async function setPartner(
  db: Database,
  networkId: string,
  activityId: string,
  organizationId: string,
  state: Partner['state'],
): Promise<void> {
  await db
    .insert(activityPartners)
    .values({ networkId, activityId, organizationId, state })
    .onConflictDoUpdate({
      target: [activityPartners.networkId, activityPartners.activityId, activityPartners.organizationId],
      set: { state },
      ...(state === 'named' ? { setWhere: sql`${activityPartners.state} = 'declined'` } : {}),
    })
}

export async function dropPartner(db: Database, networkId: string, activityId: string, organizationId: string): Promise<void> {
  await db.delete(activityPartners).where(and(partnersAre(networkId, activityId), eq(activityPartners.organizationId, organizationId)))
}

/** What is planned and not over, in order of time: what may have to be asked about again. */
export async function planned(db: Database, reader: Reader): Promise<Activity[]> {
  const rows = await db
    .select()
    .from(activities)
    .where(and(visibleTo(reader), eq(activities.lifecycle, 'planned'), gt(activities.endsAt, reader.now)))
    .orderBy(asc(activities.startsAt), asc(activities.reference))
  return withPartners(db, reader, rows)
}

/** Changes what stands at `version`, which counts up; false when somebody changed it since, and then nothing is written. */
export async function change(db: Database, networkId: string, id: string, version: number, set: Partial<NewActivity>): Promise<boolean> {
  const changed = await db
    .update(activities)
    .set({ ...set, version: version + 1 })
    .where(and(eq(activities.networkId, networkId), eq(activities.id, id), eq(activities.version, version)))
    .returning({ id: activities.id })
  return changed.length > 0
}

/** The centre's review is of a version; it does not count as a change of the activity. */
export async function review(
  db: Database,
  networkId: string,
  id: string,
  version: number,
  set: { review: 'reviewed' | 'returned'; reviewNote: string | null },
): Promise<boolean> {
  const changed = await db
    .update(activities)
    .set({ ...set, reviewedVersion: version })
    .where(and(eq(activities.networkId, networkId), eq(activities.id, id), eq(activities.version, version)))
    .returning({ id: activities.id })
  return changed.length > 0
}

/**
 * What the centre has an edition print is no change of the activity either. It is of the version and of the wording (`seen`) that the coordinator was
 * shown: false where either is another by now, and then nothing is written.
 */
export async function word(
  db: Database,
  networkId: string,
  id: string,
  version: number,
  seen: Temporal.Instant | null,
  print: Print,
): Promise<boolean> {
  const changed = await db
    .update(activities)
    .set({
      wordingAr: print.wording.ar ?? null,
      wordingEn: print.wording.en ?? null,
      sectionAr: print.section.ar ?? null,
      sectionEn: print.section.en ?? null,
      sectionPlace: print.place,
      wordedAt: print.at,
    })
    .where(
      and(
        eq(activities.networkId, networkId),
        eq(activities.id, id),
        eq(activities.version, version),
        seen ? eq(activities.wordedAt, seen) : isNull(activities.wordedAt),
      ),
    )
    .returning({ id: activities.id })
  return changed.length > 0
}

/** The sections in which something that is not over stands, by name. */
export async function sections(db: Database, reader: Reader): Promise<Bilingual[]> {
  const rows = await db
    .selectDistinct({ ar: activities.sectionAr, en: activities.sectionEn })
    .from(activities)
    .where(and(visibleTo(reader), gt(activities.endsAt, reader.now), or(isNotNull(activities.sectionAr), isNotNull(activities.sectionEn))))
    .orderBy(asc(activities.sectionAr), asc(activities.sectionEn))
  return rows.map(r => ({ ar: r.ar ?? undefined, en: r.en ?? undefined }))
}

export async function markLate(db: Database, networkId: string, id: string): Promise<void> {
  await db
    .update(activities)
    .set({ late: true })
    .where(and(eq(activities.networkId, networkId), eq(activities.id, id)))
}
