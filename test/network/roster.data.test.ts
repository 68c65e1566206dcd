/** The roster put into force: shown first, one press, all or nothing; who left is no longer written to. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
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

const header = 'name,e-mail,organization,roles,language'
const everybody = [
  'Mona Centre,centre@trial.example,Communication Centre,coordinator,ar',
  'Ali Admin,admin@trial.example,مركز الاتصال,admin,en',
  'Huda Salem,health@trial.example,وزارة الصحه,member,en',
  'سامي خليل,health2@trial.example,MoH,عضو,ar',
  'نور أحمد,youth@trial.example,Ministry of Youth,عضو,ar',
]
const csv = (...lines: string[]) => [header, ...lines].join('\n')
const file = (text: string) => ({
  kind: 'file' as const,
  name: 'roster.csv',
  mime: 'text/csv',
  size: text.length,
  bytes: Buffer.from(text).toString('base64'),
  text: '',
})
const active = async () => (await people.activeMembers(database.db, network)).map(m => m.email ?? '').sort()

test('a roster that says what is there already changes nothing', async () => {
  const h = house(database.db)
  const { seen } = await h.take('admin', file(csv(...everybody)))
  expect(seen[0]?.text).toContain('Adds 0, changes 0, removes 0; 5 members stay as before')
})

test('adds, changes, removes and new organizations are shown first and happen at one press', async () => {
  const h = house(database.db)
  const { seen } = await h.take(
    'admin',
    file(
      csv(
        ...everybody.slice(0, 2),
        'Huda Salem,health@trial.example,Ministry of Youth,member;observer,en',
        'سامي خليل,health2@trial.example,MoH,عضو,ar',
        'Omar Said,omar@trial.example,Space Agency,member,en',
        'Lina Said,lina@trial.example,space agency,member,',
      ),
    ),
  )
  const [card] = seen
  expect(card?.text).toContain('Adds 2, changes 1, removes 1; 3 members stay')
  expect(card?.text).toContain('This organization is new')
  expect(card?.text).toMatch(/نور أحمد|Noor Ahmed/)
  expect(card?.text).toContain('organization: Ministry of Youth')
  expect(await active()).toHaveLength(5)

  const done = await h.press('admin', seen, 'draft.submit')
  expect(done[0]?.text).toContain('in force')
  expect(await active()).toEqual(['admin', 'centre', 'health', 'health2', 'lina', 'omar'].map(n => `${n}@trial.example`).sort())
  const organizations = await people.organizationsOf(database.db, network.id)
  expect(organizations.filter(o => o.name.en === 'Space Agency')).toHaveLength(1)
  const huda = await people.activeByEmail(database.db, network, 'health@trial.example')
  expect(huda).toMatchObject({ organizationId: 'youth', roles: ['member', 'observer'], name: { ar: 'هدى سالم', en: 'Huda Salem' } })
  expect(h.events.filter(e => e.kind === 'member.joined')).toHaveLength(2)
  expect(h.events.filter(e => e.kind === 'member.left')).toEqual([{ kind: 'member.left', memberId: 'youth' }])
})

test('who was removed is unknown again and the centre hears it, with the organization that has nobody left', async () => {
  const h = house(database.db)
  const { seen } = await h.take('admin', file(csv(...everybody.slice(0, 4))))
  await h.press('admin', seen, 'draft.submit')
  const told = await h.tick()
  expect(told.map(t => t.user)).toEqual(['U-centre'])
  expect(told[0]?.text).toContain('غادر الشبكة عضو واحد')
  expect(told[0]?.text).toContain('نور أحمد')
  expect(told[0]?.text).toContain('لم يبق لدى وزارة الشباب أي عضو')
  expect(await h.tick()).toEqual([])
  const [greeting] = await h.say('youth', 'what is on next week?')
  expect(greeting?.actions.map(a => a.press.name)).toEqual(['join.ask'])
  // The roster takes them back as who they were.
  const again = await h.take('admin', file(csv(...everybody)))
  await h.press('admin', again.seen, 'draft.submit')
  expect((await people.activeByEmail(database.db, network, 'youth@trial.example'))?.id).toBe('youth')
})

test('wrong lines are told with their numbers, nothing is changed, and a corrected roster goes on', async () => {
  const h = house(database.db)
  const { seen } = await h.take('admin', file(csv(...everybody, 'Omar,omar,Space Agency,king,en')))
  expect(seen[0]?.text).toContain('Line 7: omar is not an e-mail address')
  expect(seen[0]?.text).toContain('Line 7: king is not a role')
  expect(await active()).toHaveLength(5)
  const mended = await h.take('admin', file(csv(...everybody, 'Omar,omar@trial.example,Space Agency,member,en')))
  expect(mended.seen[0]?.text).toContain('Adds 1, changes 0, removes 0')
})

test('a roster without an admin is refused, and says why', async () => {
  const h = house(database.db)
  const { seen } = await h.take('admin', file(csv(everybody[0] ?? '', ...everybody.slice(2))))
  expect(seen[0]?.text).toContain('without an administrator')
  expect(seen[0]?.actions.map(a => a.press.name)).not.toContain('draft.submit')
  expect(await active()).toHaveLength(5)
})

test('asked for in conversation: question, pasted lines, a second paste on the card, a restart in between', async () => {
  const h = house(database.db)
  const asked = await h.say('admin', 'upload the roster')
  expect(asked[0]?.text).toContain('CSV')
  const card = await h.say('admin', everybody.slice(0, 4).join('\n'))
  expect(card[0]?.text).toContain('removes 1')
  const restarted = house(database.db)
  const second = await restarted.say('admin', everybody.join('\n'))
  expect(second[0]?.text).toContain('removes 0')
  const done = await restarted.press('admin', second, 'draft.submit')
  expect(done[0]?.text).toContain('in force')
  const twice = await restarted.press('admin', second, 'draft.submit')
  expect(twice[0]?.text).toContain('already')
})

test('who joined after the differences were shown is not removed by them', async () => {
  const h = house(database.db)
  const { seen } = await h.take('admin', file(csv(...everybody)))
  h.to('2026-11-24T11:00:00+03:00')
  await h.scene(scene =>
    people.addMember(scene.db, network.id, {
      id: 'late',
      organizationId: 'health',
      nameAr: null,
      nameEn: 'Late Comer',
      email: 'late@trial.example',
      roles: ['member'],
      rosterLanguage: 'en',
      joinedAt: scene.now,
    }),
  )
  await h.press('admin', seen, 'draft.submit')
  expect(await active()).toContain('late@trial.example')
})

test('a person without an e-mail on record is found by name and gets the one of the roster', async () => {
  const h = house(database.db)
  await people.changeMember(database.db, network.id, 'admin', { email: null })
  const { seen } = await h.take('admin', file(csv(...everybody)))
  expect(seen[0]?.text).toContain('Adds 0, changes 1, removes 0')
  await h.press('admin', seen, 'draft.submit')
  expect((await people.activeByEmail(database.db, network, 'admin@trial.example'))?.id).toBe('admin')
})

test('a coordinator or member has no roster', async () => {
  const h = house(database.db)
  expect((await h.say('health', 'upload the roster'))[0]?.text).toContain('This is for')
  const { seen } = await h.take('centre', file(csv(...everybody)))
  expect(seen.flatMap(s => s.actions.map(a => a.press.name))).not.toContain('draft.submit')
})
