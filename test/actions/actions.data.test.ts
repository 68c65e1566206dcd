/** Follow-up actions in conversation: added, listed, reminded of, done, changed, dropped; by whom, and told to whom. */
import { beforeEach, describe, expect, test } from 'vitest'
import { type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const told = (who: string, what: RegExp) => h.shown.filter(s => s.to === who && s.op === 'send' && what.test(textOf(s.view))).length

/** By Sunday 6 December, said on Tuesday 24 November. */
async function added(text = 'action: the Ministry of Health sends the photo list by 6 December') {
  await h.say('centre', text)
  return h.press('centre', 'Add the action')
}

describe('the centre adds one', () => {
  test('in one sentence, confirmed on its card, and those who owe it are told in their language', async () => {
    const card = await h.say('centre', 'action: the Ministry of Health sends the photo list by 6 December')
    expect(card.text).toMatch(/Organization: Ministry of Health\nDue: Sunday 6 December 2026/)
    expect((await h.press('centre', 'Add the action')).text).toContain('Action 1 is noted')
    expect(told('health', /action for you: number 1|عليكم إجراء متابعة، رقمه ١/)).toBe(1)
    expect(told('youth', /photo list/)).toBe(0)
    expect(h.errors).toEqual([])
  })

  test('what is missing is asked for, and nothing given is lost', async () => {
    expect((await h.say('centre', 'إجراء متابعة: إرسال قائمة الصور')).text).toContain('أي جهة تتولاه؟')
    expect((await h.say('centre', 'وزارة الصحة')).text).toContain('حتى متى؟')
    const card = await h.say('centre', 'خلال أسبوعين')
    expect(card.text).toMatch(/الإجراء: إرسال قائمة الصور\nالجهة: وزارة الصحة\nالموعد: الثلاثاء ٨ ديسمبر ٢٠٢٦/)
    await h.say('centre', 'لا، وزارة الأشغال')
    expect((await h.press('centre', 'تسجيل الإجراء')).text).toMatch(/وزارة الأشغال/)
  })

  test('nobody else does', async () => {
    expect((await h.say('health', 'action: youth sends the list by 6 December')).text).toContain('This is for')
    expect((await h.say('health', 'add an action for youth to send the list by 6 December')).text).toContain('This is for')
  })
})

describe('several owe it', () => {
  test('there is an action for each, on one card, and each is told of its own', async () => {
    const card = await h.say('centre', 'action: Health and Education send their photos by Thursday')
    expect(card.text).toMatch(/Organization: Ministry of Health and Ministry of Education\nDue: Thursday 26 November 2026/)
    const saved = await h.press('centre', 'Add the action')
    expect(saved.text).toMatch(
      /Actions 1 to 2 are noted, one for each of the 2 organizations[\s\S]*1\. Ministry of Health\n2\. Ministry of Education$/,
    )
    expect([told('health', /number 1|رقمه ١/), told('education', /number 2|رقمه ٢/)]).toEqual([1, 1])
    // Sent off once more, it stands as it was.
    expect((await h.press('centre', 'Add the action')).text).toContain('noted already')
    expect((await h.say('centre', 'which actions are still open?')).text).toContain('2 are open')
    expect((await h.say('health', 'my actions')).text).toContain('One is open')
    expect(h.errors).toEqual([])
  })

  test('all do, or all but those that are named; asked for whose it is, the answer may be all', async () => {
    const all = await h.say('centre', 'إجراء: على جميع الجهات إرسال أرقامها قبل الأحد ٦ ديسمبر')
    expect(all.text).toContain('الجهة: جميع الجهات (١٢ جهة)')
    await h.say('centre', 'إلغاء')
    await h.say('centre', 'please speak English with me')
    await h.say('centre', 'action: send the figures by 6 December')
    expect((await h.say('centre', 'all except health')).text).toContain('11 organizations: all but Ministry of Health')
    expect((await h.say('centre', 'no, health and works')).text).toContain('Organization: Ministry of Health and Ministry of Works')
  })

  test('due when nobody works, the working day before is offered', async () => {
    const card = await h.say('centre', 'action: health sends the list by 16 December')
    expect(card.text).toContain('Wednesday 16 December 2026 is not a working day. The working day before it is Tuesday 15 December 2026.')
    const taken = await h.press('centre', 'Due on Tuesday 15 December 2026')
    expect(taken.text).toContain('Due: Tuesday 15 December 2026')
    expect(taken.text).not.toContain('not a working day')
    await h.say('centre', 'cancel')
    expect((await h.say('centre', 'إجراء: ترسل وزارة الصحة القائمة يوم السبت ٥ ديسمبر')).text).toContain(
      'السبت ٥ ديسمبر ٢٠٢٦ ليس يوم عمل، ويوم العمل السابق له الخميس ٣ ديسمبر ٢٠٢٦.',
    )
  })
})

describe('the list', () => {
  beforeEach(async () => {
    await added()
    await added('action: youth names two speakers by 8 December')
  })

  test('is one’s own organization’s; the centre sees all, or one that it names', async () => {
    const own = await h.say('health', 'what are the follow-up actions on us?')
    expect(own.text).toContain('1. The Ministry of Health sends the photo list')
    expect(own.text).not.toContain('two speakers')
    expect((await h.say('health', 'list the open actions of youth')).text).toMatch(/your own organization’s actions[\s\S]*photo list/)
    const all = await h.say('centre', 'which actions are still open?')
    expect(all.text).toMatch(/2 are open[\s\S]*photo list[\s\S]*two speakers/)
    const one = await h.say('centre', 'ما الإجراءات المطلوبة من وزارة شؤون الشباب؟')
    expect(one.text).toContain('two speakers')
    expect(one.text).not.toContain('photo list')
    expect((await h.say('health', 'open action 2')).text).toContain('no action number 2')
    expect((await h.say('centre', 'open action 2')).text).toContain('إجراء المتابعة رقم ٢')
  })

  test('what is done leaves the open ones, and a member cannot say it of another’s', async () => {
    await h.say('health', 'my actions')
    expect((await h.press('health', 'Done')).text).toContain('The centre is told')
    expect(told('centre', /Action 1 is done, says|أُنجز إجراء المتابعة رقم ١/)).toBe(1)
    expect((await h.say('health', 'my actions')).text).toMatch(/Nothing is open[\s\S]*Done or dropped[\s\S]*photo list/)
    await h.say('centre', 'open action 2')
    const [done] = h.last('centre').view.parts.flatMap(p => (p.kind === 'actions' ? p.actions : []))
    const { text } = await h.deliver('health', { kind: 'press', press: done?.press ?? { name: '', args: {} }, dialog: false })
    expect(text).toContain('Only the organization that owes it')
    expect((await h.say('centre', 'my actions')).text).not.toContain('two speakers')
    expect((await h.say('centre', 'open actions')).text).toContain('two speakers')
  })
})

test('done with a note; the centre opens it again, changes it, drops it with a reason', async () => {
  await added()
  await h.say('health', 'open action 1')
  await h.press('health', 'Done, with a note', { dialog: false })
  await h.say('health', 'Sent to the media desk')
  expect(textOf(h.last('centre').view)).toContain('Sent to the media desk')
  await h.say('centre', 'open action 1')
  expect((await h.press('centre', 'Open it again')).text).not.toContain('Sent to')
  expect(told('health', /open again|أُعيد فتح/)).toBe(1)
  const form = h.formOf((await h.press('centre', 'Change')).reply)
  const values = Object.fromEntries(form.inputs.map(i => [i.id, i.value ?? '']))
  expect((await h.fill('centre', form, { ...values, dueOn: '2026-12-10' }, 'en')).text).toMatch(/Action 1 is changed[\s\S]*10 December/)
  await h.press('centre', 'Drop', { dialog: false })
  expect((await h.say('centre', 'The ministry sent it by post')).text).toMatch(/State: Dropped\nNote: The ministry sent it by post/)
  expect(told('health', /was dropped|أُلغي/)).toBe(1)
  expect(h.errors).toEqual([])
})

test('the centre corrects one by a sentence, on its card before it is told of; a member is shown their own', async () => {
  await added()
  expect((await h.say('centre', 'correct the last action: due on 10 December')).text).toMatch(
    /Action: The Ministry of Health sends the photo list\nOrganization: Ministry of Health\nDue: Thursday 10 December 2026/,
  )
  expect((await h.press('centre', 'Save')).text).toContain('Action 1 is changed')
  expect((await h.say('centre', 'عدّل الإجراء رقم ١: على وزارة الأشغال')).text).toContain('الجهة: وزارة الأشغال')
  await h.say('centre', 'إلغاء')
  expect((await h.say('centre', 'correct action 7: for Works')).text).toContain('no action number 7')
  expect((await h.say('health', 'the last action is for Works')).text).toContain('photo list')
  expect(h.errors).toEqual([])
})

test('a press on a card that is out of date changes nothing and shows the difference', async () => {
  await added()
  await h.say('health', 'open action 1')
  const [done] = h.last('health').view.parts.flatMap(p => (p.kind === 'actions' ? p.actions : []))
  await h.say('centre', 'open action 1')
  const form = h.formOf((await h.press('centre', 'Change')).reply)
  await h.fill('centre', form, { ...Object.fromEntries(form.inputs.map(i => [i.id, i.value ?? ''])), dueOn: '2026-12-10' }, 'en')
  const { text } = await h.deliver('health', { kind: 'press', press: done?.press ?? { name: '', args: {} }, dialog: false })
  expect(text).toMatch(/has changed since[\s\S]*Due: from Sunday 6 December 2026 to Thursday 10 December 2026/)
  expect((await h.say('health', 'my actions')).text).toContain('One is open')
})

test('a week in one message names what is owed; the centre’s says how much is late', async () => {
  await added()
  expect((await h.say('health', 'my digest')).text).toMatch(/One open action of yours:\n1\. The Ministry of Health sends/)
  expect((await h.say('youth', 'my digest')).text).not.toContain('photo list')
  await h.moveTo('2026-12-08T09:00:00+03:00')
  expect((await h.say('centre', 'my digest')).text).toContain('One action in the network is overdue')
})

test('a long list is turned page by page', async () => {
  for (let n = 1; n <= 16; n++) await added(`action: the Ministry of Health sends photo number ${n} of the list by 6 December`)
  const first = await h.say('centre', 'which actions are still open?')
  expect(first.text).not.toContain('16. The')
  expect((await h.press('centre', 'One more')).text).toContain('16. The Ministry of Health sends photo number 16')
  expect((await h.press('centre', 'Back')).text).toContain('1. The Ministry')
})

describe('the clock', () => {
  test('reminds two working days before it is due and once when it is over, and not of what is done', async () => {
    await added()
    await added('action: youth names two speakers by 6 December')
    await h.say('youth', 'my actions')
    await h.press('youth', 'Done')
    const reminded = (who: string) => told(who, /A reminder: action|تذكير: موعد إجراء/)
    await h.moveTo('2026-12-01T12:00:00+03:00')
    expect(reminded('health')).toBe(0)
    await h.moveTo('2026-12-02T09:00:00+03:00')
    expect([reminded('health'), reminded('youth'), reminded('centre')]).toEqual([1, 0, 0])
    await h.moveTo('2026-12-08T09:00:00+03:00')
    expect(told('health', /still open|انقضى موعد/)).toBe(1)
    await h.moveTo('2026-12-12T09:00:00+03:00')
    expect(told('health', /still open|انقضى موعد/)).toBe(1)
    expect(h.errors).toEqual([])
  })

  test('a due date that moves moves the reminder', async () => {
    await added()
    await h.say('centre', 'open action 1')
    const form = h.formOf((await h.press('centre', 'Change')).reply)
    await h.fill('centre', form, { ...Object.fromEntries(form.inputs.map(i => [i.id, i.value ?? ''])), dueOn: '2026-12-13' }, 'en')
    await h.moveTo('2026-12-07T09:00:00+03:00')
    expect(told('health', /A reminder: action|تذكير: موعد إجراء/)).toBe(0)
    await h.moveTo('2026-12-10T09:00:00+03:00')
    expect(told('health', /A reminder: action|تذكير: موعد إجراء/)).toBe(1)
  })
})
