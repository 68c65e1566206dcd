/** What was said of a command: a month or a span, a reference, an organization, an edition. */
import type { Arguments, Context, Mention } from '../model/meaning.ts'
import { fold } from './fold.ts'
import { numbers } from './lexicon.ts'
import { namesIn } from './parts/names.ts'
import { readMonth } from './read.ts'
import { lookUp, tokensOf } from './tokens.ts'

/** A-2026-0142. */
export const referenceIn = (text: string): string | null => /\b([a-z])-(\d{4})-(\d{3,6})\b/.exec(fold(text))?.[0].toUpperCase() ?? null

export function argumentsOf(text: string, when: Mention[], context: Context, reference: string | null): Arguments {
  const out: Arguments = {}
  if (reference) out.reference = reference
  const folded = fold(text)
  const first = when.find(m => !m.timeOnly)
  if (first) {
    if (first.grain === 'month') out.month = first.start.slice(0, 7)
    else {
      out.from = first.start.slice(0, 10)
      out.to = (first.end ?? first.start).slice(0, 10)
    }
  } else {
    const month = /شهر|month|ال?اولويات|priorit|plan|مخطط|خطه/.test(folded) ? readMonth(text, context) : null
    if (month) out.month = month
  }
  const organization = organizationIn(text, context)
  if (organization) out.organization = organization
  const edition = editionIn(folded)
  if (edition) out.edition = edition
  return out
}

/** The longest name of an organization that is said, a short one of three letters and more included. */
function organizationIn(text: string, context: Context): string | null {
  const tokens = tokensOf(text)
  let best: { name: string; length: number } | null = null
  namesIn(tokens, context).forEach((found, i) => {
    for (const n of found) {
      // «مركز المعارض» is the place, and not «المركز» with a word behind it.
      if (found.some(other => other.what !== 'organization' && other.next > n.next)) continue
      const length = (tokens[n.next - 1]?.end ?? 0) - (tokens[i]?.start ?? 0)
      if (n.what === 'organization' && length > 2 && length > (best?.length ?? 0)) best = { name: n.name, length }
    }
  })
  return (best as { name: string } | null)?.name ?? null
}

/** "edition 7", «الإصدار ٧», «الإصدار السابع». */
function editionIn(folded: string): string | null {
  const said = /(?:edition|الاصدار|اصدار) (?:(?:رقم|no\.?|number) )?(\d{1,6})/.exec(folded)
  if (said?.[1]) return said[1]
  const ordinal = /الاصدار (ال[\u0621-\u064a]+)(?: (عشر))?/.exec(folded)
  const n = ordinal?.[1] ? lookUp(numbers, ordinal[1]) : undefined
  return n === undefined ? null : String(ordinal?.[2] ? n + 10 : n)
}
