/** The calendar wing: a member's own address, the file of one activity, the file of the meeting. */
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Wing } from '../dialogue/wing.ts'
import { fold } from '../understanding/fold.ts'
import { addressView, newAddress, onLeft, revokeAddress } from './address.ts'

/** What is wanted of the address, in folded words. */
const off = /\b(revoke|turn off|stop|switch off|disable|delete|remove|unsubscribe)\b|(اوقف|ايقاف|وقف|الغ|احذف|عطل)/
const another = /\b(new|another|fresh|different|change|replace|reset|renew)\b|(جديد|غير|بدل|استبد)/

async function calendarCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const said = fold(asked.text)
  if (off.test(said)) return revokeAddress(turn)
  return { views: [another.test(said) ? await newAddress(turn) : await addressView(turn)] }
}

export const wing: Wing = {
  commands: { calendar: calendarCommand },
  presses: {
    'calendar.new': async turn => ({ replace: await newAddress(turn) }),
    'calendar.revoke': revokeAddress,
  },
  events: [onLeft],
}
