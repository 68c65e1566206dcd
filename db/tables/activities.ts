/** Activities, their partners, and where two hurt each other. */
import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Kind, Lifecycle, When } from '../../src/model/activity.ts'
import type { ClashState, Found, Weight } from '../../src/model/clash.ts'
import { id, instant, networkId } from './columns.ts'

export const activities = pgTable(
  'activities',
  {
    networkId: networkId(),
    id: id(),
    reference: text('reference').notNull(),
    titleAr: text('title_ar'),
    titleEn: text('title_en'),
    summaryAr: text('summary_ar'),
    summaryEn: text('summary_en'),
    kind: text('kind').$type<Kind>().notNull(),
    when: jsonb('when').$type<When>().notNull(),
    /** From `when`, for queries: first instant inclusive, last exclusive. */
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    certainty: text('certainty').$type<'confirmed' | 'tentative' | 'approximate'>().notNull(),
    approval: text('approval').$type<'proposed' | 'approved'>().notNull().default('proposed'),
    /** 'changed' is derived: new or reviewed or returned is stored, with the version it was said of. */
    review: text('review').$type<'new' | 'reviewed' | 'returned'>().notNull().default('new'),
    reviewedVersion: integer('reviewed_version'),
    reviewNote: text('review_note'),
    lifecycle: text('lifecycle').$type<Lifecycle>().notNull().default('planned'),
    lifecycleReason: text('lifecycle_reason'),
    ownerId: text('owner_id').notNull(),
    otherPartners: text('other_partners').array().notNull().default(sql`'{}'::text[]`),
    venue: text('venue'),
    city: text('city'),
    patron: text('patron'),
    spokesperson: text('spokesperson'),
    audience: text('audience').array().notNull().default(sql`'{}'::text[]`),
    channels: text('channels').array().notNull().default(sql`'{}'::text[]`),
    materials: text('materials').array().notNull().default(sql`'{}'::text[]`),
    needs: text('needs').array().notNull().default(sql`'{}'::text[]`),
    significance: text('significance'),
    priorityId: text('priority_id'),
    contactId: text('contact_id').notNull(),
    visibility: text('visibility').$type<'network' | 'centre'>().notNull().default('network'),
    embargoUntil: instant('embargo_until'),
    notes: text('notes'),
    /** The centre's own wording, the section and the place there: what an edition prints. */
    wordingAr: text('wording_ar'),
    wordingEn: text('wording_en'),
    sectionAr: text('section_ar'),
    sectionEn: text('section_en'),
    sectionPlace: integer('section_place'),
    wordedAt: instant('worded_at'),
    late: boolean('late').notNull().default(false),
    version: integer('version').notNull().default(1),
    submittedAt: instant('submitted_at').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    uniqueIndex('activities_reference').on(t.networkId, t.reference),
    // A window is mostly in the future, so what has ended is left out first.
    index('activities_end').on(t.networkId, t.endsAt, t.startsAt),
    index('activities_owner').on(t.networkId, t.ownerId, t.endsAt),
    index('activities_priority').on(t.networkId, t.priorityId),
  ],
)

export const activityPartners = pgTable(
  'activity_partners',
  {
    networkId: networkId(),
    activityId: text('activity_id').notNull(),
    organizationId: text('organization_id').notNull(),
    /** Only accepted partners see a centre-only activity. */
    state: text('state').$type<'named' | 'accepted' | 'declined'>().notNull().default('named'),
  },
  t => [primaryKey({ columns: [t.networkId, t.activityId, t.organizationId] })],
)

/** Two activities that hurt each other. `first` is the one whose id sorts first, so that a pair stands once. */
export const clashes = pgTable(
  'clashes',
  {
    networkId: networkId(),
    id: id(),
    first: text('first_id').notNull(),
    second: text('second_id').notNull(),
    reasons: jsonb('reasons').$type<Found[]>().notNull(),
    weight: text('weight').$type<Weight>().notNull(),
    state: text('state').$type<ClashState>().notNull().default('open'),
    /** Why the centre lets it stand. */
    note: text('note'),
    settledBy: text('settled_by'),
    settledAt: instant('settled_at'),
    foundAt: instant('found_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    uniqueIndex('clashes_pair').on(t.networkId, t.first, t.second),
    index('clashes_second').on(t.networkId, t.second),
    index('clashes_open').on(t.networkId, t.foundAt).where(sql`state = 'open'`),
  ],
)
