/** What a list would add: each row read, and told apart from what stands already, what is over and what is wrong. Adds nothing. */
import * as activitiesDb from '../../db/activities.ts'
import { centre } from '../activities/eyes.ts'
import { organizationOf } from '../activities/gather.ts'
import { servable } from '../activities/submit.ts'
import { boundsOf } from '../activities/when.ts'
import { advise } from '../clashes/advise.ts'
import type { Asking } from '../dialogue/form.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import type { Received } from '../dialogue/wing.ts'
import type { Said } from '../locales/speak.ts'
import type { When } from '../model/activity.ts'
import { holds } from '../model/people.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { fold } from '../understanding/fold.ts'
import { understand } from '../understanding/understand.ts'
import { type Laid, layOut } from './columns.ts'
import { type Eye, type Read, readRow, referenceOf } from './row.ts'
import { type Line, readTable } from './table.ts'
import type { Wrong } from './when.ts'

/** Rows that are read of one file; a list of more is sent in parts. */
export const mostRows = 2000

export type Row = Extract<Read, { kind: 'row' }>
/** A row as sentences name it; `sheet` only where there are several. */
export type Place = { line: number; sheet: string | null }
export type Plan = {
  add: (Row & Place)[]
  /** In the plan already, by number or by what they say. */
  exists: number
  /** Rows that say what one before them said. */
  repeated: number
  left: (Place & { why: Said })[]
  wrong: (Place & { wrong: Wrong[]; called: Laid['called'] })[]
  notes: (Place & { said: Said })[]
  /** What they would hurt, in sentences; looked for in a list of moderate length, null in a longer one. */
  clashes: (Place & { said: string })[] | null
  unread: string[]
}

/** Null where the file is no list of activities; a sentence where it cannot be read at all. */
export async function planOf(turn: Turn, file: Received): Promise<Result<Plan, Said> | null> {
  const table = await readTable(file)
  if (!table.ok) return table
  const laid = table.value.flatMap(s => layOut(s) ?? [])
  if (laid.length === 0) return null
  const n = laid.reduce((sum, l) => sum + l.rows.length, 0)
  if (n === 0) return fail({ key: 'import.empty', values: { name: file.name } })
  if (n > mostRows) return fail({ key: 'import.tooManyRows', values: { name: file.name, n, max: mostRows } })
  const priorities = await servable(turn, null)
  const asking: Asking = { speak: turn.speak, context: turn.context }
  const both = (['ar', 'en'] as const).map(l => ({ speak: turn.voice(l), context: turn.context }))
  const eye: Eye = { asking, both, own: ownerOf(turn, file.text), mayAll: holds(turn.reader, 'coordinator'), priorities }
  const plan: Plan = {
    add: [],
    exists: 0,
    repeated: 0,
    left: [],
    wrong: [],
    notes: [],
    clashes: null,
    unread: [...new Set(laid.flatMap(l => l.unread))],
  }
  // What has its number is in the plan, whatever else the row says now.
  const numbers = laid.map(l => new Map(l.rows.flatMap(row => pair(row, referenceOf(row, l)))))
  const known = new Set(
    (await activitiesDb.byReferences(turn.db, turn.reader, [...new Set(numbers.flatMap(n => [...n.values()]))])).map(a => a.reference),
  )
  const found = new Set<string>()
  for (const [i, sheet] of laid.entries())
    for (const line of sheet.rows) {
      const number = numbers[i]?.get(line)
      if (number && known.has(number)) {
        found.add(number)
        continue
      }
      const place = { line: line.line, sheet: laid.length > 1 ? sheet.sheet : null }
      const read = readRow(line, sheet, eye)
      if (read.kind === 'wrong') plan.wrong.push({ ...place, wrong: read.wrong, called: sheet.called })
      else if (read.kind === 'left') plan.left.push({ ...place, why: read.why })
      else plan.add.push({ ...read, ...place })
    }
  const fresh = await unknown(turn, plan.add)
  plan.exists = found.size + fresh.exists
  const once = withoutRepeats(fresh.rows, turn.network.settings.zone)
  plan.repeated = fresh.rows.length - once.length
  plan.add = once
  plan.notes = once.flatMap(({ line, sheet, notes }) => notes.map(said => ({ line, sheet, said })))
  if (once.length <= mostCompared) plan.clashes = await clashesOf(turn, once)
  return ok(plan)
}

/** Rows that are compared with what stands before they are added: each is a query of its own. */
const mostCompared = 60

/** What the radar would say on the card of each; what is only worth knowing is left to the card. */
async function clashesOf(turn: Turn, rows: Plan['add']): Promise<Plan['clashes']> {
  const found: NonNullable<Plan['clashes']> = []
  for (const { id, line, sheet, values } of rows)
    for (const part of await advise(turn, values, { draft: id }, null))
      if (part.kind === 'notice' && part.tone !== 'info') found.push({ line, sheet, said: part.text })
  return found
}

/** Whose a row is that names nobody: the sender's own organization, or the one that the centre names with the file. */
function ownerOf(turn: Turn, said: string): string {
  const named = holds(turn.reader, 'coordinator') && said.trim() ? understand(said, turn.context).arguments.organization : undefined
  return (named && organizationOf(named, turn)) || turn.reader.organizationId
}

const pair = (row: Line, reference: string | null): [Line, string][] => (reference ? [[row, reference]] : [])

const keysOf = (row: { ownerId: string; when: When; titles: readonly string[] }, zone: string): string[] => {
  const { startsAt } = boundsOf(row.when, zone)
  return row.titles.map(t => JSON.stringify([row.ownerId, startsAt.epochMilliseconds, fold(t)]))
}

function withoutRepeats<R extends Pick<Row, 'ownerId' | 'when' | 'titles'>>(rows: readonly R[], zone: string): R[] {
  const seen = new Set<string>()
  return rows.filter(row => {
    const keys = keysOf(row, zone)
    const repeats = keys.some(k => seen.has(k))
    for (const k of keys) seen.add(k)
    return !repeats
  })
}

/** Rows that do not stand yet: no activity came of the same row before (whatever became of it since), and none of its organization begins then under its title. */
export async function unknown<R extends Pick<Row, 'id' | 'ownerId' | 'when' | 'titles'>>(
  scene: Pick<Scene, 'db' | 'network' | 'now'>,
  rows: readonly R[],
): Promise<{ rows: R[]; exists: number }> {
  const { zone } = scene.network.settings
  const eyes = centre(scene)
  const ids = rows.map(r => r.id)
  const came = new Set((await activitiesDb.byIds(scene.db, eyes, ids)).map(a => a.id))
  const stand = new Set<string>()
  for (const owner of new Set(rows.map(r => r.ownerId)))
    for (const a of await activitiesDb.ofOrganization(scene.db, eyes, owner, { from: scene.now.subtract({ hours: 48 }) })) {
      const titles = [a.title.ar, a.title.en].filter(t => t !== undefined)
      for (const key of keysOf({ ownerId: owner, when: a.when, titles }, zone)) stand.add(key)
    }
  const left = rows.filter(r => !came.has(r.id) && !keysOf(r, zone).some(key => stand.has(key)))
  return { rows: left, exists: rows.length - left.length }
}
