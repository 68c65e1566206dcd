/** The plan's order: by day, then organization, then time; a page of it; its days. Pure. */
import { Temporal } from 'temporal-polyfill'
import { boundsOf } from '../activities/when.ts'
import type { Activity } from '../model/activity.ts'

/** Lines on one card: with a heading for each day and its buttons, the most that Slack's 50 blocks hold safely. */
export const pageSize = 12

/** An activity with the day it stands under: its first day in the zone, or null where it began before the plan's first day. */
export type Placed<A> = { activity: A; day: string | null }

/** Places activities under the days of a plan that begins at `start`, and puts them in its order. `nameOf` gives an organization's name. */
export function inOrder<A extends Activity>(
  all: readonly A[],
  how: { zone: string; start: Temporal.Instant; language: string; nameOf: (organizationId: string) => string },
): Placed<A>[] {
  const collator = new Intl.Collator(how.language)
  return all
    .map(activity => {
      const { startsAt } = boundsOf(activity.when, how.zone)
      const before = Temporal.Instant.compare(startsAt, how.start) < 0
      return { activity, startsAt, day: before ? null : startsAt.toZonedDateTimeISO(how.zone).toPlainDate().toString() }
    })
    .sort(
      (a, b) =>
        (a.day ?? '').localeCompare(b.day ?? '') ||
        collator.compare(how.nameOf(a.activity.ownerId), how.nameOf(b.activity.ownerId)) ||
        Temporal.Instant.compare(a.startsAt, b.startsAt) ||
        a.activity.reference.localeCompare(b.activity.reference),
    )
    .map(({ activity, day }) => ({ activity, day }))
}

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
export function opensAt(
  placed: readonly Placed<Activity>[],
  how: { zone: string; start: Temporal.Instant; now: Temporal.Instant },
): number {
  if (placed.length <= pageSize || Temporal.Instant.compare(how.now, how.start) <= 0) return 0
  const today = how.now.toZonedDateTimeISO(how.zone).toPlainDate().toString()
  return Math.max(
    0,
    placed.findIndex(p => p.day !== null && p.day >= today),
  )
}

/** Lines in runs of the same day, in their order. */
export function byDay<A>(placed: readonly Placed<A>[]): { day: string | null; lines: A[] }[] {
  const out: { day: string | null; lines: A[] }[] = []
  for (const p of placed) {
    const last = out.at(-1)
    if (last && last.day === p.day) last.lines.push(p.activity)
    else out.push({ day: p.day, lines: [p.activity] })
  }
  return out
}
