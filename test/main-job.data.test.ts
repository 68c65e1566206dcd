/** The main job through every room of the core: submit, ask, be reminded, answer, compile; in Arabic and in English. */
import { describe, expect, test } from 'vitest'
import * as people from '../db/people.ts'
import { inbox } from '../db/schema.ts'
import type { Incoming } from '../src/model/incoming.ts'
import { actionsOf, type TestHouse, textOf } from './house.ts'
import { onSample } from './on-sample.ts'
import { referenceIn, stored } from './stored.ts'

let h: TestHouse
onSample(made => {
  h = made
})

describe('submitting', () => {
  test('one English sentence becomes a card, corrections change it, one press saves it', async () => {
    const card = await h.say('health', "We're launching the credit report service next Sunday 10am at the Exhibition Centre")
    expect(card.text).toContain('Sunday 29 November 2026, 10:00 am')
    expect(card.text).toContain('19 Jumada al-Akhira 1448 AH')
    expect(card.text).toContain('Venue: Exhibition Centre')
    // What a wing proposes stands before them.
    expect(
      actionsOf(card.views[0]!)
        .map(a => a.label)
        .slice(-4),
    ).toEqual(['Submit', 'Change', 'Form', 'Cancel'])
    expect((await h.say('health', 'no, at 11')).text).toContain('11:00 am')
    expect((await h.say('health', 'change the venue to Bahrain Bay')).text).toContain('Venue: Bahrain Bay')
    const saved = await h.press('health', 'Submit')
    const activity = await stored(h, referenceIn(saved.text))
    expect(activity).toMatchObject({
      title: { en: 'Credit report service' },
      venue: 'Bahrain Bay',
      when: { kind: 'timed', start: '2026-11-29T11:00:00+03:00' },
      kind: 'launch',
    })
    expect(actionsOf(saved.views[0]!).map(a => a.label)).toEqual(['Edit', 'Withdraw'])
  })

  test('one Arabic sentence, the same; a changed date keeps its time', async () => {
    const card = await h.say('youth', 'نطلق خدمة التقارير الائتمانية الأحد القادم الساعة ١٠ صباحاً في مركز المعارض')
    expect(card.text).toContain('الأحد ٢٩ نوفمبر ٢٠٢٦، الساعة ١٠:٠٠ صباحاً (١٩ جمادى الآخرة ١٤٤٨هـ)')
    expect(actionsOf(card.views[0]!).map(a => a.label)).toEqual(['تقديم الفعالية', 'تغيير', 'نموذج', 'إلغاء'])
    expect((await h.say('youth', 'غيّر التاريخ إلى ١٤ ديسمبر')).text).toContain('الاثنين ١٤ ديسمبر ٢٠٢٦، الساعة ١٠:٠٠ صباحاً')
    const saved = await h.press('youth', 'تقديم الفعالية')
    expect(await stored(h, referenceIn(saved.text))).toMatchObject({
      title: { ar: 'خدمة التقارير الائتمانية' },
      when: { start: '2026-12-14T10:00:00+03:00' },
    })
  })

  test('gaps are asked one at a time; a question in between is answered and the conversation goes on', async () => {
    expect((await h.command('tourism', 'submit-event')).text).toContain('What is the activity called?')
    expect((await h.say('tourism', 'Winter lights festival')).text).toContain('On which date?')
    const between = await h.say('tourism', 'when is the next meeting?')
    expect(between.text).toContain('Next meeting')
    expect(between.text).toContain('On which date?')
    expect((await h.say('tourism', '31 February')).text).toContain('There is no such date')
    expect((await h.say('tourism', '20 December')).text).toContain('At what time?')
    expect((await h.say('tourism', 'skip')).text).toContain('Where will it be held?')
    const card = await h.say('tourism', 'Bahrain Fort')
    expect(card.text).toContain('Title: Winter lights festival')
    expect(card.text).toContain('Sunday 20 December 2026')
    expect(card.text).toContain('Venue: Bahrain Fort')
    const saved = await h.press('tourism', 'Submit')
    expect(await stored(h, referenceIn(saved.text))).toMatchObject({
      when: { kind: 'days', start: '2026-12-20', end: '2026-12-20' },
      venue: 'Bahrain Fort',
    })
  })

  test('a question that is not understood is no answer to the open one, and a request to see something is none either', async () => {
    await h.say('health', 'submit')
    expect((await h.say('health', 'who is the minister?')).text).toMatch(/did not understand[\s\S]*What is the activity called\?/)
    await h.say('health', 'Winter lights festival')
    expect((await h.say('health', "what's new this month?")).text).toMatch(/On which date\?$/m)
    expect((await h.say('health', 'open edition 2')).text).toMatch(/no edition 2[\s\S]*On which date\?/)
    expect((await h.say('health', '20 December at 5pm')).text).toContain('Where will it be held?')
  })

  test('back, start over and cancel lose nothing that was not let go', async () => {
    await h.command('tourism', 'submit-event')
    await h.say('tourism', 'Winter lights festival')
    expect((await h.say('tourism', 'back')).text).toContain('Winter lights festival')
    expect((await h.say('tourism', 'Spring lights festival')).text).toContain('On which date?')
    expect((await h.say('tourism', 'start over')).text).toContain('What is the activity called?')
    expect((await h.say('tourism', 'cancel')).text).toContain('Nothing was saved')
    expect((await h.say('tourism', 'cancel')).text).toContain('Nothing is open')
  })

  test('several activities in one message are shown together and saved with one press, each with its number; a second press tells of them', async () => {
    const shown = await h.say(
      'youth',
      'فعالياتنا:\n١. بطولة كرة القدم يوم ٦ ديسمبر الساعة ٤ عصراً في استاد البحرين\n٢. ملتقى الشباب يوم ١٤ ديسمبر الساعة ١٠ صباحاً في مركز المعارض\n٣. ورشة الابتكار يوم ٢٠ ديسمبر الساعة ٩ صباحاً في فندق الخليج',
    )
    expect(shown.views).toHaveLength(1)
    expect(shown.text).toContain('في رسالتكم ٣ فعاليات')
    expect((await h.say('youth', 'متى الاجتماع القادم؟')).text).toContain('في رسالتكم ٣ فعاليات')
    expect((await h.say('youth', 'الثانية الساعة ١١')).text).toContain('١١:٠٠')
    await h.say('youth', 'احذف الثالثة')
    const saved = await h.press('youth', 'تقديم الفعاليتين')
    expect(saved.text).toContain('تم تقديم فعاليتين.')
    const references = saved.text.match(/A-\d{4}-\d{4}/g) ?? []
    expect(references).toHaveLength(2)
    expect(await stored(h, references[1] ?? '')).toMatchObject({
      title: { ar: 'ملتقى الشباب' },
      when: { start: '2026-12-14T11:00:00+03:00' },
      ownerId: (await stored(h, references[0] ?? ''))?.ownerId,
    })
    const again = await h.press('youth', 'تقديم الفعاليتين')
    expect(again.text).toContain('سبق تقديم هاتين الفعاليتين')
    expect(again.text.match(/A-\d{4}-\d{4}/g)).toEqual(references)
    // Each of them can be edited and withdrawn from the confirmation.
    expect((await h.press('youth', 'سحب', { nth: 1 })).text).toContain(references[1])
  })

  test('the centre submits for an organization, and every card says for which', async () => {
    const card = await h.say('centre', 'submit for the Ministry of Health: Flu campaign on 15 December at 9am at the Gulf Hotel')
    expect(card.text).toContain('For Ministry of Health')
    const activity = await stored(h, referenceIn((await h.press('centre', 'Submit')).text))
    expect(activity?.ownerId).not.toBe((await people.activeMembers(h.db, await h.network(), { role: 'coordinator' }))[0]?.organizationId)
    const own = await h.say('health', 'Flu campaign on 16 December at 9am at the Gulf Hotel')
    expect(own.text).not.toContain('For Ministry')
  })

  test('a greeting is answered as one', async () => {
    expect((await h.say('health', 'good morning')).text).toContain('Hello.')
    expect((await h.say('youth', 'السلام عليكم')).text).toContain('وعليكم السلام')
    expect((await h.say('health', 'thanks')).text).toBe('You are welcome.')
  })

  test('one answer may fill several fields', async () => {
    await h.command('health', 'submit-event')
    const card = await h.say('health', 'Diabetes awareness walk on 10 December at 4pm in Bahrain Bay')
    expect(card.text).toContain('Title: Diabetes awareness walk')
    expect(card.text).toContain('Thursday 10 December 2026, 4:00 pm')
    expect(card.text).toContain('Venue: Bahrain Bay')
  })

  test('a weekday and a date that disagree are asked about, both shown', async () => {
    const asked = await h.say('health', 'Vaccination day on Sunday 14 December at 9am at Bahrain Bay')
    expect(asked.text).toContain('do not agree')
    expect(actionsOf(asked.views[0]!).map(a => a.label.replace(/[\u2066-\u2069]/g, ''))).toEqual([
      'Monday 14 December 2026, 9:00 am',
      'Sunday 13 December 2026, 9:00 am',
      'Cancel',
    ])
    expect((await h.press('health', 'Sunday 13 December 2026, 9:00 am')).text).toContain('Sunday 13 December 2026, 9:00 am')
  })

  test('the form: problems come back at their inputs with what was typed; then it saves', async () => {
    await h.say('health', 'Blood donation day on 15 December at the Gulf Hotel')
    const form = h.formOf((await h.press('health', 'Form')).reply)
    expect(form.inputs.find(i => i.id === 'when')?.value).toBe('2026-12-15')
    const again = h.formOf(
      (await h.fill('health', form, { title: 'Blood donation day', when: '2026-12-15', time: '18:00', endTime: '17:00' }, 'en')).reply,
    )
    expect(again.inputs.find(i => i.id === 'endTime')).toMatchObject({
      value: '17:00',
      problem: expect.stringContaining('before the start'),
    })
    expect(again.inputs.find(i => i.id === 'time')?.value).toBe('18:00')
    const saved = await h.fill(
      'health',
      form,
      { title: 'Blood donation day', when: '2026-12-15', time: '16:00', endTime: '17:00', venue: 'Gulf Hotel' },
      'en',
    )
    expect(saved.reply.dialog).toBeNull()
    expect(await stored(h, referenceIn(saved.text))).toMatchObject({
      when: { start: '2026-12-15T16:00:00+03:00', end: '2026-12-15T17:00:00+03:00' },
    })
  })

  test('a second submission offers to go on or to start anew', async () => {
    await h.say('health', 'Blood donation day on 15 December at 9am at the Gulf Hotel')
    const offered = await h.command('health', 'submit-event')
    expect(actionsOf(offered.views[0]!).map(a => a.label)).toEqual(['Go on', 'Start anew'])
    expect((await h.press('health', 'Go on')).text).toContain('Blood donation day')
    await h.command('health', 'submit-event')
    expect((await h.press('health', 'Start anew')).text).toContain('What is the activity called?')
  })

  test('a further sentence in answer to that offer does not spoil the open draft', async () => {
    await h.say('health', 'Blood donation day on 15 December at 9am at the Gulf Hotel')
    await h.say('health', 'We are launching the eye camp on 16 December at 10am at Bahrain Bay')
    const again = await h.say('health', 'We are opening the dental clinic on 17 December at 11am at the Exhibition Centre')
    expect(actionsOf(again.views[0]!).map(a => a.label)).toEqual(['Go on', 'Start anew'])
    expect((await h.press('health', 'Go on')).text).toMatch(/Blood donation day[\s\S]*15 December 2026, 9:00 am[\s\S]*Gulf Hotel/)
    await h.say('health', 'We are opening the dental clinic on 17 December at 11am at the Exhibition Centre')
    expect((await h.press('health', 'Start anew')).text).toMatch(/dental clinic[\s\S]*17 December 2026, 11:00 am[\s\S]*Exhibition Centre/)
  })

  test('editing the message a draft came from updates the draft', async () => {
    await h.say('health', 'Blood donation day on 15 December at 9am at the Gulf Hotel')
    const message = `m-edit`
    await h.say('health', 'cancel')
    await h.deliver('health', { kind: 'text', text: 'Blood donation day on 15 December at 9am at the Gulf Hotel', message })
    const after = await h.deliver('health', { kind: 'edited', message, text: 'Blood donation day on 16 December at 9am at the Gulf Hotel' })
    expect(after.text).toContain('Wednesday 16 December 2026, 9:00 am')
  })

  test('an untouched draft is let go after fourteen days', async () => {
    await h.say('health', 'Blood donation day on 15 December at 9am at the Gulf Hotel')
    await h.moveTo('2026-12-08T09:30:00+03:00')
    const after = await h.say('health', 'yes')
    expect(after.text).toContain('Nothing is open')
  })
})

describe('once and only once', () => {
  test('the same delivery worked twice saves once', async () => {
    await h.say('health', 'Blood donation day on 15 December at 9am at the Gulf Hotel')
    const submit = actionsOf(h.last('health').view).find(a => a.label === 'Submit')!
    const incoming: Incoming = {
      delivery: 'the-same',
      account: { platform: 'web', space: 'local', user: 'health' },
      profile: { guest: false },
      place: { kind: 'direct', id: 'health' },
      content: { kind: 'press', press: submit.press, dialog: false },
    }
    const [a, b] = [await h.inbox.take(incoming), await h.inbox.take(incoming)]
    expect([a.fresh, b.fresh]).toEqual([true, false])
    await Promise.all([a.work(), b.work()])
    await h.inbox.idle()
    const mine = (await h.command('health', 'my-events')).text
    expect(mine.match(/Blood donation day/g)).toHaveLength(1)
    // The number people say aloud begins its line, where no line end can break it.
    expect(mine).toMatch(/Blood donation day\nA-\d{4}-\d{4} · /)
  })

  test('a button pressed twice says what came of it', async () => {
    await h.say('health', 'Blood donation day on 15 December at 9am at the Gulf Hotel')
    const submit = actionsOf(h.last('health').view).find(a => a.label === 'Submit')!
    const first = await h.deliver('health', { kind: 'press', press: submit.press, dialog: false })
    const second = await h.deliver('health', { kind: 'press', press: submit.press, dialog: false })
    expect(second.text).toContain(referenceIn(first.text))
    expect((await h.command('health', 'my-events')).text.match(/Blood donation day/g)).toHaveLength(1)
  })

  test('another person cannot press it for them', async () => {
    await h.say('health', 'Blood donation day on 15 December at 9am at the Gulf Hotel')
    const submit = actionsOf(h.last('health').view).find(a => a.label === 'Submit')!
    await h.deliver('tourism', { kind: 'press', press: submit.press, dialog: false })
    expect((await h.command('tourism', 'my-events')).text).not.toContain('Blood donation day')
  })
})

describe('bad input gets a sentence and loses nothing', () => {
  const bad: [string, string][] = [
    ['10,000 characters', 'a'.repeat(10_000)],
    ['only emoji', '🎉🎉🎉'],
    ['right-to-left overrides', '\u202eevil\u202c'],
    ['script', '<script>alert(1)</script>'],
    ['Slack mark-up', '<!channel> *bold* <@U123>'],
    ['SQL', "'; drop table activities; --"],
    ['a year 3000', '1 January 3000'],
    ['nonsense', 'qwerty zxcvb'],
  ]
  test.each(bad)('%s, in the middle of a conversation', async (_name, text) => {
    await h.command('health', 'submit-event')
    await h.say('health', 'Blood donation day')
    const answer = await h.say('health', text)
    expect(answer.views.length).toBeGreaterThan(0)
    expect(h.errors).toEqual([])
    const card = await h.say('health', '15 December at 9am at the Gulf Hotel')
    expect(card.text).toContain('Title: Blood donation day')
    expect(card.text).toContain('Tuesday 15 December 2026, 9:00 am')
  })

  test('a date in the past is told and asked again', async () => {
    await h.command('health', 'submit-event')
    await h.say('health', 'Blood donation day')
    expect((await h.say('health', '3 November 2026')).text).toContain('already past')
  })

  test('a title of mark-up is stored and shown as plain text', async () => {
    await h.command('health', 'submit-event')
    await h.say('health', '<b>Bold</b> & "plain" title')
    await h.say('health', '15 December at 9am')
    await h.say('health', 'skip')
    const saved = await h.press('health', 'Submit')
    expect((await stored(h, referenceIn(saved.text)))?.title.en).toBe('<b>Bold</b> & "plain" title')
  })
})

describe('asking', () => {
  test.each([
    ['health', "what are this month's priorities?", 'Communication priorities: November 2026'],
    ['youth', 'ما أولويات هذا الشهر؟', 'أولويات الاتصال: نوفمبر ٢٠٢٦'],
    ['health', 'show the plan for December', 'December 2026'],
    ['youth', 'شنو عندنا الأسبوع الياي؟', 'من الأحد ٢٩ نوفمبر ٢٠٢٦ إلى السبت ٥ ديسمبر ٢٠٢٦'],
    ['observer', 'ما أولويات الشهر المقبل؟', 'ديسمبر ٢٠٢٦'],
    ['youth', 'متى آخر موعد للتقديم؟', 'الأحد ٢٩ نوفمبر ٢٠٢٦، الساعة ٢:١٥ مساءً'],
    ['health', 'thank you', 'You are welcome'],
  ])('%s: %s', async (who, question, expected) => {
    expect((await h.say(who, question)).text).toContain(expected)
  })

  test('what is not allowed is refused, and says who may', async () => {
    expect((await h.command('health', 'compile')).text).toContain('coordinators')
    expect((await h.say('observer', 'أريد تقديم فعالية')).text).toContain('صلاحية')
  })

  test('an embargoed activity is seen by its owner and the centre alone', async () => {
    const title = 'إعلان حزمة دعم المؤسسات الصغيرة والمتوسطة'
    expect(
      (await h.say('finance', 'اعرض مخطط ديسمبر')).text + (await h.press('finance', 'التالي').catch(() => ({ text: '' }))).text,
    ).toContain(title)
    expect(
      (await h.say('youth', 'اعرض مخطط ديسمبر')).text + (await h.press('youth', 'التالي').catch(() => ({ text: '' }))).text,
    ).not.toContain(title)
  })

  test('a stranger and a guest see only a way to ask to join', async () => {
    const stranger = await h.say('nobody', 'ما أولويات هذا الشهر؟', { profile: { name: 'Nobody', guest: false } })
    expect(stranger.text).not.toContain('نوفمبر')
    const guest = await h.say('guest', 'plan', { profile: { name: 'Guest', email: 'health@munassiq.example', guest: true } })
    expect(guest.text).not.toContain('Blood')
    expect(actionsOf(guest.views[0]!).every(a => a.press.name.startsWith('join.'))).toBe(true)
  })
})

describe('the cycle', () => {
  test('reminders go to those who owe, an answer updates the colleagues’ cards, the deadline compiles once', async () => {
    await h.moveTo('2026-11-25T07:30:00+03:00')
    const reminded = new Set(
      h.shown
        .filter(s => s.view.parts.some(p => p.kind === 'actions' && p.actions.some(a => a.press.name === 'meeting.snooze')))
        .map(s => s.to),
    )
    expect(reminded.has('health')).toBe(true)
    expect(reminded.has('health-2')).toBe(true)
    expect(reminded.has('works')).toBe(false)
    expect(reminded.has('observer')).toBe(false)
    await h.press('health', 'That is all')
    const colleague = h.last('health-2')
    expect(colleague.op).toBe('update')
    expect(textOf(colleague.view)).toContain('Maryam')
    await h.moveTo('2026-11-29T15:00:00+03:00')
    expect(h.shown.filter(s => s.to === 'health' && s.op === 'send').every(s => !textOf(s.view).includes('2 days'))).toBe(true)
    const report = h.shown
      .filter(s => s.to === 'centre')
      .map(s => textOf(s.view))
      .join('\n')
    expect(report).toContain('وزارة شؤون الشباب')
    expect((await h.command('centre', 'plan', 'edition 1')).text).toContain('الإصدار ١')
    expect((await h.command('centre', 'plan', 'edition 2')).text).not.toContain('آلياً')
  })

  test('nothing begun by the bot is sent outside working hours', async () => {
    await h.moveTo('2026-12-07T00:00:00+03:00')
    const rows = await h.db.execute(
      "select to_char(not_before at time zone 'Asia/Bahrain', 'ID HH24:MI') as at from outbox where lease_until is null and dedupe is not null and op = 'send'",
    )
    const list = (Array.isArray(rows) ? rows : (rows as { rows: unknown[] }).rows) as { at: string }[]
    expect(list.length).toBeGreaterThan(10)
    for (const { at } of list) {
      const [day, time] = at.split(' ')
      expect(['7', '1', '2', '3', '4']).toContain(day)
      expect(time! >= '07:00' && time! <= '14:20').toBe(true)
    }
  })
})

test('what came in is let go of a month after it was done, and not before', async () => {
  await h.say('health', 'help')
  const kept = async () => (await h.db.select().from(inbox)).length
  await h.moveTo('2026-12-20T09:00:00+03:00')
  expect(await kept()).toBe(1)
  await h.moveTo('2026-12-25T09:00:00+03:00')
  expect(await kept()).toBe(0)
})
