/** Messages of one person on two copies of the bot: worked one after the other, and the second on what the first left. */
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, rowsOf } from '../db/client.ts'
import * as conversations from '../db/conversations.ts'
import { twoConnections } from './database.ts'
import { house } from './house.ts'

let database: Awaited<ReturnType<typeof twoConnections>>
beforeAll(async () => {
  database = await twoConnections()
})
afterAll(() => database.close())

test('a message that waited for the one before it sees what that one changed', async () => {
  const h = await house(database)
  const waiting = async (db: Pick<Database, 'execute'>) => {
    const found = await db.execute(sql`select 1 from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`)
    return rowsOf(found).length > 0
  }
  const answered = await database.other.db.transaction(async tx => {
    await conversations.hold(tx, { platform: 'web', space: 'local', user: 'health' })
    const second = h.say('health', '/my-events')
    while (!(await waiting(tx))) await new Promise(setImmediate)
    await tx.execute(sql`update organizations set name_en = 'Ministry of Wellbeing' where handle = 'health'`)
    return { second }
  })
  expect((await answered.second).text).toContain('Ministry of Wellbeing')
})
