/** Reads a sentence into the fields of an activity: what understanding says, put into the words of the draft. Pure. */

import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { capital } from '../dialogue/fields.ts'
import type { Asking, Gathered, Values } from '../dialogue/form.ts'
import { wallOf } from '../locales/dates.ts'
import type { Said } from '../locales/speak.ts'
import { type When, when as whenSchema } from '../model/activity.ts'
import type { Mention, OtherActivity } from '../model/meaning.ts'
import { weekStart } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'
import { forCentreOnly } from '../understanding/for-centre.ts'
import { nominative } from '../understanding/nominative.ts'
import { addedNeeds } from '../understanding/parts/needs.ts'
import { bare, tokensOf } from '../understanding/tokens.ts'
import { understand } from '../understanding/understand.ts'
import { isWeekdayAlone } from '../understanding/weekday-alone.ts'
import { entriesOf } from './lists.ts'
import { atTime, boundsOf, firstDayOf, whenOf } from './when.ts'

/** Texts longer than this are not read as one answer, in characters. */
export const readable = 4000

/** No date further off than this many years is meant. */
const horizonYears = 5

export function gather(text: string, asking: Asking, values: Values): Gathered<Values> {
  const { others, beyond, ...meaning } = understand(text, asking.context)
  const kind = values.kind && meaning.activity.kind !== values.kind ? kindBeside(text, asking, values) : meaning.activity.kind
  const { needs } = meaning.activity
  // With a draft at hand "add a photographer" says what it needs, which alone has no title.
  const added = typeof values.title === 'string' && needs.length === 0 ? addedNeeds(tokensOf(text)) : []
  const read =
    added.length > 0
      ? { ...meaning, when: [], activity: { ...nothingSaid, needs: added } }
      : { ...meaning, activity: { ...meaning.activity, kind } }
  // Said of one, it is said of all that one message tells of.
  const secret = forCentreOnly(text) ? { visibility: 'centre' } : {}
  const kept = (g: Gathered<Values>): Gathered<Values> => ({ ...g, values: { ...g.values, ...secret } })
  return { ...kept(valuesOf(read, asking, values)), beyond, further: others.map(o => kept(valuesOf(o, asking, {}))) }
}

/** The kind that a text says beside the words of the standing title: "move the pearling exhibition to Tuesday" makes no exhibition of its opening. */
function kindBeside(text: string, asking: Asking, values: Values): ReturnType<typeof understand>['activity']['kind'] {
  const title = new Set([values.title, values.otherTitle].flatMap(t => (typeof t === 'string' ? tokensOf(t) : [])).flatMap(t => bare(t.f)))
  const rest = tokensOf(text).filter(t => !bare(t.f).some(w => title.has(w)))
  return understand(rest.map(t => text.slice(t.start, t.end)).join(' '), asking.context).activity.kind
}

function valuesOf(meaning: OtherActivity, asking: Asking, values: Values): Gathered<Values> {
  const out: Gathered<Values> = { values: {}, problems: [], choose: null, other: [] }
  takeWhen(meaning, asking, values, out)
  const a = meaning.activity
  if (a.title && [...a.title].length >= 3) out.values.title = capital(nominative([...a.title].slice(0, 200).join('')))
  if (a.venue) out.values.venue = a.venue.slice(0, 200)
  // The city of another place goes with it.
  if (a.venue && (a.city || values.city)) out.values.city = a.city ?? ''
  // "event" is what is left when a text says no more: it is no correction of a kind that is known.
  if (a.kind && !(a.kind === 'event' && values.kind)) out.values.kind = a.kind
  if (a.patron) out.values.patron = a.patron.slice(0, 200)
  for (const list of ['audience', 'materials', 'needs'] as const) {
    const entries = entriesOf([asking.speak], list, a[list])
    if (entries.length > 0) out.values[list] = [...new Set([...(list === 'needs' ? hadNeeds(values) : []), ...entries])]
  }
  if (a.embargoUntil) {
    out.values.embargoUntil =
      a.embargoUntil.length === 10 ? `${a.embargoUntil}T00:00:00${offsetOf(a.embargoUntil, asking.context.zone)}` : a.embargoUntil
    out.values.visibility = 'centre'
  }
  if (a.partners.length > 0) {
    const known: string[] = []
    const others: string[] = []
    for (const said of a.partners) {
      const id = organizationOf(said, asking)
      if (id) known.push(id)
      else others.push(said)
    }
    if (known.length > 0) out.values.partners = [...new Set(known)]
    if (others.length > 0) out.values.otherPartners = others
  }
  return out
}

/** Further needs are added to those there are. */
const hadNeeds = (values: Values): string[] => z.array(z.string()).safeParse(values.needs).data ?? []
const nothingSaid: OtherActivity['activity'] = {
  title: null,
  kind: null,
  venue: null,
  city: null,
  patron: null,
  embargoUntil: null,
  partners: [],
  audience: [],
  materials: [],
  needs: [],
}

const offsetOf = (day: string, zone: string): string => Temporal.PlainDate.from(day).toZonedDateTime(zone).offset

/** An organization of the network by a name as written; null where none is meant. */
export function organizationOf(said: string, asking: { context: Asking['context'] }): string | null {
  const s = fold(said)
  const named = asking.context.names.organizations.filter(o => o.names.some(n => fold(n) === s))
  if (named.length > 0) return named[0]?.id ?? null
  const held = asking.context.names.organizations.filter(o =>
    o.names.some(n => fold(n).length > 3 && (s.includes(fold(n)) || (s.length > 4 && fold(n).includes(s)))),
  )
  return held.length === 1 ? (held[0]?.id ?? null) : null
}

function takeWhen(meaning: OtherActivity, asking: Asking, values: Values, out: Gathered<Values>): void {
  const first = meaning.when[0]
  if (meaning.problems.includes('impossible')) {
    out.problems.push({ field: 'when', said: { key: 'activity.impossibleDate' } })
    return
  }
  if (!first) return
  const { zone } = asking.context
  const had = whenSchema.safeParse(values.when).data
  if (first.timeOnly) {
    const clock = clockOf(first, zone)
    const placed = had && retimed(had, clock, zone)
    if (placed) out.values.when = placed
    else if (!had) out.values.clock = clock
    return
  }
  const read = whenOf(first)
  if (!read) return
  const waiting = clockSchema.safeParse(values.clock).data
  // A new day said alone keeps the clock time that was given before.
  const clock = had?.kind === 'timed' ? clockOf(had, zone) : waiting
  const kept = clock && read.kind === 'days' && read.start === read.end ? atTime(read, zone, clock.from, clock.to) : null
  const plain = kept ?? read
  const when = (had && inItsWeek(first, plain, had, asking)) ?? plain
  if (when !== plain) out.other.push(reading(plain, asking))
  if (meaning.problems.includes('conflict') && first.other) {
    const other = otherOf(first, when, zone)
    if (other) {
      out.choose = {
        field: 'when',
        said: { key: 'activity.datesDisagree', values: { said: first.text } },
        readings: [when, other].map(w => reading(w, asking)),
      }
      return
    }
  }
  if (meaning.problems.includes('end_before_start')) {
    out.problems.push({ field: 'when', said: { key: 'activity.endBeforeStart' } })
    return
  }
  const wrong = wrongWhen(when, asking)
  if (wrong) {
    out.problems.push({ field: 'when', said: wrong })
    // Another day is asked for; the time that was said with this one is not asked again.
    if (!had && when.kind === 'timed') out.values.clock = clockOf(when, zone)
    return
  }
  out.values.when = when
  if (waiting) out.values.clock = undefined
  if (first.certainty === 'tentative') out.values.certainty = 'tentative'
  if (first.other && when === plain && !meaning.problems.includes('conflict')) {
    const other = otherOf(first, when, zone)
    if (other && !wrongWhen(other, asking)) out.other.push(reading(other, asking))
  }
}

/** "Move it to Tuesday": that of the week it is in, which the coming one stands beside. Null where that is past, or they are one, or more is said than a weekday. */
function inItsWeek(first: Mention, said: When, had: When, { context }: Asking): When | null {
  const { zone, weekend } = context
  if (!isWeekdayAlone(first.text) || (said.kind !== 'timed' && (said.kind !== 'days' || said.start !== said.end))) return null
  const day = Temporal.PlainDate.from(firstDayOf(said, zone))
  const start = weekStart(weekend, Temporal.PlainDate.from(firstDayOf(had, zone)))
  const there = start.add({ days: (day.dayOfWeek - start.dayOfWeek + 7) % 7 })
  const today = Temporal.Instant.from(context.now).toZonedDateTimeISO(zone).toPlainDate()
  if (there.equals(day) || Temporal.PlainDate.compare(there, today) < 0) return null
  const whole: When = { kind: 'days', start: there.toString(), end: there.toString() }
  if (said.kind === 'days') return whole
  const { from, to } = clockOf(said, zone)
  return atTime(whole, zone, from, to)
}

/** A clock time that was said while no day was known, HH:MM; it waits for the day. */
export const clockSchema = z.object({ from: z.string(), to: z.string().nullable() })
type Clock = z.infer<typeof clockSchema>
const clockOf = ({ start, end }: { start: string; end: string | null }, zone: string): Clock => ({
  from: wallOf(start, zone).time,
  to: end ? wallOf(end, zone).time : null,
})

/** A When at another time of its day. A beginning said alone keeps the end that was there; one at or after it keeps how long it takes. */
export function retimed(had: When, said: Clock, zone: string): When | null {
  if (said.to !== null || had.kind !== 'timed' || had.end === null) return atTime(had, zone, said.from, said.to)
  const [from, to] = [wallOf(had.start, zone), wallOf(had.end, zone)]
  if (from.day !== to.day) {
    const first = atTime({ kind: 'days', start: from.day, end: from.day }, zone, said.from, null)
    return first?.kind === 'timed' ? { ...first, end: had.end } : null
  }
  const lasts = Temporal.Instant.from(had.start).until(Temporal.Instant.from(had.end))
  const end = said.from < to.time ? to.time : Temporal.PlainTime.from(said.from).add(lasts).toString({ smallestUnit: 'minute' })
  return atTime(had, zone, said.from, end)
}

/** The other reading of a mention. Where it is a day alone, the clock time that was read for the first holds for it too. */
function otherOf(mention: Mention, first: When, zone: string): When | null {
  if (!mention.other) return null
  const allDay = mention.other.start.length === 10
  const other = whenOf({ ...mention, ...mention.other, allDay, sessions: null })
  if (!other || !allDay || first.kind !== 'timed') return other
  return atTime(other, zone, wallOf(first.start, zone).time, first.end ? wallOf(first.end, zone).time : null) ?? other
}

const reading = (w: When, asking: Asking): { label: Said; values: Values } => ({
  label: { key: 'activity.reading', values: { when: asking.speak.when(w) } },
  values: { when: w },
})

/** Why a When cannot be planned; null when it can. The past ends with today: what began this morning may still be reported. */
export function wrongWhen(when: When, asking: Asking): Said | null {
  const { zone } = asking.context
  const today = Temporal.Instant.from(asking.context.now).toZonedDateTimeISO(zone).toPlainDate()
  const { startsAt, endsAt } = boundsOf(when, zone)
  if (Temporal.Instant.compare(endsAt, startsAt) <= 0) return { key: 'activity.endBeforeStart' }
  const day = firstDayOf(when, zone)
  if (Temporal.PlainDate.compare(endsAt.subtract({ milliseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate(), today) < 0)
    return { key: 'activity.past', values: { when: asking.speak.when(when) } }
  if (Temporal.PlainDate.compare(Temporal.PlainDate.from(day), today.add({ years: horizonYears })) > 0)
    return { key: 'activity.tooFar', values: { when: asking.speak.when(when), years: horizonYears } }
  return null
}
