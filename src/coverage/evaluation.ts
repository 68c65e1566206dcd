/** Figures of what came of communication: added, corrected and removed by the organization that counted, and kept on the record. */
import * as activitiesDb from '../../db/activities.ts'
import * as changesDb from '../../db/changes.ts'
import * as echoDb from '../../db/echo.ts'
import * as planDb from '../../db/plan.ts'
import { form, type Values } from '../dialogue/form.ts'
import { record, unlessOwn } from '../dialogue/record.ts'
import { actions, button, facts, heading, list, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import type { OutcomeFigure } from '../model/evaluation.ts'
import { holds } from '../model/people.ts'
import type { Action, Part, View } from '../model/view.ts'
import { addMonths, thisMonth } from '../time/zone.ts'
import { figureLine } from './echo-show.ts'
import { check, fields, gather, givenOf, type Thing, valuesOf, type Work } from './evaluation-fields.ts'

/** Days back from which activities are offered, how many of them at most (a list of a form takes a hundred), and months back of priorities. */
const offered = { days: 300, activities: 80, months: 4 }

export const mayAdd = (turn: Pick<Turn, 'reader'>): boolean => holds(turn.reader, 'member') || holds(turn.reader, 'coordinator')
/** Whose figure it is corrects and removes it; so does the centre. */
export const mayKeep = (turn: Pick<Turn, 'reader'>, f: OutcomeFigure): boolean =>
  holds(turn.reader, 'coordinator') || (holds(turn.reader, 'member') && turn.reader.organizationId === f.organizationId)

/** What a person can add a figure to: activities that have begun, their own and those they are partners of (the centre: all), and priorities. */
async function thingsFor(turn: Turn): Promise<Thing[]> {
  const own = holds(turn.reader, 'coordinator') ? undefined : turn.reader.organizationId
  const span = { start: turn.now.subtract({ hours: 24 * offered.days }), end: turn.now }
  const all = await activitiesDb.inWindow(turn.db, turn.reader, span, { ownerId: own })
  const months = Array.from({ length: offered.months }, (_, i) => addMonths(thisMonth(turn), -i))
  const priorities = await planDb.prioritiesOf(turn.db, turn.reader, months)
  return [
    ...all
      .reverse()
      .slice(0, offered.activities)
      .map(a => ({ value: `a:${a.id}`, title: a.title, reference: a.reference })),
    ...priorities.map(p => ({ value: `p:${p.id}`, title: p.title, reference: null })),
  ]
}

const namesOf = async (turn: Turn, f: OutcomeFigure) => {
  const [a] = f.activityId ? await activitiesDb.byIds(turn.db, turn.reader, [f.activityId]) : []
  const titles = await echoDb.priorityTitles(turn.db, turn.network.id, f.priorityId ? [f.priorityId] : [])
  return new Map([
    ...(a ? [[a.id, { title: a.title, reference: a.reference as string | null }] as const] : []),
    ...[...titles].map(([id, title]) => [id, { title, reference: null }] as const),
  ])
}

/** Correct and Remove, for those who may. */
export const figureActions = (turn: Turn, f: OutcomeFigure): Action[] =>
  mayKeep(turn, f)
    ? [
        button(turn.speak, 'figure.correct', 'figure.change', { id: f.id, v: String(f.version) }, { opensForm: true }),
        button(turn.speak, 'figure.remove', 'figure.remove', { id: f.id, v: String(f.version) }, { style: 'danger' }),
      ]
    : []

async function cardOf(turn: Turn, f: OutcomeFigure, note: Part | null, buttons = true): Promise<View> {
  const { speak } = turn
  const names = await namesOf(turn, f)
  const of = names.get(f.activityId ?? f.priorityId ?? '')
  const line = figureLine(turn, f, names)
  return view(turn.language, [
    ...(note ? [note] : []),
    heading(line.text),
    facts([
      [speak.say('figure.of'), of ? (of.reference ? `${of.reference} · ${speak.pick(of.title)}` : speak.pick(of.title)) : null],
      [speak.say('figure.stage'), speak.say('echo.stageName', { _stage: f.stage })],
      [speak.say('figure.how'), f.how],
      [speak.say('figure.until'), speak.day(f.until)],
    ]),
    actions(buttons ? figureActions(turn, f) : []),
  ])
}

async function savedAlready(turn: Turn, args: Record<string, string>): Promise<View | null> {
  const standing = args.draft ? await echoDb.figure(turn.db, turn.reader, args.draft) : null
  return standing && mayKeep(turn, standing) ? cardOf(turn, standing, notice('info', turn.speak.say('figure.already'))) : null
}

export const figureForm = form<Values, Work>({
  id: 'evaluation.add',
  title: 'figure.form',
  submit: 'figure.add',
  confirm: true,
  fields,
  async load(turn) {
    if (!mayAdd(turn)) return { ok: false, view: onlyFor(turn.speak, 'member') }
    return { ok: true, value: { things: await thingsFor(turn), figure: null } }
  },
  gather,
  check,
  outcome: savedAlready,
  async save(values, turn, _work, args) {
    const id = args.draft ?? turn.ids()
    const [kind, thing] = [String(values.of).slice(0, 1), String(values.of).slice(2)]
    const activity = kind === 'a' ? await activitiesDb.byId(turn.db, turn.reader, thing) : null
    if (kind === 'a' && !activity) return warn(turn.speak, 'activity.notFound')
    const row = {
      networkId: turn.network.id,
      id,
      activityId: activity?.id ?? null,
      priorityId: kind === 'p' ? thing : null,
      // The centre adds to an activity in its owner's name.
      organizationId: activity && holds(turn.reader, 'coordinator') ? activity.ownerId : turn.reader.organizationId,
      ...givenOf(values),
      recordedAt: turn.now,
      recordedBy: turn.member.id,
    }
    if (!(await echoDb.addFigure(turn.db, row))) return (await savedAlready(turn, { draft: id })) ?? warn(turn.speak, 'figure.gone')
    const made = { ...row, version: 1 }
    await record(turn, turn.member.id, { entity: 'figure', id, action: 'added', after: made, for: unlessOwn(turn, made.organizationId) })
    return cardOf(turn, made, notice('good', turn.speak.say('figure.added')))
  },
})

type Found = { ok: true; value: OutcomeFigure } | { ok: false; view: View }
/** The figure as it was shown, for those who may change it. */
async function asShown(turn: Turn, args: Record<string, string>): Promise<Found> {
  const f = args.id ? await echoDb.figure(turn.db, turn.reader, args.id) : null
  if (!f) return { ok: false, view: warn(turn.speak, 'figure.gone') }
  if (!mayKeep(turn, f)) return { ok: false, view: warn(turn.speak, 'figure.notYours') }
  return String(f.version) === args.v ? { ok: true, value: f } : { ok: false, view: await changedSince(turn, f, Number(args.v)) }
}

/** As it stands, under how it stood on the card that was pressed. */
async function changedSince(turn: Turn, f: OutcomeFigure, version: number): Promise<View> {
  const made = await changesDb.of(turn.db, turn.network.id, 'figure', f.id)
  const was = made.find(c => c.before?.version === version)?.before as unknown as OutcomeFigure | undefined
  const card = await cardOf(turn, f, notice('warning', turn.speak.say('figure.changedMeanwhile')))
  if (!was) return card
  const line = figureLine(turn, was, new Map())
  return { ...card, parts: [...card.parts, text(turn.speak.say('figure.was'), 'subtle'), list([line])] }
}

export const figureChange = form<Values, Work>({
  id: 'evaluation.change',
  title: 'figure.changeForm',
  submit: 'dialogue.save',
  confirm: true,
  // What it is of stays: a figure of something else is another one.
  fields: { stage: fields.stage, figure: fields.figure, what: fields.what, how: fields.how, until: fields.until, unit: fields.unit },
  async load(turn, args) {
    const found = await asShown(turn, args)
    return found.ok ? { ok: true, value: { things: [], figure: found.value } } : found
  },
  check,
  outcome: async (turn, args) => {
    const found = await asShown(turn, args)
    return found.ok ? null : found.view
  },
  async save(values, turn, { figure }) {
    const before = figure && (await echoDb.holdFigure(turn.db, turn.network.id, figure.id))
    if (!before) return warn(turn.speak, 'figure.gone')
    if (before.version !== figure.version) return changedSince(turn, before, figure.version)
    const after = await echoDb.changeFigure(turn.db, turn.network.id, before.id, before.version, givenOf(values), turn.now)
    if (!after) throw new Error(`figure ${before.id} changed while it was held`)
    await record(turn, turn.member.id, {
      entity: 'figure',
      id: after.id,
      action: 'changed',
      before,
      after,
      for: unlessOwn(turn, after.organizationId),
    })
    return cardOf(turn, after, notice('good', turn.speak.say('figure.saved')))
  },
})

export async function figureCommand(_turn: Turn, asked: Asked): Promise<Answer> {
  return {
    begin: {
      form: 'evaluation.add',
      dialog: asked.dialog,
      message: asked.message,
      ...(/[0-9٠-٩]/u.test(asked.text) ? { text: asked.text } : {}),
    },
  }
}

const onFigure =
  (then: (turn: Turn, f: OutcomeFigure, how: { dialog: boolean }) => Promise<Answer>): PressHandler =>
  async (turn, args, how) => {
    const found = await asShown(turn, args)
    return found.ok ? then(turn, found.value, how) : { views: [found.view] }
  }

export const figurePresses: Record<string, PressHandler> = {
  'figure.add': async (turn, args, how) => {
    if (!mayAdd(turn)) return { views: [onlyFor(turn.speak, 'member')] }
    return { begin: { form: 'evaluation.add', dialog: how.dialog, ...(args.p ? { values: { of: `p:${args.p}` } } : {}) } }
  },
  'figure.change': onFigure(async (_turn, f, how) => ({
    begin: { form: 'evaluation.change', args: { id: f.id, v: String(f.version) }, values: valuesOf(f), dialog: how.dialog },
  })),
  'figure.remove': onFigure(async (turn, f) => {
    const card = await cardOf(turn, f, notice('warning', turn.speak.say('figure.removeSure')), false)
    const sure = button(turn.speak, 'figure.removeYes', 'figure.removeYes', { id: f.id, v: String(f.version) }, { style: 'danger' })
    return { views: [{ ...card, parts: [...card.parts, actions([sure])] }] }
  }),
  'figure.removeYes': onFigure(async (turn, f) => {
    const before = await echoDb.holdFigure(turn.db, turn.network.id, f.id)
    if (before?.version !== f.version) return { views: [warn(turn.speak, 'figure.gone')] }
    await echoDb.removeFigure(turn.db, turn.network.id, f.id)
    await record(turn, turn.member.id, {
      entity: 'figure',
      id: f.id,
      action: 'removed',
      before,
      after: null,
      for: unlessOwn(turn, f.organizationId),
    })
    return {
      replace: view(turn.language, [notice('good', turn.speak.say('figure.removed', { _line: figureLine(turn, f, new Map()).text }))]),
    }
  }),
}
