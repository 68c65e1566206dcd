/** The periodic meetings, and how organizations stand to them. No other file writes these tables. */
import { and, asc, desc, eq, gt, gte, inArray, lt, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { type Database, rowsOf } from './client.ts'
import { meetingAnswers, meetings } from './schema.ts'

export type Meeting = typeof meetings.$inferSelect
export type Answer = 'nil' | 'all' | 'submitted'

/** How an organization answered last; `submissions` counts its changes to activities of the window, by a member or by the centre for it. */
export type Answered = { organizationId: string; answer: Answer; memberId: string; at: Temporal.Instant; submissions: number }

const of = (networkId: string, id: string) => and(eq(meetings.networkId, networkId), eq(meetings.id, id))

export async function byId(db: Database, networkId: string, id: string): Promise<Meeting | null> {
  const [row] = await db.select().from(meetings).where(of(networkId, id))
  return row ?? null
}

/** The meeting, held until the transaction ends: what two people do to it at once is done one after the other. */
export async function hold(db: Database, networkId: string, id: string): Promise<Meeting | null> {
  const [row] = await db.select().from(meetings).where(of(networkId, id)).for('update')
  return row ?? null
}

/** Making meetings ahead is done by one copy of the bot after the other. */
export async function holdAll(db: Database, networkId: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${networkId}/meetings`}, 0))`)
}

/** Meetings that have not begun, skipped ones included, in order. */
export async function upcoming(db: Database, networkId: string, now: Temporal.Instant): Promise<Meeting[]> {
  return db
    .select()
    .from(meetings)
    .where(and(eq(meetings.networkId, networkId), gt(meetings.startsAt, now)))
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
}

/** Meetings that begin in a span (`start` inclusive, `end` exclusive), skipped ones included, in order. */
export async function between(
  db: Database,
  networkId: string,
  span: { start: Temporal.Instant; end: Temporal.Instant },
): Promise<Meeting[]> {
  return db
    .select()
    .from(meetings)
    .where(and(eq(meetings.networkId, networkId), gte(meetings.startsAt, span.start), lt(meetings.startsAt, span.end)))
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
}

/** The nearest meeting that has not begun and is not skipped. */
export async function next(db: Database, networkId: string, now: Temporal.Instant): Promise<Meeting | null> {
  const [row] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.networkId, networkId), gt(meetings.startsAt, now), eq(meetings.state, 'planned')))
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .limit(1)
  return row ?? null
}

/** The meeting before this instant; null where none is kept. */
export async function previous(db: Database, networkId: string, before: Temporal.Instant): Promise<Meeting | null> {
  const [row] = await db
    .select()
    .from(meetings)
    .where(and(eq(meetings.networkId, networkId), lt(meetings.startsAt, before), eq(meetings.state, 'planned')))
    .orderBy(desc(meetings.startsAt))
    .limit(1)
  return row ?? null
}

/** When the meeting before this instant began; null where none is kept. */
export const previousStart = async (db: Database, networkId: string, before: Temporal.Instant): Promise<Temporal.Instant | null> =>
  (await previous(db, networkId, before))?.startsAt ?? null

/** The last day (YYYY-MM-DD) of the rule for which a meeting was made. */
export async function lastRuleDay(db: Database, networkId: string): Promise<string | null> {
  const [row] = await db
    .select({ day: sql<string | null>`max(${meetings.ruleDay})::text` })
    .from(meetings)
    .where(eq(meetings.networkId, networkId))
  return row?.day ?? null
}

/** False where a meeting of that day of the rule stands already. */
export async function add(db: Database, row: typeof meetings.$inferInsert): Promise<boolean> {
  return (await db.insert(meetings).values(row).onConflictDoNothing().returning({ id: meetings.id })).length > 0
}

/** Changes what stands at `version`, which counts up; false when somebody changed it since, and then nothing is written. */
export async function change(
  db: Database,
  networkId: string,
  id: string,
  version: number,
  set: Partial<Pick<Meeting, 'startsAt' | 'deadlineAt' | 'state' | 'steps'>>,
): Promise<boolean> {
  const changed = await db
    .update(meetings)
    .set({ ...set, version: version + 1 })
    .where(and(of(networkId, id), eq(meetings.version, version)))
    .returning({ id: meetings.id })
  return changed.length > 0
}

/** What follows from the calendar and the settings; no change by anybody's hand, so that the version stays. */
export async function follow(db: Database, networkId: string, id: string, set: Pick<Meeting, 'deadlineAt' | 'steps'>): Promise<void> {
  await db.update(meetings).set(set).where(of(networkId, id))
}

/** A meeting of the old rule becomes the one of the new rule for the same months: what was answered to it stays. */
export async function remake(
  db: Database,
  networkId: string,
  id: string,
  set: Pick<Meeting, 'ruleDay' | 'startsAt' | 'deadlineAt' | 'steps' | 'state'>,
): Promise<void> {
  await db
    .update(meetings)
    .set({ ...set, version: sql`${meetings.version} + 1` })
    .where(of(networkId, id))
}

/** Takes the rule's day from meetings that are about to be remade, so that two of them may change places. */
export async function freeRuleDays(db: Database, networkId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .update(meetings)
    .set({ ruleDay: null })
    .where(and(eq(meetings.networkId, networkId), inArray(meetings.id, ids)))
}

export async function remove(db: Database, networkId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await db.delete(meetings).where(and(eq(meetings.networkId, networkId), inArray(meetings.id, ids)))
}

/** Keeps an organization's own answer; false where it gave one before, or a colleague did at this moment. */
export async function addAnswer(db: Database, row: typeof meetingAnswers.$inferInsert): Promise<boolean> {
  return (
    (await db.insert(meetingAnswers).values(row).onConflictDoNothing().returning({ organizationId: meetingAnswers.organizationId }))
      .length > 0
  )
}

export async function ownAnswer(db: Database, networkId: string, meetingId: string, organizationId: string) {
  const [row] = await db
    .select()
    .from(meetingAnswers)
    .where(
      and(
        eq(meetingAnswers.networkId, networkId),
        eq(meetingAnswers.meetingId, meetingId),
        eq(meetingAnswers.organizationId, organizationId),
      ),
    )
  return row ?? null
}

/**
 * Who has answered a meeting: since `since` (the start of the one before) somebody submitted or edited an activity that the organization owned
 * then and that touches the window, or the organization answered by itself. One row for each organization, with its latest answer.
 */
export async function answered(
  db: Database,
  networkId: string,
  what: { meetingId: string; since: Temporal.Instant; start: Temporal.Instant; end: Temporal.Instant; organizationId?: string | undefined },
): Promise<Answered[]> {
  const instant = (at: Temporal.Instant) => sql`${at.toString()}::timestamptz`
  const onlyA = what.organizationId ? sql`and a.organization_id = ${what.organizationId}` : sql``
  const onlyV = what.organizationId ? sql`and o.owner_id = ${what.organizationId}` : sql``
  const rows = await db.execute(sql`
    with given as (
      select a.organization_id, a.answer, a.member_id, a.at, 0 as submitted
      from meeting_answers a
      where a.network_id = ${networkId} and a.meeting_id = ${what.meetingId} ${onlyA}
      union all
      select o.owner_id, 'submitted', c.member_id, c.at, 1
      from activities v
      join changes c on c.network_id = v.network_id and c.entity = 'activity' and c.entity_id = v.id
      cross join lateral (
        select coalesce((
          select h.before ->> 'ownerId' from changes h
          where h.network_id = c.network_id and h.entity = 'activity' and h.entity_id = v.id and h.action = 'handedOver' and h.seq > c.seq
          order by h.seq limit 1
        ), v.owner_id) as owner_id
      ) o
      where v.network_id = ${networkId} and v.ends_at > ${instant(what.start)} and v.starts_at < ${instant(what.end)} ${onlyV}
        and c.action in ('submitted', 'edited') and c.at >= ${instant(what.since)} and c.member_id is not null
    )
    select distinct on (organization_id) organization_id as "organizationId", answer, member_id as "memberId",
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      (sum(submitted) over (partition by organization_id))::int as submissions
    from given
    order by organization_id, given.at desc, submitted desc`)
  return rowsOf<Omit<Answered, 'at'> & { at: string }>(rows).map(r => ({ ...r, at: Temporal.Instant.from(r.at) }))
}

/** Whether a meeting has begun by an instant is one comparison, kept beside the rows it is about. */
export const hasBegun = (m: Pick<Meeting, 'startsAt'>, now: Temporal.Instant): boolean => Temporal.Instant.compare(m.startsAt, now) <= 0
