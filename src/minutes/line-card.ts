/** The card of the present line of a meeting: what it is about, what was recorded on it, and where to go from there. */
import type { FollowUp } from '../../db/actions.ts'
import * as actionsDb from '../../db/actions.ts'
import * as minutesDb from '../../db/minutes.ts'
import { lineOf as actionLine, namesFor, together, togetherSaid, whoseSaid, wordsOf } from '../actions/show.ts'
import { nameOf } from '../activities/show.ts'
import type { AgendaLine } from '../agenda/agenda.ts'
import { lineTitle, lineWhole } from '../agenda/show.ts'
import { actions, button, divider, heading, list, notice, text, view } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import { dayName } from '../meetings/cards.ts'
import { owes } from '../meetings/standing.ts'
import type { Action, Part, View } from '../model/view.ts'
import { today, wall } from '../time/zone.ts'
import type { Place } from './walk.ts'

/** `brief`: what it is about was before their eyes a moment ago, and only what was recorded on it is shown. */
export async function lineCard(turn: Turn, place: Place, note: Part | null = null, how: { brief?: boolean } = {}): Promise<View> {
  const { speak } = turn
  const { line, meeting, walk } = place
  const title = line ? lineTitle(speak, line) : speak.say('walk.end')
  return view(
    speak.language,
    [
      ...(note ? [note] : []),
      heading(title),
      text(whereOf(turn, place), 'subtle'),
      ...(line ? (how.brief ? [] : lineWhole(turn, meeting.id, line)) : [text(speak.say('walk.endHint'))]),
      ...(await recordedOn(turn, meeting.id, line?.key ?? null)),
      actions(going(turn, place)),
      actions([button(speak, 'walk.close', 'walk.close', { m: walk.meetingId }, { style: line ? 'normal' : 'primary' })]),
      ...(line ? [text(speak.say('walk.hint'), 'subtle')] : []),
    ],
    title,
  )
}

/** "Meeting of Sunday 6 December 2026 · line 2 of 5 · 10:15 to 10:25 am" */
function whereOf(turn: Turn, { line, lines, at, meeting }: Place): string {
  const { speak, network } = turn
  const day = dayName(turn, speak, meeting)
  if (!line) return speak.say('walk.of', { day })
  const time = (of: AgendaLine['startsAt']) => wall(network.settings.zone, of).toPlainTime().toString({ smallestUnit: 'minute' })
  const hours = speak.hours(time(line.startsAt), time(line.startsAt.add({ minutes: line.minutes })))
  return [speak.say('walk.of', { day }), speak.say('walk.place', { at: at + 1, of: lines.length }), hours].join(' · ')
}

function going({ speak }: Turn, { walk, line, at }: Place): Action[] {
  const args = { m: walk.meetingId, v: String(walk.version) }
  const on = { m: walk.meetingId, l: line?.key ?? '' }
  return [
    ...(line ? [button(speak, 'walk.next', 'walk.next', args, { style: 'primary' })] : []),
    button(speak, 'walk.decision', 'walk.decision', on, { opensForm: true }),
    button(speak, 'walk.action', 'walk.action', on, { opensForm: true }),
    ...(line ? [button(speak, 'dialogue.skip', 'walk.skip', args)] : []),
    ...(at > 0 ? [button(speak, 'dialogue.back', 'walk.back', args)] : []),
  ]
}

/** Decisions and actions of a line, each with its corrections. */
async function recordedOn(turn: Turn, meetingId: string, lineKey: string | null): Promise<Part[]> {
  const { speak, db, network } = turn
  const decided = (await minutesDb.decisionsOf(db, network.id, meetingId)).filter(d => d.lineKey === lineKey)
  const agreed = (await actionsDb.ofMeeting(db, network.id, meetingId)).filter(a => a.lineKey === lineKey)
  if (decided.length + agreed.length === 0) return []
  const names = await namesFor(turn, agreed)
  return [
    divider,
    ...(decided.length > 0 ? [text(speak.say('minutes.decisions'), 'strong')] : []),
    list(decided.map(d => ({ text: wordsOf(speak, d.text), actions: ofDecision(turn, d) }))),
    ...(agreed.length > 0 ? [text(speak.say('minutes.actions'), 'strong')] : []),
    list(
      together(agreed).map(group => {
        const [a] = group
        if (a && group.length === 1) return { ...actionLine(turn, a, names, today(turn)), actions: ofAction(turn, a) }
        const whose = whoseSaid(
          speak,
          group.map(x => x.organizationId),
          turn.organizations.filter(owes).map(o => o.id),
          id => nameOf(turn, id),
        )
        return { ...togetherSaid(speak, group, whose, speak.shortDay(a?.dueOn ?? '')), actions: ofTogether(turn, meetingId, group) }
      }),
    ),
  ]
}

export const ofDecision = ({ speak }: Turn, { id, version }: { id: string; version: number }): Action[] => [
  button(speak, 'dialogue.change', 'decision.change', { id, v: String(version) }, { opensForm: true }),
  button(speak, 'minutes.remove', 'decision.remove', { id, v: String(version) }),
]
export const ofAction = ({ speak }: Turn, { id, version }: { id: string; version: number }): Action[] => [
  button(speak, 'dialogue.change', 'walk.changeAction', { id, v: String(version) }, { opensForm: true }),
  button(speak, 'minutes.remove', 'walk.removeAction', { id, v: String(version) }),
]

/** `more` is what its buttons carry besides: `p` where they are corrected in the preview. */
export const ofTogether = ({ speak }: Turn, m: string, group: readonly { number: number }[], more: { p?: string } = {}): Action[] => [
  button(speak, 'walk.each', 'walk.each', { m, from: String(group[0]?.number ?? 0), to: String(group.at(-1)?.number ?? 0), ...more }),
]

/** Actions that stand as one, each by itself with its corrections. */
export async function eachOf(turn: Turn, args: Record<string, string>): Promise<View> {
  const { speak, db, network } = turn
  const [first, last] = [Number(args.from) || 0, Number(args.to) || 0]
  const all = (await actionsDb.ofMeeting(db, network.id, args.m ?? '')).filter(a => a.number >= first && a.number <= last)
  const names = await namesFor(turn, all)
  const own = (a: FollowUp) =>
    ofAction(turn, a).map(b => (args.p ? { ...b, press: { ...b.press, args: { ...b.press.args, p: args.p } } } : b))
  return view(speak.language, [
    heading(speak.say('action.titleOf', { first, last })),
    list(all.map(a => ({ ...actionLine(turn, a, names, today(turn)), actions: own(a) }))),
  ])
}

export const good = (turn: Turn, key: 'walk.decided' | 'walk.agreed' | 'walk.changed' | 'walk.removed'): Part =>
  notice('good', turn.speak.say(key))
