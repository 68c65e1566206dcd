/** What a printed plan is made of, read as far as its reader may see it: an edition as it was frozen, or the plan of a stretch as it stands. */
import type { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import * as meetingsDb from '../../db/meetings.ts'
import * as people from '../../db/people.ts'
import * as planDb from '../../db/plan.ts'
import { nameOf } from '../activities/show.ts'
import { startOf } from '../activities/when.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import type { Bilingual, Organization, Reader } from '../model/people.ts'
import type { Month, Window } from '../model/window.ts'
import { changesFrom, type PlanChange } from '../plan/changes.ts'
import { readEdition, windowOf } from '../plan/edition.ts'
import { inOrder } from '../plan/order.ts'
import { type Scope, stretchOf } from '../plan/plan.ts'
import { printed } from '../plan/printed.ts'
import { opened } from '../plan/show.ts'
import { changesSince } from '../plan/since.ts'
import { dayOf } from '../time/zone.ts'

export type PlanData = {
  /** Null for the plan as it stands; `by` null where the deadline compiled it. */
  edition: { number: number; at: Temporal.Instant; by: Bilingual | null } | null
  /** The one organization whose plan it is, where it is one's. */
  of: Organization | null
  /** First and last day, YYYY-MM-DD; whole months, unless `months` is empty. */
  days: { from: string; to: string }
  months: Month[]
  /** In the order of the plan: by day, organization, time. */
  activities: Activity[]
  /** As they were called when it was frozen, and are. */
  organizations: Organization[]
  priorities: Pick<planDb.Priority, 'id' | 'month' | 'title' | 'narrative' | 'messages'>[]
  sinceEdition: { number: number; changes: PlanChange[] } | null
  /** Since the last meeting before the edition was compiled, or before now. */
  sinceMeeting: { day: Temporal.PlainDate; changes: PlanChange[] } | null
}

/** Null where there is no such edition. */
export async function editionData(scene: Scene, reader: Reader, number: number): Promise<PlanData | null> {
  const read = await readEdition(scene.db, reader, number)
  if (!read) return null
  const { edition } = read
  const { zone } = scene.network.settings
  const window = windowOf(scene, edition)
  const before = number > 1 ? await readEdition(scene.db, reader, number - 1) : null
  const held = await meetingsDb.previousStart(scene.db, scene.network.id, edition.compiledAt)
  const rows = read.rows.map(r => r.activity)
  const by = edition.compiledBy ? await people.member(scene.db, scene.network, edition.compiledBy) : null
  const organizations = [
    ...read.rows.flatMap(r => r.organizations),
    ...(before?.rows ?? []).flatMap(r => r.organizations),
    ...scene.organizations,
  ]
  return {
    edition: { number, at: edition.compiledAt, by: edition.compiledBy ? (by?.name ?? { ar: edition.compiledBy }) : null },
    of: null,
    days: daysOf(window, zone),
    months: window.months,
    activities: ordered(scene, rows, organizations, window.start),
    organizations,
    priorities: read.priorities,
    sinceEdition: before && { number: number - 1, changes: await changesFrom(scene, reader, before, read) },
    sinceMeeting: held && {
      day: dayOf(zone, held),
      changes: await changesSince(scene, reader, held, window, { at: edition.compiledAt, rows }),
    },
  }
}

/** The plan of a stretch as it stands; what changed in it is told of whole months. */
export async function planData(turn: Turn, scope: Scope): Promise<PlanData> {
  const { reader } = turn
  const { zone } = turn.network.settings
  const { start, end, months } = stretchOf(turn, scope)
  const window = { start, end, months }
  const ownerId = scope.organizationId ?? undefined
  const activities = (await activitiesDb.inWindow(turn.db, reader, window, { ownerId })).map(printed)
  const own = (changes: PlanChange[]) => changes.filter(c => !ownerId || (c.after ?? c.before)?.ownerId === ownerId)
  const latest = months.length > 0 ? await planDb.latestEdition(turn.db, reader) : null
  const earlier = latest && (await readEdition(turn.db, reader, latest.number))
  const held = months.length > 0 ? await meetingsDb.previousStart(turn.db, turn.network.id, turn.now) : null
  const organizations = [...turn.organizations, ...(earlier?.rows ?? []).flatMap(r => r.organizations)]
  return {
    edition: null,
    of: turn.organizations.find(o => o.id === ownerId) ?? null,
    days: daysOf(window, zone),
    months,
    activities: ordered(turn, activities, organizations, start),
    organizations,
    priorities: ownerId ? [] : await planDb.prioritiesOf(turn.db, reader, months),
    sinceEdition: earlier && { number: earlier.edition.number, changes: own(await changesFrom(turn, reader, earlier, null)) },
    sinceMeeting: held && { day: dayOf(zone, held), changes: own(await changesSince(turn, reader, held, window)) },
  }
}

const daysOf = ({ start, end }: Pick<Window, 'start' | 'end'>, zone: string): PlanData['days'] => ({
  from: dayOf(zone, start).toString(),
  to: dayOf(zone, end).subtract({ days: 1 }).toString(),
})

function ordered(scene: Scene, rows: readonly Activity[], organizations: Organization[], start: Temporal.Instant): Activity[] {
  const { zone, languages } = scene.network.settings
  const language = languages[0] ?? 'ar'
  const names = { speak: scene.voice(language), organizations }
  return inOrder(
    rows.map(a => opened(a, scene.now)),
    { zone, start, language, nameOf: id => nameOf(names, id), startsAt: startOf(zone) },
  ).map(placed => placed.activity)
}
