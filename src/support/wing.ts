/** The support wing: what organizations ask of the centre, until it is thanked for. */
import type { Wing } from '../dialogue/wing.ts'
import { dutyEndPress, dutyForm, dutyView } from './duty.ts'
import { askForForm, askForm, changeForm, declineForm, giveForm, passForm, withdrawForm } from './forms.ts'
import { isReply } from './heard.ts'
import { dueHandlers, moments } from './keep.ts'
import { askPress, listPress, supportCommand } from './list.ts'
import { notYetForm, replyForm } from './messages.ts'
import { onEvents } from './needs.ts'
import { partnerQuestion } from './partner.ts'
import { requestPresses } from './presses.ts'

export const wing: Wing = {
  commands: { support: supportCommand },
  takes: { 'support.reply': isReply },
  forms: [askForm, askForForm, changeForm, giveForm, passForm, declineForm, withdrawForm, replyForm, notYetForm, dutyForm],
  presses: {
    ...requestPresses,
    'support.ask': askPress,
    'support.list': listPress,
    'support.who': async turn => ({ views: [await dutyView(turn)] }),
    'support.duty': async (_turn, _args, how) => ({ begin: { form: 'support.duty', dialog: how.dialog } }),
    'support.dutyEnd': dutyEndPress,
  },
  due: dueHandlers,
  moments,
  events: onEvents,
  asks: [partnerQuestion],
}
