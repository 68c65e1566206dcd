/** An edition's Word file as LibreOffice draws it: it opens, and its pages say what they should in both languages, with their numbers. */
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

test('an edition in both languages: two title pages, headings on their pages, each table’s header again where it goes on', async () => {
  const h = await house(database)
  await h.say('centre', 'جمّع الخطة')
  await h.press('centre', 'إعداد الإصدار')
  await h.say('centre', 'الإصدار ١ بصيغة وورد باللغتين')
  const file = h.shown.flatMap(s => filesOf(s.view)).at(-1)
  const bytes = file && (await filesDb.bytesOf(h.db, h.networkId, file.id))
  if (!bytes) throw new Error('no file')
  const { texts, pictures } = await pagesOf('edition.docx', bytes)
  expect(pictures.length).toBe(texts.length)
  const covers = texts.flatMap((t, i) => (/^\s*(شبكة \S+ الحكومي|Government Communication Network)/.test(t) ? [i] : []))
  expect(covers).toHaveLength(2)
  expect(covers[0]).toBe(0)
  expect(texts[0]).toMatch(/ديسمبر\s*٢٠٢٦\s*ويناير\s*٢٠٢٧/)
  expect(texts[covers[1] ?? 0]).toMatch(/Edition 1 · December 2026 and January 2027/)
  // Title pages bear no number; every other page does, and the running title.
  texts.forEach((t, i) => {
    expect([i, /Page \d+ of \d+|صفحة/.test(t)]).toEqual([i, !covers.includes(i)])
  })
  const english = texts.slice(covers[1]).join('\n')
  expect(english).toMatch(/Nothing submitted\./)
  expect(english).toMatch(/Opening of the Jobs and Training Fair/)
  const arabic = texts.slice(0, covers[1]).join('\n')
  // The reader of the page gives vowel marks back in an order of its own, and lam and alef the other way round.
  expect(arabic.replace(/\p{M}/gu, '')).toMatch(/لم تقدم فعاليات/)
  expect(arabic).toMatch(/١٤٤٨ ?هـ/)
})
