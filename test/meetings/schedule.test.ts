/** When reminders go out: working days, Ramadan hours, steps that would collide. */
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { nextClose, nextMorning, remindersOf } from '../../src/meetings/schedule.ts'
import type { Calendar } from '../../src/time/working-days.ts'
import { wallText } from './sample-house.ts'

const cal: Calendar = {
  zone: 'Asia/Bahrain',
  weekend: [5, 6],
  holidays: [],
  workingHours: { from: '07:00', to: '14:15' },
  ramadanHours: { from: '08:00', to: '14:00' },
  hijriShifts: {},
}
const at = (wall: string) => Temporal.Instant.from(`${wall}:00+03:00`)
const moments = (deadline: string, steps: number[], c: Calendar = cal) =>
  remindersOf(c, at(deadline), steps).map(r => [r.step, wallText(r.at)])

test('ten, five, two working days before and the morning of the day, at the opening of work', () => {
  expect(moments('2026-11-29T14:15', [10, 5, 2, 0])).toEqual([
    [10, '2026-11-15T07:00'],
    [5, '2026-11-22T07:00'],
    [2, '2026-11-25T07:00'],
    [0, '2026-11-29T07:00'],
  ])
})

test('a holiday moves the steps before it, and Ramadan their hour', () => {
  const holiday = { ...cal, holidays: [{ from: '2026-11-25', to: '2026-11-26' }] }
  expect(moments('2026-11-29T14:15', [2, 0], holiday)).toEqual([
    [2, '2026-11-23T07:00'],
    [0, '2026-11-29T07:00'],
  ])
  expect(moments('2027-02-28T14:00', [0])).toEqual([[0, '2027-02-28T08:00']])
})

test('steps that would land on or after a later one, or on or after the deadline, are dropped', () => {
  // The same step twice is one; a deadline by hand on a Friday has no morning of its own before it.
  expect(moments('2026-11-27T18:00', [2, 2, 1, 0])).toEqual([
    [2, '2026-11-25T07:00'],
    [1, '2026-11-26T07:00'],
  ])
  // A deadline by hand at the opening of work: its morning would be too late.
  expect(moments('2026-11-29T07:00', [1, 0])).toEqual([[1, '2026-11-26T07:00']])
})

test('the next close and the next morning pass over weekends', () => {
  expect(wallText(nextClose(cal, at('2026-11-26T15:00')))).toBe('2026-11-29T14:15')
  expect(wallText(nextClose(cal, at('2026-11-26T09:00')))).toBe('2026-11-26T14:15')
  expect(wallText(nextMorning(cal, at('2026-11-26T09:00')))).toBe('2026-11-29T07:00')
})
