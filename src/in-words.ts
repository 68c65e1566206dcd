/** A button of the card that was shown last, pressed in words: by its own label, or by a yes or a no to a card that asks one thing. */
import * as outbox from '../db/outbox.ts'
import { actionsIn, isOfDraft } from './delivery/outdated.ts'
import type { Turn } from './dialogue/turn.ts'
import type { CardRef, Press } from './model/incoming.ts'
import type { Action } from './model/view.ts'
import { fold } from './understanding/fold.ts'
import { steering } from './understanding/steering.ts'

/** Messages looked at, the newest first: a question may stand above a second part of its answer. */
const looked = 2
/** What was asked longer ago is not what a bare yes is about; minutes. */
const fresh = 60
const plain = (text: string): string =>
  fold(text)
    .replace(/[.!،,؟?()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

export type InWords = { press: Press; card: CardRef | null }

/** Null where the words are no button's, or of several. A draft's buttons are its own conversation's. */
export async function pressedInWords(turn: Turn, said: string): Promise<InWords | null> {
  const words = plain(said)
  const meant = steering(said, turn.language)?.kind
  if (!words || words.length > 60) return null
  const seen = new Set<string>()
  for (const row of await outbox.sentTo(turn.db, turn.network.id, turn.account, looked)) {
    // A card that was changed since stands as it was changed.
    const card = row.card && `${row.card.place} ${row.card.id}`
    if (card && seen.has(card)) continue
    if (card) seen.add(card)
    if (turn.now.since(row.promisedAt).total('minutes') > fresh) return null
    const all = row.view.parts.flatMap(actionsIn).filter(a => !isOfDraft(a))
    const found = one(all.filter(a => plain(a.label) === words)) ?? (meant === 'yes' || meant === 'no' ? answering(all, meant) : null)
    if (found) return { press: { ...found.press, language: row.view.language }, card: row.card }
  }
  return null
}

const one = (some: readonly Action[]): Action | null => (some.length === 1 ? (some[0] ?? null) : null)
/** The button that says yes, or no, where the card has one such and asks nothing else. */
function answering(all: readonly Action[], meant: 'yes' | 'no'): Action | null {
  const says = meant === 'yes' ? /^(?:yes|نعم)(?:[\s,،]|$)/iu : /^(?:no|لا|keep|الابقاء|الإبقاء)(?:[\s,،]|$)/iu
  return all.length <= mostAsked ? one(all.filter(a => says.test(a.label))) : null
}
/** Buttons of a card that asks one thing. */
const mostAsked = 4
