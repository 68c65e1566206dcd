/**
 * A text whose pieces are claimed. Readers take their pieces one after the other; what is claimed is nobody else's, and what nobody claims is the title.
 * A name ends at a sign, at a claimed piece, at a word that opens another part, or at a verb.
 */
import type { Context } from '../model/meaning.ts'
import { type Found, namesIn } from './parts/names.ts'
import { isThird, isVerb } from './parts/verbs.ts'
import { at, type Phrases } from './phrases.ts'
import type { Token } from './tokens.ts'

export type Part = 'time' | 'aside' | 'embargo' | 'certainty' | 'label' | 'patron' | 'partners' | 'owner' | 'venue' | 'needs'

export type Sentence = {
  text: string
  t: Token[]
  context: Context
  /** Who claimed each token. */
  owner: (Part | null)[]
  /** Tokens that are signs between pieces, quotes and hyphens within names left out. */
  sign: boolean[]
  /** Tokens before which a line, or a cell of a table, begins. */
  line: boolean[]
  /** Names the network knows, by the token they begin at. */
  known: Found[][]
  /** Words that open a part: no name goes on past one. */
  opens: Phrases<unknown>[]
}

const signs = new Set([...',،;؛()[]|:•*=·'])
const dashes = new Set([...'-–—/'])
/** A dot behind these ends no sentence: H.E., Dr., «د.». */
const shortened = new Set(['dr', 'mr', 'mrs', 'eng', 'prof', 'st', 'gen', 'lt', 'no'])

export function sentenceOf(text: string, t: Token[], context: Context, opens: Phrases<unknown>[]): Sentence {
  const sign = t.map((x, i) => {
    if (x.kind !== 'sign') return false
    const before = t[i - 1]
    const tightAfter = t[i + 1]?.tight ?? false
    // "100,000", "6:30", "3.0".
    if (x.tight && tightAfter && before?.kind === 'number' && t[i + 1]?.kind === 'number') return false
    if (signs.has(x.f)) return true
    // "w/ the Ministry".
    if (x.f === '/' && before?.f === 'w') return false
    if (dashes.has(x.f)) return !(x.tight && tightAfter)
    if (x.f === '.') return !tightAfter && !(before !== undefined && (before.f.length === 1 || shortened.has(before.f)))
    return x.f === '!' || x.f === '?' || x.f === '؟'
  })
  quotes(t, sign)
  const line = t.map((x, i) => i > 0 && /[\n\t]/.test(text.slice(t[i - 1]?.end ?? 0, x.start)))
  return { text, t, context, owner: t.map(() => null), sign, line, known: namesIn(t, context), opens }
}

/** No sign within «…» or "…" parts anything. */
function quotes(t: readonly Token[], sign: boolean[]): void {
  const closing: Record<string, string> = { '«': '»', '"': '"' }
  for (let i = 0; i < t.length; i++) {
    const close = closing[t[i]?.f ?? '']
    if (!close) continue
    let end = i + 1
    while (end < i + longestQuote && end < t.length && t[end]?.f !== close) end++
    if (t[end]?.f !== close || end >= i + longestQuote) continue
    for (let k = i; k < end; k++) sign[k] = false
    i = end
  }
}
const longestQuote = 20

/** Claims tokens [i, j) that nobody has. */
export function claim(s: Sentence, i: number, j: number, part: Part): void {
  for (let k = i; k < j; k++) s.owner[k] ??= part
}

export const isFree = (s: Sentence, i: number, j: number): boolean => {
  for (let k = i; k < j; k++) if (s.owner[k] !== null) return false
  return j > i && j <= s.t.length
}

/** A piece ends before this token: at a sign, a new line, a claimed piece or the end of the text. */
export const parts = (s: Sentence, i: number): boolean => i >= s.t.length || (s.sign[i] ?? true) || (s.owner[i] ?? null) !== null
export const endsAt = (s: Sentence, i: number): boolean => parts(s, i) || (s.line[i] ?? false)
/** A piece begins at this token. */
export const beginsAt = (s: Sentence, i: number): boolean => i === 0 || parts(s, i - 1) || (s.line[i] ?? false)

export const opensPart = (s: Sentence, i: number): boolean => s.opens.some(p => at(p, s.t, i) !== null)

/** Most tokens of one name. */
const longestName = 16

/** Where the name that begins at a token ends. `stop` is asked of every further token. */
export function nameEnd(s: Sentence, i: number, stop: (k: number) => boolean = () => false): number {
  let j = i
  while (j < i + longestName && !parts(s, j)) {
    if (
      j > i &&
      (s.line[j] || opensPart(s, j) || isVerb(s.t[j]?.f ?? '') || isThird(s.t[j]?.f ?? '') || ends.has(s.t[j]?.f ?? '') || stop(j))
    )
      break
    j++
  }
  return j
}

/** Words after which no name goes on. */
const ends = new Set(
  'وذلك حيث الذي التي والذي والتي لمده ابتداء اعتبارا بدءا خلال بمناسبه بخصوص بشان ضمن بهدف ويعود ويخصص ويهدف ويشمل ويتضمن وتتضمن وتشمل ويصاحبه ويصاحبها ويستهدف ويتخلله ويتخللها goes comes which who that will is are was were starts start begins begin runs lasts until till re regarding about during featuring including starting beginning'.split(
    ' ',
  ),
)

/** The words of tokens [i, j) as they were written. */
export const written = (s: Sentence, i: number, j: number): string => s.text.slice(s.t[i]?.start ?? 0, s.t[j - 1]?.end ?? 0).trim()

/** Whether a token begins with a capital Latin letter. */
export const isCapital = (s: Sentence, i: number): boolean => {
  const x = s.t[i]
  return x !== undefined && /^\p{Lu}/u.test(s.text.slice(x.start, x.end))
}
