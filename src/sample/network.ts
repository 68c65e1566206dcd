/** The sample network as it would stand at an instant: pure data, everything placed relative to that instant. */
import { Temporal } from 'temporal-polyfill'
import type { Kind, When } from '../model/activity.ts'
import type { Bilingual } from '../model/people.ts'
import type { Settings } from '../model/settings.ts'
import type { Feast } from '../network/holidays.ts'
import { addWorkingDays, type Calendar, hoursOf } from '../time/working-days.ts'
import { addMonths, dayOf, instantAt, monthOf, wall } from '../time/zone.ts'
import { organizations } from './names.ts'
import { past } from './past.ts'
import { people, type SampleMember } from './people.ts'
import { placed, whenOf } from './place.ts'
import { priorities, type Theme } from './priorities.ts'
import { holidaysOf, settings } from './settings.ts'
import { upcoming } from './upcoming.ts'
import { cityOf, type Written } from './written.ts'

export type SamplePriority = {
  theme: Theme
  /** YYYY-MM */
  month: string
  rank: number
  title: Bilingual
  narrative: Bilingual
  messages: Bilingual[]
}

/** People, organizations and priorities are named by handle and theme; the loader gives them ids. */
export type SampleActivity = {
  reference: string
  owner: string
  contact: string
  kind: Kind
  title: Bilingual
  summary: Bilingual
  significance: string | null
  when: When
  venue: string
  city: string | null
  patron: string | null
  spokesperson: string | null
  certainty: 'confirmed' | 'tentative' | 'approximate'
  approval: 'proposed' | 'approved'
  review: 'new' | 'reviewed' | 'returned'
  reviewNote: string | null
  lifecycle: 'planned' | 'completed'
  /** Accepted partners. */
  partners: string[]
  priority: { month: string; theme: Theme } | null
  visibility: 'network' | 'centre'
  embargoUntil: Temporal.Instant | null
  submittedAt: Temporal.Instant
}

export type SampleData = {
  name: Bilingual
  settings: Settings
  organizations: { handle: string; name: Bilingual; shortNames: string[]; centre: boolean }[]
  members: SampleMember[]
  holidays: Feast[]
  priorities: SamplePriority[]
  /** In the order of submission. */
  activities: SampleActivity[]
  /** The last number given in each series. */
  counters: Record<string, number>
}

/** Organizations that have told what they plan since the last meeting; the others still owe an answer to the next one. */
const prompt = new Set(['culture', 'environment', 'education', 'municipalities', 'works'])

export function sampleNetwork(now: Temporal.Instant): SampleData {
  const today = dayOf(settings.zone, now)
  const holidays = holidaysOf(today.year - 1, today.year + 2)
  const cal: Calendar = { ...settings, holidays, hijriShifts: {} }
  const thisMonth = monthOf(today)
  const wanted: SamplePriority[] = priorities.map(({ month, ...rest }) => ({ ...rest, month: addMonths(thisMonth, month) }))

  const before = past.flatMap((list, at) => {
    const back = past.length - at
    // Yesterday is the last day that is over.
    const end = back === 1 ? today.subtract({ days: 1 }) : today.subtract({ months: back - 1 })
    return placed(cal, list, today.subtract({ months: back }), end)
  })
  const ahead = upcoming.flatMap((list, at) => placed(cal, list, today.add({ months: at }), today.add({ months: at + 1 })))

  const meeting = lastMeeting(now)
  const drafts = [
    ...before.map(({ written, day }, at) => finish(cal, wanted, written, day, at, submissionOf(cal, day, 25 + ((at * 7) % 20), at), true)),
    ...ahead.map(({ written, day }, at) => {
      // Counted from the last meeting or from today, so that part of the network has answered already.
      const [from, back] = prompt.has(written.owner) ? [today, 1 + (at % 5)] : [meeting, 1 + ((at * 3) % 12)]
      return finish(cal, wanted, written, day, at, submissionOf(cal, from, back, at), false)
    }),
  ].sort((a, b) => Temporal.Instant.compare(a.submittedAt, b.submittedAt))

  const counters: Record<string, number> = {}
  const activities = drafts.map(draft => {
    const series = `A-${wall(settings.zone, draft.submittedAt).year}`
    const number = (counters[series] ?? 0) + 1
    counters[series] = number
    return { ...draft, reference: `${series}-${String(number).padStart(4, '0')}` }
  })

  return {
    name: { ar: 'شبكة الاتصال الحكومي', en: 'Government Communication Network' },
    settings,
    organizations: organizations.map(({ handle, ar, en, shortNames }) => ({
      handle,
      name: { ar, en },
      shortNames,
      centre: handle === 'centre',
    })),
    members: people,
    holidays,
    priorities: wanted,
    activities,
    counters,
  }
}

/** The day of the last meeting that began before `now`: the first Sunday of a month, as the sample's rule says. */
function lastMeeting(now: Temporal.Instant): Temporal.PlainDate {
  const inMonth = (month: Temporal.PlainYearMonth) => {
    const first = month.toPlainDate({ day: 1 })
    return first.add({ days: 7 - first.dayOfWeek })
  }
  const month = Temporal.PlainYearMonth.from(monthOf(dayOf(settings.zone, now)))
  const day = inMonth(month)
  const begun = Temporal.Instant.compare(instantAt(settings.zone, day, settings.meeting.time), now) <= 0
  return begun ? day : inMonth(month.subtract({ months: 1 }))
}

/** Some minute of working hours, `back` working days before a day. No two of a list (`nth`) are the same minute of a day. */
function submissionOf(cal: Calendar, before: Temporal.PlainDate, back: number, nth: number): Temporal.Instant {
  const day = addWorkingDays(cal, before, -back)
  return instantAt(cal.zone, day, hoursOf(cal, day).from).add({ minutes: 30 + ((nth * 37) % 300) })
}

function finish(
  cal: Calendar,
  wanted: readonly SamplePriority[],
  written: Written,
  day: Temporal.PlainDate,
  nth: number,
  submittedAt: Temporal.Instant,
  over: boolean,
): Omit<SampleActivity, 'reference'> {
  const month = monthOf(day)
  const priority = wanted.find(p => p.month === month && p.theme === written.theme)
  const own = people.filter(p => p.organization === written.owner && !p.roles.includes('observer') && !p.roles.includes('admin'))
  const contact = own[nth % own.length]
  if (!contact) throw new Error(`Nobody is in ${written.owner}`)
  const returned = typeof written.review === 'object' ? written.review.returned : null
  const { kind } = written.shape
  return {
    owner: written.owner,
    contact: contact.handle,
    kind: written.kind,
    title: { ar: written.ar ?? undefined, en: written.en ?? undefined },
    summary: written.summary ?? {},
    significance: written.significance ?? null,
    when: whenOf(cal, written.shape, day, written.at),
    venue: written.venue,
    city: cityOf[written.venue] ?? null,
    patron: written.patron ?? null,
    spokesperson: written.spokesperson ?? null,
    certainty: kind === 'span' ? 'approximate' : (written.certainty ?? 'confirmed'),
    approval: written.certainty || kind === 'span' || written.review === 'new' ? 'proposed' : 'approved',
    review: returned ? 'returned' : written.review === 'new' ? 'new' : 'reviewed',
    reviewNote: returned,
    lifecycle: over ? 'completed' : 'planned',
    partners: written.partner ? [written.partner] : [],
    priority: priority ? { month, theme: priority.theme } : null,
    visibility: written.embargoed ? 'centre' : 'network',
    embargoUntil: written.embargoed ? instantAt(cal.zone, day, written.at) : null,
    submittedAt,
  }
}
