/** The one HTTP server: routes of every adapter, health, limits, who may call. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express, { type NextFunction, type Request, type Response } from 'express'
import helmet from 'helmet'
import { mostFileBytes } from '../src/model/incoming.ts'

export type Log = {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

export type HttpOptions = {
  host: string
  port: number
  log: Log
  /** Whether the database answers and its migrations are applied. */
  ready: () => Promise<{ ok: true } | { ok: false; reason: string }>
  /** Each adapter mounts its own, with its own body parser: Slack needs the raw body for its signature. */
  routes: ((app: express.Application) => void)[]
}

/** Bytes of a request's body; more is answered 413. */
export const bodyLimit = 1_000_000
/**
 * A file's bytes as base64, read piece by piece within `ms` milliseconds; its size alone where it is larger than is taken, and null where it cannot be had:
 * then it is told of without them.
 */
export async function fetchFile(
  url: string,
  headers: Record<string, string>,
  ms: number,
  log: Log,
): Promise<{ bytes?: string; size: number } | null> {
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(ms) })
    // A page in place of the file is a login, or a sentence that says why not.
    const page = /^text\/html/.test(response.headers.get('content-type') ?? '')
    if (!response.ok || !response.body || page) {
      log.warn({ status: response.status, page }, 'a file could not be fetched')
      await response.body?.cancel()
      return null
    }
    const told = Number(response.headers.get('content-length') ?? 0)
    const pieces: Uint8Array[] = []
    let size = 0
    for await (const piece of response.body as AsyncIterable<Uint8Array>) {
      size += piece.length
      if (Math.max(size, told) > mostFileBytes) return { size: Math.max(size, told) }
      pieces.push(piece)
    }
    return { bytes: Buffer.concat(pieces).toString('base64'), size }
  } catch (error) {
    log.warn({ err: error }, 'a file could not be fetched')
    return null
  }
}

/** A file to keep, whatever its kind: it is never shown as a page of ours. */
export function sendFile(res: Response, file: { name: string; mime: string; bytes: Uint8Array } | null): void {
  if (!file) return void res.status(404).type('text').send('no longer kept')
  res.attachment(file.name).type(file.mime).set('cache-control', 'private, no-store').send(Buffer.from(file.bytes))
}

/** Files by their own address, for whoever has it. An address names its network, and its id cannot be guessed. */
export const fileRoute =
  (open: (networkId: string, id: string) => Promise<Parameters<typeof sendFile>[1]>) =>
  (app: express.Application): void =>
    void app.get('/files/:network/:id/:name', async (req, res) => sendFile(res, await open(req.params.network, req.params.id)))

/** What stands behind the bot's public address to open a file. */
export const filePath = (networkId: string, file: { id: string; name: string }): string =>
  `files/${[networkId, file.id, file.name].map(encodeURIComponent).join('/')}`

/** Milliseconds that open requests get to finish when the server stops. */
const grace = 8_000

export function createHttpServer({ host, port, log, ready, routes }: HttpOptions) {
  const app = express()
  app.disable('x-powered-by')
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          upgradeInsecureRequests: null,
        },
      },
      // The server itself speaks plain HTTP behind a proxy that ends TLS; that proxy says whether HTTPS is for ever.
      strictTransportSecurity: false,
    }),
  )
  app.get('/healthz', (_req, res) => void res.type('text').send('alive'))
  app.get('/readyz', async (_req, res) => {
    const state = await ready().catch((error: unknown) => ({
      ok: false as const,
      reason: error instanceof Error ? error.message : String(error),
    }))
    if (state.ok) res.type('text').send('ready')
    else res.status(503).type('text').send(state.reason)
  })
  for (const mount of routes) mount(app)
  app.use((_req, res) => void res.status(404).type('text').send('not found'))
  app.use((error: unknown, req: Request, res: Response, next: NextFunction) => {
    const status = statusOf(error)
    const kind = error instanceof Error ? error.name : typeof error
    if (status >= 500) log.error({ err: error, path: req.path }, 'a request failed')
    else log.warn({ path: req.path, status, kind }, 'a request was refused')
    if (res.headersSent) next(error)
    else
      res
        .status(status)
        .type('text')
        .send({ 400: 'bad request', 413: 'too large', 415: 'unsupported' }[status] ?? 'something went wrong')
  })
  const server: Server = createServer(app)
  return {
    start: () =>
      new Promise<{ port: number }>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, () => {
          server.off('error', reject)
          resolve({ port: (server.address() as AddressInfo).port })
        })
      }),
    stop: () =>
      new Promise<void>(resolve => {
        const timer = setTimeout(() => server.closeAllConnections(), grace)
        server.close(() => {
          clearTimeout(timer)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

/** The status an error of a body parser carries; 500 for what is ours. */
function statusOf(error: unknown): number {
  if (
    typeof error === 'object' &&
    error !== null &&
    'status' in error &&
    typeof error.status === 'number' &&
    error.status >= 400 &&
    error.status < 500
  )
    return error.status
  return 500
}

const loopbackHosts = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

/**
 * Lets only this machine's own browser in: the connection, the Host and (where there is one) the Origin are loopback, and no proxy stands
 * between. The Host is looked at because a page elsewhere can point its own name at 127.0.0.1 (DNS rebinding).
 */
export function loopbackOnly(req: Request, res: Response, next: NextFunction): void {
  const from = req.socket.remoteAddress ?? ''
  const local = from === '::1' || from.startsWith('127.') || from.startsWith('::ffff:127.')
  const origin = req.headers.origin
  const originOk = origin === undefined || loopbackHosts.test(origin.replace(/^https?:\/\//i, ''))
  if (local && loopbackHosts.test(req.headers.host ?? '') && originOk && !forwarding.some(h => req.headers[h] !== undefined)) next()
  else res.status(403).type('text').send('only from this machine')
}
