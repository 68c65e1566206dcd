/** Tokens of a text: words, numbers and signs with their places, each folded, so that every stage reads the same and nothing backtracks. */
import { fold } from './fold.ts'

export type Token = {
  /** Folded. */
  f: string
  start: number
  end: number
  kind: 'word' | 'number' | 'sign'
  /** Of a number. */
  n: number
  /** True where no space stands before it. */
  tight: boolean
}

/** Most characters that are read of a text. */
export const readable = 2000
/** Most tokens of them: twice as many as people write in so many characters, and half of what letters and digits strung together would make. */
const mostTokens = 1000

/** Digits; letters, a digit among Latin ones being a letter of Arabic in Latin letters ("a7ad"); any other sign. */
const pattern = /[0-9٠-٩۰-۹]+|[a-z]+(?:[235679][a-z]+)+|[\p{L}\p{M}\u0640'’]+|[^\s]/giu

type Spelled = Pick<Token, 'f' | 'kind' | 'n'>

/** What was written, folded. */
function spelled(raw: string): Spelled {
  const f = fold(raw).replace(/^'+|'+$/g, '')
  if (/^\d+$/.test(f)) return { f, kind: 'number', n: Number(f.slice(0, 9)) }
  return { f, kind: /[\p{L}]/u.test(f) ? 'word' : 'sign', n: Number.NaN }
}

/** Most spellings kept: all the words that a network's people use, and far fewer than a hostile text could make. */
const mostKept = 5000
/** Longer ones are no words. */
const longestKept = 30
const kept = new Map<string, Spelled>()

/** Each stage reads the text anew, and the same words come again in every text: to fold them was a third of understanding. */
function asSpelled(raw: string): Spelled {
  const had = kept.get(raw)
  if (had) return had
  const made = spelled(raw)
  if (kept.size >= mostKept) kept.clear()
  if (raw.length <= longestKept) kept.set(raw, made)
  return made
}

export function tokensOf(text: string): Token[] {
  const out: Token[] = []
  let last = -1
  for (const m of text.slice(0, readable).matchAll(pattern)) {
    const raw = m[0]
    const start = m.index
    const { f, kind, n } = asSpelled(raw)
    if (!f) continue
    if (out.length === mostTokens) break
    out.push({ f, start, end: start + raw.length, kind, n, tight: start === last })
    last = start + raw.length
  }
  return out
}

/** What a word may be behind attached particles: «وبالأحد» is «الأحد» behind «و» and «ب». */
export type Form = { stem: string; and: boolean; prep: string; the: boolean }

/** The forms of a word: itself first, then without و ف, without ب ل ك and «هال», without the article. At most ten, none shorter than two letters. */
export function forms(f: string): Form[] {
  const out: Form[] = [{ stem: f, and: false, prep: '', the: f.startsWith('ال') }]
  const first = f.charCodeAt(0)
  if (f.length < 3 || first < 0x0621 || first > 0x064a) return out
  const add = (stem: string, and: boolean, prep: string, the: boolean) => {
    if (stem.length > 1 && !out.some(x => x.stem === stem)) out.push({ stem, and, prep, the })
  }
  const joined = (f[0] === 'و' || f[0] === 'ف') && f.length > 3
  for (const and of joined ? [false, true] : [false]) {
    const s = and ? f.slice(1) : f
    add(s, and, '', s.startsWith('ال'))
    if (s.startsWith('لل') && s.length > 4) {
      add(`ال${s.slice(2)}`, and, 'ل', true)
      add(s.slice(2), and, 'ل', true)
    }
    if (s.startsWith('هال') && s.length > 5) add(s.slice(3), and, 'ه', true)
    if ((s[0] === 'ب' || s[0] === 'ل' || s[0] === 'ك') && s.length > 3) {
      const rest = s.slice(1)
      add(rest, and, s[0], rest.startsWith('ال'))
      if (rest.startsWith('ال') && rest.length > 4) add(rest.slice(2), and, s[0], true)
    }
    if (s.startsWith('ال') && s.length > 4) add(s.slice(2), and, '', true)
  }
  return out
}

/** The spellings of those forms alone. */
export const bare = (f: string): string[] => forms(f).map(x => x.stem)

/** The first reading of a word that a table knows. */
export function lookUp<V>(table: ReadonlyMap<string, V>, f: string): V | undefined {
  for (const form of forms(f)) {
    const v = table.get(form.stem)
    if (v !== undefined) return v
  }
  return undefined
}
