/** Success stories, and the editions of achievements. */
import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { FrozenStory, StoryState } from '../../src/model/stories.ts'
import { id, instant, networkId } from './columns.ts'

export const stories = pgTable(
  'stories',
  {
    networkId: networkId(),
    id: id(),
    organizationId: text('organization_id').notNull(),
    /** Null where it tells of a result that was no activity of the plan. */
    activityId: text('activity_id'),
    /** YYYY-MM */
    month: text('month').notNull(),
    headlineAr: text('headline_ar'),
    headlineEn: text('headline_en'),
    changeAr: text('change_ar'),
    changeEn: text('change_en'),
    figure: text('figure'),
    figureHow: text('figure_how'),
    quote: text('quote'),
    quoteBy: text('quote_by'),
    /** Whether the speaker agreed to the quote's being shown. */
    consent: boolean('consent').notNull().default(false),
    picture: text('picture'),
    state: text('state').$type<StoryState>().notNull(),
    note: text('note'),
    proposedBy: text('proposed_by').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    addedAt: instant('added_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    version: integer('version').notNull().default(1),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    index('stories_month').on(t.networkId, t.month, t.state),
    index('stories_organization').on(t.networkId, t.organizationId),
    index('stories_activity').on(t.networkId, t.activityId),
  ],
)

/** Achievements of a month as they were issued: never updated. */
export const storyEditions = pgTable(
  'story_editions',
  {
    networkId: networkId(),
    number: integer('number').notNull(),
    month: text('month').notNull(),
    issuedAt: instant('issued_at').notNull(),
    issuedBy: text('issued_by').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.number] }), index('story_editions_month').on(t.networkId, t.month)],
)

export const storyEditionRows = pgTable(
  'story_edition_rows',
  {
    networkId: networkId(),
    number: integer('number').notNull(),
    position: integer('position').notNull(),
    storyId: text('story_id').notNull(),
    storyVersion: integer('story_version').notNull(),
    ownerId: text('owner_id').notNull(),
    snapshot: jsonb('snapshot').$type<FrozenStory>().notNull(),
    /** Of the activity, as it was frozen; a reader sees the narrower of this and its present one. */
    visibility: text('visibility').$type<'network' | 'centre'>().notNull(),
    embargoUntil: instant('embargo_until'),
  },
  t => [primaryKey({ columns: [t.networkId, t.number, t.position] })],
)
