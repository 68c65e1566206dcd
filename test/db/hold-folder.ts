/** A second process for the lock's tests: opens the folder it is given, says so, optionally writes a row, and stays until it is ended. */
import { Temporal } from 'temporal-polyfill'
import { openDatabase } from '../../db/open.ts'
import { networks } from '../../db/schema.ts'

const folder = process.argv[2]
if (!folder) throw new Error('Which folder?')
try {
  const { db } = await openDatabase({ dataDir: folder })
  const id = `n${process.pid}`
  await db.insert(networks).values({ id, settings: {} as never, createdAt: Temporal.Instant.from('2026-01-01T00:00:00Z') })
  console.log(JSON.stringify({ open: true, pid: process.pid }))
  process.stdin.resume()
} catch (error) {
  console.log(JSON.stringify({ open: false, name: error instanceof Error ? error.name : '', message: String(error) }))
  process.exitCode = 3
}
