/** Two copies of the bot on one server: no reminder twice, no edition twice, no draft lost; and a database that goes away for a while. */
import { createServer, connect as dial, type Server, type Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rowsOf } from '../db/client.ts'
import { type TestDatabase, twoConnections } from './database.ts'
import { chatOf, post, pressOn, type Running, sayTo, startBot } from './running.ts'

let database: TestDatabase & { url: string }
const running: Running[] = []
beforeEach(async () => {
  database = await twoConnections()
})
afterEach(async () => {
  for (const bot of running.splice(0)) await bot.stop()
  await database.close()
})

async function copy(url = database.url): Promise<Running> {
  const bot = await startBot({ DATABASE_URL: url, SAMPLE_NETWORK: 'on', LOCAL_CHAT: 'on' })
  running.push(bot)
  return bot
}
const rows = async <Row>(query: ReturnType<typeof sql>) => rowsOf<Row>(await database.db.execute(query))
const jump = async (bot: Running, to: string): Promise<string> => {
  const face = (await (await fetch(`${bot.url}/chat/clock`)).json()) as { jumps: { to: string; at: string }[] }
  const found = face.jumps.find(j => j.to === to)
  if (!found) throw new Error(`no ${to} is coming`)
  return found.at
}

test('a draft begun on one copy is corrected on the other and submitted on the first, once', async () => {
  const [one, two] = [await copy(), await copy()]
  await sayTo(one, 'health', "We're launching the winter clinics campaign next Sunday at 10am in the Exhibition Centre")
  expect((await sayTo(two, 'health', 'no, at 11')).at(-1)?.text).toMatch(/11:00 am/)
  // Both presses arrive at the same moment, one at each copy.
  const pressed = (await chatOf(one, 'health')).at(-1)
  const submit = pressed?.data.find(d => d.label === 'Submit')
  const answers = await Promise.all([one, two].map(bot => post(bot, 'submit', { as: 'health', data: submit?.data, card: pressed?.id })))
  expect(answers.map(a => a.status)).toEqual([200, 200])
  const [saved] = await rows<{ n: number }>(sql`select count(*)::int as n from activities where title_en ilike '%winter clinics%'`)
  expect(saved?.n).toBe(1)
  expect((await pressOn(two, 'health', 'Edit')).at(-1)?.text).toMatch(/winter clinics/i)
})

test('moved to the reminder and to the deadline on both at once: each is told once, one edition', async () => {
  const [one, two] = [await copy(), await copy()]
  const both = async (now: string) => {
    const moved = await Promise.all([one, two].map(bot => post(bot, 'clock', { now })))
    expect(moved.some(m => m.status === 200)).toBe(true)
  }
  await both(await jump(one, 'reminder'))
  const told = await rows<{ who: string; n: number }>(
    sql`select "user" as who, count(*)::int as n from outbox where subject like 'reminder:%' and op = 'send' and state = 'sent' group by 1`,
  )
  expect(told.length).toBeGreaterThan(5)
  expect(told.every(t => t.n === 1)).toBe(true)
  await both(await jump(one, 'deadline'))
  const [editions] = await rows<{ n: number }>(sql`select count(*)::int as n from editions`)
  expect(editions?.n).toBe(1)
  const centre = (await chatOf(two, 'centre')).filter(s => s.buttons.some(b => /الإصدار|المخطط/.test(b)))
  expect(new Set(centre.map(s => s.id)).size).toBe(centre.length)
})

/** Stands between the bot and the server; `cut` ends every connection and lets none through until `mend`. */
async function wire(to: string) {
  const target = new URL(to)
  const open = new Set<Socket>()
  let cut = false
  const server: Server = createServer(from => {
    if (cut) return void from.destroy()
    const onward = dial(Number(target.port || 5432), target.hostname)
    for (const socket of [from, onward]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        from.destroy()
        onward.destroy()
      })
    }
    from.pipe(onward).pipe(from)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const url = new URL(to)
  url.port = String((server.address() as { port: number }).port)
  url.hostname = '127.0.0.1'
  return {
    url: url.href,
    cut() {
      cut = true
      for (const socket of open) socket.destroy()
    },
    mend() {
      cut = false
    },
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise(done => server.close(done))
    },
  }
}

test('the database away: the person is told it was not saved, readiness says so, reminders wait, and it recovers by itself', async () => {
  const between = await wire(database.url)
  try {
    const bot = await copy(between.url)
    await sayTo(bot, 'health', "We're launching the winter clinics campaign next Sunday at 10am in the Exhibition Centre")
    const at = await jump(bot, 'reminder')
    between.cut()
    const away = await post(bot, 'message', { as: 'health', text: 'no, at 11', language: 'en' })
    expect(away.status).toBe(503)
    expect(JSON.stringify(away.body)).toMatch(/not saved/i)
    const ready = await fetch(`${bot.url}/readyz`)
    expect([ready.status, await ready.text()]).toEqual([503, 'the database does not answer'])
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200)
    between.mend()
    expect((await sayTo(bot, 'health', 'no, at 11')).at(-1)?.text).toMatch(/11:00 am/)
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200)
    expect((await post(bot, 'clock', { now: at })).status).toBe(200)
    const before = (await chatOf(bot, 'youth')).length
    expect(before).toBeGreaterThan(0)
    expect(bot.output()).not.toMatch(/unhandled/i)
  } finally {
    for (const bot of running.splice(0)) await bot.stop()
    await between.close()
  }
})
