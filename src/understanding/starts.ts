/** What a rule can begin with, known when the rule is made: a choice of many rules tries only those that the word at hand may begin. */
import type { Word } from './lexicon.ts'
import type { Class } from './words/book.ts'

export type Starts = {
  classes: ReadonlySet<Class>
  /** Words and signs as they are written. */
  written: ReadonlySet<string>
  number: boolean
  /** Reads nothing too, so that what follows it may begin as well. */
  empty: boolean
  /** Not known: always tried. */
  any: boolean
}

const none: Starts = { classes: new Set(), written: new Set(), number: false, empty: false, any: false }
export const anything: Starts = { ...none, any: true }
export const nothing: Starts = { ...none, empty: true }
export const aClass = (c: Class): Starts => ({ ...none, classes: new Set([c]) })
export const aWord = (written: readonly string[]): Starts => ({ ...none, written: new Set(written) })
export const aNumber: Starts = { ...none, number: true }

export const either = (all: readonly Starts[]): Starts => ({
  classes: new Set(all.flatMap(s => [...s.classes])),
  written: new Set(all.flatMap(s => [...s.written])),
  number: all.some(s => s.number),
  empty: all.some(s => s.empty),
  any: all.some(s => s.any),
})

/** One after the other: those of the first, and of the next as long as all before it may read nothing. */
export function inOrder(all: readonly Starts[]): Starts {
  const at = all.findIndex(s => !s.empty)
  const first = either(at < 0 ? all : all.slice(0, at + 1))
  return { ...first, empty: at < 0 }
}

export function mayStart(s: Starts, word: Word | undefined): boolean {
  if (s.any || s.empty) return true
  if (word === undefined) return false
  if (word.kind === 'number') return s.number
  if (s.written.has(word.f)) return true
  for (const x of word.senses) if (s.classes.has(x.class)) return true
  return false
}
