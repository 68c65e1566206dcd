/**
 * A text as runs of one direction each. Word orders a line by the direction its runs say and knows nothing of the marks that isolate a name in chat
 * (U+2068, U+2069), and may draw Western digits of an Arabic run as Arabic ones: so each piece that reads the other way is a run of its own. Readers
 * that order by the letters themselves come to the same line. Pure.
 */
import type { Language } from '../model/people.ts'

export type Run = { text: string; rtl: boolean }

const fsi = '\u2068'
const pdi = '\u2069'
/** Marks that have a direction and no shape: they hold what has none at a piece's end (a bracket, a full stop) to that piece. */
const lrm = '\u200e'
const rlm = '\u200f'

const arabic = /\p{Script=Arabic}/u
const letter = /\p{L}/u
const strays = /[\u2066-\u2069\u202a-\u202e]/g

/** A stretch of Latin (with the digits and signs between its words), or Western digits with the signs that stand inside a number. */
const leftward = /\p{Script=Latin}(?:[^\p{Script_Extensions=Arabic}]*[\p{Script=Latin}\d])?|\d(?:[\d.,:]*\d)?/gu
const rightward = /\p{Script_Extensions=Arabic}(?:[^\p{Script=Latin}\d]*\p{Script_Extensions=Arabic})?/gu

/** Control characters have no place in XML. */
const unwritable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g

/** A time and its half of the day stay on one line. */
const clock = /(:[\d٠-٩]{2}) (am|pm|صباحاً|ظهراً|مساءً)/g

/** Pieces that were isolated, and the text between them. */
function pieces(text: string): { text: string; isolated: boolean }[] {
  const out: { text: string; isolated: boolean }[] = []
  let depth = 0
  let from = 0
  const put = (to: number, isolated: boolean) => {
    const piece = text.slice(from, to).replace(strays, '')
    if (piece) out.push({ text: piece, isolated })
  }
  for (let i = 0; i < text.length; i++) {
    if (text[i] === fsi && depth++ === 0) {
      put(i, false)
      from = i + 1
    } else if (text[i] === pdi && depth > 0 && --depth === 0) {
      put(i, true)
      from = i + 1
    }
  }
  put(text.length, depth > 0)
  return out
}

/** The direction of the first letter that has one; null where there is none. */
export const directionOf = (text: string): 'rtl' | 'ltr' | null => {
  for (const c of text) if (letter.test(c)) return arabic.test(c) ? 'rtl' : 'ltr'
  return null
}

/** Splits a text of one base direction where it turns. */
function turns(text: string, rtl: boolean): Run[] {
  const out: Run[] = []
  let at = 0
  for (const found of text.matchAll(rtl ? leftward : rightward)) {
    if (found.index > at) out.push({ text: text.slice(at, found.index), rtl })
    out.push({ text: found[0], rtl: !rtl })
    at = found.index + found[0].length
  }
  if (at < text.length) out.push({ text: text.slice(at), rtl })
  return out
}

/** The runs of a paragraph in `language`. A name that reads the other way is one run, held together at its ends. */
export function runsOf(text: string, language: Language): Run[] {
  const base = language === 'ar'
  const runs = pieces(text.replace(unwritable, '').replace(clock, '$1\u00a0$2')).flatMap(piece => {
    const direction = piece.isolated ? directionOf(piece.text) : null
    if (direction === null || (direction === 'rtl') === base) return turns(piece.text, base)
    const mark = direction === 'rtl' ? rlm : lrm
    const held = `${/^[\p{L}]/u.test(piece.text) ? '' : mark}${piece.text}${/[\p{L}\d]$/u.test(piece.text) ? '' : mark}`
    return [{ text: held, rtl: direction === 'rtl' }]
  })
  const out: Run[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (last && last.rtl === run.rtl) last.text += run.text
    else out.push({ ...run })
  }
  return out
}
