/** "What changed?" through the whole core: since the last edition, in both languages, within what the reader may see. */
import { expect, test } from 'vitest'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

test('before any edition there is nothing to compare with, and it says so', async () => {
  expect((await h.say('health', 'what changed since the last edition?')).text).toContain('No edition has been compiled yet')
})

test('added, moved and withdrawn since the edition; the same between two editions; an embargoed one to its own alone', async () => {
  await h.say('health', 'Winter clinics campaign on 21 December at 10am at the Gulf Hotel')
  await h.press('health', 'Submit')
  await h.say('tourism', 'Travel summit on 23 December at 11am at Bahrain Fort')
  await h.press('tourism', 'Submit')
  await h.say('centre', 'جمّع الخطة')
  await h.press('centre', 'إعداد الإصدار')
  await h.say('health', 'edit the winter clinics campaign')
  await h.say('health', 'change the date to 22 December')
  await h.press('health', 'Save changes')
  await h.say('tourism', 'withdraw the travel summit')
  await h.press('tourism', 'Yes, withdraw')
  await h.say('works', 'افتتاح جسر جديد يوم ٢٨ ديسمبر الساعة ٩ صباحاً في المحرق، محظور النشر حتى ٢٧ ديسمبر')
  await h.press('works', 'تقديم الفعالية')
  const seen = await h.say('tourism', 'what changed since the last edition?')
  expect(seen.text).toContain('2 changes')
  expect(seen.text).toMatch(/Moved: Winter clinics campaign, from Monday 21 December, 10:00 am to Tuesday 22 December, 10:00 am/)
  expect(seen.text).toContain('Cancelled: Travel summit')
  expect((await h.say('centre', 'ما الذي تغيّر منذ آخر إصدار؟')).text).toMatch(/٣ تغييرات[\s\S]*جديدة: افتتاح جسر جديد/)
  await h.say('centre', 'جمّع الخطة')
  await h.press('centre', 'إعداد الإصدار')
  await h.say('tourism', 'plan edition 2')
  expect((await h.press('tourism', 'What changed')).text).toMatch(/Changes from edition 1 to edition 2\n2 changes/)
})

test('since the last meeting: what was submitted, moved and withdrawn after it began, as it stood then', async () => {
  await h.say('health', 'Winter clinics campaign on 21 December at 10am at the Gulf Hotel')
  await h.press('health', 'Submit')
  await h.say('tourism', 'Travel summit on 23 December at 11am at Bahrain Fort')
  await h.press('tourism', 'Submit')
  await h.moveTo('2026-12-07T09:00:00+03:00')
  expect((await h.say('youth', 'changes since the last meeting')).text).toMatch(
    /since the meeting of Sunday 6 December 2026\nNothing has changed/,
  )
  await h.say('health', 'edit the winter clinics campaign')
  await h.say('health', 'change the date to 22 December')
  await h.press('health', 'Save changes')
  await h.say('health', 'edit the winter clinics campaign')
  await h.say('health', 'change the date to 24 December')
  await h.press('health', 'Save changes')
  await h.say('tourism', 'withdraw the travel summit')
  await h.press('tourism', 'Yes, withdraw')
  await h.say('works', 'افتتاح جسر جديد يوم ٢٨ ديسمبر الساعة ٩ صباحاً في المحرق، محظور النشر حتى ٢٧ ديسمبر')
  await h.press('works', 'تقديم الفعالية')
  await h.command('youth', 'plan', 'changes')
  const { text } = await h.press('youth', 'Since the last meeting')
  expect(text).toContain('2 changes')
  expect(text).toMatch(/Moved: Winter clinics campaign, from Monday 21 December, 10:00 am to Thursday 24 December, 10:00 am/)
  expect(text).toContain('Cancelled: Travel summit')
  // What was embargoed when it was submitted is news to the network once it is open.
  await h.moveTo('2026-12-27T09:00:00+03:00')
  expect((await h.say('youth', 'what was added or moved since the meeting?')).text).toMatch(/3 changes[\s\S]*New: افتتاح جسر جديد/)
  expect((await h.say('works', 'ما الذي تغيّر منذ الاجتماع؟')).text).toMatch(/منذ اجتماع الأحد ٦ ديسمبر ٢٠٢٦[\s\S]*أُلغيت: Travel summit/)
})
