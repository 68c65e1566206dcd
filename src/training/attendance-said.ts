/** Attendance by a sentence, whenever the trainer or the centre says it: the sheet of a session that has begun, who was absent, or that everybody came. */
import * as people from '../../db/people.ts'
import * as seatsDb from '../../db/seats.ts'
import * as trainingDb from '../../db/training.ts'
import { notice, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import { holds } from '../model/people.ts'
import type { Workshop } from '../model/training.ts'
import { fold } from '../understanding/fold.ts'
import { markSaid, sheetView } from './attendance.ts'
import { coming, meant } from './meant.ts'
import { absentIn } from './named.ts'
import { sessionsOf } from './sessions.ts'
import { whoView } from './who.ts'

const everybody = /\b(?:everybody|everyone|all of them|they all)\b|(?:الكل|الجميع|كلهم)(?= |$)/u

export async function attendanceSaid(turn: Turn, asked: Asked, kind: 'absent' | 'sheet'): Promise<Answer> {
  const { speak } = turn
  const all = await begun(turn)
  const found = await meant(turn, asked.text, [
    ...all,
    ...(kind === 'sheet' ? (await coming(turn)).filter(w => !all.some(a => a.id === w.id)) : []),
  ])
  if (found.kind === 'none')
    return { views: [warn(speak, found.reference ? 'training.noSuch' : 'training.noneComing', { reference: found.reference ?? '' })] }
  // Where none is named it is the last one that was held, of those that whoever speaks may mark.
  const may = (w: Workshop) => holds(turn.reader, 'coordinator') || w.trainerId === turn.reader.memberId
  const w = found.kind === 'named' ? found.found[0] : onDay(turn, asked, all.filter(may))
  if (!w) return { views: [warn(speak, 'training.noneHeld')] }
  const session = lastBegun(turn, w, asked)
  // Before it begins, and for whoever has no part in it, the list of names is what there is.
  if (!may(w) || !session)
    return { views: [kind === 'sheet' ? await whoView(turn, w) : warn(speak, may(w) ? 'training.notBegun' : 'training.trainerOnly')] }
  const args = { id: w.id, n: String(session) }
  if (kind === 'sheet') return { views: [await sheetView(turn, args)] }
  if (everybody.test(fold(asked.text))) return { views: [await markSaid(turn, args, [])] }
  const members = await people.activeMembers(turn.db, turn.network)
  const { called, unknown } = absentIn(asked.text, members, await seated(turn, w))
  const notes = unknown.map(said => notice('warning', speak.say('training.noSeatOf', { said })))
  if (called.length === 0)
    return notes.length > 0
      ? { views: [{ ...(await sheetView(turn, args)), parts: [...notes, ...(await sheetView(turn, args)).parts] }] }
      : { begin: { form: 'training.absent', args, message: asked.message, dialog: asked.dialog } }
  const view = await markSaid(turn, args, called)
  return { views: [{ ...view, parts: [...notes, ...view.parts] }] }
}

/** Workshops of which a session has begun, the last one first. */
async function begun(turn: Turn): Promise<Workshop[]> {
  const past = await trainingDb.past(turn.db, turn.network.id, turn.now)
  const now = (await coming(turn)).filter(w => w.startsAt.epochMilliseconds <= turn.now.epochMilliseconds)
  return [...now.reverse(), ...past]
}

/** The day that is spoken of, YYYY-MM-DD, where one is. */
const dayIn = (asked: Asked): string | undefined => asked.meaning.when.find(m => !m.timeOnly)?.start.slice(0, 10)

function onDay(turn: Turn, asked: Asked, all: readonly Workshop[]): Workshop | undefined {
  const day = dayIn(asked)
  return (
    (day ? all.find(w => sessionsOf(w.when, turn.calendar).some(s => s.day === day)) : undefined) ??
    (day && all.length > 1 ? undefined : all[0])
  )
}

/** The number of the session: of the day that is said, else the last that has begun; null where none has. */
function lastBegun(turn: Turn, w: Workshop, asked: Asked): number | null {
  const had = sessionsOf(w.when, turn.calendar).filter(s => s.startsAt.epochMilliseconds <= turn.now.epochMilliseconds)
  const day = dayIn(asked)
  return (had.find(s => s.day === day) ?? had.at(-1))?.n ?? null
}

const seated = async (turn: Turn, w: Workshop): Promise<ReadonlySet<string>> =>
  new Set((await seatsDb.seatsOf(turn.db, turn.network.id, [w.id])).map(s => s.memberId))
