/** The actions wing: what was agreed to be done, by whom and until when; reminded of, said to be done, changed by the centre. */
import * as actionsDb from '../../db/actions.ts'
import { onlyFor, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { PressHandler, Wing } from '../dialogue/wing.ts'
import { holds } from '../model/people.ts'
import type { View } from '../model/view.ts'
import { adviseDay } from './due-day.ts'
import { valuesOf } from './fields.ts'
import { actionForm, asShown, changeForm, doneForm, dropForm, finish, shown } from './forms.ts'
import { change, dueHandlers, onEvents, settles, tellOwing } from './keep.ts'
import { beginAction, morePress } from './list.ts'

type FollowUp = actionsDb.FollowUp

/** Pressed on a list, the answer is a message of its own: the list stays. */
const answer = (args: Record<string, string>, v: View): Answer => (args.l ? { views: [v] } : { replace: v })

/** On an action as it was shown, for those who may; `open` where only an open one can be meant. */
const onAction =
  (
    may: (turn: Turn, a: FollowUp) => boolean,
    open: boolean,
    then: (turn: Turn, a: FollowUp, args: Record<string, string>, how: { dialog: boolean }) => Promise<Answer>,
  ): PressHandler =>
  async (turn, args, how) => {
    const found = await asShown(turn, args, a => may(turn, a), open)
    return found.ok ? then(turn, found.value, args, how) : answer(args, found.view)
  }

const centres = (turn: Turn): boolean => holds(turn.reader, 'coordinator')

export const wing: Wing = {
  forms: [actionForm, changeForm, doneForm, dropForm],
  advice: { action: adviseDay, 'action.change': adviseDay },
  due: dueHandlers,
  events: onEvents,
  presses: {
    'action.open': async (turn, args) => {
      const a = args.id ? await actionsDb.byId(turn.db, turn.network.id, args.id) : null
      if (!a || !(centres(turn) || a.organizationId === turn.reader.organizationId)) return { views: [warn(turn.speak, 'action.gone')] }
      return { views: [await shown(turn, a, null)] }
    },
    'action.more': morePress,
    'action.add': (turn, _args, how) => beginAction(turn, { to: null, body: '' }, { message: null, dialog: how.dialog }),
    'action.done': onAction(settles, true, async (turn, a, args) => answer(args, await finish(turn, a, null))),
    'action.doneNote': onAction(settles, true, async (_turn, a, args, how) => ({
      begin: { form: 'action.done', args: { id: a.id, v: args.v ?? '' }, dialog: how.dialog },
    })),
    'action.change': onAction(centres, true, async (_turn, a, args, how) => ({
      begin: { form: 'action.change', args: { id: a.id, v: args.v ?? '' }, values: valuesOf(a), dialog: how.dialog },
    })),
    'action.drop': onAction(centres, true, async (_turn, a, args, how) => ({
      begin: { form: 'action.drop', args: { id: a.id, v: args.v ?? '' }, dialog: how.dialog },
    })),
    'action.reopen': onAction(centres, false, async (turn, a, args) => {
      if (!centres(turn)) return { views: [onlyFor(turn.speak, 'coordinator')] }
      if (a.state === 'open') return answer(args, await shown(turn, a, null))
      const done = await change(turn, a, 'reopened', { state: 'open', note: null, settledAt: null, settledBy: null })
      if ('refused' in done) return answer(args, done.refused)
      await tellOwing(turn, done.after, 'action.wasReopened')
      return answer(args, await shown(turn, done.after, null))
    }),
  },
}
