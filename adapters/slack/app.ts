/** Slack on Bolt: verifies, stores before it acknowledges, hands over, and opens what must be opened at once. Decides nothing. */
import { App, ExpressReceiver, LogLevel, type Receiver, type ReceiverEvent } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import type { Application } from 'express'
import { type Fallback, type Inbox, inLanguage, NotStored, type Reply, type Taken } from '../../src/model/inbox.ts'
import { mostFileBytes } from '../../src/model/incoming.ts'
import type { Messenger } from '../../src/model/messenger.ts'
import type { Language } from '../../src/model/people.ts'
import { bodyLimit, fetchFile, type Log } from '../http.ts'
import { loadingModal, problemsOf, toModal } from './modal.ts'
import { profiles } from './profiles.ts'
import { asIncoming, type Read, readCommand, readEvent, readInteraction } from './read.ts'
import { toHome } from './render.ts'
import { createMessenger } from './send.ts'
import { socketReceiver } from './socket.ts'

export type SlackOptions = {
  signingSecret: string
  botToken: string
  appToken: string | null
  apiUrl: string | null
  commandPrefix: string
  /** Whether Socket Mode goes through the proxy that the environment names. */
  proxy?: boolean
  inbox: Inbox
  log: Log
  fallback: Fallback
  /** Milliseconds since 1970. */
  now: () => number
}

const endpoint = '/slack/events'

/** Milliseconds a form's submission may take before its modal shows that it is being worked on; Slack waits three seconds. */
const patience = 2_200

/** Milliseconds a file may take to come; the delivery is acknowledged after it, within three seconds. */
const fileMs = 2_000

/** Signed, but nothing that Slack sends: neither a command nor anything with a type. */
class Malformed extends Error {
  override name = 'Malformed'
}

type Stored = { read: Read; taken: Taken; language: Language }
type Ack = (response?: unknown) => Promise<void>

export function createSlack(options: SlackOptions): {
  messenger: Messenger
  routes: (app: Application) => void
  /** In Socket Mode resolves once Slack is connected, however long it is away; rejects where Slack refuses for good. */
  start(): Promise<void>
  stop(): Promise<void>
} {
  const { inbox, log, fallback, now } = options
  // What was stored for a payload, until Bolt hands the same payload to our listener.
  const stored = new WeakMap<object, Stored | 'nothing' | NotStored>()
  const mounts: ((app: Application) => void)[] = []

  function receiver(): Receiver {
    if (options.appToken) return socketReceiver({ appToken: options.appToken, apiUrl: options.apiUrl, proxy: options.proxy ?? false, log })
    // Bolt's receiver brings the signature's check and the endpoint; it is mounted when the one HTTP server is made.
    const inner = new ExpressReceiver({
      signingSecret: options.signingSecret,
      endpoints: endpoint,
      bodyLimit,
      logLevel: LogLevel.ERROR,
      processEventErrorHandler: async ({ error, response }) => {
        const malformed = error instanceof Malformed
        if (!malformed) log.error({ err: error }, 'a Slack delivery could not be taken')
        if (!response.headersSent) {
          response.writeHead(malformed ? 400 : 503)
          response.end()
        }
        return true
      },
    })
    mounts.push(app => {
      app.use(refuseMalformed(log))
      app.use(inner.router)
    })
    return inner
  }

  const inner = receiver()
  const app = new App({
    receiver: {
      // Bolt acknowledges events before any listener runs: what comes in is stored before Bolt sees it.
      init(bolt) {
        const before = Object.create(bolt) as App
        before.processEvent = async (event: ReceiverEvent) => {
          if (typeof event.body?.type !== 'string' && typeof event.body?.command !== 'string') throw new Malformed()
          await store(event.body)
          await bolt.processEvent(event)
        }
        inner.init(before)
      },
      start: (...args: unknown[]) => inner.start(...args),
      stop: (...args: unknown[]) => inner.stop(...args),
    },
    authorize: async () => ({ botToken: options.botToken }),
    ignoreSelf: false,
    logLevel: LogLevel.ERROR,
    clientOptions: {
      ...(options.apiUrl ? { slackApiUrl: options.apiUrl } : {}),
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: 10_000,
    },
  })
  const client = new WebClient(options.botToken, {
    ...(options.apiUrl ? { slackApiUrl: options.apiUrl } : {}),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 10_000,
    logLevel: LogLevel.ERROR as never,
  })
  const known = profiles(client, now, log)

  async function store(body: Record<string, unknown>): Promise<void> {
    const read =
      'command' in body
        ? readCommand(body, options.commandPrefix)
        : body.type === 'event_callback'
          ? readEvent(body)
          : readInteraction(body)
    if (!read?.user) {
      stored.set(body, 'nothing')
      return
    }
    const [profile, withFile] = await Promise.all([known.of(read.user, read.space), fetched(read)])
    try {
      const taken = await inbox.take(asIncoming(withFile, profile))
      stored.set(body, { read, taken, language: profile.language ?? 'ar' })
    } catch (error) {
      if (!(error instanceof NotStored) || body.type === 'event_callback') throw error
      // A person waits for an answer: they are told. An event without one fails, so that Slack sends it again.
      stored.set(body, error)
    }
  }

  /** A file's bytes, up to the limit; without them the file is still told of. */
  async function fetched(read: Read): Promise<Read> {
    const url = read.place.detail?.file
    if (read.content.kind !== 'file' || typeof url !== 'string' || read.content.size > mostFileBytes) return read
    const file = await fetchFile(url, { authorization: `Bearer ${options.botToken}` }, fileMs, log)
    return file ? { ...read, content: { ...read.content, ...file } } : read
  }

  app.use(async args => {
    const body = args.body as unknown as Record<string, unknown>
    const ack = ((args as unknown as { ack?: Ack }).ack ?? (async () => {})) as Ack
    const held = stored.get(body)
    if (held === undefined || held === 'nothing') return ack()
    if (held instanceof NotStored) return sayNotSaved(body, ack)
    await answer(held, ack)
  })

  async function sayNotSaved(body: Record<string, unknown>, ack: Ack): Promise<void> {
    const sentence = `${inLanguage(fallback.notSaved, 'ar')}\n${inLanguage(fallback.notSaved, 'en')}`
    if ('command' in body) return ack({ response_type: 'ephemeral', text: sentence })
    const view = body.view as { state?: { values?: Record<string, unknown> } } | undefined
    const first = Object.keys(view?.state?.values ?? {})[0]
    if (body.type === 'view_submission' && first) return ack({ response_action: 'errors', errors: { [first]: sentence } })
    await ack()
    const url = body.response_url
    if (typeof url === 'string')
      await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text: sentence }),
      }).catch(() => {})
  }

  async function answer({ read, taken, language }: Stored, ack: Ack): Promise<void> {
    const { content } = read
    if (content.kind === 'answers') return submitted(taken, ack, content.language ?? language)
    await ack()
    if (content.kind === 'press' && content.dialog && read.trigger) {
      const spoken = content.press.language ?? language
      const opened = await client.views
        .open({ trigger_id: read.trigger, view: loadingModal('Munassiq', inLanguage(fallback.loading, spoken)) })
        .catch((error: unknown) => {
          log.warn({ err: error }, 'a form could not be opened')
          return null
        })
      const reply = await finished(taken)
      const id = opened?.view?.id
      if (id && reply?.dialog)
        await client.views
          .update({ view_id: id, view: toModal(reply.dialog, fallback) })
          .catch((error: unknown) => log.warn({ err: error }, 'a form could not be shown'))
      else if (id)
        await client.views
          .update({ view_id: id, view: loadingModal('Munassiq', inLanguage(reply ? fallback.close : fallback.notSaved, spoken)) })
          .catch(() => {})
      return
    }
    const reply = await finished(taken)
    if (reply?.home)
      await client.views
        .publish({ user_id: read.user, view: toHome(reply.home, fallback) })
        .catch((error: unknown) => log.warn({ err: error }, 'a home page could not be shown'))
  }

  /** A form sent off: its mistakes go back to their inputs; what takes long shows that it is worked on. */
  async function submitted(taken: Taken, ack: Ack, language: Language): Promise<void> {
    const work = finished(taken)
    const late = new Promise<'late'>(resolve => setTimeout(() => resolve('late'), patience).unref())
    const reply = await Promise.race([work, late])
    if (reply === 'late') return ack({ response_action: 'update', view: loadingModal('Munassiq', inLanguage(fallback.loading, language)) })
    if (!reply) return ack({ response_action: 'update', view: loadingModal('Munassiq', inLanguage(fallback.notSaved, language)) })
    if (!reply.dialog) return ack()
    const errors = problemsOf(reply.dialog)
    return ack(
      Object.keys(errors).length > 0
        ? { response_action: 'errors', errors }
        : { response_action: 'update', view: toModal(reply.dialog, fallback) },
    )
  }

  const finished = (taken: Taken): Promise<Reply | null> =>
    taken.work().catch((error: unknown) => {
      log.error({ err: error }, 'a Slack delivery failed')
      return null
    })

  return {
    messenger: createMessenger(client, fallback),
    routes(http) {
      for (const mount of mounts) mount(http)
    },
    async start() {
      if (options.appToken) await app.start()
    },
    async stop() {
      if (options.appToken) await app.stop()
    },
  }
}

/** Refuses what is not even shaped like a request of Slack's before Bolt's parser throws on it. */
const refuseMalformed =
  (log: Log) =>
  (req: import('express').Request, res: import('express').Response, next: import('express').NextFunction): void => {
    if (req.path !== endpoint || req.method !== 'POST') {
      next()
      return
    }
    // One line for whatever is refused, here or by Bolt's own receiver.
    res.on('finish', () => {
      if (res.statusCode >= 400 && res.statusCode < 500) log.warn({ path: endpoint, status: res.statusCode }, 'a request was refused')
    })
    if (Number(req.headers['content-length'] ?? 0) > bodyLimit) {
      res.status(413).end()
      return
    }
    if (!req.headers['x-slack-signature'] || !req.headers['x-slack-request-timestamp']) {
      res.status(401).end()
      return
    }
    next()
  }
