/** Workshops of the sample: one that is over, with who came and what they thought of it; one with seats, one of two sessions, and a small one that is full. */
import type { Temporal } from 'temporal-polyfill'
import * as attendedDb from '../../db/attended.ts'
import * as people from '../../db/people.ts'
import * as seatsDb from '../../db/seats.ts'
import * as trainingDb from '../../db/training.ts'
import { boundsOf } from '../activities/when.ts'
import { record } from '../dialogue/record.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { When } from '../model/activity.ts'
import type { Feedback, Workshop } from '../model/training.ts'
import { addWorkingDays } from '../time/working-days.ts'
import { dayOf, instantAt, instantText, wall } from '../time/zone.ts'
import { schedule } from '../training/keep.ts'
import { usualLastDay } from '../training/sessions.ts'

type Sample = Pick<Workshop, 'trackId' | 'title' | 'trainer' | 'place' | 'seats' | 'perOrganization' | 'certificate'> & {
  /** Working days from the sample's present, one for each session; hours HH:MM. */
  days: readonly number[]
  from: string
  to: string
  /** Handles of organizations whose first member has a seat, and of those whose first member waits. */
  taken: readonly string[]
  waiting: readonly string[]
}

const workshops: readonly Sample[] = [
  {
    trackId: 'monitoring',
    title: { ar: 'أساسيات الرصد الإعلامي', en: 'The basics of media monitoring' },
    trainer: 'د. هالة المحمود | Dr Hala Almahmood',
    place: 'مركز عيسى الثقافي',
    seats: 20,
    perOrganization: 2,
    certificate: true,
    days: [-12],
    from: '09:00',
    to: '13:00',
    taken: ['health', 'egov', 'youth', 'tourism', 'education'],
    waiting: [],
  },
  {
    trackId: 'new_media',
    title: { ar: 'إنتاج البودكاست', en: 'Podcast production' },
    trainer: 'أ. سامي ناصر | Sami Nasser',
    place: 'مركز عيسى الثقافي',
    seats: 20,
    perOrganization: 2,
    certificate: true,
    days: [11],
    from: '09:00',
    to: '13:00',
    taken: ['egov', 'works'],
    waiting: [],
  },
  {
    trackId: 'planning',
    title: { ar: 'من الهدف إلى خطة الاتصال', en: 'From goal to communication plan' },
    trainer: 'د. هالة المحمود | Dr Hala Almahmood',
    place: 'https://meet.munassiq.example/planning',
    seats: 30,
    perOrganization: null,
    certificate: false,
    days: [14, 16],
    from: '10:00',
    to: '12:00',
    taken: ['finance'],
    waiting: [],
  },
  {
    trackId: 'traditional_media',
    title: { ar: 'المقابلة التلفزيونية', en: 'The television interview' },
    trainer: 'أ. نادر الشيخ | Nader Alshaikh',
    place: 'مركز عيسى الثقافي',
    seats: 3,
    perOrganization: 1,
    certificate: false,
    days: [9],
    from: '09:00',
    to: '12:00',
    taken: ['interior', 'tourism', 'works'],
    waiting: ['education', 'youth'],
  },
]
const thought: readonly Feedback[] = [
  { useful: 5, trainer: 5, better: 'تمارين أكثر على تقارير الرصد' },
  { useful: 4, trainer: 5, better: null },
  { useful: 4, trainer: 4, better: 'A longer break between the two parts' },
]

/** Written once, whatever became of them since: their ids are their own. */
export async function sampleWorkshops(scene: Scene): Promise<void> {
  const { db, network, now, calendar } = scene
  const { zone } = network.settings
  const idOf = (n: number) => `sample-workshop-${n + 1}`
  if (await trainingDb.byId(db, network.id, idOf(0))) return
  const members = await people.activeMembers(db, network)
  const centre = members.find(m => m.roles.includes('coordinator'))
  const first = (handle: string) => members.find(m => m.email === `${handle}@munassiq.example`)
  const today = dayOf(zone, now)
  for (const [n, { days, from, to, taken, waiting, ...said }] of workshops.entries()) {
    const text = (day: Temporal.PlainDate, time: string) => instantText(wall(zone, instantAt(zone, day, time)))
    const sessions = days.map(d => addWorkingDays(calendar, today, d)).map(day => ({ start: text(day, from), end: text(day, to) }))
    const [only, ...more] = sessions
    if (!only) continue
    const when: When = more.length > 0 ? { kind: 'sessions', sessions } : { kind: 'timed', ...only }
    const bounds = boundsOf(when, zone)
    const at = now.subtract({ hours: 24 * 30 })
    const row = { networkId: network.id, id: idOf(n), ...said, when, ...bounds, createdAt: at, createdBy: centre?.id ?? '' }
    const none = { trainerId: null, prerequisite: null, prerequisiteTrack: null }
    const made = await trainingDb.add(
      db,
      { ...row, ...none, lastDay: usualLastDay(when, calendar, today.toString()) },
      wall(zone, now).year,
    )
    if (!made) continue
    await record(scene, made.createdBy, { entity: 'workshop', id: made.id, action: 'offered', after: made })
    await schedule(scene, made)
    const own = { workshopId: made.id, since: at, byId: null }
    for (const m of taken.map(first))
      if (m) await seatsDb.takeSeat(db, { networkId: network.id, ...own, memberId: m.id, organizationId: m.organizationId, state: 'taken' })
    for (const m of waiting.map(first))
      if (m) await seatsDb.wait(db, network.id, { ...own, memberId: m.id, organizationId: m.organizationId })
    if (days.some(d => d >= 0)) continue
    // All came but the last.
    const marks = taken.flatMap((handle, i) => {
      const m = first(handle)
      return m ? [{ memberId: m.id, came: i < taken.length - 1 }] : []
    })
    await attendedDb.mark(db, network.id, { workshopId: made.id, session: 1, markedAt: made.endsAt, markedBy: made.createdBy }, marks)
    for (const answer of thought) {
      const token = scene.ids()
      await attendedDb.giveToken(db, network.id, made.id, token)
      const on = dayOf(zone, made.endsAt).add({ days: 1 }).toString()
      await attendedDb.giveFeedback(db, network.id, made.id, token, { ...answer, id: scene.ids(), on })
    }
  }
}
