/** The coming holidays, the hours of Ramadan, and the buttons that change them; taking a holiday away. */
import * as network from '../../db/network.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, facts, heading, list, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Begin, Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import { holds } from '../model/people.ts'
import type { Hours } from '../model/settings.ts'
import type { Part, View } from '../model/view.ts'
import { today } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'
import { refreshCalendar } from './calendar.ts'
import { monthSaid, monthsAhead, wayOf } from './hijri-months.ts'
import { holidayName } from './holidays.ts'

/** Holidays are shown this many at a time. */
const mostShown = 12

export const mayChange = (turn: Turn): boolean => holds(turn.reader, 'coordinator')
export const notAllowed = (turn: Turn): View =>
  warn(turn.speak, 'dialogue.notAllowed', { _who: turn.speak.say('network.roles', { _role: 'coordinator' }) })

/** The days of a holiday in words, with the Hijri date of its first where the network shows it. */
export function daysSaid(speak: Speak, h: { from: string; to: string }): string {
  const days = speak.when({ kind: 'days', start: h.from, end: h.to })
  const hijri = speak.hijri(h.from)
  return hijri ? `${days} · ${hijri}` : days
}

export const hoursSaid = (speak: Speak, hours: Hours | null): string =>
  hours ? speak.say('holidays.hours', { from: speak.time(hours.from), to: speak.time(hours.to) }) : speak.say('holidays.sameHours')

/** The command: what was asked in the same breath begins at once, else everything is shown. */
export async function holidaysCommand(turn: Turn, asked: Asked): Promise<Answer> {
  if (!mayChange(turn)) return { views: [notAllowed(turn)] }
  const begin = wanted(turn, asked)
  if (begin) return { begin: { ...begin, dialog: asked.dialog } }
  return { views: [await holidaysView(turn)] }
}

function wanted(turn: Turn, asked: Asked): Begin | null {
  const said = fold(asked.text)
  const changes = /\b(set|change|add|new)\b|اضف|اضافه|اضيف|غير|تغيير|تعديل|عدل|ضع|جديده/.test(said)
  if (changes && /hours|ساعات/.test(said)) return { form: 'ramadan' }
  const month = monthSaid(said, monthsAhead(turn.calendar, today(turn)))
  const way = wayOf(said)
  const speaksOfMonth = (month && way) || /hijri month|الشهر الهجري|شهر هجري/.test(said)
  if (speaksOfMonth && !/(add|new) .*holiday|اضف|اضافه|عطله|اجازه/.test(said))
    return { form: 'hijri', values: { ...(month ? { month: month.key } : {}), ...(way ? { way } : {}) } }
  if (!changes) return null
  const when = asked.meaning.when.find(m => !m.timeOnly && (m.grain === 'day' || m.allDay))
  const name = nameSaid(asked.text, asked.meaning.when)
  const values = when ? { from: when.start.slice(0, 10), to: (when.end ?? when.start).slice(0, 10) } : {}
  return { form: 'holiday', values: { ...values, ...(name ? { name } : {}) } }
}

/** Characters of a name: it stands on the button that removes the holiday, too. */
export const nameMax = 60

const leads = new Set(['', 'في', 'يوم', 'من', 'on', 'from', 'by'])

/** «بمناسبة العيد الوطني», "called Founders' Day": what the holiday is called, up to the days that are said behind it. */
export function nameSaid(said: string, when: Asked['meaning']['when']): string | null {
  const found = /(?:(?<!\p{L})(?:بمناسبة|باسم|اسمها|تسمى)|\b(?:called|named|to mark|on the occasion of|for))\s+(?:the\s+)?(?=\S)/iu.exec(
    said,
  )
  if (!found) return null
  const from = found.index + found[0].length
  // A name may be read as a time itself; a day with its number is none.
  const days = when.filter(m => m.at > from || (m.at + m.text.length > from && /\d/.test(fold(m.text)))).map(m => m.at)
  const words = said.slice(from, Math.max(from, Math.min(said.length, ...days))).split(/[\s،,.:]+/)
  // What led over to the day.
  while (words.length > 0 && leads.has((words.at(-1) ?? '').toLowerCase())) words.pop()
  const name = words.join(' ').trim()
  return name.length >= 2 && name.length <= nameMax && !/^\d/.test(fold(name)) ? name : null
}

export async function holidaysView(turn: Turn, note?: Part, from = 0): Promise<View> {
  const { speak, language } = turn
  const coming = await network.holidaysFrom(turn.db, turn.network.id, today(turn))
  const shown = coming.slice(from, from + mostShown)
  const end = from + mostShown
  return view(language, [
    ...(note ? [note] : []),
    heading(speak.say('holidays.title')),
    ...(coming.length === 0 ? [text(speak.say('holidays.none'))] : []),
    list(
      shown.map(h => ({
        text: speak.pick(holidayName(h)),
        detail: daysSaid(speak, h),
        actions: [button(speak, 'holidays.remove', 'holidays.remove', { id: h.id }, { values: { name: speak.pick(holidayName(h)) } })],
      })),
    ),
    ...(coming.length > end ? [actions([button(speak, 'network.next', 'holidays.show', { from: String(end) })])] : []),
    facts([[speak.say('holidays.ramadanHours'), hoursSaid(speak, turn.network.settings.ramadanHours)]]),
    actions([
      button(speak, 'holidays.add', 'holidays.add', {}, { style: 'primary', opensForm: true }),
      button(speak, 'holidays.moveMonth', 'holidays.month', {}, { opensForm: true }),
      button(speak, 'holidays.setHours', 'holidays.hours', {}, { opensForm: true }),
    ]),
  ])
}

export async function showPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  if (!mayChange(turn)) return { views: [notAllowed(turn)] }
  return { replace: await holidaysView(turn, undefined, Math.max(0, Number(args.from ?? 0) || 0)) }
}

export const beginPress =
  (form: string) =>
  async (turn: Turn, _args: Record<string, string>, how: { dialog: boolean }): Promise<Answer> =>
    mayChange(turn) ? { begin: { form, dialog: how.dialog } } : { views: [notAllowed(turn)] }

/** Asks before a holiday is taken away: reminders and deadlines will fall on its days again. */
export async function removePress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  if (!mayChange(turn)) return { views: [notAllowed(turn)] }
  const { speak } = turn
  const found = await network.holiday(turn.db, turn.network.id, args.id ?? '')
  if (!found) return { replace: await holidaysView(turn, notice('info', speak.say('holidays.gone'))) }
  return {
    replace: view(turn.language, [
      text(speak.say('holidays.removeAsk', { name: speak.pick(holidayName(found)), _days: daysSaid(speak, found) }), 'strong'),
      actions([
        button(speak, 'holidays.removeYes', 'holidays.removed', { id: found.id }, { style: 'danger' }),
        button(speak, 'holidays.keep', 'holidays.show'),
      ]),
    ]),
  }
}

export async function removedPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  if (!mayChange(turn)) return { views: [notAllowed(turn)] }
  const { speak } = turn
  const removed = await network.removeHoliday(turn.db, turn.network.id, args.id ?? '')
  if (!removed) return { replace: await holidaysView(turn, notice('info', speak.say('holidays.gone'))) }
  await record(turn, turn.member.id, { entity: 'holiday', id: removed.id, action: 'removed', before: { ...removed } })
  await refreshCalendar(turn)
  await turn.emit({ kind: 'calendar.changed' })
  return {
    replace: await holidaysView(turn, notice('good', speak.say('holidays.removedNote', { name: speak.pick(holidayName(removed)) }))),
  }
}
