/** The whole core over a test database with the sample network, without a platform: says, presses and fills as a person would, on a clock that is handed in. */
import { Temporal } from 'temporal-polyfill'
import * as people from '../db/people.ts'
import type { Job, Queue } from '../src/delivery/queue.ts'
import { createHouse } from '../src/house.ts'
import type { Reply } from '../src/model/inbox.ts'
import type { CardRef, Content, Incoming } from '../src/model/incoming.ts'
import type { Messenger, Outcome } from '../src/model/messenger.ts'
import type { Language, Platform } from '../src/model/people.ts'
import type { Action, FormPart, View } from '../src/model/view.ts'
import { loadSample } from '../src/sample/load.ts'
import type { TestDatabase } from './database.ts'

export type Shown = { to: string; platform: Platform; view: View; op: 'send' | 'update'; card: CardRef; onlyTo: string | undefined }

/** Tuesday 24 November 2026, 09:00 in Bahrain. */
export const morning = '2026-11-24T09:00:00+03:00'

/** All that a view says, a line for each text; marks of isolation taken off, so that tests read as people do. */
export function textOf(view: View): string {
  const lines = view.parts.flatMap(p => {
    switch (p.kind) {
      case 'heading':
      case 'text':
      case 'notice':
        return [p.text]
      case 'facts':
        return p.facts.map(f => `${f.label}: ${f.value}`)
      case 'list':
        return p.items.flatMap(i => [i.text, ...(i.detail ? [i.detail] : [])])
      case 'form':
        return [p.title]
      case 'file':
        return [p.name]
      case 'actions':
      case 'divider':
        return []
      default:
        return p satisfies never
    }
  })
  return lines.join('\n').replace(/[\u2066-\u2069]/g, '')
}

export const actionsOf = (view: View): Action[] =>
  view.parts.flatMap(p => (p.kind === 'actions' ? p.actions : p.kind === 'list' ? p.items.flatMap(i => i.actions) : []))

/** Samples that are kept, and how many ids each took. */
const samples = new WeakMap<TestDatabase, Map<string, { networkId: string; n: number }>>()

export async function house(
  test: TestDatabase,
  /** People write on `platform`; what is sent on the ones in `also` is shown too. */
  options: {
    now?: string
    publicUrl?: string | null
    outcome?: (n: number) => Outcome | null
    platform?: Platform
    also?: readonly Platform[]
  } = {},
) {
  const { db } = test
  let machine = Temporal.Instant.from(options.now ?? morning)
  let n = 0
  const ids = () => `id-${String(++n).padStart(6, '0')}`
  const platform = options.platform ?? 'web'
  const shown: Shown[] = []
  const jobs: Job[] = []
  const errors: unknown[] = []
  const warnings: unknown[] = []
  let sent = 0
  const messengerOf = (platform: Platform): Messenger => ({
    platform,
    async send(to, view, { onlyTo }) {
      const other = options.outcome?.(++sent)
      if (other) return other
      const handle = to.account?.user ?? to.place?.id ?? ''
      const card = { place: handle, id: `card-${shown.length + 1}` }
      shown.push({ to: handle, platform, view, op: 'send', card, onlyTo })
      return { kind: 'sent', card }
    },
    async update(_to, card, view) {
      shown.push({ to: card.place, platform, view, op: 'update', card, onlyTo: undefined })
      return { kind: 'sent', card }
    },
  })
  const queue: Queue = {
    async put(_db, more) {
      jobs.push(...more)
    },
    async work() {},
    async stop() {},
  }
  const log = { info() {}, warn: (details: object) => void warnings.push(details), error: (details: object) => void errors.push(details) }
  // The sample is the same in every test of a file that begins at the same moment: it is made once, and its rows are put back.
  const name = `sample_${machine.epochMilliseconds}`
  const had = samples.get(test)?.get(name)
  const restored = had !== undefined && (await test.restore(name))
  const networkId = restored ? had.networkId : await loadSample(db, machine, ids)
  if (restored) n = had.n
  const made = createHouse({
    connection: test.connection,
    queue,
    messengers: new Map([platform, ...(options.also ?? [])].map(p => [p, messengerOf(p)])),
    ids,
    machineNow: () => Number(machine.epochMilliseconds),
    log,
    outside:
      options.publicUrl === null
        ? null
        : { publicUrl: options.publicUrl ?? 'https://bot.example', secret: () => `secret-of-forty-letters-or-so-${++n}` },
  })
  await made.start()
  if (!restored && !samples.get(test)?.has(name)) {
    await test.keep(name)
    samples.set(test, (samples.get(test) ?? new Map()).set(name, { networkId, n }))
  }

  /** What was queued is sent, as a worker would. */
  async function drain(): Promise<void> {
    for (let job = jobs.shift(); job; job = jobs.shift()) await made.deliver.one(job.networkId, job.id)
  }

  async function deliver(
    as: string,
    content: Content,
    more: Partial<Incoming> = {},
  ): Promise<{ views: View[]; reply: Reply; text: string }> {
    const before = shown.length
    const incoming: Incoming = {
      delivery: `d-${++n}`,
      account: { platform, space: 'local', user: as },
      profile: { email: `${as}@munassiq.example`, guest: false },
      place: { kind: 'direct', id: as },
      content,
      ...more,
    }
    const taken = await made.inbox.take(incoming)
    const reply = await taken.work().catch(() => ({ dialog: null, home: null }))
    await made.inbox.idle()
    await drain()
    const views = shown
      .slice(before)
      .filter(s => s.to === as)
      .map(s => s.view)
    return { views, reply, text: views.map(textOf).join('\n') }
  }

  const last = (as: string): Shown => {
    const found = shown.findLast(s => s.to === as)
    if (!found) throw new Error(`nothing was shown to ${as}`)
    return found
  }

  return {
    db,
    networkId,
    inbox: made.inbox,
    house: made,
    shown,
    errors,
    warnings,
    deliver,
    drain,
    last,
    network: async () => {
      const found = await people.network(db, networkId)
      if (!found) throw new Error('no network')
      return found
    },
    say: (as: string, text: string, more: Partial<Incoming> = {}) => deliver(as, { kind: 'text', text, message: `m-${++n}` }, more),
    command: (as: string, name: string, text = '') => deliver(as, { kind: 'command', name, text }),
    /** Presses a button by its label, of the newest card shown to the person that has it. */
    async press(as: string, label: string, how: { nth?: number; dialog?: boolean } = {}) {
      for (const card of shown.filter(s => s.to === as).reverse()) {
        const action = actionsOf(card.view).filter(a => a.label.replace(/[\u2066-\u2069]/g, '') === label)[how.nth ?? 0]
        if (action) return deliver(as, { kind: 'press', press: action.press, card: card.card, dialog: how.dialog ?? action.opensForm })
      }
      throw new Error(
        `no button ${label} was shown to ${as}; there are ${actionsOf(last(as).view)
          .map(a => a.label)
          .join(', ')}`,
      )
    },
    fill: (as: string, form: FormPart, answers: Record<string, string | string[]>, language: Language) =>
      deliver(as, { kind: 'answers', form: form.form, args: form.args, answers, language }),
    formOf(reply: Reply): FormPart {
      const found = reply.dialog?.parts.find(p => p.kind === 'form')
      if (found?.kind !== 'form') throw new Error('no form was opened')
      return found
    },
    /** Moves the machine's clock and does what fell due on the way, each at its moment. */
    async moveTo(instant: string): Promise<void> {
      const target = Temporal.Instant.from(instant)
      await made.clock.catchUp(networkId, target)
      machine = target
      await made.clock.tick()
      await drain()
    },
    at: (instant: string) => {
      machine = Temporal.Instant.from(instant)
    },
  }
}

export type TestHouse = Awaited<ReturnType<typeof house>>
