/** Slack as Slack sends it: signed requests to the real adapter, and what the bot posts to a small Web API on loopback. */
import { createSlack } from '../../adapters/slack/app.ts'
import type { Inbox } from '../../src/model/inbox.ts'
import type { Messenger } from '../../src/model/messenger.ts'
import type { TestDatabase } from '../database.ts'
import type { Harness, Seen } from './contract.ts'
import { core } from './core.ts'
import { type Block, directOf, type Modal, type Posted, type SlackApi, signed, slackApi, userOf } from './slack-api.ts'

export const secret = 'signing-secret-of-the-tests'
type Button = { label: string; action_id: string; value: string }

// Escapes and marks that Slack takes off before it shows a text.
const read = (text: unknown): string =>
  String(text ?? '')
    .replace(/[\u2060\u200f\u2066-\u2069]/g, '')
    .replace(/\*([^*\n]+)\*/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

const textOf = (blocks: Block[]): string =>
  blocks
    .flatMap(b => (b.text ? [b.text] : b.type === 'context' ? (b.elements as unknown[]) : []))
    .map(t => read((t as { text: string }).text))
    .join('\n')
const buttonsOf = (blocks: Block[]): Button[] =>
  blocks
    .flatMap(
      b =>
        (b.type === 'actions' ? b.elements : b.accessory ? [b.accessory] : []) as {
          text: { text: string }
          action_id: string
          value: string
        }[],
    )
    .map(e => ({ label: read(e.text.text), action_id: e.action_id, value: e.value }))
const seenOf = (p: Posted): Seen => ({ text: textOf(p.blocks), buttons: buttonsOf(p.blocks).map(b => b.label), update: p.update })

/** A modal's inputs as Slack sends them back: what stood in them, and over it what is given. */
function stateOf(modal: Modal, given: Record<string, string>) {
  const values: Record<string, Record<string, object>> = {}
  for (const b of modal.blocks.filter(b => b.type === 'input')) {
    const id = String(b.block_id)
    const e = b.element as { type: string } & Record<string, unknown>
    const option = (v: unknown) => (v ? { value: v } : null)
    const value = given[id]
    const state = {
      plain_text_input: { value: value ?? e.initial_value ?? null },
      datepicker: { selected_date: value ?? e.initial_date ?? null },
      timepicker: { selected_time: value ?? e.initial_time ?? null },
      static_select: { selected_option: value ? option(value) : (e.initial_option ?? null) },
      multi_static_select: { selected_options: value ? [option(value)] : (e.initial_options ?? []) },
    }[e.type]
    if (!state) throw new Error(`an input of the kind ${e.type}`)
    values[id] = { v: { type: e.type, ...state } }
  }
  return { values }
}

export type SlackHarness = Harness & {
  url: string
  api: SlackApi
  messenger: Messenger
  warnings: { message: string }[]
  errors: object[]
  /** Posts a body, signed as of `at` seconds since 1970. */
  post(body: string, how?: { at?: number; key?: string; headers?: Record<string, string> }): Promise<Response>
  /** Posts and waits until what it asked for is worked and sent. */
  send(body: string): Promise<Response>
  settle(): Promise<void>
  /** Minutes later: what is to be tried again is. */
  later(): Promise<void>
  event(event: object, id?: string): string
  command(who: string, name: string, text?: string, channel?: string): string
}

export async function slackHarness(database: TestDatabase, wrap: (inbox: Inbox) => Inbox = i => i): Promise<SlackHarness> {
  const api = await slackApi()
  const running = await core(database, parts =>
    createSlack({
      ...parts,
      signingSecret: secret,
      botToken: 'xoxb-test',
      appToken: null,
      apiUrl: api.url,
      commandPrefix: '',
      inbox: wrap(parts.inbox),
    }),
  )
  let n = 0
  let last: { who: string; body: string } | null = null
  let message = ''
  const record: { to: string; seen: Seen }[] = []

  const post: SlackHarness['post'] = (body, how = {}) =>
    fetch(`${running.url}/slack/events`, {
      method: 'POST',
      body,
      headers: { ...signed(body, how.key ?? secret, how.at), ...how.headers },
    })
  const { settle } = running
  async function send(body: string): Promise<Response> {
    const response = await post(body)
    if (!response.ok) throw new Error(`Slack was answered ${response.status}`)
    await settle()
    return response
  }
  async function doing(who: string, work: () => Promise<unknown>): Promise<Seen[]> {
    const from = api.posted.length
    await work()
    const seen = api.posted
      .slice(from)
      .filter(p => p.channel === directOf(who))
      .map(seenOf)
    for (const s of seen) record.push({ to: who, seen: s })
    return seen
  }

  const event: SlackHarness['event'] = (e, id = `Ev${++n}`) =>
    JSON.stringify({ type: 'event_callback', team_id: 'T1', api_app_id: 'A1', event_id: id, event_time: 1795500000, event: e })
  const form = (payload: object) => `payload=${encodeURIComponent(JSON.stringify(payload))}`
  const command: SlackHarness['command'] = (who, name, text = '', channel = directOf(who)) =>
    new URLSearchParams({
      command: `/${name}`,
      text,
      user_id: userOf(who),
      team_id: 'T1',
      channel_id: channel,
      trigger_id: `t${++n}`,
      response_url: `${api.url}response`,
    }).toString()

  function button(who: string, label: string) {
    const mine = api.posted.filter(p => p.channel === directOf(who))
    for (const p of [...mine].reverse()) {
      if (mine.findLast(o => o.ts === p.ts) !== p) continue
      const found = buttonsOf(p.blocks).find(b => b.label === label)
      if (found) return { ...found, ts: p.ts, channel: p.channel }
    }
    throw new Error(`no button ${label}`)
  }
  const pressed = (who: string, b: ReturnType<typeof button>) =>
    form({
      type: 'block_actions',
      team: { id: 'T1' },
      user: { id: userOf(who), team_id: 'T1' },
      trigger_id: `t${++n}`,
      channel: { id: b.channel },
      container: { type: 'message', message_ts: b.ts, channel_id: b.channel, is_ephemeral: false },
      actions: [{ type: 'button', action_id: b.action_id, value: b.value, action_ts: String(n) }],
    })

  return {
    url: running.url,
    api,
    messenger: running.messenger,
    warnings: running.warnings,
    errors: running.errors,
    post,
    send,
    settle,
    later: running.later,
    event,
    command,
    say: (who, text) =>
      doing(who, async () => {
        message = `1795400000.${String(++n).padStart(6, '0')}`
        const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
        const body = event({ type: 'message', channel_type: 'im', channel: directOf(who), user: userOf(who), text: escaped, ts: message })
        last = { who, body }
        await send(body)
      }),
    press: (who, label, how) =>
      doing(who, async () => {
        const b = button(who, label)
        const body = pressed(who, b)
        last = { who, body }
        await send(body)
        if (how?.twice) await send(pressed(who, b))
      }),
    async fill(who, label, answers) {
      const from = api.posted.length
      const shown = api.next('views.update')
      await send(pressed(who, button(who, label)))
      await shown
      const modal = [...api.modals.values()].at(-1)
      if (!modal?.private_metadata) throw new Error(`${label} opened no form`)
      const response = await send(
        form({
          type: 'view_submission',
          team: { id: 'T1' },
          user: { id: userOf(who), team_id: 'T1' },
          view: { ...modal, hash: 'h', state: stateOf(modal, answers) },
        }),
      )
      const text = await response.text()
      const answer = text ? (JSON.parse(text) as { errors?: Record<string, string> }) : {}
      const problems = Object.fromEntries(Object.entries(answer.errors ?? {}).map(([id, p]) => [id, read(p)]))
      return {
        seen: api.posted
          .slice(from)
          .filter(p => p.channel === directOf(who))
          .map(seenOf),
        problems,
      }
    },
    edit: (who, text) =>
      doing(who, () =>
        send(
          event({
            type: 'message',
            subtype: 'message_changed',
            channel_type: 'im',
            channel: directOf(who),
            ts: `1795400001.${String(++n).padStart(6, '0')}`,
            message: { type: 'message', user: userOf(who), text, ts: message, edited: { user: userOf(who), ts: '1795400001.000000' } },
            previous_message: { type: 'message', user: userOf(who), text: 'before', ts: message },
          }),
        ),
      ),
    async again() {
      const sent = last
      if (!sent) throw new Error('nothing was sent')
      return doing(sent.who, () => send(sent.body))
    },
    attach: (who, { name, bytes }) =>
      doing(who, async () => {
        const path = `/api/private/${++n}`
        api.sent.set(path, bytes)
        const file = {
          name,
          mimetype: 'text/plain',
          size: bytes.length,
          url_private_download: `${new URL(api.url).origin}${path}`,
        }
        const ts = `1795400002.${String(++n).padStart(6, '0')}`
        const said = { type: 'message', subtype: 'file_share', channel_type: 'im', channel: directOf(who), user: userOf(who), text: '', ts }
        await send(event({ ...said, files: [file] }))
      }),
    hand: (who, file) =>
      doing(who, async () => {
        await running.hand(who, file)
        await settle()
      }),
    async pictures(who) {
      await settle()
      return api.shared.filter(f => f.channel === directOf(who) && f.alt !== '').map(({ alt, bytes }) => ({ alt, bytes }))
    },
    async files(who) {
      await settle()
      return api.shared.filter(f => f.channel === directOf(who)).map(({ name, bytes }) => ({ name, bytes }))
    },
    all: () => record,
    async close() {
      await running.close()
      await api.close()
    },
  }
}
