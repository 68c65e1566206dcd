/** Every mention of a time in a text: days and clock times found one after the other and put together. English that ours does not know goes to chrono. */
import * as chrono from 'chrono-node/en'
import { Temporal } from 'temporal-polyfill'
import type { Context, Mention, Problem } from '../model/meaning.ts'
import { type DayRead, dateAt, type Reading } from './days.ts'
import { uncertain } from './lexicon.ts'
import { notADate } from './not-dates.ts'
import { stampOf } from './stamps.ts'
import { type Clock, type TimeRead, timeAt } from './times.ts'
import type { Token } from './tokens.ts'

export type Found = { mentions: (Mention & { endAt: number })[]; problems: Problem[] }

/** Signs and little words between a day and its time. */
const between = new Set([
  ',',
  '،',
  '-',
  '–',
  'at',
  'on',
  'من',
  'في',
  '(',
  'و',
  '@',
  'from',
  'عند',
  'تمام',
  'بتمام',
  'and',
  ';',
  'يوميا',
  'daily',
  ':',
  'وذلك',
  'the',
])

export function mentionsIn(text: string, tokens: Token[], context: Context): Found {
  const now = Temporal.Instant.from(context.now).toZonedDateTimeISO(context.zone)
  const r: Reading = { tokens, context, today: now.toPlainDate() }
  const problems = new Set<Problem>()
  const out: Found['mentions'] = []
  for (let i = 0; i < tokens.length; ) {
    const read = notADate(tokens, i) ? null : mentionAt(r, i, problems, text, now)
    if (!read) {
      i++
      continue
    }
    out.push(read.mention)
    i = read.next
  }
  if (out.length === 0) out.push(...fromChrono(text, context, now))
  if (tokens.some(t => uncertain.has(t.f)) || unsettled(tokens))
    for (const m of out) if (m.certainty === 'confirmed') m.certainty = 'tentative'
  // A clock time that stands apart belongs to the first day that has none.
  const clock = out.find(m => m.timeOnly)
  const day = out.find(
    m => !m.timeOnly && m.allDay && !m.sessions && (m.end === null || m.end === m.start) && m.certainty !== 'approximate',
  )
  if (clock && day) {
    const at = (s: string) => Temporal.PlainDate.from(day.start).toZonedDateTime({ timeZone: context.zone, plainTime: s.slice(11, 19) })
    const end = clock.end ? at(clock.end) : null
    day.start = stampOf(at(clock.start))
    day.end = end ? stampOf(end) : null
    day.allDay = false
    day.grain = 'minute'
    day.text = `${day.text} ${clock.text}`
    out.splice(out.indexOf(clock), 1)
  }
  return { mentions: out, problems: [...problems] }
}

/** «لم يتأكد», «غير مؤكد», "not confirmed", "to be confirmed". */
function unsettled(t: Token[]): boolean {
  for (let i = 0; i + 1 < t.length; i++) {
    const two = `${t[i]?.f} ${t[i + 1]?.f}`
    if (
      /^(لم|لما|ما) (يتاكد|تتاكد|يحدد|يتحدد|تحدد|يثبت)$|^غير مؤكده?$|^(not|un) ?confirmed$|^be confirmed$|^not yet$|^قيد (التاكيد|الدراسه)$/.test(
        two,
      )
    )
      return true
  }
  return false
}

function mentionAt(
  r: Reading,
  i: number,
  problems: Set<Problem>,
  text: string,
  now: Temporal.ZonedDateTime,
): { mention: Found['mentions'][number]; next: number } | null {
  const t = r.tokens
  let time: TimeRead | null = null
  let day = dateAt(r, i)
  let next = i
  if (day) {
    next = day.next
    const j = skip(t, next)
    time = timeAt(t, j) ?? timeAt(t, next)
    if (!time && /^(من|from|between|بين)$/.test(t[j - 1]?.f ?? '') && j > next) time = timeAt(t, j - 1)
    if (
      !time &&
      t[next]?.kind === 'number' &&
      day.weekday !== undefined &&
      /^(و?ال?نصف|ونص|صباحا|مساء|ظهرا|ص|م|am|pm)$/.test(t[next + 1]?.f ?? '')
    )
      time = timeAt(t, next, true)
    if (time) next = time.next
  } else {
    time = timeAt(t, i)
    if (!time) return null
    next = time.next
    const j = skip(t, next)
    day = dateAt(r, j)
    if (day) next = day.next
  }
  // «يوميا», daily, each day.
  const k = skip(t, next)
  const daily =
    ['يوميا', 'daily', 'كل'].includes(t[k]?.f ?? '') || (next > i && t.slice(i, next).some(x => x.f === 'يوميا' || x.f === 'daily'))
  if (['يوميا', 'daily'].includes(t[k]?.f ?? '')) next = k + 1
  const from = t[i]?.start ?? 0
  const until = t[next - 1]?.end ?? from
  return { mention: { ...put(r, day, time, daily, problems, now), text: text.slice(from, until), at: from, endAt: until }, next }
}

function skip(t: Token[], i: number): number {
  let j = i
  while (j < i + 3 && between.has(t[j]?.f ?? '')) j++
  return j
}

function put(
  r: Reading,
  day: DayRead | null,
  time: TimeRead | null,
  daily: boolean,
  problems: Set<Problem>,
  now: Temporal.ZonedDateTime,
): Omit<Mention, 'text' | 'at'> {
  const zone = r.context.zone
  const at = (d: Temporal.PlainDate, c: Clock) =>
    d.toZonedDateTime({ timeZone: zone, plainTime: { hour: c.h % 24, minute: c.m } }).add({ days: c.h === 24 ? 1 : 0 })
  const endOf = (d: Temporal.PlainDate, c: TimeRead) => {
    if (!c.to) return null
    const e = at(d, c.to)
    // Past midnight; but an end said in the same half of the day and earlier is a slip.
    if (Temporal.ZonedDateTime.compare(e, at(d, c.from)) <= 0) {
      if (c.from.said && c.to.said && c.to.h >= 6) problems.add('end_before_start')
      return e.add({ days: 1 })
    }
    return e
  }
  if (!day) {
    const c = time as TimeRead
    const e = endOf(r.today, c)
    return {
      start: stampOf(at(r.today, c.from)),
      end: e ? stampOf(e) : null,
      allDay: false,
      grain: 'minute',
      certainty: 'confirmed',
      sessions: null,
      timeOnly: true,
    }
  }
  if (day.impossible) problems.add('impossible')
  if (day.conflict) problems.add('conflict')
  const last = day.end ?? day.start
  if (Temporal.PlainDate.compare(last, day.start) < 0) problems.add('end_before_start')
  if (Temporal.PlainDate.compare(last, now.toPlainDate()) < 0) problems.add('past')
  const certainty = day.approx ? ('approximate' as const) : ('confirmed' as const)
  const several = day.each ?? (daily && day.end ? daysOf(day.start, day.end) : null)
  const otherDay = day.conflict ?? day.other
  if (!time || day.approx) {
    return {
      start: day.start.toString(),
      end: day.end ? day.end.toString() : null,
      allDay: true,
      grain: day.grain,
      certainty,
      sessions: several && several.length > 1 ? several.map(d => ({ start: d.toString(), end: null })) : null,
      ...(otherDay ? { other: { start: otherDay.toString(), end: null } } : {}),
    }
  }
  const one = (d: Temporal.PlainDate) => {
    const e = endOf(d, time)
    return { start: stampOf(at(d, time.from)), end: e ? stampOf(e) : null }
  }
  if (several && several.length > 1) {
    const sessions = several.map(one)
    return {
      start: sessions[0]?.start ?? '',
      end: sessions.at(-1)?.end ?? sessions.at(-1)?.start ?? null,
      allDay: false,
      grain: 'minute',
      certainty,
      sessions,
    }
  }
  if (day.end && Temporal.PlainDate.compare(day.end, day.start) > 0) {
    // Several days with hours: each day has them.
    if (time.to) {
      const sessions = daysOf(day.start, day.end).map(one)
      return { start: sessions[0]?.start ?? '', end: sessions.at(-1)?.end ?? null, allDay: false, grain: 'minute', certainty, sessions }
    }
    return {
      start: stampOf(at(day.start, time.from)),
      end: stampOf(at(day.end, time.from)),
      allDay: false,
      grain: 'minute',
      certainty,
      sessions: null,
    }
  }
  const main = one(day.start)
  return { ...main, allDay: false, grain: 'minute', certainty, sessions: null, ...(otherDay ? { other: one(otherDay) } : {}) }
}

const longestRun = 31
function daysOf(start: Temporal.PlainDate, end: Temporal.PlainDate): Temporal.PlainDate[] {
  const n = start.until(end, { largestUnit: 'days' }).days
  return n < 0 || n >= longestRun ? [start] : Array.from({ length: n + 1 }, (_, i) => start.add({ days: i }))
}

/** English ways of saying a day that the readers above do not know. Bounded: chrono sees 300 characters at most. */
function fromChrono(text: string, context: Context, now: Temporal.ZonedDateTime): Found['mentions'] {
  const latin = text.slice(0, 300)
  if (!/[a-z]{3}/i.test(latin) || /[\u0600-\u06ff]/.test(latin)) return []
  const reference = { instant: new Date(now.epochMilliseconds), timezone: now.offsetNanoseconds / 60e9 }
  return chrono.casual.parse(latin, reference, { forwardDate: true }).flatMap(found => {
    const c = found.start
    if (!c.isCertain('day') && !c.isCertain('weekday') && !c.isCertain('month') && !c.isCertain('hour')) return []
    // A bare number or a lone word such as "now" is no plan.
    if (/^\W*(now|\d+)\W*$/i.test(found.text)) return []
    const side = (x: typeof c) => {
      const d = Temporal.PlainDate.from({ year: x.get('year') ?? now.year, month: x.get('month') ?? 1, day: x.get('day') ?? 1 })
      return x.isCertain('hour')
        ? stampOf(d.toZonedDateTime({ timeZone: context.zone, plainTime: { hour: x.get('hour') ?? 0, minute: x.get('minute') ?? 0 } }))
        : d.toString()
    }
    const start = side(c)
    const onlyMonth = !c.isCertain('day') && !c.isCertain('weekday') && !c.isCertain('hour')
    return [
      {
        start,
        end: found.end ? side(found.end) : null,
        allDay: start.length === 10,
        grain: start.length === 10 ? (onlyMonth ? ('month' as const) : ('day' as const)) : ('minute' as const),
        certainty: onlyMonth ? ('approximate' as const) : ('confirmed' as const),
        sessions: null,
        text: found.text,
        at: found.index,
        endAt: found.index + found.text.length,
      },
    ]
  })
}
