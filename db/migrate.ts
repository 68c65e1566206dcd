/** Brings a database to the present schema: the files of db/migrations, in order, each once. */
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { type Database, rowsOf } from './client.ts'

export const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** The database was used by a later version of the program, whose tables this one does not know. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase'
  constructor() {
    super('A newer version of Munassiq has used this database. Start that version, or restore the backup that was made before upgrading.')
  }
}

/** Any constant: copies that start at once wait for each other on it. */
const migrationLock = sql.raw('7105240311')

/**
 * Applies what is missing, all or nothing, and records it where drizzle's own migrators do. Theirs take no lock; this one belongs to the
 * transaction, so it goes with it, and holds behind a connection pooler too.
 * @throws the database's error where a migration fails, and nothing of it is kept; `NewerDatabase` where one is applied that is not among the files.
 */
export async function migrate(db: Database): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder })
  await db.transaction(async tx => {
    await tx.execute(sql`select pg_advisory_xact_lock(${migrationLock})`)
    await tx.execute(sql`create schema if not exists drizzle`)
    await tx.execute(
      sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`,
    )
    const last = await tx.execute(sql`select max(created_at)::text as made from drizzle.__drizzle_migrations`)
    const applied = Number(rowsOf<{ made: string | null }>(last)[0]?.made ?? -1)
    if (applied > Math.max(...migrations.map(m => m.folderMillis))) throw new NewerDatabase()
    for (const { folderMillis, hash, sql: statements } of migrations) {
      if (folderMillis <= applied) continue
      for (const statement of statements) await tx.execute(sql.raw(statement))
      await tx.execute(sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`)
    }
  })
}
