/** Moments that count working days, reckoned anew when another calendar (its weekend, its holidays, its hours, its zone) counts them otherwise. */
import { Temporal } from 'temporal-polyfill'
import * as dueDb from '../../db/due.ts'
import type { EventHandler, Moment } from './wing.ts'

/**
 * Moves what waits, by its kind: `moments` says when it falls due by the calendar as it stands, null where it does no more. One that would have passed
 * by the new calendar is due now: nobody saw it. What was done stays done.
 */
export const reckoning =
  (moments: ReadonlyMap<string, Moment>): EventHandler =>
  async (scene, event) => {
    if (event.kind !== 'calendar.changed') return
    const { db, network, now } = scene
    for (const [kind, moment] of moments)
      for (const { subject } of await dueDb.openOf(db, network.id, kind, '%')) {
        const at = await moment(scene, subject)
        if (at) await dueDb.set(db, network.id, { kind, subject, at: Temporal.Instant.compare(at, now) > 0 ? at : now })
        else await dueDb.clear(db, network.id, kind, subject)
      }
  }
