/** The chart of an echo as a picture with its name, its size and the sentence that says the same: for a message, and for paper. */

import type { Voice } from '../activities/show.ts'
import { fileNameOf } from '../delivery/files.ts'
import type { Scene } from '../dialogue/turn.ts'
import { chartOf, type Size } from './chart.ts'
import { draw, pictureMime, type Where } from './chart-draw.ts'
import type { Echo } from './echo.ts'
import { altOf, titleOf } from './echo-show.ts'

/** `size` in the chart's pixels; the picture has more. */
export type Picture = { name: string; mime: string; bytes: Uint8Array; alt: string; size: Size }

/** Null where nothing appeared; and where it cannot be drawn on this machine, which the log is told: the figures and the sentence say the same. */
export async function pictureOf(voice: Voice & Pick<Scene, 'fault'>, echo: Echo, where: Where, drawing = draw): Promise<Picture | null> {
  const chart = chartOf(voice, echo)
  const bytes =
    chart &&
    (await drawing(chart, where).catch(error => {
      voice.fault(error, 'the chart of an echo was not drawn')
      return null
    }))
  if (!chart || !bytes) return null
  const name = `${fileNameOf(voice.speak.say('echo.chartName', { _title: titleOf(voice, echo.scope) })).slice(0, longestName)}.png`
  return { name, mime: pictureMime, bytes, alt: altOf(voice, echo), size: chart.size }
}

/** Characters of a name, its ending apart. */
const longestName = 120
