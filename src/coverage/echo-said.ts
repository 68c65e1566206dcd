/** Which echo a sentence asks for: of which months, organization, priority. */
import { Temporal } from 'temporal-polyfill'
import * as planDb from '../../db/plan.ts'
import { organizationOf } from '../activities/gather.ts'
import { actions, named, text, view, warn } from '../dialogue/say.ts'
import type { Asked, Turn } from '../dialogue/turn.ts'
import { type Bilingual, holds } from '../model/people.ts'
import type { View } from '../model/view.ts'
import type { Month } from '../model/window.ts'
import { addMonths, thisMonth } from '../time/zone.ts'
import { byWords, stemsOf } from '../understanding/by-words.ts'
import { fold } from '../understanding/fold.ts'
import { numbers } from '../understanding/lexicon.ts'
import { pastMonth } from '../understanding/past-month.ts'
import { readMonth } from '../understanding/read.ts'
import { lookUp, tokensOf } from '../understanding/tokens.ts'
import { type EchoScope, lastMonth } from './echo.ts'

/** Months to look back for a priority that is named by its title. */
const lookedBack = 3

/** Months, and how many from that one on. */
type Months = { month: Month; months: number }
/** More are no echo that anybody could read. */
const mostMonths = 24

/** The months a sentence names: one, a quarter, a year, from one to another. A week is of its month. Null where it names none. */
function monthsSaid(turn: Turn, asked: Asked): Months | null {
  const present = thisMonth(turn)
  const said = asked.text.replace(/['’]s\b/g, '')
  const named = asked.meaning.when.find(m => !m.timeOnly)
  const [from, to] = (named ? [named.start.slice(0, 7), (named.end ?? named.start).slice(0, 7)] : fromTo(turn, said)) ?? []
  const first = from ?? readMonth(said, turn.context)
  if (!first) return yearAlone.test(fold(said)) ? { month: `${present.slice(0, 4)}-01`, months: 12 } : null
  const back = pastMonth(first, present, said)
  const months = to ? countOf(first, to) : 1
  // A few days across the end of a month are of the later one that has begun.
  if (named && months === 2 && named.grain === 'day' && !named.start.slice(0, 10).endsWith('-01'))
    return { month: addMonths(back, 1) <= present ? addMonths(back, 1) : back, months: 1 }
  return { month: back, months }
}
const countOf = (from: Month, to: Month): number =>
  Temporal.PlainYearMonth.from(from).until(Temporal.PlainYearMonth.from(to), { largestUnit: 'months' }).months + 1
/** «صدى السنة», "the echo of the year". */
const yearAlone = /\b(?:of|for) the year\b|\byear to date\b|(?:^| )(?:ال)?(?:سنه|عام)(?= |$|[?؟])/

/** "From March to May", «من مارس حتى مايو». */
function fromTo(turn: Turn, said: string): [Month, Month] | null {
  const found =
    /(?:from|between|من|بين)\s+(\p{L}+(?:\s\d{4})?)\s+(?:to|until|till|and|through|إلى|الى|حتى|لين|و)\s*(\p{L}+(?:\s\d{4})?)/iu.exec(said)
  const [from, to] = [found?.[1], found?.[2]].map(m => (m ? readMonth(m, turn.context) : null))
  if (!from || !to) return null
  // Each was read as the one to come.
  return to < from ? [addMonths(from, -12), to] : [from, to]
}

const ofPriority = /priorit|اولوي/
export const namesPriority = (said: string): boolean => ofPriority.test(fold(said))
/** "The second priority", «الأولوية الثانية», "priority 2": its place from 1; null where none is said. */
export function placeSaid(said: string): number | null {
  const tokens = tokensOf(said)
  for (const [i, t] of tokens.entries()) {
    if (!ofPriority.test(t.f)) continue
    for (const near of [tokens[i - 1], tokens[i + 1], tokens[i + 2]]) {
      const n = near === undefined ? undefined : /^\d{1,2}$/.test(near.f) ? Number(near.f) : lookUp(numbers, near.f)
      if (n !== undefined && n > 0 && n < 100) return n
    }
  }
  return null
}

const body = /ministry|authority|council|universit|وزاره|هييه|مجلس|جامعه|موسسه/
/** Words that sentences about an echo have, and that name no priority. */
const usual = new Set(
  stemsOf('media echo priority priorities coverage month last what was الصدى الإعلامي أولوية أولويات تغطية شهر في ما كان'),
)
const texts = (all: readonly Bilingual[]): string[] => all.flatMap(t => [t.ar, t.en]).filter(t => t !== undefined)

/** Priorities that a sentence names: by words of their titles, else by a word of what they tell ("the health priority"). */
export function prioritiesNamed<P extends Pick<planDb.Priority, 'title' | 'narrative' | 'messages'>>(said: string, all: readonly P[]): P[] {
  const words = stemsOf(said).filter(w => !usual.has(w))
  const found = byWords(words.join(' '), all, p => texts([p.title]))
  if (found.length > 0) return found
  const scored = all.map(p => {
    const told = new Set(texts([p.title, p.narrative, ...p.messages]).flatMap(stemsOf))
    return { p, n: words.filter(w => told.has(w)).length }
  })
  const best = Math.max(0, ...scored.map(s => s.n))
  return best === 0 ? [] : scored.filter(s => s.n === best).map(s => s.p)
}

/** "Our activities", «جهتنا»: a member's own organization; the centre speaks of the network. */
const own =
  /\bour (own )?(ministry|authority|organi[sz]ation|department|council|university|activit(y|ies)|events?|campaigns?|launch|forum)\b|جهتنا|وزارتنا|هييتنا|فعالياتنا|فعاليتنا|حملاتنا|حملتنا|انشطتنا/
const ownSaid = (turn: Turn, said: string): string | null =>
  own.test(fold(said)) && !holds(turn.reader, 'coordinator') && turn.reader.organizationId ? turn.reader.organizationId : null

const asScope = (p: planDb.Priority): EchoScope['priority'] => ({ id: p.id, month: p.month, title: p.title })

/** Which echo is meant; or what to answer where that is not known: a choice of priorities, which press `press` with its id under `p`. */
export async function scopeSaid(turn: Turn, asked: Asked, press = 'echo.show'): Promise<{ scope: EchoScope } | { view: View }> {
  const { speak } = turn
  const said = monthsSaid(turn, asked)
  const month = said?.month ?? null
  const months = said?.months ?? 1
  if (month && month > thisMonth(turn)) return { view: warn(speak, 'echo.notYet', { month: speak.months(month, months) }) }
  if (months > mostMonths) return { view: warn(speak, 'echo.tooLong', { max: mostMonths }) }
  const organization = asked.meaning.arguments.organization
  const organizationNamed = organization ? organizationOf(organization, { context: turn.context }) : ownSaid(turn, asked.text)
  if (organization && !organizationNamed) return { view: warn(speak, 'plan.noOrganization', { said: organization }) }
  if (!namesPriority(asked.text))
    return { scope: { month: month ?? lastMonth(turn), months, organizationId: organizationNamed, priority: null } }
  // "The health priority" is no ministry.
  const organizationId = body.test(fold(asked.text)) ? organizationNamed : null
  const present = thisMonth(turn)
  const named = Array.from({ length: months }, (_, i) => addMonths(month ?? present, i))
  const of = await planDb.prioritiesOf(turn.db, turn.reader, named)
  const place = placeSaid(asked.text)
  const byPlace = place === null ? null : of[place - 1]
  if (byPlace) return { scope: { month: null, months: 1, organizationId, priority: asScope(byPlace) } }
  const all = month ? of : await planDb.prioritiesOf(turn.db, turn.reader, before(present))
  const found = prioritiesNamed(asked.text, all)
  // The newest, where a priority stands in several months.
  const latest = found.filter(p => !found.some(q => q.month > p.month && speak.pick(q.title) === speak.pick(p.title)))
  const [one] = latest
  if (one && latest.length === 1) return { scope: { month: null, months: 1, organizationId, priority: asScope(one) } }
  return { view: whichView(turn, latest.length > 0 ? latest : of, month ?? present, press) }
}

const before = (present: Month): Month[] => Array.from({ length: lookedBack + 2 }, (_, i) => addMonths(present, i - lookedBack))

function whichView(turn: Turn, all: readonly planDb.Priority[], month: Month, press: string): View {
  const { speak } = turn
  if (all.length === 0) return warn(speak, 'echo.noPriorities', { month: speak.month(month) })
  return view(turn.language, [
    text(speak.say('echo.whichPriority'), 'strong'),
    actions(all.slice(0, 10).map(p => named(turn.language, speak.pick(p.title), press, { p: p.id }))),
  ])
}

/** A scope as short arguments of a button, and back. */
export const argsOf = ({ month, months, organizationId, priority }: EchoScope): Record<string, string> => ({
  ...(month ? { m: month, ...(months > 1 ? { n: String(months) } : {}) } : {}),
  ...(organizationId ? { o: organizationId } : {}),
  ...(priority ? { p: priority.id } : {}),
})

export async function scopeOf(turn: Turn, args: Record<string, string>): Promise<EchoScope> {
  const organizationId = turn.organizations.find(o => o.id === args.o)?.id ?? null
  const priority = args.p ? await planDb.priority(turn.db, turn.reader, args.p) : null
  if (priority) return { month: null, months: 1, organizationId, priority: asScope(priority) }
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(args.m ?? '') ? (args.m ?? null) : null
  const months = /^\d{1,2}$/.test(args.n ?? '') ? Math.min(mostMonths, Math.max(1, Number(args.n))) : 1
  return { month: month ?? lastMonth(turn), months, organizationId, priority: null }
}
