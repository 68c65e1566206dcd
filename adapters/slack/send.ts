/** The Messenger of Slack: posts, updates, answers in private; what Slack answers, as an Outcome. No retries here: delivery does them. */
import { ErrorCode, type WebClient } from '@slack/web-api'
import { z } from 'zod'
import { type Fallback, inLanguage } from '../../src/model/inbox.ts'
import type { CardRef } from '../../src/model/incoming.ts'
import type { Files, Messenger, Outcome, Target } from '../../src/model/messenger.ts'
import { type FilePart, filesOf, type View } from '../../src/model/view.ts'
import { shortened } from '../cut.ts'
import { limits } from './limits.ts'
import { type SlackMessage, toMessages } from './render.ts'

/** Errors after which nothing more is sent to the account. */
const gone = new Set([
  'account_inactive',
  'user_not_found',
  'users_not_found',
  'user_disabled',
  'channel_not_found',
  'is_archived',
  'cannot_dm_bot',
  'user_not_visible',
  'not_in_channel',
  'messages_tab_disabled',
])
/** Errors of ours or of the moment: the same may succeed later. */
const later = new Set([
  'ratelimited',
  'rate_limited',
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'accesslimited',
])

const failure = z.looseObject({
  code: z.string().optional(),
  message: z.string(),
  retryAfter: z.number().optional(),
  statusCode: z.number().optional(),
  data: z.looseObject({ error: z.string() }).optional(),
})

export function outcomeOf(error: unknown): Outcome {
  const read = failure.safeParse(error)
  if (!read.success) return { kind: 'retry', afterMs: 1000, reason: String(error) }
  const e = read.data
  if (e.code === ErrorCode.RateLimitedError) return { kind: 'retry', afterMs: (e.retryAfter ?? 1) * 1000, reason: 'rate limited' }
  if (e.code === ErrorCode.PlatformError && e.data) {
    if (gone.has(e.data.error)) return { kind: 'gone', reason: e.data.error }
    return later.has(e.data.error) ? { kind: 'retry', afterMs: 1000, reason: e.data.error } : { kind: 'refused', reason: e.data.error }
  }
  return { kind: 'retry', afterMs: 1000, reason: e.message }
}

/** Milliseconds an upload may take. */
const uploadMs = 60_000

/** @throws what Slack answered, as its client would. */
async function put(url: string, bytes: Uint8Array): Promise<void> {
  const body = new Uint8Array(bytes)
  const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(uploadMs) })
  if (!response.ok) throw Object.assign(new Error(`an upload was answered ${response.status}`), { statusCode: response.status })
}

export function createMessenger(client: WebClient, fallback: Fallback): Messenger {
  /** The channel to write to: where the person was met, else their direct conversation, opened. */
  async function channelOf(to: Target): Promise<string | null> {
    if (to.place?.id) return to.place.id
    if (!to.account) return null
    const opened = await client.conversations.open({ users: to.account.user })
    return opened.channel?.id ?? null
  }

  async function privately(to: Target, messages: SlackMessage[], user: string): Promise<Outcome> {
    const channel = to.place?.id ?? ''
    for (const m of messages) {
      try {
        await client.chat.postEphemeral({ channel, user, ...m })
      } catch (error) {
        const refused = outcomeOf(error)
        // Where the bot is no member of the channel it answers in the person's own conversation.
        if (refused.kind === 'retry') return refused
        return publicly({ ...to, place: null }, messages)
      }
    }
    return { kind: 'sent', card: null }
  }

  async function publicly(to: Target, messages: SlackMessage[]): Promise<Outcome> {
    try {
      const channel = await channelOf(to)
      if (!channel) return { kind: 'refused', reason: 'nowhere to send it' }
      let first: CardRef | null = null
      for (const m of messages) {
        const posted = await client.chat.postMessage({ channel, ...m, unfurl_links: false, unfurl_media: false })
        first ??= posted.ts ? { place: channel, id: posted.ts } : null
      }
      return { kind: 'sent', card: first, ...(to.account ? { place: { kind: 'direct', id: channel } as const } : {}) }
    } catch (error) {
      return outcomeOf(error)
    }
  }

  /**
   * A file in three calls: an address, the bytes, and the sharing, which is what a person sees; until then a failure leaves nothing behind. What is for
   * one person alone goes to their own conversation, for Slack shows an uploaded file to everybody in a channel.
   */
  async function handOver(to: Target, file: FilePart, view: View, onlyTo: string | undefined, files: Files): Promise<Outcome> {
    const place = onlyTo && to.place?.kind === 'channel' ? { ...to, place: null } : to
    const words = (text: string) => publicly(place, toMessages({ ...view, summary: text, parts: [{ kind: 'text', text, tone: 'normal' }] }))
    const bytes = await files.bytes(file.id)
    if (!bytes) return words(inLanguage(fallback.fileGone, view.language))
    try {
      const channel = await channelOf(place)
      if (!channel) return { kind: 'refused', reason: 'nowhere to send it' }
      // The client's types call it otherwise than the method does.
      const alt = file.alt ? { alt_txt: shortened(file.alt.replace(/[\u2066-\u2069]/g, ''), limits.alt) } : {}
      const ready = await client.files.getUploadURLExternal({ filename: file.name, length: bytes.length, ...alt })
      if (!ready.upload_url || !ready.file_id) return { kind: 'retry', afterMs: 1000, reason: 'Slack gave no address for a file' }
      await put(ready.upload_url, bytes)
      await client.files.completeUploadExternal({ files: [{ id: ready.file_id, title: file.name }], channel_id: channel })
      return { kind: 'sent', card: null }
    } catch (error) {
      const o = outcomeOf(error)
      if (o.kind !== 'refused') return o
      // A workspace may forbid files, or the bot was installed without the right to send any: the person is told, and gets an address where there is one.
      const link = files.link(file)
      const told = await words(link ? `${file.name}\n${link}` : inLanguage(fallback.fileRefused, view.language))
      return told.kind === 'sent' && !link ? o : told
    }
  }

  return {
    platform: 'slack',
    async send(to, view, { onlyTo, files }) {
      const [file] = filesOf(view)
      if (file) return handOver(to, file, view, onlyTo, files)
      return onlyTo && to.place?.kind === 'channel' ? privately(to, toMessages(view), onlyTo) : publicly(to, toMessages(view))
    },
    async update(to: Target, card: CardRef, view: View): Promise<Outcome> {
      const [first, ...rest] = toMessages(view)
      if (!first) return { kind: 'refused', reason: 'nothing to show' }
      try {
        await client.chat.update({ channel: card.place, ts: card.id, ...first })
      } catch (error) {
        const o = outcomeOf(error)
        // A message that is gone cannot be brought up to date, and need not be.
        if (o.kind === 'refused' || o.kind === 'gone') return { kind: 'refused', reason: o.reason }
        return o
      }
      return rest.length > 0 ? publicly({ ...to, place: { kind: 'direct', id: card.place } }, rest) : { kind: 'sent', card }
    },
  }
}
