/** The plan's order: by day, then organization, then time; a page of it; its days. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { Bilingual } from '../model/people.ts'
import { daysIn } from '../time/zone.ts'

/** Lines on one card: with a heading for each day and its buttons, the most that Slack's 50 blocks hold safely. */
export const pageSize = 12

/** An activity with the day it stands under: its first day in the zone, or null where it began before the plan's first day. */
export type Placed<A> = { activity: A; day: string | null; section?: Bilingual }

/**
 * Places activities under the days of a plan that begins at `start`, and puts them in its order. `nameOf` gives an organization's name, `startsAt` when an
 * activity begins, in milliseconds since 1970.
 */
export function inOrder<A extends { ownerId: string; reference: string }>(
  all: readonly A[],
  how: {
    zone: string
    start: Temporal.Instant
    language: string
    nameOf: (organizationId: string) => string
    startsAt: (activity: A) => number
  },
): Placed<A>[] {
  const compare = alphabet(how.language)
  const names = [...new Set(all.map(a => a.ownerId))].map(id => ({ id, name: how.nameOf(id) })).sort((a, b) => compare(a.name, b.name))
  // Organizations of one name stand as one.
  const ranks = new Map<string, number>()
  names.forEach(({ id, name }, i) => {
    const before = names[i - 1]
    ranks.set(id, before && compare(before.name, name) === 0 ? (ranks.get(before.id) ?? i) : i)
  })
  const dayOf = daysIn(how.zone)
  const start = how.start.epochMilliseconds
  return all
    .map(activity => {
      const startsAt = how.startsAt(activity)
      return { activity, startsAt, day: startsAt < start ? null : dayOf(startsAt), rank: ranks.get(activity.ownerId) ?? 0 }
    })
    .sort(
      (a, b) =>
        alphabetical(a.day ?? '', b.day ?? '') ||
        a.rank - b.rank ||
        a.startsAt - b.startsAt ||
        alphabetical(a.activity.reference, b.activity.reference),
    )
    .map(({ activity, day }) => ({ activity, day }))
}
const collators = new Map<string, Intl.Collator>()
/** A language's own alphabet. Making a collator takes two milliseconds, so each is kept. */
function alphabet(language: string): (a: string, b: string) => number {
  const made = collators.get(language) ?? new Intl.Collator(language)
  collators.set(language, made)
  return made.compare
}
const alphabetical = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Where a page begins and ends among `total` lines; `from` and `to` as a button asked for, mended where they no longer fit. */
export function pageOf(
  total: number,
  from: number,
  to?: number,
): { from: number; to: number; earlier: number | null; later: number | null } {
  const start = Number.isFinite(from) ? Math.min(Math.max(0, Math.trunc(from)), Math.max(0, total - 1)) : 0
  const wanted = to !== undefined && Number.isFinite(to) && to > start ? Math.min(Math.trunc(to), start + pageSize) : start + pageSize
  const end = Math.min(total, wanted)
  return { from: start, to: end, earlier: start > 0 ? Math.max(0, start - pageSize) : null, later: end < total ? end : null }
}

/**
 * Where a plan that begins at `start` is opened. What fits on one page is shown whole; a longer one that has begun is opened at the first line of
 * today or later, so that what is upcoming is read first; all of it past: at its beginning.
 */
export function opensAt(placed: readonly Placed<unknown>[], how: { zone: string; start: Temporal.Instant; now: Temporal.Instant }): number {
  if (placed.length <= pageSize || Temporal.Instant.compare(how.now, how.start) <= 0) return 0
  const today = how.now.toZonedDateTimeISO(how.zone).toPlainDate().toString()
  return Math.max(
    0,
    placed.findIndex(p => p.day !== null && p.day >= today),
  )
}

/** Lines in runs of the same section, or of the same day where they stand in none, in their order. */
export function byDay<A>(placed: readonly Placed<A>[]): { section: Bilingual | null; day: string | null; lines: A[] }[] {
  const out: { section: Bilingual | null; day: string | null; lines: A[] }[] = []
  for (const { activity, day, section = null } of placed) {
    const last = out.at(-1)
    if (last && (section ? last.section === section : last.section === null && last.day === day)) last.lines.push(activity)
    else out.push({ section, day: section ? null : day, lines: [activity] })
  }
  return out
}
