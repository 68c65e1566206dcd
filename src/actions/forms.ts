/** The forms of actions: adding one outside a meeting, changing one, saying a word as it is done, dropping one with its reason. */
import * as actionsDb from '../../db/actions.ts'
import * as people from '../../db/people.ts'
import { textField } from '../dialogue/fields.ts'
import { form, type Values } from '../dialogue/form.ts'
import { list, notice, onlyFor, warn } from '../dialogue/say.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import { nextMeeting } from '../meetings/occurrences.ts'
import { owes } from '../meetings/standing.ts'
import type { Bilingual, Member } from '../model/people.ts'
import { holds } from '../model/people.ts'
import type { Part, View } from '../model/view.ts'
import { dayOf } from '../time/zone.ts'
import { check, fields, gather, gatherNew, givenOf, newFields, type Work } from './fields.ts'
import { addAll, change, changedSince, settles, tellCentre, tellOwing } from './keep.ts'
import { cardFor, namesFor, severalCard } from './show.ts'

type FollowUp = actionsDb.FollowUp

/** Who is of the network and when it meets next: what the reading of a sentence leans on. */
export async function workOf(scene: Scene, action: FollowUp | null): Promise<Work> {
  const members = await people.activeMembers(scene.db, scene.network)
  const next = await nextMeeting(scene)
  return {
    people: members.map(m => ({ id: m.id, organizationId: m.organizationId, names: namesOf(m) })),
    names: new Map<string, Bilingual>(members.map(m => [m.id, m.name])),
    nextMeeting: next ? dayOf(scene.network.settings.zone, next.startsAt).toString() : null,
    all: scene.organizations.filter(owes).map(o => o.id),
    action,
  }
}
const namesOf = (m: Member): string[] => [m.name.ar, m.name.en].filter(n => n !== undefined)

/** The card of an action for whoever is spoken to, under a word on what was done. */
export async function shown(turn: Turn, a: FollowUp, note: Part | null): Promise<View> {
  return cardFor(turn, a, await namesFor(turn, [a]), turn.language, turn.reader, note)
}

/** Those who owe it and cannot be written to are named: nobody else will tell them. */
const unreached = (turn: Turn, members: readonly Member[]): Part[] =>
  members.length === 0
    ? []
    : [notice('warning', turn.speak.say('action.unreached')), list(members.map(m => ({ text: turn.speak.pick(m.name) })))]

const with_ = (card: View, more: Part[]): View => ({ ...card, parts: [...card.parts, ...more] })

async function addedAlready(turn: Turn, args: Record<string, string>): Promise<View | null> {
  const standing = args.draft && holds(turn.reader, 'coordinator') ? await actionsDb.byId(turn.db, turn.network.id, args.draft) : null
  return standing && shown(turn, standing, notice('info', turn.speak.say('action.addedAlready')))
}

export const actionForm = form<Values, Work>({
  id: 'action',
  title: 'action.form',
  submit: 'action.add',
  confirm: true,
  fields: newFields,
  async load(turn) {
    if (!holds(turn.reader, 'coordinator')) return { ok: false, view: onlyFor(turn.speak, 'coordinator') }
    return { ok: true, value: await workOf(turn, null) }
  },
  gather: gatherNew,
  check,
  outcome: addedAlready,
  async save(values, turn, { all }, args) {
    const { speak } = turn
    const id = args.draft ?? turn.ids()
    const made = await addAll(
      turn,
      id,
      givenOf(values).map(given => ({ ...given, meetingId: null, lineKey: null })),
    )
    const [first, last] = [made[0], made.at(-1)]
    if (!first || !last) return (await addedAlready(turn, { draft: id })) ?? warn(speak, 'action.gone')
    const silent: Member[] = []
    for (const a of made) silent.push(...(await tellOwing(turn, a, 'action.new')).unreachable)
    const card =
      made.length === 1
        ? await shown(turn, first, notice('good', speak.say('action.added', { number: first.number })))
        : severalCard(
            turn,
            made,
            all,
            notice('good', speak.say('action.addedAll', { first: first.number, last: last.number, n: made.length })),
          )
    return with_(card, unreached(turn, silent))
  },
})

type Found = { ok: true; value: FollowUp } | { ok: false; view: View }

/** The action a form was begun with, as long as it stands as it was shown; `states` are those in which it can be done. */
async function standing(turn: Turn, args: Record<string, string>, may: (a: FollowUp) => boolean, open: boolean): Promise<Found> {
  const a = args.id ? await actionsDb.byId(turn.db, turn.network.id, args.id) : null
  if (!a || turn.reader.roles.length === 0) return { ok: false, view: warn(turn.speak, 'action.gone') }
  if (!may(a)) return { ok: false, view: warn(turn.speak, 'action.notYours') }
  if (String(a.version) !== args.v) return { ok: false, view: await changedSince(turn, a, Number(args.v)) }
  if (open && a.state !== 'open') return { ok: false, view: await shown(turn, a, null) }
  return { ok: true, value: a }
}

/** What became of it, for a form that is sent when it no longer can be. */
const outcomeOf = (may: (turn: Turn, a: FollowUp) => boolean) => async (turn: Turn, args: Record<string, string>) => {
  const found = await standing(turn, args, a => may(turn, a), true)
  return found.ok ? null : found.view
}
const centres = (turn: Turn): boolean => holds(turn.reader, 'coordinator')

export const changeForm = form<Values, Work & { action: FollowUp }>({
  id: 'action.change',
  title: 'action.changeForm',
  submit: 'dialogue.save',
  confirm: true,
  fields,
  async load(turn, args) {
    const found = await standing(turn, args, () => centres(turn), true)
    return found.ok ? { ok: true, value: { ...(await workOf(turn, found.value)), action: found.value } } : found
  },
  gather,
  check,
  outcome: outcomeOf(centres),
  async save(values, turn, { action }) {
    const done = await change(turn, action, 'changed', givenOf(values)[0] ?? {})
    if ('refused' in done) return done.refused
    const { before, after } = done
    const moved = before.organizationId !== after.organizationId || before.memberId !== after.memberId
    const { unreachable } = await tellOwing(turn, after, moved ? 'action.new' : 'action.wasChanged')
    return with_(
      await shown(turn, after, notice('good', turn.speak.say('action.saved', { number: after.number }))),
      unreached(turn, unreachable),
    )
  },
})

/** It is done, with a word on it or without. */
export async function finish(turn: Turn, action: FollowUp, note: string | null): Promise<View> {
  const set = { state: 'done' as const, note, settledAt: turn.now, settledBy: turn.member.id }
  const done = await change(turn, action, 'done', set)
  if ('refused' in done) return done.refused
  await tellCentre(turn, done.after)
  return shown(turn, done.after, notice('good', turn.speak.say('action.thanks')))
}

const noteBase = { label: 'action.note', min: 2, max: 500, long: true } as const

export const doneForm = form<Values, FollowUp>({
  id: 'action.done',
  title: 'action.doneForm',
  submit: 'action.done',
  confirm: false,
  fields: { note: textField('note', { ...noteBase, ask: 'action.askNote', need: 'required' }) },
  load: (turn, args) => standing(turn, args, a => settles(turn, a), true),
  outcome: outcomeOf(settles),
  save: (values, turn, action) => finish(turn, action, String(values.note)),
})

export const dropForm = form<Values, FollowUp>({
  id: 'action.drop',
  title: 'action.dropForm',
  submit: 'action.drop',
  confirm: false,
  fields: { note: textField('note', { ...noteBase, label: 'action.reason', ask: 'action.askReason', need: 'required' }) },
  load: (turn, args) => standing(turn, args, () => centres(turn), true),
  outcome: outcomeOf(centres),
  async save(values, turn, action) {
    const set = { state: 'dropped' as const, note: String(values.note), settledAt: turn.now, settledBy: turn.member.id }
    const done = await change(turn, action, 'dropped', set)
    if ('refused' in done) return done.refused
    await tellOwing(turn, done.after, 'action.wasDropped')
    return shown(turn, done.after, null)
  },
})

/** What a press found: the action as it was shown, or what to say. */
export const asShown = standing
