/** Keeps coverage: the card on which everything that was pasted is saved with one press; correcting and removing an appearance; the record of all of it. */

import * as activitiesDb from '../../db/activities.ts'
import * as coverageDb from '../../db/coverage.ts'
import * as messagesDb from '../../db/messages.ts'
import * as planDb from '../../db/plan.ts'
import { nameOf } from '../activities/show.ts'
import { mayWrite } from '../activities/submit.ts'
import { firstDayOf } from '../activities/when.ts'
import { holders, tell } from '../delivery/promise.ts'
import { form, type Values } from '../dialogue/form.ts'
import { record, unlessOwn } from '../dialogue/record.ts'
import { same } from '../dialogue/same.ts'
import { actions, button, list, notice, text, view, warn } from '../dialogue/say.ts'
import { idsOf } from '../dialogue/several.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { Adviser, PressHandler } from '../dialogue/wing.ts'
import { isolate } from '../locales/speak.ts'
import { leastLikeness, likeness } from '../messages/find.ts'
import type { Activity } from '../model/activity.ts'
import type { Coverage, MessageRef, Outlet, SharedReach } from '../model/coverage.ts'
import type { Bilingual } from '../model/people.ts'
import type { Part, View } from '../model/view.ts'
import { today } from '../time/zone.ts'
import { fold, hasArabic } from '../understanding/fold.ts'
import { amendmentOf } from './amend.ts'
import { answered, settle } from './collect.ts'
import { fields, refText, type Work } from './fields.ts'
import { check, gather, joins, keptOf } from './gather.ts'
import { tellProposed } from './outlets-keep.ts'
import { lineOf, outletsById, shown } from './show.ts'
import { mayCorrect, mayCover } from './who.ts'

type Found = { ok: true; value: Activity } | { ok: false; view: View }

/** The activity whose coverage this person may write; else what to say. */
export async function writable(turn: Turn, id: string | undefined): Promise<Found> {
  const a = id ? await activitiesDb.byId(turn.db, turn.reader, id) : null
  if (!a) return { ok: false, view: warn(turn.speak, 'activity.notFound') }
  if (!mayCover(turn, a)) return { ok: false, view: warn(turn.speak, 'dialogue.notYours', { name: nameOf(turn, a.ownerId) }) }
  return { ok: true, value: a }
}

/** Key messages an appearance may have carried: those of the activity's priority, its own and those of the bank. */
async function messagesFor(turn: Turn, a: Activity): Promise<{ ref: MessageRef; text: Bilingual }[]> {
  if (!a.priorityId) return []
  const own = await planDb.keyMessagesOf(turn.db, turn.reader, a.priorityId)
  const bank = await messagesDb.offered(turn.db, turn.reader, today(turn), { priorityId: a.priorityId })
  return [
    ...own.map(m => ({ ref: { of: 'priority' as const, id: m.id }, text: m.text })),
    ...bank.map(m => ({ ref: { of: 'bank' as const, id: m.id }, text: m.text })),
  ]
}

async function workOf(turn: Turn, a: Activity): Promise<Work> {
  const { settings } = turn.network
  const first = firstDayOf(a.when, settings.zone)
  const now = today(turn)
  return {
    activity: a,
    outlets: await coverageDb.outletsOf(turn.db, turn.network.id),
    messages: await messagesFor(turn, a),
    links: await coverageDb.linkKeys(turn.db, turn.network.id, a.id),
    region: settings.region,
    day: [first, now].sort()[0] ?? now,
  }
}

/** The outlet of a draft: the listed one, one that another draft of it proposed just now, or a new one that waits for the centre. */
async function outletOf(
  turn: Turn,
  values: Values,
  known: Map<string, Outlet>,
  id: string,
): Promise<{ outlet: Outlet; proposed: boolean }> {
  const chosen = typeof values.outletId === 'string' ? known.get(values.outletId) : undefined
  if (chosen) return { outlet: chosen, proposed: false }
  const name = String(values.outlet)
  const same = [...known.values()].find(o => [o.name.ar, o.name.en, ...o.also].some(n => n && fold(n) === fold(name)))
  if (same) return { outlet: same, proposed: false }
  const kept = keptOf(values)
  const host = typeof values.host === 'string' ? values.host : null
  // The host of a platform is not an account's own.
  const own = host && ![...known.values()].some(o => o.domains.includes(host)) ? [host] : []
  const outlet: Outlet = {
    id: `${id}.outlet`,
    name: hasArabic(name) ? { ar: name } : { en: name },
    also: [],
    medium: kept.medium,
    level: kept.level,
    language: null,
    domains: own,
    state: 'proposed',
  }
  await coverageDb.addOutlet(turn.db, turn.network.id, outlet, turn.now)
  await record(turn, turn.member.id, { entity: 'outlet', id: outlet.id, action: 'proposed', after: outlet })
  known.set(outlet.id, outlet)
  return { outlet, proposed: true }
}

/** The number that drafts have together: one under one id, which is that of the first of them. */
function sharedBy(all: readonly { id: string; values: Values }[], values: Values): SharedReach | null {
  const said = togetherOf(values)
  const first = said && all.find(d => same(togetherOf(d.values), said))
  return said && first ? { id: first.id, ...said } : null
}
const togetherOf = (v: Values): Omit<SharedReach, 'id'> | null =>
  typeof v.together === 'number' ? { reach: v.together, how: typeof v.togetherHow === 'string' ? v.togetherHow : null } : null

async function saveAll(turn: Turn, { activity: a }: Work, all: readonly { id: string; values: Values }[]): Promise<View> {
  const { speak } = turn
  const known = new Map<string, Outlet>((await coverageDb.outletsOf(turn.db, turn.network.id)).map(o => [o.id, o]))
  const proposed: Outlet[] = []
  let added = 0
  for (const { id, values } of all) {
    const { outlet, proposed: isNew } = await outletOf(turn, values, known, id)
    if (isNew) proposed.push(outlet)
    const row = {
      networkId: turn.network.id,
      id,
      activityId: a.id,
      outletId: outlet.id,
      ...keptOf(values),
      shared: sharedBy(all, values),
      recordedAt: turn.now,
      recordedBy: turn.member.id,
    }
    if (!(await coverageDb.add(turn.db, row))) continue
    added++
    await record(turn, turn.member.id, { entity: 'coverage', id, action: 'added', after: row, for: unlessOwn(turn, a.ownerId) })
  }
  // What a partner adds answers no question that was put to the owner.
  if (added > 0 && mayWrite(turn, a.ownerId)) {
    await settle(turn, a.id, 'collected')
    await answered(turn, a.id, 'add')
  } else if (added > 0) await tellOwner(turn, a, added)
  await tellProposed(turn, proposed)
  const again = all.length - added
  return shown(turn, a, [
    ...(added > 0 ? [notice('good', speak.say('coverage.saved', { n: added }))] : []),
    ...(again > 0 ? [notice('info', speak.say('coverage.stoodAlready', { n: again }))] : []),
    ...(proposed.length > 0
      ? [notice('info', speak.say('coverage.newTold', { n: proposed.length, _names: speak.list(proposed.map(o => speak.pick(o.name))) }))]
      : []),
  ])
}

/** The owner hears of what a partner added. */
async function tellOwner(turn: Turn, a: Activity, n: number): Promise<void> {
  await tell(turn, await holders(turn, 'member', [a.ownerId]), language => {
    const speak = turn.voice(language)
    const values = { organization: nameOf({ ...turn, speak }, turn.reader.organizationId), n, title: speak.pick(a.title) }
    return view(language, [
      notice('info', speak.say('coverage.partnerAdded', values)),
      actions([button(speak, 'coverage.open', 'coverage.open', { id: a.id })]),
    ])
  })
}

/** What was saved from a draft that is no longer open. */
async function savedAlready(turn: Turn, args: Record<string, string>): Promise<View | null> {
  const [one] = args.draft ? await coverageDb.byIds(turn.db, turn.reader, idsOf(args.draft)) : []
  const a = one && (await activitiesDb.byId(turn.db, turn.reader, one.activityId))
  return a ? shown(turn, a, [notice('info', turn.speak.say('coverage.savedAlready'))]) : null
}

export const coverageForm = form<Values, Work>({
  id: 'coverage',
  title: 'coverage.form',
  submit: 'coverage.save',
  confirm: true,
  fields,
  async load(turn, args) {
    const found = await writable(turn, args.activity)
    return found.ok ? { ok: true, value: await workOf(turn, found.value) } : found
  },
  gather,
  check,
  about: ({ speak }, { activity: a }) => [
    text(speak.say('coverage.of', { title: speak.pick(a.title) }), 'strong'),
    text([isolate(a.reference), speak.shortWhen(a.when)].join(' · '), 'subtle'),
  ],
  outcome: savedAlready,
  save: (values, turn, work, args) => saveAll(turn, work, [{ id: args.draft ?? turn.ids(), values }]),
  several: {
    found: 'coverage.found',
    submit: 'coverage.saveAll',
    hint: 'coverage.severalHint',
    joins,
    amends: amendmentOf,
    save: (all, turn, work) => saveAll(turn, work, all),
  },
})

/** The key message that a title is nearest to, offered and never claimed. */
export const advise: Adviser = async (turn, values, args, on) => {
  const title = typeof values.title === 'string' ? values.title : ''
  if (!title || values.message) return []
  const one = args.id ? await coverageDb.byId(turn.db, turn.reader, args.id) : null
  const a = await activitiesDb.byId(turn.db, turn.reader, args.activity ?? one?.activityId ?? '')
  if (!a) return []
  const scored = (await messagesFor(turn, a)).map(m => ({ m, score: likeness(title, { title: m.text, also: [] }) }))
  const best = Math.max(0, ...scored.map(s => s.score))
  // Two words shared; one may be the subject of every message of the month.
  const found = best >= leastLikeness * 2 ? scored.find(s => s.score === best)?.m : undefined
  if (!found) return []
  const { speak } = turn
  return [
    text(speak.say('coverage.mayCarry', { message: speak.pick(found.text) }), 'subtle'),
    ...(on ? [actions([button(speak, 'coverage.carries', 'draft.pick', { ...on, field: 'message', value: refText(found.ref) })])] : []),
  ]
}

type Standing = { ok: true; value: { coverage: Coverage; activity: Activity } } | { ok: false; view: View }

/** The appearance as it was shown, for whoever may correct it; else what to say. */
async function standingFor(turn: Turn, args: Record<string, string>): Promise<Standing> {
  const c = args.id ? await coverageDb.byId(turn.db, turn.reader, args.id) : null
  if (!c) return { ok: false, view: warn(turn.speak, 'coverage.gone') }
  const found = await writable(turn, c.activityId)
  if (!found.ok) return found
  if (!mayCorrect(turn, found.value, c))
    return { ok: false, view: warn(turn.speak, 'dialogue.notYours', { name: nameOf(turn, found.value.ownerId) }) }
  if (String(c.version) !== args.v)
    return { ok: false, view: await shown(turn, found.value, [notice('warning', turn.speak.say('coverage.changedMeanwhile'))]) }
  return { ok: true, value: { coverage: c, activity: found.value } }
}

export const changeForm = form<Values, Work & { coverage: Coverage }>({
  id: 'coverage.change',
  title: 'coverage.changeForm',
  submit: 'dialogue.save',
  confirm: true,
  fields,
  async load(turn, args) {
    const found = await standingFor(turn, args)
    if (!found.ok) return found
    const { coverage, activity } = found.value
    const work = await workOf(turn, activity)
    const own = coverage.link ? keptOf({ ...coverage, messages: undefined }).linkKey : null
    return { ok: true, value: { ...work, coverage, links: work.links.filter(l => l !== own) } }
  },
  gather,
  check,
  async outcome(turn, args) {
    const found = await standingFor(turn, args)
    return found.ok ? null : found.view
  },
  async save(values, turn, { coverage: before, activity: a }, args) {
    const known = new Map<string, Outlet>((await coverageDb.outletsOf(turn.db, turn.network.id)).map(o => [o.id, o]))
    const { outlet, proposed } = await outletOf(turn, values, known, args.draft ?? turn.ids())
    const kept = keptOf(values)
    const clash =
      kept.linkKey &&
      kept.linkKey !== keptOf({ ...before }).linkKey &&
      (await coverageDb.linkKeys(turn.db, turn.network.id, a.id)).includes(kept.linkKey)
    if (clash) return shown(turn, a, [notice('warning', turn.speak.say('coverage.stoodAlready', { n: 1 }))])
    const after = await coverageDb.change(turn.db, turn.network.id, before.id, before.version, { ...kept, outletId: outlet.id })
    if (!after) return shown(turn, a, [notice('warning', turn.speak.say('coverage.changedMeanwhile'))])
    // What several reached together is one number: it is corrected for all of them.
    const said = togetherOf(values)
    const together = before.shared && said && { ...before.shared, ...said }
    if (together && !same(together, before.shared)) {
      await coverageDb.changeShared(turn.db, turn.network.id, a.id, together)
      after.shared = together
    }
    await record(turn, turn.member.id, {
      entity: 'coverage',
      id: before.id,
      action: 'corrected',
      before,
      after,
      for: unlessOwn(turn, a.ownerId),
    })
    if (proposed) await tellProposed(turn, [outlet])
    return shown(turn, a, [notice('good', turn.speak.say('coverage.corrected'))])
  },
})

export const correctPress: PressHandler = async (turn, args, how) => {
  const found = await standingFor(turn, args)
  if (!found.ok) return { views: [found.view] }
  return correcting(turn, found.value.coverage, how.dialog)
}

/** Begins the correction of an appearance; `change` is what to correct at once. */
export async function correcting(turn: Turn, c: Coverage, dialog: boolean, change?: string): Promise<Answer> {
  const outlet = await coverageDb.outlet(turn.db, turn.network.id, c.outletId)
  const [ref] = c.messages
  const values: Values = Object.fromEntries(
    Object.entries({
      outlet: outlet?.name.en ?? outlet?.name.ar ?? c.outletId,
      outletId: c.outletId,
      medium: c.medium,
      level: c.level,
      language: c.language,
      title: c.title,
      link: c.link,
      on: c.on,
      reach: c.reach,
      reachHow: c.reachHow,
      together: c.shared?.reach,
      togetherHow: c.shared?.how,
      tone: c.tone,
      message: ref && refText(ref),
    }).filter(([, v]) => v !== null && v !== undefined),
  )
  return { begin: { form: 'coverage.change', args: { id: c.id, v: String(c.version) }, values, dialog, ...(change ? { change } : {}) } }
}

/** Asked once more before an appearance is taken out. */
export const removePress: PressHandler = async (turn, args) => {
  const found = await standingFor(turn, args)
  if (!found.ok) return { views: [found.view] }
  return { views: [await sureToRemove(turn, found.value.coverage)] }
}

export async function sureToRemove(turn: Turn, c: Coverage): Promise<View> {
  const args = { id: c.id, v: String(c.version) }
  return view(turn.language, [
    text(turn.speak.say('coverage.sureRemove'), 'strong'),
    list([lineOf(turn.speak, c, await outletsById(turn))]),
    actions([button(turn.speak, 'coverage.removeYes', 'coverage.removeYes', args, { style: 'danger' })]),
  ])
}

export const removeYesPress: PressHandler = async (turn, args) => {
  const found = await standingFor(turn, args)
  if (!found.ok) return { replace: found.view }
  const { coverage: c, activity: a } = found.value
  const note = (tone: 'good' | 'warning', key: 'coverage.removed' | 'coverage.changedMeanwhile'): Part => notice(tone, turn.speak.say(key))
  if (!(await coverageDb.remove(turn.db, turn.network.id, c.id, c.version)))
    return { replace: await shown(turn, a, [note('warning', 'coverage.changedMeanwhile')]) }
  await record(turn, turn.member.id, { entity: 'coverage', id: c.id, action: 'removed', before: c, for: unlessOwn(turn, a.ownerId) })
  // What nobody gave is not known to be none.
  if ((await coverageDb.ofActivity(turn.db, turn.reader, a.id)).length === 0)
    await coverageDb.collect(turn.db, turn.network.id, a.id, { state: 'open', answeredAt: null, answeredBy: null })
  return { replace: await shown(turn, a, [note('good', 'coverage.removed')]) }
}
