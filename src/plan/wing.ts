/** The plan wing: the plan and its editions, what it lacks, a month's priorities, and how the centre sets them. */
import type { Wing } from '../dialogue/wing.ts'
import { changesPress } from './changes.ts'
import { editionPage } from './edition.ts'
import { gapsCommand } from './gaps.ts'
import { planCommand, planPage } from './plan.ts'
import { activitiesOf, prioritiesCommand, showMonth } from './priorities.ts'
import { priorityForm } from './priority-form.ts'
import { managePresses, setPrioritiesCommand } from './set-priorities.ts'

export const wing: Wing = {
  forms: [priorityForm],
  commands: {
    plan: planCommand,
    gaps: gapsCommand,
    priorities: prioritiesCommand,
    set_priorities: setPrioritiesCommand,
  },
  presses: {
    'plan.page': planPage,
    'plan.edition': editionPage,
    'plan.changes': changesPress,
    'priority.show': showMonth,
    'priority.activities': activitiesOf,
    ...managePresses,
  },
}
