/** The agenda wing: the agenda of a meeting, briefings that organizations ask for, the invitation and who comes. */
import type { Wing } from '../dialogue/wing.ts'
import { arrangePresses, businessForm, minutesForm } from './arrange.ts'
import { attendPresses, insteadForm } from './attend.ts'
import { attendanceCommand, attendancePresses } from './attendance.ts'
import { askPress, briefingCommand } from './briefing-command.ts'
import { briefingForm, changeForm } from './briefing-form.ts'
import { agendaCommand, linePress, showPress } from './command.ts'
import { briefingPresses, declineForm } from './decide.ts'
import { dueKinds, inviteDue, remindDue } from './invitation.ts'
import { begunDue, onEvents } from './moved.ts'

export const wing: Wing = {
  commands: { agenda: agendaCommand, briefing: briefingCommand, attendance: attendanceCommand },
  forms: [briefingForm, changeForm, declineForm, minutesForm, businessForm, insteadForm],
  presses: {
    'agenda.show': showPress,
    'agenda.line': linePress,
    'briefing.ask': askPress,
    ...arrangePresses,
    ...briefingPresses,
    ...attendPresses,
    ...attendancePresses,
  },
  due: { [dueKinds.invite]: inviteDue, [dueKinds.remind]: remindDue, [dueKinds.begun]: begunDue },
  events: onEvents,
}
