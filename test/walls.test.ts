/** The walls of the house: who imports whom, where the present and chance come in, and no circles. The checker itself is shown made-up sources. */
import { describe, expect, test } from 'vitest'
import { circles, idleLines, wrongImports, wrongSources } from './walls-check.ts'
import { houseFiles, type Module, readModules } from './walls-read.ts'
import { rooms, sourcesOf, wings } from './walls-table.ts'

describe('the house', () => {
  const files = houseFiles()
  const modules = readModules(files)

  test('was read whole', () => {
    expect(modules.length).toBeGreaterThan(150)
    expect(modules.flatMap(m => m.imports).length).toBeGreaterThan(700)
  })
  test('imports as the table says', () => expect(wrongImports(modules)).toEqual([]))
  test('takes the present, chance and the environment from the named places alone', () => expect(wrongSources(modules)).toEqual([]))
  test('has no circles, of types neither', () => expect(circles(modules)).toEqual([]))
  test('needs every exception that the table makes', () => expect(idleLines(modules)).toEqual([]))
})

describe('the table', () => {
  test('lets rooms look down only: no room reaches itself through others', () => {
    const below = (room: string): string[] =>
      Object.keys(rooms).filter(r => r !== room && (rooms[room] ?? []).some(name => name === r || r.startsWith(name)))
    const reach = (room: string, seen = new Set<string>()): Set<string> => {
      for (const r of below(room)) if (!seen.has(r)) reach(r, seen.add(r))
      return seen
    }
    for (const room of Object.keys(rooms)) expect(reach(room).has(room), room).toBe(false)
  })
  test('gives a reason for each place', () => {
    for (const [path, { why }] of Object.entries(sourcesOf)) expect([path, why.split(' ').length > 3]).toEqual([path, true])
  })
})

describe('the checker, shown made-up sources', () => {
  /** Made-up files in rooms of the house, all read at once; each is asked about by its path. */
  const made: Record<string, string> = {}
  let count = 0
  const put = (folder: string, source: string): string => {
    const path = `${folder}made-${++count}.ts`
    made[path] = source
    return path
  }
  let read: Module[] | null = null
  const at = (path: string): Module[] => {
    read ??= readModules(made)
    return read.filter(m => m.path === path)
  }
  const forbidden = (path: string) => wrongImports(at(path))

  const words = 'src/plan/words.en.ts'
  made[words] = "import { x } from './plan.ts'"
  const asked = 'src/plan/asked.en.ts'
  made[asked] = "import { x } from './words.en.ts'"
  const inPlan = (source: string) => put('src/plan/', source)

  test.each([
    ['a core that reaches up', inPlan("import { x } from '../../adapters/slack/send.ts'"), 'adapters/slack/send.ts'],
    ['a type alone', inPlan("import type { X } from '../../adapters/slack/send.ts'"), 'adapters/slack/send.ts'],
    ['a type in passing', inPlan("export type Y = import('../meetings/rule.ts').Rule"), 'src/meetings/rule.ts'],
    ['one handed on', inPlan("export { x } from '../meetings/rule.ts'"), 'src/meetings/rule.ts'],
    ['all handed on', inPlan("export * from '../meetings/rule.ts'"), 'src/meetings/rule.ts'],
    ['one loaded late', inPlan("const x = await import('../meetings/rule.ts')"), 'src/meetings/rule.ts'],
    ['one required', inPlan("const x = require('../meetings/rule.ts')"), 'src/meetings/rule.ts'],
    ['one among comments', inPlan("// none\nimport /* no */ {\n x,\n}\nfrom '../meetings/rule.ts'"), 'src/meetings/rule.ts'],
    ['a wing beside it', inPlan("import { x } from '../messages/bank.ts'"), 'src/messages/bank.ts'],
    ['a query file above it', inPlan("import { x } from '../../db/meetings.ts'"), 'db/meetings.ts'],
    ['the inside of the ground floor', inPlan("import { x } from '../../db/schema.ts'"), 'db/schema.ts'],
    ['the ground floor looking up', put('db/', "import { x } from '../src/activities/when.ts'"), 'src/activities/when.ts'],
    ['adapters among each other', put('adapters/teams/', "import { x } from '../slack/limits.ts'"), 'adapters/slack/limits.ts'],
    ['an adapter past the core', put('adapters/teams/', "import { x } from '../../db/client.ts'"), 'db/client.ts'],
    ['the model looking anywhere', put('src/model/', "import type { X } from '../time/zone.ts'"), 'src/time/zone.ts'],
    ['words that know more than words', words, 'src/plan/plan.ts'],
    ['what people ask that knows more', asked, 'src/plan/words.en.ts'],
    ['a platform in the core', inPlan("import type { Block } from '@slack/web-api'"), '@slack/web-api'],
    ['a side door of the database', inPlan("import { sql } from 'drizzle-orm/pg-core'"), 'drizzle-orm'],
    ['botbuilder elsewhere', put('adapters/web/', "import { CardFactory } from 'botbuilder'"), 'botbuilder'],
    ['a second clock', inPlan("import cron from 'node-cron'"), 'node-cron'],
    ['a second queue', inPlan("import { PgBoss } from 'pg-boss'"), 'pg-boss'],
    ['the core reading files', inPlan("import { readFileSync } from 'node:fs'"), 'node:fs'],
  ])('finds %s', (_name, path, to) => {
    expect(forbidden(path)).toEqual([`${path} -> ${to}`])
  })

  const strange = put('src/helpers/', '')
  const lodash = inPlan("import x from 'lodash/fp'")
  const unread = inPlan('const x = await import(name)')
  test('finds a file without a room, a package without a line, and an import that cannot be read', () => {
    expect(forbidden(strange)).toEqual([expect.stringContaining('stands in no room')])
    expect(forbidden(lodash)).toEqual([expect.stringContaining('lodash: a package without a line')])
    expect(forbidden(unread)).toEqual([expect.stringContaining('(computed)')])
  })

  const fine = inPlan(`import { z } from 'zod'
    import type { View } from '../model/view.ts'
    import { lineOf } from '../activities/show.ts'
    import * as planDb from '../../db/plan.ts'
    // import { x } from '../meetings/rule.ts'
    const said = "import { x } from '../meetings/rule.ts'"
    const told = \`from '../meetings/rule.ts'\``)
  test('lets pass what is allowed, and what only looks like an import', () => expect(forbidden(fine)).toEqual([]))

  const pairs = wings.flatMap((level, n) =>
    level.flatMap(wing =>
      wings.flat().map(other => ({
        wing,
        other,
        may: wing === other || wings.slice(0, n).flat().includes(other),
        path: put(`src/${wing}/`, `import { x } from '../${other}/thing.ts'`),
      })),
    ),
  )
  test('lets wings look downwards alone, those that are not built yet too', () => {
    for (const { wing, other, may, path } of pairs) expect([wing, other, forbidden(path).length]).toEqual([wing, other, may ? 0 : 1])
  })

  const sources = [
    ['const t = Date.now()', 'Date.now'],
    ['const t = new Date()', 'Date'],
    ['const t = Date()', 'Date'],
    ['const D = Date', 'Date'],
    ['const t = globalThis.Date.now()', 'Date'],
    ['const n = Math.random()', 'Math.random'],
    ['const { random } = Math', 'Math'],
    ['const e = process.env.PORT', 'process.env'],
    ["const e = process['env']", 'process'],
    ['const { env } = process', 'process'],
    ["import { env } from 'node:process'", 'node:process env'],
    ['const t = Temporal.Now.instant()', 'Temporal.Now'],
    ['const t = performance.now()', 'performance.now'],
    ['const id = crypto.randomUUID()', 'crypto.randomUUID'],
    ["import { randomUUID as id } from 'node:crypto'", 'node:crypto randomUUID'],
  ].map(([source = '', use = '']) => ({ source, use, path: inPlan(source) }))
  test.each(sources)('finds the present, chance or the environment in: $source', ({ path, use }) => {
    expect(wrongSources(at(path))).toEqual([`${path}: ${use}`])
  })

  const alike = inPlan(`const a = new Date(0), b = new Date(Date.UTC(2026, 1)), c: Date = a
    const n = Math.max(1, 2), p = process.pid, i = Temporal.Instant.from('2026-01-01T00:00Z')
    const o = { Date: 1, process: 2 }, q = o.process, r = x.Date.now
    type T = { Date: string }`)
  test('lets pass a date made of something, and names that are only alike', () => expect(wrongSources(at(alike))).toEqual([]))

  test('finds a circle, however long, of types too', () => {
    const ring = { 'src/a.ts': "import { b } from './b.ts'", 'src/b.ts': "export { c } from './c.ts'", 'src/c.ts': "import './a.ts'" }
    expect(circles(readModules(ring))).toEqual(['src/a.ts -> src/b.ts -> src/c.ts -> src/a.ts'])
    const types = { 'src/a.ts': "import type { B } from './b.ts'", 'src/b.ts': "export type B = import('./a.ts').A" }
    expect(circles(readModules(types))).toEqual(['src/a.ts -> src/b.ts -> src/a.ts'])
    expect(circles(readModules({ ...types, 'src/b.ts': 'export type B = 1' }))).toEqual([])
  })
})
