/** Keeps the clashes of what is saved: a new one is told to both owners and the centre, one that is no more is closed, and every card of it follows. */
import * as activitiesDb from '../../db/activities.ts'
import * as clashesDb from '../../db/clashes.ts'
import * as people from '../../db/people.ts'
import { centre } from '../activities/eyes.ts'
import { boundsOf } from '../activities/when.ts'
import { holders, tell, update } from '../delivery/promise.ts'
import { same } from '../dialogue/same.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { OnEvents } from '../dialogue/wing.ts'
import type { Activity } from '../model/activity.ts'
import type { Language, Reader } from '../model/people.ts'
import { nearby, rulesOf } from './advise.ts'
import { between, worst } from './compare.ts'
import { clashView, type Sides, subjectOf } from './show.ts'

export const onEvents: OnEvents = {
  'activity.submitted': (scene, event) => look(scene, event.activity, event.by),
  'activity.changed': (scene, event) => look(scene, event.activity, event.by),
  'activity.withdrawn': async (scene, event) => {
    for (const c of await clashesDb.ofActivity(scene.db, scene.network.id, event.activity.id)) if (c.state === 'open') await over(scene, c)
  },
}

/** Compares an activity with what stands near it. What is only worth knowing is told before it is saved, and kept nowhere. */
async function look(scene: Scene, activity: Activity, by: string): Promise<void> {
  const reader = centre(scene)
  const r = rulesOf(scene)
  const known = new Map((await clashesDb.ofActivity(scene.db, scene.network.id, activity.id)).map(c => [otherOf(c, activity.id), c]))
  const past = boundsOf(activity.when, scene.network.settings.zone).endsAt.epochMilliseconds <= scene.now.epochMilliseconds
  const all =
    activity.when.kind === 'span' || past
      ? []
      : await nearby({ db: scene.db, network: scene.network, reader }, activity.when, [activity.id])
  const stands = new Set<string>()
  for (const other of all) {
    const found = between(activity, other, r).filter(f => f.weight !== 'minor')
    const weight = worst(found)
    if (!weight) continue
    stands.add(other.id)
    const had = known.get(other.id)
    if (!had) {
      const [first, second] = [activity.id, other.id].sort() as [string, string]
      const id = scene.ids()
      await clashesDb.add(scene.db, { networkId: scene.network.id, id, first, second, reasons: found, weight, foundAt: scene.now })
      await announce(scene, id, by)
    } else if (had.state === 'moved' || !same(had.reasons, found)) {
      // The centre let it stand for the reasons it knew; others open it again.
      await clashesDb.refresh(scene.db, scene.network.id, had.id, { reasons: found, weight, state: 'open', settledAt: null })
      if (had.state === 'open') await redraw(scene, had.id)
      else await announce(scene, had.id, by)
    }
  }
  for (const [other, c] of known) if (c.state === 'open' && !stands.has(other)) await over(scene, c)
}

const otherOf = (c: clashesDb.Clash, id: string): string => (c.first === id ? c.second : c.first)

async function over(scene: Scene, c: clashesDb.Clash): Promise<void> {
  await clashesDb.settle(scene.db, scene.network.id, c.id, { state: 'moved', note: null, settledBy: null, settledAt: scene.now })
  await redraw(scene, c.id)
}

/** A clash with its two activities, as the centre sees them; null where one is gone. */
export async function sidesOf(scene: Scene, clash: clashesDb.Clash): Promise<Sides | null> {
  const [first, second] = await activitiesDb.byIds(scene.db, centre(scene), [clash.first, clash.second])
  return first && second ? { clash, activities: [first, second] } : null
}

/** What the members of an organization may see of the two. */
export async function seenBy(scene: Scene, sides: Sides, organizationId: string, coordinator: boolean): Promise<ReadonlySet<string>> {
  const reader: Reader = { ...centre(scene), organizationId, roles: [coordinator ? 'coordinator' : 'member'] }
  const seen = await activitiesDb.byIds(
    scene.db,
    reader,
    sides.activities.map(a => a.id),
  )
  return new Set(seen.map(a => a.id))
}

/** Both owners and the centre are told, but for whoever has just been told on the card. */
async function announce(scene: Scene, id: string, by: string): Promise<void> {
  const clash = await clashesDb.byId(scene.db, scene.network.id, id)
  const sides = clash && (await sidesOf(scene, clash))
  if (!sides) return
  const owners = [...new Set(sides.activities.map(a => a.ownerId))]
  const members = [...(await holders(scene, 'member', owners)), ...(await holders(scene, 'coordinator'))]
  const once = [...new Map(members.map(m => [m.id, m])).values()].filter(m => m.id !== by)
  const eyes = new Map<string, ReadonlySet<string>>()
  for (const m of once) {
    const coordinator = m.roles.includes('coordinator')
    const key = coordinator ? '' : m.organizationId
    if (!eyes.has(key)) eyes.set(key, await seenBy(scene, sides, m.organizationId, coordinator))
  }
  await tell(
    scene,
    once,
    (language, m) => {
      const coordinator = m.roles.includes('coordinator')
      const eye = { organizationId: m.organizationId, coordinator, seen: eyes.get(coordinator ? '' : m.organizationId) ?? new Set() }
      return clashView(scene, scene.voice(language), sides, eye)
    },
    { subject: subjectOf(id) },
  )
}

/** Every card of a clash says how it stands now. */
export async function redraw(scene: Scene, id: string): Promise<void> {
  const clash = await clashesDb.byId(scene.db, scene.network.id, id)
  const sides = clash && (await sidesOf(scene, clash))
  if (!sides) return
  const members = new Map((await people.activeMembers(scene.db, scene.network)).map(m => [m.id, m]))
  const eyes = new Map<string, ReadonlySet<string>>()
  for (const organization of scene.organizations) eyes.set(organization.id, await seenBy(scene, sides, organization.id, false))
  const everything = new Set(sides.activities.map(a => a.id))
  const card = (language: Language, memberId: string | null) => {
    const m = members.get(memberId ?? '')
    const coordinator = m?.roles.includes('coordinator') ?? false
    const seen = coordinator ? everything : (eyes.get(m?.organizationId ?? '') ?? new Set())
    return clashView(scene, scene.voice(language), sides, { organizationId: m?.organizationId ?? '', coordinator, seen })
  }
  await update(scene, subjectOf(id), card, { unsent: clash.state === 'open' ? 'renew' : 'drop' })
}
