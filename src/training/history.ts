/** What people did: the sessions they came to, the tracks they know, their certificates. */
import * as attendedDb from '../../db/attended.ts'
import * as seatsDb from '../../db/seats.ts'
import * as trainingDb from '../../db/training.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Attended, Workshop } from '../model/training.ts'
import { sessionsOf } from './sessions.ts'

/** How a workshop went for one person: they came to some of it, to all of it, to none of what was marked; or nobody said. */
export type Went = 'all' | 'some' | 'none' | 'unknown'

export function wentOf(scene: Pick<Scene, 'calendar'>, w: Workshop, marks: readonly Attended[], memberId: string): Went {
  const own = marks.filter(m => m.workshopId === w.id && m.memberId === memberId)
  if (own.length === 0) return 'unknown'
  const came = own.filter(m => m.came).length
  if (came === 0) return 'none'
  return came === sessionsOf(w.when, scene.calendar).length ? 'all' : 'some'
}

/** The tracks of which a person came to a session of some workshop. */
export async function attendedTracks(scene: Scene, memberId: string): Promise<Set<string>> {
  const ids = (await seatsDb.seatsOfMember(scene.db, scene.network.id, memberId)).map(s => s.workshopId)
  const workshops = await trainingDb.byIds(scene.db, scene.network.id, ids)
  const marks = await attendedDb.attendanceOf(scene.db, scene.network.id, ids)
  return new Set(workshops.filter(w => marks.some(m => m.workshopId === w.id && m.memberId === memberId && m.came)).map(w => w.trackId))
}
