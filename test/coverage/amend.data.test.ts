/** Corrections in one's own words of what was pasted, on the card before it is saved and on that which shows it saved: the one that is meant, and none added. */
import { beforeEach, describe, expect, test } from 'vitest'
import { coverage } from '../../db/schema.ts'
import { actionsOf, type TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
let reference: string
onSample(made => {
  h = made
})
beforeEach(async () => {
  await h.say('health', 'Heart walk on 3 December at 10am at the Gulf Hotel')
  for (let tries = 0; tries < 4 && !actionsOf(h.last('health').view).some(a => a.label === 'Submit'); tries++) await h.say('health', 'skip')
  reference = /A-\d{4}-\d{4}/.exec((await h.press('health', 'Submit')).text)?.[0] ?? ''
  await h.moveTo('2026-12-06T08:00:00+03:00')
})

const english = () =>
  h.say(
    'health',
    `coverage of ${reference}:\n1. Al Ayam – Two thousand walk – positive\n2. Akhbar Al Khaleej – Families walk for the heart\n3. GDN – A walk to remember – negative`,
  )
const arabic = () =>
  h.say(
    'health',
    `تغطية ${reference}:\n١. الأيام: ألفان يمشون للقلب (إيجابية)\n٢. أخبار الخليج: عائلات تمشي للقلب\n٣. الوطن: مشي لا ينسى (سلبية)`,
  )
const cardOf = async (said: string) => {
  const { text } = await h.say('health', said)
  return text.split('\n')
}
const kept = async () => (await h.db.select().from(coverage)).map(c => `${c.outletId} ${c.tone ?? '-'} ${c.reach ?? '-'}`).sort()

describe('before it is saved', () => {
  test('another outlet, a tone, a reach, and leaving out', async () => {
    await english()
    expect(await cardOf('the second one is in Al Watan, not Akhbar Al Khaleej')).toEqual(
      expect.arrayContaining(['3 appearances in what you sent', '2. Al Watan', 'Title: Families walk for the heart']),
    )
    expect(await cardOf('the third is not negative but neutral')).toContain('Title: A walk to remember; Tone: Neutral')
    await h.say('health', 'the reach of the first was 11,000')
    await h.say('health', 'views')
    // One alone has a reach by now.
    expect((await cardOf('no, the reach was 12,000 views')).join()).toContain('12,000')
    expect(await cardOf('remove GDN')).toContain('2 appearances in what you sent')
    await h.press('health', 'Save all 2')
    expect(await kept()).toEqual(['outlet-al-ayam positive 12000', 'outlet-al-watan - -'])
  })

  test('in Arabic', async () => {
    await arabic()
    expect(await cardOf('الثالثة ليست سلبية بل محايدة')).toContain('العنوان: مشي لا ينسى؛ النبرة: محايدة')
    expect(await cardOf('الثانية في البلاد وليست في أخبار الخليج')).toContain('٢. البلاد')
    expect(await cardOf('احذف الأولى')).toContain('تغطيتان فيما أرسلتموه')
    await h.press('health', 'حفظ الكل (٢)')
    expect(await kept()).toEqual(['outlet-al-bilad - -', 'outlet-al-watan neutral -'])
  })

  test('where nothing tells which, it is asked, and what was said is of the one that is chosen', async () => {
    await english()
    expect(await cardOf('no, the reach was 12,000 views')).toContain('Which one?')
    await h.press('health', '2. Akhbar Al Khaleej')
    await h.press('health', 'Save all 3')
    expect(await kept()).toContain('outlet-akhbar-al-khaleej - 12000')
  })
})

describe('once it is saved, with its card the last that was shown', () => {
  const saved = async () => {
    await english()
    await h.press('health', 'Save all 3')
  }
  test('another outlet, a tone, a reach: the card of that one alone, kept with one press', async () => {
    await saved()
    expect(await cardOf('the second one is in Al Watan, not Akhbar Al Khaleej')).toEqual(
      expect.arrayContaining(['Outlet: Al Watan', 'Title: Families walk for the heart']),
    )
    await h.press('health', 'Save')
    await h.say('health', 'GDN was neutral')
    await h.press('health', 'Save')
    await h.say('health', 'the reach of the first was 11,000 views')
    await h.press('health', 'Save')
    await h.say('health', 'no, the reach was 12,000 views')
    await h.press('health', 'Save')
    expect(await kept()).toEqual(['outlet-al-ayam positive 12000', 'outlet-al-watan - -', 'outlet-gdn neutral -'])
  })

  test('removing is asked once more, and is of coverage', async () => {
    await saved()
    expect((await cardOf('remove the last one'))[1]).toContain('A walk to remember')
    await h.press('health', 'Yes, remove it')
    expect(await kept()).toHaveLength(2)
    expect((await h.say('health', 'احذف الأولى')).text).toContain('Two thousand walk')
    await h.press('health', 'نعم، حذفها')
    expect(await kept()).toEqual(['outlet-akhbar-al-khaleej - -'])
  })

  test('where nothing tells which, it is asked, and what was said waits', async () => {
    await saved()
    expect(await cardOf('no, the reach was 12,000 views')).toContain('Which one?')
    const [first] = actionsOf(h.last('health').view)
    await h.deliver('health', { kind: 'press', press: first?.press as never, card: h.last('health').card, dialog: false })
    expect((await h.press('health', 'Save')).text).toContain('12,000')
    expect(await kept()).toHaveLength(3)
  })

  test('further coverage is of the same activity; what speaks of something else is heard as ever', async () => {
    await saved()
    expect(await cardOf('Bahrain TV too')).toContain('Coverage of Heart walk')
    await h.press('health', 'Save coverage')
    expect(await kept()).toHaveLength(4)
    expect((await h.say('health', 'Press conference at Al Ayam newspaper on 14 December at 10am')).text).toContain('14 December')
    expect(await kept()).toHaveLength(4)
  })
})
