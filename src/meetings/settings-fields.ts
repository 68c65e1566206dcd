/** The fields of the meeting's settings: its rule, time, place, link and the steps of its reminders, as they are said, shown and filled. Pure. */
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { inBoth, inOneLine } from '../dialogue/both-languages.ts'
import { clean } from '../dialogue/fields.ts'
import type { Field } from '../dialogue/form.ts'
import { longestLink, readLink } from '../dialogue/link.ts'
import type { Speak } from '../locales/speak.ts'
import type { Bilingual } from '../model/people.ts'
import { fail, ok } from '../model/result.ts'
import { type Calendar, deadlineOf } from '../time/working-days.ts'
import { dayOf } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'
import { readTime } from '../understanding/read.ts'
import { remindersIn, stepsSaid } from '../understanding/reminders-said.ts'
import { isOver } from './cards.ts'
import { after, intervalOf, type Occurrence, type Rule } from './rule.ts'
import { readRule, ruleText } from './rule-words.ts'

export type Values = {
  rule: string
  from: string
  time: string
  place: Bilingual
  link?: string | undefined
  deadlineWorkingDays: number
  reminderSteps: number[]
}
/** `from` is where new meetings begin to be made: now, or the start of the last one whose deadline is over; `was`, the settings that stand. */
export type Load = { now: Temporal.Instant; from: Temporal.Instant; calendar: Calendar; zone: string; was: Partial<Values> }

export const mostDays = 60
const mostSteps = 10

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

export const asRule = (v: Partial<Values>): Rule => ({ rule: v.rule ?? '', time: v.time ?? '10:00', from: v.from })

export const ruleField: Field<Values> = {
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

export const timeField: Field<Values> = {
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

export const placeField: Field<Values> = {
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

export const linkField: Field<Values> = {
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

export const stepsField: Field<Values> = {
  label: 'meeting.steps',
  ask: 'meeting.askSteps',
  hint: 'meeting.hintSteps',
  need: 'required',
  schema: z.array(z.number().int()),
  read(said, _asking, values, load) {
    let steps = values.reminderSteps ?? (load as Load | null)?.was.reminderSteps ?? []
    const told = remindersIn(said) ?? stepsSaid(said)
    for (const { how, steps: named } of told) {
      const missing = how === 'drop' ? named.find(n => !steps.includes(n)) : undefined
      if (missing !== undefined) return fail({ key: 'meeting.noSuchStep', values: { n: missing } })
      steps = how === 'all' ? named : how === 'drop' ? steps.filter(n => !named.includes(n)) : [...new Set([...steps, ...named])]
    }
    if (told.length === 0 || steps.length === 0 || steps.length > mostSteps || steps.some(n => n > mostDays))
      return fail({ key: 'meeting.notSteps', values: { said: said.slice(0, 60) } })
    return ok({ reminderSteps: [...steps].sort((a, b) => b - a) })
  },
  show: (v, asking) => (v.reminderSteps ? stepsText(asking.speak, v.reminderSteps) : null),
  inputs: v => ({ id: 'reminderSteps', kind: 'text', max: 60, value: v.reminderSteps?.join(', ') }),
}

export const stepsText = (speak: Speak, steps: readonly number[]): string => speak.list(steps.map(n => speak.say('meeting.step', { n })))
