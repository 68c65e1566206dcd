/** Moving or skipping one meeting: everybody concerned is told, the deadline and the reminders follow, the months it covers stay. */
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import * as meetings from '../../db/meetings.ts'
import { update } from '../delivery/promise.ts'
import { type Asking, type Field, form, type Gathered } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, facts, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { Mention } from '../model/meaning.ts'
import { holds } from '../model/people.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { Part, View } from '../model/view.ts'
import { type Calendar, closes, isWorkingDay } from '../time/working-days.ts'
import { dayOf, instantAt, instantText, wall } from '../time/zone.ts'
import { readWhen } from '../understanding/read.ts'
import { cardSubject, dayName, isOver, meetingFacts } from './cards.ts'
import { deadlineFor, ensureMeetings, type Meeting, nextMeeting, schedule } from './occurrences.ts'
import { momentIn } from './said.ts'
import { remindersOf } from './schedule.ts'

/** Instants as text with the zone's offset. */
export type Values = { to: string; deadline: string }
type Load = {
  meeting: Meeting
  nearest: boolean
  now: Temporal.Instant
  zone: string
  calendar: Calendar
  deadlineFor(startsAt: Temporal.Instant): Temporal.Instant
}

const at = (said: string): Temporal.Instant => Temporal.Instant.from(said)
const exact = (m: Mention): boolean => ['minute', 'hour', 'day'].includes(m.grain) && m.certainty !== 'approximate'

/** The moment a sentence moves the meeting to; what is said of one that is not the next is said of its own month. */
const momentOf = (said: string, { context }: Asking, { meeting, nearest }: Load, had: string | undefined): string | null =>
  momentIn(said, context, had ? at(had) : meeting.startsAt, !nearest)

const toField: Field<Values> = {
  label: 'meeting.newTime',
  ask: 'meeting.askNewTime',
  need: 'required',
  schema: z.string(),
  // A new day has a new deadline: one that was given for the day before no longer holds.
  fills: ['to', 'deadline'],
  has: v => v.to !== undefined,
  read(said, asking, values, load) {
    const to = momentOf(said, asking, load as Load, values.to)
    return to ? ok({ to }) : fail({ key: 'dialogue.notADay', values: { said: said.slice(0, 60) } })
  },
  show: (v, asking) => (v.to ? asking.speak.instant(at(v.to)) : null),
  inputs: (v, asking, load) => {
    const shown = wall((load as Load).zone, v.to ? at(v.to) : (load as Load).meeting.startsAt)
    return [
      { id: 'to', kind: 'date', value: shown.toPlainDate().toString() },
      { id: 'toTime', kind: 'time', label: asking.speak.say('meeting.time'), value: shown.toPlainTime().toString().slice(0, 5) },
    ]
  },
  filled(
    answers,
    _asking,
    v,
    load,
  ): Result<Partial<Values>, { input: string; said: { key: 'dialogue.notADay'; values: { said: string } } }> {
    const l = load as Load
    const day = String(answers.to ?? '')
    const time = String(answers.toTime ?? '') || wall(l.zone, l.meeting.startsAt).toPlainTime().toString().slice(0, 5)
    if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d$/.test(time))
      return fail({ input: 'to', said: { key: 'dialogue.notADay', values: { said: day.slice(0, 60) } } })
    const to = instantText(wall(l.zone, instantAt(l.zone, Temporal.PlainDate.from(day), time)))
    return ok({ to, ...(v.deadline ? { deadline: v.deadline } : {}) })
  },
}

const closing = (load: Load, day: string): string => instantText(wall(load.zone, closes(load.calendar, Temporal.PlainDate.from(day))))

const deadlineField: Field<Values> = {
  label: 'meeting.newDeadline',
  ask: 'meeting.askNewDeadline',
  hint: 'meeting.hintNewDeadline',
  need: 'offered',
  schema: z.string(),
  read(said, asking, _values, load) {
    const found = readWhen(said, asking.context).filter(m => exact(m) && !m.timeOnly)[0]
    if (!found) return fail({ key: 'dialogue.notADay', values: { said: said.slice(0, 60) } })
    const l = load as Load
    return ok({ deadline: found.allDay ? closing(l, found.start.slice(0, 10)) : instantText(wall(l.zone, at(found.start))) })
  },
  show: (v, asking, load) => (v.to ? asking.speak.instant(deadlineOf(v, load as Load)) : null),
  inputs: v => ({ id: 'deadline', kind: 'date', value: v.deadline?.slice(0, 10) }),
  filled(answers, _asking, v, load) {
    const day = String(answers.deadline ?? '')
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return ok({ ...(v.to ? { to: v.to } : {}) })
    // The hour of a deadline that stands is kept where its day is.
    return ok({ deadline: v.deadline?.slice(0, 10) === day ? v.deadline : closing(load as Load, day) })
  },
}

const deadlineOf = (v: Partial<Values>, load: Load): Temporal.Instant =>
  v.deadline ? at(v.deadline) : load.deadlineFor(v.to ? at(v.to) : load.meeting.startsAt)

export const moveForm = form<Values, Load>({
  id: 'meeting.move',
  title: 'meeting.moveTitle',
  submit: 'meeting.moveIt',
  confirm: true,
  fields: { to: toField, deadline: deadlineField },
  async load(turn, args) {
    const found = await changeable(turn, args.meeting, args.version)
    if (!found.ok) return found
    const { meeting } = found
    const nearest = (await nextMeeting(turn))?.id === meeting.id
    const { zone } = turn.network.settings
    return {
      ok: true,
      value: { meeting, nearest, now: turn.now, zone, calendar: turn.calendar, deadlineFor: startsAt => deadlineFor(turn, startsAt) },
    }
  },
  async stands(turn, args) {
    const m = holds(turn.reader, 'coordinator') ? await meetings.byId(turn.db, turn.network.id, args.meeting ?? '') : null
    return m ? [meetingFacts(turn, turn.speak, m)] : []
  },
  gather(said, asking, values, load): Gathered<Values> {
    const to = momentOf(said, asking, load, values.to)
    return { values: to ? { to } : {}, problems: [], choose: null, other: [] }
  },
  check(v, asking, load) {
    if (!v.to) return []
    if (isOver(at(v.to), load.now))
      return [{ field: 'to', said: { key: 'dialogue.dayPast', values: { day: asking.speak.instant(at(v.to)) } } }]
    const deadline = deadlineOf(v, load)
    if (isOver(deadline, load.now))
      return [{ field: 'deadline', said: { key: 'meeting.deadlineOver', values: { deadline: asking.speak.instant(deadline) } } }]
    if (isOver(at(v.to), deadline))
      return [{ field: 'deadline', said: { key: 'meeting.deadlineAfter', values: { at: asking.speak.instant(at(v.to)) } } }]
    return []
  },
  card(v, asking, load): Part[] {
    const { speak } = asking
    if (!v.to) return []
    const day = dayOf(load.zone, at(v.to))
    const reminders = remindersOf(load.calendar, deadlineOf(v, load), load.meeting.steps).filter(r => !isOver(r.at, load.now))
    return [
      text(speak.say('meeting.movedFrom', { at: speak.instant(load.meeting.startsAt) }), 'subtle'),
      ...(isWorkingDay(load.calendar, day) ? [] : [notice('warning', speak.say('meeting.dayOff', { day: speak.day(day) }))]),
      text(
        reminders.length > 0
          ? speak.say('meeting.remindersOn', { _days: speak.list(reminders.map(r => speak.shortDay(dayOf(load.zone, r.at)))) })
          : speak.say('meeting.noReminders'),
        'subtle',
      ),
    ]
  },
  save,
})

type Changeable = { ok: true; meeting: Meeting } | { ok: false; view: View }

/** The meeting as a card saw it, held; or the view with its present state. */
async function changeable(turn: Turn, id: string | undefined, version: string | undefined): Promise<Changeable> {
  const { speak } = turn
  const refuse = (v: View): Changeable => ({ ok: false, view: v })
  if (!holds(turn.reader, 'coordinator')) return refuse(onlyFor(speak, 'coordinator'))
  const m = await meetings.hold(turn.db, turn.network.id, id ?? '')
  if (!m) return refuse(warn(speak, 'dialogue.stale'))
  if (m.state === 'skipped')
    return refuse(view(turn.language, [notice('info', speak.say('meeting.wasSkipped', { day: dayName(turn, speak, m) }))]))
  if (isOver(m.startsAt, turn.now))
    return refuse(view(turn.language, [notice('info', speak.say('meeting.hasBegun', { day: dayName(turn, speak, m) }))]))
  if (String(m.version) !== version)
    return refuse(view(turn.language, [notice('warning', speak.say('meeting.changedMeanwhile')), meetingFacts(turn, speak, m)]))
  return { ok: true, meeting: m }
}

async function save(values: Values, turn: Turn, load: Load): Promise<View> {
  const { speak } = turn
  const before = load.meeting
  const startsAt = at(values.to)
  const deadlineAt = deadlineOf(values, load)
  const set = { startsAt, deadlineAt, steps: turn.network.settings.meeting.reminderSteps }
  if (!(await meetings.change(turn.db, turn.network.id, before.id, before.version, set)))
    return view(turn.language, [notice('warning', speak.say('meeting.changedMeanwhile'))])
  const next: Meeting = { ...before, ...set, version: before.version + 1 }
  await record(turn, turn.member.id, {
    entity: 'meeting',
    id: before.id,
    action: 'moved',
    before,
    after: { ...next, deadlineByHand: values.deadline !== undefined },
  })
  await schedule(turn, next)
  // Told by a wing above: whoever was invited is asked again in the same message.
  await turn.emit({ kind: 'meeting.moved', meetingId: before.id, from: before.startsAt, by: turn.member.id })
  return view(turn.language, [notice('good', speak.say('meeting.moved', { at: speak.instant(startsAt) })), meetingFacts(turn, speak, next)])
}

/** Asks before a meeting is skipped. */
export function skipView(turn: Turn, m: Meeting): View {
  const { speak } = turn
  const args = { meeting: m.id, version: String(m.version) }
  return view(turn.language, [
    text(speak.say('meeting.skipSure', { day: dayName(turn, speak, m) }), 'strong'),
    facts([[speak.say('meeting.when'), speak.instant(m.startsAt)]]),
    actions([
      button(speak, 'meeting.skipYes', 'meeting.skip', args, { style: 'danger' }),
      button(speak, 'meeting.keepIt', 'meeting.keep', args),
    ]),
  ])
}

export async function skipPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const { speak } = turn
  const found = await changeable(turn, args.meeting, args.version)
  if (!found.ok) return { replace: found.view }
  const before = found.meeting
  await meetings.change(turn.db, turn.network.id, before.id, before.version, { state: 'skipped' })
  await record(turn, turn.member.id, {
    entity: 'meeting',
    id: before.id,
    action: 'skipped',
    before,
    after: { ...before, state: 'skipped', version: before.version + 1 },
  })
  await schedule(turn, { ...before, state: 'skipped' })
  await ensureMeetings(turn)
  const next = await nextMeeting(turn)
  for (const o of turn.organizations)
    await update(turn, cardSubject(before.id, o.id), language =>
      view(language, [
        notice('info', turn.voice(language).say('meeting.wasSkipped', { day: dayName(turn, turn.voice(language), before) })),
      ]),
    )
  await turn.emit({ kind: 'meeting.skipped', meetingId: before.id, nextId: next?.id ?? null, by: turn.member.id })
  return {
    replace: view(turn.language, [
      notice('good', speak.say('meeting.skipped', { day: dayName(turn, speak, before) })),
      ...(next ? [text(speak.say('meeting.nextIs', { at: speak.instant(next.startsAt), deadline: speak.instant(next.deadlineAt) }))] : []),
    ]),
  }
}

export async function keepPress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const m = await meetings.byId(turn.db, turn.network.id, args.meeting ?? '')
  if (!m) return { views: [warn(turn.speak, 'dialogue.stale')] }
  return { replace: view(turn.language, [text(turn.speak.say('meeting.kept', { day: dayName(turn, turn.speak, m) }))]) }
}
