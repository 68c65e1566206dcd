/** What is wanted: the corpus, and that a new command is understood from its entry alone. */
import { describe, expect, test } from 'vitest'
import { type Command, commands } from '../../src/commands.ts'
import { fold } from '../../src/understanding/fold.ts'
import { intentOf, intentsOf } from '../../src/understanding/intent.ts'
import { understand } from '../../src/understanding/understand.ts'
import { contextFor, lines, Tally } from './corpus.ts'

/** Percent. */
const floors: Record<string, number> = { 'intent ar': 96, 'intent en': 93 }
const none = ['other', 'small_talk']

test('nearly two hundred sentences', () => {
  const tally = new Tally()
  const all = lines<{ id: string; locale: string; text: string; intent: string }>('intents.jsonl')
  for (const l of all) {
    const { key } = intentOf(l.text)
    tally.count(`intent ${l.locale}`, none.includes(l.intent) ? none.includes(key) : key === l.intent, `${l.id} ${l.text}`, key)
  }
  expect(all.length).toBeGreaterThanOrEqual(150)
  const short = Object.entries(floors).filter(([measure, floor]) => tally.percent(measure) < floor)
  expect({ short, misses: short.length > 0 ? tally.misses : [] }).toEqual({ short: [], misses: [] })
})

/**
 * Two sets of sentences near the newer wings, each read once before anything was mended for it: 83 and 86 in a hundred (Arabic, English) of the first, 87 and
 * 82 of the second, which the examples as they stood before the first would have read 78 and 78. What they found wanting was mended since.
 */
test('what is asked of the wings that look back and grow, and of what is near them', () => {
  const tally = new Tally()
  for (const l of lines<{ id: string; locale: string; text: string; intent: string }>('wings-intents.jsonl')) {
    const { intent } = understand(l.text, { ...contextFor(l.text), now: '2026-12-01T10:00:00+03:00' })
    tally.count(`intent ${l.locale}`, none.includes(l.intent) ? none.includes(intent) : intent === l.intent, `${l.id} ${l.text}`, intent)
  }
  const short = Object.entries({ 'intent ar': 95, 'intent en': 93 }).filter(([measure, floor]) => tally.percent(measure) < floor)
  expect({ short, misses: short.length > 0 ? tally.misses : [] }).toEqual({ short: [], misses: [] })
})

describe('the table alone teaches', () => {
  const parking: Command = {
    key: 'parking',
    topic: 'network',
    name: 'parking',
    slash: false,
    title: { ar: 'المواقف', en: 'Parking' },
    about: { ar: 'حجز موقف', en: 'Book a parking place' },
    words: { ar: ['موقف سيارة', 'المواقف'], en: ['parking', 'parking place'] },
    examples: {
      ar: ['احجز لي موقف سيارة', 'أبي موقف للضيوف', 'هل يوجد موقف شاغر؟', 'وين أوقف سيارتي؟', 'كم موقف باقي؟', 'محتاج موقف باجر'],
      en: [
        'book me a parking place',
        'is there a free parking place',
        'I need parking for a guest',
        'where can I park',
        'reserve a parking spot',
        'please keep a parking space for the delegation',
        'can we have parking for two cars',
      ],
    },
    who: ['member'],
    rank: 99,
  }
  const intent = intentsOf([...commands, parking])

  test('a new entry is understood, in words it does not hold', () => {
    expect(intent('could you reserve parking for our guests').key).toBe('parking')
    expect(intent('نبي مواقف لضيوفنا').key).toBe('parking')
  })
  test('and takes nothing from the others', () => {
    expect(intent('when is the next meeting?').key).toBe('meeting')
    expect(intent('شنو أولويات هالشهر؟').key).toBe('priorities')
  })
  test('every example and word is understood as its own command', () => {
    const wrong = commands.flatMap(c => [...c.examples.ar, ...c.examples.en].filter(e => intentOf(e).key !== c.key))
    expect(wrong).toEqual([])
  })
})

test('a command, its name and each of its words stand in the table once', () => {
  const twice = (all: readonly string[]) => all.filter((one, at) => all.indexOf(one) !== at)
  expect(twice(commands.map(c => c.key))).toEqual([])
  expect(twice(commands.map(c => c.name))).toEqual([])
  expect(twice(commands.flatMap(c => [...new Set([...c.words.ar, ...c.words.en].map(fold))]))).toEqual([])
  expect(commands.flatMap(c => twice([...c.examples.ar, ...c.examples.en]))).toEqual([])
})

describe('arguments', () => {
  const args = (text: string) => understand(text, contextFor(text)).arguments
  test.each([
    ['ما فعاليات وزارة الصحة في ديسمبر؟', { organization: 'وزارة الصحة' }],
    ['what is the health ministry doing in January?', { organization: 'وزارة الصحة' }],
    ['فعاليات وزاره التربيه والتعليم', { organization: 'وزارة التربية والتعليم' }],
    ['edit A-2026-0142', { reference: 'A-2026-0142' }],
    ['show edition 7', { edition: '7' }],
    ['اعرض الإصدار السابع', { edition: '7' }],
  ])('%s', (text, expected) => {
    expect(args(text)).toMatchObject(expected)
  })
  test('a name with a slip of typing is still that organization', () => {
    expect(args('what is the Minsitry of Education doing').organization).toBe('وزارة التربية والتعليم')
  })
})

test('what is no command comes with the two nearest', () => {
  const { key, nearest } = intentOf('what is the capital of France')
  expect(none).toContain(key)
  expect(nearest).toHaveLength(2)
  expect(intentOf('شكرا جزيلا').key).toBe('small_talk')
})

describe('one way of asking teaches the others', () => {
  test.each([
    ['shino 3indna bukra', 'plan'],
    ['kallimni bil3arabi', 'language'],
    ['أجّل اجتماع فبراير', 'set_meeting'],
    ['شلون أسوي شاي', 'other'],
    ['منو للحين ما طرش', 'missing'],
    ['take our picnic out of the plan', 'withdraw'],
  ])('%s', (text, key) => expect(intentOf(text).key).toBe(key))
  test('what has a title, a day and a place is told', () => {
    const text = 'Harbour walkabout by pupils, 7 December 9am, Mina Salman'
    expect(understand(text, contextFor(text)).intent).toBe('submit')
  })
})
