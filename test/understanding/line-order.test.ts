/** Sentences that put lines of an agenda in another order, or give one its minutes; and those that only sound so. */
import { expect, test } from 'vitest'
import { givesMinutes, lineOrderIn } from '../../src/understanding/line-order.ts'
import { understand } from '../../src/understanding/understand.ts'
import { context as network } from './context.ts'

const organizations = [
  { id: 'health', names: ['وزارة الصحة', 'Ministry of Health'] },
  { id: 'tourism', names: ['هيئة السياحة', 'Tourism Authority', 'Tourism'] },
]
const context = { ...network, names: { ...network.names, organizations } }

test.each([
  ['put the health briefing first', 'health briefing', { at: 1 }],
  ['put health first on the agenda', 'health', { at: 1 }],
  ['please move the Ministry of Health briefing to the beginning', 'ministry of health briefing', { at: 1 }],
  ['let health present first', 'health', { at: 1 }],
  ['start with the priorities', 'priorities', { at: 1 }],
  ['move other business to the end', 'other business', { at: -1 }],
  ['end the meeting with the echo', 'echo', { at: -1 }],
  ['make the clashes the second item', 'clashes', { at: 2 }],
  ['move the plan after the priorities', 'plan', { after: 'priorities' }],
  ['the tourism briefing should come before the health one', 'tourism briefing', { before: 'health one' }],
  ['health before tourism on the agenda', 'health', { before: 'tourism' }],
  ['swap the health and tourism briefings', 'health', { swap: 'tourism briefings' }],
  ['قدّم عرض وزارة الصحة على عرض هيئة السياحة', 'عرض وزاره الصحه', { before: 'عرض هييه السياحه' }],
  ['أخّروا عرض الصحة عن عرض السياحة', 'عرض الصحه', { after: 'عرض السياحه' }],
  ['نريد أن يكون عرض الصحة أولاً', 'عرض الصحه', { at: 1 }],
  ['نبدأ الاجتماع بعرض الصحة', 'عرض الصحه', { at: 1 }],
  ['حط التدريب آخر شي', 'التدريب', { at: -1 }],
  ['انقل ما يستجد من أعمال إلى نهاية جدول الأعمال', 'ما يستجد من اعمال', { at: -1 }],
  ['اجعل الأولويات البند الثاني', 'الاولويات', { at: 2 }],
  ['خلوا التعارضات بعد المخطط', 'التعارضات', { after: 'المخطط' }],
  ['بدّلوا بين عرض الصحة وعرض السياحة', 'عرض الصحه', { swap: 'عرض السياحه' }],
])('%s', (said, what, to) => {
  expect(lineOrderIn(said, context)).toEqual({ what, to })
  expect(understand(said, context).intent).toBe('agenda')
})

test.each([
  'put the exhibition first',
  'move the conference before the launch',
  'move the briefing to the end of December',
  'make training the first priority',
  'is training first?',
  'which briefing comes first on the agenda?',
  'نقدم عرضاً على مسرح البحرين',
  'انقل الاجتماع بعد العيد',
  'من يقدم العرض الأول؟',
])('no line is moved: %s', said => expect(lineOrderIn(said, context)).toBeNull())

test.each([
  ['give Health 15 minutes', true],
  ['allow the tourism briefing ten minutes', true],
  ['health gets 15 minutes on the agenda', true],
  ['أعط الصحة ١٥ دقيقة', true],
  ['خصصوا لعرض هيئة السياحة ربع ساعة', true],
  ['give us 15 minutes in the meeting', false],
  ['نحتاج ربع ساعة في الاجتماع لعرض نتائج التعداد', false],
  ['how many minutes does health get?', false],
  ['give Health the floor', false],
])('%s', (said, gives) => expect(givesMinutes(said, context)).toBe(gives))
