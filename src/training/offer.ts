/** How the waiting list moves by itself: a seat that was freed, offered to the next of the waiting list: held for them until they answer, or until the offer lapses. */

import type { Ask } from '../../db/asks.ts'
import * as people from '../../db/people.ts'
import * as seatsDb from '../../db/seats.ts'
import * as trainingDb from '../../db/training.ts'
import { put } from '../delivery/ask.ts'
import { officeMoment, tell } from '../delivery/promise.ts'
import { record } from '../dialogue/record.ts'
import { heading, notice, view, warn } from '../dialogue/say.ts'
import type { Answer, Scene, Turn } from '../dialogue/turn.ts'
import type { Question } from '../dialogue/wing.ts'
import type { Workshop } from '../model/training.ts'
import { agrees } from '../understanding/agrees.ts'
import { offerUntil } from './sessions.ts'
import { cardOf, factsOf, sightOf, standingOf, titleOf } from './show.ts'

/** Offers every free seat to the first of the waiting list whom the limit of organizations lets have it. Only while the workshop is held. */
export async function advance(scene: Scene, w: Workshop): Promise<void> {
  const { db, network, now } = scene
  if (w.state !== 'open') return
  const until = offerUntil(w, officeMoment(scene), scene.calendar)
  if (!until) return
  for (const next of await seatsDb.waitingOf(db, network.id, [w.id])) {
    const { memberId, organizationId, byId } = next
    const taken = await seatsDb.takeSeat(db, {
      networkId: network.id,
      workshopId: w.id,
      memberId,
      organizationId,
      state: 'held',
      since: now,
      byId,
    })
    if (taken === 'full' || taken === 'gone') return
    if (taken === 'organization') continue
    await seatsDb.unwait(db, network.id, w.id, memberId)
    if (taken === 'already') continue
    await record(scene, null, { entity: 'enrolment', id: w.id, action: 'offered', after: { memberId, until } })
    await put(scene, offerQuestion, { asked: 'member', askedId: memberId, subject: offerSubject(w.id, memberId), expiresAt: until })
  }
}

const mark = '|'
export const offerSubject = (workshopId: string, memberId: string): string => `${workshopId}${mark}${memberId}`
const workshopIn = (ask: Pick<Ask, 'subject'>): string => ask.subject.split(mark)[0] ?? ''

export const offerQuestion: Question = {
  kind: 'training.offer',
  heard: agrees('accept', 'decline'),
  async show(scene, ask) {
    const w = await trainingDb.byId(scene.db, scene.network.id, workshopIn(ask))
    if (!w) return null
    const [s, sight] = [await standingOf(scene, w), await sightOf(scene)]
    return speak => ({
      parts: [
        heading(speak.say('training.offered', { title: titleOf(speak, w) })),
        ...factsOf({ speak, organizations: scene.organizations }, s, sight),
        ...(ask.state === 'open' ? [notice('warning', speak.say('training.offeredUntil', { _at: speak.instant(ask.expiresAt) }))] : []),
      ],
    })
  },
  answers: {
    accept: { label: 'training.accept', style: 'primary', said: 'training.accepted', does: accept },
    decline: { label: 'training.decline', said: 'training.declined', does: decline },
  },
  expired: lapse,
}

async function accept(turn: Turn, ask: Ask): Promise<Answer> {
  const { db, network } = turn
  const w = await trainingDb.hold(db, network.id, workshopIn(ask))
  if (!w || !(await seatsDb.confirmSeat(db, network.id, w.id, ask.askedId, turn.now)))
    return { views: [warn(turn.speak, 'training.offerOver')] }
  await record(turn, turn.member.id, { entity: 'enrolment', id: w.id, action: 'accepted', after: { memberId: ask.askedId } })
  const [s, sight] = [await standingOf(turn, w), await sightOf(turn)]
  const note = notice('good', turn.speak.say('training.enrolled', { title: titleOf(turn.speak, w) }))
  return { views: [cardOf(turn, s, sight, { memberId: ask.askedId, roles: turn.reader.roles }, [note])] }
}

async function decline(turn: Turn, ask: Ask): Promise<Answer> {
  await letGo(turn, ask, turn.member.id, 'declined')
  return {}
}

/** Nobody answered in time: the seat goes to the next, and whoever had it offered is told. */
async function lapse(scene: Scene, ask: Ask): Promise<void> {
  const w = await letGo(scene, ask, null, 'lapsed')
  const member = w && (await people.member(scene.db, scene.network, ask.askedId))
  if (!w || !member?.active) return
  await tell(
    scene,
    [member],
    language => {
      const speak = scene.voice(language)
      return view(language, [notice('info', speak.say('training.offerLapsed', { title: titleOf(speak, w) }))])
    },
    { dedupe: `training.lapsed:${ask.id}` },
  )
}

async function letGo(scene: Scene, ask: Ask, by: string | null, action: string) {
  const { db, network } = scene
  const w = await trainingDb.hold(db, network.id, workshopIn(ask))
  if (!w || (await seatsDb.freeSeat(db, network.id, w.id, ask.askedId)) === null) return null
  await record(scene, by, { entity: 'enrolment', id: w.id, action, before: { memberId: ask.askedId } })
  await advance(scene, w)
  return w
}
