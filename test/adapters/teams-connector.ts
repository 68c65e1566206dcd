/** A small Bot Connector on loopback: who the members are, what was posted and updated where; answers as it is told to. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AdaptiveCard } from '../../adapters/cards/card.ts'

export type Sent = { conversation: string; id: string; text: string; cards: AdaptiveCard[]; update: boolean }
export type Call = { method: string; path: string }
/** Null lets the connector answer by itself. */
export type Answer = (call: Call) => { status: number; headers?: Record<string, string>; body?: object } | null

type Message = { type?: string; text?: string; attachments?: { content: AdaptiveCard }[] }

export async function connector() {
  const sent: Sent[] = []
  const calls: Call[] = []
  let n = 0
  let answer: Answer = () => null
  const keep = (conversation: string, id: string, m: Message, update: boolean) => {
    if (m.type === 'message') sent.push({ conversation, id, text: m.text ?? '', cards: (m.attachments ?? []).map(a => a.content), update })
    return { id }
  }
  const own = ({ method, path }: Call, body: Message & { members?: { id: string }[] }): object | null => {
    const [, , conversation = '', kind, id] = path.split('/').slice(1).map(decodeURIComponent)
    if (method === 'POST' && !conversation) return { id: `a:${body.members?.[0]?.id.replace('29:', '')}` }
    if (kind === 'members' && id) {
      const handle = id.replace('29:', '')
      return { id, name: handle, email: `${handle}@munassiq.example`, userPrincipalName: `${handle}@munassiq.example`, userRole: 'user' }
    }
    if (kind === 'activities' && method === 'POST') return keep(conversation, `card-${++n}`, body, false)
    if (kind === 'activities' && method === 'PUT') return keep(conversation, id ?? '', body, true)
    return null
  }
  const server = createServer((req, res) => {
    let body = ''
    req.setEncoding('utf8')
    req.on('data', chunk => {
      body += chunk
    })
    req.on('end', () => {
      const call = { method: req.method ?? '', path: (req.url ?? '').split('?')[0] ?? '' }
      calls.push(call)
      const other = answer(call)
      const made = other ? (other.body ?? {}) : own(call, body ? JSON.parse(body) : {})
      res.writeHead(other?.status ?? (made ? 200 : 404), { 'content-type': 'application/json', ...other?.headers })
      res.end(JSON.stringify(made ?? { error: { code: 'NotFound', message: 'not found' } }))
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sent,
    calls,
    answer(by: Answer) {
      answer = by
    },
    close: () =>
      new Promise<void>(done => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
export type Connector = Awaited<ReturnType<typeof connector>>
