/** The way of a workshop: a full one has a waiting list that moves by itself; people are reminded, attendance is taken, feedback is anonymous, and a record is kept. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { rowsOf } from '../../db/client.ts'
import * as filesDb from '../../db/files.ts'
import * as people from '../../db/people.ts'
import { filesOf } from '../../src/model/view.ts'
import { sampleWorkshops } from '../../src/sample/workshops.ts'
import { trainingForMeeting, trainingLines } from '../../src/training/agenda.ts'
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
/** The first of some labels that the person was shown as a button. */
async function press(who: string, ...labels: string[]) {
  for (const card of h.shown.filter(s => s.to === who).reverse())
    for (const a of actionsOf(card.view))
      if (labels.includes(a.label.replace(/[\u2066-\u2069]/g, '')))
        return h.deliver(who, { kind: 'press', press: a.press, card: card.card, dialog: a.opensForm })
  throw new Error(`${who} has no button ${labels.join(' or ')}`)
}
async function offered(seats: number, more = '', when = 'on Monday 14 December from 9am to 1pm') {
  await h.say(
    'centre',
    `add a workshop in the new media track: podcast production ${when} at the Gulf Hotel, ${seats} seats, trainer Dr Sami Nasser${more}`,
  )
  await h.say('centre', 'skip')
  return press('centre', 'Offer the workshop')
}
const enrol = (who: string) => h.say(who, 'enroll me in W-2026-0001')
const take = (who: string) => press(who, 'Take the seat', 'قبول المقعد')

describe('the waiting list', () => {
  beforeEach(async () => {
    await offered(1)
    await enrol('health')
  })

  test('has its places, and the seat that is freed is offered to the first and held', async () => {
    expect((await enrol('youth')).text).toContain('You are number 1 on the waiting list')
    expect((await enrol('works')).text).toContain('You are number 2 on the waiting list')
    await h.say('health', 'give up my seat in the podcast workshop')
    expect(told('youth', /A seat is free for you|شغر مقعد لكم/)).toBe(1)
    expect(told('works', /A seat is free for you|شغر مقعد لكم/)).toBe(0)
    // Held meanwhile: nobody who comes now gets it.
    expect((await enrol('education')).text).toContain('number 2 on the waiting list')
    expect((await h.say('works', 'my training')).text).toContain('You are number 1 on the waiting list')
    expect((await take('youth')).text).toMatch(/You have a seat|لكم مقعد/)
    expect((await h.say('youth', 'my training')).text).toContain('You have a seat.')
    expect(h.errors).toEqual([])
  })

  test('declined, it goes to the next; so it does unanswered, at the close of the next working day', async () => {
    await enrol('youth')
    await enrol('works')
    await enrol('education')
    await h.say('health', 'give up my seat in the podcast workshop')
    await press('youth', 'No, thank you', 'لا، شكراً')
    expect(told('works', /A seat is free for you|شغر مقعد لكم/)).toBe(1)
    // Tuesday 24 November; the next working day closes at 14:15.
    await h.moveTo('2026-11-25T14:00:00+03:00')
    expect(told('education', /A seat is free for you|شغر مقعد لكم/)).toBe(0)
    await h.moveTo('2026-11-26T08:00:00+03:00')
    expect(told('works', /has gone to the next|انتقل إلى التالي/)).toBe(1)
    expect(told('education', /A seat is free for you|شغر مقعد لكم/)).toBe(1)
    expect((await take('works')).text).not.toMatch(/You have a seat|لكم مقعد في/)
    await take('education')
    expect((await h.say('education', 'my training')).text).toContain('You have a seat.')
    expect(h.errors).toEqual([])
  })

  test('the offer is taken or left from the person’s own record too', async () => {
    await enrol('youth')
    await enrol('works')
    await h.say('health', 'give up my seat in the podcast workshop')
    expect((await h.say('youth', 'my training')).text).toContain('A seat is held for you.')
    await press('youth', 'No, thank you')
    expect(told('works', /A seat is free for you|شغر مقعد لكم/)).toBe(1)
    await h.say('works', 'my training')
    expect((await press('works', 'Take the seat')).text).toContain('You have a seat')
    expect((await h.say('works', 'my training')).text).toContain('You have a seat.')
    // The card of the offer says so too, and its expiry does nothing more.
    await h.moveTo('2026-11-26T08:00:00+03:00')
    expect((await h.say('works', 'my training')).text).toContain('You have a seat.')
    expect(told('works', /has gone to the next|انتقل إلى التالي/)).toBe(0)
    expect(h.errors).toEqual([])
  })

  test('moves with more seats, by as many as there are', async () => {
    for (const who of ['youth', 'works', 'education']) await enrol(who)
    await h.say('centre', 'change the seats of the podcast workshop to 3')
    await press('centre', 'Save')
    expect(['youth', 'works', 'education'].map(who => told(who, /A seat is free for you|شغر مقعد لكم/))).toEqual([1, 1, 0])
    expect(h.errors).toEqual([])
  })

  test('moves when who had the seat leaves the network', async () => {
    await enrol('youth')
    const health = (await people.activeMembers(h.db, await h.network())).find(m => m.email === 'health@munassiq.example')
    await h.house.within(h.networkId, async scene => {
      await people.changeMember(scene.db, h.networkId, health?.id ?? '', { active: false })
      await scene.emit({ kind: 'member.left', memberId: health?.id ?? '' })
    })
    await h.drain()
    expect(told('youth', /A seat is free for you|شغر مقعد لكم/)).toBe(1)
    expect(h.errors).toEqual([])
  })
})

test('with a limit for organizations, the first who fits it is offered the seat', async () => {
  await offered(2, ', at most 1 seat per organization')
  await enrol('health')
  await enrol('youth')
  expect((await enrol('health-2')).text).toMatch(/number 1 on the waiting list|ترتيبكم في قائمة الانتظار: ١/)
  expect((await enrol('works')).text).toContain('number 2 on the waiting list')
  await h.say('youth', 'give up my seat in the podcast workshop')
  expect([told('health-2', /A seat is free|شغر مقعد/), told('works', /A seat is free|شغر مقعد/)]).toEqual([0, 1])
  await h.say('health', 'give up my seat in the podcast workshop')
  expect(told('health-2', /A seat is free|شغر مقعد/)).toBe(1)
  expect(h.errors).toEqual([])
})

test('a seat that is freed hours before the workshop is held until the last hour before it', async () => {
  await offered(1, '', 'on Wednesday 25 November from 12pm to 2pm')
  await enrol('health')
  await enrol('youth')
  await h.moveTo('2026-11-25T08:00:00+03:00')
  await h.say('health', 'give up my seat in the podcast workshop')
  expect(textOf(h.last('youth').view)).toMatch(/11:00|١١:٠٠/)
  await h.moveTo('2026-11-25T11:00:00+03:00')
  expect(told('youth', /has gone to the next|انتقل إلى التالي/)).toBe(1)
  expect(h.errors).toEqual([])
})

describe('reminders', () => {
  test('the working day before, with the calendar file, once; on the morning of each further session', async () => {
    await offered(5, '', 'on Monday and Wednesday 14 and 16 December, 10am to 12pm')
    await enrol('health')
    await h.moveTo('2026-12-12T20:00:00+03:00')
    expect(told('health', /A reminder: “|تذكير: ورشة/)).toBe(0)
    await h.moveTo('2026-12-13T08:00:00+03:00')
    expect(told('health', /A reminder: “|تذكير: ورشة/)).toBe(1)
    expect(told('youth', /A reminder: “|تذكير: ورشة/)).toBe(0)
    const file = h.shown
      .filter(s => s.to === 'health')
      .flatMap(s => filesOf(s.view))
      .at(-1)
    expect(file?.name).toBe('W-2026-0001.ics')
    const text = new TextDecoder().decode((await filesDb.bytesOf(h.db, h.networkId, file?.id ?? '')) ?? new Uint8Array())
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(text).toContain('DTSTART:20261214T070000Z')
    await h.moveTo('2026-12-14T09:00:00+03:00')
    expect(told('health', /A reminder: “|تذكير: ورشة/)).toBe(1)
    // The 16th is a holiday of the sample: its session is told of on the working day before.
    await h.moveTo('2026-12-16T09:00:00+03:00')
    expect(told('health', /A reminder: “|تذكير: ورشة/)).toBe(2)
    expect(h.errors).toEqual([])
  })

  test('none of what was cancelled', async () => {
    await offered(5)
    await enrol('health')
    await h.say('centre', 'cancel workshop W-2026-0001')
    await h.say('centre', 'The trainer is ill')
    await h.moveTo('2026-12-15T12:00:00+03:00')
    expect(told('health', /A reminder: “|تذكير: ورشة/)).toBe(0)
    expect(told('centre', /Who came\?|من حضر؟/)).toBe(0)
  })
})

describe('after the session', () => {
  beforeEach(async () => {
    await offered(5, ', with a certificate')
    for (const who of ['health', 'youth', 'works', 'education']) await enrol(who)
    await h.moveTo('2026-12-14T13:00:00+03:00')
  })

  test('the centre says who came, and the record of each says so', async () => {
    expect(told('centre', /Who came\?|من حضر؟/)).toBe(1)
    const form = h.formOf((await press('centre', 'Mark who was absent', 'تحديد الغائبين')).reply)
    const [input] = form.inputs
    const works = input?.options?.find(o => /Works|الأشغال/.test(o.label))?.value ?? ''
    const { text } = await h.fill('centre', form, { absent: [works] }, 'en')
    expect(text).toContain('3 of 4 came')
    expect((await h.say('health', 'my training')).text).toMatch(/came to all of it · with a certificate/)
    expect((await h.say('works', 'my training')).text).toContain('did not come')
    const figures = await h.say('centre', 'training figures')
    expect(figures.text).toMatch(/New media\none workshop · 4 of 5 seats taken · one no-show · \d+ members were never trained/)
    await press('centre', 'New media')
    expect(textOf(h.last('centre').view)).toMatch(/Never trained: New media[\s\S]*Ministry of Works/)
    expect((await h.say('health', 'training figures')).text).toContain('This is for')
    expect(h.errors).toEqual([])
  })

  test('everybody came, in one press, whoever presses it twice', async () => {
    await press('centre', 'Everybody came', 'حضر الجميع')
    expect(textOf(h.last('centre').view)).toMatch(/4 of 4 came|عدد الحضور: ٤ من ٤/)
    const made = await h.db.execute(sql`select count(*)::int as n from workshop_attendance where came`)
    expect(rowsOf<{ n: number }>(made)[0]?.n).toBe(4)
    const stranger = await h.deliver('youth', {
      kind: 'press',
      press: { name: 'training.allCame', args: { id: 'x', n: '1' } },
      dialog: false,
    })
    expect(stranger.text).toMatch(/no longer there|لم تعد/)
  })

  test('feedback is asked the day after, and no row joins what was said to whoever said it', async () => {
    await press('centre', 'Everybody came', 'حضر الجميع')
    await h.moveTo('2026-12-15T09:00:00+03:00')
    const answer = async (who: string, useful: string, better: string) => {
      const form = h.formOf((await press(who, 'Answer', 'الإجابة')).reply)
      return h.fill(who, form, { useful, trainer: '5', better }, 'en')
    }
    expect((await answer('health', '4', 'More exercises')).text).toContain('kept without your name')
    await answer('youth', '5', '')
    expect((await h.say('centre', 'feedback on the podcast workshop')).text).toContain('Answers are shown from 3 on')
    await answer('works', '3', 'A longer break')
    const shown = await h.say('centre', 'feedback on the podcast workshop')
    expect(shown.text).toMatch(/3 answers[\s\S]*Useful for the work: 4 of 5[\s\S]*More exercises/)
    // Pressed again, it is spent.
    expect((await press('health', 'Answer', 'الإجابة')).text).toMatch(/answered already|سبقت إجابتكم/)
    const rows = rowsOf<Record<string, unknown>>(await h.db.execute(sql`select * from workshop_feedback`))
    expect(rows).toHaveLength(3)
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['better', 'id', 'network_id', 'on', 'trainer', 'useful', 'workshop_id'])
    // Nothing that was sent, recorded or kept in a conversation holds the words.
    for (const table of ['outbox', 'inbox', 'changes', 'conversations', 'workshop_feedback_tokens']) {
      const sentBy = table === 'outbox' ? `where "user" <> 'centre'` : ''
      const [row] = rowsOf<{ all: string }>(
        await h.db.execute(sql.raw(`select coalesce(string_agg(x::text, ' '), '') as all from ${table} x ${sentBy}`)),
      )
      expect([table, /More exercises/.test(row?.all ?? '')]).toEqual([table, false])
    }
    expect(h.errors).toEqual([])
  })
})

test('a trainer of the network takes the attendance, and nobody else of its organization', async () => {
  await h.say(
    'centre',
    'add a workshop in the monitoring and analysis track: reading the media on Monday 14 December from 9am to 1pm at the Gulf Hotel, 5 seats, trainer Noora Salman Alkaabi',
  )
  expect(textOf(h.last('centre').view)).toContain('Noora Salman Alkaabi (takes the attendance in chat)')
  await h.say('centre', 'skip')
  await press('centre', 'Offer the workshop')
  await enrol('health')
  await h.moveTo('2026-12-14T13:00:00+03:00')
  expect([told('youth-2', /Who came\?|من حضر؟/), told('youth', /Who came\?|من حضر؟/), told('centre', /Who came\?|من حضر؟/)]).toEqual([
    1, 0, 0,
  ])
  const [all] = actionsOf(h.last('youth-2').view)
  const other = await h.deliver('youth', { kind: 'press', press: all?.press ?? { name: '', args: {} }, dialog: false })
  expect(other.text).toMatch(/Only the trainer|من صلاحية المدرب/)
  await press('youth-2', 'Everybody came', 'حضر الجميع')
  expect(textOf(h.last('youth-2').view)).toMatch(/1 of 1 came|عدد الحضور: ١ من ١/)
  expect(h.errors).toEqual([])
})

test('the agenda’s line tells what still takes enrolments when the meeting is held', async () => {
  await offered(5)
  await offered(5, '', 'on Monday 30 November from 9am to 1pm')
  await h.house.within(h.networkId, async scene => {
    const reader = { networkId: h.networkId, memberId: 'm', organizationId: 'o', roles: ['member' as const], now: scene.now }
    const on = await trainingForMeeting(scene, reader, scene.now.add({ hours: 24 * 12 }))
    expect(on.standings.map(s => s.workshop.reference)).toEqual(['W-2026-0001'])
    const parts = trainingLines(scene.voice('en'), on)
    expect(textOf({ version: 1, language: 'en', summary: '', parts })).toMatch(/One workshop takes enrolments:\nPodcast production/)
    expect(trainingLines(scene.voice('ar'), { ...on, standings: [] })).toEqual([])
    expect((await trainingForMeeting(scene, { ...reader, roles: [] }, scene.now)).standings).toEqual([])
  })
})

test('the sample’s workshops are written once, and show what training is like', async () => {
  await h.house.within(h.networkId, sampleWorkshops)
  await h.house.within(h.networkId, sampleWorkshops)
  const list = await h.say('education', 'ما الورش المتاحة؟')
  // Education missed the first workshop, and waits for the small one.
  expect(list.text).toMatch(/المقابلة التلفزيونية[\s\S]*ترتيبكم في قائمة الانتظار: ١[\s\S]*إنتاج البودكاست[\s\S]*من الهدف إلى خطة الاتصال/)
  expect(list.text).not.toContain('الرصد الإعلامي')
  expect((await h.say('health', 'my training')).text).toMatch(/The basics of media monitoring[\s\S]*came to all of it · with a certificate/)
  expect((await h.say('centre', 'feedback on the media monitoring workshop')).text).toMatch(/3 answers[\s\S]*4\.3 of 5/)
  expect((await h.say('centre', 'training figures')).text).toMatch(
    /Monitoring and analysis\none workshop · 5 of 20 seats taken · one no-show/,
  )
  expect(h.errors).toEqual([])
})
