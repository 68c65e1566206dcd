/** Support requests: what an organization asks of the centre. The words are those of the field (see the README's glossary). */
import type { Temporal } from 'temporal-polyfill'

/** What can be asked for; `partner` is another organization to take part, `crisis` advice in a crisis. */
export const supportKinds = [
  'photography',
  'videography',
  'translation',
  'livestream',
  'spokesperson',
  'presenter',
  'wording',
  'design',
  'coverage',
  'crisis',
  'partner',
  'other',
] as const
export type SupportKind = (typeof supportKinds)[number]

/** What an activity says its owner needs (`lists.needs`), as a kind of request. Whatever else is written there is `other`, under its own words. */
export const kindOfNeed: Readonly<Record<string, SupportKind>> = {
  photographer: 'photography',
  videographer: 'videography',
  translation: 'translation',
  livestream: 'livestream',
  spokesperson: 'spokesperson',
  presenter: 'presenter',
  coverage: 'coverage',
  wording: 'wording',
  design: 'design',
}

/**
 * `asked`: nobody at the centre has it yet. `taken`: somebody has. `done`: the centre says so, and the asker has not answered. `closed`: thanked for, or
 * nobody answered in time. `declined` by the centre, `withdrawn` by the asker.
 */
export const supportStates = ['asked', 'taken', 'done', 'closed', 'declined', 'withdrawn'] as const
export type SupportState = (typeof supportStates)[number]
/** What the centre still has before it. */
export const openStates = ['asked', 'taken'] as const satisfies readonly SupportState[]
export const isOpen = (state: SupportState): boolean => (openStates as readonly string[]).includes(state)

/** Whose words a message is: those who asked, the centre, or the organization it was passed to. */
export type SupportSide = 'asker' | 'centre' | 'partner'

export type SupportRequest = {
  networkId: string
  id: string
  /** S-2026-0007: said aloud, never reused. */
  reference: string
  kind: SupportKind
  /** What it is for and what is to be known, as it was written. */
  details: string | null
  /** The activity it is for, and the need of it that it was made from. */
  activityId: string | null
  need: string | null
  /** A day of the network, YYYY-MM-DD. */
  dueOn: string
  urgent: boolean
  organizationId: string
  /** Who asked. */
  memberId: string
  /** Who of the centre has it. */
  ownerId: string | null
  state: SupportState
  /** Why it was declined or withdrawn. */
  reason: string | null
  /** The organization that was asked to help, what it said, and since when it has been asked. */
  partnerId: string | null
  partnerState: 'asked' | 'accepted' | 'declined' | null
  partnerSince: Temporal.Instant | null
  askedAt: Temporal.Instant
  doneAt: Temporal.Instant | null
  /** When it was closed, declined or withdrawn. */
  settledAt: Temporal.Instant | null
  /** Who settled it; null where it closed by itself. */
  settledBy: string | null
  changedAt: Temporal.Instant
  version: number
}

export type SupportMessage = {
  networkId: string
  id: string
  requestId: string
  at: Temporal.Instant
  memberId: string
  organizationId: string
  side: SupportSide
  text: string
}

/** Who of the centre is reached at any hour, from an instant until another (exclusive). */
export type Duty = {
  networkId: string
  id: string
  memberId: string
  from: Temporal.Instant
  until: Temporal.Instant
  setAt: Temporal.Instant
  setBy: string
  endedAt: Temporal.Instant | null
}
