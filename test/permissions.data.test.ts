/** Who may do what, tried: every command as every role and as a stranger, every button as each of them, and every read of an activity by its visibility. */
import { count } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bytesOf } from '../db/files.ts'
import {
  actions,
  activities,
  agendaLines,
  attendance,
  briefings,
  changes,
  decisions,
  meetingWalks,
  members,
  minutes,
  type networks,
} from '../db/schema.ts'
import { commands } from '../src/commands.ts'
import type { Role } from '../src/model/people.ts'
import { filesOf } from '../src/model/view.ts'
import { houseRoutes } from '../src/routes.ts'
import { sampleBriefings } from '../src/sample/briefings.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { actionsOf, house, type TestHouse } from './house.ts'

let database: TestDatabase
let h: TestHouse
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
async function fresh(): Promise<void> {
  await database.reset()
  h = await house(database)
}

/** A sample member of each role; the stranger is known to nobody. */
const people: { who: string; roles: Role[] }[] = [
  { who: 'observer', roles: ['observer'] },
  { who: 'health', roles: ['member'] },
  { who: 'centre', roles: ['coordinator'] },
  { who: 'admin', roles: ['admin'] },
]
const stranger = { profile: { email: 'who@elsewhere.example', name: 'Who', guest: false } }
const refusal = /This is for|هذا الإجراء من صلاحية|Only |لا يمكن/

/** What the network keeps, counted: whoever may not act changes none of it. */
async function kept(): Promise<unknown[]> {
  const rows = async (table: typeof activities | typeof members | typeof changes | typeof networks) =>
    (await h.db.select({ n: count() }).from(table))[0]?.n
  const { settings } = await h.network()
  const agenda = [await h.db.select().from(briefings), await h.db.select().from(agendaLines), await h.db.select().from(attendance)]
  return [await rows(activities), await rows(members), await rows(changes), JSON.stringify(settings), JSON.stringify(agenda)]
}

describe('commands', () => {
  // None of them is carried through, so that one house serves them all.
  beforeAll(fresh)
  test.each(commands.map(c => [c.key, c] as const))('%s', async (_key, command) => {
    for (const { who, roles } of people) {
      const { text } = await h.command(who, 'munassiq', command.name)
      const may = command.who.some(r => (roles as string[]).includes(r))
      expect([who, refusal.test(text)], text.slice(0, 120)).toEqual([who, !may])
      await h.say(who, 'cancel')
    }
    const before = await kept()
    const asked = await h.deliver('nobody', { kind: 'command', name: 'munassiq', text: command.name }, stranger)
    expect(asked.text).toMatch(/join|الانضمام/)
    expect(await kept()).toEqual(before)
    expect(h.errors).toEqual([])
  })
})

describe('buttons', () => {
  beforeEach(fresh)
  /** What buttons carry, made up: things that are there and things that are not. */
  async function made(): Promise<Record<string, string>> {
    const [one] = await h.db.select({ id: activities.id }).from(activities).limit(1)
    return { id: one?.id ?? '', version: '1', e: '1', n: '1', to: 'en', since: '1', month: '2026-12' }
  }

  test('every button there is, pressed by a stranger, tells nothing and changes nothing', async () => {
    const args = await made()
    const before = await kept()
    for (const name of [...houseRoutes().routes.presses.keys(), 'command', 'submit.form', 'draft.submit', 'no.such'].filter(
      n => !n.startsWith('join.'),
    )) {
      const { text } = await h.deliver('nobody', { kind: 'press', press: { name, args }, dialog: false }, stranger)
      expect([name, /join|الانضمام|سبق إنجاز/.test(text)], text).toEqual([name, true])
    }
    expect(await kept()).toEqual(before)
    expect(h.errors).toEqual([])
  })

  test('every button there is, made up by an observer, changes nothing', async () => {
    const args = await made()
    const before = await kept()
    for (const name of houseRoutes().routes.presses.keys()) {
      // Everybody may choose their own language.
      if (name === 'language.set') continue
      await h.deliver('observer', { kind: 'press', press: { name, args }, dialog: false })
      await h.say('observer', 'cancel')
    }
    expect(await kept()).toEqual(before)
    expect(h.errors).toEqual([])
  })

  test('buttons of the centre’s own cards, pressed by a member, change nothing', async () => {
    const pressed: { name: string; args: Record<string, string> }[] = []
    await h.house.within(h.networkId, sampleBriefings)
    for (const ask of ['arrange the agenda', 'send the meeting invitation now', 'attendance', 'show the briefings']) {
      const { views } = await h.say('centre', ask)
      pressed.push(...views.flatMap(actionsOf).map(a => a.press))
    }
    expect(new Set(pressed.map(p => p.name.split('.')[0]))).toEqual(new Set(['agenda', 'attend', 'briefing', 'command']))
    for (const name of [
      'review',
      'clashes',
      'set-meeting',
      'holidays',
      'join-requests',
      'set-priorities',
      'compile',
      'missing',
      'settings',
      'actions',
    ]) {
      const { views } = await h.command('centre', 'munassiq', name)
      pressed.push(...views.flatMap(actionsOf).map(a => a.press))
    }
    expect(pressed.length).toBeGreaterThan(30)
    const before = await kept()
    for (const press of pressed.filter(p => !p.name.startsWith('draft.') && p.name !== 'command'))
      await h.deliver('youth', { kind: 'press', press, dialog: false })
    expect(await kept()).toEqual(before)
    expect(h.errors).toEqual([])
  })
})

describe('a meeting that is walked through', () => {
  beforeEach(fresh)
  const kept = async () => [
    await h.db.select({ state: meetingWalks.state, line: meetingWalks.line, version: meetingWalks.version }).from(meetingWalks),
    await h.db.select({ id: decisions.id, version: decisions.version, removed: decisions.removedAt }).from(decisions),
    await h.db.select({ id: actions.id, version: actions.version, state: actions.state }).from(actions),
    await h.db.select({ version: minutes.version }).from(minutes),
  ]

  test('is the centre’s: every button of it, pressed by anybody else, changes nothing and shows nothing of what is not posted', async () => {
    await h.moveTo('2026-12-06T10:05:00+03:00')
    await h.say('centre', 'start the meeting')
    await h.say('centre', 'decision: The wording nobody may see yet')
    await h.say('centre', 'action: youth names two speakers by 10 December')
    await h.say('centre', 'close the meeting')
    const pressed = h.shown.filter(s => s.to === 'centre').flatMap(s => actionsOf(s.view).map(a => a.press))
    const own = pressed.filter(p => /^(walk|decision|minutes|action)\./.test(p.name))
    expect(new Set(own.map(p => p.name)).size).toBeGreaterThan(10)
    await h.say('youth', 'open action 1')
    own.push(...actionsOf(h.last('youth').view).map(a => a.press))
    const before = await kept()
    for (const who of ['health', 'observer', 'admin'])
      for (const press of own) {
        const { text } = await h.deliver(who, { kind: 'press', press, dialog: false })
        expect([who, press.name, /nobody may see/.test(text)]).toEqual([who, press.name, false])
        await h.say(who, 'cancel')
      }
    expect(await kept()).toEqual(before)
    for (const ask of ['minutes', 'start meeting', 'decision: mine', 'action: youth does it by 10 December'])
      for (const who of ['health', 'observer', 'admin'])
        expect([who, ask, /nobody may see/.test((await h.say(who, ask)).text)]).toEqual([who, ask, false])
    expect(await kept()).toEqual(before)
    expect(h.errors).toEqual([])
  })
})
/** What a file says, as its parts are written: an Excel or Word file is an archive of them, a calendar file is its text. */
function unpacked(bytes: Uint8Array | null): string {
  if (!bytes) return ''
  const archive = strFromU8(bytes.subarray(0, 2)) === 'PK'
  const parts = archive ? Object.values(unzipSync(bytes)) : [bytes]
  return parts.map(part => strFromU8(part)).join('\n')
}

describe('reads', () => {
  beforeEach(fresh)
  test('an activity of the centre alone is told of nowhere but to its own organization and the centre', async () => {
    await h.say('health', 'Secret vaccine launch on 20 December at 10am at the Gulf Hotel, embargoed until 19 December at 9am')
    const reference = /A-\d{4}-\d{4}/.exec((await h.press('health', 'Submit')).text)?.[0] ?? ''
    const asks = [
      'plan December',
      'plan health',
      'my events',
      'priorities December',
      'what is on 20 December',
      'clashes',
      `edit ${reference}`,
      `send me ${reference} as a calendar file`,
      'send me the calendar file of the secret vaccine launch',
      'changes',
      'meeting',
      'what is on the agenda?',
      'help',
      'export December as Excel',
      'the plan for December as a Word file in both languages',
      'the agenda as a Word file',
      'changes since the last meeting',
    ]
    const told = async (who: string) => {
      let all = ''
      for (const ask of asks) {
        const { text, views } = await h.say(who, ask)
        all += text
        for (const { id } of views.flatMap(filesOf)) all += unpacked(await bytesOf(h.db, h.networkId, id))
        await h.say(who, 'cancel')
      }
      return /Secret vaccine/.test(all)
    }
    expect(await told('health')).toBe(true)
    expect(await told('centre')).toBe(true)
    for (const who of ['youth', 'observer', 'tourism']) expect([who, await told(who)]).toEqual([who, false])
  })
})
