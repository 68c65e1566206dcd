/** View -> what Teams is sent: messages of Adaptive Cards, and dialogs. The cards themselves are made in cards/. */
import type { Fallback } from '../../src/model/inbox.ts'
import type { FilePart, View } from '../../src/model/view.ts'
import { summaryOf, toCard, toCards } from '../cards/card.ts'
import { shortened } from '../cut.ts'
import { limits } from './limits.ts'

export type CardMessage = { type: 'message'; summary: string; locale: string; attachments: { contentType: string; content: unknown }[] }
const contentType = 'application/vnd.microsoft.card.adaptive'

/** One view as messages of one card each; a long view is several. */
export const toMessages = (view: View, words: Fallback, link?: (file: FilePart) => string | null): CardMessage[] =>
  toCards(view, { words, teams: true, link }).map(content => ({
    type: 'message',
    summary: summaryOf(view),
    locale: view.language === 'ar' ? 'ar-SA' : 'en-GB',
    attachments: [{ contentType, content }],
  }))

/** A form as a dialog (task module). */
export function toDialog(view: View, words: Fallback): object {
  const title = shortened(view.parts.flatMap(p => (p.kind === 'form' ? [p.title] : []))[0] ?? view.summary, limits.dialogTitle)
  return {
    task: {
      type: 'continue',
      value: {
        title,
        height: limits.dialogHeight,
        width: limits.dialogWidth,
        card: { contentType, content: toCard(view, { words, teams: true }) },
      },
    },
  }
}

/** A short sentence in place of a dialog. */
export const saidInDialog = (sentence: string): object => ({ task: { type: 'message', value: sentence } })
