/** `/agenda`: the agenda of the meeting under way or the next, as the asker may see it; and the centre's words that arrange it. */
import * as agendaDb from '../../db/agenda.ts'
import * as meetingsDb from '../../db/meetings.ts'
import { actions, button, divider, facts, heading, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import { dayName } from '../meetings/cards.ts'
import { ensureMeetings, type Meeting } from '../meetings/occurrences.ts'
import { holds } from '../model/people.ts'
import type { Action, Part, View } from '../model/view.ts'
import { wall } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'
import { type AgendaLine, agendaMeeting, agendaOf, minutesOf } from './agenda.ts'
import { arrangePresses, reorder, setMinutes, tooLong } from './arrange.ts'
import { countsOf } from './attendance.ts'
import { briefingCommand } from './briefing-command.ts'
import { mayAsk } from './briefing-form.ts'
import { type HeardAgenda, heardAgenda } from './heard-agenda.ts'
import { isOpen } from './invitation.ts'
import { readBriefing } from './read-briefing.ts'
import { lineTitle, lineWhole, shortParts } from './show.ts'
import { linesSaid, reordered, type Sayable } from './which-line.ts'

export async function agendaCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const { speak } = turn
  let m = await agendaMeeting(turn)
  if (!m) {
    await ensureMeetings(turn)
    m = await agendaMeeting(turn)
  }
  if (!m) return { views: [warn(speak, 'meeting.none')] }
  const heard = heardAgenda(asked.text, turn.context)
  if (heard && holds(turn.reader, 'coordinator')) return arrangedBy(turn, asked, m, heard)
  // Only the centre arranges; whoever asks for minutes to present something asks for a briefing, and everybody else is shown the agenda.
  return heard?.kind === 'minutes' && presents(asked) ? briefingCommand(turn, asked) : { views: [await agendaView(turn, m)] }
}

/** Whether a sentence says what is to be presented: it asks for a briefing that is not there yet. */
const presents = (asked: Asked): boolean =>
  readBriefing(asked.text).title !== null &&
  /\bto (?:present|brief|show)\b|(?:^|\s)(?:لتقديم عرض|ليعرض|لتعرض|حتي تعرض)(?:\s|$)/u.test(fold(asked.text))

/** What the centre's sentence does to the agenda, and how it stands then. */
async function arrangedBy(turn: Turn, asked: Asked, m: Meeting, heard: HeardAgenda): Promise<Answer> {
  const { speak, context } = turn
  const arrange = async (): Promise<Answer> => (await arrangePresses['agenda.arrange']?.(turn, { meeting: m.id }, { dialog: false })) ?? {}
  if (heard.kind === 'arrange') return arrange()
  if (heard.kind === 'add') {
    const values = heard.point ? { values: { point: heard.point } } : {}
    return { begin: { form: 'agenda.business', args: { meeting: m.id }, ...values, dialog: asked.dialog } }
  }
  const lines = (await agendaOf(turn, m, turn.reader)).map(line => ({ ...sayable(turn, line), line }))
  const meant = linesSaid(heard.kind === 'order' ? heard.what : asked.text, lines, context)
  const [first] = meant
  if (heard.kind === 'order') {
    const keys = first ? reordered(lines, meant, heard.to, context) : null
    if (!keys) return { views: [await agendaView(turn, m, notice('warning', speak.say('agenda.noSuchLine')))] }
    await agendaDb.holdAgenda(turn.db, turn.network.id, m.id)
    await reorder(turn, m, keys)
    return { views: [await agendaView(turn, m, notice('good', speak.say('agenda.ordered')))] }
  }
  if (presents(asked)) return briefingCommand(turn, asked)
  if (!first) return arrange()
  for (const { line } of meant) await setMinutes(turn, m, line, heard.minutes, heard.every)
  const title = lineTitle(speak, first.line)
  return { views: [await agendaView(turn, m, notice('good', speak.say('agenda.minutesSet', { title, n: heard.minutes })))] }
}

/** A line as words may mean it. */
const sayable = (turn: Turn, line: AgendaLine): Sayable => ({
  key: line.key,
  kind: line.kind,
  organization: line.kind === 'briefing' ? (turn.organizations.find(o => o.id === line.briefing.organizationId)?.name ?? null) : null,
  title: line.kind === 'briefing' ? line.briefing.title : line.kind === 'business' ? line.text : {},
})

/** The whole agenda on one card. */
export async function agendaView(turn: Turn, m: Meeting, note?: Part): Promise<View> {
  const { speak } = turn
  const lines = await agendaOf(turn, m, turn.reader)
  const title = speak.say('agenda.title', { day: dayName(turn, speak, m) })
  const counts = await countsOf(turn, m)
  const long = holds(turn.reader, 'coordinator') ? tooLong(turn, lines) : null
  return view(
    turn.language,
    [
      heading(title),
      ...(note ? [note] : []),
      facts([
        [speak.say('meeting.when'), speak.instant(m.startsAt)],
        [speak.say('meeting.place'), speak.pick(turn.network.settings.meeting.place) || null],
        [speak.say('agenda.length'), speak.say('agenda.minutes', { n: minutesOf(lines) })],
        [speak.say('attend.attendance'), counts && speak.say('attend.counts', counts)],
      ]),
      ...(long ? [notice('warning', speak.say('agenda.tooLong', long))] : []),
      ...lines.flatMap(line => [divider, ...timedParts(turn, m, line)]),
      actions(buttons(turn, m)),
    ],
    title,
  )
}

/** "10:00 am · Communication plan (15 minutes)" and what is under it. */
function timedParts(turn: Turn, m: Meeting, line: AgendaLine): Part[] {
  const { speak } = turn
  const at = speak.time(wall(turn.network.settings.zone, line.startsAt).toPlainTime().toString().slice(0, 5))
  const said = speak.say('agenda.line', { _at: at, _title: lineTitle(speak, line), n: line.minutes })
  return [text(said, 'strong'), ...shortParts(turn, m.id, line)]
}

function buttons(turn: Turn, m: Meeting): Action[] {
  const { speak } = turn
  return [
    ...(holds(turn.reader, 'coordinator') ? [button(speak, 'agenda.arrange', 'agenda.arrange', { meeting: m.id })] : []),
    ...(mayAsk(turn) && isOpen(turn, m) ? [button(speak, 'briefing.ask', 'briefing.ask')] : []),
    ...(mayAsk(turn) ? [button(speak, 'attend.attendance', 'command', { name: 'attendance' })] : []),
    button(speak, 'plan.asFile', 'export.ask', { g: m.id }),
  ]
}

export const showPress: PressHandler = async (turn, args) => {
  const m = args.meeting && turn.reader.roles.length > 0 ? await meetingsDb.byId(turn.db, turn.network.id, args.meeting) : null
  return m ? { replace: await agendaView(turn, m) } : { views: [warn(turn.speak, 'dialogue.stale')] }
}

/** A line by itself, with all of its rows. */
export const linePress: PressHandler = async (turn, args) => {
  const { speak } = turn
  const m = args.meeting && turn.reader.roles.length > 0 ? await meetingsDb.byId(turn.db, turn.network.id, args.meeting) : null
  const line = m && (await agendaOf(turn, m, turn.reader)).find(l => l.key === args.key)
  if (!m || !line) return { views: [warn(speak, m ? 'agenda.noLine' : 'dialogue.stale')] }
  const from = Number(args.i ?? 0)
  const shown = view(turn.language, [
    heading(lineTitle(speak, line)),
    text(speak.say('agenda.title', { day: dayName(turn, speak, m) }), 'subtle'),
    ...lineWhole(turn, m.id, line, { from: Number.isInteger(from) && from > 0 ? from : 0, own: true }),
  ])
  // Turned on its own card it takes that card's place; opened from another it is a message of its own.
  return args.own ? { replace: shown } : { views: [shown] }
}
