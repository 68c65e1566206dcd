/** Setup codes: made, used once, forgiven in their spelling, refused with a reason; and the first network. */
import { randomBytes, randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../db/client.ts'
import * as networkDb from '../../db/network.ts'
import * as people from '../../db/people.ts'
import { setupCodes } from '../../db/schema.ts'
import { firstNetwork } from '../../src/network/first-network.ts'
import { codesIn, makeCode, needsCode, newCode, redeem } from '../../src/network/setup.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { house, morning, network, seed } from './small-network.ts'

let database: TestDatabase
let db: Database
beforeAll(async () => {
  database = await testDatabase()
  db = database.db
})
afterAll(() => database.close())
beforeEach(() => database.reset())

const huda = { platform: 'slack' as const, space: 'T9', user: 'U1' }
const profile = { name: 'Huda Salem', email: 'Huda@ministry.example', guest: false }
const code = async (at = morning) => {
  const made = await makeCode(db, at, randomUUID, randomBytes)
  if (!made.ok) throw new Error(made.problem)
  return made.value.code
}
const use = (said: string, account: typeof huda = huda, who: Parameters<typeof redeem>[3] = profile, at = morning) =>
  db.transaction(tx => redeem(tx as unknown as Database, said, account, who, at, randomUUID))

test('the first network is made once, Gulf by default, with its holidays, and only the hash of the code is kept', async () => {
  const first = await code()
  expect(first).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/)
  await code()
  const networks = await people.allNetworks(db)
  expect(networks).toHaveLength(1)
  expect(networks[0]?.settings).toMatchObject({
    region: 'BH',
    zone: 'Asia/Bahrain',
    weekend: [5, 6],
    languages: ['ar', 'en'],
    windowMonths: 2,
  })
  const days = await networkDb.holidaysFrom(db, networks[0]?.id ?? '', '2026-01-01')
  expect(days.map(d => [d.from, d.nameEn])).toContainEqual(['2026-12-16', 'National Day'])
  expect(days.filter(d => d.source === 'hijri' && d.from.startsWith('2027'))).toHaveLength(5)
  expect(JSON.stringify(await db.select().from(setupCodes))).not.toContain(first.replaceAll('-', ''))
})

test('its first sender becomes admin and coordinator of the centre, and their workspace the network’s', async () => {
  const sent = await code()
  const [made] = await people.allNetworks(db)
  if (!made) throw new Error('no network')
  expect(await needsCode(db, made)).toBe(true)
  const used = await use(sent)
  expect(used).toMatchObject({ ok: true, value: { networkId: made.id, newSpace: true } })
  const member = await people.activeByEmail(db, made, 'huda@ministry.example')
  expect(member).toMatchObject({ roles: ['coordinator', 'admin'], name: { en: 'Huda Salem' } })
  const centre = (await people.organizationsOf(db, made.id)).find(o => o.centre)
  expect(member?.organizationId).toBe(centre?.id)
  expect((await people.networkOfSpace(db, 'slack', 'T9'))?.id).toBe(made.id)
  expect((await people.accountOf(db, made.id, huda))?.memberId).toBe(member?.id)
  expect(await needsCode(db, made)).toBe(false)
})

test('a code works once, for a week, and for two senders at once only for one', async () => {
  const sent = await code()
  await use(sent)
  expect(await use(sent, { ...huda, user: 'U2' })).toEqual({ ok: false, problem: 'used' })
  const late = await code()
  const week = morning.add({ hours: 7 * 24 })
  expect(await use(late, huda, profile, week)).toEqual({ ok: false, problem: 'expired' })
  expect((await use(late, huda, profile, week.subtract({ seconds: 1 }))).ok).toBe(true)
  expect(await use('7KQM-2XHD-WP9R')).toEqual({ ok: false, problem: 'unknown' })
  expect(await use('we launch the service next week')).toEqual({ ok: false, problem: 'none' })
})

test.each([
  (c: string) => c.toLowerCase(),
  (c: string) => c.replaceAll('-', ' '),
  (c: string) => c.replaceAll('-', ''),
  (c: string) => `my code is ${c}, thank you`,
  (c: string) => `رمز الإعداد: ${c.replace(/\d/g, d => '٠١٢٣٤٥٦٧٨٩'[Number(d)] ?? d)}`,
  (c: string) => `\u2068${c.replaceAll('-', '–')}\u2069`,
])('its spelling is forgiven (%#)', async spelled => {
  expect((await use(spelled(await code()))).ok).toBe(true)
})

test('ordinary sentences hold no code', () => {
  for (const said of ['next-week plan', 'submit', 'ورشة يوم الثلاثاء', "what's on the plan", 'A-2026-0142', 'COMMUNICATION'])
    expect(codesIn(said).filter(c => /\d/.test(c))).toEqual([])
})

test('a further workspace belongs to the same network; one of another network is refused and the code kept', async () => {
  await use(await code())
  const second = await code()
  const there = { ...huda, space: 'T10', user: 'U7' }
  expect(await use(second, there, { name: 'علي', guest: false })).toMatchObject({ ok: true, value: { newSpace: true } })
  expect((await people.allNetworks(db)).length).toBe(1)
  await seed(db) // another network, whose workspace is T1
  const third = await code()
  expect(await use(third, { ...huda, space: 'T1' })).toEqual({ ok: false, problem: 'otherNetwork' })
  expect((await use(third)).ok).toBe(true)
})

test('a member who sends a code keeps who they are and becomes admin and coordinator too', async () => {
  await seed(db)
  const sent = await newCode(db, network.id, morning, randomBytes)
  const used = await use(sent, { platform: 'slack', space: 'T1', user: 'U-health' }, { name: 'Huda', guest: false })
  expect(used).toMatchObject({ ok: true, value: { memberId: 'health', newSpace: false } })
  expect(await people.member(db, network, 'health')).toMatchObject({ organizationId: 'health', roles: ['member', 'coordinator', 'admin'] })
})

test('a guest cannot use a code, and it stays good', async () => {
  const sent = await code()
  expect(await use(sent, huda, { ...profile, guest: true })).toEqual({ ok: false, problem: 'guest' })
  expect((await use(sent)).ok).toBe(true)
})

test('data of the sample network gets no code', async () => {
  await people.addNetwork(db, { ...network, sample: true }, morning)
  expect(await makeCode(db, morning, randomUUID, randomBytes)).toEqual({ ok: false, problem: 'sample' })
  expect(await people.allNetworks(db)).toHaveLength(1)
})

test('sent to the bot it is answered with the next steps; a wrong one with what to do; in a sentence of another kind nothing', async () => {
  await seed(db)
  const h = house(db)
  const sent = await newCode(db, network.id, morning, randomBytes)
  const welcome = await h.say('boss', sent, { space: 'T2', name: 'Boss', language: 'en' })
  expect(welcome[0]?.text).toContain('connected to the network')
  expect(welcome[0]?.actions.map(a => a.press.args.name)).toEqual(['roster', 'set_meeting', 'holidays', 'help'])
  const again = await h.say('other', sent, { space: 'T2', name: 'Other', language: 'en' })
  expect(again[0]?.text).toContain('has been used')
  const unknown = await h.say('other', '7kqm 2xhd wp9r', { space: 'T2', name: 'Other', language: 'en' })
  expect(unknown[0]?.text).toContain('not known')
  const elsewhere = await h.say('other', 'hello', { space: 'T3', name: 'Other', language: 'en' })
  expect(elsewhere).toEqual([])
})

test('a network made in one transaction is not made again in another', async () => {
  const now = Temporal.Instant.from('2026-11-24T07:00:00Z')
  const [a, b] = await Promise.all([1, 2].map(() => db.transaction(tx => firstNetwork(tx as unknown as Database, now, randomUUID))))
  expect(a?.id).toBe(b?.id)
})
