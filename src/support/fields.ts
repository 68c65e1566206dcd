/** The fields of a support request, and the sentence that fills them. Pure. */
import { z } from 'zod'
import { organizationChoices } from '../activities/fields.ts'
import { firstDayOf } from '../activities/when.ts'
import { choiceField, choicesField, clean, textField } from '../dialogue/fields.ts'
import type { Asking, Choice, Field, Gathered, Values } from '../dialogue/form.ts'
import type { Said } from '../locales/speak.ts'
import type { Activity } from '../model/activity.ts'
import type { Answers } from '../model/incoming.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { kindOfNeed, type SupportKind, supportKinds } from '../model/support.ts'
import { referenceIn } from '../understanding/arguments.ts'
import { asksHelp, helpIn } from '../understanding/asks-help.ts'
import { byWords, stemsOf } from '../understanding/by-words.ts'
import { fold } from '../understanding/fold.ts'
import { namesIn } from '../understanding/parts/names.ts'
import { wordSet } from '../understanding/phrases.ts'
import { readDay, readWhen } from '../understanding/read.ts'
import { tokensOf } from '../understanding/tokens.ts'
import { urgentIn } from './heard.ts'
import { kindSaid } from './show.ts'

/** What a form of a request works on: activities that it can be for; `own` is the organization that asks, where it is not chosen. */
export type Work = { activities: readonly Activity[]; own: string; others: boolean }

export const noActivity = 'none'
const most = { details: 1000, options: 60 }

const kindChoices = ({ speak }: Asking): Choice[] => supportKinds.map(value => ({ value, label: kindSaid(speak, value) }))

/** Kinds that a text names, each once. */
export const kindsIn = (text: string): SupportKind[] => [
  ...new Set(
    helpIn(text).flatMap(h => {
      const kind = kindOfNeed[h.kind] ?? supportKinds.find(k => k === h.kind)
      return kind ? [kind] : []
    }),
  ),
]

const plainKinds = choicesField('kinds', { label: 'support.kind', ask: 'support.askKind', need: 'required', options: kindChoices })
const kinds: Field = {
  ...plainKinds,
  distinct: true,
  has: values => z.array(z.string()).min(1).safeParse(values.kinds).success,
  read: (text, asking, values, load) => {
    const chosen = plainKinds.read(text, asking, values, load)
    if (chosen.ok) return chosen
    const named = kindsIn(text)
    if (named.length > 0) return ok({ kinds: named })
    // What is on no list is asked for in its own words.
    const own = clean(text)
    return [...own].length < 3
      ? chosen
      : ok({ kinds: ['other'], ...(values.details ? {} : { details: [...own].slice(0, most.details).join('') }) })
  },
  filled: answers => {
    const a = answers.kinds
    const all = (a === undefined ? [] : Array.isArray(a) ? a : a.split(',')).filter(k => (supportKinds as readonly string[]).includes(k))
    return all.length > 0 ? ok({ kinds: all }) : fail({ input: 'kinds', said: { key: 'dialogue.required' } })
  },
}

const details: Field = {
  ...textField('details', { label: 'support.details', ask: 'support.askDetails', need: 'asked', min: 2, max: most.details, long: true }),
  // Not asked for where the activity tells it, nor where every minute counts.
  has: values => typeof values.details === 'string' || hasActivity(values) || values.urgent === 'yes',
}
const hasActivity = (values: Partial<Values>): boolean => typeof values.activity === 'string' && values.activity !== noActivity

const activityLabel = ({ speak }: Asking, a: Activity): string => `${speak.pick(a.title)} (${a.reference})`
const plainActivity = choiceField('activity', {
  label: 'support.activity',
  ask: 'support.askActivity',
  need: 'offered',
  options: (asking, load) => [
    { value: noActivity, label: asking.speak.say('support.noActivity') },
    ...(load as Work).activities.slice(0, most.options).map(a => ({
      value: a.id,
      label: activityLabel(asking, a),
      also: [a.title.ar, a.title.en, a.reference].filter(t => t !== undefined),
    })),
  ],
})
const activity: Field = {
  ...plainActivity,
  read: (text, asking, values, load) => {
    const found = activityIn(text, asking, load as Work, true)
    return found ? ok({ activity: found.id }) : plainActivity.read(text, asking, values, load)
  },
  show: (values, asking, load) => {
    const a = (load as Work).activities.find(x => x.id === values.activity)
    return a ? activityLabel(asking, a) : null
  },
}

const dayText = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const today = (asking: Asking): string => asking.context.now.slice(0, 10)

/** The day it is due: as it was said; else that of the activity; of an urgent one today. */
export function dueOf(values: Partial<Values>, asking: Asking, { activities }: Work): string | null {
  const said = dayText.safeParse(values.dueOn).data
  if (said) return said
  const a = activities.find(x => x.id === values.activity)
  const day = a && firstDayOf(a.when, asking.context.zone)
  if (day && day > today(asking)) return day
  if (day) return today(asking)
  return values.urgent === 'yes' ? today(asking) : null
}

const dueOn: Field = {
  label: 'support.due',
  ask: 'support.askDue',
  need: 'required',
  schema: dayText,
  distinct: true,
  has: values => dayText.safeParse(values.dueOn).success || values.urgent === 'yes' || hasActivity(values),
  read: (text, asking) => {
    const day = readDay(text, asking.context)
    if (!day) return fail({ key: 'dialogue.notADay', values: { said: text.slice(0, 60) } })
    if (day < today(asking)) return fail({ key: 'dialogue.dayPast', values: { day: asking.speak.day(day) } })
    return ok({ dueOn: day })
  },
  show: (values, asking, load) => {
    const day = dueOf(values, asking, load as Work)
    return day ? asking.speak.day(day) : null
  },
  // Not of the field's own name: an activity has its day, and then it may stay empty.
  inputs: (values, asking) => ({
    id: 'due',
    kind: 'date',
    value: dayText.safeParse(values.dueOn).data,
    hint: asking.speak.say('support.dueHint'),
  }),
  filled: (answers, asking, values) =>
    // Left empty it is the day of the activity, or today where it is urgent.
    blank(answers.due) && (answers.urgent === 'yes' || hasActivity(values)) ? ok({ dueOn: undefined }) : dayFilled(answers, asking),
}

const blank = (answer: Answers[string] | undefined): boolean => typeof answer !== 'string' || answer.trim() === ''
function dayFilled(answers: Answers, asking: Asking): Result<Values, { input: string; said: Said }> {
  const said = typeof answers.due === 'string' ? answers.due.trim() : ''
  if (!said) return fail({ input: 'due', said: { key: 'dialogue.required' } })
  const day = readDay(said, asking.context)
  if (!day) return fail({ input: 'due', said: { key: 'dialogue.notADay', values: { said: said.slice(0, 60) } } })
  if (day < today(asking)) return fail({ input: 'due', said: { key: 'dialogue.dayPast', values: { day: asking.speak.day(day) } } })
  return ok({ dueOn: day })
}

const plainUrgent = choiceField('urgent', {
  label: 'support.urgent',
  ask: 'support.askUrgent',
  need: 'offered',
  options: ({ speak }) => [
    { value: 'no', label: speak.say('support.urgentNo') },
    { value: 'yes', label: speak.say('support.urgentYes') },
  ],
})
const urgent: Field = {
  ...plainUrgent,
  filled: (answers, _asking, values) => {
    // What is urgent no more needs a day of its own.
    if (answers.urgent !== 'yes' && !dayText.safeParse(values.dueOn).success && !hasActivity(values))
      return fail({ input: 'due', said: { key: 'dialogue.required' } })
    return ok(answers.urgent === 'yes' || answers.urgent === 'no' ? { urgent: answers.urgent } : {})
  },
  show: (values, asking, load) => (values.urgent === 'yes' ? plainUrgent.show(values, asking, load) : null),
}

const organization: Field = {
  ...choiceField('organization', {
    label: 'support.organization',
    ask: 'support.askOrganization',
    need: 'offered',
    options: asking => organizationChoices(asking),
  }),
  distinct: true,
}

export const requestFields = { kinds, details, activity, dueOn, urgent }
export const requestFieldsFor = { ...requestFields, organization }

/** A change is of one request: its kind is one. */
export const changeFields = {
  kind: {
    ...choiceField('kind', { label: 'support.kind', ask: 'support.askKind', need: 'required', options: kindChoices }),
    distinct: true,
  },
  details: { ...details, need: 'offered' as const },
  dueOn: {
    ...dueOn,
    has: (values: Values) => dayText.safeParse(values.dueOn).success,
    inputs: (values: Values) => ({ id: 'due', kind: 'date' as const, value: dayText.safeParse(values.dueOn).data }),
    filled: dayFilled,
  },
  urgent,
}

/** The one of the activities that a text names, by its number or by words of its title; `alone` where the text says nothing else. */
export function activityIn(text: string, _asking: Asking, { activities }: Work, alone = false): Activity | null {
  const reference = referenceIn(text)
  if (reference) return activities.find(a => a.reference === reference) ?? null
  const named = byWords(text, activities, a => [a.title.ar, a.title.en].filter(t => t !== undefined && t !== null))
  if (named.length === 1) return named[0] ?? null
  // Two of one name: the day tells them apart.
  const day = readWhen(text, _asking.context)
    .find(m => !m.timeOnly)
    ?.start.slice(0, 10)
  const on = alone ? named : named.filter(a => firstDayOf(a.when, _asking.context.zone) === day)
  return on.length === 1 ? (on[0] ?? null) : null
}

/** Words that lead from what is needed to what it is for; «لحفل» has its own before it. */
const leads =
  /^[\s,،:–-]*(?:(?:for|to cover|to help with|to work on|to|with|at|on|in|of|about|من أجل|لأجل|حق|في|على|عن|بشأن|بخصوص|إلى|الى)\s+)?(?:(?:the|our|a|an)\s+)?/iu
const shortest = 3
const whole = 14

/** Between the asking and what is asked for these say nothing more of it. */
const little = wordSet(
  `a an the some us our me for with in of to help send get have please any your someone somebody
   لنا لي لكم من منكم الي في ان تساعدونا تساعدوننا توفير خدمه فريق واحد مساعده دعم معنا`,
)
const plainly = (text: string): boolean => tokensOf(text).every(t => t.kind === 'sign' || little.has(t.f))

/**
 * What it is for: the words behind what is needed, without the day where that stands at the end. What says more than that (how many, which text, at what
 * time, what has happened) is kept as it was written.
 */
export function detailsIn(text: string, asking: Asking): string | null {
  const said = clean(text)
  const kept = [...said].slice(0, most.details).join('')
  const asked = asksHelp(said)
  const helps = helpIn(said)
  const last = helps.at(-1)
  if (!last) return null
  const first = helps[0] ?? last
  const times = readWhen(said, asking.context)
  const more = said.split(/\s+/).length >= whole || times.some(m => !m.allDay || ofDay.test(m.text))
  if (more || (asked ? !plainly(said.slice(asked.from, first.at)) : first.at > 0)) return kept
  let rest = said.slice(last.end)
  for (const m of readWhen(rest, asking.context).reverse())
    if (ends.test(rest.slice(m.at + m.text.length))) rest = rest.slice(0, m.at).replace(before, '')
  rest = rest
    .replace(haste, '')
    .replace(adjective, '')
    .replace(leads, '')
    .replace(/^لل(?=\p{L}{2})/u, 'ال')
    .replace(/^ل(?=\p{L}{3})/u, '')
    .trim()
  if ([...rest].length < shortest && helps.length > 1 && first.kind === last.kind) return kept
  if ([...rest].length < shortest || /^(?:us|me|لنا|لي|please|needed|required|wanted|مطلوب)$/iu.test(rest)) return null
  return `${rest.slice(0, 1).toLocaleUpperCase('en')}${rest.slice(1)}`
}
const ofDay = /\b(?:morning|evening|afternoon|noon|night)\b|صباح|مساء|عصر|ظهر|ليل|فجر|الصبح/iu
const ends = /^[\s.،,!؟?]*(?:please|now|urgently|asap|لو سمحتوا|لو سمحتم|من فضلكم|ضروري|عاجل)?[\s.،,!؟?]*$/iu
const before = /[\s,،]+(?:on|at|by|before|until|for|from|في|يوم|قبل|حتى|بتاريخ|من|الساعة)?\s*$/iu
const haste =
  /[\s.،,!؟?]*(?:please|now|urgently|asap|immediately|at once|الآن|الحين|حالاً|حالا|فوراً|فورا|ضروري|لو سمحتوا|لو سمحتم|من فضلكم)?[\s.،,!؟?]*$/iu
const adjective = /^[\s,،]*(?:فوري|فورية|فوتوغرافي|رسمي|رسمية|محترف|محترفة|professional)(?=\s|$)/u

/** Words that a sentence has beside its asking, what is asked for, the activity and the day, from which on it is kept as written: whom to call, what to bring. */
const moreThan = 2
function saysMore(said: string, activity: Activity, asking: Asking): boolean {
  const asked = asksHelp(said)
  const spans = [
    ...helpIn(said).map(h => [h.at, h.end] as const),
    ...readWhen(said, asking.context).map(m => [m.at, m.at + m.text.length] as const),
    ...(asked ? [[0, asked.from] as const] : []),
  ]
  const rest = spans.reduce((t, [from, to]) => t.slice(0, from) + ' '.repeat(to - from) + t.slice(to), said)
  const own = new Set(stemsOf([activity.title.ar, activity.title.en, activity.venue, activity.reference].filter(Boolean).join(' ')))
  return stemsOf(rest).filter(word => !own.has(word) && !little.has(word)).length > moreThan
}

/** All that a sentence says of a request. */
export function gather(text: string, asking: Asking, values: Partial<Values>, work: Work): Gathered<Values> {
  const out: Gathered<Values> = { values: {}, problems: [], choose: null, other: [] }
  const said = clean(text)
  const named = kindsIn(said)
  const had = z.array(z.string()).safeParse(values.kinds).data ?? []
  const adds = /\b(?:too|also|as well|and a)\b|(?:^| )(?:ايضا|كذلك|بعد|كمان)(?: |$)/.test(fold(said))
  // «مصور» within the title of the activity is no kind of its own once the kinds are known.
  if (named.length > 0 && (had.length === 0 || adds || asksHelp(said))) out.values.kinds = adds ? [...new Set([...had, ...named])] : named
  if (urgentIn(said)) out.values.urgent = 'yes'
  else if (/\bnot urgent\b|غير عاجل|(?:^| )(?:مب|مو|ليس|مش) (?:عاجل|مستعجل)/.test(fold(said))) out.values.urgent = 'no'
  const found = activityIn(said, asking, work)
  if (found) out.values.activity = found.id
  const day = readWhen(said, asking.context).find(m => !m.timeOnly)
  // "By Wednesday" is Wednesday; "early in December" is no day yet.
  const until = day && limit.test(day.text)
  const exact = day && (until || day.certainty !== 'approximate') ? (until ? (day.end ?? day.start) : day.start).slice(0, 10) : null
  if (exact && exact >= today(asking) && !(found && firstDayOf(found.when, asking.context.zone) === exact)) out.values.dueOn = exact
  else if (exact && exact < today(asking)) out.problems.push({ field: 'dueOn', said: past(asking, exact) })
  if (!values.details && !found && (asksHelp(said) || named.length > 0)) {
    const what = detailsIn(said, asking)
    if (what) out.values.details = what
  } else if (!values.details && found && asksHelp(said) && saysMore(said, found, asking))
    out.values.details = [...said].slice(0, most.details).join('')
  if (work.others) {
    const organization = found && found.ownerId !== work.own ? found.ownerId : organizationSaid(said, asking)
    if (organization) out.values.organization = organization
  }
  return out
}

/** A mention that is a last day: it reaches from today to it. */
const limit = /^(?:by|before|until|till|no later than|not later than|قبل|حتى|بحلول|إلى|لغاية|لين)(?=\s)/iu

const past = (asking: Asking, day: string): Said => ({ key: 'dialogue.dayPast', values: { day: asking.speak.day(day) } })

function organizationSaid(text: string, { context }: Asking): string | null {
  const tokens = tokensOf(text)
  const found = namesIn(tokens, context).flatMap(all =>
    all.filter(n => n.what === 'organization' && !all.some(o => o.what !== 'organization' && o.next > n.next)),
  )
  const name = found[0]?.name
  return context.names.organizations.find(o => o.names[0] === name)?.id ?? null
}
