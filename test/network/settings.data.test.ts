/** An admin sets the network's own settings, and what is computed from them follows; a channel is named for the announcements. */
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { changes } from '../../db/schema.ts'
import { zoneIn } from '../../src/network/settings.ts'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

test('an admin sees the settings as they stand, changes some in a sentence each, and saves', async () => {
  const card = await h.say('admin', 'network settings')
  expect(card.text).toContain('Time zone: Asia/Bahrain')
  expect(card.text).toContain('Weekend: Friday and Saturday')
  await h.press('admin', 'Change')
  await h.press('admin', 'Weekend')
  expect((await h.say('admin', 'Saturday and Sunday')).text).toContain('Weekend: Saturday and Sunday')
  await h.press('admin', 'Change')
  await h.press('admin', 'Working hours')
  expect((await h.say('admin', '08:00 to 15:00')).text).toContain('Working hours: 8:00 am to 3:00 pm')
  expect((await h.press('admin', 'Save')).text).toContain('The settings are saved.')
  const { settings } = await h.network()
  expect(settings).toMatchObject({ weekend: [6, 7], workingHours: { from: '08:00', to: '15:00' }, zone: 'Asia/Bahrain' })
  // What others had set stays.
  expect(settings.meeting.rule).toBe('FREQ=MONTHLY;BYDAY=1SU')
})

test('meetings keep their wall time in another zone, and deadlines follow', async () => {
  expect((await h.say('admin', 'when is the next meeting?')).text).toContain('Sunday 6 December 2026, 10:00 am')
  await h.say('admin', 'network settings')
  await h.press('admin', 'Change')
  await h.press('admin', 'Time zone')
  expect((await h.say('admin', 'Atlantis')).text).toContain('I know no time zone called Atlantis')
  expect((await h.say('admin', 'Dubai')).text).toContain('Time zone: Asia/Dubai')
  await h.press('admin', 'Save')
  expect((await h.say('admin', 'when is the next meeting?')).text).toContain('Sunday 6 December 2026, 10:00 am')
})

test('a form begun on older settings overwrites nothing', async () => {
  await h.say('admin', 'network settings')
  const form = h.formOf((await h.press('admin', 'Form', { dialog: true })).reply)
  await h.fill('admin', form, { ...Object.fromEntries(form.inputs.map(i => [i.id, i.value ?? ''])), hours: '09:00–15:00' }, 'en')
  const stale = await h.fill(
    'admin',
    form,
    { ...Object.fromEntries(form.inputs.map(i => [i.id, i.value ?? ''])), hours: '06:00–15:00' },
    'en',
  )
  expect(stale.text).toMatch(/dealt with already|changed meanwhile/)
  expect((await h.network()).settings.workingHours).toEqual({ from: '09:00', to: '15:00' })
})

test('how long before an action is due its people are reminded is a setting, and what is open follows', async () => {
  await h.say('centre', 'action for health: send the photo list by 10 December')
  await h.press('centre', 'Add the action')
  await h.say('admin', 'network settings')
  const form = h.formOf((await h.press('admin', 'Form', { dialog: true })).reply)
  await h.fill('admin', form, { ...Object.fromEntries(form.inputs.map(i => [i.id, i.value ?? ''])), actionDays: '4' }, 'en')
  expect((await h.network()).settings.actionDays).toBe(4)
  const reminded = () => h.shown.filter(s => s.to === 'health' && JSON.stringify(s.view).includes('photo list')).length
  await h.moveTo('2026-12-03T20:00:00+03:00')
  const before = reminded()
  // Four working days before Thursday the tenth, Friday and Saturday being none.
  await h.moveTo('2026-12-06T08:00:00+03:00')
  expect(reminded()).toBe(before + 1)
  expect(h.errors).toEqual([])
})

test('nobody but an admin sets them', async () => {
  expect((await h.say('health', 'network settings')).text).toContain('This is for administrators. Please ask them.')
  expect((await h.say('centre', 'إعدادات الشبكة')).text).toContain('مديري النظام')
})

test('editions are announced in the channel that a coordinator names, and it must be a channel', async () => {
  expect((await h.say('centre', 'announce here')).text).toContain('in the channel where editions')
  const told = await h.say('centre', 'announce here', { place: { kind: 'channel', id: 'C-plan' } })
  expect(told.text).toContain('Editions will be posted in that channel')
  expect((await h.say('youth', 'announce here', { place: { kind: 'channel', id: 'C-other' } })).text).not.toContain('will be posted')
  await h.moveTo('2026-11-29T14:16:00+03:00')
  expect(h.shown.filter(s => s.to === 'C-plan').map(s => s.view.summary)).toEqual([expect.stringContaining('صدر الإصدار ١')])
  expect(h.shown.filter(s => s.to === 'C-other' && s.onlyTo === undefined)).toEqual([])
})

test.each([
  ['our weekend is Saturday and Sunday', 'Weekend: Saturday and Sunday (before: Friday and Saturday)'],
  ['the weekend is Friday only', 'Weekend: Friday (before: Friday and Saturday)'],
  ['please add Thursday to the weekend', 'Weekend: Thursday, Friday and Saturday (before: Friday and Saturday)'],
  ['drop Friday from the weekend', 'Weekend: Saturday (before: Friday and Saturday)'],
  ['العطلة الأسبوعية السبت والأحد', 'نهاية الأسبوع: السبت والأحد (قبل التغيير: الجمعة والسبت)'],
  ['عطلة نهاية الأسبوع عندنا الجمعة فقط', 'نهاية الأسبوع: الجمعة (قبل التغيير: الجمعة والسبت)'],
  ['احذف السبت من العطلة الأسبوعية', 'نهاية الأسبوع: الجمعة (قبل التغيير: الجمعة والسبت)'],
  ['working hours are 7:30 to 2:30', 'Working hours: 7:30 am to 2:30 pm (before: 7:00 am to 2:15 pm)'],
  ['we work from eight to three', 'Working hours: 8:00 am to 3:00 pm (before: 7:00 am to 2:15 pm)'],
  ['ساعات العمل من ٧ إلى ٢', 'ساعات العمل: من ٧:٠٠ صباحاً إلى ٢:٠٠ مساءً (قبل التغيير: من ٧:٠٠ صباحاً إلى ٢:١٥ مساءً)'],
  ['دوامنا من الثامنة إلى الثالثة', 'ساعات العمل: من ٨:٠٠ صباحاً إلى ٣:٠٠ مساءً (قبل التغيير: من ٧:٠٠ صباحاً إلى ٢:١٥ مساءً)'],
  ['the time zone is Dubai', 'Time zone: Asia/Dubai (before: Asia/Bahrain)'],
  ['hide the Hijri date', 'Hijri date: Not shown (before: Shown)'],
  ['أخفوا التاريخ الهجري', 'التاريخ الهجري: لا يظهر (قبل التغيير: يظهر)'],
  ['please use Latin digits in the text', 'Digits in Arabic text: 0123 (before: ٠١٢٣)'],
  ['remind people of actions 3 working days before', 'Remind of an action, working days before: 3 (before: 2)'],
  ['أرسلوا الدعوة قبل الاجتماع بـ٤ أيام', 'إرسال دعوة الاجتماع قبل (أيام عمل): ٤ (قبل التغيير: ٥)'],
  ['rename the network to Gulf Network', 'Name in English: Gulf Network (before: Government Communication Network)'],
  ['غيّروا اسم الشبكة إلى الشبكة الخليجية', 'الاسم بالعربية: الشبكة الخليجية (قبل التغيير: شبكة الاتصال الحكومي)'],
])('a setting is stated in one sentence, and its card says what was before: «%s»', async (said, line) => {
  expect((await h.say('admin', said)).text.split('\n')[1]).toBe(line)
})

test('a stated setting is saved with one press and stands on the record with what was before', async () => {
  await h.say('admin', 'ساعات العمل من ٧:٣٠ إلى ٢:٣٠')
  expect((await h.press('admin', 'حفظ')).text).toContain('ساعات العمل: من ٧:٣٠ صباحاً إلى ٢:٣٠ مساءً')
  expect((await h.network()).settings.workingHours).toEqual({ from: '07:30', to: '14:30' })
  const [row] = await h.db
    .select()
    .from(changes)
    .where(and(eq(changes.entity, 'settings'), eq(changes.entityId, 'network')))
  expect(row).toMatchObject({ before: { hours: { from: '07:00', to: '14:15' } }, after: { hours: { from: '07:30', to: '14:30' } } })
})

test('a value that nobody can read is asked for again, and what only speaks of a weekend sets none', async () => {
  expect((await h.say('admin', 'change the weekend to Blursday')).text).toContain('Blursday')
  await h.say('admin', 'cancel')
  expect((await h.say('admin', 'the weekend market is on Saturday and Sunday')).text).not.toContain('before:')
  expect((await h.say('health', 'our weekend is Saturday and Sunday')).text).toContain('This is for administrators')
})

test('sectors are added to and taken from by a sentence', async () => {
  const sectors = async () => (await h.network()).settings.sectors?.map(s => [s.ar ?? s.en, s.organizations.length])
  await h.say('admin', 'أضف قطاع السياحة: هيئة السياحة')
  expect((await h.press('admin', 'حفظ')).text).toContain('القطاعات: السياحة: هيئة السياحة والمعارض')
  await h.say('admin', 'add the sector Health: Ministry of Health')
  await h.press('admin', 'Save')
  await h.say('admin', 'add the Health sector: Ministry of Youth Affairs')
  await h.press('admin', 'Save')
  expect(await sectors()).toEqual([
    ['السياحة', 1],
    ['Health', 2],
  ])
  expect((await h.say('admin', 'احذف قطاع الزراعة')).text).toContain('لا يوجد قطاع باسم الزراعة')
  await h.say('admin', 'إلغاء')
  await h.say('admin', 'احذف قطاع السياحة')
  await h.press('admin', 'حفظ')
  expect(await sectors()).toEqual([['Health', 2]])
})

test('a zone is known by its name or its city, and nothing else is one', () => {
  expect([
    zoneIn('Asia/Bahrain'),
    zoneIn('bahrain'),
    zoneIn('Riyadh'),
    zoneIn('kuwait'),
    zoneIn('UTC'),
    zoneIn('nowhere'),
    zoneIn(''),
  ]).toEqual(['Asia/Bahrain', 'Asia/Bahrain', 'Asia/Riyadh', 'Asia/Kuwait', 'UTC', null, null])
})
