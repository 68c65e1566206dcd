/** The weekly digest: on the day a member chooses, in their language, and nothing when there is nothing. Whether and when is the due row alone. */
import type { Temporal } from 'temporal-polyfill'
import * as due from '../../db/due.ts'
import * as people from '../../db/people.ts'
import { tell } from '../delivery/promise.ts'
import { actions, button, named, notice, text, view } from '../dialogue/say.ts'
import type { Answer, Asked, Scene, Turn } from '../dialogue/turn.ts'
import type { Wing } from '../dialogue/wing.ts'
import type { Part } from '../model/view.ts'
import { opens } from '../time/working-days.ts'
import { dayOf } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'
import { sayingOf } from '../understanding/lexicon.ts'
import { tokensOf } from '../understanding/tokens.ts'
import { digestView } from './digest.ts'

const kind = 'digest'
const days = [1, 2, 3, 4, 5, 6, 7] as const
const off = /\b(stop|off|no more|unsubscribe)\b|(اوقف|ايقاف|وقف|الغ|بدون)/

async function digestCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const said = fold(asked.text)
  if (off.test(said)) return { views: [await stop(turn)] }
  const day = tokensOf(asked.text)
    .map(t => sayingOf(t.f, 'weekday'))
    .find(d => d !== undefined)
  if (day !== undefined) return { views: [await choose(turn, day)] }
  const shown = await digestView(turn, turn.member, turn.speak)
  const parts: Part[] = shown ? shown.parts : [text(turn.speak.say('digest.nothing'))]
  return { views: [view(turn.language, [...parts, ...(await when(turn))], shown?.summary)] }
}

/** On which day it comes, and the days to choose from: those the network works on. */
async function when(turn: Turn): Promise<Part[]> {
  const { speak } = turn
  const at = await due.at(turn.db, turn.network.id, kind, turn.member.id)
  const chosen = at ? dayOf(turn.network.settings.zone, at).dayOfWeek : null
  const working = days.filter(d => !(turn.network.settings.weekend as number[]).includes(d) && d !== chosen)
  return [
    text(chosen ? speak.say('digest.every', { _day: speak.weekday(chosen) }) : speak.say('digest.ask'), 'subtle'),
    actions([
      ...working.map(d => named(turn.language, speak.weekday(d), 'digest.set', { day: String(d) })),
      ...(chosen ? [button(speak, 'digest.off', 'digest.off')] : []),
    ]),
  ]
}

async function choose(turn: Turn, day: number) {
  await due.set(turn.db, turn.network.id, { kind, subject: turn.member.id, at: nextOn(turn, day) })
  return view(turn.language, [notice('good', turn.speak.say('digest.every', { _day: turn.speak.weekday(day) }))])
}

async function stop(turn: Turn) {
  await due.clear(turn.db, turn.network.id, kind, turn.member.id)
  return view(turn.language, [notice('info', turn.speak.say('digest.stopped'))])
}

/** The opening of work on the next such day after today. */
function nextOn(scene: Pick<Scene, 'calendar' | 'now' | 'network'>, day: number): Temporal.Instant {
  const today = dayOf(scene.network.settings.zone, scene.now)
  return opens(scene.calendar, today.add({ days: ((day - today.dayOfWeek + 6) % 7) + 1 }))
}

async function onDue(scene: Scene, memberId: string): Promise<void> {
  const member = await people.member(scene.db, scene.network, memberId)
  if (!member?.active) return
  const [ar, en] = [await digestView(scene, member, scene.voice('ar')), await digestView(scene, member, scene.voice('en'))]
  const today = dayOf(scene.network.settings.zone, scene.now)
  // A holiday moves the telling to the next working morning, and not the day that was chosen.
  if (ar && en) await tell(scene, [member], language => (language === 'ar' ? ar : en), { dedupe: `digest:${today}` })
  await due.set(scene.db, scene.network.id, { kind, subject: memberId, at: nextOn(scene, today.dayOfWeek) })
}

export const wing: Wing = {
  commands: { digest: digestCommand },
  presses: {
    'digest.set': async (turn, args) => {
      const day = days.find(d => String(d) === args.day)
      return { replace: day && turn.reader.roles.length > 0 ? await choose(turn, day) : await stop(turn) }
    },
    'digest.off': async turn => ({ replace: await stop(turn) }),
  },
  due: { [kind]: onDue },
}
