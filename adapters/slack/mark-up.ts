/** Words as Slack's texts: what a person wrote stays plain, turns the right way, and is never longer than its block takes. */
import type { PlainTextElement, SectionBlock } from '@slack/web-api'
import type { View } from '../../src/model/view.ts'
import { pieces, shortened, type Weigh } from '../cut.ts'
import { limits } from './limits.ts'

type Language = View['language']

/** The three signs that mean something to Slack (its formatting reference): no mention, link or channel can be made of a person's words. */
export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/**
 * Slack has no direction of its own: a paragraph takes it from its first strong character outside isolates (Unicode TR9, P2). An Arabic line
 * that would begin with a Latin letter gets a right-to-left mark, inside the star where it is bold: mark-up counts only at a word's edge.
 */
export const directed = (text: string, language: Language): string =>
  language === 'ar'
    ? text
        .split('\n')
        .map(line => {
          const first = /\p{L}/u.exec(line.replace(/\u2068[^\u2069]*\u2069/g, ''))
          return first && /\p{Script=Arabic}/u.test(first[0]) ? line : line.replace(/^(\*?)/, '$1\u200f')
        })
        .join('\n')
    : text

/** Slack takes no empty text. */
export const plain = (text: string, most: number): PlainTextElement => ({
  type: 'plain_text',
  text: shortened(text, most) || ' ',
  emoji: false,
})

/** Signs of Slack's mark-up in a person's words get a word joiner's company, so that they stay signs. */
const neutral = (line: string): string => line.replace(/([*_~`])/g, '\u2060$1\u2060').replace(/^(\s*)(&gt;)/, '$1\u2060$2')

/** A line in bold. One that holds a star of its own stays as it is: to Slack that star would end the bold, and vanish. */
const bold = (line: string): string => (line.trim() && !line.includes('*') ? `*${neutral(escaped(line.trim()))}*` : neutral(escaped(line)))

/** A text as mrkdwn in which no word of it is mark-up. */
const marked = (text: string, strong: boolean): string =>
  text
    .split('\n')
    .map(line => (strong ? bold(line) : neutral(escaped(line))))
    .join('\n')

/** What a line may gain at its edges: two stars, a right-to-left mark, a joiner before a quotation's sign. */
const edges = 4
/** The longest a character may become. */
const weigh: Weigh = character =>
  character === '\n' ? 1 + edges : /[&<>*_~`]/.test(character) ? neutral(escaped(character)).length : character.length

/** Texts of at most `most` characters as Slack counts them; none for a text without a word. */
export function markedPieces(text: string, language: Language, most: number, strong = false): string[] {
  const drawn = (piece: string): string => directed(marked(piece, strong), language)
  if (text.length <= most && drawn(text).length <= most) return text.trim() ? [drawn(text)] : []
  return pieces(text, most - edges, weigh)
    .filter(piece => piece.trim())
    .map(drawn)
}

/** One line for notifications, and for what cannot draw blocks: shortened where one sees it. */
export const oneLine = (text: string, language: Language): string =>
  escaped(directed(shortened(text, limits.section - edges, weigh), language))

export const sectionOf = (text: string): SectionBlock => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } })

export const sections = (text: string, language: Language, strong = false): SectionBlock[] =>
  markedPieces(text, language, limits.section, strong).map(sectionOf)

/** What is known by a label: beside it, or under it where the two are longer than a section. */
export function factLines(label: string, value: string, language: Language): string[] {
  const whole = directed(`${marked(`${label}:`, true)} ${marked(value, false)}`, language)
  if (whole.length <= limits.section) return [whole]
  return [...markedPieces(`${label}:`, language, limits.section, true), ...markedPieces(value, language, limits.section)]
}
