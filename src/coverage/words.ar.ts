/** What the coverage wing says, in Arabic. */
import type { en } from './words.en.ts'

export const ar: Record<keyof typeof en, string> = {}
