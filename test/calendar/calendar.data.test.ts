/** Calendars through the whole core: the meeting's invitation, an activity's file, and the feed at a member's own address. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { feedRoute } from '../../adapters/feed.ts'
import { createHttpServer } from '../../adapters/http.ts'
import * as meetings from '../../db/meetings.ts'
import * as people from '../../db/people.ts'
import { outbox } from '../../db/schema.ts'
import { meetingFile } from '../../src/calendar/meeting.ts'
import type { Scene } from '../../src/dialogue/turn.ts'
import { filesOf, type View } from '../../src/model/view.ts'
import { leave } from '../../src/network/people.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { actionsOf, house, type TestHouse } from '../house.ts'
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
    expect(b?.events[0]?.title).toMatch(/^اجتماع .* الدوري$/)
    expect(c).toMatchObject({ method: 'CANCEL', events: [{ status: 'CANCELLED' }] })
    expect([a, b, c].map(f => f?.events[0]?.uid)).toEqual(Array(3).fill(a?.events[0]?.uid))
    expect([a, b, c].map(f => f?.events[0]?.sequence)).toEqual([1, 2, 3])
    expect([a, b, c].map(f => f?.events[0]?.stamp)).toEqual(Array(3).fill('2026-11-24T06:00:00Z'))
  })
})

describe('an activity as a file', () => {
  const fileIn = async (views: View[]) => {
    const [file, ...more] = views.flatMap(filesOf)
    expect(more).toEqual([])
    if (!file) throw new Error('no file')
    const opened = await h.house.openFile(h.networkId, file.id)
    return { file, read: readIcs(opened?.bytes ?? new Uint8Array()) }
  }

  test('is given by a sentence, in the language of it, to whoever may see it', async () => {
    await h.say('health', 'Heart health walk on 20 December at 7am at the Corniche')
    await h.press('health', 'Submit')
    const { file, read } = await fileIn((await h.say('tourism', 'send me the calendar file of the heart walk')).views)
    expect(file).toMatchObject({ mime: 'text/calendar; charset=utf-8' })
    expect(file.name).toMatch(/^A-2026-\d{4}\.ics$/)
    expect(read).toMatchObject({ method: null, events: [{ title: 'Heart health walk', start: '2026-12-20T04:00:00Z', sequence: 1 }] })
    const arabic = await h.say('youth', `أرسل لي ملف التقويم لفعالية ${file.name.slice(0, 11)}`)
    expect((await fileIn(arabic.views)).read.events[0]?.about).toContain('الجهة: وزارة الصحة')
  })

  test('is on the activity’s card, and of what may not be seen there is none', async () => {
    await h.say('health', 'Secret vaccine launch on 20 December at 10am at the Gulf Hotel, embargoed until 19 December at 9am')
    const reference = /A-\d{4}-\d{4}/.exec((await h.press('health', 'Submit')).text)?.[0] ?? ''
    await h.say('health', 'my events')
    const id = actionsOf(h.last('health').view).find(a => a.press.name === 'activity.edit')?.press.args.id ?? ''
    const open = (as: string) => h.deliver(as, { kind: 'press', press: { name: 'activity.open', args: { id } }, dialog: false })
    await open('health')
    expect((await fileIn((await h.press('health', 'Add to calendar')).views)).read.events[0]?.title).toMatch(/\S/)
    const asked = await h.say('youth', `أرسل لي ملف التقويم لفعالية ${reference}`)
    expect(asked.text).toContain('لم أجد هذه الفعالية')
    expect(asked.views.flatMap(filesOf)).toEqual([])
  })

  test('of one that was moved it has the same UID and a higher sequence, and of sessions that are no more it says so', async () => {
    await h.say('health', 'Heart health walk on 16 and 17 December, 4–6 pm daily, at the Corniche')
    const reference = /A-\d{4}-\d{4}/.exec((await h.press('health', 'Submit')).text)?.[0] ?? ''
    const file = async () => (await fileIn((await h.say('tourism', `send me ${reference} as a calendar file`)).views)).read.events
    const before = await file()
    expect(before.map(e => [e.sequence, e.start, e.status])).toEqual([
      [1, '2026-12-16T13:00:00Z', 'CONFIRMED'],
      [1, '2026-12-17T13:00:00Z', 'CONFIRMED'],
    ])
    await h.say('health', `edit ${reference}`)
    await h.say('health', 'change the date to 20 December at 5pm')
    await h.press('health', 'Save changes')
    const after = await file()
    expect(after.map(e => e.uid)).toEqual(before.map(e => e.uid))
    expect(after.map(e => [e.sequence, e.start, e.status])).toEqual([
      [2, '2026-12-20T14:00:00Z', 'CONFIRMED'],
      [2, '2026-12-17T13:00:00Z', 'CANCELLED'],
    ])
  })

  test('the meeting’s is given by a sentence too', async () => {
    const { read } = await fileIn((await h.say('youth', 'أرسل لي ملف التقويم للاجتماع القادم')).views)
    expect(read).toMatchObject({ method: 'REQUEST', events: [{ start: '2026-12-06T07:00:00Z' }] })
  })
})

describe('a member’s own address', () => {
  let server: ReturnType<typeof createHttpServer>
  let port: number
  let minute = 0
  beforeEach(async () => {
    const log = { info() {}, warn() {}, error() {} }
    server = createHttpServer({
      host: '127.0.0.1',
      port: 0,
      log,
      ready: async () => ({ ok: true }),
      routes: [feedRoute({ feeds: h.house.feeds, log, now: () => minute * 60_000 })],
    })
    port = (await server.start()).port
  })
  afterEach(() => server.stop())

  const addressIn = (text: string): string => /https:\/\/\S+\.ics/.exec(text)?.[0] ?? ''
  const get = (address: string, headers: Record<string, string> = {}) =>
    fetch(address.replace('https://bot.example', `http://127.0.0.1:${port}`), { headers })
  const feed = async (address: string) => {
    const response = await get(address)
    expect(response.status).toBe(200)
    return readIcs(new Uint8Array(await response.arrayBuffer()))
  }
  const titles = async (address: string) => (await feed(address)).events.map(e => e.title)
  const submit = async (as: string, said: string): Promise<string> => {
    await h.say(as, said)
    return /A-\d{4}-\d{4}/.exec((await h.press(as, 'Submit')).text)?.[0] ?? ''
  }
  const secret = 'Secret vaccine launch on 20 December at 10am at the Gulf Hotel, embargoed until 19 December at 9am'

  test('is shown once, and leads to what the member may see at that moment, with the meetings', async () => {
    const youth = addressIn((await h.say('youth', 'عنوان التقويم الخاص بي')).text)
    const health = addressIn((await h.say('health', 'my calendar address')).text)
    expect(youth).toMatch(/^https:\/\/bot\.example\/calendar\/secret-/)
    expect(health).not.toBe(youth)
    expect((await h.say('youth', 'عنوان التقويم الخاص بي')).text).not.toContain('https')
    const reference = await submit('health', secret)
    const read = await feed(health)
    expect(read.name).toBe('Government Communication Network')
    expect(read.refresh).toBe('PT1H')
    expect(read.method).toBe(null)
    expect(read.events.filter(e => e.title === 'Government Communication Network: periodic meeting').length).toBeGreaterThan(2)
    expect(read.events.find(e => e.title === 'Secret vaccine launch')).toMatchObject({
      start: '2026-12-20T07:00:00Z',
      klass: 'CONFIDENTIAL',
      sequence: 1,
    })
    expect(await titles(youth)).not.toContain('Secret vaccine launch')
    expect((await feed(youth)).text).not.toContain(reference)
    h.at('2026-12-19T09:00:00+03:00')
    expect(await titles(youth)).toContain('Secret vaccine launch')
  })

  test('names no person of any organization', async () => {
    const address = addressIn((await h.say('centre', 'my calendar address')).text)
    const { text } = await feed(address)
    const everybody = await within(scene => people.activeMembers(scene.db, scene.network))
    const whole = text.replace(/\r\n /g, '')
    expect(everybody.length).toBeGreaterThan(5)
    for (const m of everybody) for (const word of [m.name.ar, m.name.en, m.email]) if (word) expect(whole).not.toContain(word)
    expect(whole).not.toMatch(/mailto/i)
  })

  test('what is withdrawn stays as cancelled for a while, with a higher sequence', async () => {
    const address = addressIn((await h.say('youth', 'عنوان التقويم الخاص بي')).text)
    const reference = await submit('health', 'Blood donation day on 15 February 2027 at 9am at Salmaniya')
    const of = async () => (await feed(address)).events.find(e => e.about.includes(reference))
    expect(await of()).toMatchObject({ sequence: 1, status: 'CONFIRMED' })
    await h.say('health', `withdraw ${reference}`)
    await h.press('health', 'Yes, withdraw')
    expect(await of()).toMatchObject({ sequence: 2, status: 'CANCELLED', title: 'أُلغي الموعد: Blood donation day' })
    h.at('2027-01-25T09:00:00+03:00')
    expect(await of()).toBeUndefined()
  })

  test('is not fetched twice: what did not change is answered 304, however late, and what did is not', async () => {
    const address = addressIn((await h.say('youth', 'عنوان التقويم الخاص بي')).text)
    const first = await get(address)
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    h.at('2026-11-27T10:07:00+03:00')
    const again = await get(address, { 'If-None-Match': `"other", ${etag}` })
    expect([again.status, await again.text()]).toEqual([304, ''])
    await submit('health', 'Blood donation day on 15 February 2027 at 9am at Salmaniya')
    expect((await get(address, { 'If-None-Match': etag })).status).toBe(200)
  })

  test('replaced, revoked, of one who left, or made up: not found, like any other page', async () => {
    const first = addressIn((await h.say('health', 'my calendar address')).text)
    const second = addressIn((await h.say('health', 'give me a new calendar address')).text)
    const pages = async (...addresses: string[]) =>
      Promise.all(addresses.map(async a => [(await get(a)).status, await (await get(a)).text()]))
    const other = `https://bot.example/calendar/${'x'.repeat(43)}.ics`
    const nothing = [404, 'not found']
    expect((await get(second)).status).toBe(200)
    expect(await pages(first, other, 'https://bot.example/calendar/x.ics', 'https://bot.example/elsewhere')).toEqual(Array(4).fill(nothing))
    await h.say('health', 'revoke my calendar address')
    expect(await pages(second)).toEqual([nothing])
    const third = addressIn((await h.say('health', 'my calendar address')).text)
    expect((await get(third)).status).toBe(200)
    await within(async scene => {
      const member = (await people.activeMembers(scene.db, scene.network)).find(m => m.email === 'health@munassiq.example')
      if (member) await leave(scene, null, member)
    })
    expect(await pages(third)).toEqual([nothing])
  })

  test('is kept nowhere in readable form once it was sent', async () => {
    const address = addressIn((await h.say('health', 'my calendar address')).text)
    const kept = JSON.stringify(await h.db.select().from(outbox))
    expect(kept).not.toContain(address.slice(-20))
    expect(kept).toContain('•••')
  })

  test('fetched too often, it rests for a minute', async () => {
    const address = addressIn((await h.say('health', 'my calendar address')).text)
    const other = `https://bot.example/calendar/${'x'.repeat(43)}.ics`
    const statuses: number[] = []
    for (let n = 0; n < 32; n++) statuses.push((await get(other)).status)
    // Of one that is nobody's, too: no difference tells which is whose.
    expect(statuses).toEqual([...Array(30).fill(404), 429, 429])
    expect((await get(address)).status).toBe(200)
    minute++
    expect((await get(other)).status).toBe(404)
  })
})

test('without an address of the server, the person is told who must set it', async () => {
  await database.reset()
  h = await house(database, { publicUrl: null })
  expect((await h.say('health', 'my calendar address')).text).toMatch(/administrator of this server must first set PUBLIC_URL/)
  expect((await h.say('youth', 'عنوان التقويم الخاص بي')).text).toContain('PUBLIC_URL')
})
