/** What is recorded of a meeting: decisions and actions, on the line they were agreed on; reworded or taken out while the minutes can still be corrected. */
import type { FollowUp } from '../../db/actions.ts'
import * as actionsDb from '../../db/actions.ts'
import * as minutesDb from '../../db/minutes.ts'
import { dayOffParts } from '../actions/due-day.ts'
import { check, fields, gather, gatherNew, givenOf, newFields, valuesOf, type Work } from '../actions/fields.ts'
import { workOf } from '../actions/forms.ts'
import { addAll, change, tellOwing } from '../actions/keep.ts'
import { begun } from '../actions/read.ts'
import { textField as boxes, longest, readText, textOf } from '../circulars/texts.ts'
import { clean } from '../dialogue/fields.ts'
import { type Field, form, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { named, notice, onlyFor, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import { type Bilingual, holds } from '../model/people.ts'
import { fail, ok } from '../model/result.ts'
import type { Part, View } from '../model/view.ts'
import { good, lineCard } from './line-card.ts'
import { previewOf } from './preview.ts'
import { underWay, type Walk } from './walk.ts'

/** The walk that a form or button speaks of, for coordinators alone. */
async function walkOf(turn: Turn, meetingId: string | undefined): Promise<{ walk: Walk } | { refused: View }> {
  if (!holds(turn.reader, 'coordinator')) return { refused: onlyFor(turn.speak, 'coordinator') }
  const walk = meetingId ? await minutesDb.walk(turn.db, turn.network.id, meetingId) : null
  return walk ? { walk } : { refused: warn(turn.speak, 'walk.none') }
}

/** What is shown once something was recorded: the present line, or the preview of the minutes where it was corrected there. */
async function shownAfter(turn: Turn, meetingId: string, preview: boolean, note: Part): Promise<View> {
  const place = preview ? null : await underWay(turn, meetingId)
  return place ? lineCard(turn, place, note, { brief: true }) : previewOf(turn, meetingId, note)
}

// ---- decisions ----

const decisionField: Field = {
  ...boxes,
  label: 'walk.decision',
  ask: 'walk.askDecision',
  chatHint: undefined,
  read: (said, { speak }) => {
    const text = clean(said)
    const length = [...text].length
    if (length < 2 || !/[\p{L}\p{N}]/u.test(text)) return fail({ key: 'dialogue.tooShort', values: { min: 2 } })
    if (length > longest) return fail({ key: 'dialogue.tooLong', values: { max: longest, length } })
    return ok(readText(begun(text), speak.language))
  },
}

/** Records a decision on a line; false where the same draft was recorded before. */
export async function decide(
  turn: Turn,
  id: string,
  what: { meetingId: string; lineKey: string | null; text: Bilingual },
): Promise<boolean> {
  const row = { networkId: turn.network.id, id, ...what, recordedAt: turn.now, recordedBy: turn.member.id }
  if (!(await minutesDb.decide(turn.db, row))) return false
  await record(turn, turn.member.id, { entity: 'minutes', id: what.meetingId, action: 'decided', after: { id, ...what } })
  return true
}

export const decisionForm = form<Values, Walk>({
  id: 'walk.decision',
  title: 'walk.decision',
  submit: 'dialogue.save',
  confirm: false,
  fields: { text: decisionField },
  async load(turn, args) {
    const found = await walkOf(turn, args.m)
    return 'walk' in found ? { ok: true, value: found.walk } : { ok: false, view: found.refused }
  },
  async save(values, turn, walk, args) {
    await decide(turn, args.draft ?? turn.ids(), { meetingId: walk.meetingId, lineKey: args.l || null, text: textOf(values) })
    return shownAfter(turn, walk.meetingId, args.p === '1', good(turn, 'walk.decided'))
  },
})

type Found<T> = { ok: true; value: T } | { ok: false; view: View }

/** A decision as it was shown; else how it stands, or that it is gone. */
async function decisionShown(turn: Turn, args: Record<string, string>): Promise<Found<minutesDb.Decision>> {
  if (!holds(turn.reader, 'coordinator')) return { ok: false, view: onlyFor(turn.speak, 'coordinator') }
  const d = args.id ? await minutesDb.decision(turn.db, turn.network.id, args.id) : null
  if (!d) return { ok: false, view: warn(turn.speak, 'walk.decisionGone') }
  if (String(d.version) === args.v) return { ok: true, value: d }
  return { ok: false, view: await shownAfter(turn, d.meetingId, args.p === '1', notice('warning', turn.speak.say('walk.decisionChanged'))) }
}

/** False where it was changed meanwhile, and then nothing is written. */
export async function reword(turn: Turn, d: minutesDb.Decision, text: Bilingual): Promise<boolean> {
  if (!(await minutesDb.changeDecision(turn.db, d, { text }))) return false
  await record(turn, turn.member.id, {
    entity: 'minutes',
    id: d.meetingId,
    action: 'reworded',
    before: { id: d.id, text: d.text },
    after: { id: d.id, text },
  })
  return true
}

export const changeDecisionForm = form<Values, minutesDb.Decision>({
  id: 'decision.change',
  title: 'walk.changeDecision',
  submit: 'dialogue.save',
  confirm: true,
  fields: { text: decisionField },
  load: decisionShown,
  outcome: async (turn, args) => {
    const found = await decisionShown(turn, args)
    return found.ok ? null : found.view
  },
  async save(values, turn, d, args) {
    if (!(await reword(turn, d, textOf(values)))) return warn(turn.speak, 'walk.decisionChanged')
    return shownAfter(turn, d.meetingId, args.p === '1', good(turn, 'walk.changed'))
  },
})

// ---- actions ----

/** An action said on a line: kept at once when nothing is missing; whoever owes it hears of it with the minutes. */
export const actionForm = form<Values, Work & { walk: Walk }>({
  id: 'walk.action',
  title: 'action.form',
  submit: 'dialogue.save',
  confirm: false,
  fields: newFields,
  async load(turn, args) {
    const found = await walkOf(turn, args.m)
    return 'walk' in found ? { ok: true, value: { ...(await workOf(turn, null)), walk: found.walk } } : { ok: false, view: found.refused }
  },
  gather: gatherNew,
  check,
  async save(values, turn, { walk }, args) {
    const on = { meetingId: walk.meetingId, lineKey: args.l || null }
    const made = await addAll(
      turn,
      args.draft ?? turn.ids(),
      givenOf(values).map(given => ({ ...given, ...on })),
    )
    // Of a meeting that is over it is told at once: its minutes have been.
    if (walk.state === 'closed') for (const a of made) await tellOwing(turn, a, 'action.new')
    const card = await shownAfter(turn, walk.meetingId, args.p === '1', agreedNote(turn, made))
    const [note, ...rest] = card.parts
    return note ? { ...card, parts: [note, ...offParts(turn, made, args.p), ...rest] } : card
  },
})

const agreedNote = (turn: Turn, made: readonly FollowUp[]): Part => {
  const [first, last] = [made[0], made.at(-1)]
  return first && last && made.length > 1
    ? notice('good', turn.speak.say('walk.agreedAll', { first: first.number, last: last.number, n: made.length }))
    : good(turn, 'walk.agreed')
}

/** It was recorded as it was said: a day on which nobody works is said of it, and the working day before is one press away. */
export function offParts(turn: Turn, made: readonly FollowUp[], preview: string | undefined): Part[] {
  const [first, last] = [made[0], made.at(-1)]
  if (!first || !last) return []
  const on = { m: first.meetingId ?? '', from: String(first.number), to: String(last.number), ...(preview ? { p: preview } : {}) }
  return dayOffParts(turn, turn.speak, first.dueOn, (day, label) => [named(turn.language, label, 'walk.due', { ...on, day })])
}

/** Actions of a meeting that were agreed in one sentence are due on another day. */
async function dueAnew(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const found = await walkOf(turn, args.m)
  if ('refused' in found) return shownBy(found.refused)
  const { meetingId, state } = found.walk
  const day = /^\d{4}-\d\d-\d\d$/.exec(args.day ?? '')?.[0]
  const all = await actionsDb.ofMeeting(turn.db, turn.network.id, meetingId)
  const own = all.filter(a => a.state === 'open' && a.number >= Number(args.from) && a.number <= Number(args.to))
  if (!day || own.length === 0) return shownBy(warn(turn.speak, 'action.gone'))
  for (const a of own) {
    const done = await change(turn, a, 'changed', { dueOn: day })
    if ('refused' in done) return shownBy(done.refused)
    if (state === 'closed') await tellOwing(turn, done.after, 'action.wasChanged')
  }
  return { replace: await shownAfter(turn, meetingId, args.p === '1', good(turn, 'walk.changed')) }
}

/** An action of a meeting as it was shown, and the meeting's walk. */
async function actionShown(turn: Turn, args: Record<string, string>): Promise<Found<{ action: FollowUp; walk: Walk }>> {
  if (!holds(turn.reader, 'coordinator')) return { ok: false, view: onlyFor(turn.speak, 'coordinator') }
  const action = args.id ? await actionsDb.byId(turn.db, turn.network.id, args.id) : null
  const walk = action?.meetingId ? await minutesDb.walk(turn.db, turn.network.id, action.meetingId) : null
  if (!action || !walk) return { ok: false, view: warn(turn.speak, 'action.gone') }
  if (String(action.version) === args.v) return { ok: true, value: { action, walk } }
  const note = notice('warning', turn.speak.say('action.changedMeanwhile', { number: action.number }))
  return { ok: false, view: await shownAfter(turn, walk.meetingId, args.p === '1', note) }
}

export const changeActionForm = form<Values, Work & { action: FollowUp; walk: Walk }>({
  id: 'walk.changeAction',
  title: 'action.changeForm',
  submit: 'dialogue.save',
  confirm: true,
  fields,
  async load(turn, args) {
    const found = await actionShown(turn, args)
    return found.ok ? { ok: true, value: { ...(await workOf(turn, null)), ...found.value } } : found
  },
  gather,
  check,
  outcome: async (turn, args) => {
    const found = await actionShown(turn, args)
    return found.ok ? null : found.view
  },
  async save(values, turn, { action, walk }, args) {
    const done = await change(turn, action, 'changed', givenOf(values)[0] ?? {})
    if ('refused' in done) return done.refused
    if (walk.state === 'closed')
      await tellOwing(turn, done.after, done.before.organizationId === done.after.organizationId ? 'action.wasChanged' : 'action.new')
    return shownAfter(turn, walk.meetingId, args.p === '1', good(turn, 'walk.changed'))
  },
})

// ---- the buttons ----

const shownBy = (view: View): Answer => ({ views: [view] })
const begins =
  (id: 'walk.decision' | 'walk.action'): PressHandler =>
  async (turn, args, how) => {
    const found = await walkOf(turn, args.m)
    if ('refused' in found) return shownBy(found.refused)
    return { begin: { form: id, args: { m: found.walk.meetingId, l: args.l ?? '', ...(args.p ? { p: args.p } : {}) }, dialog: how.dialog } }
  }

const corrects =
  <T>(
    id: 'decision.change' | 'walk.changeAction',
    find: (turn: Turn, args: Record<string, string>) => Promise<Found<T>>,
    valuesIn: (t: T) => Values,
  ): PressHandler =>
  async (turn, args, how) => {
    const found = await find(turn, args)
    if (!found.ok) return shownBy(found.view)
    const { id: of = '', v = '', p } = args
    return { begin: { form: id, args: { id: of, v, ...(p ? { p } : {}) }, values: valuesIn(found.value), dialog: how.dialog } }
  }

export const plain = (text: Bilingual): Values => ({ ...(text.ar ? { ar: text.ar } : {}), ...(text.en ? { en: text.en } : {}) })

export const recordPresses: Record<string, PressHandler> = {
  'walk.decision': begins('walk.decision'),
  'walk.action': begins('walk.action'),
  'decision.change': corrects('decision.change', decisionShown, d => plain(d.text)),
  'walk.changeAction': corrects('walk.changeAction', actionShown, ({ action }) => valuesOf(action)),
  'walk.due': dueAnew,
  'decision.remove': async (turn, args) => {
    const found = await decisionShown(turn, args)
    if (!found.ok) return { replace: found.view }
    const d = found.value
    if (!(await minutesDb.changeDecision(turn.db, d, { removedAt: turn.now }))) return shownBy(warn(turn.speak, 'walk.decisionChanged'))
    await record(turn, turn.member.id, { entity: 'minutes', id: d.meetingId, action: 'removed', before: { id: d.id, text: d.text } })
    return { replace: await shownAfter(turn, d.meetingId, args.p === '1', good(turn, 'walk.removed')) }
  },
  'walk.removeAction': async (turn, args) => {
    const found = await actionShown(turn, args)
    if (!found.ok) return { replace: found.view }
    const { action, walk } = found.value
    // It was not agreed after all: it is no action of this meeting.
    const set = { state: 'dropped' as const, meetingId: null, lineKey: null, settledAt: turn.now, settledBy: turn.member.id }
    const done = await change(turn, action, 'dropped', set)
    if ('refused' in done) return { replace: done.refused }
    if (walk.state === 'closed') await tellOwing(turn, done.after, 'action.wasDropped')
    return { replace: await shownAfter(turn, walk.meetingId, args.p === '1', good(turn, 'walk.removed')) }
  },
}
