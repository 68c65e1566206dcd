/** Files that are handed over, for as long as they are kept. No other file writes this table. */
import { and, eq, getTableColumns, gt } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './client.ts'
import { files } from './schema.ts'

export type Kept = Omit<typeof files.$inferSelect, 'bytes'>

const of = (networkId: string, id: string) => and(eq(files.networkId, networkId), eq(files.id, id))

export async function keep(db: Database, row: typeof files.$inferInsert): Promise<void> {
  await db.insert(files).values(row)
}

/** What is known of a file without its bytes; null once it is let go of. */
export async function file(db: Database, networkId: string, id: string): Promise<Kept | null> {
  const { bytes: _bytes, ...rest } = getTableColumns(files)
  const [row] = await db.select(rest).from(files).where(of(networkId, id))
  return row ?? null
}

export async function bytesOf(db: Database, networkId: string, id: string): Promise<Uint8Array | null> {
  const [row] = await db.select({ bytes: files.bytes }).from(files).where(of(networkId, id))
  return row?.bytes ?? null
}

/** A file by its address, for whoever has it, while that address is open. */
export async function byAddress(
  db: Database,
  networkId: string,
  id: string,
  now: Temporal.Instant,
): Promise<{ name: string; mime: string; bytes: Uint8Array } | null> {
  const [row] = await db
    .select({ name: files.name, mime: files.mime, bytes: files.bytes })
    .from(files)
    .where(and(of(networkId, id), gt(files.openUntil, now)))
  return row ?? null
}

export async function letGo(db: Database, networkId: string, id: string): Promise<void> {
  await db.delete(files).where(of(networkId, id))
}
