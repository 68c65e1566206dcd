/** Follow-up actions in Postgres. No other file writes this table. What a meeting agreed is no secret in the network: whoever holds a role may read it. */
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Bilingual } from '../src/model/people.ts'
import { nextNumber } from './changes.ts'
import type { Database } from './client.ts'
import { actions, type FollowUpState } from './schema.ts'

export type { FollowUpState }

type Row = typeof actions.$inferSelect
/** `dueOn` is a day of the network, YYYY-MM-DD. */
export type FollowUp = Omit<Row, 'textAr' | 'textEn'> & { text: Bilingual }
export type NewFollowUp = Pick<
  FollowUp,
  'networkId' | 'id' | 'text' | 'organizationId' | 'memberId' | 'dueOn' | 'meetingId' | 'lineKey' | 'recordedAt' | 'recordedBy'
>
export type FollowUpSet = Partial<
  Pick<FollowUp, 'text' | 'organizationId' | 'memberId' | 'dueOn' | 'state' | 'note' | 'settledAt' | 'settledBy' | 'meetingId' | 'lineKey'>
>

const ofRow = ({ textAr, textEn, ...row }: Row): FollowUp => ({ ...row, text: { ar: textAr ?? undefined, en: textEn ?? undefined } })
const of = (networkId: string, id: string) => and(eq(actions.networkId, networkId), eq(actions.id, id))

async function read(db: Database, networkId: string, where: SQL | undefined): Promise<FollowUp[]> {
  const rows = await db
    .select()
    .from(actions)
    .where(and(eq(actions.networkId, networkId), where))
    .orderBy(asc(actions.dueOn), asc(actions.number))
  return rows.map(ofRow)
}

/** Narrows to what one organization owes. */
export type Whose = { organizationId?: string | undefined }
const whose = ({ organizationId }: Whose) => (organizationId ? eq(actions.organizationId, organizationId) : undefined)

/** What a meeting agreed, dropped ones included, by the day each is due. */
export const ofMeeting = (db: Database, networkId: string, meetingId: string, of: Whose = {}): Promise<FollowUp[]> =>
  read(db, networkId, and(eq(actions.meetingId, meetingId), whose(of)))

/** All that is still open, whichever meeting agreed it, by the day each is due. */
export const open = (db: Database, networkId: string, of: Whose = {}): Promise<FollowUp[]> =>
  read(db, networkId, and(eq(actions.state, 'open'), whose(of)))

/** What was done or dropped after an instant. */
export const settledSince = (db: Database, networkId: string, since: Temporal.Instant, of: Whose = {}): Promise<FollowUp[]> =>
  read(
    db,
    networkId,
    and(inArray(actions.state, ['done', 'dropped']), sql`${actions.settledAt} > ${since.toString()}::timestamptz`, whose(of)),
  )

export async function byId(db: Database, networkId: string, id: string): Promise<FollowUp | null> {
  const [row] = await db.select().from(actions).where(of(networkId, id))
  return row ? ofRow(row) : null
}

/** The action, held until the transaction ends: two people change it one after the other. */
export async function hold(db: Database, networkId: string, id: string): Promise<FollowUp | null> {
  const [row] = await db.select().from(actions).where(of(networkId, id)).for('update')
  return row ? ofRow(row) : null
}

export async function byNumber(db: Database, networkId: string, number: number): Promise<FollowUp | null> {
  const [row] = await db
    .select()
    .from(actions)
    .where(and(eq(actions.networkId, networkId), eq(actions.number, number)))
  return row ? ofRow(row) : null
}

const columns = <S extends { text?: Bilingual | undefined }>({ text, ...rest }: S) => ({
  ...rest,
  ...(text ? { textAr: text.ar ?? null, textEn: text.en ?? null } : {}),
})

/** Stores an action under the next number; null where one with this id stands already (the same draft, sent twice). */
export async function add(db: Database, row: NewFollowUp): Promise<FollowUp | null> {
  if (await byId(db, row.networkId, row.id)) return null
  const number = await nextNumber(db, row.networkId, 'actions')
  const [made] = await db
    .insert(actions)
    .values({ ...columns(row), number, changedAt: row.recordedAt })
    .returning()
  return made ? ofRow(made) : null
}

/** Changes what stands at `version`, which counts up; null when somebody changed it since, and then nothing is written. */
export async function change(
  db: Database,
  networkId: string,
  id: string,
  version: number,
  set: FollowUpSet,
  at: Temporal.Instant,
): Promise<FollowUp | null> {
  const [row] = await db
    .update(actions)
    .set({ ...columns(set), version: version + 1, changedAt: at })
    .where(and(of(networkId, id), eq(actions.version, version)))
    .returning()
  return row ? ofRow(row) : null
}
