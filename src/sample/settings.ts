/** The sample network's settings and holidays: a Gulf network, Arabic first. */
import type { Settings } from '../model/settings.ts'
import { type Feast, hijriHolidays } from '../network/holidays.ts'
import { cities, venues } from './names.ts'

export const settings: Settings = {
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
    place: { ar: 'قاعة الاجتماعات الرئيسية، مركز الاتصال', en: 'Main meeting room, Communication Centre' },
    deadlineWorkingDays: 5,
    reminderSteps: [10, 5, 2, 0],
  },
  windowMonths: 2,
  venues,
  cities,
  channels: {},
}

/** Month and day, first and last. Written here so that the first start needs no table of all the world's holidays. */
const fixed = [
  { from: '01-01', to: '01-01', ar: 'رأس السنة الميلادية', en: "New Year's Day" },
  { from: '05-01', to: '05-01', ar: 'عيد العمال', en: 'Labour Day' },
  { from: '12-16', to: '12-17', ar: 'العيد الوطني', en: 'National Day' },
]

/** Holidays of the years given, both inclusive; keys as the network's own yearly holidays have them. */
export function holidaysOf(fromYear: number, toYear: number): Feast[] {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, at) => fromYear + at)
  const calendar = years.flatMap(year =>
    fixed.map(({ from, to, ar, en }) => ({
      key: `${settings.region.toLowerCase()}-${year}-${from}`,
      from: `${year}-${from}`,
      to: `${year}-${to}`,
      name: { ar, en },
      source: 'calendar' as const,
    })),
  )
  return [...calendar, ...hijriHolidays({ hijriShifts: {} }, fromYear, toYear)].sort((a, b) => (a.from < b.from ? -1 : 1))
}
