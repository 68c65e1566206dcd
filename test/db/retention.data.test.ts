/** What nobody needs any more is let go of by the clock, after the days that hold; what may still be needed is not. */
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import * as retention from '../../db/retention.ts'
import { accounts, conversations, outbox } from '../../db/schema.ts'
import { firstKeep, keepOf } from '../../src/model/settings.ts'
import type { View } from '../../src/model/view.ts'
import { morning, type TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const now = Temporal.Instant.from(morning)
const ago = (days: number) => now.subtract({ hours: 24 * days })
const view: View = { version: 1, language: 'en', summary: 's', parts: [] }
const sent = (id: string, days: number, more: Partial<typeof outbox.$inferInsert> = {}) =>
  h.db.insert(outbox).values({
    networkId: h.networkId,
    id,
    op: 'send',
    platform: 'web',
    space: 'local',
    user: 'health',
    view,
    state: 'sent',
    notBefore: ago(days),
    promisedAt: ago(days),
    ...more,
  })
const left = async () =>
  (await h.db.select({ id: outbox.id }).from(outbox))
    .map(r => r.id)
    .filter(id => id.startsWith('t-'))
    .sort()

test('messages', async () => {
  const card = { place: 'health', id: 'c' }
  await sent('t-new', 89)
  await sent('t-old', 91)
  await sent('t-dropped', 91, { state: 'dropped' })
  // What still waits is promised, however old; and what it follows has the address it needs.
  await sent('t-waits', 91, { state: 'waiting', op: 'update', follows: 't-followed' })
  await sent('t-followed', 91)
  await sent('t-card', 399, { subject: 'circular:1', card })
  await sent('t-card-old', 401, { subject: 'circular:2', card })
  await sent('t-subject-unsent', 91, { subject: 'circular:3', state: 'dropped' })
  await retention.letGo(h.db, h.networkId, now, firstKeep)
  expect(await left()).toEqual(['t-card', 't-followed', 't-new', 't-waits'])
})

test('conversations nobody goes on with, and accounts of people who did not become members', async () => {
  const of = (user: string, days: number, state: unknown, expires: number | null) =>
    h.db.insert(conversations).values({
      networkId: h.networkId,
      platform: 'web',
      space: 'local',
      user,
      state,
      language: 'en',
      changedAt: ago(days),
      expiresAt: expires === null ? null : ago(expires),
    })
  await of('t-fresh', 179, null, null)
  await of('t-idle', 181, null, null)
  await of('t-draft-over', 181, { a: 1 }, 150)
  const account = (user: string, days: number, memberId: string | null) =>
    h.db.insert(accounts).values({
      networkId: h.networkId,
      platform: 'web',
      space: 'local',
      user,
      memberId,
      profile: { guest: false },
      lastUsedAt: ago(days),
    })
  await account('t-stranger', 181, null)
  await account('t-stranger-fresh', 179, null)
  await account('t-member', 900, 'some-member')
  await retention.letGo(h.db, h.networkId, now, firstKeep)
  const users = (rows: { user: string }[]) =>
    rows
      .map(r => r.user)
      .filter(u => u.startsWith('t-'))
      .sort()
  expect(users(await h.db.select().from(conversations))).toEqual(['t-fresh'])
  expect(users(await h.db.select().from(accounts))).toEqual(['t-member', 't-stranger-fresh'])
})

test('the clock does it once a day, by what the network says; cards stay as long as messages at least', async () => {
  await sent('t-old', 91)
  await h.moveTo('2026-11-24T09:10:00+03:00')
  expect(await left()).toEqual([])
  expect(keepOf({ keep: { messageDays: 800 } })).toMatchObject({ messageDays: 800, cardDays: 800 })
  await h.say('admin', 'network settings')
  await h.press('admin', 'Change')
  await h.press('admin', 'Sent messages kept for (days)')
  await h.say('admin', '365')
  await h.press('admin', 'Save')
  expect((await h.network()).settings.keep).toEqual({ messageDays: 365 })
  await sent('t-within', 300)
  await h.moveTo('2026-11-25T09:10:00+03:00')
  expect(await left()).toEqual(['t-within'])
})
