/** The exports wing: what can be taken away as a file, in which form and language; only what the asker may see. */
import * as planDb from '../../db/plan.ts'
import { agendaMeeting } from '../agenda/agenda.ts'
import { keepFile } from '../delivery/files.ts'
import { actions, button, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Wing } from '../dialogue/wing.ts'
import { ensureMeetings } from '../meetings/occurrences.ts'
import type { View } from '../model/view.ts'
import { editionView, numberOf } from '../plan/edition.ts'
import { argsOf, saysLatest, scopeOf, scopeSaid } from '../plan/plan.ts'
import { fold } from '../understanding/fold.ts'
import { type Format, formats, type What } from './formats.ts'
import { type Chosen, formatSaid, languageSaid, languagesOf } from './said.ts'

export const wing: Wing = {
  commands: { export: exportCommand },
  presses: { 'export.ask': exportPress, 'export.make': exportPress },
}

const ofAgenda = /\bagenda\b|جدول (ال)?اعمال|الاجنده/

/** "Send me the plan for December as Excel, in both languages": what is not said is the plan as it is shown, in the language of the sentence. */
async function exportCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const what = await meant(turn, asked)
  if ('view' in what) return { views: [what.view] }
  return answer(turn, what, formatSaid(asked.text, what.kind), languageSaid(asked.text) ?? turn.language)
}

async function meant(turn: Turn, asked: Asked): Promise<What | { view: View }> {
  const said = asked.meaning.arguments
  if (ofAgenda.test(fold(asked.text))) {
    await ensureMeetings(turn)
    const meeting = await agendaMeeting(turn)
    return meeting ? { kind: 'agenda', meetingId: meeting.id } : { view: warn(turn.speak, 'meeting.none') }
  }
  if (said.edition) return { kind: 'edition', number: numberOf(said.edition) }
  if (saysLatest(asked.text)) return { kind: 'edition', number: (await planDb.latestEdition(turn.db, turn.reader))?.number ?? 0 }
  const scope = scopeSaid(turn, asked)
  return 'view' in scope ? scope : { kind: 'plan', scope: scope.scope }
}

/** What is meant, as short arguments of a button: `x` the format, `l` the language or both. */
function argsFor(what: What): Record<string, string> {
  switch (what.kind) {
    case 'plan':
      return argsOf(what.scope)
    case 'edition':
      return { e: String(what.number) }
    case 'agenda':
      return { g: what.meetingId }
    default:
      return what satisfies never
  }
}

const whatOf = (turn: Turn, args: Record<string, string>): What =>
  args.g !== undefined
    ? { kind: 'agenda', meetingId: args.g }
    : args.e === undefined
      ? { kind: 'plan', scope: scopeOf(turn, args) }
      : { kind: 'edition', number: Number(args.e) }

async function exportPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const what = whatOf(turn, args)
  const format = formats.find(f => f.key === args.x && f.of.includes(what.kind)) ?? null
  const chosen = (['ar', 'en', 'both'] as const).find(l => l === args.l) ?? turn.language
  return answer(turn, what, format, chosen)
}

/** The file, with buttons for the other languages; or, where several forms are possible and none was said, which. */
async function answer(turn: Turn, what: What, format: Format | null, chosen: Chosen): Promise<Answer> {
  const may = formats.filter(f => f.of.includes(what.kind))
  const one = format ?? (may.length === 1 ? may[0] : null)
  // What is not there needs no form.
  if (what.kind === 'edition' && !(await planDb.edition(turn.db, turn.reader, what.number)))
    return { views: [await editionView(turn, what.number, 0)] }
  if (!one) return { views: [whichOf(turn, what, may, chosen)] }
  const made = await one.make(turn, what, languagesOf(chosen, turn.language, turn.network.settings.languages))
  if (!made) return { views: [what.kind === 'edition' ? await editionView(turn, what.number, 0) : warn(turn.speak, 'dialogue.fileGone')] }
  const file = await keepFile(turn, { ...made, reader: turn.member.id })
  const shown = text(turn.speak.say('export.here', { _name: `\u2068${made.name}\u2069` }))
  return { views: [view(turn.language, [shown, actions(otherLanguages(turn, what, one, chosen)), file])] }
}

const whichOf = (turn: Turn, what: What, may: readonly Format[], chosen: Chosen): View =>
  view(turn.language, [
    text(turn.speak.say('export.which'), 'strong'),
    actions(may.map(f => button(turn.speak, f.label, 'export.make', { ...argsFor(what), x: f.key, l: chosen }))),
  ])

function otherLanguages(turn: Turn, what: What, format: Format, chosen: Chosen) {
  const { languages } = turn.network.settings
  if (languages.length < 2) return []
  return ([...languages, 'both'] as Chosen[])
    .filter(l => l !== chosen)
    .map(l => button(turn.speak, 'export.inLanguage', 'export.make', { ...argsFor(what), x: format.key, l }, { values: { _language: l } }))
}
