/** Working days and hours, the week's beginning, and wall time, in a network whose weekend is Friday and Saturday. */
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { addWorkingDays, type Calendar, deadlineOf, inWorkingHours, isWorkingDay, nextWorkingMoment } from '../../src/time/working-days.ts'
import { addMonths, instantAt, instantText, monthWindow, wall, weekStart } from '../../src/time/zone.ts'

const cal: Calendar = {
  zone: 'Asia/Bahrain',
  weekend: [5, 6],
  holidays: [{ from: '2026-12-16', to: '2026-12-17' }],
  workingHours: { from: '07:00', to: '14:15' },
  ramadanHours: { from: '08:00', to: '13:00' },
  hijriShifts: {},
}
const day = (s: string) => Temporal.PlainDate.from(s)
const at = (s: string) => Temporal.Instant.from(s)

describe('working days', () => {
  test('leave out the weekend and holidays', () => {
    expect(isWorkingDay(cal, day('2026-12-13'))).toBe(true)
    expect(isWorkingDay(cal, day('2026-12-16'))).toBe(false)
    expect(isWorkingDay(cal, day('2026-12-18'))).toBe(false)
  })
  test.each([
    ['2026-12-14', 1, '2026-12-15'],
    ['2026-12-15', 1, '2026-12-20'],
    ['2026-12-20', -1, '2026-12-15'],
    ['2026-12-18', 0, '2026-12-18'],
  ])('%s and %i', (from, n, to) => expect(addWorkingDays(cal, day(from), n).toString()).toBe(to))
  test('a calendar without any is broken, and says so', () => {
    expect(() => addWorkingDays({ ...cal, weekend: [1, 2, 3, 4, 5, 6, 7] }, day('2026-12-14'), 1)).toThrow(/no working day/)
  })
})

describe('working hours', () => {
  test('are half open, and shorter in Ramadan', () => {
    expect(inWorkingHours(cal, at('2026-12-14T07:00:00+03:00'))).toBe(true)
    expect(inWorkingHours(cal, at('2026-12-14T14:15:00+03:00'))).toBe(false)
    expect(inWorkingHours(cal, at('2027-02-15T07:30:00+03:00'))).toBe(false)
  })
  test('the next moment is now, this morning, or the next opening', () => {
    const next = (s: string) => instantText(wall(cal.zone, nextWorkingMoment(cal, at(s))))
    expect(next('2026-12-14T10:00:00+03:00')).toBe('2026-12-14T10:00:00+03:00')
    expect(next('2026-12-14T05:00:00+03:00')).toBe('2026-12-14T07:00:00+03:00')
    expect(next('2026-12-15T15:00:00+03:00')).toBe('2026-12-20T07:00:00+03:00')
  })
  test('a deadline is the close of its day', () => {
    expect(instantText(wall(cal.zone, deadlineOf(cal, day('2026-12-20'), 2)))).toBe('2026-12-14T14:15:00+03:00')
  })
})

describe('weeks and months', () => {
  test.each([
    ['2026-11-22', '2026-11-22'],
    ['2026-11-27', '2026-11-22'],
    ['2026-11-28', '2026-11-22'],
    ['2026-11-29', '2026-11-29'],
  ])('%s is of the week of %s', (date, start) => expect(weekStart([5, 6], day(date)).toString()).toBe(start))
  test('without a weekend the week begins on Monday', () => expect(weekStart([], day('2026-11-29')).toString()).toBe('2026-11-23'))
  test('a window is months from midnight to midnight', () => {
    const w = monthWindow('Asia/Bahrain', '2026-12', 2)
    expect(w.months).toEqual(['2026-12', '2027-01'])
    expect([w.start, w.end].map(i => instantText(wall('Asia/Bahrain', i)))).toEqual([
      '2026-12-01T00:00:00+03:00',
      '2027-02-01T00:00:00+03:00',
    ])
    expect(addMonths('2026-12', 1)).toBe('2027-01')
  })
  test('a wall time that a change of clocks skips is the one after it', () => {
    expect(instantText(wall('Europe/London', instantAt('Europe/London', day('2026-03-29'), '01:30')))).toBe('2026-03-29T02:30:00+01:00')
  })
})
