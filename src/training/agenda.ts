/** The agenda's line "training on offer": what people can still enrol in when the meeting is held. */
import type { Temporal } from 'temporal-polyfill'
import * as trainingDb from '../../db/training.ts'
import { list, text } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import type { Reader } from '../model/people.ts'
import type { Part } from '../model/view.ts'
import { takesEnrolments } from './sessions.ts'
import { lineOf, type Sight, type Standing, sightOf, standingsOf } from './show.ts'

export type TrainingOnOffer = { standings: Standing[]; sight: Sight }

/** Workshops that take enrolments at the instant of the meeting, the next one first. Training is no secret in the network: the reader only must have a role. */
export async function trainingForMeeting(scene: Scene, reader: Reader, at: Temporal.Instant): Promise<TrainingOnOffer> {
  const sight = await sightOf(scene)
  const all = reader.roles.length === 0 ? [] : await trainingDb.coming(scene.db, scene.network.id, at)
  const open = all.filter(w => takesEnrolments(w, at, sight.zone))
  return { standings: await standingsOf(scene, open), sight }
}

/** The lines of it, in a voice; nothing where there is nothing on offer. */
export const trainingLines = (speak: Speak, { standings, sight }: TrainingOnOffer): Part[] =>
  standings.length === 0
    ? []
    : [text(speak.say('training.onOffer', { n: standings.length }), 'strong'), list(standings.map(s => lineOf(speak, s, sight, null)))]
