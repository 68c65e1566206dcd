/** What organizations add to the echo: figures of what came of their communication. */
import { date, doublePrecision, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { AddedStage } from '../../src/model/evaluation.ts'
import { id, instant, networkId } from './columns.ts'

/** Of an activity or of a priority: one of the two ids is there. */
export const outcomeFigures = pgTable(
  'outcome_figures',
  {
    networkId: networkId(),
    id: id(),
    activityId: text('activity_id'),
    priorityId: text('priority_id'),
    organizationId: text('organization_id').notNull(),
    stage: text('stage').$type<AddedStage>().notNull(),
    what: text('what').notNull(),
    figure: doublePrecision('figure').notNull(),
    unit: text('unit'),
    how: text('how').notNull(),
    until: date('until').notNull(),
    version: integer('version').notNull().default(1),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: text('recorded_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.networkId, t.id] }),
    index('outcome_figures_activity').on(t.networkId, t.activityId),
    index('outcome_figures_priority').on(t.networkId, t.priorityId),
  ],
)
