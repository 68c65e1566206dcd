/** Which sentences file a return: those that say that there is nothing, and no refusal of something else. */
import { expect, test } from 'vitest'
import { commands } from '../../src/commands.ts'
import { saysNothing } from '../../src/meetings/answer.ts'
import { fold } from '../../src/understanding/fold.ts'

test('every way of reporting nothing that the table has', () => {
  const nil = commands.find(c => c.key === 'nil_return')
  const all = [...(nil?.words.ar ?? []), ...(nil?.words.en ?? []), ...(nil?.examples.ar ?? []), ...(nil?.examples.en ?? [])]
  expect(all.length).toBeGreaterThan(60)
  expect(all.filter(said => !saysNothing.test(fold(said)))).toEqual([])
})

test.each(['لا', 'لا خلاص', 'لا مب الحين', 'no', 'no keep it', 'not now', 'ليس الآن', 'no leave it as it is'])('no return: %s', said => {
  expect(saysNothing.test(fold(said))).toBe(false)
})
