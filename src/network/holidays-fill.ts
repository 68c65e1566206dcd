/** Holidays of the years to come: put into the network's rows when it is made, and a year ahead each January. */

import { Temporal } from 'temporal-polyfill'
import type { Database } from '../../db/client.ts'
import * as due from '../../db/due.ts'
import * as network from '../../db/network.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Network } from '../model/network.ts'
import type { HijriShifts } from '../time/hijri.ts'
import { instantAt } from '../time/zone.ts'
import { refreshCalendar } from './calendar.ts'
import { hijriHolidays, nationalHolidays } from './holidays.ts'

export const fillDue = 'holidays.fill'

/** When a Gregorian year's holidays are filled in: at the beginning of the year before it. The subject is the year. */
export const nextFill = (zone: string, year: number): { subject: string; at: Temporal.Instant } => ({
  subject: String(year),
  at: instantAt(zone, new Temporal.PlainDate(year - 1, 1, 1), '00:00'),
})

/** Adds the holidays of Gregorian years, both inclusive; a holiday that stands already, or was moved, is left as it is. Returns how many are new. */
export async function fillYears(
  db: Database,
  of: Network,
  calendar: { hijriShifts: HijriShifts },
  fromYear: number,
  toYear: number,
): Promise<number> {
  const feasts = [...hijriHolidays(calendar, fromYear, toYear), ...(await nationalHolidays(of.settings.region, fromYear, toYear))]
  return network.addHolidays(
    db,
    feasts.map(f => ({ networkId: of.id, id: f.key, from: f.from, to: f.to, nameAr: f.name.ar, nameEn: f.name.en, source: f.source })),
  )
}

/** The due row's work: the year it names, and the row for the year after it. */
export async function fillOnDue(scene: Scene, subject: string): Promise<void> {
  const year = Number(subject)
  const added = await fillYears(scene.db, scene.network, scene.calendar, year, year)
  await due.set(scene.db, scene.network.id, { kind: fillDue, ...nextFill(scene.calendar.zone, year + 1) })
  if (added === 0) return
  await refreshCalendar(scene)
  await scene.emit({ kind: 'calendar.changed' })
}
