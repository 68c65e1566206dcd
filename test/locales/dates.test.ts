/** How a When is said: weekday, day, month, year and hours, once each, in both languages, with the Hijri dates beside them. */
import { describe, expect, it } from 'vitest'
import { datesIn } from '../../src/locales/dates.ts'
import type { When } from '../../src/model/activity.ts'
import { settings } from '../../src/sample/settings.ts'

const calendar = { ...settings, holidays: [], hijriShifts: {} }
const ar = datesIn('ar', settings, calendar)
const en = datesIn('en', settings, calendar)
const on = (day: string, from: string, to: string) => ({ start: `${day}T${from}:00+03:00`, end: `${day}T${to}:00+03:00` })
const timed = (day: string, from: string, to: string): When => ({ kind: 'timed', ...on(day, from, to) })

describe('hours', () => {
  it('name the half of the day once where both ends are in it', () => {
    expect(ar.when(timed('2026-12-13', '10:00', '11:30'))).toBe('الأحد ١٣ ديسمبر ٢٠٢٦، من ١٠:٠٠ إلى ١١:٣٠ صباحاً')
    expect(en.when(timed('2026-12-13', '10:00', '11:30'))).toBe('Sunday 13 December 2026, 10:00 to 11:30 am')
  })
  it('name both halves where they differ', () => {
    expect(ar.when(timed('2026-12-13', '10:00', '13:30'))).toBe('الأحد ١٣ ديسمبر ٢٠٢٦، من ١٠:٠٠ صباحاً إلى ١:٣٠ مساءً')
    expect(en.when(timed('2026-12-13', '10:00', '13:30'))).toBe('Sunday 13 December 2026, 10:00 am to 1:30 pm')
  })
  it('stand alone under the heading of their day, and with their days where there are more', () => {
    expect(en.onDay(timed('2026-12-13', '10:00', '11:30'), '2026-12-13')).toBe('10:00 to 11:30 am')
    expect(ar.onDay({ kind: 'timed', start: '2026-12-13T10:00:00+03:00', end: null }, '2026-12-13')).toBe('الساعة ١٠:٠٠ صباحاً')
    expect(en.onDay({ kind: 'days', start: '2026-12-13', end: '2026-12-13' }, '2026-12-13')).toBeNull()
    expect(en.onDay({ kind: 'days', start: '2026-12-13', end: '2026-12-15' }, '2026-12-13')).toBe('Sunday 13 to Tuesday 15 December')
  })
})

describe('several days', () => {
  it('say the month and the year once', () => {
    expect(ar.when({ kind: 'days', start: '2026-12-06', end: '2026-12-08' })).toBe('من الأحد ٦ إلى الثلاثاء ٨ ديسمبر ٢٠٢٦')
    expect(en.when({ kind: 'days', start: '2026-11-30', end: '2026-12-04' })).toBe('Monday 30 November to Friday 4 December 2026')
    expect(en.shortWhen({ kind: 'days', start: '2026-12-28', end: '2027-01-02' })).toBe(
      'Monday 28 December 2026 to Saturday 2 January 2027',
    )
  })
  it('with the same hours are sessions said in one breath', () => {
    const three: When = { kind: 'sessions', sessions: ['2026-12-14', '2026-12-15', '2026-12-20'].map(d => on(d, '17:00', '19:00')) }
    expect(ar.when(three)).toBe('الاثنين ١٤ والثلاثاء ١٥ والأحد ٢٠ ديسمبر ٢٠٢٦، من ٥:٠٠ إلى ٧:٠٠ مساءً')
    expect(en.shortWhen(three)).toBe('Monday 14, Tuesday 15 and Sunday 20 December, 5:00 to 7:00 pm')
  })
  it('that run on are a range with daily hours', () => {
    const fair: When = { kind: 'sessions', sessions: ['2026-12-14', '2026-12-15', '2026-12-16'].map(d => on(d, '09:00', '14:00')) }
    expect(ar.when(fair)).toBe('من الاثنين ١٤ إلى الأربعاء ١٦ ديسمبر ٢٠٢٦، يومياً من ٩:٠٠ صباحاً إلى ٢:٠٠ مساءً')
    expect(en.when(fair)).toBe('Monday 14 to Wednesday 16 December 2026, 9:00 am to 2:00 pm daily')
  })
  it('with hours of their own are said one by one', () => {
    const two: When = { kind: 'sessions', sessions: [on('2026-12-14', '09:00', '10:00'), on('2026-12-15', '17:00', '18:00')] }
    expect(en.shortWhen(two)).toBe('Monday 14 December, 9:00 to 10:00 am; Tuesday 15 December, 5:00 to 6:00 pm')
  })
})

describe('a span without an exact day', () => {
  const span = (start: string, end: string): When => ({ kind: 'span', start, end, words: '' })
  it('is named by its shape', () => {
    expect(ar.when(span('2027-01-01', '2027-01-10'))).toBe('مطلع يناير ٢٠٢٧ (١–١٠)')
    expect(en.when(span('2027-01-01', '2027-01-10'))).toBe('early January 2027 (1–10)')
    expect(en.when(span('2027-01-11', '2027-01-20'))).toBe('mid-January 2027 (11–20)')
    expect(ar.shortWhen(span('2026-12-21', '2026-12-31'))).toBe('أواخر ديسمبر (٢١–٣١)')
    expect(ar.when(span('2026-12-01', '2026-12-31'))).toBe('خلال ديسمبر ٢٠٢٦')
    expect(en.shortWhen(span('2026-12-06', '2026-12-12'))).toBe('the week of Sunday 6 to Saturday 12 December')
  })
  it('of any other shape is said by its ends', () => {
    expect(ar.when(span('2026-12-04', '2026-12-05'))).toBe('بين الجمعة ٤ والسبت ٥ ديسمبر ٢٠٢٦')
    expect(en.when(span('2026-11-25', '2026-12-02'))).toBe('between Wednesday 25 November and Wednesday 2 December 2026')
  })
})

describe('the Hijri date', () => {
  it('is that of the day, or of the first and the last', () => {
    expect(ar.whenHijri(timed('2026-12-15', '10:00', '11:00'))).toBe('٦ رجب ١٤٤٨هـ')
    expect(en.whenHijri({ kind: 'days', start: '2026-12-13', end: '2026-12-15' })).toBe('4 – 6 Rajab 1448 AH')
    expect(en.whenHijri({ kind: 'days', start: '2026-12-08', end: '2026-12-11' })).toBe('28 Jumada al-Akhira – 2 Rajab 1448 AH')
  })
})
