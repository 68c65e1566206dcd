/** What an activity serves: the bot proposes a priority by the words they share, and hands the owner its messages when it is tied. */

import * as changesDb from '../../db/changes.ts'
import * as messagesDb from '../../db/messages.ts'
import * as planDb from '../../db/plan.ts'
import { monthsOf } from '../activities/when.ts'
import { holders, tell } from '../delivery/promise.ts'
import { actions, button, heading, text, view } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Adviser, OnEvents } from '../dialogue/wing.ts'
import { type Activity, when as whenSchema } from '../model/activity.ts'
import type { Reader } from '../model/people.ts'
import type { Part } from '../model/view.ts'
import { today } from '../time/zone.ts'
import { leastLikeness, likeness } from './find.ts'
import { bothOf } from './show.ts'

/** Months of an activity whose priorities are looked at: a campaign of a year is asked about by its beginning. */
const mostMonths = 3
/** Messages handed to an owner at once. */
const most = 8

const string = (v: unknown): string => (typeof v === 'string' ? v : '')

/** The priority a draft may serve, with a button that ties it; nothing where it has one, or was said to serve none. */
export const advise: Adviser = async (turn, values, _args, on) => {
  const when = whenSchema.safeParse(values.when).data
  if (!when || values.priority) return []
  const months = monthsOf(when, turn.network.settings.zone).slice(0, mostMonths)
  const priorities = await planDb.prioritiesOf(turn.db, turn.reader, months)
  if (priorities.length === 0) return []
  const bank = await messagesDb.offered(turn.db, turn.reader, today(turn))
  const title = `${string(values.title)} ${string(values.otherTitle)}`
  const scored = priorities.map(p => {
    const own = bank.filter(m => m.priorityId === p.id).map(m => m.text)
    return { p, score: likeness(title, { title: p.title, also: [p.narrative, ...p.messages, ...own] }) }
  })
  const best = Math.max(...scored.map(s => s.score))
  const found = best >= leastLikeness ? scored.find(s => s.score === best)?.p : undefined
  if (!found) return []
  const { speak } = turn
  return [
    text(speak.say('message.mayServe', { title: speak.pick(found.title) }), 'subtle'),
    ...(on ? [actions([button(speak, 'message.serves', 'draft.pick', { ...on, field: 'priority', value: found.id })])] : []),
  ]
}

/** Whoever tied an activity to a priority is handed what to say of it; where the centre did, the owner is. */
export const onEvents: OnEvents = {
  'activity.submitted': (scene, event) => handOut(scene, event.activity, event.by),
  'activity.changed': async (scene, event) => {
    if (await newlyTied(scene, event.activity)) await handOut(scene, event.activity, event.by)
  },
}

async function newlyTied(scene: Scene, activity: Activity): Promise<boolean> {
  const [last] = await changesDb.of(scene.db, scene.network.id, 'activity', activity.id, 1)
  return last?.before?.priorityId !== activity.priorityId
}

async function handOut(scene: Scene, activity: Activity, by: string): Promise<void> {
  if (!activity.priorityId) return
  // What the network may read: the owner's own eyes are enough.
  const reader: Reader = { networkId: scene.network.id, memberId: by, organizationId: activity.ownerId, roles: ['member'], now: scene.now }
  const priority = await planDb.priority(scene.db, reader, activity.priorityId)
  if (!priority?.active) return
  const bank = await messagesDb.offered(scene.db, reader, today(scene), { priorityId: priority.id })
  const said = [...priority.messages, ...bank.map(m => m.text)].slice(0, most)
  if (said.length === 0) return
  const owners = await holders(scene, 'member', [activity.ownerId])
  const self = owners.filter(m => m.id === by)
  await tell(
    scene,
    self.length > 0 ? self : owners,
    language => {
      const speak = scene.voice(language)
      const lines: Part[] = said.flatMap(m => bothOf(m, language).map((t, n) => text(t, n === 0 ? 'normal' : 'subtle')))
      return view(language, [
        heading(speak.say('message.forActivity', { title: speak.pick(activity.title) })),
        text(speak.say('message.forPriority', { title: speak.pick(priority.title) }), 'subtle'),
        ...lines,
      ])
    },
    // To whoever did it, it belongs to the answer; others are not told at night.
    { urgent: self.length > 0, dedupe: `messages:${activity.id}:${priority.id}` },
  )
}
