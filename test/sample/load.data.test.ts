import { asc, eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { nextNumber } from '../../db/changes.ts'
import { rowsOf } from '../../db/client.ts'
import { sampleNetworkId } from '../../db/sample.ts'
import { accounts, activities, activityPartners, changes, members, networks, organizations, priorities } from '../../db/schema.ts'
import { loadSample } from '../../src/sample/load.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(() => database.reset())
afterAll(() => database.close())

const now = Temporal.Instant.from('2026-11-24T09:00:00+03:00')
const counting = (prefix = '') => {
  let n = 0
  return () => `${prefix}${String(++n).padStart(5, '0')}`
}

test('the sample is written whole, with everything pointing at what is there', async () => {
  const { db } = database
  const id = await loadSample(db, now, counting())
  expect(await sampleNetworkId(db)).toBe(id)
  expect(await db.select().from(activities)).toHaveLength(64)
  expect(await db.select().from(organizations)).toHaveLength(13)
  expect(await db.select().from(priorities)).toHaveLength(6)
  expect(await db.select().from(activityPartners)).toMatchObject([{ state: 'accepted' }])
  expect((await db.select().from(accounts)).length).toBe((await db.select().from(members)).length)
  const [dangling] = rowsOf<{ many: number }>(
    await db.execute(sql`select count(*)::int as many from activities a
      left join organizations o on o.network_id = a.network_id and o.id = a.owner_id
      left join members m on m.network_id = a.network_id and m.id = a.contact_id and m.organization_id = a.owner_id
      left join priorities p on p.network_id = a.network_id and p.id = a.priority_id
      left join changes c on c.network_id = a.network_id and c.entity = 'activity' and c.entity_id = a.id and c.at = a.submitted_at
      where o.id is null or m.id is null or c.id is null or (a.priority_id is not null and p.id is null)`),
  )
  expect(dangling?.many).toBe(0)
  const byReference = await db.select().from(activities).orderBy(asc(activities.reference))
  const bySubmission = await db.select().from(activities).orderBy(asc(activities.submittedAt), asc(activities.reference))
  expect(byReference.map(a => a.id)).toEqual(bySubmission.map(a => a.id))
  const written = await db.select().from(changes).orderBy(asc(changes.seq))
  expect(written.map(c => c.entityId)).toEqual(bySubmission.map(a => a.id))
})

test('the next activity gets the next number', async () => {
  const id = await loadSample(database.db, now, counting())
  const all = await database.db.select({ reference: activities.reference }).from(activities).orderBy(asc(activities.reference))
  const last = Number(all.at(-1)?.reference.split('-')[2])
  expect(await nextNumber(database.db, id, 'A-2026')).toBe(last + 1)
})

test('loading again changes nothing; two that load at once make one', async () => {
  const [a, b] = await Promise.all([loadSample(database.db, now, counting('a')), loadSample(database.db, now, counting('b'))])
  expect(a).toBe(b)
  expect(await loadSample(database.db, now.add({ hours: 24 * 90 }), counting('c'))).toBe(a)
  expect(await database.db.select().from(networks)).toHaveLength(1)
  expect(await database.db.select().from(activities)).toHaveLength(64)
})

test('what other wings add stands in the same transaction: when it fails, nothing is there', async () => {
  const failed = loadSample(database.db, now, counting(), async (tx, networkId) => {
    await tx.update(networks).set({ clockAhead: 5 }).where(eq(networks.id, networkId))
    throw new Error('no meetings')
  })
  await expect(failed).rejects.toThrow('no meetings')
  expect(await sampleNetworkId(database.db)).toBeNull()
  const id = await loadSample(database.db, now, counting(), async (tx, networkId) => {
    await tx.update(networks).set({ clockAhead: 5 }).where(eq(networks.id, networkId))
  })
  expect((await database.db.select().from(networks).where(eq(networks.id, id)))[0]?.clockAhead).toBe(5)
})
