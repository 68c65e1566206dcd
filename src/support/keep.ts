/** Keeps requests: adds and changes them with the record, sets what falls due, tells the two sides, and brings their cards up to date. */

import { Temporal } from 'temporal-polyfill'
import * as changesDb from '../../db/changes.ts'
import * as due from '../../db/due.ts'
import * as people from '../../db/people.ts'
import * as supportDb from '../../db/support.ts'
import { centre } from '../activities/eyes.ts'
import { writers } from '../delivery/ask.ts'
import { holders, tell, update } from '../delivery/promise.ts'
import { record } from '../dialogue/record.ts'
import { list, notice, view, warn } from '../dialogue/say.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import type { DueHandler, Moment } from '../dialogue/wing.ts'
import type { Speak, Values } from '../locales/speak.ts'
import type { Key } from '../locales/words.ts'
import { holds, type Member } from '../model/people.ts'
import { referenceOf } from '../model/reference.ts'
import { isOpen, type SupportRequest } from '../model/support.ts'
import type { Part, View } from '../model/view.ts'
import { today } from '../time/zone.ts'
import { dueKinds, type MomentName, momentsOf } from './moments.ts'
import { onDuty } from './on-duty.ts'
import { aroundOf, cardFor, isOverdue, namesOf, stateOf, subjectOf, whatOf, written } from './show.ts'

type Deed =
  | 'asked'
  | 'changed'
  | 'taken'
  | 'given'
  | 'untaken'
  | 'done'
  | 'closed'
  | 'reopened'
  | 'declined'
  | 'withdrawn'
  | 'passed'
  | 'partner'

/** Sets what falls due as it stands now, and takes away what does not any more; what is past is not set. */
export async function schedule(scene: Scene, r: SupportRequest): Promise<void> {
  const moments = momentsOf(scene.calendar, r, scene.now)
  for (const [moment, kind] of Object.entries(dueKinds) as [MomentName, string][]) {
    const at = moments[moment]
    if (at && Temporal.Instant.compare(at, scene.now) > 0) await due.set(scene.db, scene.network.id, { kind, subject: r.id, at })
    else await due.clear(scene.db, scene.network.id, kind, r.id)
  }
}

export const moments: Record<string, Moment> = Object.fromEntries(
  (Object.entries(dueKinds) as [MomentName, string][]).map(([moment, kind]) => [
    kind,
    async (scene: Scene, id: string) => {
      const r = await supportDb.byId(scene.db, centre(scene), id)
      return (r && momentsOf(scene.calendar, r, scene.now)[moment]) ?? null
    },
  ]),
)

/** Who of the centre is told: whoever has it, as long as they coordinate; else all who do. */
export async function atCentre(scene: Scene, r: Pick<SupportRequest, 'ownerId'>): Promise<Member[]> {
  const all = await holders(scene, 'coordinator')
  const owner = all.find(m => m.id === r.ownerId)
  return owner ? [owner] : all
}

/** Who of those who asked is told: the one who asked; where they left, or the centre asked for them, all who write for the organization. */
export async function askers(scene: Scene, r: Pick<SupportRequest, 'memberId' | 'organizationId'>): Promise<Member[]> {
  const asked = await people.member(scene.db, scene.network, r.memberId)
  return asked?.active && asked.organizationId === r.organizationId ? [asked] : writers(scene, [r.organizationId])
}

export const partners = (scene: Scene, r: SupportRequest): Promise<Member[]> =>
  r.partnerId && r.partnerState === 'accepted' ? writers(scene, [r.partnerId]) : Promise.resolve([])

export type NewRequest = Omit<supportDb.NewRequest, 'networkId' | 'reference' | 'askedAt'>

/** Keeps a request under the next number; null where it was kept before. Nobody is told: see `tellNew`. */
export async function add(scene: Scene, by: string, given: NewRequest): Promise<SupportRequest | null> {
  if (await supportDb.hold(scene.db, scene.network.id, given.id)) return null
  const year = scene.now.toZonedDateTimeISO(scene.network.settings.zone).year
  const number = await changesDb.nextNumber(scene.db, scene.network.id, `S-${year}`)
  const reference = referenceOf('S', year, number)
  const made = await supportDb.add(scene.db, { networkId: scene.network.id, reference, askedAt: scene.now, ...given })
  if (!made) return null
  await recordOf(scene, by, 'asked', null, made)
  await schedule(scene, made)
  return made
}

async function recordOf(
  scene: Scene,
  by: string | null,
  action: Deed,
  before: SupportRequest | null,
  after: SupportRequest,
): Promise<void> {
  const member = by ? await people.member(scene.db, scene.network, by) : null
  const forOther = member && member.organizationId !== after.organizationId ? after.organizationId : null
  await record(scene, by, { entity: 'support', id: after.id, action, before, after, for: forOther })
}

/** Changes a request as it stands, whatever card was pressed: what follows from something else. Null where it is gone. */
export async function changeNow(
  scene: Scene,
  by: string | null,
  id: string,
  deed: Deed,
  set: supportDb.RequestSet,
): Promise<SupportRequest | null> {
  const before = await supportDb.hold(scene.db, scene.network.id, id)
  const after = before && (await supportDb.change(scene.db, scene.network.id, id, before.version, set, scene.now))
  if (!before || !after) return null
  await recordOf(scene, by, deed, before, after)
  await schedule(scene, after)
  await redraw(scene, after)
  return after
}

/** Changes a request as it was shown, at its version; else what to say: it is gone, or it changed since, and how. */
export async function change(
  turn: Turn,
  shown: { id: string; version: number },
  deed: Deed,
  set: supportDb.RequestSet,
): Promise<{ before: SupportRequest; after: SupportRequest } | { refused: View }> {
  const before = await supportDb.hold(turn.db, turn.network.id, shown.id)
  if (!before) return { refused: warn(turn.speak, 'support.gone') }
  if (before.version !== shown.version) return { refused: await changedSince(turn, before, shown.version) }
  const after = await changeNow(turn, turn.member.id, shown.id, deed, set)
  if (!after) throw new Error(`support request ${shown.id} changed while it was held`)
  return { before, after }
}

/** The request as it stands, under what reads otherwise than on the card that was pressed. */
export async function changedSince(turn: Turn, r: SupportRequest, version: number): Promise<View> {
  const { speak } = turn
  const made = await changesDb.of(turn.db, turn.network.id, 'support', r.id)
  const was = made.find(c => c.before?.version === version)?.before as SupportRequest | null | undefined
  const names = await namesOf(turn, [r.ownerId, was?.ownerId ?? null])
  const says = (x: SupportRequest): [Key, string][] => [
    ['support.kind', whatOf(speak, x)],
    ['support.details', x.details ?? ''],
    ['support.due', speak.day(x.dueOn)],
    ['support.stands', stateOf(speak, x, names)],
  ]
  const now = says(r)
  const lines = (was ? says(was) : []).flatMap(([label, from], i) => {
    const to = now[i]?.[1] ?? ''
    return from === to ? [] : [{ text: speak.say('review.difference', { _label: speak.say(label), from, to }) }]
  })
  const card = cardFor(turn, r, await aroundOf(turn, r), turn.language, turn.reader)
  return view(turn.language, [
    notice('warning', speak.say('support.changedMeanwhile', { reference: r.reference })),
    list(lines),
    ...card.parts,
  ])
}

/** Every standing card of a request says how it stands now, with the buttons that are its reader's. */
export async function redraw(scene: Scene, r: SupportRequest): Promise<void> {
  const around = await aroundOf(scene, r)
  const members = new Map((await people.activeMembers(scene.db, scene.network)).map(m => [m.id, m]))
  await update(
    scene,
    subjectOf(r.id),
    (language, id) => cardFor(scene, r, around, language, members.get(id ?? '') ?? { organizationId: '', roles: [] }),
    { unsent: isOpen(r.state) || r.state === 'done' ? 'renew' : 'drop' },
  )
}

type Told = { key: Key; values?: (speak: Speak) => Values; tone?: 'info' | 'good' | 'warning' }

/** Tells members of a request: its card, in their language, under a word on what became of it. `once` names what is told, so that it is told once. */
export async function tellOf(scene: Scene, members: Member[], r: SupportRequest, what: Told, how: { once: string; urgent?: boolean }) {
  const around = await aroundOf(scene, r)
  return tell(
    scene,
    members,
    (language, member) => {
      const speak = scene.voice(language)
      const said = speak.say(what.key, { reference: r.reference, ...what.values?.(speak) })
      return cardFor(scene, r, around, language, member, { note: [notice(what.tone ?? 'info', said)] })
    },
    { subject: subjectOf(r.id), dedupe: `${subjectOf(r.id)}:${how.once}`, urgent: how.urgent },
  )
}

/**
 * Whom a new request reached: of an urgent one whoever is on duty, by the name of who was told; `all` where all coordinators were told at once; `none`
 * where nobody could be.
 */
export type Reached = { who: 'duty'; member: Member; insteadOf: Member | null } | { who: 'all' } | { who: 'office' } | { who: 'none' }

/** The centre hears of a new request: an urgent one at once, by whoever is on duty; where nobody is or can be reached, by everybody. */
export async function tellNew(scene: Scene, r: SupportRequest, by: string): Promise<Reached> {
  const everybody = (await holders(scene, 'coordinator')).filter(m => m.id !== by)
  const to = (members: Member[], urgent: boolean) =>
    tellOf(scene, members, r, { key: 'support.new', tone: urgent ? 'warning' : 'info' }, { once: 'new', urgent })
  if (!r.urgent) return (await to(everybody, false)).told.length > 0 ? { who: 'office' } : { who: 'none' }
  const duty = await onDuty(scene)
  const reached = duty ? await to([duty.member], true) : null
  const first = reached?.told[0]
  if (!duty || !first) return (await to(everybody, true)).told.length > 0 ? { who: 'all' } : { who: 'none' }
  // The others hear of it where it is not taken within the hour.
  return { who: 'duty', member: first, insteadOf: first.id === duty.member.id ? null : duty.member }
}

/** To whom a new request went, for whoever asked. */
export function reachedSaid(speak: Speak, reached: Reached): Part {
  switch (reached.who) {
    case 'duty': {
      const name = speak.pick(reached.member.name)
      return reached.insteadOf
        ? notice('good', speak.say('support.dutyInstead', { name, other: speak.pick(reached.insteadOf.name) }))
        : notice('good', speak.say('support.dutyTold', { name }))
    }
    case 'all':
      return notice('good', speak.say('support.allTold'))
    case 'office':
      return notice('good', speak.say('support.officeTold'))
    case 'none':
      return notice('warning', speak.say('support.noneTold'))
    default:
      return reached satisfies never
  }
}

const reminder =
  (moment: MomentName, key: Key, holdsStill: (r: SupportRequest, scene: Scene) => boolean, urgent = false): DueHandler =>
  async (scene, id) => {
    const r = await supportDb.byId(scene.db, centre(scene), id)
    if (!r || !holdsStill(r, scene)) return
    await tellOf(
      scene,
      await atCentre(scene, r),
      r,
      { key, tone: 'warning', values: speak => ({ day: speak.day(r.dueOn) }) },
      { once: `${moment}:${r.dueOn}:${r.changedAt.toString()}`, urgent },
    )
  }

/** Nobody answered in time: it counts as done, and both sides are told so. */
const closeDue: DueHandler = async (scene, id) => {
  const r = await supportDb.byId(scene.db, centre(scene), id)
  if (r?.state !== 'done') return
  const after = await changeNow(scene, null, id, 'closed', { state: 'closed', settledAt: scene.now, settledBy: null })
  if (!after) return
  const both = [...(await askers(scene, after)), ...(after.ownerId ? await atCentre(scene, after) : [])]
  await tellOf(scene, both, after, { key: 'support.closedTold' }, { once: `closed:${after.version}` })
}

export const dueHandlers: Record<string, DueHandler> = {
  [dueKinds.untaken]: reminder('untaken', 'support.remindUntaken', r => r.state === 'asked'),
  [dueKinds.urgentUntaken]: reminder('urgentUntaken', 'support.remindUrgent', r => r.state === 'asked' && r.urgent, true),
  [dueKinds.soon]: reminder('soon', 'support.remindSoon', (r, scene) => isOpen(r.state) && !isOverdue(r, today(scene))),
  [dueKinds.overdue]: reminder('overdue', 'support.remindOverdue', (r, scene) => isOverdue(r, today(scene))),
  [dueKinds.close]: closeDue,
}

/** Somebody of the centre left: what they had is before all again, and the centre is told. */
export async function onLeft(scene: Scene, memberId: string): Promise<void> {
  await supportDb.endDuty(scene.db, scene.network.id, { memberId }, scene.now)
  for (const r of await supportDb.takenBy(scene.db, scene.network.id, memberId)) {
    const after = await changeNow(scene, null, r.id, 'untaken', { state: 'asked', ownerId: null })
    if (after)
      await tellOf(
        scene,
        await atCentre(scene, after),
        after,
        { key: 'support.ownerLeft', tone: 'warning' },
        { once: `left:${after.version}` },
      )
  }
}

/** The card of a request for whoever is spoken to, under a word on what was done. */
export async function shown(turn: Turn, r: SupportRequest, note: Part | null = null, all = false): Promise<View> {
  return cardFor(turn, r, await aroundOf(turn, r), turn.language, turn.reader, { note: note ? [note] : [], all })
}

/** What a member wrote, as others read it. */
export const quoted = (speak: Speak, said: string): Part => ({ kind: 'text', text: written(speak, said), tone: 'normal' })

export const isCentre = (turn: Turn): boolean => holds(turn.reader, 'coordinator')
