/** Dates and times said in words, in either language: weekday, day, month, year, time, and the Hijri date beside where the network shows it. */
import { Temporal } from 'temporal-polyfill'
import type { When } from '../model/activity.ts'
import type { Language } from '../model/people.ts'
import type { Settings } from '../model/settings.ts'
import { toHijri } from '../time/hijri.ts'
import type { Calendar } from '../time/working-days.ts'

export const hijriMonths = {
  ar: ['محرم', 'صفر', 'ربيع الأول', 'ربيع الآخر', 'جمادى الأولى', 'جمادى الآخرة', 'رجب', 'شعبان', 'رمضان', 'شوال', 'ذو القعدة', 'ذو الحجة'],
  en: [
    'Muharram',
    'Safar',
    'Rabi al-Awwal',
    'Rabi al-Thani',
    'Jumada al-Ula',
    'Jumada al-Akhira',
    'Rajab',
    'Shaaban',
    'Ramadan',
    'Shawwal',
    'Dhu al-Qaadah',
    'Dhu al-Hijjah',
  ],
} as const

/** BCP 47 tag of a language in this network: its region's month names, its digits. */
export function tagOf(language: Language, settings: Pick<Settings, 'region' | 'digits'>): string {
  return language === 'ar' ? `ar-${settings.region}-u-nu-${settings.digits}` : 'en-GB-u-nu-latn'
}

export type Dates = {
  /** «الثلاثاء ١٥ ديسمبر ٢٠٢٦» */
  day(date: string | Temporal.PlainDate): string
  /** «١٥ ديسمبر» without weekday and year, for lists. */
  shortDay(date: string | Temporal.PlainDate): string
  /** «٦ رجب ١٤٤٨هـ», or null where the network does not show it. */
  hijri(date: string | Temporal.PlainDate): string | null
  /** «ديسمبر ٢٠٢٦» of YYYY-MM. */
  month(month: string): string
  /** «١٠:٠٠ صباحاً» of HH:MM. */
  time(time: string): string
  /** Day and time of an instant in the network's zone. */
  instant(at: Temporal.Instant): string
  /** A whole When in one line. */
  when(when: When): string
  /** The same, short: for lists under a heading that names the month. */
  shortWhen(when: When): string
  /** Hijri date of a When's first day, or null. */
  whenHijri(when: When): string | null
}

const formatters = new Map<string, Intl.DateTimeFormat>()
const formatter = (tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = tag + JSON.stringify(options)
  let made = formatters.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC', calendar: 'gregory' })
    formatters.set(key, made)
  }
  return made
}

/** The wall day and time of an instant's text in the zone. */
export function wallOf(instantText: string, zone: string): { day: string; time: string } {
  const z = Temporal.Instant.from(instantText).toZonedDateTimeISO(zone)
  return { day: z.toPlainDate().toString(), time: z.toPlainTime().toString({ smallestUnit: 'minute' }) }
}

export function datesIn(language: Language, settings: Settings, calendar: Calendar): Dates {
  const tag = tagOf(language, settings)
  const number = new Intl.NumberFormat(tag, { useGrouping: false })
  const pad = new Intl.NumberFormat(tag, { useGrouping: false, minimumIntegerDigits: 2 })
  const plain = (date: string | Temporal.PlainDate) => (typeof date === 'string' ? Temporal.PlainDate.from(date) : date)
  const asDate = (date: string | Temporal.PlainDate) => {
    const p = plain(date)
    return new Date(Date.UTC(p.year, p.month - 1, p.day))
  }
  const part = (date: string | Temporal.PlainDate, options: Intl.DateTimeFormatOptions) => formatter(tag, options).format(asDate(date))
  const monthName = (date: string | Temporal.PlainDate) => part(date, { month: 'long' })
  const weekday = (date: string | Temporal.PlainDate) => part(date, { weekday: 'long' })

  const dayMonth = (date: string | Temporal.PlainDate) => `${number.format(plain(date).day)} ${monthName(date)}`
  const day = (date: string | Temporal.PlainDate) => `${weekday(date)} ${dayMonth(date)} ${number.format(plain(date).year)}`
  const shortDay = (date: string | Temporal.PlainDate) => `${weekday(date)} ${dayMonth(date)}`
  const comma = language === 'ar' ? '، ' : ', '

  const time = (text: string) => {
    const [h = 0, m = 0] = text.split(':').map(Number)
    const twelve = h % 12 === 0 ? 12 : h % 12
    const clock = `${number.format(twelve)}:${pad.format(m)}`
    if (language === 'en') return `${clock} ${h < 12 ? 'am' : 'pm'}`
    // «ظهراً» is the noon hour; after it a Gulf reader says «مساءً» on paper.
    return `${clock} ${h < 12 ? 'صباحاً' : h === 12 ? 'ظهراً' : 'مساءً'}`
  }
  const at = (text: string) => (language === 'ar' ? `الساعة ${time(text)}` : time(text))
  const range = (from: string, to: string) => (language === 'ar' ? `من ${from} إلى ${to}` : `${from} to ${to}`)

  const hijri = (date: string | Temporal.PlainDate) => {
    if (!settings.hijri) return null
    const h = toHijri(calendar, plain(date))
    const name = hijriMonths[language][h.month - 1] ?? ''
    return language === 'ar' ? `${number.format(h.day)} ${name} ${number.format(h.year)}هـ` : `${h.day} ${name} ${h.year} AH`
  }
  const days = (start: string, end: string, name: (d: string) => string) => {
    if (start === end) return name(start)
    const [a, b] = [plain(start), plain(end)]
    if (a.year !== b.year) return range(day(start), day(end))
    return `${range(shortDay(start), shortDay(end))}${name === day ? ` ${number.format(b.year)}` : ''}`
  }
  const timed = (start: string, end: string | null, name: (d: string) => string): string => {
    const a = wallOf(start, settings.zone)
    if (!end) return `${name(a.day)}${comma}${at(a.time)}`
    const b = wallOf(end, settings.zone)
    if (a.day === b.day) return `${name(a.day)}${comma}${range(at(a.time), time(b.time))}`
    return range(`${name(a.day)} ${at(a.time)}`, `${name(b.day)} ${at(b.time)}`)
  }
  const said = (when: When, name: (d: string) => string): string => {
    switch (when.kind) {
      case 'timed':
        return timed(when.start, when.end, name)
      case 'days':
        return days(when.start, when.end, name)
      case 'span':
        return days(when.start, when.end, name)
      case 'sessions':
        return when.sessions.map(s => timed(s.start, s.end, name)).join(language === 'ar' ? '؛ ' : '; ')
      default:
        return when satisfies never
    }
  }
  const firstDay = (when: When): string => {
    switch (when.kind) {
      case 'timed':
        return wallOf(when.start, settings.zone).day
      case 'sessions':
        return wallOf(when.sessions[0]?.start ?? '', settings.zone).day
      case 'days':
      case 'span':
        return when.start
      default:
        return when satisfies never
    }
  }

  return {
    day,
    shortDay,
    hijri,
    time,
    month: month => `${monthName(`${month}-01`)} ${number.format(Number(month.slice(0, 4)))}`,
    instant: i => timed(i.toString(), null, day),
    when: when => said(when, day),
    shortWhen: when => said(when, shortDay),
    whenHijri: when => hijri(firstDay(when)),
  }
}
