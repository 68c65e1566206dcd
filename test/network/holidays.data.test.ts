/** The centre's calendar: holidays shown, decreed, removed; a Hijri month moved; the hours of Ramadan; the years filled in ahead. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as due from '../../db/due.ts'
import * as networkDb from '../../db/network.ts'
import * as people from '../../db/people.ts'
import { fillDue, fillYears, nextFill } from '../../src/network/holidays-fill.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { house, network, seed } from './small-network.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.reset()
  await seed(database.db)
  await fillYears(database.db, network, { hijriShifts: {} }, 2026, 2027)
})

const changed = (h: ReturnType<typeof house>) => h.events.filter(e => e.kind === 'calendar.changed').length

test('coming holidays are shown with their Hijri dates and the hours of Ramadan', async () => {
  const h = house(database.db)
  const [shown] = await h.say('centre', 'اعرض العطل')
  expect(shown?.text).toContain('عيد الفطر')
  expect(shown?.text).toContain('شوال ١٤٤٨هـ')
  expect(shown?.text).toContain('ساعات العمل في رمضان: من ٨:٠٠ صباحاً إلى ٢:٠٠ مساءً')
  expect(shown?.text).not.toContain('2026-06')
})

test('a decreed holiday is added by a sentence, moves what is computed in the same turn, and is removed with a question', async () => {
  const h = house(database.db)
  const asked = await h.say('centre', 'add a holiday on 20 December')
  expect(asked[0]?.text).toContain('called')
  const card = await h.say('centre', 'Day of mourning')
  expect(card[0]?.text).toContain('20 December 2026')
  const saved = await h.press('centre', card, 'draft.submit')
  expect(saved[0]?.text).toContain('Day of mourning was added')
  expect(changed(h)).toBe(1)
  const rows = await networkDb.holidaysFrom(database.db, network.id, '2026-12-20')
  const added = rows.find(r => r.source === 'decree')
  expect(added).toMatchObject({ from: '2026-12-20', to: '2026-12-20', nameEn: 'Day of mourning' })

  const remove = saved.flatMap(s => s.actions).find(a => a.press.name === 'holidays.remove' && a.press.args.id === added?.id)
  if (!remove) throw new Error('no button to remove it')
  const question = await h.pressAction('centre', remove)
  expect(question[0]?.text).toContain('working days again')
  await h.press('centre', question, 'holidays.removed')
  expect(await networkDb.holiday(database.db, network.id, added?.id ?? '')).toBeNull()
  expect(changed(h)).toBe(2)
  const twice = await h.press('centre', question, 'holidays.removed')
  expect(twice[0]?.text).toContain('removed already')
  expect(changed(h)).toBe(2)
})

test('the end before the beginning is asked for again and nothing given is lost', async () => {
  const h = house(database.db)
  const { seen, reply } = await h.take('centre', {
    kind: 'press',
    press: { name: 'holidays.add', args: {}, language: 'en' },
    dialog: true,
  })
  expect(seen).toEqual([])
  const form = reply.dialog?.parts.find(p => p.kind === 'form')
  if (form?.kind !== 'form') throw new Error('no form')
  const sent = await h.take('centre', {
    kind: 'answers',
    form: form.form,
    args: form.args,
    answers: { name: 'Bridge day', from: '2026-12-17', to: '2026-12-15' },
    language: 'en',
  })
  const back = sent.reply.dialog?.parts.find(p => p.kind === 'form')
  if (back?.kind !== 'form') throw new Error('no form back')
  expect(back.inputs.find(i => i.id === 'to')?.problem).toContain('ends before it begins')
  expect(back.inputs.find(i => i.id === 'name')?.value).toBe('Bridge day')
})

test.each([
  ['أضف عطلة يوم ٢٠ ديسمبر بمناسبة يوم الشهيد', 'يوم الشهيد'],
  ['أضف عطلة بمناسبة العيد الوطني يوم ٢٠ ديسمبر', 'العيد الوطني'],
  ['أضف عطلة رسمية باسم يوم الأسرة في ٢٠ ديسمبر', 'يوم الأسرة'],
  ["add a holiday on 20 December for Founders' Day", "Founders' Day"],
  ['add a holiday called Day of mourning on 20 December', 'Day of mourning'],
  ["add a holiday on 20 December: Founders' Day", "Name: Founders' Day"],
  ["20 December is a public holiday: Founders' Day", "Name: Founders' Day"],
  ["December 20 is a holiday, Founders' Day", "Name: Founders' Day"],
  ["add a holiday 20 December: يوم التأسيس / Founders' Day", "Name: يوم التأسيس / Founders' Day"],
  ['أضيفوا عطلة يوم ٢٠ ديسمبر: يوم التأسيس', 'الاسم: يوم التأسيس'],
  ['يوم ٢٠ ديسمبر إجازة العيد الوطني', 'الاسم: العيد الوطني'],
  ['٢٠ ديسمبر عطلة رسمية بمناسبة يوم الأسرة', 'الاسم: يوم الأسرة'],
  ['من ٢٠ إلى ٢٢ ديسمبر ٢٠٢٦ عطلة رسمية: إجازة المنتصف', 'الاسم: إجازة المنتصف'],
  ['أضف إجازة اليوم الرياضي في ٢٠ ديسمبر', 'الاسم: اليوم الرياضي'],
])('the name that is said with it is kept: %s', async (said, name) => {
  const [card] = await house(database.db).say('centre', said)
  expect(card?.text).toContain(name)
  expect(card?.text).toContain(/[a-z]/i.test(said) ? '20 December 2026' : '٢٠ ديسمبر ٢٠٢٦')
  expect(card?.actions.map(a => a.press.name)).toContain('draft.submit')
})

test('a holiday named in both languages is kept in both, and its card says what these days are already', async () => {
  const h = house(database.db)
  const card = await h.say('centre', "add a holiday on 16 December: يوم التأسيس / Founders' Day")
  expect(card[0]?.text).toContain('National Day is a holiday already')
  await h.press('centre', card, 'draft.submit')
  const rows = await networkDb.holidaysFrom(database.db, network.id, '2026-12-16')
  expect(rows.find(r => r.source === 'decree')).toMatchObject({ nameAr: 'يوم التأسيس', nameEn: "Founders' Day", from: '2026-12-16' })
})

test.each([
  ['remove the holiday on 1 January', "Remove New Year's Day"],
  ['drop Labour Day from the holidays', 'Remove Labour Day'],
  ['احذف عطلة عيد الفطر', 'هل تُزال عطلة عيد الفطر'],
])('a holiday that a sentence takes away is asked about: %s', async (said, question) => {
  const [shown] = await house(database.db).say('centre', said)
  expect(shown?.text).toContain(question)
  expect(shown?.actions.map(a => a.press.name)).toContain('holidays.removed')
})

test.each(['Ramadan hours are 9 to 1:30', 'ساعات رمضان من ٩ إلى ١:٣٠'])('the hours of Ramadan in a sentence: %s', async said => {
  const [card] = await house(database.db).say('centre', said)
  expect(card?.text).toMatch(/9:00 am to 1:30 pm|من ٩:٠٠ صباحاً إلى ١:٣٠ مساءً/)
})

test('what is said to be for some days has no name yet', async () => {
  const [card] = await house(database.db).say('centre', 'add a holiday for 20 December')
  expect(card?.text).toContain('called')
})

test('a Hijri month a day later: the effect is shown first, its holidays move with it, and twice is the most', async () => {
  const h = house(database.db)
  const card = await h.say('centre', 'تأخير شهر شوال يوماً في الشهر الهجري')
  expect(card[0]?.text).toContain('عيد الفطر')
  expect(card[0]?.text).toContain('١٠ مارس')
  const saved = await h.press('centre', card, 'draft.submit')
  expect(saved[0]?.text).toContain('يبدأ شوال ١٤٤٨هـ')
  const eid = async () => (await networkDb.holidaysFrom(database.db, network.id, '2027-03-01')).find(d => d.nameEn === 'Eid al-Fitr')
  expect(await eid()).toMatchObject({ from: '2027-03-10', to: '2027-03-12' })
  expect((await people.calendarRows(database.db, network.id)).shifts).toEqual({ '1448-10': 1 })
  expect(changed(h)).toBe(1)
  // The list in the same answer follows the month: the first of Shawwal is still the first.
  expect(saved[0]?.text).toContain('١ شوال ١٤٤٨هـ')
  await h.press('centre', await h.say('centre', 'move the Hijri month Shawwal a day later'), 'draft.submit')
  const third = await h.say('centre', 'move the Hijri month Shawwal a day later')
  expect(third[0]?.text).toContain('at most')
  expect(await eid()).toMatchObject({ from: '2027-03-11' })
})

test('the hours of Ramadan are set, and other settings stay', async () => {
  const h = house(database.db)
  const asked = await h.say('centre', 'please set the Ramadan hours')
  expect(asked[0]?.text).toContain('From when to when')
  const wrong = await h.say('centre', 'in the morning')
  expect(wrong[0]?.text).toContain('could not read two times')
  const card = await h.say('centre', '9:00 to 13:30')
  await h.press('centre', card, 'draft.submit')
  const after = await people.network(database.db, network.id)
  expect(after?.settings).toEqual({ ...network.settings, ramadanHours: { from: '09:00', to: '13:30' } })
  expect(changed(h)).toBe(1)
})

test('a member may not change the calendar, whichever button they make up', async () => {
  const h = house(database.db)
  expect((await h.say('health', 'add a holiday on 20 December'))[0]?.text).toContain('This is for')
  for (const name of ['holidays.add', 'holidays.month', 'holidays.hours', 'holidays.remove', 'holidays.removed', 'holidays.show']) {
    const [refused] = await h.pressAction('health', {
      label: '',
      press: { name, args: { id: 'hijri-1448-eid-al-fitr' }, language: 'en' },
      style: 'normal',
      opensForm: false,
    })
    expect(refused?.text).toContain('This is for')
  }
  expect(await networkDb.holiday(database.db, network.id, 'hijri-1448-eid-al-fitr')).not.toBeNull()
})

test('next year’s holidays are filled in a year ahead, and what was removed stays removed', async () => {
  const h = house(database.db)
  await networkDb.removeHoliday(database.db, network.id, 'hijri-1448-ashura')
  await due.set(database.db, network.id, { kind: fillDue, ...nextFill('Asia/Bahrain', 2028) })
  h.to('2027-01-03T08:00:00+03:00')
  await h.tick()
  const rows = await networkDb.holidaysFrom(database.db, network.id, '2026-01-01')
  expect(rows.some(r => r.from.startsWith('2028'))).toBe(true)
  expect(rows.some(r => r.id === 'hijri-1448-ashura')).toBe(false)
  expect((await due.openOf(database.db, network.id, fillDue, '%')).map(d => d.subject)).toEqual(['2029'])
  expect(changed(h)).toBe(1)
})
