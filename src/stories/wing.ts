/** The stories wing: what an activity changed for people, and the edition of achievements. */
import type { Wing } from '../dialogue/wing.ts'

export const wing: Wing = {}
