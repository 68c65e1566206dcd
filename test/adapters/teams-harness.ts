/** Teams as Teams sends it: activities to the real adapter, and what the bot posts to a small Bot Connector on loopback. */
import type { AdaptiveCard } from '../../adapters/cards/card.ts'
import { fieldPrefix } from '../../adapters/cards/card.ts'
import { createTeams, type TeamsOptions } from '../../adapters/teams/app.ts'
import type { Inbox } from '../../src/model/inbox.ts'
import type { Messenger } from '../../src/model/messenger.ts'
import type { TestDatabase } from '../database.ts'
import { buttonsOf, inputsOf, problemsOf, seenOf } from './cards.ts'
import type { Harness, Seen } from './contract.ts'
import { core } from './core.ts'
import { type Connector, connector, type Sent } from './teams-connector.ts'

export type TeamsHarness = Harness & {
  url: string
  connector: Connector
  messenger: Messenger
  warnings: { message: string }[]
  errors: object[]
  activity(who: string, more: object): Record<string, unknown>
  post(activity: object | string, headers?: Record<string, string>): Promise<Response>
  settle(): Promise<void>
  /** Minutes later: what is to be tried again is. */
  later(): Promise<void>
}

const unsigned = {
  appId: '',
  appPassword: '',
  tenantId: '',
  openIdMetadataUrl: null,
  tokenIssuer: null,
  loginUrl: null,
  oauthScope: null,
  unsigned: true,
} satisfies Partial<TeamsOptions>

export async function teamsHarness(
  database: TestDatabase,
  how: { options?: Partial<TeamsOptions>; wrap?: (inbox: Inbox) => Inbox } = {},
): Promise<TeamsHarness> {
  const peer = await connector()
  const running = await core(database, parts =>
    createTeams({ ...parts, ...unsigned, ...how.options, inbox: how.wrap ? how.wrap(parts.inbox) : parts.inbox }),
  )
  const place = (who: string) => `a:${who}`
  let n = 0
  let last: { who: string; body: object } | null = null
  let message = ''
  const record: { to: string; seen: Seen }[] = []

  const activity: TeamsHarness['activity'] = (who, more) => ({
    id: `activity-${++n}`,
    channelId: 'msteams',
    serviceUrl: peer.url,
    timestamp: '2026-11-24T06:00:00Z',
    from: { id: `29:${who}`, name: who, aadObjectId: `aad-${who}` },
    recipient: { id: '28:bot', name: 'Munassiq' },
    conversation: { id: place(who), conversationType: 'personal', tenantId: 'tenant-1' },
    channelData: { tenant: { id: 'tenant-1' } },
    ...more,
  })
  const post: TeamsHarness['post'] = (body, headers = {}) =>
    fetch(`${running.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  async function send(body: object): Promise<{ task?: { value?: { card?: { content: AdaptiveCard } } } }> {
    const response = await post(body)
    if (!response.ok) throw new Error(`Teams was answered ${response.status}`)
    const text = await response.text()
    await running.settle()
    return text ? JSON.parse(text) : {}
  }
  const seen = (s: Sent): Seen => {
    const drawn = seenOf(s.cards, s.update)
    return { ...drawn, text: s.text ? `${s.text}\n${drawn.text}` : drawn.text }
  }
  const since = (who: string, from: number): Seen[] => {
    const list = peer.sent
      .slice(from)
      .filter(s => s.conversation === place(who))
      .map(seen)
    for (const one of list) record.push({ to: who, seen: one })
    return list
  }
  async function doing(who: string, work: () => Promise<unknown>): Promise<Seen[]> {
    const from = peer.sent.length
    await work()
    return since(who, from)
  }
  function button(who: string, label: string) {
    const mine = peer.sent.filter(s => s.conversation === place(who))
    for (const s of [...mine].reverse()) {
      if (mine.findLast(o => o.id === s.id) !== s) continue
      const found = buttonsOf(s.cards).find(b => b.label === label)
      if (found) return { data: found.data, card: s.id }
    }
    throw new Error(`no button ${label}`)
  }
  const invoke = (who: string, name: string, value: object, card?: string) =>
    activity(who, { type: 'invoke', name, value, ...(card ? { replyToId: card } : {}) })
  const pressed = (who: string, b: ReturnType<typeof button>) =>
    invoke(who, 'adaptiveCard/action', { action: { type: 'Action.Execute', data: b.data } }, b.card)
  const formIn = (answer: Awaited<ReturnType<typeof send>>): AdaptiveCard[] => {
    const card = answer.task?.value?.card?.content
    return card ? [card] : []
  }

  return {
    url: running.url,
    connector: peer,
    messenger: running.messenger,
    warnings: running.warnings,
    errors: running.errors,
    activity,
    post,
    settle: running.settle,
    later: running.later,
    say: (who, text) =>
      doing(who, async () => {
        const body = activity(who, { type: 'message', text })
        message = String(body.id)
        last = { who, body }
        await send(body)
      }),
    press: (who, label, twice) =>
      doing(who, async () => {
        const b = button(who, label)
        const body = pressed(who, b)
        last = { who, body }
        await send(body)
        if (twice?.twice) await send(pressed(who, b))
      }),
    async fill(who, label, answers) {
      const from = peer.sent.length
      const b = button(who, label)
      const form = formIn(await send(invoke(who, 'task/fetch', { data: b.data }, b.card)))
      const submit = buttonsOf(form)[0]
      if (!submit) throw new Error(`${label} opened no form`)
      const given = Object.fromEntries(Object.entries(answers).map(([id, value]) => [fieldPrefix + id, value]))
      const reply = await send(invoke(who, 'task/submit', { data: { ...submit.data, ...inputsOf(form), ...given } }))
      return { seen: since(who, from), problems: problemsOf(formIn(reply)) }
    },
    edit: (who, text) =>
      doing(who, () => send(activity(who, { type: 'messageUpdate', id: message, text, channelData: { eventType: 'editMessage' } }))),
    async again() {
      const sent = last
      if (!sent) throw new Error('nothing was sent')
      return doing(sent.who, () => send(sent.body))
    },
    attach: (who, { name, bytes }) =>
      doing(who, async () => {
        const path = `/download/${++n}`
        peer.files.set(path, bytes)
        const content = { downloadUrl: `${new URL(peer.url).origin}${path}`, uniqueId: 'u', fileType: name.split('.').at(-1) }
        const contentType = 'application/vnd.microsoft.teams.file.download.info'
        await send(activity(who, { type: 'message', text: '', attachments: [{ contentType, name, content }] }))
      }),
    hand: (who, file) =>
      doing(who, async () => {
        await running.hand(who, file)
        await running.settle()
      }),
    async pictures(who) {
      await running.settle()
      const shown = peer.sent.filter(s => s.conversation === place(who)).flatMap(s => s.cards.flatMap(c => c.body))
      return shown.flatMap(e =>
        e.type === 'Image'
          ? [{ alt: String(e.altText), bytes: new Uint8Array(Buffer.from(String(e.url).replace('data:image/png;base64,', ''), 'base64')) }]
          : [],
      )
    },
    async files(who) {
      await running.settle()
      const mine = () => peer.sent.filter(s => s.conversation === place(who))
      for (const message of mine())
        for (const a of message.files.filter(f => f.contentType.endsWith('.consent'))) {
          const { file } = a.content.acceptContext as { file: string }
          // A person may press twice before the card is gone.
          for (const _ of [1, 2])
            await send({
              ...invoke(
                who,
                'fileConsent/invoke',
                {
                  type: 'fileUpload',
                  action: 'accept',
                  context: a.content.acceptContext,
                  uploadInfo: {
                    contentUrl: `https://drive.example/${file}`,
                    name: a.name,
                    uploadUrl: `${peer.url}upload/${file}`,
                    uniqueId: `unique-${file}`,
                    fileType: 'xlsx',
                  },
                },
                message.id,
              ),
            })
        }
      const got = mine().flatMap(s => s.files.filter(f => f.contentType.endsWith('.info')))
      return got.flatMap(f => (peer.put.get(`/upload/${f.contentUrl?.split('/').at(-1)}`) ?? []).map(bytes => ({ name: f.name, bytes })))
    },
    all: () => record,
    async close() {
      await running.close()
      await peer.close()
    },
  }
}
