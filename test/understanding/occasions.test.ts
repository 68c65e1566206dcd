/** Hijri dates, feasts, the network's holidays, and working days around them. */
import { describe, expect, test } from 'vitest'
import { found, read } from './context.ts'

describe('Hijri dates', () => {
  test.each([
    ['٦ رجب ١٤٤٨هـ', '2026-12-15'],
    ['6 Rajab 1448 AH', '2026-12-15'],
    ['١٤٤٨/٧/٦', '2026-12-15'],
    ['الخامس عشر من شوال', '2027-03-23'],
    ['غرة رمضان', '2027-02-08'],
    ['في رمضان', '2027-02-08 / 2027-03-08 ~'],
    ['منتصف شعبان', '2027-01-19 / 2027-01-28 ~'],
    ['العشر الأواخر من رمضان', '2027-02-28 / 2027-03-08 ~'],
    ['١ محرم', '2027-06-06'],
    ['١٠ جمادى الآخرة', '2027-11-09'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))

  test('the network’s announced months move them', () => {
    const shifted = { hijriShifts: { '1448-07': 1 } }
    expect(read('٦ رجب ١٤٤٨', shifted)).toBe('2026-12-16')
    expect(read('١ شعبان ١٤٤٨', shifted)).toBe('2027-01-09')
  })

  test('beside its Gregorian date it is the same day; two days apart, the two disagree', () => {
    expect(found('الثلاثاء ١٥ ديسمبر ٢٠٢٦ الموافق ٦ رجب ١٤٤٨هـ')).toMatchObject({ mentions: [{ start: '2026-12-15' }], problems: [] })
    expect(found('١٥ ديسمبر ٢٠٢٦ الموافق ٧ رجب ١٤٤٨هـ').problems).toEqual([])
    expect(found('١٥ ديسمبر ٢٠٢٦ الموافق ١٢ رجب ١٤٤٨هـ')).toMatchObject({
      mentions: [{ start: '2026-12-15', other: { start: '2026-12-21' } }],
      problems: ['conflict'],
    })
  })

  test('names of months that are names of people are none alone', () => {
    expect(found('كتاب رجب عن رمضان صبحي').mentions).toEqual([])
  })
})

describe('feasts and holidays', () => {
  test.each([
    ['on National Day', '2026-12-16 / 2026-12-17'],
    ['مسيرة في العيد الوطني', '2026-12-16 / 2026-12-17'],
    ['Fireworks on National Day at 8pm', '2026-12-16T20:00'],
    ['بعد العيد بثلاثة أيام', '2027-03-14'],
    ['two days before National Day', '2026-12-14'],
    ['أول يوم دوام بعد عيد الفطر', '2027-03-14'],
    ['the last working day before Eid', '2027-03-08'],
    ['ثاني أيام العيد', '2027-03-10'],
    ['before Ramadan', '2026-11-23 / 2027-02-07 ~'],
    ['on Eid al-Adha', '2027-05-16'],
    ['on New Year’s Day', '2027-01-01'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))

  test('a holiday of this year that has passed is the next year’s', () => {
    const holidays = [2026, 2027].map(y => ({
      from: `${y}-05-01`,
      to: `${y}-05-01`,
      name: { ar: 'عيد العمال', en: 'Labour Day' },
      kind: 'public',
    }))
    expect(read('on Labour Day', { holidays })).toBe('2027-05-01')
  })

  test('in a title it is no date', () => {
    expect(found('National Day celebration').mentions).toEqual([])
    expect(found('احتفالات العيد الوطني المجيد').mentions).toEqual([])
    expect(read('National Day parade on 14 December')).toBe('2026-12-14')
  })

  test('a broken calendar is no reason to fail', () => {
    const holidays = [{ from: 'soon', to: 'later', name: { en: 'Founders Day' }, kind: 'public' }]
    expect(found('on Founders Day', { holidays })).toMatchObject({ mentions: [], problems: ['impossible'] })
    expect(found('three working days after 1 December', { weekend: [1, 2, 3, 4, 5, 6, 7] }).problems).toEqual(['impossible'])
  })
})
