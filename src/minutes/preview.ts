/** The preview of a meeting's minutes: as they would be posted, each decision and action with its corrections; and what posting them does. */
import * as actionsDb from '../../db/actions.ts'
import * as meetingsDb from '../../db/meetings.ts'
import type { Minutes } from '../../db/minutes.ts'
import * as minutesDb from '../../db/minutes.ts'
import { agendaOf } from '../agenda/agenda.ts'
import { actions, button, named, notice, view, warn } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Meeting } from '../meetings/occurrences.ts'
import type { MinutedAction, MinutesContent } from '../model/minutes.ts'
import type { Language } from '../model/people.ts'
import type { Action, Part, View } from '../model/view.ts'
import { compile, stampOf } from './compile.ts'
import { ofAction, ofDecision, ofTogether } from './line-card.ts'
import { minutesParts, titleOf } from './show.ts'
import { noted, placeOf, type Walk } from './walk.ts'

export type Compiled = { walk: Walk; meeting: Meeting; content: MinutesContent; standing: Minutes | null }

/** The minutes as they would be now, with the line that is being spoken of; null where the meeting was not walked through. */
export async function compiled(turn: Turn, meetingId: string, hold = false): Promise<Compiled | null> {
  const walk = await (hold ? minutesDb.holdWalk : minutesDb.walk)(turn.db, turn.network.id, meetingId)
  const meeting = walk && (await meetingsDb.byId(turn.db, turn.network.id, meetingId))
  if (!walk || !meeting) return null
  const { line } = walk.state === 'open' ? placeOf(walk, meeting, await agendaOf(turn, meeting, turn.reader)) : { line: null }
  const lines = line ? noted(turn, walk.lines, line, 'discussed') : walk.lines
  const standing = await minutesDb.ofMeeting(turn.db, turn.reader, meetingId)
  return { walk: { ...walk, lines }, meeting, content: await compile(turn, meeting, walk, lines), standing }
}

/** In the reader's language, or in the other one that they ask for; the buttons stay in theirs. */
export async function previewOf(
  turn: Turn,
  meetingId: string,
  note: Part | null = null,
  language: Language = turn.language,
): Promise<View> {
  const made = await compiled(turn, meetingId)
  if (!made) return warn(turn.speak, 'walk.none')
  const { content, standing } = made
  const speak = turn.voice(language)
  const { zone } = turn.network.settings
  const head = { number: null, version: 1 }
  const corrections = {
    decision: (d: { id: string }) => marked(turn, versions.get(d.id), ofDecision, d.id),
    action: (a: { id: string }) => marked(turn, versions.get(a.id), ofAction, a.id),
    actions: (group: readonly MinutedAction[]) => ofTogether(turn, meetingId, group, { p: '1' }),
  }
  const versions = await versionsOf(turn, meetingId)
  const same = standing !== null && stampOf(standing.content) === stampOf(content)
  return view(
    language,
    [
      ...(note ? [note] : []),
      notice('info', speak.say(standing ? (same ? 'minutes.correctHint' : 'minutes.correctionIs') : 'minutes.previewIs')),
      ...minutesParts(speak, zone, content, head, corrections),
      actions(buttons(turn, made, same, language)),
    ],
    titleOf(speak, zone, content, head),
  )
}

const marked = (turn: Turn, version: number | undefined, of: typeof ofDecision, id: string): Action[] =>
  version === undefined ? [] : of(turn, { id, version }).map(a => ({ ...a, press: { ...a.press, args: { ...a.press.args, p: '1' } } }))

async function versionsOf(turn: Turn, meetingId: string): Promise<Map<string, number>> {
  const { db, network } = turn
  const decided = await minutesDb.decisionsOf(db, network.id, meetingId)
  const agreed = await actionsDb.ofMeeting(db, network.id, meetingId)
  return new Map([...decided, ...agreed].map(x => [x.id, x.version]))
}

function buttons(turn: Turn, { walk, content, standing }: Compiled, same: boolean, language: Language): Action[] {
  const { speak } = turn
  const m = walk.meetingId
  const other: Language = language === 'ar' ? 'en' : 'ar'
  const on = { m, l: walk.line ?? '', p: '1' }
  return [
    ...(same
      ? []
      : [
          button(
            speak,
            standing ? 'minutes.postCorrection' : 'minutes.post',
            'minutes.post',
            { m, s: stampOf(content) },
            { style: 'primary' },
          ),
        ]),
    button(speak, 'walk.decision', 'walk.decision', on, { opensForm: true }),
    button(speak, 'walk.action', 'walk.action', on, { opensForm: true }),
    button(speak, 'minutes.present', 'minutes.present', { m }, { opensForm: true }),
    named(turn.language, speak.say('minutes.inLanguage', { _language: other }), 'minutes.preview', { m, lang: other }),
    ...(walk.state === 'open' ? [button(speak, 'walk.resume', 'walk.show', { m })] : []),
  ]
}
