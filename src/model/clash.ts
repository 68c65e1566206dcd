/** A clash: two activities that hurt each other, or one that falls on a day it had better not, with the reasons. */
import { z } from 'zod'

/** Between two activities. */
export const pairReasons = ['patron', 'venue', 'audience', 'priority', 'sector', 'event'] as const
/** Of one activity and the calendar. */
export const dayReasons = ['holiday', 'weekend', 'ramadan'] as const
export type PairReason = (typeof pairReasons)[number]
export type DayReason = (typeof dayReasons)[number]

/** How badly: from what cannot be to what is worth knowing. `off` is not looked at. */
export const weights = ['blocking', 'serious', 'minor'] as const
export type Weight = (typeof weights)[number]
export const weightier = (a: Weight, b: Weight): Weight => (weights.indexOf(a) <= weights.indexOf(b) ? a : b)

/** What a network counts as a clash. `days` is how near two activities may be for `priority` and `sector`. */
export type ClashRules = Record<PairReason | DayReason, Weight | 'off'> & { days: number }

export const firstRules: ClashRules = {
  patron: 'blocking',
  venue: 'serious',
  audience: 'minor',
  priority: 'minor',
  sector: 'minor',
  event: 'serious',
  holiday: 'serious',
  weekend: 'minor',
  ramadan: 'minor',
  days: 3,
}

export const found = z.object({ reason: z.enum(pairReasons), weight: z.enum(weights) })
export type Found = z.infer<typeof found>

/** `moved`: they clash no longer; `kept`: the centre lets it stand, with a reason; `merged`: the centre made one activity of both. */
export type ClashState = 'open' | 'moved' | 'kept' | 'merged'
