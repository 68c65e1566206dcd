/** Coverage, from the question after an activity to the list of outlets: what is asked, pasted, saved, corrected; and what stays open. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as activitiesDb from '../../db/activities.ts'
import * as coverageDb from '../../db/coverage.ts'
import { activities, changes, coverage, keyMessages, outlets } from '../../db/schema.ts'
import { centre } from '../../src/activities/eyes.ts'
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

const referenceIn = (text: string): string => /A-\d{4}-\d{4}/.exec(text)?.[0] ?? ''
async function stored(reference: string) {
  const network = await h.network()
  const found = await activitiesDb.byReference(h.db, centre({ network, now: await h.house.networkNow(network.id) }), reference)
  if (!found) throw new Error(`no ${reference}`)
  return found
}
async function submit(as: string, said: string): Promise<string> {
  await h.say(as, said)
  for (let tries = 0; tries < 4 && !actionsOf(h.last(as).view).some(a => a.label === 'Submit'); tries++) await h.say(as, 'skip')
  return referenceIn((await h.press(as, 'Submit')).text)
}
const asked = (as: string, what: string, title: string) =>
  h.shown.filter(s => s.to === as && s.op === 'send' && textOf(s.view).includes(what) && textOf(s.view).includes(title))
/** Presses a button of the newest card that speaks of a title. */
async function press(as: string, title: string, label: string) {
  const card = h.shown.findLast(s => s.to === as && textOf(s.view).includes(title) && actionsOf(s.view).some(a => a.label === label))
  const action = card && actionsOf(card.view).find(a => a.label === label)
  if (!card || !action) throw new Error(`no ${label}; there are ${actionsOf(h.last(as).view).map(a => a.label)}`)
  return h.deliver(as, { kind: 'press', press: action.press, card: card.card, dialog: false })
}
/** The newest card shown to somebody that has a button of this label. */
const cardWith = (as: string, label: string) => {
  const found = h.shown.findLast(s => s.to === as && actionsOf(s.view).some(a => a.label === label))
  if (!found) throw new Error(`no ${label}`)
  return found
}
const kept = () => h.db.select().from(coverage)
const state = async (reference: string) => (await coverageDb.collection(h.db, h.networkId, (await stored(reference)).id))?.state ?? null

const walk = 'Heart walk on 3 December at 10am at the Gulf Hotel'
/** Submitted, held, and said to have been held: the question for coverage is there. */
async function held(): Promise<string> {
  const reference = await submit('health', walk)
  await h.moveTo('2026-12-06T08:00:00+03:00')
  await press('health', 'Heart walk', 'As planned')
  return reference
}

describe('asked', () => {
  test('right after it is said that it took place, as one conversation', async () => {
    const reference = await submit('health', walk)
    await h.moveTo('2026-12-06T08:00:00+03:00')
    const { views } = await press('health', 'Heart walk', 'As planned')
    expect(views.map(textOf)[0]).toContain('took place as planned')
    expect(views.map(textOf)[1]).toContain('How was it covered?')
    expect(views[1] && actionsOf(views[1]).map(a => a.label)).toEqual(['Add coverage', 'There was none', 'Success story', 'Later'])
    expect(await state(reference)).toBe('asked')
  })

  test('outside working hours too, to whoever answered', async () => {
    await submit('health', walk)
    await h.moveTo('2026-12-06T08:00:00+03:00')
    await h.moveTo('2026-12-06T21:00:00+03:00')
    expect((await press('health', 'Heart walk', 'As planned')).text).toContain('How was it covered?')
  })

  test('"none" is kept as none, and coverage that comes later still counts', async () => {
    const reference = await held()
    expect((await press('health', 'Heart walk', 'There was none')).text).toContain('says that there was no coverage')
    expect(await state(reference)).toBe('none')
    await h.moveTo('2026-12-20T08:00:00+03:00')
    expect(asked('health', 'A reminder', 'Heart walk')).toEqual([])
    await h.say('health', `coverage of ${reference}: Al Ayam`)
    await h.press('health', 'Save coverage')
    expect(await state(reference)).toBe('collected')
  })

  test('reminded of once after two working days, then open, which is not none; the centre sees it and asks again', async () => {
    const reference = await held()
    expect((await press('health', 'Heart walk', 'Later')).text).toContain('8 December')
    await h.moveTo('2026-12-08T12:00:00+03:00')
    expect(asked('health', 'A reminder', 'Heart walk')).toHaveLength(1)
    expect(await state(reference)).toBe('asked')
    await h.moveTo('2026-12-15T12:00:00+03:00')
    expect(asked('health', 'A reminder', 'Heart walk')).toHaveLength(1)
    expect(await state(reference)).toBe('open')
    const list = await h.command('centre', 'munassiq', 'coverage')
    expect(list.text).toContain('Heart walk')
    const nudged = await press('centre', 'Heart walk', 'Ask again')
    expect(nudged.text).toContain('asked again')
    expect(asked('health', 'The Centre asks again', 'Heart walk')).toHaveLength(1)
    await press('centre', 'Heart walk', 'Ask again')
    expect(asked('health', 'The Centre asks again', 'Heart walk')).toHaveLength(1)
    // A member sees their own.
    expect((await h.say('health', 'coverage')).text).toContain('Heart walk')
    expect((await h.say('tourism', 'coverage')).text).not.toContain('Heart walk')
    expect(h.errors).toEqual([])
  })
})

describe('given', () => {
  const pasted = `1. GDN – Two thousand walk for heart health – positive – https://www.gdnonline.com/Details/1312345?utm_source=x
2. Al Ayam – Heart walk draws families – 4 December – reach 45,000 (Meltwater)
3. Manama Beat – A walk to remember – https://manamabeat.com/walk`

  test('several at a time on one card, saved with one press, once', async () => {
    const reference = await held()
    await press('health', 'Heart walk', 'Add coverage')
    const card = await h.say('health', pasted)
    expect(card.text).toContain('3 appearances in what you sent')
    expect(card.text).toContain('Coverage of Heart walk')
    expect(card.text).toContain('1. Gulf Daily News')
    expect(card.text).toContain('3. Manama Beat (new)')
    expect(card.text).toContain('News site (guessed)')
    expect((await h.say('health', 'remove the second')).text).toContain('2 appearances')
    expect((await h.say('health', 'Al Bilad, BNA')).text).toContain('4 appearances')
    const saving = cardWith('health', 'Save all 4')
    expect((await h.press('health', 'Save all 4')).text).toContain('4 appearances were saved')
    const action = actionsOf(saving.view).find(a => a.label === 'Save all 4')
    expect((await h.deliver('health', { kind: 'press', press: action?.press as never, card: saving.card, dialog: false })).text).toContain(
      'saved already',
    )
    const rows = await kept()
    expect(rows).toHaveLength(4)
    expect(rows.find(r => r.title === 'Two thousand walk for heart health')).toMatchObject({
      outletId: 'outlet-gdn',
      tone: 'positive',
      on: '2026-12-03',
      linkKey: 'gdnonline.com/Details/1312345',
    })
    expect(await state(reference)).toBe('collected')
    // The card of the question says whose answer it was.
    expect(h.shown.some(s => s.to === 'health' && s.op === 'update' && textOf(s.view).includes('Coverage was given by'))).toBe(true)
    const record = (await h.db.select().from(changes).where(eq(changes.entity, 'coverage'))).map(c => c.action)
    expect(record.filter(a => a === 'added')).toHaveLength(4)
    expect(record).toContain('collected')
    await h.moveTo('2026-12-15T12:00:00+03:00')
    expect(asked('health', 'A reminder', 'Heart walk')).toEqual([])
  })

  test('the same link twice for an activity is one, and is said so', async () => {
    const reference = await held()
    const twice = await h.say('health', `coverage of ${reference}: https://x.com/moh/status/1 https://mobile.twitter.com/moh/status/1?s=20`)
    expect(twice.text).toContain('counted once')
    await h.press('health', 'Save coverage')
    const again = await h.say('health', `coverage of ${reference}: http://twitter.com/MOH/status/1/`)
    expect(again.text).toContain('recorded for this activity already')
    expect((await h.press('health', 'Save coverage')).text).toContain('not counted again')
    expect(await kept()).toHaveLength(1)
  })

  test('what is of another activity by its number does not join this one', async () => {
    const reference = await held()
    await press('health', 'Heart walk', 'Add coverage')
    await h.say('health', 'Al Ayam, GDN')
    expect((await h.say('health', 'coverage of A-2026-0001: Al Bilad https://www.albiladpress.com/1')).text).toContain('another activity')
    await h.press('health', 'Leave it out')
    await h.press('health', 'Save all 2')
    expect((await kept()).map(r => [r.activityId, r.link])).toEqual([
      [(await stored(reference)).id, null],
      [(await stored(reference)).id, null],
    ])
  })

  test('a number without how it was counted is asked about once, and can be passed over', async () => {
    const reference = await held()
    expect((await h.say('health', `coverage of ${reference}: Al Ayam – Heart walk draws families – reach 45,000`)).text).toContain(
      'How was the reach counted?',
    )
    await h.say('health', 'skip')
    await h.press('health', 'Save coverage')
    expect((await kept())[0]).toMatchObject({ reach: 45000, reachHow: null })
  })

  test('a sentence in Arabic goes straight to the card; which activity is asked where nothing says it', async () => {
    await submit('health', walk)
    await h.moveTo('2026-12-06T08:00:00+03:00')
    const card = await h.say('health', 'تغطية Heart walk: الأيام، أخبار الخليج، تلفزيون البحرين')
    expect(card.text).toContain('٣ تغطيات')
    expect((await h.say('health', 'احذف الثانية')).text).toContain('تغطيتان')
    await h.say('health', 'إلغاء')
    const which = await h.say('health', 'https://www.alayam.com/news/1\nhttps://www.bna.bh/heart')
    expect(which.text).toContain('تغطية أي فعالية؟')
    expect((await h.press('health', 'Heart walk')).text).toContain('تغطيتان')
    await h.press('health', 'حفظ الكل (٢)')
    expect(await kept()).toHaveLength(2)
  })

  test('corrected and removed by its number; what others changed meanwhile is shown', async () => {
    const reference = await held()
    await h.say('health', `coverage of ${reference}: Al Ayam, GDN`)
    await h.press('health', 'Save all 2')
    const shown = cardWith('health', 'Remove')
    await h.say('health', `correct the second of the coverage of ${reference}`)
    await h.say('health', 'it was on 5 December')
    await h.press('health', 'Save')
    expect((await kept()).map(r => r.on).sort()).toEqual(['2026-12-03', '2026-12-05'])
    const old = actionsOf(shown.view).filter(a => a.label === 'Remove')
    const gone = await h.deliver('health', { kind: 'press', press: old[1]?.press as never, dialog: false })
    expect(gone.text).toContain('Somebody changed it')
    await h.say('health', `remove the first of the coverage of ${reference}`)
    await h.press('health', 'Yes, remove it')
    await h.say('health', `remove the first of the coverage of ${reference}`)
    await h.press('health', 'Yes, remove it')
    expect(await kept()).toEqual([])
    // Nothing given is not none.
    expect(await state(reference)).toBe('open')
    expect(h.errors).toEqual([])
  })

  test('a key message is offered by the likeness of the title, and kept once it is confirmed', async () => {
    const reference = await held()
    const { id } = await stored(reference)
    const [message] = (await h.db.select().from(keyMessages).orderBy(keyMessages.id)).filter(m => (m.textEn ?? '').split(' ').length > 5)
    await h.db
      .update(activities)
      .set({ priorityId: message?.priorityId ?? null })
      .where(eq(activities.id, id))
    const title = (message?.textEn ?? '').replace(/[.:,;–—-]/g, '')
    const card = await h.say('health', `coverage of ${reference}: GDN – ${title}`)
    expect(card.text).toContain('near to this key message')
    expect((await h.say('health', 'save')).text).toBeTruthy()
    expect((await kept())[0]?.messages).toEqual([])
    await h.say('health', `coverage of ${reference}: Al Bilad – ${title}`)
    await h.press('health', 'It carried it')
    await h.press('health', 'Save coverage')
    expect((await kept()).find(r => r.outletId === 'outlet-al-bilad')?.messages).toEqual([{ of: 'priority', id: message?.id }])
  })

  test('the form does what the sentence does', async () => {
    const reference = await held()
    await h.say('health', `coverage of ${reference}: Al Ayam`)
    const form = h.formOf((await h.press('health', 'Form', { dialog: true })).reply)
    const had = Object.fromEntries(form.inputs.flatMap(i => (i.value === undefined ? [] : [[i.id, i.value]])))
    const wrong = await h.fill('health', form, { ...had, on: '2027-01-01', reach: 'many', link: 'nowhere' }, 'en')
    expect(h.formOf(wrong.reply).inputs.flatMap(i => (i.problem ? [i.id] : []))).toEqual(['link', 'reach'])
    const filled = {
      ...had,
      title: 'Heart walk',
      reach: '120k views',
      link: 'https://www.alayam.com/1',
      tone: 'positive',
      level: 'regional',
    }
    await h.fill('health', form, filled, 'en')
    if (actionsOf(h.last('health').view).some(a => a.label === 'Save coverage')) await h.press('health', 'Save coverage')
    expect(await kept()).toMatchObject([
      {
        outletId: 'outlet-al-ayam',
        title: 'Heart walk',
        reach: 120000,
        reachHow: 'views',
        tone: 'positive',
        level: 'regional',
        medium: 'print',
      },
    ])
  })

  test('others may neither add nor correct, and see nothing of what they may not see', async () => {
    const reference = await held()
    await h.say('health', `coverage of ${reference}: Al Ayam`)
    await h.press('health', 'Save coverage')
    const seen = await h.say('tourism', `show the coverage of ${reference}`)
    expect(seen.text).toContain('Al Ayam')
    expect(actionsOf(h.last('tourism').view)).toEqual([])
    expect((await h.say('tourism', `coverage of ${reference}: GDN`)).text).toContain('to decide')
    expect(await kept()).toHaveLength(1)
  })

  test('a reach said once for several is kept as what they reached together, is nobody’s own, and is counted once', async () => {
    const reference = await held()
    const { text } = await h.say('health', `coverage of ${reference}: Al Ayam, GDN and Bahrain TV, reach 120,000 in all (Meltwater)`)
    expect(text).toContain('120,000 for several together (Meltwater)')
    expect((await h.press('health', 'Save all 3')).text).toContain('reach 120,000 for several together (Meltwater)')
    const rows = await kept()
    expect(rows.map(c => c.reach)).toEqual([null, null, null])
    expect(new Set(rows.map(c => c.shared?.id)).size).toBe(1)
    await h.say('health', `coverage of ${reference}: Al Watan, reach 5,000 (Meltwater)`)
    await h.press('health', 'Save coverage')
    expect((await h.say('health', 'echo of December')).text).toContain('125,000: Meltwater, 4 appearances')
    // Of a part of them nobody knows how many it reached.
    await h.db
      .update(coverage)
      .set({ on: '2026-11-30' })
      .where(eq(coverage.id, rows[0]?.id ?? ''))
    const december = (await h.say('health', 'echo of December')).text
    expect(december).toContain('5,000: Meltwater, 1 appearance\n')
    expect(december).toContain('Reach is not known for 2 appearances.')
    expect((await h.say('health', 'echo from November to December')).text).toContain('125,000: Meltwater, 4 appearances')
    // Corrected on one of them it is corrected for all.
    await h.say('health', `correct the second of the coverage of ${reference}`)
    await h.say('health', 'the reach is 110,000 in total (Meltwater)')
    await h.press('health', 'Save')
    expect((await kept()).map(c => c.shared?.reach ?? c.reach).sort()).toEqual([110_000, 110_000, 110_000, 5_000].sort())
    expect(h.errors).toEqual([])
  })

  test('a clipping is read by its words, and said not to be kept', async () => {
    await held()
    const file = {
      kind: 'file' as const,
      name: 'Al Ayam - Heart walk draws families.pdf',
      mime: 'application/pdf',
      size: 4,
      bytes: 'JVBERg==',
      text: '',
    }
    const { text } = await h.deliver('health', file)
    expect(text).toContain('is not kept here')
    expect(text).toContain('Heart walk draws families')
    await h.press('health', 'Save coverage')
    expect((await kept())[0]).toMatchObject({ outletId: 'outlet-al-ayam', title: 'Heart walk draws families' })
    // While a card is open, the words of a clipping join it.
    await h.press('health', 'Add coverage')
    await h.say('health', 'GDN')
    const joined = await h.deliver('health', { ...file, name: 'scan.pdf', text: 'Al Bilad: Thousands walk in Arad' })
    expect(joined.text).toContain('2 appearances')
    await h.press('health', 'Save all 2')
    expect((await kept()).map(r => r.outletId).sort()).toEqual(['outlet-al-ayam', 'outlet-al-bilad', 'outlet-gdn'])
  })
})

describe('outlets', () => {
  test('one that is not listed is new until the centre confirms it, with one press', async () => {
    const reference = await held()
    await h.say('health', `coverage of ${reference}: https://manamabeat.com/walk`)
    expect((await h.press('health', 'Save coverage')).text).toContain('until the Centre confirms it')
    const waiting = async () => (await h.db.select().from(outlets)).filter(o => o.state === 'proposed')
    expect(await waiting()).toHaveLength(1)
    await press('centre', 'manamabeat.com', 'تأكيد')
    expect(await waiting()).toEqual([])
    expect((await h.say('centre', 'قائمة الوسائل')).text).toContain('manamabeat.com')
    // The next link of it is known.
    expect((await h.say('health', `coverage of ${reference}: https://www.manamabeat.com/second`)).text).not.toContain('(new)')
  })

  test('corrected by the form, its appearances follow; or found to be a listed one', async () => {
    const reference = await held()
    await h.say('health', `coverage of ${reference}: https://manamabeat.com/walk https://ayam-plus.com/1`)
    await h.press('health', 'Save all 2')
    const card = h.shown.findLast(s => s.to === 'centre' && textOf(s.view).startsWith('manamabeat.com'))
    const correct = card && actionsOf(card.view).find(a => a.label === 'تصحيح')
    const opened = await h.deliver('centre', { kind: 'press', press: correct?.press as never, card: card?.card, dialog: true })
    const form = h.formOf(opened.reply)
    await h.fill('centre', form, { ar: 'نبض المنامة', en: 'Manama Beat', medium: 'podcast', level: 'regional' }, 'ar')
    expect((await kept()).map(r => r.medium).sort()).toEqual(['news_site', 'podcast'])
    await press('centre', 'ayam-plus.com', 'هي وسيلة مدرجة')
    await h.say('centre', 'الأيام')
    await h.press('centre', 'هي وسيلة مدرجة')
    expect((await kept()).map(r => r.outletId)).toContain('outlet-al-ayam')
    expect((await h.say('health', `coverage of ${reference}: https://ayam-plus.com/2`)).text).toContain('Al Ayam')
    expect(h.errors).toEqual([])
  })
})

describe('a partner', () => {
  test('adds to the coverage of a joint activity and corrects what it added; the owner is told and keeps its question', async () => {
    await h.say('health', 'Heart walk on 3 December at 10am at the Gulf Hotel with the Ministry of Youth')
    const reference = referenceIn((await h.press('health', 'Submit')).text)
    const before = await h.say('youth', `coverage of ${reference}: Al Ayam`)
    expect(before.text).not.toMatch(/Save|حفظ/)
    await press('youth', 'Heart walk', 'قبول الدعوة')
    await h.moveTo('2026-12-06T08:00:00+03:00')
    await press('health', 'Heart walk', 'As planned')
    await h.say('health', `coverage of ${reference}: GDN`)
    await h.press('health', 'Save coverage')
    await h.say('youth', `تغطية ${reference}: الأيام`)
    await h.press('youth', 'حفظ التغطية')
    expect((await kept()).length).toBe(2)
    expect(asked('health', 'added an appearance to the coverage of', 'Heart walk').length).toBe(1)
    const card = await h.say('youth', `تغطية ${reference}`)
    expect(card.views.flatMap(actionsOf).filter(a => a.label === 'تصحيح').length).toBe(1)
  })
})
