/** At the deadline, and when the centre says so: the edition is compiled and the centre learns who answered. What comes later is marked late. */
import * as activitiesDb from '../../db/activities.ts'
import * as clashesDb from '../../db/clashes.ts'
import * as meetings from '../../db/meetings.ts'
import * as planDb from '../../db/plan.ts'
import { lineOf } from '../activities/show.ts'
import { touches } from '../activities/when.ts'
import { holders, tell } from '../delivery/promise.ts'
import { actions, button, heading, list, notice, onlyFor, say, text, view } from '../dialogue/say.ts'
import type { Answer, Asked, Scene, Turn } from '../dialogue/turn.ts'
import type { OnEvents, PressHandler } from '../dialogue/wing.ts'
import type { Speak } from '../locales/speak.ts'
import type { Activity } from '../model/activity.ts'
import { holds, type Member } from '../model/people.ts'
import type { Part } from '../model/view.ts'
import type { Month } from '../model/window.ts'
import { compile } from '../plan/compile.ts'
import { announceEdition, editionView, numberOf } from '../plan/edition.ts'
import { monthsName } from '../plan/show.ts'
import { dayOf, monthOf } from '../time/zone.ts'
import { updateCards } from './answer.ts'
import { dayName, isOver } from './cards.ts'
import { type Meeting, nextMeeting, onCalendar, remake, windowOf } from './occurrences.ts'
import { answerOf, owes, type Standing, standing, unreachable } from './standing.ts'

/** The deadline's moment: compiles once for it, on however many copies of the bot. */
export async function deadlineDue(scene: Scene, meetingId: string): Promise<void> {
  const m = await meetings.byId(scene.db, scene.network.id, meetingId)
  if (!m || m.state === 'skipped' || !isOver(m.deadlineAt, scene.now)) return
  const { windowMonths } = scene.network.settings
  const { id, firstMonth, deadlineAt } = m
  const made = await compile(scene, { meetingId: id, firstMonth, months: windowMonths, compiledBy: null, deadlineAt })
  if ('already' in made) return
  await announceEdition(scene, made.number)
  const now = await standing(scene, m)
  const silent = await unreachable(
    scene,
    now.owing.flatMap(o => o.members),
  )
  await tell(
    scene,
    await holders(scene, 'coordinator'),
    language => {
      const speak = scene.voice(language)
      const title = speak.say('meeting.closed', { day: dayName(scene, speak, m) })
      return view(
        language,
        [
          heading(title),
          text(
            speak.say('meeting.compiled', { _number: speak.number(made.number), _period: monthsName(windowOf(scene, m).months, speak) }),
          ),
          ...standingParts(speak, now, silent),
          actions([button(speak, 'meeting.openEdition', 'plan.edition', { e: String(made.number) })]),
        ],
        title,
      )
    },
    { dedupe: `meeting.report:${m.id}:${made.number}` },
  )
}

/** Who has answered and who has not, with those the bot cannot reach. */
export function standingParts(speak: Speak, now: Standing, silent: Member[]): Part[] {
  const names = (list: { organization: { name: { ar?: string | undefined; en?: string | undefined } } }[]) =>
    speak.list(list.map(o => speak.pick(o.organization.name)))
  return [
    ...(now.answered.length > 0
      ? [text(speak.say('meeting.answeredCount', { n: now.answered.length, _organizations: names(now.answered) }))]
      : []),
    ...(now.owing.length === 0
      ? [notice('good', speak.say('meeting.allAnswered'))]
      : [
          notice('warning', speak.say('meeting.owingCount', { n: now.owing.length })),
          list(
            now.owing.map(o => ({
              text: speak.pick(o.organization.name),
              detail:
                o.members.length === 0
                  ? speak.say('meeting.nobody')
                  : o.members
                      .map(p =>
                        silent.some(s => s.id === p.id)
                          ? speak.say('meeting.memberUnreached', { name: speak.pick(p.name) })
                          : speak.pick(p.name),
                      )
                      .join(' · '),
            })),
          ),
        ]),
  ]
}

/** What the centre compiles when it says so: the next meeting's window, or, where there is no meeting, the months from this one on. */
async function nextWindow(turn: Turn): Promise<{ meetingId: string | null; firstMonth: Month }> {
  const m = await nextMeeting(turn)
  return { meetingId: m?.id ?? null, firstMonth: m?.firstMonth ?? monthOf(dayOf(turn.network.settings.zone, turn.now)) }
}

/** An edition is never altered and the network is told of it: it is asked for once more, with what it would hold. */
export async function compileCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const { speak } = turn
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(speak, 'coordinator')] }
  const window = windowOf(turn, await nextWindow(turn))
  const latest = (await planDb.latestEdition(turn.db, turn.reader))?.number ?? 0
  // What is made is never altered: whoever asks for it by its number sees it.
  const named = numberOf(asked.meaning.arguments.edition ?? '')
  if (named > 0 && named <= latest) return { views: [await editionView(turn, named, 0)] }
  const n = (await activitiesDb.outlines(turn.db, turn.reader, window)).length
  const clashes = await clashesDb.openWithin(turn.db, turn.network.id, window)
  const question = speak.say('meeting.compileSure', { _number: speak.number(latest + 1), _period: monthsName(window.months, speak) })
  return {
    views: [
      view(turn.language, [
        text(question, 'strong'),
        text(speak.say('meeting.compileHolds', { n }), 'subtle'),
        ...(clashes > 0 ? [notice('warning', speak.say('meeting.compileClashes', { n: clashes }))] : []),
        actions([
          ...(clashes > 0 ? [button(speak, 'meeting.showClashes', 'command', { name: 'clashes' })] : []),
          button(speak, 'meeting.compile', 'meeting.compile', { n: String(latest + 1) }, { style: 'primary' }),
          button(speak, 'meeting.notNow', 'meeting.notNow'),
          ...(latest > 0 ? [button(speak, 'edition.open', 'plan.edition', { e: String(latest) }, { values: { number: latest } })] : []),
        ]),
      ]),
    ],
  }
}

export const notNowPress: PressHandler = async turn => ({ replace: say(turn.speak, 'meeting.notCompiled') })

/** The press that compiles. The number it was asked for tells a second press from a new wish. */
export const compilePress: PressHandler = async (turn, args) => {
  const { speak } = turn
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(speak, 'coordinator')] }
  const { meetingId, firstMonth } = await nextWindow(turn)
  const made = await compile(turn, {
    meetingId,
    firstMonth,
    months: turn.network.settings.windowMonths,
    compiledBy: turn.member.id,
    expects: Number(args.n),
  })
  const number = 'number' in made ? made.number : made.already
  if ('number' in made) await announceEdition(turn, number)
  const _number = speak.number(number)
  return {
    replace: view(turn.language, [
      'number' in made
        ? notice('good', speak.say('meeting.compiled', { _number, _period: monthsName(windowOf(turn, { firstMonth }).months, speak) }))
        : notice('info', speak.say('meeting.alreadyCompiled', { _number })),
      actions([button(speak, 'meeting.openEdition', 'plan.edition', { e: String(number) })]),
    ]),
  }
}

export const onEvents: OnEvents = {
  'calendar.changed': onCalendar,
  'zone.changed': (scene, event) => remake(scene, event.by),
  'activity.submitted': (scene, event) => onActivity(scene, event.activity, true, event.by),
  'activity.changed': (scene, event) => onActivity(scene, event.activity, false, event.by),
}

/** A submission answers the open meeting for its organization; after the deadline it is late. */
async function onActivity(scene: Scene, activity: Activity, submitted: boolean, by: string): Promise<void> {
  const m = await nextMeeting(scene)
  if (!m) return
  if (!touches(activity.when, windowOf(scene, m), scene.network.settings.zone)) return
  if (submitted && isOver(m.deadlineAt, scene.now)) await late(scene, m, activity, by)
  const owner = scene.organizations.find(o => o.id === activity.ownerId)
  if (!owner || !owes(owner)) return
  // Only the first one changes what the cards say; every further one would only repeat it.
  const how = await answerOf(scene, m, owner.id)
  if (how?.answer === 'submitted' && how.submissions === 1) await updateCards(scene, m, owner)
}

async function late(scene: Scene, m: Meeting, activity: Activity, by: string): Promise<void> {
  await activitiesDb.markLate(scene.db, scene.network.id, activity.id)
  const centre = (await holders(scene, 'coordinator')).filter(c => c.id !== by)
  await tell(
    scene,
    centre,
    language => {
      const speak = scene.voice(language)
      const title = speak.say('meeting.late', { day: dayName(scene, speak, m) })
      return view(language, [
        text(title, 'strong'),
        list([
          {
            ...lineOf({ ...activity, late: true }, { speak, organizations: scene.organizations }),
            actions: [button(speak, 'activity.open', 'activity.open', { id: activity.id })],
          },
        ]),
      ])
    },
    { dedupe: `meeting.late:${activity.id}` },
  )
}
