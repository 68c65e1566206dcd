/** The clock: node-cron says when to look, the database and each network's own present say what is due. The only thing that looks at the wall clock. */
import cron from 'node-cron'
import { Temporal } from 'temporal-polyfill'
import type { Database } from '../db/client.ts'
import * as dueDb from '../db/due.ts'
import * as inboxDb from '../db/inbox.ts'
import * as people from '../db/people.ts'
import * as retention from '../db/retention.ts'
import type { Deliver, Log } from './delivery/deliver.ts'
import { presentOf } from './delivery/promise.ts'
import type { Promised, Scene } from './dialogue/turn.ts'
import type { DueHandler, EventHandler } from './dialogue/wing.ts'
import { failureOf } from './model/failure.ts'
import type { Network } from './model/network.ts'
import { keepOf } from './model/settings.ts'
import { sceneOf } from './scene.ts'

export type ClockOptions = {
  db: Database
  due: Map<string, DueHandler>
  events: readonly EventHandler[]
  deliver: Deliver
  /** Puts promises that are due into the queue, in the transaction. */
  enqueue: (db: Database, networkId: string, promised: Promised[]) => Promise<void>
  /** Deliveries a crash left unfinished. */
  resume: () => Promise<number>
  ids: () => string
  machineNow: () => number
  log: Log
  /** Notes what went wrong and was gone on without. */
  fault: Scene['fault']
}

export type Clock = {
  start(): void
  stop(): Promise<void>
  /** Looks once, at everything. */
  tick(): Promise<void>
  /**
   * Does what falls due in a network up to `until`, each thing at its own moment: the network's present stands still at that moment while
   * it is done. Then sends what was promised. Used by the tick, and by the local chat when it moves the sample's clock.
   */
  catchUp(networkId: string, until: Temporal.Instant): Promise<number>
}

/** The machine's milliseconds since 1970; handed to whoever needs the present. */
export const machineClock = (): number => Date.now()

/** A delivery is remembered this long after it was done, in days. Platforms repeat one within minutes; the local chat shows its history from them. */
const remembered = 30

export function createClock(options: ClockOptions): Clock {
  const { db, due, events, deliver, enqueue, resume, ids, machineNow, log, fault } = options
  let running: Promise<void> | null = null
  let task: ReturnType<typeof cron.schedule> | null = null
  let forgotOn = ''
  const machine = () => Temporal.Instant.fromEpochMilliseconds(machineNow())

  /** One due row, in one transaction with its mark. False when there was none left. */
  async function next(network: Network, until: Temporal.Instant, replay: boolean): Promise<boolean> {
    let failing: dueDb.Due | null = null
    try {
      return await db.transaction(async tx => {
        const row = await dueDb.next(tx, network.id, until)
        if (!row) return false
        failing = row
        // A sample whose clock is moved lives through each moment; a real network does late what it could not do in time, now.
        const now = replay ? row.at : until
        const scene: Scene = await sceneOf(tx, network, {
          now,
          machine: machine(),
          ids,
          events,
          through: 'clock',
          delivery: null,
          fault,
        })
        const handler = due.get(row.kind)
        if (!handler) throw new Error(`nothing handles what is due: ${row.kind}`)
        await dueDb.done(tx, network.id, row.kind, row.subject, now)
        await handler(scene, row.subject)
        await enqueue(
          tx,
          network.id,
          scene.promised.filter(p => p.due),
        )
        return true
      })
    } catch (error) {
      if (!failing) throw error
      const row = failing as dueDb.Due
      log.error({ err: error, network: network.id, kind: row.kind, subject: row.subject }, 'what was due failed')
      await dueDb.failed(db, network.id, row.kind, row.subject, failureOf(error))
      return true
    }
  }

  async function catchUp(networkId: string, until: Temporal.Instant, replay = true): Promise<number> {
    let done = 0
    const network = await people.network(db, networkId)
    if (!network) return 0
    while (await next(network, until, replay)) done++
    await deliver.flush(networkId)
    return done
  }

  async function look(): Promise<void> {
    await resume()
    for (const network of await people.allNetworks(db)) await catchUp(network.id, presentOf(network, machine()), network.sample)
    await forget()
  }

  /** Once a day. */
  async function forget(): Promise<void> {
    const today = machine().toString().slice(0, 10)
    if (today === forgotOn) return
    await inboxDb.forget(db, machine().subtract({ hours: 24 * remembered }))
    for (const network of await people.allNetworks(db))
      await retention.letGo(db, network.id, presentOf(network, machine()), keepOf(network.settings))
    forgotOn = today
  }

  async function tick(): Promise<void> {
    if (running) return running
    running = look()
      .catch(error => log.error({ err: error }, 'the clock could not look'))
      .finally(() => {
        running = null
      })
    return running
  }

  return {
    tick,
    catchUp: (networkId, until) => catchUp(networkId, until, true),
    start() {
      // Every ten seconds: a retry asked for by a platform waits seconds, not minutes.
      task = cron.schedule('*/10 * * * * *', () => tick(), { name: 'munassiq', noOverlap: true })
    },
    async stop() {
      await task?.destroy()
      await running
    },
  }
}
