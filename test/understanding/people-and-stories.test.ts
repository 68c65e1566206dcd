/**
 * Sentences about people, their data and stories that are in no example. Whoever wrote the examples wrote these too, so that strangers will be
 * understood somewhat less well than the floors say; nothing was changed to reach them.
 */
import { expect, test } from 'vitest'
import { understand } from '../../src/understanding/understand.ts'
import { contextFor, lines, Tally } from './corpus.ts'

test('who is where, forget me, success stories', () => {
  const tally = new Tally()
  for (const l of lines<{ id: string; locale: 'ar' | 'en'; text: string; intent: string }>('people-and-stories-intents.jsonl')) {
    const { intent } = understand(l.text, contextFor(l.text))
    tally.count(`intent ${l.locale}`, intent === l.intent, `${l.id} ${l.text}`, intent)
  }
  const short = Object.entries({ 'intent ar': 92, 'intent en': 100 }).filter(([measure, floor]) => tally.percent(measure) < floor)
  expect({ short, misses: short.length > 0 ? tally.misses : [] }).toEqual({ short: [], misses: [] })
})
