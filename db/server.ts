/** A PostgreSQL server, through postgres.js. */
import { sql } from 'drizzle-orm'
import type postgres from 'postgres'
import { type Connection, closeMs, type Log, pingMs, within } from './client.ts'
import { driver } from './driver.ts'
import { migrate } from './migrate.ts'
import * as schema from './schema.ts'

/** Milliseconds. A statement that takes longer is broken; a transaction left open would hold its locks for ever. */
const limits = { statement_timeout: 30_000, lock_timeout: 10_000, idle_in_transaction_session_timeout: 60_000 }

/** Instants are read as `2026-11-24 03:00:00.123456+00`, whatever the server, the role or the address say; keys as Postgres reports them. */
const session = { TimeZone: 'UTC', DateStyle: 'ISO, MDY', IntervalStyle: 'postgres', client_encoding: 'UTF8' }

/**
 * A pool of at most ten connections. A lost one is made again when the next query needs it: each attempt gives up after five seconds and the
 * pause between attempts stays under a second, so a query during an outage fails quickly instead of waiting for the server.
 */
export async function connect(url: string, log: Log, max = 10): Promise<postgres.Sql> {
  const { postgres } = await driver()
  const client = postgres(url, {
    max,
    connect_timeout: 5,
    idle_timeout: 300,
    keep_alive: 15,
    backoff: attempts => Math.min(0.05 * 2 ** Math.min(attempts, 6), 0.8),
    connection: { application_name: 'munassiq', ...limits },
    onnotice: notice => log.debug({ code: notice.code, notice: notice.message }, 'The database says'),
  })
  // Last, for what an address carries (`?TimeZone=…`) wins over the options; read at each connection.
  const startup: Record<string, unknown> = client.options.connection
  const ours = new Map(Object.entries(session).map(([name, value]) => [name.toLowerCase(), value]))
  for (const name of Object.keys(startup)) if (ours.has(name.toLowerCase())) delete startup[name]
  Object.assign(startup, session)
  const unsafe = client.unsafe.bind(client)
  return endWithConnection(Object.assign(client, { unsafe: (...statement: Statement) => unsafe(...prepared(statement)) }))
}

type Statement = Parameters<postgres.Sql['unsafe']>

/** Statements with more values than this are lists of any length: each length would be kept as a statement of its own. */
const mostPreparedValues = 40

/**
 * Lets the server keep a statement's plan under a name. Without it each statement costs two round trips, one to learn its types and one to run it;
 * drizzle asks for it only where a query is prepared by hand. `?prepare=false` in the address, for poolers that cannot do it, still wins.
 */
const prepared = ([text, values, how]: Statement): Statement =>
  values && values.length > 0 && values.length <= mostPreparedValues
    ? [text, values, { ...how, prepare: true }]
    : [text, values ?? [], how ?? {}]

/**
 * A transaction whose connection is lost is over: what its code says next must not reach the database, where postgres.js would run it on the
 * connection made anew, outside of any transaction.
 */
function endWithConnection(client: postgres.Sql): postgres.Sql {
  const begin = client.begin.bind(client) as (...args: unknown[]) => Promise<unknown>
  const guarded = async (...args: unknown[]): Promise<unknown> => {
    const state = { over: false }
    try {
      return await begin(...guardedWork(args, state))
    } finally {
      state.over = true
    }
  }
  return Object.assign(client, { begin: guarded })
}

/** The arguments of `begin` or `savepoint`, whose last is the work, with each statement of the work asking first whether the transaction lives. */
function guardedWork(args: unknown[], state: { over: boolean }): unknown[] {
  const work = args.at(-1) as (tx: postgres.TransactionSql) => unknown
  return args.with(-1, (tx: postgres.TransactionSql) => {
    const unsafe = tx.unsafe.bind(tx)
    const savepoint = tx.savepoint as (...args: unknown[]) => unknown
    const alive = () => {
      if (state.over) throw Object.assign(new Error('The connection of this transaction was lost'), { code: 'CONNECTION_CLOSED' })
    }
    Object.assign(tx, {
      unsafe(...statement: Statement) {
        alive()
        return unsafe(...prepared(statement))
      },
      savepoint(...nested: unknown[]) {
        alive()
        return savepoint(...guardedWork(nested, state))
      },
    })
    return work(tx)
  })
}

/** Opens the server and applies migrations; `migrated: true` where that was done already (a clone of a test template). */
export async function openServer(options: { url: string; log: Log; migrated?: boolean }): Promise<Connection> {
  const { drizzle } = await driver()
  const client = await connect(options.url, options.log)
  const db = drizzle(client, { schema })
  if (!options.migrated) {
    try {
      await applyMigrations(options.url, options.log)
    } catch (error) {
      await client.end({ timeout: 0 })
      throw error
    }
  }
  let closed: Promise<void> | null = null
  return {
    db,
    kind: 'server',
    raw: { kind: 'server', sql: client, url: options.url },
    async ping() {
      await within(pingMs, db.execute(sql`select 1`))
    },
    close() {
      closed ??= client.end({ timeout: closeMs / 1000 })
      return closed
    },
  }
}

/** On a connection of its own: waiting for another copy that migrates may take longer than a statement may. */
async function applyMigrations(url: string, log: Log): Promise<void> {
  const { drizzle } = await driver()
  const client = await connect(url, log, 1)
  Object.assign(client.options.connection, { statement_timeout: 0, lock_timeout: 120_000, idle_in_transaction_session_timeout: 0 })
  try {
    await migrate(drizzle(client, { schema }))
  } finally {
    await client.end({ timeout: 1 })
  }
}
