/** The agenda as each reader sees it, in the order the centre gave it, and for the right meeting. */
import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, test } from 'vitest'
import * as actionsDb from '../../db/actions.ts'
import * as meetingsDb from '../../db/meetings.ts'
import { sampleBriefings } from '../../src/sample/briefings.ts'
import type { TestHouse } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})
beforeEach(async () => {
  await h.say('centre', 'please speak English with me')
})

const agenda = async (who: string) => (await h.say(who, 'what is on the agenda?')).text
/** The times and titles of its lines. */
const lines = (text: string) => text.split('\n').filter(l => /^\d{1,2}:\d\d/.test(l))

describe('an agenda', () => {
  test('begins when the meeting does, one line after the other; empty lines are left out', async () => {
    const text = await agenda('health')
    expect(lines(text)).toEqual([
      expect.stringMatching(/^10:00.* · Communication plan \(15 minutes\)/),
      expect.stringMatching(/^10:15.* · Communication priorities \(10 minutes\)/),
      expect.stringMatching(/^10:25.* · .*clash.* to settle \(5 minutes\)/),
      expect.stringMatching(/^10:30.* · Next meeting \(5 minutes\)/),
    ])
    expect(text).toContain('Sunday 3 January 2027')
    expect((await h.say('youth', 'ما جدول أعمال الاجتماع؟')).text).toContain('١٠:٠٠ صباحاً · مخطط الاتصال (١٥ دقيقة)')
    expect(h.errors).toEqual([])
  })

  test('of the sample has its briefings in their order, written once', async () => {
    await h.house.within(h.networkId, sampleBriefings)
    await h.house.within(h.networkId, sampleBriefings)
    const text = await agenda('observer')
    expect(lines(text).filter(l => /Briefing|Other business/.test(l))).toEqual([
      expect.stringMatching(/^10:30.* · Briefing: The unified electronic health record \(10 minutes\)/),
      expect.stringMatching(/^10:40.* · Briefing: The spring tourism calendar \(15 minutes\)/),
      expect.stringMatching(/^10:55.* · Other business: Coordinating coverage of National Day/),
    ])
    expect(text).not.toContain('Ambassadors')
    expect((await h.say('centre', 'show the briefings')).text).toMatch(/^3 briefings\nTitle: The Young Media Ambassadors/)
  })

  test('holds nothing that the reader may not see', async () => {
    await h.say(
      'health',
      'Secret vaccine launch under the patronage of the Minister of Health on 8 December at 10am at the Gulf Hotel, embargoed until 7 December at 9am',
    )
    await h.press('health', 'Submit')
    // The sample keeps one more for the centre alone.
    for (const [who, n] of [
      ['health', 13],
      ['centre', 14],
    ] as const)
      expect([who, await agenda(who)]).toEqual([who, expect.stringContaining(`December 2026: ${n} activities`)])
    for (const who of ['youth', 'observer', 'tourism'])
      expect([who, await agenda(who)]).toEqual([who, expect.stringContaining('December 2026: 12 activities')])
    // One that clashes with it is told no more than that there is something.
    await h.say('youth', 'Youth award ceremony under the patronage of the Minister of Health on 8 December at 10am at the Gulf Hotel')
    await h.press('youth', 'Submit')
    expect(await agenda('centre')).toMatch(/Secret vaccine launch and Youth award ceremony|Youth award ceremony and Secret vaccine launch/)
    expect(await agenda('youth')).toMatch(/Youth award ceremony and a sensitive|sensitive.* and Youth award/i)
    for (const who of ['youth', 'observer', 'tourism']) expect([who, /Secret vaccine/.test(await agenda(who))]).toEqual([who, false])
    expect(await agenda('observer')).not.toContain('Youth award ceremony and')
  })

  test('says what changed since the edition of the last meeting, and what it agreed', async () => {
    await h.moveTo('2026-12-06T10:30:00+03:00')
    const m = await meetingsDb.previous(h.db, h.networkId, Temporal.Instant.from('2026-12-06T10:30:00+03:00'))
    const add = {
      networkId: h.networkId,
      id: 'f1',
      text: { en: 'Send the photo list' },
      organizationId: 'x',
      memberId: null,
      dueOn: '2026-12-20',
      meetingId: m?.id ?? '',
      lineKey: null,
      recordedAt: Temporal.Instant.from('2026-12-06T10:30:00+03:00'),
      recordedBy: 'x',
    }
    await actionsDb.add(h.db, add)
    // It is still the agenda of the meeting under way.
    expect(await agenda('health')).toContain('Agenda: meeting of Sunday 6 December')
    expect(await agenda('health')).not.toContain('Send the photo list')
    await h.moveTo('2026-12-06T12:00:00+03:00')
    await h.say('health', 'Flu vaccination week opening on 20 December at 9am at Salmaniya')
    await h.press('health', 'Submit')
    const text = await agenda('health')
    expect(text).toContain('Agenda: meeting of Sunday 3 January')
    expect(lines(text).slice(0, 2)).toEqual([
      expect.stringContaining('Follow-up actions'),
      expect.stringContaining('Changes of the plan since edition'),
    ])
    expect(text).toContain('Send the photo list')
    expect(text).toMatch(/New: Flu vaccination/)
  })
})

describe('a long part of an agenda', () => {
  const parts = (who: string) => h.last(who).view.parts
  const rows = (from: string) => {
    const all = parts('centre')
    const at = all.findIndex(p => p.kind === 'text' && p.text.includes(from))
    const end = all.findIndex((p, i) => i > at && p.kind === 'divider')
    const own = all.slice(at + 1, end < 0 ? undefined : end)
    const more = own.flatMap(p => (p.kind === 'actions' ? p.actions.map(a => a.label.replace(/[\u2066-\u2069]/g, '')) : []))
    return { rows: own.reduce((n, p) => n + (p.kind === 'list' ? p.items.length : 0), 0), more }
  }

  test('ends with how many more there are, and a button that shows them', async () => {
    const organization = (await h.network()).id
    for (let n = 1; n <= 30; n++)
      await actionsDb.add(h.db, {
        networkId: h.networkId,
        id: `f${n}`,
        text: { en: `Send list ${n}`, ar: `إرسال القائمة ${n}` },
        organizationId: organization,
        memberId: null,
        dueOn: '2026-12-20',
        meetingId: null,
        lineKey: null,
        recordedAt: Temporal.Instant.from('2026-11-20T10:30:00+03:00'),
        recordedBy: 'x',
      })
    await agenda('centre')
    expect(rows('Follow-up actions')).toEqual({ rows: 6, more: ['And 24 more'] })
    expect(rows('Communication plan')).toEqual({ rows: 6, more: [expect.stringMatching(/^And \d+ more$/)] })
    expect(rows('Communication priorities')).toEqual({ rows: 3, more: [] })
    const whole = await h.press('centre', 'And 24 more')
    expect(whole.text).toMatch(/^Follow-up actions\nAgenda: meeting of Sunday 6 December 2026\n1\. Send list 1\n/)
    expect(whole.text).toContain('12. Send list 12')
    expect(whole.text).not.toContain('13. Send list 13')
    expect((await h.press('centre', 'And 18 more')).text).toContain('13. Send list 13')
    expect(h.shown.at(-1)?.op).toBe('update')
    expect((await h.press('centre', 'And 6 more')).text).toContain('30. Send list 30')
    expect((await h.press('centre', 'Back')).text).toContain('24. Send list 24')
    expect((await h.say('observer', 'ما جدول أعمال الاجتماع؟')).text).not.toContain('القائمة 7')
    await h.press('observer', 'و٢٤ غيرها')
    // The meeting that comes to it sees a page, each with its buttons, and its card stays where the rest is shown.
    await h.moveTo('2026-12-06T10:00:00+03:00')
    await h.say('centre', 'start the meeting')
    const walked = parts('centre').flatMap(p => (p.kind === 'list' ? p.items : []))
    expect([walked.length, walked[0]?.actions[0]?.label]).toEqual([12, 'Done'])
    expect((await h.press('centre', 'And 18 more')).text).toContain('13. Send list 13')
    expect(h.shown.at(-1)?.op).toBe('send')
    expect(h.errors).toEqual([])
  })
})

describe('the centre', () => {
  test('gives a line other minutes, by sentence and by form; nobody else does', async () => {
    expect((await h.say('health', 'give the plan 30 minutes on the agenda')).text).toContain('Communication plan (15 minutes)')
    const text = (await h.say('centre', 'give the plan 30 minutes on the agenda')).text
    expect(text).toContain('Communication plan now takes 30 minutes')
    expect(lines(text)[1]).toMatch(/^10:30/)
    await h.press('centre', 'Arrange')
    await h.press('centre', 'Minutes')
    await h.say('centre', '45')
    expect(lines(await agenda('health'))[1]).toMatch(/^10:45/)
    await h.say('centre', 'give the plan 20 minutes on the agenda of every meeting')
    expect(lines(await agenda('health'))[1]).toMatch(/^10:20/)
    await h.moveTo('2026-12-06T12:00:00+03:00')
    expect(await agenda('health')).toContain('Communication plan (20 minutes)')
  })

  test('puts lines in another order; a card from before only shows how they stand', async () => {
    await agenda('centre')
    await h.press('centre', 'Arrange')
    const card = h.last('centre').view
    await h.press('centre', 'Move down')
    expect(lines(await agenda('health'))[0]).toContain('Communication priorities')
    const old = card.parts.flatMap(p => (p.kind === 'list' ? p.items.flatMap(i => i.actions) : [])).find(a => a.press.args.to === 'down')
    await h.deliver('centre', { kind: 'press', press: old?.press ?? { name: '', args: {} }, dialog: false })
    expect(lines(await agenda('health'))[0]).toContain('Communication priorities')
  })

  test('puts a line where a sentence says, in either language; what is not on the agenda leaves it as it was', async () => {
    await h.house.within(h.networkId, sampleBriefings)
    const order = async (said: string) =>
      lines((await h.say('centre', said)).text).map(l => l.replace(/^.*? · (?:Briefing: )?| \(.*$/g, ''))
    const [plan, priorities, clash, health, tourism, business, next] = await order('show me the agenda')
    expect(await order('put the health briefing first')).toEqual([health, plan, priorities, clash, tourism, business, next])
    expect(await order('move other business to the end')).toEqual([health, plan, priorities, clash, tourism, next, business])
    expect(await order('the tourism briefing should come before the health one')).toEqual([
      tourism,
      health,
      plan,
      priorities,
      clash,
      next,
      business,
    ])
    expect(await order('make the priorities the second item')).toEqual([tourism, priorities, health, plan, clash, next, business])
    const after = await order('swap the plan and the clashes')
    expect(after).toEqual([tourism, priorities, health, clash, plan, next, business])
    expect((await h.say('centre', 'put the education briefing first')).text).toContain('no such line on the agenda')
    expect(await order('show me the agenda')).toEqual(after)
    const arabic = (await h.say('centre', 'قدّم عرض وزارة الصحة على عرض هيئة السياحة')).text
    expect(arabic).toMatch(/رُتّب جدول الأعمال من جديد[\s\S]*السجل الصحي[\s\S]*السياحي[\s\S]*أولويات/)
    // Whoever is not of the centre is shown it as it stands.
    expect(lines((await h.say('health', 'put the plan first')).text)[0]).toContain('electronic health record')
    expect(h.errors).toEqual([])
  })

  test('gives a briefing its minutes by its organization; to present something else is another briefing', async () => {
    await h.house.within(h.networkId, sampleBriefings)
    expect((await h.say('centre', 'give Health 15 minutes')).text).toContain('The unified electronic health record now takes 15 minutes')
    expect((await h.say('centre', 'أعطوا عرض هيئة السياحة عشرين دقيقة')).text).toContain('٢٠ دقيقة')
    expect(lines(await agenda('health')).filter(l => /Briefing/.test(l))).toEqual([
      expect.stringContaining('(15 minutes)'),
      expect.stringContaining('(20 minutes)'),
    ])
    const asked = (await h.say('centre', 'give the health ministry 15 minutes to present the new smart clinic')).text
    expect(asked).not.toContain('now takes')
    expect(asked).toMatch(/present/i)
  })

  test('adds other business and takes it off; an agenda too long for the meeting says so to the centre', async () => {
    const asked = await h.say('centre', 'add the exhibition budget to the agenda')
    expect(asked.text).toContain('other language')
    expect((await h.press('centre', 'Skip')).text).toContain('Added under other business')
    expect(await agenda('observer')).toContain('Other business: The exhibition budget')
    await h.say('centre', 'give the plan 80 minutes on the agenda')
    expect(await agenda('centre')).toContain('the meeting is planned for 90 minutes')
    expect(await agenda('observer')).not.toContain('is planned for 90')
    await h.press('centre', 'Arrange')
    await h.press('centre', 'Remove')
    expect(await agenda('observer')).not.toContain('exhibition budget')
    expect(h.errors).toEqual([])
  })
})
