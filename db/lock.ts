/** One process for each data folder: two would corrupt the embedded database without a word. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'

/** Another process works in the folder. `pid` and `since` (ISO instant) are null where it has not said so yet. */
export class FolderInUse extends Error {
  override name = 'FolderInUse'
  readonly folder: string
  readonly pid: number | null
  readonly since: string | null

  constructor(folder: string, owner: Owner | null) {
    const who = owner ? `process ${owner.pid}, running since ${owner.since}` : 'another process'
    super(`The data folder ${folder} is in use by ${who}. Stop that process first, or name another folder in DATA_DIR.`)
    this.folder = folder
    this.pid = owner?.pid ?? null
    this.since = owner?.since ?? null
  }
}

type Owner = { pid: number; since: string }
export type FolderLock = { release(): Promise<void> }

/**
 * Takes the folder (made if missing) for this process, or throws `FolderInUse`. The lock is the operating system's, taken by SQLite on the file
 * `lock`: it goes with the process however that ends. `owner.json` beside it is for people and for the refusal alone.
 */
export async function lockFolder(path: string): Promise<FolderLock> {
  const folder = resolve(path)
  // What is in it is for the bot's own user alone.
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const DatabaseSync = await sqlite()
  const file = new DatabaseSync(join(folder, 'lock'))
  try {
    file.exec('PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (!isBusy(error)) throw error
    throw new FolderInUse(folder, await readOwner(folder))
  }
  const owner: Owner = { pid: process.pid, since: new Date(performance.timeOrigin).toISOString() }
  await writeFile(join(folder, 'owner.json'), `${JSON.stringify(owner)}\n`)
  let held = true
  return {
    async release() {
      if (!held) return
      held = false
      await rm(join(folder, 'owner.json'), { force: true })
      file.close()
    },
  }
}

/** SQLITE_BUSY. */
const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === 5

async function readOwner(folder: string): Promise<Owner | null> {
  try {
    const owner: unknown = JSON.parse(await readFile(join(folder, 'owner.json'), 'utf8'))
    if (typeof owner !== 'object' || owner === null || !('pid' in owner) || !('since' in owner)) return null
    return typeof owner.pid === 'number' && typeof owner.since === 'string' ? { pid: owner.pid, since: owner.since } : null
  } catch {
    // Held, but not written yet, or being removed: the refusal then names no one.
    return null
  }
}

/** node:sqlite announces itself as experimental on some versions; people who start the bot need not read that. Other warnings pass. */
async function sqlite() {
  const warn = process.emitWarning
  process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
    if (!String(warning).includes('SQLite is an experimental feature')) Reflect.apply(warn, process, [warning, ...rest])
  }
  try {
    return (await import('node:sqlite')).DatabaseSync
  } finally {
    process.emitWarning = warn
  }
}
