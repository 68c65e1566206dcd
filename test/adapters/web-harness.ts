/** The local chat as its page uses it: posts over HTTP, and the events of each person's open page. */
import { expect } from 'vitest'
import type { AdaptiveCard } from '../../adapters/cards/card.ts'
import { fieldPrefix } from '../../adapters/cards/card.ts'
import { createWebChat } from '../../adapters/web/chat.ts'
import { mostFileBytes } from '../../src/model/incoming.ts'
import type { TestDatabase } from '../database.ts'
import { buttonsOf, inputsOf, linksOf, problemsOf, seenOf } from './cards.ts'
import type { Harness, Seen } from './contract.ts'
import { core, noFiles } from './core.ts'

type Event = { kind: string; id?: string; cards?: AdaptiveCard[]; summary?: string }
type Page = { events: Event[]; until(done: (e: Event) => boolean): Promise<void>; close(): void }

/** One person's open page: what comes over the stream, in order. */
async function openPage(url: string, who: string): Promise<Page> {
  const stop = new AbortController()
  const response = await fetch(`${url}/chat/events?as=${who}`, { signal: stop.signal })
  if (!response.body) throw new Error('no stream')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const events: Event[] = []
  let rest = ''
  let looked = 0
  return {
    events,
    async until(done) {
      for (;;) {
        for (; looked < events.length; looked++) if (done(events[looked] as Event)) return
        const { value, done: ended } = await reader.read()
        if (ended) throw new Error('the stream ended')
        const blocks = (rest + value).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const b of blocks) if (b.startsWith('data: ')) events.push(JSON.parse(b.slice(6)) as Event)
      }
    },
    close: () => stop.abort(),
  }
}

export async function webHarness(database: TestDatabase): Promise<Harness & { url: string; errors: object[]; warnings: object[] }> {
  let close = () => {}
  const running = await core(database, parts => {
    const web = createWebChat({
      ...parts,
      members: async () => [],
      emailOf: handle => `${handle}@munassiq.example`,
      history: async () => [],
      clock: null,
      file: id => parts.house.openFile(parts.networkId, id),
    })
    close = web.close
    return web
  })
  const pages = new Map<string, Page>()
  const record: { to: string; seen: Seen }[] = []
  let marks = 0
  let requests = 0
  let last: { who: string; path: string; body: string } | null = null
  let message = ''

  async function pageOf(who: string): Promise<Page> {
    const had = pages.get(who)
    if (had) return had
    const page = await openPage(running.url, who)
    pages.set(who, page)
    await page.until(e => e.kind === 'ready')
    return page
  }

  /** Everything a person was shown since: a mark sent behind it through the same stream says when all has come. */
  async function shown(who: string, from: number): Promise<Seen[]> {
    await running.settle()
    const page = await pageOf(who)
    const mark = `mark ${++marks}`
    await running.messenger.send(
      { space: 'local', account: null, place: { kind: 'direct', id: who } },
      { version: 1, language: 'en', summary: mark, parts: [] },
      { files: noFiles },
    )
    await page.until(e => e.summary === mark)
    const seen = page.events
      .slice(from)
      .filter(e => !e.summary?.startsWith('mark '))
      .map(e => seenOf(e.cards ?? [], e.kind === 'update'))
    for (const s of seen) record.push({ to: who, seen: s })
    return seen
  }

  async function post(path: string, body: string): Promise<{ dialog: { cards: AdaptiveCard[] } | null }> {
    const response = await fetch(`${running.url}/chat/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    if (!response.ok) throw new Error(`${path} was answered ${response.status}`)
    return response.json()
  }

  async function send(who: string, path: string, content: object) {
    const body = JSON.stringify({ as: who, id: `request-${++requests}`, ...content })
    last = { who, path, body }
    return post(path, body)
  }

  async function doing(who: string, work: () => Promise<unknown>): Promise<Seen[]> {
    const from = (await pageOf(who)).events.length
    await work()
    return shown(who, from)
  }

  async function button(who: string, label: string) {
    const events = (await pageOf(who)).events
    // The newest state of each card is what stands on the page.
    for (const e of [...events].reverse()) {
      if (events.findLast(o => o.id === e.id) !== e) continue
      const found = buttonsOf(e.cards ?? []).find(b => b.label === label)
      if (found) return { data: found.data, card: e.id }
    }
    throw new Error(`no button ${label}`)
  }

  return {
    url: running.url,
    errors: running.errors,
    warnings: running.warnings,
    say: (who, text) =>
      doing(who, async () => {
        await send(who, 'message', { text })
        message = `request-${requests}`
      }),
    press: (who, label, how) =>
      doing(who, async () => {
        const pressed = await button(who, label)
        await send(who, 'submit', pressed)
        if (how?.twice) await send(who, 'submit', pressed)
      }),
    async fill(who, label, answers) {
      const from = (await pageOf(who)).events.length
      const opened = await send(who, 'submit', await button(who, label))
      const form = opened.dialog?.cards ?? []
      const submit = buttonsOf(form)[0]
      if (!submit) throw new Error(`${label} opened no form`)
      const given = Object.fromEntries(Object.entries(answers).map(([id, value]) => [fieldPrefix + id, value]))
      const reply = await send(who, 'submit', { data: { ...submit.data, ...inputsOf(form), ...given } })
      return { seen: await shown(who, from), problems: problemsOf(reply.dialog?.cards ?? []) }
    },
    edit: (who, text) => doing(who, () => send(who, 'edit', { text, message })),
    async again() {
      const sent = last
      if (!sent) throw new Error('nothing was sent')
      return doing(sent.who, () => post(sent.path, sent.body))
    },
    attach: (who, { name, bytes }) =>
      doing(who, () => {
        // As the page does it: what is too large is only told of.
        const given = bytes.length > mostFileBytes ? {} : { bytes: Buffer.from(bytes).toString('base64') }
        return send(who, 'file', { name, mime: 'text/plain', size: bytes.length, text: '', ...given })
      }),
    hand: (who, file) => doing(who, () => running.hand(who, file)),
    async pictures(who) {
      await running.settle()
      const shown = (await pageOf(who)).events.flatMap(e => (e.cards ?? []).flatMap(c => c.body)).filter(e => e.type === 'Image')
      return Promise.all(
        shown.map(async e => ({
          alt: String(e.altText),
          bytes: new Uint8Array(await (await fetch(running.url + String(e.url))).arrayBuffer()),
        })),
      )
    },
    async files(who) {
      await running.settle()
      const links = (await pageOf(who)).events.flatMap(e => linksOf(e.cards ?? []))
      return Promise.all(
        links.map(async ({ title, url }) => {
          const response = await fetch(running.url + url)
          expect(response.headers.get('content-disposition')).toMatch(/^attachment;/)
          return { name: title, bytes: new Uint8Array(await response.arrayBuffer()) }
        }),
      )
    },
    all: () => record,
    async close() {
      for (const page of pages.values()) page.close()
      close()
      await running.close()
    },
  }
}
