/** One that waits for the centre's review, as it was shown: it is accepted, or it is said why nothing can be done to it. */
import * as activitiesDb from '../../db/activities.ts'
import { actions, button, notice, view, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import { holds } from '../model/people.ts'
import { partsOf } from './show.ts'
import { recordActivity } from './submit.ts'
import { wordingButton } from './wording.ts'

export const refused = (turn: Turn): Answer => ({
  views: [warn(turn.speak, 'dialogue.notAllowed', { _who: turn.speak.say('activity.coordinators') })],
})

/** The item as it was shown, or why nothing can be done to it: it changed, or it was dealt with. */
export async function item(turn: Turn, args: Record<string, string>): Promise<{ activity: Activity } | { answer: Answer }> {
  if (!holds(turn.reader, 'coordinator')) return { answer: refused(turn) }
  const a = args.id ? await activitiesDb.byId(turn.db, turn.reader, args.id) : null
  if (!a) return { answer: { views: [warn(turn.speak, 'activity.notFound')] } }
  if (a.lifecycle === 'withdrawn')
    return {
      answer: { views: [view(turn.language, [notice('info', turn.speak.say('activity.alreadyWithdrawn', { reference: a.reference }))])] },
    }
  if (String(a.version) !== args.version)
    return {
      answer: {
        views: [
          view(turn.language, [
            notice('warning', turn.speak.say('activity.changedMeanwhile', { reference: a.reference })),
            ...partsOf(a, turn, true),
            actions(reviewActions(turn, a)),
          ]),
        ],
      },
    }
  if (a.review === 'reviewed' || a.review === 'returned')
    return { answer: { views: [view(turn.language, [notice('info', turn.speak.say('review.done', { reference: a.reference }))])] } }
  return { activity: a }
}

const reviewActions = (turn: Turn, a: Activity) => {
  const args = { id: a.id, version: String(a.version) }
  return [
    button(turn.speak, 'review.accept', 'review.accept', args, { style: 'primary' }),
    button(turn.speak, 'review.return', 'review.return', args),
    wordingButton(turn.speak, a),
  ]
}

/** False where it is not accepted: it changed since, or was dealt with. */
export async function acceptAsShown(turn: Turn, a: Activity): Promise<boolean> {
  if (!(await activitiesDb.review(turn.db, turn.network.id, a.id, a.version, { review: 'reviewed', reviewNote: null }))) return false
  await recordActivity(turn, a, 'reviewed', { review: a.review }, { review: 'reviewed', version: a.version })
  return true
}

export async function accept(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const found = await item(turn, args)
  if ('answer' in found) return found.answer
  const { reference } = found.activity
  if (!(await acceptAsShown(turn, found.activity))) return { views: [warn(turn.speak, 'activity.changedMeanwhile', { reference })] }
  return { views: [view(turn.language, [notice('good', turn.speak.say('review.accepted', { reference }))])] }
}
