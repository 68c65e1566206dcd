/** Which question comes next: the fields of a form in order, what each one fills, what is still open. */
import type { Field, Form, Values } from './form.ts'
import type { State } from './state.ts'

/** A field with its name, and the names of the values it fills (its own, unless it declares others). */
export type AskedField = { name: string; names: string[]; field: Field }
export type Fields = AskedField[]

// biome-ignore lint/suspicious/noExplicitAny: runs any form
export const fieldsOf = (form: Form<any, any>): Fields =>
  Object.entries(form.fields as Record<string, Field>).map(([name, field]) => ({
    name,
    field,
    names: field.fills ? [...field.fills] : [name],
  }))

export const isFilled = (f: AskedField, values: Values): boolean =>
  f.field.has ? f.field.has(values) : f.names.some(n => values[n] !== undefined && values[n] !== null && values[n] !== '')

export const applies = (f: AskedField, values: Values): boolean => f.field.applies?.(values) ?? true

/** The first field that must still be asked; null when none. */
export function nextQuestion(fields: Fields, state: Pick<State, 'values' | 'skipped'>): AskedField | null {
  for (const need of ['required', 'asked'] as const)
    for (const f of fields)
      if (
        f.field.need === need &&
        applies(f, state.values) &&
        !isFilled(f, state.values) &&
        !(need === 'asked' && state.skipped.includes(f.name))
      )
        return f
  return null
}
