/**
 * `npm run bench [understand|start|chat|plan|memory …]`: measures, each beside the least program doing the same in the same run, and says whether the bounds hold.
 * No test: it ends with 0 whatever the figures are, and with 1 where it could not measure.
 */
import { chat } from './chat.ts'
import { memory } from './memory.ts'
import { putAway, serverVersion } from './place.ts'
import { plan } from './plan.ts'
import { start } from './start.ts'
import { load, machine, type Row, table } from './table.ts'
import { understand } from './understand.ts'

const benches: Record<string, () => Promise<Row[]>> = { understand, start, chat, plan, memory }

/** Minutes after which a run is given up. */
const longest = 40

const named = process.argv.slice(2)
const unknown = named.filter(name => !(name in benches))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. Name any of ${Object.keys(benches).join(', ')}, or none for all of them.`)
  process.exit(1)
}

let ending = false
async function end(code: number): Promise<void> {
  if (ending) return
  ending = true
  await putAway()
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(1))
setTimeout(() => {
  console.error(`Given up after ${longest} minutes`)
  void end(1)
}, longest * 60_000).unref()

try {
  console.log(`${machine()}, ${await serverVersion()}`)
  for (const name of named.length > 0 ? named : Object.keys(benches)) {
    const before = load()
    const rows = (await benches[name]?.()) ?? []
    console.log(`\nbench ${name} (${before} before, ${load()} after)\n${table(rows)}`)
    await putAway()
  }
  await end(0)
} catch (error) {
  console.error(error)
  await end(1)
}
