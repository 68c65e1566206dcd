/** Activities are found by what they are called, by whoever may see them, whatever the question sounds like; and one's own by month. */
import { expect, test } from 'vitest'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})
const said = async (who: string, text: string) => (await h.say(who, text)).text

test('when, where and whose: the one that is named is shown whole, in the language of the question', async () => {
  expect(await said('health', 'when is the youth forum?')).toMatch(/^National Youth Forum[\s\S]*A-2026-0041[\s\S]*Monday 30 November/)
  expect(await said('health', 'متى المنتدى الوطني للشباب؟')).toMatch(/^المنتدى الوطني للشباب[\s\S]*الاثنين ٣٠ نوفمبر/)
  expect(await said('health', 'show me the budget statement')).toContain('A-2026-0031')
  expect(await said('health', 'who owns the Museum Nights?')).toContain('Authority for Culture and Antiquities')
  expect(await said('health', 'من مسؤول A-2026-0041؟')).toContain('وزارة شؤون الشباب')
  // The meeting and its deadline are still asked for as ever.
  expect(await said('health', 'when is the next meeting?')).toContain('Next meeting')
  expect(await said('health', 'متى الاجتماع؟')).toContain('الاجتماع القادم')
  expect(h.errors).toEqual([])
})

test('several are listed; what is searched for and not there is said', async () => {
  expect(await said('health', 'where is the travel show held?')).toMatch(/I found 2 activities:[\s\S]*A-2026-0009[\s\S]*A-2026-0052/)
  expect(await said('health', 'find activities about water')).toMatch(/I found 2 activities/)
  expect(await said('health', 'ابحث عن الديناصورات')).toContain('لم أجد في المخطط ما يطابق هذه الكلمات')
})

test('an open draft stays open beside the question', async () => {
  await h.say('health', 'Health walk on 20 December at 8am')
  const { views, text } = await h.say('health', 'when is the youth forum?')
  expect(text).toContain('National Youth Forum')
  expect(text).toContain('Health walk')
  expect(views.length).toBeGreaterThan(1)
})

test('what one may not see is not found', async () => {
  await h.say('finance', 'Secret tax reform announcement on 20 December at 10am at the ministry, embargoed until 20 December at noon')
  for (let n = 0; n < 4 && !(await h.say('finance', 'submit')).text.includes('A-2026-'); n++) await h.say('finance', 'skip')
  expect(await said('finance', 'when is the tax reform announcement?')).toContain('A-2026-')
  expect(await said('health', 'when is the tax reform announcement?')).toContain('I did not understand')
})

test('one’s own of a month or a week, with how many they are', async () => {
  expect(await said('health', 'how many activities do we have in December?')).toMatch(
    /Ministry of Health: activities, December 2026\n3 activities/,
  )
  expect(await said('health', 'كم عدد فعالياتنا هذا الشهر؟')).toMatch(/فعاليات وزارة الصحة: نوفمبر ٢٠٢٦\nفعالية واحدة/)
  expect(await said('health', 'what do I have next week?')).toMatch(/Ministry of Health: activities, Sunday 29 November[\s\S]*1 activity/)
  expect(await said('health', 'what do we have in the plan in February')).toContain(
    'Your organization has nothing submitted for February 2027',
  )
})
