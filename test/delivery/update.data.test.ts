/** A decision reaches every copy of a card, wherever that copy is on its way. */
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as outbox from '../../db/outbox.ts'
import * as people from '../../db/people.ts'
import * as schema from '../../db/schema.ts'
import { holders, tell, update } from '../../src/delivery/promise.ts'
import { text, view } from '../../src/dialogue/say.ts'
import type { Language } from '../../src/model/people.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { house, type TestHouse, textOf } from '../house.ts'

let database: TestDatabase
let h: TestHouse
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
/** Tuesday, 20:00: what is told waits for the morning. */
beforeEach(async () => {
  await database.reset()
  h = await house(database, { now: '2026-11-24T20:00:00+03:00' })
})

const saying = (words: string) => (language: Language) => view(language, [text(words)])
const ask = (urgent: boolean) =>
  h.house.within(h.networkId, async scene => {
    const { told } = await tell(scene, await holders(scene, 'admin'), saying('Old.'), { subject: 's', dedupe: 's', urgent })
    expect(told).toHaveLength(1)
  })
const decide = (how: { unsent?: 'renew' | 'drop' } = {}) => h.house.within(h.networkId, scene => update(scene, 's', saying('New.'), how))
const shown = () => h.shown.map(s => [s.op, textOf(s.view), s.card.id]).filter(([, said]) => said === 'Old.' || said === 'New.')
const only = async () => {
  const [row] = await h.db.select().from(schema.outbox).where(eq(schema.outbox.subject, 's'))
  if (!row) throw new Error('nothing was promised')
  return row
}
/** Another copy of the bot has it in hand. */
async function takenUp() {
  const row = await only()
  const now = Temporal.Instant.from('2026-11-24T17:00:00Z')
  expect(await outbox.claim(h.db, h.networkId, row.id, now, now.add({ seconds: 60 }))).not.toBeNull()
  return row.id
}

test('one that waits says the new at once, and is sent once, in the morning', async () => {
  await ask(false)
  await decide({ unsent: 'renew' })
  await h.drain()
  expect(shown()).toEqual([])
  await h.moveTo('2026-11-25T09:00:00+03:00')
  expect(shown()).toEqual([['send', 'New.', 'card-1']])
})

test('one that waits for what is over is let go', async () => {
  await ask(false)
  await decide()
  await h.moveTo('2026-11-25T09:00:00+03:00')
  expect(shown()).toEqual([])
})

test('one that stands is changed, without waiting for the morning', async () => {
  await ask(true)
  await h.drain()
  await decide()
  await h.drain()
  expect(shown()).toEqual([
    ['send', 'Old.', 'card-1'],
    ['update', 'New.', 'card-1'],
  ])
})

test('one that is just being sent is changed as soon as it stands', async () => {
  await ask(true)
  const id = await takenUp()
  await decide()
  await h.drain()
  expect(shown()).toEqual([])
  await outbox.settled(h.db, h.networkId, id, { state: 'sent', card: { place: 'admin', id: 'theirs' } })
  await h.moveTo('2026-11-24T20:01:00+03:00')
  expect(shown()).toEqual([['update', 'New.', 'theirs']])
})

test('one that was being sent, and could not be, has nothing to change', async () => {
  await ask(true)
  const id = await takenUp()
  await decide()
  await outbox.settled(h.db, h.networkId, id, { state: 'refused' })
  await h.moveTo('2026-11-24T20:01:00+03:00')
  expect(shown()).toEqual([])
  expect((await h.db.select().from(schema.outbox).where(eq(schema.outbox.follows, id))).map(r => r.state)).toEqual(['dropped'])
})

test('whoever stands in for another is still told for whom it came', async () => {
  await h.house.within(h.networkId, async scene => {
    const [away, colleague] = await people.activeMembers(scene.db, scene.network, { role: 'member' }).then(all => {
      const one = all.find(m => all.some(o => o.id !== m.id && o.organizationId === m.organizationId && o.roles.length === m.roles.length))
      return [one, all.find(o => one && o.id !== one.id && o.organizationId === one.organizationId && o.roles.length === one.roles.length)]
    })
    if (!away || !colleague) throw new Error('nobody has a colleague')
    await scene.db.insert(schema.absences).values({
      networkId: h.networkId,
      memberId: away.id,
      delegateId: colleague.id,
      from: '2026-11-20',
      to: '2026-12-20',
      id: 'away',
    })
    await tell(scene, [away], saying('Old.'), { subject: 's', urgent: true })
  })
  await h.drain()
  await decide()
  await h.drain()
  const said = h.shown.map(s => textOf(s.view).split('\n'))
  expect(said.map(lines => lines.at(-1))).toEqual(['Old.', 'New.'])
  expect(said[0]).toHaveLength(2)
  expect(said[1]?.[0]).toBe(said[0]?.[0])
})
