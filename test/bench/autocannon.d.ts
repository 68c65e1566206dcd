/** The part of autocannon that the bench uses; the package brings no types. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  type Request = { method: 'POST' | 'GET'; path: string; body?: string; headers?: Record<string, string> }
  type Options = {
    url: string
    connections: number
    amount: number
    timeout: number
    requests: { method: 'POST' | 'GET'; path: string; setupRequest: (request: Request) => Request }[]
  }
  /** Emits `response` (client, status, bytes, milliseconds), `reqError` and `done`. */
  export default function autocannon(options: Options, done: (error: Error | null) => void): EventEmitter
}
