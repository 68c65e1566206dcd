/** Socket Mode as an administrator of a closed network starts it: the proxy is the only way out, and Slack may be away. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { slackSocket } from './adapters/slack-socket.ts'
import { refusedBot, startBot } from './running.ts'

let folder: string
let slack: Awaited<ReturnType<typeof slackSocket>>
const env = () => ({
  DATA_DIR: join(folder, 'data'),
  HOST: '127.0.0.1',
  SLACK_SIGNING_SECRET: 'unused-in-socket-mode',
  SLACK_BOT_TOKEN: 'xoxb-test',
  SLACK_APP_TOKEN: 'xapp-test',
  SLACK_API_URL: slack.apiUrl,
  NODE_USE_ENV_PROXY: '1',
  HTTP_PROXY: slack.proxy,
  NO_PROXY: '127.0.0.1,localhost',
  SAMPLE_NETWORK: 'on',
})
// One data folder for all of them: making one is what takes long.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'munassiq-socket-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(async () => {
  slack = await slackSocket()
})
afterEach(() => slack.close())

test('it starts while Slack is away, connects through the proxy when Slack is back, takes an event once it is stored, and answers', async () => {
  slack.away(true)
  const bot = await startBot(env())
  try {
    await slack.until(() => slack.tries() > 0)
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200)
    slack.away(false)
    await slack.until(() => slack.connections() > 0)
    const event = { type: 'message', channel_type: 'im', channel: 'DHEALTH', user: 'UHEALTH', ts: '1795500000.1', text: 'help' }
    const payload = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event }
    slack.send({ type: 'events_api', envelope_id: 'envelope-1', payload, accepts_response_payload: false })
    await slack.until(() => slack.acknowledged.includes('envelope-1') && slack.posted.length > 0)
    expect(slack.posted[0]?.channel).toBe('DHEALTH')
    expect(new Set(slack.reached)).toEqual(new Set(['slack.example']))
  } finally {
    expect(await bot.stop()).toBe(0)
  }
}, 90_000)

test('while Slack is away a signal ends it as ever', async () => {
  slack.away(true)
  const bot = await startBot(env())
  await slack.until(() => slack.tries() > 0)
  expect(await bot.stop()).toBe(0)
}, 60_000)

test('a token that Slack refuses ends it, with one line that says so', async () => {
  slack.refuses('invalid_auth')
  const { code, output } = await refusedBot(env())
  expect(code).toBe(1)
  expect(output).toMatch(/invalid_auth.*Slack refuses the connection/)
  expect(output).not.toContain('xapp-test')
}, 60_000)
