/** Support requests, their messages and the centre's duty in Postgres. No other file writes these tables. */
import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Reader } from '../src/model/people.ts'
import { type Duty, openStates, type SupportKind, type SupportMessage, type SupportRequest } from '../src/model/support.ts'
import type { Database } from './client.ts'
import { duties, supportMessages, supportRequests } from './schema.ts'

/** What a reader may see, as SQL: the centre all; members what their organization asked, and what it accepted to help with; nobody else anything. */
function seenBy(reader: Reader): SQL {
  const network = eq(supportRequests.networkId, reader.networkId)
  if (reader.roles.includes('coordinator')) return network
  if (!reader.roles.includes('member')) return sql`false`
  const helps = and(eq(supportRequests.partnerId, reader.organizationId), eq(supportRequests.partnerState, 'accepted'))
  return and(network, or(eq(supportRequests.organizationId, reader.organizationId), helps)) as SQL
}

const read = (db: Database, where: SQL | undefined): Promise<SupportRequest[]> =>
  db.select().from(supportRequests).where(where).orderBy(asc(supportRequests.dueOn), asc(supportRequests.reference))

/** `mine`: of a coordinator those they have, of a member those they asked for. */
export type Filter = { organizationId?: string | undefined; kind?: SupportKind | undefined; mine?: boolean | undefined }
const filtered = (reader: Reader, f: Filter) =>
  and(
    f.organizationId ? eq(supportRequests.organizationId, f.organizationId) : undefined,
    f.kind ? eq(supportRequests.kind, f.kind) : undefined,
    f.mine ? eq(reader.roles.includes('coordinator') ? supportRequests.ownerId : supportRequests.memberId, reader.memberId) : undefined,
  )
const open = () => inArray(supportRequests.state, [...openStates])

/** What is still before the centre, by the day it is due. */
export const openFor = (db: Database, reader: Reader, filter: Filter = {}): Promise<SupportRequest[]> =>
  read(db, and(seenBy(reader), open(), filtered(reader, filter)))

/** What is done and not answered, or was settled after an instant; the latest first. */
export const lately = (db: Database, reader: Reader, since: Temporal.Instant, filter: Filter = {}): Promise<SupportRequest[]> =>
  db
    .select()
    .from(supportRequests)
    .where(
      and(
        seenBy(reader),
        or(
          eq(supportRequests.state, 'done'),
          and(inArray(supportRequests.state, ['closed', 'declined', 'withdrawn']), gt(supportRequests.settledAt, since)),
        ),
        filtered(reader, filter),
      ),
    )
    .orderBy(desc(supportRequests.changedAt), desc(supportRequests.reference))

/** What was asked from an instant (inclusive) to another (exclusive), whatever came of it. */
export const askedWithin = (db: Database, reader: Reader, from: Temporal.Instant, to: Temporal.Instant): Promise<SupportRequest[]> =>
  read(db, and(seenBy(reader), gte(supportRequests.askedAt, from), lt(supportRequests.askedAt, to)))

export async function byId(db: Database, reader: Reader, id: string): Promise<SupportRequest | null> {
  const [row] = await read(db, and(seenBy(reader), eq(supportRequests.id, id)))
  return row ?? null
}

export async function byReference(db: Database, reader: Reader, reference: string): Promise<SupportRequest | null> {
  const [row] = await read(db, and(seenBy(reader), eq(supportRequests.reference, reference)))
  return row ?? null
}

/** Requests saved from one draft: its id is that of the first, and the others' begins with it. */
export const ofDraft = (db: Database, reader: Reader, draft: string): Promise<SupportRequest[]> =>
  read(db, and(seenBy(reader), or(eq(supportRequests.id, draft), sql`starts_with(${supportRequests.id}, ${`${draft}.`})`)))

/** Every request for an activity, taken back ones included. */
export const ofActivity = (db: Database, networkId: string, activityId: string): Promise<SupportRequest[]> =>
  read(db, and(eq(supportRequests.networkId, networkId), eq(supportRequests.activityId, activityId)))

/** What one of the centre has taken and not done. */
export const takenBy = (db: Database, networkId: string, memberId: string): Promise<SupportRequest[]> =>
  read(db, and(eq(supportRequests.networkId, networkId), eq(supportRequests.ownerId, memberId), eq(supportRequests.state, 'taken')))

const of = (networkId: string, id: string) => and(eq(supportRequests.networkId, networkId), eq(supportRequests.id, id))

/** The request, held until the transaction ends: two people change it one after the other. */
export async function hold(db: Database, networkId: string, id: string): Promise<SupportRequest | null> {
  const [row] = await db.select().from(supportRequests).where(of(networkId, id)).for('update')
  return row ?? null
}

export type NewRequest = Pick<
  SupportRequest,
  | 'networkId'
  | 'id'
  | 'reference'
  | 'kind'
  | 'details'
  | 'activityId'
  | 'need'
  | 'dueOn'
  | 'urgent'
  | 'organizationId'
  | 'memberId'
  | 'askedAt'
>
/** Stores a request; null where this id, or this need of this activity, stands already. */
export async function add(db: Database, row: NewRequest): Promise<SupportRequest | null> {
  const [made] = await db
    .insert(supportRequests)
    .values({ ...row, changedAt: row.askedAt })
    .onConflictDoNothing()
    .returning()
  return made ?? null
}

export type RequestSet = Partial<Omit<SupportRequest, 'networkId' | 'id' | 'reference' | 'version' | 'changedAt' | 'askedAt'>>
/** Changes what stands at `version`, which counts up; null when somebody changed it since, and then nothing is written. */
export async function change(
  db: Database,
  networkId: string,
  id: string,
  version: number,
  set: RequestSet,
  at: Temporal.Instant,
): Promise<SupportRequest | null> {
  const [row] = await db
    .update(supportRequests)
    .set({ ...set, version: version + 1, changedAt: at })
    .where(and(of(networkId, id), eq(supportRequests.version, version)))
    .returning()
  return row ?? null
}

/** Keeps a message; false where it was kept before. */
export async function addMessage(db: Database, message: SupportMessage): Promise<boolean> {
  const made = await db.insert(supportMessages).values(message).onConflictDoNothing().returning({ id: supportMessages.id })
  return made.length > 0
}

export async function messageById(db: Database, networkId: string, id: string): Promise<SupportMessage | null> {
  const [row] = await db
    .select()
    .from(supportMessages)
    .where(and(eq(supportMessages.networkId, networkId), eq(supportMessages.id, id)))
  return row ?? null
}

/** What was written about a request, in its order. */
export const messagesOf = (db: Database, networkId: string, requestId: string): Promise<SupportMessage[]> =>
  db
    .select()
    .from(supportMessages)
    .where(and(eq(supportMessages.networkId, networkId), eq(supportMessages.requestId, requestId)))
    .orderBy(asc(supportMessages.at), asc(supportMessages.id))

const standing = (networkId: string) => and(eq(duties.networkId, networkId), isNull(duties.endedAt))

/** Duties at an instant, the one that was set last first: a later word on the same hours goes before an earlier one. */
export const onDutyAt = (db: Database, networkId: string, at: Temporal.Instant): Promise<Duty[]> =>
  db
    .select()
    .from(duties)
    .where(and(standing(networkId), lte(duties.from, at), gt(duties.until, at)))
    .orderBy(desc(duties.setAt), desc(duties.id))

/** Duties that are not over at an instant, by their beginning. */
export const dutiesFrom = (db: Database, networkId: string, at: Temporal.Instant): Promise<Duty[]> =>
  db
    .select()
    .from(duties)
    .where(and(standing(networkId), gt(duties.until, at)))
    .orderBy(asc(duties.from), asc(duties.setAt), asc(duties.id))

export async function addDuty(db: Database, row: Omit<Duty, 'endedAt'>): Promise<boolean> {
  const made = await db.insert(duties).values(row).onConflictDoNothing().returning({ id: duties.id })
  return made.length > 0
}

export async function dutyById(db: Database, networkId: string, id: string): Promise<Duty | null> {
  const [row] = await db
    .select()
    .from(duties)
    .where(and(eq(duties.networkId, networkId), eq(duties.id, id)))
  return row ?? null
}

/** Takes a duty back, or all of a member's; how many were standing. */
export async function endDuty(
  db: Database,
  networkId: string,
  which: { id: string } | { memberId: string },
  at: Temporal.Instant,
): Promise<number> {
  const ended = await db
    .update(duties)
    .set({ endedAt: at })
    .where(and(standing(networkId), 'id' in which ? eq(duties.id, which.id) : eq(duties.memberId, which.memberId)))
    .returning({ id: duties.id })
  return ended.length
}
