/** What a sentence says of a file: its format, and the language or both. Pure. */
import type { Language } from '../model/people.ts'
import { fold } from '../understanding/fold.ts'
import { type Format, formats, type What } from './formats.ts'

export type Chosen = Language | 'both'
const both =
  /\bboth\b|bilingual|arabic and english|english and arabic|باللغتين|اللغتين|بالعربيه والانجليزيه|بالانجليزيه والعربيه|عربي وانجليزي|عربي انجليزي/
const arabic = /\barabic\b|بالعربي|باللغه العربيه|نسخه عربيه|العربيه/
const english = /\benglish\b|بالانجليزي|باللغه الانجليزيه|نسخه انجليزيه|الانجليزيه/

export function languageSaid(text: string): Chosen | null {
  const said = fold(text)
  if (both.test(said) || (arabic.test(said) && english.test(said))) return 'both'
  return arabic.test(said) ? 'ar' : english.test(said) ? 'en' : null
}

const network = /\bfor (everybody|everyone|the (whole |entire )?network|distribution|circulation)\b|للشبكه( كلها| كامله)?|للتوزيع|للجميع/
/** Whether it is to hold what the whole network may see, whoever asks. */
export const networkSaid = (text: string): boolean => network.test(fold(text))

export function formatSaid(text: string, kind: What['kind']): Format | null {
  const said = fold(text)
  return formats.find(f => f.of.includes(kind) && f.said.test(said)) ?? null
}

/** The languages of the network that are meant, the person's own first. */
export function languagesOf(chosen: Chosen, own: Language, network: readonly Language[]): readonly Language[] {
  if (chosen !== 'both') return [chosen]
  return [own, ...network.filter(l => l !== own)].filter(l => network.includes(l))
}
