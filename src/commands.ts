/**
 * The table of what can be asked, put together from the wings' commands.ts: data alone, so that understanding and the manifests load no wing.
 * Understanding learns its intents from it, the manifests their commands, the help its list.
 */
import { commands as actions } from './actions/commands.ts'
import { commands as activities } from './activities/commands.ts'
import { commands as agenda } from './agenda/commands.ts'
import { commands as calendar } from './calendar/commands.ts'
import { commands as circulars } from './circulars/commands.ts'
import { commands as clashes } from './clashes/commands.ts'
import { commands as coverage } from './coverage/commands.ts'
import { commands as digest } from './digest/commands.ts'
import { commands as exports_ } from './exports/commands.ts'
import { commands as imports_ } from './imports/commands.ts'
import { commands as joint } from './joint/commands.ts'
import { commands as meetings } from './meetings/commands.ts'
import { commands as messages } from './messages/commands.ts'
import { commands as minutes } from './minutes/commands.ts'
import { commands as network } from './network/commands.ts'
import { commands as plan } from './plan/commands.ts'
import { commands as stories } from './stories/commands.ts'
import { commands as support } from './support/commands.ts'
import { commands as training } from './training/commands.ts'

export type { Command } from './model/command.ts'

/** In the order of their rank. */
export const commands = [
  ...network,
  ...activities,
  ...joint,
  ...clashes,
  ...plan,
  ...messages,
  ...circulars,
  ...coverage,
  ...training,
  ...support,
  ...stories,
  ...meetings,
  ...calendar,
  ...actions,
  ...agenda,
  ...minutes,
  ...digest,
  ...exports_,
  ...imports_,
].sort((a, b) => a.rank - b.rank)

export type CommandKey = (typeof commands)[number]['key']
