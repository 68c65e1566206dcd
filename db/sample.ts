/** Puts the sample network into the tables, whole or not at all. The one file beside a table's own that writes it. */
import { eq, sql } from 'drizzle-orm'
import type { PgInsertValue, PgTable } from 'drizzle-orm/pg-core'
import type { Database } from './client.ts'
import {
  accounts,
  activities,
  activityPartners,
  bankMessages,
  changes,
  clashes,
  counters,
  due,
  holidays,
  keyMessages,
  members,
  networks,
  organizations,
  outlets,
  priorities,
} from './schema.ts'

export type SampleRows = {
  networks: (typeof networks.$inferInsert)[]
  organizations: (typeof organizations.$inferInsert)[]
  members: (typeof members.$inferInsert)[]
  accounts: (typeof accounts.$inferInsert)[]
  holidays: (typeof holidays.$inferInsert)[]
  priorities: (typeof priorities.$inferInsert)[]
  keyMessages: (typeof keyMessages.$inferInsert)[]
  activities: (typeof activities.$inferInsert)[]
  activityPartners: (typeof activityPartners.$inferInsert)[]
  bankMessages: (typeof bankMessages.$inferInsert)[]
  due: (typeof due.$inferInsert)[]
  clashes: (typeof clashes.$inferInsert)[]
  counters: (typeof counters.$inferInsert)[]
  changes: (typeof changes.$inferInsert)[]
  outlets: (typeof outlets.$inferInsert)[]
}

/** The id of the sample network, null where the data hold none. */
export async function sampleNetworkId(db: Database): Promise<string | null> {
  const [row] = await db.select({ id: networks.id }).from(networks).where(eq(networks.sample, true)).limit(1)
  return row?.id ?? null
}

/**
 * Inserts the rows in one transaction. Where the data hold a sample network already nothing is written, and false comes back: of copies that start
 * at once the first one writes. `also` runs in the same transaction, after the rows.
 */
export async function insertSample(db: Database, rows: SampleRows, also: (tx: Database) => Promise<void>): Promise<boolean> {
  return db.transaction(async tx => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('munassiq/sample', 0))`)
    if ((await sampleNetworkId(tx)) !== null) return false
    const insert = async <Table extends PgTable>(table: Table, values: PgInsertValue<Table>[]) => {
      if (values.length > 0) await tx.insert(table).values(values)
    }
    await insert(networks, rows.networks)
    await insert(organizations, rows.organizations)
    await insert(members, rows.members)
    await insert(accounts, rows.accounts)
    await insert(holidays, rows.holidays)
    await insert(priorities, rows.priorities)
    await insert(keyMessages, rows.keyMessages)
    await insert(activities, rows.activities)
    await insert(activityPartners, rows.activityPartners)
    await insert(bankMessages, rows.bankMessages)
    await insert(due, rows.due)
    await insert(clashes, rows.clashes)
    await insert(counters, rows.counters)
    await insert(changes, rows.changes)
    await insert(outlets, rows.outlets)
    await also(tx)
    return true
  })
}
