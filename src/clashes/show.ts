/** A clash as a card: the two activities as far as the reader may see them, why they clash, and what can be done. */
import type { Clash } from '../../db/clashes.ts'
import { lineOf } from '../activities/show.ts'
import { actions, button, heading, list, notice, text, view } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import type { Activity } from '../model/activity.ts'
import type { Action, View } from '../model/view.ts'
import { reasonsSaid } from './advise.ts'

/** `activities` are whole; `seen` says which of them a reader may see. */
export type Sides = { clash: Clash; activities: readonly [Activity, Activity] }
export type Eye = { organizationId: string; coordinator: boolean; seen: ReadonlySet<string> }

export const subjectOf = (id: string): string => `clash:${id}`

export function clashView(scene: Scene, speak: Speak, sides: Sides, eye: Eye): View {
  const { clash } = sides
  return view(
    speak.language,
    [
      heading(speak.say('clash.title', { _weight: clash.weight })),
      ...bodyOf(scene, speak, sides, eye),
      ...(clash.state === 'kept' ? [notice('info', speak.say('clash.kept', { note: clash.note ?? '' }))] : []),
      ...(clash.state === 'moved' ? [notice('good', speak.say('clash.moved'))] : []),
      ...(clash.state === 'merged' ? [notice('good', speak.say('clash.merged', { reference: clash.note ?? '' }))] : []),
      actions(actionsOf(speak, sides, eye)),
    ],
    `${speak.say('clash.title', { _weight: clash.weight })}: ${titles(speak, sides, eye)}`,
  )
}

const titles = (speak: Speak, { activities }: Sides, eye: Eye): string =>
  speak.list(activities.map(a => (eye.seen.has(a.id) ? speak.pick(a.title) : speak.say('clash.hidden'))))

/** The two lines and the reason. Where one of them may not be seen, not even the reason is told. */
function bodyOf(scene: Scene, speak: Speak, { clash, activities }: Sides, eye: Eye) {
  const voice = { speak, organizations: scene.organizations }
  const hidden = activities.some(a => !eye.seen.has(a.id))
  return [
    list(
      activities.map(a =>
        eye.seen.has(a.id) ? lineOf(a, voice) : { text: speak.say('clash.hidden'), detail: speak.say('clash.askCentre') },
      ),
    ),
    ...(hidden ? [] : [text(speak.say('clash.because', { _reasons: reasonsSaid({ speak }, clash.reasons) }))]),
  ]
}

/** An owner may move their own; the centre may move either, or let it stand. */
export function actionsOf(speak: Speak, { clash, activities }: Sides, eye: Eye): Action[] {
  if (clash.state !== 'open') return []
  const own = activities.filter(a => a.ownerId === eye.organizationId || eye.coordinator)
  return [
    ...own.map(a =>
      button(speak, 'clash.move', 'activity.edit', { id: a.id, version: String(a.version) }, { values: { reference: a.reference } }),
    ),
    ...(eye.coordinator
      ? [button(speak, 'clash.keep', 'clash.keep', { id: clash.id }), button(speak, 'clash.merge', 'clash.merge', { id: clash.id })]
      : []),
  ]
}
