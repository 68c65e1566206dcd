/** The Messenger of Slack: posts, updates, answers in private; what Slack answers, as an Outcome. No retries here: delivery does them. */
import { ErrorCode, type WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { CardRef } from '../../src/model/incoming.ts'
import type { Messenger, Outcome, Target } from '../../src/model/messenger.ts'
import type { View } from '../../src/model/view.ts'
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

export function createMessenger(client: WebClient): Messenger {
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

  return {
    platform: 'slack',
    send: (to, view, { onlyTo }) =>
      onlyTo && to.place?.kind === 'channel' ? privately(to, toMessages(view), onlyTo) : publicly(to, toMessages(view)),
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
