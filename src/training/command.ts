/** What a sentence about training does: each thing that can be asked for, on the workshop that is meant. */
import * as people from '../../db/people.ts'
import * as trainingDb from '../../db/training.ts'
import { nameOf } from '../activities/show.ts'
import { editCommand, withdrawCommand } from '../activities/wing.ts'
import { actions, button, heading, list, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import { holds } from '../model/people.ts'
import type { Workshop } from '../model/training.ts'
import type { Part, View } from '../model/view.ts'
import { referencesIn } from '../understanding/arguments.ts'
import { attendanceSaid } from './attendance-said.ts'
import { browsed, listView, most } from './browse.ts'
import { feedbackView } from './feedback.ts'
import { figuresSaid } from './figures.ts'
import { type Heard, heardTraining } from './heard.ts'
import { valuesOf } from './keep.ts'
import { coming, leavesNamed, leavesThis, meant, ownComing } from './meant.ts'
import { mineView } from './mine.ts'
import { type Called, wantedIn } from './named.ts'
import { enrolAll, enrolSelf, leaveSelf } from './seat.ts'
import { lineOf, sightOf, standingsOf } from './show.ts'
import { tracksOf } from './tracks.ts'
import { whoView } from './who.ts'

/** Words of a sentence that ride on the buttons of a choice, in characters. */
const mostSaid = 300

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
      return { views: [centre ? await figuresSaid(turn, asked) : onlyFor(turn.speak, 'coordinator')] }
    case 'mine':
      return { views: [await mineView(turn)] }
    case 'browse':
      return { views: [await browsed(turn, asked.text)] }
    case 'leave':
      return onLeave(turn, asked)
    case 'absent':
    case 'sheet':
      return attendanceSaid(turn, asked, heard.kind)
    case 'enrol':
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

type Deed = Exclude<Heard['kind'], 'track' | 'offer' | 'figures' | 'mine' | 'browse' | 'absent' | 'sheet'>

/** Something about one workshop: it is found by its reference or its words, or asked for. */
async function onOne(turn: Turn, asked: Asked, deed: Exclude<Deed, 'leave'>): Promise<Answer> {
  const candidates = await candidatesFor(turn, deed)
  const found = await meant(turn, asked.text, candidates)
  // What an organization changes or calls off is an activity of its own, and so is one of the centre's that is none of the workshops.
  const other = !holds(turn.reader, 'coordinator') || (deed === 'change' && (found.kind === 'none' || candidates.length === 0))
  if ((deed === 'change' || deed === 'cancel') && other && !referencesIn(asked.text).some(r => r.startsWith('W-')))
    return deed === 'change' ? editCommand(turn, asked) : withdrawCommand(turn, asked)
  if (found.kind === 'none' && found.reference) return { views: [warn(turn.speak, 'training.noSuch', { reference: found.reference })] }
  const [one, ...more] = found.kind === 'named' ? found.found : candidates
  if (!one)
    return {
      views: [
        deed === 'enrol' ? await listView(turn, await coming(turn), { title: 'training.title' }) : warn(turn.speak, 'training.noneComing'),
      ],
    }
  // Where it names another than there is, the only one is offered and not taken for it.
  if (more.length > 0 || found.kind === 'none') return { views: [await whichView(turn, [one, ...more], deed, asked.text)] }
  return doOn(turn, one, deed, asked)
}

/** Gives up the seat in the workshop that is named, and no other by likeness; where nothing fits, one's own seats are listed. */
async function onLeave(turn: Turn, { text: said }: Asked): Promise<Answer> {
  const own = await ownComing(turn)
  const found = await meant(turn, said, await coming(turn))
  if (found.kind === 'none' && found.reference) return { views: [warn(turn.speak, 'training.noSuch', { reference: found.reference })] }
  if (own.length === 0) return { views: [warn(turn.speak, 'training.youHaveNone')] }
  const tracks = await tracksOf(turn)
  const spoken = (w: Workshop) => {
    const track = tracks.find(t => t.id === w.trackId)
    return [track?.name.ar, track?.name.en, ...(track?.also ?? [])].join(' ')
  }
  const spokenOf = found.kind === 'named' ? found.found : leavesNamed(said) ? [] : own
  const mine = spokenOf.filter(w => own.some(o => o.id === w.id))
  const sure = mine.filter(w => found.kind !== 'named' || leavesThis(said, w, spoken(w)))
  const [one, ...more] = sure
  if (one && more.length === 0) return { views: [await leaveSelf(turn, one.id)] }
  if (one) return { views: [await whichView(turn, sure, 'leave', said)] }
  return { views: [await whichView(turn, own, 'leave', said, notice('warning', turn.speak.say('training.noSeatThere')))] }
}

async function doOn(turn: Turn, w: Workshop, deed: Exclude<Deed, 'leave'>, asked: Asked): Promise<Answer> {
  const args = { id: w.id, v: String(w.version) }
  const centre = holds(turn.reader, 'coordinator')
  switch (deed) {
    case 'enrol':
      return enrolled(turn, w, asked)
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

/** Enrols whoever speaks, or the colleagues that the sentence names; of a name that fits two it is asked which, of one that fits nobody it is said. */
async function enrolled(turn: Turn, w: Workshop, asked: Asked): Promise<Answer> {
  const { speak, reader } = turn
  const everybody = (await people.activeMembers(turn.db, turn.network)).filter(m => holds(m, 'member') || holds(m, 'coordinator'))
  const organizationId = turn.organizations.find(o => [o.name.ar, o.name.en].includes(asked.meaning.arguments.organization))?.id
  const centre = holds(reader, 'coordinator')
  const wanted = wantedIn(asked.text, everybody, m =>
    centre ? !organizationId || m.organizationId === organizationId : m.organizationId === reader.organizationId,
  )
  if (wanted.called.length === 0 && wanted.others && !wanted.self)
    return { begin: { form: 'training.colleague', args: { id: w.id }, message: asked.message, dialog: asked.dialog } }
  if (wanted.called.length === 0) return { views: [await enrolSelf(turn, w.id)] }
  const sure = wanted.called.flatMap(c => (c.kind === 'one' ? [c.person.id] : []))
  const open = wanted.called.flatMap(c => openOf(turn, c, w))
  const ids = [...(wanted.self ? [turn.member.id] : []), ...sure]
  if (ids.length > 0) return { views: [await enrolAll(turn, w.id, ids, open)] }
  const nobody = wanted.called.every(c => c.kind === 'unknown')
  const choose = nobody ? [actions([button(speak, 'training.colleague', 'training.colleague', { id: w.id }, { opensForm: true })])] : []
  return { views: [view(turn.language, [...open, ...choose])] }
}

/** What is said of a name that is not one person's who may be enrolled. */
function openOf(turn: Turn, called: Called, w: Workshop): Part[] {
  const { speak } = turn
  const organizationOf = (p: { organizationId: string }) => nameOf(turn, p.organizationId)
  switch (called.kind) {
    case 'one':
      return []
    case 'several':
      return [
        text(speak.say('training.whichPerson', { said: called.said }), 'strong'),
        list(
          called.among.map(p => ({
            text: speak.pick(p.name),
            detail: organizationOf(p),
            actions: [button(speak, 'training.enrol', 'training.enrolOne', { id: w.id, m: p.id })],
          })),
        ),
      ]
    case 'elsewhere':
      return [
        notice(
          'warning',
          speak.say('training.ofAnother', { name: speak.pick(called.person.name), organization: organizationOf(called.person) }),
        ),
      ]
    case 'unknown':
      return [notice('warning', speak.say('training.nobodyCalled', { said: called.said }))]
    default:
      return called satisfies never
  }
}

/** Workshops that can be meant. */
async function candidatesFor(turn: Turn, deed: Exclude<Deed, 'leave'>): Promise<Workshop[]> {
  const { db, network, now } = turn
  const ahead = await coming(turn)
  switch (deed) {
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

const labels = {
  enrol: 'training.enrol',
  leave: 'training.leave',
  change: 'dialogue.change',
  cancel: 'training.cancel',
  who: 'training.who',
  feedback: 'training.feedback',
} as const

/** Several could be meant: one button each. */
async function whichView(turn: Turn, all: Workshop[], deed: Deed, said: string, note: Part | null = null): Promise<View> {
  const { speak } = turn
  const sight = await sightOf(turn)
  const standings = await standingsOf(turn, all.slice(0, most))
  return view(turn.language, [
    note ?? heading(speak.say('training.which')),
    list(
      standings.map(s => ({
        ...lineOf(speak, s, sight, turn.member.id),
        actions: [
          button(
            speak,
            labels[deed],
            `training.${deed}`,
            { id: s.workshop.id, v: String(s.workshop.version), l: '1', ...(deed === 'change' && said.length <= mostSaid ? { said } : {}) },
            { opensForm: deed === 'change' || deed === 'cancel' },
          ),
        ],
      })),
    ),
  ])
}
