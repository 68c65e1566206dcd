/** The form with which the centre sets the meeting; the next three meetings are shown before it is kept, and everybody is told what changes for them. */
import { z } from 'zod'
import * as meetings from '../../db/meetings.ts'
import * as people from '../../db/people.ts'
import { tell } from '../delivery/promise.ts'
import { numberField } from '../dialogue/fields.ts'
import { type Asking, type Field, form, type Gathered } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { facts, heading, list, notice, onlyFor, text, view } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import { holds } from '../model/people.ts'
import type { Settings } from '../model/settings.ts'
import type { Part, View } from '../model/view.ts'
import { deadlineOf } from '../time/working-days.ts'
import { dayOf } from '../time/zone.ts'
import { remindersIn } from '../understanding/reminders-said.ts'
import { isOver } from './cards.ts'
import { nextMeeting, recompute, remake } from './occurrences.ts'
import { intervalOf } from './rule.ts'
import { readRule, ruleText } from './rule-words.ts'
import {
  asRule,
  daysOf,
  type Load,
  linkField,
  mostDays,
  placeField,
  ruleField,
  stepsField,
  stepsText,
  timeField,
  type Values,
} from './settings-fields.ts'

type Meet = Settings['meeting']

/** What the settings were when the form was begun; a form begun on older ones is refused. */
export const seenOf = (m: Meet): string =>
  JSON.stringify([m.rule, m.from ?? '', m.time, m.place, m.link ?? '', m.deadlineWorkingDays, m.reminderSteps])

/** The settings that stand, as the form's values. */
export const standingValues = ({ rule, from, time, place, link, deadlineWorkingDays, reminderSteps }: Meet): Partial<Values> => ({
  rule,
  time,
  place,
  deadlineWorkingDays,
  reminderSteps,
  ...(from ? { from } : {}),
  ...(link ? { link } : {}),
})

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
    return { ok: true, value: { now: turn.now, from, calendar: turn.calendar, zone: settings.zone, was: standingValues(settings.meeting) } }
  },
  stands: async turn => (holds(turn.reader, 'coordinator') ? [settingsFacts(turn.speak, turn.network.settings.meeting)] : []),
  gather,
  was: (_asking, load) => load.was,
  check(values, _asking, load) {
    if (!values.rule || !values.time) return []
    return daysOf(load, asRule(values), values.deadlineWorkingDays ?? 0, 1).length > 0
      ? []
      : [{ field: 'rule', said: { key: 'meeting.noDays' } }]
  },
  card: (values, asking, load) => nextThree(values, asking, load),
  save,
})

/** A whole sentence: the steps of the reminders, else the rule is read from one; everything else has its own question. */
function gather(said: string, asking: Asking, values: Partial<Values>, load: Load): Gathered<Values> {
  const out: Gathered<Values> = { values: {}, problems: [], choose: null, other: [] }
  if (remindersIn(said)) {
    const steps = stepsField.read(said, asking, values, load)
    return steps.ok ? { ...out, values: steps.value } : { ...out, problems: [{ field: 'reminderSteps', said: steps.problem }] }
  }
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
