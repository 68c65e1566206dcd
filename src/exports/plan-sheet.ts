/** The plan, or an edition, as an Excel file: a sheet for each language, of what the reader may see. */
import * as activitiesDb from '../../db/activities.ts'
import * as planDb from '../../db/plan.ts'
import { nameOf } from '../activities/show.ts'
import { startOf } from '../activities/when.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import type { Activity } from '../model/activity.ts'
import type { Bilingual, Language, Organization } from '../model/people.ts'
import { readEdition, windowOf } from '../plan/edition.ts'
import { inOrder } from '../plan/order.ts'
import { type Scope, stretchOf } from '../plan/plan.ts'
import { opened } from '../plan/show.ts'
import { columns, type Line } from './columns.ts'
import type { Made } from './made.ts'
import { mime, type Table, workbook } from './workbook.ts'

type Row = { activity: Activity; organizations: readonly Organization[] }
type Source = { rows: Row[]; start: ReturnType<typeof stretchOf>['start']; name: (speak: Speak) => string }

/** The plan of a stretch as it stands; null where nothing is in it. */
export async function planSheet(turn: Turn, scope: Scope, languages: readonly Language[]): Promise<Made | null> {
  const stretch = stretchOf(turn, scope)
  const filter = { ownerId: scope.organizationId ?? undefined }
  const all = await activitiesDb.inWindow(turn.db, turn.reader, stretch, filter)
  if (all.length === 0) return null
  const rows = all.map(activity => ({ activity, organizations: turn.organizations }))
  const of = turn.organizations.find(o => o.id === scope.organizationId)
  const name = (speak: Speak) => {
    const _period = stretchOf(turn, scope, speak).name
    return of ? speak.say('plan.titleOf', { organization: speak.pick(of.name), _period }) : speak.say('plan.title', { _period })
  }
  return sheets(turn, languages, { rows, start: stretch.start, name })
}

/** An edition as it was frozen, as far as the reader may see it now; null where there is none of that number. */
export async function editionSheet(turn: Turn, number: number, languages: readonly Language[]): Promise<Made | null> {
  const read = await readEdition(turn.db, turn.reader, number)
  if (!read) return null
  const { start } = windowOf(turn, read.edition)
  return sheets(turn, languages, { rows: read.rows, start, name: speak => speak.say('edition.title', { number }) })
}

async function sheets(turn: Turn, languages: readonly Language[], { rows, start, name }: Source): Promise<Made> {
  const priorities = await prioritiesOf(turn, rows)
  const { zone, hijri } = turn.network.settings
  const tables = languages.map((language): Table => {
    const speak = turn.voice(language)
    const voices = new Map(rows.map(r => [r.activity.id, { speak, organizations: r.organizations }]))
    const placed = inOrder(
      rows.map(r => r.activity),
      { zone, start, language, nameOf: nameIn(rows, speak), startsAt: startOf(zone) },
    )
    const shown = columns.filter(c => !c.hijri || hijri)
    return {
      name: speak.say('sheet.plan'),
      language,
      columns: shown.map(c => ({ label: speak.say(c.label), width: c.width })),
      rows: placed.map(({ activity }) => {
        const line: Line = {
          activity: opened(activity, turn.now),
          voice: voices.get(activity.id) ?? turn,
          priority: priorities.get(activity.priorityId ?? '') ?? null,
        }
        return shown.map(c => c.cell(line, zone))
      }),
    }
  })
  const first = turn.voice(languages.includes(turn.language) ? turn.language : (languages[0] ?? turn.language))
  return { name: `${fileName(name(first))}.xlsx`, mime, bytes: await workbook(tables, turn.network.settings) }
}

/** An organization by the name it had then; the order of a sheet goes by it. */
function nameIn(rows: readonly Row[], speak: Speak): (id: string) => string {
  const all = new Map(rows.flatMap(r => r.organizations.map(o => [o.id, o] as const)))
  return id => nameOf({ speak, organizations: [all.get(id)].filter(o => o !== undefined) }, id)
}

async function prioritiesOf(turn: Turn, rows: readonly Row[]): Promise<Map<string, Bilingual>> {
  const ids = [...new Set(rows.flatMap(r => r.activity.priorityId ?? []))]
  const found = new Map<string, Bilingual>()
  for (const id of ids) {
    const priority = await planDb.priority(turn.db, turn.reader, id)
    if (priority) found.set(id, priority.title)
  }
  return found
}

/** Characters of a name, its ending apart. */
const longestName = 120

/** Without what Windows does not take in a name. */
export const fileName = (said: string): string =>
  said
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/[\\/:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestName)
