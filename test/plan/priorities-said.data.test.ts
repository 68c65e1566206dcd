/** A priority told in one sentence or a pasted block, and its place in the order by a sentence. */
import { expect, test } from 'vitest'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

test.each([
  [
    'Priority for December: digital services. Messages: one account for all services; apply from your phone',
    ['Month: December 2026', 'Title: Digital services', 'Key messages: one account for all services\napply from your phone'],
  ],
  [
    'add a priority for January: Quality of life / جودة الحياة, rank 2. Key messages: - Cleaner parks - Safer roads',
    ['Month: January 2027', 'Title: Quality of life', 'other language: جودة الحياة', 'Cleaner parks\nSafer roads', 'Rank: 2'],
  ],
  ['the first priority for January is road safety', ['Month: January 2027', 'Title: Road safety', 'Rank: 1']],
  [
    'أولوية يناير: جودة الحياة. الرسائل: حدائق أنظف؛ طرق أكثر أماناً',
    ['الشهر: يناير ٢٠٢٧', 'العنوان: جودة الحياة', 'الرسائل الرئيسية: حدائق أنظف\nطرق أكثر أماناً'],
  ],
  [
    'أولوية شهر ديسمبر:\nالخدمات الرقمية / Digital services\nالرسائل الرئيسية:\n- حساب واحد لكل الخدمات\n- قدّموا من هواتفكم',
    ['الشهر: ديسمبر ٢٠٢٦', 'العنوان: الخدمات الرقمية', 'الأخرى: Digital services', 'حساب واحد لكل الخدمات\nقدّموا من هواتفكم'],
  ],
  ['أضيفوا أولوية لشهر يناير: السلامة على الطرق، الترتيب ٢', ['الشهر: يناير ٢٠٢٧', 'العنوان: السلامة على الطرق', 'الترتيب: ٢']],
])('is read whole: «%s»', async (said, lines) => {
  const { text } = await h.say('centre', said)
  for (const line of lines) expect(text).toContain(line)
})

const order = async (month: string) => (await h.say('centre', `priorities for ${month}`)).text.split('\n').filter(l => /^\d\. /.test(l))

test('stands where a sentence puts it: on its card, and afterwards', async () => {
  await h.say('centre', 'Priority for December: Digital services. Messages: one account for all services')
  await h.press('centre', 'Skip')
  await h.press('centre', 'Skip')
  expect((await h.say('centre', 'make it the first')).text).toContain('Rank: 1')
  await h.press('centre', 'Save')
  expect((await order('December'))[0]).toBe('1. Digital services')
  expect((await h.say('centre', 'make it the last')).text).toContain('Digital services now stands at place 4.')
  expect((await order('December'))[3]).toBe('4. Digital services')
  await h.say('centre', 'put Education second')
  expect((await order('December'))[1]).toContain('Education and skills')
  await h.say('centre', 'اجعلوا التعليم الأولى')
  expect((await order('December'))[0]).toContain('Education and skills')
})

test('is for coordinators', async () => {
  expect((await h.say('health', 'Priority for December: digital services')).text).toContain('This is for the Centre’s coordinators')
})
