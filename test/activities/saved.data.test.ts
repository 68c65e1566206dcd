/** What is done with an activity after it was saved: edited, withdrawn, found by its title, reviewed and returned; nothing is overwritten that somebody else changed. */
import { lt } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import * as people from '../../db/people.ts'
import { activities } from '../../db/schema.ts'
import { actionsOf, morning, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'
import { referenceIn, stored } from '../stored.ts'

let h: TestHouse
onSample(made => {
  h = made
})

describe('after it was saved', () => {
  test('edit, withdraw, and the change record', async () => {
    await h.say('health', 'Blood donation day on 15 December at 9am at the Gulf Hotel')
    const saved = await h.press('health', 'Submit')
    const reference = referenceIn(saved.text)
    await h.press('health', 'Edit')
    expect((await h.say('health', 'at 10')).text).toContain('10:00 am')
    expect((await h.press('health', 'Save changes')).text).toContain(`Saved: ${reference}`)
    expect(await stored(h, reference)).toMatchObject({ version: 2, when: { start: '2026-12-15T10:00:00+03:00' } })
    expect((await h.say('health', `withdraw ${reference}`)).text).toContain(`Withdraw ${reference}`)
    expect((await h.press('health', 'Yes, withdraw')).text).toContain('was withdrawn')
    expect((await h.press('health', 'Yes, withdraw')).text).toContain('was withdrawn already')
    expect(await stored(h, reference)).toMatchObject({ lifecycle: 'withdrawn' })
  })

  test('an activity is edited by the words of its title, and what the sentence changes is changed', async () => {
    await h.say('health', 'Nursing skills forum on Tuesday 15 December at 9am at the Gulf Hotel')
    const { text } = await h.press('health', 'Submit')
    const card = await h.say('health', 'edit the nursing forum to 11:30 am')
    expect(card.text).toContain(`Editing ${referenceIn(text)}`)
    expect(card.text).toContain('Title: Nursing skills forum')
    expect(card.text).toContain('Tuesday 15 December 2026, 11:30 am')
    await h.press('health', 'Save changes')
    expect(await stored(h, referenceIn(text))).toMatchObject({
      when: { start: '2026-12-15T11:30:00+03:00' },
      title: { en: 'Nursing skills forum' },
    })
    expect((await h.say('health', 'edit the nursing forum')).text).toContain('Venue: Gulf Hotel')
    await h.say('health', 'cancel')
    // Two that share the word: the person chooses, and the change is not lost.
    await h.say('health', 'Nursing careers forum on Wednesday 16 December at 9am at the Gulf Hotel')
    await h.press('health', 'Submit')
    const which = await h.say('health', 'edit the nursing forum to 1 pm')
    expect(which.text).toContain('Which activity do you mean?')
    expect((await h.press('health', 'Edit')).text).toContain('1:00 pm')
  })

  test('what is said to be for the centre only is seen by nobody else', async () => {
    const card = await h.say('health', 'Launch of the vaccine on 15 December at 9am at the Gulf Hotel, for the Centre only')
    expect(card.text).toContain('Who may see it: ')
    const reference = referenceIn((await h.press('health', 'Submit')).text)
    expect((await stored(h, reference))?.visibility).toBe('centre')
    expect((await h.say('youth', 'plan December')).text).not.toContain('vaccine')
  })

  test('words of a title that name the activity change nothing of it', async () => {
    await h.say('health', 'Opening of the nursing exhibition on Tuesday 15 December at 9am at the Gulf Hotel')
    await h.press('health', 'Submit')
    expect((await h.say('health', 'move the nursing exhibition to 16 December')).text).toContain('Kind: Opening')
    expect((await h.say('health', 'no, it is a conference')).text).toContain('Kind: Conference')
  })

  test('what is over is not withdrawn', async () => {
    const [past] = await h.db
      .select()
      .from(activities)
      .where(lt(activities.endsAt, Temporal.Instant.from(morning)))
    const network = await h.network()
    const owner = (await people.activeMembers(h.db, network, { role: 'member' })).find(m => m.organizationId === past?.ownerId)
    expect((await h.say(owner?.email?.split('@')[0] ?? '', `withdraw ${past?.reference}`)).text).toContain('is over')
  })

  test('a coordinator finds by its title what any organization has, and a member what theirs has', async () => {
    await h.say('tourism', 'Coral reef exhibition on 12 January at 10am at the Gulf Hotel')
    await h.press('tourism', 'Submit')
    expect((await h.say('centre', 'edit the coral reef exhibition')).text).toMatch(/For Tourism[\s\S]*Coral reef exhibition/)
    await h.say('centre', 'cancel')
    expect((await h.say('centre', 'withdraw the coral reef exhibition')).text).toMatch(/Withdraw A-\d+-\d+ \(Coral reef exhibition\)/)
    const theirs = await h.say('health', 'edit the coral reef exhibition')
    expect(theirs.text).toContain('Only they, or the Centre, can change or withdraw it')
  })

  test('a second edit of the same activity offers to go on with the first', async () => {
    await h.say('health', 'Blood donation day on 15 December at 9am at the Gulf Hotel')
    const reference = referenceIn((await h.press('health', 'Submit')).text)
    await h.say('health', `edit ${reference}`)
    await h.say('health', 'change the venue to Bahrain Bay')
    const offered = await h.command('health', 'edit', reference)
    expect(actionsOf(offered.views[0]!).map(a => a.label)).toEqual(['Go on', 'Start anew'])
    expect((await h.press('health', 'Go on')).text).toContain('Venue: Bahrain Bay')
  })

  test('what has begun may be reworded, its date as it stands', async () => {
    await h.say('health', 'Blood donation day on 25 November at 9am at the Gulf Hotel')
    const reference = referenceIn((await h.press('health', 'Submit')).text)
    await h.moveTo('2026-11-26T09:30:00+03:00')
    await h.say('health', `edit ${reference}`)
    await h.say('health', 'change the venue to Bahrain Bay')
    expect((await h.say('health', 'submit')).text).toContain(`Saved: ${reference}`)
    expect(await stored(h, reference)).toMatchObject({ venue: 'Bahrain Bay', when: { start: '2026-11-25T09:00:00+03:00' } })
  })

  test('an edit made on an old version overwrites nothing', async () => {
    await h.say('health', 'Blood donation day on 15 December at 9am at the Gulf Hotel')
    const reference = referenceIn((await h.press('health', 'Submit')).text)
    await h.say('health', `edit ${reference}`)
    await h.say('health-2', `edit ${reference}`)
    await h.say('health-2', 'change the venue to Bahrain Bay')
    await h.say('health-2', 'submit')
    await h.say('health', 'change the venue to Bahrain Fort')
    expect((await h.say('health', 'submit')).text).toContain('changed by somebody else')
    expect(await stored(h, reference)).toMatchObject({ venue: 'Bahrain Bay' })
  })

  test.each(['Please name who will speak to the press', 'please add the patron', 'Change the title, please, to something shorter'])(
    'a note is kept as it was written: %s',
    async note => {
      const queue = await h.command('centre', 'review')
      const back = actionsOf(queue.views[0]!).find(a => a.press.name === 'review.return')
      await h.deliver('centre', { kind: 'press', press: back?.press as never, dialog: false })
      await h.say('centre', note)
      expect(h.shown.some(s => s.to !== 'centre' && textOf(s.view).includes(`: ${note}`))).toBe(true)
    },
  )
  test('accepted and returned by its number, with the note in the same sentence; the question for a note says of which', async () => {
    await h.say('tourism', 'Coral exhibition on 5 March at 10am at the Gulf Hotel')
    const one = referenceIn((await h.press('tourism', 'Submit')).text)
    await h.say('tourism', 'Pearl exhibition on 6 March at 10am at the Gulf Hotel')
    const two = referenceIn((await h.press('tourism', 'Submit')).text)
    expect((await h.say('centre', `accept ${one}`)).text).toContain('accepted')
    expect(await stored(h, one)).toMatchObject({ review: 'reviewed' })
    expect((await h.say('centre', `return ${two} to the owner`)).text).toMatch(/Pearl exhibition \([^)]*A-\d{4}-\d{4}/)
    await h.say('centre', 'cancel')
    expect((await h.say('centre', `أعد ${two}: يرجى اختيار يوم آخر`)).text).toContain(two)
    expect(await stored(h, two)).toMatchObject({ review: 'returned', reviewNote: 'يرجى اختيار يوم آخر' })
  })

  test('to remind in a sentence shows whom first; a press does it', async () => {
    const before = h.shown.length
    const { views, text } = await h.say('centre', 'remind the late ministries')
    expect(text).toContain('Ministry of')
    expect(h.shown.slice(before).every(s => s.to === 'centre')).toBe(true)
    expect(views.flatMap(actionsOf).map(a => a.label)).toContain('Remind now')
  })

  test('a queue of more than a card holds is turned page by page', async () => {
    const waits = async () => Number(/\d+/.exec((await h.say('centre', 'review queue')).text.split('\n')[1] ?? '')?.[0])
    for (let n = 0; (await waits()) <= 10; n++) {
      if (n > 12) throw new Error('nothing is added to the queue')
      await h.say('tourism', `Coral exhibition part ${String.fromCharCode(65 + n)} on ${n + 1} March at 10am at the Gulf Hotel`)
      await h.press('tourism', 'Submit')
    }
    const lines = (text: string) => text.split('\n').flatMap(l => /A-\d{4}-\d{4}/.exec(l)?.[0] ?? [])
    const first = lines((await h.say('centre', 'review queue')).text)
    const second = lines((await h.press('centre', 'Show more')).text)
    expect(first).toHaveLength(10)
    expect(second.length).toBeGreaterThan(0)
    expect(second.filter(r => first.includes(r))).toEqual([])
  })

  test('what was reviewed and is withdrawn comes back to the queue, with its reason, until it is seen', async () => {
    const queue = async () => (await h.command('centre', 'review')).text.split('\n').filter(l => /Coral|Reef/.test(l)).length
    const submit = async (said: string) => {
      await h.say('tourism', said)
      return /A-\d+-\d+/.exec((await h.press('tourism', 'Submit')).text)?.[0] ?? ''
    }
    const press = async (name: string, reference: string) => {
      for (const s of [...h.shown].reverse().filter(x => x.to === 'centre'))
        for (const p of s.view.parts)
          if (p.kind === 'list')
            for (const i of p.items)
              if (i.detail?.includes(reference)) {
                const action = i.actions.find(a => a.press.name === name)
                if (action) return h.deliver('centre', { kind: 'press', press: action.press, card: s.card, dialog: false })
              }
      throw new Error(`no ${name} for ${reference}`)
    }
    const reviewed = await submit('Coral exhibition on 25 November at 10am at the Gulf Hotel')
    expect(await queue()).toBe(1)
    await press('review.accept', reviewed)
    const fresh = await submit('Reef exhibition on 26 November at 10am at the Gulf Hotel')
    for (const r of [reviewed, fresh]) {
      await h.say('tourism', `withdraw ${r} because of the rain`)
      await h.press('tourism', 'Yes, withdraw')
    }
    // What the centre never accepted is gone without a word.
    expect(await queue()).toBe(1)
    const line = (await h.command('centre', 'review')).text
    expect(line).toMatch(/Coral exhibition[\s\S]*مسحوبة[\s\S]*السبب: the rain/)
    expect((await press('review.seen', reviewed)).text).toContain('تم الاطلاع')
    expect(await queue()).toBe(0)
  })

  test('the centre returns it with a note; the owner answers by editing', async () => {
    await h.say('health', 'Blood donation day on 15 December at 9am at the Gulf Hotel')
    const reference = referenceIn((await h.press('health', 'Submit')).text)
    const queue = await h.command('centre', 'review')
    const line = queue.views[0]!.parts.flatMap(p => (p.kind === 'list' ? p.items : [])).find(i => i.detail?.includes(reference))!
    const back = line.actions.find(a => a.press.name === 'review.return')!
    await h.deliver('centre', { kind: 'press', press: back.press, dialog: false })
    await h.say('centre', 'يرجى إضافة الشركاء')
    expect(textOf(h.last('health').view)).toContain('يرجى إضافة الشركاء')
    await h.press('health', 'Edit')
    await h.say('health', 'at 10')
    await h.press('health', 'Save changes')
    const again = await h.command('centre', 'review')
    expect(again.text).toContain(reference)
    // Exactly what reads otherwise since the centre saw it, and nothing else.
    expect(again.text).toContain('الموعد: من الثلاثاء ١٥ ديسمبر ٢٠٢٦، الساعة ٩:٠٠ صباحاً إلى الثلاثاء ١٥ ديسمبر ٢٠٢٦، الساعة ١٠:٠٠ صباحاً')
    expect(again.text).not.toMatch(/المكان: من|العنوان: من/)
  })
})
