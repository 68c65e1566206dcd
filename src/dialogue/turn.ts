/** One turn: everything a handler may lean on while it answers one person (or the clock), inside one transaction. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/client.ts'
import type { Promised as OutboxRow } from '../../db/outbox.ts'
import type { Speak } from '../locales/speak.ts'
import type { Outside } from '../model/feed.ts'
import type { Place } from '../model/incoming.ts'
import type { Context, Meaning } from '../model/meaning.ts'
import type { Network } from '../model/network.ts'
import type { Account, Language, Member, Organization, Reader } from '../model/people.ts'
import type { View } from '../model/view.ts'
import type { Calendar } from '../time/working-days.ts'
import type { Event } from './event.ts'

/** A row of the outbox; `answer`: this copy holds it and sends it; `due`: its moment has come. */
export type Promised = { row: OutboxRow; answer: boolean; due: boolean }

/** What is true of a network at an instant, whoever asks: made once for each turn. */
export type Scene = {
  /** The transaction. Never the outer database: a call on that would wait for ever on the embedded one. */
  db: Database
  network: Network
  now: Temporal.Instant
  /** The machine's clock, for leases alone. */
  machine: Temporal.Instant
  calendar: Calendar
  holidays: Context['holidays']
  organizations: Organization[]
  /** Makes a new id. */
  ids: () => string
  /** Tells the log of a failure that the answer does without. */
  fault: (error: unknown, what: string) => void
  /** Null where nobody said under which address the server is reached, and in what the clock does by itself. */
  outside: Outside | null
  /** The network's voice in a language. */
  voice(language: Language): Speak
  /** What wings declared about an event happens in this transaction. */
  emit(event: Event): Promise<void>
  /** `slack`, `teams`, `web`, or `clock`: what the change record says. */
  through: string
  delivery: string | null
  /** What was promised in this transaction, to be sent when it is committed: answers by this copy at once, the rest by the queue. */
  promised: Promised[]
}

/** A scene with a person in it. A person the network does not know yet has no roles and empty ids. */
export type Turn = Scene & {
  reader: Reader
  member: Member
  organization: Organization | null
  account: Account
  place: Place
  /** The language of this answer. */
  language: Language
  speak: Speak
  /** For reading texts: names, calendar, now. */
  context: Context
}

/** What was asked, when a command is run: `text` is what came with it, or the whole sentence; `meaning` what was understood of it. */
export type Asked = {
  text: string
  meaning: Meaning
  message: string | null
  dialog: boolean
  /** True where the command was named, and not understood from a sentence. */
  typed?: boolean
}

/** A conversation to begin: the form, what it is about, values known already, and a text to read answers from. */
export type Begin = {
  form: string
  args?: Record<string, string> | undefined
  values?: Record<string, unknown> | undefined
  text?: string | undefined
  /** A correction to make of the values at once ("change the book fair to 11am"); what it says nothing of stays. */
  change?: string | undefined
  /** The person's own message the text came from: editing that message updates the draft. */
  message?: string | null | undefined
  /** Show it as a form at once, where the platform can. */
  dialog?: boolean | undefined
}

/**
 * What a handler answers. `views` are new messages; `replace` takes the place of the card that was pressed (or is a new message where there is none);
 * `begin` opens a conversation; `home` is the person's home page.
 */
export type Answer = { views?: View[] | undefined; replace?: View | undefined; begin?: Begin | undefined; home?: View | undefined }
