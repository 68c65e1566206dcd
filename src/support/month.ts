/** A month's support, for the meeting: how much was asked for, what came of it, and what is still open, by organization. */
import * as supportDb from '../../db/support.ts'
import { nameOf, type Voice } from '../activities/show.ts'
import { list, text } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import { type Bilingual, holds, type Reader } from '../model/people.ts'
import { type SupportKind, type SupportRequest, type SupportState, supportKinds, supportStates } from '../model/support.ts'
import type { Part } from '../model/view.ts'
import { monthWindow, today } from '../time/zone.ts'
import { titlesOf } from './list.ts'
import { isOverdue, kindSaid, lineOf, namesOf } from './show.ts'

/**
 * `asked` and `counts`: what was asked for within the month, by kind and by how it stands now. `open`: all that is open, whenever it was asked for, by
 * organization and the day it is due. Of a coordinator all, of a member what is their organization's, of others nothing.
 */
export type MonthSupport = {
  month: string
  asked: number
  counts: { kind: SupportKind; state: SupportState; n: number }[]
  open: { organizationId: string; requests: SupportRequest[] }[]
  overdue: number
  /** Whether the reader sees every organization's. */
  all: boolean
  names: ReadonlyMap<string, Bilingual>
  titles: ReadonlyMap<string, Activity>
  day: string
}

/** `month` is YYYY-MM in the network's zone. */
export async function supportForMeeting(scene: Scene, reader: Reader, month: string): Promise<MonthSupport> {
  const { start, end } = monthWindow(scene.network.settings.zone, month, 1)
  const within = await supportDb.askedWithin(scene.db, reader, start, end)
  const open = await supportDb.openFor(scene.db, reader)
  const counts = supportKinds.flatMap(kind =>
    supportStates.flatMap(state => {
      const n = within.filter(r => r.kind === kind && r.state === state).length
      return n > 0 ? [{ kind, state, n }] : []
    }),
  )
  const organizations = [...new Set(open.map(r => r.organizationId))]
  const day = today(scene)
  return {
    month,
    asked: within.length,
    counts,
    open: organizations.map(organizationId => ({ organizationId, requests: open.filter(r => r.organizationId === organizationId) })),
    overdue: open.filter(r => isOverdue(r, day)).length,
    all: holds(reader, 'coordinator'),
    names: await namesOf(
      scene,
      open.map(r => r.ownerId),
    ),
    titles: await titlesOf({ db: scene.db, reader }, open),
    day,
  }
}

/** Its lines on the agenda; none where nothing was asked for and nothing is open. Names of members and activities are those the reader may see. */
export function supportLines(voice: Voice, m: MonthSupport): Part[] {
  const { speak } = voice
  if (m.asked === 0 && m.open.length === 0) return []
  const byState = supportStates.flatMap(state => {
    const n = m.counts.filter(c => c.state === state).reduce((sum, c) => sum + c.n, 0)
    return n > 0 ? [speak.say('support.stateCount', { n, _state: state })] : []
  })
  const byKind = supportKinds.flatMap(kind => {
    const n = m.counts.filter(c => c.kind === kind).reduce((sum, c) => sum + c.n, 0)
    return n > 0 ? [speak.say('support.kindCount', { n, _kind: speak.inSentence(kindSaid(speak, kind)) })] : []
  })
  const at = { names: m.names, titles: m.titles, day: m.day }
  return [
    text(speak.say('support.monthAsked', { n: m.asked, month: speak.month(m.month) })),
    ...(byKind.length > 0 ? [text(speak.say('support.monthKinds', { _kinds: speak.list(byKind) }))] : []),
    ...(byState.length > 0 ? [text(speak.say('support.monthStates', { _states: speak.list(byState) }))] : []),
    ...(m.overdue > 0 ? [text(speak.say('support.lateCount', { n: m.overdue }))] : []),
    ...m.open.flatMap(({ organizationId, requests }) => [
      text(
        m.all
          ? speak.say('support.openOf', { organization: nameOf(voice, organizationId), n: requests.length })
          : speak.say('support.count', { n: requests.length }),
        'strong' as const,
      ),
      list(requests.map(r => lineOf(voice, r, at, { whose: false }))),
    ]),
  ]
}
