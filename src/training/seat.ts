/** What a person does about a seat, and what they are answered: enrol, enrol a colleague, accept, leave. */
import * as asksDb from '../../db/asks.ts'
import * as people from '../../db/people.ts'
import * as trainingDb from '../../db/training.ts'
import { settle } from '../delivery/ask.ts'
import { notice, onlyFor, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import { holds, type Member } from '../model/people.ts'
import type { Workshop } from '../model/training.ts'
import type { Part, View } from '../model/view.ts'
import { type Enrolled, enrol, leave, tellMember } from './enrol.ts'
import { attendedTracks } from './history.ts'
import { offerQuestion, offerSubject } from './offer.ts'
import { cardOf, enrols, sightOf, standingOf, titleOf } from './show.ts'
import { trackName, tracksOf } from './tracks.ts'

async function card(turn: Turn, id: string, notes: readonly Part[]): Promise<View> {
  const w = await trainingDb.byId(turn.db, turn.network.id, id)
  if (!w) return warn(turn.speak, 'training.gone')
  return cardOf(turn, await standingOf(turn, w), await sightOf(turn), turn.reader, notes)
}

/** Enrols whoever speaks. */
export async function enrolSelf(turn: Turn, id: string): Promise<View> {
  if (!enrols(turn.reader)) return onlyFor(turn.speak, 'member')
  const came = await enrol(turn, id, turn.member)
  return said(turn, id, came, null)
}

/** Enrols a colleague of the own organization, or, for the centre, anybody; who is enrolled is told. */
export async function enrolFor(turn: Turn, id: string, memberId: string): Promise<View> {
  const { speak, reader } = turn
  if (!enrols(reader)) return onlyFor(speak, 'member')
  if (memberId === turn.member.id) return enrolSelf(turn, id)
  const member = await people.member(turn.db, turn.network, memberId)
  if (!member?.active || !(holds(member, 'member') || holds(member, 'coordinator'))) return warn(speak, 'training.noSuchPerson')
  if (!holds(reader, 'coordinator') && member.organizationId !== reader.organizationId) return warn(speak, 'training.ownColleagues')
  const came = await enrol(turn, id, member)
  const w = await trainingDb.byId(turn.db, turn.network.id, id)
  if (!w || (came.kind !== 'taken' && came.kind !== 'waiting')) return said(turn, id, came, member)
  const key = came.kind === 'taken' ? 'training.enrolledBy' : 'training.waitsBy'
  const told = await tellMember(turn, w, member.id, key, { name: speak.pick(turn.member.name) })
  const shown = await said(turn, id, came, member)
  if (told) return shown
  const note = notice('warning', speak.say('training.cannotTell', { name: speak.pick(member.name) }))
  return { ...shown, parts: [...shown.parts.slice(0, 1), note, ...shown.parts.slice(1)] }
}

/** What came of it, in words; `other` is the colleague it was done for. */
async function said(turn: Turn, id: string, came: Enrolled, other: Member | null): Promise<View> {
  const { speak } = turn
  const w = await trainingDb.byId(turn.db, turn.network.id, id)
  const values = { title: w ? titleOf(speak, w) : '', name: other ? speak.pick(other.name) : '' }
  switch (came.kind) {
    case 'taken':
      return card(turn, id, [
        notice('good', speak.say(other ? 'training.colleagueEnrolled' : 'training.enrolled', values)),
        ...(w ? await before(turn, w, other ?? turn.member) : []),
      ])
    case 'waiting':
      return card(turn, id, [
        notice(
          'info',
          speak.say(came.why === 'full' ? 'training.isFull' : 'training.organizationFull', { ...values, limit: w?.perOrganization ?? 0 }),
        ),
        notice('info', speak.say(other ? 'training.colleagueWaits' : 'training.waits', { ...values, place: came.place })),
      ])
    case 'had':
      return card(turn, id, other ? [notice('info', speak.say('training.colleagueHad', values))] : [])
    case 'closed':
      return card(turn, id, [])
    case 'cancelled':
      return card(turn, id, [])
    case 'gone':
      return warn(speak, 'training.gone')
    default:
      return came satisfies never
  }
}

/** A track that should come before, and did not. It is said and hinders nobody: the trainer knows best. */
async function before(turn: Turn, w: Workshop, member: Member): Promise<Part[]> {
  if (!w.prerequisiteTrack || (await attendedTracks(turn, member.id)).has(w.prerequisiteTrack)) return []
  const track = trackName(turn.speak, await tracksOf(turn), w.prerequisiteTrack)
  return [notice('warning', turn.speak.say('training.notYet', { track }))]
}

/** Leaves a seat, a place on the list, or an offer. */
export async function leaveSelf(turn: Turn, id: string): Promise<View> {
  const { speak } = turn
  const w = await trainingDb.byId(turn.db, turn.network.id, id)
  if (!w) return warn(speak, 'training.gone')
  if (turn.now.epochMilliseconds >= w.startsAt.epochMilliseconds) return card(turn, id, [notice('info', speak.say('training.begun'))])
  const done = await leave(turn, id, turn.member.id, turn.member.id)
  return card(turn, id, [notice('info', speak.say(done ? 'training.left_' : 'training.hadNone', { title: titleOf(speak, w) }))])
}

/** Accepts the seat that is held, from a card that is not the offer's own. */
export async function acceptPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const id = args.id ?? ''
  const [ask] = (await asksDb.about(turn.db, turn.network.id, offerQuestion.kind, offerSubject(id, turn.member.id))).filter(
    a => a.state === 'open',
  )
  if (!ask) return { replace: await card(turn, id, [notice('info', turn.speak.say('training.offerOver'))]) }
  const { views = [] } = await settle(turn, offerQuestion, ask, 'accept')
  return { replace: views[0] }
}
