/** Freezing the plan of a window as the next numbered edition. */
import type { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import * as changesDb from '../../db/changes.ts'
import * as planDb from '../../db/plan.ts'
import { nameOf } from '../activities/show.ts'
import { startOf } from '../activities/when.ts'
import { record } from '../dialogue/record.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Reader } from '../model/people.ts'
import type { Month } from '../model/window.ts'
import { monthWindow } from '../time/zone.ts'
import { freeze, freezePriority } from './frozen.ts'
import { inOrder } from './order.ts'

/** By a coordinator who said so, of the number the edition was to have, or by a meeting's deadline. */
export type Compiling = { firstMonth: Month; months: number } & (
  | { meetingId: string | null; compiledBy: string; expects: number; deadlineAt?: undefined }
  | { meetingId: string; compiledBy: null; deadlineAt: Temporal.Instant }
)

/** The edition made; or the one that was made of the same deadline or the same press before, on this copy of the bot or another. */
export type Compiled = { number: number } | { already: number }

/**
 * Freezes every activity that touches the window and stands (what is cancelled or withdrawn is left out), whatever its visibility, with the
 * priorities of its months, in the caller's transaction. It does not announce: see `announceEdition`.
 */
export async function compile(scene: Scene, what: Compiling): Promise<Compiled> {
  const { db, network, now } = scene
  await planDb.holdEditions(db, network.id)
  if (what.compiledBy === null) {
    const before = await planDb.ofDeadline(db, network.id, what.meetingId, what.deadlineAt)
    if (before !== null) return { already: before }
  }
  // An edition holds all there is; what of it a reader may see is decided when it is read.
  const everything: Reader = { networkId: network.id, memberId: what.compiledBy ?? '', organizationId: '', roles: ['coordinator'], now }
  if (what.compiledBy !== null) {
    const latest = await planDb.latestEdition(db, everything)
    if (latest && latest.number >= what.expects) return { already: latest.number }
  }
  const window = monthWindow(network.settings.zone, what.firstMonth, what.months)
  const priorities = await planDb.prioritiesOf(db, everything, window.months)
  const language = network.settings.languages[0] ?? 'ar'
  const voice = { speak: scene.voice(language), organizations: scene.organizations }
  const placed = inOrder(await activitiesDb.inWindow(db, everything, window), {
    zone: network.settings.zone,
    start: window.start,
    language,
    nameOf: id => nameOf(voice, id),
    startsAt: startOf(network.settings.zone),
  })
  const accepted = await planDb.acceptedPartners(
    db,
    network.id,
    placed.map(p => p.activity.id),
  )
  const number = await changesDb.nextNumber(db, network.id, 'edition')
  await planDb.addEdition(
    db,
    {
      networkId: network.id,
      number,
      meetingId: what.meetingId,
      deadlineAt: what.deadlineAt ?? null,
      firstMonth: what.firstMonth,
      months: what.months,
      compiledAt: now,
      compiledBy: what.compiledBy,
    },
    placed.map(({ activity }, position) => ({
      position,
      activityId: activity.id,
      snapshot: freeze(
        activity,
        accepted.get(activity.id) ?? [],
        scene.organizations,
        priorities.find(p => p.id === activity.priorityId) ?? null,
      ),
      ownerId: activity.ownerId,
      visibility: activity.visibility,
      embargoUntil: activity.embargoUntil,
    })),
    priorities.map(freezePriority),
  )
  await record(scene, what.compiledBy, {
    entity: 'edition',
    id: String(number),
    action: 'compiled',
    after: { meetingId: what.meetingId, firstMonth: what.firstMonth, months: what.months, activities: placed.length },
  })
  return { number }
}
