/** The centre's own wording: asked by button and by sentence, printed by the edition, frozen in it, told to the owner, whose text is kept. */
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import * as changesDb from '../../db/changes.ts'
import { type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const referenceIn = (text: string): string => /A-\d{4}-\d{4}/.exec(text)?.[0] ?? ''

async function submitted(): Promise<string> {
  await h.say('health', 'Winter clinics campaign on 21 December at 10am at the Gulf Hotel')
  return referenceIn((await h.press('health', 'Submit')).text)
}

test('by sentence, in both languages; the owner is told, the edition prints it, and the owner’s own list keeps the owner’s text', async () => {
  const reference = await submitted()
  const card = await h.say(
    'centre',
    `print ${reference} in the edition as: عيادات الشتاء تقترب من كل بيت | Winter clinics come closer to every home`,
  )
  expect(card.text).toContain('عيادات الشتاء تقترب من كل بيت')
  const kept = await h.press('centre', 'Print it so')
  expect(kept.text).toContain('Ministry of Health is told')
  await h.moveTo('2026-11-24T10:00:00+03:00')
  const told = h.shown.filter(s => s.to === 'health').map(s => textOf(s.view))
  expect(told.at(-1)).toMatch(/in the Centre’s wording[\s\S]*Winter clinics come closer to every home/)
  expect((await h.say('health', 'my events')).text).toContain('Winter clinics campaign')
  await h.say('centre', 'جمّع الخطة')
  await h.press('centre', 'إعداد الإصدار')
  const arabic = (await h.say('centre', 'افتح الإصدار ١')).text
  expect(arabic).toContain('عيادات الشتاء تقترب من كل بيت')
  const english = (await h.say('tourism', 'plan edition 1')).text
  expect(english).toContain('Winter clinics come closer to every home')
  expect(english).not.toContain('Winter clinics campaign')
  // What was printed stays printed, whatever is worded afterwards; and that is a rewording since the edition.
  await h.say('centre', `print ${reference} in the edition as: "Clinics at home"`)
  await h.press('centre', 'Print it so')
  expect((await h.say('tourism', 'plan edition 1')).text).toContain('Winter clinics come closer to every home')
  expect((await h.say('tourism', 'what changed since the last edition?')).text).toContain(
    'Reworded: Clinics at home, which was Winter clinics come closer to every home',
  )
})

test('sections stand first, in the centre’s order; a section is found by either of its names', async () => {
  const first = await submitted()
  await h.say('tourism', 'Travel summit on 23 December at 11am at Bahrain Fort')
  const second = referenceIn((await h.press('tourism', 'Submit')).text)
  const put = async (reference: string, section: string, place: string) => {
    await h.say('centre', `change how the edition words ${reference}`)
    await h.say('centre', 'skip')
    await h.say('centre', 'skip')
    for (const [label, said] of [
      ['Section of the edition', section],
      ['Place in the section', place],
    ] as const) {
      await h.press('centre', 'Change')
      await h.press('centre', label)
      await h.say('centre', said)
    }
    return (await h.press('centre', 'Print it so')).text
  }
  expect(await put(first, 'فعاليات وطنية | National events', '2')).toContain('National events, place 2')
  expect(await put(second, 'national events', '1')).toContain('National events, place 1')
  await h.say('centre', 'جمّع الخطة')
  await h.press('centre', 'إعداد الإصدار')
  const { text } = await h.say('tourism', 'the latest edition please')
  expect(text).toMatch(/National events\nTravel summit\n[^\n]*\nWinter clinics campaign/)
  expect(text.match(/Travel summit/g)).toHaveLength(1)
})

test('from the review’s own button; taken back; refused where the owner changed it since, with how it stands; each is in the record', async () => {
  const reference = await submitted()
  const { views } = await h.command('centre', 'munassiq', 'review')
  const line = views
    .flatMap(v => v.parts)
    .flatMap(p => (p.kind === 'list' ? p.items : []))
    .find(i => i.text.includes('Winter clinics'))
  const press = line?.actions.find(a => a.press.name === 'wording.begin')?.press
  expect(press).toBeDefined()
  await h.deliver('centre', { kind: 'press', press: press ?? { name: '', args: {} }, dialog: false })
  await h.say('centre', 'skip')
  await h.say('centre', 'Clinics at home')
  await h.say('health', `edit ${reference}`)
  await h.say('health', 'change the date to 22 December')
  await h.press('health', 'Save changes')
  const refused = await h.press('centre', 'Print it so')
  expect(refused.text).toMatch(/changed by somebody else meanwhile[\s\S]*22 December/)
  await h.press('centre', 'Wording')
  await h.say('centre', 'skip')
  await h.say('centre', 'Clinics at home')
  await h.press('centre', 'Print it so')
  expect((await h.command('centre', 'munassiq', 'review')).text).toContain('Clinics at home')
  await h.press('centre', 'Print the owner’s text')
  expect((await h.command('centre', 'munassiq', 'review')).text).not.toContain('Clinics at home')
  const worded = (await changesDb.since(h.db, h.networkId, 'activity', Temporal.Instant.from('2026-11-24T00:00:00Z'))).filter(
    c => c.action === 'worded',
  )
  expect(worded.map(c => (c.after as { print: { wording: object } }).print.wording)).toEqual([{}, { en: 'Clinics at home' }])
})

test('for coordinators alone, and for what is not over or withdrawn', async () => {
  const reference = await submitted()
  expect((await h.command('health', 'munassiq', `wording ${reference}`)).text).toMatch(/This is for/)
  await h.say('health', `withdraw ${reference}`)
  await h.press('health', 'Yes, withdraw')
  expect((await h.command('centre', 'munassiq', `wording ${reference}`)).text).toMatch(/was withdrawn already/)
})
