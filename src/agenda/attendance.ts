/** `/attendance`: how the asker stands to the next meeting; for the centre, who comes, by organization, and sending the invitation now. */
import type { Attendance } from '../../db/agenda.ts'
import * as agendaDb from '../../db/agenda.ts'
import { nameOf } from '../activities/show.ts'
import { actions, button, facts, heading, list, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Scene, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import type { Speak } from '../locales/speak.ts'
import { dayName } from '../meetings/cards.ts'
import type { Meeting } from '../meetings/occurrences.ts'
import { holds, type Member } from '../model/people.ts'
import type { Part, View } from '../model/view.ts'
import { agendaMeeting } from './agenda.ts'
import { answerBySentence, mayAttend } from './attend.ts'
import { heardAttendance } from './heard.ts'
import { cardOf, insteadOf, invitees, isOpen, momentsOf, type Names, namesOf, sendInvitations, wasSent } from './invitation.ts'

/** People that cannot be reached are named up to this many. */
const named = 10

export type Counts = { coming: number; away: number; silent: number }

/** Of those who are asked and still there: how many places are taken, refused, and open. */
export async function countsOf(scene: Scene, m: Meeting): Promise<Counts | null> {
  const here = new Set((await invitees(scene)).map(x => x.id))
  const rows = (await agendaDb.attendanceOf(scene.db, scene.network.id, m.id)).filter(r => here.has(r.memberId))
  if (rows.length === 0) return null
  const of = (...answers: (Attendance['answer'] | null)[]) => rows.filter(r => answers.includes(r.answer)).length
  return { coming: of('yes', 'other'), away: of('no'), silent: (await wasSent(scene, m)) ? of(null) : 0 }
}

export async function attendanceCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const { speak } = turn
  if (!mayAttend(turn)) return { views: [onlyFor(speak, 'member')] }
  const m = await agendaMeeting(turn)
  if (!m) return { views: [warn(speak, 'meeting.none')] }
  const heard = heardAttendance(asked.text)
  switch (heard.kind) {
    case 'yes':
    case 'no':
    case 'other':
      return answerBySentence(turn, m, heard, asked.text, asked.dialog)
    case 'send':
      return send(turn, m)
    case 'list':
      return { views: [holds(turn.reader, 'coordinator') ? await attendanceView(turn, m) : await ownView(turn, m)] }
    default:
      return heard satisfies never
  }
}

/** One's own invitation, and the colleagues of one's organization. */
async function ownView(turn: Turn, m: Meeting): Promise<View> {
  const { speak } = turn
  const names = await namesOf(turn)
  const rows = await agendaDb.attendanceOf(turn.db, turn.network.id, m.id)
  const own = rows.find(r => r.memberId === turn.member.id) ?? {
    networkId: turn.network.id,
    meetingId: m.id,
    memberId: turn.member.id,
    invitedAt: null,
    answer: null,
    insteadId: null,
    insteadName: null,
    answeredBy: null,
    answeredAt: null,
    came: null,
  }
  const card = cardOf(turn, speak, m, own, names)
  const colleagues = rows.filter(r => r.memberId !== turn.member.id && names.get(r.memberId)?.organizationId === turn.reader.organizationId)
  return colleagues.length === 0
    ? card
    : {
        ...card,
        parts: [
          ...card.parts,
          text(speak.say('attend.colleagues'), 'subtle'),
          list(colleagues.map(r => ({ text: lineOf(speak, r, names) }))),
        ],
      }
}

const lineOf = (speak: Speak, row: Attendance, names: Names): string => {
  const member = names.get(row.memberId)
  return speak.say('attend.line', {
    name: member ? speak.pick(member.name) : '',
    _answer: row.answer ?? 'none',
    instead: insteadOf(speak, row, names),
  })
}

/** Who comes, by organization; what the centre can do about it. */
export async function attendanceView(turn: Turn, m: Meeting, note?: Part[]): Promise<View> {
  const { speak } = turn
  const names = await namesOf(turn)
  const members = await invitees(turn)
  const rows = new Map((await agendaDb.attendanceOf(turn.db, turn.network.id, m.id)).map(r => [r.memberId, r]))
  const sent = await wasSent(turn, m)
  const counts = await countsOf(turn, m)
  const parts: Part[] = [...(note ?? []), heading(speak.say('attend.title', { day: dayName(turn, speak, m) }))]
  if (counts) parts.push(text(speak.say('attend.counts', counts), 'strong'))
  if (!sent && isOpen(turn, m)) {
    const at = momentsOf(turn, m).invite
    const later = at.epochMilliseconds > turn.now.epochMilliseconds
    parts.push(text(later ? speak.say('attend.goesOut', { at: speak.instant(at) }) : speak.say('attend.notSent'), 'subtle'))
  }
  if (rows.size > 0)
    parts.push(
      facts(
        byOrganization(
          turn,
          members.filter(x => rows.has(x.id)),
          rows,
          names,
        ),
      ),
    )
  if (!sent && isOpen(turn, m)) parts.push(actions([button(speak, 'attend.send', 'attend.send', { meeting: m.id }, { style: 'primary' })]))
  return view(turn.language, parts)
}

/** A line for each organization: its people by their answers. */
function byOrganization(turn: Turn, members: readonly Member[], rows: ReadonlyMap<string, Attendance>, names: Names): [string, string][] {
  const { speak } = turn
  return [...new Set(members.map(m => m.organizationId))]
    .map(id => ({ id, name: nameOf(turn, id) }))
    .sort((a, b) => a.name.localeCompare(b.name, turn.language))
    .map(({ id, name }) => {
      const own = members.flatMap(m => (m.organizationId === id ? (rows.get(m.id) ?? []) : []))
      const groups = ([['yes'], ['no'], [null]] as const).flatMap(([answer]) => {
        const people = own.filter(r => r.answer === answer).map(r => speak.pick(names.get(r.memberId)?.name ?? {}))
        return people.length > 0 ? [speak.say('attend.group', { _answer: answer ?? 'none', _names: speak.list(people) })] : []
      })
      const instead = own.filter(r => r.answer === 'other').map(r => lineOf(speak, r, names))
      return [name, [...instead, ...groups].join(turn.language === 'ar' ? '؛ ' : '; ')]
    })
}

async function send(turn: Turn, m: Meeting): Promise<Answer> {
  const { speak } = turn
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(speak, 'coordinator')] }
  if (!isOpen(turn, m)) return { views: [warn(speak, 'meeting.hasBegun', { day: dayName(turn, speak, m) })] }
  if (await wasSent(turn, m)) return { views: [await attendanceView(turn, m, [notice('info', speak.say('attend.sentAlready'))])] }
  const { told, unreachable } = await sendInvitations(turn, m, turn.member.id)
  const note: Part[] = [
    notice('good', speak.say('attend.sent', { n: told })),
    ...(unreachable.length > 0
      ? [
          notice('warning', speak.say('attend.unreachable', { n: unreachable.length })),
          list(unreachable.slice(0, named).map(x => ({ text: `${speak.pick(x.name)} · ${nameOf(turn, x.organizationId)}` }))),
        ]
      : []),
  ]
  return { replace: await attendanceView(turn, m, note) }
}

export const attendancePresses: Record<string, PressHandler> = {
  'attend.send': async (turn, args) => {
    if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(turn.speak, 'coordinator')] }
    const m = await agendaMeeting(turn)
    // The button is of one meeting: another has come up since.
    return m && m.id === args.meeting ? send(turn, m) : { views: [warn(turn.speak, 'dialogue.stale')] }
  },
}
