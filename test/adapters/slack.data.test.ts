/** Slack keeps what every chat must do, and refuses what is not Slack's. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEvent } from '../../adapters/slack/read.ts'
import { type Inbox, NotStored } from '../../src/model/inbox.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { contract } from './contract.ts'
import { noFiles } from './core.ts'
import { directOf, userOf } from './slack-api.ts'
import { type SlackHarness, slackHarness } from './slack-harness.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

contract('Slack', () => slackHarness(database))

const on = (title: string, run: (slack: SlackHarness) => Promise<void>, wrap?: (inbox: Inbox) => Inbox) =>
  test(title, async () => {
    const slack = await slackHarness(database, wrap)
    try {
      await run(slack)
    } finally {
      await slack.close()
    }
  })
const texts = (list: { text: string }[]) => list.map(p => p.text).join('\n')
const dm = (text: string, ts = '1795400009.000001') => ({
  type: 'message',
  channel_type: 'im',
  channel: directOf('health'),
  user: userOf('health'),
  text,
  ts,
})

on('what is unsigned, forged, stale, malformed or oversized is refused, with one line in the log and no stack trace', async slack => {
  const body = slack.event(dm('priorities'))
  const now = Math.floor(Date.now() / 1000)
  const unsigned = () => fetch(`${slack.url}/slack/events`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
  for (const [sent, status] of [
    [unsigned, 401],
    [() => slack.post(body, { key: 'another secret' }), 401],
    [() => slack.post(body, { at: now - 6 * 60 }), 401],
    [() => slack.post('{"type":'), 400],
    [() => slack.post('[]'), 400],
    [() => slack.post('{}'), 400],
    [() => slack.post('payload=%7B'), 400],
    [() => slack.post(JSON.stringify({ text: 'x'.repeat(1_100_000) })), 413],
  ] as const) {
    const before = slack.warnings.length
    const begun = performance.now()
    const response = await sent()
    expect(performance.now() - begun).toBeLessThan(1000)
    expect(response.status).toBe(status)
    expect(await response.text()).not.toMatch(/ {4}at |node_modules|Error:/)
    expect(slack.warnings.length).toBeLessThanOrEqual(before + 1)
  }
  expect(slack.warnings.length).toBe(8)
  expect(slack.errors).toEqual([])
  await slack.settle()
  expect(slack.api.posted).toEqual([])
})

on('the address check of Slack is answered', async slack => {
  const response = await slack.post(JSON.stringify({ type: 'url_verification', challenge: 'c-1' }))
  expect([response.status, (await response.text()).includes('c-1')]).toEqual([200, true])
})

on('in a channel the answer is shown to the asker alone; where that cannot be, in their own conversation', async slack => {
  const mention = (ts: string) =>
    slack.event({
      type: 'app_mention',
      channel: 'C1',
      user: userOf('health'),
      text: `<@UBOT> We launch the winter campaign on 14 December at 10am`,
      ts,
    })
  await slack.send(mention('1795400001.000001'))
  expect(slack.api.posted.length).toBeGreaterThan(0)
  expect(slack.api.posted.every(p => p.channel === directOf('health') || p.onlyTo === userOf('health'))).toBe(true)
  slack.api.answer(c => (c.method === 'chat.postEphemeral' ? { body: { ok: false, error: 'not_in_channel' } } : null))
  const before = slack.api.posted.length
  await slack.send(mention('1795400001.000002'))
  expect(slack.api.posted.slice(before).map(p => p.channel)).toEqual([directOf('health')])
})

on('the slash commands are answered, the catch-all too; in a channel to the asker alone', async slack => {
  await slack.send(slack.command('health', 'priorities'))
  expect(texts(slack.api.posted)).toMatch(/November 2026/)
  await slack.send(slack.command('health', 'munassiq', 'meeting', 'C1'))
  expect(slack.api.posted.at(-1)?.onlyTo).toBe(userOf('health'))
})

on('the home page is published', async slack => {
  const shown = slack.api.next('views.publish')
  await slack.send(slack.event({ type: 'app_home_opened', user: userOf('health'), channel: directOf('health'), tab: 'home' }))
  await shown
  expect(JSON.stringify(slack.api.homes.get(userOf('health')))).toMatch(/29 November 2026/)
})

on('429 waits as told; what failed for a moment is tried again; who is gone is written to no more', async slack => {
  await slack.send(slack.event(dm('help')))
  const view = { version: 1, language: 'en', summary: 'hello', parts: [{ kind: 'text', text: 'hello', tone: 'normal' }] } as const
  const to = { space: 'T1', account: { platform: 'slack', space: 'T1', user: userOf('health') }, place: null } as const
  const outcome = async (other: Parameters<typeof slack.api.answer>[0]) => {
    slack.api.answer(other)
    return slack.messenger.send(to, { ...view, parts: [...view.parts] }, { files: noFiles })
  }
  const posting = (answer: { status?: number; headers?: Record<string, string>; body?: object }) => (c: { method: string }) =>
    c.method === 'chat.postMessage' ? answer : null
  expect(await outcome(posting({ status: 429, headers: { 'retry-after': '7' } }))).toMatchObject({ kind: 'retry', afterMs: 7000 })
  expect((await outcome(posting({ status: 503 }))).kind).toBe('retry')
  expect((await outcome(posting({ body: { ok: false, error: 'account_inactive' } }))).kind).toBe('gone')
  expect((await outcome(posting({ body: { ok: false, error: 'invalid_blocks' } }))).kind).toBe('refused')
})

const away = (inbox: Inbox): Inbox => ({
  ...inbox,
  take: async () => {
    throw new NotStored('away')
  },
})
on(
  'what could not be stored is not acknowledged: an event fails so that Slack sends it again, a person is told',
  async slack => {
    expect((await slack.post(slack.event(dm('priorities')))).status).toBe(503)
    const command = await slack.post(slack.command('health', 'priorities'))
    expect(command.status).toBe(200)
    expect(await command.text()).toMatch(/not saved/i)
  },
  away,
)

const report = { name: 'plan.xlsx', bytes: Uint8Array.of(80, 75, 3, 4) }

on('an upload that fails for a moment is tried again, and the words before it are not said twice', async slack => {
  await slack.say('health', 'help')
  let left = 2
  slack.api.answer(c => (c.method === 'upload' && left-- > 0 ? { status: 503 } : null))
  const seen = [...(await slack.hand('health', report))]
  expect(await slack.files('health')).toEqual([])
  for (const _ of [1, 2]) await slack.later()
  expect(await slack.files('health')).toMatchObject([{ name: 'plan.xlsx' }])
  expect(slack.api.posted.filter(p => p.text.includes('Here it is')).length).toBe(1)
  expect(texts(slack.api.posted)).toContain(seen[0]?.text)
  await slack.later()
  expect(await slack.files('health')).toHaveLength(1)
})

on('where Slack takes no file the person is told', async slack => {
  await slack.say('health', 'help')
  slack.api.answer(c => (c.method === 'files.getUploadURLExternal' ? { body: { ok: false, error: 'missing_scope' } } : null))
  const seen = await slack.hand('health', report)
  expect(seen.map(s => s.text)).toEqual(['Here it is.', 'The file could not be sent here. Please tell the Centre.'])
  expect(slack.errors).toMatchObject([{ reason: 'missing_scope' }])
})

on('a file asked for in a channel goes to the asker alone', async slack => {
  const to = {
    space: 'T1',
    account: { platform: 'slack', space: 'T1', user: userOf('health') },
    place: { kind: 'channel', id: 'C1' },
  } as const
  const part = { kind: 'file' as const, id: 'f1', mime: 'text/csv', size: 4, name: report.name }
  const files = { bytes: async () => report.bytes, link: () => null }
  await slack.messenger.send(to, { version: 1, language: 'en', summary: 'plan', parts: [part] }, { onlyTo: userOf('health'), files })
  expect(slack.api.shared.map(f => f.channel)).toEqual([directOf('health')])
})

on('a page of login in place of a file is no file', async slack => {
  slack.api.sent.set('/api/private/1', new Uint8Array())
  const url = `${new URL(slack.api.url).origin}/api/private/1`
  const file = { name: 'list.csv', mimetype: 'text/csv', size: 10, url_private_download: url }
  await slack.send(slack.event({ ...dm(''), subtype: 'file_share', files: [file] }))
  expect(texts(slack.api.posted)).toMatch(/list\.csv.* could not be fetched/)
})

test('a file of the bot’s own, which comes back as a message of its user, is no file of a person', async () => {
  const own = { ...dm(''), user: 'UBOT', subtype: 'file_share', bot_id: null, files: [{ name: 'plan.xlsx', size: 4 }] }
  const body = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', authorizations: [{ user_id: 'UBOT', is_bot: true }] }
  expect(readEvent({ ...body, event: own })).toBeNull()
  expect(readEvent({ ...body, event: { ...own, user: userOf('health') } })?.content).toMatchObject({ kind: 'file', name: 'plan.xlsx' })
})
