/** A meeting in people's calendars: its invitation, sent again when it moves, and its line in the feed. */
import type { Scene } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import { isOver } from '../meetings/cards.ts'
import { type Meeting, windowOf } from '../meetings/occurrences.ts'
import type { Language } from '../model/people.ts'
import { monthsName } from '../plan/show.ts'
import { type Entry, type File, type Invitation, icsOf, mimeOf } from '../time/ics.ts'
import { dayOf } from '../time/zone.ts'

/** A meeting that was called off stands as cancelled. */
export function meetingEntry(scene: Scene, m: Meeting, speak: Speak): Entry {
  const { minutes, place } = scene.network.settings.meeting
  const off = m.state === 'skipped'
  const title = speak.say('calendar.meeting', { network: speak.pick(scene.network.name) })
  return {
    uid: `${m.id}@munassiq`,
    sequence: m.version,
    time: { allDay: false, start: m.startsAt, end: m.startsAt.add({ minutes }) },
    title: off ? speak.say('calendar.off', { title }) : title,
    place: speak.pick(place) || null,
    about: [
      speak.say('calendar.covers', { _months: monthsName(windowOf(scene, m).months, speak) }),
      ...(off || isOver(m.startsAt, scene.now) ? [] : [speak.say('calendar.deadline', { _at: speak.instant(m.deadlineAt) })]),
    ],
    category: null,
    status: off ? 'CANCELLED' : 'CONFIRMED',
    confidential: false,
    busy: true,
    changedAt: null,
  }
}

/** The invitation as a file; the same meeting has the same UID always, and its version for SEQUENCE. */
export function meetingFile(scene: Scene, m: Meeting, language: Language, method: Invitation['method']): File {
  const speak = scene.voice(language)
  const entry = meetingEntry(scene, m, speak)
  const centre = scene.organizations.find(o => o.centre)
  return {
    name: `meeting-${dayOf(scene.network.settings.zone, m.startsAt)}.ics`,
    mime: mimeOf(method),
    bytes: icsOf([method === 'CANCEL' ? { ...entry, status: 'CANCELLED' } : entry], {
      stamp: scene.now,
      language,
      invitation: {
        method,
        organizer: speak.pick(centre?.name ?? scene.network.name),
        invited: speak.pick(scene.network.name),
      },
    }),
  }
}
