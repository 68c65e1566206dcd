/** Makes the scene of a network at an instant: its calendar, its organizations, its voices, what its wings do about events. */
import type { Temporal } from 'temporal-polyfill'
import type { Database } from '../db/client.ts'
import * as people from '../db/people.ts'
import type { Scene, Turn } from './dialogue/turn.ts'
import type { EventHandler } from './dialogue/wing.ts'
import { type Speak, speaker } from './locales/speak.ts'
import type { Outside } from './model/feed.ts'
import type { Network } from './model/network.ts'
import type { Language } from './model/people.ts'
import { namesOf } from './model/settings.ts'
import type { Calendar } from './time/working-days.ts'
import { instantText, wall } from './time/zone.ts'

export type SceneOptions = {
  now: Temporal.Instant
  machine: Temporal.Instant
  ids: () => string
  events: readonly EventHandler[]
  through: string
  delivery: string | null
  outside?: Outside | null
  fault?: Scene['fault']
}

export async function sceneOf(
  db: Database,
  network: Network,
  { now, machine, ids, events, through, delivery, outside = null, fault = () => {} }: SceneOptions,
): Promise<Scene> {
  const { settings } = network
  const [{ days, shifts }, organizations] = await Promise.all([people.calendarRows(db, network.id), people.organizationsOf(db, network.id)])
  const calendar: Calendar = {
    zone: settings.zone,
    weekend: settings.weekend,
    holidays: days,
    workingHours: settings.workingHours,
    ramadanHours: settings.ramadanHours,
    hijriShifts: shifts,
  }
  const voices = new Map<Language, Speak>()
  const scene: Scene = {
    db,
    network,
    now,
    machine,
    promised: [],
    calendar,
    holidays: days.map(d => ({ from: d.from, to: d.to, name: { ar: d.nameAr ?? undefined, en: d.nameEn ?? undefined }, kind: d.source })),
    organizations,
    ids,
    outside,
    fault,
    voice(language) {
      let v = voices.get(language)
      if (!v) {
        v = speaker(language, settings, calendar)
        voices.set(language, v)
      }
      return v
    },
    async emit(event) {
      for (const handler of events) await handler(scene, event)
    },
    through,
    delivery,
  }
  return scene
}

/** What understanding may know of a network at this moment. */
export function contextOf(scene: Scene, language: Language): Turn['context'] {
  const { settings } = scene.network
  return {
    now: instantText(wall(settings.zone, scene.now)),
    zone: settings.zone,
    weekend: settings.weekend,
    workingHours: settings.workingHours,
    holidays: scene.holidays,
    hijriShifts: scene.calendar.hijriShifts,
    dayMonthOrder: settings.dayMonthOrder,
    names: {
      organizations: scene.organizations
        .filter(o => o.active)
        .map(o => ({ id: o.id, names: [o.name.ar, o.name.en, ...o.shortNames].filter((n): n is string => !!n) })),
      venues: settings.venues.flatMap(namesOf),
      cities: settings.cities,
    },
    language,
  }
}
