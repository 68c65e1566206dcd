/** The plain kinds of field: text, long text, choice, several choices, day, month, number. A wing composes its forms of these. */
import { z } from 'zod'
import type { Said } from '../locales/speak.ts'
import type { Key } from '../locales/words.ts'
import type { Language } from '../model/people.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { amendsIn } from '../understanding/amend.ts'
import { fold, hasArabic } from '../understanding/fold.ts'
import { calledIn } from '../understanding/place.ts'
import { readDay, readMonth } from '../understanding/read.ts'
import type { Asking, Choice, Field, Values } from './form.ts'

type Base = { label: Key; ask: Key; hint?: Key; chatHint?: Key; need: Field['need']; applies?: Field['applies']; otherLanguage?: boolean }
const base = (id: string, b: Base) => ({
  label: b.label,
  ask: b.ask,
  hint: b.hint,
  chatHint: b.chatHint,
  need: b.need,
  ...(b.applies ? { applies: b.applies } : {}),
  ...(b.otherLanguage ? { otherLanguage: true } : {}),
  id,
})

/** Control and direction characters that would spoil a line are taken off; line ends stay. */
export const clean = (text: string): string => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, ' ').trim()

/** A title begins with a capital letter; a brand that begins with a small one and goes on otherwise ("eGovernment", "e-services") stays. */
export const capital = (title: string): string =>
  /^[a-z]+(?![\w-])/.test(title) ? `${title.slice(0, 1).toUpperCase()}${title.slice(1)}` : title

const sized = (text: string, min: number, max: number): Result<string, Said> => {
  const t = clean(text)
  const length = [...t].length
  if (length < min || !/[\p{L}\p{N}]/u.test(t)) return fail({ key: 'dialogue.tooShort', values: { min } })
  if (length > max) return fail({ key: 'dialogue.tooLong', values: { max, length } })
  return ok(t)
}

/** A form's box holds this many characters on every platform: what is longer could not be shown in it to be changed. */
export const boxMax = 3000

/** A text of `min` to `max` characters. */
export function textField(id: string, b: Base & { min?: number; max: number; long?: boolean }): Field {
  return {
    ...base(id, b),
    free: b.long ? 'long' : 'short',
    schema: z.string(),
    read: text => {
      const r = sized(text, b.min ?? 1, b.max)
      return r.ok ? ok({ [id]: r.value }) : r
    },
    show: values => (typeof values[id] === 'string' ? values[id] : null),
    inputs: values => ({ id, kind: b.long ? 'long' : 'text', max: b.max, value: typeof values[id] === 'string' ? values[id] : undefined }),
  }
}

/** The sentence where a text is in one language and the other was asked for ("yes, send it" is no Arabic); a name of two words may be the same in both. */
export function wrongLetters(text: string, wanted: Language): Said | null {
  const words = text.match(/\p{L}+/gu) ?? []
  const foreign = wanted === 'ar' ? /^[a-z]/i : /^[\u0621-\u064a]/
  return words.length > 2 && words.every(w => foreign.test(w))
    ? { key: wanted === 'ar' ? 'dialogue.inArabic' : 'dialogue.inEnglish' }
    : null
}

/** A text asked for in the other language than that of the field `first`. */
export const inOther = (first: string, field: Field): Field => ({
  ...field,
  otherLanguage: true,
  read(text, asking, values, load) {
    const had = values[first]
    const problem = typeof had === 'string' ? wrongLetters(text, hasArabic(had) ? 'en' : 'ar') : null
    return problem ? fail(problem) : field.read(text, asking, values, load)
  },
})

/** Finds a choice by its value, its label or its other words, spelling forgiven. */
export function chosen(text: string, choices: Choice[]): Choice | null {
  const t = fold(text)
  const exact = choices.find(c => c.value === text.trim() || [c.label, ...(c.also ?? [])].some(w => fold(w) === t))
  if (exact) return exact
  const held = choices.filter(c =>
    [c.label, ...(c.also ?? [])].some(w => fold(w).length > 2 && (t.includes(fold(w)) || (t.length > 3 && fold(w).includes(t)))),
  )
  return held.length === 1 ? (held[0] ?? null) : null
}

export type ChoiceOptions = (asking: Asking, load: unknown, values: Values) => Choice[]

/** Most choices that stand as buttons under a question. */
export const choicesShown = 20

export function choiceField(id: string, b: Base & { options: ChoiceOptions }): Field {
  return {
    ...base(id, b),
    schema: z.string(),
    read: (text, asking, values, load) => {
      const choices = b.options(asking, load, values)
      const found = chosen(text, choices) ?? (choices.length <= choicesShown ? calledIn(text, choices) : undefined)
      if (found) return ok({ [id]: found.value })
      return fail({
        key: 'dialogue.notAChoice',
        values: { said: text.slice(0, 60), choices: asking.speak.list(choices.slice(0, 8).map(c => c.label)) },
      })
    },
    show: (values, asking, load) => b.options(asking, load, values).find(c => c.value === values[id])?.label ?? null,
    inputs: (values, asking, load) => ({
      id,
      kind: 'choice',
      options: b.options(asking, load, values).map(c => ({ value: c.value, label: c.label })),
      value: typeof values[id] === 'string' ? values[id] : undefined,
    }),
    choices: b.options,
  }
}

/** What an answer names one after the other. */
export const piecesOf = (text: string): string[] =>
  text
    .split(/[،,;؛\n]|(?<!\s)\s+(?:and|و)\s+/u)
    .map(t => t.trim())
    .filter(Boolean)

/** The choices a text names one after the other, «السبت والأحد» too; a piece that names none of them is answered instead. */
function namedIn(text: string, options: Choice[]): Result<string[], string> {
  const out: string[] = []
  for (const piece of piecesOf(text)) {
    const whole = chosen(piece, options)
    // An «و» written to the next name parts two of them, unless it is of one name.
    const found = whole ? [whole] : piece.split(/\s+(?:و(?=\S{2}))/u).map(p => chosen(p, options))
    const known = found.filter(c => c !== null)
    if (known.length < found.length) return fail(piece)
    out.push(...known.map(c => c.value))
  }
  return ok(out)
}

/** A set as it stands after what is said of it: named anew, added to or taken from. */
export function amended(
  text: string,
  standing: readonly string[],
  named: (rest: string) => Result<string[], string>,
): Result<string[], string> {
  const said = amendsIn(text)
  let out: string[] = said[0]?.how === 'all' ? [] : [...standing]
  for (const { how, rest } of said) {
    const read = named(rest)
    if (!read.ok) return read
    out = how === 'drop' ? out.filter(v => !read.value.includes(v)) : [...new Set([...out, ...read.value])]
  }
  return ok(out)
}

export function choicesField(id: string, b: Base & { options: ChoiceOptions }): Field {
  const many = z.array(z.string())
  return {
    ...base(id, b),
    schema: many,
    read: (text, asking, values, load) => {
      const options = b.options(asking, load, values)
      const whole = options.find(o => o.value === text.trim() || fold(o.label) === fold(text))
      const read = whole ? ok([whole.value]) : amended(text, many.safeParse(values[id]).data ?? [], rest => namedIn(rest, options))
      // A set has one order: that of its options.
      if (read.ok) return ok({ [id]: options.map(o => o.value).filter(v => read.value.includes(v)) })
      return fail({
        key: 'dialogue.notAChoice',
        values: { said: read.problem.slice(0, 60), choices: asking.speak.list(options.slice(0, 8).map(c => c.label)) },
      })
    },
    show: (values, asking, load) => {
      const had = many.safeParse(values[id])
      if (!had.success || had.data.length === 0) return null
      const options = b.options(asking, load, values)
      return asking.speak.list(had.data.map(v => options.find(c => c.value === v)?.label ?? v))
    },
    inputs: (values, asking, load) => ({
      id,
      kind: 'choices',
      options: b.options(asking, load, values).map(c => ({ value: c.value, label: c.label })),
      value: many.safeParse(values[id]).data,
    }),
    filled: answers => {
      const a = answers[id]
      // A card joins several choices with commas; option values hold none.
      const all = (a === undefined ? [] : Array.isArray(a) ? a : a.split(',')).filter(Boolean)
      return all.length === 0 && b.need === 'required' ? fail({ input: id, said: { key: 'dialogue.required' } }) : ok({ [id]: all })
    },
  }
}

/** A day as YYYY-MM-DD. */
export function dayField(id: string, b: Base & { past?: boolean }): Field {
  return {
    ...base(id, b),
    schema: z.string().regex(/^\d{4}-\d\d-\d\d$/),
    read: (text, asking) => {
      const day = readDay(text, asking.context)
      if (!day) return fail({ key: 'dialogue.notADay', values: { said: text.slice(0, 60) } })
      if (!b.past && day < asking.context.now.slice(0, 10)) return fail({ key: 'dialogue.dayPast', values: { day: asking.speak.day(day) } })
      return ok({ [id]: day })
    },
    show: (values, asking) => (typeof values[id] === 'string' ? asking.speak.day(values[id]) : null),
    inputs: values => ({ id, kind: 'date', value: typeof values[id] === 'string' ? values[id] : undefined }),
  }
}

/** A month as YYYY-MM: this, next, or by name. */
export function monthField(id: string, b: Base): Field {
  return {
    ...base(id, b),
    schema: z.string().regex(/^\d{4}-\d\d$/),
    read: (text, asking) => {
      const month = readMonth(text, asking.context)
      return month ? ok({ [id]: month }) : fail({ key: 'dialogue.notAMonth', values: { said: text.slice(0, 60) } })
    },
    show: (values, asking) => (typeof values[id] === 'string' ? asking.speak.month(values[id]) : null),
    inputs: (values, asking) => ({
      id,
      kind: 'text',
      max: 40,
      value: typeof values[id] === 'string' ? asking.speak.month(values[id]) : undefined,
    }),
  }
}

/** A whole number from `min` to `max`. */
export function numberField(id: string, b: Base & { min: number; max: number }): Field {
  return {
    ...base(id, b),
    schema: z.number().int(),
    read: text => {
      const found = /\d+/.exec(fold(text))
      const n = found ? Number(found[0]) : Number.NaN
      return n >= b.min && n <= b.max ? ok({ [id]: n }) : fail({ key: 'dialogue.notANumber', values: { min: b.min, max: b.max } })
    },
    show: (values, asking) => (typeof values[id] === 'number' ? asking.speak.number(values[id]) : null),
    inputs: values => ({ id, kind: 'text', max: 12, value: typeof values[id] === 'number' ? String(values[id]) : undefined }),
  }
}
