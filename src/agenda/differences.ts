/** What differs between two states of a briefing, found in the record. */
import type { Briefing } from '../../db/agenda.ts'
import * as changes from '../../db/changes.ts'
import { facts } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import type { Part } from '../model/view.ts'

/** What a card that shows `version` does not know of the briefing: what was, and what is. */
export async function differences(scene: Scene, speak: Speak, now: Briefing, version: number): Promise<Part> {
  const all = await changes.of(scene.db, scene.network.id, 'briefing', now.id, 100)
  const was = all.map(c => c.after as Partial<Briefing> | null).find(a => a?.version === version)
  if (!was) return facts([])
  const rows = [
    ['briefing.title', titleOf(speak, was), titleOf(speak, now)],
    ['briefing.presenter', was.presenter, now.presenter],
    ['briefing.minutes', was.minutes && speak.say('agenda.minutes', { n: was.minutes }), speak.say('agenda.minutes', { n: now.minutes })],
    ['briefing.link', was.link ?? speak.say('briefing.noLink'), now.link ?? speak.say('briefing.noLink')],
    [
      'briefing.state',
      was.state && speak.say('briefing.stateIs', { _state: was.state }),
      speak.say('briefing.stateIs', { _state: now.state }),
    ],
  ] as const
  return facts(
    rows.flatMap(([label, from, to]) =>
      from && to && from !== to ? [[speak.say(label), speak.say('briefing.fromTo', { from, to })] as const] : [],
    ),
  )
}

const titleOf = (speak: Speak, b: Partial<Briefing>): string => (b.title ? speak.pick(b.title) : '')
