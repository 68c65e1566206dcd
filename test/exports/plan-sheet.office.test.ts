/** The plan's Excel file as LibreOffice draws it: it opens, and its pages say what they should in both languages. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as filesDb from '../../db/files.ts'
import { filesOf } from '../../src/model/view.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { house } from '../house.ts'
import { pagesOf } from '../office.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('both sheets are drawn, with days, times and digits of their language, and the header on each page', async () => {
  await database.reset()
  const on = await house(database)
  await on.say('egov', 'صدّر المخطط إكسل باللغتين')
  const file = on.shown.flatMap(s => filesOf(s.view)).at(-1)
  const bytes = file && (await filesDb.bytesOf(on.db, on.networkId, file.id))
  if (!bytes) throw new Error('no file')
  const { texts, pictures } = await pagesOf('plan.xlsx', bytes)
  expect(pictures.length).toBe(texts.length)
  const [arabic, english] = [texts.filter(t => /العنوان|نبذة/.test(t)), texts.filter(t => /Title|Summary/.test(t))]
  expect(arabic.length).toBe(2)
  expect(english.length).toBe(2)
  expect(texts.length).toBe(4)
  expect(english.join()).toMatch(/[A-Z][a-z]{2} \d{1,2} Dec 2026/)
  expect(english.join()).toMatch(/\d\d:\d\d/)
  expect(arabic.join()).toMatch(/[٠-٩]{1,2} ?ديسمبر/)
  expect(arabic.join()).toContain('٢٠٢٦')
  expect(arabic.join()).toMatch(/[٠-٩]{2}:[٠-٩]{2}/)
})
