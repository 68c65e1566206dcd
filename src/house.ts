/** Puts the core together over a database, without a platform: inbox, bot, delivery, clock. main.ts and the tests start the house here. */
import type { Temporal } from 'temporal-polyfill'
import type { Connection, Database } from '../db/client.ts'
import * as filesDb from '../db/files.ts'
import * as people from '../db/people.ts'
import { createBot } from './bot.ts'
import { type Contents, contentsOf, feedOf, ownerOf } from './calendar/feed.ts'
import { createClock } from './clock.ts'
import { createDeliver, type DeliverOptions, type Log } from './delivery/deliver.ts'
import { instantOf, presentOf, reply } from './delivery/promise.ts'
import type { Queue } from './delivery/queue.ts'
import { warn } from './dialogue/say.ts'
import type { Promised } from './dialogue/turn.ts'
import { createInbox } from './inbox.ts'
import { ensureMeetings } from './meetings/occurrences.ts'
import type { Feeds, Outside } from './model/feed.ts'
import type { Messenger } from './model/messenger.ts'
import type { Platform } from './model/people.ts'
import { leaveAccount } from './network/people.ts'
import { houseRoutes } from './routes.ts'
import { sceneOf } from './scene.ts'

export type HouseOptions = {
  connection: Connection
  queue: Queue
  messengers: Map<Platform, Messenger>
  ids: () => string
  /** Milliseconds since 1970. */
  machineNow: () => number
  /** Where a file can be opened from outside; null without a public address. */
  link?: DeliverOptions['link']
  log: Log
  outside?: Outside | null
}

export function createHouse({ connection, queue, messengers, ids, machineNow, link = () => null, log, outside = null }: HouseOptions) {
  const { db } = connection
  const { routes, due } = houseRoutes()
  const fault = (err: unknown, what: string) => log.error({ err }, what)
  const machine = () => instantOf(machineNow())

  const networkNow = async (networkId: string): Promise<Temporal.Instant> => {
    const network = await people.network(db, networkId)
    return network ? presentOf(network, machine()) : machine()
  }

  const enqueue = (tx: Database, networkId: string, promised: Promised[]) =>
    queue.put(
      tx,
      promised.map(p => ({ networkId, id: p.row.id })),
    )

  /** Runs something of a network by itself, in one transaction, and sends what it promised. */
  async function within(networkId: string, work: (scene: Awaited<ReturnType<typeof sceneOf>>) => Promise<void>): Promise<void> {
    await db.transaction(async tx => {
      const network = await people.network(tx, networkId)
      if (!network) return
      const scene = await sceneOf(tx, network, {
        now: presentOf(network, machine()),
        machine: machine(),
        ids,
        events: routes.events,
        through: 'clock',
        delivery: null,
        fault,
      })
      await work(scene)
      await enqueue(
        tx,
        networkId,
        scene.promised.filter(p => p.due),
      )
    })
  }

  const deliver = createDeliver({
    db,
    messengers,
    now: machine,
    presentOf: networkNow,
    gone: (networkId, account) => within(networkId, scene => leaveAccount(scene, account)),
    link,
    log,
  })

  const bot = createBot({ routes, ids, machineNow, outside, fault })
  const inbox = createInbox({
    db,
    handle: bot.handle,
    deliver,
    queue,
    // The embedded database does one transaction at a time.
    most: connection.kind === 'embedded' ? 1 : 4,
    machineNow,
    log,
    // What failed was undone with its transaction; the apology is a promise of its own.
    sorry: async incoming => {
      const promised = await db.transaction(async tx => {
        const turn = await bot.turnFor(tx, incoming)
        if (!turn) return null
        await reply(turn, warn(turn.speak, 'dialogue.notSaved'))
        return turn.promised.map(p => p.row)
      })
      if (promised) await deliver.answers(promised)
    },
  })
  const clock = createClock({ db, due, events: routes.events, deliver, enqueue, resume: () => inbox.resume(), ids, machineNow, log, fault })

  const feeds: Feeds = {
    async fetch(secret) {
      const owner = await ownerOf(db, secret)
      let contents = null as Contents | null
      if (owner)
        await within(owner.networkId, async scene => {
          contents = await contentsOf(scene, owner.memberId)
        })
      return contents && feedOf(contents)
    },
  }

  return {
    inbox,
    feeds,
    clock,
    deliver,
    within,
    networkNow,
    /** A file by its address, while that is open. */
    openFile: async (networkId: string, id: string) => filesDb.byAddress(db, networkId, id, await networkNow(networkId)),
    /** Makes the meetings that are due to be made, and lets the queue's workers go. */
    async start(): Promise<void> {
      for (const n of await people.allNetworks(db)) await within(n.id, ensureMeetings)
      await queue.work(job => deliver.one(job.networkId, job.id))
    },
    async stop(): Promise<void> {
      await clock.stop()
      await inbox.idle()
      await queue.stop()
    },
  }
}

export type House = ReturnType<typeof createHouse>
