/** A small network of this wing's own on a real database: a centre, two organizations, their people, and a bot that knows only this wing. */
import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/client.ts'
import * as due from '../../db/due.ts'
import * as people from '../../db/people.ts'
import { outbox } from '../../db/schema.ts'
import { createBot, type Routes } from '../../src/bot.ts'
import type { CommandKey } from '../../src/commands.ts'
import type { Event } from '../../src/dialogue/event.ts'
import type { Scene } from '../../src/dialogue/turn.ts'
import { type EventHandler, hearing } from '../../src/dialogue/wing.ts'
import type { Reply } from '../../src/model/inbox.ts'
import type { Content } from '../../src/model/incoming.ts'
import type { Network } from '../../src/model/network.ts'
import type { Language, Profile, Role } from '../../src/model/people.ts'
import type { Action, View } from '../../src/model/view.ts'
import { firstSettings } from '../../src/network/first-network.ts'
import { leaveAccount } from '../../src/network/people.ts'
import { setup } from '../../src/network/setup.ts'
import { greet } from '../../src/network/stranger.ts'
import { wing } from '../../src/network/wing.ts'
import { sceneOf } from '../../src/scene.ts'

export const network: Network = {
  id: 'n',
  name: { ar: 'شبكة التجربة', en: 'Trial network' },
  settings: structuredClone(firstSettings),
  sample: false,
  clockAhead: 0,
}

/** A Tuesday at ten in the morning, in working hours. */
export const morning = Temporal.Instant.from('2026-11-24T10:00:00+03:00')

const staff: [id: string, organization: string, roles: Role[], language: Language, ar: string, en: string][] = [
  ['centre', 'centre', ['coordinator'], 'ar', 'منى المنسقة', 'Mona Centre'],
  ['admin', 'centre', ['admin'], 'en', 'علي المدير', 'Ali Admin'],
  ['health', 'health', ['member'], 'en', 'هدى سالم', 'Huda Salem'],
  ['health2', 'health', ['member'], 'ar', 'سامي خليل', 'Sami Khalil'],
  ['youth', 'youth', ['member'], 'ar', 'نور أحمد', 'Noor Ahmed'],
]

/** `text` is everything of the view that a person reads, in order; `actions` all its buttons. */
export type Seen = {
  view: View
  text: string
  actions: Action[]
  language: Language
  subject: string | null
  user: string | null
  state: string
}

const textOf = (v: View): string =>
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
    .join('\n')
    .replace(/[\u2066-\u2069]/g, '')
const actionsOf = (v: View): Action[] =>
  v.parts.flatMap(p => (p.kind === 'actions' ? p.actions : p.kind === 'list' ? p.items.flatMap(i => i.actions) : []))

export async function seed(db: Database): Promise<void> {
  network.settings = structuredClone(firstSettings)
  await people.addNetwork(db, network, morning)
  for (const [id, ar, en, short] of [
    ['centre', 'مركز الاتصال', 'Communication Centre', []],
    ['health', 'وزارة الصحة', 'Ministry of Health', ['الصحة', 'MoH']],
    ['youth', 'وزارة الشباب', 'Ministry of Youth', ['الشباب']],
  ] as const)
    await people.addOrganization(db, network.id, {
      id,
      handle: id,
      name: { ar, en },
      shortNames: [...short],
      centre: id === 'centre',
      active: true,
    })
  for (const [id, organizationId, roles, language, nameAr, nameEn] of staff) {
    await people.addMember(db, network.id, {
      id,
      organizationId,
      nameAr,
      nameEn,
      email: `${id}@trial.example`,
      roles,
      rosterLanguage: language,
      joinedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
    })
    const account = { platform: 'slack' as const, space: 'T1', user: `U-${id}` }
    await people.touch(db, network.id, account, { name: nameEn, guest: false }, { kind: 'direct', id: `D-${id}` }, morning)
    await people.link(db, network.id, account, id)
  }
  await people.connectSpace(db, { platform: 'slack', space: 'T1', networkId: network.id, connectedAt: morning, connectedBy: null })
}

export function house(db: Database) {
  let now = morning
  let n = 0
  const events: Event[] = []
  const hear: EventHandler = async (_scene, event) => {
    events.push(event)
  }
  const routes: Routes = {
    forms: new Map((wing.forms ?? []).map(f => [f.id, f])),
    advice: new Map(),
    commands: new Map(Object.entries(wing.commands ?? {}) as [CommandKey, NonNullable<(typeof wing.commands & object)['help']>][]),
    presses: new Map(Object.entries(wing.presses ?? {})),
    ofCard: [],
    events: [hear, hearing(wing.events ?? {})],
    files: [...(wing.files ?? [])],
    named: [],
    it: [],
    asks: new Map(),
    takes: new Map(),
    stranger: greet,
    setup,
    home: async () => ({ version: 1, language: 'en', summary: '', parts: [] }),
    gone: (scene, incoming) => leaveAccount(scene, incoming.account),
  }
  const bot = createBot({ routes, ids: randomUUID, machineNow: () => now.epochMilliseconds })

  /** Everything promised, oldest first. */
  async function promised(): Promise<Seen[]> {
    const rows = await db.select().from(outbox).orderBy(outbox.seq)
    return rows.map(r => ({
      view: r.view,
      text: textOf(r.view),
      actions: actionsOf(r.view),
      language: r.view.language,
      subject: r.subject,
      user: r.user,
      state: r.state,
    }))
  }

  /** Sends something in and gives what was promised because of it, with what the platform was answered at once. */
  async function take(
    user: string,
    content: Content,
    profile: Partial<Profile> & { space?: string } = {},
  ): Promise<{ seen: Seen[]; reply: Reply }> {
    const before = (await promised()).length
    const { space = 'T1', ...rest } = profile
    const handled = await db.transaction(tx =>
      bot.handle(tx as unknown as Database, {
        delivery: `d${n++}`,
        account: { platform: 'slack', space, user: `U-${user}` },
        profile: { guest: false, ...rest },
        place: { kind: 'direct', id: `D-${user}` },
        content,
      }),
    )
    return { seen: (await promised()).slice(before), reply: handled.reply }
  }

  const say = async (user: string, text: string, profile: Partial<Profile> & { space?: string } = {}) =>
    (await take(user, { kind: 'text', text }, profile)).seen
  const pressAction = async (user: string, action: Action, profile: Partial<Profile> = {}) =>
    (await take(user, { kind: 'press', press: action.press, dialog: false }, profile)).seen

  return {
    say,
    take,
    promised,
    events,
    pressAction,
    /** Presses the first button of this name, on the last card that has one. */
    async press(user: string, seen: Seen[], name: string, profile: Partial<Profile> = {}) {
      const action = seen
        .flatMap(s => s.actions)
        .filter(a => a.press.name === name)
        .at(0)
      if (!action) throw new Error(`no button ${name} among ${seen.flatMap(s => s.actions.map(a => a.press.name)).join(', ')}`)
      return pressAction(user, action, profile)
    },
    to(instant: string) {
      now = Temporal.Instant.from(instant)
    },
    /** A scene as the clock has it. */
    async scene<T>(work: (scene: Scene) => Promise<T>): Promise<T> {
      return db.transaction(async tx => {
        const fresh = await people.network(tx as unknown as Database, network.id)
        const options = { now, machine: now, ids: randomUUID, events: routes.events, through: 'clock', delivery: null }
        return work(await sceneOf(tx as unknown as Database, fresh ?? network, options))
      })
    },
    /** Does what has fallen due; gives what was promised because of it. */
    async tick(): Promise<Seen[]> {
      const before = (await promised()).length
      for (;;) {
        const row = await due.next(db, network.id, now)
        if (!row) break
        await this.scene(async scene => {
          await wing.due?.[row.kind]?.(scene, row.subject)
          await due.done(scene.db, network.id, row.kind, row.subject, scene.now)
        })
      }
      return (await promised()).slice(before)
    },
  }
}
