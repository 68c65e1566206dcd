/** Hijri dates of a network: Umm al-Qura, and the days by which its announced months differ. */
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { fromHijri, monthStart, toHijri } from '../../src/time/hijri.ts'

const plain = { hijriShifts: {} }
const day = (s: string) => Temporal.PlainDate.from(s)

describe('Umm al-Qura', () => {
  test.each([
    ['2026-12-15', { year: 1448, month: 7, day: 6 }],
    ['2027-02-08', { year: 1448, month: 9, day: 1 }],
    ['2027-03-09', { year: 1448, month: 10, day: 1 }],
    ['2027-06-06', { year: 1449, month: 1, day: 1 }],
  ])('%s', (gregorian, hijri) => {
    expect(toHijri(plain, day(gregorian))).toEqual(hijri)
    expect(fromHijri(plain, hijri).toString()).toBe(gregorian)
  })
  test('a day past its month’s end is that month’s last', () => {
    const last = monthStart(plain, 1448, 8).subtract({ days: 1 })
    expect(fromHijri(plain, { year: 1448, month: 7, day: 30 }).toString()).toBe(last.toString())
  })
})

describe('a month that was announced a day later', () => {
  const cal = { hijriShifts: { '1448-09': 1 } }
  test('begins later, and the month before it is longer', () => {
    expect(fromHijri(cal, { year: 1448, month: 9, day: 1 }).toString()).toBe('2027-02-09')
    expect(toHijri(cal, day('2027-02-08'))).toEqual({ year: 1448, month: 8, day: 31 })
    expect(fromHijri(cal, { year: 1448, month: 10, day: 1 }).toString()).toBe('2027-03-09')
  })
})

test('there and back is the same day, whatever was announced', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.dictionary(
        fc
          .tuple(fc.integer({ min: 1440, max: 1460 }), fc.integer({ min: 1, max: 12 }))
          .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
        fc.constantFrom(-1, 1),
        { maxKeys: 4 },
      ),
      (n, hijriShifts) => {
        const date = day('2000-01-01').add({ days: n })
        expect(fromHijri({ hijriShifts }, toHijri({ hijriShifts }, date)).toString()).toBe(date.toString())
      },
    ),
    { numRuns: 60 },
  )
})
