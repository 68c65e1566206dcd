/** "What training is on offer?", by track, what suits the reader first; and everything else that a sentence about training asks for. */
import * as people from '../../db/people.ts'
import * as seatsDb from '../../db/seats.ts'
import * as trainingDb from '../../db/training.ts'
import { actions, button, heading, list, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import { holds } from '../model/people.ts'
import type { Workshop } from '../model/training.ts'
import type { Action, Part, View } from '../model/view.ts'
import { referencesIn } from '../understanding/arguments.ts'
import { byWords, stemsOf } from '../understanding/by-words.ts'
import { fold } from '../understanding/fold.ts'
import { feedbackView } from './feedback.ts'
import { figuresView } from './figures.ts'
import { colleaguesOf, shown } from './forms.ts'
import { type Heard, heardTraining } from './heard.ts'
import { attendedTracks } from './history.ts'
import { valuesOf } from './keep.ts'
import { mineView } from './mine.ts'
import { personIn, trackIn } from './read.ts'
import { enrolFor, enrolSelf, leaveSelf } from './seat.ts'
import { enrolButtons, lineOf, sightOf, standingsOf } from './show.ts'
import { trackName, tracksOf } from './tracks.ts'
import { whoView } from './who.ts'

/** Workshops on one card: a line and its buttons are two blocks of Slack's fifty. */
const most = 8

export async function trainingCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const heard = heardTraining(asked.text)
  const centre = holds(turn.reader, 'coordinator')
  switch (heard.kind) {
    case 'track':
      return {
        begin: { form: 'training.track', message: asked.message, dialog: asked.dialog, ...(heard.name ? { text: heard.name } : {}) },
      }
    case 'offer':
      // What an officer holds is an activity of theirs; the centre alone offers training.
      if (!centre && holds(turn.reader, 'member'))
        return { begin: { form: 'submit', text: heard.said, message: asked.message, dialog: asked.dialog } }
      return { begin: { form: 'training.workshop', text: heard.said, message: asked.message, dialog: asked.dialog } }
    case 'figures':
      return { views: [centre ? await figuresView(turn) : onlyFor(turn.speak, 'coordinator')] }
    case 'mine':
      return { views: [await mineView(turn)] }
    case 'browse':
      return { views: [await browsed(turn, asked.text)] }
    case 'enrol':
    case 'leave':
    case 'change':
    case 'cancel':
    case 'who':
    case 'feedback':
      return onOne(turn, asked, heard.kind)
    default:
      return heard satisfies never
  }
}

/** One's own record; "I cannot come to my workshop" is about it too, and gives the seat up. */
export async function mineCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const { kind } = heardTraining(asked.text)
  if (kind === 'leave' || kind === 'figures' || kind === 'feedback') return trainingCommand(turn, asked)
  return { views: [await mineView(turn)] }
}

type Deed = Exclude<Heard['kind'], 'track' | 'offer' | 'figures' | 'mine' | 'browse'>

/** Something about one workshop: it is found by its reference or its words, or asked for. */
async function onOne(turn: Turn, asked: Asked, deed: Deed): Promise<Answer> {
  const candidates = await candidatesFor(turn, deed)
  const found = await meant(turn, asked.text, candidates)
  if (found === 'none') return { views: [warn(turn.speak, 'training.noSuch', { reference: referencesIn(asked.text)[0] ?? '' })] }
  const [one, ...more] = found
  if (!one)
    return {
      views: [
        deed === 'enrol'
          ? await listView(turn, await coming(turn), { title: 'training.title' })
          : warn(turn.speak, deed === 'leave' ? 'training.youHaveNone' : 'training.noneComing'),
      ],
    }
  // Where it names another than there is, the only one is offered and not taken for it.
  if (more.length > 0 || (found === candidates && namesAnother(asked.text))) return { views: [await whichView(turn, found, deed)] }
  return doOn(turn, one, deed, asked)
}

async function doOn(turn: Turn, w: Workshop, deed: Deed, asked: Asked): Promise<Answer> {
  const args = { id: w.id, v: String(w.version) }
  const centre = holds(turn.reader, 'coordinator')
  switch (deed) {
    case 'enrol':
      return enrolled(turn, w, asked)
    case 'leave':
      return { views: [await leaveSelf(turn, w.id)] }
    case 'change':
      if (!centre) return { views: [onlyFor(turn.speak, 'coordinator')] }
      return {
        begin: {
          form: 'training.changeWorkshop',
          args,
          values: valuesOf(w, turn.language, turn.calendar, turn.context.now.slice(0, 10)),
          text: asked.text,
          dialog: asked.dialog,
        },
      }
    case 'cancel':
      if (!centre) return { views: [onlyFor(turn.speak, 'coordinator')] }
      return { begin: { form: 'training.cancelWorkshop', args, message: asked.message, dialog: asked.dialog } }
    case 'who':
      return { views: [await whoView(turn, w)] }
    case 'feedback':
      return { views: [await feedbackView(turn, w)] }
    default:
      return deed satisfies never
  }
}

/** Words by which somebody else is meant: "my colleague Fatima", «زميلتي فاطمة». */
const another = /\b(?:colleagues?|him|her|them)\b|زميل|موظف/
/** Enrols whoever speaks, or the colleague that the sentence names. */
async function enrolled(turn: Turn, w: Workshop, asked: Asked): Promise<Answer> {
  const colleagues = await colleaguesOf(turn)
  const members = (await people.activeMembers(turn.db, turn.network)).filter(m => colleagues.some(c => c.id === m.id))
  const named = turn.organizations.find(o => [o.name.ar, o.name.en].includes(asked.meaning.arguments.organization))?.id
  const others = another.test(fold(asked.text))
  // A first name alone is one's own colleague, or one of the organization that is named with it.
  const near = named ?? turn.reader.organizationId
  const person = personIn(asked.text, members, m => others && m.organizationId === near)
  if (person) return { views: [await enrolFor(turn, w.id, person.id)] }
  if (others) return { begin: { form: 'training.colleague', args: { id: w.id }, message: asked.message, dialog: asked.dialog } }
  return { views: [await enrolSelf(turn, w.id)] }
}

const coming = (turn: Turn): Promise<Workshop[]> => trainingDb.coming(turn.db, turn.network.id, turn.now)

/** Workshops that can be meant: of leaving, those one has or waits for. */
async function candidatesFor(turn: Turn, deed: Deed): Promise<Workshop[]> {
  const { db, network, now } = turn
  const ahead = await coming(turn)
  switch (deed) {
    case 'leave': {
      const own = new Set([
        ...(await seatsDb.seatsOfMember(db, network.id, turn.member.id)).map(s => s.workshopId),
        ...(await seatsDb.waitingOfMember(db, network.id, turn.member.id)),
      ])
      return ahead.filter(w => own.has(w.id))
    }
    case 'enrol':
    case 'change':
    case 'cancel':
      return ahead
    case 'who':
      return [...ahead, ...(await trainingDb.past(db, network.id, now))]
    case 'feedback':
      return trainingDb.past(db, network.id, now)
    default:
      return deed satisfies never
  }
}

/** Which of them a text means: by reference, by words of the title, by track, the only one there is; several where it does not say. */
async function meant(turn: Turn, said: string, all: Workshop[]): Promise<Workshop[] | 'none'> {
  const reference = referencesIn(said).find(r => r.startsWith('W-'))
  if (reference) {
    const w = await trainingDb.byReference(turn.db, turn.network.id, reference)
    return w ? [w] : 'none'
  }
  const named = byWords(without(said), all, w => [w.title.ar, w.title.en].filter(t => t !== undefined))
  if (named.length > 0) return named
  const track = trackIn(said, await tracksOf(turn))
  const inTrack = track ? all.filter(w => w.trackId === track.id) : []
  return inTrack.length > 0 ? inTrack : all
}
/** Whether a text calls a workshop by words of its own: "the short video workshop", «ورشة الفيديو القصير». */
export const namesAnother = (said: string): boolean => {
  const found = called.exec(said)
  const name = found?.[1] ?? found?.[2] ?? ''
  return stemsOf(without(name)).some(word => !anyOf.has(word))
}
const called =
  /\b(?:in|for|from|to|of)\s+(?:the|a|an|that|this|your|my)\s+([^.,;]{2,80}?)\s+(?:workshop|course|training)\b|(?:ورشة|ورشه|دورة|دوره)\s+([^.،؛]{2,80})/iu
/** Words by which any workshop is meant, as stems. */
const anyOf = new Set(
  stemsOf('next coming new first last only same training قادمة القادمة المقبلة الجديدة الأولى الأخيرة التدريبية العمل هذه تلك'),
)
/** Words that any workshop's title may hold. */
const without = (said: string): string =>
  said.replace(/(?:ال|ل|لل|ب)?(?:ورشة|ورشه|دورة|دوره|تدريب(?:ية)?)|\b(?:workshop|course|training)\b/giu, ' ')

const labels = {
  enrol: 'training.enrol',
  leave: 'training.leave',
  change: 'dialogue.change',
  cancel: 'training.cancel',
  who: 'training.who',
  feedback: 'training.feedback',
} as const

/** Several could be meant: one button each. */
async function whichView(turn: Turn, all: Workshop[], deed: Deed): Promise<View> {
  const { speak } = turn
  const sight = await sightOf(turn)
  const standings = await standingsOf(turn, all.slice(0, most))
  return view(turn.language, [
    heading(speak.say('training.which')),
    list(
      standings.map(s => ({
        ...lineOf(speak, s, sight, turn.member.id),
        actions: [
          button(
            speak,
            labels[deed],
            `training.${deed}`,
            { id: s.workshop.id, v: String(s.workshop.version), l: '1' },
            { opensForm: deed === 'change' || deed === 'cancel' },
          ),
        ],
      })),
    ),
  ])
}

/** What is on offer, or in one track; or one workshop by its reference or its title. */
async function browsed(turn: Turn, said: string): Promise<View> {
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
async function listView(
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
