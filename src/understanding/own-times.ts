/** The times that are the activity's own: those of an embargo, a deadline or the day it was moved from are read apart. */
import type { Context, Mention } from '../model/meaning.ts'
import { type Found, mentionsIn } from './mentions.ts'
import { type Clause, clausesIn } from './parts/clauses.ts'
import type { Token } from './tokens.ts'

export function timesOf(text: string, tokens: Token[], context: Context): { clauses: Clause[]; found: Found } {
  const clauses = clausesIn(tokens, run => timeIn(text, tokens, run, context))
  return { clauses, found: timesWithout(text, tokens, clauses, context) }
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

/** The time a clause holds. */
export const ofClause = (text: string, tokens: Token[], c: Clause, context: Context): Mention[] =>
  mentionsIn(only(text, tokens, c.from, c.j), tokens.slice(c.from, c.j), context)
    .mentions.slice(0, 1)
    .map(({ endAt: _end, ...m }) => m)

/** The times of the text as if its clauses did not stand there: a sign stands for each, so that nothing is read across it. */
function timesWithout(text: string, tokens: Token[], clauses: Clause[], context: Context): Found {
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
