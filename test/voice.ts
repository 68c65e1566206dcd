/** The sample network's voice and reading context on a morning that stands still, for what is pure: no database, no clock. */
import type { Asking } from '../src/dialogue/form.ts'
import { type Speak, speaker } from '../src/locales/speak.ts'
import type { Context } from '../src/model/meaning.ts'
import type { Language } from '../src/model/people.ts'
import { namesOf } from '../src/model/settings.ts'
import { cities, organizations, venues } from '../src/sample/names.ts'
import { settings } from '../src/sample/settings.ts'
import type { Calendar } from '../src/time/working-days.ts'

const calendar: Calendar = { ...settings, holidays: [], hijriShifts: {} }
const spoken: Record<Language, Speak> = { ar: speaker('ar', settings, calendar), en: speaker('en', settings, calendar) }

export const voice = (language: Language): Speak => spoken[language]

/** What fields read and show with, on Tuesday 24 November 2026, 09:00 in Bahrain. */
export function asking(language: Language): Asking {
  const context: Context = {
    now: '2026-11-24T09:00:00+03:00',
    zone: settings.zone,
    weekend: settings.weekend,
    workingHours: settings.workingHours,
    holidays: [],
    hijriShifts: {},
    dayMonthOrder: settings.dayMonthOrder,
    names: {
      organizations: organizations.map(o => ({ id: o.handle, names: [o.ar, o.en, ...o.shortNames] })),
      venues: venues.flatMap(namesOf),
      cities,
    },
    language,
  }
  return { speak: voice(language), context }
}
