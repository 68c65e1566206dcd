/** Tracks, workshops, seats, waiting lists, attendance and feedback in Postgres. No other file writes these tables. All of it is visible to the network. */

import { and, asc, desc, eq, gt, inArray, lte, type SQL, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Bilingual } from '../src/model/people.ts'
import { referenceOf } from '../src/model/reference.ts'
import type { Attended, Feedback, Seat, Track, Waiting, Workshop } from '../src/model/training.ts'
import { nextNumber } from './changes.ts'
import { type Database, rowsOf } from './client.ts'
import {
  trainingTracks,
  workshopAttendance,
  workshopFeedback,
  workshopFeedbackTokens,
  workshopSeats,
  workshops,
  workshopWaiting,
} from './schema.ts'

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

export type Taking = {
  networkId: string
  workshopId: string
  memberId: string
  organizationId: string
  state: Seat['state']
  since: Temporal.Instant
  byId: string | null
}
/** `full`: no seat is free; `organization`: its organization has as many as one may; `already`: this person has one; `gone`: it is no longer held. */
export type Taken = { seat: number } | 'full' | 'organization' | 'already' | 'gone'

/** Takes the lowest free number, and the lowest free slot of the organization, in one statement; whoever wants the same at that moment tries again. */
export async function takeSeat(db: Database, t: Taking): Promise<Taken> {
  for (;;) {
    const made = await db.execute(sql`
      insert into workshop_seats (network_id, workshop_id, seat, member_id, organization_id, slot, state, since, by_id)
      select w.network_id, w.id, free.seat, ${t.memberId}::text, ${t.organizationId}::text, own.slot, ${t.state}::text,
        ${t.since.toString()}::timestamptz, ${t.byId}::text
      from workshops w
      cross join lateral (
        select min(n) as seat from generate_series(1, w.seats) n
        where not exists (
          select from workshop_seats s where s.network_id = w.network_id and s.workshop_id = w.id and s.seat = n
        )
      ) free
      cross join lateral (
        select min(n) as slot from generate_series(1, coalesce(w.per_organization, w.seats)) n
        where not exists (
          select from workshop_seats s
          where s.network_id = w.network_id and s.workshop_id = w.id and s.organization_id = ${t.organizationId}::text and s.slot = n
        )
      ) own
      where w.network_id = ${t.networkId}::text and w.id = ${t.workshopId}::text and w.state = 'open'
        and free.seat is not null and own.slot is not null
      on conflict do nothing
      returning seat`)
    const [row] = rowsOf<{ seat: number }>(made)
    if (row) return { seat: row.seat }
    const w = await byId(db, t.networkId, t.workshopId)
    if (w?.state !== 'open') return 'gone'
    const taken = await seatsOf(db, t.networkId, [w.id])
    if (taken.some(s => s.memberId === t.memberId)) return 'already'
    if (taken.length >= w.seats) return 'full'
    const own = taken.filter(s => s.organizationId === t.organizationId).length
    if (w.perOrganization !== null && own >= w.perOrganization) return 'organization'
  }
}

/** A seat that was offered is taken; false where it is not held for them any more. */
export async function confirmSeat(
  db: Database,
  networkId: string,
  workshopId: string,
  memberId: string,
  since: Temporal.Instant,
): Promise<boolean> {
  const rows = await db
    .update(workshopSeats)
    .set({ state: 'taken', since })
    .where(and(seatOf(networkId, workshopId, memberId), eq(workshopSeats.state, 'held')))
    .returning({ seat: workshopSeats.seat })
  return rows.length > 0
}

const seatOf = (networkId: string, workshopId: string, memberId: string) =>
  and(eq(workshopSeats.networkId, networkId), eq(workshopSeats.workshopId, workshopId), eq(workshopSeats.memberId, memberId))

/** Frees a person's seat; null where they had none. */
export async function freeSeat(db: Database, networkId: string, workshopId: string, memberId: string): Promise<Seat['state'] | null> {
  const rows = await db
    .delete(workshopSeats)
    .where(seatOf(networkId, workshopId, memberId))
    .returning({ state: workshopSeats.state })
  return rows[0]?.state ?? null
}

/** Numbers seats and slots from 1 without a gap, so that another number of seats or a new limit holds. Only while the workshop is held. */
export async function renumber(db: Database, networkId: string, workshopId: string): Promise<void> {
  const these = and(eq(workshopSeats.networkId, networkId), eq(workshopSeats.workshopId, workshopId))
  // Out of the way first: numbers are unique at every moment.
  await db
    .update(workshopSeats)
    .set({ seat: sql`${workshopSeats.seat} + 100000`, slot: sql`${workshopSeats.slot} + 100000` })
    .where(these)
  await db.execute(sql`
    update workshop_seats s set seat = n.seat, slot = n.slot
    from (
      select seat as was, row_number() over (order by seat)::int as seat, row_number() over (partition by organization_id order by slot)::int as slot
      from workshop_seats where network_id = ${networkId}::text and workshop_id = ${workshopId}::text
    ) n
    where s.network_id = ${networkId}::text and s.workshop_id = ${workshopId}::text and s.seat = n.was`)
}

/** Seats of some workshops, held ones among them, by their numbers. */
export async function seatsOf(db: Database, networkId: string, ids: readonly string[]): Promise<Seat[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(workshopSeats)
    .where(and(eq(workshopSeats.networkId, networkId), inArray(workshopSeats.workshopId, [...ids])))
    .orderBy(asc(workshopSeats.workshopId), asc(workshopSeats.seat))
  return rows.map(({ slot: _slot, networkId: _network, ...seat }) => seat)
}

/** Every seat a member has or had. */
export async function seatsOfMember(db: Database, networkId: string, memberId: string): Promise<Seat[]> {
  const rows = await db
    .select()
    .from(workshopSeats)
    .where(and(eq(workshopSeats.networkId, networkId), eq(workshopSeats.memberId, memberId)))
  return rows.map(({ slot: _slot, networkId: _network, ...seat }) => seat)
}

/** Puts a person at the end of a waiting list; false where they are on it. Only while the workshop is held. */
export async function wait(db: Database, networkId: string, w: Omit<Waiting, 'position'>): Promise<boolean> {
  const made = await db
    .insert(workshopWaiting)
    .values({
      networkId,
      ...w,
      position: sql`(select coalesce(max(position), 0) + 1 from workshop_waiting where network_id = ${networkId} and workshop_id = ${w.workshopId})`,
    })
    .onConflictDoNothing()
    .returning({ position: workshopWaiting.position })
  return made.length > 0
}

/** Takes a person off a waiting list; false where they were not on it. */
export async function unwait(db: Database, networkId: string, workshopId: string, memberId: string): Promise<boolean> {
  const rows = await db
    .delete(workshopWaiting)
    .where(
      and(eq(workshopWaiting.networkId, networkId), eq(workshopWaiting.workshopId, workshopId), eq(workshopWaiting.memberId, memberId)),
    )
    .returning({ memberId: workshopWaiting.memberId })
  return rows.length > 0
}

/** Who waits for some workshops, in their order. */
export async function waitingOf(db: Database, networkId: string, ids: readonly string[]): Promise<Waiting[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(workshopWaiting)
    .where(and(eq(workshopWaiting.networkId, networkId), inArray(workshopWaiting.workshopId, [...ids])))
    .orderBy(asc(workshopWaiting.workshopId), asc(workshopWaiting.position))
  return rows.map(({ networkId: _network, ...w }) => w)
}

export async function waitingOfMember(db: Database, networkId: string, memberId: string): Promise<string[]> {
  const rows = await db
    .select({ workshopId: workshopWaiting.workshopId })
    .from(workshopWaiting)
    .where(and(eq(workshopWaiting.networkId, networkId), eq(workshopWaiting.memberId, memberId)))
  return rows.map(r => r.workshopId)
}

/** Keeps who came to a session; said again, the last word counts. */
export async function mark(
  db: Database,
  networkId: string,
  what: { workshopId: string; session: number; markedAt: Temporal.Instant; markedBy: string },
  people: readonly { memberId: string; came: boolean }[],
): Promise<void> {
  if (people.length === 0) return
  await db
    .insert(workshopAttendance)
    .values(people.map(p => ({ networkId, ...what, ...p })))
    .onConflictDoUpdate({
      target: [workshopAttendance.networkId, workshopAttendance.workshopId, workshopAttendance.session, workshopAttendance.memberId],
      set: { came: sql`excluded.came`, markedAt: what.markedAt, markedBy: what.markedBy },
    })
}

/** Who came to which session of some workshops. */
export async function attendanceOf(db: Database, networkId: string, ids: readonly string[]): Promise<Attended[]> {
  if (ids.length === 0) return []
  return db
    .select({
      workshopId: workshopAttendance.workshopId,
      session: workshopAttendance.session,
      memberId: workshopAttendance.memberId,
      came: workshopAttendance.came,
    })
    .from(workshopAttendance)
    .where(and(eq(workshopAttendance.networkId, networkId), inArray(workshopAttendance.workshopId, [...ids])))
    .orderBy(asc(workshopAttendance.workshopId), asc(workshopAttendance.session), asc(workshopAttendance.memberId))
}

export async function giveToken(db: Database, networkId: string, workshopId: string, token: string): Promise<void> {
  await db.insert(workshopFeedbackTokens).values({ networkId, workshopId, token })
}

export async function tokenStands(db: Database, networkId: string, workshopId: string, token: string): Promise<boolean> {
  const rows = await db
    .select({ token: workshopFeedbackTokens.token })
    .from(workshopFeedbackTokens)
    .where(tokenIs(networkId, workshopId, token))
  return rows.length > 0
}

const tokenIs = (networkId: string, workshopId: string, token: string) =>
  and(
    eq(workshopFeedbackTokens.networkId, networkId),
    eq(workshopFeedbackTokens.workshopId, workshopId),
    eq(workshopFeedbackTokens.token, token),
  )

/** Keeps an answer for a mark that was not spent, which is gone then; false where there is none. */
export async function giveFeedback(
  db: Database,
  networkId: string,
  workshopId: string,
  token: string,
  answer: Feedback & { id: string; on: string },
): Promise<boolean> {
  const spent = await db
    .delete(workshopFeedbackTokens)
    .where(tokenIs(networkId, workshopId, token))
    .returning({ token: workshopFeedbackTokens.token })
  if (spent.length === 0) return false
  await db.insert(workshopFeedback).values({ networkId, workshopId, ...answer })
  return true
}

/** What people thought of a workshop, in an order that only chance made: that of the ids. */
export async function feedbackOf(db: Database, networkId: string, workshopId: string): Promise<Feedback[]> {
  return db
    .select({ useful: workshopFeedback.useful, trainer: workshopFeedback.trainer, better: workshopFeedback.better })
    .from(workshopFeedback)
    .where(and(eq(workshopFeedback.networkId, networkId), eq(workshopFeedback.workshopId, workshopId)))
    .orderBy(sql`md5(${workshopFeedback.id})`)
}
