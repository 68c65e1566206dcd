/**
 * The parts of an activity besides its time. Readers claim their pieces of the sentence in a stated order; the title is what remains.
 * The time is claimed first, with the clauses that hold another one (an embargo, a deadline); then what begins with words of its own; then the place,
 * which is also told by standing apart; last the title.
 */
import type { Kind } from '../model/activity.ts'
import type { Context, Parts } from '../model/meaning.ts'
import { type Openness, readCertainty } from './parts/certainty.ts'
import { type Clause, clauseOpens } from './parts/clauses.ts'
import { kindOf } from './parts/kinds.ts'
import { readLabels } from './parts/labels.ts'
import { needsOpens, readNeeds } from './parts/needs.ts'
import { ownerOpens, readOwner } from './parts/owner.ts'
import { partnersOpens, readPartners } from './parts/partners.ts'
import { patronOpens, readPatron } from './parts/patron.ts'
import { readTitle } from './parts/title.ts'
import { readVenue } from './parts/venue.ts'
import { wordSet } from './phrases.ts'
import { beginsAt, claim, parts, type Sentence, sentenceOf } from './sentence.ts'
import type { Token } from './tokens.ts'

/** A piece of the text: its place, in UTF-16 units. */
export type Span = { start: number; end: number }

/** Words that open a part: no name of another part goes on past them. */
const opens = [clauseOpens, patronOpens, partnersOpens, needsOpens, ownerOpens]

/** Words between a name and its time: they belong to the time. */
const beforeTime = wordSet(
  'يوم في من بتاريخ الموافق الساعه تمام بتمام وذلك خلال الفتره صباح مساء عصر ليله ليوم بيوم ايام يومي ابتداء اعتبارا بدءا والساعه ويوم كل on at from this the for by starting beginning every each between : @',
)
const afterTime = wordSet("صباحا مساء ظهرا عصرا ليلا فجرا والنصف الموافق o'clock am pm daily يوميا sharp بتوقيت")

export function partsIn(
  text: string,
  t: Token[],
  times: Span[],
  clauses: Clause[],
  context: Context,
): { parts: Parts; openness: Openness } {
  const s = sentenceOf(text, t, context, opens)
  for (const c of clauses) claim(s, c.i, c.j, c.kind === 'embargo' ? 'embargo' : 'aside')
  claimTimes(s, times)
  const parts: Parts = {
    title: null,
    kind: null,
    venue: null,
    city: null,
    patron: null,
    embargoUntil: null,
    partners: [],
    audience: [],
    materials: [],
    needs: [],
  }
  const openness = readCertainty(s)
  readPatron(s, parts)
  readPartners(s, parts)
  readNeeds(s, parts)
  readOwner(s)
  readVenue(s, parts)
  const title = readTitle(s, readLabels(s))
  parts.title = title?.text ?? null
  const own = title && kindOf(t.slice(title.i, title.j))
  // «نطلق حملة …» is the campaign; "launching the report service" is a launch: the verb says more than words within the title.
  const said = own && (named.has(own) || !title?.told) ? own : (title?.told ?? kindOf(t.filter((_, i) => s.owner[i] === null)))
  // What has a title and a time and says no more is an event.
  parts.kind = said ?? (title && times.length > 0 ? 'event' : null)
  return { parts, openness }
}

/** Kinds that a title names by itself, whatever is done with it. */
const named: ReadonlySet<Kind> = new Set<Kind>([
  'conference',
  'exhibition',
  'workshop',
  'campaign',
  'ceremony',
  'press_conference',
  'press_release',
  'visit',
  'meeting',
  'signing',
  'awareness_day',
  'national_day',
  'broadcast',
])

const partsOfDay = wordSet('evening night morning afternoon breakfast lunch dinner iftar suhoor')

/** Claims the times, with «يوم», "on" and the like before them. */
function claimTimes(s: Sentence, times: Span[]): void {
  for (const span of times) {
    let i = s.t.findIndex(x => x.start >= span.start)
    if (i < 0) continue
    let j = i
    // "Poetry evening", "music night": the part of the day behind a noun is a word of the title.
    if (partsOfDay.has(s.t[i]?.f ?? '') && !beginsAt(s, i) && s.t[i - 1]?.kind === 'word' && !beforeTime.has(s.t[i - 1]?.f ?? '')) i++
    while (j < s.t.length && (s.t[j]?.start ?? 0) < span.end) j++
    // «٧:٣٠ مساءً أمسية شعرية»: the evening is what is held.
    if (j - i > 1 && s.t[j - 1]?.f === 'امسيه' && !parts(s, j)) j--
    while (i > 0 && s.owner[i - 1] === null && !s.line[i] && beforeTime.has(s.t[i - 1]?.f ?? '')) i--
    while (j < s.t.length && afterTime.has(s.t[j]?.f ?? '')) j++
    claim(s, i, j, 'time')
  }
}
