/**
 * postgres.js, with three faults of 3.4.9 mended while it is loaded (its own threads: porsager/postgres 1208, 1154, 1066). When a connection is lost,
 * 1. a statement that is handed to the lost connection afterwards (a transaction's rollback always is) writes to a socket that is no longer
 *    there, in a timer, where nobody can catch it: the process ends;
 * 2. bytes that were waiting to be written stay, with their timer marked as running: that connection never gets past its next greeting;
 * 3. the statement that was under way stays, rejected, as if it still were: closing waits for it until its time limit.
 * An outage of the database would end the bot, or leave it with dead connections. All are shown by test/db/server.server.test.ts.
 */
import { registerHooks } from 'node:module'

const repairs: [from: string, to: string][] = [
  [
    'if (stream)\n      return queryError(',
    "if (socket === null)\n      return queryError(q, Errors.connection('CONNECTION_CLOSED', options)), true\n\n    if (stream)\n      return queryError(",
  ],
  [
    'incomings = null\n    clearImmediate(nextWriteTimer)',
    'incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null',
  ],
  ['* 1000\n    onclose(connection', '* 1000\n    query = null\n    onclose(connection'],
]

/** The text of its connection.js, mended. @throws where a text to mend does not occur exactly once: another version, to be looked at anew. */
export function mend(source: string): string {
  let mended = source
  for (const [from, to] of repairs) {
    if (mended.split(from).length !== 2)
      throw new Error('postgres is not the version that db/driver.ts mends; see whether it still needs to')
    mended = mended.replace(from, () => to)
  }
  return mended
}

async function load() {
  const hooks = registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      if (!url.endsWith('/postgres/src/connection.js') || !loaded.source) return loaded
      const source = typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source)
      return { ...loaded, source: mend(source) }
    },
  })
  try {
    // Everything that imports it, in this order of events: modules named in an `import` statement would be read before the hook stands.
    const [{ default: postgres }, { drizzle }] = await Promise.all([import('postgres'), import('drizzle-orm/postgres-js')])
    return { postgres, drizzle }
  } finally {
    hooks.deregister()
  }
}

let loading: ReturnType<typeof load> | null = null

/** postgres.js and drizzle's half for it; read once. No other file imports either as a value. */
export function driver(): ReturnType<typeof load> {
  loading ??= load()
  return loading
}
