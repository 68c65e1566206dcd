/** A sentence that asks for a briefing, read into its fields: what is presented, by whom, for how many minutes, and a link. Pure. */

import { capital } from '../dialogue/fields.ts'
import { numbers } from '../understanding/lexicon.ts'
import { lookUp, type Token, tokensOf } from '../understanding/tokens.ts'
import {
  afterLength,
  beforeLength,
  hourWords,
  leads,
  minuteWords,
  named,
  noNames,
  presents,
  shares,
  tens,
  titles,
  we,
  willPresent,
} from './briefing-phrases.ts'

/** Null where the sentence does not say it. `titled`: the title was named as such. */
export type Said = { title: string | null; titled: boolean; presenter: string | null; minutes: number | null; link: string | null }
/** Of the text, in characters. */
type Span = { start: number; end: number }

/** A request is no longer; what comes after is not read for it, in characters. */
const readable = 600

const phraseAt = (t: readonly Token[], i: number, phrases: readonly string[][]): number => {
  for (const p of phrases) if (p.every((w, k) => t[i + k]?.f === w)) return i + p.length
  return -1
}

/** Where a length is said, and how many minutes. */
function lengthIn(t: readonly Token[]): (Span & { minutes: number }) | null {
  for (const [i, token] of t.entries()) {
    const value =
      token.kind === 'number' ? token.n : (shares.get(token.f) ?? (token.kind === 'word' ? lookUp(numbers, token.f) : undefined))
    if (value === undefined) continue
    let next = i + 1
    let n = value
    if (shares.has(token.f)) {
      while (t[next]?.f === 'of' || t[next]?.f === 'an' || t[next]?.f === 'a') next++
      if (!hourWords.has(t[next]?.f ?? '')) continue
    } else {
      if (n < 10 && tens.has(t[next]?.f ?? '')) {
        n += 10
        next++
      }
      if (t[next]?.f === '-') next++
      if (!minuteWords.has(t[next]?.f ?? '')) continue
    }
    let first = i
    while (first > 0 && beforeLength.has(t[first - 1]?.f ?? '')) first--
    while (afterLength.has(t[next + 1]?.f ?? '')) next++
    return { start: t[first]?.start ?? 0, end: t[next]?.end ?? 0, minutes: n }
  }
  return null
}

/** Where a stretch of words ends: at a sign that ends it, or where something else was found. */
function endOf(t: readonly Token[], from: number, taken: readonly Span[], stops: readonly string[][]): number {
  let i = from
  for (; i < t.length; i++) {
    const token = t[i] as Token
    if (taken.some(s => token.start >= s.start && token.start < s.end)) break
    if (i > from && phraseAt(t, i, stops) > 0) break
    if (token.kind !== 'sign') continue
    // "Dr.", «د.», "3.5", "B-12", "Children's"
    if (token.f === '.' && (titles.has(t[i - 1]?.f ?? '') || t[i + 1]?.tight)) continue
    if (/^[,،;؛.!?؟:\n]$/.test(token.f) || ((token.f === '-' || token.f === '–') && !token.tight)) break
  }
  return i
}

const cut = (text: string, t: readonly Token[], from: number, to: number): string =>
  text
    .slice(t[from]?.start ?? 0, t[to - 1]?.end ?? 0)
    .replace(/^["“«']+|["”»']+$/g, '')
    .trim()

/** Words that end a title or a name though they belong to neither. */
const trailing = /(?:[\s,،]+(?:and|with|at|in|for|please|thanks|thank you|و|في|من|مع|شكرا|شكراً|لو سمحتم|رجاء|رجاءً))+$/iu
/** The meeting itself is no part of what is presented in it. */
const inMeeting =
  /\s+(?:(?:at|in|during|for|to)\s+(?:the|our|this)?\s*(?:next|coming|upcoming|december|january)?\s*(?:periodic|network|monthly)?\s*(?:meeting|session)|(?:in|at|في|خلال|ضمن)?\s*(?:الاجتماع|اجتماعنا|الاجتماع)(?:\s+(?:القادم|المقبل|الدوري|الشهري|الجاي))*)\s*$/iu

const tidy = (said: string): string | null => {
  const t = said.replace(inMeeting, '').replace(trailing, '').trim()
  return /[\p{L}]{2}/u.test(t) ? t : null
}

export function readBriefing(whole: string): Said {
  const text = whole.slice(0, readable)
  const t = tokensOf(text)
  const taken: Span[] = []
  const url = /(?:https?:\/\/|www\.)\S+/iu.exec(text)
  const link = url ? url[0].replace(/[.,،)»"']+$/, '') : null
  if (url) taken.push({ start: url.index, end: url.index + url[0].length })
  const length = lengthIn(t)
  if (length) taken.push(length)
  const presenter = presenterIn(text, t, taken)
  if (presenter) taken.push(presenter)
  const title = titleIn(text, t, taken)
  return {
    title: title?.said ?? null,
    titled: title?.titled ?? false,
    presenter: presenter?.said ?? null,
    minutes: length?.minutes ?? null,
    link,
  }
}

function presenterIn(text: string, t: readonly Token[], taken: readonly Span[]): (Span & { said: string }) | null {
  for (let i = 0; i < t.length; i++) {
    const after = phraseAt(t, i, presents)
    if (after < 0) continue
    let from = after
    while (t[from]?.f === ':' || t[from]?.f === 'is') from++
    const first = t[from]
    if (first?.kind !== 'word' || noNames.has(first.f)) continue
    const to = endOf(t, from, taken, [
      ...named,
      ['for'],
      ['on'],
      ['about'],
      ['عن'],
      ['حول'],
      ['لمده'],
      ['and'],
      ['link'],
      ['الرابط'],
      ['ورابط'],
      ['رابط'],
      ['من'],
      ['from'],
    ])
    // "by next week" is no name; "by Dr Salman" and "by Sara Ali" are.
    if (t[i]?.f === 'by' && !titles.has(first.f) && !/^\p{Lu}/u.test(text.slice(first.start))) continue
    const said = tidy(cut(text, t, from, to))
    if (said) return { start: t[i]?.start ?? 0, end: t[to - 1]?.end ?? 0, said }
  }
  // "Dr Salman will present the smart clinic"
  for (let i = 1; i < t.length; i++) {
    if (phraseAt(t, i, willPresent) < 0) continue
    let from = i
    while (from > 0 && t[from - 1]?.kind === 'word' && !we.has(t[from - 1]?.f ?? '')) from--
    if (t[from - 1]?.f === '.' && titles.has(t[from - 2]?.f ?? '')) from -= 2
    const said = from < i ? tidy(cut(text, t, from, i)) : null
    if (said && i - from <= 6) return { start: t[from]?.start ?? 0, end: t[i - 1]?.end ?? 0, said }
  }
  // «يقدم الدكتور سلمان عرضاً موجزاً عن …»
  for (let i = 0; i < t.length - 1; i++) {
    if (!['يقدم', 'تقدم', 'سيقدم', 'ستقدم'].includes(t[i]?.f ?? '') || !titles.has(t[i + 1]?.f ?? '')) continue
    const to = endOf(t, i + 1, taken, [['عرضا'], ['عرض'], ['عن'], ['حول']])
    const said = tidy(cut(text, t, i + 1, to))
    if (said) return { start: t[i]?.start ?? 0, end: t[to - 1]?.end ?? 0, said }
  }
  return null
}

function titleIn(text: string, t: readonly Token[], taken: readonly Span[]): { said: string; titled: boolean } | null {
  const quoted = /["“«]([^"”»]{3,200})["”»]/u.exec(text)
  if (quoted?.[1]) return { said: quoted[1].trim(), titled: true }
  for (const [phrases, titled] of [
    [named, true],
    [leads, false],
  ] as const)
    for (let i = 0; i < t.length; i++) {
      const after = phraseAt(t, i, phrases)
      if (after < 0 || taken.some(s => (t[i]?.start ?? 0) >= s.start && (t[i]?.start ?? 0) < s.end)) continue
      let from = after
      while (t[from]?.kind === 'sign' && /[:\-–]/.test(t[from]?.f ?? '')) from++
      // "to present a briefing on …": what comes after names it.
      if (
        !titled &&
        /^(?:(?:a|an|our|short|brief|quick|عرضا?|موجزا?)\s+)+(?:briefing|presentation|عرض|موجز)?/iu.test(text.slice(t[from]?.start ?? 0)) &&
        phraseLater(t, from)
      )
        continue
      const said = tidy(cut(text, t, from, endOf(t, from, taken, [...presents.filter(p => p[0] !== 'by'), ['by', 'dr'], ['لمده']])))
      if (said && [...said].length >= 3) return { said: capital(said).slice(0, 200), titled }
    }
  return null
}

/** Whether a later word leads to a title too. */
const phraseLater = (t: readonly Token[], from: number): boolean => {
  for (let i = from; i < Math.min(t.length, from + 5); i++) if (phraseAt(t, i, leads) > 0) return true
  return false
}
