/** The weekly digest: shown when asked for, sent on the day that is chosen, and nothing when there is nothing. */
import { expect, test } from 'vitest'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

test('it says what waits and what comes: the answer owed, clashes, what is not sure, this week', async () => {
  await h.say('health', 'Winter clinics campaign on 21 December at 10am at the Gulf Hotel')
  await h.press('health', 'Submit')
  const finance = await h.say('finance', 'ملخص الأسبوع')
  expect(finance.text).toMatch(/أسبوعكم[\s\S]*لم تصل إفادة جهتكم[\s\S]*تعارض/)
  expect((await h.say('health', 'my digest')).text).not.toContain('still owes')
  expect((await h.say('centre', 'ملخص الأسبوع')).text).toMatch(/بانتظار|تنتظر/)
})

test('an invitation that waits for an answer is in it, with its buttons, and the centre’s briefings', async () => {
  expect((await h.say('health', 'my digest')).text).not.toContain('invitation')
  await h.say('health', 'we want a briefing on vaccines, presented by Dr Amal')
  await h.press('health', 'Skip')
  await h.press('health', 'Ask for the briefing')
  await h.moveTo('2026-11-29T07:01:00+03:00')
  expect((await h.say('health', 'my digest')).text).toContain('You have not answered the invitation to the meeting of Sunday 6 December')
  await h.press('health', 'I will attend')
  expect((await h.say('health', 'my digest')).text).not.toContain('invitation')
  expect((await h.say('centre', 'ملخص الأسبوع')).text).toMatch(/عرض موجز بانتظار قراركم/)
})

test('chosen for Mondays it comes on Monday morning at the opening of work, once, and each week; then it is stopped', async () => {
  expect((await h.say('finance', 'أرسل لي ملخصاً كل اثنين')).text).toContain('يصلكم الملخص كل الاثنين')
  const digests = () => h.shown.filter(s => s.to === 'finance' && s.view.summary === 'أسبوعكم').length
  await h.moveTo('2026-11-30T06:59:00+03:00')
  expect(digests()).toBe(0)
  await h.moveTo('2026-11-30T07:01:00+03:00')
  expect(digests()).toBe(1)
  await h.moveTo('2026-12-07T07:01:00+03:00')
  expect(digests()).toBe(2)
  await h.say('finance', 'أوقف الملخص الأسبوعي')
  await h.moveTo('2026-12-14T07:01:00+03:00')
  expect(digests()).toBe(2)
})

test('by its buttons too, which name the days the network works on', async () => {
  const shown = await h.say('tourism', 'weekly digest')
  expect(shown.text).toContain('Shall I send you this every week?')
  expect((await h.press('tourism', 'Thursday')).text).toContain('every Thursday')
  await h.say('tourism', 'weekly digest')
  expect((await h.press('tourism', 'Stop it')).text).toContain('no digest any more')
})
