/** The saved state of a conversation: versioned, parsed with zod when loaded, so that an old shape meets an apology and not a crash. */
import { z } from 'zod'

const said = z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
const reading = z.object({ label: said, values: z.record(z.string(), z.unknown()) })

export const state = z.object({
  version: z.literal(1),
  /** Names this draft on its buttons; a button of another draft is an old one. */
  id: z.string(),
  /** Counts the cards that were shown: one with a smaller number was shown before something changed. */
  card: z.number().int(),
  form: z.string(),
  args: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.unknown()),
  /** Fields asked once and passed over. */
  skipped: z.array(z.string()),
  /** The field asked now; null on the card. */
  asking: z.string().nullable(),
  stage: z.enum(['asking', 'choosing', 'confirming', 'changing', 'resuming']),
  /** Fields asked so far, for `back`. */
  trail: z.array(z.string()),
  /** Readings between which the person must choose. */
  choose: z.object({ field: z.string(), said, readings: z.array(reading) }).nullable(),
  /** Other readings offered on the card. */
  other: z.array(reading),
  /** The message the draft came from, and the values read from it: when it is edited, only what it says differently changes. */
  message: z.string().nullable(),
  fromMessage: z.record(z.string(), z.unknown()),
  /** Values of the further drafts that came in the same message: each is taken up when the one before it is saved or let go. */
  waiting: z.array(z.record(z.string(), z.unknown())),
  /** A new text that waits for "go on or start anew". */
  pending: z.object({ text: z.string(), message: z.string().nullable() }).nullable(),
})

export type State = z.infer<typeof state>

/** Of a state that no longer fits: whatever values can still be told to the person. */
export const remains = z.object({ form: z.string().optional(), values: z.record(z.string(), z.unknown()).optional() })
