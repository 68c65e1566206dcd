/** The program as it is started: first start, health, stopping, starting again on the same folder, and what it refuses in one sentence. */
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../db/open.ts'
import { meetings } from '../db/schema.ts'
import { channelKeys } from './adapters/channel-tokens.ts'
import { chatOf, post, pressOn, refusedBot, sayTo, startBot, stoppedWhileStarting } from './running.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'munassiq-main-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('the first start: sample network, address of the chat, health; SIGTERM ends it with 0; the draft and the plan are there after the next start', async () => {
  const env = { DATA_DIR: join(folder, 'data') }
  const first = await startBot(env)
  try {
    expect(await (await fetch(`${first.url}/healthz`)).text()).toBe('alive')
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
    const said = await sayTo(first, 'egov', 'نطلق خدمة التقارير الائتمانية الأحد القادم الساعة ١٠ صباحاً في مركز المعارض')
    expect(said.at(-1)?.buttons).toContain('تقديم الفعالية')
    expect(first.output()).toMatch(/http:\/\/localhost:\d+\/chat/)
  } finally {
    expect(await first.stop()).toBe(0)
  }
  const second = await startBot(env)
  try {
    expect((await chatOf(second, 'egov')).at(-1)?.buttons).toContain('تقديم الفعالية')
    expect((await pressOn(second, 'egov', 'تقديم الفعالية')).at(-1)?.text).toMatch(/A-\d{4}-\d{4}/)
  } finally {
    expect(await second.stop()).toBe(0)
  }
}, 60_000)

test('stopped in the middle of a message: it finishes what was stored, and exits 0', async () => {
  const env = { DATA_DIR: join(folder, 'data') }
  const bot = await startBot(env)
  const asked = post(bot, 'message', { as: 'health', text: 'what are the priorities of this month?' }).catch(() => null)
  expect(await bot.stop()).toBe(0)
  const answer = await asked
  const again = await startBot(env)
  try {
    const shown = (await chatOf(again, 'health')).filter(s => /Communication priorities/.test(s.text))
    // Taken before the stop: answered exactly once. Not taken: the page was told so, and nothing stands.
    if (answer?.status === 200) expect(shown.length).toBe(1)
    else expect(shown.length).toBeLessThanOrEqual(1)
  } finally {
    await again.stop()
  }
}, 60_000)

test('a signal while it is still starting is heard: it exits 0 all the same', async () => {
  expect(await stoppedWhileStarting({ DATA_DIR: join(folder, 'data') })).toBe(0)
}, 60_000)

test('a folder that another copy holds, and sample data beside a platform, are refused with one sentence', async () => {
  const env = { DATA_DIR: join(folder, 'data') }
  const bot = await startBot(env)
  try {
    const other = await refusedBot(env)
    expect(other.code).toBe(1)
    expect(other.output).not.toMatch(/ {4}at /)
    expect(other.output.length).toBeLessThan(600)
  } finally {
    await bot.stop()
  }
  const beside = await refusedBot({ ...env, SLACK_SIGNING_SECRET: 's'.repeat(32), SLACK_BOT_TOKEN: 'xoxb-1' })
  expect(beside.code).toBe(1)
  expect(beside.output).toMatch(/SAMPLE_NETWORK=on/)
  expect(beside.output).not.toMatch(/ {4}at /)
}, 60_000)

test('all problems of the configuration are listed at once, by name', async () => {
  const { code, output } = await refusedBot({ PORT: 'x', SLACK_SIGNING_SECRET: 'abc', LOCAL_CHAT: 'perhaps', DATABASE_URL: 'mysql://x' })
  expect(code).toBe(1)
  for (const name of ['PORT', 'SLACK_BOT_TOKEN', 'LOCAL_CHAT', 'DATABASE_URL']) expect(output).toContain(`${name}:`)
})

test('a real network has its code and its meetings from the first start on; a token of Teams that is forged or expired is one line in the log, and no stack trace', async () => {
  const keys = await channelKeys()
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const bot = await startBot({
    DATA_DIR: join(folder, 'data'),
    HOST: '127.0.0.1',
    MICROSOFT_APP_ID: 'app-1',
    MICROSOFT_APP_PASSWORD: 'secret-of-the-app',
    MICROSOFT_APP_TENANT_ID: 'tenant-1',
    TEAMS_OPENID_METADATA_URL: keys.metadata,
    TEAMS_TOKEN_ISSUER: keys.issuer,
  })
  try {
    const body = { type: 'message', id: '1', serviceUrl: 'https://service.example/', channelId: 'msteams', text: 'plan' }
    const past = Math.floor(Date.now() / 1000) - 4000
    const people = { from: { id: '29:1' }, recipient: { id: '28:1' }, conversation: { id: 'a:1' } }
    for (const token of [
      keys.token('app-1', body.serviceUrl, {}, privateKey),
      keys.token('app-1', body.serviceUrl, { nbf: past, exp: past + 600 }),
    ]) {
      const response = await fetch(`${bot.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ ...body, ...people }),
      })
      expect(response.status).toBe(401)
    }
  } finally {
    expect(await bot.stop()).toBe(0)
    await keys.close()
  }
  const after = bot.output().split('"listening"}')[1] ?? ''
  const lines = after.split('\n').filter(line => /401|token|Token| at /.test(line))
  expect(lines.map(line => JSON.parse(line).status)).toEqual([401, 401])
  expect(bot.output()).not.toContain('secret-of-the-app')
  expect(bot.output()).toMatch(/\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\b/)
  const connection = await openDatabase({ dataDir: join(folder, 'data') })
  try {
    expect((await connection.db.select().from(meetings)).length).toBeGreaterThan(0)
  } finally {
    await connection.close()
  }
}, 60_000)
