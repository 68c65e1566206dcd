/** Media coverage: outlets, and one appearance of an activity in one of them. The words are those of the field (see the README's glossary). */
import type { Temporal } from 'temporal-polyfill'
import type { Bilingual, Language } from './people.ts'

/** Kinds of media, by the side they are counted on. */
export const media = {
  traditional: ['print', 'television', 'radio', 'agency'],
  new: ['news_site', 'social', 'podcast', 'video'],
} as const
export const mediums = [...media.traditional, ...media.new] as const
export type Medium = (typeof mediums)[number]
export type MediumSide = keyof typeof media
export const sideOf = (medium: Medium): MediumSide => ((media.traditional as readonly string[]).includes(medium) ? 'traditional' : 'new')

export const levels = ['local', 'regional', 'international'] as const
export type Level = (typeof levels)[number]

export const tones = ['positive', 'neutral', 'negative'] as const
export type Tone = (typeof tones)[number]

/** A newspaper, a channel, a site: as the network lists it. `also` are other names of it, `domains` the hosts of its links, without `www.`. */
export type Outlet = {
  id: string
  name: Bilingual
  also: string[]
  medium: Medium
  level: Level
  /** The language it speaks; null where it speaks several. */
  language: Language | null
  domains: string[]
  /** `proposed` was read from what somebody pasted, and waits for the centre to confirm it. */
  state: 'proposed' | 'confirmed'
}

/** Where a key message that was heard stands: among a priority's own, or in the message bank. */
export type MessageRef = { of: 'priority' | 'bank'; id: string }

/** A number that was said once for several appearances: the same on each of them under one id, and counted once. */
export type SharedReach = { id: string; reach: number; how: string | null }

/** One appearance in the media. */
export type Coverage = {
  id: string
  networkId: string
  activityId: string
  outletId: string
  medium: Medium
  level: Level
  language: Language | null
  title: string | null
  /** As it was given; null where it has none. */
  link: string | null
  /** The day it appeared, YYYY-MM-DD. */
  on: string
  /** People reached, and how that was counted; both or neither. Null is unknown, which is not zero. */
  reach: number | null
  reachHow: string | null
  /** What it reached together with others, of which nobody said how it divides; null where it stands alone. */
  shared: SharedReach | null
  tone: Tone | null
  /** Key messages that it carried. */
  messages: MessageRef[]
  version: number
  recordedAt: Temporal.Instant
  recordedBy: string
}

/**
 * How far an activity's coverage is known: `asked` and not answered, `open` where the one reminder went unanswered too, `collected` where somebody gave
 * some, `none` where the owner said that there was none. Without a row nobody was asked yet.
 */
export const collections = ['asked', 'open', 'collected', 'none'] as const
export type Collection = (typeof collections)[number]
