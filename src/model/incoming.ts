/** What comes in from a platform, in words every room understands. Adapters make these; nothing else of a platform's payload reaches the core. */
import { z } from 'zod'
import type { Platform } from './people.ts'

/** A message of ours as it stands on a platform, so that it can be updated: `id` is Slack's ts, Teams' activity id, or the local chat's number. */
export const cardRef = z.object({ place: z.string(), id: z.string() })
export type CardRef = z.infer<typeof cardRef>

/**
 * Where to answer. `id` is the platform's conversation (Slack channel id, Teams conversation id, the local chat's member handle).
 * `detail` is the adapter's own (a service address, a response_url): the core stores it and hands it back, and never reads it.
 */
export const place = z.object({
  kind: z.enum(['direct', 'channel']),
  id: z.string(),
  detail: z.record(z.string(), z.unknown()).optional(),
})
export type Place = z.infer<typeof place>

/** Bytes of the largest file that is taken; it waits in the inbox until it is read. */
export const mostFileBytes = 3_000_000

/** A pressed button: which one, with what it carried, in the language of the card it stood on. */
export const press = z.object({
  name: z.string(),
  args: z.record(z.string(), z.string()),
  language: z.enum(['ar', 'en']).optional(),
})
export type Press = z.infer<typeof press>

/** Answers of a filled form, by field; several choices come as an array; what was left empty is absent. */
export const answers = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
export type Answers = z.infer<typeof answers>

export const content = z.discriminatedUnion('kind', [
  /** A sentence written to the bot, mark-up and mentions of the bot already taken off. `message` identifies it on its platform. */
  z.object({ kind: z.literal('text'), text: z.string(), message: z.string().optional() }),
  /** A slash command or its menu twin. `name` as registered without slash and prefix (`submit-event`, `munassiq`); `text` is what followed it. */
  z.object({ kind: z.literal('command'), name: z.string(), text: z.string() }),
  /** `dialog` is true where the platform can show a form at once (Slack trigger, Teams task/fetch, the local chat). */
  z.object({ kind: z.literal('press'), press, card: cardRef.optional(), dialog: z.boolean().default(false) }),
  /** A form sent off. `form` and `args` are what FormPart carried. */
  z.object({
    kind: z.literal('answers'),
    form: z.string(),
    args: z.record(z.string(), z.string()),
    answers,
    language: z.enum(['ar', 'en']).optional(),
  }),
  /** "Submit as activity" on a message someone wrote: the conversation starts with its text. `message` where it is the person's own message. */
  z.object({ kind: z.literal('quote'), text: z.string(), message: z.string().optional(), dialog: z.boolean().default(false) }),
  z.object({ kind: z.literal('edited'), message: z.string(), text: z.string() }),
  z.object({ kind: z.literal('deleted'), message: z.string() }),
  /** A file was sent. `bytes` is its base64 text where the adapter could fetch it; `size` tells of one that is too large for that. */
  z.object({
    kind: z.literal('file'),
    name: z.string(),
    mime: z.string(),
    size: z.number(),
    bytes: z.string().optional(),
    /** How many more files came in the same message: one is read at a time. */
    others: z.number().optional(),
    text: z.string(),
  }),
  /** The person looks at the bot's home page. */
  z.object({ kind: z.literal('home') }),
  /** The bot was installed for this person, or in this channel; may come several times. */
  z.object({ kind: z.literal('installed') }),
  /** The person, or their account, left: nothing more is written to it. */
  z.object({ kind: z.literal('left') }),
])
export type Content = z.infer<typeof content>

export const incoming = z.object({
  /** The delivery's own id on its platform and space; a repeat carries the same. */
  delivery: z.string().min(1).max(400),
  account: z.object({ platform: z.enum(['slack', 'teams', 'web']), space: z.string(), user: z.string() }),
  profile: z.object({
    name: z.string().optional(),
    email: z.string().optional(),
    language: z.enum(['ar', 'en']).optional(),
    guest: z.boolean(),
  }),
  place,
  content,
})
export type Incoming = z.infer<typeof incoming>

/** A delivery is one of these on one platform and space. */
export type DeliveryKey = { platform: Platform; space: string; delivery: string }
