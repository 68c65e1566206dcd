/** Calendars through the whole core: the meeting's invitation, an activity's file, and the feed at a member's own address. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as meetings from '../../db/meetings.ts'
import { meetingFile } from '../../src/calendar/meeting.ts'
import type { Scene } from '../../src/dialogue/turn.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { house, type TestHouse } from '../house.ts'
import { readIcs } from './read.ts'

let database: TestDatabase
let h: TestHouse
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.reset()
  h = await house(database)
})

async function within<T>(work: (scene: Scene) => Promise<T>): Promise<T> {
  let out: { value: T } | null = null
  await h.house.within(h.networkId, async scene => {
    out = { value: await work(scene) }
  })
  return (out as { value: T } | null)?.value as T
}

describe('the meeting’s invitation', () => {
  test('is a request of the Centre’s, and what moves it has the same UID and a higher sequence', async () => {
    const of = (scene: Scene) => meetings.next(scene.db, h.networkId, scene.now)
    const [first, moved, off] = await within(async scene => {
      const m = (await of(scene)) as meetings.Meeting
      const made = meetingFile(scene, m, 'en', 'REQUEST')
      await meetings.change(scene.db, h.networkId, m.id, m.version, { startsAt: m.startsAt.add({ hours: 2 }) })
      const again = (await of(scene)) as meetings.Meeting
      return [
        made,
        meetingFile(scene, again, 'ar', 'REQUEST'),
        meetingFile(scene, { ...again, version: again.version + 1 }, 'en', 'CANCEL'),
      ]
    })
    const [a, b, c] = [first, moved, off].map(f => readIcs(f.bytes))
    expect(first.name).toBe('meeting-2026-12-06.ics')
    expect(first.mime).toBe('text/calendar; charset=utf-8; method=REQUEST')
    expect(a).toMatchObject({
      method: 'REQUEST',
      events: [{ start: '2026-12-06T07:00:00Z', end: '2026-12-06T08:30:00Z', status: 'CONFIRMED' }],
    })
    expect(a?.events[0]?.title).toBe('Government Communication Network: periodic meeting')
    expect(a?.text).toMatch(/ORGANIZER;CN="Communication Centre":mailto:meetings@munassiq\.invalid/)
    expect(a?.text.replace(/\r\n /g, '')).toMatch(/ATTENDEE;[^\r]*CUTYPE=GROUP[^\r]*RSVP=FALSE/)
    expect(b).toMatchObject({ method: 'REQUEST', events: [{ start: '2026-12-06T09:00:00Z' }] })
    expect(b?.events[0]?.title).toMatch(/^الاجتماع الدوري: /)
    expect(c).toMatchObject({ method: 'CANCEL', events: [{ status: 'CANCELLED' }] })
    expect([a, b, c].map(f => f?.events[0]?.uid)).toEqual(Array(3).fill(a?.events[0]?.uid))
    expect([a, b, c].map(f => f?.events[0]?.sequence)).toEqual([1, 2, 3])
    expect([a, b, c].map(f => f?.events[0]?.stamp)).toEqual(Array(3).fill('2026-11-24T06:00:00Z'))
  })
})
