/** Which outlets a text names, by any of their names or by the host of a link; and what may be guessed of one that is not listed. Pure. */
import type { Level, Medium, Outlet } from '../model/coverage.ts'
import type { Language } from '../model/people.ts'
import { fold } from '../understanding/fold.ts'

type Word = { f: string; start: number; end: number }
const wordsIn = (text: string): Word[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}\u0640]+/gu)].map(m => ({ f: fold(m[0]), start: m.index, end: m.index + m[0].length }))

/** One outlet named in a text; `whole` where nothing else was said but a word for what it is. */
export type Named = { outlet: Outlet; start: number; end: number }

/** An index of outlets by the words of their names, and by their hosts. */
export type Known = {
  all: readonly Outlet[]
  names: ReadonlyMap<string, { words: string[]; outlet: Outlet }[]>
  hosts: ReadonlyMap<string, Outlet>
}

export function knownOf(all: readonly Outlet[]): Known {
  const names = new Map<string, { words: string[]; outlet: Outlet }[]>()
  const hosts = new Map<string, Outlet>()
  for (const outlet of all) {
    for (const name of [outlet.name.ar, outlet.name.en, ...outlet.also]) {
      const words = wordsIn(name ?? '').map(w => w.f)
      const [first] = words
      if (!first) continue
      names.set(first, [...(names.get(first) ?? []), { words, outlet }])
    }
    for (const d of outlet.domains) hosts.set(d, outlet)
  }
  for (const list of names.values()) list.sort((a, b) => b.words.length - a.words.length)
  return { all, names, hosts }
}

/** Whose site a host is: its own, or that of a name above it (`en.site.com`). */
export function ofHost(known: Known, host: string): Outlet | null {
  const parts = host.split('.')
  for (let i = 0; i < parts.length - 1; i++) {
    const found = known.hosts.get(parts.slice(i).join('.'))
    if (found) return found
  }
  return null
}

/** Particles written onto an Arabic name: «والأيام», «للوطن», «بتلفزيون». */
const particles = ['و', 'ف', 'ب', 'ل', 'وب', 'ول', 'وفي']
function bared(f: string): { f: string; cut: number }[] {
  const out = [{ f, cut: 0 }]
  for (const p of particles) if (f.startsWith(p) && f.length > p.length + 1) out.push({ f: f.slice(p.length), cut: p.length })
  if (f.startsWith('لل') && f.length > 3) out.push({ f: `ال${f.slice(2)}`, cut: 1 })
  if (f.startsWith('ولل') && f.length > 4) out.push({ f: `ال${f.slice(3)}`, cut: 2 })
  return out
}

/** Every outlet named in a text, the longest name first where two begin alike. */
export function namedIn(text: string, known: Known): Named[] {
  const words = wordsIn(text)
  const out: Named[] = []
  for (let i = 0; i < words.length; i++) {
    const found = at(text, words, i, known)
    if (!found) continue
    out.push(found.named)
    i = found.next - 1
  }
  return out
}

function at(text: string, words: Word[], i: number, known: Known): { named: Named; next: number } | null {
  const word = words[i]
  if (!word) return null
  for (const { f, cut } of bared(word.f)) {
    for (const name of known.names.get(f) ?? []) {
      const last = words[i + name.words.length - 1]
      if (!last) continue
      const fits = name.words.every((w, k) => {
        const here = words[i + k]
        const before = words[i + k - 1]
        if (!here || (k > 0 && (here.f !== w || !before))) return false
        return k === 0 || /^[\s\-‐‑'’_.]*$/.test(text.slice(before?.end, here.start))
      })
      if (fits) return { named: { outlet: name.outlet, start: word.start + cut, end: last.end }, next: i + name.words.length }
    }
  }
  return null
}

/** Words for what an outlet is, beside its name. */
const kinds: readonly [RegExp, Medium][] = [
  [/(?:^|\s)(?:ال)?(?:صحيفه|جريده|صحف|صحافه|يوميه)(?=\s|$)|\b(?:newspapers?|daily|gazette|press|papers?)\b/, 'print'],
  [/(?:^|\s)(?:ال)?(?:قناه|تلفزيون|تلفاز|فضاييه|قنوات)(?=\s|$)|\b(?:tv|television|channel)\b/, 'television'],
  [/(?:^|\s)(?:ال)?(?:اذاعه|راديو)(?=\s|$)|\b(?:radio|fm)\b/, 'radio'],
  [/(?:^|\s)(?:ال)?(?:وكاله|وكالات)(?=\s|$)|\b(?:news agency|agency|agencies|wires?)\b/, 'agency'],
  [/بودكاست|\bpodcasts?\b/, 'podcast'],
  [/(?:^|\s)(?:ال)?(?:حساب|منصات|تواصل|سوشيال)(?=\s|$)|\b(?:social media|social|account)\b/, 'social'],
  [/(?:^|\s)(?:ال)?(?:موقع|مواقع|مدونه|منصه|بوابه)(?=\s|$)|\b(?:web ?sites?|sites?|blogs?|portals?|online)\b/, 'news_site'],
]
const levelWords: readonly [RegExp, Level][] = [
  [/(?:^|\s)(?:ال)?(?:دوليه|دولي|عالميه|عالمي)(?=\s|$)|\b(?:international|global|world)\b/, 'international'],
  [/(?:^|\s)(?:ال)?(?:اقليميه|اقليمي|خليجيه|عربيه)(?=\s|$)|\b(?:regional|gulf press|gcc)\b/, 'regional'],
  [/(?:^|\s)(?:ال)?(?:محليه|محلي|وطنيه)(?=\s|$)|\b(?:local|national|domestic)\b/, 'local'],
]
const first = <V>(text: string, rows: readonly [RegExp, V][]): V | null => rows.find(([r]) => r.test(text))?.[1] ?? null
export const mediumIn = (text: string): Medium | null => first(fold(text), kinds)
export const levelIn = (text: string): Level | null => first(fold(text), levelWords)

/** Domains of two letters that are sold to anybody. */
const anybodys = new Set(['tv', 'me', 'co', 'io', 'ai', 'fm', 'cc', 'ly', 'to', 'gg'])

/** What may be said of an outlet nobody listed: by its own words, the heading it stood under, its domain. A guess, and shown as one. */
export function guess(
  name: string,
  of: { host: string | null; heading: string; region: string; language: Language | null },
): { medium: Medium; level: Level } {
  const medium = mediumIn(name) ?? mediumIn(of.heading) ?? 'news_site'
  const country = /\.([a-z]{2})$/.exec(of.host ?? '')?.[1]
  const abroad = country && !anybodys.has(country) && country !== of.region.toLowerCase()
  return { medium, level: levelIn(of.heading) ?? (abroad ? (of.language === 'ar' ? 'regional' : 'international') : 'local') }
}

/** A name without the word for what it is: «موقع نبض المنامة» is called «نبض المنامة». */
export const nameOnly = (said: string): string => {
  const bare = said
    .replace(/[«»"“”]/g, '')
    .replace(/^(?:and |in |on |by |also )?(?:the )?/i, '')
    .replace(/^(?:و|وفي |في |عبر |على )?(?=(?:موقع|صحيفة|جريدة|قناة|مدونة|منصة|بوابة)\s)(?:موقع|صحيفة|جريدة|قناة|مدونة|منصة|بوابة)\s+/u, '')
    .replace(/\s+(?:newspaper|website|site)$/i, '')
    .trim()
  return bare || said.trim()
}
