/** "/coverage", and every sentence about coverage: what waits for it, that of an activity, some that is taken in, the list of outlets. */
import * as activitiesDb from '../../db/activities.ts'
import * as coverageDb from '../../db/coverage.ts'
import { lineOf } from '../activities/show.ts'
import { button, list, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import { holds } from '../model/people.ts'
import type { View } from '../model/view.ts'
import { byWords } from '../understanding/by-words.ts'
import { answered, beginAdding, settle } from './collect.ts'
import { correcting, sureToRemove } from './correct.ts'
import { indexOf } from './fields.ts'
import { askWhich, candidates, meantBy, mostOffered, titles } from './of-which.ts'
import { outletCard, outletsView } from './outlets-keep.ts'
import { type Said, saidOf } from './said.ts'
import { shown } from './show.ts'
import { waitingView } from './waiting.ts'
import { mayCorrect, mayCover } from './who.ts'

export async function coverageCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const outlets = await coverageDb.outletsOf(turn.db, turn.network.id)
  const said = saidOf(asked.text, { known: indexOf(outlets), region: turn.network.settings.region, context: turn.context })
  switch (said.kind) {
    case 'outlets':
      return { views: [await outletsView(turn)] }
    case 'outlet': {
      const o = holds(turn.reader, 'coordinator') ? outlets.find(x => x.id === said.id) : undefined
      return { views: [o ? outletCard(turn.speak, o) : await outletsView(turn)] }
    }
    case 'open':
      return { views: [await waitingView(turn)] }
    case 'show':
      return { views: [await show(turn, asked, said.name)] }
    case 'give':
      return take(turn, asked, said.name, said.given)
    case 'add':
      return take(turn, asked, said.name, '')
    case 'none':
      return nothingOf(turn, asked, said.name)
    case 'remove':
    case 'correct':
      return one(turn, asked, said)
    default:
      return said satisfies never
  }
}

async function show(turn: Turn, asked: Asked, name: string): Promise<View> {
  if (!name && !asked.meaning.arguments.reference) return waitingView(turn)
  const found = await meantBy(turn, asked, name, false)
  if ('refused' in found) return found.refused
  if ('activity' in found) return shown(turn, found.activity)
  const named = byWords(name, found.among, titles)
  if (named.length === 0) return waitingView(turn)
  return view(turn.language, [
    text(turn.speak.say('coverage.which'), 'strong'),
    list(
      named
        .slice(0, mostOffered)
        .map(a => ({ ...lineOf(a, turn), actions: [button(turn.speak, 'coverage.open', 'coverage.open', { id: a.id })] })),
    ),
  ])
}

/** Begins the card of what was given, or asks first which activity it is of. */
async function take(turn: Turn, asked: Asked, name: string, given: string): Promise<Answer> {
  const found = await meantBy(turn, asked, name, true)
  if ('refused' in found) return { views: [found.refused] }
  if ('activity' in found) return beginAdding(found.activity.id, { text: given, message: asked.message, dialog: asked.dialog })
  if (found.among.length === 0) return { views: [warn(turn.speak, 'coverage.nothingToCover')] }
  return askWhich(found.among, given)
}

async function nothingOf(turn: Turn, asked: Asked, name: string): Promise<Answer> {
  const found = await meantBy(turn, asked, name, true)
  if ('refused' in found) return { views: [found.refused] }
  if (!('activity' in found)) return { views: [await waitingView(turn)] }
  const a = found.activity
  if (!mayCover(turn, a)) return { views: [await shown(turn, a)] }
  const row = await coverageDb.collection(turn.db, turn.network.id, a.id)
  if (row?.state !== 'collected') {
    await settle(turn, a.id, 'none')
    await answered(turn, a.id, 'none')
  }
  return { views: [await shown(turn, a)] }
}

/** An appearance by its number on the card of its activity. */
async function one(turn: Turn, asked: Asked, said: Extract<Said, { kind: 'remove' | 'correct' }>): Promise<Answer> {
  const found = await meantBy(turn, asked, said.name, false)
  if ('refused' in found) return { views: [found.refused] }
  if (!('activity' in found)) return { views: [warn(turn.speak, 'coverage.sayWhich')] }
  const a = found.activity
  const all = await coverageDb.ofActivity(turn.db, turn.reader, a.id)
  const c = all[said.number - 1]
  if (!c || !mayCorrect(turn, a, c)) return { views: [await shown(turn, a)] }
  return said.kind === 'remove' ? { views: [await sureToRemove(turn, c)] } : correcting(turn, c, asked.dialog)
}

export const listPresses: Record<string, PressHandler> = {
  'coverage.add': async (_turn, args, how) => beginAdding(args.id ?? '', { dialog: how.dialog }),
  'coverage.addOther': async turn => {
    const all = await candidates(turn, true)
    if (all.length === 0) return { views: [warn(turn.speak, 'coverage.nothingToCover')] }
    return askWhich(all, '')
  },
  'coverage.open': async (turn, args) => {
    const a = args.id ? await activitiesDb.byId(turn.db, turn.reader, args.id) : null
    return { views: [a ? await shown(turn, a) : warn(turn.speak, 'activity.notFound')] }
  },
}
