/** A person's home page: the next deadline, their organization's activities, the month's priorities, and buttons to begin with. */
import * as activitiesDb from '../db/activities.ts'
import { lineOf } from './activities/show.ts'
import { actions, button, divider, heading, list, text, view } from './dialogue/say.ts'
import type { Turn } from './dialogue/turn.ts'
import { nextMeeting } from './meetings/occurrences.ts'
import { holds } from './model/people.ts'
import type { View } from './model/view.ts'
import { prioritiesParts } from './plan/priorities.ts'
import { dayOf, monthOf } from './time/zone.ts'

const shown = 5

export async function homeView(turn: Turn): Promise<View> {
  const { speak } = turn
  const meeting = await nextMeeting(turn)
  const may = holds(turn.reader, 'member')
  const own = may ? await activitiesDb.ofOrganization(turn.db, turn.reader, turn.reader.organizationId, { from: turn.now }) : []
  return view(turn.language, [
    heading(speak.say('home.title')),
    ...(meeting
      ? [text(speak.say('home.deadline', { deadline: speak.instant(meeting.deadlineAt), meeting: speak.instant(meeting.startsAt) }))]
      : []),
    actions([
      ...(may || holds(turn.reader, 'coordinator')
        ? [button(speak, 'activity.submitOne', 'activity.submit', {}, { style: 'primary', opensForm: true })]
        : []),
      button(speak, 'home.plan', 'command', { name: 'plan' }),
      button(speak, 'home.help', 'command', { name: 'help' }),
    ]),
    ...(may
      ? [
          divider,
          heading(speak.say('activity.mine', { organization: speak.pick(turn.organization?.name ?? {}) })),
          ...(own.length === 0
            ? [text(speak.say('activity.none'))]
            : [list(own.slice(0, shown).map(a => lineOf(a, turn, { owner: false })))]),
        ]
      : []),
    divider,
    ...(await prioritiesParts(turn, monthOf(dayOf(turn.network.settings.zone, turn.now)))),
  ])
}
