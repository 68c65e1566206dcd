/** What an organization submitted: all that is to come, or of a month or days that are named. */
import type { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import { actions, button, heading, list, text, view } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import { holds } from '../model/people.ts'
import type { Action } from '../model/view.ts'
import { monthWindow, thisMonth } from '../time/zone.ts'
import { nearMonth } from '../understanding/past-month.ts'
import { organizationOf } from './gather.ts'
import { lineOf, nameOf } from './show.ts'
import { mayWrite } from './submit.ts'
import { boundsOf, touches } from './when.ts'

/** Lines of a list on one card. */
const pageSize = 10
/** Days for which what is over still stands in the list. */
const lately = 7

/** A month (YYYY-MM) or days (YYYY-MM-DD, inclusive) as a question names them and a button carries them. */
type Named = { month?: string | undefined; from?: string | undefined; to?: string | undefined }
type Stretch = { start: Temporal.Instant; end: Temporal.Instant; name: string; args: Record<string, string> }

function stretchOf(turn: Turn, { month, from, to }: Named): Stretch | null {
  const { speak } = turn
  const { zone } = turn.network.settings
  if (month) return { ...monthWindow(zone, month, 1), name: speak.month(month), args: { m: month } }
  const [first, last] = [from ?? to, to ?? from]
  if (!first || !last) return null
  const { startsAt, endsAt } = boundsOf({ kind: 'days', start: first, end: last }, zone)
  const name = first === last ? speak.day(first) : speak.say('plan.days', { _first: speak.day(first), _last: speak.day(last) })
  return { start: startsAt, end: endsAt, name, args: { f: first, t: last } }
}

export async function mineCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const { organization, month, from, to } = asked.meaning.arguments
  const named = organization ? organizationOf(organization, { context: turn.context }) : null
  const near = month && nearMonth(month, thisMonth(turn), asked.text)
  return mine(turn, 0, named, stretchOf(turn, { month: near, from, to }))
}

const isDay = (said: string | undefined): string | undefined => (/^\d{4}-\d\d-\d\d$/.test(said ?? '') ? said : undefined)
const isMonth = (said: string | undefined): string | undefined => (/^\d{4}-(0[1-9]|1[0-2])$/.test(said ?? '') ? said : undefined)
export const minePage = (turn: Turn, args: Record<string, string>): Promise<Answer> =>
  mine(turn, Number(args.from ?? 0), args.of ?? null, stretchOf(turn, { month: isMonth(args.m), from: isDay(args.f), to: isDay(args.t) }))

async function mine(turn: Turn, from: number, named: string | null, stretch: Stretch | null): Promise<Answer> {
  const { speak } = turn
  const owner = named && holds(turn.reader, 'coordinator') ? named : turn.reader.organizationId
  const since = stretch?.start ?? turn.now.subtract({ hours: 24 * lately })
  const { zone } = turn.network.settings
  const all = (await activitiesDb.ofOrganization(turn.db, turn.reader, owner, { from: since })).filter(
    a => !stretch || touches(a.when, stretch, zone),
  )
  const submit = (style: Partial<Pick<Action, 'style'>> = {}) =>
    mayWrite(turn, owner) ? [button(speak, 'activity.submitOne', 'activity.submit', {}, style)] : []
  if (all.length === 0)
    return {
      views: [
        view(turn.language, [
          text(stretch ? speak.say('activity.noneIn', { _period: stretch.name }) : speak.say('activity.none')),
          actions([
            ...(stretch ? [button(speak, 'activity.allOfOurs', 'activity.page', { of: owner })] : []),
            ...submit({ style: 'primary' }),
          ]),
        ]),
      ],
    }
  const page = all.slice(from, from + pageSize)
  const rest = all.length - from - page.length
  const organization = nameOf(turn, owner)
  return {
    views: [
      view(turn.language, [
        heading(
          stretch ? speak.say('activity.mineIn', { organization, _period: stretch.name }) : speak.say('activity.mine', { organization }),
        ),
        text(speak.say('activity.count', { n: all.length }), 'subtle'),
        list(page.map(a => ({ ...lineOf(a, turn, { owner: false }), actions: mayWrite(turn, owner) ? ownActions(turn, a) : [] }))),
        actions([
          ...(rest > 0
            ? [button(speak, 'activity.more', 'activity.page', { from: String(from + pageSize), of: owner, ...stretch?.args })]
            : []),
          ...submit(),
        ]),
      ]),
    ],
  }
}

/** What its own organization does with an activity. */
export function ownActions(turn: Turn, a: Activity): Action[] {
  const args = { id: a.id, version: String(a.version) }
  return [
    button(turn.speak, 'activity.edit', 'activity.edit', args),
    button(turn.speak, 'activity.withdraw', 'activity.withdraw', args),
    button(turn.speak, 'activity.copy', 'activity.copy', args),
  ]
}
