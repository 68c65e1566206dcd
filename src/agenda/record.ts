/** What happens to briefings, lines and attendance in the record, and what differs between two states of a briefing. */
import type { Briefing } from '../../db/agenda.ts'
import * as changes from '../../db/changes.ts'
import { facts } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import type { Part } from '../model/view.ts'

const plain = (o: object | null) => (o ? (JSON.parse(JSON.stringify(o)) as Record<string, unknown>) : null)

export async function record(
  scene: Scene,
  by: string | null,
  what: {
    entity: 'briefing' | 'agenda' | 'attendance'
    id: string
    action: string
    before?: object | null
    after?: object | null
    for?: string | null
  },
): Promise<void> {
  await changes.record(scene.db, {
    networkId: scene.network.id,
    id: scene.ids(),
    entity: what.entity,
    entityId: what.id,
    at: scene.now,
    memberId: by,
    forOrganizationId: what.for ?? null,
    through: scene.through,
    delivery: scene.delivery,
    action: what.action,
    before: plain(what.before ?? null),
    after: plain(what.after ?? null),
  })
}

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
