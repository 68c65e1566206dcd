/** The stated rules for days, one idea after the other. */
import { describe, expect, test } from 'vitest'
import { found, read } from './context.ts'

const rows = (cases: [string, string | null][]) => test.each(cases)('%s', (text, expected) => expect(read(text)).toBe(expected))

describe('weekdays: next is the first after today; the one after next, a week later', () => {
  rows([
    ['next Sunday', '2026-11-29'],
    ['الأحد القادم', '2026-11-29'],
    ['وبالأحد القادم', '2026-11-29'],
    ['للأحد المقبل', '2026-11-29'],
    ['Sunday week', '2026-12-06'],
    ['the Sunday after next', '2026-12-06'],
    ['الأحد بعد القادم', '2026-12-06'],
    ['last Thursday', '2026-11-19'],
    ['الخميس الماضي', '2026-11-19'],
    ['الجمعة ١٨-١٢ بعد المغرب', '2026-12-18'],
    ['Poetry evening this Thursday', '2026-11-26'],
    ['prayer hall of Al Khamis Mosque', null],
    ['سوق الأربعاء', null],
    ['Friday of next week', '2026-12-04'],
    ['two Fridays ago', '2026-11-13'],
    ['three Sundays from now', '2026-12-13'],
  ])
  test('a weekday on that very weekday is the coming one, and today stands beside it', () => {
    expect(found('Monday').mentions[0]).toMatchObject({ start: '2026-11-30', other: { start: '2026-11-23' } })
    expect(read('هذا الاثنين')).toBe('2026-11-23')
  })
  test('«الأحد القادم» said on a Friday: the Sunday after it stands beside', () => {
    const friday = { now: '2026-11-27T10:00:00+03:00' }
    expect(found('ورشة الأحد القادم الساعة ١٠', friday).mentions[0]).toMatchObject({
      start: '2026-11-29T10:00:00+03:00',
      other: { start: '2026-12-06T10:00:00+03:00' },
    })
    expect(found('ورشة الأحد القادم').mentions[0]?.other).toBeUndefined()
  })
})

describe('days as they stand in a sentence', () => {
  rows([
    ['ندوة ٩/١٢ ورشة عبر تيمز', '2026-12-09'],
    ['Fraud seminar 9/12 via Teams', '2026-12-09'],
    ['1/2 cup of dates', null],
    ['3/4 of members attend', null],
    ['market, the first ten nights of Ramadan', '2027-02-08 / 2027-02-17'],
    ['السوق أول عشرة أيام من رمضان', '2027-02-08 / 2027-02-17'],
    ['the first 5 days of January', '2027-01-01 / 2027-01-05'],
  ])
})

describe('the weekend ends the week', () => {
  rows([
    ['this week', '2026-11-22 / 2026-11-28 ~'],
    ['next week', '2026-11-29 / 2026-12-05 ~'],
    ['the week after next', '2026-12-06 / 2026-12-12 ~'],
    ['نهاية الأسبوع', '2026-11-27 / 2026-11-28 ~'],
    ['next weekend', '2026-12-04 / 2026-12-05 ~'],
    ['the week of 6 December', '2026-12-06 / 2026-12-12 ~'],
    ['rest of the week', '2026-11-23 / 2026-11-28 ~'],
  ])
  test('by the network: where Saturday and Sunday are off, the week begins on Monday', () => {
    expect(read('next week', { weekend: [6, 7] })).toBe('2026-11-30 / 2026-12-06 ~')
    expect(read('this weekend', { weekend: [6, 7] })).toBe('2026-11-28 / 2026-11-29 ~')
    expect(read('the weekend', { weekend: [5] })).toBe('2026-11-27 / 2026-11-27 ~')
  })
})

describe('months and their parts', () => {
  rows([
    ['early December', '2026-12-01 / 2026-12-10 ~'],
    ['mid-December', '2026-12-11 / 2026-12-20 ~'],
    ['أواخر كانون الأول', '2026-12-21 / 2026-12-31 ~'],
    ['in September', '2027-09-01 / 2027-09-30 ~'],
    ['شهر ١٢', '2026-12-01 / 2026-12-31 ~'],
    ['يناير القادم', '2027-01-01 / 2027-01-31 ~'],
    ['March after next', '2028-03-01 / 2028-03-31 ~'],
    ['last September', '2026-09-01 / 2026-09-30 ~'],
    ['December 2027', '2027-12-01 / 2027-12-31 ~'],
    ['2027-02', '2027-02-01 / 2027-02-28 ~'],
    ['the second half of December', '2026-12-16 / 2026-12-31 ~'],
    ['الربع الثاني', '2027-04-01 / 2027-06-30 ~'],
    ['Q4 2026', '2026-10-01 / 2026-12-31 ~'],
    ['by the end of the month', '2026-11-23 / 2026-11-30 ~'],
    ['من ديسمبر إلى فبراير', '2026-12-01 / 2027-02-28 ~'],
  ])
})

describe('dates without a year', () => {
  rows([
    ['14 December', '2026-12-14'],
    ['1 November', '2027-11-01'],
    ['23 November', '2026-11-23'],
    ['٢٩ فبراير', '2028-02-29'],
    ['from 20 to 26 November', '2026-11-20 / 2026-11-26'],
    ['28 Dec – 2 Jan', '2026-12-28 / 2027-01-02'],
    ['from 28 December to 2 January 2028', '2027-12-28 / 2028-01-02'],
    ['the 15th', '2026-12-15'],
    ['يوم ٣٠', '2026-11-30'],
  ])
})

describe('day and month in numbers follow the network’s order, or the only one that can be', () => {
  test('04/05', () => {
    expect(read('on 04/05')).toBe('2027-05-04')
    expect(read('on 04/05', { dayMonthOrder: 'month-day' })).toBe('2027-04-05')
    expect(read('on 14/12', { dayMonthOrder: 'month-day' })).toBe('2026-12-14')
    expect(read('on 12/14')).toBe('2026-12-14')
    expect(read('٢٠٢٦/١٢/١٤م')).toBe('2026-12-14')
  })
})

describe('by their place in a month', () => {
  rows([
    ['the first Sunday of December', '2026-12-06'],
    ['آخر خميس من ديسمبر', '2026-12-31'],
    ['the last working day of December', '2026-12-31'],
    ['ثالث يوم من يناير', '2027-01-03'],
    ['the first Sunday of November', '2027-11-07'],
    ['الثلاثاء الثالث من ديسمبر', '2026-12-15'],
    ['the fifth Sunday of December', null],
  ])
})

describe('distances', () => {
  rows([
    ['in two weeks', '2026-12-07'],
    ['بعد أسبوعين', '2026-12-07'],
    ['بعد خمسة عشر يوماً', '2026-12-08'],
    ['قبل شهر', '2026-10-23'],
    ['منذ شهر و ٢١ يوماً', '2026-10-02'],
    ['a week on Sunday', '2026-12-06'],
    ['three days after 14 December', '2026-12-17'],
    ['within two weeks', '2026-11-23 / 2026-12-07 ~'],
    ['five working days after 10 December', '2026-12-21'],
    ['last year', '2025-01-01 / 2025-12-31 ~'],
  ])
})

describe('where weekday and date disagree, both are kept', () => {
  test.each([
    ['Sunday 14 December', '2026-12-14', '2026-12-13'],
    ['الأحد ٧ ديسمبر ٢٠٢٦', '2026-12-07', '2026-12-06'],
    ['7 December 2026 (Sunday)', '2026-12-07', '2026-12-06'],
    ['tomorrow, Wednesday', '2026-11-24', '2026-11-25'],
  ])('%s', (text, start, other) => {
    const { mentions, problems } = found(text)
    expect(problems).toEqual(['conflict'])
    expect(mentions[0]).toMatchObject({ start, other: { start: other } })
  })
  test.each(['Monday 14 December', 'الأحد ٦ ديسمبر', 'Sunday 22 November', 'Sunday 3 January', 'Sunday 6 to Tuesday 8 December'])(
    'no alarm for %s',
    text => expect(found(text).problems).not.toContain('conflict'),
  )
})

describe('no such day', () => {
  test.each(['30 February', '٣١ نوفمبر', '32 December', '31/11/2026', 'على ٣٠ فبراير الساعة ١٠'])('%s', text => {
    expect(found(text)).toMatchObject({ mentions: [], problems: ['impossible'] })
  })
})

describe('dates as they are typed', () => {
  rows([
    ['Opening 6.12.26', '2026-12-06'],
    ['version 6.12.30', null],
    ['Visit on Mon. 7 Dec. 9:45am', '2026-12-07T09:45'],
    ['Safety expo 21 December', '2026-12-21'],
    ['المعرض خلال شهر يناير', '2027-01-01 / 2027-01-31 ~'],
    ['افتتاح سوق الخميس يوم ٦ ديسمبر', '2026-12-06'],
    ['ملعب الحد ٥ ديسمبر', '2026-12-05'],
    ['ندرج في مخطط الشهر المقبل ورشة يوم ٢١ ديسمبر', '2026-12-21'],
    ['تقرير الربع الرابع – ٣٠ ديسمبر', '2026-12-30'],
    ['المؤتمر ليس الثلاثاء بل الأربعاء ٢ ديسمبر', '2026-12-02'],
    ['Fair every Saturday from 5 December', '2026-12-05'],
    ['before the year ends', '2026-11-23 / 2026-12-31 ~'],
    ['this Wed and Thu', '2026-11-25 / 2026-11-26'],
  ])
  test('weekdays of a longer run are its sessions', () => {
    const m = found('دورة يومي الأحد والثلاثاء من ٦ إلى ١٧ ديسمبر ٥ مساءً').mentions[0]
    expect(m?.sessions?.map(s => s.start.slice(0, 10))).toEqual(['2026-12-06', '2026-12-08', '2026-12-13', '2026-12-15'])
  })
})

describe('hours beside a date', () => {
  rows([
    ['10 December 9-1 Salmaniya', '2026-12-10T09:00 / 2026-12-10T13:00'],
    ['26 November, 11.15', '2026-11-26T11:15'],
    ['tonight at 9 live', '2026-11-23T21:00'],
    ['tomorrow from 8 to 11.30 lecture hall', '2026-11-24T08:00 / 2026-11-24T11:30'],
  ])
})
