/** Who came: after each session the trainer, where they are of the network, else the coordinators, say it in one press, or mark who was absent. */

import * as attendedDb from '../../db/attended.ts'
import * as people from '../../db/people.ts'
import { nameOf } from '../activities/show.ts'
import { holders, tell, update } from '../delivery/promise.ts'
import { choicesField } from '../dialogue/fields.ts'
import { form, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, heading, list, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Scene, Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import { type Bilingual, holds, type Member } from '../model/people.ts'
import type { Seat, Workshop } from '../model/training.ts'
import type { View } from '../model/view.ts'
import { sessionOf } from './remind.ts'
import type { Session } from './sessions.ts'
import { sightOf, standingOf, titleOf } from './show.ts'
import { more, mostNames } from './who.ts'

const cardSubject = (w: Workshop, s: Session): string => `attendance.workshop:${w.id}:${s.n}`

type Sheet = { w: Workshop; session: Session; seats: Seat[]; names: ReadonlyMap<string, Bilingual>; came: ReadonlyMap<string, boolean> }

async function sheetOf(scene: Scene, w: Workshop, session: Session): Promise<Sheet> {
  const [s, sight] = [await standingOf(scene, w), await sightOf(scene)]
  const marks = await attendedDb.attendanceOf(scene.db, scene.network.id, [w.id])
  return {
    w,
    session,
    seats: s.seats.filter(x => x.state === 'taken'),
    names: sight.names,
    came: new Map(marks.filter(m => m.session === session.n).map(m => [m.memberId, m.came])),
  }
}

const personOf = (scene: Scene, speak: Speak, sheet: Sheet, s: Seat): string =>
  speak.say('training.personOf', {
    name: speak.pick(sheet.names.get(s.memberId) ?? { ar: '…' }),
    organization: nameOf({ speak, organizations: scene.organizations }, s.organizationId),
  })

function cardOf(scene: Scene, speak: Speak, sheet: Sheet): View {
  const args = { id: sheet.w.id, n: String(sheet.session.n) }
  const marked = sheet.came.size > 0
  const came = sheet.seats.filter(s => sheet.came.get(s.memberId)).length
  return view(speak.language, [
    heading(speak.say('training.attendanceTitle', { title: titleOf(speak, sheet.w) })),
    text(speak.when(sheet.session.when), 'subtle'),
    ...(marked
      ? [notice('good', speak.say('training.attendanceKept', { came, n: sheet.seats.length }))]
      : [text(speak.say('training.askAttendance'), 'strong')]),
    list(
      sheet.seats.slice(0, mostNames).map(s => {
        const went = sheet.came.get(s.memberId)
        return {
          text: personOf(scene, speak, sheet, s),
          ...(went === undefined ? {} : { detail: speak.say('training.sat', { _came: went ? 'yes' : 'no' }) }),
        }
      }),
    ),
    ...more(speak, sheet.seats.length),
    actions([
      ...(marked ? [] : [button(speak, 'training.allCame', 'training.allCame', args, { style: 'primary' })]),
      ...(marked && came < sheet.seats.length ? [button(speak, 'training.allCame', 'training.allCame', { ...args, again: '1' })] : []),
      button(speak, marked ? 'training.correctAttendance' : 'training.markAbsent', 'training.markAbsent', args, { opensForm: true }),
    ]),
  ])
}

/** Who takes the attendance of a workshop: its trainer, or whoever coordinates where the trainer is nobody of the network. */
async function takers(scene: Scene, w: Workshop): Promise<Member[]> {
  const trainer = w.trainerId ? await people.member(scene.db, scene.network, w.trainerId) : null
  return trainer?.active ? [trainer] : holders(scene, 'coordinator')
}

export async function attendDue(scene: Scene, subject: string): Promise<void> {
  const found = await sessionOf(scene, subject)
  if (!found) return
  const sheet = await sheetOf(scene, found.w, found.session)
  if (sheet.seats.length === 0 || sheet.came.size > 0) return
  await tell(scene, await takers(scene, found.w), language => cardOf(scene, scene.voice(language), sheet), {
    subject: cardSubject(found.w, found.session),
    dedupe: `training.attend:${subject}:${found.session.startsAt}`,
  })
}

type Found = { ok: true; value: Sheet } | { ok: false; view: View }

/** The sheet for whoever may fill it: the trainer and the centre, once the session began. */
async function sheetFor(turn: Turn, args: Record<string, string>): Promise<Found> {
  const found = await sessionOf(turn, `${args.id}:${args.n}`)
  if (!found) return { ok: false, view: warn(turn.speak, 'training.gone') }
  const may = holds(turn.reader, 'coordinator') || (found.w.trainerId !== null && found.w.trainerId === turn.reader.memberId)
  if (!may) return { ok: false, view: warn(turn.speak, 'training.trainerOnly') }
  if (turn.now.epochMilliseconds < found.session.startsAt.epochMilliseconds)
    return { ok: false, view: warn(turn.speak, 'training.notBegun') }
  return { ok: true, value: await sheetOf(turn, found.w, found.session) }
}

/** Keeps who came, and brings every card of the session up to date. */
async function keep(turn: Turn, sheet: Sheet, absent: ReadonlySet<string>): Promise<View> {
  const { w, session } = sheet
  const marks = sheet.seats.map(s => ({ memberId: s.memberId, came: !absent.has(s.memberId) }))
  const what = { workshopId: w.id, session: session.n, markedAt: turn.now, markedBy: turn.member.id }
  await attendedDb.mark(turn.db, turn.network.id, what, marks)
  await record(turn, turn.member.id, {
    entity: 'enrolment',
    id: w.id,
    action: 'attendance',
    before: { session: session.n, absent: [...sheet.came].filter(([, came]) => !came).map(([id]) => id) },
    after: { session: session.n, absent: [...absent] },
  })
  const now = await sheetOf(turn, w, session)
  await update(turn, cardSubject(w, session), language => cardOf(turn, turn.voice(language), now))
  return cardOf(turn, turn.speak, now)
}

export async function allCamePress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const found = await sheetFor(turn, args)
  if (!found.ok) return { views: [found.view] }
  // Another said it first: how it stands is shown, and nothing is overwritten.
  if (found.value.came.size > 0 && args.again !== '1') return { replace: cardOf(turn, turn.speak, found.value) }
  return { replace: await keep(turn, found.value, new Set()) }
}

/** The sheet of a session, for whoever asks for it and may fill it. */
export async function sheetView(turn: Turn, args: Record<string, string>): Promise<View> {
  const found = await sheetFor(turn, args)
  return found.ok ? cardOf(turn, turn.speak, found.value) : found.view
}

/** Said in a sentence: these were absent, besides those who were marked so before; nobody, where there are none. */
export async function markSaid(turn: Turn, args: Record<string, string>, absent: readonly string[]): Promise<View> {
  const found = await sheetFor(turn, args)
  if (!found.ok) return found.view
  const before = absent.length > 0 ? [...found.value.came].filter(([, came]) => !came).map(([id]) => id) : []
  return keep(turn, found.value, new Set([...before, ...absent]))
}

export async function markAbsentPress(turn: Turn, args: Record<string, string>, how: { dialog: boolean }): Promise<Answer> {
  const found = await sheetFor(turn, args)
  if (!found.ok) return { views: [found.view] }
  const absent = [...found.value.came].filter(([, came]) => !came).map(([id]) => id)
  return {
    begin: {
      form: 'training.absent',
      args: { id: args.id ?? '', n: args.n ?? '' },
      dialog: how.dialog,
      ...(absent.length > 0 ? { values: { absent } } : {}),
    },
  }
}

export const absentForm = form<Values, Sheet & { person: (speak: Speak, s: Seat) => string }>({
  id: 'training.absent',
  title: 'training.absentForm',
  submit: 'dialogue.save',
  confirm: false,
  fields: {
    absent: choicesField('absent', {
      label: 'training.absent',
      ask: 'training.askAbsent',
      need: 'required',
      options: ({ speak }, load) => {
        const sheet = load as Sheet & { person: (speak: Speak, s: Seat) => string }
        return sheet.seats.map(s => {
          const name = sheet.names.get(s.memberId) ?? {}
          return { value: s.memberId, label: sheet.person(speak, s), also: [name.ar, name.en].filter(n => n !== undefined) }
        })
      },
    }),
  },
  async load(turn, args) {
    const found = await sheetFor(turn, args)
    if (!found.ok) return found
    return { ok: true, value: { ...found.value, person: (speak, s) => personOf(turn, speak, found.value, s) } }
  },
  save: (values, turn, sheet) => keep(turn, sheet, new Set(Array.isArray(values.absent) ? values.absent.map(String) : [])),
})
