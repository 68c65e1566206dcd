/** "/support": what is open by its day, for the centre all of it, for members their own; and what a sentence asks for, does or writes. */

import * as activitiesDb from '../../db/activities.ts'
import * as supportDb from '../../db/support.ts'
import { organizationOf } from '../activities/gather.ts'
import { nameOf } from '../activities/show.ts'
import { mayWrite } from '../activities/submit.ts'
import { isOver } from '../activities/withdraw.ts'
import { actions, button, heading, list, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import { type SupportKind, type SupportRequest, supportKinds } from '../model/support.ts'
import type { Action, Part, View } from '../model/view.ts'
import { today } from '../time/zone.ts'
import { dutyCommand } from './duty.ts'
import { kindsIn } from './fields.ts'
import { heardSupport } from './heard.ts'
import { isCentre, shown } from './keep.ts'
import { sendSaid } from './messages.ts'
import { pressOf } from './presses.ts'
import { isOverdue, kindSaid, lineOf, namesOf } from './show.ts'

/** Requests on one card, and days in which what is over is still listed. */
const most = 10
const lately = 31

export async function supportCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const heard = heardSupport(asked.text)
  switch (heard.what) {
    case 'message':
    case 'one': {
      const r = await supportDb.byReference(turn.db, turn.reader, heard.reference)
      if (!r) return { views: [warn(turn.speak, 'support.noSuch', { reference: heard.reference })] }
      if (heard.what === 'message') return sendSaid(turn, r, heard.text)
      if (heard.deed === 'open') return { views: [await shown(turn, r)] }
      const answer = await pressOf(heard.deed)(turn, { id: r.id, v: String(r.version) }, { dialog: false })
      return answer.replace ? { views: [answer.replace, ...(answer.views ?? [])] } : answer
    }
    case 'duty':
      return dutyCommand(turn, asked, heard.deed)
    case 'ask':
      return beginAsk(turn, asked)
    case 'list': {
      const said = asked.meaning.arguments.organization
      const organizationId = isCentre(turn) && said ? (organizationOf(said, { context: turn.context }) ?? undefined) : undefined
      const [kind] = kindsIn(asked.text)
      return {
        views: [await listView(turn, { organizationId, kind, mine: heard.mine && isCentre(turn), overdue: heard.overdue, from: 0 })],
      }
    }
    default:
      return heard satisfies never
  }
}

export const beginAsk = (turn: Turn, asked: Pick<Asked, 'text' | 'message' | 'dialog'>): Answer => ({
  begin: {
    form: isCentre(turn) ? 'support.for' : 'support',
    ...(asked.text.trim() ? { text: asked.text } : {}),
    message: asked.message,
    dialog: asked.dialog,
  },
})

/** Asked from a list, or from an activity, which is then what it is for. */
export async function askPress(turn: Turn, args: Record<string, string>, how: { dialog: boolean }): Promise<Answer> {
  const a = args.activity ? await activitiesDb.byId(turn.db, turn.reader, args.activity) : null
  const comes = a && mayWrite(turn, a.ownerId) && a.lifecycle === 'planned' && !isOver(turn, a)
  const { begin } = beginAsk(turn, { text: '', message: null, dialog: how.dialog })
  return { begin: begin && { ...begin, ...(comes ? { values: { activity: a.id } } : {}) } }
}

type Which = { organizationId: string | undefined; kind: SupportKind | undefined; mine: boolean; overdue: boolean; from: number }

const argsOf = (w: Which): Record<string, string> => ({
  ...(w.organizationId ? { o: w.organizationId } : {}),
  ...(w.kind ? { k: w.kind } : {}),
  ...(w.mine ? { m: '1' } : {}),
  ...(w.overdue ? { l: '1' } : {}),
  ...(w.from > 0 ? { i: String(w.from) } : {}),
})
export async function listPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const from = Number(args.i ?? 0)
  return {
    replace: await listView(turn, {
      organizationId: isCentre(turn) ? args.o : undefined,
      kind: supportKinds.find(k => k === args.k),
      mine: args.m === '1',
      overdue: args.l === '1',
      from: Number.isInteger(from) && from > 0 ? from : 0,
    }),
  }
}

/** The activities that requests are for, as this reader may see them. */
export async function titlesOf(turn: Pick<Turn, 'db' | 'reader'>, all: readonly SupportRequest[]): Promise<Map<string, Activity>> {
  const ids = [...new Set(all.flatMap(r => (r.activityId ? [r.activityId] : [])))]
  const found = ids.length > 0 ? await activitiesDb.byIds(turn.db, turn.reader, ids) : []
  return new Map(found.map(a => [a.id, a]))
}

async function listView(turn: Turn, which: Which): Promise<View> {
  const { speak } = turn
  const centre = isCentre(turn)
  const filter = { organizationId: which.organizationId, kind: which.kind, mine: which.mine }
  const day = today(turn)
  const all = await supportDb.openFor(turn.db, turn.reader, filter)
  const open = which.overdue ? all.filter(r => isOverdue(r, day)) : all
  const over = which.overdue ? [] : await supportDb.lately(turn.db, turn.reader, turn.now.subtract({ hours: 24 * lately }), filter)
  const waiting = over.filter(r => r.state === 'done')
  const settled = over.filter(r => r.state !== 'done')
  const page = open.slice(which.from, which.from + most)
  const shownAll = [...page, ...waiting, ...settled]
  const at = {
    names: await namesOf(
      turn,
      shownAll.map(r => r.ownerId),
    ),
    titles: await titlesOf(turn, shownAll),
    day,
  }
  const items = (some: readonly SupportRequest[], take: boolean) =>
    list(
      some.map(r => ({
        ...lineOf(turn, r, at, { whose: centre && !which.organizationId }),
        actions: [
          ...(take && centre && r.state === 'asked'
            ? [button(speak, 'support.take', 'support.take', { id: r.id, v: String(r.version), l: '1' })]
            : []),
          ...(take ? [button(speak, 'support.open', 'support.open', { id: r.id })] : []),
        ],
      })),
    )
  const late = all.filter(r => isOverdue(r, day)).length
  const filters = [
    which.organizationId ? nameOf(turn, which.organizationId) : null,
    which.kind ? kindSaid(speak, which.kind) : null,
    which.mine ? speak.say('support.mineFilter') : null,
    which.overdue ? speak.say('support.overdueMark') : null,
  ].filter(f => f !== null)
  const section = (title: 'support.waitingList' | 'support.settledList', some: readonly SupportRequest[], buttons: boolean): Part[] =>
    some.length > 0 ? [text(speak.say(title), 'strong'), items(some.slice(0, most), buttons)] : []
  return view(turn.language, [
    heading(centre ? speak.say('support.list') : speak.say('support.listOwn')),
    ...(filters.length > 0 ? [text(speak.say('support.filtered', { _filters: speak.list(filters) }), 'subtle')] : []),
    text(speak.say('support.count', { n: open.length }), 'subtle'),
    ...(late > 0 && !which.overdue ? [notice('warning', speak.say('support.lateCount', { n: late }))] : []),
    items(page, true),
    actions(turning(turn, open.length, which)),
    ...section('support.waitingList', waiting, true),
    ...section('support.settledList', settled, false),
    actions([
      button(speak, 'support.askOne', 'support.ask', {}, { opensForm: true, style: centre ? 'normal' : 'primary' }),
      ...(centre && !which.mine ? [button(speak, 'support.showMine', 'support.list', { m: '1' })] : []),
      ...(filters.length > 0 ? [button(speak, 'support.showAll', 'support.list')] : []),
      button(speak, 'support.dutyTitle', 'support.who'),
    ]),
  ])
}

function turning({ speak }: Turn, n: number, which: Which): Action[] {
  const { from } = which
  return [
    ...(from > 0 ? [button(speak, 'dialogue.back', 'support.list', argsOf({ ...which, from: Math.max(0, from - most) }))] : []),
    ...(from + most < n
      ? [button(speak, 'support.andMore', 'support.list', argsOf({ ...which, from: from + most }), { values: { n: n - from - most } })]
      : []),
  ]
}
