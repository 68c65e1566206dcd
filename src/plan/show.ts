/** How the plan and its priorities look: day headings with their lines, priorities with their key messages. Used by the plan and by editions alike. */
import { Temporal } from 'temporal-polyfill'
import { lineOf, type Voice } from '../activities/show.ts'
import { button, list, numbered, text } from '../dialogue/say.ts'
import type { Speak } from '../locales/speak.ts'
import type { Activity } from '../model/activity.ts'
import type { Bilingual } from '../model/people.ts'
import type { Part } from '../model/view.ts'
import type { Month } from '../model/window.ts'
import { byDay, type Placed } from './order.ts'

/** An activity as it is read now: once its embargo is over it is visible to the network, and no mark says otherwise. */
export const opened = <A extends Activity>(a: A, now: Temporal.Instant): A =>
  a.visibility === 'centre' && a.embargoUntil && Temporal.Instant.compare(a.embargoUntil, now) <= 0
    ? { ...a, visibility: 'network', embargoUntil: null }
    : a

/** Lines under their days. `voiceOf` gives the names an activity is shown with. */
export function dayParts(
  placed: readonly Placed<Activity>[],
  speak: Speak,
  now: Temporal.Instant,
  voiceOf: (a: Activity) => Voice,
): Part[] {
  return byDay(placed).flatMap(({ section, day, lines }) => [
    text(section ? speak.pick(section) : day === null ? speak.say('plan.underWay') : dayName(day, speak), 'strong'),
    list(
      lines.map(a => ({
        ...lineOf(opened(a, now), voiceOf(a), { under: day }),
        actions: [button(speak, 'activity.open', 'activity.open', { id: a.id })],
      })),
    ),
  ])
}

const dayName = (day: string, speak: Speak): string => {
  const hijri = speak.hijri(day)
  return hijri ? `${speak.day(day)} · ${hijri}` : speak.day(day)
}

/** Titles of a month's priorities in their rank; a month without any says so. */
export function titleParts(month: Month, titles: readonly Bilingual[], speak: Speak): Part[] {
  return [
    text(speak.say('plan.prioritiesOf', { month: speak.month(month) }), 'strong'),
    titles.length > 0
      ? numbered(
          speak,
          titles.map(t => ({ text: speak.pick(t) })),
        )
      : text(speak.say('plan.noPriorities', { month: speak.month(month) }), 'subtle'),
  ]
}

/** The months of a window in words. */
export const monthsName = ([first, ...more]: readonly Month[], speak: Speak): string => (first ? speak.months(first, more.length + 1) : '')
