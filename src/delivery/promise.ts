/**
 * Promises to send: rows of the outbox, made in the transaction that decided on them. Whom to tell is chosen here and nowhere else:
 * one account for each person, the one last used; within working hours unless it is an answer or urgent.
 */
import { Temporal } from 'temporal-polyfill'
import * as outbox from '../../db/outbox.ts'
import * as people from '../../db/people.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import type { CardRef } from '../model/incoming.ts'
import type { Account, Language, Member, Platform, Role } from '../model/people.ts'
import { filesOf, type View, withoutFiles } from '../model/view.ts'
import { inWorkingHours, nextWorkingMoment } from '../time/working-days.ts'
import { insteadOf, standIns } from './away.ts'

export type Telling = {
  /** What the card is about, so that every copy of it can be updated. */
  subject?: string | undefined
  /** The same key is one promise, however often it is made. */
  dedupe?: string | undefined
  /** Goes out at once, whatever the hour. */
  urgent?: boolean | undefined
}

/**
 * When something may go out by itself: now inside working hours, else at the next opening. The close of working hours counts as inside for a few
 * minutes, because what falls due at the close (the deadline) is told at the close.
 */
export const officeMoment = (scene: Pick<Scene, 'calendar' | 'now'>): Temporal.Instant =>
  inWorkingHours(scene.calendar, scene.now.subtract({ minutes: closingMinutes })) ? scene.now : nextWorkingMoment(scene.calendar, scene.now)
const closingMinutes = 5

/** How long the copy that made an answer holds it before another may send it, in seconds. */
const answerLease = 30

type Row = Omit<outbox.NewPromise, 'networkId' | 'id' | 'promisedAt' | 'leaseUntil'>

/**
 * Writes a promise and notes it for sending; null when it was made before. Each file of a view is a promise of its own behind it: a file that cannot
 * be sent at once is tried again without the words being said twice.
 */
export async function make(scene: Scene, row: Row, answer: boolean): Promise<string | null> {
  const files = filesOf(row.view)
  const parts = row.view.parts.filter(p => p.kind !== 'file')
  if (files.length === 0 || parts.length > 0) {
    const made = await one(scene, files.length > 0 ? { ...row, view: { ...row.view, parts } } : row, answer)
    if (!made || files.length === 0) return made
  }
  let last: string | null = null
  for (const file of files)
    last = await one(
      scene,
      {
        ...row,
        op: 'send',
        card: null,
        subject: null,
        dedupe: row.dedupe ? `${row.dedupe}:${file.id}` : null,
        view: { ...row.view, summary: file.name, parts: [file] },
      },
      answer,
    )
  return last
}

async function one(scene: Scene, row: Row, answer: boolean): Promise<string | null> {
  const made = await outbox.promise(scene.db, {
    ...row,
    networkId: scene.network.id,
    id: scene.ids(),
    promisedAt: scene.now,
    leaseUntil: answer ? scene.machine.add({ seconds: answerLease }) : null,
  })
  if (made) scene.promised.push({ row: made, answer, due: Temporal.Instant.compare(row.notBefore, scene.now) <= 0 })
  return made?.id ?? null
}

/** The card that was pressed is answered in its place: what this turn was to say there to everybody who has one would take the answer away again. */
async function outdo(scene: Scene, card: CardRef): Promise<void> {
  const there = ({ row, answer }: Scene['promised'][number]) =>
    !answer && row.op === 'update' && row.card?.id === card.id && row.card.place === card.place
  for (const p of scene.promised.filter(there)) {
    await outbox.instead(scene.db, scene.network.id, p.row.id, { state: 'dropped' })
    scene.promised.splice(scene.promised.indexOf(p), 1)
  }
}

/** The answer to what a person just wrote or pressed: at once, to where it was written, and in a channel to that person alone. */
export async function reply(turn: Turn, view: View, card: CardRef | null = null, subject?: string): Promise<string | null> {
  if (card) await outdo(turn, card)
  return make(
    turn,
    {
      op: card ? 'update' : 'send',
      platform: turn.account.platform,
      space: turn.account.space,
      user: turn.account.user,
      memberId: turn.member.id || null,
      place: turn.place,
      onlyTo: turn.place.kind === 'channel' ? turn.account.user : null,
      view,
      subject: subject ?? null,
      dedupe: null,
      notBefore: turn.now,
      card,
    },
    true,
  )
}

/** How a person is spoken to: the view in their own language. */
export type Sentence = (language: Language, member: Member) => View

/**
 * Tells members something the bot begins by itself; for one who is away, whoever stands in for them. A member without an account that can be written to is returned, not forgotten:
 * the caller decides whether the centre must know.
 */
export async function tell(
  scene: Scene,
  members: Member[],
  sentence: Sentence,
  how: Telling = {},
): Promise<{ told: Member[]; unreachable: Member[] }> {
  const notBefore = how.urgent ? scene.now : officeMoment(scene)
  const away = await standIns(scene, members, notBefore)
  const accounts = await people.reachable(
    scene.db,
    scene.network.id,
    members.flatMap(m => [m.id, away.get(m.id)?.id ?? m.id]),
  )
  const told: Member[] = []
  const unreachable: Member[] = []
  for (const member of members) {
    const named = away.get(member.id)
    // One who cannot be written to stands in for nobody.
    const delegate = named && accounts.some(a => a.memberId === named.id) ? named : null
    // Whoever stands in and is told the same anyway is told once.
    if (delegate && members.some(m => m.id === delegate.id)) continue
    const to = delegate ?? member
    const known = accounts.find(a => a.memberId === to.id)
    if (!known) {
      unreachable.push(member)
      continue
    }
    const made = await make(
      scene,
      {
        op: 'send',
        ...known.account,
        memberId: to.id,
        place: known.directPlace,
        onlyTo: null,
        view: delegate ? insteadOf(scene, sentence(to.language, member), member) : sentence(member.language, member),
        subject: how.subject ?? null,
        dedupe: how.dedupe ? `${how.dedupe}:${member.id}` : null,
        notBefore,
        card: null,
      },
      false,
    )
    if (made) told.push(to)
  }
  return { told, unreachable }
}

/** On which platform each of these members would be told, the account they used last; who is not in it cannot be reached. */
export async function reachOf(scene: Scene, members: readonly Member[]): Promise<Map<string, Platform>> {
  const ids = members.map(m => m.id)
  const accounts = await people.reachable(scene.db, scene.network.id, ids)
  const out = new Map<string, Platform>()
  for (const { memberId, account } of accounts) if (memberId && !out.has(memberId)) out.set(memberId, account.platform)
  return out
}

/** Tells one account, whoever is behind it: who asked to join and was declined is no member. Within working hours unless urgent. */
export async function tellAccount(
  scene: Scene,
  account: Account,
  view: View,
  how: Telling & { memberId?: string | null } = {},
): Promise<void> {
  const known = await people.accountOf(scene.db, scene.network.id, account)
  if (known?.goneAt) return
  await make(
    scene,
    {
      op: 'send',
      ...account,
      memberId: how.memberId ?? null,
      place: known?.directPlace ?? null,
      onlyTo: null,
      view,
      subject: how.subject ?? null,
      dedupe: how.dedupe ?? null,
      notBefore: how.urgent ? scene.now : officeMoment(scene),
      card: null,
    },
    false,
  )
}

/** Active holders of a role, in some organizations or in all. */
export const holders = (scene: Scene, role: Role, organizationIds?: string[]): Promise<Member[]> =>
  people.activeMembers(scene.db, scene.network, { role, ...(organizationIds ? { organizationIds } : {}) })

/** Posts in the network's channel of each platform that has one. */
export async function announce(scene: Scene, view: (language: Language) => View, how: Telling = {}): Promise<void> {
  const language = scene.network.settings.languages[0] ?? 'ar'
  for (const [platform, channel] of Object.entries(scene.network.settings.channels)) {
    if (!channel) continue
    await make(
      scene,
      {
        op: 'send',
        platform: platform as Platform,
        space: channel.space,
        user: null,
        memberId: null,
        place: { kind: 'channel', id: channel.id, ...(channel.detail ? { detail: channel.detail } : {}) },
        onlyTo: null,
        view: view(language),
        subject: how.subject ?? null,
        dedupe: how.dedupe ? `${how.dedupe}:${platform}` : null,
        notBefore: how.urgent ? scene.now : officeMoment(scene),
        card: null,
      },
      false,
    )
  }
}

/**
 * Brings every copy of a card up to date, or one member's copies alone. One that stands is changed; one that is just being sent is changed behind that;
 * one that still waits to be sent says the new at once where what it is about goes on (`renew`), and is let go where it is over.
 */
export async function update(
  scene: Scene,
  subject: string,
  sentence: (language: Language, memberId: string | null) => View,
  { unsent = 'drop', only }: { unsent?: 'renew' | 'drop'; only?: { memberId: string } } = {},
): Promise<void> {
  const { db, network } = scene
  const copies = await outbox.copies(db, network.id, subject, only?.memberId)
  // Nothing more is written to people who left.
  const here = new Set(copies.length > 0 ? (await people.activeMembers(db, network)).map(m => m.id) : [])
  for (const copy of copies) {
    const left = copy.memberId !== null && !here.has(copy.memberId)
    // What stands there already is not handed over anew.
    const view = () => {
      const said = withoutFiles(sentence(copy.view.language, copy.memberId))
      // For whom it came stays said.
      return { ...said, parts: [...copy.view.parts.filter(p => p.kind === 'text' && p.insteadOf), ...said.parts] }
    }
    const drops = left || unsent === 'drop'
    if (copy.state === 'waiting' && (await outbox.instead(db, network.id, copy.id, drops ? { state: 'dropped' } : { view: view() })))
      continue
    if (left) continue
    await make(
      scene,
      {
        op: 'update',
        platform: copy.platform,
        space: copy.space,
        user: copy.user,
        memberId: copy.memberId,
        place: copy.place,
        onlyTo: copy.onlyTo,
        view: view(),
        subject: null,
        dedupe: null,
        // A card that changes makes no sound: it need not wait for the morning.
        notBefore: scene.now,
        card: copy.card,
        follows: copy.card ? null : copy.id,
      },
      false,
    )
  }
}

/** The present of a network: the machine's clock, and ahead of it only in the sample. */
export const presentOf = (network: { clockAhead: number }, machine: Temporal.Instant): Temporal.Instant =>
  network.clockAhead === 0 ? machine : machine.add({ milliseconds: network.clockAhead })

export const instantOf = (milliseconds: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(milliseconds)
