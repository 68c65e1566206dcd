/** How the centre keeps a month's priorities: add, edit, remove, reorder, copy to the next month. */
import * as changesDb from '../../db/changes.ts'
import * as planDb from '../../db/plan.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, heading, notice, numbered, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import type { View } from '../model/view.ts'
import type { Month } from '../model/window.ts'
import { addMonths, thisMonth } from '../time/zone.ts'
import { stemsOf } from '../understanding/by-words.ts'
import { placeIn, priorityIn, rankNamed, type SaidPlace } from '../understanding/priority-said.ts'
import { monthIn } from './priorities.ts'
import { mayManage, refusal, valuesOf } from './priority-form.ts'

/** Asked to add one, rather than to look at those there are. */
const addsOne = /(^|\s)(add|new|أضف|أضيف|إضافة|اضف|اضافة|جديدة)(\s|$)/iu

export async function setPrioritiesCommand(turn: Turn, asked: Asked): Promise<Answer> {
  if (!mayManage(turn)) return { views: [refusal(turn)] }
  const month = asked.meaning.arguments.month
  if (priorityIn(asked.text, turn.context)?.title) return { begin: { form: 'priority', text: asked.text, dialog: asked.dialog } }
  const place = placeIn(asked.text)
  const placed = place && (await placeAt(turn, place, month ?? null))
  if (placed) return { views: [placed] }
  const standing = await planDb.prioritiesOf(turn.db, turn.reader, [month ?? thisMonth(turn)])
  if (standing.length > 0 && !addsOne.test(asked.text)) return { views: [await manageView(turn, month ?? thisMonth(turn))] }
  return { begin: { form: 'priority', ...(month ? { values: { month } } : {}), dialog: asked.dialog } }
}

const recentMinutes = 60

/** Puts the priority that a sentence names at its place; null where it names none of this month's or the next one's, or several alike. */
async function placeAt(turn: Turn, place: SaidPlace, month: Month | null): Promise<View | null> {
  const months = month ? [month] : [thisMonth(turn), addMonths(thisMonth(turn), 1)]
  const all = await planDb.prioritiesOf(turn.db, turn.reader, months)
  const rank = place.what === null ? null : rankNamed(place.what)
  // "It" is the one that was spoken of last, a short while ago.
  const recent =
    place.what === null ? await changesDb.since(turn.db, turn.network.id, 'priority', turn.now.subtract({ minutes: recentMinutes })) : []
  const last = recent.find(c => c.memberId === turn.member.id)?.entityId
  const found =
    place.what === null
      ? all.filter(p => p.id === last)
      : rank === null
        ? sharingMost(place.what, all)
        : all.filter(p => p.month === months[0]).slice(rank - 1, rank)
  const [p] = found
  if (!p || found.length > 1) return null
  const beside = all.filter(x => x.month === p.month)
  const stands = beside.findIndex(x => x.id === p.id) + 1
  const wanted = { up: stands - 1, down: stands + 1, last: beside.length }
  const to = Math.max(1, Math.min(beside.length, typeof place.to === 'number' ? place.to : wanted[place.to]))
  await moveTo(turn, p, stands, to)
  return manageView(turn, p.month, turn.speak.say('priority.placed', { title: turn.speak.pick(p.title), rank: to }))
}

/** A month's priorities with what can be done to each. */
async function manageView(turn: Turn, month: Month, note?: string): Promise<View> {
  const { speak } = turn
  const all = await planDb.prioritiesOf(turn.db, turn.reader, [month])
  const next = addMonths(month, 1)
  return view(turn.language, [
    ...(note ? [notice('good' as const, note)] : []),
    heading(speak.say('priority.title', { month: speak.month(month) })),
    ...(all.length === 0 ? [text(speak.say('plan.noPriorities', { month: speak.month(month) }))] : []),
    numbered(
      speak,
      all.map((p, n) => ({
        text: speak.pick(p.title),
        actions: [
          button(speak, 'priority.edit', 'priority.edit', { id: p.id }),
          ...(n > 0 ? [button(speak, 'priority.up', 'priority.move', { id: p.id, at: String(n + 1), to: String(n) })] : []),
          ...(n < all.length - 1
            ? [button(speak, 'priority.down', 'priority.move', { id: p.id, at: String(n + 1), to: String(n + 2) })]
            : []),
          button(speak, 'priority.copy', 'priority.copy', { id: p.id }, { values: { month: speak.month(next) } }),
          button(speak, 'priority.remove', 'priority.remove', { id: p.id }, { style: 'danger' }),
        ],
      })),
    ),
    actions([
      button(speak, 'priority.add', 'priority.add', { m: month }, { style: 'primary' }),
      ...(month === thisMonth(turn) ? [] : [button(speak, 'priority.monthThis', 'priority.manage', { m: thisMonth(turn) })]),
      button(speak, 'priority.monthNext', 'priority.manage', { m: addMonths(thisMonth(turn), 1) }),
    ]),
  ])
}

/** Checks the role and finds the priority; what was removed already says so. */
async function withPriority(turn: Turn, id: string | undefined, then: (p: planDb.Priority) => Promise<Answer>): Promise<Answer> {
  if (!mayManage(turn)) return { views: [refusal(turn)] }
  const p = id ? await planDb.priority(turn.db, turn.reader, id) : null
  if (!p) return { views: [warn(turn.speak, 'priority.gone')] }
  if (!p.active) return { replace: await manageView(turn, p.month, turn.speak.say('priority.alreadyRemoved', names(turn, p))) }
  return then(p)
}

const names = (turn: Turn, p: planDb.Priority, month = p.month) => ({ title: turn.speak.pick(p.title), month: turn.speak.month(month) })

const remove = (turn: Turn, p: planDb.Priority): View =>
  view(turn.language, [
    text(turn.speak.say('priority.removeSure', names(turn, p)), 'strong'),
    actions([
      button(turn.speak, 'priority.removeYes', 'priority.remove.yes', { id: p.id }, { style: 'danger' }),
      button(turn.speak, 'dialogue.back', 'priority.manage', { m: p.month }),
    ]),
  ])

async function removed(turn: Turn, p: planDb.Priority): Promise<Answer> {
  const done = await planDb.setActive(turn.db, turn.network.id, p.id, false, turn.now)
  if (done) {
    await planDb.rankAt(turn.db, turn.network.id, p.month, null, 0)
    await record(turn, turn.member.id, { entity: 'priority', id: p.id, action: 'removed', before: p, after: { ...p, active: false } })
  }
  const note = turn.speak.say(done ? 'priority.removed' : 'priority.alreadyRemoved', names(turn, p))
  return { replace: await manageView(turn, p.month, note) }
}

/** Those whose titles share most words with what was said: a word of a title names it among a few. */
function sharingMost(said: string, all: readonly planDb.Priority[]): planDb.Priority[] {
  const words = stemsOf(said)
  const shared = (title: string | undefined) => stemsOf(title ?? '').filter(w => words.includes(w)).length
  const scored = all.map(p => ({ p, n: Math.max(shared(p.title.ar), shared(p.title.en)) }))
  const most = Math.max(0, ...scored.map(s => s.n))
  return most === 0 ? [] : scored.filter(s => s.n === most).map(s => s.p)
}

async function moveTo(turn: Turn, p: planDb.Priority, stands: number, to: number): Promise<void> {
  if (to === stands) return
  await planDb.rankAt(turn.db, turn.network.id, p.month, p.id, to)
  await record(turn, turn.member.id, { entity: 'priority', id: p.id, action: 'moved', before: { rank: stands }, after: { rank: to } })
}

/** Moves one from the rank its card showed; pressed again on the same card, or after others moved, it only shows how they stand. */
async function move(turn: Turn, p: planDb.Priority, args: Record<string, string>): Promise<Answer> {
  const all = await planDb.prioritiesOf(turn.db, turn.reader, [p.month])
  const stands = all.findIndex(x => x.id === p.id) + 1
  const to = Number(args.to)
  if (String(stands) === args.at && Number.isInteger(to) && to >= 1 && to <= all.length) await moveTo(turn, p, stands, to)
  return { replace: await manageView(turn, p.month) }
}

/** One copy in a month for each priority, however often it is asked for: its id is made of the two. */
async function copy(turn: Turn, p: planDb.Priority): Promise<Answer> {
  const month = addMonths(p.month, 1)
  const id = `${p.id.split('+')[0]}+${month}`
  const wanted = { ...p, month }
  const before = await planDb.priority(turn.db, turn.reader, id)
  let done = await planDb.addPriority(turn.db, turn.network.id, id, wanted, turn.now)
  if (!done && before && !before.active) {
    // A copy that was removed comes back as the original now reads, at the end of its month.
    done = await planDb.setActive(turn.db, turn.network.id, id, true, turn.now)
    if (done) {
      await planDb.changePriority(turn.db, turn.network.id, id, turn.now, wanted, turn.now)
      await planDb.rankAt(turn.db, turn.network.id, month, id, Number.MAX_SAFE_INTEGER)
    }
  }
  if (done) await record(turn, turn.member.id, { entity: 'priority', id, action: 'copied', before, after: { ...wanted, id, from: p.id } })
  return {
    replace: await manageView(turn, p.month, turn.speak.say(done ? 'priority.copied' : 'priority.alreadyCopied', names(turn, p, month))),
  }
}

export const managePresses: Record<string, PressHandler> = {
  'priority.manage': async (turn, args) =>
    mayManage(turn) ? { replace: await manageView(turn, monthIn(turn, args.m)) } : { views: [refusal(turn)] },
  'priority.add': async (turn, args, how) =>
    mayManage(turn)
      ? { begin: { form: 'priority', values: { month: monthIn(turn, args.m) }, dialog: how.dialog } }
      : { views: [refusal(turn)] },
  'priority.edit': (turn, args, how) =>
    withPriority(turn, args.id, async p => ({
      begin: { form: 'priority', args: { priority: p.id, at: p.changedAt.toString() }, values: valuesOf(p, turn), dialog: how.dialog },
    })),
  'priority.move': (turn, args) => withPriority(turn, args.id, p => move(turn, p, args)),
  'priority.remove': (turn, args) => withPriority(turn, args.id, async p => ({ replace: remove(turn, p) })),
  'priority.remove.yes': (turn, args) => withPriority(turn, args.id, p => removed(turn, p)),
  'priority.copy': (turn, args) => withPriority(turn, args.id, p => copy(turn, p)),
}
