/** What is done with circulars: sent, corrected, recalled, read and answered by their readers, and those who have not read them reminded. */

import type { Temporal } from 'temporal-polyfill'
import * as changes from '../../db/changes.ts'
import type { Circular, Reading } from '../../db/circulars.ts'
import * as circularsDb from '../../db/circulars.ts'
import * as people from '../../db/people.ts'
import { holders, officeMoment, tell, update } from '../delivery/promise.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, facts, heading, text, view } from '../dialogue/say.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import * as bank from '../messages/bank.ts'
import { type Audience, isMeant } from '../model/circular.ts'
import type { Bilingual, Member } from '../model/people.ts'
import { referenceOf } from '../model/reference.ts'
import { dayOf } from '../time/zone.ts'
import { personSaid, type Reader, readerView, subjectOf } from './show.ts'

/** Whom a circular of this person's would go to: whoever is meant and still of the network, but not the one who writes it. */
export async function meant(scene: Scene, audience: Audience, writer: string): Promise<Member[]> {
  return (await people.activeMembers(scene.db, scene.network)).filter(m => m.id !== writer && isMeant(audience, m))
}

/** Who is to read the present wording and is still of the network, in the order of their organizations. */
export async function readersOf(scene: Scene, c: Circular): Promise<Reader[]> {
  const [members, readings] = await Promise.all([
    people.activeMembers(scene.db, scene.network),
    circularsDb.readings(scene.db, scene.network.id, c.id, c.version),
  ])
  const byMember = new Map(readings.map(r => [r.memberId, r]))
  return members.flatMap(member => {
    const reading = byMember.get(member.id)
    return reading ? [{ member, reading }] : []
  })
}

/** When something goes out: at once where it is urgent, else within working hours. */
export const goesOut = (scene: Pick<Scene, 'calendar' | 'now'>, urgent: boolean): Temporal.Instant =>
  urgent ? scene.now : officeMoment(scene)

/** What a line to take is about, and until when it holds. */
export type About = Omit<bank.Line, 'text'>

export type Sent = { circular: Circular; told: Member[]; unreachable: Member[] }

/**
 * Sends a circular under an id of the caller's: the same id is one circular, and the second time null. Who calls it has looked whether this person may.
 * `line` makes it a line to take: it goes into the message bank by the same step.
 */
export async function send(
  turn: Turn,
  what: { id: string; text: Bilingual; audience: Audience; urgent: boolean; line?: About | null },
): Promise<Sent | null> {
  const networkId = turn.network.id
  if (await circularsDb.byId(turn.db, networkId, what.id)) return null
  const members = await meant(turn, what.audience, turn.member.id)
  const { year } = turn.now.toZonedDateTimeISO(turn.network.settings.zone)
  const number = await changes.nextNumber(turn.db, networkId, `C-${year}`)
  const row = {
    networkId,
    id: what.id,
    reference: referenceOf('C', year, number),
    audience: what.audience,
    urgent: what.urgent,
    line: what.line != null,
    sentAt: turn.now,
    sentBy: turn.member.id,
    goesOutAt: goesOut(turn, what.urgent),
  }
  const ids = members.map(m => m.id)
  if (!(await circularsDb.add(turn.db, row, what.text, ids))) return null
  await record(turn, turn.member.id, {
    entity: 'circular',
    id: what.id,
    action: 'sent',
    after: { ...row, text: what.text, readers: ids.length },
  })
  if (what.line) await bank.putLine(turn, what.id, { ...what.line, text: what.text })
  return deliver(turn, what.id, members)
}

/** The next wording, to those whom the one before was for: their standing cards change, and a card with the new text comes to each. */
export async function correct(turn: Turn, was: Circular, next: { text: Bilingual; urgent: boolean }): Promise<Sent | null> {
  const members = (await readersOf(turn, was)).map(r => r.member)
  const version = was.version + 1
  const wording = { version, ...next, at: turn.now, by: turn.member.id, goesOutAt: goesOut(turn, next.urgent) }
  await circularsDb.correct(
    turn.db,
    turn.network.id,
    was.id,
    wording,
    members.map(m => m.id),
  )
  await record(turn, turn.member.id, {
    entity: 'circular',
    id: was.id,
    action: 'corrected',
    before: { version: was.version, text: was.text, urgent: was.urgent },
    after: { version, text: next.text, urgent: next.urgent },
  })
  if (was.line) await bank.reword(turn, was.id, next.text)
  await redraw(turn, was.id)
  return deliver(turn, was.id, members)
}

async function deliver(scene: Scene, id: string, members: Member[]): Promise<Sent | null> {
  const circular = await circularsDb.byId(scene.db, scene.network.id, id)
  if (!circular) return null
  const sent = await tell(scene, members, (language, m) => readerView(scene.voice(language), circular, unread(circular, m.id)), {
    subject: subjectOf(id),
    dedupe: `${subjectOf(id)}:${circular.version}`,
    urgent: circular.urgent,
  })
  return { circular, ...sent }
}

const unread = (c: Circular, memberId: string): Reading => ({
  networkId: c.networkId,
  circularId: c.id,
  version: c.version,
  memberId,
  acknowledgedAt: null,
  answer: null,
})

/** Every standing card of a circular says how it stands now, or one reader's cards alone. */
export async function redraw(scene: Scene, id: string, memberId?: string): Promise<void> {
  const circular = await circularsDb.byId(scene.db, scene.network.id, id)
  if (!circular) return
  const readings = await circularsDb.readings(scene.db, scene.network.id, id, circular.version)
  const byMember = new Map(readings.map(r => [r.memberId, r]))
  await update(
    scene,
    subjectOf(id),
    (language, m) => readerView(scene.voice(language), circular, byMember.get(m ?? '') ?? unread(circular, m ?? '')),
    memberId ? { only: { memberId } } : {},
  )
}

/** Recalls it: what was not sent is dropped, and what stands says that it was recalled and carries no text. False where it was recalled before. */
export async function recall(turn: Turn, c: Circular): Promise<boolean> {
  if (!(await circularsDb.recall(turn.db, turn.network.id, c.id, turn.now, turn.member.id))) return false
  await record(turn, turn.member.id, {
    entity: 'circular',
    id: c.id,
    action: 'recalled',
    before: { state: c.state },
    after: { state: 'recalled' },
  })
  if (c.line) await bank.retire(turn, c.id)
  await redraw(turn, c.id)
  return true
}

export type Reminded =
  | { kind: 'reminded'; told: Member[]; unreachable: Member[]; at: Temporal.Instant }
  | { kind: 'notOut' | 'already'; at: Temporal.Instant }
  | { kind: 'allRead' }

/** Reminds those who have not read it, within working hours, and once a day at most. The circular is held by the caller. */
export async function remind(turn: Turn, c: Circular): Promise<Reminded> {
  const { zone } = turn.network.settings
  const owing = (await readersOf(turn, c)).filter(r => !r.reading.acknowledgedAt)
  if (owing.length === 0) return { kind: 'allRead' }
  if (c.goesOutAt.epochMilliseconds > turn.now.epochMilliseconds) return { kind: 'notOut', at: c.goesOutAt }
  const at = goesOut(turn, false)
  if (c.remindedFor && dayOf(zone, c.remindedFor).equals(dayOf(zone, at))) return { kind: 'already', at: c.remindedFor }
  const readings = new Map(owing.map(r => [r.member.id, r.reading]))
  const sent = await tell(
    turn,
    owing.map(r => r.member),
    (language, m) => readerView(turn.voice(language), c, readings.get(m.id) ?? unread(c, m.id), { remind: true }),
    { subject: subjectOf(c.id), dedupe: `${subjectOf(c.id)}:${c.version}:reminder:${dayOf(zone, at)}` },
  )
  await circularsDb.reminded(turn.db, turn.network.id, c.id, at)
  await record(turn, turn.member.id, {
    entity: 'circular',
    id: c.id,
    action: 'reminded',
    after: { version: c.version, people: sent.told.length },
  })
  return { kind: 'reminded', at, ...sent }
}

/** A reader has read it; false where they had before. Their other cards of it follow. */
export async function acknowledge(turn: Turn, c: Circular, reading: Reading): Promise<boolean> {
  if (!(await circularsDb.acknowledge(turn.db, reading, turn.now))) return false
  await record(turn, turn.member.id, { entity: 'circular', id: c.id, action: 'acknowledged', after: { version: reading.version } })
  await redraw(turn, c.id, turn.member.id)
  return true
}

/** A reader answers: the coordinators get it with who said it, and the reader has read it. False where an answer of theirs stands. */
export async function answer(turn: Turn, c: Circular, reading: Reading, said: string): Promise<boolean> {
  if (!(await circularsDb.answer(turn.db, reading, said))) return false
  await circularsDb.acknowledge(turn.db, reading, turn.now)
  await record(turn, turn.member.id, {
    entity: 'circular',
    id: c.id,
    action: 'answered',
    after: { version: reading.version, answer: said },
  })
  await redraw(turn, c.id, turn.member.id)
  const coordinators = (await holders(turn, 'coordinator')).filter(m => m.id !== turn.member.id)
  await tell(
    turn,
    coordinators,
    language => {
      const speak = turn.voice(language)
      return view(language, [
        heading(speak.say('circular.answerTo', { reference: c.reference })),
        facts([[speak.say('circular.from'), personSaid(turn, speak, turn.member)]]),
        text(said),
        ...(reading.version === c.version ? [] : [text(speak.say('circular.toEarlierWording'), 'subtle')]),
        actions([button(speak, 'circular.open', 'circular.show', { id: c.id })]),
      ])
    },
    { dedupe: `${subjectOf(c.id)}:${reading.version}:answer:${turn.member.id}` },
  )
  return true
}
