/** The lexicon: every word of time of both languages by its spelling, and what each word of a text may be. */
import { fold } from './fold.ts'
import { forms, type Token, tokensOf } from './tokens.ts'
import { arabic } from './words/arabic.ts'
import type { Book, Class, Classes } from './words/book.ts'
import { english } from './words/english.ts'

/** One thing a word may be, with what is attached to it. `length` is how many tokens it takes. */
export type Sense = {
  class: Class
  value: Classes[Class]
  length: number
  /** Also an everyday word or a name. */
  weak: boolean
  /** Attached before it: «و», a preposition, the article. */
  and: boolean
  prep: string
  the: boolean
}
export type Word = Token & { senses: readonly Sense[] }

type Entry = { class: Class; value: Classes[Class]; weak: boolean; rest: readonly string[] }
type Lexicon = Map<string, Entry[]>

const addTo = (lexicon: Lexicon, entry: Omit<Entry, 'rest'>, words: readonly string[]): void => {
  const [first, ...rest] = words
  if (first === undefined) return
  const had = lexicon.get(first)
  if (had) had.push({ ...entry, rest })
  else lexicon.set(first, [{ ...entry, rest }])
}

/** A phrase as the tokens it is written with. */
const spelled = (phrase: string): string[] => tokensOf(phrase).map(t => t.f)

function build(books: readonly Book[]): Lexicon {
  const lexicon: Lexicon = new Map()
  for (const book of books)
    for (const [name, rows] of Object.entries(book))
      for (const [value, words] of rows)
        for (const written of words.split(' ')) {
          const weak = written.startsWith('~')
          addTo(lexicon, { class: name as Class, value, weak }, spelled(written.slice(weak ? 1 : 0).replaceAll('_', ' ')))
        }
  return lexicon
}
const lexicon = build([arabic, english])

/** Names of one text's own context (the network's holidays) beside the words of the language. */
export type Names = Lexicon
export function namesOf(rows: readonly { value: number; names: readonly string[] }[]): Names {
  const names: Names = new Map()
  for (const row of rows)
    for (const name of row.names)
      if (fold(name).length > 2) addTo(names, { class: 'holiday', value: row.value, weak: false }, spelled(name))
  return names
}

const none: readonly Sense[] = []

/** Each token with all that it may be: as it is written, else without what is attached to it. */
export function wordsOf(tokens: readonly Token[], names?: Names): Word[] {
  return tokens.map((token, i) => ({ ...token, senses: token.kind === 'number' ? none : sensesAt(tokens, i, names) }))
}

function sensesAt(tokens: readonly Token[], i: number, names: Names | undefined): readonly Sense[] {
  const token = tokens[i]
  if (!token) return none
  const out: Sense[] = []
  for (const form of forms(token.f)) {
    const before = out.length
    for (const source of names ? [lexicon, names] : [lexicon])
      for (const entry of source.get(form.stem) ?? []) {
        if (!entry.rest.every((w, k) => tokens[i + 1 + k]?.f === w)) continue
        out.push({
          class: entry.class,
          value: entry.value,
          length: 1 + entry.rest.length,
          weak: entry.weak,
          and: form.and,
          prep: form.prep,
          the: form.the,
        })
      }
    // What a word is as it stands wins over what it might be without its first letters; a phrase may begin either way.
    if (out.slice(before).some(s => s.length === 1)) break
  }
  // The longest phrase first: «اليوم التالي» before «اليوم».
  return out.length > 0 ? out.sort((a, b) => b.length - a.length) : none
}

/** The value of the first sense of a class that a word alone has. */
export function sayingOf<C extends Class>(f: string, wanted: C): Classes[C] | undefined {
  for (const form of forms(f))
    for (const e of lexicon.get(form.stem) ?? []) if (e.class === wanted && e.rest.length === 0) return e.value as Classes[C]
  return undefined
}

/** Numbers in words by their spelling: cardinals and ordinals. */
export const numbers: ReadonlyMap<string, number> = new Map(
  [...lexicon].flatMap(([word, entries]) =>
    entries
      .filter(e => (e.class === 'cardinal' || e.class === 'ordinal' || e.class === 'tens') && e.rest.length === 0 && Number(e.value) > 0)
      .map(e => [word, Number(e.value)] as const),
  ),
)
