/** What came of the sample's last months stands there once, and every reader finds their part of it. */
import { expect, test } from 'vitest'
import { actions, stories } from '../../db/schema.ts'
import { sampleResults } from '../../src/sample/results.ts'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

test('a newcomer finds stories and open actions, in both languages', async () => {
  for (let i = 0; i < 2; i++) await h.house.within(h.networkId, sampleResults)
  expect((await h.db.select().from(stories)).map(s => s.state).sort()).toEqual(['approved', 'approved', 'proposed'])
  expect(await h.db.select().from(actions)).toHaveLength(3)
  expect((await h.say('tourism', 'any success stories?')).text).toContain('Schools whose pupils planted their own shade')
  expect((await h.say('education', 'هل من قصص نجاح؟')).text).toContain('مدارس تزرع ظلها بأيدي طلبتها')
  expect((await h.say('health', 'our open actions')).text).toContain('Send the pictures and figures of the vaccination campaign')
  expect((await h.say('education', 'ما إجراءاتنا المفتوحة؟')).text).toContain('تسمية متحدث رسمي عن نتائج البعثات')
  expect((await h.say('centre', 'القصص التي تنتظر الاعتماد')).text).toContain('فحص يستغرق دقائق غيّر نمط حياة عائلة')
  expect(h.errors).toEqual([])
})
