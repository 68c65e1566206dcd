/** What a printed edition is made of, read as far as its reader may see it. */
import type { Temporal } from 'temporal-polyfill'
import * as meetingsDb from '../../db/meetings.ts'
import * as people from '../../db/people.ts'
import { nameOf } from '../activities/show.ts'
import { startOf } from '../activities/when.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import type { Bilingual, Organization, Reader } from '../model/people.ts'
import type { Window } from '../model/window.ts'
import { changesFrom, type PlanChange } from '../plan/changes.ts'
import { type ReadEdition, readEdition } from '../plan/edition.ts'
import { inOrder } from '../plan/order.ts'
import { opened } from '../plan/show.ts'
import { changesSince } from '../plan/since.ts'
import { dayOf, monthWindow } from '../time/zone.ts'

export type EditionData = {
  edition: ReadEdition['edition']
  /** Null where the deadline compiled it. */
  compiledBy: Bilingual | null
  window: Window
  /** In the order of the plan: by day, organization, time. */
  activities: Activity[]
  /** As they were called when it was frozen, and are. */
  organizations: Organization[]
  priorities: ReadEdition['priorities']
  sinceEdition: { number: number; changes: PlanChange[] } | null
  /** Since the last meeting before the edition was compiled. */
  sinceMeeting: { day: Temporal.PlainDate; changes: PlanChange[] } | null
}

/** Null where there is no such edition. */
export async function editionData(scene: Scene, reader: Reader, number: number): Promise<EditionData | null> {
  const read = await readEdition(scene.db, reader, number)
  if (!read) return null
  const { edition } = read
  const { zone, languages } = scene.network.settings
  const window = monthWindow(zone, edition.firstMonth, edition.months)
  const before = number > 1 ? await readEdition(scene.db, reader, number - 1) : null
  const held = await meetingsDb.previousStart(scene.db, scene.network.id, edition.compiledAt)
  const rows = read.rows.map(r => r.activity)
  const language = languages[0] ?? 'ar'
  const organizations = [
    ...read.rows.flatMap(r => r.organizations),
    ...(before?.rows ?? []).flatMap(r => r.organizations),
    ...scene.organizations,
  ]
  const names = { speak: scene.voice(language), organizations }
  const by = edition.compiledBy ? await people.member(scene.db, scene.network, edition.compiledBy) : null
  return {
    edition,
    compiledBy: edition.compiledBy ? (by?.name ?? { ar: edition.compiledBy }) : null,
    window,
    activities: inOrder(
      rows.map(a => opened(a, scene.now)),
      { zone, start: window.start, language, nameOf: id => nameOf(names, id), startsAt: startOf(zone) },
    ).map(placed => placed.activity),
    organizations,
    priorities: read.priorities,
    sinceEdition: before && { number: number - 1, changes: await changesFrom(scene, reader, before, read) },
    sinceMeeting: held && {
      day: dayOf(zone, held),
      changes: await changesSince(scene, reader, held, window, { at: edition.compiledAt, rows }),
    },
  }
}
