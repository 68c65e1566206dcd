/** A name written in both languages at once: «يوم التأسيس / Founders' Day», "Founders' Day (يوم التأسيس)". Pure. */
import type { Bilingual } from '../model/people.ts'
import { hasArabic } from '../understanding/fold.ts'

/** Each part is put to the language of its letters; a slash may stand within a name too, so what is of one language stays together. */
export function inBoth(text: string): { ar?: string; en?: string } {
  const out: { ar?: string; en?: string } = {}
  const add = (part: string) => {
    const [name, language] = [part.trim(), hasArabic(part) ? 'ar' : 'en'] as const
    if (name) out[language] = out[language] ? `${out[language]} / ${name}` : name
  }
  const behind = /^([^()]+)\(([^()]+)\)\s*$/u.exec(text)
  // A name in brackets is the other language's; in the same one it belongs to the name.
  if (behind?.[1] && behind[2] && hasArabic(behind[1]) !== hasArabic(behind[2])) for (const part of [behind[1], behind[2]]) add(part)
  else for (const part of text.split(/[/|\n]/)) add(part)
  return out
}

/** As it is written again into one field. */
export const inOneLine = (both: Bilingual): string => [both.ar, both.en].filter(Boolean).join(' / ')
