/** The bot as an administrator starts it: `src/main.ts` as a process of its own, on a free port of loopback, ended by its own id. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import packageJson from '../package.json' with { type: 'json' }
import { buttonsOf, seenOf } from './adapters/cards.ts'
import type { Seen } from './adapters/contract.ts'
import { endsWithUs } from './child.ts'

const program = fileURLToPath(new URL('../src/main.ts', import.meta.url))
/** What `npm start` tells Node beside the program. */
const flags = packageJson.scripts.start.split(' ').slice(1, -1)

export type Running = {
  url: string
  pid: number
  /** Everything written so far, standard output and error. */
  output(): string
  /** Asks it to stop; its exit code, or the signal that ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | string>
}

/** What Node compiled of the program is kept for the next start of it: tests start it some thirty times. */
const compiled = join(tmpdir(), `munassiq-compiled-${process.getuid?.() ?? 0}`)

const child = (
  env: Record<string, string>,
  of = program,
): { process: ChildProcess; output: () => string; line: (holds: string) => Promise<string> } => {
  const started = endsWithUs(
    spawn(process.execPath, [...(of === program ? flags : []), of], {
      env: { PATH: process.env.PATH ?? '', PORT: '0', NODE_COMPILE_CACHE: compiled, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
  const lines: string[] = []
  const waiting: { holds: string; done: (line: string) => void }[] = []
  for (const stream of [started.stdout, started.stderr])
    createInterface({ input: stream as NodeJS.ReadableStream }).on('line', line => {
      lines.push(line)
      for (const w of waiting) if (line.includes(w.holds)) w.done(line)
    })
  return {
    process: started,
    output: () => lines.join('\n'),
    line: holds =>
      new Promise((resolve, reject) => {
        const had = lines.find(l => l.includes(holds))
        if (had) resolve(had)
        waiting.push({ holds, done: resolve })
        started.once('exit', code => reject(new Error(`it ended with ${code} before it said ${holds}:\n${lines.join('\n')}`)))
      }),
  }
}

/** Starts it, or another program that says in the same line on which port it listens, and waits until it does. */
export async function startBot(env: Record<string, string>, of = program): Promise<Running> {
  const bot = child(env, of)
  const said = JSON.parse(await bot.line('"listening"')) as { port: number }
  return {
    url: `http://127.0.0.1:${said.port}`,
    pid: bot.process.pid ?? 0,
    output: bot.output,
    async stop(signal = 'SIGTERM') {
      if (bot.process.exitCode !== null) return bot.process.exitCode
      const ended = once(bot.process, 'exit') as Promise<[number | null, string | null]>
      bot.process.kill(signal)
      const [code, by] = await ended
      return code ?? by ?? ''
    },
  }
}

/** Starts it where it should refuse to: what it said, and its exit code. */
export async function refusedBot(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const bot = child(env)
  const [code] = (await once(bot.process, 'close')) as [number | null]
  return { code, output: bot.output() }
}

/** Asks it to stop in the middle of its first start: its exit code, or the signal that ended it. */
export async function stoppedWhileStarting(env: Record<string, string>): Promise<number | string> {
  const bot = child({ ...env, LOG_LEVEL: 'info' })
  const ended = once(bot.process, 'exit') as Promise<[number | null, string | null]>
  await bot.line('starting')
  bot.process.kill('SIGTERM')
  const [code, by] = await ended
  return code ?? by ?? ''
}

let requests = 0
/** Posts to the local chat of a running bot. */
export async function post(bot: Running, path: string, body: object): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${bot.url}/chat/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: `posted-${process.pid}-${++requests}`, ...body }),
  })
  return { status: response.status, body: await response.json() }
}

type Shown = Seen & { id: string; data: { label: string; data: Record<string, unknown> }[] }

/** What stands in a person's chat when its page is opened anew: messages of the bot in their present state, oldest first. */
export async function chatOf(bot: Running, who: string): Promise<Shown[]> {
  const stop = new AbortController()
  const response = await fetch(`${bot.url}/chat/events?as=${who}`, { signal: stop.signal })
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true })
    if (text.includes('{"kind":"ready"}')) break
  }
  stop.abort()
  return text
    .split('\n\n')
    .filter(b => b.startsWith('data: {"kind":"bot"'))
    .map(b => JSON.parse(b.slice(6)))
    .map(e => ({ ...seenOf(e.cards, false), id: e.id, data: buttonsOf(e.cards) }))
}

/** Says something and returns what stands in the chat afterwards, newest last. */
export async function sayTo(bot: Running, who: string, text: string): Promise<Shown[]> {
  const answer = await post(bot, 'message', { as: who, text })
  if (answer.status !== 200) throw new Error(`answered ${answer.status}`)
  return chatOf(bot, who)
}

/** Presses the newest button with a label. */
export async function pressOn(bot: Running, who: string, label: string): Promise<Shown[]> {
  for (const shown of (await chatOf(bot, who)).reverse()) {
    const found = shown.data.find(d => d.label === label)
    if (!found) continue
    await post(bot, 'submit', { as: who, data: found.data, card: shown.id })
    return chatOf(bot, who)
  }
  throw new Error(`no button ${label}`)
}
