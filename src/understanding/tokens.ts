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

const pattern = /[0-9٠-٩۰-۹]+|[\p{L}\p{M}\u0640'’]+|[^\s]/gu

export function tokensOf(text: string): Token[] {
  const out: Token[] = []
  let last = -1
  for (const m of text.slice(0, readable).matchAll(pattern)) {
    const raw = m[0]
    const start = m.index
    const f = fold(raw).replace(/^'+|'+$/g, '')
    if (!f) continue
    const number = /^\d+$/.test(f)
    out.push({
      f,
      start,
      end: start + raw.length,
      kind: number ? 'number' : /[\p{L}]/u.test(f) ? 'word' : 'sign',
      n: number ? Number(f.slice(0, 9)) : Number.NaN,
      tight: start === last,
    })
    last = start + raw.length
  }
  return out
}

/** A word as it may stand behind attached particles: itself first, then without و ف ب ل ك and the article. */
export function bare(f: string): string[] {
  const out = [f]
  const push = (s: string) => {
    if (s.length > 1 && !out.includes(s)) out.push(s)
  }
  let s = f
  if (/^[وف]/.test(s) && s.length > 3) {
    s = s.slice(1)
    push(s)
  }
  if (s.startsWith('لل') && s.length > 4) push(s.slice(2))
  for (const at of [s, ...(/^[بلك]/.test(s) && s.length > 3 ? [s.slice(1)] : [])]) {
    push(at)
    if (at.startsWith('ال') && at.length > 4) push(at.slice(2))
  }
  return out
}

/** The first reading of a word that a table knows. */
export function lookUp<V>(table: ReadonlyMap<string, V>, f: string): V | undefined {
  for (const b of bare(f)) {
    const v = table.get(b)
    if (v !== undefined) return v
  }
  return undefined
}
