/** A month's priorities as everybody reads them: rank, title, narrative, key messages, and the activities that serve each. */
import { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import * as planDb from '../../db/plan.ts'
import { lineOf } from '../activities/show.ts'
import { actions, button, heading, list, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import { type Bilingual, holds } from '../model/people.ts'
import type { Action, Part, View } from '../model/view.ts'
import type { Month } from '../model/window.ts'
import { addMonths, thisMonth } from '../time/zone.ts'
import { nearMonth } from '../understanding/past-month.ts'
import { pageOf } from './order.ts'
import { opened, titleParts } from './show.ts'

/** Activities shown under a priority; the rest are behind its button. */
const served = 5

/** Whatever serves a priority, whenever it is held: all of time that the database's column holds safely. */
const always = { start: Temporal.Instant.from('1970-01-01T00:00:00Z'), end: Temporal.Instant.from('2200-01-01T00:00:00Z') }

const serving = (turn: Turn, priorityId: string): Promise<Activity[]> => activitiesDb.inWindow(turn.db, turn.reader, always, { priorityId })

/** A key message in the reader's language; where it has not got that, in the one it has. */
const messageLine = (turn: Turn, m: Bilingual): { text: string } => ({ text: turn.speak.pick(m) })

export async function prioritiesCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const { month } = asked.meaning.arguments
  const present = thisMonth(turn)
  return { views: [await prioritiesView(turn, month ? nearMonth(month, present, asked.text) : present)] }
}

export async function showMonth(turn: Turn, args: Record<string, string>): Promise<Answer> {
  return { replace: await prioritiesView(turn, monthIn(turn, args.m)) }
}

/** A month of a button's arguments; this one where they do not name one. */
export const monthIn = (turn: Turn, said: string | undefined): Month =>
  said && /^\d{4}-(0[1-9]|1[0-2])$/.test(said) ? said : thisMonth(turn)

export async function prioritiesView(turn: Turn, month: Month): Promise<View> {
  const { speak } = turn
  const all = await planDb.prioritiesOf(turn.db, turn.reader, [month])
  const title = speak.say('priority.title', { month: speak.month(month) })
  const parts: Part[] = [heading(title)]
  if (all.length === 0) parts.push(text(speak.say('plan.noPriorities', { month: speak.month(month) })))
  for (const [n, p] of all.entries()) {
    if (n > 0) parts.push({ kind: 'divider' })
    parts.push(text(`${speak.number(n + 1)}. ${speak.pick(p.title)}`, 'strong'), ...priorityParts(turn, p), ...(await servedParts(turn, p)))
  }
  parts.push(actions(monthButtons(turn, month, all.length === 0)))
  return view(turn.language, parts, title)
}

/** Narrative and key messages. */
export function priorityParts(turn: Turn, p: Pick<planDb.Priority, 'narrative' | 'messages'>): Part[] {
  const narrative = turn.speak.pick(p.narrative)
  return [
    ...(narrative ? [text(narrative)] : []),
    ...(p.messages.length > 0
      ? [text(turn.speak.say('priority.messages'), 'subtle'), list(p.messages.map(m => messageLine(turn, m)))]
      : []),
  ]
}

async function servedParts(turn: Turn, p: planDb.Priority): Promise<Part[]> {
  const all = await serving(turn, p.id)
  const n = all.length
  return [
    text(turn.speak.say('priority.activities', { n }), 'subtle'),
    list(all.slice(0, served).map(a => lineOf(opened(a, turn.now), turn))),
    actions(n > served ? [button(turn.speak, 'priority.allActivities', 'priority.activities', { id: p.id }, { values: { n } })] : []),
  ]
}

/** All the activities that serve a priority, a page at a time. */
export async function activitiesOf(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const { speak } = turn
  const p = args.id ? await planDb.priority(turn.db, turn.reader, args.id) : null
  if (!p) return { views: [warn(speak, 'priority.gone')] }
  const all = await serving(turn, p.id)
  const page = pageOf(all.length, Number(args.i ?? 0), args.j === undefined ? undefined : Number(args.j))
  const { id } = p
  const shown = view(turn.language, [
    heading(speak.say('priority.activitiesOf', { title: speak.pick(p.title) })),
    text(speak.say('plan.shown', { n: all.length, from: Math.min(all.length, page.from + 1), to: page.to }), 'subtle'),
    list(
      all.slice(page.from, page.to).map(a => ({
        ...lineOf(opened(a, turn.now), turn),
        actions: [button(speak, 'activity.open', 'activity.open', { id: a.id })],
      })),
    ),
    actions([
      ...(page.earlier === null
        ? []
        : [button(speak, 'plan.earlier', 'priority.activities', { id, i: String(page.earlier), j: String(page.from) })]),
      ...(page.later === null ? [] : [button(speak, 'plan.later', 'priority.activities', { id, i: String(page.later) })]),
    ]),
  ])
  return args.i === undefined ? { views: [shown] } : { replace: shown }
}

function monthButtons(turn: Turn, month: Month, empty: boolean): Action[] {
  const now = thisMonth(turn)
  const next = addMonths(now, 1)
  return [
    ...(month === now ? [] : [button(turn.speak, 'priority.monthThis', 'priority.show', { m: now })]),
    ...(month === next ? [] : [button(turn.speak, 'priority.monthNext', 'priority.show', { m: next })]),
    ...(holds(turn.reader, 'coordinator')
      ? [
          button(turn.speak, 'priority.add', 'priority.add', { m: month }, empty ? { style: 'primary' } : {}),
          ...(empty ? [] : [button(turn.speak, 'priority.manage', 'priority.manage', { m: month })]),
        ]
      : []),
  ]
}

/** For the home page: titles of a month's priorities. */
export async function prioritiesParts(turn: Turn, month: Month): Promise<Part[]> {
  const all = await planDb.prioritiesOf(turn.db, turn.reader, [month])
  return titleParts(
    month,
    all.map(p => p.title),
    turn.speak,
  )
}
