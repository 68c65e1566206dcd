/** "What changed?": since the last edition, or, where the meeting is spoken of, since it began. */
import * as meetings from '../../db/meetings.ts'
import { actions, button, heading, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { View } from '../model/view.ts'
import { changeParts, changesCommand as sinceEdition } from '../plan/changes.ts'
import { changesSince } from '../plan/since.ts'
import { dayOf, monthWindow, thisMonth } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'

const ofMeeting = /meeting|اجتماع/

/** `changes`. An edition that is named is what is meant, whatever else is said. */
export async function changesCommand(turn: Turn, asked: Asked): Promise<Answer> {
  if (!asked.meaning.arguments.edition && ofMeeting.test(fold(asked.text))) return { views: [await sinceMeeting(turn)] }
  const { views = [] } = await sinceEdition(turn, asked)
  const held = await meetings.previousStart(turn.db, turn.network.id, turn.now)
  if (!held) return { views }
  return {
    views: views.map(v => ({ ...v, parts: [...v.parts, actions([button(turn.speak, 'changes.sinceMeetingButton', 'meeting.changes')])] })),
  }
}

export const changesPress = async (turn: Turn): Promise<Answer> => ({ views: [await sinceMeeting(turn)] })

async function sinceMeeting(turn: Turn): Promise<View> {
  const { speak } = turn
  const { zone, windowMonths } = turn.network.settings
  const held = await meetings.previousStart(turn.db, turn.network.id, turn.now)
  if (!held) return warn(speak, 'changes.noMeeting')
  const changes = await changesSince(turn, turn.reader, held, monthWindow(zone, thisMonth(turn), Math.max(1, windowMonths)))
  return view(turn.language, [
    heading(speak.say('changes.sinceMeeting', { day: speak.day(dayOf(zone, held)) })),
    text(speak.say('changes.count', { n: changes.length }), 'subtle'),
    ...changeParts(changes, speak, turn.organizations),
    actions([button(speak, 'plan.whole', 'plan.page')]),
  ])
}
