/** Finds activities by what they are called: "when is the youth forum?", «ابحث عن المتحف». Those that one may see, of the last months and the year to come. */
import * as activitiesDb from '../../db/activities.ts'
import * as search from '../../db/search.ts'
import { actions, button, list, text, view } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import { alike, everywhere, type Word, wordOf } from '../understanding/alike.ts'
import type { AskedAbout } from '../understanding/asked-about.ts'
import { fold } from '../understanding/fold.ts'
import { isActivity } from '../understanding/parts/kinds.ts'
import { isDayWord, isMonthWord, isNextWord } from '../understanding/time-words.ts'
import { bare, tokensOf } from '../understanding/tokens.ts'
import { lineOf } from './show.ts'

/** Days that are looked at, before and after the present. */
const back = 120
const ahead = 370
/** How sure it must be that something else is meant by what was searched for and not found. */
const fairlySure = 0.6
/** Lines of one card. */
const most = 10

/** Words of a question that are part of no name, folded. */
const around = new Set(
  `the a an of in on at for to and or our their this that it about with by from activity activities event events plan
  في من علي عن الي مع او هذا هذه التي اللي الي لدي عند عندنا لدينا فعاليه فعاليات الفعاليه الفعاليات مخطط`.split(/\s+/),
)

const generic = [...everywhere].map(wordOf)

type Wanted = { words: Word[]; telling: number }

/** The words of a name, and how many of them tell it from others; null where there are none. Days and months say when, and name nothing. */
export function wantedIn(about: string): Wanted | null {
  const all = tokensOf(about).filter(t => t.kind !== 'sign')
  const found = all.flatMap((t, i) => {
    if (bare(t.f).some(b => around.has(b)) || [isDayWord, isMonthWord, isNextWord].some(is => is(t.f))) return []
    const word = wordOf(t.f)
    return word.stem.length > 1 || t.kind === 'number'
      ? [{ word, tells: t.kind === 'word' && !isActivity(all, i) && !generic.some(g => alike(g, word)) }]
      : []
  })
  return found.length > 0 ? { words: found.map(f => f.word), telling: found.filter(f => f.tells).length } : null
}

const wordsOf = (texts: readonly (string | undefined)[]): Word[] =>
  texts.flatMap(t => tokensOf(t ?? '').flatMap(x => (x.kind === 'sign' ? [] : [wordOf(x.f)])))

/**
 * How much of a thing's name is asked for, 0 to 1: every word must stand in it, and one of them must be more than what half of all titles hold
 * ("the forum"), or most of the title is said. `beside` are texts in which a word may stand too, where it is searched for.
 */
export function likeness(
  { words, telling }: Wanted,
  title: readonly (string | undefined)[],
  beside: readonly (string | undefined)[] = [],
): number {
  const more = wordsOf(beside)
  return Math.max(
    0,
    ...title.map(t => {
      const own = wordsOf([t])
      if (own.length === 0 || !words.every(w => [...own, ...more].some(o => alike(w, o)))) return 0
      const share = own.filter(o => words.some(w => alike(w, o))).length / own.length
      return telling > 0 || (words.length > 1 && share >= 0.6) ? Math.max(share, 0.01) : 0
    }),
  )
}

/** `open` shows one whole. */
export async function findNamed(
  turn: Turn,
  { about, search: sought }: AskedAbout,
  asked: Asked,
  open: (turn: Turn, args: Record<string, string>) => Promise<Answer>,
): Promise<Answer | null> {
  const { speak } = turn
  const { reference } = asked.meaning.arguments
  if (reference) {
    // More than the number is said: «تغطية A-2026-0041», "A-2026-0041 as a calendar file".
    if (about !== fold(reference)) return null
    const one = await activitiesDb.byReference(turn.db, turn.reader, reference)
    return one && open(turn, { id: one.id })
  }
  const wanted = wantedIn(about)
  if (!wanted) return null
  const span = { start: turn.now.subtract({ hours: 24 * back }), end: turn.now.add({ hours: 24 * ahead }) }
  const found = (await search.namedIn(turn.db, turn.reader, span))
    .map(n => ({ id: n.id, score: likeness(wanted, [n.title.ar, n.title.en], sought ? [n.summary.ar, n.summary.en] : []) }))
    .filter(f => f.score > 0)
  const best = Math.max(0, ...found.map(f => f.score))
  // A whole title is that one, whatever longer ones hold it too.
  const these = best === 1 ? found.filter(f => f.score === 1) : found
  const [only] = these
  if (!only) return sought && asked.meaning.sure < fairlySure ? { views: [nothing(turn)] } : null
  if (these.length === 1) return open(turn, { id: only.id })
  const ids = these.slice(0, most).map(f => f.id)
  const all = new Map((await activitiesDb.byIds(turn.db, turn.reader, ids)).map(a => [a.id, a]))
  const shown = ids.flatMap(id => all.get(id) ?? [])
  return {
    views: [
      view(turn.language, [
        text(speak.say('activity.found', { n: these.length }), 'strong'),
        list(shown.map(a => ({ ...lineOf(a, turn), actions: [button(speak, 'activity.open', 'activity.open', { id: a.id })] }))),
        ...(these.length > most ? [text(speak.say('activity.foundMore', { n: these.length - most }), 'subtle')] : []),
      ]),
    ],
  }
}

const nothing = (turn: Turn) =>
  view(turn.language, [text(turn.speak.say('activity.foundNone')), actions([button(turn.speak, 'plan.whole', 'plan.page', {})])])
