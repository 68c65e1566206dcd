/** Corrections of a draft: of a named field, of whatever the words speak of, or several in one sentence. Pure. */

import type { Said } from '../locales/speak.ts'
import type { Edit, Steering } from '../model/meaning.ts'
import { answered } from './answered.ts'
import { ask, type Frame, gather, type Step, settle } from './flow.ts'
import type { Gathered, Values } from './form.ts'
import { type AskedField, isFilled } from './questions.ts'
import { same } from './same.ts'
import { without } from './several.ts'
import type { State } from './state.ts'

type Change = Omit<Extract<Steering, { kind: 'change' }>, 'kind'>

/** A text that names no field. */
export const whatever = (text: string): Edit => ({ field: null, to: text })

/** What came of one correction: the draft with it, and what must be asked; null where nothing in it was understood. */
type Corrected = { state: State; ask: { field: string; said: Said | null } | null } | null

export function change(f: Frame, state: State, what: Change, whole: string): Step {
  if (what.each) return changeEach(f, state, what.each)
  const done = one(f, state, what, whole)
  if (done) return done.ask ? ask(f, done.state, done.ask.field, done.ask.said) : settle(f, done.state)
  const asked = f.fields.find(x => x.name === state.asking)
  if (asked && state.stage === 'asking') return answered(f, state, asked, what.to ?? whole)
  return { state: { ...state, stage: 'changing' }, show: { kind: 'changing' }, save: false }
}

/** All that was understood is in the draft; the first that was understood and is wrong is asked about, and the rest is named. */
function changeEach(f: Frame, before: State, each: (Edit & { said: string })[]): Step {
  let state = before
  let open: { field: string; said: Said | null } | null = null
  const unread: string[] = []
  for (const c of each) {
    const done = one(f, state, c, c.said)
    if (!done || (done.ask && open)) unread.push(c.said)
    else {
      state = done.state
      open ??= done.ask
    }
  }
  state = { ...state, unread }
  if (open) return ask(f, state, open.field, open.said)
  if (unread.length === each.length) return { state: { ...state, stage: 'changing' }, show: { kind: 'changing' }, save: false }
  return settle(f, state)
}

function one(f: Frame, state: State, { field, to, how }: Edit, whole: string): Corrected {
  const named = f.fields.find(x => x.name === field) ?? f.fields.find(x => x.names.includes(field ?? ''))
  if (!named) return ofWhatever(f, state, to ?? whole)
  if (how === 'empty' && mayBeEmpty(named)) return { state: emptied(state, named), ask: null }
  if (!to) return { state, ask: { field: named.name, said: null } }
  const g = gather(f, to, state.values)
  const mine = Object.fromEntries(Object.entries(g.values).filter(([k]) => named.names.includes(k)))
  const problem = g.problems.find(p => p.field === named.name)
  if (problem) return { state, ask: { field: named.name, said: problem.said } }
  const told = Object.keys(mine).length > 0 && named.field.need !== 'offered' && named.names.length === 1 && !isName(named)
  const read = told ? { ok: true as const, value: mine } : named.field.read(to, f.asking, state.values, f.load)
  if (!read.ok) return { state, ask: { field: named.name, said: read.problem } }
  const values = how === 'add' ? joined(state.values, read.value) : how === 'remove' ? parted(state.values, read.value) : read.value
  if (how === 'remove' && same(values, picked(state.values, Object.keys(values)))) return null
  return { state: { ...state, values: { ...state.values, ...beside(f, named, g), ...values }, other: [], choose: g.choose }, ask: null }
}

/** The day that is said with a place, the place with a day: "move it to 22 December at the Gulf Hotel". */
const beside = (f: Frame, named: AskedField, g: Gathered<Values>): Values => {
  if (named.field.need === 'offered' || isName(named)) return {}
  const asked = f.fields.filter(x => x.field.need !== 'offered' && !isName(x)).flatMap(x => x.names)
  return Object.fromEntries(Object.entries(g.values).filter(([k]) => asked.includes(k) && !named.names.includes(k)))
}
/** What a thing is called: a name may hold any words. */
const isName = (x: AskedField): boolean => x.field.need === 'required' && x.field.free === 'short'

/** Of what the words speak of. Null where they say nothing that is not so already. */
function ofWhatever(f: Frame, state: State, text: string): Corrected {
  const g = gather(f, text, state.values)
  // Outside the question for it, what is left of a sentence is no new title.
  const values = without(
    g.values,
    f.fields
      .filter(
        x =>
          x.field.need === 'required' &&
          !x.field.distinct &&
          isFilled(x, state.values) &&
          x.names.length === 1 &&
          typeof state.values[x.name] === 'string',
      )
      .map(x => x.name),
  )
  const unchanged = Object.keys(values).every(k => same(values[k], state.values[k]))
  if ((Object.keys(values).length === 0 || unchanged) && g.problems.length === 0 && !g.choose) return null
  const [problem] = g.problems
  const next = { ...state, values: { ...state.values, ...values }, other: g.other, choose: problem ? null : g.choose }
  return { state: next, ask: problem ? { field: problem.field, said: problem.said } : null }
}

/** A time is part of its date, and what must be given must be asked for. */
const mayBeEmpty = (x: AskedField): boolean => x.field.need !== 'required' && (x.names.includes(x.name) || x.field.need === 'offered')

const emptied = (state: State, x: AskedField): State => ({
  ...state,
  values: without(state.values, x.names),
  skipped: [...new Set([...state.skipped, x.name])],
})

const picked = (values: Values, names: readonly string[]): Values => Object.fromEntries(names.map(n => [n, values[n]]))

/** Lists with more in them; all else replaces what was there. */
const joined = (had: Values, more: Values): Values =>
  Object.fromEntries(
    Object.entries(more).map(([k, v]) => [
      k,
      Array.isArray(v) && Array.isArray(had[k]) ? [...new Set([...(had[k] as unknown[]), ...v])] : v,
    ]),
  )

/** Lists without what is named. */
const parted = (had: Values, less: Values): Values =>
  Object.fromEntries(
    Object.entries(less).map(([k, v]) => [
      k,
      Array.isArray(v) && Array.isArray(had[k]) ? (had[k] as unknown[]).filter(x => !v.some(y => same(x, y))) : had[k],
    ]),
  )
