/** The parts of an activity that are asked: declared once for the conversation, the card and the form. */
import { z } from 'zod'
import { choiceField, choicesField, clean, inOther, textField } from '../dialogue/fields.ts'
import type { Asking, Choice, Field, Values } from '../dialogue/form.ts'
import { wallOf } from '../locales/dates.ts'
import type { Said } from '../locales/speak.ts'
import { kinds, type When, when as whenSchema } from '../model/activity.ts'
import type { Answers } from '../model/incoming.ts'
import type { Bilingual } from '../model/people.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { cityOf } from '../understanding/parts/city.ts'
import { readDay, readTime } from '../understanding/read.ts'
import { clockSchema, gather, retimed } from './gather.ts'
import { listField } from './lists.ts'
import { cityBeside } from './place.ts'
import { atTime, monthsOf } from './when.ts'

/** What a draft of an activity holds. Titles and summaries are kept by the language they were written in. */
export type Draft = {
  title: string
  otherTitle: string
  when: When
  /** As said. What has no exact day yet is approximate by its `when`, and so until it has one. */
  certainty: 'confirmed' | 'tentative'
  venue: string
  kind: string
  patron: string
  partners: string[]
  /** Partners the network does not know, as written. */
  otherPartners: string[]
  summary: string
  significance: string
  /** The id of the priority it serves, or that it serves none. */
  priority: string
  visibility: 'network' | 'centre'
  embargoUntil: string
  notes: string
}

const whenOfValues = (values: Values): When | undefined => whenSchema.safeParse(values.when).data

const dateField: Field = {
  label: 'activity.when',
  ask: 'activity.askDate',
  chatHint: 'activity.hintDate',
  need: 'required',
  schema: whenSchema,
  fills: ['when', 'certainty', 'clock'],
  has: values => whenOfValues(values) !== undefined,
  read(text, asking, values) {
    // What was known of the time stays, when only another day is said.
    const g = gather(text, asking, values)
    const { when, certainty, clock } = g.values
    if (when) return ok({ when, ...('certainty' in g.values ? { certainty } : {}), ...('clock' in g.values ? { clock } : {}) })
    const problem = g.problems.find(p => p.field === 'when')
    return fail(problem ? problem.said : { key: 'activity.noDate', values: { said: text.slice(0, 60) } })
  },
  show(values, asking) {
    const w = whenOfValues(values)
    if (!w) return null
    const hijri = asking.speak.whenHijri(w)
    return hijri ? `${asking.speak.when(w)} (${hijri})` : asking.speak.when(w)
  },
  inputs(values, asking) {
    const w = whenOfValues(values)
    const wall =
      w?.kind === 'timed' ? { start: wallOf(w.start, asking.context.zone), end: w.end ? wallOf(w.end, asking.context.zone) : null } : null
    const days = w?.kind === 'days' ? w : null
    const clock = clockSchema.safeParse(values.clock).data
    const { say } = asking.speak
    // Sessions and named spans are words: a date picker would flatten them, so they stay as they are unless a date is picked.
    const words = w && !wall && !days ? { hint: say('activity.keptUnlessPicked', { when: asking.speak.when(w) }) } : {}
    const lastDay = days && days.end !== days.start ? days.end : wall?.end && wall.end.day !== wall.start.day ? wall.end.day : undefined
    return [
      { id: 'when', kind: 'date', label: say('activity.day'), value: wall?.start.day ?? days?.start, ...words },
      { id: 'time', kind: 'time', label: say('activity.time'), value: wall?.start.time ?? (w ? undefined : clock?.from) },
      { id: 'endDay', kind: 'date', label: say('activity.lastDay'), value: lastDay },
      { id: 'endTime', kind: 'time', label: say('activity.endTime'), value: wall?.end?.time ?? (w ? undefined : (clock?.to ?? undefined)) },
    ]
  },
  filled(answers, asking, values) {
    const read = readDates(answers, asking, values)
    return read.ok ? ok({ when: read.value, certainty: values.certainty, clock: undefined }) : read
  },
}

/** The date's inputs of a form, put together. */
function readDates(answers: Answers, asking: Asking, values: Values): Result<When, { input: string; said: Said }> {
  const zone = asking.context.zone
  const one = (id: string) => {
    const a = answers[id]
    return typeof a === 'string' && a.trim() ? a.trim() : null
  }
  const [day, time, endDay, endTime] = [one('when'), one('time'), one('endDay'), one('endTime')]
  const had = whenOfValues(values)
  if (!day)
    return had && (had.kind === 'span' || had.kind === 'sessions') && !time && !endDay && !endTime
      ? ok(had)
      : fail({ input: 'when', said: { key: 'dialogue.required' } })
  // A phone may send the date in its own calendar or digits: it is read as any date is, never trusted.
  const start = readDay(day, asking.context)
  if (!start) return fail({ input: 'when', said: { key: 'activity.noDate', values: { said: day.slice(0, 40) } } })
  const last = endDay ? readDay(endDay, asking.context) : start
  if (!last) return fail({ input: 'endDay', said: { key: 'activity.noDate', values: { said: endDay ?? '' } } })
  if (last < start) return fail({ input: 'endDay', said: { key: 'activity.endBeforeStart' } })
  if (!time) return endTime ? fail({ input: 'time', said: { key: 'dialogue.required' } }) : ok({ kind: 'days', start, end: last })
  const from = readTime(time, asking.context)
  if (!from) return fail({ input: 'time', said: { key: 'activity.noTime', values: { said: time.slice(0, 40) } } })
  const to = endTime ? readTime(endTime, asking.context) : null
  if (endTime && !to) return fail({ input: 'endTime', said: { key: 'activity.noTime', values: { said: endTime.slice(0, 40) } } })
  if (last === start && to && to <= from) return fail({ input: 'endTime', said: { key: 'activity.endBeforeStart' } })
  // Days and a time together need to know when it ends; a time is never dropped.
  if (last !== start && !to) return fail({ input: 'endTime', said: { key: 'dialogue.required' } })
  const first = atTime({ kind: 'days', start, end: start }, zone, from, last === start ? to : null)
  const close = last !== start && to ? atTime({ kind: 'days', start: last, end: last }, zone, to, null) : null
  if (first?.kind === 'timed' && close?.kind === 'timed') return ok({ ...first, end: close.start })
  return ok(last === start && first ? first : { kind: 'days', start, end: last })
}

/** Asked once more where only a span is known ("early December"): the day may not be fixed yet. */
const exactDayField: Field = {
  label: 'activity.exactDay',
  ask: 'activity.askExactDay',
  need: 'asked',
  schema: z.never(),
  fills: ['when'],
  applies: values => whenOfValues(values)?.kind === 'span',
  has: values => whenOfValues(values)?.kind !== 'span',
  read: (text, asking, values) => dateField.read(text, asking, values, null),
  show: () => null,
  inputs: () => [],
}

const timeField: Field = {
  label: 'activity.time',
  ask: 'activity.askTime',
  hint: 'activity.hintTime',
  need: 'asked',
  schema: z.never(),
  fills: ['when'],
  applies: values => {
    const w = whenOfValues(values)
    return w?.kind === 'timed' || (w?.kind === 'days' && w.start === w.end)
  },
  has: values => whenOfValues(values)?.kind === 'timed',
  read(text, asking, values) {
    const had = whenOfValues(values)
    const g = gather(text, asking, values)
    const w = whenSchema.safeParse(g.values.when).data
    if (w?.kind === 'timed' || w?.kind === 'sessions') return ok({ when: w })
    const time = readTime(text, asking.context)
    const placed = time && had ? retimed(had, { from: time, to: null }, asking.context.zone) : null
    return placed ? ok({ when: placed }) : fail({ key: 'activity.noTime', values: { said: text.slice(0, 60) } })
  },
  // With its day it is told as part of the date.
  show(values, asking) {
    const clock = whenOfValues(values) ? undefined : clockSchema.safeParse(values.clock).data
    return clock ? asking.speak.hours(clock.from, clock.to) : null
  },
  inputs: () => [],
}

const titleField: Field = {
  ...textField('title', {
    label: 'activity.title',
    ask: 'activity.askTitle',
    chatHint: 'activity.hintTitle',
    need: 'required',
    min: 3,
    max: 200,
  }),
}

const venueField: Field = {
  ...textField('venue', { label: 'activity.venue', ask: 'activity.askVenue', hint: 'activity.hintVenue', need: 'asked', min: 2, max: 200 }),
  fills: ['venue', 'city'],
  has: values => typeof values.venue === 'string' && values.venue !== '',
  read(text, asking, values) {
    const g = gather(text, asking, values)
    const said = typeof g.values.venue === 'string' ? g.values.venue : clean(text)
    const city = (typeof g.values.city === 'string' && g.values.city) || cityOf(said, asking.context)
    const had = typeof values.city === 'string' && values.city !== ''
    return [...said].length >= 2 && [...said].length <= 200
      ? ok({ venue: said, ...(city || had ? { city: city ?? '' } : {}) })
      : fail({
          key: [...said].length < 2 ? 'dialogue.tooShort' : 'dialogue.tooLong',
          values: { min: 2, max: 200, length: [...said].length },
        })
  },
  show(values) {
    if (typeof values.venue !== 'string' || !values.venue) return null
    const city = cityBeside({ venue: values.venue, city: typeof values.city === 'string' ? values.city : null })
    return city ? `${values.venue} (${city})` : values.venue
  },
}

const partnerChoices = choicesField('partners', {
  label: 'activity.partners',
  ask: 'activity.askPartners',
  need: 'offered',
  options: organizationChoices,
})
const partnersField: Field = {
  ...partnerChoices,
  fills: ['partners', 'otherPartners'],
  read(text, asking) {
    const g = gather(`${asking.speak.language === 'ar' ? 'بالتعاون مع' : 'with'} ${text}`, asking, {})
    const known = (g.values.partners ?? []) as string[]
    const others = (g.values.otherPartners ?? []) as string[]
    return known.length + others.length > 0
      ? ok({ partners: known, otherPartners: others })
      : ok({ partners: [], otherPartners: [clean(text).slice(0, 200)] })
  },
  filled(answers, asking, values, load) {
    // The form lists the network's organizations; partners it does not know stay as they were written.
    const picked = partnerChoices.filled?.(answers, asking, values, load) ?? ok({})
    return picked.ok ? ok({ ...picked.value, otherPartners: values.otherPartners }) : picked
  },
  show(values, asking) {
    const ids = z.array(z.string()).safeParse(values.partners).data ?? []
    const others = z.array(z.string()).safeParse(values.otherPartners).data ?? []
    const names = [...ids.map(id => organizationChoices(asking).find(c => c.value === id)?.label ?? id), ...others]
    return names.length > 0 ? asking.speak.list(names) : null
  },
}

/** Organizations as choices, by the reading context's names: the first name is the one of the reader's language. */
export function organizationChoices(asking: {
  context: { names: { organizations: { id: string; names: string[] }[] } }
  speak: { language: string }
}): Choice[] {
  return asking.context.names.organizations.map(o => ({
    value: o.id,
    label: (asking.speak.language === 'ar' ? o.names[0] : o.names[1]) ?? o.names[0] ?? o.id,
    also: o.names,
  }))
}

/** An activity that serves no priority: said, so that none is suggested again. */
export const noPriority = 'none'

/** Priorities of the months an activity is in, the one it is tied to, and none. */
function priorityChoices({ speak, context }: Asking, load: unknown, values: Values): Choice[] {
  const all = (load as { priorities?: { id: string; month: string; title: Bilingual }[] } | null)?.priorities ?? []
  const w = whenOfValues(values)
  const months = w ? monthsOf(w, context.zone) : null
  const may = all.filter(p => months === null || months.includes(p.month) || p.id === values.priority)
  const named = may.map(p => ({ value: p.id, label: speak.pick(p.title), also: [p.title.ar, p.title.en].filter(t => t !== undefined) }))
  return [...named, { value: noPriority, label: speak.say('activity.noPriority') }]
}

export const activityFields = {
  title: titleField,
  when: dateField,
  exactDay: exactDayField,
  time: timeField,
  venue: venueField,
  kind: choiceField('kind', {
    label: 'activity.kind',
    ask: 'activity.askKind',
    need: 'offered',
    options: ({ speak }) => kinds.map(k => ({ value: k, label: speak.say('activity.kinds', { _kind: k }) })),
  }),
  patron: textField('patron', { label: 'activity.patron', ask: 'activity.askPatron', need: 'offered', min: 2, max: 200 }),
  spokesperson: textField('spokesperson', {
    label: 'activity.spokesperson',
    ask: 'activity.askSpokesperson',
    need: 'offered',
    min: 2,
    max: 200,
  }),
  partners: partnersField,
  certainty: choiceField('certainty', {
    label: 'activity.certaintyLabel',
    ask: 'activity.askCertainty',
    need: 'offered',
    options: ({ speak }) =>
      (['confirmed', 'tentative'] as const).map(c => ({
        value: c,
        label: speak.say('activity.certaintyChoice', { _certainty: c }),
      })),
  }),
  otherTitle: inOther(
    'title',
    textField('otherTitle', { label: 'activity.otherTitle', ask: 'activity.askOtherTitle', need: 'offered', min: 3, max: 200 }),
  ),
  summary: textField('summary', { label: 'activity.summary', ask: 'activity.askSummary', need: 'offered', max: 2000, long: true }),
  significance: textField('significance', {
    label: 'activity.significance',
    ask: 'activity.askSignificance',
    need: 'offered',
    max: 500,
    long: true,
  }),
  audience: listField('audience'),
  channels: listField('channels'),
  materials: listField('materials'),
  needs: listField('needs'),
  priority: choiceField('priority', { label: 'activity.priority', ask: 'activity.askPriority', need: 'offered', options: priorityChoices }),
  embargo: embargoField(),
  notes: textField('notes', { label: 'activity.notes', ask: 'activity.askNotes', need: 'offered', max: 2000, long: true }),
}

/** "Embargoed until …", "for the Centre only", or open: two values behind one question. */
function embargoField(): Field {
  return {
    label: 'activity.visibility',
    ask: 'activity.askVisibility',
    chatHint: 'activity.hintVisibility',
    need: 'offered',
    schema: z.string(),
    fills: ['visibility', 'embargoUntil'],
    has: values => values.visibility === 'centre',
    read(text, asking, values) {
      const open = ['network', 'centre'].find(v => v === text.trim())
      if (open === 'network') return ok({ visibility: 'network', embargoUntil: undefined })
      if (open === 'centre') return ok({ visibility: 'centre', embargoUntil: values.embargoUntil })
      const g = gather(`${asking.speak.language === 'ar' ? 'محظور النشر حتى' : 'embargoed until'} ${text}`, asking, values)
      if (typeof g.values.embargoUntil === 'string') return ok({ visibility: 'centre', embargoUntil: g.values.embargoUntil })
      const at = whenSchema.safeParse(gather(text, asking, {}).values.when).data
      if (at?.kind === 'timed') return ok({ visibility: 'centre', embargoUntil: at.start })
      if (at?.kind === 'days') return ok({ visibility: 'centre', embargoUntil: onDayStart(at.start, asking.context.zone) })
      return fail({ key: 'activity.noEmbargo', values: { said: text.slice(0, 60) } })
    },
    show(values, asking) {
      if (values.visibility !== 'centre') return null
      return typeof values.embargoUntil === 'string'
        ? asking.speak.say('activity.embargoed', { until: asking.speak.when({ kind: 'timed', start: values.embargoUntil, end: null }) })
        : asking.speak.say('activity.centreOnly')
    },
    inputs: (values, asking) => {
      const wall = typeof values.embargoUntil === 'string' ? wallOf(values.embargoUntil, asking.context.zone) : null
      return [
        {
          id: 'visibility',
          kind: 'choice',
          options: (['network', 'centre'] as const).map(v => ({
            value: v,
            label: asking.speak.say('activity.visibilities', { _visibility: v }),
          })),
          value: typeof values.visibility === 'string' ? values.visibility : 'network',
        },
        { id: 'embargoDay', kind: 'date', label: asking.speak.say('activity.embargoDay'), value: wall?.day },
        { id: 'embargoTime', kind: 'time', label: asking.speak.say('activity.embargoTime'), value: wall?.time },
      ]
    },
    filled(answers, asking) {
      const text = (id: string) => (typeof answers[id] === 'string' ? (answers[id] as string).trim() : '')
      if (text('visibility') !== 'centre' && !text('embargoDay')) return ok({ visibility: 'network' })
      if (!text('embargoDay'))
        return text('embargoTime') ? fail({ input: 'embargoDay', said: { key: 'dialogue.required' } }) : ok({ visibility: 'centre' })
      const day = readDay(text('embargoDay'), asking.context)
      if (!day) return fail({ input: 'embargoDay', said: { key: 'activity.noDate', values: { said: text('embargoDay').slice(0, 40) } } })
      const time = text('embargoTime') ? readTime(text('embargoTime'), asking.context) : '00:00'
      const at = time ? atTime({ kind: 'days', start: day, end: day }, asking.context.zone, time, null) : null
      return at?.kind === 'timed'
        ? ok({ visibility: 'centre', embargoUntil: at.start })
        : fail({ input: 'embargoTime', said: { key: 'activity.noTime', values: { said: text('embargoTime').slice(0, 40) } } })
    },
    choices: ({ speak }) =>
      (['network', 'centre'] as const).map(v => ({ value: v, label: speak.say('activity.visibilities', { _visibility: v }) })),
  }
}

const onDayStart = (day: string, zone: string): string => {
  const at = atTime({ kind: 'days', start: day, end: day }, zone, '00:00', null)
  return at?.kind === 'timed' ? at.start : day
}
