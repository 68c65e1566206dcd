/** The saved state of a conversation: versioned, parsed with zod when loaded, so that an old shape meets an apology and not a crash. */
import { z } from 'zod'

/** An untouched draft is let go after this many days. */
export const draftDays = 14

const said = z.object({ key: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
const reading = z.object({ label: said, values: z.record(z.string(), z.unknown()) })

const draft = z.object({
  /** Its number among the drafts of one message, from 1; it stays its own when others are left out. */
  n: z.number().int(),
  values: z.record(z.string(), z.unknown()),
  /** Fields asked once and passed over. */
  skipped: z.array(z.string()),
  /** Fields asked so far, for `back`. */
  trail: z.array(z.string()),
  /** Readings between which the person must choose. */
  choose: z.object({ field: z.string(), said, readings: z.array(reading) }).nullable(),
  /** Other readings offered on the card. */
  other: z.array(reading),
  /** What was wrong with a field when it was read, until the person is told. */
  wrong: z.object({ field: z.string(), said }).nullable(),
  /** The values read from the message: when it is edited, only what it says differently changes. */
  fromMessage: z.record(z.string(), z.unknown()),
})
export type Draft = z.infer<typeof draft>

export const state = z.object({
  version: z.literal(2),
  /** Names this conversation on its buttons; a button of another is an old one. */
  id: z.string(),
  /** Counts the cards that were shown: one with a smaller number was shown before something changed. */
  card: z.number().int(),
  form: z.string(),
  args: z.record(z.string(), z.string()),
  /** The draft in hand. */
  ...draft.shape,
  /** The field asked now; null on the card. */
  asking: z.string().nullable(),
  /** `several` shows all the drafts of a message together. */
  stage: z.enum(['asking', 'choosing', 'confirming', 'changing', 'resuming', 'several']),
  /** The warnings that the last card carried: what has come up since is shown before anything is saved. */
  told: z.array(z.string()).default([]),
  /** The message the drafts came from. */
  message: z.string().nullable(),
  /** The other drafts that came in the same message; all of them are saved with one press. */
  beside: z.array(draft),
  /** Whether it was begun in a dialog and nothing of it was asked in the chat: what is written there then need be no answer. */
  inDialog: z.boolean().default(false),
  /** Whether it was put off: it is not shown again after everything else that is asked meanwhile. */
  resting: z.boolean().default(false),
  /** The draft that was open when this conversation began in between, as it was kept; it is taken up again when this one ends. */
  aside: z.record(z.string(), z.unknown()).nullable().default(null),
  /** Whether it was put aside once and taken up again: a second time it is let go. */
  tookUp: z.boolean().default(false),
  /** What of the last message was not understood while the rest was: said on whatever is shown next. */
  unread: z.array(z.string()).default([]),
  /** How many more the message told of than were taken. */
  beyond: z.number().int(),
  /** A text that waits: for "go on or start anew", or for which of several drafts it speaks of. */
  pending: z.object({ text: z.string(), message: z.string().nullable() }).nullable(),
})

export type State = z.infer<typeof state>

/** Of a state that no longer fits: whatever values can still be told to the person. */
export const remains = z.object({ form: z.string().optional(), values: z.record(z.string(), z.unknown()).optional() })
