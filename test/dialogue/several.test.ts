/** Several activities in one message: shown together, each asked for what it lacks, changed by number or title, saved with one press. */
import { describe, expect, test } from 'vitest'
import { talk } from './talk.ts'

const december = `Our December activities:
1. Book fair on 6 December at 10am at the Exhibition Centre, under the patronage of the Minister of Information
2. Health week launch on 14 December
3. Press conference in the Gulf Hotel on 20 December at 9am`
const whole = `- Book fair on 6 December at 10am at the Exhibition Centre
- Health week launch on 14 December at 9am at Bahrain Bay
- Press conference on 20 December at 9am at the Gulf Hotel`
const wholeArabic = `١. معرض الكتاب يوم ٦ ديسمبر الساعة ١٠ صباحاً في مركز المعارض
٢. إطلاق أسبوع الصحة يوم ١٤ ديسمبر الساعة ٩ صباحاً في فندق الخليج`

describe('what was understood', () => {
  test('all of them at first, and under them the first question; then each question says whose it is', () => {
    const t = talk('submit', 'en')
    const first = t.begin(december)
    expect(first).toContain('3 activities in your message')
    expect(first).toContain('1. Book fair\nSunday 6 December 2026, 10:00 am')
    expect(first).toContain('Patron: the Minister of Information')
    expect(first).toContain('Not said yet: time and venue.')
    expect(first).toMatch(/2 of 3: Health week launch\nAt what time\?/)
    expect(t.say('at 11')).toMatch(/^2 of 3: Health week launch\nWhere will it be held\?/)
    expect(t.say('at Bahrain Bay')).toContain('2. Health week launch\nMonday 14 December 2026, 11:00 am')
    expect(t.buttons()).toEqual(['Change', 'Change', 'Change', 'Submit all 3', 'Cancel'])
    t.press('Submit all 3')
    expect(t.saved()).toBe(true)
  })

  test('a list that answers the first question is taken as all of it', () => {
    const t = talk('submit', 'en')
    t.begin('')
    expect(t.say(whole)).toContain('3 activities')
    expect(t.buttons()).toContain('Submit all 3')
  })

  test('the questions can be passed over at once; what is required is asked all the same', () => {
    const t = talk('submit', 'en')
    t.begin('1. Book fair on 6 December\n2. Health week launch on 14 December\n3. Press conference at the Gulf Hotel on 20 December')
    expect(t.press('Skip all questions')).toContain('3 activities')
    expect(t.text().match(/Not said yet/g)).toHaveLength(3)
    const u = talk('submit', 'en')
    u.begin('1. Book fair on 6 December\n2. Press conference on 31 February at the Gulf Hotel at 9am\n3. Health week launch on 14 December')
    expect(u.press('Skip all questions')).toMatch(/2 of 3: Press conference\nOn which date\?|no such date/)
  })

  test('what is wrong with one, and what must be chosen in another, is told when it is their turn', () => {
    const t = talk('submit', 'en')
    t.begin('1. Book fair on 3 November 2026 at 9am at Bahrain Bay\n2. Vaccination day on Sunday 15 December at 9am at Bahrain Bay')
    expect(t.text()).toMatch(/already past/)
    expect(t.say('7 December')).toContain('do not agree')
    expect(t.press('Sunday 13 December 2026, 9:00 am')).toContain('2. Vaccination day\nSunday 13 December 2026, 9:00 am')
  })
})

describe('changing', () => {
  test('by number, by title, all at once; in both languages', () => {
    const t = talk('submit', 'en')
    t.begin(whole)
    expect(t.say('the second at 11')).toContain('2. Health week launch\nMonday 14 December 2026, 11:00 am')
    expect(t.say('change the venue of number 3 to Bahrain Bay')).toMatch(/3\. Press conference\n.*Bahrain Bay/)
    expect(t.say('the book fair is at 5pm')).toContain('1. Book fair\nSunday 6 December 2026, 5:00 pm')
    expect(t.say('all at the Gulf Hotel').match(/Gulf Hotel/g)).toHaveLength(3)
    const a = talk('submit', 'ar')
    a.begin(wholeArabic)
    expect(a.say('الثانية يوم ١٥ ديسمبر')).toContain('٢. إطلاق أسبوع الصحة\nالثلاثاء ١٥ ديسمبر ٢٠٢٦')
    expect(a.say('كلها الساعة ١١').match(/١١:٠٠ صباحاً/g)).toHaveLength(2)
    expect(a.buttons()).toContain('تقديم الفعاليتين')
  })

  test('a change that names none of them waits until the person has said which', () => {
    const t = talk('submit', 'en')
    t.begin(whole)
    expect(t.say('at 5pm')).toBe('Which one?')
    expect(t.press('3. Press conference')).toContain('3. Press conference\nSunday 20 December 2026, 5:00 pm')
    expect(t.text()).toContain('2. Health week launch\nMonday 14 December 2026, 9:00 am')
  })

  test('one is opened by its button and shown whole; back to the list saves nothing', () => {
    const t = talk('submit', 'en')
    t.begin(whole)
    expect(t.say('2')).toContain('2 of 3: Health week launch')
    expect(t.buttons()).toEqual(['Back to the list', 'Change', 'Form', 'Leave it out'])
    expect(t.say('yes')).toContain('3 activities')
    expect(t.saved()).toBe(false)
    t.say('2')
    t.press('Form')
    expect(t.fill({ venue: 'Isa Town' })).toMatch(/2\. Health week launch\n.*Isa Town/)
    expect(t.saved()).toBe(false)
  })

  test('one is left out; the last one left is an ordinary draft, and cancel drops them all', () => {
    const t = talk('submit', 'en')
    t.begin(whole)
    expect(t.say('leave out the third')).toContain('2 activities')
    t.say('2')
    expect(t.press('Leave it out')).toContain('Title: Book fair')
    expect(t.buttons()).toEqual(['Submit', 'Change', 'Form', 'Cancel'])
    const a = talk('submit', 'ar')
    a.begin(wholeArabic)
    expect(a.say('إلغاء')).toBe('أُلغيت المسودة ولم يُحفظ شيء.')
    expect(a.ended()).toBe(true)
  })

  test('a further activity told of meanwhile joins them', () => {
    const t = talk('submit', 'en')
    t.begin(whole)
    t.say('Also a charity run on 22 December at 7am at Bahrain Bay', { fresh: true })
    expect(t.text()).toMatch(/4 activities[\s\S]*4\. .*[Cc]harity run/)
  })

  test('in the midst of a question an ordinal may be its answer', () => {
    const t = talk('submit', 'en')
    t.begin('1. Health week launch on 14 December at 9am\n2. Book fair on 6 December at 10am at the Exhibition Centre')
    expect(t.text()).toContain('Where will it be held?')
    expect(t.say('Second floor hall')).toMatch(/1\. Health week launch\n.*Second floor hall/i)
  })

  test('the message is edited: corrections stay, what it says otherwise changes, a line that is gone goes', () => {
    const t = talk('submit', 'en')
    t.begin(whole)
    t.say('the second at 11')
    expect(t.edit(whole.replace('Bahrain Bay', 'Isa Town'))).toMatch(/2\. Health week launch\nMonday 14 December 2026, 11:00 am.*Isa Town/)
    const shorter = whole.split('\n').filter(l => !l.includes('Book'))
    expect(t.edit(shorter.join('\n'))).toMatch(/1\. Health week launch\nMonday 14 December 2026, 11:00 am/)
    expect(t.text()).not.toContain('Book fair')
  })
})

test('more activities than are read at a time: how many were not is said', () => {
  const t = talk('submit', 'en')
  const day = (n: number) => `${(n % 28) + 1} ${n < 28 ? 'December' : 'January'}`
  t.begin(
    Array.from({ length: 45 }, (_, n) => `${n + 1}. Workshop number ${n + 1} for teachers on ${day(n)} at 9am at the Gulf Hotel`).join(
      '\n',
    ),
  )
  expect(t.text()).toContain('40 activities in your message')
  expect(t.text()).toContain('I took the first 40; 5 more in your message were not read.')
})
