/** Answers to an invitation: I come, I do not, somebody else comes; by button, form or sentence, and again until the meeting begins. */

import { z } from 'zod'
import type { Attendance } from '../../db/agenda.ts'
import * as agendaDb from '../../db/agenda.ts'
import * as meetingsDb from '../../db/meetings.ts'
import * as people from '../../db/people.ts'
import { standIns } from '../delivery/away.ts'
import { tell } from '../delivery/promise.ts'
import { clean } from '../dialogue/fields.ts'
import { type Asking, type Choice, type Field, form, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { heading, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import { dayName, meetingFacts } from '../meetings/cards.ts'
import type { Meeting } from '../meetings/occurrences.ts'
import type { AttendanceAnswer } from '../model/agenda.ts'
import { holds, type Member } from '../model/people.ts'
import { fail, ok } from '../model/result.ts'
import type { View } from '../model/view.ts'
import { named } from '../network/away.ts'
import { cardOf, isOpen, namesOf, redraw } from './invitation.ts'

/** Who comes in somebody's place: a colleague the network knows, or a name. */
export type Instead = { insteadId: string | null; insteadName: string | null }
const nobody: Instead = { insteadId: null, insteadName: null }

export const mayAttend = (turn: Turn): boolean => holds(turn.reader, 'member') || holds(turn.reader, 'coordinator')

type Found = { meeting: Meeting; member: Member }

/** The meeting and whose answer it is, as long as this person may give it: their own, or that of whoever they stand in for today. */
async function answerable(turn: Turn, args: Record<string, string>): Promise<Found | { refused: View }> {
  const { speak } = turn
  if (!mayAttend(turn)) return { refused: onlyFor(speak, 'member') }
  const meeting = args.meeting ? await meetingsDb.byId(turn.db, turn.network.id, args.meeting) : null
  if (!meeting) return { refused: warn(speak, 'dialogue.stale') }
  const member = await people.member(turn.db, turn.network, args.member ?? turn.member.id)
  const own = member?.id === turn.member.id
  const standsIn = member && !own && (await standIns(turn, [member], turn.now)).get(member.id)?.id === turn.member.id
  if (!member || (!own && !standsIn)) return { refused: warn(speak, 'attend.notYours') }
  if (!isOpen(turn, meeting))
    return {
      refused: view(turn.language, [
        notice(
          'info',
          speak.say(meeting.state === 'skipped' ? 'meeting.wasSkipped' : 'meeting.hasBegun', { day: dayName(turn, speak, meeting) }),
        ),
      ]),
    }
  return { meeting, member }
}

/** An answer to a card is to the time it shows; one that has moved since is asked again. */
async function movedSince(turn: Turn, { meeting, member }: Found, version: string | undefined): Promise<View | null> {
  if (version === undefined || String(meeting.version) === version) return null
  const row = await agendaDb.attendanceFor(turn.db, turn.network.id, meeting.id, member.id)
  return cardOf(turn, turn.speak, meeting, row, await namesOf(turn), { note: notice('warning', turn.speak.say('attend.movedSince')) })
}

/** Keeps an answer in place of the one before, brings the cards up to date, and tells whoever comes instead. */
export async function give(turn: Turn, { meeting: m, member }: Found, answer: AttendanceAnswer, instead: Instead = nobody): Promise<View> {
  const { db, network } = turn
  const before = await agendaDb.attendanceFor(db, network.id, m.id, member.id)
  // Who answers of their own accord, before they are asked, is taken up.
  if (!before) await agendaDb.invite(db, network.id, m.id, [member.id], null)
  const set = { answer, ...instead, answeredBy: turn.member.id, answeredAt: turn.now }
  await agendaDb.answerInvitation(db, { networkId: network.id, meetingId: m.id, memberId: member.id }, set)
  await record(turn, turn.member.id, {
    entity: 'attendance',
    id: `${m.id}:${member.id}`,
    action: 'answered',
    before: before && plain(before),
    after: { answer, ...instead },
  })
  await redraw(turn, m, member.id)
  await tellInstead(turn, m, member, instead, before)
  const row = await agendaDb.attendanceFor(db, network.id, m.id, member.id)
  return cardOf(turn, turn.speak, m, row, await namesOf(turn))
}

const plain = ({ answer, insteadId, insteadName }: Attendance) => ({ answer, insteadId, insteadName })

/** A colleague who is to come is told of it, and one who was and no longer is. */
async function tellInstead(turn: Turn, m: Meeting, member: Member, { insteadId }: Instead, before: Attendance | null): Promise<void> {
  const was = before?.insteadId ?? null
  if (was === insteadId) return
  for (const [id, key] of [
    [insteadId, 'attend.youInstead'],
    [was, 'attend.noLonger'],
  ] as const) {
    const to = id && id !== turn.member.id ? await people.member(turn.db, turn.network, id) : null
    if (!to?.active) continue
    await tell(turn, [to], language => {
      const speak = turn.voice(language)
      return view(language, [heading(speak.say(key, { name: speak.pick(member.name) })), meetingFacts(turn, speak, m)])
    })
  }
}

/** Who presses "I will attend" on the card of somebody they stand in for comes in their place. */
const ownAnswer = (turn: Turn, member: Member, answer: AttendanceAnswer): [AttendanceAnswer, Instead] =>
  answer === 'yes' && member.id !== turn.member.id ? ['other', { insteadId: turn.member.id, insteadName: null }] : [answer, nobody]

const answerPress: PressHandler = async (turn, args) => {
  const answer = (['yes', 'no'] as const).find(a => a === args.answer)
  const found = await answerable(turn, args)
  if ('refused' in found) return { replace: found.refused }
  if (!answer) return { views: [warn(turn.speak, 'dialogue.stale')] }
  const moved = await movedSince(turn, found, args.version)
  if (moved) return { replace: moved }
  return { replace: await give(turn, found, ...ownAnswer(turn, found.member, answer)) }
}

const otherPress: PressHandler = async (turn, args, how) => {
  const found = await answerable(turn, args)
  if ('refused' in found) return { replace: found.refused }
  const moved = await movedSince(turn, found, args.version)
  return moved ? { replace: moved } : beginInstead(found, how.dialog)
}

const beginInstead = ({ meeting, member }: Found, dialog: boolean): Answer => ({
  begin: { form: 'attendance.instead', args: { meeting: meeting.id, member: member.id, version: String(meeting.version) }, dialog },
})

type Work = Found & { colleagues: Member[] }

const colleaguesOf = async (turn: Turn, member: Member): Promise<Member[]> =>
  (await people.activeMembers(turn.db, turn.network, { organizationIds: [member.organizationId] })).filter(m => m.id !== member.id)

/** Characters. */
const longestName = 120

/** A name as people write it in a sentence: "Sara will come", «ستحضر سارة». */
const bareName = (said: string): string =>
  clean(said)
    .replace(/^(?:my colleague|it is|it's|it will be|زميلي|زميلتي|ستحضر|سيحضر)\s+/iu, '')
    .replace(/\s+(?:will (?:come|attend).*|comes|is coming.*|بدلاً مني|بدلا مني|نيابة عني)$/iu, '')
    .replace(/[.،,]+$/u, '')
    .trim()

/** Whom words name: one colleague by any word of their name, else a name as it is written. */
export function whoIn(said: string, colleagues: readonly Member[]): Instead | null {
  if (said.length > longestName * 2) return null
  const id = named(said, colleagues)
  if (id) return { insteadId: id, insteadName: null }
  const name = bareName(said)
  return [...name].length >= 2 && [...name].length <= longestName && /\p{L}{2}/u.test(name) ? { insteadId: null, insteadName: name } : null
}

const label = ({ speak }: Pick<Asking, 'speak'>, m: Member): string => speak.pick(m.name)

const whoField: Field = {
  label: 'attend.who',
  ask: 'attend.askWho',
  hint: 'attend.hintWho',
  need: 'required',
  schema: z.string().nullable(),
  fills: ['insteadId', 'insteadName'],
  has: values => Boolean(values.insteadId ?? values.insteadName),
  read: (said, _asking, _values, load) => {
    const { colleagues } = load as Work
    const picked = colleagues.find(m => m.id === said.trim())
    const who = picked ? { insteadId: picked.id, insteadName: null } : whoIn(said, colleagues)
    if (who) return ok(who)
    const { length } = [...said]
    return length > longestName
      ? fail({ key: 'dialogue.tooLong', values: { max: longestName, length } })
      : fail({ key: 'dialogue.tooShort', values: { min: 2 } })
  },
  show: (values, asking, load) => {
    const m = (load as Work).colleagues.find(c => c.id === values.insteadId)
    return m ? label(asking, m) : typeof values.insteadName === 'string' ? values.insteadName : null
  },
  inputs: (values, asking, load) => {
    const m = (load as Work).colleagues.find(c => c.id === values.insteadId)
    return {
      id: 'who',
      kind: 'text',
      max: 120,
      value: m ? label(asking, m) : typeof values.insteadName === 'string' ? values.insteadName : undefined,
    }
  },
  filled: (answers, _asking, _values, load) => {
    const who = whoIn(typeof answers.who === 'string' ? answers.who : '', (load as Work).colleagues)
    return who ? ok(who) : fail({ input: 'who', said: { key: 'dialogue.required' } })
  },
  choices: (asking, load): Choice[] => (load as Work).colleagues.slice(0, 5).map(m => ({ value: m.id, label: label(asking, m) })),
}

export const insteadForm = form<Values, Work>({
  id: 'attendance.instead',
  title: 'attend.insteadTitle',
  submit: 'dialogue.send',
  confirm: false,
  fields: { who: whoField },
  async load(turn, args) {
    const found = await answerable(turn, args)
    if ('refused' in found) return { ok: false, view: found.refused }
    const moved = await movedSince(turn, found, args.version)
    return moved ? { ok: false, view: moved } : { ok: true, value: { ...found, colleagues: await colleaguesOf(turn, found.member) } }
  },
  about: ({ speak }, { member }) => [text(speak.say('attend.insteadOf', { name: speak.pick(member.name) }), 'strong')],
  async outcome(turn, args) {
    const found = await answerable(turn, args)
    if ('refused' in found) return found.refused
    const row = await agendaDb.attendanceFor(turn.db, turn.network.id, found.meeting.id, found.member.id)
    return cardOf(turn, turn.speak, found.meeting, row, await namesOf(turn))
  },
  save: (values, turn, work) =>
    give(turn, work, 'other', {
      insteadId: typeof values.insteadId === 'string' ? values.insteadId : null,
      insteadName: typeof values.insteadName === 'string' ? values.insteadName : null,
    }),
})

/** A sentence: "I will attend", "Sara comes instead of me". */
export async function answerBySentence(
  turn: Turn,
  meeting: Meeting,
  heard: { kind: 'yes' | 'no' } | { kind: 'other'; name: string | null },
  said: string,
  dialog: boolean,
): Promise<Answer> {
  const found = await answerable(turn, { meeting: meeting.id })
  if ('refused' in found) return { views: [found.refused] }
  if (heard.kind !== 'other') return { views: [await give(turn, found, heard.kind)] }
  const colleagues = await colleaguesOf(turn, found.member)
  const id = named(said, colleagues)
  const who = id ? { insteadId: id, insteadName: null } : heard.name ? whoIn(heard.name, colleagues) : null
  return who ? { views: [await give(turn, found, 'other', who)] } : beginInstead(found, dialog)
}

export const attendPresses: Record<string, PressHandler> = { 'attend.answer': answerPress, 'attend.other': otherPress }
