/** Seats on a server, wanted by many at once: never more than there are, never more for an organization than it may have, nobody twice, nobody lost. */
import { Temporal } from 'temporal-polyfill'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Connection } from '../../db/client.ts'
import * as people from '../../db/people.ts'
import * as seatsDb from '../../db/seats.ts'
import * as trainingDb from '../../db/training.ts'
import { createHouse } from '../../src/house.ts'
import type { Press } from '../../src/model/incoming.ts'
import { holds, type Member } from '../../src/model/people.ts'
import { type TestDatabase, twoConnections } from '../database.ts'
import { house, morning, type TestHouse } from '../house.ts'

let database: TestDatabase & { other: Connection }
let h: TestHouse
/** Another copy of the bot on the same database. */
let copy: ReturnType<typeof createHouse>
const failures: unknown[] = []
beforeEach(async () => {
  database = await twoConnections()
  h = await house(database)
  failures.length = 0
  let n = 0
  copy = createHouse({
    connection: database.other,
    queue: { async put() {}, async work() {}, async stop() {} },
    messengers: new Map([
      [
        'web',
        {
          platform: 'web',
          send: async () => ({ kind: 'sent', card: { place: 'x', id: `copy-${++n}` } }),
          update: async () => ({ kind: 'gone', reason: 'no such card' }),
        },
      ],
    ]),
    ids: () => `copy-${String(++n).padStart(6, '0')}`,
    machineNow: () => Number(Temporal.Instant.from(morning).epochMilliseconds),
    log: { info() {}, warn() {}, error: (details: object) => void failures.push(details) },
    outside: null,
  })
  await copy.start()
})
afterEach(() => database.close())

let deliveries = 0
/** A press of a person, stored and worked by one of the copies. */
async function press(who: string, press: Press, on: 'first' | 'second'): Promise<void> {
  const inbox = on === 'first' ? h.inbox : copy.inbox
  const taken = await inbox.take({
    delivery: `together-${++deliveries}`,
    account: { platform: 'web', space: 'local', user: who },
    profile: { email: `${who}@munassiq.example`, guest: false },
    place: { kind: 'direct', id: who },
    content: { kind: 'press', press, dialog: false },
  })
  await taken.work()
}
const together = (all: { who: string; press: Press }[]) =>
  Promise.all(all.map(({ who, press: p }, i) => press(who, p, i % 2 === 0 ? 'first' : 'second')))

async function offered(seats: number, perOrganization: number | null): Promise<string> {
  const startsAt = Temporal.Instant.from('2026-12-14T09:00:00+03:00')
  const made = await trainingDb.add(
    h.db,
    {
      networkId: h.networkId,
      id: 'podcast',
      trackId: 'new_media',
      title: { en: 'Podcast production' },
      trainer: null,
      trainerId: null,
      when: { kind: 'timed', start: '2026-12-14T09:00:00+03:00', end: '2026-12-14T13:00:00+03:00' },
      startsAt,
      endsAt: startsAt.add({ hours: 4 }),
      place: null,
      seats,
      perOrganization,
      prerequisite: null,
      prerequisiteTrack: null,
      lastDay: '2026-12-10',
      certificate: false,
      createdAt: Temporal.Instant.from(morning),
      createdBy: 'centre',
    },
    2026,
  )
  return made?.id ?? ''
}

/** Everybody who may enrol, by the handle their account has. */
async function officers(): Promise<{ member: Member; who: string }[]> {
  const members = await people.activeMembers(h.db, await h.network())
  return members.filter(m => holds(m, 'member')).map(member => ({ member, who: (member.email ?? '').split('@')[0] ?? '' }))
}

async function standing(id: string) {
  const [w] = await trainingDb.byIds(h.db, h.networkId, [id])
  const seats = await seatsDb.seatsOf(h.db, h.networkId, [id])
  const waiting = await seatsDb.waitingOf(h.db, h.networkId, [id])
  const held = new Map<string, number>()
  for (const s of seats) held.set(s.organizationId, (held.get(s.organizationId) ?? 0) + 1)
  return { w, seats, waiting, most: Math.max(0, ...held.values()) }
}

test('every officer presses Enrol at once, on two copies: as many seats as there are, the rest wait in one order', async () => {
  const id = await offered(9, null)
  const all = await officers()
  expect(all.length).toBeGreaterThan(25)
  // Twice each, as an impatient finger does.
  const presses = all.map(({ who }) => ({ who, press: { name: 'training.enrol', args: { id } } }))
  await together([...presses, ...presses])
  const { seats, waiting } = await standing(id)
  expect(seats.map(s => s.seat)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  const everybody = [...seats, ...waiting].map(x => x.memberId)
  expect(everybody).toHaveLength(all.length)
  expect(new Set(everybody)).toEqual(new Set(all.map(a => a.member.id)))
  expect(new Set(waiting.map(x => x.position)).size).toBe(waiting.length)
  expect([...h.errors, ...failures]).toEqual([])
})

test('no organization has more seats than it may have, and no seat stays free that somebody could have', async () => {
  const id = await offered(40, 1)
  const all = await officers()
  await together(all.map(({ who }) => ({ who, press: { name: 'training.enrol', args: { id } } })))
  const { seats, waiting, most } = await standing(id)
  expect(most).toBe(1)
  expect(seats).toHaveLength(new Set(all.map(a => a.member.organizationId)).size)
  expect(seats.length + waiting.length).toBe(all.length)
  expect([...h.errors, ...failures]).toEqual([])
})

test('while some leave and others enrol, the list moves and there is never a seat too many', async () => {
  const id = await offered(6, 2)
  const all = await officers()
  const [first, rest] = [all.slice(0, 12), all.slice(12)]
  await together(first.map(({ who }) => ({ who, press: { name: 'training.enrol', args: { id } } })))
  const before = await standing(id)
  expect(before.seats).toHaveLength(6)
  const leaving = first.filter(a => before.seats.slice(0, 4).some(s => s.memberId === a.member.id))
  await together([
    ...leaving.map(({ who }) => ({ who, press: { name: 'training.leave', args: { id } } })),
    ...rest.map(({ who }) => ({ who, press: { name: 'training.enrol', args: { id } } })),
  ])
  const { seats, waiting, most } = await standing(id)
  expect(seats).toHaveLength(6)
  expect(most).toBeLessThanOrEqual(2)
  // Who left is gone from both; who waited was offered a seat before those who came later.
  expect([...seats, ...waiting].map(x => x.memberId).sort()).toEqual(
    all
      .filter(a => !leaving.includes(a))
      .map(a => a.member.id)
      .sort(),
  )
  expect(seats.filter(s => s.state === 'held').length).toBeGreaterThan(0)
  expect([...h.errors, ...failures]).toEqual([])
})

test('the numbers alone keep it: without holding the workshop, on two connections, each seat is given once', async () => {
  const id = await offered(7, 2)
  const all = await officers()
  const taken = await Promise.all(
    all.map(({ member }, i) =>
      (i % 2 === 0 ? database.db : database.other.db).transaction(tx =>
        seatsDb.takeSeat(tx, {
          networkId: h.networkId,
          workshopId: id,
          memberId: member.id,
          organizationId: member.organizationId,
          state: 'taken',
          since: Temporal.Instant.from(morning),
          byId: null,
        }),
      ),
    ),
  )
  const { seats, most } = await standing(id)
  expect(seats.map(s => s.seat)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(most).toBeLessThanOrEqual(2)
  expect(taken.filter(t => typeof t === 'object')).toHaveLength(7)
})
