/** What a wing declares to the house: commands it answers, buttons, forms, what falls due, what it does about events, what it says before a form is saved. */
import type { Temporal } from 'temporal-polyfill'
import type { Ask } from '../../db/asks.ts'
import type { CommandKey } from '../commands.ts'
import type { Speak, Values } from '../locales/speak.ts'
import type { Key } from '../locales/words.ts'
import type { Meaning } from '../model/meaning.ts'
import type { Action, Part, View } from '../model/view.ts'
import type { AskedAbout } from '../understanding/asked-about.ts'
import type { Event } from './event.ts'
import type { Form } from './form.ts'
import type { Answer, Asked, Scene, Turn } from './turn.ts'

export type CommandHandler = (turn: Turn, asked: Asked) => Promise<Answer>
/** Answers a text that asks about something by its name, whatever it was heard as; null where nothing that the wing knows is called so. */
export type NameHandler = (turn: Turn, about: AskedAbout, asked: Asked) => Promise<Answer | null>
export type PressHandler = (turn: Turn, args: Record<string, string>, how: { dialog: boolean }) => Promise<Answer>
/** When what waits under a subject of a due row falls due by the calendar as it stands; null where it does no more. */
export type Moment = (scene: Scene, subject: string) => Promise<Temporal.Instant | null>
/** `subject` is that of the due row. Runs in one transaction with the row's mark. */
export type DueHandler = (scene: Scene, subject: string) => Promise<void>
export type EventHandler = (scene: Scene, event: Event) => Promise<void>
/** What a wing does about events, by their kind; what it does nothing about it does not name. */
export type OnEvents = { [K in Event['kind']]?: (scene: Scene, event: Extract<Event, { kind: K }>) => Promise<void> }
/** A wing's handlers as one. Each gets its own kind of event, which a lookup by kind cannot tell the compiler. */
export const hearing =
  (on: OnEvents): EventHandler =>
  async (scene, event) =>
    (on[event.kind] as EventHandler | undefined)?.(scene, event)

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

/** An answer to a question. One without a label is given elsewhere (by changing what was asked about) and has no button. */
export type Reply = {
  label?: Key
  style?: Action['style']
  /** What the cards say once it is given; `name` is whose answer it was. */
  said: Key
  /** A step before it counts: its button is a press of `ask.answer` with `sure: 'yes'`, or a form that settles it. `said`: it was answered in words. */
  first?: (turn: Turn, ask: Ask, how: { dialog: boolean; said?: string }) => Promise<Answer>
  does?: (turn: Turn, ask: Ask) => Promise<Answer>
}

/** A question that is put to people and waits (src/delivery/ask.ts). */
export type Question = {
  kind: string
  /** What its card says in any voice, and the values of its labels; null where what it asks about is gone. */
  show(scene: Scene, ask: Ask): Promise<((speak: Speak) => { parts: Part[]; values?: Values }) | null>
  answers: Readonly<Record<string, Reply>>
  /**
   * Pure. Which answer somebody's own words give, the name of what is asked about taken out of them; null where they give none. They are handed to
   * `first` as `said`.
   */
  heard?: (said: string) => string | null
  expired?: (scene: Scene, ask: Ask) => Promise<void>
}

// A form's own types are known inside its wing; the house only needs to run it.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type AnyForm = Form<any, any>

/** A file that somebody sent, and what they wrote with it. */
export type Received = { name: string; mime: string; bytes: Uint8Array; text: string }
/** Answers a file that is of its kind; null leaves it to others. `open`: the form of the conversation that is open. */
export type FileHandler = (turn: Turn, file: Received, open: string | null) => Promise<Answer | null>

/**
 * What "it" may be: whose newest card has a button of the name `shown` is corrected by the command `change` and taken out by `cancel`, when a sentence
 * says so and names nothing.
 */
export type Pointed = { shown: string; change: CommandKey; cancel: CommandKey }

/** What words say of the card that was shown last, by the buttons it has; null where they say nothing of it. */
export type OfCard = (turn: Turn, said: string, presses: readonly Action['press'][]) => Promise<Answer | null>

export type Wing = {
  commands?: Partial<Record<CommandKey, CommandHandler>>
  presses?: Record<string, PressHandler>
  /** By the name of a button: whether words that follow its card are what it asks to be written; they are handed to the press as `said`. Pure. */
  takes?: Record<string, (said: string, meaning: Meaning, on: View) => boolean>
  forms?: readonly AnyForm[]
  due?: Record<string, DueHandler>
  /** Of the kinds that fall due: those that count working days, and are reckoned anew when the calendar changes. */
  moments?: Record<string, Moment>
  events?: OnEvents
  asks?: readonly Question[]
  /** The first that answers a file has it. */
  files?: readonly FileHandler[]
  /** Asked by its name; the wings above are asked first. */
  named?: NameHandler
  it?: readonly Pointed[]
  ofCard?: OfCard
  /** By form id. */
  advice?: Record<string, Adviser>
}
