/** The least program beside `bench chat`: bare Bolt that stores each delivery before it acknowledges it, and posts one message where one is asked for. */
import type { AddressInfo } from 'node:net'
import { App, ExpressReceiver, LogLevel } from '@slack/bolt'
import postgres from 'postgres'
import { path, secret } from './slack.ts'

const sql = postgres(process.env.DATABASE_URL ?? '', { max: 10, onnotice: () => {} })
await sql`create table if not exists delivery (id text primary key, body jsonb not null, done_at timestamptz)`
const receiver = new ExpressReceiver({ signingSecret: secret, endpoints: path, logLevel: LogLevel.ERROR })
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-bench' }),
  ignoreSelf: false,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' },
})
const store = (id: string, body: object) =>
  sql`insert into delivery (id, body) values (${id}, ${sql.json(JSON.parse(JSON.stringify(body)))}) on conflict do nothing`

app.command(/.*/, async ({ body, ack }) => {
  await store(body.trigger_id, body)
  await ack()
})
// A whole turn in its least form: taken, one transaction that works it once, one message back.
app.message(async ({ body, message, client }) => {
  await store(body.event_id, body)
  await sql.begin(async tx => {
    await tx`select id from delivery where id = ${body.event_id} for update`
    await tx`update delivery set done_at = now() where id = ${body.event_id}`
  })
  await client.chat.postMessage({
    channel: message.channel,
    text: 'Taken',
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Taken' } }],
  })
})

const server = await app.start({ port: 0, host: '127.0.0.1' })
console.log(JSON.stringify({ msg: 'listening', port: (server.address() as AddressInfo).port }))
process.on('SIGTERM', async () => {
  await app.stop()
  await sql.end({ timeout: 1 })
  process.exit(0)
})
