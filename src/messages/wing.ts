/** The messages wing: the message bank, what is found in it, how the centre keeps it, and what of it an activity may use. */
import type { Wing } from '../dialogue/wing.ts'
import { messageForm, rewordForm } from './form.ts'
import { dueHandlers, keepPresses, onCalendar } from './keep.ts'
import { listPresses, messagesCommand } from './list.ts'
import { advise, onEvents } from './serve.ts'

export const wing: Wing = {
  commands: { messages: messagesCommand },
  forms: [messageForm, rewordForm],
  presses: { ...listPresses, ...keepPresses },
  due: dueHandlers,
  events: { ...onEvents, 'calendar.changed': onCalendar, 'zone.changed': onCalendar },
  advice: { submit: advise, edit: advise },
}
