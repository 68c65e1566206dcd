/** The walk through a meeting's agenda: which meeting, where it stands, and going on from there. What it keeps is in Postgres; the agenda is built anew each time. */
import type { Temporal } from 'temporal-polyfill'
import * as due from '../../db/due.ts'
import * as meetingsDb from '../../db/meetings.ts'
import * as minutesDb from '../../db/minutes.ts'
import { type AgendaLine, agendaOf } from '../agenda/agenda.ts'
import { lineTitle } from '../agenda/show.ts'
import { record } from '../dialogue/record.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import { type Meeting, nextMeeting } from '../meetings/occurrences.ts'
import type { WalkedLine } from '../model/minutes.ts'
import { addWorkingDays, closes } from '../time/working-days.ts'
import { dayOf } from '../time/zone.ts'

export type Walk = minutesDb.Walk
/** Where a walk stands: `at` counts the lines, and is their number behind the last one; `line` is null there. */
export type Place = { walk: Walk; meeting: Meeting; lines: AgendaLine[]; at: number; line: AgendaLine | null }

/** Days after its beginning in which a meeting can still be walked through: somebody may have forgotten to. */
const lately = 7
/** Minutes before its beginning from which a meeting is begun without being asked about. */
const early = 30
/** Where the office has closed already, hours after which a forgotten walk is asked about. */
const afterHours = 2

export const openDue = 'minutes.open'

export type ToWalk =
  | { kind: 'open'; walk: Walk; meeting: Meeting }
  | { kind: 'begins'; meeting: Meeting; sure: boolean }
  | { kind: 'closed'; meeting: Meeting }
  | { kind: 'none'; next: Meeting | null }

/** The meeting that "start the meeting" means: the one under way, the last one while nobody has walked through it, or the next on its own day. */
export async function toWalk(scene: Scene): Promise<ToWalk> {
  const { db, network, now } = scene
  const open = await minutesDb.openWalk(db, network.id)
  const walked = open && (await meetingsDb.byId(db, network.id, open.meetingId))
  if (open && walked) return { kind: 'open', walk: open, meeting: walked }
  const last = await meetingsDb.previous(db, network.id, now.add({ milliseconds: 1 }))
  const recent = last && now.since(last.startsAt).total('hours') < lately * 24 ? last : null
  const done = recent && (await minutesDb.walk(db, network.id, recent.id))
  if (recent && !done) return { kind: 'begins', meeting: recent, sure: true }
  const next = await nextMeeting(scene)
  const { zone } = network.settings
  if (next && dayOf(zone, next.startsAt).equals(dayOf(zone, now)))
    return { kind: 'begins', meeting: next, sure: next.startsAt.since(now).total('minutes') <= early }
  return recent && dayOf(zone, recent.startsAt).equals(dayOf(zone, now)) ? { kind: 'closed', meeting: recent } : { kind: 'none', next }
}

/** Begins the walk at the first line; where a colleague began it, theirs goes on. */
export async function begin(turn: Turn, meeting: Meeting): Promise<Place> {
  const lines = await agendaOf(turn, meeting, turn.reader)
  const { db, network, now } = turn
  const row = { networkId: network.id, meetingId: meeting.id, line: lines[0]?.key ?? null, startedAt: now, startedBy: turn.member.id }
  if (await minutesDb.beginWalk(db, row)) {
    await record(turn, turn.member.id, { entity: 'minutes', id: meeting.id, action: 'began', after: { line: row.line } })
    await askLater(turn, meeting.id)
  }
  const walk = await minutesDb.walk(db, network.id, meeting.id)
  if (!walk) throw new Error(`no walk of ${meeting.id}`)
  return placeOf(walk, meeting, lines)
}

/** At the end of the day's work it is asked whether it is over: nothing is closed by itself. */
export async function askLater(scene: Scene, meetingId: string): Promise<void> {
  const today = dayOf(scene.network.settings.zone, scene.now)
  const end = closes(scene.calendar, today)
  const at = isAfter(end, scene.now) ? end : scene.now.add({ hours: afterHours })
  await due.set(scene.db, scene.network.id, { kind: openDue, subject: meetingId, at })
}
export async function askTomorrow(scene: Scene, meetingId: string): Promise<void> {
  const day = addWorkingDays(scene.calendar, dayOf(scene.network.settings.zone, scene.now), 1)
  await due.set(scene.db, scene.network.id, { kind: openDue, subject: meetingId, at: closes(scene.calendar, day) })
}
const isAfter = (a: Temporal.Instant, b: Temporal.Instant): boolean => a.epochMilliseconds > b.epochMilliseconds

/** Where a walk stands on the agenda as it is now. A line that is no longer there (its clash was settled) gives way to the first that was not come to. */
export function placeOf(walk: Walk, meeting: Meeting, lines: AgendaLine[]): Place {
  const kept = walk.line === null ? lines.length : lines.findIndex(l => l.key === walk.line)
  const been = new Set(walk.lines.map(l => l.key))
  const fresh = lines.findIndex(l => !been.has(l.key))
  const at = kept >= 0 ? kept : fresh >= 0 ? fresh : lines.length
  return { walk, meeting, lines, at, line: lines[at] ?? null }
}

/** The walk under way; `hold` where it is about to be changed. Null where there is none, or it is closed. */
export async function underWay(turn: Turn, meetingId: string | undefined, hold = false): Promise<Place | null> {
  const id = meetingId ?? (await minutesDb.openWalk(turn.db, turn.network.id))?.meetingId
  if (!id) return null
  const walk = await (hold ? minutesDb.holdWalk : minutesDb.walk)(turn.db, turn.network.id, id)
  const meeting = walk?.state === 'open' ? await meetingsDb.byId(turn.db, turn.network.id, id) : null
  return walk && meeting ? placeOf(walk, meeting, await agendaOf(turn, meeting, turn.reader)) : null
}

export type Going = 'next' | 'back' | 'skip'

/** Goes a line on or back, and notes how the present one was left. */
export async function go(turn: Turn, place: Place, going: Going): Promise<Place> {
  const { walk, lines, at, line } = place
  const to = going === 'back' ? Math.max(0, at - 1) : Math.min(lines.length, at + 1)
  const left = going === 'back' || !line ? walk.lines : noted(turn, walk.lines, line, going === 'skip' ? 'skipped' : 'discussed')
  const next = await minutesDb.goOn(turn.db, walk, { line: lines[to]?.key ?? null, lines: left })
  if (!next) throw new Error(`the walk of ${walk.meetingId} went on while it was held`)
  return placeOf(next, place.meeting, lines)
}

/** The lines come to so far and this one; a line that was passed over and is then spoken of was spoken of. */
export function noted(scene: Scene, lines: readonly WalkedLine[], line: AgendaLine, state: WalkedLine['state']): WalkedLine[] {
  const walked: WalkedLine = {
    key: line.key,
    title: { ar: lineTitle(scene.voice('ar'), line), en: lineTitle(scene.voice('en'), line) },
    state,
  }
  return lines.some(l => l.key === line.key) ? lines.map(l => (l.key === line.key ? walked : l)) : [...lines, walked]
}
