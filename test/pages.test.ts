/** The pages for engineers and administrators name files, scripts and variables that are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')
const pages = ['README.md', ...readdirSync(join(root, 'docs')).flatMap(f => (f.endsWith('.md') ? [`docs/${f}`] : []))]
const all = (path: string, pattern: RegExp): string[] => [...textOf(path).matchAll(pattern)].flatMap(m => m[1] ?? [])

test.each(pages)('%s links to what is there, and names files of the house that are there', page => {
  const links = all(page, /\]\(([^)#:]+)\)/g).map(to => join(dirname(page), to))
  const named = all(page, /`((?:src|adapters|db|manifest|test|docs)\/[a-z0-9./-]+)`/g)
  expect([...links, ...named].filter(path => !existsSync(join(root, path)))).toEqual([])
})

test('every script that a page names is in package.json', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
  const named = pages.flatMap(page => all(page, /npm run (?:-s )?([a-z][a-z:-]*)/g))
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter(name => !(name in scripts))).toEqual([])
})

test('the README lists every variable that the configuration reads, and the pages name no other of ours', () => {
  const read = new Set(all('src/config.ts', /'([A-Z][A-Z_]{3,})'/g))
  const listed = new Set(all('README.md', /`([A-Z][A-Z_]{3,})(?:=[a-z]+)?`/g))
  const ours = (name: string) => /^(SLACK|TEAMS|MICROSOFT|DATABASE|DATA|LOCAL|SAMPLE|LOG|PUBLIC|PORT|HOST)/.test(name)
  expect([...read].filter(name => ours(name) && !listed.has(name))).toEqual([])
  const named = pages.flatMap(page => all(page, /\b([A-Z][A-Z]+_[A-Z_]+)\b/g))
  expect([...new Set(named)].filter(name => ours(name) && !read.has(name))).toEqual([])
})
