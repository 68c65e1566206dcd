/** The plan of one kind, one place or one patron, of what is not sure, and how many there are; whether a day is free. */
import { expect, test } from 'vitest'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})
const said = async (text: string, who = 'health') => (await h.say(who, text)).text
const references = (text: string) => [...new Set(text.match(/A-\d{4}-\d{4}/g) ?? [])]

test('of a kind', async () => {
  const december = await said('المؤتمرات في ديسمبر')
  expect(december).toContain('المعروض: المؤتمرات والمنتديات')
  expect(references(december)).toEqual(['A-2026-0039'])
  expect(references(await said('what are the launches in December?'))).toEqual(['A-2026-0040', 'A-2026-0054'])
  // An organization's name is no kind.
  expect(await said('what is the tourism and exhibitions authority doing in december')).not.toContain('Only:')
})

test('at a place, by any of its names, in either language', async () => {
  expect(references(await said("what's happening at the Gulf Hotel in December?"))).toEqual(['A-2026-0054', 'A-2026-0048', 'A-2026-0039'])
  expect(references(await said('وش فيه في فندق الخليج الشهر الجاي؟'))).toEqual(['A-2026-0054', 'A-2026-0048', 'A-2026-0039'])
  expect(await said('is anything planned in Muharraq this month?')).toContain('Nothing of this sort is in the plan for November 2026')
})

test('under a patron, named in either language', async () => {
  const all = ['A-2026-0054', 'A-2026-0039']
  expect(references(await said('any events under the patronage of the Minister of Health?', 'youth'))).toEqual(all)
  expect(references(await said('الفعاليات برعاية معالي وزيرة الصحة', 'youth'))).toEqual(all)
})

test('what is not sure yet, and its next page keeps to it', async () => {
  expect(references(await said('tentative activities'))).toEqual(['A-2026-0042'])
  expect(references((await h.press('health', 'Next month')).text)).toEqual(['A-2026-0042'])
  expect(references(await said('الفعاليات غير المؤكدة'))).toEqual(['A-2026-0042'])
})

test('how many', async () => {
  expect(await said('كم فعالية في ديسمبر؟')).toMatch(/^مخطط الاتصال: ديسمبر ٢٠٢٦[\s\S]*١٢ فعالية/)
  expect(await said('how many activities are there in December?')).toMatch(/^Communication plan: December 2026[\s\S]*12 activities/)
})

test('a holiday is said of a day that is asked about, and what is free near it', async () => {
  const day = await said('is 16 December free?')
  expect(day).toContain('is a holiday: National Day')
  expect(day).toContain('Days near it with nothing planned: Monday 28 December')
  // A question begins no draft.
  expect(await said('متى أقرب يوم فاضي بعد ٢٠ ديسمبر؟')).toMatch(/أقرب أيام العمل الخالية من الفعاليات: الاثنين ٢٨ ديسمبر/)
  expect(h.errors).toEqual([])
})
