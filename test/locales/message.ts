/** A message taken apart: the values it takes and how, in the words of ICU MessageFormat. */
import { IntlMessageFormat } from 'intl-messageformat'
import { tagOf } from '../../src/locales/dates.ts'
import { type Key, words } from '../../src/locales/words.ts'
import type { Language } from '../../src/model/people.ts'
import { settings } from '../../src/sample/settings.ts'

/** The parser's marks of its elements. */
const kinds = ['literal', 'plain', 'number', 'date', 'time', 'select', 'plural', 'pound', 'tag'] as const
export type Taken = { name: string; kind: (typeof kinds)[number]; options: string[] }
type Element = { type: number; value?: unknown; options?: Record<string, { value: Element[] }> }

/** Every value a message takes, inside its choices too. Throws where the message does not parse. */
export function takenBy(message: string, language: Language): Taken[] {
  const out: Taken[] = []
  const walk = (elements: readonly Element[]): void => {
    for (const e of elements) {
      const kind = kinds[e.type]
      if (!kind) throw new Error(`no such element: ${e.type}`)
      if (kind !== 'literal' && kind !== 'pound' && typeof e.value === 'string')
        out.push({ name: e.value, kind, options: Object.keys(e.options ?? {}) })
      for (const option of Object.values(e.options ?? {})) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(message, tagOf(language, settings), undefined, { ignoreTag: true }).getAst() as Element[])
  return out
}

/** Stands for a value in a bare text. */
export const blank = '□'

/** The text of a message by itself, `□` for each value; each choice is a text of its own. */
export function bare(message: string, language: Language): string[] {
  const walk = (elements: readonly Element[]): string[] => {
    let line = ''
    const inner: string[] = []
    for (const e of elements) {
      line += e.type === 0 && typeof e.value === 'string' ? e.value : blank
      for (const option of Object.values(e.options ?? {})) inner.push(...walk(option.value))
    }
    return [line, ...inner]
  }
  return walk(new IntlMessageFormat(message, tagOf(language, settings), undefined, { ignoreTag: true }).getAst() as Element[])
}

/**
 * Values for every way a message can turn out: each option of each choice, counts of each plural form, `text` for every name but those with `_` in
 * front, which stand for words of ours or a list already isolated.
 */
export function fillings(key: Key, language: Language, text: string): Record<string, string | number>[] {
  const taken = takenBy(words[language][key], language)
  let all: Record<string, string | number>[] = [{}]
  for (const name of new Set(taken.map(t => t.name))) {
    const uses = taken.filter(t => t.name === name)
    const counted = uses.some(u => u.kind === 'plural' || u.kind === 'number')
    const choice = uses.find(u => u.kind === 'select')
    const values = counted ? [0, 1, 2, 3, 11, 100] : choice ? choice.options : [name.startsWith('_') ? blank : text]
    all = all.flatMap(given => values.map(value => ({ ...given, [name]: value })))
  }
  return all
}
