/** Counts the echo: what was planned and took place, what the media carried, by medium, level, outlet, message, tone and reach. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { Appearance, EchoActivity } from '../../db/echo.ts'
import { type Level, levels, type Medium, type MediumSide, type MessageRef, mediums, sideOf, type Tone } from '../model/coverage.ts'
import type { Bilingual } from '../model/people.ts'
import { fold } from '../understanding/fold.ts'

/**
 * Planned is the sum of `held`, `unsaid`, `moved`, `off` and `ahead`. `changed` are those of `held` that took place otherwise than planned; of `unsaid` the
 * day has passed and nobody has said how it went; `moved` were moved out of the month, or put off without a new day.
 */
export type Achieved = { planned: number; held: number; changed: number; unsaid: number; moved: number; off: number; ahead: number }
/**
 * How far the coverage of what took place is known: `collected` where somebody gave some, `none` where the owner said there was none, `waiting` where
 * they were asked and have not answered, `notAsked` the rest. The four together are all that took place.
 */
export type Known = { collected: number; none: number; waiting: number; notAsked: number }
/** Figures that were counted in one way; `n` appearances have one. `how` as it was first written. */
export type Reach = { how: string; total: number; n: number }

export type Counted = {
  appearances: number
  /** Only what is not zero. */
  cells: { medium: Medium; level: Level; n: number }[]
  /** Most first. */
  outlets: { id: string; name: Bilingual; n: number }[]
  messages: { ref: MessageRef; n: number }[]
  tones: Record<Tone, number>
  reach: Reach[]
}

const past = (a: EchoActivity, now: Temporal.Instant): boolean => Temporal.Instant.compare(a.endsAt, now) <= 0
/** Somebody said so, or the media did. */
const tookPlace = (a: EchoActivity, covered: ReadonlySet<string>): boolean =>
  a.lifecycle === 'completed' || (a.lifecycle === 'planned' && (covered.has(a.id) || a.collection === 'collected'))

/** `covered`: those with an appearance on record; `movedOut`: how many were of the month and are of another now. */
export function achieved(
  all: readonly EchoActivity[],
  { covered, movedOut, now }: { covered: ReadonlySet<string>; movedOut: number; now: Temporal.Instant },
): Achieved {
  const held = all.filter(a => tookPlace(a, covered))
  const off = all.filter(a => a.lifecycle === 'withdrawn' || a.lifecycle === 'cancelled').length
  const putOff = all.filter(a => a.lifecycle === 'postponed' || a.lifecycle === 'rescheduled').length
  const unsaid = all.filter(a => a.lifecycle === 'planned' && past(a, now) && !tookPlace(a, covered)).length
  return {
    planned: all.length + movedOut,
    held: held.length,
    changed: held.filter(a => a.changed).length,
    unsaid,
    moved: movedOut + putOff,
    off,
    ahead: all.length - held.length - off - putOff - unsaid,
  }
}

/** `covered`: those with an appearance on record, whatever else is known. */
export function knownOf(all: readonly EchoActivity[], covered: ReadonlySet<string>): Known {
  const out: Known = { collected: 0, none: 0, waiting: 0, notAsked: 0 }
  for (const a of all.filter(a => tookPlace(a, covered)))
    if (covered.has(a.id) || a.collection === 'collected') out.collected++
    else if (a.collection === 'none') out.none++
    else if (a.collection) out.waiting++
    else out.notAsked++
  return out
}

/** How often each is said, most first; what is said as often in the order it was met. */
function tally<T>(all: readonly T[], key: (one: T) => string): { one: T; n: number }[] {
  const out = new Map<string, { one: T; n: number }>()
  for (const one of all) {
    const had = out.get(key(one))
    if (had) had.n++
    else out.set(key(one), { one, n: 1 })
  }
  return [...out.values()].sort((a, b) => b.n - a.n)
}

export function counted(all: readonly Appearance[]): Counted {
  const reach = new Map<string, Reach>()
  const count = (how: string, total: number, n: number) => {
    const had = reach.get(fold(how)) ?? { how, total: 0, n: 0 }
    reach.set(fold(how), { how: had.how, total: had.total + total, n: had.n + n })
  }
  for (const a of all) if (a.reach !== null && !a.shared) count(a.reachHow ?? '', a.reach, 1)
  for (const { one, n } of tally(
    all.filter(a => a.shared),
    a => a.shared?.id ?? '',
  )) {
    // Of a part of what reached so many together nobody knows how many it reached.
    if (one.shared?.of === n) count(one.shared.how ?? '', one.shared.reach, n)
  }
  const tones: Record<Tone, number> = { positive: 0, neutral: 0, negative: 0 }
  for (const a of all) if (a.tone) tones[a.tone]++
  return {
    appearances: all.length,
    cells: mediums.flatMap(medium =>
      levels.flatMap(level => {
        const n = all.filter(a => a.medium === medium && a.level === level).length
        return n > 0 ? [{ medium, level, n }] : []
      }),
    ),
    outlets: tally(all, a => a.outlet.id).map(({ one, n }) => ({ ...one.outlet, n })),
    messages: tally(
      // One appearance says a message once.
      all.flatMap(a => [...new Map(a.messages.map(m => [`${m.of}:${m.id}`, m])).values()]),
      m => `${m.of}:${m.id}`,
    ).map(({ one, n }) => ({ ref: one, n })),
    tones,
    reach: [...reach.values()].sort((a, b) => b.n - a.n),
  }
}

const sum = (all: readonly { n: number }[]): number => all.reduce((n, c) => n + c.n, 0)
/** Of one side of the media: in all, by level, by medium. */
export function sideCounts({ cells }: Pick<Counted, 'cells'>, side: MediumSide) {
  const own = cells.filter(c => sideOf(c.medium) === side)
  const by = <K extends 'medium' | 'level'>(key: K, values: readonly Counted['cells'][number][K][]) =>
    values.flatMap(value => {
      const n = sum(own.filter(c => c[key] === value))
      return n > 0 ? [{ value, n }] : []
    })
  return { n: sum(own), levels: by('level', levels), mediums: by('medium', mediums) }
}
