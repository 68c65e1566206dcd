/** Which meeting a sentence names, and to when it moves it: read on Tuesday 24 November 2026, of a meeting on Sunday 3 January 2027 at 10 that is not the next. */
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { daysSaid, isShift, momentIn, monthNamed } from '../../src/meetings/said.ts'
import { context as monday } from '../understanding/context.ts'

const context = { ...monday, now: '2026-11-24T09:00:00+03:00' }
const january = Temporal.Instant.from('2027-01-03T10:00:00+03:00')
const moved = (said: string) => momentIn(said, context, january, true)?.slice(0, 16) ?? null

test.each([
  ['move the January meeting to the 20th at 11', '2027-01', '2027-01-20T11:00'],
  ["move january's meeting to Wednesday 20 January at 11", '2027-01', '2027-01-20T11:00'],
  ['postpone January’s network meeting to Wednesday', '2027-01', '2027-01-06T10:00'],
  ['postpone the meeting of January by a week', '2027-01', '2027-01-10T10:00'],
  ['bring the January 2027 meeting forward two days', '2027-01', '2027-01-01T10:00'],
  ['the meeting planned for January is put back by one day', '2027-01', '2027-01-04T10:00'],
  ['January meeting: postponed by two weeks', '2027-01', '2027-01-17T10:00'],
  ['move the January meeting an hour later', '2027-01', '2027-01-03T11:00'],
  ['move the January meeting to the last Wednesday of the month', '2027-01', '2027-01-27T10:00'],
  ['move the January meeting to 2 February', '2027-01', '2027-02-02T10:00'],
  ['move the January meeting to 13 December', '2027-01', '2026-12-13T10:00'],
  ['move the January meeting to tomorrow', '2027-01', '2026-11-25T10:00'],
  ['make the january meeting at 11', '2027-01', '2027-01-03T11:00'],
  ['move the meeting of 3 January to the 20th', null, '2027-01-20T10:00'],
  ['move the meeting from 3 January to 20 January', null, '2027-01-20T10:00'],
  ['set the meeting for January 20', null, '2027-01-20T10:00'],
  ['the meeting may move to 13 December', null, '2026-12-13T10:00'],
  ['أجّل اجتماع يناير إلى الأربعاء ٢٠ يناير', '2027-01', '2027-01-20T10:00'],
  ['انقل اجتماع شهر يناير إلى يوم ٢٠ الساعة ١١', '2027-01', '2027-01-20T11:00'],
  ['نقل الاجتماع الدوري لشهر يناير إلى العاشر منه', '2027-01', '2027-01-10T10:00'],
  ['أجل اجتماع يناير أسبوعاً', '2027-01', '2027-01-10T10:00'],
  ['يؤجل اجتماع يناير لمدة أسبوعين', '2027-01', '2027-01-17T10:00'],
  ['قدّم اجتماع كانون الثاني ٣ أيام', '2027-01', '2026-12-31T10:00'],
  ['خلوا اجتماعنا في يناير الأربعاء ٢٠', '2027-01', '2027-01-20T10:00'],
  ['أجل اجتماع ٣ يناير إلى ٢٠ يناير', null, '2027-01-20T10:00'],
  ['خل اجتماع يناير الساعة ١١', '2027-01', '2027-01-03T11:00'],
])('%s', (said, month, to) => {
  expect(monthNamed(said, context)?.month ?? null).toBe(month)
  expect(moved(said)).toBe(to)
})

test('a month that is named beside a year, and words that name none', () => {
  expect(monthNamed('skip the February 2028 meeting', context)?.month).toBe('2028-02')
  expect(monthNamed('ألغوا اجتماع فبراير ٢٠٢٨', context)?.month).toBe('2028-02')
  expect(monthNamed('what changed since the meeting?', context)).toBeNull()
  expect(monthNamed('the plan of January goes to the meeting', context)).toBeNull()
  expect(monthNamed('مخطط يناير في الاجتماع', context)).toBeNull()
})

test('of the next meeting a bare day is said of today, and a day that says how far off it is counts from today', () => {
  const next = Temporal.Instant.from('2026-12-06T10:00:00+03:00')
  expect(momentIn('move it to the 29th', context, next, false)?.slice(0, 10)).toBe('2026-11-29')
  expect(momentIn('أجل الاجتماع أسبوعاً', context, next, false)?.slice(0, 10)).toBe('2026-12-13')
  expect(momentIn('move the meeting to two weeks from today', context, next, false)?.slice(0, 10)).toBe('2026-12-08')
  expect(isShift('hold the meeting for two hours', context)).toBe(false)
  expect(isShift('انقل الاجتماع إلى بعد أسبوع', context)).toBe(false)
})

test('of a day a meeting is moved from and one it is moved to, both are said', () => {
  expect(daysSaid('from 3 January to 20 January', context)).toEqual(['2027-01-03', '2027-01-20'])
})
