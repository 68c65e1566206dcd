/** Slack's end of Socket Mode, reached through a proxy alone: the proxy, the Web API and the WebSocket on one loopback port, under a name that nobody resolves. */
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

export type Posted = { channel: string; text: string }

/** A text frame of RFC 6455, unmasked as a server's is; at most 65,535 bytes. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text)
  const head =
    payload.length < 126 ? Buffer.from([0x81, payload.length]) : Buffer.from([0x81, 126, payload.length >> 8, payload.length & 255])
  return Buffer.concat([head, payload])
}

/** Texts of a client's frames, as far as they are whole; `rest` is kept for the next chunk. */
function textsIn(bytes: Buffer): { texts: string[]; closed: boolean; rest: Buffer } {
  const texts: string[] = []
  let closed = false
  let rest = bytes
  while (rest.length >= 6) {
    const short = (rest[1] ?? 0) & 127
    const at = short === 126 ? 4 : 2
    const length = short === 126 ? rest.readUInt16BE(2) : short
    if (rest.length < at + 4 + length) break
    const mask = rest.subarray(at, at + 4)
    const payload = rest.subarray(at + 4, at + 4 + length).map((b, i) => b ^ (mask[i % 4] ?? 0))
    const opcode = (rest[0] ?? 0) & 15
    if (opcode === 1) texts.push(Buffer.from(payload).toString())
    if (opcode === 8) closed = true
    rest = rest.subarray(at + 4 + length)
  }
  return { texts, closed, rest }
}

export async function slackSocket() {
  const reached: string[] = []
  const posted: Posted[] = []
  const open = new Set<Duplex>()
  let away = false
  let refuses: string | null = null
  let tries = 0
  const waiting: { holds: () => boolean; done: () => void }[] = []
  const changed = () => {
    for (const w of waiting.filter(w => w.holds())) {
      waiting.splice(waiting.indexOf(w), 1)
      w.done()
    }
  }
  const acknowledged: string[] = []

  const server = createServer((req, res) => {
    let body = ''
    req.on('data', chunk => {
      body += chunk
    })
    req.on('end', () => {
      const { hostname, pathname } = new URL(req.url ?? '', 'http://nowhere')
      if (hostname !== 'nowhere') reached.push(hostname)
      if (pathname === '/api/apps.connections.open') tries++
      if (away) {
        changed()
        return void req.socket.destroy()
      }
      const args = new URLSearchParams(body)
      const answers: Record<string, object> = {
        'apps.connections.open': refuses ? { ok: false, error: refuses } : { ok: true, url: `ws://slack.example:${port}/link` },
        'users.info': {
          ok: true,
          user: { id: 'UHEALTH', team_id: 'T1', profile: { real_name: 'Health', email: 'health@munassiq.example' } },
        },
        'chat.postMessage': { ok: true, channel: 'DHEALTH', ts: '1795500000.000001' },
      }
      const method = pathname.replace('/api/', '')
      if (method === 'chat.postMessage') posted.push({ channel: args.get('channel') ?? '', text: args.get('text') ?? '' })
      res.writeHead(200, { 'content-type': 'application/json' })
      res.end(JSON.stringify(answers[method] ?? { ok: true }))
      changed()
    })
  })
  server.on('connect', (req, client: Socket) => {
    reached.push((req.url ?? '').split(':')[0] ?? '')
    const there = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      there.pipe(client).pipe(there)
    })
    there.on('error', () => client.destroy())
    client.on('error', () => there.destroy())
  })
  server.on('upgrade', (req, socket) => {
    const key = createHash('sha1').update(`${req.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`)
    socket.write(frame(JSON.stringify({ type: 'hello' })))
    let held = Buffer.alloc(0)
    socket.on('data', chunk => {
      const { texts, closed, rest } = textsIn(Buffer.concat([held, chunk]))
      held = Buffer.from(rest)
      for (const t of texts) acknowledged.push((JSON.parse(t) as { envelope_id: string }).envelope_id)
      if (closed) socket.end(Buffer.from([0x88, 0]))
      changed()
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => open.delete(socket))
    open.add(socket)
    changed()
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const port = (server.address() as AddressInfo).port

  return {
    proxy: `http://127.0.0.1:${port}`,
    apiUrl: `http://slack.example:${port}/api/`,
    /** Names that were asked for through the proxy. */
    reached,
    posted,
    acknowledged,
    tries: () => tries,
    connections: () => open.size,
    /** Closes every request without an answer, or answers again. */
    away(is: boolean) {
      away = is
    },
    /** Refuses to open a connection, with Slack's own word for it. */
    refuses(error: string) {
      refuses = error
    },
    send(envelope: object) {
      for (const socket of open) socket.write(frame(JSON.stringify(envelope)))
    },
    /** Resolves when it holds, looked at after each thing that happens here. */
    until: (holds: () => boolean) => new Promise<void>(done => (holds() ? done() : waiting.push({ holds, done }))),
    close: () =>
      new Promise<void>(done => {
        for (const socket of open) socket.destroy()
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
