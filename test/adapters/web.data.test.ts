/** The local chat keeps what every chat must do, and lets in nobody but this machine's own browser. */
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filePath } from '../../adapters/http.ts'
import { files } from '../../db/schema.ts'
import { type TestDatabase, testDatabase } from '../database.ts'
import { contract } from './contract.ts'
import { webHarness } from './web-harness.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

contract('the local chat', () => webHarness(database))

type Asked = { path?: string; method?: string; headers?: Record<string, string>; body?: string }
/** One request with any header at all, Host among them, which `fetch` would not let through. */
const ask = (url: string, { path = '/chat', method = 'GET', headers = {}, body }: Asked) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(url + path, { method, headers }, res => {
      let text = ''
      res.setEncoding('utf8')
      res.on('data', chunk => {
        text += chunk
      })
      res.on('end', () => resolve({ status: res.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })

test('only the own browser is let in: no other Host or Origin, nothing that a proxy forwarded', async () => {
  const chat = await webHarness(database)
  try {
    expect((await ask(chat.url, {})).status).toBe(200)
    expect((await ask(chat.url, { headers: { origin: 'http://localhost:3978' } })).status).toBe(200)
    for (const headers of [
      { host: 'bot.example.org' },
      { origin: 'https://evil.example' },
      { 'x-forwarded-for': '10.0.0.1' },
      { forwarded: 'for=10.0.0.1' },
      { via: '1.1 proxy' },
    ])
      expect((await ask(chat.url, { headers })).status).toBe(403)
  } finally {
    await chat.close()
  }
})

test('malformed is 400, oversized 413, unknown 404, each with one line in the log and no stack trace', async () => {
  const chat = await webHarness(database)
  try {
    const json = { 'content-type': 'application/json' }
    const post = (body: string) => ask(chat.url, { path: '/chat/message', method: 'POST', headers: json, body })
    for (const [body, status] of [
      ['{', 400],
      ['{"as":"health"}', 400],
      [JSON.stringify({ as: '../x', id: '12345678', text: 'a' }), 400],
      [JSON.stringify({ as: 'health', id: '12345678', text: 'x'.repeat(1_100_000) }), 413],
    ] as const) {
      const before = chat.warnings.length
      const answer = await post(body)
      expect(answer.status).toBe(status)
      expect(answer.text).not.toMatch(/ at |node_modules|Error/)
      expect(chat.warnings.length).toBe(before + 1)
    }
    expect((await ask(chat.url, { path: '/nothing' })).status).toBe(404)
    expect(chat.errors).toEqual([])
  } finally {
    await chat.close()
  }
})

test('a handle that is nobody’s is told so, and sees nothing', async () => {
  const chat = await webHarness(database)
  try {
    const seen = await chat.say('nobody', 'what are the priorities?')
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.map(s => s.text).join('\n')).not.toMatch(/Priorit.*2026/)
  } finally {
    await chat.close()
  }
})

test('a file’s own address opens it for whoever has it, as a download that is kept nowhere; another address opens nothing', async () => {
  const chat = await webHarness(database)
  try {
    await chat.say('health', 'help')
    await chat.hand('health', { name: 'مخطط 7.csv', bytes: new TextEncoder().encode('a,b') })
    const [file] = await database.db.select().from(files)
    if (!file) throw new Error('no file')
    const open = (network: string, id: string) => fetch(`${chat.url}/${filePath(network, { id, name: file.name })}`)
    const opened = await open(file.networkId, file.id)
    expect(await opened.text()).toBe('a,b')
    expect(opened.headers.get('content-disposition')).toMatch(/^attachment; filename/)
    expect(opened.headers.get('content-type')).toMatch(/^text\/csv/)
    expect(opened.headers.get('cache-control')).toBe('private, no-store')
    expect(opened.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await open(file.networkId, 'another')).status).toBe(404)
    expect((await open('another', file.id)).status).toBe(404)
  } finally {
    await chat.close()
  }
})
