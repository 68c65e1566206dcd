/** Slack payload -> Incoming. Pure: what a payload says, in the house's words; null where there is nothing to answer. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Answers, type Content, type Incoming, type Place, press } from '../../src/model/incoming.ts'
import type { Profile } from '../../src/model/people.ts'
import type { ModalMetadata } from './modal.ts'

/** Of whom and where a payload speaks, before the profile is known. */
export type Read = { user: string; space: string; place: Place; delivery: string; content: Content; trigger: string | null }

const text = z.string()
const event = z.looseObject({
  type: text,
  subtype: text.optional(),
  user: z.union([text, z.looseObject({ id: text, deleted: z.boolean().optional() })]).optional(),
  text: text.optional(),
  ts: text.optional(),
  channel: z.union([text, z.looseObject({ id: text })]).optional(),
  channel_type: text.optional(),
  bot_id: text.nullish(),
  tab: text.optional(),
  message: z
    .looseObject({ user: text.optional(), text: text.optional(), ts: text, bot_id: text.nullish(), edited: z.unknown().optional() })
    .optional(),
  previous_message: z.looseObject({ user: text.optional(), ts: text, text: text.optional(), bot_id: text.nullish() }).optional(),
  deleted_ts: text.optional(),
  files: z
    .array(
      z.looseObject({
        name: text.optional(),
        mimetype: text.optional(),
        size: z.number().optional(),
        url_private_download: text.optional(),
      }),
    )
    .optional(),
})
const envelope = z.looseObject({
  type: z.literal('event_callback'),
  team_id: text.optional(),
  enterprise_id: text.nullish(),
  event_id: text,
  /** Through whom the event is seen: the bot's own user, in an app that has one. */
  authorizations: z.array(z.looseObject({ user_id: text.nullish(), is_bot: z.boolean().optional() })).nullish(),
  event,
})
const command = z.looseObject({
  command: text,
  text: text.optional(),
  user_id: text,
  team_id: text,
  channel_id: text,
  channel_name: text.optional(),
  trigger_id: text,
  response_url: text.optional(),
})
const interaction = z.looseObject({
  type: z.enum(['block_actions', 'view_submission', 'view_closed', 'message_action', 'shortcut']),
  trigger_id: text.optional(),
  team: z.looseObject({ id: text }).nullish(),
  user: z.looseObject({ id: text, team_id: text.optional() }),
  channel: z.looseObject({ id: text, name: text.optional() }).optional(),
  container: z.looseObject({ message_ts: text.optional(), channel_id: text.optional(), is_ephemeral: z.boolean().optional() }).optional(),
  message: z.looseObject({ text: text.optional(), ts: text, user: text.optional() }).optional(),
  response_url: text.optional(),
  actions: z.array(z.looseObject({ action_id: text, value: text.optional(), action_ts: text.optional() })).optional(),
  view: z
    .looseObject({
      id: text,
      hash: text.optional(),
      private_metadata: text.optional(),
      state: z.looseObject({ values: z.record(text, z.record(text, z.looseObject({ type: text }))) }).optional(),
    })
    .optional(),
})
const metadata: z.ZodType<ModalMetadata> = z.object({ form: text, args: z.record(text, text), language: z.enum(['ar', 'en']) })

/** Slack's own escapes back to signs, mentions to their names or to nothing, links to their addresses. */
export const unmarked = (s: string): string =>
  s
    .replace(/<@[A-Z0-9]+(?:\|[^>]*)?>/g, '')
    .replace(/<(?:#|!)[^|>]*\|?([^>]*)>/g, '$1')
    .replace(/<([^|>]+)\|([^>]+)>/g, '$2')
    .replace(/<([^>]+)>/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim()

const direct = (id: string, detail?: Record<string, unknown>): Place => ({ kind: 'direct', id, ...(detail ? { detail } : {}) })
const placeOf = (channel: string, detail?: Record<string, unknown>): Place =>
  channel.startsWith('D') ? direct(channel, detail) : { kind: 'channel', id: channel, ...(detail ? { detail } : {}) }

const othersOf = (files: number): { others?: number } => (files > 1 ? { others: files - 1 } : {})

export function readEvent(body: unknown): Read | null {
  const parsed = envelope.safeParse(body)
  if (!parsed.success) return null
  const { event: e, event_id, team_id, enterprise_id } = parsed.data
  const space = team_id ?? enterprise_id ?? ''
  const user = typeof e.user === 'string' ? e.user : (e.user?.id ?? '')
  const channel = typeof e.channel === 'string' ? e.channel : (e.channel?.id ?? '')
  // A file that the bot uploads comes back as a message of its user, and not always with the bot's id.
  if (user && parsed.data.authorizations?.some(a => a.is_bot && a.user_id === user)) return null
  const base = { space, trigger: null }
  const byEvent = `e:${event_id}`
  if (e.type === 'app_home_opened')
    return user && e.tab === 'home' ? { ...base, user, place: direct(channel), delivery: byEvent, content: { kind: 'home' } } : null
  if (e.type === 'user_change')
    return typeof e.user === 'object' && e.user.deleted
      ? { ...base, user, place: direct(''), delivery: byEvent, content: { kind: 'left' } }
      : null
  if (e.type === 'app_mention') {
    if (e.bot_id || !user || !e.ts) return null
    // The same message may come under two event ids: its place and moment name it.
    return {
      ...base,
      user,
      place: placeOf(channel),
      delivery: `m:${channel}:${e.ts}`,
      content: { kind: 'text', text: unmarked(e.text ?? ''), message: e.ts },
    }
  }
  if (e.type !== 'message' || e.channel_type !== 'im') return null
  if (e.subtype === 'message_changed') {
    const m = e.message
    // Slack also "changes" a message when it unfolds a link: only an edit carries `edited`, and only a person's text matters.
    if (!m?.user || m.bot_id || !m.edited || m.text === e.previous_message?.text) return null
    return {
      ...base,
      user: m.user,
      place: direct(channel),
      delivery: byEvent,
      content: { kind: 'edited', message: m.ts, text: unmarked(m.text ?? '') },
    }
  }
  if (e.subtype === 'message_deleted') {
    const m = e.previous_message
    return m?.user && !m.bot_id
      ? { ...base, user: m.user, place: direct(channel), delivery: byEvent, content: { kind: 'deleted', message: m.ts } }
      : null
  }
  if (e.bot_id || !user || !e.ts || (e.subtype && e.subtype !== 'file_share')) return null
  const delivery = `m:${channel}:${e.ts}`
  const file = e.files?.[0]
  if (file)
    return {
      ...base,
      user,
      place: direct(channel, file.url_private_download ? { file: file.url_private_download } : undefined),
      delivery,
      content: {
        kind: 'file',
        name: file.name ?? 'file',
        mime: file.mimetype ?? 'application/octet-stream',
        size: file.size ?? 0,
        ...othersOf(e.files?.length ?? 1),
        text: unmarked(e.text ?? ''),
      },
    }
  return { ...base, user, place: direct(channel), delivery, content: { kind: 'text', text: unmarked(e.text ?? ''), message: e.ts } }
}

/** `prefix` is the installer's, in front of every command of ours but the catch-all too. */
export function readCommand(body: unknown, prefix: string): Read | null {
  const parsed = command.safeParse(body)
  if (!parsed.success) return null
  const c = parsed.data
  const name = c.command.replace(/^\//, '')
  return {
    user: c.user_id,
    space: c.team_id,
    place: placeOf(c.channel_id, c.response_url ? { response_url: c.response_url } : undefined),
    delivery: `c:${c.trigger_id}`,
    content: { kind: 'command', name: prefix && name.startsWith(prefix) ? name.slice(prefix.length) : name, text: unmarked(c.text ?? '') },
    trigger: c.trigger_id,
  }
}

export function readInteraction(body: unknown): Read | null {
  const parsed = interaction.safeParse(body)
  if (!parsed.success) return null
  const i = parsed.data
  const space = i.team?.id ?? i.user.team_id ?? ''
  const channel = i.channel?.id ?? i.container?.channel_id ?? ''
  const detail = i.response_url ? { response_url: i.response_url } : undefined
  const base = { user: i.user.id, space, trigger: i.trigger_id ?? null }
  switch (i.type) {
    case 'block_actions': {
      const action = i.actions?.[0]
      const pressed = action?.value ? press.safeParse(json(action.value)) : null
      if (!action || !pressed?.success) return null
      const ts = i.container?.message_ts
      return {
        ...base,
        place: channel ? placeOf(channel, detail) : direct(''),
        delivery: `a:${i.trigger_id ?? ''}:${action.action_id}:${action.action_ts ?? ''}`,
        content: {
          kind: 'press',
          press: pressed.data,
          dialog: action.action_id.startsWith('form:'),
          ...(ts && channel && !i.container?.is_ephemeral ? { card: { place: channel, id: ts } } : {}),
        },
      }
    }
    case 'view_submission': {
      const carried = metadata.safeParse(json(i.view?.private_metadata ?? ''))
      if (!i.view || !carried.success) return null
      const answers = answersOf(i.view.state?.values ?? {})
      // A submission tried again by the client comes with the same view, hash and answers.
      const hash = createHash('sha256')
        .update(JSON.stringify([i.view.id, i.view.hash ?? '', answers]))
        .digest('base64url')
      return {
        ...base,
        place: direct(''),
        delivery: `v:${hash}`,
        content: { kind: 'answers', form: carried.data.form, args: carried.data.args, answers, language: carried.data.language },
      }
    }
    case 'message_action':
      return {
        ...base,
        place: channel ? placeOf(channel, detail) : direct(''),
        delivery: `s:${i.trigger_id ?? ''}`,
        content: {
          kind: 'quote',
          text: unmarked(i.message?.text ?? ''),
          dialog: false,
          ...(i.message?.user === i.user.id ? { message: i.message.ts } : {}),
        },
      }
    case 'shortcut':
      return {
        ...base,
        place: direct(''),
        delivery: `s:${i.trigger_id ?? ''}`,
        content: { kind: 'press', press: { name: 'submit.form', args: {} }, dialog: true },
      }
    case 'view_closed':
      return null
    default:
      return i.type satisfies never
  }
}

function answersOf(values: Record<string, Record<string, Record<string, unknown>>>): Answers {
  const out: Answers = {}
  for (const [id, elements] of Object.entries(values)) {
    const e = Object.values(elements)[0]
    if (!e) continue
    const option = (o: unknown): string | null => (typeof o === 'object' && o !== null && 'value' in o ? String(o.value) : null)
    const several = Array.isArray(e.selected_options) ? e.selected_options.map(option).filter((v): v is string => v !== null) : null
    const one =
      [e.value, e.selected_date, e.selected_time].find((v): v is string => typeof v === 'string' && v !== '') ?? option(e.selected_option)
    if (several) out[id] = several
    else if (one) out[id] = one
  }
  return out
}

const json = (s: string): unknown => {
  try {
    return JSON.parse(s)
  } catch {
    return null
  }
}

export const asIncoming = (read: Read, profile: Profile): Incoming => ({
  delivery: read.delivery,
  account: { platform: 'slack', space: read.space, user: read.user },
  profile: { name: profile.name, email: profile.email, language: profile.language, guest: profile.guest },
  place: read.place,
  content: read.content,
})
