/** Readers of single answers: a day, a month, a clock time, said alone. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { Context, Mention } from '../model/meaning.ts'
import { clockAlone } from './dates/clock-alone.ts'
import { fold } from './fold.ts'
import { sayingOf } from './lexicon.ts'
import { mentionsIn } from './mentions.ts'
import { comingMonth } from './rules.ts'
import { tokensOf } from './tokens.ts'

export const readWhen = (text: string, context: Context): Mention[] => mentionsIn(text, tokensOf(text), context).mentions

/** YYYY-MM-DD of the first exact day said, or null. */
export function readDay(text: string, context: Context): string | null {
  const found = mentionsIn(text, tokensOf(text), context)
  if (found.problems.includes('impossible')) return null
  const m = found.mentions.find(x => !x.timeOnly && x.certainty !== 'approximate')
  return m ? m.start.slice(0, 10) : null
}

/** HH:MM of a clock time said alone, or null. A bare hour is enough. */
export function readTime(text: string, context: Context): string | null {
  const tokens = tokensOf(text)
  const alone = clockAlone(tokens)
  if (alone) return alone
  const m = mentionsIn(text, tokens, context).mentions.find(x => !x.allDay)
  return m ? m.start.slice(11, 16) : null
}

/** YYYY-MM of a month said by name, as this or next, or as YYYY-MM; the coming one where no year is said. */
export function readMonth(text: string, context: Context): string | null {
  const f = fold(text)
  const iso = /\b(\d{4})-(\d{2})\b/.exec(f)
  if (iso && Number(iso[2]) >= 1 && Number(iso[2]) <= 12) return `${iso[1]}-${iso[2]}`
  const found = mentionsIn(text, tokensOf(text), context).mentions.find(m => !m.timeOnly)
  if (found && (found.grain === 'month' || found.grain === 'day')) return found.start.slice(0, 7)
  const today = Temporal.Instant.from(context.now).toZonedDateTimeISO(context.zone).toPlainDate()
  for (const t of tokensOf(text)) {
    const m = t.kind === 'word' ? sayingOf(t.f, 'month') : undefined
    if (m !== undefined) {
      const at = comingMonth(today, m)
      return `${at.year}-${String(at.month).padStart(2, '0')}`
    }
  }
  return null
}
