/** The preview of a list: what would be added, what stands already, and every wrong row with its column and a sentence. */
import { actions, button, heading, list, notice, text, view } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import type { View } from '../model/view.ts'
import { columns } from './columns.ts'
import type { Place, Plan } from './plan.ts'

/** Lines of each kind that are shown; how many more there are is said. */
const most = 15
const mostWrong = 30

/** `id`: the kept rows, which the button adds. Null where nothing may be added. */
export function previewOf(turn: Turn, name: string, plan: Plan, id: string | null): View {
  const { speak } = turn
  const n = plan.add.length
  const names = new Map(turn.organizations.map(o => [o.id, o.name]))
  const more = (count: number, shown: number) => (count > shown ? [text(speak.say('import.more', { n: count - shown }), 'subtle')] : [])
  const count = (key: 'import.exists' | 'import.repeated' | 'import.left', of: number) => (of > 0 ? [text(speak.say(key, { n: of }))] : [])
  return view(turn.language, [
    heading(speak.say('import.from', { name })),
    text(speak.say('import.toAdd', { n }), 'strong'),
    ...count('import.exists', plan.exists),
    ...count('import.repeated', plan.repeated),
    ...count('import.left', plan.left.length),
    list(
      plan.add.slice(0, most).map(row => ({
        text: row.titles[0] ?? '',
        detail: [
          rowOf(speak, row),
          speak.shortWhen(row.when),
          row.ownerId === turn.reader.organizationId ? null : speak.pick(names.get(row.ownerId) ?? {}),
        ]
          .filter(Boolean)
          .join(' · '),
      })),
    ),
    ...more(n, most),
    ...clashParts(speak, plan),
    ...wrongParts(speak, plan),
    list(
      plan.notes
        .slice(0, most)
        .map(({ said, ...place }) => ({ text: speak.say('import.noted', { _row: rowOf(speak, place), _what: speak.said(said) }) })),
    ),
    ...more(plan.notes.length, most),
    ...(plan.unread.length > 0 ? [text(speak.say('import.unread', { _columns: speak.list(plan.unread.slice(0, most)) }), 'subtle')] : []),
    actions(
      id
        ? [
            button(speak, 'import.add', 'import.add', { id }, { style: 'primary', values: { n } }),
            button(speak, 'import.drop', 'import.drop', { id }),
          ]
        : [],
    ),
  ])
}

const rowOf = (speak: Speak, { line, sheet }: Place): string =>
  sheet ? speak.say('import.rowOf', { line, sheet }) : speak.say('import.row', { line })

function clashParts(speak: Speak, { clashes, add }: Plan) {
  if (clashes === null) return add.length > 0 ? [text(speak.say('import.clashesLater'), 'subtle')] : []
  if (clashes.length === 0) return []
  return [
    notice('warning', speak.say('import.clashes', { n: clashes.length })),
    list(
      clashes.slice(0, most).map(({ said, ...place }) => ({ text: speak.say('import.noted', { _row: rowOf(speak, place), _what: said }) })),
    ),
    ...(clashes.length > most ? [text(speak.say('import.more', { n: clashes.length - most }), 'subtle')] : []),
  ]
}

function wrongParts(speak: Speak, { wrong }: Plan) {
  if (wrong.length === 0) return []
  const lines = wrong.flatMap(({ wrong: all, called, ...place }) =>
    all.map(w => ({
      text: speak.say('import.wrongCell', {
        _row: rowOf(speak, place),
        column: called[w.column] ?? speak.say(columns[w.column].label),
        _what: speak.said(w.said),
      }),
    })),
  )
  return [
    notice('warning', speak.say('import.wrongRows', { n: wrong.length })),
    list(lines.slice(0, mostWrong)),
    ...(lines.length > mostWrong ? [text(speak.say('import.more', { n: lines.length - mostWrong }), 'subtle')] : []),
  ]
}
