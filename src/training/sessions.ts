/** The sessions of a workshop, and the moments that hang on them: reminders, attendance, feedback, and until when a seat may be offered. Pure. */
import { Temporal } from 'temporal-polyfill'
import { boundsOf } from '../activities/when.ts'
import type { When } from '../model/activity.ts'
import type { Workshop } from '../model/training.ts'
import { addWorkingDays, type Calendar, closes, isWorkingDay, opens } from '../time/working-days.ts'
import { dayOf } from '../time/zone.ts'

/** One meeting of a workshop, counted from 1; `when` is its own. `endsAt` is when it is over: the close of work where only its day is known. */
export type Session = { n: number; day: string; when: When; startsAt: Temporal.Instant; endsAt: Temporal.Instant }

/** A session of which no end is known takes so many hours. */
const usualHours = 1
/** A workshop held on more days than these in a row is one of its days each, up to here. */
const mostDays = 60

export function sessionsOf(when: When, cal: Calendar): Session[] {
  switch (when.kind) {
    case 'timed':
      return [timed({ start: when.start, end: when.end }, 1, cal)]
    case 'sessions':
      return [...when.sessions]
        .sort((a, b) => (Temporal.Instant.compare(at(a.start), at(b.start)) < 0 ? -1 : 1))
        .map((s, i) => timed(s, i + 1, cal))
    case 'days':
    case 'span': {
      const first = Temporal.PlainDate.from(when.start)
      const days = Math.min(first.until(when.end, { largestUnit: 'days' }).days + 1, mostDays)
      return Array.from({ length: days }, (_, i) => {
        const day = first.add({ days: i })
        const own: When = { kind: 'days', start: day.toString(), end: day.toString() }
        return { n: i + 1, day: day.toString(), when: own, startsAt: boundsOf(own, cal.zone).startsAt, endsAt: closes(cal, day) }
      })
    }
    default:
      return when satisfies never
  }
}

const at = (text: string) => Temporal.Instant.from(text)

function timed({ start, end }: { start: string; end: string | null }, n: number, cal: Calendar): Session {
  const startsAt = at(start)
  const endsAt = end ? at(end) : startsAt.add({ hours: usualHours })
  return { n, day: dayOf(cal.zone, startsAt).toString(), when: { kind: 'timed', start, end }, startsAt, endsAt }
}

/** The working day before the first session: until then people may enrol, unless the centre says otherwise. Where that is over, the day itself. */
export function usualLastDay(when: When, cal: Calendar, today: string): string {
  const first = dayOf(cal.zone, boundsOf(when, cal.zone).startsAt)
  const before = addWorkingDays(cal, first, -1).toString()
  return before < today ? first.toString() : before
}

/** When people are reminded of a session: the working day before the first; the morning of each further one, or of the last working day before it. */
export function remindAt({ n, day }: Session, cal: Calendar): Temporal.Instant {
  const on = Temporal.PlainDate.from(day)
  return opens(cal, n > 1 && isWorkingDay(cal, on) ? on : addWorkingDays(cal, on, -1))
}

/** When those who came are asked what it was worth: the opening of the working day after the last session. */
export const feedbackAt = (sessions: readonly Session[], cal: Calendar): Temporal.Instant =>
  opens(cal, addWorkingDays(cal, Temporal.PlainDate.from(sessions.at(-1)?.day ?? ''), 1))

/**
 * Until when a seat that was freed is held for the next in line: the close of the working day after the one on which they are told, or an hour before
 * the workshop where that is sooner. Null where they would be told too late.
 */
export function offerUntil(w: Pick<Workshop, 'startsAt'>, toldAt: Temporal.Instant, cal: Calendar): Temporal.Instant | null {
  const close = closes(cal, addWorkingDays(cal, dayOf(cal.zone, toldAt), 1))
  const lastHour = w.startsAt.subtract({ hours: 1 })
  const until = Temporal.Instant.compare(close, lastHour) < 0 ? close : lastHour
  return Temporal.Instant.compare(toldAt, until) < 0 ? until : null
}

/** Whether people may still enrol by themselves: it is open, and the last day is not over. */
export const takesEnrolments = (w: Workshop, now: Temporal.Instant, zone: string): boolean =>
  w.state === 'open' && dayOf(zone, now).toString() <= w.lastDay && Temporal.Instant.compare(now, w.startsAt) < 0
