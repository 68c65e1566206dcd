/** The message bank through the whole core: found and copied, proposed and decided, reworded with the wording kept, asked about before it ends. */
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { bankMessages, bankWordings, changes } from '../../db/schema.ts'
import { actionsOf, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const labels = (as: string) => actionsOf(h.last(as).view).map(a => a.label.replace(/[\u2066-\u2069]/g, ''))
const pressed = (as: string, name: string) => {
  const found = h.shown
    .filter(s => s.to === as)
    .reverse()
    .flatMap(s => actionsOf(s.view).map(action => ({ action, card: s.card })))
    .find(x => x.action.press.name === name)
  if (!found) throw new Error(`no ${name} was shown to ${as}`)
  return found.action.press
}
const row = async (text: string) => (await h.db.select().from(bankMessages).where(eq(bankMessages.textEn, text)))[0]
const free = 'Every citizen and resident may see their own credit report free of charge once a year.'

/** Adds a message of the centre in conversation. */
async function add(topic: string, text: string, until: string): Promise<void> {
  await h.say('centre', 'add a message to the bank')
  for (const said of [text, topic, 'تخطي', 'تخطي', until]) await h.say('centre', said)
  await h.press('centre', 'حفظ')
}

describe('finding', () => {
  test('what do we say about credit reports: each to copy, in the reader’s language with the other beneath', async () => {
    const en = await h.say('tourism', 'what do we say about credit reports?')
    expect(en.text).toContain('2 messages on that')
    expect(en.text).toMatch(/Every citizen and resident may see their own credit report[^\n]*\nيحق لكل مواطن/)
    expect(en.text).toContain('Facts: The service is in the unified app')
    expect(en.text).toContain('Source: Guide to government services')
    expect(en.text).not.toMatch(/password|Approved by/)
    const ar = await h.say('works', 'ما رسائلنا عن التقارير الائتمانية؟')
    expect(ar.text).toMatch(/رسالتان في هذا الموضوع[\s\S]*يحق لكل مواطن[^\n]*\nEvery citizen/)
    expect(ar.text).toContain('الحقائق: الخدمة متاحة عبر التطبيق الموحد')
    expect((await h.command('works', 'messages', 'التقرير الإئتماني')).text).toContain('يحق لكل مواطن')
  })

  test('without a topic: this month’s priorities and then the newest; more behind a button', async () => {
    const all = await h.command('tourism', 'messages')
    expect(all.text).toMatch(
      /^Message bank\n9 messages, this month’s priorities first\nDigital government services[\s\S]*Prevention begins with us[\s\S]*Young people/,
    )
    const more = await h.press('tourism', '4 more')
    expect(more.text).toMatch(/own data|Personal data protection/)
    expect(more.text).not.toContain('Vocational training shortens')
  })

  test('what is not in the bank is said so, and it can be proposed', async () => {
    const none = await h.say('tourism', 'what do we say about school fees?')
    expect(none.text).toContain('I find no approved message on that.')
    expect(labels('tourism')).toEqual(['Propose a message'])
    expect((await h.say('tourism', 'what do we say about plans to add lanes?')).text).toContain('I find no approved message on that.')
    expect((await h.say('tourism', 'I want to propose a message')).text).toContain('What is the message?')
  })
})

describe('proposing', () => {
  const told = 'School fees are unchanged this year.'
  async function propose(): Promise<void> {
    await h.command('tourism', 'messages')
    await h.press('tourism', 'Propose a message')
    for (const said of [told, 'school fees | الرسوم المدرسية', 'لم تتغير الرسوم المدرسية هذا العام.', 'تخطي', 'تخطي'])
      await h.say('tourism', said)
    await h.press('tourism', 'Save')
  }

  test('an officer proposes, the centre is told and approves, the proposer is told; nobody finds it before', async () => {
    await propose()
    expect(h.last('tourism').view.summary).toContain('Centre')
    expect(textOf(h.last('centre').view)).toMatch(/رسالة مقترحة من[\s\S]*لم تتغير الرسوم المدرسية/)
    expect((await h.say('works', 'ما رسائلنا عن الرسوم المدرسية؟')).text).toContain('لا توجد رسالة معتمدة')
    await h.press('centre', 'اعتماد')
    expect(textOf(h.last('tourism').view)).toContain('The Centre approved the message you proposed')
    expect((await h.say('works', 'ما رسائلنا عن الرسوم المدرسية؟')).text).toContain('لم تتغير الرسوم المدرسية هذا العام.')
    const stored = await row(told)
    expect(stored).toMatchObject({ state: 'approved', topicAr: 'الرسوم المدرسية', topicEn: 'school fees', version: 2 })
    expect(stored?.approvedAt).not.toBeNull()
    const record = await h.db.select().from(changes).where(eq(changes.entity, 'message'))
    expect(record.map(c => c.action)).toEqual(['proposed', 'approved'])
  })

  test('declined: the proposer is told, and it is found by nobody', async () => {
    await propose()
    await h.press('centre', 'عدم الاعتماد')
    expect(textOf(h.last('tourism').view)).toContain('did not take the message')
    expect((await h.say('tourism', 'what do we say about school fees?')).text).toContain('I find no approved message')
  })

  test('no member approves, rewords, retires, keeps or sees what waits, whichever button they make up; an observer proposes nothing', async () => {
    await propose()
    const { id } = (await row(told)) ?? { id: '' }
    for (const name of ['message.approve', 'message.reword', 'message.retire', 'message.keep', 'message.waiting', 'message.wordings']) {
      const refused = await h.deliver('tourism', { kind: 'press', press: { name, args: { id, v: '1' }, language: 'en' }, dialog: false })
      expect(refused.text, name).toContain('coordinators')
      expect(refused.text, name).not.toContain('unchanged')
    }
    const form = {
      kind: 'answers',
      form: 'message.reword',
      args: { id, v: '1' },
      answers: { text: 'Something else entirely' },
      language: 'en',
    } as const
    expect((await h.deliver('tourism', form)).text).toContain('coordinators')
    expect(await row(told)).toMatchObject({ state: 'proposed', version: 1 })
    expect((await h.command('observer', 'messages')).text).toContain('بنك الرسائل')
    expect(labels('observer')).not.toContain('اقتراح رسالة')
    const add = await h.deliver('observer', { kind: 'press', press: { name: 'message.add', args: {}, language: 'ar' }, dialog: false })
    expect(add.text).toContain('مسؤولي الاتصال')
    const filled = {
      kind: 'answers',
      form: 'message',
      args: {},
      answers: { text: 'Observers say nothing of it', topic: 'x y' },
      language: 'en',
    } as const
    await h.deliver('observer', filled)
    expect(await row('Observers say nothing of it')).toBeUndefined()
  })
})

describe('keeping', () => {
  test('the centre rewords: the old wording is kept, and whoever saw the old one decides nothing by it', async () => {
    await h.say('centre', 'ما رسائلنا عن التقارير الائتمانية؟')
    const retire = pressed('centre', 'message.retire')
    await h.press('centre', 'إعادة صياغة')
    await h.press('centre', 'تغيير')
    await h.press('centre', 'الرسالة')
    await h.say('centre', 'يمكن لكل مواطن ومقيم الاطلاع على تقريره الائتماني مجاناً كل عام.')
    await h.press('centre', 'حفظ')
    expect((await h.say('works', 'ما رسائلنا عن التقارير الائتمانية؟')).text).toContain('يمكن لكل مواطن ومقيم')
    const [kept] = await h.db.select().from(bankWordings)
    expect(kept).toMatchObject({ version: 1, textAr: 'يحق لكل مواطن ومقيم الاطلاع على تقريره الائتماني مجاناً مرة كل عام.', textEn: free })
    await h.say('centre', 'ما رسائلنا عن التقارير الائتمانية؟')
    expect((await h.press('centre', 'الصياغات السابقة')).text).toContain('يحق لكل مواطن')
    const stale = await h.deliver('centre', { kind: 'press', press: { ...retire, args: { ...retire.args, v: '1' } }, dialog: false })
    expect(stale.text).toContain('تغيرت هذه الرسالة بعد أن عُرضت عليكم')
    expect(await row(free)).toMatchObject({ state: 'approved', version: 2 })
  })

  test('what is retired is offered to nobody, and kept', async () => {
    await h.say('centre', 'ما رسائلنا عن التقارير الائتمانية؟')
    await h.press('centre', 'سحب من التداول')
    expect((await h.say('tourism', 'what do we say about credit reports?')).text).not.toContain('once a year')
    expect(await row(free)).toMatchObject({ state: 'retired' })
  })

  test('before its last day each coordinator is asked once; kept, it holds three months more', async () => {
    await add('رسوم الجسر', 'تبقى رسوم الجسر كما هي حتى نهاية العام', '10 December')
    expect((await h.say('works', 'شنو نقول عن رسوم الجسر؟')).text).toContain('تبقى رسوم الجسر')
    const asked = () =>
      h.shown.filter(s => s.to === 'centre' && s.op === 'send' && /هل تبقى صحيحة بعده[\s\S]*رسوم الجسر/.test(textOf(s.view))).length
    // Five working days before Thursday 10 December: Thursday 3 December.
    await h.moveTo('2026-12-02T12:00:00+03:00')
    expect(asked()).toBe(0)
    await h.moveTo('2026-12-03T08:00:00+03:00')
    expect(asked()).toBe(1)
    expect(labels('centre')).toEqual(['إبقاؤها ٣ أشهر', 'إعادة صياغة', 'سحب من التداول'])
    await h.moveTo('2026-12-08T08:00:00+03:00')
    expect(asked()).toBe(1)
    const keep = h.shown
      .flatMap(s => (s.to === 'centre' && textOf(s.view).includes('رسوم الجسر') ? actionsOf(s.view) : []))
      .find(a => a.press.name === 'message.keep')
    const kept = await h.deliver('centre', { kind: 'press', press: keep?.press as never, dialog: false })
    expect(kept.text).toContain('١٠ مارس ٢٠٢٧')
    await h.moveTo('2026-12-13T08:00:00+03:00')
    expect((await h.say('works', 'شنو نقول عن رسوم الجسر؟')).text).toContain('تبقى رسوم الجسر')
  })

  test('another holiday moves the question; once asked, none asks again', async () => {
    await add('رسوم الجسر', 'تبقى رسوم الجسر كما هي حتى نهاية العام', '22 December')
    const asked = () =>
      h.shown.filter(s => s.to === 'centre' && s.op === 'send' && /هل تبقى صحيحة بعده[\s\S]*رسوم الجسر/.test(textOf(s.view))).length
    const holiday = async (said: string) => {
      await h.say('centre', `add a holiday on ${said}`)
      await h.say('centre', 'Day of mourning')
      const submit = pressed('centre', 'draft.submit')
      await h.deliver('centre', { kind: 'press', press: submit, dialog: false })
    }
    await holiday('20 December')
    // Without it the fifth working day before would be the 13th.
    await h.moveTo('2026-12-09T12:00:00+03:00')
    expect(asked()).toBe(0)
    await h.moveTo('2026-12-10T08:00:00+03:00')
    expect(asked()).toBe(1)
    await holiday('21 December')
    await h.moveTo('2026-12-23T08:00:00+03:00')
    expect(asked()).toBe(1)
  })

  test('past its last day it is offered to nobody; the centre finds it among what waits and keeps it', async () => {
    await add('رسوم الجسر', 'تبقى رسوم الجسر كما هي حتى نهاية العام', '1 December')
    await h.moveTo('2026-12-02T08:00:00+03:00')
    expect((await h.say('works', 'شنو نقول عن رسوم الجسر؟')).text).toContain('لا توجد رسالة معتمدة')
    await h.command('centre', 'messages')
    const waiting = await h.press('centre', 'رسالتان بانتظاركم')
    expect(waiting.text).toMatch(/انتهت صلاحيتها[\s\S]*مقترحة/)
    await h.press('centre', 'إبقاؤها ٣ أشهر')
    expect((await h.say('works', 'شنو نقول عن رسوم الجسر؟')).text).toContain('تبقى رسوم الجسر')
  })
})
