/** The freshness wing: what is not sure is asked about as it comes near, and what is over once it is. */
import { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import * as dueDb from '../../db/due.ts'
import { centre } from '../activities/eyes.ts'
import { close } from '../delivery/ask.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { OnEvents, Wing } from '../dialogue/wing.ts'
import type { Activity } from '../model/activity.ts'
import { freshDaysOf } from '../model/settings.ts'
import { changedForm, nearDue, nearQuestion, pastDue, pastQuestion } from './ask.ts'
import { dueKinds, momentsOf } from './moments.ts'

/** Sets when an activity is asked about. A moment that is past is not set: whoever submits it so late knows what they know. */
async function schedule(scene: Scene, a: Activity): Promise<void> {
  const moments = momentsOf(scene.calendar, a, freshDaysOf(scene.network.settings))
  for (const moment of ['near', 'past'] as const) {
    const [kind, at] = [dueKinds[moment], moments[moment]]
    if (at && Temporal.Instant.compare(at, scene.now) > 0) await dueDb.set(scene.db, scene.network.id, { kind, subject: a.id, at })
    else await dueDb.clear(scene.db, scene.network.id, kind, a.id)
  }
}

const onEvents: OnEvents = {
  'activity.submitted': (scene, event) => schedule(scene, event.activity),
  'activity.changed': async (scene, event) => {
    await close(scene, nearQuestion, event.activity.id, { given: { answer: 'change', by: event.by } })
    await close(scene, pastQuestion, event.activity.id, { given: { answer: 'moved', by: event.by } })
    await schedule(scene, event.activity)
  },
  'activity.withdrawn': async (scene, event) => {
    await close(scene, nearQuestion, event.activity.id)
    await close(scene, pastQuestion, event.activity.id)
    await schedule(scene, event.activity)
  },
  'calendar.changed': async scene => {
    for (const a of await activitiesDb.planned(scene.db, centre(scene))) await schedule(scene, a)
  },
}

export const wing: Wing = {
  due: { [dueKinds.near]: nearDue, [dueKinds.past]: pastDue },
  asks: [nearQuestion, pastQuestion],
  forms: [changedForm],
  events: onEvents,
}
