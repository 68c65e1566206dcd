/**
 * How the bot speaks one language of one network: messages by key (ICU MessageFormat, six Arabic plural forms), digits, dates, lists.
 * Inserted texts are isolated (U+2068 … U+2069), so that a Latin name inside an Arabic line does not break it.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import type { Bilingual, Language } from '../model/people.ts'
import { namesOf, type Settings } from '../model/settings.ts'
import type { Calendar } from '../time/working-days.ts'
import { fold, hasArabic } from '../understanding/fold.ts'
import { type Dates, datesIn, listFormat, numberFormat, tagOf } from './dates.ts'
import { type Key, words } from './words.ts'

export type Values = Record<string, string | number>
/** A sentence still to be said, in whichever language: pure code returns these. */
export type Said = { key: Key; values?: Values | undefined }

export type Speak = Dates & {
  language: Language
  /** The finished sentence. Numbers follow the network's digits; texts are isolated. */
  say(key: Key, values?: Values): string
  said(said: Said): string
  /** A name in this language, else in the other. */
  pick(text: Bilingual): string
  /** Of what was written in both languages with a stroke between («د. سلمان | Dr Salman») the part in this one; else all of it. */
  half(written: string): string
  /** A place by its name in this language where the network knows it, else as it was written. */
  venue(written: string): string
  number(n: number): string
  /** A label as it stands inside a sentence: English begins it with a small letter, unless it begins with a name. */
  inSentence(label: string): string
  list(texts: string[]): string
}

const FSI = '\u2068'
const PDI = '\u2069'

/** Isolates a text in a line of the other direction (Unicode TR9); strays inside it are taken off so that nothing leaks. */
export const isolate = (text: string): string => `${FSI}${text.replace(/[\u2066-\u2069\u202a-\u202e]/g, '')}${PDI}`

/** A value stands in a message as itself (a plural counts it) and as the text it is shown by: digits of the network, isolated names. */
const asText = '$'
type Part = { type: number; value?: unknown; options?: Record<string, { value: Part[] }> }

/** Lets every plain `{name}` show the text; 1 is the parser's mark of a plain argument. */
function shown(parts: readonly unknown[]): void {
  for (const part of parts as Part[]) {
    if (part.type === 1 && typeof part.value === 'string') part.value += asText
    for (const option of Object.values(part.options ?? {})) shown(option.value)
  }
}

/** No place at all, as people write it; folded. */
const online = new Set(['عن بعد', 'افتراضيا', 'اونلاين', 'online', 'virtual'])
/** What begins with a capital letter wherever it stands. */
const names = /^(\p{Lu}{2}|(Arabic|English|Hijri|Ramadan|Centre)\b)/u

const messages = new Map<string, IntlMessageFormat>()

export function speaker(language: Language, settings: Settings, calendar: Calendar): Speak {
  const tag = tagOf(language, settings)
  const numbers = numberFormat(tag)
  let venues: Map<string, string | undefined> | null = null
  const lists = listFormat(tag)
  const say = (key: Key, values: Values = {}): string => {
    const id = `${tag} ${key}`
    let message = messages.get(id)
    if (!message) {
      message = new IntlMessageFormat(words[language][key], tag, undefined, { ignoreTag: true })
      shown(message.getAst())
      messages.set(id, message)
    }
    const inserted: Record<string, string | number> = {}
    for (const [name, value] of Object.entries(values)) {
      inserted[name] = value
      inserted[name + asText] = typeof value === 'number' ? numbers.format(value) : name.startsWith('_') ? value : isolate(value)
    }
    return String(message.format(inserted))
  }
  return {
    ...datesIn(language, settings, calendar),
    language,
    say,
    said: said => say(said.key, said.values),
    pick: text => text[language] ?? text.ar ?? text.en ?? '',
    half: written => {
      const [one, other, ...more] = written.split('|').map(t => t.trim())
      if (!one || !other || more.length > 0 || hasArabic(one) === hasArabic(other)) return written
      return hasArabic(one) === (language === 'ar') ? one : other
    },
    venue: written => {
      venues ??= new Map(settings.venues.flatMap(v => namesOf(v).map(n => [fold(n), v[language]])))
      if (online.has(fold(written))) return say('activity.online')
      return venues.get(fold(written)) ?? written
    },
    number: n => numbers.format(n),
    inSentence: label => (language === 'en' && !names.test(label) ? `${label.slice(0, 1).toLowerCase()}${label.slice(1)}` : label),
    list: texts => lists.format(texts.map(isolate)),
  }
}
