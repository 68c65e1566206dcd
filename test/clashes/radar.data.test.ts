/** The clash radar through the whole core: said before saving, told when saved, closed when moved, kept with a reason; and nothing of what may not be seen. */
import { describe, expect, test } from 'vitest'
import { networks } from '../../db/schema.ts'
import { actionsOf, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const clinics = 'Winter clinics campaign on Monday 21 December at 10am at the Gulf Hotel under the patronage of the Prime Minister'
const labels = (as: string) => actionsOf(h.last(as).view).map(a => a.label.replace(/[\u2066-\u2069]/g, ''))

describe('before it is saved', () => {
  test('same place at the same time, in the reader’s language, with the nearest free days as buttons', async () => {
    await h.say('health', clinics)
    await h.press('health', 'Submit')
    const card = await h.say('youth', 'ملتقى الشباب يوم ٢١ ديسمبر الساعة ١١ صباحاً في فندق الخليج')
    expect(card.text).toMatch(/تعارض: المكان نفسه في الوقت نفسه مع Winter clinics campaign/)
    expect(card.text).toContain('أيام متاحة قريبة:')
    const [free] = labels('youth')
    expect((await h.press('youth', free ?? '')).text).not.toContain('تعارض')
    expect(h.last('youth').view.parts.some(p => p.kind === 'facts' && p.facts.some(f => f.value.includes('١١:٠٠')))).toBe(true)
  })

  test('the same patron on the same day cannot be', async () => {
    await h.say('health', clinics)
    await h.press('health', 'Submit')
    const card = await h.say('tourism', 'Travel summit on 21 December at 5pm at Bahrain Fort under the patronage of HRH the Prime Minister')
    expect(card.text).toContain('Not possible as it is: same patron as Winter clinics campaign (Ministry of Health')
  })

  test('what another saved after the card was shown is shown before this one is saved, once', async () => {
    await h.say('health', clinics)
    await h.say('youth', 'Youth forum on 21 December at 11am at the Gulf Hotel')
    await h.press('health', 'Submit')
    const card = await h.press('youth', 'Submit')
    expect(card.text).toContain('Something has come up since this was shown')
    expect(card.text).toContain('same place at the same time as Winter clinics')
    expect((await h.press('youth', 'Submit')).text).toContain('A-2026-')
  })

  test('session by session: nothing clashes with the nights between', async () => {
    await h.say('health', 'Nursing course on 21 and 22 December from 9am to 11am at the Gulf Hotel')
    await h.press('health', 'Submit')
    const card = await h.say('tourism', 'Guides dinner on 21 December from 8pm to 10pm at the Gulf Hotel')
    expect(card.text).not.toContain('Clash')
    expect((await h.say('tourism', 'no, at 10am')).text).toContain('same place at the same time')
  })

  test('a holiday and the weekend are told, and a working day near them offered', async () => {
    const card = await h.say('tourism', 'Book evening on 16 December at 5pm at Bahrain Fort')
    expect(card.text).toMatch(/Wednesday 16 December 2026 is a holiday: .*National Day/)
    const friday = await h.say('tourism', 'no, on 18 December')
    expect(friday.text).toContain('Friday 18 December 2026 is on the weekend.')
  })
})

describe('what may not be seen', () => {
  test('an embargoed activity is a sensitive slot to others, in the advice, in the list, and when asked; the centre sees it whole', async () => {
    await h.say('health', `${clinics}, embargoed until 20 December at 9am`)
    await h.press('health', 'Submit')
    const card = await h.say('works', 'ملتقى الشباب يوم ٢١ ديسمبر الساعة ١١ صباحاً في فندق الخليج')
    expect(card.text).toContain('تعارض: هذا الموعد حساس. يرجى الرجوع إلى المركز.')
    expect(card.text).not.toMatch(/clinics|الصحة|المكان نفسه/)
    await h.press('works', 'تقديم الفعالية')
    const mine = await h.say('works', 'التعارضات')
    expect(mine.text).toContain('موعد حساس')
    expect(mine.text).not.toMatch(/clinics|الصحة|المكان نفسه/)
    const asked = await h.say('tourism', 'is anything happening on 21 December at 10am?')
    expect(asked.text).toContain('There is a sensitive slot then as well')
    expect(asked.text).not.toMatch(/clinics|Health/)
    expect((await h.say('centre', 'التعارضات')).text).toMatch(/Winter clinics campaign[\s\S]*المكان نفسه/)
  })
})

test('the same sector within days is worth knowing, where the network says who works in which, and of others alone', async () => {
  await h.say('tourism', 'Travel summit on 21 December at 11am at the Gulf Hotel')
  await h.press('tourism', 'Submit')
  const draft = async (as: string) => {
    const { text } = await h.say(as, 'Heritage market on 23 December at 9am at Bahrain Fort')
    await h.say(as, 'cancel')
    return text
  }
  expect(await draft('health')).not.toContain('sector')
  await h.say('admin', 'network settings')
  const form = h.formOf((await h.press('admin', 'Form', { dialog: true })).reply)
  const given = Object.fromEntries(form.inputs.flatMap(i => (i.value === undefined ? [] : [[i.id, i.value]])))
  const wrong = await h.fill('admin', form, { ...given, sectors: 'Visitors: Ministry of Magic' }, 'en')
  expect(h.formOf(wrong.reply).inputs.find(i => i.id === 'sectors')).toMatchObject({
    value: 'Visitors: Ministry of Magic',
    problem: expect.stringContaining('no organization called'),
  })
  await h.fill('admin', form, { ...given, sectors: 'الزوار / Visitors: Tourism, وزارة الصحة\nWorks: MOI' }, 'en')
  expect((await h.network()).settings.sectors?.map(s => [s.ar, s.en, s.organizations.length])).toEqual([
    ['الزوار', 'Visitors', 2],
    [undefined, 'Works', 1],
  ])
  expect(await draft('health')).toMatch(/Please note: same sector within days as Travel summit/)
  expect(await draft('tourism')).not.toContain('sector within days as Travel summit')
  const { settings } = await h.network()
  await h.db.update(networks).set({ settings: { ...settings, clashes: { days: 1 } } })
  expect(await draft('health')).not.toContain('sector')
})

describe('saved clashes', () => {
  async function clash() {
    await h.say('health', clinics)
    await h.press('health', 'Submit')
    await h.say('tourism', 'Travel summit on 21 December at 11am at the Gulf Hotel')
    return h.press('tourism', 'Submit')
  }

  test('both owners and the centre are told, but for who has just been told; moving it closes it on every card', async () => {
    await clash()
    expect(h.last('health').view.summary).toContain('A clash')
    expect(h.last('centre').view.summary).toContain('تعارض')
    expect(h.shown.filter(s => s.to === 'tourism' && s.view.summary.startsWith('A clash'))).toEqual([])
    expect((await h.say('tourism', 'show open clashes')).text).toContain('1 open clash')
    await h.say('tourism', 'edit the travel summit')
    await h.say('tourism', 'change the date to 23 December')
    await h.press('tourism', 'Save changes')
    expect((await h.say('tourism', 'show open clashes')).text).toContain('No open clashes')
    expect(
      h.shown
        .filter(s => s.op === 'update' && s.to === 'health')
        .at(-1)
        ?.view.parts.some(p => p.kind === 'notice' && p.text.includes('no more')),
    ).toBe(true)
  })

  test('what clashes otherwise before anybody was told in the morning is told all the same', async () => {
    h.at('2026-11-24T20:00:00+03:00')
    await clash()
    await h.say('tourism', 'edit the travel summit')
    await h.say('tourism', 'change the patron to the Prime Minister')
    await h.press('tourism', 'Save changes')
    const told = () => h.shown.filter(s => s.to === 'health' && s.view.summary.includes('clash'))
    expect(told()).toEqual([])
    await h.moveTo('2026-11-25T07:01:00+03:00')
    expect(told()).toHaveLength(1)
    expect(told()[0]?.view.summary).toContain('cannot stand')
  })

  test('the centre lets it stand with a reason; both are told, and the same reasons do not open it again', async () => {
    await clash()
    await h.press('centre', 'إبقاؤه')
    const kept = await h.say('centre', 'قاعتان مختلفتان في الفندق')
    expect(kept.text).toContain('أبقاه المركز: قاعتان مختلفتان في الفندق')
    expect(h.last('health').view.parts.some(p => p.kind === 'notice' && p.text.includes('قاعتان'))).toBe(true)
    await h.say('tourism', 'edit the travel summit')
    await h.say('tourism', 'change the title to International travel summit')
    await h.press('tourism', 'Save changes')
    expect((await h.say('tourism', 'show open clashes')).text).toContain('No open clashes')
    // Another reason does.
    await h.say('tourism', 'edit the travel summit')
    await h.say('tourism', 'change the patron to the Prime Minister')
    await h.press('tourism', 'Save changes')
    expect((await h.say('tourism', 'show open clashes')).text).toContain('1 open clash')
  })

  test('the centre makes one joint activity of both: one is withdrawn into the other, its owner is partner, and every card says so', async () => {
    await clash()
    await h.press('centre', 'دمجهما في فعالية مشتركة')
    const which = h.last('centre').view
    const press = actionsOf(which).find(a => a.press.args.keep === '0')?.press
    expect(textOf(which)).toContain('في أي الفعاليتين')
    // Made up by a member it does nothing.
    const mine = { ...press, name: 'clash.merge.yes', args: press?.args ?? {} }
    expect((await h.deliver('health', { kind: 'press', press: mine, dialog: false })).text).toMatch(/This is for|هذا الإجراء من صلاحية/)
    const done = await h.deliver('centre', { kind: 'press', press: mine, card: h.last('centre').card, dialog: false })
    expect(done.text).toMatch(/دُمجت A-\d+-\d+ في A-\d+-\d+/)
    expect((await h.say('tourism', 'show open clashes')).text).toContain('No open clashes')
    expect(h.shown.some(s => s.to === 'health' && s.op === 'update' && textOf(s.view).includes('one joint activity of both: A-'))).toBe(
      true,
    )
    expect((await h.deliver('centre', { kind: 'press', press: mine, dialog: false })).text).toContain('جعل المركز الفعاليتين')
  })

  test('a member cannot let one stand, whichever button they make up', async () => {
    await clash()
    const keep = actionsOf(h.last('centre').view).find(a => a.press.name === 'clash.keep')
    const refused = await h.deliver('health', { kind: 'press', press: keep?.press as never, dialog: false })
    expect(refused.text).toContain('منسقي المركز')
  })

  test('withdrawing one closes it', async () => {
    await clash()
    await h.say('health', 'withdraw the winter clinics campaign')
    await h.press('health', 'Yes, withdraw')
    expect((await h.say('tourism', 'show open clashes')).text).toContain('No open clashes')
  })

  test('whoever compiles is told of those that are still open in the window', async () => {
    const ask = await h.say('centre', 'جمّع الخطة')
    expect(ask.text).toContain('فيه تعارض واحد لم يُسوَّ بعد')
    expect((await h.press('centre', 'عرضها')).text).toContain('السبب')
  })

  test('the sample network begins with its own', async () => {
    expect((await h.say('centre', 'التعارضات')).text).toMatch(/تعارضان قائمان|تعارضات قائمة/)
  })
})
