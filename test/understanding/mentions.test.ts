/** How pieces come together: sessions, lengths, roles, what is said of certainty, several mentions of one text. */
import { describe, expect, test } from 'vitest'
import { found, line, read } from './context.ts'

const sessions = (text: string) =>
  found(text).mentions[0]?.sessions?.map(s => `${s.start.slice(5, 16)}${s.end ? `–${s.end.slice(11, 16)}` : ''}`)

describe('sessions', () => {
  test.each([
    ['Sun/Tue/Thu next week 5-7pm', ['11-29T17:00–19:00', '12-01T17:00–19:00', '12-03T17:00–19:00']],
    ['16 and 17 December, 4–10 pm daily', ['12-16T16:00–22:00', '12-17T16:00–22:00']],
    ['أيام الأحد والثلاثاء من ٥ إلى ٧', ['11-29T17:00–19:00', '12-01T17:00–19:00']],
    ['every Monday in December at 6pm', ['12-07T18:00', '12-14T18:00', '12-21T18:00', '12-28T18:00']],
    ['كل أحد من شهر ديسمبر الساعة ٩', ['12-06T09:00', '12-13T09:00', '12-20T09:00', '12-27T09:00']],
    ['7, 9 and 14 December', ['12-07', '12-09', '12-14']],
    ['الأحد من كل أسبوع في ديسمبر الساعة ٩', ['12-06T09:00', '12-13T09:00', '12-20T09:00', '12-27T09:00']],
    ['Sunday every week in December at 9am', ['12-06T09:00', '12-13T09:00', '12-20T09:00', '12-27T09:00']],
  ])('%s', (text, expected) => expect(sessions(text)).toEqual(expected))

  test('one day is none, nor is a span with one beginning', () => {
    expect(sessions('every Monday at 6pm')).toBeUndefined()
    expect(found('Hackathon 3 December 9am to 5 December 2pm').mentions.map(line)).toEqual(['2026-12-03T09:00 / 2026-12-05T14:00'])
  })
})

describe('lengths, near the day or far from it', () => {
  test.each([
    ['12 January at the Ritz-Carlton; it runs for three days', '2027-01-12 / 2027-01-14'],
    ['١٢ يناير بفندق الخليج ويستمر ثلاثة أيام', '2027-01-12 / 2027-01-14'],
    ['a camp for two weeks from 6 December', '2026-12-06 / 2026-12-19'],
    ['٢٠ ديسمبر ويستمر حتى نهاية الشهر', '2026-12-20 / 2026-12-31'],
    ['opens 20 December in all schools and runs until 3 January', '2026-12-20 / 2027-01-03'],
    ['Exhibition open until 20 December', '2026-11-23 / 2026-12-20 ~'],
  ])('%s', (text, expected) => expect(found(text).mentions.map(line)).toEqual([expected]))
  test('twenty years of service are no length', () => {
    expect(found('Ceremony on 14 December for 20 years of service').mentions.map(line)).toEqual(['2026-12-14'])
  })
})

describe('what is said of a date that is not the activity’s own', () => {
  test.each([
    ['moved from 25 November to 2 December', ['old', undefined]],
    ['moved to 2 December from 25 November', [undefined, 'old']],
    ['الحفل يوم ٢ ديسمبر بدلاً من ٢٥ نوفمبر', [undefined, 'old']],
    ['registration closes 30 November, event is 15 December', ['deadline', undefined]],
    ['آخر موعد للتسجيل ٣٠ نوفمبر والفعالية ١٥ ديسمبر', ['deadline', undefined]],
    ['1 December 11am, embargoed until 2pm', [undefined, 'embargo']],
    ['محظور النشر حتى ١٠ ديسمبر الساعة ٨ صباحاً', ['embargo']],
    ['from 25 November to 2 December', [undefined]],
  ])('%s', (text, roles) => expect(found(text).mentions.map(m => m.role)).toEqual(roles))
  test('a deadline that has passed is no problem of the activity', () => {
    expect(found('register by 1 November 2026; event 15 December').problems).toEqual([])
  })
})

describe('certainty', () => {
  test.each([
    ['13 December (TBC)', '2026-12-13 ?'],
    ['لم يتأكد بعد: ١٣ ديسمبر', '2026-12-13 ?'],
    ['13 December, venue TBC', '2026-12-13'],
    ['١٣ ديسمبر والمكان لم يحدد', '2026-12-13'],
    ['mid-December, not confirmed', '2026-12-11 / 2026-12-20 ~'],
  ])('%s', (text, expected) => expect(found(text).mentions.map(line)).toEqual([expected]))
})

describe('a day that was, said beside the one to come, is none of the activity’s own', () => {
  test.each([
    ['بعد نجاح النسخة الأولى التي أقيمت في ٣ مارس الماضي نطلق الثانية يوم ٢٠ ديسمبر', '2026-12-20'],
    ['The first session was held on 3 November, the second takes place on 8 December', '2026-12-08'],
    ['last year it was 12 Feb, this year we do it on 16 Feb', '2027-02-16'],
    ['كانت الورشة الأولى يوم ٨ ديسمبر، والثانية يوم ١٥ ديسمبر', '2026-12-15'],
    ['عطفا على اجتماعنا يوم ١٥ نوفمبر، نفيدكم بأن الملتقى يوم ٧ ديسمبر', '2026-12-07'],
    ['As agreed in our meeting of 15 November, the forum is on 7 December', '2026-12-07'],
    ['the camel race of 3 March 2026 comes back on 20 December', '2026-12-20'],
  ])('%s', (text, day) => {
    const { mentions, problems } = found(text)
    expect(mentions.filter(m => !m.role).map(line)).toEqual([day])
    expect(problems).toEqual([])
  })
  test('alone it is the day that was said', () => {
    expect(found('The forum on 3 March 2026')).toMatchObject({ mentions: [{ start: '2026-03-03' }], problems: ['past'] })
    expect(found('The date was 12 December').mentions.map(line)).toEqual(['2026-12-12'])
    expect(found('The following Sunday, 6 December, and Monday 7 December').mentions.every(m => !m.role)).toBe(true)
  })
})

test('of two days that are open the first, with the hour said behind both', () => {
  for (const text of ['٢٠ ديسمبر او ٢٢ ديسمبر الساعة ١١', '20 or 22 December at 11am', 'يوم ٢٠ أو ٢٢ ديسمبر الساعة ١١'])
    expect(found(text).mentions.map(line)[0], text).toBe('2026-12-20T11:00 ?')
  expect(read('Meeting Sunday or Monday at 11')).toBe('2026-11-29T11:00 ?')
  expect(read('Workshop for men or women on 7 December')).toBe('2026-12-07')
})

test('the past is said so', () => {
  expect(found('1 November 2026').problems).toEqual(['past'])
  expect(found('today').problems).toEqual([])
})

test('five dates in one sentence are five mentions, in the order of the text', () => {
  const text = 'Talks on 1 December at 9am; tour 3 December; fair 10–12 December; gala mid-January; review in March'
  expect(found(text).mentions.map(line)).toEqual([
    '2026-12-01T09:00',
    '2026-12-03',
    '2026-12-10 / 2026-12-12',
    '2027-01-11 / 2027-01-20 ~',
    '2027-03-01 / 2027-03-31 ~',
  ])
})

test('lines of a list do not run into one another', () => {
  const { mentions } = found('1. Guide launch, 7 December\n10am briefing\n2. Exhibition, 10–12 December\n3. Visit, 14 December')
  expect(mentions.map(line)).toEqual(['2026-12-07T10:00', '2026-12-10 / 2026-12-12', '2026-12-14'])
})
