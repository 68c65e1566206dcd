/** Files that are handed over: kept with the promise, opened by their address for some days, let go of by the clock. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as filesDb from '../../db/files.ts'
import { keepFile } from '../../src/delivery/files.ts'
import { holders, tell, update } from '../../src/delivery/promise.ts'
import { text, view } from '../../src/dialogue/say.ts'
import { filesOf } from '../../src/model/view.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { house, type TestHouse } from '../house.ts'

let database: TestDatabase
let on: TestHouse
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  await database.reset()
  on = await house(database)
})
afterAll(() => database.close())

const bytes = Uint8Array.from({ length: 3000 }, (_, n) => n % 256)

/** Sends every administrator words with a file, under a subject and a key. */
async function hand(): Promise<string> {
  let id = ''
  await on.house.within(on.networkId, async scene => {
    const part = await keepFile(scene, { name: 'plan.xlsx', mime: 'text/csv', bytes, reader: null })
    id = part.id
    const how = { subject: 'test', dedupe: 'test', urgent: true }
    await tell(scene, await holders(scene, 'admin'), language => view(language, [text('Here it is.'), part]), how)
  })
  await on.drain()
  return id
}
const handed = () => on.shown.filter(s => filesOf(s.view).length > 0)

test('a file goes out behind its words, and twice promised it goes once; a card that changes hands nothing over anew', async () => {
  const first = await hand()
  await hand()
  expect(handed().map(s => filesOf(s.view).map(f => f.id))).toEqual([[first]])
  expect(on.shown.map(s => s.view.summary)).toEqual(['Here it is.', 'plan.xlsx'])
  await on.house.within(on.networkId, async scene => {
    const part = await keepFile(scene, { name: 'again.xlsx', mime: 'text/csv', bytes, reader: null })
    await update(scene, 'test', language => view(language, [text('Changed.'), part]))
  })
  await on.drain()
  expect(on.shown.map(s => [s.op, s.view.summary])).toEqual([
    ['send', 'Here it is.'],
    ['send', 'plan.xlsx'],
    ['update', 'Changed.'],
  ])
})

test('its address opens it for seven days, and it is kept for thirty', async () => {
  const id = await hand()
  const opened = await on.house.openFile(on.networkId, id)
  expect(opened && Buffer.compare(opened.bytes, bytes)).toBe(0)
  expect(await on.house.openFile('another network', id)).toBeNull()
  await on.moveTo('2026-12-01T08:59:00+03:00')
  expect(await on.house.openFile(on.networkId, id)).not.toBeNull()
  await on.moveTo('2026-12-01T09:01:00+03:00')
  expect(await on.house.openFile(on.networkId, id)).toBeNull()
  expect(await filesDb.bytesOf(on.db, on.networkId, id)).not.toBeNull()
  await on.moveTo('2026-12-24T09:01:00+03:00')
  expect(await filesDb.bytesOf(on.db, on.networkId, id)).toBeNull()
})
