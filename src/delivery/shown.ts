/** What somebody has before their eyes: the thing that the newest card speaks of, which "it" means in what is written next. */
import * as outbox from '../../db/outbox.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Press } from '../model/incoming.ts'
import { actionsIn } from './outdated.ts'

/** Messages looked at, the newest first: a confirmation may stand beside the card it speaks of. */
const looked = 2
/** Of a button that begins a command: "command set_meeting". */
const nameOf = ({ name, args }: Press): string => (name === 'command' ? `command ${args.name}` : name)

/** What was shown longer ago is not what a word points at; minutes. */
const fresh = 60

/**
 * The button that tells what the newest card speaks of, among those of some names: its name and its arguments. Null where no card has one, or has it for
 * several things.
 */
export async function soleShown(turn: Turn, names: readonly string[]): Promise<{ name: string; args: Record<string, string> } | null> {
  for (const row of await outbox.sentTo(turn.db, turn.network.id, turn.account, looked)) {
    if (turn.now.since(row.promisedAt).total('minutes') > fresh) return null
    const presses = row.view.parts.flatMap(actionsIn).map(a => a.press)
    // A card that asks for a yes is answered first.
    if (presses.some(p => /\.yes$/i.test(p.name))) return null
    for (const name of names) {
      const all = presses.filter(p => nameOf(p) === name)
      if (all.length > 0) return new Set(all.map(p => p.args.id)).size === 1 ? { name, args: all[0]?.args ?? {} } : null
    }
  }
  return null
}
