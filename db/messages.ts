/** The message bank in Postgres: messages, and their earlier wordings, which are only ever added to. No other file writes these tables, but the sample's loader. */
import { and, asc, desc, eq, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Bilingual, Reader } from '../src/model/people.ts'
import type { Database } from './client.ts'
import { bankMessages, bankWordings, type MessageState, priorities } from './schema.ts'

export type { MessageState }

/** `validUntil` and `askedFor` are days, YYYY-MM-DD; `month` and `priority` are those of the priority it is tied to. */
export type Message = {
  id: string
  text: Bilingual
  topic: Bilingual
  facts: string | null
  source: string | null
  priorityId: string | null
  priority: Bilingual
  month: string | null
  rank: number | null
  state: MessageState
  proposedBy: string | null
  approvedBy: string | null
  approvedAt: Temporal.Instant | null
  validUntil: string | null
  askedFor: string | null
  version: number
  changedAt: Temporal.Instant
}

export type NewMessage = typeof bankMessages.$inferInsert

const bilingual = (ar: string | null | undefined, en: string | null | undefined): Bilingual => ({
  ar: ar ?? undefined,
  en: en ?? undefined,
})

async function read(db: Database, networkId: string, where: SQL | undefined): Promise<Message[]> {
  const rows = await db
    .select({
      m: bankMessages,
      titleAr: priorities.titleAr,
      titleEn: priorities.titleEn,
      month: priorities.month,
      rank: priorities.rank,
      active: priorities.active,
    })
    .from(bankMessages)
    .leftJoin(priorities, and(eq(priorities.networkId, bankMessages.networkId), eq(priorities.id, bankMessages.priorityId)))
    .where(and(eq(bankMessages.networkId, networkId), where))
    .orderBy(desc(bankMessages.changedAt), asc(bankMessages.id))
  return rows.map(({ m, titleAr, titleEn, month, rank, active }) => ({
    id: m.id,
    text: bilingual(m.textAr, m.textEn),
    topic: bilingual(m.topicAr, m.topicEn),
    facts: m.facts,
    source: m.source,
    priorityId: m.priorityId,
    priority: bilingual(titleAr, titleEn),
    // A priority that was taken out of its month is no more than a name of what the message is about.
    month: active ? month : null,
    rank: active ? rank : null,
    state: m.state,
    proposedBy: m.proposedBy,
    approvedBy: m.approvedBy,
    approvedAt: m.approvedAt,
    validUntil: m.validUntil,
    askedFor: m.askedFor,
    version: m.version,
    changedAt: m.changedAt,
  }))
}

const holds = (today: string): SQL | undefined => or(isNull(bankMessages.validUntil), gte(bankMessages.validUntil, today))

/** What members are offered on a day (YYYY-MM-DD): approved and within its validity; the newest first. Whoever holds no role is offered nothing. */
export async function offered(db: Database, reader: Reader, today: string, of: { priorityId?: string } = {}): Promise<Message[]> {
  if (reader.roles.length === 0) return []
  const priority = of.priorityId ? eq(bankMessages.priorityId, of.priorityId) : undefined
  return read(db, reader.networkId, and(eq(bankMessages.state, 'approved'), holds(today), priority))
}

/** What waits for the centre: proposals, and what is past its validity. */
export const waiting = (db: Database, networkId: string, today: string): Promise<Message[]> =>
  read(db, networkId, or(eq(bankMessages.state, 'proposed'), and(eq(bankMessages.state, 'approved'), lt(bankMessages.validUntil, today))))

/** Approved ones that hold until some day from `today` on. */
export const ending = (db: Database, networkId: string, today: string): Promise<Message[]> =>
  read(db, networkId, and(eq(bankMessages.state, 'approved'), gte(bankMessages.validUntil, today)))

/** A message in whatever state; whom it is shown to, the caller decides. */
export const byId = async (db: Database, networkId: string, id: string): Promise<Message | null> =>
  (await read(db, networkId, eq(bankMessages.id, id)))[0] ?? null

/** Adds a message; false when one with this id stands already (the same draft, sent twice). */
export async function add(db: Database, row: NewMessage): Promise<boolean> {
  const made = await db
    .insert(bankMessages)
    .values(row)
    .onConflictDoNothing({ target: [bankMessages.networkId, bankMessages.id] })
    .returning({ id: bankMessages.id })
  return made.length > 0
}

/** Changes what stands at `version`, which counts up; false when somebody changed it since, and then nothing is written. */
export async function change(
  db: Database,
  networkId: string,
  id: string,
  version: number,
  set: Partial<NewMessage>,
  at: Temporal.Instant,
): Promise<boolean> {
  const changed = await db
    .update(bankMessages)
    .set({ ...set, version: version + 1, changedAt: at })
    .where(and(eq(bankMessages.networkId, networkId), eq(bankMessages.id, id), eq(bankMessages.version, version)))
    .returning({ id: bankMessages.id })
  return changed.length > 0
}

/** Rewords what stands at its version, and keeps the wording that stood; false when somebody changed it since, and then nothing is written. */
export async function reword(
  db: Database,
  networkId: string,
  before: Message,
  set: Partial<NewMessage>,
  by: { memberId: string; at: Temporal.Instant },
): Promise<boolean> {
  if (!(await change(db, networkId, before.id, before.version, set, by.at))) return false
  await db.insert(bankWordings).values({
    networkId,
    messageId: before.id,
    version: before.version,
    textAr: before.text.ar ?? null,
    textEn: before.text.en ?? null,
    facts: before.facts,
    source: before.source,
    until: by.at,
    replacedBy: by.memberId,
  })
  return true
}

export type Wording = { version: number; text: Bilingual; facts: string | null; source: string | null; until: Temporal.Instant }

/** Earlier wordings, the latest first. */
export async function wordings(db: Database, networkId: string, messageId: string): Promise<Wording[]> {
  const rows = await db
    .select()
    .from(bankWordings)
    .where(and(eq(bankWordings.networkId, networkId), eq(bankWordings.messageId, messageId)))
    .orderBy(desc(bankWordings.version))
  return rows.map(r => ({ version: r.version, text: bilingual(r.textAr, r.textEn), facts: r.facts, source: r.source, until: r.until }))
}

/** Notes that the centre is being asked about a last day; false where it was asked already. */
export async function askedAbout(db: Database, networkId: string, id: string, day: string): Promise<boolean> {
  const marked = await db
    .update(bankMessages)
    .set({ askedFor: day })
    .where(and(eq(bankMessages.networkId, networkId), eq(bankMessages.id, id), sql`${bankMessages.askedFor} is distinct from ${day}::date`))
    .returning({ id: bankMessages.id })
  return marked.length > 0
}

/** How many earlier wordings some messages have, by message. */
export async function reworded(db: Database, networkId: string, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: bankWordings.messageId, n: sql<number>`count(*)::int` })
    .from(bankWordings)
    .where(and(eq(bankWordings.networkId, networkId), inArray(bankWordings.messageId, ids)))
    .groupBy(bankWordings.messageId)
  return new Map(rows.map(r => [r.id, r.n]))
}
