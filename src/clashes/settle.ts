/** What the centre does with a clash beside moving one of the two: it lets it stand (wing.ts), or makes one joint activity of both. */
import * as clashesDb from '../../db/clashes.ts'
import { lineOf } from '../activities/show.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, list, onlyFor, say, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import { mayMerge, merge } from '../joint/merge.ts'
import { holds } from '../model/people.ts'
import type { View } from '../model/view.ts'
import { clashView, type Sides } from './show.ts'
import { redraw, seenBy, sidesOf } from './watch.ts'

export const eyeOf = async (turn: Turn, sides: Sides) => {
  const coordinator = holds(turn.reader, 'coordinator')
  const { organizationId } = turn.reader
  return { organizationId, coordinator, seen: await seenBy(turn, sides, organizationId, coordinator) }
}

/** The clash as long as it is open and this person may settle it; else what to say. */
export async function openClash(turn: Turn, id: string | undefined): Promise<{ sides: Sides } | { refused: View }> {
  if (!holds(turn.reader, 'coordinator')) return { refused: onlyFor(turn.speak, 'coordinator') }
  const clash = id ? await clashesDb.byId(turn.db, turn.network.id, id) : null
  const sides = clash && (await sidesOf(turn, clash))
  if (!sides) return { refused: say(turn.speak, 'clash.gone') }
  if (clash.state === 'open') return { sides }
  return { refused: clashView(turn, turn.speak, sides, await eyeOf(turn, sides)) }
}

/** Keeps how a clash ended, with who said so; false where it has ended already. */
export async function settled(turn: Turn, clash: clashesDb.Clash, state: 'kept' | 'merged', note: string): Promise<boolean> {
  const set = { state, note, settledBy: turn.member.id, settledAt: turn.now }
  if (!(await clashesDb.settle(turn.db, turn.network.id, clash.id, set))) return false
  await record(turn, turn.member.id, {
    entity: 'clash',
    id: clash.id,
    action: state,
    before: { state: clash.state },
    after: { state, note },
  })
  return true
}

/** "Merge as joint activity": into which of the two is asked, and is the question before it is done. */
export async function mergePress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const found = await openClash(turn, args.id)
  if ('refused' in found) return { views: [found.refused] }
  const { speak } = turn
  const { activities } = found.sides
  const [first, second] = activities
  const versions = `${first.version}:${second.version}`
  return {
    views: [
      view(turn.language, [
        text(speak.say('clash.mergeWhich'), 'strong'),
        list(activities.map(a => lineOf(a, turn))),
        text(speak.say('joint.mergeHow'), 'subtle'),
        actions([
          button(
            speak,
            'joint.keepFirst',
            'clash.merge.yes',
            { id: args.id ?? '', keep: '0', versions },
            { values: { first: first.reference } },
          ),
          button(
            speak,
            'joint.keepSecond',
            'clash.merge.yes',
            { id: args.id ?? '', keep: '1', versions },
            { values: { second: second.reference } },
          ),
        ]),
      ]),
    ],
  }
}

export async function mergeYesPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const found = await openClash(turn, args.id)
  if ('refused' in found) return { replace: found.refused }
  const { clash, activities } = found.sides
  const shown = (args.versions ?? '').split(':')
  for (const [i, a] of activities.entries())
    if (String(a.version) !== shown[i]) return { views: [warn(turn.speak, 'activity.changedMeanwhile', { reference: a.reference })] }
  const [kept, gone] = args.keep === '1' ? [activities[1], activities[0]] : activities
  const may = await mayMerge(turn, { id: gone.id, into: kept.id })
  if ('refused' in may) return { views: [may.refused] }
  // Before they are merged: what is withdrawn ends its clashes by itself, and this one ended otherwise.
  if (!(await settled(turn, clash, 'merged', kept.reference))) return { views: [warn(turn.speak, 'clash.settledAlready')] }
  const done = await merge(turn, may.gone, may.kept)
  await redraw(turn, clash.id)
  return { replace: done }
}
