/** What a sentence says of a story: its headline, and of what it tells. */
import { expect, test } from 'vitest'
import { storyIn } from '../../src/stories/heads.ts'

test.each([
  ['success story: a walk became a habit', { headline: 'A walk became a habit', about: null }],
  ['success story of the heart health walk: a walk became a habit', { headline: 'A walk became a habit', about: 'the heart health walk' }],
  ['Story about A-2026-0065: a walk became a habit', { headline: 'A walk became a habit', about: 'A-2026-0065' }],
  ['قصة نجاح: مسيرة صارت عادة', { headline: 'مسيرة صارت عادة', about: null }],
  ['قصة نجاح مسيرة صحة القلب: مسيرة صارت عادة', { headline: 'مسيرة صارت عادة', about: 'مسيرة صحة القلب' }],
  ['قصة نجاح عن مسيرة صحة القلب: مسيرة صارت عادة', { headline: 'مسيرة صارت عادة', about: 'مسيرة صحة القلب' }],
  ['show the success stories of November', null],
  ['قصص النجاح', null],
])('%s', (said, expected) => expect(storyIn(said)).toEqual(expected))
