/** When a row says an activity is: typed cells as they are, text as people write it to the bot. Pure. */
import { Temporal } from 'temporal-polyfill'
import { gather } from '../activities/gather.ts'
import { atTime, singleDay } from '../activities/when.ts'
import type { Asking } from '../dialogue/form.ts'
import type { Said } from '../locales/speak.ts'
import { type When, when as whenSchema } from '../model/activity.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { readDay, readTime } from '../understanding/read.ts'
import type { Column } from './columns.ts'
import type { Cell } from './table.ts'

export type Wrong = { column: Column; said: Said }
type Cells = Record<'from' | 'at' | 'to' | 'until' | 'when', Cell>

/** The day a sheet counts from; a number in it is days and parts of a day, wall time of nowhere. */
const zero = Temporal.PlainDateTime.from('1899-12-30T00:00')
/** Days that a number without a date's format may be taken for: 1982 to 2064. */
const asDay = { from: 30_000, to: 60_000 }

/** A typed cell as wall time; null where it is text or nothing. */
function typed(cell: Cell): Temporal.PlainDateTime | null {
  if (cell !== null && typeof cell === 'object') return Temporal.PlainDateTime.from(cell.wall).round('minute')
  if (typeof cell !== 'number' || !(cell < 1 || (cell >= asDay.from && cell <= asDay.to))) return null
  return zero.add({ seconds: Math.round(cell * 86_400) }).round('minute')
}

/** Characters of a cell that are read for a day or a time. */
const readable = 200

const clockOf = (at: Temporal.PlainDateTime): string => at.toPlainTime().toString({ smallestUnit: 'minute' })
const written = (cell: Cell): string => (cell === null || typeof cell === 'object' ? '' : String(cell).trim())
const isEmpty = (cell: Cell): boolean => cell === null || (typeof cell === 'string' && !cell.trim())
const cut = (said: string): string => [...said].slice(0, 60).join('')

/** A day, with the time where the cell says one too; or what else was said of when. */
function dayIn(
  cell: Cell,
  column: 'from' | 'to' | 'when',
  asking: Asking,
): Result<{ day: string; time: string | null } | { when: When }, Wrong> {
  const at = typed(cell)
  if (at) {
    const time = clockOf(at)
    return ok({ day: at.toPlainDate().toString(), time: time === '00:00' ? null : time })
  }
  const said = written(cell)
  if (said.length > readable) return fail({ column, said: { key: 'activity.noDate', values: { said: cut(said) } } })
  // A day in figures needs no reading of a whole sentence, which takes a hundred times as long.
  const figures = /^[\d٠-٩]{1,4}([-/.])[\d٠-٩]{1,2}\1[\d٠-٩]{1,4}$/.test(said) ? readDay(said, asking.context) : null
  if (figures) return ok({ day: figures, time: null })
  const read = gather(said, asking, {})
  const problem = read.problems.find(p => p.field === 'when')
  const when = whenSchema.safeParse(read.values.when).data ?? pastIn(said, asking)
  if (read.choose) return fail({ column, said: { key: 'import.datesDisagree', values: { said: cut(said) } } })
  if (when) return ok({ when })
  return fail({ column, said: problem?.said ?? { key: 'activity.noDate', values: { said: cut(said) } } })
}

/** What is over is no mistake of a list: its day is taken as it stands, and left out later. */
function pastIn(said: string, asking: Asking): When | null {
  const day = readDay(said, asking.context)
  return day ? { kind: 'days', start: day, end: day } : null
}

function timeIn(cell: Cell, column: 'at' | 'until', asking: Asking): Result<string | null, Wrong> {
  if (isEmpty(cell)) return ok(null)
  const at = typed(cell)
  if (at) return ok(clockOf(at))
  const said = written(cell).slice(0, readable)
  const time = /^([01]?\d|2[0-3])$/.test(said) ? `${said.padStart(2, '0')}:00` : readTime(said, asking.context)
  return time ? ok(time) : fail({ column, said: { key: 'activity.noTime', values: { said: cut(said) } } })
}

/** The When of a row, or what is wrong with its cells. */
export function whenIn(cells: Cells, asking: Asking): Result<When, Wrong> {
  const { zone } = asking.context
  const first = isEmpty(cells.from) ? (isEmpty(cells.when) ? null : ('when' as const)) : ('from' as const)
  if (!first) return fail({ column: 'from', said: { key: 'dialogue.required' } })
  const begins = dayIn(cells[first], first, asking)
  if (!begins.ok) return begins
  const at = timeIn(cells.at, 'at', asking)
  if (!at.ok) return at
  const until = timeIn(cells.until, 'until', asking)
  if (!until.ok) return until
  let day: string
  let time = at.value
  if ('when' in begins.value) {
    const { when } = begins.value
    const only = singleDay(when, zone)
    // What is more than a day, or has its hours, is said whole.
    if (!only || when.kind === 'timed') return ok(when)
    day = only
  } else {
    day = begins.value.day
    time ??= begins.value.time
  }
  let last = day
  let end = until.value
  if (!isEmpty(cells.to)) {
    const ends = dayIn(cells.to, 'to', asking)
    if (!ends.ok) return ends
    if ('when' in ends.value) {
      const only = singleDay(ends.value.when, zone)
      if (!only) return fail({ column: 'to', said: { key: 'activity.noDate', values: { said: cut(written(cells.to)) } } })
      last = only
    } else {
      last = ends.value.day
      end ??= ends.value.time
    }
  }
  if (last < day) return fail({ column: 'to', said: { key: 'activity.endBeforeStart' } })
  if (!time) return end ? fail({ column: 'at', said: { key: 'dialogue.required' } }) : ok({ kind: 'days', start: day, end: last })
  if (last === day) return inOneDay(day, time, end, zone)
  if (!end) return fail({ column: 'until', said: { key: 'import.needsEnd' } })
  const [from, to] = [inOneDay(day, time, null, zone), inOneDay(last, end, null, zone)]
  if (!from.ok || !to.ok || from.value.kind !== 'timed' || to.value.kind !== 'timed') return from
  return ok({ ...from.value, end: to.value.start })
}

function inOneDay(day: string, time: string, end: string | null, zone: string): Result<When, Wrong> {
  if (end && end <= time) return fail({ column: 'until', said: { key: 'activity.endBeforeStart' } })
  const when = atTime({ kind: 'days', start: day, end: day }, zone, time, end)
  return when ? ok(when) : fail({ column: 'at', said: { key: 'activity.noTime', values: { said: time } } })
}
