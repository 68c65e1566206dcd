/** What only a server can show: copies that start together, session settings, and a server that goes away and returns. */
import { once } from 'node:events'
import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Connection, quiet, rowsOf, unreachable } from '../../db/client.ts'
import { openDatabase } from '../../db/open.ts'
import { connect } from '../../db/server.ts'
import { onServer, twoConnections } from '../database.ts'

let database: Awaited<ReturnType<typeof twoConnections>>
beforeAll(async () => {
  database = await twoConnections()
})
afterAll(() => database.close())

/** A door in front of the server that can be shut, opened, and held without an answer. */
async function door(): Promise<{ url: string; shut(): Promise<void>; open(): Promise<void>; hold(): void; close(): Promise<void> }> {
  const behind = new URL(database.url)
  const sockets = new Set<Socket>()
  let silent = false
  const make = () =>
    createServer(near => {
      const far = dial(Number(behind.port || 5432), behind.hostname)
      for (const socket of [near, far]) {
        sockets.add(socket)
        socket.on('error', () => socket.destroy())
        socket.on('close', () => sockets.delete(socket))
      }
      near.on('data', bytes => silent || far.write(bytes))
      far.on('data', bytes => silent || near.write(bytes))
      near.on('close', () => far.destroy())
      far.on('close', () => near.destroy())
    })
  let server: Server = make().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  const front = new URL(database.url)
  front.hostname = '127.0.0.1'
  front.port = String(address.port)
  const shut = async () => {
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets) socket.destroy()
    await closed
  }
  return {
    url: front.href,
    shut,
    async open() {
      server = make().listen(address.port, '127.0.0.1')
      await once(server, 'listening')
    },
    hold() {
      silent = true
    },
    async close() {
      if (server.listening) await shut()
    },
  }
}

const failureOf = (work: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(work).then(
    () => {
      throw new Error('It succeeded')
    },
    (error: unknown) => error,
  )

test('while the server is away queries fail quickly and say so; when it is back they succeed', async () => {
  const entrance = await door()
  const connection = await openDatabase({ url: entrance.url })
  try {
    await connection.ping()
    for (const outage of [1, 2]) {
      await entrance.shut()
      for (let attempt = 0; attempt < 5; attempt++) {
        const started = performance.now()
        const failure = await failureOf(connection.db.execute(sql`select 1`))
        expect(unreachable(failure), `outage ${outage}: ${String(failure)}`).toBe(true)
        expect(performance.now() - started).toBeLessThan(2_000)
      }
      expect(unreachable(await failureOf(connection.ping()))).toBe(true)
      await entrance.open()
      await expect
        .poll(
          () =>
            connection.ping().then(
              () => true,
              () => false,
            ),
          { timeout: 5_000 },
        )
        .toBe(true)
    }
  } finally {
    await connection.close()
    await entrance.close()
  }
})

test('a transaction cut in the middle fails, keeps nothing, and the next one works', async () => {
  const entrance = await door()
  const connection = await openDatabase({ url: entrance.url })
  try {
    const cut = connection.db.transaction(async tx => {
      await tx.execute(sql`insert into counters (network_id, series, value) values ('n', 'cut', 1)`)
      await entrance.shut()
      await tx.execute(sql`select 1`)
    })
    expect(unreachable(await failureOf(cut))).toBe(true)
    await entrance.open()
    await expect
      .poll(
        () =>
          connection.ping().then(
            () => true,
            () => false,
          ),
        { timeout: 5_000 },
      )
      .toBe(true)
    expect(rowsOf(await connection.db.execute(sql`select 1 from counters where series = 'cut'`))).toEqual([])
  } finally {
    await connection.close()
    await entrance.close()
  }
})

test('a transaction that goes on after its connection was lost reaches nothing, savepoints included; every connection works again', async () => {
  const entrance = await door()
  const connection = await openDatabase({ url: entrance.url })
  const add = (series: string) => sql`insert into counters (network_id, series, value) values ('late', ${series}, 1)`
  try {
    for (const nested of [false, true]) {
      const later: Promise<unknown>[] = []
      const cut = connection.db.transaction(async tx => {
        await tx.execute(add('first'))
        const goOn = async (on: Connection['db']) => {
          await entrance.shut()
          await entrance.open()
          await expect
            .poll(
              () =>
                connection.ping().then(
                  () => true,
                  () => false,
                ),
              { timeout: 5_000 },
            )
            .toBe(true)
          later.push(failureOf(on.execute(add('second'))))
          await later[0]
        }
        await (nested ? tx.transaction(goOn) : goOn(tx))
      })
      expect(unreachable(await failureOf(cut))).toBe(true)
      await expect.poll(() => later.length).toBe(1)
      expect(unreachable(await later[0])).toBe(true)
    }
    expect(rowsOf(await database.db.execute(sql`select * from counters where network_id = 'late'`))).toEqual([])
    const all = Array.from({ length: 10 }, () => connection.db.execute(sql`select pg_sleep(0.1)`))
    await Promise.all(all)
  } finally {
    await connection.close()
    await entrance.close()
  }
})

test('a ping that gets no answer gives up within two seconds, and closing does not wait for it', async () => {
  const entrance = await door()
  const connection = await openDatabase({ url: entrance.url })
  await connection.ping()
  entrance.hold()
  const started = performance.now()
  expect(unreachable(await failureOf(connection.ping()))).toBe(true)
  expect(performance.now() - started).toBeLessThan(2_500)
  await connection.close()
  expect(performance.now() - started).toBeLessThan(9_000)
  await entrance.close()
})

test('opening where nobody listens fails at once', async () => {
  const entrance = await door()
  await entrance.shut()
  const started = performance.now()
  expect(unreachable(await failureOf(openDatabase({ url: entrance.url })))).toBe(true)
  expect(performance.now() - started).toBeLessThan(3_000)
})

test('instants are read whatever zone and style the address, the role or the database ask for', async () => {
  const url = `${database.url}?TimeZone=Asia/Bahrain&datestyle=German`
  const client = await connect(database.url, quiet, 1)
  const [name] = await client`select current_database() as name`
  await client.unsafe(`alter database ${name?.name} set timezone = 'Asia/Kathmandu'`)
  await client.end()
  const connection = await openDatabase({ url })
  try {
    const [row] = rowsOf<{ at: string }>(await connection.db.execute(sql`select '2026-11-24T03:00:00.123456Z'::timestamptz as at`))
    expect(row?.at).toBe('2026-11-24 03:00:00.123456+00')
    expect(Temporal.Instant.from(row?.at ?? '').toString()).toBe('2026-11-24T03:00:00.123456Z')
  } finally {
    await connection.close()
  }
})

test('five copies that open an empty database together migrate it once', async () => {
  const template = inject('template')
  if (template.kind !== 'server') throw new Error('Not on a server')
  const name = `${new URL(database.url).pathname.slice(1)}_empty`
  const admin = await connect(template.url, quiet, 1)
  await admin.unsafe(`create database ${name}`)
  const copies: Connection[] = []
  try {
    const url = onServer(template.url, name)
    copies.push(...(await Promise.all(Array.from({ length: 5 }, () => openDatabase({ url })))))
    const [row] = rowsOf<{ many: number; different: number }>(
      await copies[0]!.db.execute(
        sql`select count(*)::int as many, count(distinct hash)::int as different from drizzle.__drizzle_migrations`,
      ),
    )
    expect(row?.many).toBeGreaterThan(0)
    expect(row?.many).toBe(row?.different)
  } finally {
    await Promise.all(copies.map(copy => copy.close()))
    await admin.unsafe(`drop database ${name} with (force)`)
    await admin.end()
  }
})

test('two connections see one database', async () => {
  await database.reset()
  await database.db.execute(sql`insert into counters (network_id, series, value) values ('n', 's', 1)`)
  const rows = rowsOf<{ value: number }>(await database.other.db.execute(sql`select value from counters`))
  expect(rows).toEqual([{ value: 1 }])
})
