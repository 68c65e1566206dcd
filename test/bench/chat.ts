/** `bench chat`: how soon a signed command is acknowledged, beside a bare Bolt app that stores it first; and how long a whole turn takes. */
import { type SlackApi, slackApi } from '../adapters/slack-api.ts'
import type { Running } from '../running.ts'
import { kinds, later, type Store, start, store } from './place.ts'
import { atOnce, command, message, post, secret } from './slack.ts'
import { median, ms, quantile, type Row } from './table.ts'

/** People of the sample network, each with a conversation of their own. */
export const people = ['health', 'egov', 'youth', 'tourism', 'centre']
export const sentences = [
  "We're launching the credit report service next Sunday 10am at the Exhibition Centre",
  'نطلق خدمة التقارير الائتمانية الأحد القادم الساعة ١٠ صباحاً في مركز المعارض',
]
const asked: [name: string, text: string][] = [
  ['submit-event', sentences[0] ?? ''],
  ['plan', ''],
  ['priorities', ''],
  ['submit-event', sentences[1] ?? ''],
  ['meeting', ''],
  ['my-events', ''],
  ['munassiq', 'cancel'],
]
let n = 0
/** One command after another of those people give. */
export const someCommand = (): string => {
  const [name, text] = asked[n % asked.length] ?? ['plan', '']
  return command(people[n++ % people.length] ?? 'health', name, text)
}

const rounds = 3
const acksAtOnce = 300
const acksOneByOne = 150
const turnsOfRound = 20
const turnBound = 25

export type Chat = { bot: Running; api: SlackApi; quiet(): Promise<void> }

/** The bot with Slack and the sample network, and a Web API of Slack on loopback; `quiet` waits until it has answered everything. */
export async function slackBot(at: Store): Promise<Chat> {
  const api = await slackApi()
  later(() => api.close())
  const bot = await start({
    ...at.env,
    SLACK_SIGNING_SECRET: secret,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_API_URL: api.url,
    SAMPLE_NETWORK: 'on',
    LOCAL_CHAT: 'off',
  })
  const calls = () => api.calls.length
  return {
    bot,
    api,
    async quiet() {
      for (let before = -1; before !== calls(); ) {
        before = calls()
        await new Promise(done => setTimeout(done, 500))
      }
      api.calls.length = 0
      api.posted.length = 0
    },
  }
}

/** Says it and waits for the first card that answers it; milliseconds. */
export async function turn(url: string, api: SlackApi, body: string): Promise<number> {
  const answered = api.next('chat.postMessage')
  const began = performance.now()
  await post(url, body)
  await answered
  return performance.now() - began
}

/** Sentences to people without an open draft; milliseconds from the request to the card. */
async function sentenceTurns(url: string, api: SlackApi, count: number): Promise<number[]> {
  const took: number[] = []
  for (let i = 0; i < count; i++) {
    const who = people[i % people.length] ?? 'health'
    took.push(await turn(url, api, message(who, sentences[i % 2] ?? '')))
    await turn(url, api, message(who, 'cancel'))
  }
  return took
}

type Acks = { connections: number; amount: number; ours: number[]; least: number[] }

async function onStore(kind: Store['kind']): Promise<Row[]> {
  const { bot, api, quiet } = await slackBot(await store(kind))
  const least = kind === 'server' ? await start({ ...(await store('server')).env, SLACK_API_URL: api.url }, './least-slack.ts') : null
  // Both are warm before anything is measured, and everybody is known by then.
  for (const url of [bot.url, ...(least ? [least.url] : [])]) await atOnce(url, { connections: 5, amount: 150, body: someCommand })
  await quiet()
  const acks: Acks[] = [
    { connections: 1, amount: acksOneByOne, ours: [], least: [] },
    { connections: 20, amount: acksAtOnce, ours: [], least: [] },
  ]
  const ours: number[] = []
  const beside: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (const a of acks) {
      if (least) a.least.push(quantile(await atOnce(least.url, { ...a, body: someCommand }), 0.99))
      a.ours.push(quantile(await atOnce(bot.url, { ...a, body: someCommand }), 0.99))
      await quiet()
    }
    for (const who of people) await turn(bot.url, api, message(who, 'cancel'))
    ours.push(...(await sentenceTurns(bot.url, api, turnsOfRound)))
    if (least) beside.push(...(await sentenceTurns(least.url, api, turnsOfRound)))
  }
  const on = kind === 'server' ? 'server' : 'embedded database'
  return [
    ...acks.map(({ connections, ours, least }): Row => {
      const [p99, bare] = [median(ours), least.length > 0 ? median(least) : null]
      return {
        what: `ack of a command, p99, ${connections === 1 ? 'one after the other' : `${connections} at once`}, ${on}`,
        ours: ms(p99),
        least: bare === null ? '' : ms(bare),
        bound: bare === null ? '' : `3 × ${ms(bare)}`,
        holds: bare === null ? null : p99 <= 3 * bare,
      }
    }),
    {
      what: `a whole turn, median, ${on}`,
      ours: ms(median(ours)),
      least: beside.length > 0 ? ms(median(beside)) : '',
      bound: kind === 'server' ? ms(turnBound) : '',
      holds: kind === 'server' ? median(ours) <= turnBound : null,
    },
    {
      what: `a whole turn, p99, ${on}`,
      ours: ms(quantile(ours, 0.99)),
      least: beside.length > 0 ? ms(quantile(beside, 0.99)) : '',
      bound: '',
      holds: null,
    },
  ]
}

export async function chat(): Promise<Row[]> {
  const rows: Row[] = []
  for (const kind of kinds()) rows.push(...(await onStore(kind)))
  return rows
}
