/** A small Slack Web API on loopback: remembers what was posted, by whom it is seen, and which modal is open; answers as it is told to. */
import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Block = { type: string; block_id?: string } & Record<string, unknown>
export type Modal = { id: string; private_metadata?: string; title: { text: string }; blocks: Block[] }
export type Posted = { channel: string; ts: string; text: string; blocks: Block[]; update: boolean; onlyTo: string | null }
export type Call = { method: string; args: Record<string, string> }
/** Null lets the API answer by itself. */
export type Answer = (call: Call) => { status?: number; headers?: Record<string, string>; body?: object } | null

export const userOf = (handle: string): string => `U${handle.toUpperCase()}`
export const directOf = (handle: string): string => `D${handle.toUpperCase()}`
const handleOf = (id: string): string => id.slice(1).toLowerCase()

/** The headers of a request that Slack signed at `at`, in seconds since 1970. */
export const signed = (body: string, key: string, at = Math.floor(Date.now() / 1000)): Record<string, string> => ({
  'content-type': body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
  'x-slack-request-timestamp': String(at),
  'x-slack-signature': `v0=${createHmac('sha256', key).update(`v0:${at}:${body}`).digest('hex')}`,
})

export async function slackApi() {
  const calls: Call[] = []
  const posted: Posted[] = []
  const modals = new Map<string, Modal>()
  const homes = new Map<string, Block[]>()
  const waiting: { method: string; done: () => void }[] = []
  /** What was uploaded, by file id, and what of it was shared where. */
  const uploads = new Map<string, { name: string; bytes: Uint8Array; alt: string }>()
  const shared: { channel: string; name: string; bytes: Uint8Array; alt: string }[] = []
  /** What people sent, by address, for whoever has the bot's token; what is empty may not be read. */
  const sent = new Map<string, Uint8Array>()
  let n = 0
  let answer: Answer = () => null

  function own({ method, args }: Call): object {
    const blocks = JSON.parse(args.blocks ?? '[]') as Block[]
    const message = { channel: args.channel ?? '', text: args.text ?? '', blocks }
    switch (method) {
      case 'users.info': {
        const handle = handleOf(args.user ?? '')
        return { user: { id: args.user, team_id: 'T1', name: handle, profile: { real_name: handle, email: `${handle}@munassiq.example` } } }
      }
      case 'conversations.open':
        return { channel: { id: directOf(handleOf(args.users ?? '')) } }
      case 'chat.postMessage':
      case 'chat.postEphemeral': {
        const ts = `1795500000.${String(++n).padStart(6, '0')}`
        posted.push({ ...message, ts, update: false, onlyTo: method === 'chat.postEphemeral' ? (args.user ?? '') : null })
        return { channel: args.channel, ts, message_ts: ts }
      }
      case 'chat.update':
        posted.push({ ...message, ts: args.ts ?? '', update: true, onlyTo: null })
        return { channel: args.channel, ts: args.ts }
      case 'views.open': {
        const view = { ...JSON.parse(args.view ?? '{}'), id: `V${++n}` } as Modal
        modals.set(view.id, view)
        return { view }
      }
      case 'views.update': {
        const view = { ...JSON.parse(args.view ?? '{}'), id: args.view_id } as Modal
        modals.set(view.id, view)
        return { view }
      }
      case 'views.publish':
        homes.set(args.user_id ?? '', (JSON.parse(args.view ?? '{}') as { blocks: Block[] }).blocks)
        return {}
      case 'files.getUploadURLExternal': {
        const id = `F${++n}`
        uploads.set(id, { name: args.filename ?? '', bytes: new Uint8Array(), alt: args.alt_txt ?? '' })
        return { file_id: id, upload_url: `${url()}upload/${id}` }
      }
      case 'files.completeUploadExternal':
        for (const { id } of JSON.parse(args.files ?? '[]') as { id: string }[]) {
          const file = uploads.get(id)
          if (!file) return { ok: false, error: 'file_not_found' }
          shared.push({ channel: args.channel_id ?? '', ...file })
        }
        return { files: [] }
      case 'auth.test':
        return { user_id: 'UBOT', bot_id: 'BBOT', team_id: 'T1' }
      default:
        return { ok: false, error: 'unknown_method' }
    }
  }

  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', chunk => void chunks.push(chunk))
    req.on('end', () => {
      const bytes = Buffer.concat(chunks)
      const [method = '', file] = (req.url ?? '').replace('/api/', '').split('/')
      const call = { method, args: file ? {} : Object.fromEntries(new URLSearchParams(bytes.toString('utf8'))) }
      calls.push(call)
      const other = answer(call)
      const theirs = sent.get(req.url ?? '')
      if (theirs) {
        // Without the right to read it Slack shows a page in its place, and says nothing of a mistake.
        const given = req.headers.authorization === 'Bearer xoxb-test' && theirs.length > 0
        res
          .writeHead(200, { 'content-type': given ? 'application/octet-stream' : 'text/html; charset=utf-8' })
          .end(given ? theirs : '<html>')
        return
      }
      const upload = file && !other ? uploads.get(file) : null
      if (upload) {
        upload.bytes = bytes
        res.end('OK')
        return
      }
      res.writeHead(other?.status ?? 200, { 'content-type': 'application/json', ...other?.headers })
      res.end(JSON.stringify(other?.body ?? { ok: true, ...own(call) }), () => {
        for (const w of waiting.filter(w => w.method === call.method)) {
          waiting.splice(waiting.indexOf(w), 1)
          w.done()
        }
      })
    })
  })
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    url: url(),
    shared,
    sent,
    calls,
    posted,
    modals,
    homes,
    answer(by: Answer) {
      answer = by
    },
    /** Resolves when the next call of a method has been answered. */
    next: (method: string) => new Promise<void>(done => waiting.push({ method, done })),
    close: () =>
      new Promise<void>(done => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
export type SlackApi = Awaited<ReturnType<typeof slackApi>>
