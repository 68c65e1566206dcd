/** Texts longer than a platform takes: in pieces, or visibly shorter. Never cut within a character as a reader sees it. */

/** What one character counts for where the platform's limit is held; UTF-16 units unless said otherwise, which no platform counts below. */
export type Weigh = (character: string) => number
const units: Weigh = character => character.length

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** What may stand on its own, with its weight: a reader's character, or its code points where one alone is too heavy (any number of marks may stack). */
function* characters(text: string, most: number, weigh: Weigh): Generator<{ character: string; weight: number }> {
  const sum = (of: string) => (of.length === 1 ? weigh(of) : [...of].reduce((all, c) => all + weigh(c), 0))
  for (const { segment } of segmenter.segment(text)) {
    const weight = sum(segment)
    if (weight <= most) yield { character: segment, weight }
    else for (const c of segment) yield { character: c, weight: weigh(c) }
  }
}

/** Shortens visibly, where a platform leaves no other way. */
export function shortened(text: string, most: number, weigh: Weigh = units): string {
  if (weigh === units && text.length <= most) return text
  let end = 0
  let at = 0
  let used = 0
  for (const { character, weight } of characters(text, most, weigh)) {
    used += weight
    if (used > most) return `${text.slice(0, end)}…`
    at += character.length
    if (used < most) end = at
  }
  return text
}

type Gap = { at: number; next: number; before: number; with: number }

/** Splits a text into pieces that weigh at most `most`, at line ends or spaces where there are any. But for those nothing is lost. */
export function pieces(text: string, most: number, weigh: Weigh = units): string[] {
  if (weigh === units && text.length <= most) return [text]
  const out: string[] = []
  let [start, at, used] = [0, 0, 0]
  // The last space of the piece under way, and what the piece weighs before it and after it.
  let space: Gap | null = null
  const cut = (end: number, next: number, rest: number) => {
    out.push(text.slice(start, end))
    start = next
    used = rest
    space = null
  }
  for (const { character, weight } of characters(text, most, weigh)) {
    const gap = character === ' ' || character === '\n' || character === '\r\n'
    if (used + weight > most) {
      const last = space as Gap | null
      if (gap) {
        cut(at, at + character.length, 0)
        at += character.length
        continue
      }
      if (last && last.before > most / 2) cut(last.at, last.next, used - last.with)
      if (used + weight > most) cut(at, at, 0)
    }
    if (gap) space = { at, next: at + character.length, before: used, with: used + weight }
    used += weight
    at += character.length
  }
  if (start < text.length || out.length === 0) out.push(text.slice(start))
  return out
}
