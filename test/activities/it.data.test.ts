/** "It" is what was shown last: the activity just submitted or opened, or the meeting; somebody else's is not changed. */
import { expect, test } from 'vitest'
import { actionsOf, type TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})
const said = async (who: string, text: string) => (await h.say(who, text)).text

test('what was just submitted is corrected, moved, given another place and withdrawn without being named', async () => {
  await h.say('works', 'Opening of the new coastal road on Monday 14 December at 9am in Sitra')
  const reference = /A-\d{4}-\d{4}/.exec(await said('works', 'submit'))?.[0]
  expect(await said('works', 'no, make it 10am')).toMatch(new RegExp(`10:00 am[\\s\\S]*Editing ${reference}`))
  await h.press('works', 'Save changes')
  expect(await said('works', 'actually at the Gulf Hotel')).toMatch(new RegExp(`Venue: Gulf Hotel[\\s\\S]*Editing ${reference}`))
  await h.press('works', 'Save changes')
  expect(await said('works', 'cancel it')).toContain(`Withdraw ${reference}`)
})

test('in Arabic, and the day it is moved to is not that of another one', async () => {
  await h.say('health', 'لقاء الصيادلة يوم الأحد ٢٠ ديسمبر الساعة ١٠ صباحاً في مركز المعارض')
  const reference = /A-\d{4}-\d{4}/.exec(await said('health', 'تقديم'))?.[0]
  // Another of its own organization is on that day.
  expect(await said('health', 'غيرها ليوم ١٣ ديسمبر الساعة ١١')).toMatch(
    new RegExp(`الأحد ١٣ ديسمبر ٢٠٢٦، الساعة ١١:٠٠ صباحاً[\\s\\S]*تعديل ${reference}`),
  )
})

test('a weekday alone is that of the week it is in, and the coming one stands beside', async () => {
  await h.say('works', 'Opening of the new coastal road on Sunday 20 December at 9am in Sitra')
  const moved = await h.say('works', 'make it Tuesday at 11')
  expect(moved.text).toContain('Date: Tuesday 22 December 2026, 11:00 am')
  expect(moved.views.flatMap(actionsOf).map(a => a.label.replace(/[\u2066-\u2069]/g, ''))).toContain('Tuesday 1 December 2026, 11:00 am')
  expect(await said('works', 'make it Sunday at 9')).toContain('Date: Sunday 20 December 2026, 9:00 am')
  expect(await said('works', 'لا، الاثنين')).toContain('الاثنين ٢١ ديسمبر ٢٠٢٦، الساعة ٩:٠٠ صباحاً')
  expect(await said('works', 'خلها الأحد القادم')).toContain('الأحد ٢٩ نوفمبر ٢٠٢٦')
})

test('somebody else’s is said to be theirs', async () => {
  await h.say('health', 'show me the youth forum')
  expect(await said('health', 'move it to 15 December')).toContain('This is for Ministry of Youth Affairs to decide')
})

test('the meeting, where that was shown', async () => {
  await h.say('centre', 'next meeting')
  expect(await said('centre', 'move it to Sunday 13 December at 10')).toContain('New date: Sunday 13 December 2026, 10:00 am')
  await h.say('centre', 'cancel')
  await h.say('centre', 'next meeting')
  expect(await said('centre', 'cancel it')).toContain('Shall the meeting of Sunday 6 December 2026 be skipped?')
})

test('where nothing was shown lately it is asked which', async () => {
  await h.say('health', 'open A-2026-0054')
  await h.moveTo('2026-11-24T12:00:00+03:00')
  expect(await said('health', 'move it to 15 December at 11')).toContain('Which activity do you mean?')
  expect(h.errors).toEqual([])
})
