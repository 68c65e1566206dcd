/** Workshops in conversation: offered by the centre, browsed, enrolled in, left, changed, cancelled; and what an officer's own workshop remains. */

import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rowsOf } from '../../db/client.ts'
import { houseRoutes } from '../../src/routes.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { house, type TestHouse, textOf } from '../house.ts'

let database: TestDatabase
let h: TestHouse
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.reset()
  h = await house(database)
})

const told = (who: string, what: RegExp) => h.shown.filter(s => s.to === who && s.op === 'send' && what.test(textOf(s.view))).length

const podcast =
  'add a workshop in the new media track: podcast production on 14 December from 9am to 1pm at the Gulf Hotel, 2 seats, trainer Dr Sami Nasser, with a certificate'
async function offered(text = podcast) {
  await h.say('centre', text)
  await h.say('centre', 'skip')
  return h.press('centre', 'Offer the workshop')
}

describe('the centre offers one', () => {
  test('in one sentence, on one card', async () => {
    const card = await h.say('centre', podcast)
    expect(card.text).toMatch(/Title: Podcast production|Podcast production/)
    expect(card.text).toMatch(/Track: New media/)
    expect(card.text).toMatch(/Monday 14 December 2026/)
    expect(card.text).toMatch(/Last day to enrol: Sunday 13 December 2026/)
    await h.say('centre', 'skip')
    expect((await h.press('centre', 'Offer the workshop')).text).toContain('W-2026-0001 is on offer')
    expect(h.errors).toEqual([])
  })

  test('in Arabic, asked only for what is missing', async () => {
    expect((await h.say('centre', 'نطرح دورة في التخطيط الاستراتيجي يوم الاثنين ١٤ ديسمبر الساعة ٩ صباحاً')).text).toContain(
      'كم عدد المقاعد',
    )
    expect((await h.say('centre', '٠')).text).toMatch(/٥٠٠/)
    expect((await h.say('centre', '١٥')).text).toContain('أين تُعقد')
    expect((await h.say('centre', 'مركز التدريب')).text).toContain('من يقدمها')
    expect((await h.say('centre', 'تخطي')).text).toContain('ما عنوانها باللغة الأخرى')
    const card = await h.say('centre', 'Strategic planning for officers')
    expect(card.text).toMatch(/المسار: التخطيط الاستراتيجي[\s\S]*العنوان باللغة الأخرى: Strategic planning for officers/)
    expect((await h.press('centre', 'طرح الورشة')).text).toContain('W-2026-0001')
    expect(h.errors).toEqual([])
  })

  test('nobody else does: an officer’s workshop is an activity of theirs', async () => {
    const own = await h.say('health', 'We are holding a workshop on nutrition on 14 December at 9am at the Gulf Hotel')
    expect(own.text).toMatch(/[Nn]utrition/)
    expect((await h.press('health', 'Submit')).text).toMatch(/A-2026-\d{4}/)
    await h.say('health', podcast)
    expect((await h.press('health', 'Submit')).text).toMatch(/A-2026-\d{4}/)
    expect((await h.say('health', 'what training is on offer?')).text).toContain('No workshop is open')
    expect(h.errors).toEqual([])
  })

  test('a coordinator’s own event on a workshop is still an activity', async () => {
    const own = await h.say('centre', 'We are holding a workshop on nutrition on 14 December at 9am at the Gulf Hotel')
    expect(own.views.length).toBeGreaterThan(0)
    expect((await h.press('centre', 'Submit')).text).toMatch(/A-2026-\d{4}/)
  })

  test('by the form, whatever is pressed twice', async () => {
    await h.say('centre', 'what training is on offer?')
    const form = h.formOf((await h.press('centre', 'Add a workshop', { dialog: true })).reply)
    const answers = {
      title: 'Reading the media',
      track: 'monitoring',
      when: '2026-12-14',
      time: '09:00',
      endDay: '',
      endTime: '12:00',
      place: 'https://meet.example/x',
      seats: '20',
      trainer: '',
      perOrganization: '',
      prerequisite: 'Strategic planning',
      lastDay: '',
      certificate: 'yes',
      otherTitle: 'قراءة الإعلام',
    }
    expect((await h.fill('centre', form, answers, 'en')).text).toContain('W-2026-0001 is on offer')
    expect((await h.fill('centre', form, answers, 'en')).text).toMatch(/W-2026-0001|already/)
    const { text } = await h.say('health', 'what training is on offer?')
    expect(text.match(/W-2026-/g)).toHaveLength(1)
    await h.press('health', 'Open')
    expect(textOf(h.last('health').view)).toContain('Prerequisite: The Strategic planning track first')
    expect((await h.say('health', 'ما الورش المتاحة؟')).text).toContain('قراءة الإعلام')
    expect(h.errors).toEqual([])
  })
})

test('one that is held today takes enrolments until it begins', async () => {
  await h.say(
    'centre',
    'offer a workshop on live reporting today from 1pm to 2pm at the Gulf Hotel, 5 seats, in the new media track, trainer Dr Sami Nasser',
  )
  await h.say('centre', 'skip')
  expect((await h.press('centre', 'Offer the workshop')).text).toContain('Last day to enrol: Tuesday 24 November 2026')
  expect((await h.say('health', 'enrol me in W-2026-0001')).text).toContain('You have a seat')
  await h.moveTo('2026-11-24T13:05:00+03:00')
  expect((await h.say('youth', 'enrol me in W-2026-0001')).text).toContain('Enrolment is closed')
  expect((await h.say('health', 'give up my seat in the live reporting workshop')).text).toContain('It has begun')
  expect(h.errors).toEqual([])
})

describe('an officer', () => {
  beforeEach(async () => {
    await offered()
  })

  test('browses, enrols by a press, and leaves by a sentence', async () => {
    const list = await h.say('health', 'what training is on offer?')
    expect(list.text).toMatch(/Podcast production\nW-2026-0001 · New media · .*2 seats left/)
    expect((await h.press('health', 'Enrol')).text).toContain('You have a seat in “Podcast production”')
    expect((await h.say('youth', 'what training is on offer?')).text).toContain('one seat left')
    expect((await h.say('health', 'I want to leave the workshop I enrolled in')).text).toContain('You have left “Podcast production”')
    expect((await h.say('youth', 'what training is on offer?')).text).toContain('2 seats left')
    expect(h.errors).toEqual([])
  })

  test('enrols by a sentence in Arabic, by its words, reference or track', async () => {
    expect((await h.say('health', 'سجلوني في ورشة الإعلام الجديد')).text).toContain('لكم مقعد في ورشة')
    expect((await h.say('youth', 'enroll me in W-2026-0001')).text).toContain('You have a seat')
    expect((await h.say('health', 'enrol me in the podcast workshop')).text).toContain('You have a seat')
    expect((await h.say('works', 'enrol me in W-2026-0009')).text).toContain('I know no workshop W-2026-0009')
    expect(h.errors).toEqual([])
  })

  test('an observer looks and does not enrol', async () => {
    expect((await h.say('observer', 'what training is on offer?')).text).toContain('Podcast production')
    expect((await h.say('observer', 'enrol me in the podcast workshop')).text).toContain('This is for')
  })

  test('enrols a colleague of their own organization, who is told and may leave', async () => {
    const done = await h.say('health', 'enrol my colleague Yusuf in the podcast workshop')
    expect(done.text).toContain('Yusuf Ahmed Aldoseri has a seat')
    expect(told('health-2', /enrolled you in|سجلكم/)).toBe(1)
    expect((await h.press('health-2', 'التنازل عن مقعدي').catch(() => h.press('health-2', 'Give up my seat'))).text).toMatch(
      /You have left|لم تعودوا مسجلين/,
    )
    const other = await h.say('health', 'enrol my colleague Noora Salman Alkaabi in the podcast workshop')
    expect(other.text).toContain('Noora Salman Alkaabi is with Ministry of Youth Affairs')
    expect((await h.say('centre', 'enrol Noora Salman Alkaabi in the podcast workshop')).text).toContain('Noora Salman Alkaabi has a seat')
    expect(h.errors).toEqual([])
  })
})

test('a colleague who cannot be written to is enrolled, and whoever did it is told to say so', async () => {
  await offered()
  await h.db.execute(sql`delete from accounts where "user" = 'health-2'`)
  const done = await h.say('health', 'enrol my colleague Yusuf in the podcast workshop')
  expect(done.text).toMatch(/Yusuf Ahmed Aldoseri has a seat[^\n]*\nI cannot write to Yusuf Ahmed Aldoseri/)
  expect((await h.say('health', 'enrol my colleague Zainab in the podcast workshop')).text).not.toContain('I cannot write')
  expect(h.errors).toEqual([])
})

describe('changed and cancelled', () => {
  beforeEach(async () => {
    await offered()
    await h.say('health', 'enrol me in the podcast workshop')
    await h.say('youth', 'enrol me in the podcast workshop')
  })

  test('fewer seats than are taken are refused with why', async () => {
    const card = await h.say('centre', 'change the seats of the podcast workshop to 1')
    expect(card.text).toContain('2 seats are taken or held, so there cannot be 1.')
    await h.say('centre', '30')
    expect((await h.press('centre', 'Save')).text).toContain('W-2026-0001 is changed')
    expect((await h.say('works', 'what training is on offer?')).text).toContain('28 seats left')
    expect(h.errors).toEqual([])
  })

  test('cancelled with a reason, everybody enrolled is told', async () => {
    expect((await h.say('centre', 'cancel workshop W-2026-0001')).text).toContain('Why is it cancelled?')
    expect((await h.say('centre', 'The trainer is ill')).text).toContain('Cancelled: The trainer is ill')
    expect(told('health', /will not be held|لن تُعقد/)).toBe(1)
    expect(told('youth', /will not be held|لن تُعقد/)).toBe(1)
    expect(told('works', /will not be held|لن تُعقد/)).toBe(0)
    expect((await h.say('works', 'what training is on offer?')).text).toContain('No workshop is open')
    expect((await h.say('works', 'enrol me in W-2026-0001')).text).toContain('Cancelled')
    expect(h.errors).toEqual([])
  })

  test('a change on an older card overwrites nothing', async () => {
    await h.say('centre', 'open workshop W-2026-0001')
    const stale = h.last('centre')
    await h.say('centre', 'change the seats of the podcast workshop to 30')
    await h.press('centre', 'Save')
    const press = stale.view.parts.flatMap(p => (p.kind === 'actions' ? p.actions : [])).find(a => a.label === 'Cancel the workshop')?.press
    const { text } = await h.deliver('centre', { kind: 'press', press: press ?? { name: '', args: {} }, dialog: false })
    expect(text).toContain('has changed since it was shown')
  })
})

test('a track that the centre adds is one to offer and to look for', async () => {
  expect((await h.say('centre', 'أضف مسار: الاتصال في الأزمات')).text).toContain('أُضيف مسار الاتصال في الأزمات')
  expect((await h.say('centre', 'add a track: new media')).text).toContain('There is a track new media already')
  await h.say('centre', 'cancel')
  await offered(
    'أضف ورشة في مسار الاتصال في الأزمات: بيان الأزمة يوم ١٥ ديسمبر من ٩ صباحاً إلى ١١ صباحاً في فندق الخليج، ٢٠ مقعداً، المدرب د. سامي',
  ).catch(() => h.press('centre', 'طرح الورشة'))
  expect((await h.say('health', 'ما ورش مسار الاتصال في الأزمات؟')).text).toContain('بيان الأزمة')
  expect((await h.say('health', 'add a track: mine')).text).toContain('This is for')
  expect(h.errors).toEqual([])
})

test('a workshop that is moved takes its last day along, unless somebody chose one', async () => {
  await offered()
  await h.say('health', 'enrol me in the podcast workshop')
  await h.say('centre', 'change W-2026-0001: move it to 21 December')
  expect((await h.press('centre', 'Save')).text).toMatch(
    /When: Monday 21 December 2026, 9:00 am to 1:00 pm[\s\S]*Last day to enrol: Sunday 20 December 2026/,
  )
  expect(told('health', /has changed|طرأ تعديل/)).toBe(1)
  await h.say('centre', 'change W-2026-0001')
  const form = h.formOf((await h.press('centre', 'Form', { dialog: true })).reply)
  const answers = Object.fromEntries(form.inputs.map(i => [i.id, i.value ?? '']))
  await h.fill('centre', form, { ...answers, lastDay: '2026-12-23' }, 'en')
  expect((await h.fill('centre', form, { ...answers, lastDay: '2026-12-15', certificate: 'no' }, 'en')).text).toContain(
    'Last day to enrol: Tuesday 15 December 2026',
  )
  expect(h.errors).toEqual([])
})

describe('who may do what', () => {
  /** All that the wing keeps, as text. */
  const kept = async () => {
    const out: string[] = []
    for (const table of ['workshops', 'workshop_seats', 'workshop_waiting', 'workshop_attendance', 'workshop_feedback', 'training_tracks'])
      out.push(JSON.stringify(rowsOf(await h.db.execute(sql.raw(`select * from ${table} x order by x::text`)))))
    return out
  }

  test('every button of training, pressed by an observer or an officer who has no part in it, changes nothing of it', async () => {
    await offered(podcast.replace('14 December', '25 November'))
    await h.say('youth', 'enrol me in the podcast workshop')
    await h.moveTo('2026-11-25T12:30:00+03:00')
    const [id] = rowsOf<{ id: string }>(await h.db.execute(sql`select id from workshops`))
    const before = await kept()
    const presses = [...houseRoutes().routes.presses.keys()].filter(n => n.startsWith('training.'))
    expect(presses.length).toBeGreaterThan(15)
    for (const who of ['observer', 'health'])
      for (const name of presses) {
        await h.deliver(who, {
          kind: 'press',
          press: { name, args: { id: id?.id ?? '', v: '1', n: '1', t: 'new_media', token: 'none' } },
          dialog: false,
        })
        await h.say(who, 'cancel')
      }
    expect(await kept()).toEqual(before)
    expect(h.errors).toEqual([])
  })

  test('an officer sees whom of their own are enrolled; the centre sees everybody', async () => {
    await offered()
    await h.say('youth', 'enrol me in the podcast workshop')
    expect((await h.say('health', 'who is enrolled in W-2026-0001?')).text).not.toContain('Abdulla')
    expect((await h.say('youth', 'who is enrolled in W-2026-0001?')).text).toContain('Abdulla')
    expect((await h.say('centre', 'who is enrolled in W-2026-0001?')).text).toContain('Abdulla')
    expect((await h.say('health', 'feedback on W-2026-0001')).text).toContain('Only the trainer or the centre')
  })
})
