/** The calendar of a scene, after this wing changed the rows it was made from. */
import * as people from '../../db/people.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Hours } from '../model/settings.ts'

/**
 * Brings the scene's calendar up to date in place: the voices, the turn and whoever hears of `calendar.changed` hold the same object, and what they
 * say or compute after the change must already follow it.
 */
export async function refreshCalendar(scene: Scene, changed: { ramadanHours?: Hours | null } = {}): Promise<void> {
  const { days, shifts } = await people.calendarRows(scene.db, scene.network.id)
  scene.calendar.holidays = days
  scene.calendar.hijriShifts = shifts
  scene.holidays.splice(
    0,
    scene.holidays.length,
    ...days.map(d => ({ from: d.from, to: d.to, name: { ar: d.nameAr ?? undefined, en: d.nameEn ?? undefined }, kind: d.source })),
  )
  if (changed.ramadanHours !== undefined) {
    scene.network.settings.ramadanHours = changed.ramadanHours
    scene.calendar.ramadanHours = changed.ramadanHours
  }
}
