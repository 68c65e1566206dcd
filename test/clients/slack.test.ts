/** The bot as it is started, against emulate's stateful Slack: signed events, commands, presses and submissions in, and what then stands in the conversation. */
import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebClient } from '@slack/web-api'
import { createEmulator } from 'emulate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Running, startBot } from '../running.ts'
import { wingConversations } from './wing-conversations.ts'

const secret = 'signing-secret-of-the-emulator'
const people = ['egov', 'health', 'youth', 'centre']
let folder: string
let emulator: Awaited<ReturnType<typeof createEmulator>>
let slack: WebClient
let bot: Running
const ids = new Map<string, string>()
const channels = new Map<string, string>()

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise(done => server.close(done))
  return port
}

/** emulate keeps an opened modal to itself: what the bot asks it to show is noted on the way. */
const modals: Modal[] = []
const onTheWay = createServer((req, res) => {
  const chunks: Buffer[] = []
  req.on('data', chunk => chunks.push(chunk))
  req.on('end', async () => {
    const body = Buffer.concat(chunks)
    if (/views\.(open|update)$/.test(req.url ?? '')) modals.push(JSON.parse(new URLSearchParams(body.toString()).get('view') ?? '{}'))
    const headers = { 'content-type': req.headers['content-type'] ?? '', authorization: req.headers.authorization ?? '' }
    const answer = await fetch(emulator.url + req.url, { method: 'POST', headers, body })
    res.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' })
    res.end(await answer.text())
  })
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'munassiq-slack-'))
  const app = { app_id: 'A000000001', client_id: '1.2', bot_id: 'B0BOT00001', bot_user_id: 'U0BOT00001' }
  emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      tokens: { 'xoxb-dev': { login: 'munassiq' } },
      slack: {
        team: { name: 'Network', domain: 'network' },
        signing_secret: secret,
        users: people.map(name => ({ name, real_name: name, email: `${name}@munassiq.example` })),
        channels: [{ name: 'general', topic: 'General' }],
        oauth_apps: [{ ...app, client_secret: 's', name: 'Munassiq', redirect_uris: [], scopes: ['chat:write'], bot_name: 'munassiq' }],
        tokens: [{ ...app, token: 'xoxb-munassiq', type: 'bot', user: 'U0BOT00001', scopes: ['chat:write', 'users:read'] }],
        strict_scopes: false,
      },
    },
  } as unknown as Parameters<typeof createEmulator>[0])
  slack = new WebClient('xoxb-munassiq', { slackApiUrl: `${emulator.url}/api/`, retryConfig: { retries: 0 } })
  for (const user of (await slack.users.list({})).members ?? []) if (user.name && user.id) ids.set(user.name, user.id)
  for (const name of people) channels.set(name, (await slack.conversations.open({ users: ids.get(name) ?? '' })).channel?.id ?? '')
  await new Promise<void>(done => onTheWay.listen(0, '127.0.0.1', done))
  bot = await startBot({
    DATA_DIR: join(folder, 'data'),
    SLACK_SIGNING_SECRET: secret,
    SLACK_BOT_TOKEN: 'xoxb-munassiq',
    SLACK_API_URL: `http://127.0.0.1:${(onTheWay.address() as AddressInfo).port}/api/`,
    SAMPLE_NETWORK: 'on',
    HOST: '127.0.0.1',
  })
})
afterAll(async () => {
  expect(await bot?.stop()).toBe(0)
  onTheWay.closeAllConnections()
  onTheWay.close()
  await emulator?.close()
  await rm(folder, { recursive: true, force: true })
})

let n = 0
async function post(body: string, type = 'application/x-www-form-urlencoded'): Promise<string> {
  const at = String(Math.floor(Date.now() / 1000))
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`
  const response = await fetch(`${bot.url}/slack/events`, {
    method: 'POST',
    body,
    headers: { 'content-type': type, 'x-slack-request-timestamp': at, 'x-slack-signature': signature },
  })
  expect(response.status).toBe(200)
  return response.text()
}
const team = 'T000000001'
const say = (who: string, text: string) =>
  post(
    JSON.stringify({
      type: 'event_callback',
      team_id: team,
      event_id: `Ev${++n}`,
      event: {
        type: 'message',
        channel_type: 'im',
        channel: channels.get(who),
        user: ids.get(who),
        text,
        ts: `1795400000.${String(n).padStart(6, '0')}`,
      },
    }),
    'application/json',
  )
const trigger = async (who: string): Promise<string> =>
  String(((await slack.apiCall('views.generateTriggerId', { user_id: ids.get(who) })) as { trigger_id?: string }).trigger_id)
const payload = (o: object) => post(`payload=${encodeURIComponent(JSON.stringify(o))}`)

type Element = Record<string, unknown> & { type: string }
type Modal = { private_metadata?: string; blocks: { type: string; block_id?: string; element?: Element }[] }
/** Sends off the modal that the bot showed last, with what stood in it and, over that, what is given by input. */
async function submit(who: string, given: Record<string, string>): Promise<string> {
  await expect.poll(() => modals.at(-1)?.private_metadata).toBeTruthy()
  const modal = modals.at(-1) as Modal
  const values: Record<string, Record<string, Element>> = {}
  for (const { block_id: id = '', element: e } of modal.blocks.filter(b => b.type === 'input')) {
    if (!e) continue
    const value = given[id]
    values[id] = {
      v: {
        type: e.type,
        value: value ?? e.initial_value,
        selected_date: value ?? e.initial_date,
        selected_time: value ?? e.initial_time,
        selected_option: e.initial_option,
        selected_options: e.initial_options,
      },
    }
  }
  return payload({
    type: 'view_submission',
    team: { id: team },
    user: { id: ids.get(who), team_id: team },
    view: { id: 'V1', hash: String(++n), private_metadata: modal.private_metadata, state: { values } },
  })
}

type Message = { ts?: string; blocks?: unknown[] }
type Button = { text: { text: string }; action_id: string; value: string }
const history = async (who: string): Promise<Message[]> =>
  ((await slack.conversations.history({ channel: channels.get(who) ?? '', limit: 50 })).messages ?? []) as Message[]
/** What stands in a conversation, newest first, as one text. */
const stands = async (who: string): Promise<string> => JSON.stringify(await history(who)).replace(/[\u2060\u200f\u2066-\u2069]/g, '')
const shows = (who: string, what: RegExp) => expect.poll(() => stands(who)).toMatch(what)

async function press(who: string, label: string): Promise<void> {
  for (const m of await history(who)) {
    const buttons = (m.blocks ?? []).flatMap(b =>
      (b as { type: string }).type === 'actions' ? (b as { elements: Button[] }).elements : [],
    )
    const found = buttons.find(b => b.text.text === label)
    if (!found) continue
    const channel = channels.get(who)
    await payload({
      type: 'block_actions',
      team: { id: team },
      user: { id: ids.get(who), team_id: team },
      trigger_id: await trigger(who),
      channel: { id: channel },
      container: { type: 'message', message_ts: m.ts, channel_id: channel },
      actions: [{ type: 'button', action_id: found.action_id, value: found.value, action_ts: String(++n) }],
    })
    return
  }
  throw new Error(`no button ${label}`)
}

test('in Arabic: a sentence, the card, submitted with its number', async () => {
  await say('egov', 'نطلق خدمة التقارير الائتمانية الأحد القادم الساعة ١٠ صباحاً في مركز المعارض')
  await shows('egov', /تقديم الفعالية/)
  expect(await stands('egov')).toMatch(/الأحد [٠-٩]+ \S+ [٠-٩]{4}/)
  await press('egov', 'تقديم الفعالية')
  await shows('egov', /A-\d{4}-\d{4}/)
})

test('in English: asked for the place, corrected, then the form in its modal, with a mistake and without, sent off', async () => {
  await say('health', 'We are launching the winter clinics campaign next Sunday at 10am')
  await shows('health', /Where will it be held/)
  await say('health', 'Exhibition Centre')
  await shows('health', /Please check/)
  await say('health', 'no, at 11')
  await shows('health', /11:00 am/)
  await press('health', 'Form')
  const wrong = await submit('health', { when: '2020-01-01' })
  expect(JSON.parse(wrong)).toMatchObject({ response_action: 'errors', errors: { when: expect.stringMatching(/past|over/i) } })
  expect(await submit('health', { venue: 'Bahrain Bay' })).toBe('')
  await shows('health', /Bahrain Bay/)
  await shows('health', /A-\d{4}-\d{4}/)
})

test('the slash command for the priorities, and the plan in words', async () => {
  const form = { team_id: team, channel_id: channels.get('health') ?? '', user_id: ids.get('health') ?? '' }
  await post(new URLSearchParams({ ...form, command: '/priorities', text: '', trigger_id: await trigger('health') }).toString())
  await shows('health', /Communication priorities/)
  await say('health', 'what is on next month?')
  await shows('health', /Communication plan/)
  await say('centre', 'ما أولويات هذا الشهر؟')
  await shows('centre', /أولويات/)
})

describe.each(['en', 'ar'] as const)('one conversation with each wing, %s', language => {
  const { who, all } = wingConversations[language]
  test.each(all.map(c => [c.wing, c] as const))('%s', async (_wing, { steps }) => {
    for (const step of steps) {
      const before = (await history(who)).length
      if (step.say) await say(who, step.say)
      if (step.press) await press(who, step.press)
      // What stood there before is no answer to this.
      const since = async () => JSON.stringify((await history(who)).slice(0, Math.max(1, (await history(who)).length - before)))
      await expect.poll(async () => (await since()).replace(/[\u2060\u200f\u2066-\u2069]/g, '')).toMatch(step.shows)
    }
  })
})
