/** The manifests: the Teams one against the schema that Microsoft's package ships, the Slack one against Slack's limits. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { slackLimits, slackManifest } from '../../manifest/slack.ts'
import { arabic, listed, manifestVersion, teamsManifest } from '../../manifest/teams.ts'
import { commands } from '../../src/commands.ts'

const require = createRequire(import.meta.url)
const url = 'https://bot.example.org'
const appId = '11111111-1111-4111-8111-111111111111'

/** The validator the package itself uses, over the schema it ships. */
function validator(file: string) {
  const Ajv = require('ajv-draft-04')
  const schema = require(`@microsoft/app-manifest/build/json-schemas/teams/v${manifestVersion}/${file}`)
  const ajv = new (Ajv.default ?? Ajv)({ strict: false, allErrors: true, unicodeRegExp: false, formats: { uri: true, email: true } })
  const validate = ajv.compile(schema)
  return (value: object): string[] =>
    validate(value) ? [] : validate.errors.map((e: { instancePath: string; message: string }) => `${e.instancePath} ${e.message}`)
}

describe('Teams', () => {
  const check = validator('MicrosoftTeams.schema.json')
  test('the manifest is what the packaged schema asks for', () => {
    expect(check(teamsManifest({ url, appId, version: '1.0.0', commands }))).toEqual([])
  })
  test('the check can fail', () => {
    expect(check({ ...teamsManifest({ url, appId, version: '1.0.0', commands }), accentColor: 'green' })).not.toEqual([])
  })
  test('the Arabic file is what the packaged schema asks for, and names only what stands in the manifest', () => {
    expect(validator('MicrosoftTeams.Localization.schema.json')(arabic(commands))).toEqual([])
    const manifest = teamsManifest({ url, appId, version: '1.0.0', commands })
    for (const path of Object.keys(arabic(commands)).filter(k => k !== '$schema')) {
      const found = path
        .split(/[.[\]]+/)
        .filter(Boolean)
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], manifest)
      expect(found, path).toBeTypeOf('string')
    }
  })
  test('the twelve commands of highest rank are listed', () => {
    expect(listed(commands)).toHaveLength(12)
    expect(listed(commands)[0]?.key).toBe('submit')
  })
})

describe('Slack', () => {
  type Manifest = {
    features: { slash_commands: { command: string; url?: string; usage_hint: string }[]; shortcuts: { name: string }[]; app_home: object }
    settings: { socket_mode_enabled: boolean }
  }
  const made = (more = {}) => slackManifest({ url, prefix: '', commands, socketMode: false, ...more }) as Manifest
  test('only the commands that need a name of their own, and the catch-all', () => {
    expect(made().features.slash_commands.map(c => c.command)).toEqual([
      '/submit-event',
      '/my-events',
      '/plan',
      '/priorities',
      '/meeting',
      '/coverage',
      '/echo',
      '/training',
      '/support',
      '/munassiq',
    ])
    expect(made({ prefix: 'gcn-' }).features.slash_commands.map(c => c.command)).toContain('/gcn-plan')
    expect(made({ prefix: 'gcn-' }).features.slash_commands.map(c => c.command)).toContain('/munassiq')
  })
  test('names, hints and shortcuts are within the limits', () => {
    for (const c of made().features.slash_commands) {
      expect(c.command.length).toBeLessThanOrEqual(slackLimits.command)
      expect(c.usage_hint.length).toBeLessThanOrEqual(slackLimits.usage)
      expect(c.url).toBe('https://bot.example.org/slack/events')
    }
    for (const s of made().features.shortcuts) expect([...s.name].length).toBeLessThanOrEqual(slackLimits.shortcutName)
  })
  test('members can write to the bot', () => {
    expect(made().features.app_home).toMatchObject({ messages_tab_enabled: true, messages_tab_read_only_enabled: false })
  })
  test('in Socket Mode no address is registered', () => {
    expect(made({ socketMode: true }).features.slash_commands.every(c => c.url === undefined)).toBe(true)
  })
  test("one of Slack's own names is refused", () => {
    const first = commands[0]
    expect(() => made({ commands: [{ ...first, name: 'remind' }] })).toThrow('/remind')
  })
})

test('the program writes both files', () => {
  const out = mkdtempSync(join(tmpdir(), 'manifest-'))
  execFileSync(process.execPath, ['manifest/write.ts', '--url', url, '--app-id', appId, '--out', out])
  expect(JSON.parse(readFileSync(join(out, 'slack-manifest.json'), 'utf8'))).toHaveProperty('_metadata.major_version', 1)
  const files = unzipSync(new Uint8Array(readFileSync(join(out, 'munassiq-teams.zip'))))
  expect(Object.keys(files).sort()).toEqual(['ar.json', 'color.png', 'manifest.json', 'outline.png'])
  const size = (png: Uint8Array) => new DataView(png.buffer, png.byteOffset).getUint32(16)
  expect(size(files['color.png'] as Uint8Array)).toBe(192)
  expect(size(files['outline.png'] as Uint8Array)).toBe(32)
  rmSync(out, { recursive: true })
})
