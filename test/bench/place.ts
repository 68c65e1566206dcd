/** Where a bench runs: processes, folders and databases of its own, and everything put away at its end, however it ends. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { quiet } from '../../db/client.ts'
import { connect } from '../../db/server.ts'
import { onServer } from '../database.ts'
import { testServer } from '../needs.ts'
import { type Running, startBot } from '../running.ts'

const open: (() => Promise<unknown>)[] = []

/** Remembers what has to be put away. */
export const later = (work: () => Promise<unknown>): void => void open.push(work)

/** Puts everything away, the last thing first. */
export async function putAway(): Promise<void> {
  for (let work = open.pop(); work; work = open.pop()) await work().catch(error => console.error('could not be put away:', error))
}

export type Store = { kind: 'server' | 'embedded'; env: Record<string, string> }

/** The databases there are to measure on: the embedded one, and a server where the environment says one. */
export const kinds = (): Store['kind'][] => (testServer() ? ['server', 'embedded'] : ['embedded'])

export async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'munassiq-bench-'))
  later(() => rm(made, { recursive: true, force: true }))
  return made
}

/** An empty database of its own: a folder, or a database on the server. `env` leads the bot to it. */
export async function store(kind: Store['kind']): Promise<Store> {
  if (kind === 'embedded') return { kind, env: { DATA_DIR: join(await folder(), 'data') } }
  const url = testServer()
  if (!url) throw new Error('no server')
  const name = `munassiq_bench_${randomUUID().replaceAll('-', '')}`
  await administer(url, `create database ${name}`)
  later(() => administer(url, `drop database ${name} with (force)`))
  return { kind, env: { DATABASE_URL: onServer(url, name) } }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = await connect(url, quiet, 1)
  try {
    await client.unsafe(statement)
  } finally {
    await client.end()
  }
}

/** What the server calls itself, for the report. */
export async function serverVersion(): Promise<string> {
  const url = testServer()
  if (!url) return 'no PostgreSQL server (set TEST_DATABASE_URL)'
  const client = await connect(url, quiet, 1)
  try {
    const [row] = await client.unsafe('show server_version')
    return `PostgreSQL ${String(row?.server_version)}`
  } finally {
    await client.end()
  }
}

/** Starts the bot, or one of the least programs beside this file. */
export async function start(env: Record<string, string>, least?: string): Promise<Running> {
  const running = await startBot({ HOST: '127.0.0.1', ...env }, least && fileURLToPath(new URL(least, import.meta.url)))
  later(() => running.stop())
  return running
}
