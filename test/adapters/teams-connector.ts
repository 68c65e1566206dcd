/** A small Bot Connector on loopback: who the members are, what was posted and updated where; answers as it is told to. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AdaptiveCard } from '../../adapters/cards/card.ts'

export type Sent = { conversation: string; id: string; text: string; cards: AdaptiveCard[]; files: Attachment[]; update: boolean }
/** What else may hang on a message: a card that asks about a file, a card of a file. */
export type Attachment = { contentType: string; name: string; contentUrl?: string; content: Record<string, unknown> }
export type Call = { method: string; path: string }
/** Null lets the connector answer by itself. */
export type Answer = (call: Call) => { status: number; headers?: Record<string, string>; body?: object } | null

type Message = { type?: string; text?: string; attachments?: (Attachment | { contentType?: undefined; content: AdaptiveCard })[] }
const isFile = (a: { contentType?: string | undefined }): a is Attachment => /card\.file\./.test(a.contentType ?? '')

export async function connector() {
  const sent: Sent[] = []
  const calls: Call[] = []
  /** What was put at each address, and how often. */
  const put = new Map<string, Uint8Array[]>()
  const deleted: string[] = []
  /** What people sent, by address. */
  const files = new Map<string, Uint8Array>()
  let n = 0
  let answer: Answer = () => null
  const keep = (conversation: string, id: string, m: Message, update: boolean) => {
    const hanging = m.attachments ?? []
    const cards = hanging.flatMap(a => (isFile(a) ? [] : [a.content as AdaptiveCard]))
    if (m.type === 'message') sent.push({ conversation, id, text: m.text ?? '', cards, files: hanging.filter(isFile), update })
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
    if (kind === 'activities' && method === 'DELETE') {
      deleted.push(id ?? '')
      return {}
    }
    if (kind === 'activities' && method === 'PUT') return keep(conversation, id ?? '', body, true)
    return null
  }
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', chunk => void chunks.push(chunk))
    req.on('end', () => {
      const bytes = Buffer.concat(chunks)
      const body = bytes.toString('utf8')
      const file = files.get(req.url ?? '')
      if (file) {
        res.end(file)
        return
      }
      const call = { method: req.method ?? '', path: (req.url ?? '').split('?')[0] ?? '' }
      calls.push(call)
      const other = answer(call)
      if (!other && call.path.startsWith('/upload/')) {
        put.set(call.path, [...(put.get(call.path) ?? []), bytes])
        res.writeHead(201).end('{}')
        return
      }
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
    put,
    deleted,
    files,
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
