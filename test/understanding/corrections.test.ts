/** Sentences that correct or take back a decision or an action, and those that tell of one. */
import { expect, test } from 'vitest'
import { correctionIn } from '../../src/understanding/corrections.ts'
import { understand } from '../../src/understanding/understand.ts'
import { context } from './context.ts'

test.each([
  ['correct the last action: due on Sunday', 'action', 'last', false, 'due on Sunday'],
  ['please change the last action to Works', 'action', 'last', false, 'Works'],
  ['change the due date of the last action to Sunday', 'action', 'last', false, 'Sunday'],
  ['the last action is due on Sunday', 'action', 'last', false, 'due on Sunday'],
  ['no, the last action is for Works', 'action', 'last', false, 'for Works'],
  ['last action: by Works, not Health', 'action', 'last', false, 'by Works, not Health'],
  ['correct action 2: the Ministry of Works', 'action', 2, false, 'the Ministry of Works'],
  ['action 3 is due on 20 December', 'action', 3, false, 'due on 20 December'],
  ['change the last decision to: one spokesperson for health', 'decision', 'last', false, 'one spokesperson for health'],
  ['correct the last decision', 'decision', 'last', false, ''],
  ['remove the last decision', 'decision', 'last', true, ''],
  ['take out action 2', 'action', 2, true, ''],
  ['صحّح آخر إجراء: الموعد الأحد', 'action', 'last', false, 'الموعد الأحد'],
  ['غيّر موعد الإجراء الأخير إلى الأحد', 'action', 'last', false, 'الأحد'],
  ['الإجراء الأخير على وزارة الأشغال', 'action', 'last', false, 'على وزارة الأشغال'],
  ['عدّلوا إجراء المتابعة رقم ٣: على وزارة الأشغال', 'action', 3, false, 'على وزارة الأشغال'],
  ['عدّل القرار الأخير: متحدث واحد باسم الوزارة', 'decision', 'last', false, 'متحدث واحد باسم الوزارة'],
  ['احذف القرار الأخير', 'decision', 'last', true, ''],
  ['نريد إلغاء الإجراء الأخير', 'action', 'last', true, ''],
])('%s', (said, what, which, removes, body) => {
  expect(correctionIn(said)).toEqual({ what, which, removes, body })
  expect(understand(said, context).intent).toBe(what === 'action' ? 'actions' : 'start_meeting')
})

test.each([
  'action 3: health sends the list',
  'Decision no. 3: one voice',
  'decision: one voice',
  'what was the last decision?',
  'which is the last action?',
  'open action 7',
  'we finished action 12',
  'أنجزنا إجراء المتابعة رقم ٣',
  'ما آخر قرار؟',
  'قرار: توحيد الرسائل',
  'change the meeting to Sunday',
])('nothing is corrected: %s', said => expect(correctionIn(said)).toBeNull())
