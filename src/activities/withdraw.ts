/** Takes an activity out of the plan: the question before it, and what follows from it. */
import { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import { holders, tell, update } from '../delivery/promise.ts'
import { actions, button, facts, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import type { View } from '../model/view.ts'
import { nameOf } from './show.ts'
import { record } from './submit.ts'
import { boundsOf } from './when.ts'

/** What is over stays in the record of its month. */
export const isOver = (turn: Turn, a: Activity): boolean =>
  Temporal.Instant.compare(boundsOf(a.when, turn.network.settings.zone).endsAt, turn.now) <= 0

export function sureView(turn: Turn, a: Activity): View {
  if (isOver(turn, a)) return warn(turn.speak, 'activity.over', { reference: a.reference, title: turn.speak.pick(a.title) })
  return view(turn.language, [
    text(turn.speak.say('activity.withdrawSure', { reference: a.reference, title: turn.speak.pick(a.title) }), 'strong'),
    facts([[turn.speak.say('activity.when'), turn.speak.when(a.when)]]),
    actions([
      button(turn.speak, 'activity.withdrawYes', 'activity.withdraw.yes', { id: a.id, version: String(a.version) }, { style: 'danger' }),
      button(turn.speak, 'activity.keep', 'activity.keep', { id: a.id }),
    ]),
  ])
}

export async function withdraw(turn: Turn, a: Activity): Promise<Answer> {
  if (isOver(turn, a)) return { replace: sureView(turn, a) }
  const changed = await activitiesDb.change(turn.db, turn.network.id, a.id, a.version, { lifecycle: 'withdrawn', changedAt: turn.now })
  if (!changed) return { views: [warn(turn.speak, 'activity.changedMeanwhile', { reference: a.reference })] }
  await record(turn, a, 'withdrawn', { lifecycle: a.lifecycle }, { lifecycle: 'withdrawn' })
  await turn.emit({ kind: 'activity.withdrawn', activity: { ...a, lifecycle: 'withdrawn' }, by: turn.member.id })
  const centre = (await holders(turn, 'coordinator')).filter(m => m.id !== turn.member.id)
  await tell(turn, centre, language => {
    const voice = { speak: turn.voice(language), organizations: turn.organizations }
    return view(language, [
      text(
        voice.speak.say('activity.withdrawnTold', {
          organization: nameOf(voice, a.ownerId),
          reference: a.reference,
          title: voice.speak.pick(a.title),
        }),
      ),
    ])
  })
  await update(turn, `review:${a.id}`, language =>
    view(language, [text(turn.voice(language).say('activity.alreadyWithdrawn', { reference: a.reference }))]),
  )
  return { replace: view(turn.language, [text(turn.speak.say('activity.withdrawn', { reference: a.reference }))]) }
}
