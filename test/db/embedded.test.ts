/** The data folder: one process at a time, and nothing lost when that one is killed. Real processes on a real folder. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderInUse, lockFolder } from '../../db/lock.ts'
import { openDatabase } from '../../db/open.ts'
import { networks } from '../../db/schema.ts'

let folder: string
let children: ChildProcess[] = []
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'munassiq-folder-')), 'data')
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  children = []
  await rm(join(folder, '..'), { recursive: true, force: true })
})

type Said = { open: boolean; pid: number; name: string; message: string }
async function another(): Promise<{ child: ChildProcess; said: Said; errors: string }> {
  const program = fileURLToPath(new URL('./hold-folder.ts', import.meta.url))
  const child = spawn(process.execPath, [program, folder], { stdio: ['pipe', 'pipe', 'pipe'] })
  children.push(child)
  let errors = ''
  child.stderr.on('data', (bytes: Buffer) => {
    errors += bytes
  })
  for await (const line of createInterface(child.stdout)) return { child, said: JSON.parse(line) as Said, errors }
  throw new Error(`The second process said nothing: ${errors}`)
}

test('a second process is refused by name, and welcome once the first was killed; what it had written is there', async () => {
  const first = await another()
  expect(first.said).toMatchObject({ open: true, pid: first.child.pid })
  expect(first.errors).toBe('')
  expect(JSON.parse(await readFile(join(folder, 'owner.json'), 'utf8'))).toMatchObject({ pid: first.child.pid })

  const refused = await openDatabase({ dataDir: folder }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(FolderInUse)
  expect(refused).toMatchObject({ pid: first.child.pid, folder })
  expect(String(refused)).toMatch(new RegExp(`${folder} is in use by process ${first.child.pid}, running since \\d{4}-`))
  const second = await another()
  expect(second.said).toMatchObject({ open: false, name: 'FolderInUse' })

  first.child.kill('SIGKILL')
  await once(first.child, 'exit')
  const connection = await openDatabase({ dataDir: folder })
  expect((await connection.db.select().from(networks)).map(row => row.id)).toEqual([`n${first.child.pid}`])
  await connection.close()
  await connection.close()
  expect(existsSync(join(folder, 'owner.json'))).toBe(false)
  // Four starts of the embedded database, two of them in processes of their own.
}, 60_000)

test('a first start that was cut short is made again', async () => {
  await mkdir(join(folder, 'pg'), { recursive: true })
  await writeFile(join(folder, 'pg', 'PG_VERSION'), '18\n')
  await writeFile(join(folder, 'making'), '')
  const warned: string[] = []
  const connection = await openDatabase({ dataDir: folder, log: { debug() {}, warn: (_, message) => warned.push(message) } })
  expect(await connection.db.select().from(networks)).toEqual([])
  await connection.close()
  expect(warned).toHaveLength(1)
  expect(existsSync(join(folder, 'making'))).toBe(false)
})

test('a folder that is made is for its own user alone', async () => {
  const lock = await lockFolder(folder)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  await lock.release()
})

test('one process cannot take a folder twice, and can take it again after letting go', async () => {
  const lock = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toMatchObject({ name: 'FolderInUse', pid: process.pid })
  await lock.release()
  await lock.release()
  const again = await lockFolder(folder)
  await rm(join(folder, 'owner.json'))
  await expect(lockFolder(folder)).rejects.toThrow(/in use by another process/)
  await again.release()
})
