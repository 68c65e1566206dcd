/** Hijri holidays, what moves with a month, and how months, directions and hours are said. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthSaid, monthsAhead, wayOf } from '../../src/network/hijri-months.ts'
import { hijriHolidays, movedHolidays, nationalHolidays } from '../../src/network/holidays.ts'
import { hoursIn } from '../../src/network/hours.ts'

const none = { hijriShifts: {} }

test('the Hijri holidays of 2026 are those of the Umm al-Qura calendar', () => {
  expect(hijriHolidays(none, 2026, 2026).map(h => [h.from, h.to, h.name.en])).toEqual([
    ['2026-03-20', '2026-03-22', 'Eid al-Fitr'],
    ['2026-05-26', '2026-05-29', 'Arafat Day and Eid al-Adha'],
    ['2026-06-16', '2026-06-16', 'Hijri New Year'],
    ['2026-06-24', '2026-06-25', 'Ashura'],
    ['2026-08-25', '2026-08-25', "The Prophet's Birthday"],
  ])
})

test('a Gregorian year may hold the same holiday twice, and keys are never the same', () => {
  const all = hijriHolidays(none, 2000, 2060)
  expect(new Set(all.map(h => h.key)).size).toBe(all.length)
  expect(all.filter(h => h.from.startsWith('2000') && h.name.en === 'Eid al-Fitr')).toHaveLength(2)
})

test('a moved month takes its own holidays along and no others; moving it back brings them back', () => {
  const days = hijriHolidays(none, 2027, 2027)
  const after = { hijriShifts: { '1448-10': 1 } }
  const going = movedHolidays(days, none, after)
  expect(going.map(g => [g.holiday.name.en, g.holiday.from, g.from, g.to])).toEqual([
    ['Eid al-Fitr', '2027-03-09', '2027-03-10', '2027-03-12'],
  ])
  const shifted = days.map(d => going.find(g => g.holiday === d) ?? d)
  expect(
    movedHolidays(
      shifted.map(d => ({ from: d.from, to: d.to, source: 'hijri' })),
      after,
      none,
    ).map(g => g.from),
  ).toEqual(['2027-03-09'])
  expect(movedHolidays([{ from: '2027-03-09', to: '2027-03-09', source: 'decree' }], none, after)).toEqual([])
})

test('moving any month by a day is the same as computing the holidays anew', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1447, max: 1455 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom(-1, 1), (year, month, by) => {
      const after = { hijriShifts: { [`${year}-${String(month).padStart(2, '0')}`]: by } }
      const before = hijriHolidays(none, 2026, 2034)
      const anew = new Map(hijriHolidays(after, 2025, 2035).map(h => [h.key, h.from]))
      for (const g of movedHolidays(before, none, after)) expect(g.from).toBe(anew.get(g.holiday.key))
    }),
    { numRuns: 60 },
  )
})

test('national days of a country the table has, by both names; none for one it has not', async () => {
  const bahrain = await nationalHolidays('BH', 2026, 2026)
  expect(bahrain.map(h => [h.from, h.name])).toContainEqual(['2026-12-16', { ar: 'اليوم الوطني', en: 'National Day' }])
  expect(bahrain.some(h => /eid|عيد الفطر/i.test(h.name.en + h.name.ar))).toBe(false)
  expect(await nationalHolidays('KW', 2026, 2026)).toEqual([])
})

describe('what people say', () => {
  const months = monthsAhead(none, '2026-11-24')
  test.each([
    ['رمضان', '1448-09'],
    ['ramadan 1448', '1448-09'],
    ['move the month of Shawwal', '1448-10'],
    ['ذي الحجة', '1448-12'],
    ['ربيع الآخر', '1449-04'],
    ['٩', '1448-09'],
    ['1448-08', '1448-08'],
    ['جمادى الآخرة', '1448-06'],
    ['next week', undefined],
  ])('the month in «%s»', (said, key) => expect(monthSaid(said, months)?.key).toBe(key))
  test.each([
    ['a day later', 'later'],
    ['one day earlier', 'earlier'],
    ['تأخير رمضان يوماً', 'later'],
    ['قدّم شوال يوماً', 'earlier'],
    ['ربيع الآخر', null],
    ['ramadan', null],
  ])('the direction in «%s»', (said, way) => expect(wayOf(said)).toBe(way))
  test.each([
    ['08:00–14:00', { from: '08:00', to: '14:00' }],
    ['من ٠٨:٠٠ إلى ١٤:٠٠', { from: '08:00', to: '14:00' }],
    ['8am to 2 pm', { from: '08:00', to: '14:00' }],
    ['من ٨ صباحاً إلى ٢ مساءً', { from: '08:00', to: '14:00' }],
    ['7:30 to 2:30', { from: '07:30', to: '14:30' }],
    ['from eight to three', { from: '08:00', to: '15:00' }],
    ['٧ إلى ٢', { from: '07:00', to: '14:00' }],
    ['من السابعة والنصف إلى الثانية والربع', { from: '07:30', to: '14:15' }],
    ['٧:٣٠ صباحاً إلى ٢:٣٠ ظهراً', { from: '07:30', to: '14:30' }],
    ['22:00 to 06:00', { from: '22:00', to: '06:00' }],
    ['no change', null],
    ['later', undefined],
    ['25:00 to 26:00', undefined],
  ])('the hours in «%s»', (said, hours) => expect(hoursIn(said)).toEqual(hours))
})
