/** `/echo`: the media echo on a card, month by month. */
import { keepFile } from '../delivery/files.ts'
import { actions, button, heading, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import type { Action, View } from '../model/view.ts'
import { addMonths, thisMonth } from '../time/zone.ts'
import { pictureOf } from './chart-file.ts'
import { type Echo, echoOf, isCollected } from './echo.ts'
import { argsOf, scopeOf, scopeSaid } from './echo-said.ts'
import { altOf, echoParts, titleOf } from './echo-show.ts'
import { figureActions, mayAdd } from './evaluation.ts'

export async function echoCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const found = await scopeSaid(turn, asked)
  if ('view' in found) return { views: [found.view] }
  return { views: [await echoView(turn, await echoOf(turn, turn.reader, found.scope), true)] }
}

/** `picture`: with its chart, where there is something to draw. */
async function echoView(turn: Turn, echo: Echo, picture: boolean): Promise<View> {
  const title = titleOf(turn, echo.scope)
  const chart = picture ? await pictureOf(turn, echo, 'message') : null
  const parts = [
    heading(title),
    ...echoParts(turn, echo, { actionsOf: f => figureActions(turn, f) }),
    actions(buttons(turn, echo, picture)),
  ]
  return view(turn.language, [...parts, ...(chart ? [await keepFile(turn, { ...chart, reader: turn.member.id })] : [])], altOf(turn, echo))
}

const shown = async (turn: Turn, args: Record<string, string>): Promise<Echo> => echoOf(turn, turn.reader, await scopeOf(turn, args))

function buttons(turn: Turn, echo: Echo, picture: boolean): Action[] {
  const { speak } = turn
  const { scope } = echo
  const args = argsOf(scope)
  const of = (n: number) => argsOf({ ...scope, month: scope.month && addMonths(scope.month, n * scope.months) })
  return [
    ...(scope.month ? [button(speak, scope.months === 1 ? 'echo.earlier' : 'echo.earlierSpan', 'echo.page', of(-1))] : []),
    ...(scope.month && addMonths(scope.month, scope.months) <= thisMonth(turn)
      ? [button(speak, scope.months === 1 ? 'echo.later' : 'echo.laterSpan', 'echo.page', of(1))]
      : []),
    ...(echo.appearances > 0 && !picture ? [button(speak, 'echo.picture', 'echo.picture', args)] : []),
    ...(mayAdd(turn)
      ? [button(speak, 'figure.addOne', 'figure.add', scope.priority ? { p: scope.priority.id } : {}, { opensForm: true })]
      : []),
    // The press is of a wing above.
    ...(isCollected(echo) ? [button(speak, 'plan.asFile', 'export.ask', { ...args, c: '1' })] : []),
  ]
}

export const echoPresses: Record<string, PressHandler> = {
  'echo.show': async (turn, args) => ({ views: [await echoView(turn, await shown(turn, args), true)] }),
  'echo.page': async (turn, args) => ({ replace: await echoView(turn, await shown(turn, args), false) }),
  'echo.picture': async (turn, args) => {
    const echo = await shown(turn, args)
    const chart = await pictureOf(turn, echo, 'message')
    if (!chart) return { views: [warn(turn.speak, 'echo.noPicture')] }
    const alt = altOf(turn, echo)
    return { views: [view(turn.language, [text(alt), await keepFile(turn, { ...chart, reader: turn.member.id })], alt)] }
  },
}
