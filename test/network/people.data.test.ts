/** Help, one's own language, and accounts that can no longer be written to. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as outbox from '../../db/outbox.ts'
import * as people from '../../db/people.ts'
import { commands } from '../../src/commands.ts'
import type { Role } from '../../src/model/people.ts'
import { helpView } from '../../src/network/help.ts'
import { languageAsked } from '../../src/network/language.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { house, network, seed } from './small-network.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.reset()
  await seed(database.db)
})

test.each([
  ['health', ['member']],
  ['centre', ['coordinator']],
  ['admin', ['admin']],
] as const)('help shows %s by topic only what they may do, each with a button that runs it', async (user, roles) => {
  const h = house(database.db)
  const [help] = await h.say(user, 'help')
  expect(help?.actions.length).toBeLessThanOrEqual(8)
  const found: string[] = []
  for (const topic of help?.actions ?? []) {
    expect(topic.press.args.name).toBe('help')
    const [of] = await h.pressAction(user, topic)
    const [back, ...run] = (of?.actions ?? []).map(a => a.press.args.name).reverse()
    expect(back).toBe('help')
    found.push(...run.map(String))
  }
  const may = commands.filter(c => c.key !== 'help' && c.who.some(r => (roles as readonly Role[]).includes(r))).map(c => c.key)
  expect(found.sort()).toEqual([...may].sort())
})

test.each([
  ['help training', 'my training record'],
  ['/help coverage', 'what the media carried'],
  ['مساعدة الاجتماع', 'متى الاجتماع القادم؟'],
])('a topic is asked for by its name: %s', async (said, example) => {
  const [help] = await house(database.db).say('health', said)
  expect(help?.text.toLowerCase()).toContain(example)
})

test('help comes in the language of who asks, the most used first', async () => {
  const h = house(database.db)
  const [help] = await h.say('youth', 'مساعدة')
  expect(help?.language).toBe('ar')
  expect(help?.actions[0]?.label).toBe('الفعاليات')
  expect(help?.text).toContain('مثال: نطلق')
  const scene = await h.scene(async s => helpView({ language: 'en', speak: s.voice('en'), reader: { roles: ['observer'] } }))
  expect(JSON.stringify(scene)).not.toContain('Activities')
})

test.each([
  ['switch to Arabic', 'ar'],
  ['غيّر اللغة إلى الإنجليزية', 'en'],
  ['غيّر اللغة من العربية إلى الإنجليزية', 'en'],
  ['كلمني عربي', 'ar'],
  ['speak English please', 'en'],
  ['language', null],
] as const)('«%s» asks for %s', (said, to) => expect(languageAsked(said)).toBe(to))

test('a person’s language is their own choice, answered in the new one, kept for what the bot begins', async () => {
  const h = house(database.db)
  const [told] = await h.say('youth', 'switch to English')
  expect(told).toMatchObject({ language: 'en' })
  expect(told?.text).toContain('English from now on')
  expect((await people.member(database.db, network, 'youth'))?.language).toBe('en')
  const [again] = await h.say('youth', 'switch to English')
  expect(again?.text).toContain('already')
  const offered = await h.say('youth', 'change language')
  const arabic = offered[0]?.actions.find(a => a.label === 'العربية')
  if (!arabic) throw new Error('Arabic is not offered')
  const [back] = await h.pressAction('youth', arabic)
  expect(back?.text).toContain('سأخاطبكم بالعربية')
  expect((await people.member(database.db, network, 'youth'))?.language).toBe('ar')
})

test('an account that is gone is given up: what waits for it is let go and the centre told once, until the person writes again', async () => {
  const h = house(database.db)
  const account = { platform: 'slack' as const, space: 'T1', user: 'U-youth' }
  const view = { version: 1 as const, language: 'ar' as const, summary: 'x', parts: [] }
  await h.scene(scene =>
    outbox.promise(scene.db, {
      networkId: network.id,
      id: 'waiting',
      op: 'send',
      ...account,
      memberId: 'youth',
      place: null,
      onlyTo: null,
      view,
      subject: null,
      dedupe: null,
      notBefore: scene.now.add({ hours: 5 }),
      card: null,
      promisedAt: scene.now,
      leaseUntil: null,
    }),
  )
  const { seen } = await h.take('youth', { kind: 'left' })
  expect(seen.map(s => s.user)).toEqual(['U-centre'])
  expect(seen[0]?.text).toContain('نور أحمد')
  expect(seen[0]?.text).toContain('لم يعد بإمكاني الوصول إلى أي عضو من وزارة الشباب')
  expect((await h.promised()).find(p => p.view.summary === 'x')?.state).toBe('gone')
  expect((await h.take('youth', { kind: 'left' })).seen).toEqual([])
  expect(await people.reachable(database.db, network.id, ['youth'])).toEqual([])
  const [answer] = await h.say('youth', 'مساعدة')
  expect(answer?.user).toBe('U-youth')
  expect(await people.reachable(database.db, network.id, ['youth'])).toHaveLength(1)
})

test('of two people of an organization, one account going leaves the other: the centre is not told that nobody is reached', async () => {
  const h = house(database.db)
  const { seen } = await h.take('health', { kind: 'left' })
  expect(seen[0]?.text).toContain('هدى سالم')
  expect(seen[0]?.text).not.toContain('لم يعد بإمكاني')
})
