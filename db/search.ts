/** Titles and summaries of activities, for finding one by its words. */
import { and, asc, gt, lt, sql } from 'drizzle-orm'
import type { Temporal } from 'temporal-polyfill'
import type { Bilingual, Reader } from '../src/model/people.ts'
import { visibleTo } from './activities.ts'
import type { Database } from './client.ts'
import { activities } from './schema.ts'

export type Named = { id: string; title: Bilingual; summary: Bilingual }

/** What stands of a span (`start` inclusive, `end` exclusive) and the reader may see, in order of time. */
export async function namedIn(
  db: Database,
  reader: Reader,
  { start, end }: { start: Temporal.Instant; end: Temporal.Instant },
): Promise<Named[]> {
  const rows = await db
    .select({
      id: activities.id,
      titleAr: activities.titleAr,
      titleEn: activities.titleEn,
      summaryAr: activities.summaryAr,
      summaryEn: activities.summaryEn,
    })
    .from(activities)
    .where(and(visibleTo(reader), gt(activities.endsAt, start), lt(activities.startsAt, end), sql`${activities.lifecycle} <> 'withdrawn'`))
    .orderBy(asc(activities.startsAt), asc(activities.reference))
  return rows.map(r => ({
    id: r.id,
    title: { ar: r.titleAr ?? undefined, en: r.titleEn ?? undefined },
    summary: { ar: r.summaryAr ?? undefined, en: r.summaryEn ?? undefined },
  }))
}
