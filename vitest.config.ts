/**
 * Which test files run where. A file's name says what it needs: `*.data.test.ts` a database (run on a server where there is one, and then on the
 * embedded one as far as `embeddedCore` says; without a server on the embedded one), `*.server.test.ts` a server, `*.chromium.test.ts` Chromium, `*.office.test.ts` LibreOffice; what is in test/clients/ speaks with real
 * clients; all others need nothing.
 */
import { defineConfig } from 'vitest/config'
import { browser, embeddedCore, office, onBoth, testServer } from './test/needs.ts'

const special = [
  'test/**/*.data.test.ts',
  'test/**/*.server.test.ts',
  'test/**/*.chromium.test.ts',
  'test/**/*.office.test.ts',
  'test/clients/**',
  '**/node_modules/**',
]
const globalSetup = ['test/template.ts']
/** What is polled for is another process's answer; vitest's own second is too short for one beside two other workers on two cores. */
const expect = { poll: { timeout: 15_000 } }
const suite = (name: string, include: string[], rest: object = {}) => ({ test: { name, include, expect, ...rest } })
/** The house is loaded, and what people say is learned, once for each worker and not once for each file: no test changes a module. */
const shared = { isolate: false }

export default defineConfig({
  test: {
    // Two cores are what the smallest machine has. A third worker has work for them while the others wait for a page, a process or a server.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      suite('pure', ['test/**/*.test.ts'], { ...shared, exclude: special }),
      suite('embedded', onBoth() ? ['test/**/*.data.test.ts'] : embeddedCore, { ...shared, globalSetup }),
      ...(testServer() ? [suite('server', ['test/**/*.data.test.ts', 'test/**/*.server.test.ts'], { ...shared, globalSetup })] : []),
      suite('clients', ['test/clients/**/*.test.ts'], { globalSetup, exclude: ['**/*.chromium.test.ts'], testTimeout: 60_000 }),
      ...(browser() ? [suite('chromium', ['test/**/*.chromium.test.ts'], { globalSetup, testTimeout: 120_000 })] : []),
      ...(office() ? [suite('office', ['test/**/*.office.test.ts'], { globalSetup, testTimeout: 120_000 })] : []),
    ],
  },
})
