/** What a sentence says of one of the meetings ahead: by which month it names it, and to when it moves it. Pure. */
import { Temporal } from 'temporal-polyfill'
import type { Context, Mention } from '../model/meaning.ts'
import type { Month } from '../model/window.ts'
import { dayOf, instantAt, instantText, wall } from '../time/zone.ts'
import { lengths } from '../understanding/dates/distances.ts'
import { yearBehind } from '../understanding/dates/numbers.ts'
import type { Length } from '../understanding/dates/symbols.ts'
import { fold } from '../understanding/fold.ts'
import { is } from '../understanding/grammar.ts'
import { numbers, type Word, wordsOf } from '../understanding/lexicon.ts'
import { wordSet } from '../understanding/phrases.ts'
import { readWhen } from '../understanding/read.ts'
import { comingMonth } from '../understanding/rules.ts'
import { tokensOf } from '../understanding/tokens.ts'

const meetingWord = /^(?:meetings?|(?:و?[بل])?(?:ال)?اجتماع(?:نا|كم)?|للاجتماع)$/
/** What may stand between a meeting and the month before it ("January's network meeting"), or behind it («الاجتماع الدوري لشهر يناير», "meeting planned for January"). */
const describes = wordSet('periodic monthly network regular coordination our the')
const leads = wordSet(
  'planned scheduled due set held of in for the month our network periodic شهر لشهر في بشهر الدوري الدوريه الشبكه شبكه الاتصال المقرر المزمع عقده انعقاده',
)
/** An English month stands behind a meeting with one of these alone: "the meeting may be late". */
const joins = wordSet('of in for')
const most = 5

const isExact = (m: Mention): boolean => ['minute', 'hour', 'day'].includes(m.grain) && m.certainty !== 'approximate'
/** "January's" stands as long as it is written. */
const plain = (said: string): string => said.replace(/['’]s(?=[\s.,،]|$)/giu, '  ')
const lineOf = (said: string): Word[] => wordsOf(tokensOf(plain(said)))

/** The month by which a sentence names a meeting ("January's meeting", «اجتماع شهر يناير»), and what it says besides; null where it names none so. */
export function monthNamed(said: string, context: Context): { month: Month; rest: string } | null {
  const line = lineOf(said)
  for (const [i, word] of line.entries()) {
    if (!meetingWord.test(word.f)) continue
    const found = before(line, i) ?? behind(line, i)
    const [first, last] = found ? [line[found.from], line[found.next - 1]] : []
    if (!found || !first || !last) continue
    const today = dayOf(context.zone, Temporal.Instant.from(context.now))
    const coming = comingMonth(today, found.month)
    const month = `${found.year ?? coming.year}-${String(found.month).padStart(2, '0')}`
    const rest = `${said.slice(0, first.start)} ${said.slice(last.end).replace(/^['’]s/iu, '')}`
    // «العاشر منه» is the tenth of that month.
    return { month, rest: rest.replace(/\sمنه(?=[\s.،]|$)/u, ` من ${said.slice(last.start, last.end)}`) }
  }
  return null
}

type Found = { month: number; year: number | null; from: number; next: number }
const month = is('month')

function behind(line: readonly Word[], meeting: number): Found | null {
  let joined = /[\u0621-\u064a]/.test(line[meeting]?.f ?? '')
  for (let i = meeting + 1; i <= meeting + most; i++) {
    const read = joined ? month(line, i) : null
    if (read) {
      const year = yearBehind(line, read.next)
      // "The meeting for January 20": a day to meet on.
      if (!year && line[read.next]?.kind === 'number' && /^[a-z]/.test(line[i]?.f ?? '')) return null
      return {
        month: read.value,
        year: year?.value.hijri === false ? year.value.n : null,
        from: meeting + 1,
        next: year?.next ?? read.next,
      }
    }
    const f = line[i]?.f ?? ''
    if (!leads.has(f)) return null
    joined ||= joins.has(f)
  }
  return null
}

function before(line: readonly Word[], meeting: number): Found | null {
  let i = meeting - 1
  while (i > 0 && describes.has(line[i]?.f ?? '')) i--
  const year = line[i]?.kind === 'number' && (line[i]?.n ?? 0) > 2000 ? (line[i]?.n ?? null) : null
  const at = year ? i - 1 : i
  const read = /^[a-z]/.test(line[at]?.f ?? '') ? month(line, at) : null
  // "Move on 3 January the meeting …" names a day.
  if (!read || line[at - 1]?.kind === 'number') return null
  return { month: read.value, year, from: at, next: (year ? at + 1 : at) + 1 }
}

/** The days a sentence says, YYYY-MM-DD: of "from 3 January to 20 January" both. */
export const daysSaid = (said: string, context: Context): string[] =>
  readWhen(said, context)
    .filter(m => isExact(m) && !m.timeOnly)
    .flatMap(m => [m.start, ...(m.allDay && m.end ? [m.end] : [])].map(d => d.slice(0, 10)))

const moves =
  /\b(?:mov(?:e[ds]?|ing)|postpon\w+|reschedul\w+|shift(?:ed|s)?|delay(?:ed|s)?|push(?:ed)?|put|bring|brought|advanced?|later|earlier|forward|back)\b|نقل|[اوء]جل|تاجيل|قدم|تقديم|اخر|تاخير|رحل|ترحيل|تبكير|بكر/
const earlier = /\b(?:earlier|forward|advance|sooner)\b|قدم|تقديم|تبكير|بكر|مبكر/
/** Behind these a stretch is counted from today; before those it is counted from something else. */
const fromNow = wordSet('in within after بعد خلال قبل before')
const fromThat = wordSet('from before after بعد قبل من ago')

/** By how much a sentence moves a meeting from where it stands: "by a week", «يومين», "two days forward"; null where it says a day, or nothing. */
function shiftIn(said: string): { by: Length[]; back: boolean } | null {
  const folded = fold(said)
  if (!moves.test(folded)) return null
  const line = lineOf(said)
  for (const i of line.keys()) {
    const read = lengths(line, i)
    if (!read || fromNow.has(line[i - 1]?.f ?? '') || fromThat.has(line[read.next]?.f ?? '')) continue
    if (read.value.every(l => l.unit in steps)) return { by: read.value, back: earlier.test(folded) }
  }
  return null
}
/** Whether a sentence says by how much a meeting is moved. */
export const isShift = (said: string, context: Context): boolean => shiftIn(monthNamed(said, context)?.rest ?? said) !== null

const steps: Partial<Record<Length['unit'], 'minutes' | 'hours' | 'days' | 'weeks' | 'months'>> = {
  minute: 'minutes',
  hour: 'hours',
  day: 'days',
  week: 'weeks',
  month: 'months',
}

/** Words by which a day is counted from today, whatever meeting it is said of. */
const ofToday =
  /\b(?:today|tomorrow|tonight|next|this|coming|in|week)\b|بعد|القادم|المقبل|الجاي|الياي|التالي|غدا|بكره|باجر|اليوم(?! \d)|هذا|هال/

/**
 * The moment, an instant with offset, that a sentence moves a meeting to: a day keeps the hour `from` has, an hour alone the day. `ofItsMonth` where "the
 * 20th" and a bare weekday are said of the meeting's own month, and not of today. Null where it says no moment.
 */
export function momentIn(said: string, context: Context, from: Temporal.Instant, ofItsMonth: boolean): string | null {
  const { zone } = context
  const named = monthNamed(said, context)
  const text = named?.rest ?? said
  const stands = wall(zone, from)
  const shift = shiftIn(text)
  const near = named || ofItsMonth ? nearby(context, stands, text) : context
  const found = readWhen(text, near).filter(isExact)
  const days = found.flatMap(m => (m.allDay && m.end ? [m, { ...m, start: m.end }] : [m]))
  // The day it stands on says which meeting is meant.
  const own = stands.toPlainDate().toString()
  const to = days.filter(m => m.timeOnly || m.start.slice(0, 10) !== own || days.length === 1).at(-1)
  if (shift && (!to || to.start.slice(0, 10) === own || isLength(to.text))) {
    const by = shift.by.map(l => ({ [steps[l.unit] ?? 'days']: l.n }))
    return instantText(by.reduce((at, l) => (shift.back ? at.subtract(l) : at.add(l)), stands))
  }
  if (!to) return null
  if (to.timeOnly) return instantText(stands.withPlainTime(Temporal.PlainTime.from(to.start.slice(11, 16))))
  if (!to.allDay) return instantText(wall(zone, Temporal.Instant.from(to.start)))
  const hour = stands.toPlainTime().toString().slice(0, 5)
  return instantText(wall(zone, instantAt(zone, Temporal.PlainDate.from(to.start.slice(0, 10)), hour)))
}

/** "A week later" is later than the meeting, and not than today. */
const isLength = (text: string): boolean => lengths(lineOf(text), 0) !== null

/**
 * The present from which days are read that are said of a meeting: where no month is said the first day of its own, and for a weekday alone the meeting's
 * day; of a month that is said, the one nearest to the meeting is meant.
 */
function nearby(context: Context, stands: Temporal.ZonedDateTime, text: string): Context {
  const days = readWhen(text, context).filter(m => isExact(m) && !m.timeOnly)
  if (days.some(m => ofToday.test(fold(m.text)))) return context
  const words = days.flatMap(m => lineOf(m.text))
  const day = stands.toPlainDate()
  const numbered = words.some(w => w.kind === 'number' || numbers.has(w.f) || numbers.has(w.f.slice(2)))
  const from = words.some((_, i) => month(words, i))
    ? day.subtract({ months: 6 })
    : numbered || days.length === 0
      ? day.with({ day: 1 })
      : day
  const today = dayOf(context.zone, Temporal.Instant.from(context.now))
  if (Temporal.PlainDate.compare(from, today) <= 0) return context
  return { ...context, now: instantText(from.toZonedDateTime({ timeZone: context.zone, plainTime: '00:00' })) }
}
