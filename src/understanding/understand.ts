/** Text in, meaning out: the stages one after the other. Pure, and it never throws on a text. */
import type { Arguments, Context, Gap, Meaning, Mention } from '../model/meaning.ts'
import { fold } from './fold.ts'
import { intentOf } from './intent.ts'
import { numbers } from './lexicon.ts'
import { mentionsIn } from './mentions.ts'
import { partsIn, phraseAt, type Taken } from './parts.ts'
import { readMonth } from './read.ts'
import { lookUp, readable, tokensOf } from './tokens.ts'

/** "moved from 25 November to 2 December": the old date is no mention. */
const moved = ['بدلا من', 'عوضا عن', 'instead of', 'moved from', 'was on', 'rather than', 'بدل']
/** A deadline beside the day itself is no day of the activity. */
const asideStarts = [
  'اخر موعد للتسجيل',
  'التسجيل حتي',
  'ينتهي التسجيل',
  'registration closes',
  'register by',
  'register before',
  'rsvp by',
  'deadline',
]

export function understand(text: string, context: Context): Meaning {
  const read = text.slice(0, readable)
  const tokens = tokensOf(read)
  const found = mentionsIn(read, tokens, context)
  let mentions = found.mentions
  for (const old of [phraseAt(tokens, moved), phraseAt(tokens, asideStarts)]) {
    const after = old ? (tokens[old.next - 1]?.end ?? 0) : -1
    const aside = after >= 0 ? mentions.find(m => m.at >= after && m.at - after < 6) : undefined
    if (aside && mentions.length > 1) mentions = mentions.filter(m => m !== aside)
  }
  const spans: Taken[] = mentions.map(m => ({ start: m.at, end: m.endAt }))
  const { parts, embargoed } = partsIn(read, tokens, spans, context, from => {
    const m = mentions.find(x => x.at >= from - 1 && x.at - from < 8)
    if (!m) return null
    // A time alone ("not before 2 pm") is that of the activity's own day.
    const day = m.timeOnly ? mentions.find(x => x !== m && !x.timeOnly) : undefined
    return { at: day ? `${day.start.slice(0, 10)}${m.start.slice(10)}` : m.start, span: { start: m.at, end: m.endAt } }
  })
  if (embargoed) mentions = mentions.filter(m => m.at !== embargoed.start)
  const when: Mention[] = mentions.map(({ endAt: _end, ...m }) => m)
  const reference = /\b([a-z])-(\d{4})-(\d{3,6})\b/.exec(fold(read))
  const asked = argumentsOf(read, when, context, reference?.[0] ?? null)
  const intent = intentOf(read, {
    dated: when.length > 0,
    exact: when[0] !== undefined && !['week', 'month', 'quarter', 'year'].includes(when[0].grain),
    titled: parts.title !== null,
    reference: reference !== null,
  })
  // To name an edition is to ask for it; compiling makes a new one.
  if (asked.edition && (intent.key === 'compile' || intent.key === 'other')) intent.key = 'plan'
  const missing: Gap[] = []
  const first = when[0]
  const exactDay = first && !first.timeOnly && first.certainty !== 'approximate'
  const several = exactDay && (first.sessions !== null || (first.end !== null && first.end.slice(0, 10) !== first.start.slice(0, 10)))
  if (!parts.title) missing.push('title')
  if (!exactDay && !(first && first.certainty === 'tentative' && first.grain === 'day')) missing.push('date')
  if (!first || (first.allDay && !several)) missing.push('time')
  if (!parts.venue) missing.push('venue')
  return {
    intent: intent.key,
    sure: intent.sure,
    nearest: intent.nearest,
    arguments: asked,
    when,
    activity: parts,
    missing,
    problems: first || found.problems.includes('impossible') ? found.problems : [],
  }
}

function argumentsOf(text: string, when: Mention[], context: Context, reference: string | null): Arguments {
  const out: Arguments = {}
  if (reference) out.reference = reference.toUpperCase()
  const first = when.find(m => !m.timeOnly)
  if (first) {
    if (first.grain === 'month') out.month = first.start.slice(0, 7)
    else {
      out.from = first.start.slice(0, 10)
      out.to = (first.end ?? first.start).slice(0, 10)
    }
  } else {
    const month = /شهر|month|ال?اولويات|priorit|plan|مخطط|خطه/.test(fold(text)) ? readMonth(text, context) : null
    if (month) out.month = month
  }
  const f = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  let best: { name: string; length: number } | null = null
  for (const o of context.names.organizations)
    for (const n of o.names) {
      const s = fold(n)
      if (
        s.length > 2 &&
        new RegExp(`[ ](?:[وفبلك]|لل)?${s.replace(/[^\p{L}\p{N}]+/gu, ' ').replace(/^ال/, '(?:ال)?')} `, 'u').test(f) &&
        s.length > (best?.length ?? 0)
      )
        best = { name: o.names[0] ?? n, length: s.length }
    }
  if (best) out.organization = best.name
  const edition = /(?:edition|الاصدار|اصدار)\s+(?:رقم\s+|no\.?\s+|number\s+)?(\d{1,6})/.exec(fold(text))
  if (edition?.[1]) out.edition = edition[1]
  else {
    const ordinal = /الاصدار ((?:ال)?[\u0621-\u064a]+)(?: (عشر))?/.exec(fold(text))
    const n = ordinal?.[1] ? lookUp(numbers, ordinal[1]) : undefined
    if (n !== undefined && ordinal?.[1]?.startsWith('ال')) out.edition = String(ordinal[2] ? n + 10 : n)
  }
  return out
}
