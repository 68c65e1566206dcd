/** The plan's gaps, as the centre asks for them. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { priorities } from '../../db/schema.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { house, type TestHouse } from '../house.ts'

let database: TestDatabase
let h: TestHouse
beforeAll(async () => {
  database = await testDatabase()
  h = await house(database)
})
afterAll(() => database.close())

test('the centre asks for gaps in either language; nobody else is told of them', async () => {
  await h.db.insert(priorities).values({
    networkId: h.networkId,
    id: 'unserved',
    month: '2026-12',
    rank: 4,
    titleAr: 'سلامة الطرق',
    titleEn: 'Road safety',
    changedAt: (await h.db.select().from(priorities))[0]?.changedAt as never,
  })
  const ar = await h.say('centre', 'أي الأولويات بلا فعاليات؟')
  expect(ar.text).toMatch(/^الثغرات في نوفمبر وديسمبر ٢٠٢٦/)
  expect(ar.text).toContain('سلامة الطرق')
  const en = await h.say('centre', 'which weeks are empty?')
  expect(en.text).toContain('Road safety\nDecember 2026')
  expect((await h.say('health', 'where are the gaps in the plan?')).text).toContain('coordinators')
})
