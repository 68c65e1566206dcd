/** What is not sure is asked about as it comes near, and what is over once it is; each answer does what it says. */
import { eq, inArray } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import * as activitiesDb from '../../db/activities.ts'
import { accounts, members } from '../../db/schema.ts'
import { centre } from '../../src/activities/eyes.ts'
import { actionsOf, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const referenceIn = (text: string): string => /A-\d{4}-\d{4}/.exec(text)?.[0] ?? ''
async function stored(reference: string) {
  const network = await h.network()
  const found = await activitiesDb.byReference(h.db, centre({ network, now: await h.house.networkNow(network.id) }), reference)
  if (!found) throw new Error(`no ${reference}`)
  return found
}
async function submit(as: string, said: string): Promise<string> {
  await h.say(as, said)
  for (let tries = 0; tries < 4 && !actionsOf(h.last(as).view).some(a => a.label === 'Submit'); tries++) await h.say(as, 'skip')
  return referenceIn((await h.press(as, 'Submit')).text)
}
const asked = (as: string, what: string, title: string) =>
  h.shown.filter(s => s.to === as && s.op === 'send' && textOf(s.view).includes(what) && textOf(s.view).includes(title))
/** Presses a button of the newest card that speaks of a title. */
async function press(as: string, title: string, label: string) {
  const card = h.shown.findLast(s => s.to === as && textOf(s.view).includes(title) && actionsOf(s.view).some(a => a.label === label))
  const action = card && actionsOf(card.view).find(a => a.label === label)
  if (!card || !action) throw new Error(`no ${label}`)
  return h.deliver(as, { kind: 'press', press: action.press, card: card.card, dialog: false })
}

const tentative = 'Nursing forum on 21 December at 10am at the Gulf Hotel, not confirmed yet'

describe('as it comes near', () => {
  test('a tentative one is asked about ten working days before, once, in the morning, and not a confirmed one', async () => {
    const reference = await submit('health', tentative)
    expect((await stored(reference)).certainty).toBe('tentative')
    await submit('health', 'Eye clinic on 21 December at 1pm at Bahrain Fort')
    // Ten working days before Monday 21 December, over the holiday of the 16th and 17th.
    await h.moveTo('2026-12-02T20:00:00+03:00')
    expect(asked('health', 'Is this still correct?', 'Nursing forum')).toEqual([])
    await h.moveTo('2026-12-03T07:30:00+03:00')
    expect(asked('health', 'Is this still correct?', 'Nursing forum')).toHaveLength(1)
    await h.moveTo('2026-12-10T12:00:00+03:00')
    expect(asked('health', 'Is this still correct?', 'Nursing forum')).toHaveLength(1)
    expect(asked('health', 'Is this still correct?', 'Eye clinic')).toEqual([])
  })

  test('where nobody of its organization can be reached the centre is told, once', async () => {
    await submit('health', tentative)
    const { ownerId } = await stored(referenceIn(textOf(h.last('health').view)))
    const theirs = h.db.select({ id: members.id }).from(members).where(eq(members.organizationId, ownerId))
    await h.db
      .update(accounts)
      .set({ goneAt: Temporal.Instant.from('2026-11-24T06:00:00Z') })
      .where(inArray(accounts.memberId, theirs))
    await h.moveTo('2026-12-03T07:30:00+03:00')
    expect(asked('health', 'Is this still correct?', 'Nursing forum')).toEqual([])
    expect(asked('centre', 'لا يوجد في وزارة الصحة من يمكن سؤاله', 'Nursing forum')).toHaveLength(1)
    await h.moveTo('2026-12-06T09:00:00+03:00')
    expect(asked('centre', 'لا يوجد في وزارة الصحة من يمكن سؤاله', 'Nursing forum')).toHaveLength(1)
  })

  test('the network sets how long before', async () => {
    await submit('health', tentative)
    await h.say('admin', 'network settings')
    const form = h.formOf((await h.press('admin', 'Form', { dialog: true })).reply)
    const given = Object.fromEntries(form.inputs.flatMap(i => (i.value === undefined ? [] : [[i.id, i.value]])))
    await h.fill('admin', form, { ...given, freshDays: '5' }, 'en')
    await h.moveTo('2026-12-09T12:00:00+03:00')
    expect(asked('health', 'Is this still correct?', 'Nursing forum')).toEqual([])
    await h.moveTo('2026-12-10T07:30:00+03:00')
    expect(asked('health', 'Is this still correct?', 'Nursing forum')).toHaveLength(1)
  })

  test('yes confirms it; pressed again it says so', async () => {
    const reference = await submit('health', tentative)
    await h.moveTo('2026-12-03T07:30:00+03:00')
    expect((await press('health', 'Nursing forum', 'Still correct')).text).toContain('says that it is still correct')
    const { certainty, version } = await stored(reference)
    expect(certainty).toBe('confirmed')
    expect((await press('health', 'Nursing forum', 'Still correct')).text).toContain('says that it is still correct')
    expect((await stored(reference)).version).toBe(version)
  })

  test('change begins the edit, and the saved edit is the answer', async () => {
    const reference = await submit('health', tentative)
    await h.moveTo('2026-12-03T07:30:00+03:00')
    expect((await press('health', 'Nursing forum', 'Change it')).text).toContain(`Editing ${reference}`)
    await h.say('health', 'change the date to 28 December')
    await h.press('health', 'Save changes')
    expect((await press('health', 'Nursing forum', 'Still correct')).text).toContain('Changed by')
    // Still not sure, it is asked about before its new day.
    expect((await stored(reference)).certainty).toBe('tentative')
    await h.moveTo('2026-12-13T08:00:00+03:00')
    expect(asked('health', 'Is this still correct?', 'Nursing forum')).toHaveLength(2)
  })

  test('cancelled withdraws it after one more press', async () => {
    const reference = await submit('health', tentative)
    await h.moveTo('2026-12-03T07:30:00+03:00')
    await press('health', 'Nursing forum', 'Cancelled')
    expect((await stored(reference)).lifecycle).toBe('planned')
    await h.press('health', 'Yes, withdraw')
    expect((await stored(reference)).lifecycle).toBe('withdrawn')
  })

  test('a span stays approximate and is asked for its day', async () => {
    const reference = await submit('health', 'Nursing forum in late December at the Gulf Hotel')
    expect((await stored(reference)).when.kind).toBe('span')
    await h.moveTo('2026-12-04T08:00:00+03:00')
    expect(asked('health', 'It has no exact day yet.', 'Nursing forum')).toHaveLength(1)
    const yes = await press('health', 'Nursing forum', 'Still correct')
    expect((await stored(reference)).certainty).toBe('approximate')
    expect(yes.text).toMatch(/Nursing forum/)
    expect(yes.text).toContain('day')
  })

  test('others are not asked and cannot answer', async () => {
    await submit('health', tentative)
    await h.moveTo('2026-12-03T07:30:00+03:00')
    const yes = actionsOf(asked('health', 'Is this still correct?', 'Nursing forum')[0]?.view as never)[0]
    expect((await h.deliver('tourism', { kind: 'press', press: yes?.press as never, dialog: false })).text).toContain('put to others')
  })
})

describe('once it is over', () => {
  const fair = 'Nursing fair on 3 December at 10am at the Gulf Hotel'
  test('it is asked about once, the working day after', async () => {
    const reference = await submit('health', fair)
    await h.moveTo('2026-12-03T20:00:00+03:00')
    expect(asked('health', 'Did this take place?', 'Nursing fair')).toEqual([])
    await h.moveTo('2026-12-06T08:00:00+03:00')
    expect(asked('health', 'Did this take place?', 'Nursing fair')).toHaveLength(1)
    await h.moveTo('2026-12-30T08:00:00+03:00')
    expect(asked('health', 'Did this take place?', 'Nursing fair')).toHaveLength(1)
    expect((await stored(reference)).lifecycle).toBe('planned')
    // Nobody answered in time.
    expect((await press('health', 'Nursing fair', 'As planned')).text).toContain('no longer open')
  })
  test.each([
    ['As planned', 'completed'],
    ['It did not', 'cancelled'],
  ])('%s: %s', async (label, lifecycle) => {
    const reference = await submit('health', fair)
    await h.moveTo('2026-12-06T08:00:00+03:00')
    await press('health', 'Nursing fair', label)
    expect((await stored(reference)).lifecycle).toBe(lifecycle)
  })
  test.each([['the minister did not come'], ['skip']])('it took place, but changed: %s', async said => {
    const reference = await submit('health', fair)
    await h.moveTo('2026-12-06T08:00:00+03:00')
    await press('health', 'Nursing fair', 'It did, but changed')
    expect((await stored(reference)).lifecycle).toBe('planned')
    const done = await h.say('health', said)
    expect(done.text).toContain('took place, but not as planned')
    expect(done.text.includes(`Note: ${said}`)).toBe(said !== 'skip')
    const { lifecycle, lifecycleReason } = await stored(reference)
    expect([lifecycle, lifecycleReason]).toEqual(['completed', said === 'skip' ? null : said])
  })
  test('moved begins the edit, and the new day is asked about in its turn', async () => {
    const reference = await submit('health', fair)
    await h.moveTo('2026-12-06T08:00:00+03:00')
    expect((await press('health', 'Nursing fair', 'It was moved')).text).toContain(`Editing ${reference}`)
    await h.say('health', 'change the date to 10 December')
    await h.press('health', 'Save changes')
    await h.moveTo('2026-12-13T08:00:00+03:00')
    expect(asked('health', 'Did this take place?', 'Nursing fair')).toHaveLength(2)
  })
  test('the sample’s own activities are asked about too, in the language of whose they are', async () => {
    await h.moveTo('2026-12-10T12:00:00+03:00')
    const all = h.shown.filter(s => s.op === 'send').map(s => textOf(s.view))
    expect(all.some(t => t.includes('هل أقيمت هذه الفعالية؟'))).toBe(true)
    expect(h.errors).toEqual([])
  })
})
