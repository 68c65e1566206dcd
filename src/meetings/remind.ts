/** Reminders: who gets one, at a step, when the centre says now, and again the next morning. Nobody whose organization has answered is reminded. */
import { Temporal } from 'temporal-polyfill'
import * as changes from '../../db/changes.ts'
import * as due from '../../db/due.ts'
import * as meetings from '../../db/meetings.ts'
import * as people from '../../db/people.ts'
import { tell } from '../delivery/promise.ts'
import { record } from '../dialogue/record.ts'
import { list, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Scene, Turn } from '../dialogue/turn.ts'
import { holds, type Member, type Organization } from '../model/people.ts'
import { nextWorkingMoment } from '../time/working-days.ts'
import { dayOf } from '../time/zone.ts'
import { answeredView, cardSubject, dayName, isOver, reminderView } from './cards.ts'
import { dueKinds, type Meeting, nextMeeting } from './occurrences.ts'
import { nextMorning, remindersOf } from './schedule.ts'
import { answerer, answerOf, holdsInWindow, owes, standing } from './standing.ts'

/** Two "remind now" within this many seconds are one. */
const nowAgain = 60

export type Reminded = { organization: Organization; told: Member[]; unreachable: Member[] }

/** Sends the card to every member of the organizations that owe an answer. `key` makes a repeated promise the same one. */
async function remindOwing(scene: Scene, m: Meeting, key: string, how: { urgent: boolean }): Promise<Reminded[]> {
  const out: Reminded[] = []
  for (const { organization, members } of (await standing(scene, m)).owing) {
    const has = await holdsInWindow(scene, m, organization.id)
    const sent = await tell(scene, members, language => reminderView(scene, language, m, has), {
      subject: cardSubject(m.id, organization.id),
      dedupe: `reminder:${m.id}:${key}`,
      urgent: how.urgent,
    })
    out.push({ organization, ...sent })
  }
  return out
}

/**
 * A step's moment, `<meetingId>:<step>`. Where a later step is due too (the bot was away), or would go out at the same moment because this one has
 * to wait for the morning, or the deadline is over by then, this one is done without being sent.
 */
export async function stepDue(scene: Scene, subject: string): Promise<void> {
  const [meetingId = '', step = ''] = subject.split(':')
  const m = await meetings.byId(scene.db, scene.network.id, meetingId)
  if (!m || m.state === 'skipped' || (await nextMeeting(scene))?.id !== m.id) return
  const goesOut = nextWorkingMoment(scene.calendar, scene.now)
  if (isOver(m.deadlineAt, goesOut)) return
  const others = await due.openOf(scene.db, scene.network.id, dueKinds.reminder, `${m.id}:%`)
  if (others.some(o => o.subject !== subject && Number(o.subject.split(':')[1]) < Number(step) && isOver(o.at, goesOut))) return
  await remindOwing(scene, m, step, { urgent: false })
}

/** The centre says now. */
export async function remindNow(turn: Turn): Promise<Answer> {
  const { speak } = turn
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(speak, 'coordinator')] }
  const nearest = await nextMeeting(turn)
  const m = nearest ? await meetings.hold(turn.db, turn.network.id, nearest.id) : null
  if (!m) return { views: [warn(speak, 'meeting.none')] }
  const last = (await changes.of(turn.db, turn.network.id, 'meeting', m.id, 100)).find(c => c.action === 'reminded')
  if (last && Temporal.Instant.compare(last.at.add({ seconds: nowAgain }), turn.now) > 0)
    return { views: [view(turn.language, [notice('info', speak.say('meeting.remindedJustNow', { at: speak.instant(last.at) }))])] }
  const reminded = await remindOwing(turn, m, `now:${turn.delivery ?? turn.ids()}`, { urgent: true })
  if (reminded.length === 0) return { views: [view(turn.language, [notice('good', speak.say('meeting.allAnswered'))])] }
  const told = reminded.flatMap(r => r.told)
  await record(turn, turn.member.id, {
    entity: 'meeting',
    id: m.id,
    action: 'reminded',
    after: { people: told.length, organizations: reminded.map(r => r.organization.id) },
  })
  const reached = reminded.filter(r => r.told.length > 0)
  const silent = reminded.filter(r => r.told.length === 0)
  return {
    views: [
      view(turn.language, [
        notice('good', speak.say('meeting.reminded', { n: told.length, day: dayName(turn, speak, m) })),
        list(reached.map(r => ({ text: speak.pick(r.organization.name), detail: speak.list(r.told.map(p => speak.pick(p.name))) }))),
        ...(silent.length > 0
          ? [
              notice(
                'warning',
                speak.say('meeting.unreachable', { _organizations: speak.list(silent.map(r => speak.pick(r.organization.name))) }),
              ),
            ]
          : []),
      ]),
    ],
  }
}

/** "Remind me tomorrow": this member alone, on the morning of the next working day. */
export async function snoozePress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const { speak, organization } = turn
  if (!organization || !holds(turn.reader, 'member')) return { views: [warn(speak, 'meeting.ownOnly')] }
  const m = await meetings.byId(turn.db, turn.network.id, args.meeting ?? '')
  const old = await oldCard(turn, m)
  if (old || !m) return old ?? {}
  const how = await answerOf(turn, m, organization.id)
  if (how) return { replace: answeredView(turn, turn.language, m, organization, how, await answerer(turn, how)) }
  const at = nextMorning(turn.calendar, turn.now)
  if (isOver(m.deadlineAt, at)) return { views: [warn(speak, 'meeting.snoozeTooLate', { deadline: speak.instant(m.deadlineAt) })] }
  const day = dayOf(turn.network.settings.zone, at).toString()
  await due.set(turn.db, turn.network.id, { kind: dueKinds.snooze, subject: `${m.id}:${turn.member.id}:${day}`, at })
  const has = await holdsInWindow(turn, m, turn.reader.organizationId)
  return { replace: reminderView(turn, turn.language, m, has, { snooze: at }) }
}

/** `<meetingId>:<memberId>:<day>`. A step of that same morning reminds the member anyway. */
export async function snoozeDue(scene: Scene, subject: string): Promise<void> {
  const [meetingId = '', memberId = '', day = ''] = subject.split(':')
  const m = await meetings.byId(scene.db, scene.network.id, meetingId)
  const member = await people.member(scene.db, scene.network, memberId)
  if (!m || m.state === 'skipped' || !member?.active || !holds(member, 'member')) return
  const goesOut = nextWorkingMoment(scene.calendar, scene.now)
  if (isOver(m.deadlineAt, goesOut) || (await nextMeeting(scene))?.id !== m.id) return
  if (remindersOf(scene.calendar, m.deadlineAt, m.steps).some(r => Temporal.Instant.compare(r.at, goesOut) === 0)) return
  if (!scene.organizations.some(o => o.id === member.organizationId && owes(o))) return
  if (await answerOf(scene, m, member.organizationId)) return
  const has = await holdsInWindow(scene, m, member.organizationId)
  await tell(scene, [member], language => reminderView(scene, language, m, has), {
    subject: cardSubject(m.id, member.organizationId),
    dedupe: `reminder:${m.id}:snooze:${day}`,
  })
}

/** What a button of a card says whose meeting has begun, was skipped, or is none; null where it still holds. */
export async function oldCard(turn: Turn, m: Meeting | null): Promise<Answer | null> {
  const { speak } = turn
  const next = await nextMeeting(turn)
  if (m && m.state === 'planned' && next?.id === m.id) return null
  const first = !m
    ? speak.say('dialogue.stale')
    : speak.say(m.state === 'skipped' ? 'meeting.wasSkipped' : isOver(m.startsAt, turn.now) ? 'meeting.hasBegun' : 'meeting.notYet', {
        day: dayName(turn, speak, m),
      })
  return {
    replace: view(turn.language, [
      notice('info', first),
      ...(next ? [text(speak.say('meeting.nextIs', { at: speak.instant(next.startsAt), deadline: speak.instant(next.deadlineAt) }))] : []),
    ]),
  }
}
