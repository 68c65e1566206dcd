/** The priority an activity serves: proposed on its card by the words they share, tied with one press, and its messages handed to the owner. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activities, priorities } from '../../db/schema.ts'
import { actionsOf, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const trees = 'Tree planting day for schools on 15 December at 9am at Bahrain Fort'
const offers = (as: string) => actionsOf(h.last(as).view).some(a => a.press.args.field === 'priority')
const tied = async (title: string) => {
  const [row] = await h.db
    .select({ priority: priorities.titleEn })
    .from(activities)
    .leftJoin(priorities, eq(priorities.id, activities.priorityId))
    .where(eq(activities.titleEn, title))
  return row?.priority ?? null
}

test('proposed, tied with a press, and its messages handed over once', async () => {
  const card = await h.say('tourism', trees)
  expect(card.text).toContain('It may serve the priority Sustainable resources for the next generations.')
  await h.press('tourism', 'Tie it to that priority')
  expect(textOf(h.last('tourism').view)).toContain('Priority: Sustainable resources for the next generations')
  expect(offers('tourism')).toBe(false)
  const saved = await h.press('tourism', 'Submit')
  expect(saved.text).toContain('Messages to use for Tree planting day for schools')
  expect(saved.text).toContain('Each drop of water saved today belongs to our children tomorrow.')
  expect(saved.text).toMatch(/We plant today for our children’s shade tomorrow[^\n]*\nنزرع اليوم/)
  expect(await tied('Tree planting day for schools')).toBe('Sustainable resources for the next generations')
  // An edit of other things keeps the tie and hands nothing over again.
  await h.say('tourism', 'edit the tree planting day')
  await h.say('tourism', 'change the venue to the Gulf Hotel')
  const changed = await h.press('tourism', 'Save changes')
  expect(changed.text).not.toContain('Messages to use')
  expect(await tied('Tree planting day for schools')).toBe('Sustainable resources for the next generations')
})

test('nothing is proposed where nothing is shared, or in another month; the month’s priorities are a choice of the form', async () => {
  expect((await h.say('tourism', 'Stamp collectors meeting on 15 December at 9am at Bahrain Fort')).text).not.toContain('It may serve')
  await h.say('tourism', 'cancel')
  expect((await h.say('tourism', 'Tree planting day for schools on 15 January at 9am at Bahrain Fort')).text).not.toContain('It may serve')
  await h.say('tourism', 'cancel')
  await h.say('tourism', 'Stamp collectors meeting on 15 December at 9am at Bahrain Fort')
  const form = h.formOf((await h.press('tourism', 'Form', { dialog: true })).reply)
  const input = form.inputs.find(i => i.id === 'priority')
  expect(input?.options?.map(o => o.label)).toEqual([
    'A destination for the whole year',
    'Sustainable resources for the next generations',
    'Education and skills for work',
    'None of them',
  ])
})

test('tied by a coordinator, the owner is handed the messages', async () => {
  await h.say('tourism', trees)
  await h.press('tourism', 'Submit')
  const [made] = await h.db.select().from(activities).where(eq(activities.titleEn, 'Tree planting day for schools'))
  await h.say('centre', `edit ${made?.reference}`)
  await h.press('centre', 'Tie it to that priority')
  await h.press('centre', 'Save changes')
  const told = h.last('tourism')
  expect(textOf(told.view)).toContain('Messages to use for Tree planting day for schools')
  expect(h.shown.filter(s => s.to === 'centre' && /Messages to use|رسائل لاستخدامها/.test(s.view.summary))).toEqual([])
})

test('said to serve none, it is not proposed again', async () => {
  await h.say('tourism', trees)
  await h.press('tourism', 'Change')
  await h.press('tourism', 'Priority')
  await h.press('tourism', 'None of them')
  expect(offers('tourism')).toBe(false)
  expect((await h.press('tourism', 'Submit')).text).not.toContain('Messages to use')
  expect(await tied('Tree planting day for schools')).toBeNull()
})
