/** Closing a meeting: its minutes are frozen, kept under their number, and told to the network, each organization's own actions first. */
import * as due from '../../db/due.ts'
import type { Minutes } from '../../db/minutes.ts'
import * as minutesDb from '../../db/minutes.ts'
import * as people from '../../db/people.ts'
import { announce, tell } from '../delivery/promise.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Scene, Turn } from '../dialogue/turn.ts'
import { holds, type Language } from '../model/people.ts'
import type { View } from '../model/view.ts'
import { stampOf } from './compile.ts'
import { compiled, previewOf } from './preview.ts'
import { minutesParts, ownParts, titleOf } from './show.ts'
import { openDue } from './walk.ts'

/** The minutes as a member reads them; `organizationId` whose own actions stand first, null in a channel. */
export function minutesView(scene: Scene, m: Minutes, language: Language, organizationId: string | null, more: View['parts'] = []): View {
  const speak = scene.voice(language)
  const { zone } = scene.network.settings
  return view(
    language,
    [...(organizationId ? ownParts(speak, m.content, organizationId) : []), ...minutesParts(speak, zone, m.content, m), ...more],
    titleOf(speak, zone, m.content, m),
  )
}

/** Posts what the preview showed; what was recorded meanwhile is shown first, and nothing is posted. */
export async function postPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const { speak, db, network, now } = turn
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(speak, 'coordinator')] }
  const made = args.m ? await compiled(turn, args.m, true) : null
  if (!made) return { views: [warn(speak, 'walk.none')] }
  const { walk, content, standing } = made
  if (standing && stampOf(standing.content) === stampOf(content)) return { replace: postedView(turn, standing, 'minutes.postedAlready') }
  if (stampOf(content) !== args.s)
    return { replace: await previewOf(turn, walk.meetingId, notice('warning', speak.say('minutes.changedMeanwhile'))) }
  const closedAt = walk.closedAt ?? now
  if (walk.state === 'open') {
    await minutesDb.goOn(db, walk, { state: 'closed', line: null, lines: walk.lines, closedAt: now, closedBy: turn.member.id })
    await due.clear(db, network.id, openDue, walk.meetingId)
  }
  const posted = await minutesDb.post(db, {
    networkId: network.id,
    meetingId: walk.meetingId,
    version: (standing?.version ?? 0) + 1,
    number: standing?.number ?? null,
    content: { ...content, closedAt: closedAt.toString() },
    at: now,
    by: turn.member.id,
  })
  if (!posted) throw new Error(`the minutes of ${walk.meetingId} were posted while they were held`)
  await record(turn, turn.member.id, {
    entity: 'minutes',
    id: walk.meetingId,
    action: 'posted',
    after: { number: posted.number, version: posted.version },
  })
  const missed = await tellAll(turn, posted)
  return { replace: postedView(turn, posted, 'minutes.posted', missed) }
}

const postedView = (turn: Turn, m: Minutes, key: 'minutes.posted' | 'minutes.postedAlready', missed: string[] = []): View => {
  const { speak } = turn
  const shown = minutesView(turn, m, turn.language, null)
  const unreached = missed.length > 0 ? [notice('warning', speak.say('minutes.unreached', { _organizations: speak.list(missed) }))] : []
  return { ...shown, parts: [notice('good', speak.say(key)), ...unreached, ...shown.parts] }
}

/** To every member, and in the network's channels; whoever posts them has them before their eyes. Organizations that owe an action and could not be told come back. */
async function tellAll(turn: Turn, m: Minutes): Promise<string[]> {
  const dedupe = `minutes:${m.meetingId}:${m.version}`
  const members = (await people.activeMembers(turn.db, turn.network)).filter(x => x.id !== turn.member.id)
  const { told } = await tell(
    turn,
    members,
    (language, member) => minutesView(turn, m, language, member.organizationId, ownButtons(turn, m, language, member)),
    { dedupe },
  )
  await announce(turn, language => minutesView(turn, m, language, null), { dedupe })
  const reached = new Set([turn.reader.organizationId, ...told.map(x => x.organizationId)])
  const owing = m.content.lines.flatMap(l => l.actions).filter(a => !reached.has(a.organizationId))
  return [...new Set(owing.map(a => turn.speak.pick(a.organization)))]
}

/** Whoever has actions in it is shown where to say that they are done. */
function ownButtons(scene: Scene, m: Minutes, language: Language, member: { organizationId: string }): View['parts'] {
  const own = m.content.lines.some(l => l.actions.some(a => a.organizationId === member.organizationId))
  return own ? [actions([button(scene.voice(language), 'minutes.toActions', 'command', { name: 'actions' })])] : []
}

/** The day's work ends, and the meeting is still open: the coordinators are asked, and again each day until somebody closes it. */
export async function askToClose(
  scene: Scene,
  meetingId: string,
  dayOf: (language: Language) => string,
  members: Parameters<typeof tell>[1],
): Promise<void> {
  await tell(
    scene,
    members,
    language => {
      const speak = scene.voice(language)
      return view(language, [
        notice('warning', speak.say('walk.stillOpen', { day: dayOf(language) })),
        text(speak.say('walk.stillOpenHint')),
        actions([
          button(speak, 'walk.close', 'walk.close', { m: meetingId }, { style: 'primary' }),
          button(speak, 'walk.resume', 'walk.show', { m: meetingId }),
        ]),
      ])
    },
    { dedupe: `walk:${meetingId}:open:${scene.now}` },
  )
}
