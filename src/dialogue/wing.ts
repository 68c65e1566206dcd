/** What a wing declares to the house: commands it answers, buttons, forms, what falls due, what it does about events, what it says before a form is saved. */
import type { CommandKey } from '../commands.ts'
import type { Activity } from '../model/activity.ts'
import type { Part } from '../model/view.ts'
import type { Form } from './form.ts'
import type { Answer, Asked, Scene, Turn } from './turn.ts'

/** Things that happened, told in the transaction that did them. */
export type Event =
  | { kind: 'activity.submitted'; activity: Activity; by: string }
  | { kind: 'activity.changed'; activity: Activity; by: string }
  | { kind: 'activity.withdrawn'; activity: Activity; by: string }
  | { kind: 'organization.answered'; organizationId: string; meetingId: string; memberId: string }
  | { kind: 'calendar.changed' }
  /** The network's wall clocks show another time at the same instant. */
  | { kind: 'zone.changed'; by: string }
  | { kind: 'member.joined'; memberId: string }
  | { kind: 'member.left'; memberId: string }

export type CommandHandler = (turn: Turn, asked: Asked) => Promise<Answer>
export type PressHandler = (turn: Turn, args: Record<string, string>, how: { dialog: boolean }) => Promise<Answer>
/** `subject` is that of the due row. Runs in one transaction with the row's mark. */
export type DueHandler = (scene: Scene, subject: string) => Promise<void>
export type EventHandler = (scene: Scene, event: Event) => Promise<void>
/**
 * Parts shown on a form's card before it is saved: a clash, the priority it serves. `args` are those it was begun with, `draft` its id; `on` is what a
 * button of the draft carries (`draft.pick` with a field and a value gives an answer), null where the card shows several drafts.
 */
export type Adviser = (
  turn: Turn,
  values: Record<string, unknown>,
  args: Record<string, string>,
  on: Record<string, string> | null,
) => Promise<Part[]>

// A form's own types are known inside its wing; the house only needs to run it.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyForm = Form<any, any>

export type Wing = {
  commands?: Partial<Record<CommandKey, CommandHandler>>
  presses?: Record<string, PressHandler>
  forms?: readonly AnyForm[]
  due?: Record<string, DueHandler>
  events?: readonly EventHandler[]
  /** By form id. */
  advice?: Record<string, Adviser>
}
