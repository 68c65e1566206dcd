/** Feedback is anonymous to everybody: whatever way it is given, no word of it stands where it says whose it is. */
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { rowsOf } from '../../db/client.ts'
import { actionsOf, type TestHouse, textOf } from '../house.ts'
import { onSample } from '../on-sample.ts'

let h: TestHouse
onSample(made => {
  h = made
})

const plain = (label: string) => label.replace(/[\u2066-\u2069]/g, '')
async function press(who: string, labels: string[], dialog = false) {
  for (const card of h.shown.filter(s => s.to === who).reverse())
    for (const a of actionsOf(card.view))
      if (labels.includes(plain(a.label))) return h.deliver(who, { kind: 'press', press: a.press, card: card.card, dialog })
  throw new Error(`${who} has no button ${labels.join(' or ')}`)
}

beforeEach(async () => {
  await h.say(
    'centre',
    'add a workshop in the new media track: podcast production on Monday 14 December from 9am to 1pm at the Gulf Hotel, 5 seats, trainer Dr Sami Nasser',
  )
  await h.say('centre', 'skip')
  await press('centre', ['Offer the workshop'])
  await h.say('health', 'enroll me in W-2026-0001')
  await h.moveTo('2026-12-14T13:00:00+03:00')
  await press('centre', ['Everybody came', 'حضر الجميع'])
  await h.moveTo('2026-12-15T09:00:00+03:00')
})

/** Tables whose rows hold one of some words, feedback's own aside. */
async function holding(...words: string[]): Promise<string[]> {
  const tables = rowsOf<{ name: string }>(
    await h.db.execute(
      sql`select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`,
    ),
  )
  const found: string[] = []
  for (const { name } of tables) {
    if (name === 'workshop_feedback') continue
    const [row] = rowsOf<{ all: string }>(
      await h.db.execute(sql.raw(`select coalesce(string_agg(x::text, ' '), '') as all from "${name}" x`)),
    )
    if (words.some(w => row?.all.includes(w))) found.push(name)
  }
  return found.sort()
}

test('answered in the chat, with a slip, a way back and an edit, it is kept without whose it is', async () => {
  await press('health', ['Answer', 'الإجابة'])
  const slip = await h.say('health', 'tremendously splendid')
  expect(slip.text).toMatch(/choose/i)
  await h.say('health', '4')
  await press('health', ['Back'])
  expect(textOf(h.last('health').view)).not.toContain('4 of 5')
  expect(await holding('tremendously')).toEqual([])
  await h.say('health', '4')
  await h.say('health', '5')
  const given = await h.say('health', 'Can we have Fewer slides and more exercises?')
  expect(given.text).toContain('kept without your name')
  const words = ['Fewer slides', 'tremendously']
  expect(await holding(...words)).toEqual([])
  const written = rowsOf<{ better: string }>(await h.db.execute(sql`select better from workshop_feedback`))
  expect(written.map(r => r.better)).toEqual(['Can we have Fewer slides and more exercises?'])
  expect(h.errors).toEqual([])
})

test('what is edited afterwards is not kept either', async () => {
  await press('health', ['Answer', 'الإجابة'])
  await h.say('health', '4')
  await h.say('health', '5')
  await h.deliver('health', { kind: 'text', text: 'Fewer slides', message: 'the-one' })
  await h.deliver('health', { kind: 'edited', text: 'Fewer slides by far', message: 'the-one' })
  expect(await holding('Fewer slides')).toEqual([])
})

test('a form that comes back for a mistake shows what was typed, and keeps none of it', async () => {
  const form = h.formOf((await press('health', ['Answer', 'الإجابة'], true)).reply)
  const long = `Fewer slides ${'and more exercises '.repeat(80)}`
  const back = await h.fill('health', form, { useful: '4', trainer: '5', better: long }, 'en')
  expect(h.formOf(back.reply).inputs.find(i => i.id === 'better')?.value).toBe(long)
  expect(await holding('Fewer slides')).toEqual([])
  await h.fill('health', form, { useful: '4', trainer: '5', better: 'Fewer slides' }, 'en')
  expect(await holding('Fewer slides')).toEqual([])
  expect(h.errors).toEqual([])
})

test('of a delivery that failed no word is left', async () => {
  await press('health', ['Answer', 'الإجابة'])
  await h.say('health', '4')
  await h.say('health', '5')
  await h.db.execute(sql`alter table workshop_feedback rename to workshop_feedback_away`)
  const said = await h
    .say('health', 'Fewer slides')
    .finally(() => h.db.execute(sql`alter table workshop_feedback_away rename to workshop_feedback`))
  expect(said.text).toMatch(/not saved/i)
  expect(await holding('Fewer slides')).toEqual([])
})
