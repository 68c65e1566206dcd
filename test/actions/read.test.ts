/** Sentences read into actions: what, whose, until when; and which texts are headed as one. */
import { describe, expect, test } from 'vitest'
import { addedIn } from '../../src/actions/list.ts'
import { readAction } from '../../src/actions/read.ts'
import { labelOf } from '../../src/understanding/labels.ts'
import { asking } from '../voice.ts'

const known = {
  people: [
    { id: 'p1', organizationId: 'health', names: ['سارة الخالدي', 'Sara Alkhalidi'] },
    { id: 'p2', organizationId: 'health', names: ['هدى سالم', 'Huda Salem'] },
    { id: 'p3', organizationId: 'youth', names: ['سارة يوسف', 'Sara Yousif'] },
  ],
  nextMeeting: '2026-12-06',
}
const read = (text: string, to: string | null = null) => readAction(text, asking(/[ء-ي]/.test(text) ? 'ar' : 'en').context, known, to)

describe('an action, on Tuesday 24 November 2026', () => {
  test.each([
    ['health sends the photo list by Thursday', { text: 'Health sends the photo list', organization: 'health', dueOn: '2026-11-26' }],
    ['The Ministry of Health to send the photo list before 10 December', { organization: 'health', dueOn: '2026-12-09' }],
    ['the centre prepares a draft within two weeks', { text: 'The centre prepares a draft', organization: 'centre', dueOn: '2026-12-08' }],
    ['health: send the photo list, due 10 December.', { text: 'Send the photo list', organization: 'health', dueOn: '2026-12-10' }],
    ['By Thursday, health sends the photo list', { text: 'Health sends the photo list', dueOn: '2026-11-26' }],
    ['Huda Salem sends the list by the end of the month', { organization: 'health', member: 'p2', dueOn: '2026-11-30' }],
    ['works to report at the next meeting', { text: 'Works to report', organization: 'works', dueOn: '2026-12-06' }],
    [
      'review the report of 3 November with health',
      { text: 'Review the report of 3 November with health', organization: undefined, dueOn: undefined },
    ],
    ['send the list to the centre, the Ministry of Works by Thursday', { organization: 'works' }],
    ['إرسال القائمة للمركز', { organization: undefined }],
    ['هدى سالم تزود المركز بالقائمة يوم ٣ ديسمبر', { organization: 'health', member: 'p2', dueOn: '2026-12-03' }],
    ['send the photo list', { text: 'Send the photo list', organization: undefined, dueOn: undefined }],
    ['وزارة الصحة ترسل قائمة الصور قبل يوم الخميس', { text: 'وزارة الصحة ترسل قائمة الصور', organization: 'health', dueOn: '2026-11-25' }],
    ['ترسل وزارة الصحة قائمة الصور في موعد أقصاه ١٠ ديسمبر', { text: 'ترسل وزارة الصحة قائمة الصور', dueOn: '2026-12-10' }],
    ['سارة من وزارة الصحة ترسل القائمة بحلول الأحد القادم', { organization: 'health', member: 'p1', dueOn: '2026-11-29' }],
    ['يعد مركز الاتصال مسودة البيان خلال أسبوعين', { text: 'يعد مركز الاتصال مسودة البيان', organization: 'centre', dueOn: '2026-12-08' }],
    ['تقدم وزارة الأشغال تقريرها قبل الاجتماع القادم', { text: 'تقدم وزارة الأشغال تقريرها', organization: 'works', dueOn: '2026-12-06' }],
  ])('%s', (text, wanted) => {
    expect(read(text)).toMatchObject(Object.fromEntries(Object.entries(wanted).filter(([, v]) => v !== undefined)))
    for (const [name, v] of Object.entries(wanted)) if (v === undefined) expect(read(text)).not.toHaveProperty(name)
  })

  test('whose it is may be said before the text', () => {
    expect(read('send the photo list to youth by Thursday', 'for the Ministry of Health')).toMatchObject({ organization: 'health' })
    expect(read('إرسال القائمة', 'على وزارة الصحة')).toMatchObject({ organization: 'health', text: 'إرسال القائمة' })
  })
})

describe('what a text says it is', () => {
  test.each([
    ['action: health sends the list', 'action', null],
    ['Follow-up action: x y', 'action', null],
    ['new action item: x', 'action', null],
    ['Action for health: send the list', 'action', 'for health'],
    ['إجراء: ترسل الصحة القائمة', 'action', null],
    ['إجراء متابعة: ترسل الصحة القائمة', 'action', null],
    ['سجّل إجراء متابعة على وزارة الصحة: إرسال القائمة', 'action', 'على وزارة الصحة'],
    ['decision: one voice', 'decision', null],
    ['Decision - one voice', 'decision', null],
    ['قرار: توحيد الرسائل', 'decision', null],
    ['تقرر: توحيد الرسائل', 'decision', null],
    ['قرار رقم ٢: توحيد الرسائل', 'decision', null],
    ['Decision no. 3: one voice', 'decision', null],
    ['We agreed: one voice', 'decision', null],
    ['تم الاتفاق على: توحيد الرسائل', 'decision', null],
  ])('%s', (text, label, to) => {
    expect(labelOf(text)).toMatchObject({ label, to })
  })
  test.each([
    'Decision day: a forum on 5 December',
    'Action plan launch: 5 December',
    'قرار مجلس الوزراء: مؤتمر صحفي',
    'circular: read this',
    'a decision',
  ])('%s is neither', text => expect(labelOf(text)).toBeNull())
  test.each([
    ['add an action for health to send the list by Thursday', 'health to send the list by Thursday'],
    ['record a follow-up action', ''],
    ['أضف إجراء متابعة على وزارة الصحة بإرسال القائمة', 'وزارة الصحة بإرسال القائمة'],
    ['سجل إجراء متابعة جديد', ''],
  ])('%s adds one', (text, body) => expect(addedIn(text)?.body).toBe(body))
  test.each(['my actions', 'which actions are still open?', 'ما إجراءات المتابعة علينا؟'])('%s asks for the list', text =>
    expect(addedIn(text)).toBeNull(),
  )
})
