/** Before the tests: the template that each test file copies, on the embedded database and on the server. Made once for each state of the migrations. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { quiet } from '../db/client.ts'
import { migrationsFolder } from '../db/migrate.ts'
import { onServer, type Template } from './database.ts'

export default async function setup(project: TestProject): Promise<void> {
  const url = process.env.TEST_DATABASE_URL
  project.provide('template', project.name === 'server' && url ? await serverTemplate(url) : await embeddedTemplate())
}

/** What the templates depend on: the migrations, this file's way of making them, and PGlite's version, whose data folder it is. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  const pglite = new URL('../node_modules/@electric-sql/pglite/package.json', import.meta.url)
  for (const name of (await readdir(migrationsFolder)).filter(name => name.endsWith('.sql')).sort()) {
    hash.update(name).update(await readFile(join(migrationsFolder, name)))
  }
  return hash
    .update(await readFile(pglite))
    .digest('hex')
    .slice(0, 16)
}

async function embeddedTemplate(): Promise<Template> {
  const folder = join(tmpdir(), `munassiq-template-${process.getuid?.() ?? 0}`)
  const file = join(folder, `${await fingerprint()}.tar`)
  const made = await stat(file).catch(() => null)
  if (made) return { kind: 'embedded', file }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { openEmbedded } = await import('../db/embedded.ts')
  const connection = await openEmbedded({})
  if (connection.raw.kind !== 'embedded') throw new Error('The embedded database opened as something else')
  const dump = await connection.raw.pglite.dumpDataDir('none')
  await connection.close()
  // Under another name first: several runs may make it at once, and none may read half of it.
  const part = `${file}.${randomUUID()}`
  await writeFile(part, Buffer.from(await dump.arrayBuffer()))
  await rename(part, file)
  return { kind: 'embedded', file }
}

async function serverTemplate(url: string): Promise<Template> {
  const { connect, openServer } = await import('../db/server.ts')
  const database = `munassiq_template_${await fingerprint()}`
  const client = await connect(url, quiet, 1)
  try {
    await client`select pg_advisory_lock(7105240312)`
    const [made] = await client`select 1 from pg_database where datname = ${database}`
    if (!made) {
      const part = `munassiq_making_${randomUUID().replaceAll('-', '')}`
      await client.unsafe(`create database ${part}`)
      const connection = await openServer({ url: onServer(url, part), log: quiet })
      await connection.close()
      await client.unsafe(`alter database ${part} rename to ${database}`)
    }
  } finally {
    await client.end()
  }
  return { kind: 'server', url, database }
}
