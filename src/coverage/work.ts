/** What the forms of coverage work on: whose it is, the outlets, the key messages it may have carried; and the outlet a draft ends at. */
import * as activitiesDb from '../../db/activities.ts'
import * as coverageDb from '../../db/coverage.ts'
import * as messagesDb from '../../db/messages.ts'
import * as planDb from '../../db/plan.ts'
import { nameOf } from '../activities/show.ts'
import { firstDayOf } from '../activities/when.ts'
import type { Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { warn } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import type { MessageRef, Outlet, SharedReach } from '../model/coverage.ts'
import type { Bilingual } from '../model/people.ts'
import type { View } from '../model/view.ts'
import { today } from '../time/zone.ts'
import { fold, hasArabic } from '../understanding/fold.ts'
import type { Work } from './fields.ts'
import { keptOf } from './gather.ts'
import { mayCover } from './who.ts'

type Found = { ok: true; value: Activity } | { ok: false; view: View }

/** The activity whose coverage this person may write; else what to say. */
export async function writable(turn: Turn, id: string | undefined): Promise<Found> {
  const a = id ? await activitiesDb.byId(turn.db, turn.reader, id) : null
  if (!a) return { ok: false, view: warn(turn.speak, 'activity.notFound') }
  if (!mayCover(turn, a)) return { ok: false, view: warn(turn.speak, 'dialogue.notYours', { name: nameOf(turn, a.ownerId) }) }
  return { ok: true, value: a }
}

/** Key messages an appearance may have carried: those of the activity's priority, its own and those of the bank. */
export async function messagesFor(turn: Turn, a: Activity): Promise<{ ref: MessageRef; text: Bilingual }[]> {
  if (!a.priorityId) return []
  const own = await planDb.keyMessagesOf(turn.db, turn.reader, a.priorityId)
  const bank = await messagesDb.offered(turn.db, turn.reader, today(turn), { priorityId: a.priorityId })
  return [
    ...own.map(m => ({ ref: { of: 'priority' as const, id: m.id }, text: m.text })),
    ...bank.map(m => ({ ref: { of: 'bank' as const, id: m.id }, text: m.text })),
  ]
}

export async function workOf(turn: Turn, a: Activity): Promise<Work> {
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
export async function outletOf(
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

/** The number that a draft has together with others. */
export const togetherOf = (v: Values): Omit<SharedReach, 'id'> | null =>
  typeof v.together === 'number' ? { reach: v.together, how: typeof v.togetherHow === 'string' ? v.togetherHow : null } : null
