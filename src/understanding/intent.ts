/** What is wanted, among the table of commands: learned from each entry's own words and examples, so that a new command needs no change here. */
import { commands } from '../commands.ts'
import { fold } from './fold.ts'
import { bare, tokensOf } from './tokens.ts'

/** Words that say nothing of what is wanted. */
const empty = new Set(
  'the a an is are of to in on at for and or please can you could me my our we i it this that do does did have has be with from us your what who show list give tell send want need like would any all ما هل في من الي علي عن يا لو او ان هذا هذه لي لنا انا نحن اريد نريد ارجو يرجي كل بعد قبل هو هي ذلك تم قد لقد ارسل اعرض'.split(
    ' ',
  ),
)

/** Roots of a word as far as spelling goes: without particles and the commonest endings. */
export const stem = (f: string): string => {
  const b = bare(f)
  let s = b.at(-1) ?? f
  if (/^[a-z]/.test(s)) {
    if (s.length > 4) s = s.replace(/(ies)$/, 'y').replace(/(ing|ed|es|s)$/, '')
    return s
  }
  if (s.length > 4) s = s.replace(/(ات|ون|ين|نا|ها|هم|ي|ه)$/, '')
  return s
}

type Doc = { key: string; terms: Map<string, number>; phrases: string[][] }

/** The words of a text that say something, folded. */
export const wordsOf = (text: string): string[] =>
  tokensOf(text)
    .filter(t => t.kind === 'word' && !empty.has(t.f))
    .map(t => t.f)
const termsOf = (text: string): string[] => wordsOf(text).map(stem)

const docs: Doc[] = commands.map(c => {
  const terms = new Map<string, number>()
  const phrases: string[][] = []
  for (const w of [c.name.replace('-', ' '), c.title.ar, c.title.en, ...c.words.ar, ...c.words.en]) {
    phrases.push(tokensOf(w).map(t => stem(t.f)))
    for (const t of termsOf(w)) terms.set(t, Math.max(terms.get(t) ?? 0, 1))
  }
  for (const e of [...c.examples.ar, ...c.examples.en]) for (const t of termsOf(e)) terms.set(t, Math.max(terms.get(t) ?? 0, 0.5))
  return { key: c.key, terms, phrases }
})
const weights = new Map<string, number>()
for (const d of docs) for (const t of d.terms.keys()) weights.set(t, (weights.get(t) ?? 0) + 1)
const rarity = (t: string): number => Math.log(1 + docs.length / (weights.get(t) ?? docs.length))

const smallTalk = new Set(
  [
    'thanks',
    'thank you',
    'thank you very much',
    'many thanks',
    'hi',
    'hello',
    'good morning',
    'good evening',
    'ok thanks',
    'great',
    'well done',
    'شكرا',
    'شكرا جزيلا',
    'مشكور',
    'مشكورين',
    'يعطيك العافيه',
    'يعطيكم العافيه',
    'السلام عليكم',
    'صباح الخير',
    'مساء الخير',
    'مرحبا',
    'هلا',
    'اهلا',
    'تسلم',
    'ممتاز',
    'الف شكر',
  ].map(fold),
)

/** One slip apart, for words of five letters and more. */
function near(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length < 5 || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  const rest = (x: string, n: number) => x.slice(i + n)
  return (
    rest(a, 1) === rest(b, 1) ||
    rest(a, 1) === rest(b, 0) ||
    rest(a, 0) === rest(b, 1) ||
    (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, 2) === rest(b, 2))
  )
}

/** How many words stand between those of a phrase, one at most between two of them ("move the NEXT meeting"); null where it is not said. */
function gapsOf(phrase: string[], said: string[]): number | null {
  let best: number | null = null
  for (let start = 0; start < said.length; start++) {
    let [at, gaps, k] = [start, 0, 0]
    for (; k < phrase.length; k++, at++) {
      if (said[at] === phrase[k]) continue
      if (k === 0 || said[at + 1] !== phrase[k]) break
      at++
      gaps++
    }
    if (k === phrase.length && (best === null || gaps < best)) best = gaps
  }
  return best
}

export type Intent = { key: string; sure: number; nearest: string[] }

export function intentOf(
  text: string,
  tells = { dated: /\d/.test(fold(text)), exact: true, titled: true, reference: /\b[a-z]-\d{4}-\d+/.test(fold(text)) },
): Intent {
  const folded = fold(text.slice(0, 600))
    .replace(/[.!؟?،,]+$/g, '')
    .trim()
  if (smallTalk.has(folded)) return { key: 'small_talk', sure: 1, nearest: [] }
  const words = tokensOf(text.slice(0, 600)).filter(t => t.kind === 'word')
  const all = words.map(t => stem(t.f))
  const terms = words.filter(t => !empty.has(t.f)).map(t => stem(t.f))
  const asks =
    /[?؟]\s*$/.test(text.trim()) ||
    /^(what|when|who|which|where|how|show|list|ما|ماذا|متي|من|منو|شنو|وش|اي|كم|هل|وين|اين|اعرض|ارسل)$/.test(words[0]?.f ?? '')
  // "Edit the book fair to 11 am" has a title and a time, and tells of nothing new.
  const corrects = docs.some(d => (d.key === 'edit' || d.key === 'withdraw') && d.phrases.some(p => p[0] !== undefined && p[0] === all[0]))
  const scores = docs.map(d => {
    let score = 0
    for (const t of terms) {
      let w = d.terms.get(t)
      if (w === undefined) for (const k of d.terms.keys()) if (near(t, k)) w = (d.terms.get(k) ?? 0) * 0.8
      if (w !== undefined) score += w * rarity(t)
    }
    let phrase = 0
    for (const p of d.phrases) {
      if (p.length === 0) continue
      const gaps = gapsOf(p, all)
      if (gaps !== null) phrase = Math.max(phrase, p.length * 1.6 - gaps * 0.4 + (p.length === all.length ? 3 : 0))
    }
    score += phrase
    if (d.key === 'submit') {
      if (tells.dated && tells.titled && !asks && !corrects) score += tells.exact ? 4 : 1.5
      if (asks) score -= 3
    }
    if ((d.key === 'edit' || d.key === 'withdraw') && tells.reference) score += 2
    if ((d.key === 'edit' || d.key === 'withdraw') && tells.dated && !tells.reference && !asks && phrase < 3) score -= 2
    if (['plan', 'priorities', 'meeting', 'missing'].includes(d.key) && asks) score += 0.8
    return { key: d.key as string, score }
  })
  scores.sort((a, b) => b.score - a.score)
  const [first, second] = scores
  const nearest = scores.slice(0, 2).map(s => s.key)
  if (!first || first.score < 1.8) return { key: 'other', sure: 0, nearest }
  const lead = (first.score - (second?.score ?? 0)) / first.score
  return {
    key: first.key,
    sure: Math.min(1, 0.55 + lead * 0.5 + Math.min(first.score, 6) / 20),
    nearest: scores
      .filter(s => s.key !== first.key)
      .slice(0, 2)
      .map(s => s.key),
  }
}
