/** Which language a real sentence is in. Names, numbers, references and single words decide nothing: a conversation keeps its language through them. */
import { commands } from '../commands.ts'
import type { Language } from '../model/people.ts'
import { fold, hasArabic } from './fold.ts'
import { tokensOf } from './tokens.ts'

/** Little words that only a sentence has. */
const grammar = new Set(
  'the a an is are we i you our my to of in on at for and please what when who how show next this it no yes with will be was want need can do cancel skip back submit help'.split(
    ' ',
  ),
)
const arabicGrammar = new Set(
  'في من الي علي ما متي هل نحن لدينا هذا هذه ان لا نعم يوم مع كم اين ارجو يرجي نود نريد اريد شنو وين ابي متي كيف الساعه غدا'.split(' '),
)
const known = {
  ar: new Set(commands.flatMap(c => [c.title.ar, ...c.words.ar, ...c.examples.ar].map(w => fold(w).replace(/[?؟.!]+$/, '')))),
  en: new Set(commands.flatMap(c => [c.name, c.title.en, ...c.words.en, ...c.examples.en].map(w => fold(w).replace(/[?؟.!]+$/, '')))),
}

/** Characters that are looked at. */
const looked = 500

/** Whether two words or more are written, and all in Arabic letters: «صدى السنة». Within a conversation they may be a name. */
export function isArabicOnly(text: string): boolean {
  const words = tokensOf(text.slice(0, looked)).filter(t => t.kind === 'word')
  return words.length >= 2 && words.every(w => hasArabic(w.f))
}

export function languageOf(text: string): Language | null {
  // "Coverage of A-2026-0031: الأيام، رويترز": names behind the colon do not say in which language it was written.
  const head = /^([^:：\n]{6,120})[:：](?!\/\/)/u.exec(text)?.[1]
  return (head && wordsSay(head)) || wordsSay(text)
}

function wordsSay(text: string): Language | null {
  // An address is in no language.
  const said = text.slice(0, looked).replace(/(?:https?:\/\/|www\.)\S+/giu, ' ')
  const words = tokensOf(said).filter(t => t.kind === 'word')
  const arabic = words.filter(w => hasArabic(w.f))
  const latin = words.filter(w => /[a-z]/.test(w.f))
  const whole = fold(said)
    .replace(/[?؟.!]+$/, '')
    .trim()
  if (known.ar.has(whole)) return 'ar'
  if (known.en.has(whole)) return 'en'
  // A sentence with words of both is of the language whose words carry it.
  if (arabic.length >= 2 && (arabic.some(w => arabicGrammar.has(w.f)) || arabic.length >= 4) && arabic.length >= latin.length) return 'ar'
  if (latin.length >= 2 && latin.some(w => grammar.has(w.f)) && latin.length > arabic.length) return 'en'
  if (latin.length >= 4 && arabic.length === 0 && latin.filter(w => /^[a-z]/.test(said.slice(w.start, w.start + 1))).length >= 3)
    return 'en'
  return null
}
