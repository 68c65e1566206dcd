/** Teams keeps what every chat must do, and refuses what is not signed by the channel. */
import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AdaptiveCard } from '../../adapters/cards/card.ts'
import { type Inbox, NotStored } from '../../src/model/inbox.ts'
import type { Incoming } from '../../src/model/incoming.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { buttonsOf, inputsOf, linksOf, seenOf } from './cards.ts'
import { channelKeys } from './channel-tokens.ts'
import { contract } from './contract.ts'
import { noFiles } from './core.ts'
import { type TeamsHarness, teamsHarness } from './teams-harness.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

contract('Teams', () => teamsHarness(database))

const appId = '11111111-2222-3333-4444-555555555555'
/** A bot that checks tokens; its own login answers nobody here, so what it would send stays unsent. */
async function checking(run: (teams: TeamsHarness, keys: Awaited<ReturnType<typeof channelKeys>>, taken: Incoming[]) => Promise<void>) {
  const keys = await channelKeys()
  const taken: Incoming[] = []
  const teams = await teamsHarness(database, {
    options: {
      appId,
      appPassword: 'secret',
      tenantId: 'tenant-1',
      openIdMetadataUrl: keys.metadata,
      tokenIssuer: keys.issuer,
      loginUrl: 'https://127.0.0.1:9',
      unsigned: false,
    },
    wrap: inbox => ({
      ...inbox,
      async take(incoming) {
        taken.push(incoming)
        return { fresh: true, work: async () => ({ dialog: null, home: null }) }
      },
    }),
  })
  try {
    await run(teams, keys, taken)
  } finally {
    await teams.close()
    await keys.close()
  }
}

test('a token of the channel is let in; a missing, forged, expired one, or one for another bot or address, gets 401 and one line in the log', () =>
  checking(async (teams, keys, taken) => {
    const { url } = teams.connector
    const activity = () => teams.activity('health', { type: 'message', text: 'priorities' })
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const past = Math.floor(Date.now() / 1000) - 4000
    for (const [name, headers] of [
      ['none', {}],
      ['not a token', bearer('abc')],
      ['forged', bearer(keys.token(appId, url, {}, privateKey))],
      ['expired', bearer(keys.token(appId, url, { nbf: past, exp: past + 600 }))],
      ['another bot', bearer(keys.token('99999999-2222-3333-4444-555555555555', url))],
      ['another issuer', bearer(keys.token(appId, url, { iss: 'https://evil.example' }))],
      ['another address', bearer(keys.token(appId, 'https://evil.example/'))],
    ] as const) {
      const before = teams.warnings.length
      const response = await teams.post(activity(), headers)
      expect([name, response.status]).toEqual([name, 401])
      expect(await response.text()).not.toMatch(/ {4}at |node_modules|Error/)
      expect(teams.warnings.length).toBe(before + 1)
    }
    expect(taken).toEqual([])
    expect((await teams.post(activity(), bearer(keys.token(appId, url)))).status).toBe(200)
    expect(taken.map(t => [t.account.user, t.profile.email])).toEqual([['aad-health', undefined]])
    expect(teams.errors).toEqual([])
  }))

const on = (title: string, run: (teams: TeamsHarness) => Promise<void>, wrap?: (inbox: Inbox) => Inbox) =>
  test(title, async () => {
    const teams = await teamsHarness(database, wrap ? { wrap } : {})
    try {
      await run(teams)
    } finally {
      await teams.close()
    }
  })

on('malformed is 400, oversized 413, without a stack trace', async teams => {
  for (const [body, status] of [
    ['{', 400],
    ['[]', 400],
    ['{"type":"message"}', 400],
    [JSON.stringify({ text: 'x'.repeat(1_100_000) }), 413],
  ] as const) {
    const response = await teams.post(body)
    expect(response.status).toBe(status)
    expect(await response.text()).not.toMatch(/ {4}at |node_modules|Error/)
  }
  expect(teams.warnings.length).toBe(4)
  expect(teams.errors).toEqual([])
})

on('installed several times, greeted once', async teams => {
  for (const _ of [1, 2, 3]) {
    await teams.post(teams.activity('health', { type: 'installationUpdate', action: 'add' }))
    await teams.post(teams.activity('health', { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }))
  }
  await teams.settle()
  expect(teams.connector.sent.length).toBe(1)
})

on('in a channel the answer goes to the asker’s own conversation; where there is none, one neutral line', async teams => {
  const mention = () =>
    teams.activity('health', {
      type: 'message',
      text: '<at>Munassiq</at> We launch the winter campaign on 14 December at 10am',
      entities: [{ type: 'mention', text: '<at>Munassiq</at>', mentioned: { id: '28:bot' } }],
      conversation: { id: '19:team', conversationType: 'channel', tenantId: 'tenant-1', isGroup: true },
    })
  await teams.post(mention())
  await teams.settle()
  expect(teams.connector.sent.map(s => s.conversation)).toEqual(['a:health'])
  teams.connector.answer(c =>
    c.path === '/v3/conversations' ? { status: 403, body: { error: { code: 'Forbidden', message: 'no' } } } : null,
  )
  await teams.post(mention())
  await teams.settle()
  const publicly = teams.connector.sent.filter(s => s.conversation === '19:team')
  expect(publicly.length).toBe(1)
  expect(publicly[0]?.cards).toEqual([])
  expect(publicly[0]?.text).not.toMatch(/winter|14 December/)
})

on('the form of the message extension speaks the member’s language and the open conversation’s, not the client’s', async teams => {
  const english = { locale: 'en-US' }
  const invoked = async (
    who: string,
    name: string,
    value: object,
  ): Promise<{ task: { value: { title: string; card: { content: AdaptiveCard } } } }> => {
    const response = await teams.post(teams.activity(who, { type: 'invoke', name, value, ...english }))
    await teams.settle()
    return JSON.parse((await response.text()) || 'null')
  }
  const opened = async (who: string) => (await invoked(who, 'composeExtension/fetchTask', { commandId: 'submit' })).task.value
  const arabic = await opened('egov')
  // What an empty required input says is a sentence, and a date picker is not told to take words.
  expect(JSON.stringify(arabic.card.content)).toContain('"errorMessage":"هذا الحقل مطلوب."')
  expect(seenOf([arabic.card.content], false).text).not.toMatch(/الأحد القادم|الرسالة الواحدة/)
  expect(arabic.title).toBe('تقديم فعالية')
  expect(arabic.card.content.rtl).toBe(true)
  const filled = {
    ...inputsOf([arabic.card.content]),
    f_title: 'معرض التقنية',
    f_when: '2026-12-15',
    f_time: '10:00',
    f_venue: 'مركز المعارض',
  }
  await invoked('egov', 'composeExtension/submitAction', { data: { ...buttonsOf([arabic.card.content])[0]?.data, ...filled } })
  expect(seenOf(teams.connector.sent.at(-1)?.cards ?? [], false).text).toMatch(/تم تقديم الفعالية، ورقمها A-2026-\d{4}/)
  await teams.post(
    teams.activity('egov', { type: 'message', text: 'We launch the winter campaign on 14 December at 10am in Bahrain Bay', ...english }),
  )
  await teams.settle()
  expect((await opened('egov')).title).toBe('Submit an activity')
  await teams.say('egov', 'cancel')
  expect((await opened('egov')).title).toBe('تقديم فعالية')
})

on(
  'an invoke is answered as Teams takes it: a press with a word in the card’s language, a finished form with no body at all',
  async teams => {
    await teams.say('egov', 'نطلق خدمة التقارير الائتمانية يوم ١٥ ديسمبر الساعة ١٠ صباحاً في مركز المعارض')
    const button = buttonsOf(teams.connector.sent.at(-1)?.cards ?? []).find(b => b.label === 'تغيير')
    const answered = async (name: string, value: object) => {
      const response = await teams.post(teams.activity('egov', { type: 'invoke', name, value, locale: 'en-US' }))
      expect(response.status).toBe(200)
      await teams.settle()
      return response.text()
    }
    const pressed = await answered('adaptiveCard/action', { action: { type: 'Action.Execute', data: button?.data } })
    expect(JSON.parse(pressed)).toEqual({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'تم الاستلام.' })
    const form = JSON.parse(await answered('composeExtension/fetchTask', { commandId: 'submit' })).task.value.card.content
    expect(await answered('task/submit', { data: { ...buttonsOf([form])[0]?.data, ...inputsOf([form]) } })).toBe('')
    // The card of the draft loses its buttons after it.
    expect(seenOf(teams.connector.sent.findLast(m => !m.update)?.cards ?? [], false).text).toMatch(/A-2026-\d{4}/)
  },
)

on('429 waits as told, 5xx is tried again, 403 is gone', async teams => {
  await teams.say('health', 'help')
  const detail = { serviceUrl: teams.connector.url, botId: '28:bot', tenantId: 'tenant-1', userId: '29:health' }
  const to = {
    space: 'tenant-1',
    account: { platform: 'teams', space: 'tenant-1', user: 'aad-health' },
    place: { kind: 'direct', id: 'a:health', detail },
  } as const
  const outcome = (status: number, headers: Record<string, string> = {}) => {
    teams.connector.answer(c => (c.path.includes('/activities') ? { status, headers, body: { error: { code: 'X', message: 'x' } } } : null))
    return teams.messenger.send(to, { version: 1, language: 'en', summary: 'hello', parts: [] }, { files: noFiles })
  }
  expect(await outcome(429, { 'retry-after': '7' })).toMatchObject({ kind: 'retry', afterMs: 7000 })
  expect((await outcome(403)).kind).toBe('gone')
  expect((await outcome(502)).kind).toBe('retry')
})

on(
  'what could not be stored is told in the conversation, and not acknowledged',
  async teams => {
    const response = await teams.post(teams.activity('health', { type: 'message', text: 'priorities', locale: 'en-US' }))
    expect(response.status).toBe(503)
    expect(teams.connector.sent.map(s => s.text).join()).toMatch(/not saved/i)
  },
  inbox => ({
    ...inbox,
    take: async () => {
      throw new NotStored('away')
    },
  }),
)

test('where the keys to check tokens with are out of reach, the one line in the log says so', () =>
  checking(async (teams, keys, taken) => {
    await keys.close()
    const token = keys.token(appId, teams.connector.url)
    const response = await teams.post(teams.activity('health', { type: 'message', text: 'plan' }), { authorization: `Bearer ${token}` })
    expect(response.status).toBe(401)
    expect(teams.warnings).toEqual([expect.objectContaining({ status: 401, reason: expect.stringContaining(new URL(keys.metadata).host) })])
    expect(JSON.stringify(teams.warnings)).not.toContain(token)
    expect(taken).toEqual([])
  }))

test('a roster comes as a CSV file; a file that cannot be fetched is told of', async () => {
  const teams = await teamsHarness(database)
  const roster = [
    'name,email,organization,roles,language',
    'Admin,admin@munassiq.example,Communication Centre,admin,ar',
    'Sara Newcomer,sara.newcomer@munassiq.example,Ministry of Health,member,en',
  ].join('\n')
  const files = createServer((req, res) => {
    if (req.url === '/roster.csv') res.end(roster)
    else res.writeHead(404).end()
  })
  await new Promise<void>(done => files.listen(0, '127.0.0.1', done))
  const at = `http://127.0.0.1:${(files.address() as AddressInfo).port}`
  const send = async (name: string) => {
    const from = teams.connector.sent.length
    const content = { downloadUrl: `${at}/${name}`, uniqueId: 'file-1', fileType: 'csv' }
    const file = { contentType: 'application/vnd.microsoft.teams.file.download.info', contentUrl: at, name, content }
    await teams.post(teams.activity('admin', { type: 'message', attachments: [file] }))
    await teams.settle()
    return JSON.stringify(teams.connector.sent.slice(from))
  }
  try {
    expect(await send('roster.csv')).toContain('Sara Newcomer')
    expect(await send('gone.csv')).toContain('gone.csv')
    expect(teams.errors).toEqual([])
  } finally {
    files.close()
    await teams.close()
  }
})

const file = { kind: 'file' as const, id: 'f1', name: 'plan.xlsx', mime: 'text/csv', size: 4 }
const inChannel = (teams: TeamsHarness) =>
  ({
    space: 'tenant-1',
    account: null,
    place: {
      kind: 'channel',
      id: '19:channel',
      detail: { serviceUrl: teams.connector.url, botId: '28:bot', tenantId: 'tenant-1', userId: '29:health', conversationType: 'channel' },
    },
  }) as const

on('in a channel a file is a link; without a public address a sentence says where to ask', async teams => {
  const view = { version: 1 as const, language: 'en' as const, summary: 'plan', parts: [file] }
  const bytes = async () => Uint8Array.of(1)
  await teams.messenger.send(inChannel(teams), view, { files: { bytes, link: f => `https://bot.example/files/${f.id}` } })
  expect(linksOf(teams.connector.sent.at(-1)?.cards ?? [])).toEqual([{ title: 'plan.xlsx', url: 'https://bot.example/files/f1' }])
  await teams.messenger.send(inChannel(teams), view, { files: { bytes, link: () => null } })
  expect(seenOf(teams.connector.sent.at(-1)?.cards ?? [], false).text).toMatch(/plan\.xlsx.*private message/s)
})

on('whoever declines a file is not sent it; somebody else’s cannot be taken', async teams => {
  await teams.say('health', 'help')
  await teams.say('egov', 'help')
  await teams.hand('health', { name: 'plan.xlsx', bytes: Uint8Array.of(80, 75, 3, 4) })
  const asking = teams.connector.sent.findLast(s => s.files.length > 0)
  const context = asking?.files[0]?.content.acceptContext as object
  const invoke = (who: string, action: string) =>
    teams.post(
      teams.activity(who, {
        type: 'invoke',
        name: 'fileConsent/invoke',
        replyToId: asking?.id,
        value: {
          type: 'fileUpload',
          action,
          context,
          uploadInfo: { contentUrl: 'x', name: 'plan.xlsx', uploadUrl: `${teams.connector.url}upload/x`, uniqueId: 'u' },
        },
      }),
    )
  expect((await invoke('egov', 'accept')).status).toBe(200)
  await teams.settle()
  expect(seenOf(teams.connector.sent.at(-1)?.cards ?? [], false).text).toMatch(/no longer kept|لم يعد/)
  await invoke('health', 'decline')
  await teams.settle()
  expect(teams.connector.sent.at(-1)).toMatchObject({ update: true, id: asking?.id })
  expect([...teams.connector.put]).toEqual([])
})

on('the card that asked about a file goes once the file is there, and the file is put there once', async teams => {
  await teams.say('health', 'help')
  await teams.hand('health', { name: 'plan.xlsx', bytes: Uint8Array.of(80, 75, 3, 4) })
  const asking = teams.connector.sent.findLast(s => s.files.length > 0)
  // The card of the file fails at first: it is tried again, and the bytes are not sent twice.
  let left = 1
  teams.connector.answer(c =>
    c.method === 'POST' && c.path.endsWith('/activities') && left-- > 0
      ? { status: 502, body: { error: { code: 'X', message: 'x' } } }
      : null,
  )
  await teams.files('health')
  await teams.later()
  expect(teams.connector.deleted).toEqual([asking?.id])
  expect([...teams.connector.put.values()].map(put => put.length)).toEqual([1])
  expect(teams.connector.sent.filter(s => s.files.some(f => f.contentType.endsWith('.info')))).toHaveLength(1)
})
