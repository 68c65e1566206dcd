/** What a meeting hears of a month's echo: the data, where there is any, and its few lines. */

import type { Voice } from '../activities/show.ts'
import { facts, list, text } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Reader } from '../model/people.ts'
import type { Part } from '../model/view.ts'
import type { Month } from '../model/window.ts'
import { type Echo, echoOf, isCollected } from './echo.ts'
import { comparison, knownParts, sideLines } from './echo-show.ts'

/** Outlets named in a meeting. */
const most = 3

/** The echo of a month as a reader may see it; null where nothing was collected and nobody was asked. */
export async function echoForMeeting(scene: Scene, reader: Reader, month: Month): Promise<Echo | null> {
  const echo = await echoOf(scene, reader, { month, months: 1, organizationId: null, priority: null })
  return isCollected(echo) || echo.known.waiting > 0 || echo.figures.length > 0 ? echo : null
}

/** A month in a few parts: how much of the plan took place, appearances and how that compares, where most appeared, and what is not known. */
export function echoLines({ speak }: Voice, echo: Echo): Part[] {
  const { achieved } = echo
  const n = (count: number): string => speak.say('echo.activities', { n: count })
  const compared = isCollected(echo) ? comparison(speak, echo) : null
  return [
    facts([
      [speak.say('echo.planned'), n(achieved.planned)],
      [speak.say('echo.held'), n(achieved.held)],
      [speak.say('echo.changed'), achieved.changed > 0 ? n(achieved.changed) : null],
      [speak.say('echo.moved'), achieved.moved > 0 ? n(achieved.moved) : null],
      [speak.say('echo.off'), achieved.off > 0 ? n(achieved.off) : null],
      [speak.say('echo.unsaid'), achieved.unsaid > 0 ? n(achieved.unsaid) : null],
    ]),
    ...(isCollected(echo) ? [text(speak.say('echo.appearances', { n: echo.appearances }), 'strong')] : []),
    ...(compared ? [text(compared, 'subtle')] : []),
    list([
      ...sideLines(speak, echo),
      ...echo.outlets.slice(0, most).map(o => ({ text: speak.say('echo.outletLine', { name: speak.pick(o.name) || o.id, n: o.n }) })),
    ]),
    ...knownParts(speak, echo),
  ]
}
