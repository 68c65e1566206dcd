/** The invitation: sent once, answered and answered again, reminded of once, asked anew when the meeting moves; who comes, and who is told. */
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { attendance, members } from '../../db/schema.ts'
import { type Shown, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})
beforeEach(async () => {
  await h.say('centre', 'please speak English with me')
})

/** Sunday 29 November: five working days before the meeting of 6 December. */
const sent = '2026-11-29T07:00:00+03:00'
const invitations = (since: number): Shown[] =>
  h.shown.slice(since).filter(s => s.op === 'send' && /^Invitation to|^دعوة إلى/.test(textOf(s.view)))
const answers = async () => (await h.db.select().from(attendance)).map(a => a.answer)

describe('the invitation', () => {
  test('goes once, in the morning five working days before, to officers and coordinators and to no observer, with a calendar file', async () => {
    await h.moveTo('2026-11-29T06:59:00+03:00')
    expect(invitations(0)).toEqual([])
    const before = h.shown.length
    await h.moveTo(sent)
    const got = invitations(before).map(s => s.to)
    expect(got).toContain('health')
    expect(got).toContain('centre')
    expect(got).not.toContain('observer')
    expect(new Set(got).size).toBe(got.length)
    const files = h.shown.slice(before).filter(s => s.view.parts.some(p => p.kind === 'file' && p.name === 'meeting-2026-12-06.ics'))
    expect(files.length).toBe(got.length)
    await h.moveTo('2026-12-01T12:00:00+03:00')
    expect(invitations(before).length).toBe(got.length)
    expect(h.errors).toEqual([])
  })

  test('tells the link where the network has set one', async () => {
    await h.say('centre', 'set the meeting link to https://meet.example.org/network')
    expect((await h.press('centre', 'Save')).text).toContain('Link: https://meet.example.org/network')
    await h.say('centre', 'send the meeting invitation now')
    expect(textOf(invitations(0).find(s => s.to === 'youth')?.view ?? h.last('youth').view)).toContain('https://meet.example.org/network')
  })

  test('the centre sends it now, once; pressed again nothing goes', async () => {
    expect((await h.say('centre', 'who is coming to the meeting?')).text).toContain('The invitation goes out on Sunday 29 November')
    const before = h.shown.length
    expect((await h.press('centre', 'Send the invitation now')).text).toContain('The invitation has gone to')
    const n = invitations(before).length
    expect(n).toBeGreaterThan(5)
    expect((await h.say('centre', 'send the meeting invitation now')).text).toContain('gone out already')
    await h.moveTo('2026-11-30T12:00:00+03:00')
    expect(invitations(before).length).toBe(n)
    // Nobody else sends it.
    expect((await h.say('health', 'send the meeting invitation now')).text).toContain('This is for')
  })

  test('answered by button, changed, and by whoever comes instead; the centre sees it by organization', async () => {
    await h.moveTo(sent)
    await h.say('health', 'attendance')
    expect((await h.press('health', 'I will attend')).text).toContain('You will attend')
    expect((await h.press('health', 'I will not')).text).toContain('You will not attend')
    await h.press('health', 'Someone else comes')
    expect((await h.say('health', 'Dr Amal Said')).text).toContain('Dr Amal Said comes instead')
    await h.say('youth', 'سأحضر الاجتماع')
    const { text } = await h.say('centre', 'attendance')
    expect(text).toContain('Coming: 2, not coming: 0')
    expect(text).toMatch(/Ministry of Health: Dr Amal Said instead of /)
    expect((await h.say('observer', 'what is on the agenda?')).text).toContain('Coming: 2')
    expect(h.errors).toEqual([])
  })

  test('a sentence answers before anybody is asked; a colleague who comes instead is told', async () => {
    const [health] = await h.db.select().from(members).where(eq(members.email, 'health@munassiq.example'))
    await h.db
      .update(members)
      .set({ organizationId: health?.organizationId ?? '' })
      .where(eq(members.email, 'youth@munassiq.example'))
    const [youth] = await h.db.select().from(members).where(eq(members.email, 'youth@munassiq.example'))
    expect((await h.say('health', `${youth?.nameEn} will come to the meeting instead of me`)).text).toContain(
      `${youth?.nameEn} comes instead`,
    )
    // The same by the button of the colleague's name.
    await h.press('health', 'I will attend')
    await h.press('health', 'Someone else comes')
    expect((await h.press('health', youth?.nameEn ?? '')).text).toContain('comes instead')
    expect(textOf(h.last('youth').view)).toMatch(/يُرجى حضوركم الاجتماع بدلاً من/)
    const before = h.shown.length
    await h.moveTo(sent)
    expect(textOf(invitations(before).find(s => s.to === 'health')?.view ?? h.last('health').view)).toContain('comes instead')
  })

  test('those who have not answered are reminded once, the working day before', async () => {
    await h.moveTo(sent)
    await h.say('health', 'I will attend the meeting')
    const before = h.shown.length
    await h.moveTo('2026-12-06T09:59:00+03:00')
    const reminded = h.shown
      .slice(before)
      .filter(s => /^We are waiting for your answer: meeting|^بانتظار إجابتكم: اجتماع/.test(textOf(s.view)))
    expect(reminded.map(s => s.to)).toContain('youth')
    expect(reminded.map(s => s.to)).not.toContain('health')
    expect(new Set(reminded.map(s => s.to)).size).toBe(reminded.length)
    await h.moveTo('2026-12-06T10:01:00+03:00')
    const old = h.shown.findLast(
      s => s.to === 'youth' && s.view.parts.some(p => p.kind === 'actions' && p.actions.some(a => a.press.name === 'attend.answer')),
    )
    const press = old?.view.parts.flatMap(p => (p.kind === 'actions' ? p.actions : [])).find(a => a.press.name === 'attend.answer')?.press
    expect((await h.deliver('youth', { kind: 'press', press: press ?? { name: '', args: {} }, dialog: false })).text).toMatch(/بدأ|begun/)
  })

  test('a meeting that moves asks anew, in the one message that tells of it, with the file of its new version', async () => {
    await h.moveTo(sent)
    await h.say('health', 'I will attend the meeting')
    const old = h.shown.findLast(s => s.to === 'tourism' && s.view.parts.some(p => p.kind === 'actions'))
    const before = h.shown.length
    await h.say('centre', 'move the next meeting to 8 December at 10am')
    await h.press('centre', 'Move the meeting')
    const told = h.shown.slice(before).filter(s => s.op === 'send' && s.to === 'health')
    expect(told.map(s => s.view.parts[0]?.kind)).toEqual(['heading', 'file'])
    expect(textOf(told[0]?.view ?? h.last('health').view)).toContain('Will you attend at the new time?')
    expect(await answers()).not.toContain('yes')
    // Whoever presses the button of the old time is asked for the new one.
    const press = old?.view.parts.flatMap(p => (p.kind === 'actions' ? p.actions : [])).find(a => a.press.name === 'attend.answer')?.press
    await h.deliver('tourism', { kind: 'press', press: press ?? { name: '', args: {} }, dialog: false })
    expect(await answers()).not.toContain('yes')
    // An observer only hears of it.
    expect(h.shown.slice(before).filter(s => s.to === 'observer').length).toBe(1)
  })

  test('a meeting that is skipped is told of once, its file is withdrawn, its briefings go to the next', async () => {
    await h.say('health', 'we want a briefing on vaccines, presented by Dr Amal')
    await h.press('health', 'Skip')
    await h.press('health', 'Ask for the briefing')
    await h.moveTo(sent)
    const before = h.shown.length
    await h.say('centre', 'skip the next meeting')
    await h.press('centre', 'Yes, skip it')
    const told = h.shown.slice(before).filter(s => s.op === 'send' && s.to === 'health')
    expect(told.map(s => s.view.parts[0]?.kind)).toEqual(['heading', 'file'])
    expect(textOf(told[0]?.view ?? h.last('health').view)).toContain('Your briefing goes to that meeting: Vaccines')
    await h.moveTo('2026-12-07T12:00:00+03:00')
    expect(invitations(before).length).toBe(0)
    expect((await h.say('centre', 'show the briefings')).text).toContain('Sunday 3 January 2027')
  })
})

describe('one who is away', () => {
  test('is asked through whoever stands in, who gets a card for each; "I will attend" on it means in their place', async () => {
    const [health] = await h.db.select().from(members).where(eq(members.email, 'health@munassiq.example'))
    await h.db
      .update(members)
      .set({ organizationId: health?.organizationId ?? '' })
      .where(eq(members.email, 'youth@munassiq.example'))
    const [youth] = await h.db.select().from(members).where(eq(members.email, 'youth@munassiq.example'))
    await h.say('health', `I am away from 26 November to 3 December, ${youth?.nameEn} covers for me`)
    await h.press('health', 'Save')
    const before = h.shown.length
    await h.moveTo(sent)
    const cards = invitations(before)
    expect(cards.filter(s => s.to === 'health')).toEqual([])
    const instead = h.shown.slice(before).find(s => s.to === 'youth' && s.view.parts[0]?.kind === 'text')
    const press = instead?.view.parts.flatMap(p => (p.kind === 'actions' ? p.actions : [])).find(a => a.press.args.answer === 'yes')?.press
    expect(press?.args.member).toBe(health?.id)
    await h.deliver('youth', { kind: 'press', press: press ?? { name: '', args: {} }, card: instead?.card, dialog: false })
    const [row] = await h.db
      .select()
      .from(attendance)
      .where(eq(attendance.memberId, health?.id ?? ''))
    expect([row?.answer, row?.insteadId]).toEqual(['other', youth?.id])
    expect(textOf(h.last('youth').view)).toMatch(/بدلاً|نيابة|instead/)
    // Nobody else answers for them.
    await h.deliver('tourism', { kind: 'press', press: press ?? { name: '', args: {} }, dialog: false })
    const [same] = await h.db
      .select()
      .from(attendance)
      .where(eq(attendance.memberId, health?.id ?? ''))
    expect(same?.answeredBy).toBe(youth?.id)
    expect(h.errors).toEqual([])
  })
})
