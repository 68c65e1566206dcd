/** The inbox: stores what came in before it is acknowledged, works it once in one transaction, and sends what that promised. */
import { Temporal } from 'temporal-polyfill'
import { type Database, unreachable } from '../db/client.ts'
import * as inboxDb from '../db/inbox.ts'
import type { Promised } from '../db/outbox.ts'
import { inSteps } from '../db/steps.ts'
import type { Handled } from './bot.ts'
import type { Deliver, Log } from './delivery/deliver.ts'
import type { Queue } from './delivery/queue.ts'
import { failureOf } from './model/failure.ts'
import { type Inbox, NotStored, type Reply, type Taken } from './model/inbox.ts'
import type { DeliveryKey, Incoming } from './model/incoming.ts'
import { createTurnstile } from './turnstile.ts'

export type InboxOptions = {
  db: Database
  handle: (db: Database, incoming: Incoming) => Promise<Handled>
  deliver: Deliver
  queue: Pick<Queue, 'put'>
  /** How many deliveries are worked at once; the rest wait, stored and acknowledged. */
  most: number
  machineNow: () => number
  /** Tells the person that it was not saved, when a delivery failed for the last time; on a transaction of its own. */
  sorry: (incoming: Incoming) => Promise<void>
  log: Log
}

/** A delivery that the database failed this often is left for a person to look at. */
const mostTries = 5
const nothing: Reply = { dialog: null, home: null }

export function createInbox({
  db,
  handle,
  deliver,
  queue,
  most,
  machineNow,
  sorry,
  log,
}: InboxOptions): Inbox & { resume(): Promise<number>; idle(): Promise<void> } {
  const under = new Set<Promise<unknown>>()
  const turnstile = createTurnstile(most)
  const now = () => Temporal.Instant.fromEpochMilliseconds(machineNow())

  async function work(key: DeliveryKey): Promise<Reply> {
    let answers: Promised[] = []
    try {
      const reply = await turnstile.work(() =>
        db.transaction(async whole => {
          // Where one transaction is done at a time, who waits to be stored waits for this one: it goes through without a step.
          const tx = most > 1 ? inSteps(whole, turnstile.step) : whole
          const held = await inboxDb.hold(tx, key)
          if (!held || held.done || !held.incoming) return held?.reply ?? nothing
          const h = await handle(tx, held.incoming)
          const due = h.promised.filter(p => !p.answer && p.due)
          if (h.networkId && due.length > 0)
            await queue.put(
              tx,
              due.map(p => ({ networkId: h.networkId as string, id: p.row.id })),
            )
          const keep = !h.unkept && (await isHistory(tx, key, held.incoming))
          await inboxDb.done(tx, key, now(), h.unkept ? nothing : h.reply, keep)
          answers = h.promised.filter(p => p.answer).map(p => p.row)
          return h.reply
        }),
      )
      // The platform may take its time over these: meanwhile somebody else's turn begins.
      for (const answer of answers) {
        await turnstile.step()
        await deliver.answers([answer])
      }
      return reply
    } catch (error) {
      log.error({ err: error, platform: key.platform, delivery: key.delivery }, 'a delivery failed')
      await track(failed(key, error))
      throw error
    }
  }

  /** The local chat shows its history of texts from here; elsewhere the platform keeps what was said. What was filled in, or sent as a file, is kept by nobody. */
  async function isHistory(tx: Database, key: DeliveryKey, { content }: Incoming): Promise<boolean> {
    if (key.platform !== 'web') return false
    // What a text that was not kept now reads is not kept either.
    return content.kind === 'text' || (content.kind === 'edited' && (await inboxDb.keepsText(tx, key, content.message)))
  }

  async function failed(key: DeliveryKey, error: unknown): Promise<void> {
    try {
      const held = await db.transaction(tx => inboxDb.hold(tx, key))
      const away = unreachable(error)
      // What the database was away for is done when it is back. What failed for another reason would fail again: the person is told
      // that it was not saved, and from then on it must not be done behind their back.
      await inboxDb.failed(db, key, now(), failureOf(error), away ? mostTries : 1)
      if (held?.incoming && !held.done && !away) await sorry(held.incoming)
    } catch (again) {
      log.error({ err: again, delivery: key.delivery }, 'a failure could not be noted')
    }
  }

  const track = <T>(p: Promise<T>): Promise<T> => {
    under.add(p)
    p.finally(() => under.delete(p)).catch(() => {})
    return p
  }

  return {
    async take(incoming): Promise<Taken> {
      let fresh: boolean
      try {
        fresh = await turnstile.first(() => inboxDb.store(db, incoming, now()))
      } catch (error) {
        log.error({ err: error, platform: incoming.account.platform }, 'a delivery could not be stored')
        throw new NotStored('the delivery could not be stored', { cause: error })
      }
      const key: DeliveryKey = { platform: incoming.account.platform, space: incoming.account.space, delivery: incoming.delivery }
      return { fresh, work: () => track(work(key)) }
    },
    /** Works what was stored and never finished: a crash came between. */
    async resume() {
      const left = await inboxDb.unfinished(db, now().subtract({ seconds: 20 }), 100)
      for (const key of left) await track(work(key)).catch(() => {})
      return left.length
    },
    /** Resolves when nothing is under way any more. */
    async idle() {
      while (under.size > 0) await Promise.allSettled([...under])
    },
  }
}
