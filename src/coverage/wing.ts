/** The coverage wing: what the media made of activities, and the echo of a month. */
import type { Wing } from '../dialogue/wing.ts'

export const wing: Wing = {}
