/** Cards of a draft that a newer one has taken the place of: they lose their buttons, and one that is pressed all the same does nothing its reader did not see. */
import { describe, expect, test } from 'vitest'
import { actionsOf, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

describe('cards that are out of date', () => {
  const whole = 'Blood donation day on 15 December at 9am at the Gulf Hotel'
  /** The buttons that stand on each card shown to a person, as it looks now. */
  const standing = (as: string) => {
    const now = new Map(h.shown.filter(s => s.to === as).map(s => [s.card.id, s.view]))
    return [...now.values()].map(v => actionsOf(v).map(a => a.label)).filter(labels => labels.length > 0)
  }

  /** The newest button of this label that a person was shown, with the card it stood on. */
  const button = (as: string, label: string) => {
    for (const { view, card } of h.shown.filter(s => s.to === as).reverse()) {
      const action = actionsOf(view).find(a => a.label.replace(/[\u2066-\u2069]/g, '') === label)
      if (action) return { press: action.press, card }
    }
    throw new Error(`no button ${label} was shown to ${as}`)
  }
  const pressed = (as: string, b: ReturnType<typeof button>) => h.deliver(as, { kind: 'press', ...b, dialog: false })

  test('when a newer card of a draft is shown, the older ones lose their buttons', async () => {
    await h.say('health', whole)
    expect(standing('health')).toEqual([['Submit', 'Change', 'Form', 'Cancel']])
    await h.say('health', 'no, at 11')
    await h.say('health', 'change the venue to Bahrain Bay')
    expect(standing('health')).toEqual([['Submit', 'Change', 'Form', 'Cancel']])
    expect(h.shown.filter(s => s.op === 'update').map(s => textOf(s.view))).toEqual([
      expect.stringContaining('9:00 am'),
      expect.stringContaining('Gulf Hotel'),
    ])
  })

  test('a question loses its buttons when it is answered, and every card when the draft is closed', async () => {
    await h.command('health', 'submit-event')
    await h.say('health', 'Blood donation day')
    expect(standing('health')).toHaveLength(1)
    await h.press('health', 'Cancel')
    expect(standing('health')).toEqual([])
    await h.say('health', whole)
    await h.say('health', 'cancel')
    expect(standing('health')).toEqual([])
    await h.say('health', whole)
    await h.say('health', 'submit')
    expect(standing('health')).toEqual([['Edit', 'Withdraw']])
  })

  test('a card that changes in its place keeps the buttons it has now', async () => {
    await h.say('health', whole)
    await h.press('health', 'Change')
    expect(standing('health')).toEqual([expect.arrayContaining(['Title', 'Venue'])])
    await h.press('health', 'Venue')
    await h.say('health', 'Bahrain Bay')
    expect(standing('health')).toEqual([['Submit', 'Change', 'Form', 'Cancel']])
  })

  test('pressed all the same, it submits nothing its reader did not see: it shows how things stand', async () => {
    await h.say('health', whole)
    const submit = button('health', 'Submit')
    await h.say('health', 'no, at 11')
    const shown = await pressed('health', submit)
    expect(shown.text).toMatch(/This has changed since that card was shown[\s\S]*11:00 am/)
    expect((await h.command('health', 'my-events')).text).toContain('3 activities')
    expect((await h.press('health', 'Submit')).text).toContain('Submitted.')
  })

  test('nor the reading, nor the fresh start, that an older card offered', async () => {
    await h.say('health', 'Vaccination day on Sunday 14 December at 9am at Bahrain Bay')
    const choice = button('health', 'Sunday 13 December 2026, 9:00 am')
    await h.say('health', 'change the date to 20 December')
    expect((await pressed('health', choice)).text).toContain('20 December')
    await h.command('health', 'submit-event')
    const anew = button('health', 'Start anew')
    await h.press('health', 'Go on')
    expect((await pressed('health', anew)).text).toContain('At what time?')
    expect((await h.say('health', '9am')).text).toContain('Title: Vaccination day')
  })

  test('of a draft that is closed: what came of it, or how that which it changes stands', async () => {
    await h.say('centre', 'حدد أولويات الشهر المقبل')
    await h.press('centre', 'إضافة أولوية')
    await h.say('centre', 'صحة الجميع')
    await h.say('centre', 'تخطي')
    await h.say('centre', 'تخطي')
    const save = button('centre', 'حفظ')
    await pressed('centre', save)
    const again = await pressed('centre', save)
    expect(again.text).toMatch(/سبق حفظ هذه الأولوية[\s\S]*صحة الجميع/)

    await h.say('health', whole)
    await h.press('health', 'Submit')
    await h.press('health', 'Edit')
    await h.say('health', 'at 10')
    const change = button('health', 'Save changes')
    await pressed('health', change)
    const told = await pressed('health', change)
    expect(told.text).toMatch(/dealt with already[\s\S]*10:00 am/)
  })
})
