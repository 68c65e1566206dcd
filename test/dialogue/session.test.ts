/** Conversations as people have them, one example for each turn they may take. */
import { describe, expect, test } from 'vitest'
import { talk } from './talk.ts'

const whole = 'Blood donation day on 15 December at 9am at the Gulf Hotel'

describe('asking', () => {
  test('a whole sentence needs no question: the card says what was understood', () => {
    const t = talk('submit', 'en')
    expect(t.begin(whole)).toContain('Title: Blood donation day\nDate: Tuesday 15 December 2026, 9:00 am')
    expect(t.text()).toContain('Venue: Gulf Hotel')
    expect(t.text()).toContain('You may also add, for example: patron, spokesperson, partners')
    expect(t.buttons()).toEqual(['Submit', 'Change', 'Form', 'Cancel'])
  })

  test('gaps are asked one at a time, what is required first; one answer may fill several', () => {
    const t = talk('submit', 'ar')
    expect(t.begin()).toContain('ما عنوان الفعالية؟')
    expect(t.say('ملتقى الإعلام الحكومي')).toContain('ما تاريخها؟')
    expect(t.say('١٤ ديسمبر الساعة ١٠ صباحاً في مركز المعارض')).toContain('الاثنين ١٤ ديسمبر ٢٠٢٦، الساعة ١٠:٠٠ صباحاً')
    expect(t.buttons()).toEqual(['تقديم الفعالية', 'تغيير', 'نموذج', 'إلغاء'])
  })

  test('a wrong answer says why and asks again; what was given stays', () => {
    const t = talk('submit', 'en')
    t.begin('Blood donation day')
    expect(t.say('31 February')).toMatch(/There is no such date.*\nOn which date\?/)
    expect(t.say('3 November 2026')).toMatch(/already past.*\nOn which date\?/)
    expect(t.say('<script>')).toContain('On which date?')
    expect(t.values()).toMatchObject({ title: 'Blood donation day' })
    expect(t.values()).not.toHaveProperty('when')
  })

  test('a time said without a day, or with a day that cannot be, waits for its day', () => {
    const t = talk('submit', 'en')
    expect(t.begin('Workshop for teachers at 9am at Bahrain Bay')).toContain('Time: 9:00 am')
    expect(t.say('7 December')).toContain('Date: Monday 7 December 2026, 9:00 am')
    const past = talk('submit', 'en')
    expect(past.begin('Workshop for teachers on 3 November 2026 from 9am to 11am at Bahrain Bay')).toContain('already past')
    expect(past.say('7 December')).toContain('Date: Monday 7 December 2026, 9:00 to 11:00 am')
    expect(past.say('change the date to 8 December')).toContain('Date: Tuesday 8 December 2026, 9:00 to 11:00 am')
    expect(past.values()).not.toHaveProperty('clock')
  })

  test('a beginning said alone keeps the end, or how long it takes where that is over by then', () => {
    const t = talk('submit', 'en')
    t.begin('Winter lights festival on 20 December from 4pm to 9pm at Bahrain Fort')
    expect(t.say('no, at 5pm')).toContain('5:00 to 9:00 pm')
    expect(t.say('change the time to 10am')).toContain('10:00 am to 9:00 pm')
    const s = talk('submit', 'en')
    s.begin('Board meeting on 20 December from 9am to 10am at Bahrain Fort')
    expect(s.say('no, at 11')).toContain('11:00 am to 12:00 pm')
    const days = talk('submit', 'en')
    days.begin('Book camp from 20 December at 9am to 22 December at 5pm at Bahrain Fort')
    expect(days.say('no, at 10am')).toContain('Sunday 20 December 2026 10:00 am to Tuesday 22 December 2026 5:00 pm')
  })

  test('a named span is enough for the date; the day is asked once and may be passed over', () => {
    const t = talk('submit', 'en')
    expect(t.begin('Blood donation day in early December')).toContain('Is the exact day known yet?')
    expect(t.press('Skip')).not.toContain('exact day')
    expect(t.values()).toMatchObject({ when: { kind: 'span' } })
    t.say('skip')
    // With the day, the span and its note go.
    expect(t.say('5 December')).toContain('At what time?')
    expect(t.say('skip')).toContain('Date: Saturday 5 December 2026')
    expect(t.text()).not.toMatch(/approximate|early December/)
  })
})

describe('steering', () => {
  test('correct: by a word for the field, by what is said, in either language', () => {
    const t = talk('submit', 'en')
    t.begin(whole)
    expect(t.say('no, at 11')).toContain('Tuesday 15 December 2026, 11:00 am')
    expect(t.say('change the venue to Bahrain Bay')).toContain('Venue: Bahrain Bay')
    expect(t.say('change the date to 16 December')).toContain('Wednesday 16 December 2026, 11:00 am')
    expect(t.say('the title is Give blood')).toContain('Title: Give blood')
    const a = talk('submit', 'ar')
    a.begin('يوم التبرع بالدم في ١٥ ديسمبر الساعة ٩ صباحاً في مركز المعارض')
    expect(a.say('المكان مو مركز المعارض، في فندق الخليج')).toContain('المكان: فندق الخليج')
  })

  test('back shows the question before, with its answer; skip passes over what may be passed over', () => {
    const t = talk('submit', 'en')
    t.begin()
    expect(t.say('skip')).toContain('This one is needed')
    t.say('Winter lights festival')
    expect(t.say('back')).toMatch(/What is the activity called\?[\s\S]*At present: Winter lights festival/)
    expect(t.buttons()).toContain('Keep as it is')
    expect(t.press('Keep as it is')).toContain('On which date?')
    t.say('20 December')
    expect(t.say('skip')).toContain('Where will it be held?')
    expect(t.say('skip')).toContain('Please check, then confirm')
    expect(t.values()).toMatchObject({ title: 'Winter lights festival', when: { kind: 'days', start: '2026-12-20' } })
  })

  test('start over forgets the answers; cancel ends without saving; help leaves all as it is', () => {
    const t = talk('submit', 'en')
    t.begin(whole)
    const had = t.values()
    expect(t.say('help')).toContain('At any moment you can correct')
    expect(t.values()).toEqual(had)
    expect(t.say('start over')).toContain('What is the activity called?')
    expect(t.values()).toEqual({})
    expect(t.say('cancel')).toBe('Cancelled. Nothing was saved.')
    expect([t.ended(), t.saved()]).toEqual([true, false])
  })

  test('yes to a question that wants words asks for the words, and is not kept as them', () => {
    const t = talk('submit', 'en')
    t.begin()
    expect(t.say('yes')).toMatch(/Please write it here[\s\S]*What is the activity called\?/)
    expect(t.values()).toEqual({})
  })

  test('yes on the card saves; no asks what to change', () => {
    const t = talk('submit', 'ar')
    t.begin('يوم التبرع بالدم في ١٥ ديسمبر الساعة ٩ صباحاً في مركز المعارض')
    expect(t.say('لا')).toBe('ما الذي تودون تغييره؟')
    expect(t.press('المكان')).toMatch(/أين تقام؟[\s\S]*الحالي: مركز المعارض/)
    expect(t.say('فندق الخليج')).toContain('المكان: فندق الخليج')
    t.say('نعم')
    expect(t.saved()).toBe(true)
  })
})

describe('choosing', () => {
  test('a weekday and a date that disagree: both are shown, and only the one that is pressed is taken', () => {
    const t = talk('submit', 'en')
    expect(t.begin('Vaccination day on Sunday 14 December at 9am at Bahrain Bay')).toContain('do not agree')
    expect(t.buttons()).toEqual(['Monday 14 December 2026, 9:00 am', 'Sunday 13 December 2026, 9:00 am', 'Cancel'])
    expect(t.press('Sunday 13 December 2026, 9:00 am')).toContain('Date: Sunday 13 December 2026, 9:00 am')
  })

  test('the time may stand elsewhere in the sentence: it holds for both', () => {
    const t = talk('submit', 'en')
    t.begin('Sunday 14 December Vaccination day at 9am')
    expect(t.buttons()).toEqual(['Monday 14 December 2026, 9:00 am', 'Sunday 13 December 2026, 9:00 am', 'Cancel'])
  })

  test('a choice is understood by its name, and what is no choice is told', () => {
    const t = talk('hijri', 'en')
    t.begin()
    t.say('Ramadan')
    expect(t.say('sideways')).toContain('I do not know sideways')
    expect(t.say('a day later')).toContain('Direction: A day later')
  })
})

describe('another activity while one is open', () => {
  test('go on, or start anew with what was just written', () => {
    const t = talk('submit', 'en')
    t.begin(whole)
    expect(t.say('Book fair on 20 December at 4pm at Bahrain Fort', { fresh: true })).toContain('Shall we go on with it?')
    expect(t.buttons()).toEqual(['Go on', 'Start anew'])
    expect(t.press('Go on')).toContain('Title: Blood donation day')
    t.say('Book fair on 20 December at 4pm at Bahrain Fort', { fresh: true })
    expect(t.press('Start anew')).toContain('Title: Book fair')
  })
})

describe('editing the message a draft came from', () => {
  test('what it says now is taken, and what it no longer says goes', () => {
    const t = talk('submit', 'en')
    t.begin(whole)
    expect(t.edit('Blood donation day on 16 December at 9am')).toContain('Where will it be held?')
    expect(t.values()).toMatchObject({ when: { start: '2026-12-16T09:00:00+03:00' } })
    expect(t.values()).not.toHaveProperty('venue')
  })

  test('a correction that was made since stays, where the message says what it said', () => {
    const t = talk('submit', 'en')
    t.begin('Blod donation day on 15 December at 9am at the Gulf Hotel')
    t.say('no, at 11')
    t.say('change the venue to Bahrain Bay')
    const card = t.edit(whole)
    expect(card).toContain('Title: Blood donation day')
    expect(card).toContain('11:00 am')
    expect(card).toContain('Venue: Bahrain Bay')
    expect(t.edit('Blood donation day on 15 December at 9am at Bahrain Fort')).toContain('Venue: Bahrain Fort')
  })
})

describe('the form', () => {
  test('shows what is known, and sent off as it is changes nothing', () => {
    const t = talk('edit', 'en')
    t.begin()
    const had = t.values()
    expect(t.press('Form')).toBe('Edit an activity')
    expect(Object.fromEntries(t.form().inputs.map(i => [i.id, i.value]))).toMatchObject({
      title: 'Blood donation day',
      when: '2026-12-15',
      time: '09:00',
      endTime: '13:00',
      partners: ['youth', 'works'],
      visibility: 'centre',
      embargoDay: '2026-12-10',
    })
    t.fill({})
    expect(t.saved()).toBe(true)
    // A partner the network does not know has no input, and stays all the same.
    expect(t.values()).toEqual(had)
  })

  test('mistakes stand at their inputs with what was typed; what was right is taken, what was wrong loses nothing', () => {
    const t = talk('submit', 'en')
    t.begin(whole)
    t.fill({ title: 'x', when: '2026-12-15', time: '18:00', endTime: '17:00', venue: 'Bahrain Bay', kind: 'nonsense' })
    const at = Object.fromEntries(t.form().inputs.map(i => [i.id, i]))
    expect(at.title).toMatchObject({ value: 'x', problem: expect.stringContaining('at least') })
    expect(at.endTime).toMatchObject({ value: '17:00', problem: expect.stringContaining('before the start') })
    expect(at.kind).toMatchObject({ problem: expect.stringContaining('nonsense') })
    expect(at.venue?.problem).toBeUndefined()
    expect(t.values()).toMatchObject({
      title: 'Blood donation day',
      when: { kind: 'timed', start: '2026-12-15T09:00:00+03:00' },
      venue: 'Bahrain Bay',
    })
    expect(t.saved()).toBe(false)
  })

  test('a past date is told at its input, and the date that stood there stands', () => {
    const t = talk('submit', 'en')
    t.begin(whole)
    t.fill({ when: '2026-01-05' })
    expect(t.form().inputs.find(i => i.id === 'when')?.problem).toContain('already past')
    expect(t.values()).toMatchObject({ when: { start: '2026-12-15T09:00:00+03:00' } })
  })

  test('what is emptied goes; what is needed may not be emptied', () => {
    const t = talk('submit', 'en')
    t.begin(whole)
    t.fill({ venue: '' })
    expect(t.saved()).toBe(true)
    expect(t.values()).not.toHaveProperty('venue')
    t.fill({ title: ' ' })
    expect(t.form().inputs.find(i => i.id === 'title')?.problem).toBe('This is needed.')
    expect(t.values()).toMatchObject({ title: 'Blood donation day' })
  })

  test('a time beside several days needs its end, and is never dropped', () => {
    const t = talk('submit', 'en')
    t.begin(whole)
    t.fill({ when: '2026-12-20', time: '16:00', endDay: '2026-12-22', endTime: '' })
    expect(t.form().inputs.find(i => i.id === 'endTime')?.problem).toBe('This is needed.')
    t.fill({ when: '2026-12-20', time: '16:00', endDay: '2026-12-22', endTime: '20:00' })
    expect(t.values()).toMatchObject({ when: { kind: 'timed', start: '2026-12-20T16:00:00+03:00', end: '2026-12-22T20:00:00+03:00' } })
  })
})
