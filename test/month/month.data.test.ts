/** A month of the network, played in both languages: what its people see is docs/a-month.md, word for word. `WRITE_DOCS=on` writes that page anew. */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Language } from '../../src/model/people.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { player } from './player.ts'
import { begins, month, platforms } from './script.ts'

const page = fileURLToPath(new URL('../../docs/a-month.md', import.meta.url))
const mark = (language: Language) => `<!-- ${language} -->\n`

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(() => database.reset())

test.each(['en', 'ar'] as const)(
  'a month in %s',
  async language => {
    const p = await player(database, { now: begins, language, on: platforms })
    // What was played until something fails stands on the page that is being written.
    await month(p).catch((e: unknown) => p.h.errors.push(e))
    const standing = await readFile(page, 'utf8').catch(() => `${mark('en')}\n${mark('ar')}\n`)
    const [before = '', rest = ''] = standing.split(mark(language))
    const end = rest.indexOf('<!-- end -->')
    if (process.env.WRITE_DOCS === 'on') {
      const after = end < 0 ? '<!-- end -->\n' : rest.slice(end)
      await writeFile(page, `${before}${mark(language)}\n${p.page()}\n${after}`)
    }
    expect(p.h.errors).toEqual([])
    if (process.env.WRITE_DOCS !== 'on') expect(p.page().trim()).toBe(rest.slice(0, end).trim())
  },
  60_000,
)
