/** An action that is due on a day on which nobody works: it is said, and the working day before is offered. */
import { Temporal } from 'temporal-polyfill'
import { actions, named, notice } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Adviser } from '../dialogue/wing.ts'
import type { Speak } from '../locales/speak.ts'
import type { Action, Part } from '../model/view.ts'
import { addWorkingDays, isWorkingDay } from '../time/working-days.ts'
import { today } from '../time/zone.ts'

/** The working day before a day, YYYY-MM-DD, that is none; null where it is one. `before` is null where that day is over. */
export function dayOff(scene: Scene, dueOn: string): { before: string | null } | null {
  const day = Temporal.PlainDate.from(dueOn)
  if (isWorkingDay(scene.calendar, day)) return null
  const before = addWorkingDays(scene.calendar, day, -1).toString()
  return { before: before >= today(scene) ? before : null }
}

/** What is said of such a day; `take` makes the button that takes the working day before. */
export function dayOffParts(scene: Scene, speak: Speak, dueOn: string, take: (day: string, label: string) => Action[]): Part[] {
  const off = dayOff(scene, dueOn)
  if (!off) return []
  if (!off.before) return [notice('warning', speak.say('action.dayOffAlone', { day: speak.day(dueOn) }))]
  return [
    notice('warning', speak.say('action.dayOff', { day: speak.day(dueOn), before: speak.day(off.before) })),
    actions(take(off.before, speak.say('action.dueBefore', { day: speak.day(off.before) }))),
  ]
}

/** On the card of an action that is not kept yet. */
export const adviseDay: Adviser = async (turn, values, _args, on) =>
  typeof values.dueOn === 'string'
    ? dayOffParts(turn, turn.speak, values.dueOn, (day, label) =>
        on ? [named(turn.language, label, 'draft.pick', { ...on, field: 'dueOn', value: day })] : [],
      )
    : []
