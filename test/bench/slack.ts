/** Slack's side of a bench: signed requests, each with a body of its own, sent one by one or over several connections at once. */
import autocannon from 'autocannon'
import { directOf, signed, userOf } from '../adapters/slack-api.ts'

export const secret = 'signing-secret-of-the-bench'
export const path = '/slack/events'

let n = 0
/** A slash command, or `/munassiq …`, as Slack sends it. No two bodies are the same. */
export const command = (who: string, name: string, text = ''): string =>
  new URLSearchParams({
    command: `/${name}`,
    text,
    user_id: userOf(who),
    team_id: 'T1',
    channel_id: directOf(who),
    trigger_id: `t${process.pid}.${++n}`,
    response_url: 'http://127.0.0.1:9/response',
  }).toString()

/** A message in the person's own conversation with the bot. */
export const message = (who: string, text: string): string => {
  const ts = `1795400000.${String(++n).padStart(6, '0')}`
  return JSON.stringify({
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: `Ev${process.pid}.${n}`,
    event_time: 1_795_400_000,
    event: { type: 'message', channel_type: 'im', channel: directOf(who), user: userOf(who), text, ts },
  })
}

export async function post(url: string, body: string): Promise<void> {
  const response = await fetch(url + path, { method: 'POST', body, headers: signed(body, secret) })
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`a signed request was answered ${response.status}`)
}

/** Sends `amount` bodies over `connections`, each connection one after the other; milliseconds each took to be answered. */
export function atOnce(url: string, how: { connections: number; amount: number; body: () => string }): Promise<number[]> {
  const { promise, resolve, reject } = Promise.withResolvers<number[]>()
  const took: number[] = []
  const wrong: unknown[] = []
  const run = autocannon(
    {
      url,
      connections: how.connections,
      amount: how.amount,
      timeout: 30,
      requests: [
        {
          method: 'POST',
          path,
          setupRequest: request => {
            const body = how.body()
            return { ...request, body, headers: signed(body, secret) }
          },
        },
      ],
    },
    error => {
      if (error || wrong.length > 0) reject(error ?? new Error(`${wrong.length} requests failed, the first with ${wrong[0]}`))
      else resolve(took)
    },
  )
  run.on('response', (_client: unknown, status: number, _bytes: number, milliseconds: number) => {
    if (status === 200) took.push(milliseconds)
    else wrong.push(status)
  })
  run.on('reqError', error => wrong.push(error))
  return promise
}
