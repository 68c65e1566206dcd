/** The local chat: a page that draws the same cards as Teams, for this machine's own browser. Routes, the Messenger, and the open pages. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { type Application, type Request, type Response } from 'express'
import { z } from 'zod'
import { type Fallback, type Inbox, inLanguage, NotStored, type Reply } from '../../src/model/inbox.ts'
import { type Content, type Incoming, mostFileBytes, press as pressShape } from '../../src/model/incoming.ts'
import type { Messenger } from '../../src/model/messenger.ts'
import type { Account, Bilingual, Language, Role } from '../../src/model/people.ts'
import type { View } from '../../src/model/view.ts'
import { toCards } from '../cards/card.ts'
import { readSubmit } from '../cards/submit.ts'
import { bodyLimit, type Log, loopbackOnly, sendFile } from '../http.ts'

export type ChatMember = { handle: string; name: Bilingual; organization: Bilingual; roles: Role[]; language: Language }
export type HistoryEntry = { from: 'bot'; id: string; view: View } | { from: 'person'; id: string; text: string }
/** The network's present, and moments one can move to. */
export type ClockFace = { now: string; zone: string; jumps: { to: string; at: string }[] }

export type WebChatOptions = {
  inbox: Inbox
  log: Log
  members: () => Promise<ChatMember[]>
  emailOf: (handle: string) => string
  history: (account: Account) => Promise<HistoryEntry[]>
  /** Only with the sample network. Answers when all that fell due is done. */
  clock: {
    read: () => Promise<ClockFace>
    move: (to: string) => Promise<{ ok: true; now: string } | { ok: false; problem: string }>
  } | null
  /** A file that was handed to somebody here; null once it is no longer kept. */
  file: (id: string) => Promise<{ name: string; mime: string; bytes: Uint8Array } | null>
  newId: () => string
  fallback: Fallback
}

export const space = 'local'
const here = dirname(fileURLToPath(import.meta.url))
const adaptivecards = dirname(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'))

const who = z.object({
  as: z.string().regex(/^[a-z0-9][a-z0-9-]{0,40}$/),
  id: z.string().min(8).max(80),
  language: z.enum(['ar', 'en']).optional(),
})
const messageBody = who.extend({ text: z.string().max(200_000) })
const editBody = messageBody.extend({ message: z.string().max(80) })
const submitBody = who.extend({ data: z.record(z.string(), z.unknown()), card: z.string().max(80).optional() })
const pressBody = who.extend({ press: pressShape })
/** Characters of the largest file as base64, and of a request that holds it. */
const mostFileText = Math.ceil(mostFileBytes / 3) * 4
const fileRequest = mostFileText + 10_000
const fileBody = who.extend({
  name: z.string().max(300),
  mime: z.string().max(200),
  size: z.number(),
  bytes: z.string().max(mostFileText).optional(),
  text: z.string().max(4000).default(''),
})

export function createWebChat(options: WebChatOptions): { messenger: Messenger; routes: (app: Application) => void; close(): void } {
  const { inbox, log, members, emailOf, history, clock, file, newId, fallback } = options
  const open = new Map<string, Set<Response>>()

  function show(handle: string, event: object): void {
    for (const res of open.get(handle) ?? []) res.write(`data: ${JSON.stringify(event)}\n\n`)
  }
  const bot = (id: string, view: View, replaced = false) => ({
    kind: replaced ? 'update' : 'bot',
    id,
    language: view.language,
    summary: view.summary,
    cards: toCards(view, { words: fallback, link: file => `/chat/files/${encodeURIComponent(file.id)}` }),
  })

  const messenger: Messenger = {
    platform: 'web',
    async send(to, view) {
      const handle = to.place?.id ?? to.account?.user
      if (!handle) return { kind: 'refused', reason: 'the local chat has no channels' }
      const id = newId()
      show(handle, bot(id, view))
      return { kind: 'sent', card: { place: handle, id } }
    },
    async update(_to, card, view) {
      show(card.place, bot(card.id, view, true))
      return { kind: 'sent', card }
    },
  }

  async function take(req: Request, res: Response, body: z.infer<typeof who>, content: Content): Promise<void> {
    const incoming: Incoming = {
      delivery: body.id,
      account: { platform: 'web', space, user: body.as },
      profile: { email: emailOf(body.as), language: body.language, guest: false },
      place: { kind: 'direct', id: body.as },
      content,
    }
    let reply: Reply
    try {
      const taken = await inbox.take(incoming)
      // What fails after it was stored is told by the bot itself, as a message.
      reply = await taken.work().catch(() => ({ dialog: null, home: null }))
    } catch (error) {
      if (!(error instanceof NotStored)) log.error({ err: error, path: req.path }, 'the local chat could not answer')
      res.status(503).json({ problem: inLanguage(fallback.notSaved, body.language ?? 'ar') })
      return
    }
    res.json({
      dialog: reply.dialog
        ? { title: titleOf(reply.dialog), language: reply.dialog.language, cards: toCards(reply.dialog, { words: fallback }) }
        : null,
    })
  }

  const titleOf = (view: View): string => view.parts.flatMap(p => (p.kind === 'form' ? [p.title] : []))[0] ?? view.summary

  /** A request's body by its shape, or 400. */
  function parsed<S extends z.ZodType>(shape: S, req: Request, res: Response): z.infer<S> | null {
    const r = shape.safeParse(req.body)
    if (r.success) return r.data
    log.warn({ path: req.path, status: 400 }, 'a request was refused')
    res.status(400).json({ problem: 'bad request' })
    return null
  }

  return {
    messenger,
    close() {
      for (const pages of open.values()) for (const res of pages) res.end()
      open.clear()
    },
    routes(app) {
      const chat = express.Router()
      chat.use(loopbackOnly)
      chat.use('/file', express.json({ limit: fileRequest }))
      chat.use(express.json({ limit: bodyLimit }))
      chat.get('/', (_req, res) => res.sendFile(join(here, 'page', 'chat.html')))
      for (const file of ['chat.js', 'chat.css', 'words.js']) chat.get(`/${file}`, (_req, res) => res.sendFile(join(here, 'page', file)))
      chat.get('/limits', (_req, res) => void res.json({ fileBytes: mostFileBytes }))
      chat.get('/adaptivecards.js', (_req, res) => res.sendFile(join(adaptivecards, 'adaptivecards.min.js')))
      chat.get('/members', async (_req, res) => void res.json(await members()))
      chat.get(
        '/clock',
        async (_req, res) => void (clock ? res.json(await clock.read()) : res.status(404).json({ problem: 'no clock to move' })),
      )
      chat.post('/clock', async (req, res) => {
        const body = parsed(z.object({ now: z.string().max(60) }), req, res)
        if (!body) return
        const moved = clock ? await clock.move(body.now) : { ok: false as const, problem: 'no clock to move' }
        if (moved.ok) res.json({ now: moved.now })
        else res.status(400).json({ problem: moved.problem })
      })
      chat.get('/files/:id', async (req, res) => sendFile(res, await file(req.params.id)))
      chat.get('/events', async (req, res) => {
        const handle = who.shape.as.safeParse(req.query.as)
        if (!handle.success) return void res.status(400).json({ problem: 'who?' })
        res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' })
        for (const entry of await history({ platform: 'web', space, user: handle.data }))
          res.write(
            `data: ${JSON.stringify(entry.from === 'bot' ? bot(entry.id, entry.view) : { kind: 'person', id: entry.id, text: entry.text })}\n\n`,
          )
        res.write('data: {"kind":"ready"}\n\n')
        const pages = open.get(handle.data) ?? new Set()
        pages.add(res)
        open.set(handle.data, pages)
        const alive = setInterval(() => res.write(': alive\n\n'), 25_000)
        res.on('close', () => {
          clearInterval(alive)
          pages.delete(res)
        })
      })
      chat.post('/message', async (req, res) => {
        const body = parsed(messageBody, req, res)
        if (!body) return
        const command = /^\/([a-z][a-z-]*)\s*([\s\S]*)$/.exec(body.text)
        await take(
          req,
          res,
          body,
          command
            ? { kind: 'command', name: command[1] ?? '', text: command[2] ?? '' }
            : { kind: 'text', text: body.text, message: body.id },
        )
      })
      chat.post('/edit', async (req, res) => {
        const body = parsed(editBody, req, res)
        if (body) await take(req, res, body, { kind: 'edited', message: body.message, text: body.text })
      })
      chat.post('/press', async (req, res) => {
        const body = parsed(pressBody, req, res)
        if (body) await take(req, res, body, { kind: 'press', press: body.press, dialog: false })
      })
      chat.post('/submit', async (req, res) => {
        const body = parsed(submitBody, req, res)
        if (!body) return
        const sent = readSubmit(body.data)
        if (!sent) return void res.status(400).json({ problem: 'not a card of ours' })
        const card = body.card ? { card: { place: body.as, id: body.card } } : {}
        await take(
          req,
          res,
          body,
          sent.kind === 'press'
            ? { kind: 'press', press: sent.press, dialog: sent.opensForm, ...card }
            : { kind: 'answers', form: sent.form, args: sent.args, answers: sent.answers, language: sent.language },
        )
      })
      chat.post('/file', async (req, res) => {
        const body = parsed(fileBody, req, res)
        if (body)
          await take(req, res, body, {
            kind: 'file',
            name: body.name,
            mime: body.mime,
            size: body.size,
            bytes: body.bytes,
            text: body.text,
          })
      })
      app.get('/', loopbackOnly, (_req, res) => res.redirect('/chat'))
      app.use('/chat', chat)
    },
  }
}
