/** The imports wing: a list of activities as a file, previewed row by row, and added with one confirmation. */
import { actions, button, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { Received, Wing } from '../dialogue/wing.ts'
import { holds } from '../model/people.ts'
import { columns } from './columns.ts'
import { addPress, dropPress, keepRows, late, lateDue, run, runDue } from './keep.ts'
import { planOf } from './plan.ts'
import { previewOf } from './show.ts'
import { isText, isWorkbook } from './table.ts'

export const wing: Wing = {
  commands: { import: async turn => how(turn) },
  presses: { 'import.add': addPress, 'import.drop': dropPress },
  due: { [runDue]: run, [lateDue]: late },
  files: [received],
}

const mayImport = (turn: Turn): boolean => holds(turn.reader, 'member') || holds(turn.reader, 'coordinator')

/** What to send, and what of it is read. */
function how(turn: Turn): Answer {
  const { speak } = turn
  const labels = [...new Set(Object.values(columns).map(c => speak.say(c.label)))]
  return {
    views: [
      view(turn.language, [
        text(speak.say('import.how'), 'strong'),
        text(speak.say('import.columns', { _columns: speak.list(labels) })),
        text(speak.say('import.safe'), 'subtle'),
        actions([button(speak, 'import.example', 'command', { name: 'export' })]),
      ]),
    ],
  }
}

async function received(turn: Turn, file: Received, open: string | null): Promise<Answer | null> {
  const workbook = isWorkbook(file.name, file.bytes)
  if (open === 'roster' || !(workbook || isText(file.name, file.mime))) return null
  // An administrator's plain text may be a roster: that is another wing's to know.
  const perhapsRoster = !workbook && holds(turn.reader, 'admin')
  if (!mayImport(turn)) return perhapsRoster ? null : { views: [warn(turn.speak, 'activity.maySubmit')] }
  const plan = await planOf(turn, file)
  if (!plan)
    return perhapsRoster ? null : { views: [warn(turn.speak, 'import.noColumns', { name: file.name }), ...(how(turn).views ?? [])] }
  if (!plan.ok) return { views: [warn(turn.speak, plan.problem.key, plan.problem.values)] }
  const { add, wrong } = plan.value
  const id = wrong.length === 0 && add.length > 0 ? await keepRows(turn, file.name, plan.value) : null
  return { views: [previewOf(turn, file.name, plan.value, id)] }
}
