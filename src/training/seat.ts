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
export const enrolSelf = (turn: Turn, id: string): Promise<View> => enrolAll(turn, id, [turn.member.id])

/**
 * Enrols some at once, whoever speaks or colleagues of the own organization, for the centre anybody, and shows what came of it for each; whoever was
 * enrolled by another is told. `more` stands behind that.
 */
export async function enrolAll(turn: Turn, id: string, memberIds: readonly string[], more: readonly Part[] = []): Promise<View> {
  if (!enrols(turn.reader)) return onlyFor(turn.speak, 'member')
  const notes: Part[] = []
  for (const memberId of new Set(memberIds))
    notes.push(...(memberId === turn.member.id ? await forSelf(turn, id) : await forOther(turn, id, memberId)))
  return card(turn, id, [...notes, ...more])
}

const forSelf = async (turn: Turn, id: string): Promise<Part[]> => said(turn, id, await enrol(turn, id, turn.member), null)

async function forOther(turn: Turn, id: string, memberId: string): Promise<Part[]> {
  const { speak, reader } = turn
  const member = await people.member(turn.db, turn.network, memberId)
  const refused = (key: 'training.noSuchPerson' | 'training.ownColleagues') => [notice('warning', speak.say(key))]
  if (!member?.active || !(holds(member, 'member') || holds(member, 'coordinator'))) return refused('training.noSuchPerson')
  if (!holds(reader, 'coordinator') && member.organizationId !== reader.organizationId) return refused('training.ownColleagues')
  const came = await enrol(turn, id, member)
  const shown = await said(turn, id, came, member)
  const w = await trainingDb.byId(turn.db, turn.network.id, id)
  if (!w || (came.kind !== 'taken' && came.kind !== 'waiting')) return shown
  const key = came.kind === 'taken' ? 'training.enrolledBy' : 'training.waitsBy'
  const told = await tellMember(turn, w, member.id, key, { name: speak.pick(turn.member.name) })
  if (told) return shown
  return [...shown.slice(0, 1), notice('warning', speak.say('training.cannotTell', { name: speak.pick(member.name) })), ...shown.slice(1)]
}

/** What came of it, in words; `other` is the colleague it was done for. */
async function said(turn: Turn, id: string, came: Enrolled, other: Member | null): Promise<Part[]> {
  const { speak } = turn
  const w = await trainingDb.byId(turn.db, turn.network.id, id)
  const values = { title: w ? titleOf(speak, w) : '', name: other ? speak.pick(other.name) : '' }
  switch (came.kind) {
    case 'taken':
      return [
        notice('good', speak.say(other ? 'training.colleagueEnrolled' : 'training.enrolled', values)),
        ...(w ? await before(turn, w, other ?? turn.member) : []),
      ]
    case 'waiting':
      return [
        notice(
          'info',
          speak.say(came.why === 'full' ? 'training.isFull' : 'training.organizationFull', { ...values, limit: w?.perOrganization ?? 0 }),
        ),
        notice('info', speak.say(other ? 'training.colleagueWaits' : 'training.waits', { ...values, place: came.place })),
      ]
    case 'had':
      return other ? [notice('info', speak.say('training.colleagueHad', values))] : []
    case 'closed':
    case 'cancelled':
    case 'gone':
      return []
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
