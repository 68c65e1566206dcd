/** The cards of a draft that stand with a person: when a newer one is shown, or the draft is closed, the older ones lose their buttons. */
import * as outbox from '../../db/outbox.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { CardRef } from '../model/incoming.ts'
import type { Action, Part, View } from '../model/view.ts'
import { make } from './promise.ts'

/** What the cards of a draft are about. */
export const subjectOf = (draft: string): string => `draft:${draft}`
/** How the names of a draft's buttons begin. */
const ofDraft = 'draft.'

export const isOfDraft = (action: Action): boolean => action.press.name.startsWith(ofDraft)
export const actionsIn = (part: Part): Action[] =>
  part.kind === 'actions' ? part.actions : part.kind === 'list' ? part.items.flatMap(i => i.actions) : []

/** A part without the buttons of a draft; none where it was nothing else. */
function plain(part: Part): Part[] {
  if (part.kind === 'actions') return []
  if (part.kind !== 'list') return [part]
  return [{ ...part, items: part.items.map(i => ({ ...i, actions: i.actions.filter(a => !isOfDraft(a)) })) }]
}

/** The draft whose buttons stand on a view; null where there are none. */
export function draftOf(view: View): string | null {
  for (const action of view.parts.flatMap(actionsIn)) if (isOfDraft(action)) return action.press.args.draft ?? null
  return null
}

/** Takes the buttons off the cards of a draft, but for the one that has just taken its place. Sent after the answers of this turn. */
export async function outdate(turn: Turn, draft: string, except: CardRef | null): Promise<void> {
  for (const copy of await outbox.withButtons(turn.db, turn.network.id, subjectOf(draft), ofDraft)) {
    if (draftOf(copy.view) === null || (copy.card.id === except?.id && copy.card.place === except.place)) continue
    const { platform, space, user, memberId, place, onlyTo, card } = copy
    const parts = copy.view.parts.flatMap(plain)
    const row = {
      op: 'update' as const,
      platform,
      space,
      user,
      memberId,
      place,
      onlyTo,
      subject: null,
      card,
      dedupe: null,
      notBefore: turn.now,
    }
    await make(turn, { ...row, view: { ...copy.view, parts } }, true)
  }
  await outbox.release(turn.db, turn.network.id, subjectOf(draft), except)
}
