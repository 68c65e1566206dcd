/** The minutes wing. */
import { actionsCommand } from '../actions/list.ts'
import type { Wing } from '../dialogue/wing.ts'

export const wing: Wing = { commands: { actions: actionsCommand } }
