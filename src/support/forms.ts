/** The forms of support requests: asking, changing, giving to a colleague, passing on, declining, taking back. */

import * as activitiesDb from '../../db/activities.ts'
import * as people from '../../db/people.ts'
import * as supportDb from '../../db/support.ts'
import { organizationChoices } from '../activities/fields.ts'
import { nameOf } from '../activities/show.ts'
import { writers } from '../delivery/ask.ts'
import { holders } from '../delivery/promise.ts'
import { choiceField, textField } from '../dialogue/fields.ts'
import { type Field, form, type Values } from '../dialogue/form.ts'
import { list, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import { holds, type Member } from '../model/people.ts'
import { isOpen, type SupportRequest, supportKinds } from '../model/support.ts'
import type { Part, View } from '../model/view.ts'
import { today } from '../time/zone.ts'
import { changeFields, dueOf, gather, kindsIn, noActivity, requestFields, requestFieldsFor, type Work } from './fields.ts'
import { add, askers, atCentre, change, changedSince, isCentre, reachedSaid, shown, tellNew, tellOf } from './keep.ts'
import { post } from './messages.ts'
import { askPartner, withdrawAsk } from './partner.ts'
import { asks, lineOf, namesOf, sideOf } from './show.ts'

const mayAsk = (turn: Turn): boolean => holds(turn.reader, 'member') || holds(turn.reader, 'coordinator')

async function workOf(turn: Turn): Promise<Work> {
  const others = holds(turn.reader, 'coordinator')
  const activities = others
    ? await activitiesDb.planned(turn.db, turn.reader)
    : await activitiesDb.ofOrganization(turn.db, turn.reader, turn.reader.organizationId, { from: turn.now })
  return { activities: activities.filter(a => a.lifecycle === 'planned'), own: turn.reader.organizationId, others }
}

/** What was saved from a draft, under a word. */
async function savedView(turn: Turn, all: SupportRequest[], parts: Part[]): Promise<View> {
  const [one] = all
  if (one && all.length === 1) {
    const card = await shown(turn, one)
    return { ...card, parts: [...parts, ...card.parts] }
  }
  const names = await namesOf(
    turn,
    all.map(r => r.ownerId),
  )
  const titles = new Map<string, Activity>()
  return view(turn.language, [...parts, list(all.map(r => lineOf(turn, r, { names, titles, day: today(turn) }, { whose: false })))])
}

const requestForm = (id: string, fields: Record<string, Field>) =>
  form<Values, Work>({
    id,
    title: 'support.form',
    submit: 'support.send',
    confirm: true,
    fields,
    async load(turn) {
      if (!mayAsk(turn)) return { ok: false, view: onlyFor(turn.speak, 'member') }
      return { ok: true, value: await workOf(turn) }
    },
    gather,
    card: (values, { speak }) => (values.urgent === 'yes' ? [] : [text(speak.say('support.sendNote'), 'subtle')]),
    async outcome(turn, args) {
      const all = args.draft ? await supportDb.ofDraft(turn.db, turn.reader, args.draft) : []
      return all.length > 0 ? savedView(turn, all, [notice('info', turn.speak.say('support.savedAlready'))]) : null
    },
    async save(values, turn, work, args) {
      const draft = args.draft ?? turn.ids()
      const activity = values.activity === noActivity ? undefined : work.activities.find(a => a.id === values.activity)
      const kinds = (Array.isArray(values.kinds) ? values.kinds : []).flatMap(k => supportKinds.filter(s => s === k))
      const chosen = work.others ? (activity?.ownerId ?? (typeof values.organization === 'string' ? values.organization : null)) : null
      const organizationId = chosen ?? turn.reader.organizationId
      const dueOn = dueOf(values, turn, work) ?? today(turn)
      const urgent = values.urgent === 'yes'
      const all: SupportRequest[] = []
      const notes: Part[] = []
      for (const [n, kind] of kinds.entries()) {
        const made = await add(turn, turn.member.id, {
          id: n === 0 ? draft : `${draft}.${n + 1}`,
          kind,
          details: typeof values.details === 'string' ? values.details.trim() : null,
          activityId: activity?.id ?? null,
          need: null,
          dueOn,
          urgent,
          organizationId,
          memberId: turn.member.id,
        })
        if (!made) continue
        all.push(made)
        const said = reachedSaid(turn.speak, await tellNew(turn, made, turn.member.id))
        if (n === 0) notes.push(said)
        if (organizationId !== turn.reader.organizationId) await tellAskedFor(turn, made)
      }
      if (all.length === 0) {
        const standing = await supportDb.ofDraft(turn.db, turn.reader, draft)
        return savedView(turn, standing, [notice('info', turn.speak.say('support.savedAlready'))])
      }
      const head =
        all.length === 1
          ? turn.speak.say('support.saved', { reference: all[0]?.reference ?? '' })
          : turn.speak.say('support.savedAll', { n: all.length })
      return savedView(turn, all, [text(head, 'strong'), ...notes])
    },
  })

/** Members hear that the centre asked for them. */
async function tellAskedFor(turn: Turn, r: SupportRequest): Promise<void> {
  const by = (speak: Turn['speak']) => ({
    name: speak.pick(turn.member.name),
    organization: nameOf({ speak, organizations: turn.organizations }, turn.reader.organizationId),
  })
  await tellOf(turn, await askers(turn, r), r, { key: 'support.askedForYou', values: by }, { once: 'for' })
}

export const askForm = requestForm('support', requestFields)
/** A coordinator may ask for an organization. */
export const askForForm = requestForm('support.for', requestFieldsFor)

type Found = { ok: true; value: SupportRequest } | { ok: false; view: View }

/** The request that a form or a press is about, as long as it stands as it was shown and this person may; `wrong` where it is past that. */
export async function asShown(
  turn: Turn,
  args: Record<string, string>,
  may: (r: SupportRequest) => boolean,
  fits: (r: SupportRequest) => boolean,
): Promise<Found> {
  const r = args.id ? await supportDb.byId(turn.db, turn.reader, args.id) : null
  if (!r) return { ok: false, view: warn(turn.speak, 'support.gone') }
  if (!may(r)) return { ok: false, view: warn(turn.speak, 'support.notYours') }
  if (args.v !== undefined && String(r.version) !== args.v) return { ok: false, view: await changedSince(turn, r, Number(args.v)) }
  return fits(r) ? { ok: true, value: r } : { ok: false, view: await shown(turn, r) }
}

const open = (r: SupportRequest): boolean => isOpen(r.state)
export const centres = (turn: Turn) => () => isCentre(turn)
export const asksOf = (turn: Turn) => (r: SupportRequest) => asks(turn.reader, r)
const either = (turn: Turn) => (r: SupportRequest) => isCentre(turn) || asks(turn.reader, r)

/** Loads what a form is about, and tells what came of it where it can no longer be sent. */
const about = (may: (turn: Turn) => (r: SupportRequest) => boolean, fits: (r: SupportRequest) => boolean) => ({
  load: (turn: Turn, args: Record<string, string>) => asShown(turn, args, may(turn), fits),
  outcome: async (turn: Turn, args: Record<string, string>) => {
    const found = await asShown(turn, args, may(turn), fits)
    return found.ok ? null : found.view
  },
})

/** What became of a request is told to the other side. */
const otherSide = async (turn: Turn, r: SupportRequest): Promise<Member[]> =>
  (sideOf(turn.reader, r) === 'centre' && !asks(turn.reader, r) ? await askers(turn, r) : await atCentre(turn, r)).filter(
    m => m.id !== turn.member.id,
  )

export const valuesOf = (r: SupportRequest): Values => ({
  kind: r.kind,
  ...(r.details ? { details: r.details } : {}),
  dueOn: r.dueOn,
  urgent: r.urgent ? 'yes' : 'no',
})

export const changeForm = form<Values, SupportRequest & Work>({
  id: 'support.change',
  title: 'support.changeForm',
  submit: 'dialogue.save',
  confirm: true,
  fields: changeFields,
  async load(turn, args) {
    const found = await asShown(turn, args, either(turn), open)
    return found.ok ? { ok: true, value: { ...found.value, activities: [], own: '', others: false } } : found
  },
  outcome: about(either, open).outcome,
  gather(said, asking, values, work) {
    const { kinds: _kinds, activity: _activity, details: _details, ...rest } = gather(said, asking, values, work).values
    const [kind] = kindsIn(said)
    return { values: { ...rest, ...(kind ? { kind } : {}) }, problems: [], choose: null, other: [] }
  },
  async save(values, turn, r) {
    const urgent = values.urgent === 'yes'
    const done = await change(turn, r, 'changed', {
      kind: supportKinds.find(k => k === values.kind) ?? r.kind,
      details: typeof values.details === 'string' && values.details.trim() ? values.details.trim() : null,
      dueOn: typeof values.dueOn === 'string' ? values.dueOn : r.dueOn,
      urgent,
    })
    if ('refused' in done) return done.refused
    const { before, after } = done
    const saved = turn.speak.say('support.changedSaved', { reference: after.reference })
    // What became urgent is told as an urgent one is.
    if (urgent && !before.urgent && after.state === 'asked') {
      const reached = await tellNew(turn, after, turn.member.id)
      return savedView(turn, [after], [text(saved, 'strong'), reachedSaid(turn.speak, reached)])
    }
    await tellOf(turn, await otherSide(turn, after), after, { key: 'support.wasChanged' }, { once: `changed:${after.version}`, urgent })
    return shown(turn, after, notice('good', saved))
  },
})

const reason = (need: Field['need'], ask: 'support.askReason' | 'support.askWhy') =>
  textField('reason', { label: 'support.reason', ask, need, min: 2, max: 500, long: true })
const given = (values: Values, id: string): string | null =>
  typeof values[id] === 'string' && values[id].trim() ? values[id].trim() : null

/** Declined or taken back: over, with why. */
async function settle(turn: Turn, r: SupportRequest, state: 'declined' | 'withdrawn', why: string | null): Promise<View> {
  const done = await change(turn, r, state, { state, reason: why, settledAt: turn.now, settledBy: turn.member.id })
  if ('refused' in done) return done.refused
  await withdrawAsk(turn, r)
  const key = state === 'declined' ? ('support.wasDeclined' as const) : ('support.wasWithdrawn' as const)
  // Whoever has not taken it reads of it on the card.
  const told = state === 'withdrawn' && !r.ownerId ? [] : await otherSide(turn, done.after)
  await tellOf(turn, told, done.after, { key, tone: state === 'declined' ? 'warning' : 'info' }, { once: state })
  return shown(turn, done.after, notice('info', turn.speak.say(state === 'declined' ? 'support.declinedSaved' : 'support.withdrawnSaved')))
}

export const declineForm = form<Values, SupportRequest>({
  id: 'support.decline',
  title: 'support.declineForm',
  submit: 'support.decline',
  confirm: false,
  fields: { reason: reason('required', 'support.askReason') },
  ...about(centres, open),
  save: (values, turn, r) => settle(turn, r, 'declined', given(values, 'reason')),
})

export const withdrawForm = form<Values, SupportRequest>({
  id: 'support.withdraw',
  title: 'support.withdrawForm',
  submit: 'support.withdraw',
  confirm: false,
  fields: { reason: reason('asked', 'support.askWhy') },
  ...about(asksOf, open),
  save: (values, turn, r) => settle(turn, r, 'withdrawn', given(values, 'reason')),
})

/** Taken, or given to a colleague; the asker hears who has it. */
export async function hand(turn: Turn, r: SupportRequest, to: Member): Promise<View> {
  const own = to.id === turn.member.id
  if (r.ownerId === to.id) return shown(turn, r)
  const had = r.ownerId ? await atCentre(turn, r) : []
  const done = await change(turn, r, own ? 'taken' : 'given', { state: 'taken', ownerId: to.id })
  if ('refused' in done) return done.refused
  const { after } = done
  const name = (speak: Turn['speak']) => ({ name: speak.pick(to.name) })
  const told = (await askers(turn, after)).filter(m => m.id !== turn.member.id)
  await tellOf(
    turn,
    told,
    after,
    { key: 'support.takenTold', tone: 'good', values: name },
    { once: `taken:${after.version}`, urgent: r.urgent },
  )
  if (!own) {
    const by = (speak: Turn['speak']) => ({ name: speak.pick(turn.member.name) })
    await tellOf(turn, [to], after, { key: 'support.givenToYou', values: by }, { once: `given:${after.version}`, urgent: r.urgent })
  }
  // Whoever had it need not go on.
  const before = had.filter(m => m.id === r.ownerId && m.id !== turn.member.id)
  await tellOf(turn, before, after, { key: 'support.takenOver', values: name }, { once: `over:${after.version}`, urgent: r.urgent })
  const said = own ? turn.speak.say('support.takenSaved') : turn.speak.say('support.givenSaved', name(turn.speak))
  return shown(turn, after, notice('good', said))
}

export const giveForm = form<Values, { request: SupportRequest; colleagues: Member[] }>({
  id: 'support.give',
  title: 'support.giveForm',
  submit: 'support.give',
  confirm: false,
  fields: {
    to: choiceField('to', {
      label: 'support.owner',
      ask: 'support.askOwner',
      need: 'required',
      options: ({ speak }, load) => colleagueChoices(speak, (load as { colleagues: Member[] }).colleagues),
    }),
  },
  async load(turn, args) {
    const found = await asShown(turn, args, centres(turn), open)
    return found.ok ? { ok: true, value: { request: found.value, colleagues: await holders(turn, 'coordinator') } } : found
  },
  outcome: about(centres, open).outcome,
  async save(values, turn, { request, colleagues }) {
    const to = colleagues.find(m => m.id === values.to)
    return to ? hand(turn, request, to) : warn(turn.speak, 'support.gone')
  },
})

export const colleagueChoices = (speak: Turn['speak'], colleagues: readonly Member[]) =>
  colleagues.map(m => ({ value: m.id, label: speak.pick(m.name), also: [m.name.ar, m.name.en].filter(n => n !== undefined) }))

export const passForm = form<Values, SupportRequest & { centres: string[] }>({
  id: 'support.pass',
  title: 'support.passForm',
  submit: 'support.pass',
  confirm: false,
  fields: {
    organization: choiceField('organization', {
      label: 'support.organization',
      ask: 'support.askPartner',
      need: 'required',
      options: (asking, load) => {
        const { organizationId, centres: own } = load as SupportRequest & { centres: string[] }
        return organizationChoices(asking).filter(o => o.value !== organizationId && !own.includes(o.value))
      },
    }),
    note: textField('note', { label: 'support.note', ask: 'support.askNote', need: 'asked', min: 2, max: 500, long: true }),
  },
  async load(turn, args) {
    const found = await asShown(turn, args, centres(turn), open)
    if (!found.ok) return found
    return { ok: true, value: { ...found.value, centres: turn.organizations.filter(o => o.centre).map(o => o.id) } }
  },
  outcome: about(centres, open).outcome,
  async save(values, turn, r, args) {
    const organizationId = String(values.organization)
    const organization = nameOf(turn, organizationId)
    if ((await writers(turn, [organizationId])).length === 0) return warn(turn.speak, 'support.partnerNobody', { organization })
    // Whoever passes it on has it.
    const owner = r.ownerId ? {} : { state: 'taken' as const, ownerId: turn.member.id }
    const set = { partnerId: organizationId, partnerState: 'asked' as const, partnerSince: turn.now }
    const done = await change(turn, r, 'passed', { ...owner, ...set })
    if ('refused' in done) return done.refused
    const note = given(values, 'note')
    if (note) await post(turn, done.after, `${args.draft ?? turn.ids()}.note`, note, { quiet: true })
    if (!(await askPartner(turn, done.after, organizationId))) {
      return warn(turn.speak, 'support.partnerNobody', { organization })
    }
    return shown(turn, done.after, notice('good', turn.speak.say('support.passed', { organization })))
  },
})

export const memberOf = (turn: Turn, id: string): Promise<Member | null> => people.member(turn.db, turn.network, id)
