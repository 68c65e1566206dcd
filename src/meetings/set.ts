/** `set_meeting`: what of the meeting a sentence wants changed, and the card that offers all of it. */
import * as meetings from '../../db/meetings.ts'
import { inBoth } from '../dialogue/both-languages.ts'
import { clean } from '../dialogue/fields.ts'
import { readLink } from '../dialogue/link.ts'
import { actions, button, heading, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import { holds } from '../model/people.ts'
import { dayOf, monthOf } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'
import { readTime } from '../understanding/read.ts'
import { remindersIn } from '../understanding/reminders-said.ts'
import { isOver } from './cards.ts'
import { skipView } from './move.ts'
import { ensureMeetings, type Meeting, nextMeeting } from './occurrences.ts'
import { readRule } from './rule-words.ts'
import { daysSaid, isShift, monthNamed } from './said.ts'
import { seenOf, settingsFacts, standingValues } from './settings.ts'

const asks = {
  skip: /\b(skip|cancel(?:led)?|drop|call(?:ed)? off|no (?:\w+ )?meeting)\b|الغ|نلغي|ملغ|تلغ|تخط|حذف|لا اجتماع|لن يعقد|(?:ما في|مافي|لا يوجد|ليس هناك) اجتماع/,
  rule: /\brule\b|قاعده|every|monthly|weekly|of the month|كل شهر|كل اسبوع|freq=/,
  steps: /\b(steps?|reminders?)\b|تذكير/,
  deadline: /\bdeadline\b|اخر موعد|المهله|مهله/,
  link: /\b(link|zoom|teams link|online address)\b|رابط/,
  place: /\b(place|venue|room|location)\b|مكان|قاعه/,
  time: /\b(time|hour)\b|وقت الاجتماع|ساعه الاجتماع/,
  move: /\b(move|postpone|reschedul\w*|shift|delay|bring .*forward)\b|نقل|انقل|اجل|تاجيل|تقديم الاجتماع|غير موعد|تغيير موعد/,
} as const

/** The setting a button or a sentence asks to change. */
const settable = ['rule', 'time', 'place', 'link', 'deadlineWorkingDays', 'reminderSteps'] as const
type Settable = (typeof settable)[number]

export async function setCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const { speak } = turn
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(speak, 'coordinator')] }
  const said = fold(asked.text)
  const day = asked.meaning.when.some(m => ['minute', 'hour', 'day'].includes(m.grain) && m.certainty !== 'approximate' && !m.timeOnly)
  if (remindersIn(asked.text)) return change(turn, 'reminderSteps', asked.text)
  if (asks.skip.test(said)) return skip(turn, asked)
  const shifts = isShift(asked.text, turn.context)
  if (asks.move.test(said) && (day || shifts) && !asks.deadline.test(said)) return move(turn, asked)
  if (asks.rule.test(said)) return change(turn, 'rule', readRule(asked.text, turn.context) ? asked.text : undefined)
  if (asks.steps.test(said)) return change(turn, 'reminderSteps', undefined)
  if (asks.deadline.test(said)) return change(turn, 'deadlineWorkingDays', /\d/.test(said) && !day ? asked.text : undefined)
  if (asks.link.test(said)) return change(turn, 'link', asked.text)
  if (asks.place.test(said)) return change(turn, 'place', asked.text)
  if (asks.time.test(said)) return change(turn, 'time', asked.text)
  if (asks.move.test(said) || day || shifts || monthNamed(asked.text, turn.context)) return move(turn, asked)
  return menu(turn)
}

async function menu(turn: Turn): Promise<Answer> {
  const { speak } = turn
  const next = await nearest(turn)
  const set = (field: Settable, label: Parameters<typeof button>[1]) => button(speak, label, 'meeting.set', { field })
  const args = next ? { meeting: next.id, version: String(next.version) } : {}
  return {
    views: [
      view(turn.language, [
        heading(speak.say('meeting.settings')),
        settingsFacts(speak, turn.network.settings.meeting),
        ...(next
          ? [text(speak.say('meeting.nextIs', { at: speak.instant(next.startsAt), deadline: speak.instant(next.deadlineAt) }))]
          : []),
        actions([
          ...(next
            ? [button(speak, 'meeting.moveNext', 'meeting.move', args), button(speak, 'meeting.skipNext', 'meeting.askSkip', args)]
            : []),
          set('rule', 'meeting.setRule'),
          set('time', 'meeting.setTime'),
          set('place', 'meeting.setPlace'),
          set('deadlineWorkingDays', 'meeting.setDeadline'),
          set('reminderSteps', 'meeting.setSteps'),
        ]),
      ]),
    ],
  }
}

async function nearest(turn: Turn): Promise<Meeting | null> {
  const next = await nextMeeting(turn)
  if (next) return next
  await ensureMeetings(turn)
  return nextMeeting(turn)
}

/** Begins the form with everything known but what is to be changed; `said` is a sentence that holds the new value. */
function change(turn: Turn, field: Settable, said: string | undefined, dialog = false): Answer {
  const values: Record<string, unknown> = standingValues(turn.network.settings.meeting)
  // A form on the screen shows what stands; a question is asked of what does not.
  if (!dialog) {
    // What the sentence says of the reminders amends those that stand.
    const amends = field === 'reminderSteps' && said !== undefined
    if (field !== 'link' && !amends) delete values[field]
    if (field === 'rule') delete values.from
    const given = said && field === 'link' ? readLink(/(?:https?:\/\/|www\.)\S+/i.exec(said)?.[0] ?? '') : null
    if (given?.ok) values.link = given.value
    // "Change the meeting time to 11", «غيّروا مكان الاجتماع إلى القاعة الكبرى»: the new value stands behind what leads to it.
    const to = said && /(?:\s(?:to|at|is|now|إلى|الى|هو|الساعة|الآن)\s+|:\s*)(?<value>\S.*)$/iu.exec(said)?.groups?.value
    const time = to && field === 'time' ? readTime(to, turn.context) : null
    if (time) values.time = time
    if (to && field === 'place') values.place = inBoth(clean(to).slice(0, 200))
    if (said && field === 'deadlineWorkingDays') values[field] = Number(/\d+/.exec(fold(said))?.[0])
  }
  return {
    begin: {
      form: 'meeting.settings',
      args: { seen: seenOf(turn.network.settings.meeting) },
      values,
      ...(said && (field === 'rule' || field === 'reminderSteps') ? { text: said } : {}),
      dialog,
    },
  }
}

export async function setPress(turn: Turn, args: Record<string, string>, how: { dialog: boolean }): Promise<Answer> {
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(turn.speak, 'coordinator')] }
  const field = settable.find(f => f === args.field)
  return field ? change(turn, field, undefined, how.dialog) : menu(turn)
}

/** Which meeting a sentence means: that of a month it names, that on a day it says beside what is wanted of it, else the next. */
async function meant(turn: Turn, asked: Asked, skips: boolean): Promise<Meeting | null> {
  const { zone } = turn.network.settings
  const all = (await meetings.upcoming(turn.db, turn.network.id, turn.now)).filter(m => m.state === 'planned')
  const days = daysSaid(asked.text, turn.context)
  const onDay = all.find(m => days.includes(dayOf(zone, m.startsAt).toString()))
  if (onDay && (skips || days.length > 1 || isShift(asked.text, turn.context))) return onDay
  const month =
    monthNamed(asked.text, turn.context)?.month ??
    asked.meaning.when.find(m => m.grain === 'month')?.start.slice(0, 7) ??
    (skips ? asked.meaning.arguments.month : undefined)
  if (month) return all.find(m => monthOf(dayOf(zone, m.startsAt)) === month) ?? all.find(m => m.firstMonth === month) ?? null
  return skips && days.length > 0 ? null : nearest(turn)
}

async function skip(turn: Turn, asked: Asked): Promise<Answer> {
  const m = await meant(turn, asked, true)
  return { views: [m ? skipView(turn, m) : warn(turn.speak, 'meeting.noneThen')] }
}

async function move(turn: Turn, asked: Asked): Promise<Answer> {
  const m = await meant(turn, asked, false)
  if (!m) return { views: [warn(turn.speak, 'meeting.noneThen')] }
  return { begin: { form: 'meeting.move', args: { meeting: m.id, version: String(m.version) }, text: asked.text, dialog: asked.dialog } }
}

export async function movePress(_turn: Turn, args: Record<string, string>, how: { dialog: boolean }): Promise<Answer> {
  return { begin: { form: 'meeting.move', args: { meeting: args.meeting ?? '', version: args.version ?? '' }, dialog: how.dialog } }
}

export async function askSkipPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(turn.speak, 'coordinator')] }
  const m = await meetings.byId(turn.db, turn.network.id, args.meeting ?? '')
  if (!m || m.state === 'skipped' || isOver(m.startsAt, turn.now)) return menu(turn)
  return { views: [skipView(turn, m)] }
}
