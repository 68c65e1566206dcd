/** Sentences about support read: what is asked for and for what, by when, how urgent; duties; moments of reminders. */
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { settings } from '../../src/sample/settings.ts'
import { gatherDuty } from '../../src/support/duty.ts'
import { gather } from '../../src/support/fields.ts'
import { heardSupport } from '../../src/support/heard.ts'
import { momentsOf, workingDaysAfter } from '../../src/support/moments.ts'
import type { Calendar } from '../../src/time/working-days.ts'
import { languageOf } from '../../src/understanding/language.ts'
import { understand } from '../../src/understanding/understand.ts'
import { activity } from '../dialogue/forms.ts'
import { asking } from '../voice.ts'

const read = (text: string, activities = [activity]) =>
  gather(text, asking(languageOf(text) ?? 'en'), {}, { activities, own: 'health', others: false }).values

describe('what is asked for', () => {
  test.each([
    ['we need a photographer for the health walk on 6 December', { kinds: ['photography'], details: 'Health walk', dueOn: '2026-12-06' }],
    [
      'نحتاج مصوراً ومترجماً لحفل الافتتاح يوم ٦ ديسمبر',
      { kinds: ['photography', 'translation'], details: 'حفل الافتتاح', dueOn: '2026-12-06' },
    ],
    ['urgent: we need crisis advice now', { kinds: ['crisis'], urgent: 'yes' }],
    ['نبي مصور فيديو للمؤتمر', { kinds: ['videography'], details: 'المؤتمر' }],
    // How many, which text, at what hour: kept as it was written.
    [
      'we need two photographers at the stadium on 6 December',
      { kinds: ['photography'], dueOn: '2026-12-06', details: 'we need two photographers at the stadium on 6 December' },
    ],
    // The activity tells what it is for, and its day when.
    ['we need an interpreter for the blood donation day', { kinds: ['translation'], activity: 'a1' }],
    ['photographer needed for A-2026-0142', { kinds: ['photography'], activity: 'a1' }],
    // What it says besides is kept, too.
    [
      'we need a photographer for the blood donation day, please ask for Sara at gate two',
      {
        kinds: ['photography'],
        activity: 'a1',
        details: 'we need a photographer for the blood donation day, please ask for Sara at gate two',
      },
    ],
  ])('%s', (text, values) => expect(read(text)).toEqual(values))

  test('"by" is that day, "before" the day before it, and what is over is said', () => {
    expect(read('we need a translator by 6 December').dueOn).toBe('2026-12-06')
    expect(read('نحتاج مترجماً قبل ٦ ديسمبر').dueOn).toBe('2026-12-05')
    const yesterday = gather('we need a photographer yesterday', asking('en'), {}, { activities: [], own: 'health', others: false })
    expect(yesterday.values.dueOn).toBeUndefined()
    expect(yesterday.problems.map(p => p.field)).toEqual(['dueOn'])
  })
})

describe('what is wanted', () => {
  test.each([
    [
      'tell S-2026-0007: the photographer arrives at 9',
      { what: 'message', reference: 'S-2026-0007', text: 'the photographer arrives at 9' },
    ],
    ['رد على S-٢٠٢٦-٠٠٠٧: المصور يصل ٩', { what: 'message', reference: 'S-2026-0007', text: 'المصور يصل ٩' }],
    ['reply to S-2026-0007', { what: 'message', reference: 'S-2026-0007', text: '' }],
    ['S-2026-0007', { what: 'one', reference: 'S-2026-0007', deed: 'open' }],
    ['S-2026-0007 is not done yet', { what: 'one', reference: 'S-2026-0007', deed: 'notYet' }],
    ['S-2026-0007 is done', { what: 'one', reference: 'S-2026-0007', deed: 'done' }],
    ['we do not need S-2026-0007 any more', { what: 'one', reference: 'S-2026-0007', deed: 'withdraw' }],
    ['نسحب S-2026-0007', { what: 'one', reference: 'S-2026-0007', deed: 'withdraw' }],
    ['شكراً على S-2026-0007', { what: 'one', reference: 'S-2026-0007', deed: 'thanks' }],
    ['who is on duty?', { what: 'duty', deed: 'who' }],
    ['take Talal off duty', { what: 'duty', deed: 'end' }],
    ['which requests are overdue?', { what: 'list', mine: false, overdue: true }],
  ])('%s', (text, heard) => expect(heardSupport(text)).toEqual(heard))
})

test('support in a name is asked of nobody; coverage to come is asked for, and what has been is looked at', () => {
  const intent = (text: string) => understand(text, asking(languageOf(text) ?? 'en').context).intent
  expect(intent('Coming soon: wage support programme for nursery staff')).toBe('submit')
  expect(intent('get me press coverage for the book fair')).toBe('support')
  expect(intent('show the coverage of the book fair')).not.toBe('support')
  expect(intent('who do I call at the centre after hours?')).toBe('support')
})

describe('a duty', () => {
  const colleagues = [
    { id: 'noora', name: { ar: 'نورة سالم', en: 'Noora Salem' } },
    { id: 'talal', name: { ar: 'طلال جمال', en: 'Talal Jamal' } },
  ].map(m => ({ ...m, organizationId: 'centre', email: null, roles: ['coordinator' as const], language: 'ar' as const, active: true }))
  const duty = (text: string) => gatherDuty(text, asking(languageOf(text) ?? 'en'), {}, { colleagues }).values
  const day = asking('en').context.now.slice(0, 10)
  test.each([
    ['put Noora on duty until 26 November', { who: 'noora', from: day, until: '2026-11-26' }],
    ['Talal is on duty from 29 November to 3 December', { who: 'talal', from: '2026-11-29', until: '2026-12-03' }],
    ['طلال مناوب يوم ٢٧ نوفمبر', { who: 'talal', from: '2026-11-27', until: '2026-11-27' }],
    ['المناوبة من ٢٩ نوفمبر حتى ٣ ديسمبر: نورة', { who: 'noora', from: '2026-11-29', until: '2026-12-03' }],
  ])('%s', (text, values) => expect(duty(text)).toEqual(values))
})

describe('moments', () => {
  const calendar: Calendar = { ...settings, holidays: [{ from: '2026-12-16', to: '2026-12-17' }], hijriShifts: {} }
  const at = (text: string) => Temporal.Instant.from(text)
  const later = (from: string, days: number) =>
    workingDaysAfter(calendar, at(from), days).toZonedDateTimeISO('Asia/Bahrain').toPlainDateTime().toString()

  test('a working day is the same hour of the next one; what comes after work counts from the next opening', () => {
    expect(later('2026-11-24T09:00:00+03:00', 1)).toBe('2026-11-25T09:00:00')
    expect(later('2026-11-26T20:00:00+03:00', 1)).toBe('2026-11-30T07:00:00')
    expect(later('2026-12-15T09:00:00+03:00', 1)).toBe('2026-12-20T09:00:00')
  })

  test('nothing falls due of what is over', () => {
    const r = {
      state: 'asked' as const,
      dueOn: '2026-12-06',
      urgent: true,
      askedAt: at('2026-11-24T09:00:00+03:00'),
      changedAt: at('2026-11-24T09:00:00+03:00'),
      doneAt: null,
    }
    const now = r.askedAt
    expect(Object.keys(momentsOf(calendar, r, now)).sort()).toEqual(['overdue', 'soon', 'untaken', 'urgentUntaken'])
    expect(Object.keys(momentsOf(calendar, { ...r, state: 'taken' }, now)).sort()).toEqual(['overdue', 'soon'])
    for (const state of ['closed', 'declined', 'withdrawn'] as const) expect(momentsOf(calendar, { ...r, state }, now)).toEqual({})
  })
})
