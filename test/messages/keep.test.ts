/** When the centre is asked whether a message still holds. */
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { asksAt } from '../../src/messages/keep.ts'
import { sideOf } from '../../src/messages/show.ts'
import { settings } from '../../src/sample/settings.ts'
import type { Calendar } from '../../src/time/working-days.ts'

const at = (text: string) => Temporal.Instant.from(text)
const calendar: Calendar = { ...settings, holidays: [{ from: '2026-12-16', to: '2026-12-17' }], hijriShifts: {} }
const asks = (until: string, now: string) =>
  asksAt(calendar, until, at(now))?.toZonedDateTimeISO('Asia/Bahrain').toPlainDateTime().toString()

test('at the opening of the fifth working day before its last, weekend and holidays passed over', () => {
  expect(asks('2026-12-10', '2026-11-24T09:00:00+03:00')).toBe('2026-12-03T07:00:00')
  expect(asks('2026-12-22', '2026-11-24T09:00:00+03:00')).toBe('2026-12-13T07:00:00')
})

test('where that is past, on its last working day; where that is too, not at all', () => {
  expect(asks('2026-12-10', '2026-12-08T09:00:00+03:00')).toBe('2026-12-10T07:00:00')
  // Friday 11 December: the last working day on which it holds is Thursday.
  expect(asks('2026-12-11', '2026-12-09T09:00:00+03:00')).toBe('2026-12-10T07:00:00')
  expect(asks('2026-12-10', '2026-12-10T09:00:00+03:00')).toBeUndefined()
})

test('facts written in both languages are told in the reader’s; others as they are', () => {
  expect(sideOf('مجاناً | Free', 'en')).toBe('Free')
  expect(sideOf('Free | مجاناً', 'ar')).toBe('مجاناً')
  expect(sideOf('Free | cheap', 'ar')).toBe('Free | cheap')
  expect(sideOf('مجاناً', 'en')).toBe('مجاناً')
})
