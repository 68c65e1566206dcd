/** Keeps coverage: the card on which everything that was pasted is saved with one press, and the record of it; the key message that a title is nearest to. */

import * as activitiesDb from '../../db/activities.ts'
import * as coverageDb from '../../db/coverage.ts'
import { nameOf } from '../activities/show.ts'
import { mayWrite } from '../activities/submit.ts'
import { holders, tell } from '../delivery/promise.ts'
import { form, type Values } from '../dialogue/form.ts'
import { record, unlessOwn } from '../dialogue/record.ts'
import { same } from '../dialogue/same.ts'
import { actions, button, notice, text, view } from '../dialogue/say.ts'
import { idsOf } from '../dialogue/several.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Adviser } from '../dialogue/wing.ts'
import { isolate } from '../locales/speak.ts'
import { leastLikeness, likeness } from '../messages/find.ts'
import type { Activity } from '../model/activity.ts'
import type { Outlet, SharedReach } from '../model/coverage.ts'
import type { View } from '../model/view.ts'
import { amendmentOf } from './amend.ts'
import { answered, settle } from './collect.ts'
import { fields, refText, type Work } from './fields.ts'
import { check, gather, joins, keptOf } from './gather.ts'
import { tellProposed } from './outlets-keep.ts'
import { shown } from './show.ts'
import { messagesFor, outletOf, togetherOf, workOf, writable } from './work.ts'

/** The number that drafts have together: one under one id, which is that of the first of them. */
function sharedBy(all: readonly { id: string; values: Values }[], values: Values): SharedReach | null {
  const said = togetherOf(values)
  const first = said && all.find(d => same(togetherOf(d.values), said))
  return said && first ? { id: first.id, ...said } : null
}
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
