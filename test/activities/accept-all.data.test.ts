/** The centre accepts several at once, each as it was shown. */
import { expect, test } from 'vitest'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

test('all that waits, but for one; what changed since it was shown is left, and the rest of the queue stays', async () => {
  const sure = await h.say('centre', 'accept all but A-2026-0050')
  expect(sure.text).toMatch(/^Accept these 4 activities\?/)
  expect(sure.text).not.toContain('A-2026-0050')
  // Meanwhile its owner changes one.
  await h.say('tourism', 'edit A-2026-0044: move it to 7pm')
  await h.press('tourism', 'Save changes')
  const done = await h.press('centre', 'Accept all 4')
  expect(done.text).toMatch(/3 were accepted: A-2026-0058, A-2026-0040 and A-2026-0053/)
  expect(done.text).toMatch(/changed since it was shown and was not accepted:[\s\S]*A-2026-0044/)
  const queue = await h.say('centre', 'what needs review?')
  expect(queue.text).toMatch(/2 activities are waiting[\s\S]*A-2026-0044[\s\S]*A-2026-0050/)
  // Pressed twice it does nothing twice.
  expect((await h.press('centre', 'Accept all 4')).text).toMatch(/was not accepted/)
  expect(h.errors).toEqual([])
})

test('in Arabic, and an organization’s alone', async () => {
  const sure = await h.say('centre', 'اقبل كل فعاليات وزارة الداخلية')
  expect(sure.text).toMatch(/^هل تُقبل هاتان الفعاليتان؟[\s\S]*A-2026-0040[\s\S]*A-2026-0050/)
  expect((await h.press('centre', 'قبول الفعاليتين')).text).toContain('قُبلت فعاليتان: A-2026-0040 وA-2026-0050.')
})

test('from the list, with one press; nobody else may', async () => {
  await h.say('centre', 'what needs review?')
  expect((await h.press('centre', 'Accept all 5')).text).toContain('5 were accepted')
  expect((await h.say('health', 'accept all')).text).toMatch(/for the Centre’s coordinators/)
})
