/** "What training is on offer?", by track, what suits the reader first. */
import * as trainingDb from '../../db/training.ts'
import { actions, button, heading, list, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import { holds } from '../model/people.ts'
import type { Workshop } from '../model/training.ts'
import type { Action, Part, View } from '../model/view.ts'
import { referencesIn } from '../understanding/arguments.ts'
import { byWords } from '../understanding/by-words.ts'
import { shown } from './forms.ts'
import { attendedTracks } from './history.ts'
import { coming, without } from './meant.ts'
import { trackIn } from './read.ts'
import { enrolButtons, lineOf, sightOf, standingsOf } from './show.ts'
import { trackName, tracksOf } from './tracks.ts'

/** Workshops on one card: a line and its buttons are two blocks of Slack's fifty. */
export const most = 8

/** What is on offer, or in one track; or one workshop by its reference or its title. */
export async function browsed(turn: Turn, said: string): Promise<View> {
  const all = await coming(turn)
  const reference = referencesIn(said).find(r => r.startsWith('W-'))
  if (reference) {
    const w = await trainingDb.byReference(turn.db, turn.network.id, reference)
    return w ? shown(turn, w) : warn(turn.speak, 'training.noSuch', { reference })
  }
  const tracks = await tracksOf(turn)
  const track = trackIn(said, tracks)
  if (track) {
    const title = { title: 'training.titleOf' as const, track: trackName(turn.speak, tracks, track.id) }
    return listView(
      turn,
      all.filter(w => w.trackId === track.id),
      title,
      { t: track.id },
    )
  }
  const [one, ...more] = byWords(without(said), all, w => [w.title.ar, w.title.en].filter(t => t !== undefined))
  if (one && more.length === 0) return shown(turn, one)
  return listView(turn, all, { title: 'training.title' })
}

export const listPress = async (turn: Turn): Promise<Answer> => ({
  views: [await listView(turn, await coming(turn), { title: 'training.title' })],
})

export async function morePress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const from = Math.max(0, Math.trunc(Number(args.i)) || 0)
  const tracks = await tracksOf(turn)
  const track = tracks.find(t => t.id === args.t)
  const all = (await coming(turn)).filter(w => !track || w.trackId === track.id)
  const title = track ? { title: 'training.titleOf' as const, track: turn.speak.pick(track.name) } : { title: 'training.title' as const }
  return { replace: await listView(turn, all, title, { i: from, ...(track ? { t: track.id } : {}) }) }
}

/** Tracks one has not done come first, then by date. */
export async function listView(
  turn: Turn,
  all: Workshop[],
  how: { title: 'training.title' } | { title: 'training.titleOf'; track: string },
  at: { i?: number; t?: string } = {},
): Promise<View> {
  const { speak } = turn
  const from = at.i ?? 0
  const [sight, done] = [await sightOf(turn), await attendedTracks(turn, turn.member.id)]
  const ordered = [...all].sort((a, b) => Number(done.has(a.trackId)) - Number(done.has(b.trackId)))
  const standings = await standingsOf(turn, ordered.slice(from, from + most))
  const centre = holds(turn.reader, 'coordinator')
  const args = (i: number) => ({ i: String(i), t: at.t ?? '' })
  const turning: Action[] = [
    ...(from > 0 ? [button(speak, 'dialogue.back', 'training.more', args(Math.max(0, from - most)))] : []),
    ...(from + most < ordered.length
      ? [button(speak, 'training.andMore', 'training.more', args(from + most), { values: { n: ordered.length - from - most } })]
      : []),
  ]
  const empty: Part[] =
    ordered.length === 0 ? [text(speak.say(how.title === 'training.title' ? 'training.nothing' : 'training.nothingInTrack'))] : []
  return view(turn.language, [
    heading(how.title === 'training.title' ? speak.say(how.title) : speak.say(how.title, { track: how.track })),
    ...empty,
    ...(done.size > 0 && ordered.some(w => !done.has(w.trackId)) ? [text(speak.say('training.newFirst'), 'subtle')] : []),
    list(
      standings.map(s => ({
        ...lineOf(speak, s, sight, turn.member.id),
        actions: [
          ...enrolButtons(speak, s, turn.reader, sight).map(b => ({
            ...b,
            style: 'normal' as const,
            press: { ...b.press, args: { ...b.press.args, l: '1' } },
          })),
          button(speak, 'training.open', 'training.open', { id: s.workshop.id }),
        ],
      })),
    ),
    actions(turning),
    actions([
      ...(centre
        ? [
            button(speak, 'training.offerOne', 'training.offerOne', {}, { opensForm: true }),
            button(speak, 'training.addTrack', 'training.trackOne', {}, { opensForm: true }),
            button(speak, 'training.figures', 'training.figures'),
          ]
        : []),
    ]),
  ])
}
