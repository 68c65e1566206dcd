/** What was said of a command: a month or a span, a reference, an organization, an edition. */
import type { Arguments, Context, Mention } from '../model/meaning.ts'
import { fold } from './fold.ts'
import { numbers } from './lexicon.ts'
import { namesIn } from './parts/names.ts'
import { readMonth } from './read.ts'
import { lookUp, type Token, tokensOf } from './tokens.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

/** A-2026-0142. */
export const referenceIn = (text: string): string | null => /\b([a-z])-(\d{4})-(\d{3,6})\b/.exec(fold(text))?.[0].toUpperCase() ?? null

/** Each of them once, in their order. */
export const referencesIn = (text: string): string[] => [
  ...new Set([...fold(text).matchAll(/\b[a-z]-\d{4}-\d{3,6}\b/g)].map(m => m[0].toUpperCase())),
]

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

/** Words that invite, or an invitation itself; folded. */
const invites = /^(invit\w*|ask|add|bring|include|[ونيتفس]{0,2}ا?دع(و|وا|وه|وت|ي)?|بدعوه|ا?عزم(وا)?|[نات]عزم|ا?ضف|اضيف|ضيف|خل|اطلب(وا)?)$/
/** What may stand between the inviting and the name: articles, kinds of bodies, to whom; folded. */
const leads = set(
  `the our a to from of by ministry authority department council university colleagues friends at وزاره هييه الهييه مجلس جامعه موسسه الي من الاخوه في الزملاء اخواننا`,
)
const kindsOfBody = set('ministry authority department council وزاره الوزاره هييه الهييه مجلس')

/** Who is invited: the organization named right behind the inviting; else the first that is called by its kind («وزارة …»), or by its whole name. */
export function invitedIn(text: string, context: Context): string | null {
  const tokens = tokensOf(text)
  const names = namesIn(tokens, context).map(found => {
    const whole = found.find(n => n.what === 'organization')
    return whole && !found.some(n => n.what !== 'organization' && n.next > whole.next) ? whole : null
  })
  const verb = tokens.findIndex(t => invites.test(t.f))
  if (verb >= 0)
    for (let i = verb + 1; i < tokens.length; i++) {
      if (names[i]) return names[i]?.name ?? null
      if (!leads.has(tokens[i]?.f ?? '')) break
    }
  const behind = names.map((n, i) => (n && i > verb && (n.whole || isOfKind(tokens, i)) ? n : null)).find(n => n !== null)
  return behind?.name ?? null
}

const isOfKind = (tokens: readonly Token[], i: number): boolean =>
  kindsOfBody.has(tokens[i - 1]?.f ?? '') || (tokens[i - 1]?.f === 'of' && kindsOfBody.has(tokens[i - 2]?.f ?? ''))

/** The longest name of an organization that is said, a short one of three letters and more included. */
export function organizationIn(text: string, context: Context): string | null {
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

/** Told to make an edition; «طلع» and «جيب» ask to see one as well. */
export const makesEdition = (text: string): boolean =>
  /^(?:please |يرجي |الرجاء |نبي |ابي |نريد )?(?:compile|prepare|make|create|build|produce|issue|freeze|نعد|[ان]?جهزوا?|اعدوا?|ا?حضروا?|نحضر|سووا?|اصدروا?|نصدر|اجمعوا?|جمعوا?|انشيوا?|انشي|كونوا?|ثبتوا?|اعتمدوا?|جمدوا?|اعداد|تجهيز|اصدار)(?=\s)/.test(
    fold(text).replace(/^[\s/]+/, ''),
  )

/** "edition 7", "the seventh edition", «الإصدار ٧», «الإصدار السابع». */
function editionIn(folded: string): string | null {
  const said = /(?:edition|الاصدار|اصدار) (?:(?:رقم|no\.?|number) )?(\d{1,6})/.exec(folded)
  if (said?.[1]) return said[1]
  const before = /\b([a-z-]+) edition\b/.exec(folded)?.[1]
  const nth = before === undefined ? undefined : lookUp(numbers, before)
  if (nth !== undefined) return String(nth)
  const ordinal = /الاصدار (ال[\u0621-\u064a]+)(?: (عشر))?/.exec(folded)
  const n = ordinal?.[1] ? lookUp(numbers, ordinal[1]) : undefined
  return n === undefined ? null : String(ordinal?.[2] ? n + 10 : n)
}
