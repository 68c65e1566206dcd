/** The record of changes: what its one function makes of a scene, a person and a thing. */
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as changes from '../../db/changes.ts'
import { record, unlessOwn } from '../../src/dialogue/record.ts'
import type { Scene } from '../../src/dialogue/turn.ts'
import { sceneOf } from '../../src/scene.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { network } from '../network/small-network.ts'

const now = Temporal.Instant.from('2026-11-24T07:00:00Z')
let t: TestDatabase
let scene: Scene
beforeAll(async () => {
  t = await testDatabase()
})
beforeEach(async () => {
  await t.reset()
  let ids = 0
  const options = { now, machine: now, ids: () => `id-${++ids}`, events: [], through: 'teams', delivery: 'd-7' }
  scene = await sceneOf(t.db, network, options)
})
afterAll(() => t.close())

test('a row says who, when, for whom, through what and in which delivery; the states as JSON has them', async () => {
  const after = { at: now, text: 'b', none: undefined, nothing: null }
  await record(scene, 'huda', { entity: 'meeting', id: 'm', action: 'moved', before: { text: 'a' }, after, for: 'health' })
  expect(await changes.of(t.db, network.id, 'meeting', 'm')).toEqual([
    {
      networkId: network.id,
      id: 'id-1',
      seq: 1,
      entity: 'meeting',
      entityId: 'm',
      at: now,
      memberId: 'huda',
      forOrganizationId: 'health',
      through: 'teams',
      delivery: 'd-7',
      action: 'moved',
      before: { text: 'a' },
      after: { at: '2026-11-24T07:00:00Z', text: 'b', nothing: null },
    },
  ])
})

test('what is not given is null, and so is somebody who is no member', async () => {
  await record(scene, null, { entity: 'join', id: 'j', action: 'asked' })
  await record(scene, '', { entity: 'join', id: 'j', action: 'asked' })
  const rows = await changes.of(t.db, network.id, 'join', 'j')
  expect(rows.map(r => [r.memberId, r.forOrganizationId, r.before, r.after])).toEqual([
    [null, null, null, null],
    [null, null, null, null],
  ])
})

test('an organization is named where it is not the person’s own', () => {
  const turn = { reader: { networkId: network.id, memberId: 'mona', organizationId: 'centre', roles: ['coordinator' as const], now } }
  expect([unlessOwn(turn, 'health'), unlessOwn(turn, 'centre'), unlessOwn(turn, null)]).toEqual(['health', null, null])
})
