/** The whole contract of the configuration: every variable of the README's table, its default, what is wrong with it and what to write instead. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Config, readConfig } from '../src/config.ts'

type Env = Record<string, string | undefined>

const slack = { SLACK_SIGNING_SECRET: 's'.repeat(32), SLACK_BOT_TOKEN: 'xoxb-1' }
const teams = { MICROSOFT_APP_ID: 'app', MICROSOFT_APP_PASSWORD: 'secret', MICROSOFT_APP_TENANT_ID: 'tenant' }

function configOf(env: Env): Config {
  const read = readConfig(env)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.value
}
const problemsOf = (env: Env): string[] => {
  const read = readConfig(env)
  return read.ok ? [] : read.problems
}
/** Names of the variables that something is wrong with, in the order in which they are told. */
const wrong = (env: Env): string[] => problemsOf(env).map(p => p.split(':')[0] ?? '')

/** Of each variable: what it becomes, beside what is needed for it; and values that are refused under its own name. */
type Row = { with?: Env; good: [string, (c: Config) => unknown, unknown][]; bad: string[] }
const contract: Record<string, Row> = {
  PORT: {
    good: [
      ['8080', c => c.port, 8080],
      ['0', c => c.port, 0],
      ['65535', c => c.port, 65_535],
      [' 443 ', c => c.port, 443],
    ],
    bad: ['65536', '-1', '3.5', '0x10', 'http', '٣٩٧٨', '39 78', '1e3'],
  },
  HOST: {
    good: [
      ['127.0.0.1', c => c.host, '127.0.0.1'],
      ['0.0.0.0', c => c.host, '0.0.0.0'],
      ['::', c => c.host, '::'],
      ['::1', c => c.host, '::1'],
      ['fe80::1%eth0', c => c.host, 'fe80::1%eth0'],
      ['bot.example.org', c => c.host, 'bot.example.org'],
    ],
    bad: ['https://bot.example.org', 'bot.example.org:3978', '127.0.0.1:3978', 'bot.example.org/x', 'two words', '[::1]'],
  },
  DATABASE_URL: {
    good: [
      ['postgres://u:p@db.example/munassiq', c => c.databaseUrl, 'postgres://u:p@db.example/munassiq'],
      ['postgresql://db/x?sslmode=verify-full', c => c.databaseUrl, 'postgresql://db/x?sslmode=verify-full'],
    ],
    bad: ['mysql://db/x', 'db.example', '/var/lib/x', 'https://db.example'],
  },
  DATA_DIR: { good: [['/var/lib/munassiq', c => c.dataDir, '/var/lib/munassiq']], bad: [] },
  SLACK_SIGNING_SECRET: { with: slack, good: [['abc', c => c.slack?.signingSecret, 'abc']], bad: [] },
  SLACK_BOT_TOKEN: { with: slack, good: [['xoxb-7', c => c.slack?.botToken, 'xoxb-7']], bad: ['xoxp-7', 'xapp-7', 'token'] },
  SLACK_APP_TOKEN: { with: slack, good: [['xapp-1', c => c.slack?.appToken, 'xapp-1']], bad: ['xoxb-1', 'token'] },
  SLACK_API_URL: {
    with: slack,
    good: [['http://127.0.0.1:4000/api/', c => c.slack?.apiUrl, 'http://127.0.0.1:4000/api/']],
    bad: ['https://slack.example/api', 'https://slack.example/', 'slack.example/api/', 'ftp://slack.example/api/'],
  },
  SLACK_COMMAND_PREFIX: {
    with: slack,
    good: [['gov-', c => c.slack?.commandPrefix, 'gov-']],
    bad: ['Gov', 'a b', '/gov', 'حكومة', 'x'.repeat(13)],
  },
  MICROSOFT_APP_ID: { with: teams, good: [['a', c => c.teams?.appId, 'a']], bad: [] },
  MICROSOFT_APP_PASSWORD: { with: teams, good: [['p', c => c.teams?.appPassword, 'p']], bad: [] },
  MICROSOFT_APP_TENANT_ID: { with: teams, good: [['t', c => c.teams?.tenantId, 't']], bad: [] },
  TEAMS_OPENID_METADATA_URL: {
    with: teams,
    good: [
      ['https://login.example/openid', c => c.teams?.openIdMetadataUrl, 'https://login.example/openid'],
      ['http://127.0.0.1:9000/openid', c => c.teams?.openIdMetadataUrl, 'http://127.0.0.1:9000/openid'],
      ['http://localhost:9000/openid', c => c.teams?.openIdMetadataUrl, 'http://localhost:9000/openid'],
      ['http://[::1]:9000/openid', c => c.teams?.openIdMetadataUrl, 'http://[::1]:9000/openid'],
    ],
    bad: ['http://login.example/openid', 'http://127.0.0.1.example/openid', 'login.example', 'file:///etc/keys'],
  },
  TEAMS_TOKEN_ISSUER: { with: teams, good: [['https://api.example', c => c.teams?.tokenIssuer, 'https://api.example']], bad: [] },
  TEAMS_LOGIN_URL: {
    with: teams,
    good: [['https://login.example', c => c.teams?.loginUrl, 'https://login.example']],
    bad: ['http://login.example', 'http://127.0.0.1', 'login.example'],
  },
  TEAMS_OAUTH_SCOPE: { with: teams, good: [['https://api.example', c => c.teams?.oauthScope, 'https://api.example']], bad: [] },
  TEAMS_UNSIGNED: {
    good: [
      ['on', c => c.teams?.unsigned, true],
      ['ON', c => c.teams?.unsigned, true],
      ['off', c => c.teams, null],
    ],
    bad: ['yes', 'true', '1'],
  },
  LOCAL_CHAT: {
    good: [
      ['on', c => c.localChat, true],
      ['off', c => [c.localChat, c.sampleNetwork], [false, true]],
    ],
    bad: ['yes', 'true', '1'],
  },
  SAMPLE_NETWORK: {
    good: [
      ['on', c => [c.localChat, c.sampleNetwork], [true, true]],
      ['off', c => [c.localChat, c.sampleNetwork], [false, false]],
    ],
    bad: ['yes', 'true', '1'],
  },
  LOG_LEVEL: {
    good: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].map(l => [l, c => c.logLevel, l]),
    bad: ['verbose', 'INFO', '3'],
  },
  PUBLIC_URL: {
    good: [['https://bot.example.org', c => c.publicUrl, 'https://bot.example.org']],
    bad: ['http://bot.example.org', 'bot.example.org', '//bot.example.org'],
  },
}
const names = Object.keys(contract)

test('the table here is the README’s', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const table = readme.slice(readme.indexOf('## Configuration'), readme.indexOf('`GET /healthz`'))
  const rows = table.split('\n').filter(l => l.startsWith('| `'))
  const listed = rows.flatMap(l => [...(l.split('|')[1] ?? '').matchAll(/`([A-Z_]+)/g)].map(m => m[1]))
  expect(listed).toEqual(names.toSorted((a, b) => listed.indexOf(a) - listed.indexOf(b)))
})

test('nothing set: the local chat with the sample network, on this machine alone, in an embedded database', () => {
  const nothing: Config = {
    host: '127.0.0.1',
    port: 3978,
    databaseUrl: null,
    dataDir: 'data',
    slack: null,
    teams: null,
    localChat: true,
    sampleNetwork: true,
    logLevel: 'info',
    publicUrl: null,
  }
  expect(configOf({})).toEqual(nothing)
  expect(configOf(Object.fromEntries(names.map(n => [n, ''])))).toEqual(nothing)
  expect(configOf(Object.fromEntries(names.map(n => [n, '  '])))).toEqual(nothing)
})

test('a platform: a real network, no local chat, and whoever may reach the machine', () => {
  expect(configOf(slack)).toMatchObject({
    host: '0.0.0.0',
    localChat: false,
    sampleNetwork: false,
    teams: null,
    slack: { signingSecret: 's'.repeat(32), botToken: 'xoxb-1', appToken: null, apiUrl: null, commandPrefix: '', proxy: false },
  })
  expect(configOf(teams)).toMatchObject({
    host: '0.0.0.0',
    localChat: false,
    sampleNetwork: false,
    slack: null,
    teams: { appId: 'app', openIdMetadataUrl: null, tokenIssuer: null, loginUrl: null, oauthScope: null, unsigned: false },
  })
  expect(configOf({ ...slack, ...teams })).toMatchObject({ slack: { botToken: 'xoxb-1' }, teams: { appId: 'app' } })
  expect(configOf({ ...slack, HOST: '127.0.0.1' }).host).toBe('127.0.0.1')
  expect(configOf({ ...slack, NODE_USE_ENV_PROXY: '1' }).slack?.proxy).toBe(true)
})

describe.each(Object.entries(contract))('%s', (name, row) => {
  test.each(row.good)('%j', (value, seen, becomes) => {
    expect(seen(configOf({ ...row.with, [name]: value }))).toEqual(becomes)
  })
  if (row.bad.length > 0)
    test.each(row.bad)('refuses %j, by its name, and says what to write', value => {
      const problems = problemsOf({ ...row.with, [name]: value })
      expect(problems).toHaveLength(1)
      expect(problems[0]).toMatch(new RegExp(`^${name}: .*(write|ends with) `))
    })
})

describe('together', () => {
  test.each<[Env, string[]]>([
    // Of those that are needed together the missing ones are named.
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_SIGNING_SECRET']],
    [{ SLACK_SIGNING_SECRET: 'x' }, ['SLACK_BOT_TOKEN']],
    [{ MICROSOFT_APP_ID: 'x' }, ['MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_TENANT_ID']],
    [{ MICROSOFT_APP_PASSWORD: 'x' }, ['MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID']],
    [{ MICROSOFT_APP_TENANT_ID: 'x', MICROSOFT_APP_ID: 'x' }, ['MICROSOFT_APP_PASSWORD']],
    // What says more of a platform that is not there was meant to do something.
    [{ SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_APP_TOKEN']],
    [{ SLACK_API_URL: 'https://x/api/' }, ['SLACK_API_URL']],
    [{ SLACK_COMMAND_PREFIX: 'gov-' }, ['SLACK_COMMAND_PREFIX']],
    [{ TEAMS_OPENID_METADATA_URL: 'https://x/' }, ['TEAMS_OPENID_METADATA_URL']],
    [{ TEAMS_TOKEN_ISSUER: 'https://x/' }, ['TEAMS_TOKEN_ISSUER']],
    [{ TEAMS_LOGIN_URL: 'https://x/' }, ['TEAMS_LOGIN_URL']],
    [{ ...slack, TEAMS_OAUTH_SCOPE: 'https://x/' }, ['TEAMS_OAUTH_SCOPE']],
    [{ ...teams, TEAMS_OAUTH_SCOPE: 'https://x/' }, []],
    // Unsigned is for this machine alone, and needs no registration.
    [{ TEAMS_UNSIGNED: 'on' }, []],
    [{ TEAMS_UNSIGNED: 'on', TEAMS_TOKEN_ISSUER: 'https://x/' }, []],
    [{ TEAMS_UNSIGNED: 'on', MICROSOFT_APP_ID: 'x' }, []],
    [{ TEAMS_UNSIGNED: 'on', ...slack }, []],
    ...['127.0.0.1', '127.1.2.3', 'localhost', '::1'].map((HOST): [Env, string[]] => [{ TEAMS_UNSIGNED: 'on', HOST }, []]),
    ...['0.0.0.0', '::', '192.168.1.1', 'bot.example.org', 'localhost.example', '127.0.0.1.example', '1270.0.0.1'].map(
      (HOST): [Env, string[]] => [{ TEAMS_UNSIGNED: 'on', HOST }, ['TEAMS_UNSIGNED']],
    ),
    [{ TEAMS_UNSIGNED: 'off', HOST: '0.0.0.0' }, []],
    // The local chat is served with the sample network, and goes with it.
    [{ LOCAL_CHAT: 'on', SAMPLE_NETWORK: 'off' }, ['LOCAL_CHAT']],
    [{ ...slack, LOCAL_CHAT: 'on' }, ['LOCAL_CHAT']],
    [{ ...slack, LOCAL_CHAT: 'on', SAMPLE_NETWORK: 'on' }, []],
    [{ ...slack, LOCAL_CHAT: 'off', SAMPLE_NETWORK: 'on' }, []],
    [{ SAMPLE_NETWORK: 'off' }, []],
    [{ LOCAL_CHAT: 'off', SAMPLE_NETWORK: 'off' }, []],
  ])('%j', (env, named) => {
    expect(wrong(env)).toEqual(named)
    for (const problem of problemsOf(env)) expect(problem).toMatch(/[:;] set .* (or take .* away)/)
  })
  test('unsigned listens on this machine, even beside Slack', () => {
    expect(configOf({ TEAMS_UNSIGNED: 'on' }).host).toBe('127.0.0.1')
    expect(configOf({ TEAMS_UNSIGNED: 'on', ...slack }).host).toBe('127.0.0.1')
  })
  test('the local chat beside a platform, where both are asked for', () => {
    expect(configOf({ ...slack, SAMPLE_NETWORK: 'on', LOCAL_CHAT: 'on' })).toMatchObject({ localChat: true, sampleNetwork: true })
    expect(configOf({ ...slack, SAMPLE_NETWORK: 'on' })).toMatchObject({ localChat: false, sampleNetwork: true })
  })
})

test('all that is wrong is told at once, once each, and no secret with it', () => {
  const refused = Object.entries(contract).flatMap(([name, row]) => (row.bad[0] === undefined ? [] : [[name, row.bad[0]] as const]))
  const env = { ...slack, ...teams, ...Object.fromEntries(refused) }
  expect(wrong(env).toSorted()).toEqual(refused.map(([name]) => name).toSorted())
  const said = problemsOf({
    ...env,
    SLACK_BOT_TOKEN: 'xoxp-very-secret',
    SLACK_APP_TOKEN: 'very-secret',
    DATABASE_URL: 'mysql://u:very-secret@db/x',
  }).join()
  expect(said).not.toContain('very-secret')
})

test('whatever stands in the environment is read or refused, never thrown at', () => {
  const value = fc.oneof(
    fc.constantFrom(...Object.values(contract).flatMap(r => [...r.bad, ...r.good.map(([v]) => v)])),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constant(undefined),
  )
  const env = fc.dictionary(fc.constantFrom(...names, 'NODE_USE_ENV_PROXY', '__proto__', 'PATH'), value, { noNullPrototype: true })
  fc.assert(
    fc.property(env, given => {
      const read = readConfig(given)
      if (!read.ok) for (const p of read.problems) expect(names).toContain(p.split(':')[0])
      else if (read.value.teams?.unsigned) expect(['localhost', '::1']).toContain(read.value.host.replace(/^127\..*/, 'localhost'))
      expect(readConfig(given)).toEqual(read)
    }),
    { seed: 20261125, numRuns: 400 },
  )
})
