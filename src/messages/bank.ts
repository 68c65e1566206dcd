/** What a wing above does to the bank: a line to take goes into it as the circular that tells of it goes out, and follows that circular. */
import * as messagesDb from '../../db/messages.ts'
import { record } from '../dialogue/record.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Bilingual } from '../model/people.ts'
import { redraw, schedule } from './keep.ts'

export type Line = { text: Bilingual; topic: Bilingual; priorityId: string | null /** YYYY-MM-DD. */; validUntil: string | null }

const words = (text: Bilingual) => ({ textAr: text.ar ?? null, textEn: text.en ?? null })

/** A message that the centre approves by writing it, under an id of the caller's; null where one stands under it. */
export async function put(
  turn: Turn,
  id: string,
  written: Omit<messagesDb.NewMessage, 'networkId' | 'id' | 'state' | 'addedAt' | 'changedAt'>,
): Promise<messagesDb.Message | null> {
  const row = {
    ...written,
    networkId: turn.network.id,
    id,
    state: 'approved' as const,
    approvedBy: turn.member.id,
    approvedAt: turn.now,
    addedAt: turn.now,
    changedAt: turn.now,
  }
  if (!(await messagesDb.add(turn.db, row))) return null
  const added = await standing(turn, id)
  await record(turn, turn.member.id, { entity: 'message', id, action: 'added', after: added })
  await schedule(turn, added)
  return added
}

export const putLine = (turn: Turn, id: string, { text, topic, priorityId, validUntil }: Line): Promise<messagesDb.Message | null> =>
  put(turn, id, { ...words(text), topicAr: topic.ar ?? null, topicEn: topic.en ?? null, priorityId, validUntil })

/** Another wording of a message that is offered; its earlier one is kept. What was retired or is gone stays so. */
export async function reword(turn: Turn, id: string, text: Bilingual): Promise<void> {
  const before = await messagesDb.byId(turn.db, turn.network.id, id)
  if (before?.state !== 'approved') return
  const set = { ...words(text), approvedBy: turn.member.id, approvedAt: turn.now }
  if (await messagesDb.reword(turn.db, turn.network.id, before, set, { memberId: turn.member.id, at: turn.now }))
    await follow(turn, before, 'reworded')
}

export async function retire(turn: Turn, id: string): Promise<void> {
  const before = await messagesDb.byId(turn.db, turn.network.id, id)
  if (before?.state !== 'approved') return
  if (await messagesDb.change(turn.db, turn.network.id, id, before.version, { state: 'retired' }, turn.now))
    await follow(turn, before, 'retired')
}

async function follow(turn: Turn, before: messagesDb.Message, action: 'reworded' | 'retired'): Promise<void> {
  const after = await standing(turn, before.id)
  await record(turn, turn.member.id, { entity: 'message', id: before.id, action, before, after })
  await schedule(turn, after)
  await redraw(turn, after)
}

async function standing(turn: Turn, id: string): Promise<messagesDb.Message> {
  const m = await messagesDb.byId(turn.db, turn.network.id, id)
  if (!m) throw new Error(`message ${id} is not in the bank`)
  return m
}
