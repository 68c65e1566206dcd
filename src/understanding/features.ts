/** What a sentence is compared by: its words as far as spelling goes, neighbours, letters (so that a slip costs little) and tells such as a question or a reference. */
import { conceptsOf } from './concepts.ts'
import { fold } from './fold.ts'
import { latinArabic } from './latin.ts'
import { isActivity } from './parts/kinds.ts'
import { isVerb } from './parts/verbs.ts'
import { isDayWord, isMonthWord, isNextWord } from './time-words.ts'
import { bare, type Token, tokensOf } from './tokens.ts'

/** Characters of a sentence that are looked at: what is wanted is said early. */
const looked = 400

/** A word without particles and the commonest endings. */
export function stem(f: string): string {
  let s = bare(f).at(-1) ?? f
  if (/^[a-z]/.test(s)) {
    if (s.length > 4) s = s.replace(/ies$/, 'y').replace(/(?:ing|ed|es|s)$/, '')
    return s
  }
  if (s.length > 4) s = s.replace(/(?:ات|ون|ين|نا|ها|هم|كم|وا|ي|ه)$/, '')
  return s
}

const asking = new Set(
  'what when who which where how whats whos is are do does did can has have any ما ماذا متي من منو مين شنو شو وش ايش اي كم هل وين اين شلون كيف ليش لماذا'.split(
    ' ',
  ),
)

/** A token as it is compared: numbers, days and months are alike among themselves. */
function term(t: readonly Token[], i: number): string {
  const x = t[i]
  if (!x) return ''
  if (x.kind === 'number') return '<n>'
  if (isDayWord(x.f)) return '<day>'
  if (isMonthWord(x.f)) return '<month>'
  // "when's", "who's", "tomorrow's".
  return stem(x.f.replace(/'s$/, ''))
}

/** The terms of a sentence. Words that are English too ("min", "fi") are Arabic only where another is. */
function termsOf(t: readonly Token[]): string[] {
  const out: string[] = []
  const arabic = t.map((_, i) => latinArabic(t, i))
  const sure = arabic.filter(a => a !== null).length * 2 > t.length
  for (let i = 0; i < t.length; ) {
    const said = sure ? arabic[i] : null
    out.push(said && !isDayWord(t[i]?.f ?? '') ? stem(said.word) : term(t, i))
    i = said?.next ?? i + 1
  }
  return out
}

/** What the words mean, in their order and together. */
function addConcepts(t: readonly Token[], add: (name: string, weight: number) => void): void {
  const found: string[][] = []
  t.forEach((x, i) => {
    const said = latinArabic(t, i)?.word ?? x.f
    const meant = x.kind === 'number' ? [] : [...conceptsOf(said)]
    if (meant.length === 0 && x.kind !== 'number') {
      if (isActivity(t, i)) meant.push('activity')
      else if (isDayWord(x.f) || isMonthWord(x.f)) meant.push('dated')
    }
    if (meant.length > 0 && found.length < mostConcepts) found.push(meant)
  })
  found.forEach((all, i) => {
    for (const c of all) {
      add(`k ${c}`, 1)
      for (const before of found[i - 1] ?? ['']) add(`kb ${before} ${c}`, 0.8)
    }
  })
  const kinds = [...new Set(found.flat())].sort()
  kinds.forEach((a, i) => {
    for (const b of kinds.slice(i + 1)) add(`kp ${a} ${b}`, 0.8)
  })
}
const mostConcepts = 12

const isQuestion = (said: string, t: readonly Token[]): boolean =>
  /[?؟]\s*$/.test(said.trim()) || asking.has(latinArabic(t, 0)?.word ?? (t[0]?.f ?? '').replace(/'s$/, ''))
/** Whether a text asks something. */
export const asks = (text: string): boolean => isQuestion(text.slice(0, looked), tokensOf(text.slice(0, looked)))

/** A form of file that is named; "word" alone is any word. */
const inFile = /\b(excel|xlsx|docx|spreadsheet|word (file|document|doc)|(in|as) (a )?word)\b|اكسل|اكسيل|وورد|(^| )(ك|ب)?ملف( |$)/

export type Features = Map<string, number>

export function featuresOf(text: string): Features {
  const out: Features = new Map()
  const add = (name: string, weight: number) => out.set(name, (out.get(name) ?? 0) + weight)
  const said = text.slice(0, looked)
  const t = tokensOf(said).filter(x => x.kind !== 'sign')
  const terms = termsOf(t)
  terms.forEach((w, i) => {
    add(`w ${w}`, 1)
    if (i > 0) add(`b ${terms[i - 1]} ${w}`, 0.7)
    if (i === 0) add(`^ ${w}`, 0.8)
    if (i === 1) add(`^^ ${terms[0]} ${w}`, 0.5)
    if (w[0] === '<') return
    const padded = ` ${w} `
    for (let n = 3; n <= 4; n++) for (let k = 0; k + n <= padded.length; k++) add(`c ${padded.slice(k, k + n)}`, 0.3)
  })
  if (isQuestion(said, t)) add('asks', 1.2)
  const [, letter] = /\b([a-z])-\d{4}-\d{3,6}\b/.exec(fold(said)) ?? []
  if (letter) {
    add('reference', 1)
    add(`reference ${letter}`, 2)
  }
  if (inFile.test(fold(said))) add('file', 2)
  if (/https?:\/\/|www\./i.test(said)) add('link', 2)
  if (terms.includes('<day>') || terms.includes('<month>')) add('dated', 0.8)
  addConcepts(t, add)
  const activities = t.filter((_, i) => isActivity(t, i)).length
  if (activities > 0) add('activity', 1)
  // An activity and its day, and no question: that is how activities are told.
  if (activities > 0 && (terms.includes('<day>') || terms.includes('<month>') || t.some(x => isNextWord(x.f))) && !out.has('asks'))
    add('told', 1.5)
  if (t.slice(0, 2).some(x => isVerb(x.f))) add('announces', 1)
  add(t.length <= 2 ? 'short' : t.length >= 9 ? 'long' : 'middling', 0.6)
  return out
}
