/** A network of the Gulf to read texts in: Monday 23 November 2026, 9:00 in Bahrain, Friday and Saturday off, two holidays. */
import type { Context, Mention } from '../../src/model/meaning.ts'
import { type Found, mentionsIn } from '../../src/understanding/mentions.ts'
import { tokensOf } from '../../src/understanding/tokens.ts'

export const context: Context = {
  now: '2026-11-23T09:00:00+03:00',
  zone: 'Asia/Bahrain',
  weekend: [5, 6],
  workingHours: { from: '07:00', to: '14:15' },
  holidays: [
    { from: '2026-12-16', to: '2026-12-17', name: { ar: 'العيد الوطني', en: 'National Day' }, kind: 'public' },
    { from: '2027-03-09', to: '2027-03-11', name: { ar: 'عيد الفطر', en: 'Eid al-Fitr' }, kind: 'public' },
  ],
  hijriShifts: {},
  dayMonthOrder: 'day-month',
  names: { organizations: [], venues: [], cities: [] },
  language: 'ar',
}

export const found = (text: string, other: Partial<Context> = {}): Found => mentionsIn(text, tokensOf(text), { ...context, ...other })

/** The first mention, as one line: start, "/ end" where it has one, "~" where it is approximate. */
export function read(text: string, other: Partial<Context> = {}): string | null {
  const m = found(text, other).mentions[0]
  return m ? line(m) : null
}
export const line = (m: Mention): string =>
  `${short(m.start)}${m.end ? ` / ${short(m.end)}` : ''}${m.certainty === 'approximate' ? ' ~' : m.certainty === 'tentative' ? ' ?' : ''}`
const short = (s: string): string => s.replace(/:00\+03:00$/, '')
