/** `npm test`: every suite this machine can run, what was left out and why, and one last line with the count. Arguments go on to vitest. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { leftOut, onBoth } from './needs.ts'
import { count } from './report.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const report = fileURLToPath(new URL('../test-report.json', import.meta.url))
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))

await rm(report, { force: true })
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
})
const [code] = (await once(child, 'exit')) as [number | null]

const text = await readFile(report, 'utf8').catch(() => null)
const { passed, failed, skipped, reasons } = count(text, code)
const missing = leftOut()

for (const reason of reasons) console.log(reason)
if (skipped > 0) console.log(`${skipped} tests were skipped`)
for (const { suite, needs } of missing) console.log(`Left out: the suite "${suite}", which needs ${needs}`)
if (!onBoth()) console.log('The wings’ tests ran on the server; BOTH_DATABASES=on runs them on the embedded database too')
if (missing.length > 0 && process.env.ALL_SUITES === 'on') {
  console.log('ALL_SUITES=on: a suite that is left out counts as a failure')
  process.exitCode = 1
}
if (failed > 0 || passed === 0) process.exitCode = 1
console.log(`${passed} passed, ${failed} failed`)
