/** A form sent off, in a modal, a dialog or the local chat's own. Pure. */
import type { Said } from '../locales/speak.ts'
import type { Answers } from '../model/incoming.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { type Frame, type Step, settle } from './flow.ts'
import type { Values } from './form.ts'
import { type AskedField, applies, isFilled } from './questions.ts'
import { given, isSeveral, without } from './several.ts'
import type { State } from './state.ts'

/**
 * A form sent off: every field at once; what is wrong comes back at its input. A field whose inputs come back as they were shown stays as it is, and
 * so does one whose answer is wrong: what was accepted before is not lost by it.
 */
export function filled(f: Frame, state: State, answers: Answers): Step {
  let values: Values = { ...state.values }
  const problems: Record<string, Said> = {}
  for (const { name, names, field } of f.fields) {
    const made = field.inputs(state.values, f.asking, f.load)
    const inputs = Array.isArray(made) ? made : [made]
    const here = isFilled({ name, names, field }, values)
    if (
      inputs.every(i => plain(i.value) === plain(answers[i.id])) &&
      (here || field.need !== 'required' || !applies({ name, names, field }, values))
    )
      continue
    if (inputs.length === 0) continue
    const r = answerOf(f, { name, names, field }, answers, values)
    if (r.ok) values = { ...without(values, names), ...r.value }
    else problems[r.problem.input] = r.problem.said
  }
  for (const wrong of Object.keys(problems).length === 0 ? (f.form.check?.(values, f.asking, f.load) ?? []) : []) {
    problems[wrong.field] ??= wrong.said
    const names = f.fields.find(x => x.name === wrong.field)?.names ?? []
    values = { ...without(values, names), ...Object.fromEntries(names.map(n => [n, state.values[n]])) }
  }
  const skipped = f.fields.filter(x => x.field.need === 'asked').map(x => x.name)
  // A choice between readings ends with the form that was sent instead.
  const stage = state.stage === 'choosing' ? 'asking' : state.stage
  const next: State = { ...state, values: given(values), skipped, stage, choose: null, other: [], wrong: null }
  if (Object.keys(problems).length > 0) return { state: next, show: { kind: 'form', problems, answers }, save: false }
  // One of several is not saved by itself.
  if (isSeveral(next)) return settle(f, { ...next, asking: null })
  return { state: { ...next, stage: 'confirming', asking: null }, show: null, save: true }
}

/** An input's text as it is compared: what was shown and what came back. */
const plain = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? [...value].sort().join() : (value ?? '')).replaceAll('\r\n', '\n').trim()

function answerOf(f: Frame, asked: AskedField, answers: Answers, values: Values): Result<Values, { input: string; said: Said }> {
  const { name, field } = asked
  if (field.filled) return field.filled(answers, f.asking, values, f.load)
  const answer = answers[name]
  const text = Array.isArray(answer) ? answer.join(', ') : (answer ?? '')
  if (!text.trim()) return field.need === 'required' ? fail({ input: name, said: { key: 'dialogue.required' } }) : ok({})
  const r = field.read(text, f.asking, values, f.load)
  return r.ok ? r : fail({ input: name, said: r.problem })
}
