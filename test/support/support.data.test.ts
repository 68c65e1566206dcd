/** Support requests in conversation: asked for, taken, written about, done and thanked for; by whom, and told to whom. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { supportRequests } from '../../db/schema.ts'
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
const labels = (who: string) => actionsOf(h.last(who).view).map(a => a.label)
const requests = () => h.db.select().from(supportRequests)

/** Said on Tuesday 24 November. */
async function asked(text = 'we need a photographer for the health walk on 6 December') {
  await h.say('health', text)
  return h.press('health', 'Ask the Centre')
}

describe('asking', () => {
  test('in one sentence, confirmed on its card; the centre is told in its language', async () => {
    const card = await h.say('health', 'we need a photographer for the health walk on 6 December')
    expect(card.text).toMatch(/Support: Photography\nWhat for: Health walk\nNeeded by: Sunday 6 December 2026/)
    const saved = await h.press('health', 'Ask the Centre')
    expect(saved.text).toMatch(
      /number S-2026-0001[\s\S]*coordinators are told within working hours[\s\S]*Dr Maryam Jasim Alalawi \(Ministry of Health\)/,
    )
    expect([told('centre', /طلب دعم جديد: S-2026-0001/), told('centre-2', /طلب دعم جديد/), told('youth', /S-2026/)]).toEqual([1, 1, 0])
    expect(h.errors).toEqual([])
  })

  test('for two things at once, in Arabic; each has its number', async () => {
    const card = await h.say('youth', 'نحتاج مصوراً ومترجماً لحفل الافتتاح يوم الأحد')
    expect(card.text).toMatch(/الدعم المطلوب: تصوير فوتوغرافي وترجمة\nالغرض: حفل الافتتاح\nالموعد المطلوب: الأحد ٢٩ نوفمبر ٢٠٢٦/)
    const saved = await h.press('youth', 'إرسال إلى المركز')
    expect(saved.text).toMatch(/S-2026-0001: تصوير فوتوغرافي[\s\S]*S-2026-0002: ترجمة/)
    expect((await requests()).map(r => [r.kind, r.details, r.dueOn])).toEqual([
      ['photography', 'حفل الافتتاح', '2026-11-29'],
      ['translation', 'حفل الافتتاح', '2026-11-29'],
    ])
  })

  test('what is missing is asked for, and a draft pressed twice is kept once', async () => {
    expect((await h.say('health', 'we need a videographer')).text).toContain('By which day')
    expect((await h.say('health', 'next Monday')).text).toContain('What is it for')
    const card = await h.say('health', 'The opening of the new clinic')
    expect(card.text).toMatch(/Support: Video\nWhat for: The opening of the new clinic\nNeeded by: Monday 30 November 2026/)
    const send = card.views.flatMap(actionsOf).find(a => a.label === 'Ask the Centre')
    await h.press('health', 'Ask the Centre')
    const again = await h.deliver('health', { kind: 'press', press: send?.press ?? { name: '', args: {} }, dialog: false })
    expect(again.text).toContain('asked for already')
    expect(await requests()).toHaveLength(1)
  })

  test('for an activity that stands, its day is the day, and it is named', async () => {
    await h.say('health', 'Health walk on 6 December at 9am at Bahrain Bay')
    await h.press('health', 'Submit')
    const card = await h.say('health', 'we need a photographer for the health walk')
    expect(card.text).toMatch(/Activity: Health walk \(A-2026-\d+\)\nNeeded by: Sunday 6 December 2026/)
    await h.press('health', 'Ask the Centre')
    expect((await requests())[0]?.activityId).not.toBeNull()
  })

  test('from the activity itself; and said of a draft that is open, it is a need of that', async () => {
    const { text } = await h.say('health', 'Health walk on 6 December at 9am at Bahrain Bay')
    expect(text).not.toContain('Asked of the Centre')
    expect((await h.say('health', 'we also need a photographer')).text).toMatch(/Health walk[\s\S]*Asked of the Centre: Photography/)
    const reference = /A-\d{4}-\d{4}/.exec((await h.press('health', 'Submit')).text)?.[0] ?? ''
    await h.say('health', reference)
    await h.press('health', 'Ask for support', { dialog: false })
    expect((await h.say('health', 'a livestream')).text).toMatch(
      /Support: Livestream\nActivity: Health walk[\s\S]*Needed by: Sunday 6 December/,
    )
    await h.press('health', 'Ask the Centre')
    expect((await requests()).map(r => [r.kind, r.need])).toEqual([
      ['photography', 'photographer'],
      ['livestream', null],
    ])
  })

  test('an observer asks for nothing', async () => {
    expect((await h.say('observer', 'we need a photographer for the walk on 6 December')).text).toMatch(/This is for|من صلاحية/)
  })
})

describe('at the centre', () => {
  beforeEach(async () => {
    await asked()
  })

  test('one takes it with a press, every copy says so, and the asker is told by name', async () => {
    await h.press('centre', 'أتولى الطلب')
    expect(told('health', /Noof Abdullatif Alansari of the Centre has taken your request S-2026-0001/)).toBe(1)
    expect(textOf(h.last('centre-2').view)).toContain('لدى نوف عبداللطيف الأنصاري')
    expect(labels('centre-2')).not.toContain('أتولى الطلب')
    expect((await requests())[0]).toMatchObject({ state: 'taken', version: 2 })
  })

  test('two who press at once: the second reads who has it', async () => {
    const take = actionsOf(h.last('centre-2').view).find(a => a.label === 'أتولى الطلب')
    await h.press('centre', 'أتولى الطلب')
    const { text } = await h.deliver('centre-2', { kind: 'press', press: take?.press ?? { name: '', args: {} }, dialog: false })
    expect(text).toMatch(/تغير الطلب S-2026-0001[\s\S]*لدى نوف/)
    expect(await requests()).toHaveLength(1)
  })

  test('given to a colleague, who is told; done; thanked for with one press', async () => {
    await h.press('centre', 'إسناد إلى زميل', { dialog: false })
    await h.press('centre', 'طلال جمال البلوشي')
    expect(told('centre-2', /أُسند إليكم الطلب S-2026-0001/)).toBe(1)
    await h.press('centre-2', 'تم الإنجاز')
    expect(told('health', /Talal Jamal Albalooshi of the Centre says that S-2026-0001 is done/)).toBe(1)
    expect((await h.press('health', 'Thanks')).text).toContain('The request is closed')
    expect(told('centre-2', /شكر من/)).toBe(1)
    expect((await requests())[0]).toMatchObject({ state: 'closed', settledBy: expect.any(String) })
    expect(h.errors).toEqual([])
  })

  test('taken over from a colleague, who need not go on', async () => {
    await h.press('centre', 'أتولى الطلب')
    await h.say('centre-2', 'أتولى S-2026-0001')
    expect(told('centre', /أصبح S-2026-0001 لدى طلال جمال البلوشي/)).toBe(1)
    expect(told('health', /has taken your request S-2026-0001/)).toBe(2)
    const [before] = await requests()
    await h.say('centre-2', 'أتولى S-2026-0001')
    expect((await requests())[0]?.version).toBe(before?.version)
  })

  test('not yet: with a word it is open again, and whoever had it reads the word', async () => {
    await h.press('centre', 'أتولى الطلب')
    await h.press('centre', 'تم الإنجاز')
    await h.press('health', 'Not yet', { dialog: false })
    expect((await h.say('health', 'The evening photos are missing')).text).toContain('open again')
    expect(textOf(h.last('centre').view)).toMatch(/لم يُنجز S-2026-0001 بعد[\s\S]*The evening photos are missing/)
    expect((await requests())[0]?.state).toBe('taken')
  })

  test('declined with a reason that the asker reads', async () => {
    await h.press('centre', 'اعتذار', { dialog: false })
    await h.say('centre', 'لا مصورين لدينا في هذا اليوم')
    expect(told('health', /cannot help with S-2026-0001[\s\S]*لا مصورين لدينا/)).toBe(1)
    expect(labels('health')).not.toContain('Withdraw')
  })

  test('withdrawn by the asker: the cards of the centre lose their buttons', async () => {
    await h.press('health', 'Withdraw', { dialog: false })
    await h.say('health', 'We found one ourselves')
    expect(textOf(h.last('centre').view)).toMatch(/الحالة: مسحوب/)
    expect(labels('centre')).toEqual([])
  })
})

describe('messages', () => {
  beforeEach(async () => {
    await asked()
    await h.press('centre', 'أتولى الطلب')
  })

  test('go to the other side with a name on them, and stand on the card', async () => {
    const sent = await h.say('centre', 'رد على S-2026-0001: المصور يصل الساعة التاسعة')
    expect(sent.text).toMatch(/أُرسلت إلى د\. مريم/)
    expect(told('health', /Noof Abdullatif Alansari \(Communication Centre\) writes about S-2026-0001\nالمصور يصل/)).toBe(1)
    await h.press('health', 'Reply', { dialog: false })
    expect((await h.say('health', 'Thank you, gate 2 please')).text).toContain('Sent to Noof')
    expect([told('centre', /gate 2 please/), told('centre-2', /gate 2 please/)]).toEqual([1, 0])
    expect((await h.say('health', 'open S-2026-0001')).text).toMatch(/2 messages[\s\S]*المصور يصل[\s\S]*gate 2 please/)
  })

  test('of another organization’s request nothing is known', async () => {
    expect((await h.say('youth', 'tell S-2026-0001: hello')).text).toMatch(/no request S-2026-0001|لا أعرف طلباً لكم/)
    expect((await h.say('youth', 'open S-2026-0001')).text).toMatch(/no request S-2026-0001|لا أعرف طلباً لكم/)
  })
})
