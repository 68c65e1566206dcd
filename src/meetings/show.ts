/** What the meeting is: when, what it covers, until when, how my organization stands; and, for the centre, who is missing. */
import * as meetings from '../../db/meetings.ts'
import { actions, button, heading, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import { holds } from '../model/people.ts'
import type { Part } from '../model/view.ts'
import type { Month } from '../model/window.ts'
import { dayOf, monthOf } from '../time/zone.ts'
import { answeredText, answering, dayName, had, meetingFacts } from './cards.ts'
import { standingParts } from './deadline.ts'
import { ensureMeetings, type Meeting, nextMeeting } from './occurrences.ts'
import { remindNow } from './remind.ts'
import { monthNamed } from './said.ts'
import { answerer, answerOf, holdsInWindow, owes, standing, unreachable } from './standing.ts'

/** The meeting of a month that was named; null where none is made for it. */
async function ofMonth(turn: Turn, month: Month): Promise<Meeting | null> {
  const { zone } = turn.network.settings
  const all = await meetings.upcoming(turn.db, turn.network.id, turn.now)
  return all.find(m => m.state === 'planned' && monthOf(dayOf(zone, m.startsAt)) === month) ?? null
}

async function soonest(turn: Turn): Promise<Meeting | null> {
  const next = await nextMeeting(turn)
  if (next) return next
  await ensureMeetings(turn)
  return nextMeeting(turn)
}

export async function meetingCommand(turn: Turn, what: Asked): Promise<Answer> {
  const { speak } = turn
  const month = monthNamed(what.text, turn.context)?.month ?? what.meaning.arguments.month
  const named = month ? await ofMonth(turn, month) : null
  const m = named ?? (await soonest(turn))
  if (!m) return { views: [warn(speak, 'meeting.none')] }
  const nearest = (await nextMeeting(turn))?.id === m.id
  const parts: Part[] = [
    // The answer is of another month than was asked about.
    ...(month && !named ? [notice('info', speak.say('meeting.noneOf', { month: speak.months(month, 1) }))] : []),
    heading(nearest ? speak.say('meeting.title') : speak.say('meeting.name', { day: dayName(turn, speak, m) })),
    meetingFacts(turn, speak, m),
  ]
  if (nearest) {
    parts.push(...(await own(turn, m)))
    if (holds(turn.reader, 'coordinator')) {
      const now = await standing(turn, m)
      parts.push(
        text(
          now.owing.length === 0
            ? speak.say('meeting.allAnswered')
            : speak.say('meeting.stillOwing', {
                n: now.owing.length,
                _organizations: speak.list(now.owing.map(o => speak.pick(o.organization.name))),
              }),
        ),
        actions([
          ...(now.owing.length > 0
            ? [button(speak, 'meeting.who', 'command', { name: 'missing' }), button(speak, 'meeting.remindNow', 'meeting.remind', {})]
            : []),
          button(speak, 'meeting.set', 'command', { name: 'set_meeting' }),
        ]),
      )
    }
  }
  parts.push(actions([button(speak, 'meeting.agenda', 'command', { name: 'agenda' })]))
  return {
    views: [
      view(turn.language, parts, speak.say('meeting.summary', { at: speak.instant(m.startsAt), deadline: speak.instant(m.deadlineAt) })),
    ],
  }
}

/** How the asker's own organization stands. */
async function own(turn: Turn, m: Meeting): Promise<Part[]> {
  const { speak, organization } = turn
  if (!organization || !owes(organization) || !holds(turn.reader, 'member')) return []
  const how = await answerOf(turn, m, organization.id)
  if (how) return [text(answeredText(turn, speak, organization, how, await answerer(turn, how)))]
  const has = await holdsInWindow(turn, m, organization.id)
  return [
    text(speak.say('meeting.youOwe'), 'strong'),
    ...had(turn, speak, has),
    actions(answering(turn, speak, m, has.length, { snooze: false })),
  ]
}

export async function missingCommand(turn: Turn): Promise<Answer> {
  const { speak } = turn
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(speak, 'coordinator')] }
  const m = await nextMeeting(turn)
  if (!m) return { views: [warn(speak, 'meeting.none')] }
  const now = await standing(turn, m)
  const silent = await unreachable(
    turn,
    now.owing.flatMap(o => o.members),
  )
  return {
    views: [
      view(turn.language, [
        heading(speak.say('meeting.name', { day: dayName(turn, speak, m) })),
        meetingFacts(turn, speak, m),
        ...standingParts(speak, now, silent),
        actions(now.owing.length > 0 ? [button(speak, 'meeting.remindNow', 'meeting.remind', {}, { style: 'primary' })] : []),
      ]),
    ],
  }
}

/** Asked in a sentence it shows who would be reminded, and a press does it; the command itself does it at once. */
export async function remindCommand(turn: Turn, asked: Asked): Promise<Answer> {
  return asked.typed ? remindNow(turn) : missingCommand(turn)
}
