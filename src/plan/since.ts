/** The plan as it stood at an instant, put together from the record of changes; and what has changed in it since then. */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import * as activitiesDb from '../../db/activities.ts'
import * as changesDb from '../../db/changes.ts'
import { touches } from '../activities/when.ts'
import { same } from '../dialogue/same.ts'
import type { Scene } from '../dialogue/turn.ts'
import { type Activity, certainties, kinds, when } from '../model/activity.ts'
import { holds, type Reader } from '../model/people.ts'
import type { Window } from '../model/window.ts'
import { differences, type PlanChange } from './changes.ts'
import { printed } from './printed.ts'

const bilingual = z.object({ ar: z.string().optional(), en: z.string().optional() })

/** Of what a change recorded as it was before: the fields by which a plan is compared, and those that say who may see it. */
const recorded = z
  .object({
    title: bilingual,
    summary: bilingual,
    kind: z.enum(kinds),
    when,
    certainty: z.enum(certainties),
    lifecycle: z.enum(['planned', 'postponed', 'rescheduled', 'cancelled', 'completed', 'withdrawn']),
    ownerId: z.string(),
    partnerIds: z.array(z.string()),
    otherPartners: z.array(z.string()),
    venue: z.string().nullable(),
    patron: z.string().nullable(),
    significance: z.string().nullable(),
    visibility: z.enum(['network', 'centre']),
    embargoUntil: z.string().nullable(),
    print: z.object({ wording: bilingual, section: bilingual, place: z.number().nullable() }),
  })
  .partial()

/** An activity as it was before these changes, which are in the order they were made: of each field, what the first that touched it found there. */
export function asBefore(activity: Activity, made: readonly Pick<changesDb.Change, 'before'>[]): Activity {
  const was: Record<string, unknown> = {}
  for (const { before } of made) for (const [field, value] of Object.entries(before ?? {})) if (!(field in was)) was[field] = value
  const { embargoUntil, print, ...rest } = recorded.parse(was)
  return {
    ...activity,
    ...(rest as Partial<Activity>),
    ...(print ? { print: { ...print, at: activity.print.at } } : {}),
    ...(embargoUntil === undefined ? {} : { embargoUntil: embargoUntil === null ? null : Temporal.Instant.from(embargoUntil) }),
  }
}

/** Whether it was told to this reader then: what was embargoed and is open now is new to them. */
const couldSee = (reader: Reader, a: Activity, at: Temporal.Instant): boolean =>
  a.visibility === 'network' ||
  holds(reader, 'coordinator') ||
  a.ownerId === reader.organizationId ||
  a.partnerIds.includes(reader.organizationId) ||
  (a.embargoUntil !== null && Temporal.Instant.compare(a.embargoUntil, at) <= 0)

const stands = (a: Activity): boolean => a.lifecycle !== 'withdrawn' && a.lifecycle !== 'cancelled'

/** Where a frozen plan is compared and not the present: when it was frozen, and what of it the reader may see. */
export type Until = { at: Temporal.Instant; rows: readonly Activity[] }

/** What changed in the plan of a window since an instant, of what the reader may see now. */
export async function changesSince(
  scene: Pick<Scene, 'db' | 'network'>,
  reader: Reader,
  at: Temporal.Instant,
  window: Window,
  until: Until | null = null,
): Promise<PlanChange[]> {
  const { zone } = scene.network.settings
  const present = await activitiesDb.inWindow(scene.db, reader, window)
  const after = until?.rows ?? present
  // The newest come first; each activity's are wanted in the order they were made.
  const made = Map.groupBy((await changesDb.since(scene.db, reader.networkId, 'activity', at)).reverse(), c => c.entityId)
  const known = new Set(present.map(a => a.id))
  const others = [...new Set([...made.keys(), ...after.map(a => a.id)])].filter(id => !known.has(id))
  const all = [...present, ...(await activitiesDb.byIds(scene.db, reader, others))]
  const before = all
    .filter(a => Temporal.Instant.compare(a.submittedAt, at) <= 0)
    .map(a => asBefore(a, made.get(a.id) ?? []))
    .filter(a => stands(a) && touches(a.when, window, zone) && couldSee(reader, a, at))
  const then = new Set(after.map(a => a.id))
  const elsewhere = all
    .filter(a => !then.has(a.id))
    .map(a =>
      until
        ? asBefore(
            a,
            (made.get(a.id) ?? []).filter(c => Temporal.Instant.compare(c.at, until.at) > 0),
          )
        : a,
    )
  // What stood as it was and is not among the rows is what this reader does not see of them.
  return differences(before.map(printed), after.map(printed), elsewhere.map(printed), window, zone).filter(
    c => !(c.kind === 'moved' && c.before && c.after && same(c.before.when, c.after.when)),
  )
}
