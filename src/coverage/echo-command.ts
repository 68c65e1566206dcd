/** `/echo`: the media echo on a card, month by month. */
import { actions, button, heading, view } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import type { Action, View } from '../model/view.ts'
import { addMonths } from '../time/zone.ts'
import { type Echo, type EchoScope, echoOf, isCollected, thisMonth } from './echo.ts'
import { argsOf, scopeOf, scopeSaid } from './echo-said.ts'
import { echoParts, titleOf } from './echo-show.ts'

export async function echoCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const found = await scopeSaid(turn, asked)
  return { views: ['view' in found ? found.view : await echoView(turn, found.scope)] }
}

export async function echoView(turn: Turn, scope: EchoScope): Promise<View> {
  const echo = await echoOf(turn, turn.reader, scope)
  const title = titleOf(turn, scope)
  return view(turn.language, [heading(title), ...echoParts(turn, echo), actions(buttons(turn, echo))], title)
}

function buttons(turn: Turn, echo: Echo): Action[] {
  const { speak } = turn
  const { scope } = echo
  const args = argsOf(scope)
  const of = (n: number) => argsOf({ ...scope, month: scope.month && addMonths(scope.month, n) })
  return [
    ...(scope.month ? [button(speak, 'echo.earlier', 'echo.page', of(-1))] : []),
    ...(scope.month && scope.month < thisMonth(turn) ? [button(speak, 'echo.later', 'echo.page', of(1))] : []),
    // The press is of a wing above.
    ...(isCollected(echo) ? [button(speak, 'plan.asFile', 'export.ask', { ...args, c: '1' })] : []),
  ]
}

export const echoPresses: Record<string, PressHandler> = {
  'echo.show': async (turn, args) => ({ views: [await echoView(turn, await scopeOf(turn, args))] }),
  'echo.page': async (turn, args) => ({ replace: await echoView(turn, await scopeOf(turn, args)) }),
}
