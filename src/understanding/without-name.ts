/** A sentence that corrects a thing by its name, as it would be said of the one in hand: "rename the book fair to …" is "rename it to …". Pure. */
import { stem } from './features.ts'
import { hasArabic } from './fold.ts'
import { wordSet } from './phrases.ts'
import { steering } from './steering.ts'
import { tokensOf } from './tokens.ts'

/** What stands between the words of a name, or before it, folded. */
const article = wordSet('the a an our of and & for on in activity event فعاليه الفعاليه و في عن')
/** What a name belongs to: "the time of …", "to the book fair" behind what is added. */
const links = wordSet('of for in to from في ل الي من')

/** The text without the name; as it was where none of its words stand in it. `reference` names it too. */
export function withoutName(text: string, titles: readonly string[], reference: string): string {
  const span = named(text, titles) ?? numbered(text, reference)
  if (!span) return text
  const t = tokensOf(text)
  let from = t.findIndex(x => x.start >= span.start)
  while (from > 0 && article.has(t[from - 1]?.f ?? '') && !links.has(t[from - 1]?.f ?? '')) from--
  const linked = from > 0 && links.has(t[from - 1]?.f ?? '')
  const head = text.slice(0, linked ? t[from - 1]?.start : t[from]?.start)
  const rest = text.slice(span.end)
  const parts = [`${head.trimEnd()} ${rest.trimStart()}`, ...(linked ? [] : [withPronoun(head, rest)])].map(p => p.trim())
  // Behind a verb the thing itself stands as a pronoun; behind a field it is left out. Whichever is read as a correction is meant.
  return parts.reverse().find(p => steering(p, 'en')?.kind === 'change') ?? parts[0] ?? text
}

const withPronoun = (head: string, rest: string): string =>
  // «انقلوا» is written «انقلوها» with it.
  hasArabic(head) ? `${head.trimEnd().replace(/وا$/, 'و')}ها ${rest.trimStart()}` : `${head.trimEnd()} it ${rest.trimStart()}`

type Span = { start: number; end: number }

/** The first run of words of one of the titles: two at least where the title has two. */
function named(text: string, titles: readonly string[]): Span | null {
  const t = tokensOf(text)
  for (const title of titles) {
    const own = new Set(tokensOf(title).flatMap(x => (x.kind === 'sign' || article.has(x.f) ? [] : [stem(x.f)])))
    const tells = (i: number): boolean => t[i]?.kind !== 'sign' && !article.has(t[i]?.f ?? '') && own.has(stem(t[i]?.f ?? ''))
    for (const least of own.size > 1 ? [2, 1] : [1]) {
      for (let i = 0; i < t.length; i++) {
        if (!tells(i)) continue
        let last = i
        let words = 1
        for (let k = i + 1; k < t.length && (tells(k) || article.has(t[k]?.f ?? '')); k++)
          if (tells(k)) {
            last = k
            words++
          }
        if (words >= least) return { start: t[i]?.start ?? 0, end: t[last]?.end ?? 0 }
      }
    }
  }
  return null
}

function numbered(text: string, reference: string): Span | null {
  const start = text.toUpperCase().indexOf(reference)
  return start < 0 ? null : { start, end: start + reference.length }
}
