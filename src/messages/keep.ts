/** Keeps the bank: approving, declining, retiring, keeping for longer; the question whether one still holds; the record, and the cards that follow. */

import { Temporal } from 'temporal-polyfill'
import * as due from '../../db/due.ts'
import * as messagesDb from '../../db/messages.ts'
import * as people from '../../db/people.ts'
import { holders, tell, update } from '../delivery/promise.ts'
import { record } from '../dialogue/record.ts'
import { notice, onlyFor, view, warn } from '../dialogue/say.ts'
import type { Answer, Scene, Turn } from '../dialogue/turn.ts'
import type { DueHandler, PressHandler } from '../dialogue/wing.ts'
import { holds } from '../model/people.ts'
import type { View } from '../model/view.ts'
import { addWorkingDays, type Calendar, opens } from '../time/working-days.ts'
import { today } from '../time/zone.ts'
import { centreCard, messageParts, stillValidCard, subjectOf } from './show.ts'

/** Working days before its last day on which the centre is asked about a message, and months for which it is kept then. */
const askedBefore = 5
const keptFor = 3
export const dueKind = 'message.ending'

/**
 * When the centre is asked whether a message still holds: the opening of the fifth working day before its last one; where that is past, of the last
 * working day on which it holds. Null where there is no such moment ahead. Pure.
 */
export function asksAt(cal: Calendar, validUntil: string, now: Temporal.Instant): Temporal.Instant | null {
  const last = Temporal.PlainDate.from(validUntil)
  const next = last.add({ days: 1 })
  const moments = [opens(cal, addWorkingDays(cal, last, -askedBefore)), opens(cal, addWorkingDays(cal, next, -1))]
  return moments.find(m => Temporal.Instant.compare(m, now) > 0) ?? null
}

/** Sets the moment at which the centre is asked about a message, or takes it away. */
export async function schedule(scene: Scene, m: messagesDb.Message): Promise<void> {
  const asks =
    m.state === 'approved' && m.validUntil && m.validUntil !== m.askedFor ? asksAt(scene.calendar, m.validUntil, scene.now) : null
  if (asks) await due.set(scene.db, scene.network.id, { kind: dueKind, subject: m.id, at: asks })
  else await due.clear(scene.db, scene.network.id, dueKind, m.id)
}

/** "Still valid?": each coordinator is asked, once for each last day. */
const ending: DueHandler = async (scene, id) => {
  const m = await messagesDb.byId(scene.db, scene.network.id, id)
  if (m?.state !== 'approved' || !m.validUntil) return
  if (!(await messagesDb.askedAbout(scene.db, scene.network.id, id, m.validUntil))) return
  await tell(scene, await holders(scene, 'coordinator'), language => stillValidCard(m, scene.voice(language)), {
    subject: subjectOf(id),
    dedupe: `${subjectOf(id)}:${m.validUntil}`,
  })
}
export const dueHandlers: Record<string, DueHandler> = { [dueKind]: ending }

/** Another calendar has other working days to count. */
export async function onCalendar(scene: Scene): Promise<void> {
  for (const m of await messagesDb.ending(scene.db, scene.network.id, today(scene))) await schedule(scene, m)
}

/** Every card of a message that a coordinator holds says how it stands now. */
export async function redraw(turn: Turn, m: messagesDb.Message): Promise<void> {
  await update(turn, subjectOf(m.id), language => centreCard(m, turn.voice(language), today(turn)), {
    unsent: m.state === 'proposed' ? 'renew' : 'drop',
  })
}

type Deed = {
  action: 'approved' | 'declined' | 'retired' | 'kept'
  /** What is written, or null where there is nothing (more) to do: the message is shown as it stands. */
  set(m: messagesDb.Message, turn: Turn): Partial<messagesDb.NewMessage> | null
}

/** A press of a coordinator on a message as it was shown to them. One that changed since is shown, and nothing is done. */
const deed =
  (of: (m: messagesDb.Message) => Deed): PressHandler =>
  async (turn, args): Promise<Answer> => {
    const { speak } = turn
    if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(speak, 'coordinator')] }
    const m = args.id ? await messagesDb.byId(turn.db, turn.network.id, args.id) : null
    if (!m) return { views: [warn(speak, 'message.gone')] }
    const { action, set } = of(m)
    const answer = (v: View): Answer => (args.l ? { views: [v] } : { replace: v })
    const wanted = set(m, turn)
    if (!wanted) return answer(centreCard(m, speak, today(turn)))
    const shown = args.v === String(m.version)
    if (!shown || !(await messagesDb.change(turn.db, turn.network.id, m.id, m.version, wanted, turn.now)))
      return answer(centreCard(m, speak, today(turn), speak.say('message.changedMeanwhile')))
    const after = await messagesDb.byId(turn.db, turn.network.id, m.id)
    if (!after) throw new Error(`message ${m.id} is gone`)
    await record(turn, turn.member.id, { entity: 'message', id: m.id, action, before: m, after })
    await schedule(turn, after)
    await redraw(turn, after)
    if (action === 'approved' || action === 'declined') await answerProposer(turn, after)
    return answer(centreCard(after, speak, today(turn)))
  }

/** Whoever proposed it is told what became of it. */
async function answerProposer(turn: Turn, m: messagesDb.Message): Promise<void> {
  const proposer = m.proposedBy ? await people.member(turn.db, turn.network, m.proposedBy) : null
  if (!proposer?.active) return
  await tell(turn, [proposer], language => {
    const speak = turn.voice(language)
    const approved = m.state === 'approved'
    return view(language, [
      notice(approved ? 'good' : 'info', speak.say(approved ? 'message.approvedTold' : 'message.declinedTold')),
      ...messageParts(m, speak),
    ])
  })
}

const later = (a: string, b: string): string => (a > b ? a : b)

export const keepPresses: Record<string, PressHandler> = {
  'message.approve': deed(() => ({
    action: 'approved',
    set: (m, turn) => (m.state === 'proposed' ? { state: 'approved', approvedBy: turn.member.id, approvedAt: turn.now } : null),
  })),
  'message.retire': deed(m => ({
    action: m.state === 'proposed' ? 'declined' : 'retired',
    set: now => (now.state === 'retired' ? null : { state: 'retired' }),
  })),
  'message.keep': deed(() => ({
    action: 'kept',
    set: (m, turn) =>
      m.state === 'approved' && m.validUntil
        ? {
            validUntil: Temporal.PlainDate.from(later(m.validUntil, today(turn)))
              .add({ months: keptFor })
              .toString(),
          }
        : null,
  })),
}
