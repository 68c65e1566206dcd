/** The real core with the sample network behind one adapter: what is said is worked and delivered at once, on a clock that stands still. */
import type { Application } from 'express'
import { Temporal } from 'temporal-polyfill'
import { createHttpServer, filePath, fileRoute } from '../../adapters/http.ts'
import * as people from '../../db/people.ts'
import { keepFile } from '../../src/delivery/files.ts'
import { tellAccount } from '../../src/delivery/promise.ts'
import { text, view } from '../../src/dialogue/say.ts'
import { createHouse } from '../../src/house.ts'
import { fallback } from '../../src/locales/fallback.ts'
import type { Inbox } from '../../src/model/inbox.ts'
import type { Files, Messenger } from '../../src/model/messenger.ts'
import { loadSample } from '../../src/sample/load.ts'
import type { TestDatabase } from '../database.ts'
import { morning } from '../house.ts'

/** What an adapter's own constructor gives; `close` where it holds something open. */
export type Built = { messenger: Messenger; routes: (app: Application) => void; close?: () => void }
/** Where no file is sent. */
export const noFiles: Files = { bytes: async () => null, link: () => null }

export type Parts = {
  inbox: Inbox
  log: { info(): void; warn(details: object, message: string): void; error(details: object, message: string): void }
  fallback: ReturnType<typeof fallback>
  now: () => number
  newId: () => string
  networkId: string
  house: ReturnType<typeof createHouse>
}

/** Empties the database, loads the sample network, and listens on a free port of loopback with the adapter that `build` makes. */
/** `publicUrl`: whether the bot has an address outside, which is its own on loopback. */
export async function core(database: TestDatabase, build: (parts: Parts) => Built, how: { publicUrl?: boolean } = {}) {
  await database.reset()
  let passed = 0
  const now = () => Date.parse(morning) + passed
  let n = 0
  const newId = () => `id-${String(++n).padStart(6, '0')}`
  const warnings: { message: string }[] = []
  const errors: object[] = []
  const log = {
    info() {},
    warn: (details: object, message: string) => void warnings.push({ ...details, message }),
    error: (details: object, message: string) => void errors.push({ ...details, message }),
  }

  const networkId = await loadSample(database.db, Temporal.Instant.from(morning), newId)
  const messengers = new Map<Messenger['platform'], Messenger>()
  const house = createHouse({
    connection: database.connection,
    // Everything promised is sent by `settle`, so that a test knows when it is done.
    queue: { put: async () => {}, work: async () => {}, stop: async () => {} },
    messengers,
    ids: newId,
    machineNow: now,
    link: (network, file) => (how.publicUrl ? `https://bot.example/${filePath(network, file)}` : null),
    log,
  })
  const working = new Set<Promise<void>>()
  const built = build({ inbox: followed(house.inbox, working), log, fallback: fallback(), now, newId, networkId, house })
  messengers.set(built.messenger.platform, built.messenger)
  await house.start()
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    log,
    ready: async () => ({ ok: true }),
    routes: [built.routes, fileRoute(house.openFile)],
  })
  const { port } = await server.start()
  return {
    url: `http://127.0.0.1:${port}`,
    networkId,
    house,
    warnings,
    errors,
    messenger: built.messenger,
    /** Waits for everything taken, and sends everything promised. */
    async settle(): Promise<void> {
      await Promise.all(working)
      await house.inbox.idle()
      await house.deliver.flush(networkId)
    },
    async later(): Promise<void> {
      passed += 10 * 60_000
      await house.deliver.flush(networkId)
    },
    /** Tells a member by their handle, in words and with a file. */
    hand: (who: string, file: { name: string; bytes: Uint8Array; alt?: string }) =>
      house.within(networkId, async scene => {
        const member = (await people.activeMembers(scene.db, scene.network)).find(m => m.email === `${who}@munassiq.example`)
        const accounts = await people.reachable(scene.db, networkId, [member?.id ?? ''])
        const account = accounts.find(a => a.account.platform === built.messenger.platform)?.account
        if (!member || !account) throw new Error(`${who} never wrote here`)
        const part = await keepFile(scene, { ...file, mime: file.alt ? 'image/png' : 'text/csv', reader: member.id })
        await tellAccount(scene, account, view(member.language, [text('Here it is.'), part]), { urgent: true })
      }),
    async close(): Promise<void> {
      built.close?.()
      await server.stop()
      await house.stop()
    },
  }
}

/** Platforms are acknowledged before the work is done: what was taken is waited for, from its taking to the end of its work. */
function followed(inbox: Inbox, working: Set<Promise<void>>): Inbox {
  return {
    ...inbox,
    async take(incoming) {
      const taken = await inbox.take(incoming)
      const { promise, resolve } = Promise.withResolvers<void>()
      working.add(promise)
      return {
        ...taken,
        work: () =>
          taken.work().finally(() => {
            working.delete(promise)
            resolve()
          }),
      }
    },
  }
}
