/** Sentences read into actions: what, whose, until when; and which texts are headed as one. */
import { describe, expect, test } from 'vitest'
import { addedIn } from '../../src/actions/list.ts'
import { readAction } from '../../src/actions/read.ts'
import { organizations } from '../../src/sample/names.ts'
import { labelOf } from '../../src/understanding/labels.ts'
import { asking } from '../voice.ts'

const known = {
  people: [
    { id: 'p1', organizationId: 'health', names: ['سارة الخالدي', 'Sara Alkhalidi'] },
    { id: 'p2', organizationId: 'health', names: ['هدى سالم', 'Huda Salem'] },
    { id: 'p3', organizationId: 'youth', names: ['سارة يوسف', 'Sara Yousif'] },
  ],
  nextMeeting: '2026-12-06',
  all: organizations.map(o => o.handle).filter(id => id !== 'centre'),
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

  test.each([
    [
      'Health and Education send their photos by Thursday',
      ['health', 'education'],
      { text: 'Health and Education send their photos', dueOn: '2026-11-26' },
    ],
    ['health, works and youth to name a speaker', ['health', 'works', 'youth'], {}],
    ['the Ministry of Health as well as the Ministry of Works send the list', ['health', 'works'], {}],
    ['health and works: send the list to tourism', ['health', 'works'], { text: 'Send the list to tourism' }],
    ['ترسل وزارة الصحة ووزارة الأشغال صورهما قبل الخميس', ['health', 'works'], { dueOn: '2026-11-25' }],
    ['على الصحة والأشغال وكذلك شؤون الشباب إرسال القائمة', ['health', 'works', 'youth'], {}],
  ])('of several: %s', (said, owners, more) => {
    const { organization, organizations: all, ...rest } = read(said)
    expect([organization, all]).toEqual([undefined, owners])
    expect(rest).toMatchObject(more)
  })

  test.each([
    ['all organizations send their figures by Sunday', []],
    ['every organization names a speaker', []],
    ['everyone sends their plan', []],
    ['all organizations except Health and Works send their figures', ['health', 'works']],
    ['على جميع الجهات إرسال أرقامها قبل الأحد', []],
    ['ترسل كل الجهات أرقامها', []],
    ['على الجهات كافة إرسال أرقامها', []],
    ['على جميع الجهات عدا وزارة الصحة إرسال أرقامها', ['health']],
    ['ترسل كل جهة خطتها باستثناء وزارة الصحة', []],
  ])('of all: %s', (said, but) => {
    expect(read(said).organizations).toEqual(known.all.filter(id => !but.includes(id)))
  })

  test('all to whom something is sent owe nothing; all ministries are the ministries', () => {
    expect(read('the centre sends the list to all organizations').organization).toBe('centre')
    expect(read('send the list to all organizations')).not.toHaveProperty('organizations')
    expect(read('إرسال القائمة إلى جميع الجهات')).not.toHaveProperty('organizations')
    expect(read('تزويد المركز لجميع الجهات بالقائمة')).not.toHaveProperty('organizations')
    expect(read('send the list', 'for all organizations').organizations).toEqual(known.all)
    const ministries = read('all ministries send their figures').organizations ?? []
    expect([ministries.includes('health'), ministries.includes('tourism')]).toEqual([true, false])
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
