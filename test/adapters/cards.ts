/** Reads an Adaptive Card as a person does: its words, its buttons, the inputs of its form with what stands in them. */
import { type AdaptiveCard, type Element, fieldPrefix } from '../../adapters/cards/card.ts'
import type { Seen } from './contract.ts'

export type Button = { label: string; data: Record<string, unknown> }

const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null && 'type' in value

/** Every element of a card, in the order it is read. */
function* elements(value: unknown): Generator<Element> {
  if (Array.isArray(value)) for (const one of value) yield* elements(one)
  else if (typeof value === 'object' && value !== null) {
    if (isElement(value)) yield value
    for (const [key, inner] of Object.entries(value)) if (key !== 'fallback' && key !== 'data') yield* elements(inner)
  }
}

// What the card escapes against Markdown is read as it is drawn.
const read = (text: unknown): string =>
  String(text ?? '')
    .replace(/[⁦-⁩]/g, '')
    .replace(/\\([\\*_[\]`~+#>.)-])/g, '$1')

export function textOf(cards: AdaptiveCard[]): string {
  return [...elements(cards)]
    .flatMap(e =>
      e.type === 'TextBlock' || e.type === 'TextRun'
        ? [read(e.text)]
        : e.type === 'FactSet'
          ? (e.facts as { title: string; value: string }[]).map(f => `${read(f.title)}: ${read(f.value)}`)
          : [],
    )
    .join('\n')
}

export const buttonsOf = (cards: AdaptiveCard[]): Button[] =>
  [...elements(cards)]
    .filter(e => e.type === 'Action.Execute' || e.type === 'Action.Submit')
    .map(e => ({ label: read(e.title), data: e.data as Record<string, unknown> }))

export const seenOf = (cards: AdaptiveCard[], update: boolean): Seen => ({
  text: textOf(cards),
  buttons: buttonsOf(cards).map(b => b.label),
  update,
})

/** A form's inputs as a client sends them back: by id, with what stood in them. */
export const inputsOf = (cards: AdaptiveCard[]): Record<string, string> =>
  Object.fromEntries(
    [...elements(cards)].filter(e => e.type.startsWith('Input.') && e.value !== undefined).map(e => [String(e.id), String(e.value)]),
  )

/** The sentences that stand at a form's inputs, by field: a problem is drawn in the colour of attention below its input. */
export function problemsOf(cards: AdaptiveCard[]): Record<string, string> {
  const out: Record<string, string> = {}
  let input: string | null = null
  for (const e of elements(cards)) {
    if (e.type.startsWith('Input.')) input = String(e.id).replace(fieldPrefix, '')
    else if (e.type === 'TextBlock' && e.color === 'Attention' && input) out[input] = read(e.text)
  }
  return out
}

/** Addresses that a card opens: files to take. */
export const linksOf = (cards: AdaptiveCard[]): { title: string; url: string }[] =>
  [...elements(cards)].filter(e => e.type === 'Action.OpenUrl').map(e => ({ title: read(e.title), url: String(e.url) }))
