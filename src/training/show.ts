/** A workshop as it is shown: in a line of what is on offer, and whole on a card with what its reader may do about it. */

import * as people from '../../db/people.ts'
import * as seatsDb from '../../db/seats.ts'
import type { Voice } from '../activities/show.ts'
import { actions, button, facts, heading, notice, text, view } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import { isolate, type Speak } from '../locales/speak.ts'
import { type Bilingual, holds, type Role } from '../model/people.ts'
import type { Seat, Track, Waiting, Workshop } from '../model/training.ts'
import type { Action, Part, View } from '../model/view.ts'
import { sessionsOf, takesEnrolments } from './sessions.ts'
import { trackName, tracksOf } from './tracks.ts'

export const subjectOf = (id: string): string => `workshop:${id}`

/** A workshop, who has its seats and who waits, in their order. */
export type Standing = { workshop: Workshop; seats: readonly Seat[]; waiting: readonly Waiting[] }
/** What showing leans on besides the workshop. */
export type Sight = { tracks: readonly Track[]; names: ReadonlyMap<string, Bilingual>; now: Scene['now']; zone: string }
export type Eye = { memberId: string; roles: readonly Role[] }

export async function sightOf(scene: Scene): Promise<Sight> {
  const members = await people.activeMembers(scene.db, scene.network)
  return {
    tracks: await tracksOf(scene),
    names: new Map(members.map(m => [m.id, m.name])),
    now: scene.now,
    zone: scene.network.settings.zone,
  }
}

export async function standingsOf(scene: Scene, all: readonly Workshop[]): Promise<Standing[]> {
  const ids = all.map(w => w.id)
  const seats = await seatsDb.seatsOf(scene.db, scene.network.id, ids)
  const waiting = await seatsDb.waitingOf(scene.db, scene.network.id, ids)
  return all.map(workshop => ({
    workshop,
    seats: seats.filter(s => s.workshopId === workshop.id),
    waiting: waiting.filter(x => x.workshopId === workshop.id),
  }))
}

export async function standingOf(scene: Scene, w: Workshop): Promise<Standing> {
  const [standing] = await standingsOf(scene, [w])
  return standing ?? { workshop: w, seats: [], waiting: [] }
}

export const titleOf = (speak: Speak, w: Pick<Workshop, 'title'>): string => speak.pick(w.title)
export const leftOf = ({ workshop, seats }: Standing): number => Math.max(0, workshop.seats - seats.length)

/** What a person has of a workshop. `place` on its waiting list counts from 1. */
export type Mine = { kind: 'taken' | 'held' } | { kind: 'waiting'; place: number } | null
export function mineOf({ seats, waiting }: Standing, memberId: string): Mine {
  const seat = seats.find(s => s.memberId === memberId)
  if (seat) return { kind: seat.state }
  const at = waiting.findIndex(w => w.memberId === memberId)
  return at < 0 ? null : { kind: 'waiting', place: at + 1 }
}

export function mineSaid(speak: Speak, mine: Mine): string | null {
  if (!mine) return null
  if (mine.kind === 'waiting') return speak.say('training.mineWaiting', { place: mine.place })
  return speak.say(mine.kind === 'taken' ? 'training.mineTaken' : 'training.mineHeld')
}

/** Seats left; and how many wait where there are none. */
export function seatsSaid(speak: Speak, s: Standing): string {
  const left = leftOf(s)
  if (left > 0) return speak.say('training.left', { n: left })
  return s.waiting.length > 0 ? speak.say('training.fullWaiting', { n: s.waiting.length }) : speak.say('training.full')
}

export function lineOf(speak: Speak, s: Standing, sight: Sight, memberId: string | null): { text: string; detail: string } {
  const w = s.workshop
  const rest = [
    isolate(w.reference),
    isolate(trackName(speak, sight.tracks, w.trackId)),
    speak.shortWhen(w.when),
    w.place && !w.place.includes('://') ? isolate(speak.venue(w.place)) : null,
    seatsSaid(speak, s),
    memberId ? mineSaid(speak, mineOf(s, memberId)) : null,
  ]
  return { text: titleOf(speak, w), detail: rest.filter(Boolean).join(' · ') }
}

export const enrols = (eye: Pick<Eye, 'roles'>): boolean => holds(eye, 'member') || holds(eye, 'coordinator')

/** Enrol, wait or leave, whichever is this reader's; nothing where there is nothing to do. */
export function enrolButtons(speak: Speak, s: Standing, eye: Eye, sight: Sight): Action[] {
  const w = s.workshop
  const args = { id: w.id }
  const before = w.state === 'open' && sight.now.epochMilliseconds < w.startsAt.epochMilliseconds
  if (!before || !enrols(eye)) return []
  const mine = mineOf(s, eye.memberId)
  if (mine)
    return mine.kind === 'held'
      ? [
          button(speak, 'training.accept', 'training.accept', args, { style: 'primary' }),
          button(speak, 'training.decline', 'training.leave', args),
        ]
      : [button(speak, mine.kind === 'taken' ? 'training.leave' : 'training.leaveList', 'training.leave', args)]
  if (!takesEnrolments(w, sight.now, sight.zone)) return []
  return [button(speak, leftOf(s) > 0 ? 'training.enrol' : 'training.wait', 'training.enrol', args, { style: 'primary' })]
}

function buttonsOf(speak: Speak, s: Standing, eye: Eye, sight: Sight): Action[] {
  const w = s.workshop
  const v = { id: w.id, v: String(w.version) }
  const coming = w.state === 'open' && sight.now.epochMilliseconds < w.endsAt.epochMilliseconds
  const colleague = enrols(eye) && takesEnrolments(w, sight.now, sight.zone)
  return [
    ...enrolButtons(speak, s, eye, sight),
    ...(colleague ? [button(speak, 'training.colleague', 'training.colleague', { id: w.id }, { opensForm: true })] : []),
    ...(holds(eye, 'coordinator')
      ? [
          button(speak, 'training.who', 'training.who', { id: w.id }),
          ...(coming
            ? [
                button(speak, 'dialogue.change', 'training.change', v, { opensForm: true }),
                button(speak, 'training.cancel', 'training.cancel', v, { opensForm: true, style: 'danger' }),
              ]
            : []),
        ]
      : []),
  ]
}

/** A colleague by their name in the reader's language, anybody else as they were written; null where nobody was named. */
export function trainerName(speak: Speak, w: Pick<Workshop, 'trainer' | 'trainerId'>, { names }: Sight): string | null {
  const member = w.trainerId ? names.get(w.trainerId) : undefined
  return member ? speak.pick(member) : w.trainer && speak.half(w.trainer)
}

export function factsOf(voice: Voice, s: Standing, sight: Sight): Part[] {
  const { speak } = voice
  const w = s.workshop
  const hijri = speak.whenHijri(w.when)
  return [
    facts([
      [speak.say('training.track'), trackName(speak, sight.tracks, w.trackId)],
      [speak.say('training.when'), hijri ? `${speak.when(w.when)} (${hijri})` : speak.when(w.when)],
      [speak.say('training.place'), w.place && (w.place.includes('://') ? w.place : speak.venue(w.place))],
      [speak.say('training.trainer'), trainerName(speak, w, sight)],
      [speak.say('training.seats'), speak.say('training.seatsOf', { left: leftOf(s), seats: w.seats })],
      [speak.say('training.perOrganization'), w.perOrganization === null ? null : speak.number(w.perOrganization)],
      [speak.say('training.waitingList'), s.waiting.length === 0 ? null : speak.number(s.waiting.length)],
      [
        speak.say('training.prerequisite'),
        w.prerequisiteTrack
          ? speak.say('training.trackFirst', { track: trackName(speak, sight.tracks, w.prerequisiteTrack) })
          : w.prerequisite,
      ],
      [speak.say('training.lastDay'), w.state === 'open' ? speak.day(w.lastDay) : null],
      [speak.say('training.certificate'), speak.say('training.certificateChoice', { _choice: w.certificate ? 'yes' : 'no' })],
    ]),
  ]
}

/** The card: `notes` stand at its head. */
export function cardOf(voice: Voice, s: Standing, sight: Sight, eye: Eye, notes: readonly Part[] = []): View {
  const { speak } = voice
  const w = s.workshop
  const mine = mineSaid(speak, mineOf(s, eye.memberId))
  const closed = w.state === 'open' && !takesEnrolments(w, sight.now, sight.zone)
  return view(
    speak.language,
    [
      ...notes,
      heading(titleOf(speak, w)),
      text(w.reference, 'subtle'),
      ...(w.state === 'cancelled' ? [notice('warning', speak.say('training.cancelled', { reason: w.reason ?? '' }))] : []),
      ...factsOf(voice, s, sight),
      ...(mine && w.state === 'open' ? [notice('good', mine)] : closed ? [notice('info', speak.say('training.closed'))] : []),
      actions(buttonsOf(speak, s, eye, sight)),
    ],
    `${w.reference}: ${titleOf(speak, w)}`,
  )
}

/** How many sessions a workshop has. */
export const countOf = (scene: Pick<Scene, 'calendar'>, w: Workshop): number => sessionsOf(w.when, scene.calendar).length
