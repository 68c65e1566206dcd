/** Which days are holidays: those of Hijri rules, those a country keeps by the Gregorian date, and what moving a Hijri month does to them. */
import { Temporal } from 'temporal-polyfill'
import type { Bilingual } from '../model/people.ts'
import { fromHijri, type HijriShifts, toHijri } from '../time/hijri.ts'

/** Days as YYYY-MM-DD, `to` inclusive. `key` names the holiday and its year: the same holiday of the same year has the same. */
export type Feast = { key: string; from: string; to: string; name: { ar: string; en: string }; source: 'hijri' | 'calendar' }

/** The public holidays of the Gulf that follow the Hijri year: month, first day, days long. */
const feasts = [
  { key: 'new-year', month: 1, day: 1, length: 1, name: { ar: 'رأس السنة الهجرية', en: 'Hijri New Year' } },
  { key: 'ashura', month: 1, day: 9, length: 2, name: { ar: 'عاشوراء', en: 'Ashura' } },
  { key: 'prophets-birthday', month: 3, day: 12, length: 1, name: { ar: 'المولد النبوي الشريف', en: "The Prophet's Birthday" } },
  { key: 'eid-al-fitr', month: 10, day: 1, length: 3, name: { ar: 'عيد الفطر', en: 'Eid al-Fitr' } },
  { key: 'eid-al-adha', month: 12, day: 9, length: 4, name: { ar: 'يوم عرفة وعيد الأضحى', en: 'Arafat Day and Eid al-Adha' } },
] as const

/**
 * The Hijri holidays whose first day falls in the Gregorian years `fromYear` to `toYear`, in order. A Gregorian year holds some of them twice
 * (the Hijri year is eleven days shorter). `calendar` carries the days by which months were moved.
 */
export function hijriHolidays(calendar: { hijriShifts: HijriShifts }, fromYear: number, toYear: number): Feast[] {
  const first = toHijri(calendar, new Temporal.PlainDate(fromYear, 1, 1)).year
  const last = toHijri(calendar, new Temporal.PlainDate(toYear, 12, 31)).year
  const out: Feast[] = []
  for (let year = first; year <= last; year++)
    for (const f of feasts) {
      const from = fromHijri(calendar, { year, month: f.month, day: f.day })
      if (from.year < fromYear || from.year > toYear) continue
      out.push({
        key: `hijri-${year}-${f.key}`,
        from: from.toString(),
        to: from.add({ days: f.length - 1 }).toString(),
        name: f.name,
        source: 'hijri',
      })
    }
  return out.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}

/**
 * The public holidays a country keeps on the same Gregorian day each year; none where the table of countries (date-holidays) does not have it.
 * Its Hijri holidays are left out: they come from the rules above, which follow the months a network moved.
 */
export async function nationalHolidays(region: string, fromYear: number, toYear: number): Promise<Feast[]> {
  // Loaded by need: its tables of all countries are large, and they are read once for a new network and once a year.
  const { default: Holidays } = await import('date-holidays')
  const named = (language: string) => {
    const made = new Holidays(region, { languages: [language, 'en'] })
    return (year: number) => made.getHolidays(year) ?? []
  }
  const english = named('en')
  const arabic = named('ar')
  const out: Feast[] = []
  for (let year = fromYear; year <= toYear; year++) {
    const names = new Map(arabic(year).map(h => [h.rule, h.name]))
    for (const h of english(year)) {
      if (h.type !== 'public' || !/^\d\d-\d\d$/.test(h.rule)) continue
      const day = h.date.slice(0, 10)
      out.push({
        key: `${region.toLowerCase()}-${day}`,
        from: day,
        to: day,
        name: { ar: names.get(h.rule) ?? h.name, en: h.name },
        source: 'calendar',
      })
    }
  }
  return out
}

/**
 * Where holidays of Hijri rules go when months are moved: each keeps its Hijri date. Given as days of the calendar before, answered in that after;
 * only those that move are in the answer.
 */
export function movedHolidays<H extends { from: string; to: string; source: string }>(
  holidays: readonly H[],
  before: { hijriShifts: HijriShifts },
  after: { hijriShifts: HijriShifts },
): { holiday: H; from: string; to: string }[] {
  return holidays.flatMap(holiday => {
    if (holiday.source !== 'hijri') return []
    const was = Temporal.PlainDate.from(holiday.from)
    const from = fromHijri(after, toHijri(before, was))
    if (from.equals(was)) return []
    const length = was.until(Temporal.PlainDate.from(holiday.to), { largestUnit: 'days' })
    return [{ holiday, from: from.toString(), to: from.add(length).toString() }]
  })
}

export const holidayName = (h: { nameAr: string | null; nameEn: string | null }): Bilingual => ({
  ar: h.nameAr ?? undefined,
  en: h.nameEn ?? undefined,
})
