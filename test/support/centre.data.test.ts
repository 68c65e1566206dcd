/** What the centre has before it: urgent requests and duty, reminders, needs of activities, partners, members who leave, the month for the meeting. */
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { members, supportRequests } from '../../db/schema.ts'
import { centre, eyesOf } from '../../src/activities/eyes.ts'
import type { Language } from '../../src/model/people.ts'
import { supportForMeeting, supportLines } from '../../src/support/month.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { actionsOf, house, type TestHouse, textOf } from '../house.ts'

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
const requests = () => h.db.select().from(supportRequests).orderBy(supportRequests.reference)
/** Said on Tuesday 24 November at 9. */
async function asked(text = 'we need a photographer for the health walk on 6 December') {
  await h.say('health', text)
  return h.press('health', 'Ask the Centre')
}
const evening = '2026-11-24T20:00:00+03:00'

describe('urgent', () => {
  test('reaches whoever is on duty at once, out of hours too, and the asker reads who; once it is taken nobody else is called', async () => {
    await h.say('centre', 'المناوبة هذا الأسبوع: طلال')
    await h.press('centre', 'حفظ')
    await h.moveTo(evening)
    const card = await h.say('health', 'urgent: we need crisis advice now')
    expect(card.text).toMatch(
      /Support: Crisis advice\nNeeded by: Tuesday 24 November 2026\nUrgent: Yes, whoever is on duty is told at once/,
    )
    expect((await h.press('health', 'Ask the Centre')).text).toContain(
      'Talal Jamal Albalooshi is on duty at the Centre and is told at once.',
    )
    const heard = () => [told('centre-2', /طلب دعم جديد/), told('centre', /طلب دعم جديد/)]
    expect(heard()).toEqual([1, 0])
    await h.moveTo('2026-11-24T20:30:00+03:00')
    await h.press('centre-2', 'أتولى الطلب')
    expect(told('health', /Talal Jamal Albalooshi of the Centre has taken/)).toBe(1)
    await h.moveTo('2026-11-24T23:00:00+03:00')
    expect(told('centre', /S-2026-0001/)).toBe(0)
    expect(h.errors).toEqual([])
  })

  test('nobody on duty: all coordinators at once, and it says so', async () => {
    await h.moveTo(evening)
    await h.say('health', 'urgent: we need crisis advice now')
    expect((await h.press('health', 'Ask the Centre')).text).toContain('Nobody is on duty who can be reached, so all coordinators')
    expect([told('centre', /طلب دعم جديد/), told('centre-2', /طلب دعم جديد/)]).toEqual([1, 1])
  })

  test('one on duty who is away: whoever stands in is told, by both names', async () => {
    await h.say('centre', 'put Talal on duty until Thursday')
    await h.press('centre', 'Save')
    await h.say('centre-2', 'I am away from 24 November to 27 November, Noof stands in for me')
    await h.press('centre-2', 'Save')
    await h.say('health', 'urgent: we need crisis advice now')
    const { text } = await h.press('health', 'Ask the Centre')
    expect(text).toContain('Noof Abdullatif Alansari is told at once, standing in for Talal Jamal Albalooshi')
    expect((await h.say('health', 'who is on duty?')).text).toContain('standing in for Talal')
  })

  test('what is not urgent waits for the morning', async () => {
    await h.moveTo(evening)
    await asked()
    expect(told('centre', /S-2026/)).toBe(0)
    await h.moveTo('2026-11-25T07:01:00+03:00')
    expect(told('centre', /طلب دعم جديد/)).toBe(1)
  })

  test('nobody has taken it within the hour: all hear of it, whatever the hour', async () => {
    await h.say('centre', 'put Talal on duty until Thursday')
    await h.press('centre', 'Save')
    await h.moveTo(evening)
    await h.say('health', 'urgent: we need crisis advice now')
    await h.press('health', 'Ask the Centre')
    await h.moveTo('2026-11-24T21:01:00+03:00')
    expect(told('centre', /عاجل، ولم يتسلمه أحد/)).toBe(1)
  })
})

describe('duty', () => {
  test('in a sentence of either language, asked about by anybody, taken back', async () => {
    expect((await h.say('health', 'who is on duty?')).text).toContain('Nobody is on duty')
    const card = await h.say('centre', 'put Talal on duty until Thursday')
    expect(card.text).toMatch(
      /On duty: Talal Jamal Albalooshi\nFrom: Tuesday 24 November 2026\nUntil the end of: Thursday 26 November 2026/,
    )
    await h.press('centre', 'Save')
    expect(told('centre-2', /المناوبة في المركز لديكم/)).toBe(1)
    expect((await h.say('youth', 'منو المناوب؟')).text).toContain('لدى طلال جمال البلوشي حتى نهاية الخميس ٢٦ نوفمبر')
    // A later word on the same hours goes before an earlier one.
    await h.say('centre', 'نوف مناوبة من اليوم إلى الأربعاء')
    await h.press('centre', 'حفظ')
    expect((await h.say('health', 'who is on duty?')).text).toContain('Noof Abdullatif Alansari is on duty')
    await h.say('centre', 'أنهِ مناوبة نوف')
    expect((await h.say('health', 'who is on duty?')).text).toContain('Talal')
    await h.moveTo('2026-11-27T00:00:00+03:00')
    expect((await h.say('health', 'who is on duty?')).text).toContain('Nobody is on duty')
  })

  test('is the centre’s to set', async () => {
    expect((await h.say('health', 'put Talal on duty until Thursday')).text).not.toContain('On duty:')
    await h.say('centre', 'put Talal on duty until Thursday')
    await h.press('centre', 'Save')
    await h.say('centre', 'show the duty rota')
    const end = actionsOf(h.last('centre').view).find(a => a.press.name === 'support.dutyEnd')
    await h.deliver('health', { kind: 'press', press: end?.press ?? { name: '', args: {} }, dialog: false })
    expect((await h.say('health', 'who is on duty?')).text).toContain('Talal')
  })
})

describe('the clock', () => {
  test('reminds of what nobody has taken within a working day, of what is due the next, and of what is overdue', async () => {
    await asked()
    const count = (what: RegExp) => [told('centre', what), told('centre-2', what)]
    await h.moveTo('2026-11-25T08:59:00+03:00')
    expect(count(/لم يتسلم أحد/)).toEqual([0, 0])
    await h.moveTo('2026-11-25T09:01:00+03:00')
    expect(count(/لم يتسلم أحد/)).toEqual([1, 1])
    await h.say('centre', 'take S-2026-0001')
    // Sunday 6 December: the working day before it is Thursday.
    await h.moveTo('2026-12-03T09:00:00+03:00')
    expect(count(/تذكير: S-2026-0001/)).toEqual([1, 0])
    await h.moveTo('2026-12-07T09:00:00+03:00')
    expect(count(/ولم يُنجز/)).toEqual([2, 0])
    await h.moveTo('2026-12-20T09:00:00+03:00')
    expect(count(/ولم يُنجز/)).toEqual([2, 0])
    expect(h.errors).toEqual([])
  })

  test('what is done and not answered for five working days closes by itself, and both sides read so', async () => {
    await asked()
    await h.say('centre', 'S-2026-0001 is done')
    await h.moveTo('2026-12-01T08:59:00+03:00')
    expect((await requests())[0]?.state).toBe('done')
    await h.moveTo('2026-12-01T09:01:00+03:00')
    expect((await requests())[0]).toMatchObject({ state: 'closed', settledBy: null })
    expect([told('health', /closed by itself/), told('centre', /أُغلق S-2026-0001 تلقائياً/)]).toEqual([1, 1])
    await h.press('health', 'Open it again', { dialog: false })
    await h.say('health', 'The photos never came')
    expect((await requests())[0]?.state).toBe('taken')
  })
})

describe('what an activity needs', () => {
  async function submitted() {
    await h.say('health', 'Health walk on 6 December at 9am at Bahrain Bay. We need a photographer and an interpreter.')
    return h.press('health', 'Submit')
  }

  test('is asked for when it is submitted, once; the numbers come in one line behind the answer', async () => {
    const { views } = await submitted()
    expect(views.map(textOf).at(-1)).toBe(
      'The Centre is asked for 2 things for Health walk:\nS-2026-0001: Photography\nS-2026-0002: Translation',
    )
    expect((await requests()).map(r => [r.kind, r.dueOn, r.state, r.need])).toEqual([
      ['photography', '2026-12-06', 'asked', 'photographer'],
      ['translation', '2026-12-06', 'asked', 'translation'],
    ])
    expect(told('centre', /طلب دعم جديد/)).toBe(2)
    await h.say('health', 'change the health walk to 10am')
    await h.press('health', 'Save changes')
    expect(await requests()).toHaveLength(2)
  })

  test('follows it: another day, a need taken out and put in again, and withdrawn with it', async () => {
    await submitted()
    await h.say('centre', 'take S-2026-0002')
    const edit = async (answers: Record<string, string | string[]>) => {
      const form = h.formOf((await h.press('health', 'Edit', { dialog: true })).reply)
      const values = Object.fromEntries(form.inputs.map(i => [i.id, i.value ?? '']))
      return h.fill('health', form, { ...values, ...answers }, 'en')
    }
    await edit({ when: '2026-12-08' })
    expect((await requests()).map(r => r.dueOn)).toEqual(['2026-12-08', '2026-12-08'])
    expect(told('centre', /تغير موعد الفعالية: أصبح S-2026-0002/)).toBe(1)
    const { text } = await edit({ needs: ['photographer'] })
    expect(text).toContain('For Health walk no longer asked for:\nS-2026-0002: Translation')
    expect(told('centre', /لم تعد هناك حاجة إلى S-2026-0002/)).toBe(1)
    await edit({ needs: ['photographer', 'translation'] })
    expect((await requests()).map(r => r.state)).toEqual(['asked', 'withdrawn', 'asked'])
    await h.say('health', 'withdraw the health walk')
    await h.press('health', 'Yes, withdraw')
    expect((await requests()).map(r => r.state)).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
    expect(h.errors).toEqual([])
  })

  test('of several activities in one message all numbers come in one', async () => {
    await h.say(
      'health',
      '1. Health walk on 6 December at 9am at Bahrain Bay, we need a photographer\n2. Clinic opening on 8 December at 10am at the Gulf Hotel, we need an interpreter',
    )
    const { views } = await h.press('health', 'Submit both')
    expect(views).toHaveLength(2)
    expect(textOf(views[1] ?? h.last('health').view)).toMatch(
      /for Health walk:\nS-2026-0001: Photography\n[\s\S]*for Clinic opening:\nS-2026-0002: Translation/,
    )
  })

  test('goes with an activity that is handed over', async () => {
    await submitted()
    const [{ activityId } = { activityId: null }] = await requests()
    const args = { id: activityId ?? '', version: '1' }
    await h.deliver('centre', { kind: 'press', press: { name: 'joint.handOver', args }, dialog: false })
    await h.say('centre', 'وزارة الأشغال')
    const card = h.shown.findLast(s => s.to === 'centre' && actionsOf(s.view).some(a => a.press.name === 'draft.submit'))
    await h.press('centre', card ? (actionsOf(card.view).find(a => a.press.name === 'draft.submit')?.label ?? '') : '')
    expect((await h.say('works', 'طلبات الدعم')).text).toMatch(/S-2026-0001[\s\S]*S-2026-0002/)
    expect((await h.say('health', 'my support requests')).text).not.toContain('S-2026-0001')
  })

  test('a request that the asker took back is not asked for again by another change', async () => {
    await submitted()
    await h.say('health', 'withdraw S-2026-0001')
    await h.say('health', 'We have our own')
    await h.say('health', 'change the health walk to 10am')
    await h.press('health', 'Save changes')
    expect((await requests()).map(r => r.state)).toEqual(['withdrawn', 'asked'])
  })
})

describe('another organization', () => {
  test('is asked whether it can help; accepted, the asker and the centre read so and they write to each other', async () => {
    await asked()
    await h.press('centre', 'إحالة إلى جهة', { dialog: false })
    await h.say('centre', 'وزارة شؤون الشباب')
    await h.say('centre', 'لديكم مصور متميز')
    const card = textOf(h.last('youth').view)
    expect(card).toMatch(/هل يمكنكم مساعدة وزارة الصحة؟[\s\S]*تصوير فوتوغرافي[\s\S]*لديكم مصور متميز/)
    await h.press('youth', 'يمكننا المساعدة')
    expect(told('health', /Ministry of Youth Affairs will help with S-2026-0001/)).toBe(1)
    expect(told('centre', /وافقت وزارة شؤون الشباب على المساعدة/)).toBe(1)
    await h.say('youth', 'رد على S-2026-0001: نصل في الثامنة')
    expect([told('health', /نصل في الثامنة/), told('centre', /نصل في الثامنة/)]).toEqual([1, 1])
    expect(h.errors).toEqual([])
  })

  test('that says no leaves it with the centre, and sees nothing of it any more', async () => {
    await asked()
    await h.press('centre', 'إحالة إلى جهة', { dialog: false })
    await h.say('centre', 'وزارة شؤون الشباب')
    await h.say('centre', 'skip')
    await h.press('youth', 'نعتذر')
    expect(told('centre', /اعتذرت وزارة شؤون الشباب/)).toBe(1)
    expect((await h.say('youth', 'open S-2026-0001')).text).toMatch(/no request|لا أعرف طلباً/)
  })

  test('is told nothing of an activity it may not see', async () => {
    await h.say('health', 'Secret vaccine launch on 20 December at 10am at the Gulf Hotel, embargoed until 19 December at 9am')
    await h.press('health', 'Submit')
    await h.say('health', 'we need a photographer for the secret vaccine launch')
    await h.press('health', 'Ask the Centre')
    await h.press('centre', 'إحالة إلى جهة', { dialog: false })
    await h.say('centre', 'وزارة شؤون الشباب')
    await h.say('centre', 'skip')
    expect(textOf(h.last('youth').view)).toContain('تصوير فوتوغرافي')
    await h.press('youth', 'يمكننا المساعدة')
    expect(h.shown.filter(s => s.to === 'youth' && /Secret vaccine|Gulf Hotel|فندق الخليج/.test(textOf(s.view)))).toEqual([])
  })
})

test('a coordinator who leaves gives back what they had, and the centre is told', async () => {
  await asked()
  await h.press('centre', 'أتولى الطلب')
  const [noof] = await h.db
    .select()
    .from(members)
    .where(and(eq(members.networkId, h.networkId), eq(members.email, 'centre@munassiq.example')))
  await h.house.within(h.networkId, async scene => {
    await scene.db
      .update(members)
      .set({ active: false })
      .where(eq(members.id, noof?.id ?? ''))
    await scene.emit({ kind: 'member.left', memberId: noof?.id ?? '' })
  })
  await h.drain()
  expect((await requests())[0]).toMatchObject({ state: 'asked', ownerId: null })
  expect(told('centre-2', /غادر من كان لديه S-2026-0001/)).toBe(1)
})

describe('lists', () => {
  beforeEach(async () => {
    await asked()
    await h.say('youth', 'نحتاج ترجمة لكتيب المبادرة قبل الأحد ٢٩ نوفمبر')
    await h.press('youth', 'إرسال إلى المركز')
  })

  test('the centre’s by the day due, of one organization, of one kind, its own; a member’s own alone', async () => {
    const all = (await h.command('centre', 'munassiq', 'support')).text
    expect(all).toMatch(/2 are open[\s\S]*S-2026-0002[\s\S]*S-2026-0001/)
    const health = (await h.say('centre', 'show the open requests of the Ministry of Health')).text
    expect([/S-2026-0001/.test(health), /S-2026-0002/.test(health)]).toEqual([true, false])
    const translation = (await h.say('centre', 'طلبات الترجمة المفتوحة')).text
    expect([/S-2026-0001/.test(translation), /S-2026-0002/.test(translation)]).toEqual([false, true])
    await h.say('centre', 'take S-2026-0001')
    await h.say('centre', 'support requests')
    const mine = (await h.press('centre', 'Mine only')).text
    expect([/S-2026-0001/.test(mine), /S-2026-0002/.test(mine)]).toEqual([true, false])
    const own = (await h.say('health', 'my support requests')).text
    expect([/S-2026-0001.*Health walk[\s\S]*With Noof/.test(own), /S-2026-0002/.test(own)]).toEqual([true, false])
    await h.moveTo('2026-12-01T09:00:00+03:00')
    const late = (await h.say('centre', 'ما الطلبات المتأخرة؟')).text
    expect([/S-2026-0002/.test(late), /S-2026-0001/.test(late)]).toEqual([true, false])
  })

  test('the month for the meeting: of the centre all, of a member their own', async () => {
    await h.say('centre', 'S-2026-0001 is done')
    const said = async (of: 'centre' | 'health' | 'youth', language: Language) => {
      let out = ''
      await h.house.within(h.networkId, async scene => {
        const id = scene.organizations.find(o => o.handle === of)?.id ?? ''
        const reader = of === 'centre' ? centre(scene) : eyesOf(scene, id)
        const month = await supportForMeeting(scene, reader, '2026-11')
        const voice = { speak: scene.voice(language), organizations: scene.organizations }
        out = textOf({ version: 1, language, summary: '', parts: supportLines(voice, month) })
      })
      return out
    }
    expect(await said('centre', 'en')).toMatch(
      /^2 support requests in November 2026\.\nAsked for: Photography: 1 and Translation: 1\.|^2 support requests in November 2026\.\nAsked for: photography: 1 and translation: 1\./,
    )
    expect(await said('centre', 'ar')).toMatch(/طلبا دعم في نوفمبر ٢٠٢٦[\s\S]*وزارة شؤون الشباب: طلب مفتوح[\s\S]*S-2026-0002/)
    expect(await said('health', 'en')).toMatch(/One support request in November 2026[\s\S]*one done/)
    expect(await said('health', 'en')).not.toContain('S-2026-0002')
  })
})

test('the centre asks for an organization: its members are told, and it is they who say thanks', async () => {
  await h.say('centre', 'we need a photographer for the Ministry of Health on 6 December')
  await h.press('centre', 'Ask the Centre')
  expect(told('health', /Noof Abdullatif Alansari \(Communication Centre\) has asked the Centre for you: S-2026-0001/)).toBe(1)
  await h.say('centre', 'S-2026-0001 is done')
  await h.press('health', 'Thanks')
  expect((await requests())[0]).toMatchObject({ state: 'closed' })
})

test('a form filled in is one too; an empty one says what it needs, and nothing of it is lost', async () => {
  await h.say('health', 'my support requests')
  const form = h.formOf((await h.press('health', 'Ask for support', { dialog: true })).reply)
  const answers = { kinds: ['design', 'wording'], details: 'The winter campaign', activity: '', due: '', urgent: '' }
  const back = await h.fill('health', form, answers, 'en')
  const again = h.formOf(back.reply)
  expect(again.inputs.flatMap(i => (i.problem ? [i.id] : []))).toEqual(['due'])
  expect(again.inputs.find(i => i.id === 'details')?.value).toBe('The winter campaign')
  await h.fill('health', again, { ...answers, due: '2026-12-03' }, 'en')
  expect((await requests()).map(r => [r.kind, r.details, r.dueOn])).toEqual([
    ['design', 'The winter campaign', '2026-12-03'],
    ['wording', 'The winter campaign', '2026-12-03'],
  ])
})

test('whatever button of the centre’s, pressed by another organization or an observer, changes nothing and shows nothing', async () => {
  await asked('we need a photographer for the hidden garden on 6 December')
  await h.press('centre', 'أتولى الطلب')
  await h.say('centre', 'رد على S-2026-0001: hidden words')
  await h.say('centre', 'support requests')
  await h.say('centre', 'S-2026-0001')
  await h.say('centre', 'put Talal on duty until Thursday')
  await h.press('centre', 'Save')
  const pressed = ['centre', 'health'].flatMap(who => h.shown.filter(s => s.to === who).flatMap(s => actionsOf(s.view).map(a => a.press)))
  const own = pressed.filter(p => p.name.startsWith('support.'))
  expect(new Set(own.map(p => p.name)).size).toBeGreaterThan(10)
  const before = await requests()
  for (const who of ['youth', 'observer', 'admin'])
    for (const press of own) {
      const { text } = await h.deliver(who, { kind: 'press', press, dialog: false })
      expect([who, press.name, /hidden/.test(text)]).toEqual([who, press.name, false])
      await h.say(who, 'cancel')
    }
  expect(await requests()).toEqual(before)
  expect((await h.say('health', 'who is on duty?')).text).toContain('Talal')
  expect(h.errors).toEqual([])
})
