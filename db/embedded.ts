/** The embedded database: PGlite in a folder of ours, or in memory for tests. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { type Connection, closeMs, type Log, pingMs, within } from './client.ts'
import { lockFolder } from './lock.ts'
import { migrate } from './migrate.ts'
import * as schema from './schema.ts'

/**
 * Opens `<folder>/pg` under the folder's lock. While a first start has not come to its end the folder holds the file `making`; what such a
 * start left behind was never used, so it is made anew.
 */
export async function openFolder(options: { folder: string; log: Log }): Promise<Connection> {
  const lock = await lockFolder(options.folder)
  try {
    const data = join(options.folder, 'pg')
    const making = join(options.folder, 'making')
    if (await exists(making)) {
      options.log.warn({ folder: data }, 'The first start was cut short; the empty database is made again')
      await rm(data, { recursive: true, force: true })
    }
    const first = !(await exists(data))
    if (first) await writeFile(making, '')
    await mkdir(data, { recursive: true })
    const connection = await openEmbedded({ dataDir: data })
    if (first) await rm(making)
    return {
      ...connection,
      async close() {
        await connection.close()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Opens PGlite itself, migrations applied (`migrated: true` where they are). In memory without a `dataDir`. */
export async function openEmbedded(options: PGliteOptions & { migrated?: boolean }): Promise<Connection> {
  const { migrated, ...rest } = options
  const pglite = await PGlite.create(rest)
  try {
    // The session is the only one there is, and takes its zone from the machine.
    await pglite.exec(`set timezone = 'UTC'; set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres'`)
    refuseOuterQueries(pglite)
    const db = drizzle(pglite, { schema })
    if (!migrated) await migrate(db)
    let closed: Promise<void> | null = null
    return {
      db,
      kind: 'embedded',
      raw: { kind: 'embedded', pglite },
      async ping() {
        await within(pingMs, db.execute(sql`select 1`))
      },
      close() {
        closed ??= within(closeMs, pglite.close())
        return closed
      },
    }
  } catch (error) {
    await pglite.close()
    throw error
  }
}

/**
 * Inside a transaction, a query on the outer database would wait for the transaction and the transaction for the query: for ever, and
 * silently. It throws instead. Work that a transaction started and that is still at it after the end is let through.
 */
function refuseOuterQueries(pglite: PGlite): void {
  const inside = new AsyncLocalStorage<{ open: boolean }>()
  const refuse = () => {
    if (inside.getStore()?.open)
      throw new Error('A query on the outer database inside a transaction: use the transaction that was handed in')
  }
  const transaction = pglite.transaction.bind(pglite)
  const query = pglite.query.bind(pglite)
  const exec = pglite.exec.bind(pglite)
  pglite.transaction = async work => {
    refuse()
    const state = { open: true }
    try {
      return await transaction(tx => inside.run(state, () => work(tx)))
    } finally {
      state.open = false
    }
  }
  pglite.query = async (...args) => {
    refuse()
    return query(...args)
  }
  pglite.exec = async (...args) => {
    refuse()
    return exec(...args)
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
