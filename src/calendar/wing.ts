/** The calendar wing: a member's own address, the file of one activity, the file of the meeting. */
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Wing } from '../dialogue/wing.ts'
import { fold } from '../understanding/fold.ts'
import { addressView, newAddress, onLeft, revokeAddress } from './address.ts'
import { addPress, giveActivity, giveMeeting, namedIn } from './give.ts'

// What is wanted, in folded words.
const address = /\b(address|link|feed|url|subscri\w+)\b|(عنوان|رابط|اشتراك|اشترك|لينك)/
const off = /\b(revoke|turn off|stop|switch off|disable|delete|remove|unsubscribe)\b|(اوقف|ايقاف|وقف|الغ|احذف|عطل)/
const another = /\b(new|another|fresh|different|change|replace|reset|renew|lost)\b|(جديد|غير|بدل|استبد|ضاع|فقد)/
const meeting = /\bmeetings?\b|اجتماع/
const file = /\b(files?|ics|event|activity|invitation)\b|(ملف|فعاليه|دعوه)/

async function calendarCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const said = fold(asked.text)
  if (!address.test(said)) {
    const { all, named } = await namedIn(turn, asked)
    if (!named && meeting.test(said)) return giveMeeting(turn)
    if (named || file.test(said)) return giveActivity(turn, asked, all)
  }
  if (off.test(said)) return revokeAddress(turn)
  return { views: [another.test(said) ? await newAddress(turn) : await addressView(turn)] }
}

export const wing: Wing = {
  commands: { calendar: calendarCommand },
  presses: {
    'calendar.add': addPress,
    'calendar.new': async turn => ({ replace: await newAddress(turn) }),
    'calendar.revoke': revokeAddress,
  },
  events: { 'member.left': onLeft },
}
