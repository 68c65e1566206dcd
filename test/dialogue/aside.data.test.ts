/** Something else that is begun while a draft is open: what the sentence wants is done, the draft is kept aside, and comes up again once. */
import { beforeEach, describe, expect, test } from 'vitest'
import { actionsOf, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})
beforeEach(async () => {
  // Something that was held, with its coverage on the card and not saved.
  await h.say('health', 'Heart walk on 3 December at 10am at the Gulf Hotel')
  await h.press('health', 'Submit')
  await h.moveTo('2026-12-06T08:00:00+03:00')
  await h.say('health', 'coverage of the heart walk: GDN, Al Ayam and Bahrain TV')
  expect(lastOf()).toContain('3 appearances')
})
const lastOf = () => textOf(h.last('health').view)

test('an activity that is told whole gets its own card; when it is submitted the coverage comes back and is saved', async () => {
  const { text } = await h.say('health', 'We are launching the winter clinics campaign on 20 December at 10am in the Exhibition Centre')
  expect(text).toContain('Winter clinics campaign')
  expect(text).toContain('What you had begun is kept')
  expect((await h.press('health', 'Submit')).text).toMatch(/Back to what you had begun[\s\S]*3 appearances/)
  expect((await h.press('health', 'Save all 3')).text).toContain('3 appearances were saved')
})

test('help that is asked for is asked for, and cancelled it leaves the coverage as it was', async () => {
  const { text } = await h.say('health', 'We need a photographer for the open day on Sunday')
  expect(text).toContain('Photography')
  expect((await h.say('health', 'cancel')).text).toMatch(/Back to what you had begun[\s\S]*3 appearances/)
  // It comes up again once: whatever is begun now takes its place.
  await h.say('health', 'We are launching the winter clinics campaign on 20 December at 10am in the Exhibition Centre')
  expect((await h.say('health', 'cancel')).text).not.toContain('3 appearances')
})

test('a whole wish is no answer to "of which activity?"', async () => {
  await h.say('health', 'cancel')
  await h.say('health', 'add coverage')
  expect((await h.say('health', 'We need a photographer for the heart walk on Sunday')).text).toContain('Photography')
})

test('what is said of the list itself is still said of it', async () => {
  const { text, views } = await h.say('health', 'the second on 4 December')
  expect(text).toMatch(/Al Ayam[\s\S]*4 December/)
  expect(views.flatMap(actionsOf).map(a => a.label)).toContain('Save all 3')
})

test('what is no answer to the question and asks something is answered, without its question mark; the question comes again', async () => {
  await h.say('health', 'cancel')
  await h.say('health', 'submit the book fair at the Gulf Hotel')
  const { text } = await h.say('health', 'who is at the ministry of works')
  expect(text).toContain('Ministry of Works')
  expect(text).toMatch(/date|When/i)
})

test('what the question does not know, and what plainly wants something else, is done; a name that is nobody’s is said', async () => {
  expect((await h.say('centre', 'put Noura on duty until Thursday')).text).toMatch(
    /No coordinator of the Centre is called Noura[\s\S]*Who is on duty\?/,
  )
  const { text } = await h.say('centre', 'offer a workshop on infographics on 14 December from 9 to 12 at the training centre, 12 seats')
  expect(text).toContain('Infographics')
  expect((await h.say('centre', 'cancel')).text).toMatch(/Back to what you had begun[\s\S]*Who is on duty\?/)
})

test('a form that was opened and closed leaves nothing waiting for an answer', async () => {
  await h.say('health', 'cancel')
  await h.deliver('health', { kind: 'press', press: { name: 'submit.form', args: {} }, dialog: true })
  expect((await h.say('health', "what are this month's priorities?")).text).toContain('Communication priorities')
  expect((await h.say('health', 'skip')).text).toContain('Nothing is open')
})

test('a command word for word is no answer, and words of one language are no text in the other', async () => {
  await h.say('centre', 'circular: the logo changes on Sunday')
  await h.say('centre', 'the whole network')
  expect((await h.say('centre', 'yes send it now')).text).not.toMatch(/was sent/)
  await h.say('centre', 'cancel')
  const asked = await h.say('centre', 'put on the agenda: coordinating the spring campaign')
  expect(asked.text).toContain('other language')
  expect((await h.say('centre', 'what a long sentence')).text).toContain('Please write it in Arabic, or skip it.')
  expect((await h.say('centre', 'which coverage is missing?')).text).toContain('Coverage not known yet')
  expect((await h.say('centre', 'تنسيق حملة الربيع')).text).toContain('oordinating the spring campaign')
})

test('a card that asks is answered in words: by a yes, by its button’s own words; a no files nothing else', async () => {
  await h.say('health', 'cancel')
  const submitted = async (said: string) => {
    await h.say('health', said)
    return /A-\d{4}-\d{4}/.exec((await h.press('health', 'Submit')).text)?.[0] ?? ''
  }
  const one = await submitted('Winter clinics campaign on 20 December at 10am at the Gulf Hotel')
  const two = await submitted('Nursing forum on 22 December at 10am at the Gulf Hotel')
  expect((await h.say('health', `withdraw ${one}`)).text).toContain('Winter clinics')
  expect((await h.say('health', 'no keep it')).text).toContain('Nothing is open')
  await h.say('health', `withdraw ${one}`)
  expect((await h.say('health', 'yes')).text).toContain('withdrawn')
  await h.say('health', `withdraw ${two}`)
  expect((await h.say('health', 'Yes, withdraw.')).text).toContain('withdrawn')
})

describe('with a question of a draft open', () => {
  beforeEach(async () => {
    await h.say('health', 'cancel')
    await h.say('health', 'Health walk on 14 December at 9am')
    expect(lastOf()).toContain('Where will it be held?')
  })

  test('another activity that is told whole is none of its answers; one of the same words is', async () => {
    expect((await h.say('health', 'Nursing forum on 20 December at 10am at the Exhibition Centre')).text).toContain(
      'You have one open already',
    )
    expect((await h.press('health', 'Go on')).text).toContain('Where will it be held?')
    expect((await h.say('health', 'the health walk on 14 December at 9am at Bahrain Bay')).text).toContain('Venue: Bahrain Bay')
  })

  test('another activity is withdrawn, and a yes is said to that; the draft is taken up again', async () => {
    const { text } = await h.say('health', 'withdraw the primary care conference')
    expect(text).toContain('Withdraw A-2026-0039')
    expect(text).not.toContain('Where will it be held?')
    expect((await h.say('health', 'yes')).text).toContain('A-2026-0039 was withdrawn')
    expect((await h.say('health', 'go on')).text).toContain('Where will it be held?')
  })

  test('another activity is edited, the draft put aside; a seat is asked for', async () => {
    expect((await h.say('health', 'edit A-2026-0054')).text).toContain('Editing A-2026-0054')
    expect((await h.say('health', 'cancel')).text).toMatch(/Back to what you had begun[\s\S]*Where will it be held\?/)
    expect((await h.say('health', 'enrol me in the podcast workshop')).text).toContain('Training on offer')
  })

  test('what is said of the draft itself stays with it', async () => {
    expect((await h.say('health', 'change the title to Heart run')).text).toContain('Heart run')
    expect((await h.say('health', 'Conference Hall')).text).toContain('Venue: Conference Hall')
  })
})

test('an activity told whole is no answer to “of which activity?”, with or without a verb', async () => {
  for (const said of [
    'Nursing forum on 20 December at 10am at the Exhibition Centre',
    'ندوة التمريض يوم ٢٠ ديسمبر الساعة ١٠ صباحاً في مركز المعارض',
  ]) {
    await h.say('health', 'cancel')
    await h.say('health', 'cancel')
    await h.say('health', 'add coverage')
    expect((await h.say('health', said)).text).toMatch(/Title: Nursing forum|العنوان: ندوة التمريض/)
  }
})
