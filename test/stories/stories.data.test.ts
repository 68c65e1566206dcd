/** Stories: told by an officer, approved or returned by the centre, listed, and issued as a numbered edition; the quote, the embargo and the record are held. */
import { and, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as people from '../../db/people.ts'
import { activities, changes, stories, storyEditionRows, storyEditions } from '../../db/schema.ts'
import * as storiesDb from '../../db/stories.ts'
import type { Reader } from '../../src/model/people.ts'
import { storiesForMeeting, storyLines } from '../../src/stories/edition.ts'
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

/** What was shown to somebody since they last did something, an older card that lost its buttons included. */
let before = 0
const shown = (as: string) =>
  h.shown
    .slice(before)
    .filter(s => s.to === as)
    .map(s => textOf(s.view))
    .join('\n')
async function say(as: string, text: string) {
  before = h.shown.length
  return h.say(as, text)
}
async function press(as: string, label: string, how: { dialog?: boolean } = {}) {
  before = h.shown.length
  return h.press(as, label, how)
}
/** The newest card shown to somebody that has a button. */
function cardWith(as: string, label: string) {
  const found = h.shown.filter(s => s.to === as).findLast(s => actionsOf(s.view).some(a => a.label === label))
  const action = found && actionsOf(found.view).find(a => a.label === label)
  if (!found || !action) throw new Error(`no ${label}`)
  return { ...found, press: action.press }
}
async function reader(as: string): Promise<Reader> {
  const network = await h.network()
  const member = await people.activeByEmail(h.db, network, `${as}@munassiq.example`)
  if (!member) throw new Error(as)
  return {
    networkId: network.id,
    memberId: member.id,
    organizationId: member.organizationId,
    roles: member.roles,
    now: await h.house.networkNow(network.id),
  }
}
/** An activity of the Ministry of Health, as if it had been held on 14 November. */
async function past() {
  const { organizationId } = await reader('health')
  const [a] = await h.db
    .select()
    .from(activities)
    .where(and(eq(activities.ownerId, organizationId), eq(activities.visibility, 'network'), eq(activities.lifecycle, 'planned')))
    .limit(1)
  if (!a) throw new Error('no activity')
  const [start, end] = ['2026-11-14T07:00:00+03:00', '2026-11-14T11:00:00+03:00']
  const span = { startsAt: Temporal.Instant.from(start), endsAt: Temporal.Instant.from(end) }
  await h.db
    .update(activities)
    .set({ when: { kind: 'timed', start, end }, ...span })
    .where(eq(activities.id, a.id))
  return a
}

/** The officer of the Ministry of Health tells one, answer by answer. */
async function told({ consent = 'Agreed' } = {}) {
  const a = await past()
  await say('health', `make a story of ${a.reference}`)
  expect(shown('health')).toContain('What is its headline?')
  await say('health', 'Twelve hundred people were screened in one morning')
  expect(shown('health')).toContain('What changed for people through it?')
  await say('health', 'People who had never been screened now know their blood pressure, and 84 were sent to a doctor.')
  expect(shown('health')).toContain('headline in the other language')
  await say('health', 'فحص ألف ومئتي شخص في صباح واحد')
  await say('health', 'بات من لم يُفحصوا من قبل يعرفون ضغط دمهم، وأحيل ٨٤ منهم إلى الطبيب.')
  expect(shown('health')).toContain('Is there a figure')
  await say('health', '1,240 people')
  expect(shown('health')).toContain('How was that counted?')
  await say('health', 'Counted at the door by the volunteers, 14 November')
  await say('health', 'It took ten minutes and it may have saved my life')
  expect(shown('health')).toContain('Who said it?')
  await say('health', 'Salem, a visitor of 61')
  expect(shown('health')).toContain('Has the speaker agreed')
  await press('health', consent)
  return a
}
const propose = async (how: { consent?: string } = {}) => {
  const a = await told(how)
  await press('health', 'Propose the story')
  return a
}

describe('a story', () => {
  test('is told answer by answer, goes to the centre, is approved with a press, and is listed', async () => {
    const a = await propose()
    expect(shown('health')).toContain('Thank you. The story is with the Centre.')
    expect(shown('centre')).toMatch(/قصة مقترحة من د. مريم جاسم العلوي، وزارة الصحة/)
    expect(shown('centre')).toContain('فحص ألف ومئتي شخص في صباح واحد')
    // Before it is approved nobody else reads it.
    expect((await say('tourism', 'show the success stories')).text).toContain('No stories yet')
    await press('centre', 'اعتماد')
    expect(shown('centre-2')).toContain('معتمدة')
    expect(shown('health')).toContain('The Centre approved your story.')
    const list = await say('tourism', 'show the success stories')
    expect(list.text).toMatch(
      /^Success stories\nOne story\nNovember 2026\nTwelve hundred people were screened in one morning\nMinistry of Health · 1,240 people/,
    )
    const one = (await press('tourism', 'Read')).text
    expect(one).toContain('1,240 people (Counted at the door by the volunteers, 14 November)')
    expect(one).toContain('“It took ten minutes and it may have saved my life” (Salem, a visitor of 61)')
    expect(one).toContain(a.reference)
    expect(actionsOf(h.last('tourism').view)).toEqual([])
    // By month and by organization.
    expect((await say('tourism', 'success stories of October')).text).toContain('No stories yet')
    expect((await say('youth', 'قصص نجاح وزارة الصحة')).text).toContain('فحص ألف ومئتي شخص')
    expect((await say('youth', 'قصص نجاح وزارة الأشغال')).text).toContain('لا قصص بعد')
    const record = await h.db.select().from(changes).where(eq(changes.entity, 'story'))
    expect(record.map(r => r.action)).toEqual(['proposed', 'approved'])
    expect(h.errors).toEqual([])
  })

  test('what waits is shown where it is asked for: to the centre, to its owner, to nobody else', async () => {
    await propose()
    for (const [as, said] of [
      ['centre', 'القصص التي تنتظر الاعتماد'],
      ['health-2', 'which stories wait for approval'],
    ] as const)
      expect((await say(as, said)).text, as).toMatch(/Twelve hundred|فحص ألف ومئتي/)
    expect((await say('tourism', 'which stories wait for approval')).text).toBe(
      'Stories waiting for approval\nNo stories are waiting for approval.',
    )
    expect((await say('observer', 'which stories wait for approval')).text).toContain('No stories yet')
  })

  test('a figure written in both languages is read in the reader’s own', async () => {
    await propose()
    await h.db.update(stories).set({ figure: '١٢٤٠ شخصاً | 1,240 people', figureHow: 'counted at the door' })
    expect((await say('centre', 'which stories wait for approval')).text).toContain('1,240 people (counted at the door)')
    expect((await say('centre', 'القصص التي تنتظر الاعتماد')).text).toContain('١٢٤٠ شخصاً (counted at the door)')
  })

  test('a sentence with its headline begins it, and saved twice it stands once', async () => {
    await say('youth', 'قصة نجاح: مخيم البرمجة يفتح الباب لستين شاباً')
    expect(shown('youth')).toContain('عن أي فعالية هذه القصة؟')
    await say('youth', 'ليست عن فعالية في المخطط')
    await say('youth', 'حصل ستون شاباً على تدريب عملي لم يكن متاحاً لهم من قبل.')
    for (let i = 0; i < 3; i++) await say('youth', 'تخطي')
    expect(shown('youth')).toContain('القصة مكتوبة بلغة واحدة حتى الآن.')
    const card = cardWith('youth', 'تقديم القصة')
    for (let i = 0; i < 2; i++) await h.deliver('youth', { kind: 'press', press: card.press, card: card.card, dialog: false })
    const all = await h.db.select().from(stories)
    expect(all.map(s => [s.headlineAr, s.headlineEn, s.month, s.state])).toEqual([
      ['مخيم البرمجة يفتح الباب لستين شاباً', null, '2026-11', 'proposed'],
    ])
    // The missing language is said.
    expect(
      h.shown
        .filter(s => s.to === 'youth')
        .map(s => textOf(s.view))
        .join('\n'),
    ).toContain('القصة غير مكتوبة بالإنجليزية بعد')
    expect(h.errors).toEqual([])
  })

  test('without its speaker’s consent the quote is for its owner and the centre alone, in the edition too', async () => {
    await propose({ consent: 'Not yet' })
    expect(shown('health')).toContain('The speaker has not agreed yet')
    expect(shown('centre')).toContain('It took ten minutes')
    await press('centre', 'اعتماد')
    await say('tourism', 'show the success stories')
    expect((await press('tourism', 'Read')).text).not.toContain('ten minutes')
    await say('health-2', 'show the success stories')
    expect((await press('health-2', 'Read')).text).toContain('ten minutes')
    await say('centre', 'أصدر إصدار الإنجازات لشهر نوفمبر')
    await press('centre', 'إصدار الإنجازات')
    expect((await say('health', 'show the achievements edition')).text).not.toContain('ten minutes')
    expect(JSON.stringify(await h.db.select().from(storyEditionRows))).not.toContain('ten minutes')
  })

  test('is returned with a note, worded anew, and an old card is refused with what stands', async () => {
    await propose()
    const old = cardWith('centre', 'اعتماد')
    await press('centre', 'إعادة مع ملاحظة', { dialog: false })
    await say('centre', 'يرجى ذكر مصدر الرقم')
    expect(shown('health')).toContain('The Centre returned it: يرجى ذكر مصدر الرقم')
    await press('health', 'Edit', { dialog: false })
    await press('health', 'Change')
    await press('health', 'How it was counted')
    await say('health', 'Register of the health centres, 14 November')
    await press('health', 'Save')
    expect(shown('health')).toContain('The story is with the Centre.')
    expect((await h.deliver('centre', { kind: 'press', press: old.press, card: old.card, dialog: false })).text).toContain(
      'تغيرت القصة في هذه الأثناء',
    )
    const [row] = await h.db.select().from(stories)
    expect(row).toMatchObject({ state: 'proposed', figureHow: 'Register of the health centres, 14 November' })
    // Nobody else's press does anything to it.
    for (const name of ['story.approve', 'story.withdraw', 'story.edit', 'story.return'])
      await h.deliver('tourism', { kind: 'press', press: { name, args: { id: row?.id ?? '', v: String(row?.version) } }, dialog: false })
    expect((await h.db.select().from(stories))[0]).toEqual(row)
    await press('health', 'Withdraw')
    expect(shown('health')).toContain('Withdrawn')
    expect((await h.db.select().from(stories))[0]?.state).toBe('withdrawn')
    expect(h.errors).toEqual([])
  })

  test('of an activity that a reader may not see is not shown to them, and not counted', async () => {
    const a = await propose()
    await h.db.update(activities).set({ visibility: 'centre' }).where(eq(activities.id, a.id))
    await press('centre', 'اعتماد')
    expect((await say('tourism', 'show the success stories')).text).toContain('No stories yet')
    expect((await say('health', 'show the success stories')).text).toContain('One story')
    const [row] = await h.db.select().from(stories)
    expect(
      (await h.deliver('tourism', { kind: 'press', press: { name: 'story.open', args: { id: row?.id ?? '' } }, dialog: false })).text,
    ).toContain('no such story')
    await say('centre', 'أصدر إصدار الإنجازات لشهر نوفمبر')
    await press('centre', 'إصدار الإنجازات')
    expect((await say('tourism', 'show the achievements edition')).text).toContain('No stories yet')
    expect((await say('health', 'show the achievements edition')).text).toContain('Twelve hundred')
    // What was frozen for the centre stays so, though the activity opens: the narrower of the two.
    await h.db.update(activities).set({ visibility: 'network' }).where(eq(activities.id, a.id))
    expect((await say('tourism', 'show the achievements edition')).text).toContain('No stories yet')
  })
})

describe('the edition of achievements', () => {
  async function issued() {
    await propose()
    await press('centre', 'اعتماد')
    await say('centre', 'أصدر إصدار الإنجازات لشهر نوفمبر')
    expect(shown('centre')).toContain('إنجازات نوفمبر ٢٠٢٦: سيصدر ما يلي')
  }
  test('is issued once under a number, frozen, and read by everybody', async () => {
    await issued()
    const card = cardWith('centre', 'إصدار الإنجازات')
    for (let i = 0; i < 2; i++) await h.deliver('centre', { kind: 'press', press: card.press, card: card.card, dialog: false })
    expect((await h.db.select().from(storyEditions)).map(e => [e.number, e.month])).toEqual([[1, '2026-11']])
    expect(shown('centre')).toContain('إصدار الإنجازات رقم ١')
    const [row] = await h.db.select().from(stories)
    await h.db
      .update(stories)
      .set({ headlineEn: 'Reworded' })
      .where(eq(stories.id, row?.id ?? ''))
    expect((await say('observer', 'show achievements edition 1')).text).toContain('Twelve hundred people were screened')
    expect((await say('tourism', 'achievements edition 9')).text).toContain('There is no edition 9')
    expect(h.errors).toEqual([])
  })
  test('what changed since the preview is shown before anything is issued', async () => {
    await issued()
    await h.db.update(stories).set({ version: 7 })
    await press('centre', 'إصدار الإنجازات')
    expect(shown('centre')).toContain('سيصدر ما يلي')
    expect(await h.db.select().from(storyEditions)).toEqual([])
  })
  test('is the centre’s to issue; there is nothing to issue of a month without a story', async () => {
    expect((await say('tourism', 'issue the achievements edition')).text).toContain('No edition of the achievements has been issued yet')
    await h.deliver('tourism', { kind: 'press', press: { name: 'achievements.issue', args: { m: '2026-11', s: 'x' } }, dialog: false })
    expect((await say('centre', 'أصدر إصدار الإنجازات لشهر نوفمبر')).text).toContain('لا توجد قصة معتمدة في نوفمبر')
    expect(await h.db.select().from(storyEditions)).toEqual([])
  })
  test('the meeting hears of a month what each reader may see', async () => {
    const a = await propose()
    await press('centre', 'اعتماد')
    const tourism = await reader('tourism')
    await h.house.within(h.networkId, async scene => {
      const found = await storiesForMeeting(scene, tourism, '2026-11')
      const said = storyLines(found, scene, scene.voice('en'))
      expect(textOf({ version: 1, language: 'en', summary: '', parts: said })).toBe(
        'Twelve hundred people were screened in one morning\nMinistry of Health · 1,240 people',
      )
      expect(storyLines(await storiesForMeeting(scene, tourism, '2026-10'), scene, scene.voice('en'))).toEqual([])
    })
    await h.db.update(activities).set({ visibility: 'centre' }).where(eq(activities.id, a.id))
    expect(await storiesDb.approved(h.db, tourism)).toEqual([])
  })
})

describe('the form', () => {
  test('takes a story without a figure or a quote, and asks for what belongs to one that is given', async () => {
    const a = await past()
    const opened = await h.deliver('health', { kind: 'press', press: { name: 'story.new', args: {} }, dialog: true })
    const form = h.formOf(opened.reply)
    expect(form.inputs.filter(i => i.required).map(i => i.id)).toEqual(['activity', 'headline', 'change'])
    const answers = { activity: a.id, headline: 'Everybody may be screened now', change: 'The walk brought screening to four villages.' }
    const wrong = await h.fill('health', form, { ...answers, quote: 'It may have saved my life' }, 'en')
    expect(h.formOf(wrong.reply).inputs.find(i => i.problem)).toMatchObject({
      id: 'quoteBy',
      problem: 'This is needed.',
    })
    await h.fill('health', h.formOf(wrong.reply), { ...answers, figure: '', quote: '' }, 'en')
    expect((await h.db.select().from(stories)).map(s => [s.figure, s.quote, s.consent])).toEqual([[null, null, false]])
    expect(h.errors).toEqual([])
  })
})
