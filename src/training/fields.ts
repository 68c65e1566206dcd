/** The fields of a workshop, and what of them is wrong together. Pure. */
import { z } from 'zod'
import { activityFields } from '../activities/fields.ts'
import { wrongWhen } from '../activities/gather.ts'
import { boundsOf } from '../activities/when.ts'
import { choiceField, clean, dayField, inOther, numberField, textField } from '../dialogue/fields.ts'
import type { Asking, Choice, Field, Values } from '../dialogue/form.ts'
import { same } from '../dialogue/same.ts'
import type { Said } from '../locales/speak.ts'
import { when as whenSchema } from '../model/activity.ts'
import { fail, ok } from '../model/result.ts'
import { mostSeats, type Seat, type Workshop } from '../model/training.ts'
import type { Calendar } from '../time/working-days.ts'
import { dayOf } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'
import { type Known, personIn, trackIn } from './read.ts'
import { usualLastDay } from './sessions.ts'

/** What a form of a workshop works on: `workshop` is the one that is changed, `taken` its seats. */
export type Work = Known & {
  workshop: Workshop | null
  taken: readonly Seat[]
  calendar: Calendar
  nameOf: (organizationId: string) => string
}

const trackChoices = ({ speak }: Asking, load: unknown): Choice[] =>
  (load as Work).tracks.map(t => ({
    value: t.id,
    label: speak.pick(t.name),
    also: [t.name.ar, t.name.en, ...t.also].filter(n => n !== undefined),
  }))

const chosenTrack = choiceField('track', { label: 'training.track', ask: 'training.askTrack', need: 'required', options: trackChoices })
const track: Field = {
  ...chosenTrack,
  distinct: true,
  read(text, asking, values, load) {
    const found = trackIn(text, (load as Work).tracks)
    return found ? ok({ track: found.id }) : chosenTrack.read(text, asking, values, load)
  },
}

const seats = numberField('seats', { label: 'training.seats', ask: 'training.askSeats', need: 'required', min: 1, max: mostSeats })

/** Few people say "no limit" with a number. */
const none = /^(?:no|none|no limit|unlimited|without|لا|لا يوجد|بلا حد|بدون|بدون حد|من دون حد)$/
const limit = numberField('perOrganization', {
  label: 'training.perOrganization',
  ask: 'training.askPerOrganization',
  hint: 'training.hintPerOrganization',
  need: 'offered',
  min: 1,
  max: mostSeats,
})
const perOrganization: Field = {
  ...limit,
  read: (text, asking, values, load) =>
    none.test(fold(text).trim()) ? ok({ perOrganization: undefined }) : limit.read(text, asking, values, load),
}

const before = textField('prerequisite', {
  label: 'training.prerequisite',
  ask: 'training.askPrerequisite',
  hint: 'training.hintPrerequisite',
  need: 'offered',
  min: 2,
  max: 300,
})

const yesNo = choiceField('certificate', {
  label: 'training.certificate',
  ask: 'training.askCertificate',
  need: 'offered',
  options: ({ speak }) =>
    (['yes', 'no'] as const).map(v => ({
      value: v,
      label: speak.say('training.certificateChoice', { _choice: v }),
      also: v === 'yes' ? ['yes', 'نعم', 'with a certificate', 'مع شهادة'] : ['no', 'لا', 'without a certificate', 'بدون شهادة'],
    })),
})

const lastDayField = dayField('lastDay', {
  label: 'training.lastDay',
  ask: 'training.askLastDay',
  hint: 'training.hintLastDay',
  need: 'offered',
})
const lastDay: Field = {
  ...lastDayField,
  // What nobody said is said, so that a card holds no surprise.
  show(values, asking, load) {
    const given = lastDayField.show(values, asking, load)
    const w = whenSchema.safeParse(values.when).data
    return (
      given ?? (w && w.kind !== 'span' ? asking.speak.day(usualLastDay(w, (load as Work).calendar, asking.context.now.slice(0, 10))) : null)
    )
  },
}

const trainerText = textField('trainer', {
  label: 'training.trainer',
  ask: 'training.askTrainer',
  hint: 'training.hintTrainer',
  need: 'asked',
  min: 2,
  max: 120,
})
const trainer: Field = {
  ...trainerText,
  show(values, { speak }, load) {
    const person = trainerOf(values, load as Work)
    if (person) return speak.say('training.trainerMember', { name: speak.pick(person.name) })
    return typeof values.trainer === 'string' ? values.trainer : null
  },
}
/** A trainer of the network, where the text names one. */
export const trainerOf = (values: Values, work: Pick<Work, 'people'>) =>
  typeof values.trainer === 'string' ? personIn(values.trainer, work.people) : null

const place: Field = {
  ...textField('place', { label: 'training.place', ask: 'training.askPlace', hint: 'activity.hintVenue', need: 'asked', min: 2, max: 500 }),
  read(text, asking, values, load) {
    const said = clean(text)
    const venue = said.includes('://') ? said : activityFields.venue.read(text, asking, values, load)
    if (typeof venue === 'string') return ok({ place: venue })
    return venue.ok ? ok({ place: venue.value.venue }) : fail(venue.problem)
  },
}

const titleBase = { min: 3, max: 200 } as const

const otherTitle = (need: Field['need']): Field =>
  inOther('title', textField('otherTitle', { label: 'activity.otherTitle', ask: 'activity.askOtherTitle', need, ...titleBase }))

export const fields = {
  title: textField('title', {
    label: 'training.name',
    ask: 'training.askTitle',
    chatHint: 'training.hintTitle',
    need: 'required',
    ...titleBase,
  }),
  track,
  when: { ...activityFields.when, ask: 'training.askWhen' } as Field,
  time: activityFields.time as Field,
  place,
  seats: { ...seats, distinct: true } as Field,
  trainer,
  perOrganization,
  prerequisite: before,
  lastDay,
  certificate: yesNo,
  otherTitle: otherTitle('asked'),
}

/** Of one that stands: its title in the other language was asked for when it was offered. */
export const changeFields = { ...fields, otherTitle: otherTitle('offered') }

const positive = z.number().int().positive()

/** What is wrong with the values together: a past or unknown day, enrolment that ends after it began, fewer seats than are taken. */
export function check(values: Partial<Values>, asking: Asking, work: Work): { field: string; said: Said }[] {
  const out: { field: string; said: Said }[] = []
  const w = whenSchema.safeParse(values.when).data
  if (w?.kind === 'span') out.push({ field: 'when', said: { key: 'training.exactDays' } })
  else if (w && !(work.workshop && same(work.workshop.when, w))) {
    const wrong = wrongWhen(w, asking)
    if (wrong) out.push({ field: 'when', said: wrong })
  }
  const { zone } = asking.context
  if (w && w.kind !== 'span' && typeof values.lastDay === 'string' && values.lastDay > dayOf(zone, boundsOf(w, zone).startsAt).toString())
    out.push({ field: 'lastDay', said: { key: 'training.lastDayLate' } })
  const seats = positive.safeParse(values.seats).data
  if (seats !== undefined && seats < work.taken.length)
    out.push({ field: 'seats', said: { key: 'training.seatsTaken', values: { n: work.taken.length, seats } } })
  const limit = positive.safeParse(values.perOrganization).data
  if (limit !== undefined) {
    const held = new Map<string, number>()
    for (const s of work.taken) held.set(s.organizationId, (held.get(s.organizationId) ?? 0) + 1)
    const [most] = [...held].sort((a, b) => b[1] - a[1])
    if (most && most[1] > limit)
      out.push({ field: 'perOrganization', said: { key: 'training.limitTaken', values: { n: most[1], name: work.nameOf(most[0]) } } })
  }
  return out
}

/** What a change alters, each field from how it stood to how it is asked for. */
export function differenceIn(
  values: Partial<Values>,
  before: Values,
  asking: Asking,
  work: Work,
): { label: Field['label']; from: string; to: string }[] {
  return Object.values(fields as Record<string, Field>).flatMap(field => {
    const [from, to] = [field.show(before, asking, work) ?? '—', field.show(values, asking, work) ?? '—']
    return from === to ? [] : [{ label: field.label, from, to }]
  })
}
