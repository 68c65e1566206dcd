/** Circulars, their wordings and their readers in Postgres. No other file writes these tables. */
import { and, asc, count, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Bilingual, Reader } from '../src/model/people.ts'
import type { Database } from './client.ts'
import { circularReaders, circulars, circularTexts } from './schema.ts'

type Row = typeof circulars.$inferSelect
/** A circular with its present wording. */
export type Circular = Row & { text: Bilingual }
/** How a person stands to a wording: `acknowledgedAt` null until they have read it. */
export type Reading = typeof circularReaders.$inferSelect

/** More than a statement's parameters allow are not written in one. */
const rowsAtOnce = 1000

const present = and(
  eq(circularTexts.networkId, circulars.networkId),
  eq(circularTexts.circularId, circulars.id),
  eq(circularTexts.version, circulars.version),
)
const withText = (db: Database) =>
  db.select({ circular: circulars, ar: circularTexts.textAr, en: circularTexts.textEn }).from(circulars).innerJoin(circularTexts, present)
const circularOf = (r: { circular: Row; ar: string | null; en: string | null }): Circular => ({
  ...r.circular,
  text: { ar: r.ar ?? undefined, en: r.en ?? undefined },
})

export async function byId(db: Database, networkId: string, id: string): Promise<Circular | null> {
  const [row] = await withText(db).where(and(eq(circulars.networkId, networkId), eq(circulars.id, id)))
  return row ? circularOf(row) : null
}

/** The circular, held until the transaction ends: two people change it one after the other. */
export async function hold(db: Database, networkId: string, id: string): Promise<Circular | null> {
  const [row] = await withText(db)
    .where(and(eq(circulars.networkId, networkId), eq(circulars.id, id)))
    .for('update', { of: circulars })
  return row ? circularOf(row) : null
}

export async function byReference(db: Database, networkId: string, reference: string): Promise<Circular | null> {
  const [row] = await withText(db).where(and(eq(circulars.networkId, networkId), eq(circulars.reference, reference)))
  return row ? circularOf(row) : null
}

/** The newest first. */
export async function latest(db: Database, networkId: string, most: number): Promise<Circular[]> {
  const rows = await withText(db)
    .where(eq(circulars.networkId, networkId))
    .orderBy(desc(circulars.sentAt), desc(circulars.reference))
    .limit(most)
  return rows.map(circularOf)
}

/** A circular this person was sent, and how they stand to one of its wordings, the present one unless it is named; null for everybody else. */
export async function asReader(
  db: Database,
  reader: Reader,
  id: string,
  version?: number,
): Promise<{ circular: Circular; reading: Reading } | null> {
  const circular = await byId(db, reader.networkId, id)
  if (!circular) return null
  const [reading] = await db
    .select()
    .from(circularReaders)
    .where(and(ofWording(reader.networkId, id, version ?? circular.version), eq(circularReaders.memberId, reader.memberId)))
  return reading ? { circular, reading } : null
}

/** Circulars that went out to this person in their present wording and that they have not acknowledged, the newest first. */
export async function unreadBy(db: Database, reader: Reader): Promise<{ circular: Circular; reading: Reading }[]> {
  const rows = await db
    .select({ circular: circulars, ar: circularTexts.textAr, en: circularTexts.textEn, reading: circularReaders })
    .from(circulars)
    .innerJoin(circularTexts, present)
    .innerJoin(
      circularReaders,
      and(
        eq(circularReaders.networkId, circulars.networkId),
        eq(circularReaders.circularId, circulars.id),
        eq(circularReaders.version, circulars.version),
      ),
    )
    .where(
      and(
        eq(circulars.networkId, reader.networkId),
        eq(circulars.state, 'sent'),
        lte(circulars.goesOutAt, reader.now),
        eq(circularReaders.memberId, reader.memberId),
        isNull(circularReaders.acknowledgedAt),
      ),
    )
    .orderBy(desc(circulars.sentAt), desc(circulars.reference))
  return rows.map(({ reading, ...row }) => ({ circular: circularOf(row), reading }))
}

const ofWording = (networkId: string, id: string, version: number) =>
  and(eq(circularReaders.networkId, networkId), eq(circularReaders.circularId, id), eq(circularReaders.version, version))

/** Everybody who is to read a wording. */
export const readings = (db: Database, networkId: string, id: string, version: number): Promise<Reading[]> =>
  db
    .select()
    .from(circularReaders)
    .where(ofWording(networkId, id, version))
    .orderBy(asc(circularReaders.memberId))

/** Of the present wordings of some circulars: how many are to read each, and how many have. */
export async function counts(
  db: Database,
  networkId: string,
  ids: readonly string[],
  memberIds: readonly string[],
): Promise<Map<string, { readers: number; read: number }>> {
  if (ids.length === 0 || memberIds.length === 0) return new Map()
  const rows = await db
    .select({ id: circulars.id, readers: count(), read: count(circularReaders.acknowledgedAt) })
    .from(circulars)
    .innerJoin(
      circularReaders,
      and(
        eq(circularReaders.networkId, circulars.networkId),
        eq(circularReaders.circularId, circulars.id),
        eq(circularReaders.version, circulars.version),
      ),
    )
    .where(
      and(
        eq(circulars.networkId, networkId),
        inArray(circulars.id, [...ids]),
        sql`${circularReaders.memberId} = any(array(select jsonb_array_elements_text(${JSON.stringify(memberIds)}::jsonb)))`,
      ),
    )
    .groupBy(circulars.id)
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}

/** Stores a circular with its first wording and its readers; false where it stands already. */
export async function add(
  db: Database,
  row: typeof circulars.$inferInsert,
  text: Bilingual,
  readerIds: readonly string[],
): Promise<boolean> {
  const made = await db
    .insert(circulars)
    .values(row)
    .onConflictDoNothing({ target: [circulars.networkId, circulars.id] })
    .returning({ id: circulars.id })
  if (made.length === 0) return false
  await word(db, row.networkId, row.id, { version: 1, text, at: row.sentAt, by: row.sentBy }, readerIds)
  return true
}

/** The next wording, for readers who begin anew. The circular is held by the caller. */
export async function correct(
  db: Database,
  networkId: string,
  id: string,
  next: { version: number; text: Bilingual; at: Temporal.Instant; by: string; urgent: boolean; goesOutAt: Temporal.Instant },
  readerIds: readonly string[],
): Promise<void> {
  await db
    .update(circulars)
    .set({ version: next.version, urgent: next.urgent, goesOutAt: next.goesOutAt, remindedFor: null })
    .where(and(eq(circulars.networkId, networkId), eq(circulars.id, id)))
  await word(db, networkId, id, next, readerIds)
}

async function word(
  db: Database,
  networkId: string,
  circularId: string,
  w: { version: number; text: Bilingual; at: Temporal.Instant; by: string },
  readerIds: readonly string[],
): Promise<void> {
  await db.insert(circularTexts).values({
    networkId,
    circularId,
    version: w.version,
    textAr: w.text.ar ?? null,
    textEn: w.text.en ?? null,
    writtenAt: w.at,
    writtenBy: w.by,
  })
  for (let from = 0; from < readerIds.length; from += rowsAtOnce)
    await db
      .insert(circularReaders)
      .values(readerIds.slice(from, from + rowsAtOnce).map(memberId => ({ networkId, circularId, version: w.version, memberId })))
}

/** Marks a wording as read by a person; false where they had read it. */
export async function acknowledge(db: Database, r: Reading, at: Temporal.Instant): Promise<boolean> {
  const done = await db
    .update(circularReaders)
    .set({ acknowledgedAt: at })
    .where(
      and(
        ofWording(r.networkId, r.circularId, r.version),
        eq(circularReaders.memberId, r.memberId),
        isNull(circularReaders.acknowledgedAt),
      ),
    )
    .returning({ id: circularReaders.memberId })
  return done.length > 0
}

/** Keeps a person's answer, once; false where one stands already. */
export async function answer(db: Database, r: Reading, said: string): Promise<boolean> {
  const done = await db
    .update(circularReaders)
    .set({ answer: said })
    .where(and(ofWording(r.networkId, r.circularId, r.version), eq(circularReaders.memberId, r.memberId), isNull(circularReaders.answer)))
    .returning({ id: circularReaders.memberId })
  return done.length > 0
}

export async function reminded(db: Database, networkId: string, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .update(circulars)
    .set({ remindedFor: at })
    .where(and(eq(circulars.networkId, networkId), eq(circulars.id, id)))
}

/** Recalls it; false where it was recalled before. */
export async function recall(db: Database, networkId: string, id: string, at: Temporal.Instant, by: string): Promise<boolean> {
  const done = await db
    .update(circulars)
    .set({ state: 'recalled', recalledAt: at, recalledBy: by })
    .where(and(eq(circulars.networkId, networkId), eq(circulars.id, id), eq(circulars.state, 'sent')))
    .returning({ id: circulars.id })
  return done.length > 0
}
