/** The forms of workshops: offering one, changing one, cancelling one with its reason, and enrolling a colleague. */
import * as people from '../../db/people.ts'
import * as seatsDb from '../../db/seats.ts'
import * as trainingDb from '../../db/training.ts'
import { nameOf } from '../activities/show.ts'
import { daySaid, rulesOf } from '../clashes/advise.ts'
import { ofCalendar } from '../clashes/compare.ts'
import { choiceField, textField } from '../dialogue/fields.ts'
import { form, type Values } from '../dialogue/form.ts'
import { same } from '../dialogue/same.ts'
import { list, notice, onlyFor, text, warn } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Adviser } from '../dialogue/wing.ts'
import { when as whenSchema } from '../model/activity.ts'
import { type Bilingual, holds } from '../model/people.ts'
import type { Workshop } from '../model/training.ts'
import type { Part, View } from '../model/view.ts'
import { changeFields, check, differenceIn, fields, type Work } from './fields.ts'
import { add, cancel, change, changedSince, valuesOf } from './keep.ts'
import { readWorkshop } from './read.ts'
import { enrolAll } from './seat.ts'
import { cardOf, sightOf, standingOf } from './show.ts'
import { tracksOf } from './tracks.ts'

export async function workOf(turn: Turn, workshop: Workshop | null): Promise<Work> {
  const members = await people.activeMembers(turn.db, turn.network)
  return {
    tracks: await tracksOf(turn),
    people: members.map(m => ({ id: m.id, organizationId: m.organizationId, name: m.name })),
    workshop,
    taken: workshop ? await seatsDb.seatsOf(turn.db, turn.network.id, [workshop.id]) : [],
    calendar: turn.calendar,
    nameOf: id => nameOf(turn, id),
  }
}

/** The card of a workshop for whoever is spoken to, under what was done. */
export async function shown(turn: Turn, w: Workshop, notes: readonly Part[] = []): Promise<View> {
  const [s, sight] = [await standingOf(turn, w), await sightOf(turn)]
  return cardOf(turn, s, sight, turn.reader, notes)
}

const centre = (turn: Turn): boolean => holds(turn.reader, 'coordinator')

async function offeredAlready(turn: Turn, args: Record<string, string>): Promise<View | null> {
  const w = args.draft && centre(turn) ? await trainingDb.byId(turn.db, turn.network.id, args.draft) : null
  return w && shown(turn, w, [notice('info', turn.speak.say('training.offeredAlready'))])
}

export const offerForm = form<Values, Work>({
  id: 'training.workshop',
  title: 'training.form',
  submit: 'training.offer',
  confirm: true,
  fields,
  async load(turn) {
    if (!centre(turn)) return { ok: false, view: onlyFor(turn.speak, 'coordinator') }
    return { ok: true, value: await workOf(turn, null) }
  },
  gather: readWorkshop,
  check,
  outcome: offeredAlready,
  async save(values, turn, work, args) {
    const id = args.draft ?? turn.ids()
    const made = await add(turn, id, values, work)
    if (!made) return (await offeredAlready(turn, { draft: id })) ?? warn(turn.speak, 'training.gone')
    return shown(turn, made, [notice('good', turn.speak.say('training.isOffered', { reference: made.reference }))])
  },
})

type Found = { ok: true; value: Workshop } | { ok: false; view: View }

/** The workshop a card was drawn for, as long as it stands as it was shown and is not over. */
export async function asShown(turn: Turn, args: Record<string, string>): Promise<Found> {
  if (!centre(turn)) return { ok: false, view: onlyFor(turn.speak, 'coordinator') }
  const w = args.id ? await trainingDb.byId(turn.db, turn.network.id, args.id) : null
  if (!w) return { ok: false, view: warn(turn.speak, 'training.gone') }
  if (String(w.version) !== args.v) return { ok: false, view: await changedSince(turn, w) }
  if (w.state !== 'open' || turn.now.epochMilliseconds >= w.endsAt.epochMilliseconds) return { ok: false, view: await shown(turn, w) }
  return { ok: true, value: w }
}

const outcome = async (turn: Turn, args: Record<string, string>): Promise<View | null> => {
  const found = await asShown(turn, args)
  return found.ok ? null : found.view
}

export const changeForm = form<Values, Work & { workshop: Workshop }>({
  id: 'training.changeWorkshop',
  title: 'training.changeForm',
  submit: 'dialogue.save',
  confirm: true,
  fields: changeFields,
  async load(turn, args) {
    const found = await asShown(turn, args)
    return found.ok ? { ok: true, value: { ...(await workOf(turn, found.value)), workshop: found.value } } : found
  },
  gather: readWorkshop,
  check,
  /** What is altered stands beside how it was. */
  card(values, asking, work) {
    const before = valuesOf(work.workshop, asking.speak.language, work.calendar, asking.context.now.slice(0, 10))
    const lines = differenceIn(values, before, asking, work)
    const { speak } = asking
    return lines.length === 0
      ? []
      : [
          text(speak.say('training.differs'), 'strong'),
          list(lines.map(({ label, from, to }) => ({ text: speak.say('review.difference', { _label: speak.say(label), from, to }) }))),
        ]
  },
  outcome,
  async save(values, turn, work) {
    const done = await change(turn, work.workshop, values, work)
    if ('refused' in done) return done.refused
    return shown(turn, done.after, [notice('good', turn.speak.say('training.saved', { reference: done.after.reference }))])
  },
})

export const cancelForm = form<Values, Workshop>({
  id: 'training.cancelWorkshop',
  title: 'training.cancelForm',
  submit: 'training.cancel',
  confirm: false,
  fields: {
    reason: textField('reason', { label: 'training.reason', ask: 'training.askReason', need: 'required', min: 2, max: 300, long: true }),
  },
  load: asShown,
  outcome,
  async save(values, turn, w) {
    const done = await cancel(turn, w, String(values.reason))
    return 'refused' in done ? done.refused : shown(turn, done.after)
  },
})

type Colleagues = { workshop: Workshop; colleagues: { id: string; name: Bilingual; organization: string | null }[] }

/** Whom this person may enrol: colleagues of their own organization; the centre, everybody. */
export async function colleaguesOf(turn: Turn): Promise<Colleagues['colleagues']> {
  const own = centre(turn) ? {} : { organizationIds: [turn.reader.organizationId] }
  const members = await people.activeMembers(turn.db, turn.network, own)
  return members
    .filter(m => m.id !== turn.member.id && (holds(m, 'member') || holds(m, 'coordinator')))
    .map(m => ({ id: m.id, name: m.name, organization: centre(turn) ? nameOf(turn, m.organizationId) : null }))
}

export const colleagueForm = form<Values, Colleagues>({
  id: 'training.colleague',
  title: 'training.colleagueForm',
  submit: 'training.enrol',
  confirm: false,
  fields: {
    colleague: choiceField('colleague', {
      label: 'training.colleagueName',
      ask: 'training.askColleague',
      need: 'required',
      options: ({ speak }, load) =>
        (load as Colleagues).colleagues.map(c => ({
          value: c.id,
          label: c.organization
            ? speak.say('training.personOf', { name: speak.pick(c.name), organization: c.organization })
            : speak.pick(c.name),
          also: [c.name.ar, c.name.en].filter(n => n !== undefined),
        })),
    }),
  },
  async load(turn, args) {
    if (!holds(turn.reader, 'member') && !centre(turn)) return { ok: false, view: onlyFor(turn.speak, 'member') }
    const workshop = args.id ? await trainingDb.byId(turn.db, turn.network.id, args.id) : null
    if (!workshop) return { ok: false, view: warn(turn.speak, 'training.gone') }
    const colleagues = await colleaguesOf(turn)
    if (colleagues.length === 0) return { ok: false, view: warn(turn.speak, 'training.noColleagues') }
    return { ok: true, value: { workshop, colleagues } }
  },
  save: (values, turn, { workshop }) => enrolAll(turn, workshop.id, [String(values.colleague)]),
})

/** A day on which nobody works: the workshop may be held on it, and whoever offers it knows. */
export const dayAdvice: Adviser = async (turn, values, args) => {
  const when = whenSchema.safeParse(values.when).data
  const stands = args.id ? await trainingDb.byId(turn.db, turn.network.id, args.id) : null
  if (!when || when.kind === 'span' || (stands && same(stands.when, when))) return []
  return ofCalendar(when, rulesOf(turn), turn.calendar, turn.holidays).map(d => daySaid(turn, d))
}
