/** What was shown last, taken in words: a question that waits is answered, a line of a list is called by its place; and a question that is put off. */
import { describe, expect, test } from 'vitest'
import { actionsOf, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})
/** Held yesterday, and asked about this morning. */
async function held(...titles: string[]) {
  for (const title of titles) {
    await h.say('health', `${title} on 25 November at 10am at the Gulf Hotel`)
    await h.press('health', 'Submit')
  }
  await h.moveTo('2026-11-26T08:00:00+03:00')
  expect(textOf(h.last('health').view)).toContain('Did this take place?')
}

describe('a question that waits', () => {
  test('is answered in words, whatever the hour, and what follows from it is asked at once', async () => {
    await held('Heart walk')
    h.at('2026-11-26T12:30:00+03:00')
    expect((await h.say('health', 'yes, it went as planned')).text).toMatch(/took place as planned[\s\S]*How was it covered\?/)
    expect((await h.say('health', 'there was no coverage')).text).toContain('says that there was no coverage')
  })

  test('a postponement with its day begins the edit with the day filled in', async () => {
    await held('Heart walk')
    const { text } = await h.say('health', 'no, it was postponed to Sunday')
    expect(text).toContain('Heart walk')
    expect(text).toContain('Date: Sunday 29 November 2026, 10:00 am')
    expect((await h.say('health', 'yes')).text).toContain('Saved')
  })

  test('in Arabic, with the hour: the button’s own edit', async () => {
    await held('Heart walk')
    const { text } = await h.say('health', 'لا، أُجلت إلى ٢٠ ديسمبر الساعة ٥')
    expect(text).toContain('الأحد ٢٠ ديسمبر ٢٠٢٦، الساعة ٥:٠٠ مساءً')
  })

  test('what was different is kept with the answer', async () => {
    await held('Heart walk')
    expect((await h.say('health', 'it took place, but indoors')).text).toMatch(/not as planned[\s\S]*Note: it took place, but indoors/)
  })

  test('of several they say which, by its place too', async () => {
    await held('Heart walk', 'Eye clinic day')
    expect((await h.say('health', 'أُلغيت')).text).toContain('Which one?')
    expect((await h.say('health', 'the second')).text).toMatch(/Heart walk[\s\S]*did not take place/)
  })

  test('of several the one that is named', async () => {
    await held('Heart walk', 'Eye clinic day')
    expect((await h.say('health', 'the heart walk was cancelled')).text).toMatch(/Heart walk[\s\S]*did not take place/)
    expect((await h.say('health', 'as planned')).text).toMatch(/Eye clinic day[\s\S]*took place as planned/)
  })

  test('is what an answer is about though a draft is open, and the draft stays', async () => {
    await h.say('health', 'Heart walk on 25 November at 10am at the Gulf Hotel')
    await h.press('health', 'Submit')
    await h.say('health', 'Health run on 14 December at 9am')
    await h.moveTo('2026-11-26T08:00:00+03:00')
    expect((await h.say('health', 'yes, as planned')).text).toContain('took place as planned')
    await h.say('health', 'our activities')
    expect((await h.say('health', 'Bahrain Bay')).text).toMatch(/Health run[\s\S]*Venue: Bahrain Bay/)
  })

  test('what is said of something else is not its answer', async () => {
    await held('Heart walk')
    expect((await h.say('health', 'the influenza vaccination campaign was postponed to 20 December')).text).toContain('A-2026-0046')
    await h.say('health', 'cancel')
    expect((await h.say('health', 'what are this month’s priorities?')).text).toContain('Communication priorities')
  })

  test('whether it is still correct: confirmed, changed, cancelled', async () => {
    const tentative = async (title: string, day: string) => {
      await h.say('health', `${title} on ${day} December at 10am at the Gulf Hotel, not confirmed yet`)
      await h.press('health', 'Submit')
    }
    await tentative('Nursing forum', '21')
    await h.moveTo('2026-12-03T08:00:00+03:00')
    expect((await h.say('health', 'no, it is at 11 now')).text).toMatch(/Nursing forum[\s\S]*11:00 am/)
    await h.say('health', 'cancel')
    expect((await h.say('health', 'نعم، ما زالت صحيحة')).text).toContain('ما زالت صحيحة')
  })
})

describe('a line of a list that was just shown', () => {
  test.each(['the second', 'open number 2', '2', 'رقم ٢', 'افتح الثانية'])('%s opens it', async said => {
    await h.say('health', 'our activities')
    expect((await h.say('health', said)).text).toContain('A-2026-0054\n')
  })

  test('its button by its place, and what has no such button by the number of the thing', async () => {
    await h.say('health', 'our activities')
    expect((await h.say('health', 'withdraw the last one')).text).toContain('Withdraw A-2026-0039')
    await h.say('health', 'فعالياتنا')
    expect((await h.say('health', 'اسحب الثانية')).text).toContain('هل تُسحب A-2026-0054')
    await h.say('health', 'our activities')
    expect((await h.say('health', 'the ninth')).text).toBe('There are only 3 lines in that list.')
  })

  test('of the plan, of requests, of files alike', async () => {
    await h.say('health', 'the plan of December')
    expect((await h.say('health', 'الثانية')).text).toContain('A-2026-0052')
    for (const said of ['a photographer for the health walk on 14 December', 'a translator for the health forum on 15 December']) {
      await h.say('health', `we need ${said}`)
      await h.press('health', 'Ask the Centre')
    }
    await h.say('centre', 'support requests')
    expect((await h.say('centre', 'the second request')).text).toContain('S-2026-0002: Translation')
  })

  test('choices under a question are called by their place', async () => {
    await h.say('centre', 'offer a workshop on infographics on 14 December from 9 to 12 at the training centre, 12 seats')
    await h.say('centre', 'the third')
    await h.say('centre', 'Sara Ahmed')
    await h.say('centre', 'skip')
    expect(
      h.shown
        .filter(s => s.to === 'centre')
        .map(s => textOf(s.view))
        .join('\n'),
    ).toContain('Track: New media')
  })
})

describe('an answer that is put off', () => {
  test.each([
    'later',
    "I'll tell you later",
    'not now',
    'سأخبركم لاحقاً',
    'بعدين',
    "I don't know yet",
    'لا أعرف بعد',
    'لم يتحدد بعد',
    'المكان لم يحدد بعد',
  ])('%s: an optional question is passed over', async said => {
    await h.say('health', 'Health walk on 14 December at 9am')
    const { text } = await h.say('health', said)
    expect(text).toMatch(/Please check|يرجى المراجعة/)
    expect(text).not.toMatch(/Venue:|المكان:/)
  })

  test('a required one stays open until a day that is told, lets other things be asked, and is taken up again', async () => {
    await h.say('health', 'submit an activity')
    const { text, views } = await h.say('health', 'I will tell you later')
    expect(text).toContain('stays open until Tuesday 8 December 2026')
    expect(views.flatMap(actionsOf).map(a => a.label)).toEqual(['Go on', 'Cancel'])
    const asked = await h.say('health', 'what are this month’s priorities?')
    expect(asked.text).toContain('Communication priorities')
    expect(asked.text).not.toContain('What is the activity called?')
    await h.say('health', 'our activities')
    expect((await h.say('health', 'the second')).text).toContain('A-2026-0054\n')
    expect((await h.say('health', 'go on')).text).toContain('What is the activity called?')
    expect((await h.say('health', 'بعدين')).text).toContain('stays open until')
    expect((await h.say('health', 'Heart walk on 14 December at 9am at the Gulf Hotel')).text).toContain('Heart walk')
  })

  test('on the card nothing is changed by it', async () => {
    await h.say('health', 'Health walk on 14 December at 9am at the Gulf Hotel')
    expect((await h.say('health', 'later')).text).toContain('stays open until')
    expect((await h.press('health', 'Go on')).text).toContain('Venue: Gulf Hotel')
  })
})
