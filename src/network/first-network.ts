/** An empty real network, with the settings that most Gulf networks would choose; everything in it can be changed afterwards. */

import type { Temporal } from 'temporal-polyfill'
import * as changes from '../../db/changes.ts'
import type { Database } from '../../db/client.ts'
import * as due from '../../db/due.ts'
import * as network from '../../db/network.ts'
import * as people from '../../db/people.ts'
import type { Network } from '../model/network.ts'
import type { Settings } from '../model/settings.ts'
import { fillDue, fillYears, nextFill } from './holidays-fill.ts'

export const firstSettings: Settings = {
  region: 'BH',
  zone: 'Asia/Bahrain',
  weekend: [5, 6],
  workingHours: { from: '07:00', to: '14:15' },
  ramadanHours: { from: '08:00', to: '14:00' },
  languages: ['ar', 'en'],
  digits: 'arab',
  hijri: true,
  dayMonthOrder: 'day-month',
  meeting: {
    rule: 'FREQ=MONTHLY;BYDAY=1SU',
    time: '10:00',
    minutes: 90,
    place: {},
    deadlineWorkingDays: 5,
    reminderSteps: [10, 5, 2, 0],
  },
  windowMonths: 2,
  channels: {},
  venues: [],
  cities: [],
}

/** The first real network; made when there is none, with its holidays of this year and the next. Call it in a transaction. */
export async function firstNetwork(db: Database, now: Temporal.Instant, ids: () => string): Promise<Network> {
  await network.holdSetup(db)
  const known = (await people.allNetworks(db)).find(n => !n.sample)
  if (known) return known
  const made: Network = {
    id: ids(),
    name: { ar: 'شبكة الاتصال', en: 'Communication network' },
    settings: firstSettings,
    sample: false,
    clockAhead: 0,
  }
  await people.addNetwork(db, made, now)
  await changes.record(db, {
    networkId: made.id,
    id: ids(),
    entity: 'settings',
    entityId: made.id,
    at: now,
    memberId: null,
    forOrganizationId: null,
    through: 'setup',
    delivery: null,
    action: 'made',
    before: null,
    after: { name: made.name, settings: made.settings },
  })
  const year = now.toZonedDateTimeISO(made.settings.zone).year
  await fillYears(db, made, { hijriShifts: {} }, year, year + 1)
  await due.set(db, made.id, { kind: fillDue, ...nextFill(made.settings.zone, year + 2) })
  return made
}
