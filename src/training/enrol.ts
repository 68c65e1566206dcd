/** Seats: taken, waited for, left. Whatever moves them holds the workshop first, so that it goes one after the other. */

import * as people from '../../db/people.ts'
import * as seatsDb from '../../db/seats.ts'
import * as trainingDb from '../../db/training.ts'
import { close } from '../delivery/ask.ts'
import { tell } from '../delivery/promise.ts'
import { record, unlessOwn } from '../dialogue/record.ts'
import { notice } from '../dialogue/say.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import type { Key } from '../locales/words.ts'
import { holds, type Member } from '../model/people.ts'
import type { Workshop } from '../model/training.ts'
import { advance, offerQuestion, offerSubject } from './offer.ts'
import { takesEnrolments } from './sessions.ts'
import { cardOf, mineOf, sightOf, standingOf, subjectOf } from './show.ts'

/** What came of wanting a seat. `waiting` says why: all are taken, or those of the organization are. */
export type Enrolled =
  | { kind: 'taken' }
  | { kind: 'waiting'; place: number; why: 'full' | 'organization' }
  | { kind: 'had' }
  | { kind: 'closed' | 'cancelled' | 'gone' }

/** Gives a person a seat, or a place on the waiting list. `by` is who asked for it; the centre may enrol until the workshop begins. */
export async function enrol(turn: Turn, id: string, member: Member): Promise<Enrolled> {
  const { db, network, now } = turn
  const w = await trainingDb.hold(db, network.id, id)
  if (!w) return { kind: 'gone' }
  if (w.state !== 'open') return { kind: 'cancelled' }
  const begun = now.epochMilliseconds >= w.startsAt.epochMilliseconds
  if (begun || (!holds(turn.reader, 'coordinator') && !takesEnrolments(w, now, network.settings.zone))) return { kind: 'closed' }
  const s = await standingOf(turn, w)
  if (mineOf(s, member.id)) return { kind: 'had' }
  const by = member.id === turn.member.id ? null : turn.member.id
  const row = { workshopId: w.id, memberId: member.id, organizationId: member.organizationId, since: now, byId: by }
  const taken = await seatsDb.takeSeat(db, { networkId: network.id, ...row, state: 'taken' })
  if (taken === 'already') return { kind: 'had' }
  if (taken === 'gone') return { kind: 'cancelled' }
  if (taken === 'full' || taken === 'organization') {
    await seatsDb.wait(db, network.id, row)
    await recordEnrolment(turn, w, member, 'waits')
    return { kind: 'waiting', place: s.waiting.length + 1, why: taken }
  }
  await recordEnrolment(turn, w, member, 'enrolled')
  return { kind: 'taken' }
}

const recordEnrolment = (turn: Turn, w: Workshop, member: Member, action: string) =>
  record(turn, turn.member.id, {
    entity: 'enrolment',
    id: w.id,
    action,
    after: { memberId: member.id, organizationId: member.organizationId },
    for: unlessOwn(turn, member.organizationId),
  })

/** Frees a person's seat, or takes them off the waiting list, and lets the list move. False where they had neither. */
export async function leave(scene: Scene, id: string, memberId: string, by: string | null): Promise<boolean> {
  const { db, network } = scene
  const w = await trainingDb.hold(db, network.id, id)
  if (!w) return false
  const seat = await seatsDb.freeSeat(db, network.id, id, memberId)
  const waited = await seatsDb.unwait(db, network.id, id, memberId)
  if (!seat && !waited) return false
  await record(scene, by, { entity: 'enrolment', id, action: seat ? 'left' : 'left.waiting', before: { memberId } })
  if (seat === 'held') await close(scene, offerQuestion, offerSubject(id, memberId))
  if (seat) await advance(scene, w)
  return true
}

/** Tells a person something of their seat that another did, with the workshop's card; false where they cannot be written to. */
export async function tellMember(
  scene: Scene,
  w: Workshop,
  memberId: string,
  key: Key,
  values: Record<string, string> = {},
  dedupe?: string,
): Promise<boolean> {
  const member = await people.member(scene.db, scene.network, memberId)
  if (!member?.active) return false
  const [s, sight] = [await standingOf(scene, w), await sightOf(scene)]
  const { unreachable } = await tell(
    scene,
    [member],
    (language, m) => {
      const speak = scene.voice(language)
      const note = notice('info', speak.say(key, { title: speak.pick(w.title), ...values }))
      return cardOf({ speak, organizations: scene.organizations }, s, sight, { memberId: m.id, roles: m.roles }, [note])
    },
    { subject: subjectOf(w.id), ...(dedupe ? { dedupe } : {}) },
  )
  return unreachable.length === 0
}

/** Who leaves the network leaves their seats to others. Workshops that are over keep who was there. */
export async function onLeft(scene: Scene, memberId: string): Promise<void> {
  const { db, network, now } = scene
  const seats = (await seatsDb.seatsOfMember(db, network.id, memberId)).map(s => s.workshopId)
  const waiting = await seatsDb.waitingOfMember(db, network.id, memberId)
  for (const w of await trainingDb.byIds(db, network.id, [...new Set([...seats, ...waiting])]))
    if (now.epochMilliseconds < w.startsAt.epochMilliseconds) await leave(scene, w.id, memberId, null)
}
