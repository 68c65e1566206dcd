/** One person added, given other roles or taken off by a sentence: confirmed first, by administrators alone, and on the record. */
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as people from '../../db/people.ts'
import { changes } from '../../db/schema.ts'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const members = async () => people.activeMembers(h.db, await h.network())
const called = async (name: string) => (await members()).find(m => m.name.en === name || m.name.ar === name)
const recorded = (action: string) =>
  h.db
    .select()
    .from(changes)
    .where(and(eq(changes.entity, 'member'), eq(changes.action, action)))

test.each([
  ['add Huda Salem, huda@health.example, to the Ministry of Health as a member', 'Add the person', 'Huda Salem', ['member']],
  ['أضف هدى سالم، huda@health.example، إلى وزارة الصحة منسقة', 'إضافة العضو', 'هدى سالم', ['coordinator']],
])('a person is added by a sentence: «%s»', async (said, button, name, roles) => {
  expect((await h.say('admin', said)).text).toContain('huda@health.example')
  expect(await called(name)).toBeUndefined()
  await h.press('admin', button)
  expect(await called(name)).toMatchObject({ email: 'huda@health.example', roles, active: true })
  expect((await recorded('joined')).map(r => r.entityId)).toEqual([(await called(name))?.id])
})

test('an e-mail that is none, one that is taken and an organization nobody knows are asked for again, and the rest stays', async () => {
  expect((await h.say('admin', 'add Huda Salem, huda@health, to Nowhere as an observer')).text).toContain(
    'huda@health is not an e-mail address',
  )
  expect((await h.say('admin', 'health@munassiq.example')).text).toContain('is the address of Dr Maryam Jasim Alalawi')
  expect((await h.say('admin', 'huda@health.example')).text).toContain('Which organization')
  expect((await h.say('admin', 'the Ministry of Health')).text).toMatch(
    /Name: Huda Salem[\s\S]*Organization: Ministry of Health[\s\S]*Roles: observer/,
  )
})

test.each([
  ['Yusuf Ahmed has left the network', 'Take them off'],
  ['غادر يوسف أحمد الدوسري الشبكة', 'نعم، حذف العضو'],
])('a person is taken off by a sentence and a yes: «%s»', async (said, button) => {
  const before = await called('Yusuf Ahmed Aldoseri')
  await h.say('admin', said)
  expect(await called('Yusuf Ahmed Aldoseri')).toBeDefined()
  await h.press('admin', button)
  expect(await called('Yusuf Ahmed Aldoseri')).toBeUndefined()
  expect((await recorded('left')).map(r => r.entityId)).toEqual([before?.id])
  expect((await h.say('admin', 'make Yusuf Aldoseri a coordinator')).text).toContain('I know no member called Yusuf Aldoseri')
})

test('a role is given and taken, and its card says what was before', async () => {
  expect((await h.say('admin', 'Huda Mahmood is now a coordinator')).text).toContain('Roles: member and coordinator (before: member)')
  await h.press('admin', 'Save')
  expect((await called('Huda Mahmood Albastaki'))?.roles).toEqual(['member', 'coordinator'])
  expect(await recorded('roles')).toMatchObject([{ before: { roles: ['member'] }, after: { roles: ['member', 'coordinator'] } }])
  expect((await h.say('admin', 'هدى البستكي لم تعد منسقة')).text).toContain('الصفات: عضو (قبل التغيير: عضو ومنسق)')
})

test('between people of one name is chosen', async () => {
  await h.say('admin', 'add Huda Salem, huda@health.example, to the Ministry of Health')
  await h.press('admin', 'Add the person')
  expect((await h.say('admin', 'Huda left the network')).text).toContain('Which Huda do you mean?')
  expect((await h.press('admin', 'Huda Salem · Ministry of Health')).text).toContain('Take Huda Salem of Ministry of Health off')
})

test('the last administrator stays one, and nobody but an administrator does any of it', async () => {
  const admin = (await members()).find(m => m.roles.includes('admin'))
  expect((await h.say('admin', `${admin?.name.en} left the network`)).text).toContain('without an administrator')
  expect((await h.say('centre', 'add Huda Salem, huda@health.example, to Health')).text).toContain('This is for administrators')
  expect((await h.say('health', 'Yusuf Ahmed left the network')).text).toContain('This is for administrators')
})
