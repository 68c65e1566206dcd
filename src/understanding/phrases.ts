/** Tables of words and phrases, folded, and finding them among tokens. One look at a token costs one look into a map: nothing backtracks. */
import { fold } from './fold.ts'
import type { Token } from './tokens.ts'

/** Words of both languages, each list the words or phrases of one part. */
export type Bilingual = { ar: readonly string[]; en: readonly string[] }

type Row<V> = { words: string[]; value: V }
export type Phrases<V = true> = ReadonlyMap<string, Row<V>[]>

const split = (phrase: string): string[] => fold(phrase).match(/[\p{L}\p{N}\p{M}']+|[^\s]/gu) ?? []

/** A table from phrases to values; the longest phrase of a first word comes first. */
export function table<V>(rows: Iterable<readonly [string, V]>): Phrases<V> {
  const map = new Map<string, Row<V>[]>()
  for (const [phrase, value] of rows) {
    const words = split(phrase)
    const first = words[0]
    if (first === undefined) continue
    const list = map.get(first)
    if (list) list.push({ words, value })
    else map.set(first, [{ words, value }])
  }
  for (const list of map.values()) list.sort((a, b) => b.words.length - a.words.length)
  return map
}

export const phrases = (...lists: Bilingual[]): Phrases =>
  table(lists.flatMap(l => [...l.ar, ...l.en].map(p => [p, true as const] as const)))

/** Words in one string, as tables of words are written. */
export const words = (list: string): string[] => list.split(/\s+/).filter(Boolean)
export const wordSet = (list: string): ReadonlySet<string> => new Set(words(list).map(fold))

/** What stands at a token: the value and the token after the phrase. A leading «و» (and) is looked through: «وبحضور». */
export function at<V>(p: Phrases<V>, t: readonly Token[], i: number): { value: V; next: number } | null {
  const f = t[i]?.f
  if (f === undefined) return null
  return under(p, t, i, f) ?? (f.length > 2 && f[0] === 'و' ? under(p, t, i, f.slice(1)) : null)
}

function under<V>(p: Phrases<V>, t: readonly Token[], i: number, first: string): { value: V; next: number } | null {
  for (const row of p.get(first) ?? [])
    if (row.words.every((w, k) => k === 0 || t[i + k]?.f === w)) return { value: row.value, next: i + row.words.length }
  return null
}
