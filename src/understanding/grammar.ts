/**
 * A small grammar over words: a rule reads what stands at a place and says how far it read, or null. Rules look a bounded number of words ahead and
 * never back over what they read, so that reading a text takes time in proportion to its length.
 */
import type { Sense, Word } from './lexicon.ts'
import type { Class, Classes } from './words/book.ts'

export type Line = readonly Word[]
export type Read<T> = { value: T; next: number }
export type Rule<T> = (line: Line, at: number) => Read<T> | null

const senseAt = (line: Line, at: number, wanted: Class): Sense | undefined => {
  const senses = line[at]?.senses
  if (senses) for (const s of senses) if (s.class === wanted) return s
  return undefined
}

/** A word or phrase of a class; its value. */
export const is =
  <C extends Class>(wanted: C): Rule<Classes[C]> =>
  (line, at) => {
    const s = senseAt(line, at, wanted)
    return s ? { value: s.value as Classes[C], next: at + s.length } : null
  }

/** The same, with what is attached to it. */
export const sense =
  (wanted: Class, when: (s: Sense) => boolean = () => true): Rule<Sense> =>
  (line, at) => {
    for (const s of line[at]?.senses ?? []) if (s.class === wanted && when(s)) return { value: s, next: at + s.length }
    return null
  }

/** A word or sign as it is written, folded. */
export const text =
  (...written: readonly string[]): Rule<string> =>
  (line, at) => {
    const f = line[at]?.f
    return f !== undefined && written.includes(f) ? { value: f, next: at + 1 } : null
  }

/** A number in digits from `min` to `max`, of at most `digits` of them. */
export const number =
  (min: number, max: number, digits = 4): Rule<Word> =>
  (line, at) => {
    const w = line[at]
    return w?.kind === 'number' && w.n >= min && w.n <= max && w.end - w.start <= digits ? { value: w, next: at + 1 } : null
  }

/** Rules one after the other. */
export const seq =
  <T extends unknown[]>(...rules: { [K in keyof T]: Rule<T[K]> }): Rule<T> =>
  (line, at) => {
    const value: unknown[] = []
    let next = at
    for (const rule of rules as Rule<unknown>[]) {
      const read = rule(line, next)
      if (!read) return null
      value.push(read.value)
      next = read.next
    }
    return { value: value as T, next }
  }

/** The first that reads. */
export const alt =
  <T extends unknown[]>(...rules: { [K in keyof T]: Rule<T[K]> }): Rule<T[number]> =>
  (line, at) => {
    for (const rule of rules as Rule<T[number]>[]) {
      const read = rule(line, at)
      if (read) return read
    }
    return null
  }

/** The one that reads furthest; of equals the first. */
export const longest =
  <T>(...rules: readonly Rule<T>[]): Rule<T> =>
  (line, at) => {
    let best: Read<T> | null = null
    for (const rule of rules) {
      const read = rule(line, at)
      if (read && (!best || read.next > best.next)) best = read
    }
    return best
  }

export const opt =
  <T>(rule: Rule<T>): Rule<T | null> =>
  (line, at) =>
    rule(line, at) ?? { value: null, next: at }

/** As many as stand there, `max` at most. */
export const many =
  <T>(rule: Rule<T>, max: number): Rule<T[]> =>
  (line, at) => {
    const value: T[] = []
    let next = at
    while (value.length < max) {
      const read = rule(line, next)
      if (!read || read.next === next) break
      value.push(read.value)
      next = read.next
    }
    return { value, next }
  }

/** What a rule read, made into something else; null where that makes no sense. */
export const map =
  <T, U>(rule: Rule<T>, make: (value: T) => U | null): Rule<U> =>
  (line, at) => {
    const read = rule(line, at)
    if (!read) return null
    const value = make(read.value)
    return value === null ? null : { value, next: read.next }
  }

/** Reads nothing: true where the rule does not read. */
export const not =
  (rule: Rule<unknown>): Rule<true> =>
  (line, at) =>
    rule(line, at) ? null : { value: true, next: at }

/** Reads nothing: true where the rule reads. */
export const ahead =
  (rule: Rule<unknown>): Rule<true> =>
  (line, at) =>
    rule(line, at) ? { value: true, next: at } : null

/** Reads nothing: true where the word before is one the rule reads. */
export const behind =
  (rule: Rule<unknown>): Rule<true> =>
  (line, at) =>
    at > 0 && rule(line, at - 1)?.next === at ? { value: true, next: at } : null

/** A word or sign with no space before it. */
export const tight =
  <T>(rule: Rule<T>): Rule<T> =>
  (line, at) =>
    line[at]?.tight ? rule(line, at) : null

/** Reads nothing: true at the end of the text. */
export const end: Rule<true> = (line, at) => (at >= line.length ? { value: true, next: at } : null)

/** A rule named later: for the few that hold each other. */
export const later =
  <T>(rule: () => Rule<T>): Rule<T> =>
  (line, at) =>
    rule()(line, at)

/** "and", a comma, a slash; or a word that carries its own «و». */
const spelledAnd = map(seq(is('and'), opt(is('and'))), () => true as const)
const attachedAnd: Rule<true> = (line, at) => (line[at]?.senses.some(s => s.and) ? { value: true, next: at } : null)
export const and: Rule<true> = alt(spelledAnd, attachedAnd)

/** Whether the word at a place is none that a time is said with: a noun that what was read belongs to. */
export const noun: Rule<true> = (line, at) => {
  const w = line[at]
  return w && w.kind === 'word' && w.senses.length === 0 ? { value: true, next: at } : null
}
