/** Editions: reading one by its number within what the reader may see, and announcing it in the network's channels. */
import type { Temporal } from 'temporal-polyfill'
import * as people from '../../db/people.ts'
import * as planDb from '../../db/plan.ts'
import { nameOf } from '../activities/show.ts'
import { startOf, touches } from '../activities/when.ts'
import { announce } from '../delivery/promise.ts'
import { actions, button, facts, heading, list, notice, text, view } from '../dialogue/say.ts'
import type { Answer, Scene, Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import type { Activity } from '../model/activity.ts'
import type { Organization, Reader } from '../model/people.ts'
import type { Part, View } from '../model/view.ts'
import type { Window } from '../model/window.ts'
import { monthWindow } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'
import { frozenPriority, thaw } from './frozen.ts'
import { inOrder, pageOf } from './order.ts'
import { printed, sectioned } from './printed.ts'
import { dayParts, monthsName, titleParts } from './show.ts'

/** An edition's number as said («٧», "7", "edition 7"); 0 where there is none in it. */
export const numberOf = (said: string): number => Number(/\d+/.exec(fold(said))?.[0] ?? 0)

/** An edition as far as a reader may see it. */
export type ReadEdition = {
  edition: planDb.Edition
  rows: { activity: Activity; organizations: Organization[] }[]
  priorities: ReturnType<typeof frozenPriority.parse>[]
}

/** Reads an edition by its number; null where there is none. */
export async function readEdition(db: Scene['db'], reader: Reader, number: number): Promise<ReadEdition | null> {
  const edition = await planDb.edition(db, reader, number)
  if (!edition) return null
  const rows = await planDb.rowsOfEdition(db, reader, number)
  const priorities = await planDb.prioritiesOfEdition(db, reader, number)
  return {
    edition,
    rows: rows.map(r => {
      const { activity, organizations } = thaw(reader.networkId, r.activityId, r.snapshot)
      return { activity: printed(activity), organizations }
    }),
    priorities: priorities.map(p => frozenPriority.parse(p)),
  }
}

export const windowOf = (scene: Scene, edition: planDb.Edition) =>
  monthWindow(scene.network.settings.zone, edition.firstMonth, edition.months)

function priorityParts(read: ReadEdition, months: string[], speak: Speak): Part[] {
  return months.flatMap(month =>
    titleParts(
      month,
      read.priorities.filter(p => p.month === month).map(p => p.title),
      speak,
    ),
  )
}

/** A page of an edition, from the line `from` on; or which one there is, where this one is not. */
export async function editionView(turn: Turn, number: number, from: number, to?: number): Promise<View> {
  const { speak } = turn
  const read = await readEdition(turn.db, turn.reader, number)
  if (!read) return noEdition(turn, number)
  const window = windowOf(turn, read.edition)
  const organizations = new Map(read.rows.map(r => [r.activity.id, r.organizations]))
  const voiceOf = (a: Activity) => ({ speak, organizations: organizations.get(a.id) ?? [] })
  const names = { speak, organizations: read.rows.flatMap(r => r.organizations) }
  const ordered = inOrder(
    read.rows.map(r => r.activity),
    {
      zone: turn.network.settings.zone,
      start: window.start,
      language: turn.language,
      nameOf: id => nameOf(names, id),
      startsAt: startOf(turn.network.settings.zone),
    },
  )
  // Sections of the centre's come first; what stands in one is not said again under its day.
  const { sections, rest } = sectioned(ordered, p => p.activity)
  const placed = [...sections.flatMap(s => s.lines.map(p => ({ ...p, section: s.name }))), ...rest]
  const page = pageOf(placed.length, from, to)
  const title = speak.say('edition.title', { number })
  const parts: Part[] = [heading(title)]
  if (page.from === 0) {
    const by = read.edition.compiledBy ? await people.member(turn.db, turn.network, read.edition.compiledBy) : null
    parts.push(
      facts([
        [speak.say('edition.window'), monthsName(window.months, speak)],
        [speak.say('edition.compiled'), speak.instant(read.edition.compiledAt)],
        [speak.say('edition.compiledBy'), by ? speak.pick(by.name) : read.edition.compiledBy ? null : speak.say('edition.atDeadline')],
      ]),
      ...(await sinceLast(turn, read, window)),
      ...priorityParts(read, window.months, speak),
    )
  }
  if (placed.length === 0) parts.push(text(speak.say('edition.empty')))
  else
    parts.push(
      text(
        page.from === 0 && page.to === placed.length
          ? speak.say('plan.count', { n: placed.length })
          : speak.say('plan.shown', { n: placed.length, from: page.from + 1, to: page.to }),
        'subtle',
      ),
      ...dayParts(placed.slice(page.from, page.to), speak, turn.now, voiceOf),
    )
  const e = String(number)
  parts.push(
    actions([
      ...(page.from === 0 && number > 1 ? [button(speak, 'changes.show', 'plan.changes', { since: String(number - 1), until: e })] : []),
      ...(page.earlier === null
        ? []
        : [button(speak, 'plan.earlier', 'plan.edition', { e, i: String(page.earlier), j: String(page.from) })]),
      ...(page.later === null ? [] : [button(speak, 'plan.later', 'plan.edition', { e, i: String(page.later) })]),
      button(speak, 'plan.asFile', 'export.ask', { e }),
    ]),
  )
  return view(turn.language, parts, title)
}

/** What changed since the edition before it, of what the reader may see in both: new, changed, no longer in it though of its window. */
async function sinceLast(turn: Turn, read: ReadEdition, window: Window): Promise<Part[]> {
  const number = read.edition.number - 1
  const before = number > 0 ? await readEdition(turn.db, turn.reader, number) : null
  if (!before) return []
  const was = new Map(before.rows.map(r => [r.activity.id, r.activity]))
  const is = new Map(read.rows.map(r => [r.activity.id, r.activity]))
  const fresh = [...is.keys()].filter(id => !was.has(id)).length
  const changed = [...is.values()].filter(a => (was.get(a.id)?.version ?? a.version) !== a.version).length
  const gone = [...was.values()].filter(a => !is.has(a.id) && touches(a.when, window, turn.network.settings.zone)).length
  return [text(turn.speak.say('edition.since', { number, fresh, changed, gone }), 'subtle')]
}

async function noEdition(turn: Turn, number: number): Promise<View> {
  const { speak } = turn
  const latest = await planDb.latestEdition(turn.db, turn.reader)
  return view(turn.language, [
    notice('warning', number > 0 ? speak.say('edition.none', { number: speak.number(number) }) : speak.say('edition.noneYet')),
    ...(latest ? [text(speak.say('edition.latest', { number: latest.number }))] : []),
    actions(
      latest ? [button(speak, 'edition.open', 'plan.edition', { e: String(latest.number) }, { values: { number: latest.number } })] : [],
    ),
  ])
}

/** Another page of an edition takes the card's place. */
export async function editionPage(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const shown = await editionView(turn, Number(args.e), Number(args.i ?? 0), args.j === undefined ? undefined : Number(args.j))
  return args.i === undefined ? { views: [shown] } : { replace: shown }
}

/** Who a channel is: it may see what is visible to the whole network at this moment, and nothing else. */
const channelReader = (networkId: string, now: Temporal.Instant): Reader => ({
  networkId,
  memberId: '',
  organizationId: '',
  roles: ['observer'],
  now,
})

/**
 * Posts that an edition was issued in the network's channels, once however often it is called. It counts network-visible rows alone: what is for
 * the centre, or embargoed at this moment, is not even counted. Formal, in the network's first language.
 */
export async function announceEdition(scene: Scene, number: number): Promise<void> {
  const read = await readEdition(scene.db, channelReader(scene.network.id, scene.now), number)
  if (!read) throw new Error(`there is no edition ${number} to announce`)
  await announce(
    scene,
    language => {
      const speak = scene.voice(language)
      const window = windowOf(scene, read.edition)
      const sentence = speak.say('edition.announced', { number, _window: monthsName(window.months, speak) })
      return view(
        language,
        [
          heading(speak.say('edition.title', { number })),
          text(sentence),
          ...priorityParts(read, window.months, speak),
          text(speak.say('plan.count', { n: read.rows.length }), 'strong'),
          list(byOrganization(read, speak)),
          text(speak.say('edition.read', { _command: `\u2068/plan edition ${number}\u2069` }), 'subtle'),
        ],
        sentence,
      )
    },
    { dedupe: `edition:${number}`, subject: `edition:${number}` },
  )
}

/** How many each organization has, the most first. */
function byOrganization(read: ReadEdition, speak: Speak): { text: string; detail: string }[] {
  const counts = new Map<string, number>()
  for (const { activity } of read.rows) counts.set(activity.ownerId, (counts.get(activity.ownerId) ?? 0) + 1)
  const names = { speak, organizations: read.rows.flatMap(r => r.organizations) }
  return [...counts]
    .map(([id, n]) => ({ name: nameOf(names, id), n }))
    .sort((a, b) => b.n - a.n || a.name.localeCompare(b.name, speak.language))
    .map(({ name, n }) => ({ text: name, detail: speak.say('plan.count', { n }) }))
}
