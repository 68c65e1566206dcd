/** The Messenger of Teams: proactive messages by the stored conversation; what Teams answers, as an Outcome. No retries here: delivery does them. */
import type { Activity, CloudAdapter, ConversationReference, TurnContext } from 'botbuilder'
import { z } from 'zod'
import { type Fallback, inLanguage } from '../../src/model/inbox.ts'
import type { CardRef, Place } from '../../src/model/incoming.ts'
import type { Files, Messenger, Outcome, Target } from '../../src/model/messenger.ts'
import { type FilePart, filesOf, type View } from '../../src/model/view.ts'
import { consentCard, fileCard, pictureCard, put, type Upload, uploadFor } from './files.ts'
import { toMessages } from './render.ts'

/** Addresses of uploads that are remembered at once. */
const mostUploaded = 1000

const detail = z.looseObject({
  serviceUrl: z.string(),
  botId: z.string(),
  botName: z.string().default(''),
  tenantId: z.string().default(''),
  userId: z.string().default(''),
  conversationType: z.string().default('personal'),
})
type Detail = z.infer<typeof detail>

const failure = z.looseObject({
  statusCode: z.number().optional(),
  code: z.union([z.string(), z.number()]).optional(),
  message: z.string(),
  response: z.looseObject({ headers: z.unknown().optional() }).nullish(),
  body: z.unknown().optional(),
})

/** What a refused request means. 403 is MessageWritesBlocked: uninstalled or blocked; 404 a conversation that is no more. */
export function outcomeOf(error: unknown): Outcome {
  const read = failure.safeParse(error)
  if (!read.success) return { kind: 'retry', afterMs: 1000, reason: String(error) }
  const { statusCode: status, message } = read.data
  if (status === 403) return { kind: 'gone', reason: message }
  if (status === 404) return { kind: 'gone', reason: message }
  if (status === 429 || status === 412 || (status !== undefined && status >= 500))
    return { kind: 'retry', afterMs: retryAfter(read.data.response?.headers), reason: `${status} ${message}` }
  if (status !== undefined && status >= 400) return { kind: 'refused', reason: `${status} ${message}` }
  return { kind: 'retry', afterMs: 1000, reason: message }
}

function retryAfter(headers: unknown): number {
  const get = (headers as { get?: (name: string) => string | null | undefined } | undefined)?.get
  const value =
    typeof get === 'function' ? get.call(headers, 'retry-after') : (headers as Record<string, string> | undefined)?.['retry-after']
  const seconds = Number(value)
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 1000
}

export type SendOptions = { adapter: CloudAdapter; appId: string; audience: string; fallback: Fallback }

export function createMessenger({ adapter, appId, audience, fallback }: SendOptions): Messenger {
  const reference = (place: Place, d: Detail): Partial<ConversationReference> => ({
    channelId: 'msteams',
    serviceUrl: d.serviceUrl,
    bot: { id: d.botId, name: d.botName },
    user: { id: d.userId, name: '' },
    conversation: { id: place.id, isGroup: place.kind === 'channel', conversationType: d.conversationType, tenantId: d.tenantId, name: '' },
  })

  const within = (place: Place, d: Detail, work: (context: TurnContext) => Promise<void>): Promise<void> =>
    adapter.continueConversationAsync(appId, reference(place, d), work)

  // Bytes that were put there already: what comes after them may have to be tried again, and an upload's address takes them once.
  const uploaded = new Set<string>()

  async function upload(place: Place, d: Detail, to: Upload, bytes: Uint8Array): Promise<Outcome> {
    if (!uploaded.has(to.uploadUrl)) await put(to.uploadUrl, bytes)
    if (uploaded.size >= mostUploaded) uploaded.clear()
    uploaded.add(to.uploadUrl)
    let card: CardRef | null = null
    await within(place, d, async context => {
      const sent = await context.sendActivity(fileCard(to))
      card = sent?.id ? { place: place.id, id: sent.id } : null
      // The card that asked has had its answer; where it is gone already, nothing is lost.
      if (to.card) await context.deleteActivity(to.card).catch(() => {})
    })
    return { kind: 'sent', card }
  }

  const sayOf = (view: View, text: string): View => ({ ...view, summary: text, parts: [{ kind: 'text', text, tone: 'normal' }] })

  /** A file as this conversation takes it: uploaded, asked about, or as a link. */
  async function handOver(
    to: Target & { place: Place },
    d: Detail,
    file: FilePart,
    view: View,
    onlyTo: boolean,
    files: Files,
  ): Promise<Outcome> {
    const wanted = uploadFor(to.place, file)
    if (wanted) {
      const bytes = await files.bytes(file.id)
      if (bytes) {
        try {
          return await upload(to.place, d, wanted, bytes)
        } catch (error) {
          const o = outcomeOf(error)
          // What was said of the upload says nothing of the person.
          if (o.kind === 'retry') return o
          await post(to.place, d, sayOf(view, inLanguage(fallback.fileRefused, view.language)))
          return o.kind === 'gone' ? { kind: 'refused', reason: o.reason } : o
        }
      }
      return { kind: 'sent', card: await post(to.place, d, sayOf(view, inLanguage(fallback.fileGone, view.language))) }
    }
    const picture = pictureCard(file, file.alt ? await files.bytes(file.id) : null)
    if (picture && !onlyTo) return { kind: 'sent', card: await post(to.place, d, picture) }
    const asking = picture ?? consentCard(file, inLanguage(fallback.fileDescription, view.language), view.language)
    if (to.place.kind === 'direct') return { kind: 'sent', card: await post(to.place, d, asking) }
    if (onlyTo)
      try {
        return { kind: 'sent', card: null, place: (await personal(d, asking)).place }
      } catch (error) {
        const o = outcomeOf(error)
        // Without the person's own installation the words before it have said to write in private.
        return o.kind === 'gone' ? { kind: 'refused', reason: o.reason } : o
      }
    const link = files.link(file)
    const shown = link ? view : sayOf(view, `${file.name}\n${inLanguage(fallback.fileNoLink, view.language)}`)
    return { kind: 'sent', card: await post(to.place, d, shown, () => link) }
  }

  async function post(place: Place, d: Detail, what: View | Partial<Activity>, link?: () => string | null): Promise<CardRef | null> {
    let first: CardRef | null = null
    await within(place, d, async context => {
      for (const message of 'parts' in what ? toMessages(what, fallback, link) : [what]) {
        const sent = await context.sendActivity(message as Partial<Activity>)
        first ??= sent?.id ? { place: place.id, id: sent.id } : null
      }
    })
    return first
  }

  /** The person's own conversation with the bot, made anew: a stored one went stale, or they were only met in a channel. */
  async function personal(d: Detail, view: View | Partial<Activity>): Promise<{ card: CardRef | null; place: Place }> {
    let made: { card: CardRef | null; place: Place } | null = null
    await adapter.createConversationAsync(
      appId,
      'msteams',
      d.serviceUrl,
      audience,
      {
        isGroup: false,
        bot: { id: d.botId, name: d.botName },
        members: [{ id: d.userId, name: '' }],
        tenantId: d.tenantId,
        channelData: { tenant: { id: d.tenantId } },
        activity: undefined as unknown as Activity,
      },
      async context => {
        const place: Place = { kind: 'direct', id: context.activity.conversation.id, detail: { ...d, conversationType: 'personal' } }
        made = { card: await post(place, { ...d, conversationType: 'personal' }, view), place }
      },
    )
    if (!made) throw new Error('the personal conversation was not made')
    return made
  }

  return {
    platform: 'teams',
    async send(to, view, { onlyTo, files }) {
      const d = detail.safeParse(to.place?.detail)
      if (!to.place || !d.success) return { kind: 'gone', reason: 'this person never wrote to the bot in Teams' }
      const [file] = filesOf(view)
      try {
        if (file) return await handOver({ ...to, place: to.place }, d.data, file, view, onlyTo !== undefined, files)
        if (onlyTo && to.place.kind === 'channel') {
          try {
            return { kind: 'sent', card: null, place: (await personal(d.data, view)).place }
          } catch (error) {
            const o = outcomeOf(error)
            if (o.kind === 'retry') return o
            // Without the person's own installation a channel gets one neutral line and nothing else.
            await within(
              to.place,
              d.data,
              async context => void (await context.sendActivity(inLanguage(fallback.writeToMe, view.language))),
            )
            return { kind: 'sent', card: null }
          }
        }
        return { kind: 'sent', card: await post(to.place, d.data, view) }
      } catch (error) {
        const o = outcomeOf(error)
        // About one stored conversation in a hundred goes stale: it is made again, once.
        if (o.kind === 'gone' && /not ?found/i.test(o.reason) && to.place.kind === 'direct') {
          try {
            const again = await personal(d.data, view)
            return { kind: 'sent', card: again.card, place: again.place }
          } catch (second) {
            return outcomeOf(second)
          }
        }
        return o
      }
    },
    async update(to: Target, card: CardRef, view: View): Promise<Outcome> {
      const d = detail.safeParse(to.place?.detail)
      if (!d.success) return { kind: 'refused', reason: 'nowhere to update it' }
      const place: Place = { kind: to.place?.kind ?? 'direct', id: card.place }
      try {
        await within(place, d.data, async context => {
          const [first, ...rest] = toMessages(view, fallback)
          await context.updateActivity({ ...(first as Partial<Activity>), id: card.id })
          for (const more of rest) await context.sendActivity(more as Partial<Activity>)
        })
        return { kind: 'sent', card }
      } catch (error) {
        const o = outcomeOf(error)
        // A message that is gone cannot be brought up to date; that says nothing of the person.
        return o.kind === 'gone' ? { kind: 'refused', reason: o.reason } : o
      }
    },
  }
}
