/** An answer to the question that is open in a draft. Pure. */
import { ask, begun, type Frame, gather, type Step, settle, taken } from './flow.ts'
import type { Gathered, Values } from './form.ts'
import { type AskedField, isFilled } from './questions.ts'
import { isSeveral, without } from './several.ts'
import type { State } from './state.ts'

/** An answer to the question that is open: it may fill other fields too. */
export function answered(f: Frame, state: State, asked: AskedField, text: string): Step {
  const g = gather(f, text, state.values)
  // The first answer tells of several.
  if (
    f.form.several &&
    g.further?.length &&
    !isSeveral(state) &&
    f.fields.every(x => x.field.need !== 'required' || !isFilled(x, state.values))
  )
    return begun(f, state, text)
  const open = f.fields.filter(x => x.name === asked.name || !isFilled(x, state.values)).flatMap(x => x.names)
  const g2: Gathered<Values> = {
    ...g,
    values: Object.fromEntries(Object.entries(g.values).filter(([k]) => open.includes(k) || asked.names.includes(k))),
  }
  const gave = isFilled(asked, { ...without(state.values, asked.names), ...g2.values }) && asked.names.some(n => n in g2.values)
  if (gave || g2.choose || g2.problems.some(p => p.field === asked.name))
    return taken(f, { ...state, values: { ...state.values, ...g2.values } }, g2)
  const read = asked.field.read(text, f.asking, state.values, f.load)
  // A choice that is not understood is offered again.
  if (!read.ok && state.stage === 'choosing') return settle(f, state)
  if (!read.ok) return ask(f, state, asked.name, read.problem)
  return settle(f, { ...state, values: { ...state.values, ...g2.values, ...read.value }, choose: null })
}
