/** Seats of workshops and their waiting lists in Postgres. No other file writes these tables. All of it is visible to the network. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Seat, Waiting } from '../src/model/training.ts'
import { type Database, rowsOf } from './client.ts'
import { workshopSeats, workshopWaiting } from './schema.ts'
import { byId } from './training.ts'

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
