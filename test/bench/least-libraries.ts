/**
 * The least program beside `bench start` and `bench memory`: the libraries that the bot with Slack loads, the database open, the queue running, Bolt's
 * receiver mounted; it answers `/readyz`, does as many empty transactions as it is asked for, and nothing else.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, ExpressReceiver, LogLevel } from '@slack/bolt'
import { sql } from 'drizzle-orm'
import express from 'express'
import helmet from 'helmet'
import { fromPglite, PgBoss } from 'pg-boss'
import { pino } from 'pino'
import 'csv-parse/sync'
import 'intl-messageformat'
import 'node-cron'
import 'rrule-temporal'
import 'temporal-polyfill'
import 'zod'
import { path, secret } from './slack.ts'

const url = process.env.DATABASE_URL
const log = pino()

type Open = { ping(): Promise<unknown>; empty(): Promise<unknown>; boss: PgBoss; close(): Promise<unknown> }

/** Each driver by need, as the bot does. */
async function open(): Promise<Open> {
  if (url) {
    const { default: postgres } = await import('postgres')
    const { drizzle } = await import('drizzle-orm/postgres-js')
    const client = postgres(url, { max: 10, onnotice: () => {} })
    const db = drizzle(client)
    return {
      ping: () => db.execute(sql`select 1`),
      empty: () => db.transaction(async () => {}),
      boss: new PgBoss({ connectionString: url, max: 4, useListenNotify: true, schedule: false }),
      close: () => client.end({ timeout: 1 }),
    }
  }
  const { PGlite } = await import('@electric-sql/pglite')
  const { drizzle } = await import('drizzle-orm/pglite')
  const pglite = await PGlite.create({ dataDir: process.env.DATA_DIR ?? '' })
  const db = drizzle(pglite)
  return {
    ping: () => db.execute(sql`select 1`),
    empty: () => db.transaction(async () => {}),
    boss: new PgBoss({ db: fromPglite(pglite), backend: 'pglite', schedule: false }),
    close: () => pglite.close(),
  }
}

const database = await open()
database.boss.on('error', error => log.error({ err: error }, 'queue'))
await database.boss.start()
const receiver = new ExpressReceiver({ signingSecret: secret, endpoints: path, logLevel: LogLevel.ERROR })
new App({ receiver, authorize: async () => ({ botToken: 'xoxb-bench' }), logLevel: LogLevel.ERROR })

const app = express()
app.use(helmet())
app.get('/readyz', async (_req, res) => {
  await database.ping()
  res.send('ready')
})
app.post('/transactions/:count', async (req, res) => {
  for (let left = Number(req.params.count); left > 0; left--) await database.empty()
  res.send('done')
})
app.use(receiver.router)
const server = createServer(app)
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => log.info({ port: (server.address() as AddressInfo).port }, 'listening'))
process.on('SIGTERM', async () => {
  server.close()
  server.closeAllConnections()
  await database.boss.stop({ graceful: false, close: Boolean(url) })
  await database.close()
  process.exit(0)
})
