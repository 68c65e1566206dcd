/** What the meeting is like, set by a sentence each: the steps of its reminders are amended and never replaced unawares; its card says what was before. */
import { expect, test } from 'vitest'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

// The sample's steps are 10, 5, 2 and 0.
test.each<[string, string, number[]]>([
  ['also remind them three days before', 'Save', [10, 5, 3, 2, 0]],
  ['add a reminder seven days before the deadline', 'Save', [10, 7, 5, 2, 0]],
  ['remind them one day before as well', 'Save', [10, 5, 2, 1, 0]],
  ['remind everybody 4 working days before the deadline', 'Save', [10, 5, 4, 2, 0]],
  ['reminder steps 5, 3 and 1', 'Save', [5, 3, 1]],
  ['only remind them two days before', 'Save', [2]],
  ['drop the reminder of the morning', 'Save', [10, 5, 2]],
  ['no reminder two days before', 'Save', [10, 5, 0]],
  ['drop the reminder ten days before and add one three days before', 'Save', [5, 3, 2, 0]],
  ['ذكّرهم أيضاً قبل ثلاثة أيام', 'حفظ', [10, 5, 3, 2, 0]],
  ['أضف تذكيراً قبل الموعد بيوم', 'حفظ', [10, 5, 2, 1, 0]],
  ['احذف تذكير اليوم نفسه', 'حفظ', [10, 5, 2]],
  ['ألغوا التذكير الذي يسبق الموعد بيومين', 'حفظ', [10, 5, 0]],
  ['خطوات التذكير ٧ و٣ و١', 'حفظ', [7, 3, 1]],
])('the reminders: «%s»', async (said, save, steps) => {
  expect((await h.say('centre', said)).text).toMatch(/\(before: 10 working days before it, .*\)|\(قبل التغيير: قبله بـ١٠ .*\)/)
  await h.press('centre', save)
  expect((await h.network()).settings.meeting.reminderSteps).toEqual(steps)
})

test('a reminder that is not there cannot be dropped, and the question takes a step more', async () => {
  expect((await h.say('centre', 'drop the reminder four days before')).text).toContain(
    'No reminder is sent 4 working days before the deadline',
  )
  expect((await h.say('centre', 'also 4')).text).toContain('Reminders: 10 working days before it, 5 working days before it, 4 working days')
})

test('whoever asks to be reminded, and whoever is no coordinator, sets nothing', async () => {
  expect((await h.say('centre', 'remind me two days before the deadline')).text).not.toContain('(before:')
  expect((await h.say('health', 'also remind them three days before')).text).toContain('This is for the Centre’s coordinators')
})

test.each([
  ['change the meeting time to 11', 'Time: 11:00 am (before: 10:00 am)'],
  ['غيّروا وقت الاجتماع إلى الساعة ١١', 'الوقت: ١١:٠٠ صباحاً (قبل التغيير: ١٠:٠٠ صباحاً)'],
  ['change the meeting place to the Conference Hall', 'Place: the Conference Hall (before: Main meeting room, Communication Centre)'],
])('the time and the place: «%s»', async (said, line) => {
  expect((await h.say('centre', said)).text).toContain(line)
})
