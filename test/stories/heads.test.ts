/** What a sentence says of a story: what it tells, and of what; and that one is to be made. */
import { expect, test } from 'vitest'
import { makesStory, storyIn } from '../../src/stories/heads.ts'

test.each([
  ['success story: a walk became a habit', { body: 'a walk became a habit', about: null }],
  ['success story of the heart health walk: a walk became a habit', { body: 'a walk became a habit', about: 'the heart health walk' }],
  ['Story about A-2026-0065: a walk became a habit', { body: 'a walk became a habit', about: 'A-2026-0065' }],
  ['قصة نجاح: مسيرة صارت عادة', { body: 'مسيرة صارت عادة', about: null }],
  ['قصة نجاح مسيرة صحة القلب: مسيرة صارت عادة', { body: 'مسيرة صارت عادة', about: 'مسيرة صحة القلب' }],
  ['قصة نجاح عن مسيرة صحة القلب: مسيرة صارت عادة', { body: 'مسيرة صارت عادة', about: 'مسيرة صحة القلب' }],
  ['make this a story: a walk became a habit', { body: 'a walk became a habit', about: null }],
  ['اجعلها قصة نجاح: مسيرة صارت عادة', { body: 'مسيرة صارت عادة', about: null }],
  ['show the success stories of November', null],
  ['قصص النجاح', null],
])('%s', (said, expected) => expect(storyIn(said)).toEqual(expected))

test.each([
  ['make this a story', true],
  ['turn it into a success story', true],
  ['اجعلها قصة نجاح', true],
  ['اجعلوها قصة نجاح', true],
  ['نبي نخليها قصة نجاح', true],
  ['حولوها إلى قصة نجاح', true],
  ['سجلوها قصة نجاح', true],
  ['any success stories?', false],
  ['هل من قصص نجاح؟', false],
  ['اعرض قصص النجاح', false],
])('%s', (said, expected) => expect(makesStory(said)).toBe(expected))
