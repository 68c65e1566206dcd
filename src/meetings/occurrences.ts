/** The meetings made ahead, and everything that falls due for them: they follow the rule, the calendar and the settings. */
import { Temporal } from 'temporal-polyfill'
import * as changes from '../../db/changes.ts'
import * as due from '../../db/due.ts'
import * as meetings from '../../db/meetings.ts'
import { holders, tell } from '../delivery/promise.ts'
import { record } from '../dialogue/record.ts'
import { text, view } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Window } from '../model/window.ts'
import { deadlineOf, nextWorkingMoment } from '../time/working-days.ts'
import { dayOf, instantAt, monthOf, monthWindow } from '../time/zone.ts'
import { after, before, type Occurrence, type Rule } from './rule.ts'
import { nextClose, remindersOf } from './schedule.ts'

export type Meeting = meetings.Meeting

/** How many meetings that have not begun are kept ready. */
const ahead = 4

export const dueKinds = {
  reminder: 'meeting.reminder',
  deadline: 'meeting.deadline',
  begun: 'meeting.begun',
  snooze: 'meeting.snooze',
} as const

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0

/** The nearest meeting that has not begun: it is the one that answers are for, even after its deadline. */
export const nextMeeting = (scene: Scene): Promise<Meeting | null> => meetings.next(scene.db, scene.network.id, scene.now)

/** The months a meeting's plan covers: from the month of the rule's own day, wherever the meeting is moved. */
export const windowOf = (scene: Scene, m: Pick<Meeting, 'firstMonth'>): Window =>
  monthWindow(scene.network.settings.zone, m.firstMonth, scene.network.settings.windowMonths)

/** When the meeting before this one began: answers count from then. */
export async function previousStart(scene: Scene, m: Meeting): Promise<Temporal.Instant> {
  const { db, network } = scene
  const kept = await meetings.previousStart(db, network.id, m.startsAt)
  if (kept) return kept
  const ruled = before(network.settings.meeting, network.settings.zone, isBefore(m.startsAt, scene.now) ? m.startsAt : scene.now)
  return ruled ?? m.startsAt.subtract({ hours: 24 * 31 })
}

/** The deadline that the settings give a meeting on the day of `startsAt`. */
export const deadlineFor = (scene: Scene, startsAt: Temporal.Instant, workingDays = scene.network.settings.meeting.deadlineWorkingDays) =>
  deadlineOf(scene.calendar, dayOf(scene.network.settings.zone, startsAt), workingDays)

/** The instants the local chat can move its clock to; null where nothing of a kind is coming. */
export async function jumps(
  scene: Scene,
): Promise<{ reminder: Temporal.Instant | null; deadline: Temporal.Instant | null; meeting: Temporal.Instant | null }> {
  const { db, network } = scene
  const [reminder, deadline, next] = [
    await due.earliest(db, network.id, dueKinds.reminder),
    await due.earliest(db, network.id, dueKinds.deadline),
    await nextMeeting(scene),
  ]
  return { reminder, deadline, meeting: next?.startsAt ?? null }
}

/**
 * Makes the next meetings of the rule, up to those that should be ready; what stands stays. A meeting made after its own deadline gets no edition by
 * itself and no reminders. Call it when a network is made; afterwards each meeting that begins makes the next.
 */
export async function ensureMeetings(scene: Scene): Promise<void> {
  const { db, network } = scene
  const { settings } = network
  await meetings.holdAll(db, network.id)
  const standing = await meetings.upcoming(db, network.id, scene.now)
  // Those made before a wing above knew of meetings are told to it too.
  for (const m of standing) await scene.emit({ kind: 'meeting.scheduled', meetingId: m.id })
  if (standing.length >= ahead) return
  const last = await meetings.lastRuleDay(db, network.id)
  const lastAt = last ? instantAt(settings.zone, Temporal.PlainDate.from(last), '23:59') : scene.now
  const from = isBefore(scene.now, lastAt) ? lastAt : scene.now
  for (const occurrence of after(settings.meeting, settings.zone, from, ahead - standing.length)) await addMeeting(scene, occurrence)
}

async function addMeeting(scene: Scene, occurrence: Occurrence): Promise<void> {
  const row = {
    networkId: scene.network.id,
    id: scene.ids(),
    version: 1,
    ...made(scene, occurrence),
    firstMonth: monthOf(Temporal.PlainDate.from(occurrence.day)),
  }
  if (await meetings.add(scene.db, row)) await schedule(scene, row)
}

const made = (scene: Scene, o: Occurrence) => ({
  ruleDay: o.day,
  startsAt: o.startsAt,
  deadlineAt: deadlineFor(scene, o.startsAt),
  steps: scene.network.settings.meeting.reminderSteps,
  state: 'planned' as const,
})

/**
 * Sets what falls due for a meeting. What is past is never set anew, so that nobody is reminded of a step that was over when the meeting was made;
 * but what was coming and has moved into the past is due at once, so that it is not lost.
 */
export async function schedule(scene: Scene, m: Meeting): Promise<void> {
  const { db, network, now } = scene
  const set = (kind: string, subject: string, at: Temporal.Instant) => due.set(db, network.id, { kind, subject, at })
  // Its hour still makes the next meeting: `begun` stays.
  if (m.state === 'skipped') {
    await askNothingMore(scene, m)
    return scene.emit({ kind: 'meeting.scheduled', meetingId: m.id })
  }
  const coming = (at: Temporal.Instant) => isBefore(now, at)
  const reminders = remindersOf(scene.calendar, m.deadlineAt, m.steps)
  const open = await due.openOf(db, network.id, dueKinds.reminder, `${m.id}:%`)
  for (const row of open)
    if (!reminders.some(r => `${m.id}:${r.step}` === row.subject)) await due.clear(db, network.id, row.kind, row.subject)
  for (const { step, at } of reminders) {
    const subject = `${m.id}:${step}`
    const had = open.find(row => row.subject === subject)
    if (coming(at)) await set(dueKinds.reminder, subject, at)
    else if (had && coming(had.at)) await set(dueKinds.reminder, subject, now)
  }
  for (const row of await due.openOf(db, network.id, dueKinds.snooze, `${m.id}:%`)) {
    const day = row.subject.split(':').at(-1) ?? ''
    const at = nextWorkingMoment(scene.calendar, instantAt(network.settings.zone, Temporal.PlainDate.from(day), '00:00'))
    if (coming(row.at) && coming(at)) await set(row.kind, row.subject, at)
  }
  if (coming(m.deadlineAt)) await set(dueKinds.deadline, m.id, m.deadlineAt)
  await set(dueKinds.begun, m.id, m.startsAt)
  await scene.emit({ kind: 'meeting.scheduled', meetingId: m.id })
}

/** Nobody is reminded of a meeting any more, and nothing is compiled for it. */
async function askNothingMore({ db, network }: Scene, m: Meeting): Promise<void> {
  await due.clear(db, network.id, dueKinds.reminder, `${m.id}:%`)
  await due.clear(db, network.id, dueKinds.snooze, `${m.id}:%`)
  await due.clear(db, network.id, dueKinds.deadline, m.id)
}

/**
 * After the calendar or the settings changed: deadlines that are not over, and everything due, are computed anew. A deadline that the centre set by
 * hand stays. Where the new one would be over already, the next close of working hours takes its place. Returns meetings whose deadline moved.
 */
export async function recompute(scene: Scene): Promise<Meeting[]> {
  const { db, network, now } = scene
  const moved: Meeting[] = []
  for (const m of await meetings.upcoming(db, network.id, now)) {
    if (m.state === 'skipped') continue
    if (!isBefore(now, m.deadlineAt)) continue
    const byHand = await deadlineByHand(scene, m)
    const wanted = byHand ? m.deadlineAt : deadlineFor(scene, m.startsAt)
    const deadlineAt = isBefore(now, wanted) ? wanted : soonest(scene, m)
    const next: Meeting = { ...m, deadlineAt, steps: network.settings.meeting.reminderSteps }
    await meetings.follow(db, network.id, m.id, { deadlineAt, steps: next.steps })
    await schedule(scene, next)
    if (Temporal.Instant.compare(deadlineAt, m.deadlineAt) !== 0) moved.push(next)
  }
  return moved
}

const soonest = (scene: Scene, m: Meeting): Temporal.Instant => {
  const close = nextClose(scene.calendar, scene.now)
  return isBefore(close, m.startsAt) ? close : m.startsAt
}

/** Whether the centre set this meeting's deadline itself, when it was moved last. */
async function deadlineByHand(scene: Scene, m: Meeting): Promise<boolean> {
  const made = await changes.of(scene.db, scene.network.id, 'meeting', m.id, 200)
  const last = made.find(c => c.action === 'moved' || c.action === 'remade')
  return last?.after?.deadlineByHand === true
}

/** After a holiday or a Hijri month moved: deadlines and reminders follow, and the centre hears of deadlines that changed. */
export async function onCalendar(scene: Scene): Promise<void> {
  const [nearest] = await recompute(scene)
  if (!nearest) return
  await tell(scene, await holders(scene, 'coordinator'), language => {
    const speak = scene.voice(language)
    const day = speak.day(dayOf(scene.network.settings.zone, nearest.startsAt))
    return view(language, [text(speak.say('meeting.deadlineFollowed', { day, deadline: speak.instant(nearest.deadlineAt) }))])
  })
}

/**
 * The days a new rule would give: meetings whose deadline is over keep their place, and the rule goes on after them, from its first day whose deadline
 * is still ahead.
 */
export async function planned(scene: Scene, rule: Rule, workingDays: number, most: number): Promise<Occurrence[]> {
  const { now, network } = scene
  const zone = network.settings.zone
  const closed = (await meetings.upcoming(scene.db, network.id, now)).filter(m => !isBefore(now, m.deadlineAt))
  const from = closed.reduce((at, m) => (isBefore(at, m.startsAt) ? m.startsAt : at), now)
  const found = after(rule, zone, from, most + 40).filter(o => isBefore(now, deadlineFor(scene, o.startsAt, workingDays)))
  return found.slice(0, most)
}

/** After the rule changed (the settings carry it already): meetings still open to submissions are made anew, moved and skipped ones included. */
export async function remake(scene: Scene, by: string): Promise<void> {
  const { db, network, now } = scene
  await meetings.holdAll(db, network.id)
  const old = (await meetings.upcoming(db, network.id, now)).filter(m => isBefore(now, m.deadlineAt))
  const wanted = await planned(scene, network.settings.meeting, network.settings.meeting.deadlineWorkingDays, ahead)
  await meetings.freeRuleDays(
    db,
    network.id,
    old.map(m => m.id),
  )
  const left = [...old]
  for (const occurrence of wanted) {
    const month = monthOf(Temporal.PlainDate.from(occurrence.day))
    const at = left.findIndex(m => m.firstMonth === month)
    const same = at >= 0 ? left.splice(at, 1)[0] : undefined
    if (!same) {
      await addMeeting(scene, occurrence)
      continue
    }
    const next: Meeting = { ...same, ...made(scene, occurrence) }
    await meetings.remake(db, network.id, same.id, next)
    await record(scene, by, { entity: 'meeting', id: same.id, action: 'remade', before: same, after: next })
    await schedule(scene, next)
    if (Temporal.Instant.compare(next.startsAt, same.startsAt) !== 0)
      await scene.emit({ kind: 'meeting.moved', meetingId: same.id, from: same.startsAt, by, told: true })
  }
  for (const m of left) {
    await askNothingMore(scene, m)
    await due.clear(db, network.id, dueKinds.begun, m.id)
    await record(scene, by, { entity: 'meeting', id: m.id, action: 'removed', before: m })
    const nextId = (await nextMeeting(scene))?.id ?? null
    await scene.emit({ kind: 'meeting.skipped', meetingId: m.id, nextId: nextId === m.id ? null : nextId, by, told: true })
  }
  await meetings.remove(
    db,
    network.id,
    left.map(m => m.id),
  )
  for (const m of left) await scene.emit({ kind: 'meeting.scheduled', meetingId: m.id })
}
