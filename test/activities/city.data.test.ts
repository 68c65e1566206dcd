/** The city of an activity: what its place says, kept with the activity, shown once, and gone with the place. */
import { expect, test } from 'vitest'
import { activities } from '../../db/schema.ts'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

/** The place and the city kept with the activity submitted last. */
async function kept(): Promise<[string | null, string | null] | undefined> {
  const all = await h.db.select().from(activities)
  const last = all.sort((a, b) => a.reference.localeCompare(b.reference)).at(-1)
  return last && [last.venue, last.city]
}

test('a city said apart from the place stands beside it on the card, and is kept', async () => {
  const card = await h.say('health', 'ورشة التغذية في المحرق يوم 15 ديسمبر الساعة 10 صباحاً في بيت الشعر')
  expect(card.text).toContain('بيت الشعر (المحرق)')
  await h.press('health', 'تقديم الفعالية')
  expect(await kept()).toEqual(['بيت الشعر', 'المحرق'])
  expect(h.errors).toEqual([])
})

test('one that the place says itself is not said twice', async () => {
  await h.say('health', 'Heart forum on 15 December at 10am in Geneva')
  const reference = /A-\d{4}-\d{4}/.exec((await h.press('health', 'Submit')).text)?.[0] ?? ''
  expect((await h.say('health', reference)).text.match(/Geneva/g)).toHaveLength(1)
  expect(await kept()).toEqual(['Geneva', 'Geneva'])
})

test('another place has another city, or none, in chat and in the form', async () => {
  await h.say('health', 'Heart forum on 15 December at 10am in Geneva')
  await h.say('health', 'change the venue to the Gulf Hotel')
  await h.press('health', 'Submit')
  expect(await kept()).toEqual(['Gulf Hotel', null])
  await h.say('health', 'edit the heart forum')
  const form = h.formOf((await h.press('health', 'Form', { dialog: true })).reply)
  const answers = Object.fromEntries(form.inputs.flatMap(i => (i.value === undefined ? [] : [[i.id, i.value]])))
  await h.fill('health', form, { ...answers, venue: 'Hilton Riyadh' }, 'en')
  expect(await kept()).toEqual(['Hilton Riyadh', 'Riyadh'])
  expect(h.errors).toEqual([])
})
