/** A command: what can be asked of the bot, as data. */
import type { Role } from './people.ts'

/** What a command is about: the help shows these first. */
export const topics = ['activities', 'plan', 'meeting', 'messages', 'echo', 'training', 'support', 'network'] as const
export type Topic = (typeof topics)[number]

export type Command = {
  /** The intent's key, as `understand` names it. */
  key: string
  topic: Topic
  /** What is typed after the slash (and after `/munassiq `). */
  name: string
  /** True for the few that are registered as a slash command of their own on Slack. */
  slash: boolean
  title: { ar: string; en: string }
  about: { ar: string; en: string }
  /** Words and short phrases that ask for it; understanding folds spelling and finds them in sentences. */
  words: { ar: readonly string[]; en: readonly string[] }
  /** Whole sentences people write; they stand in asked.ar.ts and asked.en.ts of the wing. */
  examples: { ar: readonly string[]; en: readonly string[] }
  /** Any one of these roles. */
  who: readonly Role[]
  /** Lower comes first in help and menus; Teams lists the twelve lowest. */
  rank: number
}

/** For `who`. */
export const everybody: readonly Role[] = ['observer', 'member', 'coordinator', 'admin']
