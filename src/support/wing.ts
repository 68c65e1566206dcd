/** The support wing: what organizations ask of the centre, until it is thanked for. */
import type { Wing } from '../dialogue/wing.ts'

export const wing: Wing = {}
