/** Text in, meaning out: the stages one after the other. Pure, and it never throws on a text. */
import type { Context, Gap, Meaning, Mention, OtherActivity } from '../model/meaning.ts'
import { argumentsOf, referenceIn } from './arguments.ts'
import { intentOf } from './intent.ts'
import { itemsOf, placeIn } from './lists.ts'
import { mentionsIn } from './mentions.ts'
import { type Clause, clausesIn } from './parts/clauses.ts'
import { partsIn } from './parts.ts'
import { readable, type Token, tokensOf } from './tokens.ts'

export function understand(text: string, context: Context): Meaning {
  const read = text.slice(0, readable)
  const items = itemsOf(read, context)
  const [first, ...others] = items.map(item => {
    const one = activityIn(item.text, context)
    return { ...one, when: one.when.map(m => ({ ...m, at: placeIn(item, m.at) })) }
  })
  const main = first ?? activityIn(read, context)
  const reference = referenceIn(read)
  const asked = argumentsOf(read, main.when, context, reference)
  const intent = intentOf(read)
  // To name an edition is to ask for it; compiling makes a new one.
  if (asked.edition && (intent.key === 'compile' || intent.key === 'other')) intent.key = 'plan'
  return { intent: intent.key, sure: intent.sure, nearest: intent.nearest, arguments: asked, ...main, others }
}

/** One activity: its times and its parts. */
export function activityIn(text: string, context: Context): OtherActivity {
  const tokens = tokensOf(text)
  const clauses = clausesIn(tokens, run => timeIn(text, tokens, run, context))
  const found = timesWithout(text, tokens, clauses, context)
  const { parts, openness } = partsIn(
    text,
    tokens,
    found.mentions.map(m => ({ start: m.at, end: m.endAt })),
    clauses,
    context,
  )
  const own: Mention[] = found.mentions.map(({ endAt: _end, ...m }) => m)
  for (const m of own) {
    if (openness === 'tentative' && m.certainty === 'confirmed') m.certainty = 'tentative'
    // "time TBC" leaves the day as sure as it was.
    if (openness === 'rest' && m.certainty === 'tentative') m.certainty = 'confirmed'
  }
  const first = own[0]
  parts.embargoUntil = embargoOf(text, tokens, clauses, first, context)
  const beside = first ? clauses.filter(c => c.kind === 'deadline').flatMap(c => mentionsOf(text, tokens, c, context)) : []
  const problems = first || found.problems.includes('impossible') ? found.problems : []
  return { when: [...own, ...beside], activity: parts, missing: missingOf(first, parts), problems }
}

/** What is asked for: a title, an exact day, the hour of a single day, a place. */
function missingOf(first: Mention | undefined, parts: OtherActivity['activity']): Gap[] {
  const missing: Gap[] = []
  const exactDay = first && !first.timeOnly && first.certainty !== 'approximate'
  const several = exactDay && (first.sessions !== null || (first.end !== null && first.end.slice(0, 10) !== first.start.slice(0, 10)))
  if (!parts.title) missing.push('title')
  if (!exactDay) missing.push('date')
  if (!first || (first.allDay && !several)) missing.push('time')
  if (!parts.venue) missing.push('venue')
  return missing
}

/** Another text of the same length in which only tokens [i, j) stand: what the reading of dates looks at besides tokens stays in its place. */
const only = (text: string, t: Token[], i: number, j: number): string => {
  const [start, end] = [t[i]?.start ?? 0, t[j - 1]?.end ?? 0]
  return ' '.repeat(start) + text.slice(start, end)
}

/** The first time of a run of tokens: the tokens it takes. */
function timeIn(text: string, tokens: Token[], run: Token[], context: Context): { i: number; j: number } | null {
  const from = tokens.indexOf(run[0] as Token)
  const m = mentionsIn(only(text, tokens, from, from + run.length), run, context).mentions[0]
  if (!m) return null
  const i = run.findIndex(x => x.start >= m.at)
  const j = run.findIndex(x => x.start >= m.endAt)
  return i < 0 ? null : { i, j: j < 0 ? run.length : j }
}

const mentionsOf = (text: string, tokens: Token[], c: Clause, context: Context): Mention[] =>
  mentionsIn(only(text, tokens, c.from, c.j), tokens.slice(c.from, c.j), context)
    .mentions.slice(0, 1)
    .map(({ endAt: _end, ...m }) => m)

/** The times of the text as if its clauses did not stand there: a sign stands for each, so that nothing is read across it. */
function timesWithout(text: string, tokens: Token[], clauses: Clause[], context: Context): ReturnType<typeof mentionsIn> {
  if (clauses.length === 0) return mentionsIn(text, tokens, context)
  const rest: Token[] = []
  let blank = text
  let at = 0
  for (const c of clauses) {
    const [start, end] = [tokens[c.i]?.start ?? 0, tokens[c.j - 1]?.end ?? 0]
    rest.push(...tokens.slice(at, c.i), { f: ';', start, end, kind: 'sign', n: Number.NaN, tight: false })
    blank = blank.slice(0, start) + ' '.repeat(end - start) + blank.slice(end)
    at = c.j
  }
  rest.push(...tokens.slice(at))
  return mentionsIn(blank, rest, context)
}

/** Until when nothing is published. A time without a day ("not before 2 pm") is that of the activity's own day. */
function embargoOf(text: string, tokens: Token[], clauses: Clause[], first: Mention | undefined, context: Context): string | null {
  const clause = clauses.find(c => c.kind === 'embargo')
  const m = clause && mentionsOf(text, tokens, clause, context)[0]
  if (!m) return null
  return m.timeOnly && first && !first.timeOnly ? `${first.start.slice(0, 10)}${m.start.slice(10)}` : m.start
}
