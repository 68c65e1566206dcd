/** The meeting's rule in people's words, and said back. */
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { speaker } from '../../src/locales/speak.ts'
import { after, before, normalRule } from '../../src/meetings/rule.ts'
import { readRule, ruleText } from '../../src/meetings/rule-words.ts'
import type { Context } from '../../src/model/meaning.ts'
import { settings } from '../../src/sample/settings.ts'

const context: Context = {
  now: '2026-11-24T09:00:00+03:00',
  zone: 'Asia/Bahrain',
  weekend: [5, 6],
  workingHours: { from: '07:00', to: '14:15' },
  holidays: [],
  hijriShifts: {},
  dayMonthOrder: 'day-month',
  names: { organizations: [], venues: [], cities: [] },
  language: 'en',
}

describe('reading', () => {
  test.each([
    ['first Sunday of the month at 10', 'FREQ=MONTHLY;BYDAY=1SU', '10:00'],
    ['أول أحد من كل شهر الساعة ١٠', 'FREQ=MONTHLY;BYDAY=1SU', '10:00'],
    ['الأحد الأول من كل شهر', 'FREQ=MONTHLY;BYDAY=1SU', null],
    ['آخر خميس من كل شهر الساعة ٩ صباحاً', 'FREQ=MONTHLY;BYDAY=-1TH', '09:00'],
    ['the last Thursday of every month', 'FREQ=MONTHLY;BYDAY=-1TH', null],
    ['1st and 3rd Sunday of the month', 'FREQ=MONTHLY;BYDAY=1SU,3SU', null],
    ['every Monday at 11:30 am', 'FREQ=WEEKLY;BYDAY=MO', '11:30'],
    ['كل يوم أحد', 'FREQ=WEEKLY;BYDAY=SU', null],
    ['كل أسبوعين يوم الثلاثاء', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', null],
    ['every other Wednesday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', null],
    ['every two weeks on Tuesday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', null],
    ['first Sunday every two months', 'FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU', null],
    ['the 15th of every month at 9 am', 'FREQ=MONTHLY;BYMONTHDAY=15', '09:00'],
    ['يوم ١٥ من كل شهر', 'FREQ=MONTHLY;BYMONTHDAY=15', null],
    ['RRULE:FREQ=MONTHLY;BYDAY=SU,MO;BYSETPOS=1', 'FREQ=MONTHLY;BYDAY=SU,MO;BYSETPOS=1', null],
    ['freq=monthly;byday=+2tu;interval=1', 'FREQ=MONTHLY;BYDAY=+2TU', null],
  ])('%s', (said, rule, time) => {
    expect(readRule(said, context)).toMatchObject({ rule, time })
  })

  test('"every second Tuesday" is every two weeks, and may be meant of a month', () => {
    expect(readRule('every second Tuesday', context)).toMatchObject({
      rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU',
      other: 'FREQ=MONTHLY;BYDAY=2TU',
    })
    expect(readRule('the second Tuesday', context)).toMatchObject({ rule: 'FREQ=MONTHLY;BYDAY=2TU', other: null })
  })

  test.each([
    '',
    'whenever it suits you',
    'FREQ=DAILY',
    'FREQ=MONTHLY',
    'FREQ=MONTHLY;BYDAY=1SU;COUNT=3',
    'FREQ=MONTHLY;BYDAY=9XX',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31',
    'FREQ=WEEKLY;BYDAY=SU;BYHOUR=10',
    `FREQ=${'MONTHLY;'.repeat(500)}`,
    '<script>every</script>',
  ])('is not read: %s', said => {
    expect(readRule(said, context)).toBeNull()
  })
})

test('said back in both languages', () => {
  const calendar = {
    zone: 'Asia/Bahrain',
    weekend: [5, 6] as const,
    holidays: [],
    workingHours: settings.workingHours,
    ramadanHours: null,
    hijriShifts: {},
  }
  const plain = (language: 'ar' | 'en', rule: string) =>
    ruleText(rule, speaker(language, settings, calendar)).replace(/[\u2066-\u2069]/g, '')
  expect(plain('en', 'FREQ=MONTHLY;BYDAY=1SU')).toBe('first Sunday of every month')
  expect(plain('ar', 'FREQ=MONTHLY;BYDAY=1SU')).toBe('أول أحد، كل شهر')
  expect(plain('ar', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU')).toBe('كل أسبوعين، الثلاثاء')
  expect(plain('en', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU')).toBe('Tuesday, every 2 weeks')
  expect(plain('ar', 'FREQ=MONTHLY;BYMONTHDAY=15')).toBe('يوم ١٥، كل شهر')
  expect(plain('en', 'FREQ=MONTHLY;BYDAY=SU,MO;BYSETPOS=1')).toBe('FREQ=MONTHLY;BYDAY=SU,MO;BYSETPOS=1')
  for (const rule of ['FREQ=MONTHLY;BYDAY=1SU', 'FREQ=MONTHLY;BYDAY=-1TH', 'FREQ=WEEKLY;BYDAY=MO', 'FREQ=MONTHLY;BYMONTHDAY=15'])
    for (const language of ['ar', 'en'] as const)
      expect([language, readRule(plain(language, rule), context)?.rule]).toEqual([language, rule])
})

test('days of a rule are wall time in the zone, through a change of clocks too', () => {
  const rule = { rule: 'FREQ=MONTHLY;BYDAY=1SU', time: '10:00' }
  const found = after(rule, 'Europe/Berlin', Temporal.Instant.from('2026-09-20T00:00:00Z'), 3)
  expect(found.map(o => o.startsAt.toString())).toEqual(['2026-10-04T08:00:00Z', '2026-11-01T09:00:00Z', '2026-12-06T09:00:00Z'])
  expect(before(rule, 'Europe/Berlin', Temporal.Instant.from('2026-12-06T09:00:00Z'))?.toString()).toBe('2026-11-01T09:00:00Z')
  expect(normalRule('FREQ=MONTHLY;BYDAY=5SU')).toBe('FREQ=MONTHLY;BYDAY=5SU')
})
