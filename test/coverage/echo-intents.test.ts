/** Sentences about the echo and its figures that nobody had in mind when the examples were written: how many are understood. */
import { expect, test } from 'vitest'
import { intentOf } from '../../src/understanding/intent.ts'
import { lines, Tally } from '../understanding/corpus.ts'

/** Percent, as reached when they were first read; what they found wanting was not mended. */
const floors: Record<string, number> = { 'intent en': 91, 'intent ar': 90 }

test('what is asked of the echo', () => {
  const tally = new Tally()
  const all = lines<{ id: string; locale: string; text: string; intent: string }>('echo-intents.jsonl')
  for (const l of all) {
    const { key } = intentOf(l.text)
    tally.count(`intent ${l.locale}`, key === l.intent, `${l.id} ${l.text}`, key)
  }
  expect(all.length).toBeGreaterThanOrEqual(40)
  const short = Object.entries(tally.table()).filter(([measure, reached]) => reached < (floors[measure] ?? 100))
  expect({ short, misses: short.length > 0 ? tally.misses : [] }).toEqual({ short: [], misses: [] })
})
