/** The roof: reads the configuration, opens the database, starts adapters, clock and queue. The only file that sees every room. */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { feedRoute } from '../adapters/feed.ts'
import { createHttpServer, filePath, fileRoute } from '../adapters/http.ts'
import { pagesRoute } from '../adapters/pages.ts'
import type { WebChatOptions } from '../adapters/web/chat.ts'
import * as inboxDb from '../db/inbox.ts'
import { openDatabase } from '../db/open.ts'
import * as outboxDb from '../db/outbox.ts'
import * as people from '../db/people.ts'
import { machineClock } from './clock.ts'
import { readConfig } from './config.ts'
import { instantOf } from './delivery/promise.ts'
import { openQueue } from './delivery/queue.ts'
import { createHouse } from './house.ts'
import { createLeaving } from './leave.ts'
import { fallback } from './locales/fallback.ts'
import { pages } from './locales/pages.ts'
import { openLog } from './log.ts'
import type { Outside } from './model/feed.ts'
import type { Inbox } from './model/inbox.ts'
import type { Messenger } from './model/messenger.ts'
import type { Network } from './model/network.ts'
import type { Platform } from './model/people.ts'
import { makeCode, needsCode } from './network/setup.ts'
import { sampleBriefings } from './sample/briefings.ts'
import { loadSample } from './sample/load.ts'
import { localChat } from './sample/local-chat.ts'
import { sampleResults } from './sample/results.ts'
import { sampleWorkshops } from './sample/workshops.ts'
import { intentOf } from './understanding/intent.ts'

// Where memory is plenty, V8 lets the heap grow to four times what is in use before it collects: a process that needs 60 MB would take 250. At 1.4 times
// it stays where the libraries alone are, and `bench memory` holds; the collector has a little more to do. What is young is collected in small pieces by
// a flag that only the command line takes: see `npm start`.
setFlagsFromString('--heap-growing-percent=40')

const read = readConfig(process.env)
if (!read.ok) {
  console.error(['Munassiq cannot start with this configuration:', ...read.problems.map(p => `  ${p}`)].join('\n'))
  process.exit(1)
}
const config = read.value
const log = openLog(config.logLevel)
const ids = () => randomUUID()
const machineNow = machineClock
const leaving = createLeaving({ exit: code => process.exit(code), after: (ms, call) => setTimeout(call, ms).unref(), log })

async function start(): Promise<() => Promise<void>> {
  log.info({ node: process.version }, 'starting')
  const connection = await openDatabase({ url: config.databaseUrl ?? undefined, dataDir: config.dataDir, log })
  const { db } = connection
  const closing: (() => Promise<void> | void)[] = [() => connection.close()]
  const stop = async () => {
    for (const close of closing.reverse()) await close()
  }
  try {
    leaving.goOn()
    const now = () => instantOf(machineNow())
    const known = await people.allNetworks(db)
    const sample = known.find(n => n.sample)
    if (sample && !config.sampleNetwork)
      throw new Refused(
        'These data hold the sample network. Set SAMPLE_NETWORK=on to go on with it, or give DATA_DIR (or DATABASE_URL) a fresh place for a real network.',
      )
    const network: Network | null = config.sampleNetwork ? await people.network(db, sample?.id ?? (await loadSample(db, now(), ids))) : null

    leaving.goOn()
    const queue = await openQueue(connection, log)
    const messengers = new Map<Platform, Messenger>()
    const { publicUrl } = config
    const outside: Outside | null = config.publicUrl
      ? { publicUrl: config.publicUrl.replace(/\/+$/, ''), secret: () => randomBytes(32).toString('base64url') }
      : null
    const house = createHouse({
      connection,
      queue,
      messengers,
      ids,
      machineNow,
      link: (networkId, file) => publicUrl && new URL(filePath(networkId, file), publicUrl.replace(/\/*$/, '/')).href,
      log,
      outside,
    })
    closing.push(() => house.stop())
    leaving.goOn()
    const routes: Parameters<typeof createHttpServer>[0]['routes'] = []
    const inbox: Inbox = house.inbox
    routes.push(fileRoute((networkId, id) => house.openFile(networkId, id)))
    routes.push(pagesRoute(pages()))
    const said = fallback()
    const socket: { start(): Promise<void>; stop(): Promise<void> }[] = []

    if (config.slack) {
      const { createSlack } = await import('../adapters/slack/app.ts')
      const slack = createSlack({ ...config.slack, inbox, log, fallback: said, now: machineNow })
      messengers.set('slack', slack.messenger)
      routes.push(slack.routes)
      socket.push(slack)
    }
    if (config.teams) {
      const { createTeams } = await import('../adapters/teams/app.ts')
      const teams = createTeams({ ...config.teams, inbox, log, fallback: said, now: machineNow })
      messengers.set('teams', teams.messenger)
      routes.push(teams.routes)
    }
    if (config.localChat && network) {
      const { createWebChat } = await import('../adapters/web/chat.ts')
      const options: WebChatOptions = {
        inbox,
        log,
        newId: ids,
        file: id => house.openFile(network.id, id),
        fallback: said,
        ...localChat({ db, networkId: network.id, house, machineNow, texts: inboxDb.texts, sentTo: outboxDb.sentTo }),
      }
      const web = createWebChat(options)
      messengers.set('web', web.messenger)
      routes.push(web.routes)
      closing.push(() => web.close())
    }

    // What `npm run setup-code` asks while the bot runs, for the embedded database admits one process: over loopback, with a key from the data folder.
    const key = randomBytes(24).toString('base64url')
    const { setupCodeRoute } = await import('../adapters/setup-code.ts')
    routes.push(setupCodeRoute({ key, makeCode: () => makeCode(db, now(), ids, n => new Uint8Array(randomBytes(n))) }))

    routes.push(feedRoute({ feeds: house.feeds, log, now: machineNow }))

    const server = createHttpServer({
      host: config.host,
      port: config.port,
      log,
      routes,
      ready: async () => {
        try {
          await connection.ping()
          return { ok: true }
        } catch {
          return { ok: false, reason: 'the database does not answer' }
        }
      },
    })
    // A real network is made with its first code, so it comes before the house makes the meetings of every network.
    const first = await firstCode(db, now)
    leaving.goOn()
    leaving.working()
    await house.start()
    if (network?.sample) await house.within(network.id, sampleBriefings)
    if (network?.sample) await house.within(network.id, sampleWorkshops)
    if (network?.sample) await house.within(network.id, sampleResults)
    leaving.goOn()
    const { port } = await server.start()
    closing.push(() => server.stop())
    // What people say is learned bit by bit from now on, so that neither the start nor the first of them waits for all of it.
    const learning = () => void (intentOf.learn() && setImmediate(learning))
    setImmediate(learning)
    leaving.goOn()
    for (const s of socket) {
      closing.push(() => s.stop())
      // Slack may be away just now: the rest of the house does not wait for it. What it refuses for good ends the process, so that somebody looks.
      s.start().catch(error => {
        if (leaving.asked()) return
        log.fatal({ err: error }, 'Slack refuses the connection')
        leaving.leave(1)
      })
    }
    if (connection.kind === 'embedded') {
      mkdirSync(config.dataDir, { recursive: true })
      writeFileSync(join(config.dataDir, 'door.json'), JSON.stringify({ port, key }), { mode: 0o600 })
      closing.push(() => rmSync(join(config.dataDir, 'door.json'), { force: true }))
    }
    house.clock.start()
    log.info({ port, host: config.host, database: connection.kind, platforms: [...messengers.keys()] }, 'listening')
    if (config.localChat) console.log(`\n  Munassiq · منسّق\n  The local chat: http://localhost:${port}/chat\n`)
    if (first)
      console.log(
        `\n  This network has no administrator yet. Send this code to the bot in a private message, within ${first.days} days:\n\n      ${first.code}\n`,
      )
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

/** A real network without an administrator gets a one-time code, printed once the bot listens. */
async function firstCode(
  db: Awaited<ReturnType<typeof openDatabase>>['db'],
  now: () => ReturnType<typeof instantOf>,
): Promise<{ code: string; days: number } | null> {
  if (config.sampleNetwork) return null
  const networks = await people.allNetworks(db)
  for (const n of networks) if (!(await needsCode(db, n))) return null
  const made = await makeCode(db, now(), ids, n => new Uint8Array(randomBytes(n)))
  return made.ok ? made.value : null
}

/** A refusal whose sentence is the whole story: no stack trace beside it. */
class Refused extends Error {
  override name = 'Refused'
}

// From the first moment: a start that is interrupted finishes, and stops.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => leaving.leave(0))
try {
  await leaving.start(start)
} catch (error) {
  // One that was asked to leave ends by that.
  if (!leaving.asked()) refuse(error)
}

function refuse(error: unknown): never {
  if (error instanceof Error && ['Refused', 'FolderInUse', 'NewerDatabase'].includes(error.name)) console.error(error.message)
  else log.fatal({ err: error }, 'Munassiq could not start')
  process.exit(1)
}
