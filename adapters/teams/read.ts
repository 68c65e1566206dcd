/** Bot Framework activity -> Incoming. Pure: what an activity of Teams says, in the house's words; null where there is nothing to answer. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Content, Incoming, Place } from '../../src/model/incoming.ts'
import type { Language, Profile } from '../../src/model/people.ts'
import { readSubmit } from '../cards/submit.ts'
import { readConsent } from './files.ts'

const text = z.string()
const who = z.looseObject({ id: text, name: text.nullish(), aadObjectId: text.nullish() })
/** What is needed of an activity; everything else of it is left alone. */
export const activityShape = z.looseObject({
  type: text,
  id: text.nullish(),
  name: text.nullish(),
  text: text.nullish(),
  locale: text.nullish(),
  action: text.nullish(),
  replyToId: text.nullish(),
  serviceUrl: text,
  channelId: text.nullish(),
  from: who,
  recipient: who,
  conversation: z.looseObject({ id: text, conversationType: text.nullish(), tenantId: text.nullish() }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: text }).nullish(), eventType: text.nullish() }).nullish(),
  entities: z
    .array(z.looseObject({ type: text.nullish(), mentioned: z.looseObject({ id: text }).nullish(), text: text.nullish() }))
    .nullish(),
  membersAdded: z.array(who).nullish(),
  membersRemoved: z.array(who).nullish(),
  attachments: z.array(z.looseObject({ contentType: text.nullish(), name: text.nullish(), content: z.unknown().optional() })).nullish(),
  value: z.unknown().optional(),
})
export type TeamsActivity = z.infer<typeof activityShape>

export type Read = { user: string; tenant: string; place: Place; delivery: string; content: Content }

export const languageOf = (a: TeamsActivity): Language | undefined =>
  a.locale ? (a.locale.toLowerCase().startsWith('ar') ? 'ar' : 'en') : undefined
export const tenantOf = (a: TeamsActivity): string => a.conversation.tenantId ?? a.channelData?.tenant?.id ?? ''

/** What a message of HTML says as text. */
export const plainOf = (html: string): string =>
  html
    .replace(/<(br|\/p|\/div|\/li)\s*\/?>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .trim()

/** The text without the mention of the bot itself; mentions of others stay as names. */
function spoken(a: TeamsActivity): string {
  let said = a.text ?? ''
  for (const e of a.entities ?? [])
    if (e.type === 'mention' && e.text && e.mentioned?.id === a.recipient.id) said = said.replace(e.text, ' ')
  return said.replace(/<\/?at>/g, '').trim()
}

const digest = (...parts: unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

/** A delivery's own name: its conversation and activity; a form sent off again by the client is the same form, whatever its activity is called. */
function deliveryOf(a: TeamsActivity, content: Content): string {
  // However often a card that asks about a file is pressed, the file is put there once.
  if (a.name === fileConsent && content.kind === 'press') return `f:${digest(a.from.id, content.press)}`
  if (content.kind === 'answers') return `s:${digest(a.from.id, content.form, content.args, content.answers)}`
  const name = `${a.conversation.id}|${a.type}|${a.id ?? digest(a.value, a.text, a.from.id)}${a.type === 'messageUpdate' ? `|${digest(a.text)}` : ''}`
  return name.length <= 380 ? name : `h:${digest(name)}`
}

const fileConsent = 'fileConsent/invoke'

export function read(a: TeamsActivity): Read | null {
  const asked = a.type === 'invoke' && a.name === fileConsent ? readConsent(a.value, a.replyToId ?? null) : null
  const content = asked ? withCard(asked.content, a) : contentOf(a)
  if (!content) return null
  const personal = (a.conversation.conversationType ?? 'personal') === 'personal'
  const place: Place = {
    kind: personal ? 'direct' : 'channel',
    id: a.conversation.id,
    detail: {
      serviceUrl: a.serviceUrl,
      botId: a.recipient.id,
      botName: a.recipient.name ?? '',
      tenantId: tenantOf(a),
      userId: a.from.id,
      conversationType: a.conversation.conversationType ?? 'personal',
      ...(asked?.upload ? { upload: asked.upload } : {}),
    },
  }
  return { user: a.from.aadObjectId ?? a.from.id, tenant: tenantOf(a), place, delivery: deliveryOf(a, content), content }
}

/** The card that was pressed; of the one that asked about a file, the file takes the place (send.ts). */
const withCard = (content: Content, a: TeamsActivity): Content =>
  content.kind === 'press' && a.replyToId ? { ...content, card: { place: a.conversation.id, id: a.replyToId } } : content

const invokeValue = z.looseObject({
  data: z.unknown().optional(),
  action: z.looseObject({ data: z.unknown().optional() }).nullish(),
  commandId: text.nullish(),
  messagePayload: z
    .looseObject({
      body: z.looseObject({ content: text.nullish(), contentType: text.nullish() }).nullish(),
      from: z.looseObject({ user: z.looseObject({ id: text.nullish() }).nullish() }).nullish(),
      id: text.nullish(),
    })
    .nullish(),
})

const fileType = 'application/vnd.microsoft.teams.file.download.info'
const fileShape = z.looseObject({ downloadUrl: text })
const filesIn = (a: TeamsActivity) => (a.attachments ?? []).filter(f => f.contentType === fileType)
const fileIn = (a: TeamsActivity) => filesIn(a)[0]

/** Where the file of a message can be fetched; null where there is none. */
export const downloadOf = (a: TeamsActivity): string | null => fileShape.safeParse(fileIn(a)?.content).data?.downloadUrl ?? null

function contentOf(a: TeamsActivity): Content | null {
  const card = a.replyToId ? { card: { place: a.conversation.id, id: a.replyToId } } : {}
  const submitted = (data: unknown, dialog: boolean): Content | null => {
    const sent = readSubmit(data)
    if (!sent) return null
    if (sent.kind === 'press') return { kind: 'press', press: sent.press, dialog, ...card }
    return { kind: 'answers', form: sent.form, args: sent.args, answers: sent.answers, language: sent.language }
  }
  switch (a.type) {
    case 'message': {
      if (a.value && !a.text) return submitted(a.value, false)
      const file = fileIn(a)
      const said = spoken(a)
      const others = filesIn(a).length - 1
      if (file) {
        const name = file.name ?? 'file'
        return { kind: 'file', name, mime: 'application/octet-stream', size: 0, text: said, ...(others > 0 ? { others } : {}) }
      }
      const command = /^\/([a-z][a-z-]*)\s*([\s\S]*)$/.exec(said)
      if (command) return { kind: 'command', name: command[1] ?? '', text: command[2] ?? '' }
      return { kind: 'text', text: said, ...(a.id ? { message: a.id } : {}) }
    }
    case 'messageUpdate':
      return a.id && a.text ? { kind: 'edited', message: a.id, text: spoken(a) } : null
    case 'messageDelete':
      return a.id ? { kind: 'deleted', message: a.id } : null
    case 'installationUpdate':
      return a.action?.startsWith('remove') ? { kind: 'left' } : { kind: 'installed' }
    case 'conversationUpdate':
      // The bot itself was added to a personal conversation; other comings and goings are no affair of ours.
      return a.membersAdded?.some(m => m.id === a.recipient.id) && (a.conversation.conversationType ?? 'personal') === 'personal'
        ? { kind: 'installed' }
        : null
    case 'invoke': {
      const v = invokeValue.safeParse(a.value)
      if (!v.success) return null
      switch (a.name) {
        case 'task/fetch':
          return submitted(v.data.data, true)
        case 'task/submit':
        case 'composeExtension/submitAction':
          return submitted(v.data.data, false)
        case 'adaptiveCard/action':
          return submitted(v.data.action?.data, false)
        case 'composeExtension/fetchTask': {
          const body = v.data.messagePayload?.body?.content
          const mine = v.data.messagePayload?.from?.user?.id === a.from.aadObjectId && v.data.messagePayload?.id
          return body
            ? { kind: 'quote', text: plainOf(body), dialog: true, ...(mine ? { message: mine } : {}) }
            : { kind: 'press', press: { name: 'submit.form', args: {} }, dialog: true }
        }
        default:
          return null
      }
    }
    default:
      return null
  }
}

export const asIncoming = (r: Read, profile: Profile): Incoming => ({
  delivery: r.delivery,
  account: { platform: 'teams', space: r.tenant, user: r.user },
  profile,
  place: r.place,
  content: r.content,
})
