/** The training wing: workshops, enrolments, and what they were worth. */
import type { Wing } from '../dialogue/wing.ts'

export const wing: Wing = {}
