/** Who is enrolled in a workshop, who waits for a seat, and who came. The centre and the trainer see everybody; an officer, their own organization. */
import * as attendedDb from '../../db/attended.ts'
import { nameOf } from '../activities/show.ts'
import { heading, list, notice, text, view } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import { holds } from '../model/people.ts'
import type { Workshop } from '../model/training.ts'
import type { Part, View } from '../model/view.ts'
import { wentOf } from './history.ts'
import { sightOf, standingOf, titleOf } from './show.ts'

export async function whoView(turn: Turn, w: Workshop): Promise<View> {
  const { speak, reader } = turn
  const [s, sight] = [await standingOf(turn, w), await sightOf(turn)]
  const marks = await attendedDb.attendanceOf(turn.db, turn.network.id, [w.id])
  const all = holds(reader, 'coordinator') || w.trainerId === reader.memberId
  const mine = <T extends { organizationId: string }>(rows: readonly T[]) =>
    rows.filter(r => all || r.organizationId === reader.organizationId)
  const person = (r: { memberId: string; organizationId: string }) =>
    speak.say('training.personOf', {
      name: speak.pick(sight.names.get(r.memberId) ?? { ar: '…' }),
      organization: nameOf(turn, r.organizationId),
    })
  const taken = mine(s.seats)
  const waiting = mine(s.waiting)
  return view(turn.language, [
    heading(speak.say('training.whoTitle', { title: titleOf(speak, w) })),
    ...(all ? [] : [notice('info', speak.say('training.ownOnly'))]),
    text(speak.say('training.enrolledCount', { n: taken.length }), 'strong'),
    list(
      taken.slice(0, mostNames).map(r => ({
        text: person(r),
        ...(r.state === 'held'
          ? { detail: speak.say('training.heldFor') }
          : detail(speak.say('training.went', { _went: wentOf(turn, w, marks, r.memberId) }))),
      })),
    ),
    ...more(speak, taken.length),
    ...(waiting.length > 0
      ? [
          text(speak.say('training.waitingCount', { n: waiting.length }), 'strong'),
          {
            ...list(waiting.slice(0, mostNames).map(r => ({ text: `${speak.number(s.waiting.indexOf(r) + 1)}. ${person(r)}` }))),
            numbered: true,
          },
          ...more(speak, waiting.length),
        ]
      : []),
  ])
}

/** Names in one list. */
export const mostNames = 60
/** What a list of names leaves out is said. */
export const more = (speak: Speak, n: number): Part[] =>
  n > mostNames ? [text(speak.say('training.andOthers', { n: n - mostNames }), 'subtle')] : []

const detail = (said: string): { detail?: string } => (said ? { detail: said } : {})
