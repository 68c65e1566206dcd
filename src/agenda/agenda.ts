/** The agenda of a meeting, built from the data at the moment it is asked for: its lines in order, each with when it begins, how long it takes, and what it is about. */
import type { Temporal } from 'temporal-polyfill'
import type { FollowUp } from '../../db/actions.ts'
import * as actionsDb from '../../db/actions.ts'
import * as activitiesDb from '../../db/activities.ts'
import * as agendaDb from '../../db/agenda.ts'
import type { Clash } from '../../db/clashes.ts'
import * as clashesDb from '../../db/clashes.ts'
import * as meetingsDb from '../../db/meetings.ts'
import * as planDb from '../../db/plan.ts'
import { type Names, namesFor } from '../actions/show.ts'
import { boundsOf, startOf } from '../activities/when.ts'
import { sidesOf } from '../clashes/watch.ts'
import type { Scene } from '../dialogue/turn.ts'
import { type Meeting, nextMeeting, windowOf } from '../meetings/occurrences.ts'
import type { Activity } from '../model/activity.ts'
import { type LineKind, lineKinds } from '../model/agenda.ts'
import { type Bilingual, holds, type Organization, type Reader } from '../model/people.ts'
import { agendaRulesOf } from '../model/settings.ts'
import type { Month } from '../model/window.ts'
import { changesFrom, type PlanChange } from '../plan/changes.ts'
import { readEdition } from '../plan/edition.ts'
import { opened } from '../plan/show.ts'
import { dayOf, monthOf, today } from '../time/zone.ts'
import { arranged, timed } from './order.ts'
import { type Report, reports } from './reports.ts'

/** A clash of which the reader may see both sides, or one that is their own; `seen` are the ids they may see. */
export type LineClash = { clash: Clash; activities: readonly [Activity, Activity]; seen: ReadonlySet<string> }
/** How much is planned in a month, and what of it a meeting would speak about, in the order of its days. */
export type LineMonth = { month: Month; count: number; notable: Activity[] }

/** What a line is about; a line is there only while it is about something. */
export type LineData =
  /** What the last meeting agreed, done or not, and whatever is still open; `names` of members, `day` the network's own today. */
  | { kind: 'actions'; actions: FollowUp[]; names: Names; day: string }
  /** Since the edition that lay before the last meeting; `organizations` are named as they were then, too. */
  | { kind: 'changes'; since: number; changes: PlanChange[]; organizations: Organization[] }
  | { kind: 'plan'; months: LineMonth[] }
  | { kind: 'priorities'; priorities: planDb.Priority[] }
  | { kind: 'clashes'; clashes: LineClash[] }
  | { kind: 'briefing'; briefing: agendaDb.Briefing }
  | Report
  | { kind: 'business'; id: string; text: Bilingual }
  | { kind: 'next'; meeting: Meeting }

/** `key` is stable: the kind, and for briefings and other business `briefing:ID` and `business:ID`. `minutes` is how long it takes. */
export type AgendaLine = { key: string; startsAt: Temporal.Instant; minutes: number } & LineData

export const briefingKey = (id: string): string => `briefing:${id}`
export const businessKey = (id: string): string => `business:${id}`

/** How many activities of a month are named. */
const mostNotable = 5

/** The meeting an agenda is asked of: the one under way, or the next. */
export async function agendaMeeting(scene: Scene): Promise<Meeting | null> {
  const last = await meetingsDb.previous(scene.db, scene.network.id, scene.now.add({ milliseconds: 1 }))
  return last && isUnderWay(scene, last) ? last : nextMeeting(scene)
}

export const endOf = (scene: Scene, m: Meeting): Temporal.Instant => m.startsAt.add({ minutes: scene.network.settings.meeting.minutes })

const isUnderWay = (scene: Scene, m: Meeting): boolean =>
  m.startsAt.epochMilliseconds <= scene.now.epochMilliseconds && scene.now.epochMilliseconds < endOf(scene, m).epochMilliseconds

/** The lines as far as the reader may see what they are about. */
export async function agendaOf(scene: Scene, meeting: Meeting, reader: Reader): Promise<AgendaLine[]> {
  if (reader.roles.length === 0) return []
  const kept = await agendaDb.keptLines(scene.db, scene.network.id, meeting.id)
  const of: Record<LineKind, () => Promise<({ key: string } & LineData)[]>> = {
    actions: () => actionsLine(scene, meeting),
    changes: () => changesLine(scene, meeting, reader),
    plan: () => planLine(scene, meeting, reader),
    priorities: () => prioritiesLine(scene, meeting, reader),
    clashes: () => clashesLine(scene, meeting, reader),
    briefing: async () =>
      (await agendaDb.briefingsOf(scene.db, scene.network.id, meeting.id, { states: ['accepted'] })).map(briefing => ({
        key: briefingKey(briefing.id),
        kind: 'briefing',
        briefing,
      })),
    business: async () =>
      kept.flatMap(k => {
        const id = /^business:(.+)$/.exec(k.key)?.[1]
        return id ? [{ key: k.key, kind: 'business' as const, id, text: { ar: k.textAr ?? undefined, en: k.textEn ?? undefined } }] : []
      }),
    next: () => nextLine(scene, meeting),
    ...reports(scene, meeting, reader),
  }
  const usual: ({ key: string } & LineData)[] = []
  for (const kind of lineKinds) usual.push(...(await of[kind]()))
  const places = new Map(kept.flatMap(k => (k.position === null ? [] : [[k.key, k.position] as const])))
  const { minutes } = agendaRulesOf(scene.network.settings)
  const given = new Map(kept.map(k => [k.key, k.minutes]))
  const long = arranged(usual, places).map(line => ({
    ...line,
    minutes: given.get(line.key) ?? (line.kind === 'briefing' ? line.briefing.minutes : minutes[line.kind]),
  }))
  return timed(long, meeting.startsAt)
}

/** Minutes that the lines take together. */
export const minutesOf = (lines: readonly AgendaLine[]): number => lines.reduce((sum, l) => sum + l.minutes, 0)

async function actionsLine(scene: Scene, meeting: Meeting) {
  const last = await meetingsDb.previous(scene.db, scene.network.id, meeting.startsAt)
  const agreed = last ? await actionsDb.ofMeeting(scene.db, scene.network.id, last.id) : []
  const open = (await actionsDb.open(scene.db, scene.network.id)).filter(a => a.meetingId !== meeting.id)
  const actions = [...agreed.filter(a => a.state !== 'dropped'), ...open.filter(a => !agreed.some(b => b.id === a.id))]
  return actions.length === 0
    ? []
    : [{ key: 'actions', kind: 'actions' as const, actions, names: await namesFor(scene, actions), day: today(scene) }]
}

/** What has changed since the edition that the last meeting looked at. */
async function changesLine(scene: Scene, meeting: Meeting, reader: Reader) {
  const last = await meetingsDb.previous(scene.db, scene.network.id, meeting.startsAt)
  const edition = last ? await planDb.editionAt(scene.db, reader, last.startsAt) : null
  const earlier = edition && (await readEdition(scene.db, reader, edition.number))
  if (!earlier) return []
  const changes = await changesFrom(scene, reader, earlier, null)
  if (changes.length === 0) return []
  const organizations = [...scene.organizations, ...earlier.rows.flatMap(r => r.organizations)]
  return [{ key: 'changes', kind: 'changes' as const, since: earlier.edition.number, changes, organizations }]
}

async function planLine(scene: Scene, meeting: Meeting, reader: Reader) {
  const { zone } = scene.network.settings
  const window = windowOf(scene, meeting)
  const begins = startOf(zone)
  const all = (await activitiesDb.inWindow(scene.db, reader, window)).map(a => opened(a, scene.now))
  const months = window.months.map((month, at) => {
    // What began before the window is of its first month.
    const own = all.filter(a => {
      const began = monthOf(dayOf(zone, boundsOf(a.when, zone).startsAt))
      return began === month || (at === 0 && began < month)
    })
    const notable = own
      .filter(a => weight(a) > 0)
      .sort((a, b) => weight(b) - weight(a) || begins(a) - begins(b))
      .slice(0, mostNotable)
      .sort((a, b) => begins(a) - begins(b))
    return { month, count: own.length, notable }
  })
  return all.length === 0 ? [] : [{ key: 'plan', kind: 'plan' as const, months }]
}

/** What a meeting would speak about: what has a patron, serves a priority, or is the whole country's. */
const weight = (a: Activity): number =>
  (a.patron ? 2 : 0) + (a.priorityId ? 2 : 0) + (a.kind === 'national_day' ? 2 : 0) + (a.significance ? 1 : 0)

async function prioritiesLine(scene: Scene, meeting: Meeting, reader: Reader) {
  const priorities = await planDb.prioritiesOf(scene.db, reader, windowOf(scene, meeting).months)
  return priorities.length === 0 ? [] : [{ key: 'priorities', kind: 'priorities' as const, priorities }]
}

/** Clashes that can still be settled. Of what the reader may not see they learn only where their own activity clashes with it. */
async function clashesLine(scene: Scene, meeting: Meeting, reader: Reader) {
  const clashes: LineClash[] = []
  for (const clash of await clashesDb.open(scene.db, scene.network.id)) {
    const sides = await sidesOf(scene, clash)
    const ahead = sides?.activities.every(
      a => boundsOf(a.when, scene.network.settings.zone).endsAt.epochMilliseconds > meeting.startsAt.epochMilliseconds,
    )
    if (!sides || !ahead) continue
    const { activities } = sides
    const seen = new Set((await activitiesDb.byIds(scene.db, reader, [clash.first, clash.second])).map(a => a.id))
    const own = activities.some(a => seen.has(a.id) && a.ownerId === reader.organizationId)
    if (seen.size === 2 || (own && holds(reader, 'member'))) clashes.push({ clash, activities, seen })
  }
  return clashes.length === 0 ? [] : [{ key: 'clashes', kind: 'clashes' as const, clashes }]
}

async function nextLine(scene: Scene, meeting: Meeting) {
  const after = await meetingsDb.next(scene.db, scene.network.id, meeting.startsAt)
  return after ? [{ key: 'next', kind: 'next' as const, meeting: after }] : []
}
