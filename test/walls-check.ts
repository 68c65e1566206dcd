/** Holds modules against the table of who may import whom; every fault is a sentence. Pure. */
import type { Module } from './walls-read.ts'
import { allowed, leaves, packages, rooms, sourcesOf } from './walls-table.ts'

/** The room of a file: the longest name that fits. A wing's leaves are rooms of their own; null where it stands in none. */
export function roomOf(path: string): string | null {
  for (const [leaf, files] of Object.entries(leaves)) if (files.test(path)) return leaf
  let found: string | null = null
  for (const room of Object.keys(rooms)) if (path.startsWith(room) && room.length > (found?.length ?? 0)) found = room
  return found
}

const fits = (path: string, list: readonly string[]): boolean => list.some(name => path.startsWith(name) || name === roomOf(path))

/** What is wrong with the imports of some modules, by the table. */
export function wrongImports(modules: readonly Module[]): string[] {
  return modules.flatMap(({ path, imports }) => {
    const room = roomOf(path)
    if (!room) return [`${path} stands in no room: give it a line in the table`]
    return imports.flatMap(({ to }) => {
      const said = `${path} -> ${to}`
      if (Object.hasOwn(allowed, said)) return []
      if (!/\.(tsx?|js)$/.test(to)) {
        const where = packages[to]
        if (!where) return [`${said}: a package without a line in the table`]
        return fits(path, where) && !Object.hasOwn(leaves, room) ? [] : [said]
      }
      if (room === 'words' || room === 'asked') return to === path.replace('.ar.ts', '.en.ts') && to !== path ? [] : [said]
      if (room === 'src/model/') return to.startsWith(room) ? [] : [said]
      if (to.startsWith('src/model/')) return []
      const inside = room.endsWith('/') ? to.startsWith(room) && roomOf(to) === room : to === path
      return inside || fits(to, rooms[room] ?? []) ? [] : [said]
    })
  })
}

/** Where the present, chance or the environment come in besides the named places. */
export const wrongSources = (modules: readonly Module[]): string[] =>
  modules.flatMap(({ path, uses }) => uses.filter(use => !sourcesOf[path]?.uses.includes(use)).map(use => `${path}: ${use}`))

/** Modules that import each other in a ring, for types alone too, each ring once, by its shortest way from its first module. */
export function circles(modules: readonly Module[]): string[] {
  const next = new Map(modules.map(m => [m.path, [...new Set(m.imports.map(i => i.to))]]))
  const found = new Map<string, string>()
  for (const start of [...next.keys()].sort()) {
    const came = new Map<string, string>()
    const open = [start]
    for (let at = open.shift(); at !== undefined; at = open.shift())
      for (const to of next.get(at) ?? []) {
        if (came.has(to)) continue
        came.set(to, at)
        open.push(to)
      }
    if (!came.has(start)) continue
    const ring = [start]
    for (let at = came.get(start); at && at !== start; at = came.get(at)) ring.unshift(at)
    ring.unshift(start)
    const key = [...new Set(ring)].sort().join()
    if (!found.has(key)) found.set(key, ring.join(' -> '))
  }
  return [...found.values()]
}

/** Lines of the table that nothing needs any more: an exception or a named place whose reason is gone. */
export function idleLines(modules: readonly Module[]): string[] {
  const imports = new Set(modules.flatMap(m => m.imports.map(i => `${m.path} -> ${i.to}`)))
  const used = new Set(modules.flatMap(m => m.imports.map(i => i.to)))
  const uses = new Map(modules.map(m => [m.path, m.uses]))
  return [
    ...Object.keys(allowed).filter(a => !imports.has(a)),
    ...Object.keys(packages).filter(p => !used.has(p)),
    ...Object.entries(sourcesOf).flatMap(([path, s]) => s.uses.filter(u => !uses.get(path)?.includes(u)).map(u => `${path}: ${u}`)),
  ]
}
