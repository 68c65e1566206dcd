/** Keeps what was promised: takes a promise, hands it to its platform's Messenger, and notes what came of it. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/client.ts'
import * as files from '../../db/files.ts'
import * as outbox from '../../db/outbox.ts'
import { failureOf } from '../model/failure.ts'
import type { Files, Messenger, Outcome } from '../model/messenger.ts'
import type { Account, Platform } from '../model/people.ts'
import { type FilePart, keptOf } from '../model/view.ts'

export type Log = {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

export type DeliverOptions = {
  db: Database
  messengers: Map<Platform, Messenger>
  /** The machine's clock. */
  now: () => Temporal.Instant
  /** The network's own present. */
  presentOf: (networkId: string) => Promise<Temporal.Instant>
  /** An account that blocked, uninstalled or left: the network wing decides who must know. */
  gone: (networkId: string, account: Account, reason: string) => Promise<void>
  /** The address under which a file can be opened from outside; null where the bot has none (PUBLIC_URL). */
  link: (networkId: string, file: FilePart) => string | null
  log: Log
}

/** A promise is given up, loudly, after this many tries that failed for reasons of ours or the platform's. */
const mostTries = 12
/** Seconds another copy waits before it takes over a promise that one was sending. */
const lease = 60

export type Deliver = {
  /** Sends one promise if nobody else has it. */
  one(networkId: string, id: string): Promise<void>
  /** Sends answers this copy holds, once the transaction that promised them is committed, in their order. */
  answers(rows: outbox.Promised[]): Promise<void>
  /** Sends everything of a network whose moment has come; returns how many were taken. */
  flush(networkId: string): Promise<number>
}

export function createDeliver({ db, messengers, now, presentOf, gone, link, log }: DeliverOptions): Deliver {
  async function one(networkId: string, id: string): Promise<void> {
    const at = now()
    const row = await outbox.claim(db, networkId, id, at, at.add({ seconds: lease }))
    if (row) await send(row)
  }

  async function answers(rows: outbox.Promised[]): Promise<void> {
    for (const row of rows) await send(row)
  }

  async function flush(networkId: string): Promise<number> {
    const rows = await outbox.open(db, networkId, await presentOf(networkId), now(), 500)
    for (const { id } of rows) await one(networkId, id)
    return rows.length
  }

  async function send(promised: outbox.Promised): Promise<void> {
    const row = promised.follows ? await following(promised, promised.follows) : promised
    if (!row) return
    const messenger = messengers.get(row.platform)
    const account: Account | null = row.user === null ? null : { platform: row.platform, space: row.space, user: row.user }
    const target = { space: row.space, account, place: row.place }
    let outcome: Outcome
    if (!messenger) outcome = { kind: 'refused', reason: `no ${row.platform} here` }
    else
      try {
        outcome =
          row.op === 'update' && row.card
            ? await messenger.update(target, row.card, row.view)
            : await messenger.send(target, row.view, { onlyTo: row.onlyTo ?? undefined, files: filesFor(row.networkId) })
      } catch (error) {
        log.warn({ err: error, outbox: row.id, platform: row.platform }, 'sending failed')
        outcome = { kind: 'retry', afterMs: backoff(row.attempts), reason: failureOf(error) }
      }
    await note(row, account, outcome)
  }

  /** A change of a card that was being sent when it was decided: with that card's address, once it has one; null where this is not its moment. */
  async function following(row: outbox.Promised, id: string): Promise<outbox.Promised | null> {
    const before = await outbox.stateOf(db, row.networkId, id)
    if (before?.card) return { ...row, card: before.card, place: before.place ?? row.place }
    if (before?.state === 'waiting' || before?.state === 'sending')
      await note(row, null, { kind: 'retry', afterMs: afterCard, reason: 'its card is being sent' })
    // There is no card, and never will be.
    else await outbox.settled(db, row.networkId, row.id, { state: 'dropped' })
    return null
  }

  const filesFor = (networkId: string): Files => ({
    bytes: id => files.bytesOf(db, networkId, id),
    link(file) {
      const found = link(networkId, file)
      if (!found) log.warn({ file: file.id }, 'a file needs an address, and PUBLIC_URL is not set')
      return found
    },
  })

  async function note(row: outbox.Promised, account: Account | null, outcome: Outcome): Promise<void> {
    const { networkId, id } = row
    // A secret was shown to whom it is for, or never will be: it is not kept.
    const kept = row.view.parts.some(p => p.kind === 'text' && p.once) ? { view: keptOf(row.view) } : {}
    switch (outcome.kind) {
      case 'sent':
        return outbox.settled(db, networkId, id, { state: 'sent', card: outcome.card, sentAt: now(), ...kept })
      case 'retry': {
        if (row.attempts >= mostTries) {
          log.error({ outbox: id, platform: row.platform, tries: row.attempts, reason: outcome.reason }, 'given up sending')
          return outbox.settled(db, networkId, id, { state: 'refused', failure: outcome.reason, ...kept })
        }
        const waits = Math.max(outcome.afterMs, backoff(row.attempts))
        log.warn(
          { outbox: id, platform: row.platform, tries: row.attempts, afterMs: waits, reason: outcome.reason },
          'sending is tried again',
        )
        return outbox.settled(db, networkId, id, {
          state: 'waiting',
          notBefore: (await presentOf(networkId)).add({ milliseconds: Math.ceil(waits) }),
          failure: outcome.reason,
        })
      }
      case 'gone':
        await outbox.settled(db, networkId, id, { state: 'gone', failure: outcome.reason, ...kept })
        if (account) await gone(networkId, account, outcome.reason)
        return
      case 'refused':
        log.error({ outbox: id, platform: row.platform, reason: outcome.reason }, 'refused by the platform')
        return outbox.settled(db, networkId, id, { state: 'refused', failure: outcome.reason, ...kept })
      default:
        return outcome satisfies never
    }
  }

  return { one, answers, flush }
}

/** Milliseconds after which it is looked again whether a card was sent. */
const afterCard = 2_000
/** Milliseconds to wait after the nth try: 1 s, 2 s, 4 s … at most five minutes. */
const backoff = (tries: number): number => Math.min(1000 * 2 ** Math.max(0, tries - 1), 300_000)
