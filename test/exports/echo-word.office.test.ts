/** The echo's Word file as LibreOffice draws it, in both languages: the chart stands on its page, and the words around it say the same. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as filesDb from '../../db/files.ts'
import { filesOf } from '../../src/model/view.ts'
import { november, october } from '../coverage/echo-rows.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { house } from '../house.ts'
import { pagesOf } from '../office.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('an echo in both languages: its title page, its chart, its stages and its appearances', async () => {
  const h = await house(database)
  await november(h)
  await october(h)
  await h.say(
    'centre',
    'add an outcome figure for A-2026-0027: 1,200 people registered for screening, counted by the clinics until 20 November',
  )
  await h.press('centre', 'Add the figure')
  await h.say('centre', 'echo of November as Word in both languages')
  const file = h.shown.flatMap(s => filesOf(s.view)).at(-1)
  const bytes = file && (await filesDb.bytesOf(h.db, h.networkId, file.id))
  if (!bytes) throw new Error('no file')
  const { texts, pictures } = await pagesOf('echo.docx', bytes)
  expect(pictures.length).toBe(texts.length)
  const all = texts.join('\n')
  expect(all).toMatch(/6 appearances in the media/)
  expect(all).toMatch(/4 more than in October 2026/)
  expect(all).toMatch(/1,200 people registered for screening/)
  expect(all).toMatch(/Page \d+ of \d+/)
  const arabic = all.replace(/\p{M}/gu, '')
  expect(arabic).toMatch(/الصدى ال?علمي|الصدى الإعلامي|الصدى اإلعالمي/)
  expect(arabic).toMatch(/٢٠٢٦/)
})
