/** A person's own training: what they are enrolled in, wait for, came to, and have a certificate of. */
import * as attendedDb from '../../db/attended.ts'
import * as seatsDb from '../../db/seats.ts'
import * as trainingDb from '../../db/training.ts'
import { actions, button, heading, list, text, view } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import { isolate } from '../locales/speak.ts'
import type { View } from '../model/view.ts'
import { wentOf } from './history.ts'
import { enrolButtons, lineOf, sightOf, standingsOf, titleOf } from './show.ts'
import { trackName } from './tracks.ts'

/** Lines of what is over. */
const mostPast = 20

export async function mineView(turn: Turn): Promise<View> {
  const { db, network, speak, member, now } = turn
  const ids = [
    ...(await seatsDb.seatsOfMember(db, network.id, member.id)).map(s => s.workshopId),
    ...(await seatsDb.waitingOfMember(db, network.id, member.id)),
  ]
  const all = (await trainingDb.byIds(db, network.id, [...new Set(ids)])).filter(w => w.state === 'open')
  const marks = await attendedDb.attendanceOf(db, network.id, ids)
  const sight = await sightOf(turn)
  const over = (w: (typeof all)[number]) => w.endsAt.epochMilliseconds <= now.epochMilliseconds
  const ahead = await standingsOf(
    turn,
    all.filter(w => !over(w)),
  )
  // A place on the list of what is over is nothing to remember.
  const seated = new Set((await seatsDb.seatsOfMember(db, network.id, member.id)).map(s => s.workshopId))
  const past = all.filter(w => over(w) && seated.has(w.id)).reverse()
  const empty = ahead.length === 0 && past.length === 0
  return view(turn.language, [
    heading(speak.say('training.mine')),
    ...(empty ? [text(speak.say('training.mineNone'))] : []),
    ...(ahead.length > 0 ? [text(speak.say('training.mineAhead'), 'strong')] : []),
    list(
      ahead.map(s => ({
        ...lineOf(speak, s, sight, member.id),
        actions: enrolButtons(speak, s, turn.reader, sight).map(b => ({
          ...b,
          style: 'normal' as const,
          press: { ...b.press, args: { ...b.press.args, l: '1' } },
        })),
      })),
    ),
    ...(past.length > 0 ? [text(speak.say('training.minePast'), 'strong')] : []),
    list(
      past.slice(0, mostPast).map(w => {
        const went = wentOf(turn, w, marks, member.id)
        const rest = [
          isolate(w.reference),
          isolate(trackName(speak, sight.tracks, w.trackId)),
          speak.shortWhen(w.when),
          speak.say('training.went', { _went: went }) || null,
          w.certificate && went === 'all' ? speak.say('training.hasCertificate') : null,
        ]
        return { text: titleOf(speak, w), detail: rest.filter(Boolean).join(' · ') }
      }),
    ),
    actions([button(speak, 'training.seeAll', 'training.list')]),
  ])
}
