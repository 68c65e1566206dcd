/** What a document is made of, whoever prints it: headings, paragraphs, lists, tables, in one language. Pure data; src/exports/word*.ts make a Word file of it. */
import type { Bilingual, Language } from '../model/people.ts'
import type { Part } from '../model/view.ts'

export type Tone = 'normal' | 'subtle' | 'strong'
/** A paragraph of a cell. `language` where it is not the document's; it stands on the document's side all the same, unless `own`. */
export type Line = { text: string; tone?: Tone; language?: Language; own?: boolean }
/** `share` is of the table's width, against the other columns; an `optional` one is left out where nothing stands in it. */
export type Column = { title: string; share: number; optional?: boolean }

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string; tone: Tone; language?: Language }
  /** `numbered`: the numbers stand in the texts. */
  | { kind: 'list'; numbered: boolean; items: { text: string; detail?: string | undefined }[] }
  /** An entry of a day: a time that stands out, the title beside it, the rest below. */
  | { kind: 'entry'; time: string; title: string; detail: string }
  | { kind: 'facts'; facts: { label: string; value: string }[] }
  /** `width` and `height` say its shape: it is drawn as large as a page has room for. `alt` says the same to those who do not see it. */
  | { kind: 'picture'; png: Uint8Array; width: number; height: number; alt: string }
  /** Its first row is the header, said again on each page. `name` says what it is to those who do not see it. */
  | { kind: 'table'; name: string; columns: Column[]; rows: Line[][][] }

/** A part of a document in one language, begun by its title page. */
export type Section = { language: Language; cover: Cover; blocks: Block[] }
/** `above` is whose document it is, `facts` what else its title page says; `running` stands at the head of every other page. */
export type Cover = { above: string; title: string; below: string; running: string; facts: { label: string; value: string }[] }

/** `language` is the first section's; `at` (ISO) is written into the file as when it was made. */
export type Document = { title: string; author: string; at: string; sections: Section[] }

export const h = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
export const p = (text: string, tone: Tone = 'normal'): Block => ({ kind: 'paragraph', text, tone })

/** A text in a language, or in the other where it has not got that; and then it is said which. */
export function lineIn(text: Bilingual, language: Language, tone: Tone = 'normal'): Line | null {
  const other = language === 'ar' ? 'en' : 'ar'
  const [own, foreign] = [text[language], text[other]]
  return own ? { text: own, tone } : foreign ? { text: foreign, tone, language: other } : null
}

/** What a card says, as blocks under a heading of `level - 1`: buttons and forms are no part of a document. */
export function blocksOf(parts: readonly Part[], level: 2 | 3): Block[] {
  return parts.flatMap((part): Block[] => {
    switch (part.kind) {
      case 'heading':
        return [h(level, part.text)]
      case 'text':
        return [p(part.text, part.tone)]
      case 'notice':
        return [p(part.text, 'strong')]
      case 'facts':
        return part.facts.length > 0 ? [{ kind: 'facts', facts: part.facts }] : []
      case 'list':
        return part.items.length > 0
          ? [
              {
                kind: 'list',
                numbered: part.numbered,
                items: part.items.map(i => ({ text: i.text, ...(i.detail ? { detail: i.detail } : {}) })),
              },
            ]
          : []
      case 'actions':
      case 'form':
      case 'divider':
      case 'file':
        return []
      default:
        return part satisfies never
    }
  })
}
