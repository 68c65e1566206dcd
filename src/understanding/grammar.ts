/**
 * A small grammar over words: a rule reads what stands at a place and says how far it read, or null. Rules look a bounded number of words ahead and
 * never back over what they read, so that reading a text takes time in proportion to its length.
 */
import type { Sense, Word } from './lexicon.ts'
import { aClass, aNumber, anything, aWord, either, inOrder, mayStart, nothing, type Starts } from './starts.ts'
import type { Class, Classes } from './words/book.ts'

export type Line = readonly Word[]
export type Read<T> = { value: T; next: number }
type Reads<T> = (line: Line, at: number) => Read<T> | null
/** `starts` is what it can begin with; a rule written by hand has none and is always tried. */
export type Rule<T> = Reads<T> & { starts?: Starts }

const startsOf = (rule: Rule<unknown>): Starts => rule.starts ?? anything
const made = <T>(starts: Starts, reads: Reads<T>): Rule<T> => Object.assign(reads, { starts })

/** A word or phrase of a class; its value. */
export const is = <C extends Class>(wanted: C): Rule<Classes[C]> =>
  made(aClass(wanted), (line, at) => {
    const word = line[at]
    if (word) for (const s of word.senses) if (s.class === wanted) return { value: s.value as Classes[C], next: at + s.length }
    return null
  })

/** The same, with what is attached to it. */
export const sense = (wanted: Class, when: (s: Sense) => boolean = () => true): Rule<Sense> =>
  made(aClass(wanted), (line, at) => {
    const word = line[at]
    if (word) for (const s of word.senses) if (s.class === wanted && when(s)) return { value: s, next: at + s.length }
    return null
  })

/** A word or sign as it is written, folded. */
export const text = (...written: readonly string[]): Rule<string> =>
  made(aWord(written), (line, at) => {
    const f = line[at]?.f
    return f !== undefined && written.includes(f) ? { value: f, next: at + 1 } : null
  })

/** A number in digits from `min` to `max`, of at most `digits` of them. */
export const number = (min: number, max: number, digits = 4): Rule<Word> =>
  made(aNumber, (line, at) => {
    const w = line[at]
    return w?.kind === 'number' && w.n >= min && w.n <= max && w.end - w.start <= digits ? { value: w, next: at + 1 } : null
  })

/**
 * A rule that many others try at the same place: what it read there is remembered for as long as the line is. With these at the joints of the
 * grammar no place is read twice by the same rule, which is what keeps the whole linear.
 */
export function memo<T>(rule: Rule<T>): Rule<T> {
  const known = new WeakMap<Line, (Read<T> | null | undefined)[]>()
  return made(startsOf(rule), (line, at) => {
    let reads = known.get(line)
    if (!reads) {
      reads = []
      known.set(line, reads)
    }
    const had = reads[at]
    if (had !== undefined) return had
    const read = rule(line, at)
    reads[at] = read
    return read
  })
}

/** Rules one after the other. */
export const seq = <T extends unknown[]>(...rules: { [K in keyof T]: Rule<T[K]> }): Rule<T> => {
  const parts = rules as readonly Rule<unknown>[]
  return made(inOrder(parts.map(startsOf)), (line, at) => {
    // Most rules end at their first part: nothing is made before it has read.
    let value: unknown[] | null = null
    let next = at
    for (const rule of parts) {
      const read = rule(line, next)
      if (!read) return null
      if (value) value.push(read.value)
      else value = [read.value]
      next = read.next
    }
    return { value: (value ?? []) as unknown as T, next }
  })
}

/** The first that reads. */
export const alt = <T extends unknown[]>(...rules: { [K in keyof T]: Rule<T[K]> }): Rule<T[number]> => {
  const each = (rules as readonly Rule<T[number]>[]).map(rule => ({ rule, starts: startsOf(rule) }))
  return made(either(each.map(e => e.starts)), (line, at) => {
    for (const { rule, starts } of each) {
      const read = mayStart(starts, line[at]) ? rule(line, at) : null
      if (read) return read
    }
    return null
  })
}

/** The one that reads furthest; of equals the first. */
export const longest = <T>(...rules: readonly Rule<T>[]): Rule<T> => {
  const each = rules.map(rule => ({ rule, starts: startsOf(rule) }))
  return made(either(each.map(e => e.starts)), (line, at) => {
    let best: Read<T> | null = null
    for (const { rule, starts } of each) {
      const read = mayStart(starts, line[at]) ? rule(line, at) : null
      if (read && (!best || read.next > best.next)) best = read
    }
    return best
  })
}

export const opt = <T>(rule: Rule<T>): Rule<T | null> => {
  const starts = startsOf(rule)
  return made({ ...starts, empty: true }, (line, at) => {
    const read = mayStart(starts, line[at]) ? rule(line, at) : null
    return read ?? ({ value: null, next: at } as Read<T | null>)
  })
}

/** As many as stand there, `max` at most. */
export const many = <T>(rule: Rule<T>, max: number): Rule<T[]> =>
  made({ ...startsOf(rule), empty: true }, (line, at) => {
    const value: T[] = []
    let next = at
    while (value.length < max) {
      const read = rule(line, next)
      if (!read || read.next === next) break
      value.push(read.value)
      next = read.next
    }
    return { value, next }
  })

/** What a rule read, made into something else; null where that makes no sense. */
export const map = <T, U>(rule: Rule<T>, make: (value: T) => U | null): Rule<U> =>
  made(startsOf(rule), (line, at) => {
    const read = rule(line, at)
    if (!read) return null
    const value = make(read.value)
    return value === null ? null : { value, next: read.next }
  })

/** What a rule read, looked at again together with what stands around it. */
export const look = <T, U>(rule: Rule<T>, again: (read: Read<T>, line: Line, at: number) => Read<U> | null): Rule<U> =>
  made(startsOf(rule), (line, at) => {
    const read = rule(line, at)
    return read && again(read, line, at)
  })

/** A rule of Arabic alone: not where a word in Latin letters stands. */
export const arabic = <T>(rule: Rule<T>): Rule<T> =>
  made(startsOf(rule), (line, at) => (/^[a-z]/.test(line[at]?.f ?? 'a') ? null : rule(line, at)))

/** Reads nothing: true where the rule does not read. */
export const not = (rule: Rule<unknown>): Rule<true> => made(nothing, (line, at) => (rule(line, at) ? null : { value: true, next: at }))

/** Reads nothing: true where the rule reads. */
export const ahead = (rule: Rule<unknown>): Rule<true> => made(nothing, (line, at) => (rule(line, at) ? { value: true, next: at } : null))

/** Reads nothing: true where the word before is one the rule reads. */
export const behind = (rule: Rule<unknown>): Rule<true> =>
  made(nothing, (line, at) => (at > 0 && rule(line, at - 1)?.next === at ? { value: true, next: at } : null))

/** A word or sign with no space before it. */
export const tight = <T>(rule: Rule<T>): Rule<T> => made(startsOf(rule), (line, at) => (line[at]?.tight ? rule(line, at) : null))

/** Reads nothing: true at the end of the text. */
export const end: Rule<true> = made(nothing, (line, at) => (at >= line.length ? { value: true, next: at } : null))

/** "and", a comma, a slash; or a word that carries its own «و». */
const spelledAnd = map(seq(is('and'), opt(is('and'))), () => true as const)
const attachedAnd: Rule<true> = (line, at) => (line[at]?.senses.some(s => s.and) ? { value: true, next: at } : null)
export const and: Rule<true> = alt(spelledAnd, attachedAnd)

/** An Arabic adjective of what was read: «اليوم العالمي», «العام الدراسي». */
export const adjective: Rule<true> = made(nothing, (line, at) => {
  const w = line[at]
  return w?.kind === 'word' && w.senses.length === 0 && (w.f.startsWith('ال') || w.f.startsWith('لل')) ? { value: true, next: at } : null
})

/** Whether the word at a place is none that a time is said with: a noun that what was read belongs to. */
export const noun: Rule<true> = made(nothing, (line, at) => {
  const w = line[at]
  return w && w.kind === 'word' && w.senses.length === 0 ? { value: true, next: at } : null
})

/** The article, where one stands. */
export const the = opt(is('the'))
