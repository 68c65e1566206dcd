/** Moments that count working days, when a holiday is declared or taken back while they wait: moved by it, never lost, never twice. */
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { holidays, supportRequests } from '../../db/schema.ts'
import { actionsOf, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const changed = () => h.house.within(h.networkId, scene => scene.emit({ kind: 'calendar.changed' }))
async function declared(from: string, to = from): Promise<void> {
  await h.db
    .insert(holidays)
    .values({ networkId: h.networkId, id: 'decreed', from, to, nameEn: 'Mourning', nameAr: null, source: 'decree' })
  await changed()
}
async function takenBack(): Promise<void> {
  await h.db.delete(holidays).where(eq(holidays.id, 'decreed'))
  await changed()
  await h.moveTo((await h.house.networkNow(h.networkId)).add({ seconds: 1 }).toString())
}
const told = (who: string, what: RegExp) => h.shown.filter(s => s.to === who && s.op === 'send' && what.test(textOf(s.view))).length
async function press(who: string, ...labels: string[]) {
  for (const card of h.shown.filter(s => s.to === who).reverse())
    for (const a of actionsOf(card.view))
      if (labels.includes(a.label)) return h.deliver(who, { kind: 'press', press: a.press, card: card.card, dialog: false })
  throw new Error(`${who} has no button ${labels.join(' or ')}`)
}

/** Held on Sunday 6 December, and its coverage asked for: to be reminded of on the 8th, open on the 10th. */
async function walked(): Promise<void> {
  await h.say('health', 'Heart walk on 3 December at 10am at the Gulf Hotel')
  for (let n = 0; n < 4 && !actionsOf(h.last('health').view).some(a => a.label === 'Submit'); n++) await h.say('health', 'skip')
  await h.press('health', 'Submit')
  await h.moveTo('2026-12-06T08:00:00+03:00')
  await press('health', 'As planned')
}
const reminded = () => told('health', /A reminder: the coverage/)

test('coverage is reminded of so many working days after it was asked for, as they are counted now', async () => {
  await walked()
  await declared('2026-12-07')
  await h.moveTo('2026-12-08T12:00:00+03:00')
  expect(reminded()).toBe(0)
  await h.moveTo('2026-12-09T12:00:00+03:00')
  expect(reminded()).toBe(1)
  expect(h.errors).toEqual([])
})

test('what would have passed by the new calendar is due at once; what was done stays done', async () => {
  await walked()
  await declared('2026-12-08', '2026-12-09')
  await h.moveTo('2026-12-09T09:00:00+03:00')
  expect(reminded()).toBe(0)
  await takenBack()
  expect(reminded()).toBe(1)
  await declared('2026-12-09')
  await h.moveTo('2026-12-20T09:00:00+03:00')
  expect(reminded()).toBe(1)
})

test('feedback is asked for on the next working day, of a workshop that is over, too', async () => {
  await declared('2026-12-15')
  await h.say(
    'centre',
    'add a workshop in the new media track: podcast production on Monday 14 December from 9am to 1pm at the Gulf Hotel, 5 seats, trainer Dr Sami Nasser',
  )
  await h.say('centre', 'skip')
  await press('centre', 'Offer the workshop')
  await h.say('health', 'enroll me in W-2026-0001')
  await h.moveTo('2026-12-14T13:30:00+03:00')
  await press('centre', 'Everybody came', 'حضر الجميع')
  await takenBack()
  const asked = () => told('health', /How was|worth|feedback/i)
  const before = asked()
  await h.moveTo('2026-12-15T12:00:00+03:00')
  expect(asked()).toBe(before + 1)
})

test('a request that is done closes by itself, though its days are over by the new calendar', async () => {
  await declared('2026-11-26')
  await h.say('health', 'we need a photographer for the health walk on 6 December')
  await h.press('health', 'Ask the Centre')
  await h.say('centre', 'S-2026-0001 is done')
  await h.moveTo('2026-12-01T12:00:00+03:00')
  const state = async () => (await h.db.select().from(supportRequests))[0]?.state
  expect(await state()).toBe('done')
  await takenBack()
  expect(await state()).toBe('closed')
})
