/** The centre's figures: seats taken and free, what is wanted by track and organization, who did not come, who was never trained in a track. */

import * as attendedDb from '../../db/attended.ts'
import * as people from '../../db/people.ts'
import * as trainingDb from '../../db/training.ts'
import { nameOf } from '../activities/show.ts'
import { actions, button, heading, list, text, view } from '../dialogue/say.ts'
import type { Answer, Scene, Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import { holds } from '../model/people.ts'
import type { Track } from '../model/training.ts'
import type { View } from '../model/view.ts'
import { wentOf } from './history.ts'
import { type Standing, standingsOf } from './show.ts'
import { trackName, tracksOf } from './tracks.ts'

/** What the figures are: counts of seats, of people who wait, of those who were to come and did not. `wanted` counts seats and waiting. */
export type Figures = {
  tracks: { track: Track; workshops: number; seats: number; taken: number; waiting: number; absent: number; untrained: number }[]
  organizations: { organizationId: string; taken: number; waiting: number; absent: number }[]
}

export async function figuresOf(scene: Scene): Promise<Figures> {
  const { db, network } = scene
  const workshops = await trainingDb.held(db, network.id)
  const standings = await standingsOf(scene, workshops)
  const marks = await attendedDb.attendanceOf(
    db,
    network.id,
    workshops.map(w => w.id),
  )
  const members = (await people.activeMembers(db, network)).filter(m => holds(m, 'member'))
  const absentOf = (some: readonly Standing[], organizationId?: string) =>
    some
      .flatMap(s =>
        s.seats.filter(x => !organizationId || x.organizationId === organizationId).map(x => wentOf(scene, s.workshop, marks, x.memberId)),
      )
      .filter(went => went === 'none').length
  const tracks = (await tracksOf(scene)).map(track => {
    const own = standings.filter(s => s.workshop.trackId === track.id)
    const trained = new Set(own.flatMap(s => marks.filter(m => m.workshopId === s.workshop.id && m.came).map(m => m.memberId)))
    return {
      track,
      workshops: own.length,
      seats: own.reduce((n, s) => n + s.workshop.seats, 0),
      taken: own.reduce((n, s) => n + s.seats.length, 0),
      waiting: own.reduce((n, s) => n + s.waiting.length, 0),
      absent: absentOf(own),
      untrained: members.filter(m => !trained.has(m.id)).length,
    }
  })
  const organizations = scene.organizations
    .map(o => ({
      organizationId: o.id,
      taken: standings.flatMap(s => s.seats).filter(x => x.organizationId === o.id).length,
      waiting: standings.flatMap(s => s.waiting).filter(x => x.organizationId === o.id).length,
      absent: absentOf(standings, o.id),
    }))
    .filter(o => o.taken + o.waiting > 0)
    .sort((a, b) => b.taken + b.waiting - (a.taken + a.waiting))
  return { tracks, organizations }
}

export async function figuresView(turn: Turn): Promise<View> {
  const { speak } = turn
  const { tracks, organizations } = await figuresOf(turn)
  return view(turn.language, [
    heading(speak.say('training.figuresTitle')),
    list(
      tracks.map(t => ({
        text: speak.pick(t.track.name),
        detail: [
          speak.say('training.workshopsCount', { n: t.workshops }),
          ...(t.workshops > 0
            ? [
                speak.say('training.takenOf', { taken: t.taken, seats: t.seats }),
                ...some(speak, 'training.waitingCount', t.waiting),
                ...some(speak, 'training.absentCount', t.absent),
              ]
            : []),
          speak.say('training.untrainedCount', { n: t.untrained }),
        ].join(' · '),
      })),
    ),
    ...(organizations.length > 0 ? [text(speak.say('training.byOrganization'), 'strong')] : []),
    list(
      organizations.map(o => ({
        text: nameOf(turn, o.organizationId),
        detail: [
          speak.say('training.enrolledCount', { n: o.taken }),
          ...some(speak, 'training.waitingCount', o.waiting),
          ...some(speak, 'training.absentCount', o.absent),
        ].join(' · '),
      })),
    ),
    text(speak.say('training.untrainedIn'), 'strong'),
    actions(
      tracks
        .slice(0, 20)
        .map(t => ({ ...button(speak, 'training.untrained', 'training.untrained', { t: t.track.id }), label: speak.pick(t.track.name) })),
    ),
  ])
}

/** A count that is none says nothing. */
const some = (speak: Speak, key: 'training.waitingCount' | 'training.absentCount', n: number): string[] =>
  n > 0 ? [speak.say(key, { n })] : []

/** Members who came to no workshop of a track, by organization. */
export async function untrainedPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const { db, network, speak } = turn
  if (!holds(turn.reader, 'coordinator')) return { views: [] }
  const tracks = await tracksOf(turn)
  const own = (await trainingDb.held(db, network.id)).filter(w => w.trackId === args.t)
  const marks = await attendedDb.attendanceOf(
    db,
    network.id,
    own.map(w => w.id),
  )
  const trained = new Set(marks.filter(m => m.came).map(m => m.memberId))
  const members = (await people.activeMembers(db, network)).filter(m => holds(m, 'member') && !trained.has(m.id))
  const groups = turn.organizations
    .map(o => ({ name: speak.pick(o.name), people: members.filter(m => m.organizationId === o.id) }))
    .filter(g => g.people.length > 0)
  return {
    views: [
      view(turn.language, [
        heading(speak.say('training.untrainedTitle', { track: trackName(speak, tracks, args.t ?? '') })),
        list(groups.map(g => ({ text: g.name, detail: speak.list(g.people.map(m => speak.pick(m.name))) }))),
      ]),
    ],
  }
}
