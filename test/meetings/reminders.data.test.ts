/** Reminders over the sample network with a scripted clock: who gets which, when, and what becomes of the cards. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as due from '../../db/due.ts'
import * as network from '../../db/network.ts'
import { ensureMeetings, jumps } from '../../src/meetings/occurrences.ts'
import { refreshCalendar } from '../../src/network/calendar.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { at, type Received, type SampleHouse, sampleHouse, wallText } from './sample-house.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(() => database.reset())
afterAll(() => database.close())

const reminders = (list: Received[]) => list.filter(r => !r.update && r.actions.some(a => a.press.name === 'meeting.nil'))
const people = (list: Received[]) => [...new Set(list.map(r => r.to))].sort()

const openReminders = async (house: SampleHouse) =>
  (await due.openOf(house.db, house.networkId, 'meeting.reminder', '%')).map(r => [r.subject.split(':')[1], wallText(r.at)])

test('four meetings are made from the rule, with their deadlines and reminders, and making them again changes nothing', async () => {
  const house = await sampleHouse(database)
  const made = await house.meetings()
  expect(made.map(m => [m.ruleDay, wallText(m.startsAt), wallText(m.deadlineAt), m.firstMonth])).toEqual([
    ['2026-12-06', '2026-12-06T10:00', '2026-11-29T14:15', '2026-12'],
    // The first Sunday of January; New Year's Day is a Friday and no working day lost.
    ['2027-01-03', '2027-01-03T10:00', '2026-12-27T14:15', '2027-01'],
    // In Ramadan (8 February to 9 March 2027) work closes at two.
    ['2027-02-07', '2027-02-07T10:00', '2027-01-31T14:15', '2027-02'],
    ['2027-03-07', '2027-03-07T10:00', '2027-02-28T14:00', '2027-03'],
  ])
  await house.scene(async scene => {
    await ensureMeetings(scene)
    expect((await jumps(scene)).reminder).toEqual(at('2026-11-25T07:00'))
  })
  expect(await house.meetings()).toEqual(made)
})

test('steps of the past are not sent; the coming ones go at the opening of work, in Ramadan at its own hour', async () => {
  const house = await sampleHouse(database)
  const open = await openReminders(house)
  // Ten and five working days before 29 November were over on the 24th.
  expect(open.slice(0, 2)).toEqual([
    ['2', '2026-11-25T07:00'],
    ['0', '2026-11-29T07:00'],
  ])
  expect(open).toContainEqual(['2', '2027-02-24T08:00'])
  expect(open).toContainEqual(['0', '2027-02-28T08:00'])
})

test('members of organizations that owe an answer are reminded once for each step, in their language, and nobody else', async () => {
  const house = await sampleHouse(database)
  expect(reminders(await house.until('2026-11-25T06:59'))).toEqual([])
  const first = reminders(await house.until('2026-11-25T07:00'))
  expect(first.length).toBe(people(first).length)
  const missing = await house.say('centre', 'missing')
  for (const r of first) expect(r.at).toEqual(at('2026-11-25T07:00'))
  expect(people(first)).not.toContain('centre')
  expect(people(first)).not.toContain('observer')
  expect(missing.at(-1)?.text).toMatch(/organizations have not answered/)
  const again = reminders(await house.until('2026-11-29T07:00'))
  expect(people(again)).toEqual(people(first))
  expect(again.length).toBe(first.length)
  expect(house.failures).toEqual([])
})

/** Somebody of an organization that owes an answer and has two members with handles, with the reminder they got. */
async function reminded(house: SampleHouse) {
  const first = reminders(await house.until('2026-11-25T07:00'))
  const youth = first.filter(r => /^youth/.test(r.to))
  const owing = youth.length > 0 ? youth : first
  const one = owing[0]
  if (!one) throw new Error('nobody was reminded')
  const family = first.filter(r => r.to.replace(/-?\d+$/, '') === one.to.replace(/-?\d+$/, ''))
  return { first, one, family }
}

test('one colleague answers: the others’ cards say so and by whom, and the organization is not reminded again', async () => {
  const house = await sampleHouse(database)
  const { one, family, first } = await reminded(house)
  expect(family.length).toBeGreaterThan(1)
  const got = await house.press(one.to, [one], 'meeting.nil')
  const reply = got.find(r => r.to === one.to && /سُجّل|Recorded/.test(r.text))
  expect(reply?.update).toBe(true)
  for (const other of family.filter(f => f.to !== one.to)) {
    const updated = got.find(r => r.to === other.to && r.card === other.card)
    expect(updated?.update).toBe(true)
    expect(updated?.actions.map(a => a.press.name)).toEqual(['meeting.submit'])
    const second = await house.pressAction(other.to, other.actions.find(a => a.press.name === 'meeting.nil') as never, other.card)
    expect(second.at(-1)?.text).toMatch(/إجابة|has nothing|this is all/)
  }
  const later = people(reminders(await house.until('2026-11-29T07:00')))
  expect(later).toEqual(people(first).filter(p => !family.some(f => f.to === p)))
})

test('a submission in the window answers too, and updates the cards', async () => {
  const house = await sampleHouse(database)
  const { one, family } = await reminded(house)
  const card = await house.say(one.to, 'We are launching the Winter Health Week on 14 December at 10 am in the Exhibition Centre')
  const saved = await house.press(one.to, card, 'draft.submit')
  const updates = saved.filter(r => r.update && family.some(f => f.card === r.card))
  expect(updates.length).toBe(family.length)
  for (const u of updates) expect(u.text).toMatch(/قُدّمت فعاليات|has submitted/)
})

test('a reminder can be put off to the next working morning, for this member alone; a step of that morning does it anyway', async () => {
  const house = await sampleHouse(database)
  const { one } = await reminded(house)
  const snoozed = await house.press(one.to, [one], 'meeting.snooze')
  expect(snoozed[0]?.update).toBe(true)
  expect(snoozed[0]?.actions.map(a => a.press.name)).not.toContain('meeting.snooze')
  // Pressed twice is once.
  await house.press(one.to, [one], 'meeting.snooze')
  const next = reminders(await house.until('2026-11-26T07:00'))
  expect(people(next)).toEqual([one.to])
  expect(next.length).toBe(1)
  // On Thursday it is put off to Sunday, when the last step goes to everybody: one card, not two.
  await house.press(one.to, next, 'meeting.snooze')
  const sunday = reminders(await house.until('2026-11-29T07:30')).filter(r => r.to === one.to)
  expect(sunday.length).toBe(1)
  // On the day of the deadline there is no next morning before it.
  const refused = await house.press(one.to, [one], 'meeting.snooze')
  expect(refused.at(-1)?.text).toMatch(/اليوم|today/)
})

test('after an outage only the latest step that applies is sent, and none when it would go out with the next or after the deadline', async () => {
  const house = await sampleHouse(database, '2026-12-02T09:00')
  const m = (await house.meetings())[1]
  expect(m?.ruleDay).toBe('2027-01-03')
  await house.until('2026-12-06T10:00')
  // Ten working days before 27 December is the 9th, for the national holidays; five before it is the 20th.
  const open = (await openReminders(house)).slice(0, 4)
  expect(open).toEqual([
    ['10', '2026-12-09T07:00'],
    ['5', '2026-12-20T07:00'],
    ['2', '2026-12-23T07:00'],
    ['0', '2026-12-27T07:00'],
  ])
  const got = reminders(await house.awayUntil('2026-12-21T11:00'))
  expect(got.length).toBe(people(got).length)
  expect(got.length).toBeGreaterThan(0)
  // Away again, over the weekend before the last step: the step of two days would go out together with it.
  expect(reminders(await house.awayUntil('2026-12-26T12:00'))).toEqual([])
  expect(reminders(await house.until('2026-12-27T07:00')).length).toBe(got.length)
  expect(house.failures).toEqual([])
})

test('an outage over the deadline: nobody is reminded, the edition is compiled once, the centre is told in the morning', async () => {
  const house = await sampleHouse(database)
  const got = await house.awayUntil('2026-11-30T05:00')
  expect(got).toEqual([])
  const morning = await house.until('2026-11-30T07:00')
  expect(reminders(morning)).toEqual([])
  const report = morning.filter(r => r.to === 'centre' && !/دعوة إلى اجتماع|\.ics/.test(r.text))
  expect(report.length).toBe(1)
  expect(report[0]?.text).toMatch(/أُعد الإصدار/)
  expect(report[0]?.text).toMatch(/لم تصل الإجابة من/)
})

test('a holiday added moves the deadline and the steps with it, and the centre hears of it', async () => {
  const house = await sampleHouse(database)
  await house.scene(async scene => {
    await network.addHolidays(scene.db, [
      { networkId: house.networkId, id: 'h', from: '2026-11-29', to: '2026-11-29', nameAr: null, nameEn: 'Flood day', source: 'decree' },
    ])
    await refreshCalendar(scene)
    await scene.emit({ kind: 'calendar.changed' })
  })
  const m = await house.next()
  expect(wallText(m.deadlineAt)).toBe('2026-11-26T14:15')
  expect((await openReminders(house)).slice(0, 2).map(r => r[1])).toEqual(['2026-11-24T09:00', '2026-11-26T07:00'])
  // The step of two days before would have been this morning: it is not lost.
  const got = await house.until('2026-11-24T09:01')
  expect(reminders(got).length).toBeGreaterThan(0)
  expect(got.find(r => r.to === 'centre')?.text).toMatch(/تغيّر التقويم.*٢٦ نوفمبر/)
})

test('remind now tells who was reminded, and twice within a minute is once', async () => {
  const house = await sampleHouse(database, '2026-11-24T18:00')
  const got = await house.say('centre', 'remind now')
  const sent = reminders(got)
  // The centre said now: it goes out in the evening.
  expect(sent.length).toBeGreaterThan(0)
  expect(got.at(0)?.to).toBe('centre')
  expect(got.find(r => r.to === 'centre')?.text).toMatch(/reminded|أُرسل التذكير/)
  const again = await house.say('centre', 'remind now')
  expect(reminders(again)).toEqual([])
  expect(again.find(r => r.to === 'centre')?.text).toMatch(/moment ago|قبل قليل/)
  expect((await house.say('health', 'remind now')).at(-1)?.text).toMatch(/Centre/)
})
