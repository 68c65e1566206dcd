/** An organization's own answer: nothing to report, or that is all. The first colleague to give it gives it for all of them. */
import * as meetings from '../../db/meetings.ts'
import { organizationOf } from '../activities/gather.ts'
import { update } from '../delivery/promise.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Scene, Turn } from '../dialogue/turn.ts'
import { holds, type Organization } from '../model/people.ts'
import { fold } from '../understanding/fold.ts'
import { answeredText, answeredView, cardSubject, dayName, had } from './cards.ts'
import { type Meeting, nextMeeting } from './occurrences.ts'
import { oldCard } from './remind.ts'
import { answerer, answerOf, holdsInWindow, owes } from './standing.ts'

/** Brings every standing reminder of an organization up to date with its latest answer. */
export async function updateCards(scene: Scene, m: Meeting, organization: Organization): Promise<void> {
  const how = await answerOf(scene, m, organization.id)
  if (!how) return
  const by = await answerer(scene, how)
  await update(scene, cardSubject(m.id, organization.id), language => answeredView(scene, language, m, organization, how, by))
}

/** Opens the submission; a card whose meeting has begun says so, and a submission is taken all the same. */
export async function submitPress(turn: Turn, args: Record<string, string>, how: { dialog: boolean }): Promise<Answer> {
  const begin = { form: 'submit', dialog: how.dialog }
  const m = await meetings.byId(turn.db, turn.network.id, args.meeting ?? '')
  const old = await oldCard(turn, m)
  return old?.replace && !how.dialog ? { views: [old.replace], begin } : { begin }
}

export async function nilPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const m = await meetings.byId(turn.db, turn.network.id, args.meeting ?? '')
  const old = await oldCard(turn, m)
  if (old || !m) return old ?? {}
  return answerFor(turn, m, args.organization ?? turn.reader.organizationId, 'press')
}

/** What is said of having nothing, or nothing more; folded. */
export const saysNothing =
  /\b(?:nothing|nil|none|zero|empty|all (?:we|from us|for)|haven'?t|have not|don'?t have|do not have|without)\b|\bno (?:\w+ ){0,2}(?:activit|event|submission|update|plan|report|return|campaign|entr)|\bnot (?:have|having|planning|holding|any)\b|\bthat(?:'s| is)? (?:all|it|everything)\b|\bevery ?thing we\b|(?:^| )(?:لا|ما|مافي|ماكو|ماعندنا|ماعندي|ليس|ليست|لم|لن|مو|مب|بدون|من دون|ولا) ?(?:توجد|يوجد|شي|شيء|جديد|فعاليات|فعاليه|انشطه|نشاط|عندنا|عندي|لدينا|لدي|في|فيه|هناك|من|نخطط|نقدم|ننظم|نقيم|عند|لدي)|(?:^| )(?:مافي|ماكو|ماعندنا|ماعندي)|(?:هذا|هذي|هذه) (?:هو )?(?:كل|جميع)|كل (?:ما|اللي) (?:لدينا|عندنا)|(?:not|n't|no) .*\b(?:any|anything|news)\b|no news|هذا اللي عندنا|(?:^| )ما (?:راح |ننوي |بن|نن|نق|نس|نعق|نخط)|فاضي|خالي|صفر|ما ?يوجد|افاده بعدم|عدم وجود|لا شي/u

/** "Nothing to report"; a coordinator answers for an organization by naming it. */
export async function nilCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const { speak } = turn
  // "No, leave it" is an answer to something else: a return is filed where the sentence says that there is nothing.
  if (!asked.typed && asked.text.trim() && !saysNothing.test(fold(asked.text))) return { views: [warn(speak, 'dialogue.nothingOpen')] }
  const m = await nextMeeting(turn)
  if (!m) return { views: [warn(speak, 'meeting.none')] }
  const named = asked.meaning.arguments.organization
  const id = named ? organizationOf(named, { context: turn.context }) : turn.reader.organizationId
  if (!id) return { views: [warn(speak, 'meeting.noOrganization', { said: (named ?? '').slice(0, 100) })] }
  return answerFor(turn, m, id, 'command')
}

async function answerFor(turn: Turn, m: Meeting, organizationId: string, from: 'press' | 'command'): Promise<Answer> {
  const { speak } = turn
  const organization = turn.organizations.find(o => o.id === organizationId)
  const own = organizationId === turn.reader.organizationId && holds(turn.reader, 'member')
  if (!own && !holds(turn.reader, 'coordinator')) return { views: [warn(speak, 'meeting.ownOnly')] }
  if (!organization || !owes(organization)) {
    if (organization?.centre) return { views: [warn(speak, 'meeting.centreOwesNothing')] }
    return { views: [warn(speak, 'meeting.noOrganization', { said: organization ? speak.pick(organization.name) : '' })] }
  }
  const has = await holdsInWindow(turn, m, organizationId)
  const answer = has.length > 0 ? 'all' : 'nil'
  const fresh = await meetings.addAnswer(turn.db, {
    networkId: turn.network.id,
    meetingId: m.id,
    organizationId,
    answer,
    memberId: turn.member.id,
    at: turn.now,
  })
  if (!fresh) return already(turn, m, organization, from)
  await record(turn, turn.member.id, {
    entity: 'meeting',
    id: m.id,
    action: 'answered',
    after: { organizationId, answer },
    for: own ? null : organizationId,
  })
  await turn.emit({ kind: 'organization.answered', organizationId, meetingId: m.id, memberId: turn.member.id })
  await updateCards(turn, m, organization)
  const said = speak.say(answer === 'nil' ? 'meeting.nilDone' : 'meeting.allDone', {
    organization: speak.pick(organization.name),
    day: dayName(turn, speak, m),
  })
  const card = view(
    turn.language,
    [
      notice('good', said),
      ...(has.length > 0 ? had(turn, speak, has) : []),
      text(canChange(turn, m), 'subtle'),
      actions(own ? [button(speak, 'meeting.submit', 'meeting.submit', { meeting: m.id })] : []),
    ],
    said,
  )
  return from === 'press' ? { replace: card } : { views: [card] }
}

async function already(turn: Turn, m: Meeting, organization: Organization, from: 'press' | 'command'): Promise<Answer> {
  const { speak } = turn
  const how = await answerOf(turn, m, organization.id)
  if (!how) throw new Error(`meeting ${m.id} has an answer of ${organization.id} that cannot be read`)
  const by = await answerer(turn, how)
  if (from === 'press') return { replace: answeredView(turn, turn.language, m, organization, how, by) }
  return {
    views: [
      view(turn.language, [
        notice('info', speak.say('meeting.alreadyAnswered')),
        text(answeredText(turn, speak, organization, how, by)),
        text(canChange(turn, m), 'subtle'),
      ]),
    ],
  }
}

/** Until when something may still be submitted, or that what comes now is late. */
const canChange = ({ speak, now }: Turn, m: Meeting): string =>
  speak.say(now.epochMilliseconds > m.deadlineAt.epochMilliseconds ? 'meeting.canChangeLate' : 'meeting.canChange', {
    at: speak.instant(m.deadlineAt),
  })
