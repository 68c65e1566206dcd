/** The media echo of a month, of an organization, of a priority: read as far as its reader may see it. */
import { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import * as echoDb from '../../db/echo.ts'
import * as planDb from '../../db/plan.ts'
import { touches } from '../activities/when.ts'
import type { Scene } from '../dialogue/turn.ts'
import { when as whenSchema } from '../model/activity.ts'
import type { OutcomeFigure } from '../model/evaluation.ts'
import type { Bilingual, Reader } from '../model/people.ts'
import type { Month } from '../model/window.ts'
import { addMonths, monthWindow, thisMonth } from '../time/zone.ts'
import { type Achieved, achieved, type Counted, counted, type Known, knownOf } from './echo-count.ts'

/** A priority is of a month already, and its echo is whatever was heard of it, whenever: then `month` is null. */
export type EchoScope = {
  month: Month | null
  /** How many months from that one on: 1, a quarter's three, a year's twelve. */
  months: number
  organizationId: string | null
  priority: { id: string; month: Month; title: Bilingual } | null
}

export type Echo = Counted & {
  scope: EchoScope
  /** True while the last of its months is not over. */
  soFar: boolean
  achieved: Achieved
  known: Known
  /** Key messages that were heard, by their words; most first. */
  heard: { text: Bilingual; n: number }[]
  figures: OutcomeFigure[]
  /** Every appearance, by day. */
  list: echoDb.Appearance[]
  /** What appearances and figures are of, by id: an activity's title, number and owner, or a priority's title. */
  names: Map<string, { title: Bilingual; reference: string | null; ownerId?: string }>
  /** As many months before, where something was collected in them; null where not, and for a priority. */
  before: { month: Month; appearances: number; known: Known } | null
}

/** Days before a month from which a change of date still tells of it: plans are made a season ahead. */
const changedWithin = 200

/** The month that ended last. */
export const lastMonth = (scene: Pick<Scene, 'network' | 'now'>): Month => addMonths(thisMonth(scene), -1)

const ofScope = ({ organizationId, priority }: EchoScope): echoDb.EchoOf => ({ organizationId, priorityId: priority?.id ?? null })

const daysOf = (month: Month, months: number): { from: string; to: string } => {
  const last = Temporal.PlainYearMonth.from(addMonths(month, months - 1))
  return { from: `${month}-01`, to: last.toPlainDate({ day: last.daysInMonth }).toString() }
}

async function read(scene: Scene, reader: Reader, scope: EchoScope) {
  const of = ofScope(scope)
  const { zone } = scene.network.settings
  const window = scope.month ? monthWindow(zone, scope.month, scope.months) : null
  const activities = await echoDb.activitiesOf(scene.db, reader, window, of)
  const covered = await echoDb.covered(
    scene.db,
    scene.network.id,
    activities.map(a => a.id),
  )
  const appearances = await echoDb.appearances(scene.db, reader, scope.month ? daysOf(scope.month, scope.months) : null, of)
  return { window, activities, covered, appearances, known: knownOf(activities, covered) }
}

/** How many were of the month and are of another now. */
async function movedOut(
  scene: Scene,
  reader: Reader,
  scope: EchoScope,
  window: echoDb.Span,
  present: ReadonlySet<string>,
): Promise<number> {
  const { zone } = scene.network.settings
  const since = window.start.subtract({ hours: 24 * changedWithin })
  const former = await echoDb.formerTimes(scene.db, reader, since, ofScope(scope))
  const gone = former.filter(f => {
    const was = whenSchema.safeParse(f.when).data
    return was !== undefined && !present.has(f.id) && touches(was, window, zone)
  })
  return new Set(gone.map(f => f.id)).size
}

/** Whether anything at all is known of the coverage of a stretch. */
export const isCollected = (of: { appearances: number; known: Known }): boolean =>
  of.appearances > 0 || of.known.collected + of.known.none > 0

export async function echoOf(scene: Scene, reader: Reader, scope: EchoScope): Promise<Echo> {
  const { window, activities, covered, appearances, known } = await read(scene, reader, scope)
  const count = counted(appearances)
  const ids = activities.map(a => a.id)
  const priorityIds = scope.priority ? [scope.priority.id] : []
  const figures = await echoDb.figuresOf(scene.db, reader, {
    activityIds: [...new Set([...ids, ...appearances.map(a => a.activityId)])],
    priorityIds: scope.month && !scope.organizationId ? await prioritiesOfMonths(scene, reader, window?.months ?? []) : priorityIds,
  })
  const messages = await echoDb.messagesNamed(
    scene.db,
    scene.network.id,
    count.messages.map(m => m.ref),
  )
  const out = window ? await movedOut(scene, reader, scope, window, new Set(ids)) : 0
  return {
    ...count,
    scope,
    soFar: window?.months.includes(thisMonth(scene)) ?? false,
    achieved: achieved(activities, { covered, movedOut: out, now: scene.now }),
    known,
    heard: count.messages.flatMap(({ ref, n }) => {
      const said = messages.get(`${ref.of}:${ref.id}`)
      return said ? [{ text: said, n }] : []
    }),
    figures,
    list: appearances,
    names: await namesOf(scene, reader, { figures, appearances }, activities),
    before: await beforeIt(scene, reader, scope),
  }
}

const prioritiesOfMonths = async (scene: Scene, reader: Reader, months: Month[]): Promise<string[]> =>
  (await planDb.prioritiesOf(scene.db, reader, months)).map(p => p.id)

async function beforeIt(scene: Scene, reader: Reader, scope: EchoScope): Promise<Echo['before']> {
  if (!scope.month) return null
  const month = addMonths(scope.month, -scope.months)
  const { appearances, known } = await read(scene, reader, { ...scope, month })
  const before = { month, appearances: appearances.length, known }
  return isCollected(before) ? before : null
}

async function namesOf(
  scene: Scene,
  reader: Reader,
  { figures, appearances }: { figures: readonly OutcomeFigure[]; appearances: readonly echoDb.Appearance[] },
  known: readonly echoDb.EchoActivity[],
): Promise<Echo['names']> {
  const out: Echo['names'] = new Map()
  const wanted = [...new Set([...figures.flatMap(f => f.activityId ?? []), ...appearances.map(a => a.activityId)])]
  const rest = wanted.filter(id => !known.some(a => a.id === id))
  for (const a of [...known.filter(a => wanted.includes(a.id)), ...(await activitiesDb.byIds(scene.db, reader, rest))])
    out.set(a.id, { title: a.title, reference: a.reference, ownerId: a.ownerId })
  const titles = await echoDb.priorityTitles(
    scene.db,
    scene.network.id,
    figures.flatMap(f => f.priorityId ?? []),
  )
  for (const [id, title] of titles) out.set(id, { title, reference: null })
  return out
}
