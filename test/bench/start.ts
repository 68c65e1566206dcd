/** `bench start`: how long after the process begins `/readyz` answers, at the very first start and with data present, beside a program that only loads the libraries. */
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { startBot } from '../running.ts'
import { kinds, type Store, store } from './place.ts'
import { secret } from './slack.ts'
import { median, type Row, seconds } from './table.ts'

const firstStarts = 2
const laterStarts = 5
/** Milliseconds. */
const bounds = { first: 12_000, later: 3_000 }
/** Milliseconds after which a start is given up. */
const longest = 60_000

const bot = { SLACK_SIGNING_SECRET: secret, SLACK_BOT_TOKEN: 'xoxb-bench', SAMPLE_NETWORK: 'on' }

/** A port of loopback that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const at = server.address()
      server.close(() => (at && typeof at === 'object' ? resolve(at.port) : reject(new Error('no port'))))
    })
  })

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    async response => {
      await response.arrayBuffer()
      return response.status === 200
    },
    () => false,
  )

/** Starts it, asks `/readyz` until it says yes, and stops it; milliseconds from the beginning of the process. */
async function readyAfter(env: Record<string, string>, program?: string): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const starting = startBot(
    { HOST: '127.0.0.1', NODE_DISABLE_COMPILE_CACHE: '1', ...env, PORT: String(port) },
    program && fileURLToPath(new URL(program, import.meta.url)),
  )
  let failed: unknown = null
  starting.catch(error => {
    failed = error
  })
  let took = 0
  while (!(await answers(port))) {
    if (failed) throw failed
    if (performance.now() - began > longest) throw new Error(`/readyz did not answer within ${longest} ms`)
    await new Promise(done => setTimeout(done, 5))
  }
  took = performance.now() - began
  await (await starting).stop()
  return took
}

async function onStore(kind: Store['kind']): Promise<Row[]> {
  const first: { ours: number[]; least: number[] } = { ours: [], least: [] }
  const later: { ours: number[]; least: number[] } = { ours: [], least: [] }
  let [filled, beside]: (Store | null)[] = [null, null]
  for (let i = 0; i < firstStarts; i++) {
    ;[filled, beside] = [await store(kind), await store(kind)]
    first.ours.push(await readyAfter({ ...filled.env, ...bot }))
    first.least.push(await readyAfter(beside.env, './least-libraries.ts'))
  }
  for (let i = 0; i < laterStarts && filled && beside; i++) {
    later.ours.push(await readyAfter({ ...filled.env, ...bot }))
    later.least.push(await readyAfter(beside.env, './least-libraries.ts'))
  }
  const on = kind === 'server' ? 'server' : 'embedded database'
  // A start is waited for once, so the slowest counts and not the middle one.
  const row = (what: string, { ours, least }: typeof first, bound: number): Row => ({
    what: `${what}, slowest of ${ours.length}, ${on}`,
    ours: seconds(Math.max(...ours)),
    least: seconds(median(least)),
    bound: seconds(bound),
    holds: Math.max(...ours) <= bound,
  })
  return [row('the very first start, with the sample network', first, bounds.first), row('a start with data present', later, bounds.later)]
}

export async function start(): Promise<Row[]> {
  const rows: Row[] = []
  for (const kind of kinds()) rows.push(...(await onStore(kind)))
  return rows
}
