/** The centre sets, moves and skips meetings; organizations answer; the deadline passes. Over the sample network with a scripted clock. */
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { rowsOf } from '../../db/client.ts'
import * as due from '../../db/due.ts'
import * as meetingsDb from '../../db/meetings.ts'
import { activities, editions, meetingAnswers, networks } from '../../db/schema.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { at, type Received, type SampleHouse, sampleHouse, wallText } from './sample-house.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(() => database.reset())
afterAll(() => database.close())

const said = (list: Received[], who: string) =>
  list
    .filter(r => r.to === who)
    .map(r => r.text)
    .join('\n')
const dueOf = async (house: SampleHouse, kind: string, subject = '%') =>
  (await due.openOf(house.db, house.networkId, kind, subject)).map(r => wallText(r.at))

test('the meeting says when, what it covers, until when, how one stands; who is missing only to the centre', async () => {
  const house = await sampleHouse(database)
  const [mine] = await house.say('health', 'when is the next meeting?')
  expect(mine?.text).toMatch(/Sunday 6 December 2026, 10:00 am/)
  expect(mine?.text).toMatch(/December 2026.*January 2027/)
  expect(mine?.text).toMatch(/Sunday 29 November 2026, 2:15 pm/)
  expect(mine?.text).toMatch(/not answered yet/)
  expect(mine?.actions.map(a => a.press.name)).toEqual(['meeting.submit', 'meeting.nil', 'command'])
  expect(mine?.text).not.toMatch(/Ministry of Interior/)
  const [centre] = await house.say('centre', 'متى الاجتماع القادم؟')
  expect(centre?.text).toMatch(/الأحد ٦ ديسمبر ٢٠٢٦/)
  expect(centre?.text).toMatch(/٢٦ جمادى الآخرة ١٤٤٨هـ/)
  expect(centre?.text).toMatch(/لم تصل الإجابة بعد من ٧ جهات/)
  expect(said(await house.say('health', 'who has not answered yet?'), 'health')).toMatch(/Centre/)
  expect(said(await house.say('observer', 'missing'), 'observer')).not.toMatch(/وزارة الداخلية/)
})

test('two colleagues answer at once: one answer stands, the other is told whose', async () => {
  const house = await sampleHouse(database)
  const cards = (await house.until('2026-11-25T07:00')).filter(r => /^youth/.test(r.to))
  expect(cards.length).toBe(2)
  await Promise.all(cards.map(c => house.press(c.to, [c], 'meeting.nil')))
  const youth = await house.organization('youth')
  const stored = await house.db.select().from(meetingAnswers).where(eq(meetingAnswers.organizationId, youth.id))
  expect(stored.length).toBe(1)
  const pressed = cards.map(c => house.received.filter(r => r.to === c.to && r.card === c.card && r.update).at(-1)?.text ?? '')
  for (const text of pressed) expect(text).toMatch(/إجابة وزارة شؤون الشباب|سُجّل/)
  expect(house.failures).toEqual([])
})

test('a coordinator answers for an organization by naming it; a member only for their own; an observer for none', async () => {
  const house = await sampleHouse(database)
  const interior = await house.organization('interior')
  expect(said(await house.say('centre', 'nothing to report from the Ministry of Interior'), 'centre')).toMatch(
    /Recorded.*Ministry of Interior/,
  )
  const m = await house.next()
  const kept = await meetingsDb.ownAnswer(house.db, house.networkId, m.id, interior.id)
  expect(kept).not.toBeNull()
  const [record] = rowsOf<{ for: string }>(
    await house.db.execute(sql`select for_organization_id as for from changes where entity = 'meeting' and action = 'answered'`),
  )
  expect(record?.for).toBe(interior.id)
  expect(said(await house.say('centre', 'nothing to report'), 'centre')).toMatch(/owes no answer/)
  expect(said(await house.say('health', 'nothing to report from the Ministry of Youth Affairs'), 'health')).toMatch(/own organization/)
  expect(said(await house.say('observer', 'لا توجد فعاليات لدينا هذا الشهر'), 'observer')).toMatch(/صلاحية|جهاتهم/)
  for (const no of ['no keep it', 'لا خلاص']) expect(said(await house.say('health', no), 'health')).toMatch(/Nothing is open|لا توجد مسودة/)
  expect(said(await house.say('health', 'nothing to report this month'), 'health')).toMatch(/Recorded/)
  expect(said(await house.say('health', 'nothing to report this month'), 'health')).toMatch(/answered already/)
})

test('at the deadline the edition is compiled once and the centre told in the morning; what comes later is late and answers this meeting alone', async () => {
  const house = await sampleHouse(database)
  const told = await house.until('2026-11-29T14:15')
  const made = await house.db.select().from(editions)
  expect(made.length).toBe(1)
  expect(made[0]).toMatchObject({ firstMonth: '2026-12', months: 2, compiledBy: null })
  const report = told.filter(r => r.to === 'centre').at(-1)
  await house.until('2026-11-30T07:00')
  expect(report?.text).toMatch(/انتهى التقديم/)
  expect(report?.text).toMatch(/وزارة الصحة/)
  expect(said(await house.press('centre', [report as Received], 'plan.edition'), 'centre')).toMatch(/الإصدار/)
  // Late: accepted, marked, shown to the centre.
  const draft = await house.say('health', 'We are launching the Winter Clinics Campaign on 15 December at 10 am in the Exhibition Centre')
  const saved = await house.press('health', draft, 'draft.submit')
  expect(said(saved, 'health')).toMatch(/late/i)
  expect(said(saved, 'centre')).toMatch(/بعد آخر موعد للتقديم/)
  expect((await house.db.select().from(activities).where(eq(activities.late, true))).length).toBe(1)
  const health = await house.organization('health')
  const first = await house.next()
  const standing = async () => said(await house.say('centre', 'missing'), 'centre')
  expect((await standing()).split('\n').some(l => l.startsWith('Ministry of Health'))).toBe(false)
  // The next meeting is not answered by it, though the activity stands in its window.
  await house.until('2026-12-06T10:00')
  const second = await house.next()
  expect(second.id).not.toBe(first.id)
  expect(await meetingsDb.ownAnswer(house.db, house.networkId, second.id, health.id)).toBeNull()
  expect((await standing()).split('\n').some(l => l.startsWith('Ministry of Health'))).toBe(true)
  expect((await house.meetings()).length).toBe(4)
  expect(house.failures).toEqual([])
})

test('a card of a meeting that has begun says so', async () => {
  const house = await sampleHouse(database)
  const cards = (await house.until('2026-11-25T07:00')).filter(r => r.to === 'health')
  await house.until('2026-12-06T11:00')
  expect(said(await house.press('health', cards, 'meeting.nil'), 'health')).toMatch(/has already begun.*\n.*3 January 2027/)
  expect(said(await house.press('health', cards, 'meeting.snooze'), 'health')).toMatch(/has already begun/)
})

test('the centre compiles when it says so; nobody else may', async () => {
  const house = await sampleHouse(database)
  expect(said(await house.say('health', 'compile the plan now'), 'health')).toMatch(/Centre/)
  const asked = await house.say('centre', 'compile the plan now')
  expect(said(asked, 'centre')).toMatch(/Compile edition 1 of the plan now\?/)
  expect(await house.db.select().from(editions)).toEqual([])
  expect(said(await house.press('health', asked, 'meeting.compile'), 'health')).toMatch(/Centre/)
  expect(said(await house.press('centre', asked, 'meeting.compile'), 'centre')).toMatch(/Edition 1 is compiled/)
  expect(said(await house.press('centre', asked, 'meeting.compile'), 'centre')).toMatch(/Edition 1 has been compiled already/)
  await house.until('2026-11-29T14:15')
  expect((await house.db.select().from(editions)).map(e => e.number)).toEqual([1, 2])
})

test('a meeting is moved: months stay, deadline and reminders follow, everybody is told; an old card is refused', async () => {
  const house = await sampleHouse(database)
  const before = await house.next()
  const card = await house.say('centre', 'move the next meeting to 13 December')
  expect(said(card, 'centre')).toMatch(/Sunday 13 December 2026, 10:00 am/)
  const told = await house.press('centre', card, 'draft.submit')
  const after = await house.next()
  expect(after).toMatchObject({ id: before.id, firstMonth: '2026-12', version: 2, ruleDay: '2026-12-06' })
  expect(wallText(after.startsAt)).toBe('2026-12-13T10:00')
  expect(wallText(after.deadlineAt)).toBe('2026-12-06T14:15')
  expect(await dueOf(house, 'meeting.deadline', after.id)).toEqual(['2026-12-06T14:15'])
  expect((await dueOf(house, 'meeting.reminder', `${after.id}:%`))[0]).toBe('2026-11-29T07:00')
  expect(told.find(r => r.to === 'egov')?.text).toMatch(/نُقل اجتماع الأحد ٦ ديسمبر/)
  expect(told.find(r => r.to === 'observer')).toBeDefined()
  // The skip card of the version before.
  const refused = await house.send('centre', {
    kind: 'press',
    press: { name: 'meeting.skip', args: { meeting: before.id, version: '1' }, language: 'en' },
    dialog: false,
  })
  expect(said(refused, 'centre')).toMatch(/changed by somebody else/)
  expect((await house.next()).state).toBe('planned')
})

test('in Arabic too; a move that puts the deadline into the past asks for a new one, which then stays through a change of the calendar', async () => {
  const house = await sampleHouse(database)
  const asked = await house.say('centre', 'انقل الاجتماع القادم إلى ٣٠ نوفمبر')
  expect(said(asked, 'centre')).toMatch(/وقد مضى\. متى ينتهي التقديم/)
  const card = await house.say('centre', 'يوم ٢٦ نوفمبر')
  expect(said(card, 'centre')).toMatch(/الخميس ٢٦ نوفمبر ٢٠٢٦، الساعة ٢:١٥/)
  await house.press('centre', card, 'draft.submit')
  const m = await house.next()
  expect([wallText(m.startsAt), wallText(m.deadlineAt)]).toEqual(['2026-11-30T10:00', '2026-11-26T14:15'])
  await house.scene(async scene => scene.emit({ kind: 'calendar.changed' }))
  expect(wallText((await house.next()).deadlineAt)).toBe('2026-11-26T14:15')
})

test('two coordinators at one meeting: the second draft is refused with the present state', async () => {
  const house = await sampleHouse(database)
  const slow = await house.say('centre', 'move the next meeting to 13 December')
  await house.db.execute(sql`update members set roles = '{member,coordinator}' where email = 'egov@munassiq.example'`)
  await house.press('egov', await house.say('egov', 'انقل الاجتماع القادم إلى ٨ ديسمبر'), 'draft.submit')
  expect(said(await house.press('centre', slow, 'draft.submit'), 'centre')).toMatch(/changed by somebody else[\s\S]*8 December/)
  expect(wallText((await house.next()).startsAt)).toBe('2026-12-08T10:00')
})

test('a meeting moved after its deadline is open again, and compiled again at the new one', async () => {
  const house = await sampleHouse(database)
  await house.until('2026-11-30T08:00')
  await house.press('centre', await house.say('centre', 'move the next meeting to 20 December'), 'draft.submit')
  await house.until('2026-12-20T09:00')
  expect((await house.db.select().from(editions).orderBy(editions.number)).map(e => [e.number, e.compiledBy === null])).toEqual([
    [1, true],
    [2, true],
  ])
  expect(house.failures).toEqual([])
})

test.each([
  ['move the January meeting to the 20th at 11', /Wednesday 20 January 2027, 11:00 am[\s\S]*now planned for Sunday 3 January 2027/],
  ['postpone the meeting of 3 January by a week', /Sunday 10 January 2027, 10:00 am[\s\S]*now planned for Sunday 3 January 2027/],
  ['أجّل اجتماع يناير إلى الأربعاء ٢٠ يناير', /الأربعاء ٢٠ يناير ٢٠٢٧، الساعة ١٠:٠٠ صباحاً[\s\S]*موعده الحالي الأحد ٣ يناير ٢٠٢٧/],
  ["skip February's meeting", /7 February 2027 be skipped/],
  ['no meeting in February', /7 February 2027 be skipped/],
  ['cancel the meeting of 7 February', /7 February 2027 be skipped/],
  ['اجتماع فبراير ملغي', /اجتماع الأحد ٧ فبراير ٢٠٢٧/],
  ['skip the May meeting', /found no meeting then/],
  ['when is the May meeting?', /No meeting is planned in May 2027[\s\S]*6 December 2026/],
  ["when is February's meeting?", /^Meeting of Sunday 7 February 2027/],
])('the meeting of a month that is named is meant, and not the next: %s', async (text, shown) => {
  const house = await sampleHouse(database)
  expect(said(await house.say('centre', text), 'centre')).toMatch(shown)
})

test('a meeting that is not the next is moved and corrected in its own month, and the next one stays', async () => {
  const house = await sampleHouse(database)
  const next = await house.next()
  await house.say('centre', 'move the January meeting to the 20th')
  const card = await house.say('centre', 'no, the 21st')
  expect(said(card, 'centre')).toMatch(/Thursday 21 January 2027, 10:00 am/)
  await house.press('centre', card, 'draft.submit')
  const [first, second] = await house.meetings()
  expect(first?.startsAt.toString()).toBe(next.startsAt.toString())
  expect(second && wallText(second.startsAt)).toBe('2027-01-21T10:00')
})

test('a meeting is skipped: nothing of it falls due, its cards say so, everybody is told, and the next one is next', async () => {
  const house = await sampleHouse(database)
  const cards = (await house.until('2026-11-25T07:00')).filter(r => r.to === 'health')
  const before = await house.next()
  const sure = await house.say('centre', 'skip the December meeting')
  expect(said(sure, 'centre')).toMatch(/6 December 2026 be skipped/)
  const done = await house.press('centre', sure, 'meeting.skip')
  expect((await house.next()).ruleDay).toBe('2027-01-03')
  expect(await dueOf(house, 'meeting.deadline', before.id)).toEqual([])
  expect(await dueOf(house, 'meeting.reminder', `${before.id}:%`)).toEqual([])
  expect(done.find(r => r.to === 'health' && r.update && r.card === cards[0]?.card)?.text).toMatch(/will not be held/)
  expect(done.some(r => r.to === 'health' && !r.update)).toBe(true)
  expect(said(await house.press('centre', sure, 'meeting.skip'), 'centre')).toMatch(/will not be held/)
  expect(said(await house.press('health', cards, 'meeting.nil'), 'health')).toMatch(/will not be held/)
  await house.until('2026-12-06T12:00')
  expect(await house.db.select().from(editions)).toEqual([])
  expect((await house.meetings()).length).toBe(4)
})

test('a new rule in words: three meetings shown, saved on confirmation, meetings made anew, answers of the same month kept', async () => {
  const house = await sampleHouse(database)
  await house.say('health', 'nothing to report this month')
  const before = await house.next()
  const card = await house.say('centre', 'set the meeting to the second Tuesday of the month at 11')
  expect(said(card, 'centre')).toMatch(/8 December 2026, 11:00 am[\s\S]*12 January 2027, 11:00 am[\s\S]*9 February 2027, 11:00 am/)
  await house.press('centre', card, 'draft.submit')
  const [network] = await house.db.select().from(networks)
  expect(network?.settings.meeting).toMatchObject({ rule: 'FREQ=MONTHLY;BYDAY=2TU', time: '11:00', minutes: 90 })
  const made = await house.meetings()
  expect(made.map(m => wallText(m.startsAt))).toEqual(['2026-12-08T11:00', '2027-01-12T11:00', '2027-02-09T11:00', '2027-03-09T11:00'])
  expect(made[0]).toMatchObject({ id: before.id, ruleDay: '2026-12-08' })
  expect(said(await house.say('health', 'nothing to report this month'), 'health')).toMatch(/answered already/)
  expect(await dueOf(house, 'meeting.deadline', before.id)).toEqual(['2026-12-01T14:15'])
})

test('every second Tuesday: counted from the first one open, with the other readings as buttons', async () => {
  const house = await sampleHouse(database)
  const card = await house.say('centre', 'change the meeting rule to every second Tuesday')
  expect(said(card, 'centre')).toMatch(/1 December 2026[\s\S]*15 December 2026[\s\S]*29 December 2026/)
  const other = card
    .at(-1)
    ?.actions.filter(a => a.press.name === 'draft.other')
    .map(a => a.label.replace(/[\u2066-\u2069]/g, ''))
  expect(other).toEqual(['I mean second Tuesday of every month', 'Starting on Tuesday 8 December 2026'])
  const second = await house.press('centre', card, 'draft.other', { n: '1' })
  await house.press('centre', second, 'draft.submit')
  expect((await house.meetings()).map(m => m.ruleDay)).toEqual(['2026-12-08', '2026-12-22', '2027-01-05', '2027-01-19'])
})

test('deadline and steps by question, each followed at once; a second draft on the old settings is refused', async () => {
  const house = await sampleHouse(database)
  const menu = await house.say('centre', 'إعداد الاجتماع')
  expect(said(menu, 'centre')).toMatch(/أول أحد، كل شهر/)
  const question = await house.press('centre', menu, 'meeting.set', { field: 'deadlineWorkingDays' })
  expect(said(question, 'centre')).toMatch(/بكم يوم عمل/)
  const card = await house.say('centre', '٣')
  await house.press('centre', card, 'draft.submit')
  expect(wallText((await house.next()).deadlineAt)).toBe('2026-12-01T14:15')
  const steps = await house.say('centre', 'change the reminder steps to 4, 1, 0')
  await house.press('centre', steps, 'draft.submit')
  expect(await dueOf(house, 'meeting.reminder', `${(await house.next()).id}:%`)).toEqual([
    '2026-11-25T07:00',
    '2026-11-30T07:00',
    '2026-12-01T07:00',
  ])
  const place = await house.press('centre', await house.say('centre', 'set meeting'), 'meeting.set', { field: 'place' })
  expect(said(place, 'centre')).toMatch(/Where/)
  const draft = await house.say('centre', 'Seef Hall / قاعة السيف')
  await house.db.execute(sql`update networks set settings = jsonb_set(settings, '{meeting,time}', '"09:00"')`)
  expect(said(await house.press('centre', draft, 'draft.submit'), 'centre')).toMatch(/changed by somebody else/)
})

test('nobody but a coordinator sets the meeting', async () => {
  const house = await sampleHouse(database)
  const m = await house.next()
  for (const [name, args] of [
    ['meeting.skip', { meeting: m.id, version: '1' }],
    ['meeting.set', { field: 'rule' }],
    ['meeting.askSkip', { meeting: m.id, version: '1' }],
    ['meeting.move', { meeting: m.id, version: '1' }],
    ['meeting.remind', {}],
  ] as const) {
    const got = await house.send('health', { kind: 'press', press: { name, args, language: 'en' }, dialog: false })
    expect(said(got, 'health')).toContain('Please ask them')
  }
  expect(await house.next()).toEqual(m)
  expect(house.now()).toEqual(at('2026-11-24T09:00'))
})
