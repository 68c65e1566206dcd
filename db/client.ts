/** What every query stands on: one `Database` type for both drivers, and what the two answer differently. db/open.ts opens either. */
import type { PGlite } from '@electric-sql/pglite'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type postgres from 'postgres'
import type * as schema from './schema.ts'

/** What every query function takes: a server's database, the embedded one, or a transaction of either. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>

/** drizzle's tag, for the queue's library: it joins our transactions by writing its jobs with it. */
export { sql } from 'drizzle-orm'

/** The driver itself, for what cannot go through drizzle (the queue). */
export type Raw = { kind: 'server'; sql: postgres.Sql; url: string } | { kind: 'embedded'; pglite: PGlite }

export type Connection = {
  db: Database
  kind: 'server' | 'embedded'
  raw: Raw
  /** Rejects within two seconds when the database does not answer. */
  ping(): Promise<void>
  /** Waits for what is under way, at most five seconds, then closes. Calling it again does nothing. */
  close(): Promise<void>
}

/** What opening has to say; a pino logger is one. */
export type Log = {
  debug(details: object, message: string): void
  warn(details: object, message: string): void
}

export const quiet: Log = { debug() {}, warn() {} }

/** The rows of `db.execute(…)`: an array from one driver, `{ rows }` from the other. Counts are bigints: cast them (`::int`) to get a number from both. */
export function rowsOf<Row>(result: unknown): Row[] {
  if (Array.isArray(result)) return result as Row[]
  if (typeof result === 'object' && result !== null && 'rows' in result && Array.isArray(result.rows)) return result.rows as Row[]
  throw new Error('Neither database driver answers like this')
}

/** An error and what it was caused by, outermost first: drizzle wraps the driver's errors. */
function* causes(error: unknown): Generator<object> {
  const seen = new Set<unknown>()
  for (let at = error; typeof at === 'object' && at !== null && !seen.has(at); at = 'cause' in at ? at.cause : null) {
    seen.add(at)
    yield at
  }
}

const read = (from: object, name: string): unknown => (name in from ? (from as Record<string, unknown>)[name] : undefined)

/** Whether it is the unique index or key `indexName` (as the database names it) that refused a row. */
export function violates(error: unknown, indexName: string): boolean {
  for (const at of causes(error)) {
    // One driver calls the field as the protocol documents it, the other shortens it.
    if (read(at, 'code') === '23505') return read(at, 'constraint_name') === indexName || read(at, 'constraint') === indexName
  }
  return false
}

/**
 * Connection lost or not had: names of the operating system, of postgres.js, and SQLSTATE classes 08 (connection), 57P (shutting down, starting
 * up) and 53300 (too many connections).
 */
const away = /^(E(CONN\w+|PIPE|TIMEDOUT|HOSTUNREACH|HOSTDOWN|NETUNREACH|AI_AGAIN|NOTFOUND)|CONNECT(ION)?_\w+|08\w{3}|57P0[1-5]|53300)$/

/** Whether the database could not be asked at all, so that the same may well succeed later. */
export function unreachable(error: unknown): boolean {
  for (const at of causes(error)) {
    if (at instanceof NoAnswer) return true
    const code = read(at, 'code')
    if (typeof code === 'string' && away.test(code)) return true
    if (at instanceof AggregateError && at.errors.some(unreachable)) return true
  }
  return false
}

/** The database did not answer in time. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

/** `work`, or `NoAnswer` after `ms` milliseconds; the work itself is not called off. */
export async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`The database did not answer within ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

export const pingMs = 2_000
export const closeMs = 5_000
