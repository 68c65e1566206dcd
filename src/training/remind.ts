/** Reminders: the working day before a workshop and on the morning of each further session, with the workshop as a calendar file. */

import { Temporal } from 'temporal-polyfill'
import * as people from '../../db/people.ts'
import * as trainingDb from '../../db/training.ts'
import { keepFile } from '../delivery/files.ts'
import { tell } from '../delivery/promise.ts'
import { notice } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Language } from '../model/people.ts'
import type { Workshop } from '../model/training.ts'
import type { FilePart } from '../model/view.ts'
import { type Entry, icsOf, mimeOf } from '../time/ics.ts'
import { type Session, sessionsOf } from './sessions.ts'
import { cardOf, sightOf, standingOf, subjectOf, titleOf, trainerName } from './show.ts'

/** Subject of a due row: the workshop and the number of the session. */
export async function sessionOf(scene: Scene, subject: string): Promise<{ w: Workshop; session: Session } | null> {
  const [id = '', n] = subject.split(':')
  const w = await trainingDb.byId(scene.db, scene.network.id, id)
  const session = w?.state === 'open' ? sessionsOf(w.when, scene.calendar).find(s => s.n === Number(n)) : undefined
  return w && session ? { w, session } : null
}

export async function remindDue(scene: Scene, subject: string): Promise<void> {
  const found = await sessionOf(scene, subject)
  if (!found || scene.now.epochMilliseconds >= found.session.startsAt.epochMilliseconds) return
  const { w, session } = found
  const [s, sight] = [await standingOf(scene, w), await sightOf(scene)]
  const taken = new Set([...s.seats.filter(x => x.state === 'taken').map(x => x.memberId), w.trainerId])
  const members = (await people.activeMembers(scene.db, scene.network)).filter(m => taken.has(m.id))
  if (members.length === 0) return
  // The file holds every session, and is handed over once.
  const files = session.n === 1 ? await calendarFiles(scene, w) : null
  await tell(
    scene,
    members,
    (language, m) => {
      const speak = scene.voice(language)
      const note = notice('info', speak.say('training.remind', { title: titleOf(speak, w), _when: speak.when(session.when) }))
      const card = cardOf({ speak, organizations: scene.organizations }, s, sight, { memberId: m.id, roles: m.roles }, [note])
      return files ? { ...card, parts: [...card.parts, files[language]] } : card
    },
    { subject: subjectOf(w.id), dedupe: `training.remind:${subject}:${session.startsAt}` },
  )
}

/** The workshop as a calendar file in each language, kept once for everybody: it holds nobody's name but the trainer's. */
export async function calendarFiles(scene: Scene, w: Workshop): Promise<Record<Language, FilePart>> {
  const sight = await sightOf(scene)
  const fileIn = async (language: Language) => {
    const speak = scene.voice(language)
    const trainer = trainerName(speak, w, sight)
    const entries = sessionsOf(w.when, scene.calendar).map(
      (s): Entry => ({
        uid: `${w.id}-${s.n}@munassiq`,
        sequence: w.version,
        time:
          s.when.kind === 'timed'
            ? { allDay: false, start: s.startsAt, end: s.when.end ? s.endsAt : null }
            : { allDay: true, start: Temporal.PlainDate.from(s.day), end: Temporal.PlainDate.from(s.day).add({ days: 1 }) },
        title: titleOf(speak, w),
        place: w.place ? speak.venue(w.place) : null,
        about: [w.reference, ...(trainer ? [`${speak.say('training.trainer')}: ${trainer}`] : [])],
        category: null,
        status: 'CONFIRMED',
        confidential: false,
        busy: true,
        changedAt: w.changedAt,
      }),
    )
    const bytes = icsOf(entries, { stamp: scene.now, language })
    return keepFile(scene, { name: `${w.reference}.ics`, mime: mimeOf(), bytes, reader: null })
  }
  return { ar: await fileIn('ar'), en: await fileIn('en') }
}
