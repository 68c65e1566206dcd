/** What is wanted, among the table of commands: learned from each entry's own words and examples, so that a new command needs no change here. */
import { type Command, commands } from '../commands.ts'
import { type Learner, learner, type Sample } from './classifier.ts'
import { featuresOf } from './features.ts'
import { fold } from './fold.ts'
import { elsewhere, smallTalk } from './talk.ts'

/** `sure` is 0 to 1; `nearest` are the two commands that come next, or nearest where none was understood. */
export type Intent = { key: string; sure: number; nearest: string[] }

/** What is not a command: for greetings and thanks a word, for the rest "I did not understand". */
const none = new Set(['small_talk', 'other'])
/** Below this nothing is taken to be asked for. */
const least = 0.3

const plain = (text: string): string =>
  fold(text)
    .replace(/[.!?؟،,]+$/, '')
    .trim()

/**
 * Reads what is asked for. It learns how at the first text, for some tenths of a second; `learn` does a little of that beforehand, and is false when
 * nothing is left to learn.
 */
export type IntentReader = { (text: string): Intent; learn(): boolean }

export function intentsOf(table: readonly Command[]): IntentReader {
  let learning: Learner | null = null
  const begun = (): Learner => {
    learning ??= learner(samplesOf(table))
    return learning
  }
  const learn = (): boolean => {
    if (learning) return learning.round()
    begun()
    return true
  }
  const whole = new Map<string, string>()
  for (const said of smallTalk) whole.set(plain(said), 'small_talk')
  for (const c of table)
    for (const said of [
      c.name,
      c.name.replaceAll('-', ' '),
      c.title.ar,
      c.title.en,
      ...c.words.ar,
      ...c.words.en,
      ...c.examples.ar,
      ...c.examples.en,
    ])
      whole.set(plain(said), c.key)
  const read = (text: string): Intent => {
    const learned = begun()
    while (learned.round());
    const { ranked, heard } = learned.classifier(featuresOf(text))
    const order = ranked.filter(r => !none.has(r.key)).map(r => r.key)
    // What the table says word for word is sure.
    const said = whole.get(plain(text.slice(0, 200)))
    if (said) return { key: said, sure: 1, nearest: order.filter(k => k !== said).slice(0, 2) }
    const top = ranked[0]
    if (!top || none.has(top.key) || top.p < least || heard < leastHeard)
      return { key: top?.key === 'small_talk' && top.p >= least ? 'small_talk' : 'other', sure: 0, nearest: order.slice(0, 2) }
    return { key: top.key, sure: top.p, nearest: order.filter(k => k !== top.key).slice(0, 2) }
  }
  return Object.assign(read, { learn })
}
/** Share of a sentence's words that must have been heard in some example. */
const leastHeard = 0.15

const samplesOf = (table: readonly Command[]): Sample[] => [
  ...table.flatMap(c =>
    [c.name.replaceAll('-', ' '), c.title.ar, c.title.en, ...c.words.ar, ...c.words.en, ...c.examples.ar, ...c.examples.en].map(said => ({
      key: c.key,
      features: featuresOf(said),
    })),
  ),
  ...smallTalk.map(said => ({ key: 'small_talk', features: featuresOf(said) })),
  ...elsewhere.map(said => ({ key: 'other', features: featuresOf(said) })),
]

export const intentOf = intentsOf(commands)
