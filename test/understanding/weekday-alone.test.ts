/** A weekday that tells a time by itself, with its hour or none; and a date, or a day counted from the present. */
import { expect, test } from 'vitest'
import { isWeekdayAlone } from '../../src/understanding/weekday-alone.ts'

test.each(['Tuesday', 'Tuesday at 11', 'on Tuesday from 5 to 7 pm', 'الثلاثاء', 'ليوم الثلاثاء الساعة 11', 'الأحد ١٠ صباحاً', 'Monday 9am'])(
  '%s',
  said => {
    expect(isWeekdayAlone(said)).toBe(true)
  },
)
test.each([
  'Tuesday 15',
  'Tuesday 15 December',
  'next Tuesday',
  'Tuesday week',
  'tomorrow',
  'الثلاثاء القادم',
  'الثلاثاء ١٥',
  'the first Tuesday',
  '15 December',
  'باجر',
  '',
])('not: %s', said => {
  expect(isWeekdayAlone(said)).toBe(false)
})
