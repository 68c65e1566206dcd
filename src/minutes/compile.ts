/** Compiles what a meeting's minutes hold, from what was recorded: the same for every reader, so that nothing a line shows of an activity is in it. */
import { createHash } from 'node:crypto'
import * as actionsDb from '../../db/actions.ts'
import * as agendaDb from '../../db/agenda.ts'
import * as minutesDb from '../../db/minutes.ts'
import * as people from '../../db/people.ts'
import { namesFor } from '../actions/show.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Meeting } from '../meetings/occurrences.ts'
import type { MinutedAttendance, MinutedLine, MinutesContent, WalkedLine } from '../model/minutes.ts'
import type { Bilingual } from '../model/people.ts'

/** `lines` are those the meeting came to, the present one included; `closedAt` is null while it is under way. */
export async function compile(scene: Scene, meeting: Meeting, walk: minutesDb.Walk, lines: readonly WalkedLine[]): Promise<MinutesContent> {
  const { db, network } = scene
  const decided = await minutesDb.decisionsOf(db, network.id, meeting.id)
  const agreed = await actionsDb.ofMeeting(db, network.id, meeting.id)
  agreed.sort((a, b) => a.number - b.number)
  const names = await namesFor(scene, agreed)
  const nameOf = (id: string): Bilingual => scene.organizations.find(o => o.id === id)?.name ?? {}
  const line = (key: string | null, title: MinutedLine['title'], skipped: boolean): MinutedLine => ({
    key,
    title,
    skipped,
    decisions: decided.filter(d => d.lineKey === key).map(({ id, text }) => ({ id, text })),
    actions: agreed
      .filter(a => a.lineKey === key)
      .map(a => ({
        id: a.id,
        number: a.number,
        text: a.text,
        organizationId: a.organizationId,
        organization: nameOf(a.organizationId),
        member: (a.memberId && names.get(a.memberId)) || null,
        dueOn: a.dueOn,
      })),
  })
  const titled = new Set(lines.map(l => l.key))
  // What was recorded on a line that is no longer there, or behind the last one, stands without a title.
  const loose = [...new Set([...decided, ...agreed].map(x => x.lineKey))].filter(key => key === null || !titled.has(key))
  return {
    startsAt: meeting.startsAt.toString(),
    startedAt: walk.startedAt.toString(),
    closedAt: walk.closedAt?.toString() ?? '',
    place: network.settings.meeting.place,
    ...(await attendanceOf(scene, meeting)),
    lines: [
      ...lines.map(l => line(l.key, l.title, l.state === 'skipped' && ![...decided, ...agreed].some(x => x.lineKey === l.key))),
      ...loose.map(key => line(key, null, false)),
    ],
  }
}

/** Who was there where that was noted, else who answered that they come, or who comes instead; null where nobody was asked. */
async function attendanceOf(scene: Scene, meeting: Meeting): Promise<Pick<MinutesContent, 'attendance' | 'attended'>> {
  const all = await agendaDb.attendanceOf(scene.db, scene.network.id, meeting.id)
  const attended = all.some(r => r.came !== null)
  const rows = all.filter(r => (attended ? r.came === true : r.answer === 'yes' || r.answer === 'other'))
  if (rows.length === 0) return { attendance: null }
  const by = new Map<string, Bilingual[]>()
  for (const row of rows) {
    const invited = await people.member(scene.db, scene.network, row.memberId)
    const instead = row.answer === 'other' && row.insteadId ? await people.member(scene.db, scene.network, row.insteadId) : null
    const name: Bilingual | undefined =
      row.answer === 'other'
        ? (instead?.name ?? (row.insteadName ? { ar: row.insteadName, en: row.insteadName } : undefined))
        : invited?.name
    if (!invited || !name) continue
    by.set(invited.organizationId, [...(by.get(invited.organizationId) ?? []), name])
  }
  const attendance: MinutedAttendance = scene.organizations.flatMap(o => {
    const there = by.get(o.id)
    return there ? [{ organization: o.name, people: there }] : []
  })
  return { attendance, ...(attended ? { attended } : {}) }
}

/** Tells two compilations apart: what is posted is what was shown. When it was closed is no part of it, nor the order in which Postgres hands keys back. */
export const stampOf = (content: MinutesContent): string =>
  createHash('sha256')
    .update(JSON.stringify({ ...content, closedAt: '' }, inOrder))
    .digest('hex')
    .slice(0, 16)

const inOrder = (_key: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
