/** What becomes of an invitation and of briefings when their meeting moves, is skipped or begins; and of one who joins after it went out. */
import type { Briefing } from '../../db/agenda.ts'
import * as agendaDb from '../../db/agenda.ts'
import * as meetingsDb from '../../db/meetings.ts'
import * as people from '../../db/people.ts'
import { standIns } from '../delivery/away.ts'
import { officeMoment, type Sentence, tell } from '../delivery/promise.ts'
import type { Event } from '../dialogue/event.ts'
import { record } from '../dialogue/record.ts'
import { actions, heading, text, view } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { OnEvents } from '../dialogue/wing.ts'
import type { Speak } from '../locales/speak.ts'
import { dayName, meetingFacts } from '../meetings/cards.ts'
import type { Meeting } from '../meetings/occurrences.ts'
import type { BriefingState } from '../model/agenda.ts'
import { tellAsker } from './briefings.ts'
import {
  answerButtons,
  calendarFiles,
  insteadSubject,
  invitees,
  redrawAll,
  schedule,
  subjectOf,
  tellInvited,
  wasSent,
} from './invitation.ts'

/** The meeting moved: what falls due follows, and everybody is told once; who was invited is asked again, for an answer was to another time. */
async function onMoved(scene: Scene, { meetingId, from, by, told }: Extract<Event, { kind: 'meeting.moved' }>): Promise<void> {
  const m = await meetingsDb.byId(scene.db, scene.network.id, meetingId)
  if (!m) return
  const invited = new Set((await agendaDb.attendanceOf(scene.db, scene.network.id, m.id)).map(r => r.memberId))
  const everybody = (await people.activeMembers(scene.db, scene.network)).filter(x => x.id !== by && (!told || invited.has(x.id)))
  await agendaDb.askAnew(scene.db, scene.network.id, m.id)
  await redrawAll(scene, m)
  const titleOf = (s: Speak) => s.say('meeting.movedTold', { day: dayName(scene, s, { startsAt: from }), at: s.instant(m.startsAt) })
  const rows = new Map((await agendaDb.attendanceOf(scene.db, scene.network.id, m.id)).map(r => [r.memberId, r]))
  const asked = everybody.filter(x => invited.has(x.id))
  const away = await standIns(scene, asked, officeMoment(scene))
  const files = invited.size > 0 ? await calendarFiles(scene, m, 'REQUEST') : null
  const moved: Sentence = (language, member) => {
    const s = scene.voice(language)
    const row = rows.get(member.id)
    return view(
      language,
      [
        heading(titleOf(s)),
        meetingFacts(scene, s, m),
        ...(row ? [text(s.say('attend.askAnew'), 'strong'), actions(answerButtons(s, m, member.id, null))] : []),
        ...(row && files ? [files[language]] : []),
      ],
      titleOf(s),
    )
  }
  const how = { dedupe: `moved:${m.id}:${m.version}` }
  await tell(
    scene,
    everybody.filter(x => !away.has(x.id)),
    moved,
    { ...how, subject: subjectOf(m) },
  )
  for (const member of asked.filter(x => away.has(x.id)))
    await tell(scene, [member], moved, { ...how, subject: insteadSubject(m, member.id) })
}

/** The meeting will not be held: everybody is told once, and its briefings go to the next one. */
async function onSkipped(scene: Scene, { meetingId, nextId, by, told }: Extract<Event, { kind: 'meeting.skipped' }>): Promise<void> {
  const m = await meetingsDb.byId(scene.db, scene.network.id, meetingId)
  if (!m) return
  const next = nextId ? await meetingsDb.byId(scene.db, scene.network.id, nextId) : null
  const carried = next ? await carryOver(scene, m, next, ['asked', 'accepted'], by) : []
  await redrawAll(scene, { ...m, state: 'skipped' })
  const invited = new Set((await agendaDb.attendanceOf(scene.db, scene.network.id, m.id)).map(r => r.memberId))
  const everybody = (await people.activeMembers(scene.db, scene.network)).filter(x => x.id !== by && (!told || invited.has(x.id)))
  const files = invited.size > 0 ? await calendarFiles(scene, { ...m, state: 'skipped' }, 'CANCEL') : null
  await tell(
    scene,
    everybody,
    (language, member) => {
      const s = scene.voice(language)
      const title = s.say('meeting.skippedTold', { day: dayName(scene, s, m) })
      const own = carried.filter(b => b.organizationId === member.organizationId)
      return view(
        language,
        [
          heading(title),
          ...(next ? [text(s.say('meeting.nextIs', { at: s.instant(next.startsAt), deadline: s.instant(next.deadlineAt) }))] : []),
          ...own.map(b => text(s.say('briefing.carried', { title: s.pick(b.title) }))),
          ...(files && invited.has(member.id) ? [files[language]] : []),
        ],
        title,
      )
    },
    { dedupe: `skipped:${m.id}:${m.version}` },
  )
}

/** Briefings in some states go to another meeting as they stand; their new version is what comes back. */
async function carryOver(
  scene: Scene,
  m: Meeting,
  next: Meeting,
  states: readonly BriefingState[],
  by: string | null,
): Promise<Briefing[]> {
  const open = await agendaDb.briefingsOf(scene.db, scene.network.id, m.id, { states })
  const carried: Briefing[] = []
  for (const b of open) {
    await agendaDb.changeBriefing(scene.db, b, scene.now, { meetingId: next.id })
    const after = { ...b, meetingId: next.id, version: b.version + 1 }
    await record(scene, by, { entity: 'briefing', id: b.id, action: 'moved', before: b, after })
    carried.push(after)
  }
  return carried
}

/** The meeting begins: what the centre has not decided on waits for the next one, and whoever asked is told. */
export async function begunDue(scene: Scene, meetingId: string): Promise<void> {
  const m = await meetingsDb.byId(scene.db, scene.network.id, meetingId)
  const next = m?.state === 'planned' ? await meetingsDb.next(scene.db, scene.network.id, m.startsAt) : null
  if (!m || !next) return
  for (const b of await carryOver(scene, m, next, ['asked'], null)) await tellAsker(scene, b, 'briefing.undecided', '')
}

/** Who joins after the invitation went out is invited too. */
async function onJoined(scene: Scene, memberId: string): Promise<void> {
  const m = await meetingsDb.next(scene.db, scene.network.id, scene.now)
  if (!m || !(await wasSent(scene, m))) return
  const [member] = (await invitees(scene)).filter(x => x.id === memberId)
  if (!member || (await agendaDb.invite(scene.db, scene.network.id, m.id, [memberId], scene.now)).length === 0) return
  await tellInvited(scene, m, [member], 'attend.invitation', `invite:${m.id}`)
}

export const onEvents: OnEvents = {
  'meeting.scheduled': (scene, event) => schedule(scene, event.meetingId),
  'meeting.moved': onMoved,
  'meeting.skipped': onSkipped,
  'member.joined': (scene, event) => onJoined(scene, event.memberId),
}
