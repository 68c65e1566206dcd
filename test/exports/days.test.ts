/** A window day by day: what is on each day, what runs through it, and what nothing was submitted for. */
import { expect, test } from 'vitest'
import { type Day, dayByDay } from '../../src/exports/days.ts'
import type { Activity, When } from '../../src/model/activity.ts'
import type { Calendar } from '../../src/time/working-days.ts'
import { activity } from '../dialogue/forms.ts'

const calendar: Calendar = {
  zone: 'Asia/Bahrain',
  weekend: [5, 6],
  holidays: [{ from: '2026-12-16', to: '2026-12-17' }],
  workingHours: { from: '07:00', to: '14:15' },
  ramadanHours: null,
  hijriShifts: {},
}
const holidays = [{ from: '2026-12-16', to: '2026-12-17', name: { en: 'National Day' } }]
const at = (id: string, when: When): Activity => ({ ...activity, id, when })
const days = (start: string, end = start): When => ({ kind: 'days', start, end })
const timed = (start: string, end: string | null = null): When => ({
  kind: 'timed',
  start: `2026-12-${start}:00+03:00`,
  end: end && `2026-12-${end}:00+03:00`,
})
const months = (all: Activity[], from = '2026-12-01', to = '2026-12-31') => dayByDay(all, { days: { from, to }, calendar, holidays })
const said = (d: Day): string => {
  if (d.kind === 'full')
    return `${d.day.slice(8)}: ${d.entries.map(e => `${e.time ?? (e.goesOn ? '…' : '-')} ${e.activity.id}`).join(', ')}`
  return `${d.kind} ${d.from.slice(8)}–${d.to.slice(8)}`
}

test('empty working days in a row are one, over the weekend too; a holiday is named and no empty day; a weekend with something on it is a day', () => {
  const [december] = months([at('a', timed('09T10:00')), at('b', days('2026-12-11'))])
  expect(december?.days.map(said)).toEqual([
    'empty 01–08',
    '09: 10:00 a',
    'empty 10–10',
    '11: - b',
    'empty 13–15',
    'holiday 16–17',
    'empty 20–31',
  ])
})

test('by their times, then what has none, then what goes on; a time that ends at midnight ends that day', () => {
  const [december] = months([
    at('fair', days('2026-12-08', '2026-12-10')),
    at('late', timed('09T19:00', '10T00:00')),
    at('early', timed('09T08:00')),
    at('whole', days('2026-12-09')),
  ])
  expect(december?.days.filter(d => d.kind === 'full').map(said)).toEqual([
    '08: - fair',
    '09: 08:00 early, 19:00 late, - whole, … fair',
    '10: … fair',
  ])
})

test('sessions stand on their own days; long ones and named spans at the head of their month, and no day is full by them', () => {
  const [december, january] = months(
    [
      at('course', {
        kind: 'sessions',
        sessions: [
          { start: '2026-12-13T17:00:00+03:00', end: null },
          { start: '2026-12-15T17:00:00+03:00', end: null },
        ],
      }),
      at('campaign', days('2026-11-20', '2026-12-31')),
      at('someday', { kind: 'span', start: '2027-01-11', end: '2027-01-20', words: 'mid-January' }),
    ],
    '2026-12-01',
    '2027-01-31',
  )
  expect(december?.days.filter(d => d.kind === 'full').map(said)).toEqual(['13: 17:00 course', '15: 17:00 course'])
  expect(december?.through.map(a => a.id)).toEqual(['campaign'])
  expect(january?.through.map(a => a.id)).toEqual(['someday'])
})
