/**
 * The program behind `npm run setup-code`: prints a new setup code. On a server it opens the database itself. The embedded database belongs to one
 * process, so a bot that runs on it is asked over loopback, by the address and the key it left in its data folder.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { FolderInUse } from '../db/lock.ts'
import { openDatabase } from '../db/open.ts'
import { makeCode } from './network/setup.ts'

/** What a running bot leaves in its data folder, readable by its own user alone: where it listens on 127.0.0.1, and the key of its inner routes. */
export const doorFile = 'door.json'
export const doorPath = '/internal/setup-code'
const door = z.object({ port: z.number().int().min(1).max(65535), key: z.string().min(1) })

/** What the running bot answers: 200 with the code, or 409 where it works on the sample network. */
export const doorAnswer = z.object({ code: z.string(), days: z.number() })

export type Asked = { ok: true; code: string; days: number } | { ok: false; why: string }

/** How long a running bot may take to answer, in milliseconds. */
const patience = 10_000

const sample =
  'This data holds the sample network, whose people are linked without a code. Use another database or DATA_DIR for a real network, or set SAMPLE_NETWORK=off there.'

/** A new code from the database at `url`, or from the data folder by way of the bot that runs on it, or from the folder itself. */
export async function newSetupCode(options: { url?: string | undefined; dataDir: string }): Promise<Asked> {
  if (!options.url) {
    const asked = await askRunning(options.dataDir)
    if (asked) return asked
  }
  let connection: Awaited<ReturnType<typeof openDatabase>>
  try {
    connection = await openDatabase(options.url ? { url: options.url } : { dataDir: options.dataDir })
  } catch (error) {
    if (error instanceof FolderInUse)
      return { ok: false, why: `The bot is running on ${options.dataDir} but does not answer. Try again in a moment, or stop it first.` }
    throw error
  }
  try {
    const made = await makeCode(connection.db, Temporal.Now.instant(), randomUUID, randomBytes)
    return made.ok ? { ok: true, ...made.value } : { ok: false, why: sample }
  } finally {
    await connection.close()
  }
}

/** Asks the bot that runs on the folder; null when none does. A file left by one that was killed leads nowhere, and is passed over. */
async function askRunning(dataDir: string): Promise<Asked | null> {
  let known: z.infer<typeof door>
  try {
    known = door.parse(JSON.parse(await readFile(join(dataDir, doorFile), 'utf8')))
  } catch {
    return null
  }
  let response: Response
  try {
    response = await fetch(`http://127.0.0.1:${known.port}${doorPath}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${known.key}` },
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    })
  } catch {
    return null
  }
  if (response.status === 409) return { ok: false, why: sample }
  const answer = doorAnswer.safeParse(await response.json().catch(() => null))
  // Anything else that listens there now is not the bot of this folder; the folder's own lock decides.
  return response.ok && answer.success ? { ok: true, ...answer.data } : null
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const asked = await newSetupCode({ url: process.env.DATABASE_URL || undefined, dataDir: process.env.DATA_DIR || 'data' })
  if (asked.ok) {
    console.log(asked.code)
    console.error(
      `Send this code to the bot in a private message within ${asked.days} days. It works once, and makes its sender admin and coordinator.`,
    )
  } else {
    console.error(asked.why)
    process.exitCode = 1
  }
}
