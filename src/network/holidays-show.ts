/** The coming holidays, the hours of Ramadan, and the buttons that change them; taking a holiday away. */
import * as network from '../../db/network.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, facts, heading, list, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import { holds } from '../model/people.ts'
import type { Hours } from '../model/settings.ts'
import type { Part, View } from '../model/view.ts'
import { today } from '../time/zone.ts'
import { byWords } from '../understanding/by-words.ts'
import { refreshCalendar } from './calendar.ts'
import { monthsAhead } from './hijri-months.ts'
import { wantedOf } from './holiday-said.ts'
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
  const wanted = wantedOf(asked.text, asked.meaning, monthsAhead(turn.calendar, today(turn)))
  if (wanted?.kind === 'begin') return { begin: { ...wanted.begin, dialog: asked.dialog } }
  const sure = wanted && (await removal(turn, wanted))
  return { views: [sure ?? (await holidaysView(turn))] }
}

/** One that is to be taken away is asked about at once, where it is the only one that is meant. */
async function removal(turn: Turn, { name, day }: { name: string | null; day: string | null }): Promise<View | null> {
  const coming = await network.holidaysFrom(turn.db, turn.network.id, today(turn))
  const named = name ? byWords(name, coming, h => [h.nameAr ?? '', h.nameEn ?? '']) : []
  const found = day ? coming.filter(h => h.from <= day && day <= h.to) : named.slice(0, 1)
  return found.length === 1 && found[0] ? removeSure(turn, found[0]) : null
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
  return { replace: found ? removeSure(turn, found) : await holidaysView(turn, notice('info', speak.say('holidays.gone'))) }
}

const removeSure = ({ speak, language }: Turn, found: network.Holiday): View =>
  view(language, [
    text(speak.say('holidays.removeAsk', { name: speak.pick(holidayName(found)), _days: daysSaid(speak, found) }), 'strong'),
    actions([
      button(speak, 'holidays.removeYes', 'holidays.removed', { id: found.id }, { style: 'danger' }),
      button(speak, 'holidays.keep', 'holidays.show'),
    ]),
  ])

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
