/**
 * What stands between the Playground and a bot that checks tokens, as Microsoft's channel does: it signs what goes to the bot, gives the bot its own
 * token at an https login, and lets nothing through to the connector without that token.
 */
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { channelKeys } from '../adapters/channel-tokens.ts'
import { loopbackCertificate } from './certificate.ts'

async function listen(server: Server): Promise<number> {
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}
async function bodyOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
function json(res: ServerResponse, body: object, status = 200): void {
  res.writeHead(status, { 'content-type': 'application/json' })
  res.end(JSON.stringify(body))
}
const answering =
  (work: (req: IncomingMessage, res: ServerResponse) => Promise<void>): RequestListener =>
  (req, res) => {
    work(req, res).catch(error => json(res, { error: { code: 'BadGateway', message: String(error) } }, 502))
  }

/** How the next activities are sent to the bot. */
export type Signature = 'right' | 'none' | 'forged'

export async function signingChannel(appId: string, tenant: string) {
  const keys = await channelKeys()
  const { cert, key } = loopbackCertificate(Date.now())
  const forger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  const token = randomUUID()
  let signature: Signature = 'right'
  let personalAllowed = true
  let bot = ''
  let playground = ''
  let url = ''
  let loginUrl = ''
  const connectorCalls: { path: string; admitted: boolean }[] = []

  /** The bot's login: the two addresses that MSAL asks. */
  const login = createSecureServer(
    { cert, key },
    answering(async (req, res) => {
      const { pathname } = new URL(req.url ?? '', loginUrl)
      const base = `${loginUrl}/${tenant}`
      if (pathname === `/${tenant}/v2.0/.well-known/openid-configuration`)
        return json(res, {
          issuer: `${base}/v2.0`,
          authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
          token_endpoint: `${base}/oauth2/v2.0/token`,
          jwks_uri: `${base}/keys`,
        })
      const asked = new URLSearchParams(await bodyOf(req))
      if (pathname === `/${tenant}/oauth2/v2.0/token` && asked.get('client_id') === appId && asked.get('client_secret') === 'secret')
        return json(res, { token_type: 'Bearer', expires_in: 3600, access_token: token })
      json(res, { error: 'invalid_client' }, 401)
    }),
  )

  async function toBot(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await bodyOf(req)
    const authorization = (): Record<string, string> => {
      if (signature === 'none' || !body) return {}
      const { serviceUrl } = JSON.parse(body) as { serviceUrl: string }
      return { authorization: `Bearer ${keys.token(appId, serviceUrl, {}, signature === 'forged' ? forger : undefined)}` }
    }
    await forward(req, res, bot, body, authorization())
  }
  async function toConnector(req: IncomingMessage, res: ServerResponse, path: string): Promise<void> {
    const admitted = req.headers.authorization === `Bearer ${token}`
    connectorCalls.push({ path, admitted })
    const body = await bodyOf(req)
    if (!admitted) return json(res, { error: { code: 'Unauthorized', message: 'no token of this login' } }, 401)
    if (!personalAllowed && path === '/v3/conversations') return json(res, { error: { code: 'Forbidden', message: 'not installed' } }, 403)
    await forward(req, res, `${playground}/_connector${path}`, body)
  }
  async function forward(req: IncomingMessage, res: ServerResponse, to: string, body: string, headers: Record<string, string> = {}) {
    const type = req.headers['content-type']
    const answer = await fetch(to, {
      method: req.method ?? 'GET',
      headers: { ...(type ? { 'content-type': type } : {}), ...headers },
      ...(body ? { body } : {}),
    })
    const answered = Buffer.from(await answer.arrayBuffer())
    const answeredType = answer.headers.get('content-type')
    res.writeHead(answer.status, answeredType ? { 'content-type': answeredType } : {})
    res.end(answered)
  }

  const between = createServer(
    answering(async (req, res) => {
      const path = req.url ?? ''
      if (path === '/api/messages') return toBot(req, res)
      if (path.startsWith('/_connector')) return toConnector(req, res, path.slice('/_connector'.length))
      json(res, { error: { code: 'NotFound', message: path } }, 404)
    }),
  )
  url = `http://localhost:${await listen(between)}`
  loginUrl = `https://127.0.0.1:${await listen(login)}`

  return {
    /** The login's certificate, for the bot to trust. */
    cert,
    keys,
    loginUrl,
    endpoint: `${url}/api/messages`,
    serviceUrl: `${url}/_connector`,
    connectorCalls,
    join(ends: { bot: string; playground: string }): void {
      bot = `${ends.bot}/api/messages`
      playground = ends.playground
    },
    sign(how: Signature): void {
      signature = how
    },
    /** Whether the connector lets the bot open a personal conversation: it does not where a person has not installed it. */
    allowPersonal(allowed: boolean): void {
      personalAllowed = allowed
    },
    async close(): Promise<void> {
      for (const server of [between, login]) {
        server.closeAllConnections()
        await new Promise(done => server.close(done))
      }
      await keys.close()
    },
  }
}
