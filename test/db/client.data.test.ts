import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rowsOf, unreachable, violates } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { counters, holidays, networks, organizations } from '../../db/schema.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(() => database.reset())
afterAll(() => database.close())

const at = (text: string) => Temporal.Instant.from(text)
const organization = (handle: string) => ({ networkId: 'n', id: handle, handle, nameAr: 'هيئة', shortNames: ['هيئة، "الأولى"', 'x{y}'] })

describe('what is stored comes back', () => {
  test.each([
    '2026-11-24T03:00:00Z',
    '2026-11-24T03:00:00.123456Z',
    '1969-12-31T23:59:59.999999Z',
    '0044-03-15T12:00:00Z',
    '9999-12-31T23:59:59Z',
  ])('the instant %s, to the microsecond', async text => {
    const [row] = rowsOf<{ at: string }>(await database.db.execute(sql`select ${text}::timestamptz as at`))
    expect(at(row?.at ?? '').equals(at(text))).toBe(true)
  })

  test.each([
    '2026-11-24T03:00:00Z',
    '2026-11-24T03:00:00.1Z',
    '2026-11-24T03:00:00.123456Z',
    '1969-12-31T23:59:59.999999Z',
    '0044-03-15T12:00:00Z',
  ])('the instant %s through a table', async text => {
    const createdAt = at(text)
    const settings = { region: 'BH', words: ['«نعم»', '\u2028', '"'] }
    await database.db
      .insert(networks)
      .values({ id: 'n', nameAr: 'شبكة', settings: settings as never, createdAt, clockAhead: 7_776_000_000 })
    const [row] = await database.db.select().from(networks)
    expect(row?.createdAt.equals(createdAt)).toBe(true)
    expect(row).toMatchObject({ settings, clockAhead: 7_776_000_000, sample: false, nameEn: null })
  })

  test('dates stay dates and arrays stay arrays', async () => {
    await database.db.insert(organizations).values(organization('health'))
    await database.db.insert(holidays).values({ networkId: 'n', id: 'h', from: '2026-12-16', to: '2026-12-17', source: 'calendar' })
    expect((await database.db.select().from(organizations))[0]?.shortNames).toEqual(['هيئة، "الأولى"', 'x{y}'])
    expect((await database.db.select().from(holidays))[0]).toMatchObject({ from: '2026-12-16', to: '2026-12-17' })
  })
})

describe('transactions', () => {
  test('keep nothing when they throw, nested ones included', async () => {
    const failed = database.db.transaction(async tx => {
      await tx.insert(organizations).values(organization('a'))
      await tx.transaction(inner => inner.insert(organizations).values(organization('b')))
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await database.db.select().from(organizations)).toEqual([])
  })

  test('a key refused inside a savepoint leaves the transaction usable', async () => {
    await database.db.transaction(async tx => {
      await tx.insert(organizations).values(organization('a'))
      const again = tx.transaction(inner => inner.insert(organizations).values({ ...organization('a'), id: 'other' }))
      await expect(again).rejects.toSatisfy(error => violates(error, 'organizations_handle'))
      await tx.insert(organizations).values(organization('b'))
    })
    expect(await database.db.select().from(organizations)).toHaveLength(2)
  })

  // The embedded database would wait for ever; on a server the tests refuse it all the same.
  test('inside one the outer database is refused', async () => {
    const { db } = database
    await expect(db.transaction(async () => void (await db.select().from(networks)))).rejects.toSatisfy(
      error => error instanceof Error && String(error.cause ?? error).includes('outer database'),
    )
    expect(await db.select().from(networks)).toEqual([])
  })
})

describe('errors', () => {
  test('say which index refused a row, and no other', async () => {
    const insert = (row: ReturnType<typeof organization>) => database.db.insert(organizations).values(row).execute()
    await insert(organization('a'))
    const twice = await insert({ ...organization('a'), id: 'b' }).catch((error: unknown) => error)
    expect(violates(twice, 'organizations_handle')).toBe(true)
    expect(violates(twice, 'organizations_network_id_id_pk')).toBe(false)
    const samePrimary = await insert({ ...organization('c'), id: 'a' }).catch((error: unknown) => error)
    expect(violates(samePrimary, 'organizations_network_id_id_pk')).toBe(true)
    expect(violates(new Error('organizations_handle'), 'organizations_handle')).toBe(false)
    expect(unreachable(twice)).toBe(false)
  })
})

test('rows of a raw statement come as an array of objects', async () => {
  await database.db.insert(counters).values({ networkId: 'n', series: 's', value: 3 })
  const rows = rowsOf<{ value: number; many: number }>(
    await database.db.execute(sql`select value, count(*) over ()::int as many from counters`),
  )
  expect(rows).toEqual([{ value: 3, many: 1 }])
  expect(() => rowsOf('nothing')).toThrow()
})

test('the session reads and writes in UTC', async () => {
  const [row] = rowsOf<{ zone: string; style: string }>(
    await database.db.execute(sql`select current_setting('TimeZone') as zone, current_setting('DateStyle') as style`),
  )
  expect(row).toEqual({ zone: 'UTC', style: 'ISO, MDY' })
})

test('migrating again changes nothing, and the database answers', async () => {
  await migrate(database.db)
  await database.connection.ping()
})

test('a database that a later version has used is refused, and nothing of it is touched', async () => {
  await database.db.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`)
  try {
    await expect(migrate(database.db)).rejects.toMatchObject({ name: 'NewerDatabase', message: expect.stringContaining('backup') })
  } finally {
    await database.db.execute(sql`delete from drizzle.__drizzle_migrations where hash = 'later'`)
  }
  await migrate(database.db)
})
