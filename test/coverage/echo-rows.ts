/** Rows of coverage for tests of the echo: outlets, appearances, and how far each activity's coverage is known. */
import { and, asc, eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { activities, collections, coverage, keyMessages, outlets, priorities } from '../../db/schema.ts'
import type { Collection } from '../../src/model/coverage.ts'
import { morning, type TestHouse } from '../house.ts'

const at = Temporal.Instant.from(morning)

export const outletRows = [
  { id: 'gazette', nameAr: 'جريدة الخليج اليومية', nameEn: 'The Daily Gulf Gazette', medium: 'print', level: 'local' },
  { id: 'agency', nameAr: 'وكالة أنباء الخليج', nameEn: 'Gulf News Agency', medium: 'agency', level: 'regional' },
  { id: 'channel', nameAr: 'قناة الخليج الإخبارية', nameEn: 'Gulf News Channel', medium: 'television', level: 'local' },
  { id: 'world', nameAr: null, nameEn: 'World Health News', medium: 'news_site', level: 'international' },
  { id: 'social', nameAr: 'حساب أخبار المدينة', nameEn: null, medium: 'social', level: 'local' },
] as const
type OutletId = (typeof outletRows)[number]['id']

export const withOutlets = (h: TestHouse) =>
  h.db.insert(outlets).values(
    outletRows.map(o => ({
      ...o,
      networkId: h.networkId,
      also: [],
      language: null,
      domains: [],
      state: 'confirmed' as const,
      changedAt: at,
    })),
  )

export async function idOf(h: TestHouse, reference: string): Promise<string> {
  const [row] = await h.db
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.networkId, h.networkId), eq(activities.reference, reference)))
  if (!row) throw new Error(`no activity ${reference}`)
  return row.id
}

export async function priorityId(h: TestHouse, month: string, rank: number): Promise<string> {
  const [row] = await h.db
    .select({ id: priorities.id })
    .from(priorities)
    .where(and(eq(priorities.month, month), eq(priorities.rank, rank)))
  if (!row) throw new Error(`no priority ${rank} of ${month}`)
  return row.id
}

export const messagesOf = (h: TestHouse, of: string) =>
  h.db.select().from(keyMessages).where(eq(keyMessages.priorityId, of)).orderBy(asc(keyMessages.position))

let n = 0
type More = Partial<typeof coverage.$inferInsert>
/** An appearance of an activity in an outlet, on a day. */
export async function appeared(h: TestHouse, reference: string, outletId: OutletId, on: string, more: More = {}): Promise<void> {
  const outlet = outletRows.find(o => o.id === outletId) ?? outletRows[0]
  await h.db.insert(coverage).values({
    networkId: h.networkId,
    id: `coverage-${++n}`,
    activityId: await idOf(h, reference),
    outletId,
    medium: outlet.medium,
    level: outlet.level,
    language: null,
    title: null,
    link: null,
    linkKey: `link-${n}`,
    on,
    reach: null,
    reachHow: null,
    tone: null,
    messages: [],
    recordedAt: at,
    recordedBy: 'centre',
    ...more,
  })
}

export async function collectionIs(h: TestHouse, reference: string, state: Collection): Promise<void> {
  await h.db
    .insert(collections)
    .values({ networkId: h.networkId, activityId: await idOf(h, reference), state, askedAt: at, answeredAt: null, answeredBy: null })
}

/** November as it stands on the 24th: four of nine activities known, one asked, the rest not; October with two appearances. */
export async function november(h: TestHouse): Promise<void> {
  await withOutlets(h)
  const [message] = await messagesOf(h, await priorityId(h, '2026-11', 2))
  const messages = message ? [{ of: 'priority' as const, id: message.id }] : []
  await appeared(h, 'A-2026-0024', 'gazette', '2026-11-05', { reach: 40_000, reachHow: 'Copies printed', tone: 'positive' })
  await appeared(h, 'A-2026-0024', 'channel', '2026-11-05', { reach: 120_000, reachHow: 'Viewers, by the channel' })
  await appeared(h, 'A-2026-0027', 'gazette', '2026-11-12', { reach: 38_000, reachHow: 'copies printed', tone: 'positive', messages })
  await appeared(h, 'A-2026-0027', 'world', '2026-11-13', { tone: 'neutral', messages })
  await appeared(h, 'A-2026-0027', 'social', '2026-11-13')
  await appeared(h, 'A-2026-0031', 'agency', '2026-11-09', { tone: 'negative' })
  await collectionIs(h, 'A-2026-0024', 'collected')
  await collectionIs(h, 'A-2026-0031', 'collected')
  await collectionIs(h, 'A-2026-0036', 'none')
  await collectionIs(h, 'A-2026-0033', 'asked')
  await collectionIs(h, 'A-2026-0030', 'open')
}

export async function october(h: TestHouse): Promise<void> {
  await appeared(h, 'A-2026-0020', 'gazette', '2026-10-20')
  await appeared(h, 'A-2026-0020', 'agency', '2026-10-21')
  await collectionIs(h, 'A-2026-0022', 'none')
}
