/** A transaction in steps: each statement hands its rows on only when somebody lets it. */
import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsOf } from '../../db/client.ts'
import * as people from '../../db/people.ts'
import { inSteps } from '../../db/steps.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('after each statement of a transaction comes a step, of no other one; what it wrote is as without', async () => {
  const seen: string[] = []
  const read = await database.db.transaction(async whole => {
    const tx = inSteps(whole, async () => void seen.push('step'))
    const [row] = rowsOf<{ n: number }>(await tx.execute(sql`select 1::int as n`))
    seen.push(`read ${row?.n}`)
    await people.connectSpace(tx, {
      platform: 'slack',
      space: 'T1',
      networkId: 'n',
      connectedAt: Temporal.Instant.from('2026-11-24T03:00:00Z'),
      connectedBy: null,
    })
    seen.push('written')
    return people.networkOfSpace(tx, 'slack', 'T1')
  })
  expect(read).toBe(null)
  expect(seen).toEqual(['step', 'read 1', 'step', 'written', 'step'])
  await database.db.transaction(tx => people.allNetworks(tx))
  expect(seen.length).toBe(5)
})

test('a statement that fails takes no step', async () => {
  let steps = 0
  await expect(
    database.db.transaction(whole =>
      inSteps(whole, async () => {
        steps++
      }).execute(sql`select 1 / 0`),
    ),
  ).rejects.toThrow()
  expect(steps).toBe(0)
})
