/** What changed in the plan: since an edition, up to another one or to the present. Added, moved, cancelled, reworded, otherwise changed; by organization. */
import * as activitiesDb from '../../db/activities.ts'
import * as planDb from '../../db/plan.ts'
import { nameOf } from '../activities/show.ts'
import { touches } from '../activities/when.ts'
import { same } from '../dialogue/same.ts'
import { actions, button, heading, list, text, view } from '../dialogue/say.ts'
import type { Answer, Asked, Scene, Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import type { Activity } from '../model/activity.ts'
import type { Organization, Reader } from '../model/people.ts'
import type { Part, View } from '../model/view.ts'
import type { Window } from '../model/window.ts'
import { monthWindow } from '../time/zone.ts'
import { editionView, numberOf, type ReadEdition, readEdition } from './edition.ts'
import { printed } from './printed.ts'

export const changeKinds = ['added', 'moved', 'cancelled', 'reworded', 'changed'] as const
export type ChangeKind = (typeof changeKinds)[number]
/** `before` is null for what is added; `after` for what is not in the later one. */
export type PlanChange = { kind: ChangeKind; before: Activity | null; after: Activity | null }

/**
 * Between two readings of the plan of a window. What is missing in the later one is cancelled, unless it stands elsewhere now (`elsewhere`): then it has
 * moved out of the window. What is missing in the earlier one and began outside the window is no more than time going on.
 */
export function differences(
  before: readonly Activity[],
  after: readonly Activity[],
  elsewhere: readonly Activity[],
  window: Pick<Window, 'start' | 'end'>,
  zone: string,
): PlanChange[] {
  const was = new Map(before.map(a => [a.id, a]))
  const is = new Map(after.map(a => [a.id, a]))
  const now = new Map(elsewhere.map(a => [a.id, a]))
  const out: PlanChange[] = []
  for (const a of after) {
    const b = was.get(a.id)
    const kind = b ? kindOf(b, a) : 'added'
    if (kind) out.push({ kind, before: b ?? null, after: a })
  }
  for (const b of before) {
    if (is.has(b.id) || !touches(b.when, window, zone)) continue
    const a = now.get(b.id)
    const stands = a && a.lifecycle !== 'withdrawn' && a.lifecycle !== 'cancelled'
    out.push(stands ? { kind: 'moved', before: b, after: a } : { kind: 'cancelled', before: b, after: null })
  }
  return out
}

function kindOf(b: Activity, a: Activity): ChangeKind | null {
  if (!same(b.when, a.when)) return 'moved'
  if (!same(b.title, a.title)) return 'reworded'
  const kept = (x: Activity) => [
    x.venue,
    x.patron,
    x.kind,
    x.certainty,
    x.summary,
    [...x.partnerIds].sort(),
    x.otherPartners,
    x.significance,
    x.spokesperson,
    x.audience,
    x.channels,
    x.materials,
  ]
  return same(kept(b), kept(a)) ? null : 'changed'
}

/** Lines of one card. */
const most = 30

/** The changes by organization, each with how many of its lines there are. */
export function changeParts(changes: readonly PlanChange[], speak: Speak, organizations: readonly Organization[]): Part[] {
  const of = (c: PlanChange) => (c.after ?? c.before)?.ownerId ?? ''
  const named = (id: string) => nameOf({ speak, organizations }, id)
  const owners = [...new Set(changes.map(of))].sort((a, b) => named(a).localeCompare(named(b), speak.language))
  let left = most
  const parts: Part[] = []
  for (const owner of owners) {
    const lines = changes.filter(c => of(c) === owner).sort((x, y) => changeKinds.indexOf(x.kind) - changeKinds.indexOf(y.kind))
    if (left <= 0) break
    parts.push(text(named(owner), 'strong'), list(lines.slice(0, left).map(c => ({ text: changeLine(c, speak) }))))
    left -= lines.length
  }
  const more = changes.length - most
  return more > 0 ? [...parts, text(speak.say('changes.more', { n: more }), 'subtle')] : parts
}

/** "Moved: …, from … to …" */
export function changeLine({ kind, before, after }: PlanChange, speak: Speak): string {
  const a = after ?? before
  if (!a) return ''
  return speak.say('changes.line', {
    _kind: kind,
    title: speak.pick(a.title),
    when: speak.shortWhen(a.when),
    from: before ? speak.shortWhen(before.when) : '',
    was: before ? speak.pick(before.title) : '',
  })
}

/** What changed since an edition that is read, up to a later one or to the present, of what the reader may see in both. */
export async function changesFrom(scene: Scene, reader: Reader, earlier: ReadEdition, later: ReadEdition | null): Promise<PlanChange[]> {
  const { zone } = scene.network.settings
  const upTo = later ?? earlier
  const window = monthWindow(zone, upTo.edition.firstMonth, upTo.edition.months)
  const before = earlier.rows.map(r => r.activity)
  const after = later ? later.rows.map(r => r.activity) : (await activitiesDb.inWindow(scene.db, reader, window)).map(printed)
  const missing = before.filter(b => !after.some(a => a.id === b.id)).map(b => b.id)
  // A later edition tells by itself; of the present what left the window is looked up.
  const elsewhere = (await activitiesDb.byIds(scene.db, reader, missing)).map(printed)
  return differences(before, after, elsewhere, window, zone)
}

/** `changes`, since the latest edition, or since the one that is named; `until` is a later edition, where not the present. */
export async function changesView(turn: Turn, since: number, until: number | null): Promise<View> {
  const { speak } = turn
  const earlier = await readEdition(turn.db, turn.reader, since)
  if (!earlier) return editionView(turn, since, 0)
  const later = until ? await readEdition(turn.db, turn.reader, until) : null
  const changes = await changesFrom(turn, turn.reader, earlier, later)
  const title = until ? speak.say('changes.between', { since, until }) : speak.say('changes.since', { since })
  const other =
    since > 1 && !until
      ? [button(speak, 'changes.earlier', 'plan.changes', { since: String(since - 1) }, { values: { since: since - 1 } })]
      : []
  return view(turn.language, [
    heading(title),
    text(speak.say('changes.count', { n: changes.length }), 'subtle'),
    ...changeParts(changes, speak, [...turn.organizations, ...earlier.rows.flatMap(r => r.organizations)]),
    actions([
      ...other,
      button(speak, 'edition.open', 'plan.edition', { e: String(until ?? since) }, { values: { number: until ?? since } }),
    ]),
  ])
}

export async function changesCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const named = asked.meaning.arguments.edition
  const latest = await planDb.latestEdition(turn.db, turn.reader)
  // Without an edition there is nothing to compare with, and that is what is said.
  return { views: [await changesView(turn, named ? numberOf(named) : (latest?.number ?? 0), null)] }
}

export const changesPress = async (turn: Turn, args: Record<string, string>): Promise<Answer> => ({
  views: [await changesView(turn, Number(args.since), args.until ? Number(args.until) : null)],
})
