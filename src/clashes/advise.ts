/** What is said of a draft before it is saved: with what it clashes, what the calendar says of its days, and the nearest days that are free. */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import * as activitiesDb from '../../db/activities.ts'
import * as clashesDb from '../../db/clashes.ts'
import { nameOf } from '../activities/show.ts'
import { boundsOf, firstDayOf } from '../activities/when.ts'
import { actions, named, notice, text } from '../dialogue/say.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import type { Adviser } from '../dialogue/wing.ts'
import type { Kind, When } from '../model/activity.ts'
import { when as whenSchema } from '../model/activity.ts'
import type { Found, Weight } from '../model/clash.ts'
import { clashRulesOf } from '../model/settings.ts'
import type { Part } from '../model/view.ts'
import { between, type Compared, type DayFound, ofCalendar, placesOf, type Rules, sectorsOf, worst } from './compare.ts'
import { freeSlots, reach } from './slots.ts'

const offered = 3
const tones = { blocking: 'bad', serious: 'warning', minor: 'info' } as const

export const rulesOf = (scene: Scene): Rules => {
  const { settings } = scene.network
  const sectors = settings.sectors ? { sectors: sectorsOf(settings, scene.organizations) } : {}
  return { rules: clashRulesOf(settings), zone: settings.zone, place: placesOf(settings), ...sectors }
}

/** Everything that stands near a time, with the days on either side that free ones are looked for in. */
export function nearby(turn: Pick<Turn, 'db' | 'network' | 'reader'>, when: When, but: readonly string[]): Promise<clashesDb.Near[]> {
  const { startsAt, endsAt } = boundsOf(when, turn.network.settings.zone)
  const days = { hours: (reach + 1) * 24 }
  return clashesDb.near(turn.db, turn.reader, { start: startsAt.subtract(days), end: endsAt.add(days) }, but)
}

const texts = z.array(z.string())
const string = (v: unknown): string | null => (typeof v === 'string' && v.trim() ? v : null)

export const advise: Adviser = async (turn, values, args, on) => {
  const when = whenSchema.safeParse(values.when).data
  if (!when || when.kind === 'span') return []
  const standing = args.activity ? await activitiesDb.byId(turn.db, turn.reader, args.activity) : null
  const mine: Compared = {
    id: args.activity ?? args.draft ?? '',
    when,
    kind: (string(values.kind) ?? 'event') as Kind,
    patron: string(values.patron),
    venue: string(values.venue),
    audience: texts.safeParse(values.audience).data ?? standing?.audience ?? [],
    priorityId: string(values.priority),
    ownerId: standing?.ownerId ?? args.owner ?? turn.reader.organizationId,
  }
  const r = rulesOf(turn)
  const all = await nearby(turn, when, [mine.id])
  const hurt = all.flatMap(other => {
    const found = between(mine, other, r)
    return found.length > 0 ? [{ other, found, weight: worst(found) as Weight }] : []
  })
  const days = ofCalendar(when, r, turn.calendar, turn.holidays)
  if (hurt.length === 0 && days.length === 0) return []
  const { speak } = turn
  const seen = new Map(
    (
      await activitiesDb.byIds(
        turn.db,
        turn.reader,
        hurt.filter(h => h.other.seen).map(h => h.other.id),
      )
    ).map(a => [a.id, a]),
  )
  const parts: Part[] = hurt.flatMap(({ other, found, weight }) => {
    const a = seen.get(other.id)
    if (!a) return []
    const said = { _weight: weight, _reasons: reasonsSaid(turn, found), title: speak.pick(a.title), organization: nameOf(turn, a.ownerId) }
    return [notice(tones[weight], speak.say('clash.with', { ...said, when: speak.shortWhen(a.when) }))]
  })
  // Of what the reader may not see: that it is there, and no more, not even why.
  const hidden = worst(hurt.filter(h => !seen.has(h.other.id)))
  if (hidden) parts.push(notice(tones[hidden], speak.say('clash.sensitive', { _weight: hidden })))
  parts.push(...days.map(d => daySaid(turn, d)))
  if (on && (worst(hurt) ?? worst(days)) !== 'minor') parts.push(...free(turn, mine, all, r, on))
  return parts
}

export const reasonsSaid = (turn: Pick<Turn, 'speak'>, found: readonly Found[]): string =>
  turn.speak.list(found.map(f => turn.speak.say('clash.reason', { _reason: f.reason })))

/** What the calendar says of a day: a holiday, a weekend. */
export const daySaid = ({ speak }: Turn, { reason, weight, day, name }: DayFound): Part =>
  notice(tones[weight], speak.say('clash.day', { _reason: reason, day: speak.day(day), name: name ? speak.pick(name) : '' }))

function free(turn: Turn, mine: Compared, all: clashesDb.Near[], r: Rules, on: Record<string, string>): Part[] {
  const slots = freeSlots(mine, all, r, { calendar: turn.calendar, holidays: turn.holidays, now: turn.now }, offered)
  if (slots.length === 0) return []
  const days = slots.map(s => firstDayOf(s, r.zone)).sort()
  // What lies on one day moves by that day; the time of several is told and not pressed.
  const single = mine.when.kind === 'timed' || (mine.when.kind === 'days' && mine.when.start === mine.when.end)
  const { speak } = turn
  if (!single) return [text(`${speak.say('clash.free')} ${speak.list(days.map(d => speak.shortDay(d)))}`, 'subtle')]
  return [
    text(speak.say('clash.free'), 'subtle'),
    actions(
      days.map(d =>
        named(turn.language, speak.shortDay(d), 'draft.pick', { ...on, field: 'when', value: Temporal.PlainDate.from(d).toString() }),
      ),
    ),
  ]
}
