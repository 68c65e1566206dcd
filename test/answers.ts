/** Ends well where the PostgreSQL server at the given address answers. */
import { quiet } from '../db/client.ts'
import { connect } from '../db/server.ts'

const url = process.argv[2]
if (!url) throw new Error('Which address?')
const client = await connect(url, quiet, 1)
try {
  await client`select 1`
} catch {
  process.exitCode = 1
} finally {
  await client.end({ timeout: 1 })
}
