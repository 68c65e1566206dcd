/** The door through which adapters hand over what came in: stored first, then acknowledged, then worked on. */
import type { Incoming } from './incoming.ts'
import type { Bilingual, Language } from './people.ts'
import type { View } from './view.ts'

/**
 * What the platform wants to know at once, besides the messages that go out by delivery. `dialog` is a view whose form part is to be shown now
 * (only for contents with `dialog: true`, and for answers with mistakes: the same form, each `problem` filled in). `dialog: null` closes what is open.
 * `home` is the person's home page, where one was asked for.
 */
export type Reply = { dialog: View | null; home: View | null }

/** `fresh` is false for a delivery that was stored before; working it again does nothing twice and gives the reply of the first time. */
export type Taken = { fresh: boolean; work(): Promise<Reply> }

export interface Inbox {
  /** Stores the delivery. Rejects with `NotStored` where the database is away: then nothing was kept, and the adapter says so in its answer. */
  take(incoming: Incoming): Promise<Taken>
}

/** The delivery could not be stored; the person is told that it was not saved and to try again. */
export class NotStored extends Error {
  override name = 'NotStored'
}

/** What an adapter may say without the core: the few sentences needed when the core cannot be asked, or where its platform cannot show all of a view. */
export type Fallback = {
  notSaved: Bilingual
  loading: Bilingual
  received: Bilingual
  writeToMe: Bilingual
  close: Bilingual
  /** Something is left out here for want of room. */
  more: Bilingual
  /** A form that cannot be shown here without losing a part of it. */
  formTooLong: Bilingual
  /** Stands in place of a choice without options. */
  noChoice: Bilingual
  /** A file that can only be given by a link, where the bot has no public address. */
  fileNoLink: Bilingual
  /** A file that the platform does not take. */
  fileRefused: Bilingual
  /** Stands on a card that asks whether a file may be saved. */
  fileDescription: Bilingual
  /** A file that is no longer kept. */
  fileGone: Bilingual
}
export const inLanguage = (text: Bilingual, language: Language): string => text[language] ?? text.ar ?? text.en ?? ''
