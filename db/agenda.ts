/** The agenda of meetings: briefings, what the centre settled about its lines, and who comes. No other file writes these tables. */
import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { AttendanceAnswer, BriefingState } from '../src/model/agenda.ts'
import type { Bilingual } from '../src/model/people.ts'
import type { Database } from './client.ts'
import { agendaLines, attendance, briefings } from './schema.ts'

// ---- briefings ----

type BriefingRow = typeof briefings.$inferSelect
export type Briefing = Omit<BriefingRow, 'titleAr' | 'titleEn'> & { title: Bilingual }
export type BriefingText = Pick<Briefing, 'title' | 'presenter' | 'minutes' | 'link' | 'meetingId'>

const briefingOf = ({ titleAr, titleEn, ...row }: BriefingRow): Briefing => ({
  ...row,
  title: { ar: titleAr ?? undefined, en: titleEn ?? undefined },
})
const ofBriefing = (networkId: string, id: string) => and(eq(briefings.networkId, networkId), eq(briefings.id, id))
const columns = ({ title, ...rest }: BriefingText) => ({ ...rest, titleAr: title.ar ?? null, titleEn: title.en ?? null })

export async function briefing(db: Database, networkId: string, id: string): Promise<Briefing | null> {
  const [row] = await db.select().from(briefings).where(ofBriefing(networkId, id))
  return row ? briefingOf(row) : null
}

/** All that were asked for a meeting and not withdrawn, in the order in which they were asked; of one organization, or in some states. */
export async function briefingsOf(
  db: Database,
  networkId: string,
  meetingId: string,
  of: { organizationId?: string; states?: readonly BriefingState[] } = {},
): Promise<Briefing[]> {
  const rows = await db
    .select()
    .from(briefings)
    .where(
      and(
        eq(briefings.networkId, networkId),
        eq(briefings.meetingId, meetingId),
        of.organizationId ? eq(briefings.organizationId, of.organizationId) : undefined,
        of.states ? inArray(briefings.state, [...of.states]) : ne(briefings.state, 'withdrawn'),
      ),
    )
    .orderBy(asc(briefings.askedAt), asc(briefings.id))
  return rows.map(briefingOf)
}

/** False where one with this id stands already: the same draft, sent twice. */
export async function addBriefing(
  db: Database,
  row: BriefingText & Pick<Briefing, 'networkId' | 'id' | 'organizationId' | 'askedBy' | 'askedAt'>,
): Promise<boolean> {
  const { networkId, id, organizationId, askedBy, askedAt, ...text } = row
  const made = await db
    .insert(briefings)
    .values({ networkId, id, organizationId, askedBy, askedAt, changedAt: askedAt, ...columns(text) })
    .onConflictDoNothing({ target: [briefings.networkId, briefings.id] })
    .returning({ id: briefings.id })
  return made.length > 0
}

/** Changes what stands at `version`, which counts up; false when somebody changed it since, and then nothing is written. */
export async function changeBriefing(
  db: Database,
  b: Pick<Briefing, 'networkId' | 'id' | 'version'>,
  at: Temporal.Instant,
  set: { text?: BriefingText; state?: BriefingState; reason?: string | null; meetingId?: string },
): Promise<boolean> {
  const { text, ...rest } = set
  const changed = await db
    .update(briefings)
    .set({ ...(text ? columns(text) : {}), ...rest, changedAt: at, version: b.version + 1 })
    .where(and(ofBriefing(b.networkId, b.id), eq(briefings.version, b.version)))
    .returning({ id: briefings.id })
  return changed.length > 0
}

// ---- lines ----

export type KeptLine = typeof agendaLines.$inferSelect

/** Two coordinators who arrange an agenda do so one after the other. Held until the transaction ends. */
export async function holdAgenda(db: Database, networkId: string, meetingId: string): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`munassiq/agenda/${networkId}/${meetingId}`}, 0))`)
}

export const keptLines = (db: Database, networkId: string, meetingId: string): Promise<KeptLine[]> =>
  db
    .select()
    .from(agendaLines)
    .where(and(eq(agendaLines.networkId, networkId), eq(agendaLines.meetingId, meetingId)))
    .orderBy(asc(agendaLines.addedAt), asc(agendaLines.key))

/** Keeps something of a line, beside what is kept of it already. */
export async function keepLine(
  db: Database,
  row: Pick<KeptLine, 'networkId' | 'meetingId' | 'key' | 'addedAt' | 'addedBy'>,
  set: Partial<Pick<KeptLine, 'minutes' | 'position' | 'textAr' | 'textEn'>>,
): Promise<void> {
  await db
    .insert(agendaLines)
    .values({ ...row, ...set })
    .onConflictDoUpdate({ target: [agendaLines.networkId, agendaLines.meetingId, agendaLines.key], set })
}

/** False where there was none. */
export async function dropLine(db: Database, networkId: string, meetingId: string, key: string): Promise<boolean> {
  const gone = await db
    .delete(agendaLines)
    .where(and(eq(agendaLines.networkId, networkId), eq(agendaLines.meetingId, meetingId), eq(agendaLines.key, key)))
    .returning({ key: agendaLines.key })
  return gone.length > 0
}

// ---- attendance ----

export type Attendance = typeof attendance.$inferSelect

export const attendanceOf = (db: Database, networkId: string, meetingId: string): Promise<Attendance[]> =>
  db
    .select()
    .from(attendance)
    .where(and(eq(attendance.networkId, networkId), eq(attendance.meetingId, meetingId)))
    .orderBy(asc(attendance.memberId))

export async function attendanceFor(db: Database, networkId: string, meetingId: string, memberId: string): Promise<Attendance | null> {
  const [row] = await db
    .select()
    .from(attendance)
    .where(and(eq(attendance.networkId, networkId), eq(attendance.meetingId, meetingId), eq(attendance.memberId, memberId)))
  return row ?? null
}

/** Whether the invitation to a meeting went out. */
export async function wasInvited(db: Database, networkId: string, meetingId: string): Promise<boolean> {
  const [row] = await db
    .select({ at: attendance.invitedAt })
    .from(attendance)
    .where(and(eq(attendance.networkId, networkId), eq(attendance.meetingId, meetingId), isNotNull(attendance.invitedAt)))
    .limit(1)
  return row !== undefined
}

/** Invites people to a meeting, or (null) takes one up who answers before the invitation; who was invited stays so. Gives those who were not. */
export async function invite(
  db: Database,
  networkId: string,
  meetingId: string,
  memberIds: readonly string[],
  at: Temporal.Instant | null,
): Promise<string[]> {
  if (memberIds.length === 0) return []
  const made = await db
    .insert(attendance)
    .values(memberIds.map(memberId => ({ networkId, meetingId, memberId, invitedAt: at })))
    .onConflictDoUpdate({
      target: [attendance.networkId, attendance.meetingId, attendance.memberId],
      set: { invitedAt: sql`excluded.invited_at` },
      setWhere: isNull(attendance.invitedAt),
    })
    .returning({ memberId: attendance.memberId })
  return made.map(r => r.memberId)
}

/** Keeps an answer in place of the one before; false where that person was not invited. */
export async function answerInvitation(
  db: Database,
  of: Pick<Attendance, 'networkId' | 'meetingId' | 'memberId'>,
  set: { answer: AttendanceAnswer; insteadId: string | null; insteadName: string | null; answeredBy: string; answeredAt: Temporal.Instant },
): Promise<boolean> {
  const done = await db
    .update(attendance)
    .set(set)
    .where(and(eq(attendance.networkId, of.networkId), eq(attendance.meetingId, of.meetingId), eq(attendance.memberId, of.memberId)))
    .returning({ id: attendance.memberId })
  return done.length > 0
}

/** What was answered for another time is asked anew. */
export async function askAnew(db: Database, networkId: string, meetingId: string): Promise<void> {
  await db
    .update(attendance)
    .set({ answer: null, insteadId: null, insteadName: null, answeredBy: null, answeredAt: null })
    .where(and(eq(attendance.networkId, networkId), eq(attendance.meetingId, meetingId)))
}

/** Notes who was there; whoever was not invited is taken up. */
export async function noteCame(
  db: Database,
  networkId: string,
  meetingId: string,
  people: readonly { memberId: string; came: boolean }[],
): Promise<void> {
  if (people.length === 0) return
  await db
    .insert(attendance)
    .values(people.map(({ memberId, came }) => ({ networkId, meetingId, memberId, came })))
    .onConflictDoUpdate({
      target: [attendance.networkId, attendance.meetingId, attendance.memberId],
      set: { came: sql`excluded.came` },
    })
}

/** Who was invited and has not answered. */
export const silent = (db: Database, networkId: string, meetingId: string): Promise<Attendance[]> =>
  db
    .select()
    .from(attendance)
    .where(and(eq(attendance.networkId, networkId), eq(attendance.meetingId, meetingId), isNull(attendance.answer)))
    .orderBy(asc(attendance.memberId))
