/** The order of an agenda's lines, and when each begins. Pure. */
import type { Temporal } from 'temporal-polyfill'

/**
 * Puts lines, given in their usual order, where the centre wants them. A line with a place stands by it; one without follows the line that it usually
 * follows, so that what comes onto an agenda after it was arranged finds its place among the rest.
 */
export function arranged<Line extends { key: string }>(usual: readonly Line[], places: ReadonlyMap<string, number>): Line[] {
  const placed = usual.filter(l => places.has(l.key)).sort((a, b) => (places.get(a.key) ?? 0) - (places.get(b.key) ?? 0))
  const out = [...placed]
  for (const [at, line] of usual.entries()) {
    if (places.has(line.key)) continue
    const before = usual[at - 1]
    out.splice(before ? out.indexOf(before) + 1 : 0, 0, line)
  }
  return out
}

/** Gives each line its beginning, one after the other from the meeting's own. */
export function timed<Line extends { minutes: number }>(
  lines: readonly Line[],
  startsAt: Temporal.Instant,
): (Line & { startsAt: Temporal.Instant })[] {
  let at = startsAt
  return lines.map(line => {
    const begins = at
    at = at.add({ minutes: line.minutes })
    return { ...line, startsAt: begins }
  })
}

/** The keys with one of them a step earlier or later; as they were at the ends. */
export function stepped(keys: readonly string[], key: string, by: -1 | 1): string[] {
  const out = [...keys]
  const at = out.indexOf(key)
  const to = at + by
  if (at < 0 || to < 0 || to >= out.length) return out
  out.splice(at, 1)
  out.splice(to, 0, key)
  return out
}
