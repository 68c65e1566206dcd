/** Keeps actions: adds and changes them with the record, sets when they are reminded of, tells whoever owes them and the centre, and brings cards up to date. */

import { Temporal } from 'temporal-polyfill'
import * as actionsDb from '../../db/actions.ts'
import * as changesDb from '../../db/changes.ts'
import * as due from '../../db/due.ts'
import * as people from '../../db/people.ts'
import { nameOf } from '../activities/show.ts'
import { writers } from '../delivery/ask.ts'
import { holders, tell, update } from '../delivery/promise.ts'
import { record, unlessOwn } from '../dialogue/record.ts'
import { list, notice, view, warn } from '../dialogue/say.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import type { DueHandler, OnEvents } from '../dialogue/wing.ts'
import type { Speak } from '../locales/speak.ts'
import type { Key } from '../locales/words.ts'
import { holds, type Member } from '../model/people.ts'
import { actionDaysOf } from '../model/settings.ts'
import type { View } from '../model/view.ts'
import { today } from '../time/zone.ts'
import { dueKinds, momentsOf } from './moments.ts'
import { cardFor, isOverdue, namesFor, ownerOf, subjectOf, wordsOf } from './show.ts'

type FollowUp = actionsDb.FollowUp
export type Deed = 'changed' | 'done' | 'dropped' | 'reopened'

/** Whom an action is told to: the member it names, else those who write for its organization. */
async function owing(scene: Scene, a: FollowUp): Promise<Member[]> {
  const named = a.memberId ? await people.member(scene.db, scene.network, a.memberId) : null
  return named?.active ? [named] : writers(scene, [a.organizationId])
}

/** Sets when it is reminded of; what is past is not set: whoever agrees it so late knows. */
export async function schedule(scene: Scene, a: FollowUp): Promise<void> {
  const moments = momentsOf(scene.calendar, a.dueOn, actionDaysOf(scene.network.settings))
  for (const moment of ['remind', 'overdue'] as const) {
    const [kind, at] = [dueKinds[moment], moments[moment]]
    if (a.state === 'open' && Temporal.Instant.compare(at, scene.now) > 0)
      await due.set(scene.db, scene.network.id, { kind, subject: a.id, at })
    else await due.clear(scene.db, scene.network.id, kind, a.id)
  }
}

const reminder =
  (key: Key, holdsStill: (a: FollowUp, day: string) => boolean): DueHandler =>
  async (scene, id) => {
    const a = await actionsDb.byId(scene.db, scene.network.id, id)
    if (a?.state !== 'open' || !holdsStill(a, today(scene))) return
    const names = await namesFor(scene, [a])
    await tell(
      scene,
      await owing(scene, a),
      (language, member) => {
        const speak = scene.voice(language)
        return cardFor(scene, a, names, language, member, notice('warning', speak.say(key, { number: a.number, day: speak.day(a.dueOn) })))
      },
      { subject: subjectOf(id), dedupe: `${subjectOf(id)}:${key}:${a.dueOn}` },
    )
  }

export const dueHandlers: Record<string, DueHandler> = {
  [dueKinds.remind]: reminder('action.remind', (a, day) => !isOverdue(a, day)),
  [dueKinds.overdue]: reminder('action.remindOverdue', isOverdue),
}

/** Another calendar has other working days to count. */
async function onCalendar(scene: Scene): Promise<void> {
  for (const a of await actionsDb.open(scene.db, scene.network.id)) await schedule(scene, a)
}
export const onEvents: OnEvents = { 'calendar.changed': onCalendar, 'zone.changed': onCalendar }

/** What a new action holds. */
export type Given = Pick<FollowUp, 'text' | 'organizationId' | 'memberId' | 'dueOn' | 'meetingId' | 'lineKey'>

/** Keeps a new action under the next number; null where the same draft was kept before. Nobody is told: see `tellOwing`. */
export async function add(turn: Turn, id: string, given: Given): Promise<FollowUp | null> {
  const made = await actionsDb.add(turn.db, { networkId: turn.network.id, id, ...given, recordedAt: turn.now, recordedBy: turn.member.id })
  if (!made) return null
  await record(turn, turn.member.id, { entity: 'action', id, action: 'added', after: made, for: unlessOwn(turn, made.organizationId) })
  await schedule(turn, made)
  return made
}

/** Keeps an action for each that owes it, one after the other; empty where the same draft was kept before. `id` is that of the first. */
export async function addAll(turn: Turn, id: string, all: readonly Given[]): Promise<FollowUp[]> {
  const made: FollowUp[] = []
  for (const [n, given] of all.entries()) {
    const one = await add(turn, n === 0 ? id : turn.ids(), given)
    if (!one) return []
    made.push(one)
  }
  return made
}

/** Changes an action as it was shown, at its version; else what to say: it is gone, or it changed since, and how. */
export async function change(
  turn: Turn,
  shown: { id: string; version: number },
  deed: Deed,
  set: actionsDb.FollowUpSet,
): Promise<{ before: FollowUp; after: FollowUp } | { refused: View }> {
  const before = await actionsDb.hold(turn.db, turn.network.id, shown.id)
  if (!before) return { refused: warn(turn.speak, 'action.gone') }
  if (before.version !== shown.version) return { refused: await changedSince(turn, before, shown.version) }
  const after = await actionsDb.change(turn.db, turn.network.id, shown.id, shown.version, set, turn.now)
  if (!after) throw new Error(`action ${shown.id} changed while it was held`)
  await record(turn, turn.member.id, {
    entity: 'action',
    id: after.id,
    action: deed,
    before,
    after,
    for: unlessOwn(turn, after.organizationId),
  })
  await schedule(turn, after)
  await redraw(turn, after)
  return { before, after }
}

/** The action as it stands, under what reads otherwise than on the card that was pressed. */
export async function changedSince(turn: Turn, a: FollowUp, version: number): Promise<View> {
  const { speak } = turn
  const made = await changesDb.of(turn.db, turn.network.id, 'action', a.id)
  const was = made.find(c => c.before?.version === version)?.before as FollowUp | null | undefined
  const names = await namesFor(turn, was ? [a, was] : [a])
  const card = cardFor(turn, a, names, turn.language, turn.reader)
  const says = (x: FollowUp): [Key, string][] => [
    ['action.text', wordsOf(speak, x.text)],
    ['action.whose', ownerOf(turn, x, names)],
    ['action.due', speak.day(x.dueOn)],
    ['action.stands', speak.say('action.state', { _state: x.state })],
  ]
  const now = says(a)
  const lines = (was ? says(was) : []).flatMap(([label, from], i) => {
    const to = now[i]?.[1] ?? ''
    return from === to ? [] : [{ text: speak.say('review.difference', { _label: speak.say(label), from, to }) }]
  })
  return view(turn.language, [notice('warning', speak.say('action.changedMeanwhile', { number: a.number })), list(lines), ...card.parts])
}

/** Every standing card of an action says how it stands now, with the buttons that are its reader's. */
export async function redraw(scene: Scene, a: FollowUp): Promise<void> {
  const names = await namesFor(scene, [a])
  const members = new Map((await people.activeMembers(scene.db, scene.network)).map(m => [m.id, m]))
  await update(scene, subjectOf(a.id), (language, id) =>
    cardFor(scene, a, names, language, members.get(id ?? '') ?? { organizationId: '', roles: [] }),
  )
}

/** Tells whoever owes an action what became of it, but whoever did it. */
export async function tellOwing(
  turn: Turn,
  a: FollowUp,
  key: 'action.new' | 'action.wasChanged' | 'action.wasDropped' | 'action.wasReopened',
) {
  const names = await namesFor(turn, [a])
  const members = (await owing(turn, a)).filter(m => m.id !== turn.member.id)
  return tell(turn, members, (language, member) => cardFor(turn, a, names, language, member, said(turn.voice(language), key, a)), {
    subject: subjectOf(a.id),
    dedupe: `${subjectOf(a.id)}:${a.version}`,
  })
}

const said = (speak: Speak, key: Key, a: FollowUp) =>
  notice(key === 'action.wasDropped' ? 'info' : 'warning', speak.say(key, { number: a.number }))

/** The centre hears that something was done, and by whom. */
export async function tellCentre(turn: Turn, a: FollowUp): Promise<void> {
  const names = await namesFor(turn, [a])
  const coordinators = (await holders(turn, 'coordinator')).filter(m => m.id !== turn.member.id)
  await tell(
    turn,
    coordinators,
    (language, member) => {
      const speak = turn.voice(language)
      const organization = nameOf({ speak, organizations: turn.organizations }, turn.reader.organizationId)
      const note = notice('good', speak.say('action.doneTold', { number: a.number, name: speak.pick(turn.member.name), organization }))
      return cardFor(turn, a, names, language, member, note)
    },
    { subject: subjectOf(a.id), dedupe: `${subjectOf(a.id)}:${a.version}` },
  )
}

/** Whether this person may say of an action that it is done. */
export const settles = (turn: Turn, a: FollowUp): boolean =>
  holds(turn.reader, 'coordinator') || (holds(turn.reader, 'member') && turn.reader.organizationId === a.organizationId)
