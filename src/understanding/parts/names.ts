/** Names the network knows — organizations, places, cities — found in a text with slips of typing and with or without «وزارة», "Ministry of". */
import type { Context } from '../../model/meaning.ts'
import { fold } from '../fold.ts'
import { kept } from '../kept.ts'
import { bare, type Token } from '../tokens.ts'
import { farCities } from './cities.ts'

export type Known = 'organization' | 'venue' | 'city'
/** A name found: what it names, the token after it, whether the whole official name stood there (and no short one of a single word). */
export type Found = { what: Known; name: string; next: number; whole: boolean }

type Entry = { words: string[]; what: Known; name: string; whole: boolean }

/** Kinds of bodies that people leave out when they name one. */
const bodies = /^(?:وزاره|هييه|الهييه|مجلس|موسسه|the|ministry of|authority for|authority of|department of) /

const entriesOf = (names: Context['names']): Entry[] => {
  const out: Entry[] = []
  const add = (name: string, said: string, what: Known, whole: boolean) => {
    const words = fold(said).match(/[\p{L}\p{N}]+/gu) ?? []
    if (words.length > 0) out.push({ words, what, name, whole: whole && words.length > 1 })
  }
  for (const o of names.organizations) {
    const name = o.names[0] ?? ''
    for (const n of o.names) {
      add(name, n, 'organization', true)
      const short = fold(n).replace(bodies, '')
      if (short !== fold(n)) {
        add(name, short, 'organization', false)
        // "the health ministry", "ministry of health", «وزارة الصحة» whichever way the network wrote it.
        if (/^ministry of /.test(fold(n)) && !short.includes(' ')) add(name, `${short} ministry`, 'organization', true)
      }
    }
  }
  for (const v of names.venues) add(v, v, 'venue', true)
  for (const c of new Set([...names.cities, ...farCities])) add(c, c, 'city', true)
  return out
}

/** Without the article, so that «المعارض» and «معارض» stand together. */
const core = (w: string): string => (w.startsWith('ال') && w.length > 4 ? w.slice(2) : w)

type Index = Map<string, Entry[]>
/** Networks whose names are kept ready. */
const mostNetworks = 50

const indexOf = kept(mostNetworks, (names: Context['names']): Index => {
  const index: Index = new Map()
  for (const e of entriesOf(names)) {
    const key = core(e.words[0] ?? '').slice(0, 1)
    const list = index.get(key)
    if (list) list.push(e)
    else index.set(key, [e])
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length)
  return index
})

/** The names that begin at each token, the longest first. Hyphens within a name count for nothing. */
export function namesIn(t: readonly Token[], context: Context): Found[][] {
  const index = indexOf(context.names)
  return t.map((x, i) => {
    if (x.kind !== 'word') return []
    const found: Found[] = []
    const spellings = [...new Set(bare(x.f).map(core))]
    for (const key of new Set(spellings.map(w => w.slice(0, 1))))
      for (const e of index.get(key) ?? []) {
        const first = core(e.words[0] ?? '')
        // A city is one short word, and many a word of a title is a slip away from one: «الأحياء» is not «الأحساء».
        if (!(e.what === 'city' && e.words.length === 1 ? isCity(x.f, e.words[0] ?? '') : spellings.some(w => slip(w, first)))) continue
        const next = follow(t, i + 1, e.words)
        if (next !== null) found.push({ what: e.what, name: e.name, next, whole: e.whole })
      }
    return found.sort((a, b) => b.next - a.next)
  })
}

/** A city of one word is written with its article: «خبر» is no «الخبر». */
const isCity = (f: string, city: string): boolean => bare(f).some(b => b === city || (!city.startsWith('ال') && core(b) === city))

function follow(t: readonly Token[], from: number, words: string[]): number | null {
  let j = from
  for (let k = 1; k < words.length; k++) {
    if (t[j]?.f === '-' && t[j]?.tight) j++
    const want = words[k] ?? ''
    const f = t[j]?.f
    if (f === undefined || !slip(core(f), core(want))) return null
    j++
  }
  return j
}

/** The same word, or one slip apart where it has five letters or more: one letter more, less, other, or two that changed places. */
export function slip(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  const rest = (w: string, n: number) => w.slice(i + n)
  return (
    rest(a, 1) === rest(b, 1) ||
    rest(a, 1) === rest(b, 0) ||
    rest(a, 0) === rest(b, 1) ||
    (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, 2) === rest(b, 2))
  )
}
