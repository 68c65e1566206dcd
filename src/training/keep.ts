/** Keeps workshops: offers, changes and cancels them with the record, sets what falls due, and tells everybody who has or waits for a seat. */
import type { Temporal } from 'temporal-polyfill'
import * as due from '../../db/due.ts'
import * as people from '../../db/people.ts'
import * as seatsDb from '../../db/seats.ts'
import * as trainingDb from '../../db/training.ts'
import { titleLanguage } from '../activities/submit.ts'
import { boundsOf } from '../activities/when.ts'
import { close } from '../delivery/ask.ts'
import { tell, update } from '../delivery/promise.ts'
import type { Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { same } from '../dialogue/same.ts'
import { notice, warn } from '../dialogue/say.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import type { Moment } from '../dialogue/wing.ts'
import type { Key } from '../locales/words.ts'
import { when as whenSchema } from '../model/activity.ts'
import type { Language, Member } from '../model/people.ts'
import type { Workshop } from '../model/training.ts'
import type { View } from '../model/view.ts'
import type { Calendar } from '../time/working-days.ts'
import { dayOf } from '../time/zone.ts'
import { trainerOf, type Work } from './fields.ts'
import { advance, offerQuestion, offerSubject } from './offer.ts'
import { trackIn } from './read.ts'
import { feedbackAt, remindAt, type Session, sessionsOf, usualLastDay } from './sessions.ts'
import { cardOf, sightOf, standingOf, subjectOf } from './show.ts'

export const dueKinds = { remind: 'training.remind', attend: 'training.attend', feedback: 'training.feedback' } as const

const string = (v: unknown): string | null => (typeof v === 'string' && v.trim() ? v.trim() : null)
const number = (v: unknown): number | null => (typeof v === 'number' ? v : null)

/** What the values of the form say, as a workshop keeps it. */
export function givenOf(
  values: Values,
  turn: Turn,
  work: Work,
): Omit<trainingDb.NewWorkshop, 'networkId' | 'id' | 'createdAt' | 'createdBy'> {
  const when = whenSchema.parse(values.when)
  const { startsAt, endsAt } = boundsOf(when, turn.network.settings.zone)
  const title = string(values.title) ?? ''
  const first = titleLanguage(title, turn.language)
  const other = string(values.otherTitle) ?? undefined
  const prerequisite = string(values.prerequisite)
  const track = prerequisite ? trackIn(prerequisite, work.tracks) : null
  return {
    trackId: String(values.track),
    title: first === 'ar' ? { ar: title, en: other } : { ar: other, en: title },
    trainer: string(values.trainer),
    trainerId: trainerOf(values, work)?.id ?? null,
    when,
    startsAt,
    endsAt,
    place: string(values.place),
    seats: number(values.seats) ?? 1,
    perOrganization: number(values.perOrganization),
    prerequisite,
    prerequisiteTrack: track?.id ?? null,
    lastDay: string(values.lastDay) ?? usualLastDay(when, turn.calendar, dayOf(turn.network.settings.zone, turn.now).toString()),
    certificate: values.certificate === 'yes',
  }
}

/** A workshop as the values of its form. */
export function valuesOf(w: Workshop, language: Language, calendar: Calendar, today: string): Values {
  const first = w.title[language] ? language : language === 'ar' ? 'en' : 'ar'
  const values: Values = {
    title: w.title[first],
    otherTitle: w.title[first === 'ar' ? 'en' : 'ar'],
    track: w.trackId,
    when: w.when,
    place: w.place ?? undefined,
    seats: w.seats,
    trainer: w.trainer ?? undefined,
    perOrganization: w.perOrganization ?? undefined,
    prerequisite: w.prerequisite ?? undefined,
    // One that nobody chose moves with the workshop.
    lastDay: w.lastDay === usualLastDay(w.when, calendar, today) ? undefined : w.lastDay,
    certificate: w.certificate ? 'yes' : 'no',
  }
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined))
}

/** Keeps a new workshop; null where the same draft was kept before. */
export async function add(turn: Turn, id: string, values: Values, work: Work): Promise<Workshop | null> {
  const row = { networkId: turn.network.id, id, ...givenOf(values, turn, work), createdAt: turn.now, createdBy: turn.member.id }
  const made = await trainingDb.add(turn.db, row, turn.now.toZonedDateTimeISO(turn.network.settings.zone).year)
  if (!made) return null
  await record(turn, turn.member.id, { entity: 'workshop', id, action: 'offered', after: made })
  await schedule(turn, made)
  return made
}

/** Sets what falls due for a workshop as it now stands; what is past is not set. */
export async function schedule(scene: Scene, w: Workshop): Promise<void> {
  const { db, network, calendar, now } = scene
  for (const kind of Object.values(dueKinds)) await due.clear(db, network.id, kind, `${w.id}:%`)
  if (w.state !== 'open') return
  const sessions = sessionsOf(w.when, calendar)
  const set = async (kind: string, n: number, at: typeof now) => {
    if (at.epochMilliseconds > now.epochMilliseconds) await due.set(db, network.id, { kind, subject: `${w.id}:${n}`, at })
  }
  for (const s of sessions) {
    await set(dueKinds.remind, s.n, remindAt(s, calendar))
    await set(dueKinds.attend, s.n, s.endsAt)
  }
  await set(dueKinds.feedback, 0, feedbackAt(sessions, calendar))
}

/** Changes a workshop as it was shown, at its version; else what to say: it is gone, or it changed since. More seats move the waiting list. */
export async function change(
  turn: Turn,
  shown: { id: string; version: number },
  values: Values,
  work: Work,
): Promise<{ after: Workshop } | { refused: View }> {
  const { db, network } = turn
  const before = await trainingDb.hold(db, network.id, shown.id)
  if (!before) return { refused: warn(turn.speak, 'training.gone') }
  if (before.version !== shown.version) return { refused: await changedSince(turn, before) }
  const given = givenOf(values, turn, work)
  // A title in the language the form did not show stays.
  const set = { ...given, title: { ...before.title, ...Object.fromEntries(Object.entries(given.title).filter(([, t]) => t)) } }
  // Seats that were taken while the form was open.
  const taken = (await standingOf(turn, before)).seats.length
  if (set.seats < taken) return { refused: warn(turn.speak, 'training.seatsTaken', { n: taken, seats: set.seats }) }
  const after = await trainingDb.change(db, network.id, before.id, before.version, set, turn.now)
  if (!after) throw new Error(`workshop ${before.id} changed while it was held`)
  await record(turn, turn.member.id, { entity: 'workshop', id: after.id, action: 'changed', before, after })
  await seatsDb.renumber(db, network.id, after.id)
  if (!same(before.when, after.when)) await schedule(turn, after)
  await advance(turn, after)
  const told = !same(before.when, after.when) || before.place !== after.place
  await redraw(turn, after)
  if (told) await tellAll(turn, after, 'training.wasChanged', `training.changed:${after.id}:${after.version}`)
  return { after }
}

/** Cancels a workshop: offers are over, what fell due is gone, and whoever has or waits for a seat is told why. */
export async function cancel(
  turn: Turn,
  shown: { id: string; version: number },
  reason: string,
): Promise<{ after: Workshop } | { refused: View }> {
  const { db, network } = turn
  const before = await trainingDb.hold(db, network.id, shown.id)
  if (!before) return { refused: warn(turn.speak, 'training.gone') }
  if (before.version !== shown.version) return { refused: await changedSince(turn, before) }
  const after = await trainingDb.change(db, network.id, before.id, before.version, { state: 'cancelled', reason }, turn.now)
  if (!after) throw new Error(`workshop ${before.id} changed while it was held`)
  await record(turn, turn.member.id, { entity: 'workshop', id: after.id, action: 'cancelled', before, after })
  await schedule(turn, after)
  for (const s of (await standingOf(turn, after)).seats)
    if (s.state === 'held') await close(turn, offerQuestion, offerSubject(after.id, s.memberId))
  await redraw(turn, after)
  await tellAll(turn, after, 'training.wasCancelled', `training.cancelled:${after.id}`)
  return { after }
}

/** The workshop as it stands, for whoever acts on an older card of it. */
export async function changedSince(turn: Turn, w: Workshop): Promise<View> {
  const [s, sight] = [await standingOf(turn, w), await sightOf(turn)]
  return cardOf(turn, s, sight, turn.reader, [notice('warning', turn.speak.say('training.changedMeanwhile', { reference: w.reference }))])
}

/** Everybody who has a seat, one that is held for them, or a place on the list, and a trainer of the network. */
export async function concerned(scene: Scene, w: Workshop): Promise<Member[]> {
  const s = await standingOf(scene, w)
  const ids = new Set([...[...s.seats, ...s.waiting].map(x => x.memberId), w.trainerId])
  return (await people.activeMembers(scene.db, scene.network)).filter(m => ids.has(m.id))
}

async function tellAll(turn: Turn, w: Workshop, key: Key, dedupe: string): Promise<void> {
  const [s, sight] = [await standingOf(turn, w), await sightOf(turn)]
  const members = (await concerned(turn, w)).filter(m => m.id !== turn.member.id)
  await tell(
    turn,
    members,
    (language, m) => {
      const speak = turn.voice(language)
      const note = notice('warning', speak.say(key, { title: speak.pick(w.title) }))
      return cardOf({ speak, organizations: turn.organizations }, s, sight, { memberId: m.id, roles: m.roles }, [note])
    },
    { subject: subjectOf(w.id), dedupe },
  )
}

/** Every standing card of a workshop says how it stands now, with the buttons that are its reader's. */
export async function redraw(scene: Scene, w: Workshop): Promise<void> {
  const [s, sight] = [await standingOf(scene, w), await sightOf(scene)]
  const members = new Map((await people.activeMembers(scene.db, scene.network)).map(m => [m.id, m]))
  await update(scene, subjectOf(w.id), (language, id) => {
    const m = members.get(id ?? '')
    const eye = { memberId: id ?? '', roles: m?.roles ?? [] }
    return cardOf({ speak: scene.voice(language), organizations: scene.organizations }, s, sight, eye)
  })
}

/** By its subject, which is the workshop and the number of its session. */
const ofSession =
  (at: (n: number, sessions: Session[], calendar: Calendar) => Temporal.Instant | null): Moment =>
  async (scene, subject) => {
    const [id = '', n] = subject.split(':')
    const w = await trainingDb.byId(scene.db, scene.network.id, id)
    return w?.state === 'open' ? at(Number(n), sessionsOf(w.when, scene.calendar), scene.calendar) : null
  }
const session = (n: number, all: readonly Session[]): Session | null => all.find(s => s.n === n) ?? null
export const moments: Record<string, Moment> = {
  [dueKinds.remind]: ofSession((n, all, calendar) => {
    const s = session(n, all)
    return s && remindAt(s, calendar)
  }),
  // Where no hour is known it is over at the close of work.
  [dueKinds.attend]: ofSession((n, all) => session(n, all)?.endsAt ?? null),
  [dueKinds.feedback]: ofSession((_, all, calendar) => feedbackAt(all, calendar)),
}
