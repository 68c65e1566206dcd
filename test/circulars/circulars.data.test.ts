/** Circulars through the whole core: previewed with whom they reach, sent in working hours or at once, read, answered, reminded of, corrected, recalled. */
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import * as changes from '../../db/changes.ts'
import * as circularsDb from '../../db/circulars.ts'
import * as people from '../../db/people.ts'
import { actionsOf, type Shown, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const labels = (as: string) => actionsOf(h.last(as).view).map(a => a.label.replace(/[\u2066-\u2069]/g, ''))
const cards = (op: Shown['op'] = 'send') => h.shown.filter(s => s.op === op && /^(Circular from|تعميم من)/.test(textOf(s.view)))
const got = () => cards().map(s => s.to)
const seenBy = (as: string) => textOf(h.last(as).view)

/** Written, its one language kept, to whom the text says. */
async function send(text: string, as = 'centre') {
  await h.say(as, text)
  await h.press(as, /[a-z]{3}/.test(text) ? 'Skip' : 'تخطي')
  return h.press(as, /[a-z]{3}/.test(text) ? 'Send the circular' : 'إرسال التعميم')
}
const toTwo = 'circular to the Ministry of Health and the Ministry of Works: the press conference moves to 4 pm'

describe('writing', () => {
  test('a sentence that says what it is begins the form with the text; for whom it is is asked; the card previews it and counts', async () => {
    const ask = await h.say('centre', 'circular: the press conference moves to 4 pm')
    expect(ask.text).toContain('For whom is it?')
    const other = await h.press('centre', 'The whole network')
    expect(other.text).toContain('And in the other language?')
    const card = await h.say('centre', 'يُنقل المؤتمر الصحفي إلى الساعة الرابعة عصراً')
    expect(card.text).toContain('the press conference moves to 4 pm')
    expect(card.text).toContain('Circular from the Centre')
    expect(card.text).toContain('تعميم من المركز')
    expect(card.text).toContain('يُنقل المؤتمر الصحفي إلى الساعة الرابعة عصراً')
    const all = (await people.activeMembers(h.db, await h.network())).length - 1
    expect(card.text).toContain('سيصل إلى ٣٢ شخصاً: المحادثة المحلية ٣٢.')
    expect(all).toBe(32)
    expect(got()).toEqual([])
    const sent = await h.press('centre', 'إرسال التعميم')
    expect(sent.text).toContain('يُرسل C-2026-0001 إلى ٣٢ شخصاً')
    expect(got()).toHaveLength(all)
    expect(got()).not.toContain('centre')
    expect(got()).toContain('observer')
    expect(seenBy('health')).toContain('the press conference moves to 4 pm')
    expect(seenBy('youth')).toContain('يُنقل المؤتمر الصحفي')
    expect(seenBy('youth')).not.toContain('press conference')
    expect(labels('youth')).toEqual(['تم الاطلاع', 'الرد'])
    expect(labels('health')).toEqual(['Acknowledged', 'Answer'])
  })

  test('what names organizations, or a role, is for them alone, in either language; urgent is heard', async () => {
    await h.say('centre', 'تعميم عاجل إلى وزارة الصحة ووزارة العمل: يُنقل المؤتمر الصحفي إلى الساعة الرابعة')
    const card = await h.press('centre', 'تخطي')
    expect(card.text).toMatch(/إلى: وزارة الصحة ووزارة العمل/)
    expect(card.text).toContain('سيصل إلى ٥ أشخاص')
    expect(card.text).toContain('عاجل: يُرسل فوراً')
    await h.press('centre', 'إرسال التعميم')
    expect(got().sort()).toEqual(['health', 'health-2', 'health-3', 'labour', 'labour-2'])
    await send('circular to the observers: the archive is closed tomorrow')
    expect(got().slice(5)).toEqual(['observer'])
  })

  test('whoever of an audience is not known is asked about, and nobody is dropped silently', async () => {
    const ask = await h.say('centre', 'circular to the Ministry of Health and the Ministry of Space: the press conference moves')
    expect(ask.text).toMatch(/I do not know Space/)
    expect((await h.say('centre', 'to the Ministry of Health')).text).toContain('And in the other language?')
  })

  test.each([
    ['circular to Health: the logo changes on Sunday', 'and Education too', 'without Health', 'To: '],
    ['تعميم إلى وزارة الصحة: يتغير الشعار يوم الأحد', 'ووزارة التربية', 'بدون وزارة الصحة', 'إلى: '],
  ])('who else it is for, and who not, is said while its other text is asked for: «%s»', async (said, also, not, label) => {
    const to = (text: string) => text.split('\n').find(l => l.startsWith(label))
    await h.say('centre', said)
    expect(to((await h.say('centre', also)).text)).toMatch(
      /Ministry of Health and Ministry of Education$|وزارة الصحة ووزارة التربية والتعليم$/,
    )
    expect(to((await h.say('centre', not)).text)).toMatch(/^To: Ministry of Education$|^إلى: وزارة التربية والتعليم$/)
  })

  test('after the slash too, and a request in words without a text asks for it', async () => {
    expect((await h.command('centre', 'munassiq', 'circular to the observers: the archive is closed')).text).toContain('other language')
    await h.say('centre', 'cancel')
    expect((await h.command('centre', 'munassiq', 'تعميم: يُغلق الأرشيف غداً')).text).toContain('إلى من يوجه التعميم؟')
    await h.say('centre', 'إلغاء')
    expect((await h.command('centre', 'circular', 'the archive is closed tomorrow')).text).toContain('For whom is it?')
    await h.say('centre', 'cancel')
    expect((await h.say('centre', 'send an urgent circular to the observers')).text).toContain('What is the circular to say?')
    await h.say('centre', 'The archive is closed tomorrow')
    const card = await h.press('centre', 'Skip')
    expect(card.text).toMatch(/To: All observers\nUrgency: Urgent/)
    expect((await h.say('centre', 'no, to the whole network')).text).toMatch(/To: The whole network/)
    expect((await h.say('centre', 'make it not urgent')).text).toMatch(/Urgency: Normal/)
    expect((await h.say('centre', 'only to the Ministry of Health')).text).toMatch(/To: Ministry of Health\n/)
    expect((await h.say('centre', 'also to the observers')).text).toMatch(/To: Ministry of Health and All observers\n/)
    const more = await h.say('centre', 'add the Ministry of Works too, and to the coordinators')
    expect(more.text).toMatch(/To: Ministry of Health, All observers, Ministry of Works and The Centre’s coordinators\n/)
    expect((await h.say('centre', 'also to the Ministry of Space')).text).toContain('What would you like to change?')
    await h.press('centre', 'Change')
    await h.press('centre', 'To')
    expect((await h.say('centre', 'للشبكة كلها')).text).toMatch(/To: The whole network\n/)
  })

  test('with another draft open it is a circular all the same, whatever its text speaks of', async () => {
    await h.say('centre', 'Winter campaign on 21 December at the Gulf Hotel')
    const ask = await h.say('centre', 'تعميم: يُقام معرض الكتاب يوم ٢١ ديسمبر الساعة ١١ صباحاً في فندق الخليج')
    expect(ask.text).toContain('إلى من يوجه التعميم؟')
    expect((await h.say('health', 'Circular economy forum: at Bahrain Bay on 3 December at 10am')).text).not.toContain(
      'Please ask the Centre',
    )
  })

  test('who cannot be reached is counted, and an account last used elsewhere is where they are told', async () => {
    const network = await h.network()
    const all = await people.activeMembers(h.db, network)
    const [mine, other] = all.filter(m => m.email?.startsWith('works'))
    const now = Temporal.Instant.from('2026-11-24T06:30:00Z')
    await people.gone(h.db, h.networkId, { platform: 'web', space: 'local', user: 'works' }, now)
    const slack = { platform: 'slack', space: 'T1', user: 'U1' } as const
    await people.touch(h.db, h.networkId, slack, { guest: false }, { kind: 'direct', id: 'D1' }, now)
    await people.link(h.db, h.networkId, slack, other?.id ?? '')
    expect(mine?.email).toBe('works@munassiq.example')
    await h.say('centre', 'circular to the Ministry of Health and the Ministry of Works: the press conference moves to 4 pm')
    const card = await h.press('centre', 'Skip')
    expect(card.text).toContain('It will reach 4 people: Slack 1 and the local chat 3.')
    expect(card.text).toContain('1 person cannot be reached')
  })

  test('a form that was filled in comes back with the preview; a wrong one keeps what was typed', async () => {
    const opened = await h.deliver('centre', { kind: 'press', press: { name: 'circular.write', args: {}, language: 'en' }, dialog: true })
    const part = h.formOf(opened.reply)
    const none = await h.fill('centre', part, { ar: '', en: '', to: ['role:observer'], urgency: 'normal' }, 'en')
    expect(h.formOf(none.reply).inputs.find(i => i.id === 'ar')?.problem).toContain('one of the two languages')
    const both = await h.fill('centre', part, { ar: '', en: 'Doors open at six', to: ['all', 'role:observer'], urgency: 'normal' }, 'en')
    expect(h.formOf(both.reply).inputs.find(i => i.id === 'to')?.problem).toContain('either the whole network or some of it')
    const card = await h.fill('centre', part, { ar: '', en: 'Doors open at six', to: ['role:observer'], urgency: 'urgent' }, 'en')
    expect(card.text).toContain('It will reach 1 person')
    expect(got()).toEqual([])
    await h.press('centre', 'Send the circular')
    expect(got()).toEqual(['observer'])
  })

  test('pressed twice is sent once', async () => {
    await h.say('centre', toTwo)
    await h.press('centre', 'Skip')
    const submit = actionsOf(h.last('centre').view).find(a => a.press.name === 'draft.submit')
    const press = { kind: 'press', press: submit?.press as never, dialog: false } as const
    await h.deliver('centre', press)
    expect((await h.deliver('centre', press)).text).toContain('C-2026-0001 has been sent already')
    expect(got()).toHaveLength(5)
  })

  test('a member may not, by a sentence or by a button they make up', async () => {
    expect((await h.say('health', toTwo)).text).toContain('coordinators')
    await send(toTwo)
    const [c] = await circularsDb.latest(h.db, h.networkId, 1)
    const id = c?.id ?? ''
    for (const name of ['write', 'list', 'show', 'answers', 'remind', 'correct', 'recall', 'recall.yes']) {
      const press = { name: `circular.${name}`, args: { id }, language: 'en' as const }
      const refused = await h.deliver('health', { kind: 'press', press, dialog: false })
      expect(refused.text, name).toContain('coordinators')
    }
    const form = await h.deliver('health', {
      kind: 'answers',
      form: 'circular',
      args: {},
      answers: { en: 'Hello all', to: ['all'] },
      language: 'en',
    })
    expect(form.text).toContain('coordinators')
    expect((await circularsDb.byId(h.db, h.networkId, id))?.state).toBe('sent')
  })
})

describe('working hours', () => {
  const evening = '2026-11-26T20:00:00+03:00'
  test('a normal one waits for the next working morning, past the weekend; an urgent one goes at once and says so', async () => {
    h.at(evening)
    await h.say('centre', toTwo)
    const card = await h.press('centre', 'Skip')
    expect(card.text).toContain('It goes out in working hours: Sunday 29 November')
    await h.press('centre', 'Send the circular')
    expect(got()).toEqual([])
    await h.moveTo('2026-11-27T10:00:00+03:00')
    expect(got()).toEqual([])
    await h.moveTo('2026-11-29T07:30:00+03:00')
    expect(got()).toHaveLength(5)
    h.at('2026-11-29T22:00:00+03:00')
    await send('urgent circular to the observers: a storm is expected')
    expect(got().at(-1)).toBe('observer')
    expect(seenBy('observer')).toContain('عاجل')
  })

  test('one recalled before it went out is dropped, and never reaches anybody', async () => {
    h.at(evening)
    await send(toTwo)
    await h.press('centre', 'Open the circular')
    await h.press('centre', 'Recall')
    await h.press('centre', 'Yes, recall')
    await h.moveTo('2026-11-29T09:00:00+03:00')
    expect(cards()).toEqual([])
  })

  test('who has left by then gets nothing', async () => {
    h.at(evening)
    const network = await h.network()
    const gone = (await people.activeMembers(h.db, network)).find(m => m.email === 'works@munassiq.example')
    await people.changeMember(h.db, h.networkId, gone?.id ?? '', { active: false })
    await send(toTwo)
    await h.moveTo('2026-11-29T09:00:00+03:00')
    expect(got().sort()).toEqual(['health', 'health-2', 'health-3', 'works-2'])
  })
})

describe('readers', () => {
  test('acknowledge once; their own card says so, nobody else’s changes, and others still get theirs', async () => {
    await send(toTwo)
    await h.press('health', 'Acknowledged')
    expect(seenBy('health')).toContain('You acknowledged this: ')
    expect(labels('health')).toEqual(['Answer'])
    expect(cards('update').filter(s => s.to !== 'health')).toEqual([])
    const press = actionsOf(cards().find(s => s.to === 'health')?.view as never).find(a => a.press.name === 'circular.read')
    const again = await h.deliver('health', { kind: 'press', press: press?.press as never, dialog: false })
    expect(again.text).toContain('You have acknowledged this already')
    const [c] = await circularsDb.latest(h.db, h.networkId, 1)
    const done = await changes.of(h.db, h.networkId, 'circular', c?.id ?? '')
    expect(done.map(d => d.action)).toEqual(['acknowledged', 'sent'])
  })

  test('an answer counts as acknowledged and reaches the coordinators with who gave it; a second one is not taken', async () => {
    await send(toTwo)
    const opened = await h.press('health', 'Answer', { dialog: true })
    const part = h.formOf(opened.reply)
    const answered = await h.fill('health', part, { answer: 'We need a larger hall' }, 'en')
    expect(answered.text).toContain('Your answer to C-2026-0001 has reached the Centre')
    for (const as of ['centre', 'centre-2']) {
      expect(seenBy(as)).toContain('We need a larger hall')
      expect(seenBy(as)).toMatch(/مريم.*وزارة الصحة/)
    }
    expect(seenBy('centre-2')).toContain('رد على التعميم C-2026-0001')
    expect((await h.fill('health', part, { answer: 'Another' }, 'en')).text).toContain(
      'You have answered this already: We need a larger hall',
    )
    const card = h.shown.filter(s => s.to === 'health' && s.op === 'update').at(-1)
    expect(textOf(card?.view as never)).toMatch(/You acknowledged this[\s\S]*Your answer: We need a larger hall/)
    expect((await h.press('centre', 'عرض التعميم')).text).toContain('اطلع عليه ١ من ٥')
    expect((await h.press('centre', 'الردود (١)')).text).toContain('We need a larger hall')
  })

  test('in chat the question is answered in words', async () => {
    await send(toTwo)
    expect((await h.press('health', 'Answer', { dialog: false })).text).toContain('What would you like to tell the Centre?')
    expect((await h.say('health', 'Noted, we will send two people')).text).toContain('has reached the Centre')
  })

  test('whom it was not sent to finds none, whichever button they make up', async () => {
    await send(toTwo)
    const [c] = await circularsDb.latest(h.db, h.networkId, 1)
    for (const name of ['circular.read', 'circular.answer']) {
      const press = { name, args: { id: c?.id ?? '', version: '1' }, language: 'en' as const }
      const refused = await h.deliver('tourism', { kind: 'press', press, dialog: false })
      expect(refused.text).toBe('I do not find that circular.')
    }
    const args = { id: c?.id ?? '', version: '1' }
    const forged = await h.deliver('tourism', {
      kind: 'answers',
      form: 'circular.answer',
      args,
      answers: { answer: 'x y' },
      language: 'en',
    })
    expect(forged.text).toBe('I do not find that circular.')
  })
})

describe('the centre', () => {
  test('sees who has read and who has not, by organization, and reminds only those, once a day, in working hours', async () => {
    await send(toTwo)
    await h.press('health', 'Acknowledged')
    const card = await h.say('centre', '/circular 1')
    expect(card.text).toContain('Read by 1 of 5')
    expect(card.text).toMatch(/Ministry of Health\nNot read: Yusuf.*\nRead: Dr Maryam/)
    await h.press('centre', 'Remind those')
    expect(h.last('centre').view.summary).toContain('4 people who have not read it are reminded')
    const reminded = cards()
      .slice(5)
      .map(s => s.to)
    expect(reminded.sort()).toEqual(['health-2', 'health-3', 'works', 'works-2'])
    expect(seenBy('health-2')).toContain('A reminder')
    await h.press('centre', 'Remind those')
    expect(seenBy('centre')).toContain('once a day at most')
    expect(cards()).toHaveLength(9)
    // Out of hours it waits for the morning, and whoever reads it in between is not reminded.
    h.at('2026-11-25T21:00:00+03:00')
    await h.press('centre', 'Remind those')
    expect(seenBy('centre')).toContain('4 people who have not read it will be reminded')
    expect(cards()).toHaveLength(9)
    await h.press('works', 'تم الاطلاع')
    await h.moveTo('2026-11-26T09:00:00+03:00')
    expect(
      cards()
        .slice(9)
        .map(s => s.to)
        .sort(),
    ).toEqual(['health-2', 'health-3', 'works-2'])
  })

  test('before it has gone out nobody is reminded; when all have read it there is nobody to remind', async () => {
    h.at('2026-11-26T20:00:00+03:00')
    await send('circular to the observers: the archive is closed tomorrow')
    await h.press('centre', 'Open the circular')
    await h.press('centre', 'Remind those')
    expect(seenBy('centre')).toContain('It has not gone out yet')
    await h.moveTo('2026-11-29T09:00:00+03:00')
    await h.press('observer', 'تم الاطلاع')
    await h.press('centre', 'Remind those')
    expect(seenBy('centre')).toContain('Everybody has read it.')
    expect(cards()).toHaveLength(1)
  })

  test('lists the latest by a bare command, by a sentence, and begins one where there is none', async () => {
    expect((await h.say('centre', '/circular')).text).toContain('ما نص التعميم؟')
    await h.say('centre', 'إلغاء')
    await send(toTwo)
    const all = await h.say('centre', 'show the latest circulars')
    expect(all.text).toMatch(/C-2026-0001: the press conference moves to 4 pm\n.*read by 0 of 5/)
    expect((await h.press('centre', 'Open C-2026-0001')).text).toContain('Not read')
    expect((await h.say('centre', 'من لم يطلع على التعميم؟')).text).toContain('لم يطلع')
    expect((await h.say('centre', '/circular 9')).text).toContain('C-2026-0009')
  })

  test('corrects: the new text is marked, standing cards change, acknowledgement begins anew, the wordings are kept', async () => {
    await send(toTwo)
    await h.press('health', 'Acknowledged')
    await h.press('centre', 'Open the circular')
    const opened = await h.press('centre', 'Correct', { dialog: true })
    const part = h.formOf(opened.reply)
    expect(part.inputs.find(i => i.id === 'en')?.value).toBe('the press conference moves to 4 pm')
    const card = await h.fill('centre', part, { ar: '', en: 'the press conference moves to 5 pm', urgency: 'normal' }, 'en')
    expect(card.text).toContain('Corrected: this replaces the earlier text.')
    expect(card.text).toContain('It will reach 5 people')
    expect((await h.press('centre', 'Send the correction')).text).toContain('The correction of C-2026-0001 goes to 5 people')
    const standing = h.shown.filter(s => s.to === 'health' && s.op === 'update').at(-1)
    expect(textOf(standing?.view as never)).toContain('5 pm')
    expect(textOf(standing?.view as never)).not.toContain('4 pm')
    expect(cards().slice(5)).toHaveLength(5)
    expect(seenBy('health')).toMatch(/Corrected[\s\S]*5 pm/)
    // The card of the wording before marks nothing.
    const old = actionsOf(cards().find(s => s.to === 'works')?.view as never).find(a => a.press.name === 'circular.read')
    expect((await h.deliver('works', { kind: 'press', press: old?.press as never, dialog: false })).text).toContain('صُحح هذا التعميم')
    expect((await h.say('centre', '/circular 1')).text).toContain('Read by 0 of 5')
    await h.press('health', 'Acknowledged')
    expect((await h.say('centre', '/circular 1')).text).toContain('Read by 1 of 5')
    const [c] = await circularsDb.latest(h.db, h.networkId, 1)
    expect(await circularsDb.readings(h.db, h.networkId, c?.id ?? '', 1)).toHaveLength(5)
    // The same form once more is one on an old wording.
    expect((await h.fill('centre', part, { ar: '', en: 'the press conference moves to 6 pm', urgency: 'normal' }, 'en')).text).toContain(
      'has been corrected since',
    )
  })

  test('the same text is no correction', async () => {
    await send(toTwo)
    await h.press('centre', 'Open the circular')
    await h.press('centre', 'Correct', { dialog: false })
    expect((await h.press('centre', 'Send the correction')).text).toContain('The text is the same')
    expect(cards()).toHaveLength(5)
  })

  test('recalls, asked once more: cards say so and carry no text, answers begun before still arrive', async () => {
    await send(toTwo)
    const part = h.formOf((await h.press('health', 'Answer', { dialog: true })).reply)
    await h.press('centre', 'Open the circular')
    expect((await h.press('centre', 'Recall')).text).toContain('Recall circular C-2026-0001?')
    expect(cards('update')).toEqual([])
    await h.press('centre', 'Yes, recall')
    const updates = cards('update')
    expect(updates.map(s => s.to).sort()).toEqual(['health', 'health-2', 'health-3', 'works', 'works-2'])
    for (const { view } of updates) {
      expect(JSON.stringify(view)).not.toContain('4 pm')
      expect(actionsOf(view)).toEqual([])
    }
    const ack = actionsOf(cards().find(s => s.to === 'works')?.view as never).find(a => a.press.name === 'circular.read')
    expect((await h.deliver('works', { kind: 'press', press: ack?.press as never, dialog: false })).text).toContain('سحب المركز')
    expect((await h.fill('health', part, { answer: 'We had printed it' }, 'en')).text).toContain('has reached the Centre')
    expect(seenBy('centre-2')).toContain('We had printed it')
    expect(JSON.stringify(h.last('health').view)).not.toContain('4 pm')
    expect((await h.say('centre', '/circular 1')).text).toContain('Recalled: ')
    expect(labels('centre')).toEqual(['Answers (1)', 'All circulars'])
  })
})

describe('typed', () => {
  test('“acknowledged” is of the one circular that waits; of several it is asked which; of none it is said', async () => {
    expect((await h.say('health', 'acknowledged')).text).toContain('No circular is waiting')
    await send(toTwo)
    expect((await h.say('health', 'acknowledged')).text).toContain('You acknowledged this')
    expect((await h.say('health', 'acknowledged')).text).toContain('No circular is waiting')
    // They were not the ones it was sent to.
    expect((await h.say('youth', 'تم الاطلاع')).text).toContain('لا تعميم بانتظار اطلاعكم')
    await send('circular to the Ministry of Health: bring your badges')
    await send('circular to the Ministry of Health: the lift is broken')
    const which = await h.say('health', 'acknowledged')
    expect(which.text).toMatch(/2 circulars are waiting[\s\S]*the lift is broken[\s\S]*bring your badges/)
    await h.press('health', 'Acknowledged', { nth: 1 })
    const last = await h.say('health', 'acknowledged')
    expect(last.text).toMatch(/lift is broken[\s\S]*You acknowledged this/)
  })
  test('what speaks of something else is no acknowledgement: it is asked', async () => {
    await send(toTwo)
    const asked = await h.say('health', 'تم الاطلاع على الفعالية')
    expect(asked.text).not.toContain('سُجل اطلاعكم')
    expect((await h.say('centre', '/circular 1')).text).toContain('Read by 0 of')
    await h.say('health', 'تم الاطلاع، شكراً لكم')
    expect((await h.say('centre', '/circular 1')).text).toContain('Read by 1 of')
  })
})
