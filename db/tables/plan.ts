/** The month’s priorities, and the editions of the plan. */
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, networkId } from './columns.ts'

export const priorities = pgTable(
  'priorities',
  {
    networkId: networkId(),
    id: id(),
    /** YYYY-MM */
    month: text('month').notNull(),
    rank: integer('rank').notNull(),
    titleAr: text('title_ar'),
    titleEn: text('title_en'),
    narrativeAr: text('narrative_ar'),
    narrativeEn: text('narrative_en'),
    active: boolean('active').notNull().default(true),
    changedAt: instant('changed_at').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] }), index('priorities_month').on(t.networkId, t.month, t.rank)],
)

export const keyMessages = pgTable(
  'key_messages',
  {
    networkId: networkId(),
    id: id(),
    priorityId: text('priority_id').notNull(),
    position: integer('position').notNull(),
    textAr: text('text_ar'),
    textEn: text('text_en'),
  },
  t => [primaryKey({ columns: [t.networkId, t.id] }), index('key_messages_priority').on(t.networkId, t.priorityId, t.position)],
)

export const editions = pgTable(
  'editions',
  {
    networkId: networkId(),
    number: integer('number').notNull(),
    meetingId: text('meeting_id'),
    /** The deadline that compiled it; null where a coordinator did. A meeting moved after its deadline has a second one. */
    deadlineAt: instant('deadline_at'),
    firstMonth: text('first_month').notNull(),
    months: integer('months').notNull(),
    compiledAt: instant('compiled_at').notNull(),
    /** Null where the deadline did it. */
    compiledBy: text('compiled_by'),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.number] }),
    // A deadline compiles a meeting once, on however many copies of the bot.
    uniqueIndex('editions_deadline').on(t.networkId, t.meetingId, t.deadlineAt),
  ],
)

/** What was in an edition, as it was: never updated. */
export const editionRows = pgTable(
  'edition_rows',
  {
    networkId: networkId(),
    number: integer('number').notNull(),
    position: integer('position').notNull(),
    activityId: text('activity_id').notNull(),
    snapshot: jsonb('snapshot').$type<Record<string, unknown>>().notNull(),
    ownerId: text('owner_id').notNull(),
    /** Visibility it was frozen with; a reader sees the narrower of this and the activity's present one. */
    visibility: text('visibility').$type<'network' | 'centre'>().notNull(),
    embargoUntil: instant('embargo_until'),
  },
  t => [primaryKey({ columns: [t.networkId, t.number, t.position] })],
)

/** Priorities of an edition's months, as they were. */
export const editionPriorities = pgTable(
  'edition_priorities',
  {
    networkId: networkId(),
    number: integer('number').notNull(),
    position: integer('position').notNull(),
    snapshot: jsonb('snapshot').$type<Record<string, unknown>>().notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.number, t.position] })],
)
