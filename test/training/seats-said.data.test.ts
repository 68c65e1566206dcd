/** Seats by a sentence: colleagues by their names, several at once, and a seat given up in the workshop that is named and no other. */
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { sampleWorkshops } from '../../src/sample/workshops.ts'
import { actionsOf, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})
beforeEach(() => h.house.within(h.networkId, sampleWorkshops))

const labels = (as: string) => actionsOf(h.last(as).view).map(a => a.label.replace(/[\u2066-\u2069]/g, ''))

describe('colleagues', () => {
  test('several at once, each told, and not whoever speaks', async () => {
    const { text } = await h.say('tourism', 'enrol Hamad and Reem in the podcast workshop')
    expect(text).toMatch(/Hamad Nasser Alfadhala has a seat[\s\S]*Reem Tariq Alshirooqi has a seat/)
    expect(text).not.toMatch(/You have a seat/)
    for (const who of ['tourism-2', 'tourism-3']) expect(textOf(h.last(who).view)).toContain('Layla Isa Alkhaja enrolled you')
    expect((await h.say('egov', 'سجلوا سارة العصفور ومحمد في ورشة التخطيط')).text).toMatch(/باسم سارة[\s\S]*باسم محمد/)
    expect((await h.say('finance', 'سجلوني وجاسم في ورشة البودكاست')).text).toMatch(/لكم مقعد[\s\S]*باسم جاسم/)
    expect(h.errors).toEqual([])
  })

  test('a name of another organization is refused with why, and one that nobody has is said', async () => {
    expect((await h.say('tourism', 'enrol Huda Albastaki in the podcast workshop')).text).toMatch(
      /Huda Mahmood Albastaki is with Ministry of Interior\. You can enrol colleagues of your own/,
    )
    expect((await h.say('tourism', 'سجّل زميلتي هدى سالم في ورشة البودكاست')).text).toContain('لا أجد من اسمه هدى سالم')
    await h.press('tourism', 'تسجيل زميل', { dialog: false })
    expect(labels('tourism')).toContain('حمد ناصر الفضالة')
    expect((await h.say('centre', 'who is enrolled in the podcast workshop?')).text).toMatch(/2 enrolled/)
    expect(h.errors).toEqual([])
  })

  test('a first name that fits two asks which, and one press enrols that one', async () => {
    await h.db.execute(sql`update members set name_en = 'Yusuf Husain Alsaffar' where name_en = 'Ali Husain Alsaffar'`)
    const { text } = await h.say('centre', 'enrol Muna and Yusuf in the podcast workshop')
    expect(text).toMatch(/Muna Jaafar Alaradi has a seat[\s\S]*Which Yusuf do you mean\?/)
    expect(text).toMatch(
      /Yusuf Ahmed Aldoseri\nMinistry of Health\nYusuf Husain Alsaffar\nMinistry of Works|Yusuf Husain Alsaffar\nMinistry of Works\nYusuf Ahmed Aldoseri/,
    )
    const asked = h.last('centre')
    const yusuf = asked.view.parts.flatMap(p => (p.kind === 'list' ? p.items : [])).find(i => i.text.includes('Aldoseri'))?.actions[0]
    if (!yusuf) throw new Error('no button beside the name')
    await h.deliver('centre', { kind: 'press', press: yusuf.press, card: asked.card, dialog: false })
    expect(textOf(h.last('centre').view)).toContain('Yusuf Ahmed Aldoseri has a seat')
    expect(textOf(h.last('health-2').view)).toContain('enrolled you in “Podcast production”')
    expect(h.errors).toEqual([])
  })

  test('of the centre’s names the organization tells two apart', async () => {
    expect((await h.say('centre', 'enrol Mohamed from egov in the planning workshop')).text).toContain('Mohamed Khalid Albinali has a seat')
    expect((await h.say('centre', 'سجلوا علي على ورشة التخطيط')).text).toContain('باسم م. علي حسين الصفار')
  })
})

describe('a seat is given up', () => {
  test.each([
    'withdraw from the monitoring workshop',
    'withdraw from the podcast editing workshop',
    'انسحب من ورشة الرصد',
    'انسحب من المنتدى',
    'أعتذر عن ورشة الخطابة',
  ])('%s: not in another by likeness; one’s own are listed', async said => {
    const { text } = await h.say('egov', said)
    expect(text).toMatch(/These are yours|هذه مقاعدكم/)
    expect(text).toMatch(/Podcast production|إنتاج البودكاست/)
    expect(labels('egov')).toEqual([expect.stringMatching(/Give up my seat|التنازل عن مقعدي/)])
    expect((await h.say('egov', 'my training')).text).toMatch(/Podcast production[\s\S]*You have a seat/)
    expect(h.errors).toEqual([])
  })

  test.each([
    'withdraw from the podcast workshop',
    'I have to pull out of the podcast workshop',
    'انسحب من ورشة البودكاست',
    'أبي أنسحب من البودكاست',
    'كنسلوا تسجيلي في ورشة البودكاست يوم الأربعاء',
    'ألغوا تسجيلي في ورشة البودكاست لأني مسافر',
  ])('%s: in the one that is named', async said => {
    expect((await h.say('works', said)).text).toMatch(/You have left “Podcast production”|لم تعودوا مسجلين في ورشة «إنتاج البودكاست»/)
    expect((await h.say('works', 'my training')).text).toMatch(/The television interview[\s\S]*You have a seat/)
  })

  test('of two it is asked which, and an activity is withdrawn as before', async () => {
    expect((await h.say('works', 'ألغ تسجيلي')).text).toMatch(/أي ورشة تقصدون[\s\S]*المقابلة التلفزيونية[\s\S]*إنتاج البودكاست/)
    expect((await h.say('works', 'احذفوا بياناتي')).text).toContain('حذف بياناتكم')
    expect((await h.say('health', 'withdraw A-2026-0046')).text).toContain('Withdraw A-2026-0046')
    expect((await h.say('health', 'withdraw from the podcast workshop')).text).toContain('You have no seat')
  })
})
