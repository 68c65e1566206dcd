/** Who gets what is meant for a member that is away: the colleague they named, as long as that one may see what the member may. */
import type { Temporal } from 'temporal-polyfill'
import * as absences from '../../db/absences.ts'
import * as people from '../../db/people.ts'
import type { Scene } from '../dialogue/turn.ts'
import { holds, type Member, roles } from '../model/people.ts'
import type { Part, View } from '../model/view.ts'
import { dayOf } from '../time/zone.ts'

/** A colleague of the same organization who holds every role of the member: what is told to a coordinator is told to no other. */
export const mayStandIn = (delegate: Member, member: Member): boolean =>
  delegate.active &&
  delegate.id !== member.id &&
  delegate.organizationId === member.organizationId &&
  roles.every(role => !holds(member, role) || holds(delegate, role))

/** For whom of these members another is told, at an instant. One who is away too has nobody standing in for those who named them. */
export async function standIns(scene: Scene, members: Member[], at: Temporal.Instant): Promise<Map<string, Member>> {
  const day = dayOf(scene.network.settings.zone, at).toString()
  const away = await absences.on(
    scene.db,
    scene.network.id,
    members.map(m => m.id),
    day,
  )
  const out = new Map<string, Member>()
  if (away.size === 0) return out
  const alsoAway = await absences.on(scene.db, scene.network.id, [...away.values()], day)
  for (const m of members) {
    const id = away.get(m.id)
    const delegate = id && !alsoAway.has(id) ? await people.member(scene.db, scene.network, id) : null
    if (delegate && mayStandIn(delegate, m)) out.set(m.id, delegate)
  }
  return out
}

/** The same card with a line that says for whom it came. */
export const insteadOf = (scene: Scene, shown: View, member: Member): View => {
  const speak = scene.voice(shown.language)
  const line: Part = {
    kind: 'text',
    text: speak.say('delegate.instead', { name: speak.pick(member.name) }),
    tone: 'subtle',
    insteadOf: member.id,
  }
  return { ...shown, parts: [line, ...shown.parts] }
}
