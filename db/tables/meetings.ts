/** Meetings, and what organizations answered to them. */
import { date, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { id, instant, networkId } from './columns.ts'

/** Occurrences of the periodic meeting, made ahead from the rule; `day` is the rule's own day and never changes. */
export const meetings = pgTable(
  'meetings',
  {
    networkId: networkId(),
    id: id(),
    /** The day the rule gave; null for a meeting that was added by hand. */
    ruleDay: date('rule_day'),
    startsAt: instant('starts_at').notNull(),
    deadlineAt: instant('deadline_at').notNull(),
    /** YYYY-MM: the first month of its window, by the rule's own day wherever it is moved. */
    firstMonth: text('first_month').notNull(),
    state: text('state').$type<'planned' | 'skipped'>().notNull().default('planned'),
    /** The steps before the deadline, in working days, as they were when the meeting was made or moved. */
    steps: integer('steps').array().notNull(),
    version: integer('version').notNull().default(1),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    uniqueIndex('meetings_rule_day').on(t.networkId, t.ruleDay),
    index('meetings_start').on(t.networkId, t.startsAt),
  ],
)

/** An organization's own answer to a meeting: a nil return, or "that is all". Submissions and edits answer by themselves, from the change record. */
export const meetingAnswers = pgTable(
  'meeting_answers',
  {
    networkId: networkId(),
    meetingId: text('meeting_id').notNull(),
    organizationId: text('organization_id').notNull(),
    answer: text('answer').$type<'nil' | 'all' | 'submitted'>().notNull(),
    memberId: text('member_id').notNull(),
    at: instant('at').notNull(),
  },
  t => [primaryKey({ columns: [t.networkId, t.meetingId, t.organizationId] })],
)
