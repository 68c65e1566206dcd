/** The centre's figures: seats taken and free, what is wanted by track and organization, who did not come, who was never trained in a track. */

import { Temporal } from 'temporal-polyfill'
import * as attendedDb from '../../db/attended.ts'
import * as people from '../../db/people.ts'
import * as trainingDb from '../../db/training.ts'
import { nameOf } from '../activities/show.ts'
import { actions, button, heading, list, text, view } from '../dialogue/say.ts'
import type { Answer, Asked, Scene, Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import { holds } from '../model/people.ts'
import type { Track, Workshop } from '../model/training.ts'
import type { View } from '../model/view.ts'
import { dayOf } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'
import { wentOf } from './history.ts'
import { trackIn } from './read.ts'
import { type Standing, sightOf, standingsOf, titleOf } from './show.ts'
import { trackName, tracksOf } from './tracks.ts'
import { mostNames } from './who.ts'

/** What the figures are: counts of seats, of people who wait, of those who were to come and did not. `wanted` counts seats and waiting. */
export type Figures = {
  tracks: { track: Track; workshops: number; seats: number; taken: number; waiting: number; absent: number; untrained: number }[]
  organizations: { organizationId: string; taken: number; waiting: number; absent: number }[]
}

/** Of what is counted: the workshops that begin within a span of days (YYYY-MM-DD, inclusive), and the people of one organization. */
export type Within = { from?: string; to?: string; organizationId?: string }

async function workshopsIn(scene: Scene, { from, to }: Within): Promise<Workshop[]> {
  const day = (w: Workshop) => dayOf(scene.network.settings.zone, w.startsAt).toString()
  return (await trainingDb.held(scene.db, scene.network.id)).filter(w => (!from || day(w) >= from) && (!to || day(w) <= to))
}

export async function figuresOf(scene: Scene, within: Within = {}): Promise<Figures> {
  const { db, network } = scene
  const { organizationId } = within
  const ours = <T extends { organizationId: string }>(rows: readonly T[]) =>
    rows.filter(r => !organizationId || r.organizationId === organizationId)
  const workshops = await workshopsIn(scene, within)
  const standings = (await standingsOf(scene, workshops)).map(s => ({ ...s, seats: ours(s.seats), waiting: ours(s.waiting) }))
  const marks = await attendedDb.attendanceOf(
    db,
    network.id,
    workshops.map(w => w.id),
  )
  const members = ours((await people.activeMembers(db, network)).filter(m => holds(m, 'member')))
  const absentOf = (some: readonly Standing[], of?: string) =>
    some
      .flatMap(s => s.seats.filter(x => !of || x.organizationId === of).map(x => wentOf(scene, s.workshop, marks, x.memberId)))
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

/** What a sentence asks of the figures: who was never trained in a track, or all of them; of an organization and within days where they are said. */
export async function figuresSaid(turn: Turn, asked: Asked): Promise<View> {
  const { arguments: said } = asked.meaning
  const organizationId = turn.organizations.find(o => [o.name.ar, o.name.en].includes(said.organization))?.id
  const of = organizationId ? { organizationId } : {}
  const track = trackIn(asked.text, await tracksOf(turn))
  if (track && untrainedSaid.test(fold(asked.text))) return untrainedView(turn, track.id, organizationId)
  const year = turn.context.now.slice(0, 4)
  if (yearSaid.test(fold(asked.text))) return figuresView(turn, { ...of, from: `${year}-01-01`, to: `${year}-12-31` })
  if (said.month) return figuresView(turn, { ...of, from: `${said.month}-01`, to: `${said.month}-31` })
  return figuresView(turn, { ...of, ...(said.from && said.to ? { from: said.from, to: said.to } : {}) })
}
const untrainedSaid =
  /\b(?:never|not|no|untrained|without)\b|(?:^|\s)(?:لم|ما) (?:يتدرب|تدرب|يلتحق|يحضر|يأخذ|ياخذ|اخذ|خذ)|بدون تدريب|غير مدرب/u
const yearSaid = /\bthis year\b|هذا العام|هذه السنه|هالسنه|السنه هذي|هذا السنه/u

export async function figuresView(turn: Turn, within: Within = {}): Promise<View> {
  const { speak } = turn
  const { tracks, organizations } = await figuresOf(turn, within)
  const absent = await absentees(turn, within)
  const { organizationId, from, to } = within
  return view(turn.language, [
    heading(speak.say('training.figuresTitle')),
    ...(organizationId ? [text(nameOf(turn, organizationId), 'strong')] : []),
    ...(from && to ? [text(speak.say('training.withinDays', { from: speak.day(from), to: speak.day(lastOf(to)) }), 'subtle')] : []),
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
    ...(absent.length > 0 ? [text(speak.say('training.noShows'), 'strong')] : []),
    list(absent),
    text(speak.say('training.untrainedIn'), 'strong'),
    actions(
      tracks.slice(0, 20).map(t => ({
        ...button(speak, 'training.untrained', 'training.untrained', { t: t.track.id, o: organizationId ?? '' }),
        label: speak.pick(t.track.name),
      })),
    ),
  ])
}

/** A count that is none says nothing. */
const some = (speak: Speak, key: 'training.waitingCount' | 'training.absentCount', n: number): string[] =>
  n > 0 ? [speak.say(key, { n })] : []

/** The last day of a span that may name one its month has not: "2026-11-31". */
const lastOf = (to: string): string =>
  Temporal.PlainDate.from({ year: Number(to.slice(0, 4)), month: Number(to.slice(5, 7)), day: Number(to.slice(8)) }).toString()

/** Who was to come and did not, by workshop. */
async function absentees(turn: Turn, within: Within): Promise<{ text: string; detail: string }[]> {
  const { speak } = turn
  const workshops = await workshopsIn(turn, within)
  const marks = await attendedDb.attendanceOf(
    turn.db,
    turn.network.id,
    workshops.map(w => w.id),
  )
  const { names } = await sightOf(turn)
  return (await standingsOf(turn, workshops)).flatMap(({ workshop, seats }) => {
    const gone = seats.filter(
      x => (!within.organizationId || x.organizationId === within.organizationId) && wentOf(turn, workshop, marks, x.memberId) === 'none',
    )
    const said = gone.slice(0, mostNames).map(x =>
      speak.say('training.personOf', {
        name: speak.pick(names.get(x.memberId) ?? { ar: '…' }),
        organization: nameOf(turn, x.organizationId),
      }),
    )
    return gone.length > 0 ? [{ text: titleOf(speak, workshop), detail: speak.list(said) }] : []
  })
}

/** Members who came to no workshop of a track, by organization. */
export const untrainedPress = async (turn: Turn, args: Record<string, string>): Promise<Answer> => ({
  views: [await untrainedView(turn, args.t ?? '', args.o || undefined)],
})

async function untrainedView(turn: Turn, track: string, organizationId?: string): Promise<View> {
  const { db, network, speak } = turn
  const own = (await trainingDb.held(db, network.id)).filter(w => w.trackId === track)
  const marks = await attendedDb.attendanceOf(
    db,
    network.id,
    own.map(w => w.id),
  )
  const trained = new Set(marks.filter(m => m.came).map(m => m.memberId))
  const members = (await people.activeMembers(db, network)).filter(
    m => holds(m, 'member') && !trained.has(m.id) && (!organizationId || m.organizationId === organizationId),
  )
  const groups = turn.organizations
    .map(o => ({ name: speak.pick(o.name), people: members.filter(m => m.organizationId === o.id) }))
    .filter(g => g.people.length > 0)
  return view(turn.language, [
    heading(speak.say('training.untrainedTitle', { track: trackName(speak, await tracksOf(turn), track) })),
    ...(groups.length === 0 ? [text(speak.say('training.untrainedCount', { n: 0 }))] : []),
    list(groups.map(g => ({ text: g.name, detail: speak.list(g.people.map(m => speak.pick(m.name))) }))),
  ])
}
