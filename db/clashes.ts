/** Clashes in Postgres, and the one query that finds what an activity may clash with. No other file writes this table. */
import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Kind, When } from '../src/model/activity.ts'
import type { ClashState, Found, Weight } from '../src/model/clash.ts'
import type { Reader } from '../src/model/people.ts'
import { visibleTo } from './activities.ts'
import { type Database, rowsOf } from './client.ts'
import { activities, clashes } from './schema.ts'

export type Clash = typeof clashes.$inferSelect

/** An activity as it is compared; `seen` is false where the reader may not know of it. */
export type Near = {
  id: string
  ownerId: string
  kind: Kind
  when: When
  patron: string | null
  venue: string | null
  audience: string[]
  priorityId: string | null
  seen: boolean
}

/** Everything planned that touches the stretch of time, whoever owns it and whoever may see it, but for these. */
export async function near(
  db: Database,
  reader: Reader,
  span: { start: Temporal.Instant; end: Temporal.Instant },
  but: readonly string[],
): Promise<Near[]> {
  const found = await db.execute(sql`
    select ${activities.id} as id, ${activities.ownerId} as owner, ${activities.kind} as kind, ${activities.when} as "when", ${activities.patron} as patron,
      ${activities.venue} as venue, ${activities.audience} as audience, ${activities.priorityId} as priority, (${visibleTo(reader)}) as seen
    from ${activities}
    where ${activities.networkId} = ${reader.networkId} and ${activities.endsAt} > ${span.start.toString()}::timestamptz
      and ${activities.startsAt} < ${span.end.toString()}::timestamptz and ${activities.lifecycle} not in ('withdrawn', 'cancelled', 'completed')
    order by ${activities.startsAt}, ${activities.reference}`)
  type Row = {
    id: string
    owner: string
    kind: Kind
    when: When | string
    patron: string | null
    venue: string | null
    audience: string[]
    priority: string | null
    seen: boolean
  }
  return rowsOf<Row>(found).flatMap(r =>
    but.includes(r.id)
      ? []
      : [
          {
            id: r.id,
            ownerId: r.owner,
            kind: r.kind,
            when: typeof r.when === 'string' ? (JSON.parse(r.when) as When) : r.when,
            patron: r.patron,
            venue: r.venue,
            audience: r.audience,
            priorityId: r.priority,
            seen: r.seen,
          },
        ],
  )
}

const of = (networkId: string): SQL => eq(clashes.networkId, networkId)

export async function byId(db: Database, networkId: string, id: string): Promise<Clash | null> {
  const [row] = await db
    .select()
    .from(clashes)
    .where(and(of(networkId), eq(clashes.id, id)))
  return row ?? null
}

/** Every clash an activity has part in, settled ones included. */
export const ofActivity = (db: Database, networkId: string, activityId: string): Promise<Clash[]> =>
  db
    .select()
    .from(clashes)
    .where(and(of(networkId), or(eq(clashes.first, activityId), eq(clashes.second, activityId))))
    .orderBy(asc(clashes.foundAt), asc(clashes.id))

/** Open clashes, the weightiest first; of some organizations' activities, or of all. */
export function open(db: Database, networkId: string, owners?: readonly string[]): Promise<Clash[]> {
  const theirs = owners
    ? sql`exists (select 1 from ${activities} where ${activities.networkId} = ${networkId} and ${activities.id} in (${clashes.first}, ${clashes.second}) and ${inArray(activities.ownerId, [...owners])})`
    : undefined
  const order = sql`case ${clashes.weight} when 'blocking' then 0 when 'serious' then 1 else 2 end`
  return db
    .select()
    .from(clashes)
    .where(and(of(networkId), eq(clashes.state, 'open'), theirs))
    .orderBy(order, asc(clashes.foundAt), asc(clashes.id))
}

/** How many open clashes have both sides in a stretch of time. */
export async function openWithin(
  db: Database,
  networkId: string,
  span: { start: Temporal.Instant; end: Temporal.Instant },
): Promise<number> {
  const found = await db.execute(sql`
    select count(*)::int as n from ${clashes}
    where ${of(networkId)} and ${clashes.state} = 'open' and not exists (
      select 1 from ${activities} where ${activities.networkId} = ${networkId} and ${activities.id} in (${clashes.first}, ${clashes.second})
        and (${activities.endsAt} <= ${span.start.toString()}::timestamptz or ${activities.startsAt} >= ${span.end.toString()}::timestamptz))`)
  return rowsOf<{ n: number }>(found)[0]?.n ?? 0
}

export async function add(db: Database, row: typeof clashes.$inferInsert): Promise<void> {
  await db
    .insert(clashes)
    .values(row)
    .onConflictDoNothing({ target: [clashes.networkId, clashes.first, clashes.second] })
}

export async function refresh(
  db: Database,
  networkId: string,
  id: string,
  set: { reasons: Found[]; weight: Weight; state: ClashState; settledAt: Temporal.Instant | null },
): Promise<void> {
  await db
    .update(clashes)
    .set({ ...set, ...(set.state === 'open' ? { note: null, settledBy: null } : {}) })
    .where(and(of(networkId), eq(clashes.id, id)))
}

/** Settles an open one; false where it is settled already. */
export async function settle(
  db: Database,
  networkId: string,
  id: string,
  set: { state: Exclude<ClashState, 'open'>; note: string | null; settledBy: string | null; settledAt: Temporal.Instant },
): Promise<boolean> {
  const done = await db
    .update(clashes)
    .set(set)
    .where(and(of(networkId), eq(clashes.id, id), eq(clashes.state, 'open')))
    .returning({ id: clashes.id })
  return done.length > 0
}
