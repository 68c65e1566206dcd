/** The port through which anything is sent: each platform's adapter implements it, delivery calls it. */
import type { CardRef, Place } from './incoming.ts'
import type { Account, Platform } from './people.ts'
import type { FilePart, View } from './view.ts'

/**
 * What came of sending. `retry` waits `afterMs` (the platform's own Retry-After where it gave one); `gone` means the person blocked,
 * uninstalled or left, so nothing more is sent to that account; `refused` will never succeed (the reason goes to the log).
 * A thrown error counts as a retry with back-off.
 */
export type Outcome =
  | { kind: 'sent'; card: CardRef | null; place?: Place }
  | { kind: 'retry'; afterMs: number; reason: string }
  | { kind: 'gone'; reason: string }
  | { kind: 'refused'; reason: string }

/** `account` is the person (null for a channel); `place` where they were last met, null when never. */
export type Target = { space: string; account: Account | null; place: Place | null }

/** The files of a view, asked for by their ids. */
export interface Files {
  /** Null once a file is no longer kept. */
  bytes(id: string): Promise<Uint8Array | null>
  /** An address that opens the file for whoever has it, for some days; null where the bot has no public address. */
  link(file: FilePart): string | null
}

export interface Messenger {
  readonly platform: Platform
  /** A view with files holds nothing else (src/delivery/promise.ts). */
  send(to: Target, view: View, options: { onlyTo?: string | undefined; files: Files }): Promise<Outcome>
  update(to: Target, card: CardRef, view: View): Promise<Outcome>
}
