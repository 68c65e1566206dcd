/** The media echo in conversation: what it counts, what it says is not known, of whom and when, and what a reader does not see of it. */
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { activities } from '../../db/schema.ts'
import { echoForMeeting, echoLines } from '../../src/coverage/echo-meeting.ts'
import { view } from '../../src/dialogue/say.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { actionsOf, house, type TestHouse, textOf } from '../house.ts'
import { appeared, collectionIs, november, october, withOutlets } from './echo-rows.ts'

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

describe('several months', () => {
  beforeEach(async () => {
    await november(h)
    await october(h)
  })

  test('a year, with the one before and after it by buttons', async () => {
    const { text } = await h.say('health', 'media echo of 2026')
    expect(text).toContain('Media echo: 2026\n2026 is not over yet')
    expect(text).toContain('8 appearances in the media')
    expect(text).toContain('Nothing was collected for 2025')
    expect((await h.press('health', 'The period before')).text).toContain('Media echo: 2025')
    expect((await h.say('health', 'صدى السنة')).text).toContain('الصدى الإعلامي: عام ٢٠٢٦')
  })

  test('a quarter, and from one month to another, compared with as many months before', async () => {
    expect((await h.say('health', 'echo of the last quarter')).text).toContain('Media echo: July to September 2026')
    const { text } = await h.say('health', 'echo from October to November')
    expect(text).toContain('Media echo: October and November 2026\nThe period October and November 2026 is not over yet')
    expect(text).toContain('Nothing was collected for the period August and September 2026')
    expect((await h.say('health', 'الصدى الإعلامي من سبتمبر إلى نوفمبر')).text).toContain('الصدى الإعلامي: من سبتمبر إلى نوفمبر ٢٠٢٦')
    expect((await h.say('health', 'echo from January 2020 to November 2026')).text).toContain('at most 24 months')
  })

  test('as a file, which says the same months', async () => {
    await h.say('health', 'echo from October to November')
    await h.press('health', 'As a file')
    await h.press('health', 'Word')
    expect(JSON.stringify(h.shown)).toMatch(/October and November 2026\.docx/)
  })
})

describe('a month', () => {
  test('says what took place, what the media carried by medium and level, and what is not known', async () => {
    await november(h)
    const { text } = await h.say('health', "what was November's echo?")
    expect(text).toContain('Media echo: November 2026')
    expect(text).toContain('November 2026 is not over yet')
    expect(text).toContain('In the plan: 13 activities\nTook place: 9 activities\nNot over yet: 4 activities')
    expect(text).toContain('6 appearances in the media')
    expect(text).toContain('Traditional media: 4 (local 3, regional 1)\nnewspapers 2, television 1, news agencies 1')
    expect(text).toContain('New media: 2 (local 1, international 1)\nnews sites 1, social media 1')
    // 0027 has appearances on record, though nobody closed its question.
    expect(text).toContain(
      'Coverage collected: 3 of 9 activities that took place\nSaid that there was none: 1 activity\nAsked, and not answered yet: 2 activities\nNot asked yet: 3 activities',
    )
    expect(text).toContain('What was not collected is not counted as zero.')
    expect(text).toMatch(/Where most appeared\nThe Daily Gulf Gazette: 2\n/)
    expect(text).toMatch(/Key messages that were heard\n.+ \(2 times\)\n/)
    expect(text).toContain('Tone: positive 2, neutral 1, negative 1 (known of 4 of 6)')
    expect(h.errors).toEqual([])
  })

  test('reach that was counted in different ways is said apart, and how many have none', async () => {
    await november(h)
    const { text } = await h.say('health', 'echo of november')
    expect(text).toContain('78,000: Copies printed, 2 appearances\n120,000: Viewers, by the channel, 1 appearance')
    expect(text).toContain('counted in different ways are not added up')
    expect(text).toContain('Reach is not known for 3 appearances.')
    expect(text).not.toContain('198,000')
  })

  test('is compared with the month before, where something was collected of that', async () => {
    await november(h)
    expect((await h.say('health', 'echo of november')).text).toContain('Nothing was collected for October 2026')
    await october(h)
    const { text } = await h.say('health', 'echo of november')
    expect(text).toContain('4 more than in October 2026, for which 1 of 13 activities had coverage collected')
    expect((await h.press('health', 'Earlier month')).text).toContain('2 appearances in the media\nNothing was collected for September')
    await appeared(h, 'A-2026-0020', 'channel', '2026-10-22')
    for (let n = 0; n < 5; n++) await appeared(h, 'A-2026-0016', 'social', '2026-10-07')
    expect((await h.say('health', 'echo of november')).text).toContain('2 fewer than in October')
  })

  test('of which nothing was collected says so, and counts no zero', async () => {
    const { text } = await h.say('health', 'echo')
    expect(text).toContain('Media echo: October 2026')
    expect(text).toContain('No coverage has been collected for this echo yet')
    expect(text).toContain('Not asked yet: 13 activities')
    expect(text).not.toMatch(/\b0\b/)
  })

  test('of which the owners said that there was none is known to have none', async () => {
    await collectionIs(h, 'A-2026-0022', 'none')
    const { text } = await h.say('health', 'media echo for October')
    expect(text).toContain('No appearance in the media is on record.')
    expect(text).toContain('Said that there was none: 1 activity')
  })

  test('the plan of a month that has just been is no plan of next year', async () => {
    expect((await h.say('health', 'plan of October')).text).toContain('October 2026')
    expect((await h.say('health', 'plan of February')).text).toContain('February 2027')
  })

  test('is the last of its name; one that has not begun has no echo', async () => {
    expect((await h.say('health', 'echo of december')).text).toContain('Media echo: December 2025')
    expect((await h.say('health', 'media echo next month')).text).toContain('December 2026 has not begun yet')
    expect((await h.say('centre', 'الصدى الإعلامي للشهر القادم')).text).toContain('لم يبدأ ديسمبر ٢٠٢٦ بعد')
    expect((await h.say('health', "this month's media echo")).text).toContain('Media echo: November 2026')
  })

  test('in Arabic, with the network’s digits', async () => {
    await november(h)
    const { text } = await h.say('centre', 'الصدى الإعلامي لشهر نوفمبر')
    expect(text).toContain('الصدى الإعلامي: نوفمبر ٢٠٢٦')
    expect(text).toContain('في المخطط: ١٣ فعالية\nنُفّذت: ٩ فعاليات')
    expect(text).toContain('٦ تغطيات إعلامية')
    expect(text).toContain('الإعلام التقليدي: ٤ (محلي ٣، إقليمي ١)\nالصحف ٢، التلفزيون ١، وكالات الأنباء ١')
    expect(text).toContain('جُمعت تغطيتها: ٣ من ٩ فعاليات منفّذة')
    expect(text).toContain('إيجابية ٢، محايدة ١، سلبية ١ (معروفة في ٤ من أصل ٦)')
  })
})

describe('planned and achieved', () => {
  test('what was withdrawn did not take place; what was moved to another month is said to be', async () => {
    await h.say('youth', 'edit A-2026-0041')
    await h.say('youth', 'change the date to 14 December at 10am')
    await h.press('youth', 'Save changes')
    await h.say('egov', 'withdraw A-2026-0049')
    await h.press('egov', 'Yes, withdraw')
    const { text } = await h.say('centre', 'echo of november in English')
    expect(text).toContain(
      'In the plan: 13 activities\nTook place: 9 activities\nMoved to another month or put off: 1 activity\nDid not take place: 1 activity',
    )
  })

  test('what its owner said was otherwise is told, and what nobody spoke of is no achievement', async () => {
    await withOutlets(h)
    await h.moveTo('2026-12-03T12:00:00+03:00')
    const open = async () => (await h.say('centre', 'echo of november in English')).text
    // 0049 and 0058 are over by now, and nobody has said so.
    expect(await open()).toMatch(/Took place: 9 activities\nPast, and nobody has said how it went: \d/)
    const [, before] = /nobody has said how it went: (\d)/.exec(await open()) ?? []
    const card = h.shown.findLast(
      s => s.to === 'egov' && actionsOf(s.view).some(a => /It did, but changed|نُفذت مع تغيير|تغيير/.test(a.label)),
    )
    if (!card) throw new Error('egov was not asked')
    const press = actionsOf(card.view).find(a => a.press.args.answer === 'changed' || /changed|تغي/.test(a.label))
    await h.deliver('egov', { kind: 'press', press: press?.press ?? { name: '', args: {} }, card: card.card, dialog: false })
    await h.say('egov', 'It was held online')
    expect(await open()).toContain(
      `Took place: 10 activities\nOf these, otherwise than planned: 1 activity\nPast, and nobody has said how it went: ${Number(before) - 1} activit`,
    )
  })

  test('an appearance says that it took place, where nobody else has', async () => {
    await withOutlets(h)
    await h.moveTo('2026-12-03T12:00:00+03:00')
    await appeared(h, 'A-2026-0058', 'gazette', '2026-11-30')
    expect((await h.say('centre', 'echo of november in English')).text).toContain('Took place: 10 activities')
  })
})

describe('whose', () => {
  beforeEach(() => november(h))

  test('an organization’s holds what it owns', async () => {
    const { text } = await h.say('health', 'media echo of the municipalities ministry in november')
    expect(text).toMatch(/Media echo of .*: November 2026/)
  })

  test('“ours” is a member’s own organization, and the whole network to the centre', async () => {
    expect((await h.say('health', 'what echo did our campaigns have in November?')).text).toContain(
      'Media echo of Ministry of Health: November',
    )
    expect((await h.say('health', 'الصدى الإعلامي لجهتنا في نوفمبر')).text).toContain('الصدى الإعلامي لفعاليات وزارة الصحة: نوفمبر')
    expect((await h.say('centre', 'what echo did our campaigns have in November?')).text).toContain('Media echo: November')
  })

  test('a priority’s is named by its place, its words, or chosen', async () => {
    const { text } = await h.say('health', 'echo of the second priority')
    expect(text).toContain('Media echo of the priority Prevention begins with us (November 2026)')
    expect(text).toContain('3 appearances in the media')
    expect(text).not.toContain('compare')
    expect((await h.say('health', 'echo of the priority prevention begins with us')).text).toContain('Prevention begins with us')
    expect((await h.say('centre', 'صدى الأولوية الثانية')).text).toContain('٣ تغطيات إعلامية')
    expect((await h.say('health', 'echo of a priority')).text).toContain('Which priority’s echo')
    expect((await h.press('health', 'Young people as partners in development')).text).toContain('Young people as partners')
  })
})

test('what a reader may not see is not counted', async () => {
  await withOutlets(h)
  await appeared(h, 'A-2026-0024', 'gazette', '2026-11-05')
  await appeared(h, 'A-2026-0031', 'agency', '2026-11-09', { title: 'Secret' })
  await h.db.update(activities).set({ visibility: 'centre' }).where(eq(activities.reference, 'A-2026-0031'))
  for (const [who, n] of [
    ['health', '1 appearance '],
    ['observer', '1 appearance '],
    ['centre', '2 appearances '],
    ['finance', '2 appearances '],
  ] as const)
    expect([who, (await h.say(who, 'media echo of november please')).text.includes(n)]).toEqual([who, true])
})

describe('for a meeting', () => {
  async function read(): Promise<string | null> {
    let said: string | null = null
    await h.house.within(h.networkId, async scene => {
      const reader = { networkId: h.networkId, memberId: '', organizationId: '', roles: ['observer' as const], now: scene.now }
      const echo = await echoForMeeting(scene, reader, '2026-11')
      const voice = { speak: scene.voice('en'), organizations: scene.organizations }
      said = echo && textOf(view('en', echoLines(voice, echo)))
    })
    return said
  }

  test('nothing is said where nobody was asked and nothing was collected', async () => {
    expect(await read()).toBeNull()
  })

  test('a month in a few lines: what took place, appearances, where most, and what is not known', async () => {
    await november(h)
    const said = await read()
    expect(said).toMatch(/^In the plan: 13 activities\nTook place: 9 activities\n6 appearances in the media\n/)
    expect(said).toContain('The Daily Gulf Gazette: 2')
    expect(said).toContain('Asked, and not answered yet: 2 activities')
  })
})
