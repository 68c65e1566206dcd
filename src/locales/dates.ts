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
  /** «الأحد» of an ISO weekday, 1 (Monday) to 7. */
  weekday(n: number): string
  /** «٦ رجب ١٤٤٨هـ», or null where the network does not show it. */
  hijri(date: string | Temporal.PlainDate): string | null
  /** «ديسمبر ٢٠٢٦» of YYYY-MM. */
  month(month: string): string
  /** So many months from one (YYYY-MM) on: «عام ٢٠٢٦», «نوفمبر وديسمبر ٢٠٢٦», «من سبتمبر إلى نوفمبر ٢٠٢٦». */
  months(first: string, count: number): string
  /** «١٠:٠٠ صباحاً» of HH:MM. */
  time(time: string): string
  /** A time, or from one to another, HH:MM. */
  hours(from: string, to: string | null): string
  /** Day and time of an instant in the network's zone. */
  instant(at: Temporal.Instant): string
  /** A whole When in one line. */
  when(when: When): string
  /** The same, short: for lists under a heading that names the month. */
  shortWhen(when: When): string
  /** The same under a heading that names the day (YYYY-MM-DD): its hours alone where it is all on that day, null where none are known. */
  onDay(when: When, under: string): string | null
  /** Hijri date of a When, first day to last, or null where the network does not show it. */
  whenHijri(when: When): string | null
}

const numberFormats = new Map<string, Intl.NumberFormat>()
/** Kept by their tag, for each costs more to make than a whole card to draw; so are the lists'. */
export const numberFormat = (tag: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat => {
  const key = tag + JSON.stringify(options)
  const made = numberFormats.get(key) ?? new Intl.NumberFormat(tag, options)
  numberFormats.set(key, made)
  return made
}

const listFormats = new Map<string, Intl.ListFormat>()
/** "A, B and C". */
export const listFormat = (tag: string): Intl.ListFormat => {
  const made = listFormats.get(tag) ?? new Intl.ListFormat(tag, { type: 'conjunction' })
  listFormats.set(tag, made)
  return made
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
  const number = numberFormat(tag, { useGrouping: false })
  const pad = numberFormat(tag, { useGrouping: false, minimumIntegerDigits: 2 })
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
  const lists = listFormat(tag)

  const clock = (text: string) => {
    const [h = 0, m = 0] = text.split(':').map(Number)
    const digits = `${number.format(h % 12 === 0 ? 12 : h % 12)}:${pad.format(m)}`
    // «ظهراً» is the noon hour; after it a Gulf reader says «مساءً» on paper.
    const half = language === 'en' ? (h < 12 ? 'am' : 'pm') : h < 12 ? 'صباحاً' : h === 12 ? 'ظهراً' : 'مساءً'
    return { digits, half, whole: `${digits} ${half}` }
  }
  const time = (text: string) => clock(text).whole
  const at = (text: string) => (language === 'ar' ? `الساعة ${time(text)}` : time(text))
  const range = (from: string, to: string) => (language === 'ar' ? `من ${from} إلى ${to}` : `${from} to ${to}`)
  /** «من ١٠:٠٠ إلى ١١:٣٠ صباحاً»: the half of the day is said once where both are in it. */
  const hours = (from: string, to: string | null) => {
    if (to === null) return at(from)
    const [a, b] = [clock(from), clock(to)]
    return range(a.half === b.half ? a.digits : a.whole, b.whole)
  }

  const hijriOf = (date: string | Temporal.PlainDate) => toHijri(calendar, plain(date))
  const era = (y: number) => (language === 'ar' ? ` ${number.format(y)}هـ` : ` ${y} AH`)
  const hijriMonth = (h: { month: number }) => ` ${hijriMonths[language][h.month - 1] ?? ''}`
  const hijri = (date: string | Temporal.PlainDate) => {
    if (!settings.hijri) return null
    const h = hijriOf(date)
    return number.format(h.day) + hijriMonth(h) + era(h.year)
  }
  const hijriRange = (start: string, end: string) => {
    if (!settings.hijri || start === end) return hijri(start)
    const [a, b] = [hijriOf(start), hijriOf(end)]
    const from = `${number.format(a.day)}${a.month === b.month && a.year === b.year ? '' : hijriMonth(a)}${a.year === b.year ? '' : era(a.year)}`
    return `${from} – ${hijri(end)}`
  }

  /** How much of a date stands on every line: lists under a heading that names the year leave it out. */
  const withYear = (name: (d: string) => string, date: string) => (name === day ? ` ${number.format(plain(date).year)}` : '')
  /** A day of which a later one in the same month says the month. */
  const beforeIn = (date: string, last: string, name: (d: string) => string) => {
    const [a, b] = [plain(date), plain(last)]
    if (a.year !== b.year) return day(date)
    return a.month === b.month ? `${weekday(date)} ${number.format(a.day)}` : name === day ? shortDay(date) : name(date)
  }
  /** The first and the last of several days, as they stand in one breath. */
  const both = (start: string, end: string, name: (d: string) => string): [string, string] => [
    beforeIn(start, end, name),
    plain(start).year === plain(end).year ? name(end) : day(end),
  ]
  const days = (start: string, end: string, name: (d: string) => string) => (start === end ? name(start) : range(...both(start, end, name)))

  /** A named span by its shape: a month, its early, middle or late part, a week; anything else by its two days. */
  const span = (start: string, end: string, name: (d: string) => string) => {
    const [a, b] = [plain(start), plain(end)]
    const month = monthName(start) + withYear(name, start)
    const dates = ` (${number.format(a.day)}–${number.format(b.day)})`
    if (a.year === b.year && a.month === b.month) {
      const whole = a.day === 1 && b.day === a.daysInMonth
      if (whole) return language === 'ar' ? `خلال ${month}` : `during ${month}`
      const third = a.day === 1 && b.day === 10 ? 0 : a.day === 11 && b.day === 20 ? 1 : a.day === 21 && b.day === a.daysInMonth ? 2 : -1
      const named = (language === 'ar' ? ['مطلع', 'منتصف', 'أواخر'] : ['early', 'mid', 'late'])[third]
      if (named) return `${named}${language === 'en' && third === 1 ? '-' : ' '}${month}${dates}`
    }
    if (a.until(b).days === 6) return language === 'ar' ? `أسبوع ${days(start, end, name)}` : `the week of ${days(start, end, name)}`
    const [from, to] = both(start, end, name)
    return language === 'ar' ? `بين ${from} و${to}` : `between ${from} and ${to}`
  }

  const timed = (start: string, end: string | null, name: (d: string) => string): string => {
    const a = wallOf(start, settings.zone)
    if (!end) return `${name(a.day)}${comma}${at(a.time)}`
    const b = wallOf(end, settings.zone)
    if (a.day === b.day) return `${name(a.day)}${comma}${hours(a.time, b.time)}`
    return range(`${name(a.day)} ${at(a.time)}`, `${name(b.day)} ${at(b.time)}`)
  }
  /** Sessions with the same hours say them once: «الاثنين ١٤ والثلاثاء ١٥ ديسمبر، من ٥:٠٠ إلى ٧:٠٠ مساءً». */
  const sessions = (all: { start: string; end: string | null }[], name: (d: string) => string): string => {
    const walls = all.map(s => ({ from: wallOf(s.start, settings.zone), to: s.end ? wallOf(s.end, settings.zone) : null }))
    const [first, last] = [walls[0], walls.at(-1)]
    const alike = walls.every(w => w.from.time === first?.from.time && w.to?.time === first?.to?.time && (!w.to || w.to.day === w.from.day))
    if (!first || !last || !alike) return all.map(s => timed(s.start, s.end, name)).join(language === 'ar' ? '؛ ' : '; ')
    const each = walls.map(w => w.from.day)
    const running = each.length > 2 && each.every((d, i) => plain(first.from.day).add({ days: i }).equals(plain(d)))
    const at = hours(first.from.time, first.to?.time ?? null)
    const when = running
      ? days(first.from.day, last.from.day, name)
      : lists.format(each.map((d, i) => (i === each.length - 1 ? name(d) : beforeIn(d, last.from.day, name))))
    return `${when}${comma}${running && language === 'ar' ? 'يومياً ' : ''}${at}${running && language === 'en' ? ' daily' : ''}`
  }
  const said = (when: When, name: (d: string) => string): string => {
    switch (when.kind) {
      case 'timed':
        return timed(when.start, when.end, name)
      case 'days':
        return days(when.start, when.end, name)
      case 'span':
        return span(when.start, when.end, name)
      case 'sessions':
        return sessions(when.sessions, name)
      default:
        return when satisfies never
    }
  }
  /** First and last day, YYYY-MM-DD in the zone. */
  const ends = (when: When): [string, string] => {
    switch (when.kind) {
      case 'timed':
        return [wallOf(when.start, settings.zone).day, wallOf(when.end ?? when.start, settings.zone).day]
      case 'sessions':
        return [wallOf(when.sessions[0]?.start ?? '', settings.zone).day, wallOf(when.sessions.at(-1)?.start ?? '', settings.zone).day]
      case 'days':
      case 'span':
        return [when.start, when.end]
      default:
        return when satisfies never
    }
  }

  const monthSaid = (month: string) => `${monthName(`${month}-01`)} ${number.format(Number(month.slice(0, 4)))}`

  return {
    day,
    shortDay,
    weekday: n => weekday(Temporal.PlainDate.from('2024-01-01').add({ days: n - 1 })),
    hijri,
    time,
    hours,
    month: monthSaid,
    months: (first, count) => {
      const last = Temporal.PlainYearMonth.from(first)
        .add({ months: count - 1 })
        .toString()
      const [year, until] = [first.slice(0, 4), last.slice(0, 4)]
      if (count === 1) return monthSaid(first)
      if (count === 12 && first.endsWith('-01')) return language === 'ar' ? `عام ${number.format(Number(year))}` : year
      if (count === 2)
        return `${year === until ? monthName(`${first}-01`) : monthSaid(first)} ${language === 'ar' ? 'و' : 'and '}${monthSaid(last)}`
      const from = year === until ? monthName(`${first}-01`) : monthSaid(first)
      return language === 'ar' ? `من ${from} إلى ${monthSaid(last)}` : `${from} to ${monthSaid(last)}`
    },
    instant: i => timed(i.toString(), null, day),
    when: when => said(when, day),
    shortWhen: when => said(when, shortDay),
    onDay(when, under) {
      const [first, last] = ends(when)
      if (first !== under || last !== under) return said(when, shortDay)
      return when.kind === 'timed' ? hours(wallOf(when.start, settings.zone).time, when.end && wallOf(when.end, settings.zone).time) : null
    },
    whenHijri: when => hijriRange(...ends(when)),
  }
}
