/** The meetings wing: meetings made ahead from the rule, reminders, who owes an answer, the deadline, and setting, moving or skipping a meeting. */
import type { Wing } from '../dialogue/wing.ts'
import { nilCommand, nilPress, submitPress } from './answer.ts'
import { changesCommand, changesPress } from './changes.ts'
import { compileCommand, compilePress, deadlineDue, notNowPress, onEvents } from './deadline.ts'
import { keepPress, moveForm, skipPress } from './move.ts'
import { dueKinds, ensureMeetings } from './occurrences.ts'
import { remindNow, snoozeDue, snoozePress, stepDue } from './remind.ts'
import { askSkipPress, movePress, setCommand, setPress } from './set.ts'
import { settingsForm } from './settings.ts'
import { meetingCommand, missingCommand, remindCommand } from './show.ts'

export const wing: Wing = {
  commands: {
    meeting: meetingCommand,
    missing: missingCommand,
    nil_return: nilCommand,
    remind_now: remindCommand,
    compile: compileCommand,
    set_meeting: setCommand,
    changes: changesCommand,
  },
  it: [{ shown: 'command set_meeting', change: 'set_meeting', cancel: 'set_meeting' }],
  presses: {
    'meeting.submit': submitPress,
    'meeting.nil': nilPress,
    'meeting.snooze': snoozePress,
    'meeting.remind': remindNow,
    'meeting.set': setPress,
    'meeting.move': movePress,
    'meeting.askSkip': askSkipPress,
    'meeting.skip': skipPress,
    'meeting.keep': keepPress,
    'meeting.compile': compilePress,
    'meeting.notNow': notNowPress,
    'meeting.changes': changesPress,
  },
  forms: [settingsForm, moveForm],
  due: {
    [dueKinds.reminder]: stepDue,
    [dueKinds.snooze]: snoozeDue,
    [dueKinds.deadline]: deadlineDue,
    [dueKinds.begun]: ensureMeetings,
  },
  events: onEvents,
}
