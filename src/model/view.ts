/** What the bot says: a small closed set of parts that every adapter draws in one `switch`. Texts are finished sentences in `language`; no mark-up. */
import { z } from 'zod'
import { press } from './incoming.ts'

export const action = z.object({
  label: z.string(),
  press,
  style: z.enum(['primary', 'danger', 'normal']).default('normal'),
  /** True where pressing it opens a form at once (a modal, a dialog) instead of sending a message. */
  opensForm: z.boolean().default(false),
})
export type Action = z.infer<typeof action>

const option = z.object({ value: z.string(), label: z.string() })
export type Option = z.infer<typeof option>

/**
 * One input of a form. `value` is what is known already, as text to show (dates as YYYY-MM-DD, times as HH:MM, choices as option values).
 * `problem` stands under the input when an answer was wrong; `missing` is what a platform that checks by itself says when a required one is
 * left empty. `max` in characters.
 */
export const input = z.object({
  id: z.string(),
  label: z.string(),
  hint: z.string().optional(),
  kind: z.enum(['text', 'long', 'date', 'time', 'choice', 'choices']),
  required: z.boolean(),
  options: z.array(option).optional(),
  value: z.union([z.string(), z.array(z.string())]).optional(),
  max: z.number().optional(),
  problem: z.string().optional(),
  missing: z.string().optional(),
})
export type Input = z.infer<typeof input>

const day = z.iso.date()
const time = z.iso.time({ precision: -1 })
/** What stands in an input: nothing where it is to be a day or a time and is none, for which platforms refuse the whole form. */
export const standingIn = (i: Input): Input['value'] =>
  i.kind === 'date' ? day.safeParse(i.value).data : i.kind === 'time' ? time.safeParse(i.value).data : i.value

export const formPart = z.object({
  kind: z.literal('form'),
  /** Comes back with the answers, with `args`. */
  form: z.string(),
  args: z.record(z.string(), z.string()),
  title: z.string(),
  submit: z.string(),
  cancel: z.string(),
  inputs: z.array(input),
})
export type FormPart = z.infer<typeof formPart>

/**
 * A file that stands ready to be handed over; `size` in bytes. Each platform hands it over in its own way, and delivery sends it after its message.
 * `alt` is there for a picture: it is shown where it stands, and those who do not see it are told this sentence.
 */
export const filePart = z.object({
  kind: z.literal('file'),
  id: z.string(),
  name: z.string(),
  mime: z.string(),
  size: z.number(),
  alt: z.string().optional(),
})
export type FilePart = z.infer<typeof filePart>

export const part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    tone: z.enum(['normal', 'subtle', 'strong']).default('normal'),
    /** A secret: it is sent, and what is kept of the message afterwards does not hold it. */
    once: z.boolean().optional(),
    /** The member for whom another got the card: the line stays when the card changes. */
    insteadOf: z.string().optional(),
  }),
  z.object({ kind: z.literal('facts'), facts: z.array(z.object({ label: z.string(), value: z.string() })) }),
  z.object({
    kind: z.literal('list'),
    /** Numbers stand before the lines, so no bullets do. */
    numbered: z.boolean().default(false),
    /** `mention`: the person whom a line is about, by their user id where the view is shown: a platform that can makes a name to press of it. */
    items: z.array(
      z.object({ text: z.string(), detail: z.string().optional(), mention: z.string().optional(), actions: z.array(action).default([]) }),
    ),
  }),
  z.object({ kind: z.literal('notice'), tone: z.enum(['info', 'good', 'warning', 'bad']), text: z.string() }),
  z.object({ kind: z.literal('actions'), actions: z.array(action) }),
  formPart,
  filePart,
  z.object({ kind: z.literal('divider') }),
])
export type Part = z.infer<typeof part>

export const view = z.object({
  version: z.literal(1),
  language: z.enum(['ar', 'en']),
  /** The whole in one plain line: notifications, screen readers, platforms that cannot draw the parts. */
  summary: z.string(),
  parts: z.array(part),
})
export type View = z.infer<typeof view>

/** What is kept of a view once it was sent. */
export const keptOf = (v: View): View => ({
  ...v,
  parts: v.parts.map(p => (p.kind === 'text' && p.once ? { ...p, text: '•••' } : p)),
})
/** What the wings write; `view.parse` fills in the defaults. */
export type ViewDraft = z.input<typeof view>

export const filesOf = (of: View): FilePart[] => of.parts.filter(p => p.kind === 'file')
export const withoutFiles = (of: View): View => ({ ...of, parts: of.parts.filter(p => p.kind !== 'file') })
