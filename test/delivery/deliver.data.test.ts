/** What was promised is sent, whatever the platform says to it at first; and whoever looks at the log learns why it is late. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../database.ts'
import { house } from '../house.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(() => database.reset())

test('a platform that asks to wait is waited for; the log has its reason', async () => {
  const h = await house(database, { outcome: n => (n === 1 ? { kind: 'retry', afterMs: 30_000, reason: '429 too many' } : null) })
  await h.say('health', 'help')
  expect(h.shown).toEqual([])
  expect(h.warnings).toEqual([expect.objectContaining({ platform: 'web', afterMs: 30_000, reason: '429 too many' })])
  await h.moveTo('2026-11-24T09:00:20+03:00')
  expect(h.shown).toEqual([])
  await h.moveTo('2026-11-24T09:00:31+03:00')
  expect(h.shown.map(s => s.to)).toEqual(['health'])
  expect(h.errors).toEqual([])
})

test('what a platform refuses for good is not tried again, and is an error in the log', async () => {
  const h = await house(database, { outcome: () => ({ kind: 'refused', reason: 'invalid_blocks' }) })
  await h.say('health', 'help')
  await h.moveTo('2026-11-24T10:00:00+03:00')
  expect(h.shown).toEqual([])
  expect(h.errors).toEqual([expect.objectContaining({ reason: 'invalid_blocks' })])
})
