/** The form with which the centre sets the meeting: rule, time, place, deadline and reminder steps; the next three meetings are shown before it is kept. */
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import * as meetings from '../../db/meetings.ts'
import * as people from '../../db/people.ts'
import { tell } from '../delivery/promise.ts'
import { inBoth, inOneLine } from '../dialogue/both-languages.ts'
import { clean, numberField } from '../dialogue/fields.ts'
import { type Asking, type Field, form, type Gathered } from '../dialogue/form.ts'
import { longestLink, readLink } from '../dialogue/link.ts'
import { record } from '../dialogue/record.ts'
import { facts, heading, list, notice, onlyFor, text, view } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import { type Bilingual, holds } from '../model/people.ts'
import { fail, ok } from '../model/result.ts'
import type { Settings } from '../model/settings.ts'
import type { Part, View } from '../model/view.ts'
import { type Calendar, deadlineOf } from '../time/working-days.ts'
import { dayOf } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'
import { readTime } from '../understanding/read.ts'
import { isOver } from './cards.ts'
import { nextMeeting, recompute, remake } from './occurrences.ts'
import { after, intervalOf, type Occurrence, type Rule } from './rule.ts'
import { readRule, ruleText } from './rule-words.ts'

type Meet = Settings['meeting']
export type Values = {
  rule: string
  from: string
  time: string
  place: Bilingual
  link?: string | undefined
  deadlineWorkingDays: number
  reminderSteps: number[]
}
/** `from` is where new meetings begin to be made: now, or the start of the last one whose deadline is over. */
export type Load = { now: Temporal.Instant; from: Temporal.Instant; calendar: Calendar; zone: string }

const mostDays = 60
const mostSteps = 10

/** What the settings were when the form was begun; a form begun on older ones is refused. */
export const seenOf = (m: Meet): string =>
  JSON.stringify([m.rule, m.from ?? '', m.time, m.place, m.link ?? '', m.deadlineWorkingDays, m.reminderSteps])

/** The first days of a rule whose deadline is still ahead. An interval counts from the first of them, unless it is said from which. */
export function daysOf(load: Load, rule: Rule, workingDays: number, most: number): Occurrence[] {
  const every: Rule = intervalOf(rule.rule) > 1 && !rule.from ? { ...rule, rule: rule.rule.replace(/;?INTERVAL=\d+/, '') } : rule
  const open = after(every, load.zone, load.from, most + 40).filter(
    o => !isOver(deadlineOf(load.calendar, dayOf(load.zone, o.startsAt), workingDays), load.now),
  )
  const first = open[0]
  if (every === rule || !first) return open.slice(0, most)
  return daysOf(load, { ...rule, from: first.day }, workingDays, most)
}

const asRule = (v: Partial<Values>): Rule => ({ rule: v.rule ?? '', time: v.time ?? '10:00', from: v.from })

const ruleField: Field<Values> = {
  label: 'meeting.rule',
  ask: 'meeting.askRule',
  hint: 'meeting.hintRule',
  need: 'required',
  schema: z.string(),
  fills: ['rule', 'from', 'time'],
  has: v => v.rule !== undefined,
  read(said, asking, values) {
    const read = readRule(said, asking.context)
    if (!read) return fail({ key: 'meeting.notARule', values: { said: said.slice(0, 60) } })
    return ok({ rule: read.rule, ...(read.time ? { time: read.time } : values.time ? { time: values.time } : {}) })
  },
  show: (v, asking) => (v.rule ? ruleText(v.rule, asking.speak) : null),
  inputs: (v, asking) => ({
    id: 'rule',
    kind: 'text',
    max: 200,
    value: v.rule ? ruleText(v.rule, asking.speak).replace(/[\u2066-\u2069]/g, '') : undefined,
  }),
  filled(answers, asking, v) {
    const said = String(answers.rule ?? '').trim()
    if (!said) return fail({ input: 'rule', said: { key: 'dialogue.required' } })
    // What was not touched comes back in words: it is the rule that stands.
    const same = v.rule && fold(ruleText(v.rule, asking.speak)) === fold(said)
    const read = same ? null : readRule(said, asking.context)
    if (!same && !read) return fail({ input: 'rule', said: { key: 'meeting.notARule', values: { said: said.slice(0, 60) } } })
    return ok({
      rule: read?.rule ?? v.rule,
      ...(same && v.from ? { from: v.from } : {}),
      ...(v.time ? { time: v.time } : {}),
    } as Partial<Values>)
  },
}

const timeField: Field<Values> = {
  label: 'meeting.time',
  ask: 'meeting.askTime',
  need: 'required',
  schema: z.string().regex(/^\d\d:\d\d$/),
  read(said, asking) {
    const time = readTime(said, asking.context)
    return time ? ok({ time }) : fail({ key: 'meeting.notATime', values: { said: said.slice(0, 60) } })
  },
  show: (v, asking) => (v.time ? asking.speak.time(v.time) : null),
  inputs: v => ({ id: 'time', kind: 'time', value: v.time }),
}

const placeField: Field<Values> = {
  label: 'meeting.place',
  ask: 'meeting.askPlace',
  hint: 'meeting.hintPlace',
  need: 'required',
  schema: z.object({ ar: z.string().optional(), en: z.string().optional() }),
  read(said) {
    if (!/[\p{L}\p{N}]/u.test(said)) return fail({ key: 'dialogue.tooShort', values: { min: 2 } })
    const place = inBoth(clean(said))
    const long = [place.ar, place.en].find(n => [...(n ?? '')].length > 200)
    if (long) return fail({ key: 'dialogue.tooLong', values: { max: 200, length: [...long].length } })
    return ok({ place })
  },
  show: (v, asking) => (v.place ? asking.speak.pick(v.place) || null : null),
  inputs: v => ({ id: 'place', kind: 'text', max: 400, value: (v.place && inOneLine(v.place)) || undefined }),
}

const linkField: Field<Values> = {
  label: 'meeting.link',
  ask: 'meeting.askLink',
  need: 'offered',
  schema: z.string(),
  read(said) {
    const read = readLink(said)
    return read.ok ? ok({ link: read.value }) : read
  },
  show: v => v.link ?? null,
  inputs: v => ({ id: 'link', kind: 'text', max: longestLink, value: v.link }),
}

const stepsField: Field<Values> = {
  label: 'meeting.steps',
  ask: 'meeting.askSteps',
  hint: 'meeting.hintSteps',
  need: 'required',
  schema: z.array(z.number().int()),
  read(said) {
    const given = [...new Set((fold(said).match(/\d+/g) ?? []).map(Number))].sort((a, b) => b - a)
    if (given.length === 0 || given.length > mostSteps || given.some(n => n > mostDays))
      return fail({ key: 'meeting.notSteps', values: { said: said.slice(0, 60) } })
    return ok({ reminderSteps: given })
  },
  show: (v, asking) => (v.reminderSteps ? stepsText(asking.speak, v.reminderSteps) : null),
  inputs: v => ({ id: 'reminderSteps', kind: 'text', max: 60, value: v.reminderSteps?.join(', ') }),
}

export const stepsText = (speak: Speak, steps: readonly number[]): string => speak.list(steps.map(n => speak.say('meeting.step', { n })))

export const settingsForm = form<Values, Load>({
  id: 'meeting.settings',
  title: 'meeting.settings',
  submit: 'dialogue.save',
  confirm: true,
  fields: {
    rule: ruleField,
    time: timeField,
    place: placeField,
    link: linkField,
    deadlineWorkingDays: numberField('deadlineWorkingDays', {
      label: 'meeting.deadlineDays',
      ask: 'meeting.askDeadlineDays',
      need: 'required',
      min: 0,
      max: mostDays,
    }) as Field<Values>,
    reminderSteps: stepsField,
    // The day an interval counts from is chosen between the days it may be, never asked in words.
    from: {
      ...timeField,
      label: 'meeting.from',
      ask: 'meeting.askRule',
      need: 'offered',
      applies: () => false,
      schema: z.string(),
      show: () => null,
      inputs: () => [],
    },
  },
  load: async (turn, args) => {
    if (!holds(turn.reader, 'coordinator'))
      return {
        ok: false,
        view: onlyFor(turn.speak, 'coordinator'),
      }
    const { settings } = turn.network
    if (args.seen !== seenOf(settings.meeting))
      return {
        ok: false,
        view: view(turn.language, [
          notice('warning', turn.speak.say('meeting.settingsChanged')),
          settingsFacts(turn.speak, settings.meeting),
        ]),
      }
    const closed = (await meetings.upcoming(turn.db, turn.network.id, turn.now)).filter(m => isOver(m.deadlineAt, turn.now))
    const from = closed.reduce((at, m) => (isOver(m.startsAt, at) ? at : m.startsAt), turn.now)
    return { ok: true, value: { now: turn.now, from, calendar: turn.calendar, zone: settings.zone } }
  },
  stands: async turn => (holds(turn.reader, 'coordinator') ? [settingsFacts(turn.speak, turn.network.settings.meeting)] : []),
  gather,
  check(values, _asking, load) {
    if (!values.rule || !values.time) return []
    return daysOf(load, asRule(values), values.deadlineWorkingDays ?? 0, 1).length > 0
      ? []
      : [{ field: 'rule', said: { key: 'meeting.noDays' } }]
  },
  card: (values, asking, load) => nextThree(values, asking, load),
  save,
})

/** A whole sentence: the rule alone is read from one; everything else has its own question. */
function gather(said: string, asking: Asking, values: Partial<Values>, load: Load): Gathered<Values> {
  const out: Gathered<Values> = { values: {}, problems: [], choose: null, other: [] }
  const read = readRule(said, asking.context)
  if (!read) return out
  const time = read.time ?? values.time ?? '10:00'
  out.values = { rule: read.rule, time, from: undefined } as unknown as Partial<Values>
  if (read.other)
    out.other.push({
      label: { key: 'meeting.otherRule', values: { _rule: ruleText(read.other, asking.speak) } },
      values: { rule: read.other, time },
    })
  const interval = intervalOf(read.rule)
  if (interval > 1 && read.rule.startsWith('FREQ=WEEKLY')) {
    const every = { rule: read.rule.replace(/;?INTERVAL=\d+/, ''), time }
    const second = daysOf(load, every, values.deadlineWorkingDays ?? 0, 2)[1]
    if (second)
      out.other.push({
        label: { key: 'meeting.startingOn', values: { day: asking.speak.day(second.day) } },
        values: { rule: read.rule, time, from: second.day },
      })
  }
  return out
}

function nextThree(values: Partial<Values>, asking: Asking, load: Load): Part[] {
  const { speak } = asking
  const days = daysOf(load, asRule(values), values.deadlineWorkingDays ?? 0, 3)
  return [
    text(speak.say('meeting.nextThree'), 'strong'),
    list(
      days.map(o => ({
        text: speak.instant(o.startsAt),
        detail: speak.say('meeting.deadlineOf', {
          at: speak.instant(deadlineOf(load.calendar, dayOf(load.zone, o.startsAt), values.deadlineWorkingDays ?? 0)),
        }),
      })),
    ),
  ]
}

/** The settings as they stand. */
export const settingsFacts = (speak: Speak, m: Meet): Part =>
  facts([
    [speak.say('meeting.rule'), ruleText(m.rule, speak)],
    [speak.say('meeting.time'), speak.time(m.time)],
    [speak.say('meeting.place'), speak.pick(m.place) || null],
    [speak.say('meeting.link'), m.link],
    [speak.say('meeting.deadlineDays'), speak.say('meeting.workingDays', { n: m.deadlineWorkingDays })],
    [speak.say('meeting.steps'), stepsText(speak, m.reminderSteps)],
  ])

async function save(values: Values, turn: Turn, load: Load): Promise<View> {
  const { speak } = turn
  const was = turn.network.settings.meeting
  const anchored =
    intervalOf(values.rule) > 1 ? (values.from ?? daysOf(load, asRule(values), values.deadlineWorkingDays, 1)[0]?.day) : undefined
  const next: Meet = {
    ...was,
    rule: values.rule,
    time: values.time,
    place: values.place,
    // An empty one takes the place of one that stood: what is left out of JSON would leave it.
    ...(values.link || was.link ? { link: values.link ?? '' } : {}),
    deadlineWorkingDays: values.deadlineWorkingDays,
    reminderSteps: values.reminderSteps,
    ...(anchored ? { from: anchored } : {}),
  }
  if (seenOf(next) === seenOf(was))
    return view(turn.language, [notice('info', speak.say('meeting.settingsSame')), settingsFacts(speak, was)])
  const { minutes: _minutes, ...set } = next
  await people.setMeeting(turn.db, turn.network.id, set)
  turn.network.settings.meeting = next
  await record(turn, turn.member.id, { entity: 'meeting', id: 'settings', action: 'settings', before: was, after: next })
  const ruleChanged = was.rule !== next.rule || was.time !== next.time || was.from !== next.from
  if (ruleChanged) await remake(turn, turn.member.id)
  else await recompute(turn)
  const nearest = await nextMeeting(turn)
  const { reminderSteps: _was, ...others } = was
  const { reminderSteps: _next, ...othersNext } = next
  // Only the centre has to do with the reminders' steps; everything else concerns everybody.
  if (JSON.stringify(others) !== JSON.stringify(othersNext)) {
    const all = (await people.activeMembers(turn.db, turn.network)).filter(m => m.id !== turn.member.id)
    await tell(turn, all, language => {
      const s = turn.voice(language)
      return view(language, [
        heading(s.say('meeting.settingsTold')),
        facts([
          [s.say('meeting.rule'), ruleText(next.rule, s)],
          [s.say('meeting.time'), s.time(next.time)],
          [s.say('meeting.place'), s.pick(next.place) || null],
          [s.say('meeting.link'), next.link],
          ...(nearest
            ? ([
                [s.say('meeting.title'), s.instant(nearest.startsAt)],
                [s.say('meeting.deadline'), s.instant(nearest.deadlineAt)],
              ] as const)
            : []),
        ]),
      ])
    })
  }
  return view(turn.language, [
    notice('good', speak.say('meeting.settingsSaved')),
    settingsFacts(speak, next),
    ...(nearest
      ? [text(speak.say('meeting.nextIs', { at: speak.instant(nearest.startsAt), deadline: speak.instant(nearest.deadlineAt) }))]
      : []),
  ])
}
