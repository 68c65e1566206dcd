/** The setup-code program: asks the bot that runs on a folder, opens the folder where none does, and says why where it cannot. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder } from '../db/lock.ts'
import { doorFile, doorPath, newSetupCode } from '../src/setup-code.ts'

let folder: string
let server: Server | null = null
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'munassiq-code-'))
})
afterEach(async () => {
  await new Promise(done => (server ? server.close(done) : done(null)))
  server = null
  await rm(folder, { recursive: true, force: true })
})

/** Stands where the bot would: answers on loopback to whoever holds the key. */
async function bot(status: number, answer: unknown): Promise<number> {
  server = createServer((request, response) => {
    const known = request.method === 'POST' && request.url === doorPath && request.headers.authorization === 'Bearer k3y'
    response.writeHead(known ? status : 401, { 'content-type': 'application/json' }).end(JSON.stringify(known ? answer : {}))
  })
  await new Promise<void>(done => server?.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}
const door = (port: number, key = 'k3y') => writeFile(join(folder, doorFile), JSON.stringify({ port, key }))

test('the bot that runs on the folder is asked over loopback with its key', async () => {
  await door(await bot(200, { code: '7KQM-2XHD-WP9R', days: 7 }))
  expect(await newSetupCode({ dataDir: folder })).toEqual({ ok: true, code: '7KQM-2XHD-WP9R', days: 7 })
})

test('a bot on the sample network gives none, and it is said why', async () => {
  await door(await bot(409, {}))
  const asked = await newSetupCode({ dataDir: folder })
  expect(asked.ok ? '' : asked.why).toContain('sample network')
})

test('a folder held by a process that does not answer is refused with a sentence', async () => {
  await door(await bot(200, { something: 'else' }))
  const lock = await lockFolder(folder)
  try {
    const asked = await newSetupCode({ dataDir: folder })
    expect(asked.ok ? '' : asked.why).toContain('does not answer')
  } finally {
    await lock.release()
  }
})

test('where no bot runs the program opens the folder itself, past a door left by one that was killed', async () => {
  await door(1)
  const program = fileURLToPath(new URL('../src/setup-code.ts', import.meta.url))
  const { DATABASE_URL: _left, ...rest } = process.env
  const run = () => promisify(execFile)(process.execPath, [program], { env: { ...rest, DATA_DIR: folder } })
  const first = await run()
  expect(first.stdout).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}\n$/)
  expect(first.stderr).toContain('within 7 days')
}, 40_000)
