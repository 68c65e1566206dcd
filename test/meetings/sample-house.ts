/** The whole house over the sample network with a clock in hand: what people say and press, what falls due, and what each of them is sent. */
import { sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import * as due from '../../db/due.ts'
import * as meetings from '../../db/meetings.ts'
import * as people from '../../db/people.ts'
import type { Scene } from '../../src/dialogue/turn.ts'
import { createHouse } from '../../src/house.ts'
import type { Content } from '../../src/model/incoming.ts'
import type { Messenger } from '../../src/model/messenger.ts'
import type { Action, View } from '../../src/model/view.ts'
import { loadSample } from '../../src/sample/load.ts'
import type { TestDatabase } from '../database.ts'

/** A message as it reached somebody: its card's number, and whether it took the place of an earlier one. */
export type Received = { to: string; at: Temporal.Instant; card: string; update: boolean; view: View; text: string; actions: Action[] }

export const at = (text: string): Temporal.Instant => Temporal.Instant.from(text.length > 16 ? text : `${text}:00+03:00`)

const lines = (v: View): string =>
  v.parts
    .map(p => {
      switch (p.kind) {
        case 'heading':
        case 'text':
        case 'notice':
          return p.text
        case 'facts':
          return p.facts.map(f => `${f.label}: ${f.value}`).join('\n')
        case 'list':
          return p.items.map(i => `${i.text} — ${i.detail ?? ''}`).join('\n')
        case 'form':
          return [p.title, ...p.inputs.map(i => `${i.label} ${i.problem ?? ''}`)].join('\n')
        case 'file':
          return [p.name]
        case 'actions':
        case 'divider':
          return ''
        default:
          return p satisfies never
      }
    })
    .filter(Boolean)
    .join('\n')
    .replace(/[\u2066-\u2069]/g, '')

export async function sampleHouse(database: TestDatabase, start = '2026-11-24T09:00') {
  const { db } = database
  let now = at(start)
  let ids = 0
  let deliveries = 0
  let cards = 0
  const received: Received[] = []
  const take = (to: string, view: View, card: string, update: boolean) =>
    received.push({
      to,
      at: now,
      card,
      update,
      view,
      text: lines(view),
      actions: view.parts.flatMap(p => (p.kind === 'actions' ? p.actions : p.kind === 'list' ? p.items.flatMap(i => i.actions) : [])),
    })
  const messenger: Messenger = {
    platform: 'web',
    async send(to, view) {
      const card = { place: to.account?.user ?? '', id: String(++cards) }
      take(card.place, view, card.id, false)
      return { kind: 'sent', card }
    },
    async update(to, card, view) {
      take(to.account?.user ?? '', view, card.id, true)
      return { kind: 'sent', card }
    },
  }
  const quiet = { info() {}, warn() {}, error: (details: object, message: string) => failures.push({ message, ...details }) }
  const failures: object[] = []
  const newId = () => `i${String(++ids).padStart(6, '0')}`
  const house = createHouse({
    connection: database.connection,
    // Everything is sent by hand here: the queue has nothing to do.
    queue: { put: async () => {}, work: async () => {}, stop: async () => {} } as unknown as Parameters<typeof createHouse>[0]['queue'],
    messengers: new Map([['web', messenger]]),
    ids: newId,
    machineNow: () => now.epochMilliseconds,
    log: quiet,
  })
  const networkId = await loadSample(db, now, newId)
  await house.start()

  const since = async (work: () => Promise<unknown>): Promise<Received[]> => {
    const before = received.length
    await work()
    await house.deliver.flush(networkId)
    return received.slice(before)
  }

  async function send(user: string, content: Content, delivery = `d${++deliveries}`): Promise<Received[]> {
    return since(async () => {
      const taken = await house.inbox.take({
        delivery,
        account: { platform: 'web', space: 'local', user },
        profile: { guest: false },
        place: { kind: 'direct', id: user },
        content,
      })
      await taken.work()
    })
  }

  const api = {
    db,
    networkId,
    received,
    failures,
    now: () => now,
    say: (user: string, text: string) => send(user, { kind: 'text', text }),
    send,
    pressAction: (user: string, action: Action, card?: string, delivery?: string) =>
      send(user, { kind: 'press', press: action.press, dialog: false, ...(card ? { card: { place: user, id: card } } : {}) }, delivery),
    /** Presses a button of what was received, named by its press (and by what its arguments hold). */
    async press(user: string, from: Received[], name: string, holds: Record<string, string> = {}): Promise<Received[]> {
      for (const r of [...from].reverse()) {
        const action = r.actions.find(a => a.press.name === name && Object.entries(holds).every(([k, v]) => a.press.args[k] === v))
        if (action) return api.pressAction(user, action, r.card)
      }
      throw new Error(`no button ${name} among ${from.flatMap(r => r.actions.map(a => a.press.name)).join(', ')}`)
    },
    /** Lives through everything up to an instant, each thing at its own moment. */
    async until(instant: string | Temporal.Instant): Promise<Received[]> {
      const goal = typeof instant === 'string' ? at(instant) : instant
      return since(async () => {
        for (;;) {
          const next = await due.earliest(db, networkId)
          if (!next || Temporal.Instant.compare(next, goal) > 0) break
          if (Temporal.Instant.compare(next, now) > 0) now = next
          await house.clock.catchUp(networkId, now)
        }
        now = goal
        await house.clock.catchUp(networkId, now)
      })
    },
    /** The bot was away until then: what was due is done late, now, as in a network whose clock is the machine's. */
    async awayUntil(instant: string): Promise<Received[]> {
      await db.execute(sql`update networks set sample = false`)
      now = at(instant)
      const got = await since(() => house.clock.tick())
      await db.execute(sql`update networks set sample = true`)
      return got
    },
    scene: (work: (scene: Scene) => Promise<void>) => house.within(networkId, work),
    meetings: () => meetings.upcoming(db, networkId, now),
    async next() {
      const m = await meetings.next(db, networkId, now)
      if (!m) throw new Error('no meeting')
      return m
    },
    async organization(handle: string) {
      const found = (await people.organizationsOf(db, networkId)).find(o => o.handle === handle)
      if (!found) throw new Error(`no organization ${handle}`)
      return found
    },
  }
  return api
}
export type SampleHouse = Awaited<ReturnType<typeof sampleHouse>>

/** The wall time of an instant in the sample's zone, to the minute. */
export const wallText = (i: Temporal.Instant): string => i.toZonedDateTimeISO('Asia/Bahrain').toPlainDateTime().toString().slice(0, 16)
