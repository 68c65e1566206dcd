/** Which cards still stand with their buttons, and what a promise is once it is made. */
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as outbox from '../../db/outbox.ts'
import * as schema from '../../db/schema.ts'
import type { CardRef } from '../../src/model/incoming.ts'
import type { View } from '../../src/model/view.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(() => database.reset())

const at = Temporal.Instant.from('2026-11-24T06:00:00.123456Z')
const card = (id: string): CardRef => ({ place: 'D1', id })
const yes = (name: string) => ({ label: 'Yes', press: { name, args: { draft: 'd' } }, style: 'primary' as const, opensForm: false })
const view = (press: string | null): View => ({
  version: 1,
  language: 'en',
  summary: 'Is it right?',
  parts: [{ kind: 'text', text: 'Is it right?', tone: 'normal' }, ...(press ? [{ kind: 'actions' as const, actions: [yes(press)] }] : [])],
})
let n = 0
const row = (press: string | null, on: CardRef | null, subject = 'draft:d'): outbox.NewPromise => ({
  networkId: 'n',
  id: `p${++n}`,
  op: on ? 'update' : 'send',
  platform: 'slack',
  space: 'T1',
  user: 'U1',
  memberId: null,
  place: { kind: 'direct', id: 'D1' },
  onlyTo: null,
  view: view(press),
  subject,
  dedupe: null,
  notBefore: at,
  card: on,
  promisedAt: at,
  leaseUntil: at,
})
const sent = async (press: string | null, as: string, subject?: string) => {
  const made = await outbox.promise(database.db, row(press, null, subject))
  await outbox.settled(database.db, 'n', made?.id ?? '', { state: 'sent', card: card(as), sentAt: at })
}
const standing = async () => (await outbox.withButtons(database.db, 'n', 'draft:d', 'draft.')).map(c => c.card.id)

test('a card stands with its buttons until its last promise has none, wherever it is in the row of them', async () => {
  await sent('draft.yes', 'a')
  await sent('draft.yes', 'b')
  await sent(null, 'c')
  await sent('meeting.answer', 'd')
  await sent('draft.yes', 'e', 'draft:another')
  expect(await standing()).toEqual(['a', 'b'])
  await outbox.promise(database.db, row(null, card('a')))
  expect(await standing()).toEqual(['b'])
  await outbox.promise(database.db, row('draft.no', card('a')))
  expect(await standing()).toEqual(['b', 'a'])
})

test('what is not sent yet stands nowhere', async () => {
  await outbox.promise(database.db, row('draft.yes', null))
  expect(await standing()).toEqual([])
})

test('a promise is returned as it stands in the table, and once for each key', async () => {
  const promised = { ...row('draft.yes', null), dedupe: 'once' }
  const made = await outbox.promise(database.db, promised)
  const [stored] = await database.db.select().from(schema.outbox).where(eq(schema.outbox.id, promised.id))
  expect(JSON.parse(JSON.stringify(made))).toEqual(JSON.parse(JSON.stringify(stored)))
  expect(await outbox.promise(database.db, { ...promised, id: 'again' })).toBe(null)
})

test('what stands and changes no more is about nothing, but for the newest promise of the card that was kept', async () => {
  await sent('draft.yes', 'a')
  await sent('draft.yes', 'b')
  await outbox.promise(database.db, row('draft.no', card('b')))
  await outbox.promise(database.db, row('draft.yes', null))
  await outbox.release(database.db, 'n', 'draft:d', card('b'))
  const left = await database.db.select().from(schema.outbox).where(eq(schema.outbox.subject, 'draft:d'))
  expect(left.map(r => r.card?.id ?? 'not sent')).toEqual(['b', 'not sent'])
  await outbox.release(database.db, 'n', 'draft:d', null)
  expect(await standing()).toEqual([])
})
