/** What is said of a topic holds the key messages of the month's priorities beside the bank's own. */
import { expect, test } from 'vitest'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

test('a topic that only a priority’s key message speaks of, in both languages', async () => {
  const arabic = (await h.say('health', 'أبي رسالة عن التطعيم')).text
  expect(arabic).toContain('رسالتان في هذا الموضوع')
  expect(arabic).toMatch(/الرسائل الرئيسية لأولوية «الوقاية تبدأ منا»، نوفمبر ٢٠٢٦\nالتطعيمات الموسمية متاحة مجاناً/)
  expect((await h.say('health', 'what do we say about vaccines?')).text).toContain('Seasonal vaccines are free at every health centre.')
  expect((await h.say('health', 'what do we say about dinosaurs?')).text).toContain('I find no approved message on that.')
})

test('beside the bank’s own', async () => {
  const both = (await h.say('health', 'what do we say about prevention?')).text
  expect(both).toMatch(/A check of a few minutes puts your mind at rest[\s\S]*Key messages of “Prevention begins with us”, November 2026/)
  expect(h.errors).toEqual([])
})
