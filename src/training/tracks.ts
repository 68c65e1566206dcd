/** The tracks of a network: those every one begins with and those its centre added; and the form that adds one. */
import * as trainingDb from '../../db/training.ts'
import { titleLanguage } from '../activities/submit.ts'
import { textField } from '../dialogue/fields.ts'
import { form, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import { type Bilingual, holds } from '../model/people.ts'
import { builtInTracks, type Track } from '../model/training.ts'
import type { View } from '../model/view.ts'
import { fold } from '../understanding/fold.ts'

export const tracksOf = async (scene: Pick<Scene, 'db' | 'network'>): Promise<Track[]> => [
  ...builtInTracks,
  ...(await trainingDb.addedTracks(scene.db, scene.network.id)),
]

export const trackName = (speak: Speak, tracks: readonly Track[], id: string): string => {
  const found = tracks.find(t => t.id === id)
  return found ? speak.pick(found.name) : id
}

const saysSame = (t: Track, name: string): boolean => [t.name.ar, t.name.en, ...t.also].some(n => n !== undefined && fold(n) === fold(name))

/** Both names of a track out of one answer: «الاتصال في الأزمات | Crisis communication». */
const sides = (said: string, turn: Pick<Turn, 'language'>): Bilingual => {
  const [one = '', other] = said.split(/\s*[|/]\s*/)
  const first = titleLanguage(one, turn.language)
  return { [first]: one, ...(other ? { [first === 'ar' ? 'en' : 'ar']: other } : {}) }
}

type Work = { tracks: Track[] }

/** The draft's id is the track's: pressed twice, it is added once. */
export const trackForm = form<Values, Work>({
  id: 'training.track',
  title: 'training.trackForm',
  submit: 'training.addTrack',
  confirm: false,
  fields: {
    name: textField('name', {
      label: 'training.trackName',
      ask: 'training.askTrackName',
      hint: 'training.hintTrackName',
      need: 'required',
      min: 3,
      max: 80,
    }),
  },
  async load(turn) {
    if (!holds(turn.reader, 'coordinator')) return { ok: false, view: onlyFor(turn.speak, 'coordinator') }
    return { ok: true, value: { tracks: await tracksOf(turn) } }
  },
  check(values, _asking, { tracks }) {
    const said = typeof values.name === 'string' ? values.name.split(/\s*[|/]\s*/) : []
    const there = tracks.find(t => said.some(n => n && saysSame(t, n)))
    return there ? [{ field: 'name', said: { key: 'training.trackThere', values: { name: said[0] ?? '' } } }] : []
  },
  outcome: added,
  async save(values, turn, _work, args) {
    const id = args.draft ?? turn.ids()
    const row = { networkId: turn.network.id, id, name: sides(String(values.name), turn), addedAt: turn.now, addedBy: turn.member.id }
    if (await trainingDb.addTrack(turn.db, row))
      await record(turn, turn.member.id, { entity: 'workshop', id, action: 'track.added', after: row })
    return (await added(turn, { draft: id })) ?? warn(turn.speak, 'training.gone')
  },
})

async function added(turn: Turn, args: Record<string, string>): Promise<View | null> {
  const all = holds(turn.reader, 'coordinator') ? await tracksOf(turn) : []
  const track = all.find(t => t.id === args.draft)
  if (!track) return null
  return view(turn.language, [
    notice('good', turn.speak.say('training.trackAdded', { name: turn.speak.pick(track.name) })),
    text(turn.speak.say('training.tracksAre', { _tracks: turn.speak.list(all.map(t => turn.speak.pick(t.name))) }), 'subtle'),
  ])
}
