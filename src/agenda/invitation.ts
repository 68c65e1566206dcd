/** The invitation to a meeting: when it goes out, to whom, what it says, and the one reminder of it. */
import { Temporal } from 'temporal-polyfill'
import type { Attendance } from '../../db/agenda.ts'
import * as agendaDb from '../../db/agenda.ts'
import * as due from '../../db/due.ts'
import * as meetingsDb from '../../db/meetings.ts'
import * as people from '../../db/people.ts'
import { meetingFile } from '../calendar/meeting.ts'
import { writers } from '../delivery/ask.ts'
import { insteadOf as cameInstead, standIns } from '../delivery/away.ts'
import { keepFile } from '../delivery/files.ts'
import { officeMoment, type Sentence, tell, update } from '../delivery/promise.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, heading, notice, text, view } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import type { Key } from '../locales/words.ts'
import { dayName, meetingFacts } from '../meetings/cards.ts'
import type { Meeting } from '../meetings/occurrences.ts'
import type { AttendanceAnswer } from '../model/agenda.ts'
import type { Language, Member } from '../model/people.ts'
import { agendaRulesOf } from '../model/settings.ts'
import type { Action, Part, View } from '../model/view.ts'
import { addWorkingDays, opens } from '../time/working-days.ts'
import { dayOf } from '../time/zone.ts'

export const dueKinds = { invite: 'agenda.invite', remind: 'agenda.remind', begun: 'agenda.begun' } as const

const isAhead = (scene: Scene, at: Temporal.Instant): boolean => Temporal.Instant.compare(scene.now, at) < 0
export const isOpen = (scene: Scene, m: Meeting): boolean => m.state === 'planned' && isAhead(scene, m.startsAt)

/** The morning on which the invitation goes out, and the one on which those who have not answered are reminded. */
export function momentsOf(scene: Scene, m: Meeting): { invite: Temporal.Instant; remind: Temporal.Instant } {
  const { calendar, network } = scene
  const day = dayOf(network.settings.zone, m.startsAt)
  const before = (days: number) => opens(calendar, addWorkingDays(calendar, day, -days))
  return { invite: before(agendaRulesOf(network.settings).inviteDays), remind: before(1) }
}

/** Sets what falls due for a meeting as it now stands; an invitation whose morning is past goes out at the next office hour. */
export async function schedule(scene: Scene, meetingId: string): Promise<void> {
  const { db, network } = scene
  await due.clear(db, network.id, dueKinds.invite, meetingId)
  await due.clear(db, network.id, dueKinds.remind, meetingId)
  await due.clear(db, network.id, dueKinds.begun, meetingId)
  const m = await meetingsDb.byId(db, network.id, meetingId)
  if (!m || !isOpen(scene, m)) return
  const at = momentsOf(scene, m)
  if (!(await wasSent(scene, m)))
    await due.set(db, network.id, { kind: dueKinds.invite, subject: m.id, at: isAhead(scene, at.invite) ? at.invite : scene.now })
  await due.set(db, network.id, { kind: dueKinds.begun, subject: m.id, at: m.startsAt })
  if (isAhead(scene, at.remind)) await due.set(db, network.id, { kind: dueKinds.remind, subject: m.id, at: at.remind })
}

/** Whether the invitation went out: whoever answers of their own accord before it does is no sign of it. */
export const wasSent = (scene: Scene, m: Meeting): Promise<boolean> => agendaDb.wasInvited(scene.db, scene.network.id, m.id)

/** Everybody who comes to a meeting: officers and coordinators. Observers and those who only administer are not asked. */
export const invitees = (scene: Scene): Promise<Member[]> =>
  writers(
    scene,
    scene.organizations.filter(o => o.active).map(o => o.id),
  )

/** Own cards stand under the first, cards of whoever stands in for a member under the second. */
export const subjectOf = (m: Pick<Meeting, 'id'>): string => `attendance:${m.id}`
export const insteadSubject = (m: Pick<Meeting, 'id'>, memberId: string): string => `attendance:${m.id}:${memberId}`

export async function inviteDue(scene: Scene, meetingId: string): Promise<void> {
  const m = await meetingsDb.byId(scene.db, scene.network.id, meetingId)
  if (m && isOpen(scene, m)) await sendInvitations(scene, m, null)
}

/** Invites everybody, once; gives how many are told, and whom the bot cannot write to. */
export async function sendInvitations(scene: Scene, m: Meeting, by: string | null): Promise<{ told: number; unreachable: Member[] }> {
  const members = await invitees(scene)
  await agendaDb.invite(
    scene.db,
    scene.network.id,
    m.id,
    members.map(x => x.id),
    scene.now,
  )
  await due.clear(scene.db, scene.network.id, dueKinds.invite, m.id)
  await record(scene, by, { entity: 'attendance', id: m.id, action: 'invited', after: { members: members.length } })
  return tellInvited(scene, m, members, 'attend.invitation', `invite:${m.id}`)
}

/** A card for each; a delegate gets one of their own and one for whoever they stand in for. */
export async function tellInvited(
  scene: Scene,
  m: Meeting,
  members: Member[],
  title: Key,
  dedupe: string,
): Promise<{ told: number; unreachable: Member[] }> {
  const rows = new Map((await agendaDb.attendanceOf(scene.db, scene.network.id, m.id)).map(r => [r.memberId, r]))
  const names = await namesOf(scene)
  // The reminder is of what they were handed before.
  const files = title === 'attend.invitation' ? await calendarFiles(scene, m, 'REQUEST') : null
  const sentence: Sentence = (language, member) =>
    cardOf(scene, scene.voice(language), m, rows.get(member.id) ?? null, names, { title, ...(files ? { file: files[language] } : {}) })
  const away = await standIns(scene, members, officeMoment(scene))
  const own = await tell(
    scene,
    members.filter(x => !away.has(x.id)),
    sentence,
    { subject: subjectOf(m), dedupe },
  )
  const out = { told: own.told.length, unreachable: own.unreachable }
  for (const member of members.filter(x => away.has(x.id))) {
    const sent = await tell(scene, [member], sentence, { subject: insteadSubject(m, member.id), dedupe })
    out.told += sent.told.length
    out.unreachable.push(...sent.unreachable)
  }
  return out
}

/** The meeting as a calendar file in each language, kept once for everybody: it holds nobody's name. */
export async function calendarFiles(scene: Scene, m: Meeting, method: 'REQUEST' | 'CANCEL'): Promise<Record<Language, Part>> {
  const fileIn = (language: Language) => keepFile(scene, { ...meetingFile(scene, m, language, method), reader: null })
  return { ar: await fileIn('ar'), en: await fileIn('en') }
}

/** The morning before: those who were asked and have not answered are asked once more. */
export async function remindDue(scene: Scene, meetingId: string): Promise<void> {
  const m = await meetingsDb.byId(scene.db, scene.network.id, meetingId)
  if (!m || !isOpen(scene, m) || !(await wasSent(scene, m))) return
  const waiting = new Set((await agendaDb.silent(scene.db, scene.network.id, m.id)).map(r => r.memberId))
  const members = (await people.activeMembers(scene.db, scene.network)).filter(x => waiting.has(x.id))
  await tellInvited(scene, m, members, 'attend.stillAsked', `invite:${m.id}:again:${m.version}`)
}

/** Everybody's name by their id, those who left too where they are kept. */
export type Names = ReadonlyMap<string, Member>
export const namesOf = async (scene: Scene): Promise<Names> =>
  new Map((await people.activeMembers(scene.db, scene.network)).map(m => [m.id, m]))

/** Who comes in somebody's place. */
export const insteadOf = (speak: Speak, row: Attendance, names: Names): string => {
  const member = row.insteadId ? names.get(row.insteadId) : undefined
  return member ? speak.pick(member.name) : (row.insteadName ?? '')
}

const answers: readonly AttendanceAnswer[] = ['yes', 'no', 'other']
const labels = { yes: 'attend.yes', no: 'attend.no', other: 'attend.other' } as const

/** The buttons of an invitation; the answer that stands has none. */
export function answerButtons(speak: Speak, m: Meeting, memberId: string, given: AttendanceAnswer | null): Action[] {
  const args = { meeting: m.id, member: memberId, version: String(m.version) }
  return answers
    .filter(a => a !== given || a === 'other')
    .map(a =>
      button(speak, labels[a], a === 'other' ? 'attend.other' : 'attend.answer', a === 'other' ? args : { ...args, answer: a }, {
        style: a === 'yes' ? 'primary' : 'normal',
        opensForm: false,
      }),
    )
}

/** An invitation as it stands with one person: date, time, place, deadline, what they answered, and how they can answer. */
export function cardOf(
  scene: Scene,
  speak: Speak,
  m: Meeting,
  row: Attendance | null,
  names: Names,
  how: { title?: Key; note?: Part; file?: Part } = {},
): View {
  const title = speak.say(how.title ?? 'attend.invitation', { day: dayName(scene, speak, m) })
  const given: Part[] = row?.answer
    ? [
        notice(
          row.answer === 'no' ? 'info' : 'good',
          speak.say('attend.youSaid', { _answer: row.answer, name: insteadOf(speak, row, names) }),
        ),
      ]
    : []
  return view(
    speak.language,
    [
      heading(title),
      ...(how.note ? [how.note] : []),
      ...(m.state === 'skipped' ? [notice('info' as const, speak.say('meeting.wasSkipped', { day: dayName(scene, speak, m) }))] : []),
      meetingFacts(scene, speak, m),
      ...given,
      ...(isOpen(scene, m) && row
        ? [
            ...(row.answer ? [] : [text(speak.say('attend.ask'), 'strong')]),
            actions([...answerButtons(speak, m, row.memberId, row.answer), button(speak, 'attend.agenda', 'command', { name: 'agenda' })]),
          ]
        : []),
      ...(how.file ? [how.file] : []),
    ],
    speak.say('attend.summary', { title, at: speak.instant(m.startsAt) }),
  )
}

/** A card that came to whoever stands in goes on saying for whom it is. */
const forAnother = (scene: Scene, card: View, member: Member | undefined): View => (member ? cameInstead(scene, card, member) : card)

/** Every standing copy of one person's invitation says how it stands. */
export async function redraw(scene: Scene, m: Meeting, memberId: string): Promise<void> {
  const row = await agendaDb.attendanceFor(scene.db, scene.network.id, m.id, memberId)
  const names = await namesOf(scene)
  const drawn = (language: 'ar' | 'en') => cardOf(scene, scene.voice(language), m, row, names)
  await update(scene, subjectOf(m), drawn, { only: { memberId } })
  await update(scene, insteadSubject(m, memberId), language => forAnother(scene, drawn(language), names.get(memberId)))
}

/** All cards of a meeting, at once. */
export async function redrawAll(scene: Scene, m: Meeting): Promise<void> {
  const rows = new Map((await agendaDb.attendanceOf(scene.db, scene.network.id, m.id)).map(r => [r.memberId, r]))
  const names = await namesOf(scene)
  await update(scene, subjectOf(m), (language, memberId) =>
    cardOf(scene, scene.voice(language), m, rows.get(memberId ?? '') ?? null, names),
  )
  for (const row of rows.values())
    await update(scene, insteadSubject(m, row.memberId), language =>
      forAnother(scene, cardOf(scene, scene.voice(language), m, row, names), names.get(row.memberId)),
    )
}
