/** The fields of a figure of what came of communication, and the sentence that fills them. Pure. */
import { z } from 'zod'
import { choiceField, clean, dayField, textField } from '../dialogue/fields.ts'
import type { Asking, Choice, Field, Gathered, Values } from '../dialogue/form.ts'
import type { Said } from '../locales/speak.ts'
import { addedStages, type OutcomeFigure } from '../model/evaluation.ts'
import type { Bilingual } from '../model/people.ts'
import { fail, ok } from '../model/result.ts'
import { byWords } from '../understanding/by-words.ts'
import { figureSaid } from './echo-show.ts'
import { figureIn, mostFigure, readFigure, stageIn, untilDay } from './evaluation-read.ts'

/** What a figure can be of: an activity with its number, or a priority. `value` is `a:id` or `p:id`. */
export type Thing = { value: string; title: Bilingual; reference: string | null }
export type Work = { things: readonly Thing[]; figure: OutcomeFigure | null }

const most = { what: 200, unit: 30, how: 200 }

const thingChoices = ({ speak }: Asking, load: unknown): Choice[] =>
  (load as Work).things.map(t => ({
    value: t.value,
    label: t.reference ? `${t.reference} · ${speak.pick(t.title)}` : speak.say('figure.priorityOption', { title: speak.pick(t.title) }),
    also: [t.reference, t.title.ar, t.title.en].filter(x => x !== null && x !== undefined),
  }))

const chosenThing = choiceField('of', { label: 'figure.of', ask: 'figure.askOf', need: 'required', options: thingChoices })
/** A dozen buttons say less than a number: it is written, or chosen in the form. */
const { choices: _, ...of } = { ...chosenThing, distinct: true }

const chosenStage = choiceField('stage', {
  label: 'figure.stage',
  ask: 'figure.askStage',
  hint: 'figure.hintStage',
  need: 'required',
  options: ({ speak }) => addedStages.map(s => ({ value: s, label: speak.say('echo.stageName', { _stage: s }) })),
})
const stage: Field = {
  ...chosenStage,
  distinct: true,
  read: (text, asking, values, load) => {
    const named = stageIn(text)
    return named ? ok({ stage: named }) : chosenStage.read(text, asking, values, load)
  },
}

const figure: Field = {
  label: 'figure.figure',
  ask: 'figure.askFigure',
  need: 'required',
  schema: z.number().min(0).max(mostFigure),
  fills: ['figure', 'unit'],
  has: values => typeof values.figure === 'number',
  read(text) {
    const found = figureIn(text)
    if (!found) return fail({ key: 'figure.notAFigure', values: { said: text.slice(0, 60) } })
    return ok({ figure: found.figure, ...(found.unit ? { unit: found.unit } : {}) })
  },
  show: (values, { speak }) =>
    typeof values.figure === 'number'
      ? figureSaid(speak, { figure: values.figure, unit: typeof values.unit === 'string' ? values.unit : null })
      : null,
  inputs: values => ({ id: 'figure', kind: 'text', max: 30, value: typeof values.figure === 'number' ? String(values.figure) : undefined }),
}

const namedDay = dayField('until', { label: 'figure.until', ask: 'figure.askUntil', need: 'required', past: true })
/** It has been: "20 November", said in late November, is no day of next year. */
const until: Field = {
  ...namedDay,
  distinct: true,
  read: (text, asking, values, load) => {
    const day = untilDay(text, asking.context)
    return day ? ok({ until: day }) : namedDay.read(text, asking, values, load)
  },
}

export const fields = {
  of: of as Field,
  stage,
  figure,
  what: textField('what', {
    label: 'figure.what',
    ask: 'figure.askWhat',
    hint: 'figure.hintWhat',
    need: 'required',
    min: 3,
    max: most.what,
  }),
  how: textField('how', { label: 'figure.how', ask: 'figure.askHow', hint: 'figure.hintHow', need: 'required', min: 2, max: most.how }),
  until,
  unit: textField('unit', { label: 'figure.unit', ask: 'figure.askUnit', hint: 'figure.hintUnit', need: 'offered', max: most.unit }),
}

export function gather(text: string, { context }: Asking, values: Partial<Values>, { things }: Work): Gathered<Values> {
  const { reference, before, ...said } = readFigure(clean(text), context)
  const titles = (t: Thing) => [t.title.ar, t.title.en].filter(x => x !== undefined)
  const named = reference || values.of ? [] : byWords(before, things, titles)
  const thing = reference ? things.find(t => t.reference === reference) : named.length === 1 ? named[0] : undefined
  const problems = reference && !thing ? [{ field: 'of', said: { key: 'figure.notAmong', values: { reference } } as Said }] : []
  const cut = (t: string, max: number) => [...t].slice(0, max).join('')
  return {
    values: {
      ...(thing ? { of: thing.value } : {}),
      ...(said.stage ? { stage: said.stage } : {}),
      ...(said.figure === undefined ? {} : { figure: said.figure }),
      ...(said.unit ? { unit: said.unit } : {}),
      // What stands is corrected in its own field: a sentence in passing gives no new measure.
      ...(said.what && !values.what && [...said.what].length >= 3 ? { what: cut(said.what, most.what) } : {}),
      ...(said.how && !values.how && [...said.how].length >= 2 ? { how: cut(said.how, most.how) } : {}),
      ...(said.until ? { until: said.until } : {}),
    },
    problems,
    choose: null,
    other: [],
  }
}

/** Nothing is counted until a day that has not come. */
export function check(values: Partial<Values>, { speak, context }: Asking): { field: string; said: Said }[] {
  return typeof values.until === 'string' && values.until > context.now.slice(0, 10)
    ? [{ field: 'until', said: { key: 'figure.untilAhead', values: { day: speak.day(values.until) } } }]
    : []
}

export const valuesOf = (f: OutcomeFigure): Values => ({
  of: f.activityId ? `a:${f.activityId}` : `p:${f.priorityId}`,
  stage: f.stage,
  figure: f.figure,
  ...(f.unit ? { unit: f.unit } : {}),
  what: f.what,
  how: f.how,
  until: f.until,
})

/** What the values say, as a figure keeps it. */
export const givenOf = (values: Values): Pick<OutcomeFigure, 'stage' | 'what' | 'figure' | 'unit' | 'how' | 'until'> => ({
  stage: z.enum(addedStages).parse(values.stage),
  what: String(values.what),
  figure: z.number().parse(values.figure),
  unit: typeof values.unit === 'string' && values.unit ? values.unit : null,
  how: String(values.how),
  until: z.string().parse(values.until),
})
