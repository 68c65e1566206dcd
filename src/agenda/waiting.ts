/** What of the next meeting waits for a person: an invitation they have not answered; for the centre, briefings it has not decided on. */
import * as agendaDb from '../../db/agenda.ts'
import { actions, button, notice, text } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import { dayName } from '../meetings/cards.ts'
import { nextMeeting } from '../meetings/occurrences.ts'
import { holds, type Reader } from '../model/people.ts'
import type { Part } from '../model/view.ts'
import { answerButtons } from './invitation.ts'

export async function waitingParts(scene: Scene, reader: Reader, speak: Speak): Promise<Part[]> {
  const m = await nextMeeting(scene)
  if (!m) return []
  const own = await agendaDb.attendanceFor(scene.db, scene.network.id, m.id, reader.memberId)
  const asked = holds(reader, 'coordinator') ? await agendaDb.briefingsOf(scene.db, scene.network.id, m.id, { states: ['asked'] }) : []
  return [
    ...(own?.invitedAt && !own.answer
      ? [
          notice('warning', speak.say('attend.waiting', { day: dayName(scene, speak, m) })),
          actions(answerButtons(speak, m, reader.memberId, null)),
        ]
      : []),
    ...(asked.length > 0
      ? [
          text(speak.say('briefing.waiting', { n: asked.length })),
          actions([button(speak, 'briefing.show', 'command', { name: 'briefing' })]),
        ]
      : []),
  ]
}
