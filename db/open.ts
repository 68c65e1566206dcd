/** The way into Postgres: a server's, or the embedded one. */
import { type Connection, type Log, quiet } from './client.ts'

/**
 * Opens the server at `url` or, without one, the embedded database in the folder `dataDir`, with every migration applied. Several copies
 * may open one server at once. A server that goes away later is met again by itself: queries fail within about a second while it is away.
 * Throws `FolderInUse` where another process holds the folder, and the driver's error (see `unreachable`) where the server does not answer.
 * Each driver is loaded by need, for the embedded one costs 0.7 s and 117 MB that a server installation does not owe.
 */
export async function openDatabase(options: { url?: string | undefined; dataDir?: string | undefined; log?: Log }): Promise<Connection> {
  const log = options.log ?? quiet
  if (options.url) {
    const { openServer } = await import('./server.ts')
    return openServer({ url: options.url, log })
  }
  const { openFolder } = await import('./embedded.ts')
  return openFolder({ folder: options.dataDir ?? 'data', log })
}
