/** Clock times: their halves, their ranges, the hours that are said in words, times that have a name and no hour. */
import { describe, expect, test } from 'vitest'
import { readTime } from '../../src/understanding/read.ts'
import { context, found, line, read } from './context.ts'

const on = (time: string) => read(`14 December ${time}`)?.replaceAll('2026-12-14T', '')

describe('an hour and its half of the day', () => {
  test.each([
    ['at 10', '10:00'],
    ['at 5', '17:00'],
    ['at 12', '12:00'],
    ['at 05:30', '05:30'],
    ['10.30am', '10:30'],
    ['at 7 p.m.', '19:00'],
    ['7:15:30 pm', '19:15:30+03:00'],
    ['half past nine in the morning', '09:30'],
    ['at quarter to noon', '11:45'],
    ['ten past three', '15:10'],
    ['at noon', '12:00'],
    ['12am', '00:00'],
    ['19h30', '19:30'],
    ['at 1030', '10:30'],
    ['at three twenty', '15:20'],
    ['الساعة العاشرة والنصف صباحاً', '10:30'],
    ['١٠ ونص', '10:30'],
    ['الساعة الثانية إلا ربعاً ظهراً', '13:45'],
    ['الساعة ٢ ظهراً', '14:00'],
    ['الساعة الثالثة وعشر دقائق', '15:10'],
    ['الساعة الحادية عشرة مساءً', '23:00'],
    ['الساعة ٤ فجراً', '04:00'],
    ['الساعة ٨ بعد المغرب', '20:00'],
    ['٥م', '17:00'],
  ])('%s', (said, expected) => expect(on(said)).toBe(expected))
  test.each([
    ['حفل مساء السبت ٥ ديسمبر في تمام الثامنة بقاعة الأرينا', '2026-12-05T20:00'],
    ['walk this thurs 8.30 at the park', '2026-11-26T08:30'],
    ['version 8.30 launch on thursday', '2026-11-26'],
    ['closure, midnight to 5am, 27 November', '2026-11-27T00:00 / 2026-11-27T05:00'],
    ['إغلاق من منتصف الليل حتى ٥ فجراً يوم ٢٧ نوفمبر', '2026-11-27T00:00 / 2026-11-27T05:00'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
  test('tonight is the evening', () => {
    expect(read('tonight at 9')).toBe('2026-11-23T21:00')
    expect(read('الليلة الساعة ٩')).toBe('2026-11-23T21:00')
    expect(read('tomorrow evening at 8')).toBe('2026-11-24T20:00')
  })
  test('midnight after a day is the end of it', () => {
    expect(read('14 December الساعة ١٢ ليلاً')).toBe('2026-12-15T00:00')
  })
})

describe('ranges', () => {
  test.each([
    ['from 9 to 1', '09:00 / 13:00'],
    ['5 to 7 pm', '17:00 / 19:00'],
    ['9 to 1 pm', '09:00 / 13:00'],
    ['9am-1', '09:00 / 13:00'],
    ['من ٩ إلى ١', '09:00 / 13:00'],
    ['بين الخامسة والسابعة مساءً', '17:00 / 19:00'],
    ['من الساعة ١٠ صباحاً حتى ١٢ ظهراً', '10:00 / 12:00'],
    ['0900-1200 hrs', '09:00 / 12:00'],
    ['2pm for two hours', '14:00 / 16:00'],
  ])('%s', (said, expected) => expect(on(said)).toBe(expected))
  test('past midnight', () => expect(read('14 December 10pm to 2am')).toBe('2026-12-14T22:00 / 2026-12-15T02:00'))
  test('an end before its start is a slip', () => expect(found('14 December 5pm to 3pm').problems).toEqual(['end_before_start']))
})

describe('a clock time without a day', () => {
  test('is marked, and the coming one', () => {
    expect(found('at 11').mentions[0]).toMatchObject({ timeOnly: true, start: '2026-11-23T11:00:00+03:00' })
    expect(found('at 8am').mentions[0]).toMatchObject({ timeOnly: true, start: '2026-11-24T08:00:00+03:00' })
  })
  test('goes to the day that stands elsewhere', () => {
    const { mentions, taken } = found('Show starts at 7 pm: orchestra concert, Sat 19 Dec')
    expect(mentions.map(line)).toEqual(['2026-12-19T19:00'])
    expect(taken).toHaveLength(2)
  })
  test('in two hours is from now', () => expect(read('in two hours')).toBe('2026-11-23T11:00'))
  test('an instant of a machine is brought to the network’s zone', () => expect(read('2026-12-14T21:30:00Z')).toBe('2026-12-15T00:30'))
})

describe('a time with a name and no hour', () => {
  test.each([
    ['محاضرة بعد صلاة العصر يوم ٣ ديسمبر', 'بعد صلاة العصر'],
    ['Lecture on 3 December after Maghrib prayer', 'after Maghrib prayer'],
    ['يوم ٣ ديسمبر في الجامع بعد صلاة الجمعة', 'بعد صلاة الجمعة'],
  ])('%s', (text, named) => {
    expect(found(text).mentions).toHaveLength(1)
    expect(found(text).mentions[0]).toMatchObject({ start: '2026-12-03', allDay: true, named })
  })
})

describe('what counts something is no time', () => {
  test.each(['at 5 venues', '25:00 is no time', 'الساعة 7:65', 'score 4:1', 'price 10.5%', 'three twenty'])('%s', text =>
    expect(found(text).mentions.filter(m => m.timeOnly)).toEqual([]),
  )
})

describe('readTime: the answer to “at what time?”', () => {
  test.each([
    ['10', '10:00'],
    ['٥', '17:00'],
    ['الخامسة', '17:00'],
    ['half past nine', '09:30'],
    ['10:00 pm', '22:00'],
    ['لا أعرف', null],
    ['room 12 is fine for us all', null],
  ])('%s', (text, expected) => expect(readTime(text, context)).toBe(expected))
})
