/** Databases for tests: the embedded one from a template, or the server's, as the vitest project says; the same suites run on both. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { sql } from 'drizzle-orm'
import type { Sql } from 'postgres'
import { inject } from 'vitest'
import { type Connection, type Database, quiet, rowsOf } from '../db/client.ts'

/** What the global setup made and each test file copies. */
export type Template = { kind: 'embedded'; file: string } | { kind: 'server'; url: string; database: string }

declare module 'vitest' {
  interface ProvidedContext {
    template: Template
  }
}

export type TestDatabase = {
  db: Database
  connection: Connection
  /** Empties every table and starts the sequences anew; what migrations made stays. */
  reset(): Promise<void>
  /** Keeps all rows as they stand under a name (small letters and digits), for `restore` to put into the emptied tables again, in this file's database. */
  keep(name: string): Promise<void>
  /** False where nothing is kept under that name. */
  restore(name: string): Promise<boolean>
  close(): Promise<void>
}

/** A database with every migration and no rows, of this test file alone. Open it in `beforeAll` (half a second), `reset` in `beforeEach`. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = inject('template')
  if (template.kind === 'server') {
    const copy = await cloneServer(template)
    const connection = await copy.open()
    return over(connection, async () => {
      await connection.close()
      await copy.drop()
    })
  }
  const { openEmbedded } = await import('../db/embedded.ts')
  const connection = await openEmbedded({ loadDataDir: await openAsBlob(template.file), migrated: true })
  return over(connection, () => connection.close())
}

/** Two connections to one database of the server, as two copies of the bot have them. For `*.server.test.ts`. */
export async function twoConnections(): Promise<TestDatabase & { other: Connection; url: string }> {
  const template = inject('template')
  if (template.kind !== 'server') throw new Error('Two connections need a server: name the file *.server.test.ts')
  const copy = await cloneServer(template)
  const connection = await copy.open()
  const other = await copy.open()
  const database = over(connection, async () => {
    await connection.close()
    await other.close()
    await copy.drop()
  })
  return { ...database, other, url: copy.url }
}

function over(connection: Connection, close: () => Promise<void>): TestDatabase {
  const { db } = connection
  const kept = new Set<string>()
  return {
    db,
    connection,
    close,
    async keep(name) {
      await db.execute(
        sql.raw(`
        do $$
        declare one text; filled boolean;
        begin
          create schema kept_${name};
          for one in select tablename from pg_tables where schemaname = 'public' loop
            execute format('select exists (select from public.%I)', one) into filled;
            if filled then execute format('create table kept_${name}.%I as table public.%I', one, one); end if;
          end loop;
          create table kept_${name}."numbers of sequences" as
            select sequencename, last_value from pg_sequences where schemaname = 'public' and last_value is not null;
        end $$`),
      )
      kept.add(name)
    },
    async restore(name) {
      if (!kept.has(name)) return false
      await db.execute(
        sql.raw(`
        do $$
        declare one record;
        begin
          set local session_replication_role = replica;
          for one in select tablename as name from pg_tables where schemaname = 'kept_${name}' and tablename <> 'numbers of sequences' loop
            execute format('insert into public.%I overriding system value table kept_${name}.%I', one.name, one.name);
          end loop;
          for one in select * from kept_${name}."numbers of sequences" loop
            perform setval(format('public.%I', one.sequencename), one.last_value);
          end loop;
        end $$`),
      )
      return true
    },
    async reset() {
      // Truncating makes new files for every table and index, which on a server takes half a second: a test writes few rows, and to few tables.
      await db.execute(sql`
        do $$
        declare one text; filled boolean;
        begin
          set local session_replication_role = replica;
          for one in select quote_ident(tablename) from pg_tables where schemaname = 'public' loop
            execute 'select exists (select from ' || one || ')' into filled;
            if filled then execute 'delete from ' || one; end if;
          end loop;
          for one in select quote_ident(sequencename) from pg_sequences where schemaname = 'public' loop
            execute 'alter sequence ' || one || ' restart';
          end loop;
        end $$`)
      const queue = await db.execute(sql`select to_regclass('pgboss.job') is not null as made`)
      if (rowsOf<{ made: boolean }>(queue)[0]?.made) await db.execute(sql`delete from pgboss.job`)
    },
  }
}

/**
 * As the embedded database does: inside a transaction a query on the outer one is refused. On a server it would only see another state, so that what is
 * tried on a server alone would not show it.
 */
function refuseOuterQueries(client: Sql): void {
  const inside = new AsyncLocalStorage<{ open: boolean }>()
  const begin = client.begin as (...args: unknown[]) => Promise<unknown>
  const unsafe = client.unsafe.bind(client) as (...args: unknown[]) => unknown
  const refuse = () => {
    if (inside.getStore()?.open)
      throw new Error('A query on the outer database inside a transaction: use the transaction that was handed in')
  }
  Object.assign(client, {
    unsafe(...args: unknown[]) {
      refuse()
      return unsafe(...args)
    },
    async begin(...args: unknown[]) {
      refuse()
      const state = { open: true }
      const work = args.at(-1) as (tx: unknown) => unknown
      try {
        return await begin(...args.with(-1, (tx: unknown) => inside.run(state, () => work(tx))))
      } finally {
        state.open = false
      }
    },
  })
}

/** The same server, another database. */
export const onServer = (url: string, database: string): string => {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

async function cloneServer(template: { url: string; database: string }) {
  const { connect, openServer } = await import('../db/server.ts')
  const name = `munassiq_test_${randomUUID().replaceAll('-', '')}`
  const url = onServer(template.url, name)
  const admin = async (statement: string) => {
    const client = await connect(template.url, quiet, 1)
    try {
      await client.unsafe(statement)
    } finally {
      await client.end()
    }
  }
  await admin(`create database ${name} template ${template.database}`)
  // No test pulls the server's plug: none needs to wait for its disk.
  await admin(`alter database ${name} set synchronous_commit = off`)
  return {
    url,
    async open() {
      const connection = await openServer({ url, log: quiet, migrated: true })
      if (connection.raw.kind === 'server') refuseOuterQueries(connection.raw.sql)
      return connection
    },
    drop: () => admin(`drop database ${name} with (force)`),
  }
}
