/** People the network does not know: asking to join, being accepted and declined, and what they never see. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as networkDb from '../../db/network.ts'
import * as people from '../../db/people.ts'
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

const stranger = { name: 'Reem Latif', email: 'reem@elsewhere.example', language: 'en' as const }

async function asks(h: ReturnType<typeof house>, organization: string, profile: Parameters<typeof h.say>[2] = stranger) {
  const greeted = await h.say('reem', 'what is on next week?', profile)
  const asked = await h.press('reem', greeted, 'join.ask', profile)
  const card = await h.say('reem', organization, profile)
  return { greeted, asked, card, sent: await h.press('reem', card, 'draft.submit', profile) }
}
const memberOf = async (user: string) => {
  const account = await people.accountOf(database.db, network.id, { platform: 'slack', space: 'T1', user: `U-${user}` })
  return account?.memberId ? people.member(database.db, network, account.memberId) : null
}

test('a stranger is greeted politely and told nothing of the network', async () => {
  const h = house(database.db)
  for (const said of ['what is on next week?', 'help', 'who are the members?', '/plan']) {
    const [greeting] = await h.say('reem', said, stranger)
    expect(greeting?.text).toContain('you can ask to join')
    expect(greeting?.actions.map(a => a.press.name)).toEqual(['join.ask'])
    for (const secret of ['Trial', 'Mona', 'Ali', 'Ministry']) expect(greeting?.text).not.toContain(secret)
  }
})

test('a request names the organization in any spelling, and coordinators and admins are told once each in their own language', async () => {
  const h = house(database.db)
  const { asked, card, sent } = await asks(h, 'الصحه')
  expect(asked[0]?.text).toContain('Which organization')
  expect(card[0]?.text).toContain('Reem Latif')
  expect(card[0]?.text).toContain('Ministry of Health')
  const told = sent.filter(s => s.subject?.startsWith('join:'))
  expect(told.map(t => [t.user, t.language]).sort()).toEqual([
    ['U-admin', 'en'],
    ['U-centre', 'ar'],
  ])
  expect(told.find(t => t.user === 'U-admin')?.text).toContain('reem@elsewhere.example')
  expect(told[0]?.actions.map(a => a.press.name)).toEqual(['join.accept', 'join.choose', 'join.decline'])
  expect(sent.find(s => s.user === 'U-reem')?.text).toContain('with the Centre')
})

test('one open request for each account: asking again says that it is with the centre', async () => {
  const h = house(database.db)
  await asks(h, 'Ministry of Health')
  const [again] = await h.say('reem', 'hello, please let me in', stranger)
  expect(again?.text).toContain('with the Centre')
  expect(again?.actions).toEqual([])
  const twice = await h.pressAction(
    'reem',
    { label: '', press: { name: 'join.ask', args: {} }, style: 'normal', opensForm: false },
    stranger,
  )
  expect(twice[0]?.text).toContain('with the Centre')
  expect(await networkDb.openJoinRequests(database.db, network.id)).toHaveLength(1)
})

test('accepting makes the member, links the account, tells the person, and a second press says who decided', async () => {
  const h = house(database.db)
  const { sent } = await asks(h, 'Ministry of Health')
  const cards = sent.filter(s => s.user === 'U-admin')
  const decided = await h.press('admin', cards, 'join.accept')
  expect(decided.find(s => s.user === 'U-admin')?.text).toContain('accepted into Ministry of Health by Ali Admin')
  const told = decided.find(s => s.user === 'U-reem')
  expect(told?.language).toBe('en')
  expect(told?.text).toContain('Ministry of Health')
  const member = await memberOf('reem')
  expect(member).toMatchObject({ organizationId: 'health', roles: ['member'], email: 'reem@elsewhere.example', name: { en: 'Reem Latif' } })
  expect(h.events).toContainEqual({ kind: 'member.joined', memberId: member?.id })

  const second = await h.press('centre', cards, 'join.decline')
  expect(second).toHaveLength(1)
  expect(second[0]?.text).toMatch(/علي المدير|Ali Admin/)
  expect((await memberOf('reem'))?.id).toBe(member?.id)
})

test('an organization the network does not know is asked for; the coordinator chooses, only an admin may add it', async () => {
  const h = house(database.db)
  const { sent } = await asks(h, 'Space Agency')
  const cards = sent.filter(s => s.user === 'U-centre')
  expect(cards[0]?.actions.map(a => a.press.name)).toEqual(['join.choose', 'join.decline'])
  const chosen = await h.press('centre', cards, 'join.choose')
  expect(chosen[0]?.actions.map(a => a.press.name)).not.toContain('join.create')
  const create = {
    label: '',
    press: { name: 'join.create', args: cards[0]?.actions[0]?.press.args ?? {} },
    style: 'normal' as const,
    opensForm: false,
  }
  const refused = await h.pressAction('centre', create)
  expect(refused[0]?.text).toMatch(/من صلاحية/)
  expect(await memberOf('reem')).toBeNull()
  const offered = await h.press(
    'admin',
    sent.filter(s => s.user === 'U-admin'),
    'join.choose',
  )
  await h.press('admin', offered, 'join.create')
  const made = (await people.organizationsOf(database.db, network.id)).find(o => o.name.en === 'Space Agency')
  expect((await memberOf('reem'))?.organizationId).toBe(made?.id)
})

test('declining is told politely and makes nobody a member', async () => {
  const h = house(database.db)
  const { sent } = await asks(h, 'Ministry of Health')
  const decided = await h.press(
    'centre',
    sent.filter(s => s.user === 'U-centre'),
    'join.decline',
  )
  expect(decided.find(s => s.user === 'U-reem')?.text).toContain('could not be accepted')
  expect(await memberOf('reem')).toBeNull()
  expect(await networkDb.openJoinRequests(database.db, network.id)).toHaveLength(0)
})

test('a guest with a roster e-mail is no member, asks like anybody, and becomes a person of their own', async () => {
  const h = house(database.db)
  const guest = { name: 'Huda Guest', email: 'health@trial.example', guest: true, language: 'en' as const }
  const { greeted, sent } = await asks(h, 'Ministry of Youth', guest)
  expect(greeted[0]?.actions.map(a => a.press.name)).toEqual(['join.ask'])
  const card = sent.find(s => s.user === 'U-admin')
  expect(card?.text).toContain('guest account')
  await h.press('admin', card ? [card] : [], 'join.accept')
  const member = await memberOf('reem')
  expect(member?.id).not.toBe('health')
  expect(member).toMatchObject({ email: null, roles: ['member'], organizationId: 'youth' })
})

test('a member can neither see requests nor decide one by a button made up', async () => {
  const h = house(database.db)
  const { sent } = await asks(h, 'Ministry of Health')
  const request = sent.find(s => s.user === 'U-admin')?.actions[0]?.press.args.id ?? ''
  const press = {
    label: '',
    press: { name: 'join.accept', args: { id: request, organization: 'health' } },
    style: 'normal' as const,
    opensForm: false,
  }
  expect((await h.pressAction('health', press))[0]?.text).toContain('This is for')
  expect((await h.pressAction('reem', press, stranger))[0]?.text).toContain('This is for')
  expect((await h.say('health', 'show join requests'))[0]?.text).toContain('This is for')
  expect(await memberOf('reem')).toBeNull()
})

test('the list shows open requests with their buttons, or that nobody waits', async () => {
  const h = house(database.db)
  expect((await h.say('admin', 'show join requests'))[0]?.text).toContain('Nobody is waiting')
  await asks(h, 'Ministry of Health')
  const [shown] = await h.say('admin', 'show join requests')
  expect(shown?.text).toContain('Reem Latif — Ministry of Health')
  expect(shown?.actions.map(a => a.press.name)).toContain('join.accept')
})

test('outside working hours the centre is told on the next working morning', async () => {
  const h = house(database.db)
  h.to('2026-11-26T20:00:00+03:00') // Thursday evening; Friday and Saturday are the weekend
  await asks(h, 'Ministry of Health')
  const { outbox } = await import('../../db/schema.ts')
  const rows = (await database.db.select().from(outbox)).filter(r => r.subject?.startsWith('join:'))
  expect(rows.map(r => r.notBefore.toString())).toEqual(['2026-11-29T04:00:00Z', '2026-11-29T04:00:00Z'])
})
