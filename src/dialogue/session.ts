/**
 * How a form is asked: state and event in, state and what to show out. Pure: no database, no clock, no platform.
 * Whatever comes in, nothing that was given is lost: a wrong answer only asks again.
 */
import type { Said } from '../locales/speak.ts'
import type { Answers } from '../model/incoming.ts'
import type { Steering } from '../model/meaning.ts'
import { fail, ok, type Result } from '../model/result.ts'
import type { Asking, Form, Gathered, Values } from './form.ts'
import type { AskedField, Fields } from './questions.ts'
import { fieldsOf, isFilled, nextQuestion } from './questions.ts'
import { same } from './same.ts'
import type { State } from './state.ts'

export type SessionEvent =
  | { kind: 'begun'; text: string | null; values: Values; message: string | null }
  | { kind: 'said'; text: string; steering: Steering | null; message: string | null; fresh: boolean }
  | { kind: 'edited'; text: string }
  | { kind: 'pressed'; name: string; args: Record<string, string> }
  | { kind: 'filled'; answers: Answers }

/** What to show. `question` asks one field, with what was wrong about the last answer; the rest speak for themselves. */
export type Show =
  | { kind: 'question'; field: string; problem: Said | null }
  | { kind: 'choose' }
  | { kind: 'card'; note: Said | null }
  | { kind: 'changing' }
  | { kind: 'resume' }
  | { kind: 'cancelled' }
  | { kind: 'helped' }
  /** `answers` are what was typed, kept on the form that comes back with problems. */
  | { kind: 'form'; problems: Record<string, Said>; answers: Answers | null }
  | { kind: 'stale' }

/** `save` asks the caller to save the values; `show` is what to show where it does not. A null state ends the conversation. */
export type Step = { state: State | null; show: Show | null; save: boolean }

// biome-ignore lint/suspicious/noExplicitAny: the session runs any form; each form's types are its wing's
type AForm = Form<any, any>
type Frame = { form: AForm; fields: Fields; load: unknown; asking: Asking }

export function begin(id: string, form: string, args: Record<string, string>): State {
  return {
    version: 1,
    id,
    card: 0,
    form,
    args,
    values: {},
    skipped: [],
    asking: null,
    stage: 'asking',
    trail: [],
    choose: null,
    other: [],
    message: null,
    fromMessage: {},
    waiting: [],
    pending: null,
  }
}

export function step(form: AForm, state: State, event: SessionEvent, load: unknown, asking: Asking): Step {
  const next = happened(form, state, event, load, asking)
  if (!next.state) return next
  // Where a new card is shown, or what it says is no longer so, the buttons of the cards before are out of date.
  const stands = next.show === null || ['form', 'helped', 'stale'].includes(next.show.kind)
  const card = stands && same(next.state.values, state.values) ? state.card : state.card + 1
  return { ...next, state: { ...next.state, card } }
}

function happened(form: AForm, state: State, event: SessionEvent, load: unknown, asking: Asking): Step {
  const frame: Frame = { form, fields: fieldsOf(form), load, asking }
  switch (event.kind) {
    case 'begun': {
      const started: State = { ...state, values: { ...state.values, ...event.values }, message: event.message }
      if (!event.text?.trim()) return settle(frame, started)
      return fromText(frame, started, event.text)
    }
    case 'edited':
      return edited(frame, state, event.text)
    case 'said':
      return said(frame, state, event)
    case 'pressed':
      return pressed(frame, state, event.name, event.args)
    case 'filled':
      return filled(frame, state, event.answers)
    default:
      return event satisfies never
  }
}

const without = (values: Values, names: string[]): Values => Object.fromEntries(Object.entries(values).filter(([k]) => !names.includes(k)))
const nothing: Gathered<Values> = { values: {}, problems: [], choose: null, other: [] }
const gather = (f: Frame, text: string, values: Values): Gathered<Values> => f.form.gather?.(text, f.asking, values, f.load) ?? nothing

/** The text a draft begins with, or its edited form. */
function fromText(f: Frame, state: State, text: string): Step {
  const g = gather(f, text, state.values)
  const first = f.fields.find(x => x.field.need === 'required')
  // A form that reads no sentences takes the text as the answer to its first question.
  if (!f.form.gather && first) return answered(f, { ...state, asking: first.name }, first, text)
  const waiting = [...(g.further ?? []).map(given), ...state.waiting]
  return taken(f, { ...state, values: { ...state.values, ...g.values }, fromMessage: state.message ? given(g.values) : {}, waiting }, g)
}

/** The draft that is taken up when one of several is saved or let go, under an id of its own; null when none waits. */
export function following(state: State, id: string): State | null {
  const [values, ...waiting] = state.waiting
  return values ? { ...begin(id, state.form, state.args), values, waiting } : null
}

const given = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined))

/** The message a draft came from now reads otherwise. What it says as before stays as it is now, corrections included. */
function edited(f: Frame, state: State, text: string): Step {
  if (!f.form.gather) return fromText(f, state, text)
  const was = state.fromMessage
  const g = gather(f, text, without(state.values, Object.keys(was)))
  const read = given(g.values)
  const fresh = Object.fromEntries(Object.entries(read).filter(([k, v]) => !same(v, was[k])))
  const gone = Object.keys(was).filter(k => !(k in read) && same(state.values[k], was[k]))
  return taken(f, { ...state, values: { ...without(state.values, gone), ...fresh }, fromMessage: read }, g)
}

/** After values were merged: mend what is wrong, choose between readings, else go on. */
function taken(f: Frame, state: State, g: Gathered<Values>): Step {
  const other = g.other.length > 0 ? g.other : state.other
  const problem = g.problems[0]
  if (problem) return ask(f, { ...state, other, choose: null }, problem.field, problem.said)
  if (g.choose)
    return {
      state: { ...state, other, choose: g.choose, stage: 'choosing', asking: g.choose.field },
      show: { kind: 'choose' },
      save: false,
    }
  return settle(f, { ...state, other, choose: null })
}

/** Goes to the next question, or to the card, or to saving. */
function settle(f: Frame, state: State, note: Said | null = null): Step {
  const wrong = f.form.check?.(state.values, f.asking, f.load)[0]
  if (wrong) {
    const names = f.fields.find(x => x.name === wrong.field)?.names ?? [wrong.field]
    return ask(f, { ...state, values: without(state.values, names) }, wrong.field, wrong.said)
  }
  const next = nextQuestion(f.fields, state)
  if (next) return ask(f, state, next.name, null)
  if (!f.form.confirm) return { state: { ...state, stage: 'confirming', asking: null }, show: null, save: true }
  return { state: { ...state, stage: 'confirming', asking: null }, show: { kind: 'card', note }, save: false }
}

function ask(f: Frame, state: State, field: string, problem: Said | null): Step {
  const trail = state.trail.at(-1) === field ? state.trail : [...state.trail.filter(t => t !== field), field]
  const known = f.fields.some(x => x.name === field)
  if (!known) throw new Error(`form ${f.form.id} has no field ${field}`)
  return {
    state: { ...state, stage: 'asking', asking: field, trail, skipped: state.skipped.filter(s => s !== field) },
    show: { kind: 'question', field, problem },
    save: false,
  }
}

function said(f: Frame, state: State, event: Extract<SessionEvent, { kind: 'said' }>): Step {
  const s = event.steering
  if (state.stage === 'resuming') {
    if (s?.kind === 'yes') return resume(f, state)
    if (s?.kind === 'startOver' || s?.kind === 'no') return anew(f, state)
    if (!s && !event.fresh) return said(f, { ...state, stage: state.asking ? 'asking' : 'confirming', pending: null }, event)
  }
  if (s) {
    switch (s.kind) {
      case 'cancel':
        return { state: null, show: { kind: 'cancelled' }, save: false }
      case 'help':
        return { state, show: { kind: 'helped' }, save: false }
      case 'startOver':
        return settle(f, { ...begin(state.id, state.form, state.args), waiting: state.waiting })
      case 'back':
        return back(f, state)
      case 'skip':
        return skip(f, state, state.asking)
      case 'form':
        return { state, show: { kind: 'form', problems: {}, answers: null }, save: false }
      case 'yes':
      case 'submit':
        if (state.stage === 'confirming') return { state, show: null, save: true }
        if (state.stage === 'choosing') return choose(f, state, 0)
        if (s.kind === 'submit') return settle(f, state)
        break
      case 'no':
        if (state.stage === 'confirming') return { state: { ...state, stage: 'changing' }, show: { kind: 'changing' }, save: false }
        if (state.stage === 'choosing') return choose(f, state, 1)
        if (state.asking && f.fields.find(x => x.name === state.asking)?.field.need === 'asked') return skip(f, state, state.asking)
        break
      case 'change':
        return change(f, state, s.field, s.to, event.text)
      default:
        s satisfies never
    }
  }
  if (event.fresh && f.form.confirm && Object.keys(state.values).length > 0 && state.stage !== 'asking')
    return {
      state: { ...state, stage: 'resuming', pending: { text: event.text, message: event.message } },
      show: { kind: 'resume' },
      save: false,
    }
  const asked = f.fields.find(x => x.name === state.asking)
  if (asked && (state.stage === 'asking' || state.stage === 'choosing')) return answered(f, state, asked, event.text)
  return change(f, state, null, event.text, event.text)
}

/** An answer to the question that is open: it may fill other fields too. */
function answered(f: Frame, state: State, asked: AskedField, text: string): Step {
  const g = gather(f, text, state.values)
  const open = f.fields.filter(x => x.name === asked.name || !isFilled(x, state.values)).flatMap(x => x.names)
  const g2: Gathered<Values> = {
    ...g,
    values: Object.fromEntries(Object.entries(g.values).filter(([k]) => open.includes(k) || asked.names.includes(k))),
  }
  const gave = isFilled(asked, { ...without(state.values, asked.names), ...g2.values }) && asked.names.some(n => n in g2.values)
  if (gave || g2.choose || g2.problems.some(p => p.field === asked.name))
    return taken(f, { ...state, values: { ...state.values, ...g2.values } }, g2)
  const read = asked.field.read(text, f.asking, state.values, f.load)
  if (!read.ok) return ask(f, state, asked.name, read.problem)
  return taken(f, { ...state, values: { ...state.values, ...g2.values, ...read.value } }, { ...nothing })
}

/** A correction: of a named field, or of whatever the text speaks of. */
function change(f: Frame, state: State, field: string | null, to: string | null, whole: string): Step {
  const named = f.fields.find(x => x.name === field || x.names.includes(field ?? ''))
  if (named && !to) return ask(f, state, named.name, null)
  const text = to ?? whole
  if (named) {
    const g = gather(f, text, state.values)
    const mine = Object.fromEntries(Object.entries(g.values).filter(([k]) => named.names.includes(k)))
    const problem = g.problems.find(p => p.field === named.name)
    if (problem) return ask(f, state, named.name, problem.said)
    const read =
      Object.keys(mine).length > 0 && named.field.need !== 'offered' && named.names.length === 1 && named.name !== 'title'
        ? { ok: true as const, value: mine }
        : named.field.read(text, f.asking, state.values, f.load)
    if (!read.ok) return ask(f, state, named.name, read.problem)
    return taken(f, { ...state, values: { ...state.values, ...read.value }, other: [] }, { ...nothing, choose: g.choose })
  }
  const asked = f.fields.find(x => x.name === state.asking)
  const g = gather(f, text, state.values)
  // Outside the question for it, what is left of a sentence is no new title.
  const values = without(
    g.values,
    f.fields
      .filter(
        x => x.field.need === 'required' && isFilled(x, state.values) && x.names.length === 1 && typeof state.values[x.name] === 'string',
      )
      .map(x => x.name),
  )
  const unchanged = Object.keys(values).every(k => same(values[k], state.values[k]))
  if ((Object.keys(values).length > 0 && !unchanged) || g.problems.length > 0 || g.choose)
    return taken(f, { ...state, values: { ...state.values, ...values }, other: [] }, g)
  if (asked && state.stage === 'asking') return answered(f, state, asked, text)
  return { state: { ...state, stage: 'changing' }, show: { kind: 'changing' }, save: false }
}

function skip(f: Frame, state: State, field: string | null): Step {
  const asked = f.fields.find(x => x.name === field)
  if (!asked) return settle(f, state)
  if (asked.field.need === 'required' && !isFilled(asked, state.values)) return ask(f, state, asked.name, { key: 'dialogue.cannotSkip' })
  return settle(f, { ...state, skipped: [...new Set([...state.skipped, asked.name])], choose: null })
}

function back(f: Frame, state: State): Step {
  const at = state.asking ? state.trail.lastIndexOf(state.asking) : state.trail.length
  const before = state.trail[(at < 0 ? state.trail.length : at) - 1]
  if (!before) return state.asking ? ask(f, state, state.asking, null) : settle(f, state)
  const kept = state.trail.slice(0, state.trail.indexOf(before) + 1)
  return ask(f, { ...state, trail: kept, choose: null }, before, null)
}

function choose(f: Frame, state: State, n: number): Step {
  const reading = state.choose?.readings[n]
  if (!reading) return settle(f, { ...state, choose: null })
  return settle(f, { ...state, values: { ...state.values, ...reading.values }, choose: null })
}

function resume(f: Frame, state: State): Step {
  const kept: State = { ...state, pending: null }
  return state.asking ? ask(f, kept, state.asking, null) : settle(f, kept)
}

function anew(f: Frame, state: State): Step {
  const pending = state.pending
  const empty = { ...begin(state.id, state.form, state.args), message: pending?.message ?? null }
  return pending?.text ? fromText(f, empty, pending.text) : settle(f, empty)
}

/** What stands now: the question that is open, the readings to choose from, the card. `note` says why it is shown again. */
export function present(state: State, note: Said | null): Show {
  switch (state.stage) {
    case 'asking':
      return state.asking ? { kind: 'question', field: state.asking, problem: note } : { kind: 'card', note }
    case 'choosing':
      return { kind: 'choose' }
    case 'resuming':
      return { kind: 'resume' }
    case 'changing':
    case 'confirming':
      return { kind: 'card', note }
    default:
      return state.stage satisfies never
  }
}

/** Buttons that mean what their own card says: on one that is out of date they do nothing but show what stands. */
const bound = ['draft.submit', 'draft.choose', 'draft.other', 'draft.anew']

function pressed(f: Frame, state: State, name: string, args: Record<string, string>): Step {
  if (bound.includes(name) && args.card !== String(state.card))
    return { state, show: present(state, { key: 'dialogue.changedSince' }), save: false }
  switch (name) {
    case 'draft.submit': {
      const ready = settle(f, state)
      return ready.show?.kind === 'card' || ready.save ? { ...ready, show: null, save: true } : ready
    }
    case 'draft.change':
      return { state: { ...state, stage: 'changing' }, show: { kind: 'changing' }, save: false }
    case 'draft.field':
      return f.fields.some(x => x.name === args.field) ? ask(f, state, args.field ?? '', null) : settle(f, state)
    case 'draft.pick': {
      const asked = f.fields.find(x => x.name === args.field)
      return asked ? answered(f, { ...state, asking: asked.name }, asked, args.value ?? '') : settle(f, state)
    }
    case 'draft.skip':
      return skip(f, state, args.field ?? state.asking)
    case 'draft.back':
      return back(f, state)
    case 'draft.cancel':
      return { state: null, show: { kind: 'cancelled' }, save: false }
    case 'draft.choose':
      return choose(f, state, Number(args.n))
    case 'draft.other': {
      const reading = state.other[Number(args.n)]
      return settle(f, reading ? { ...state, values: { ...state.values, ...reading.values }, other: [] } : state)
    }
    case 'draft.form':
      return { state, show: { kind: 'form', problems: {}, answers: null }, save: false }
    case 'draft.resume':
      return resume(f, state)
    case 'draft.anew':
      return anew(f, state)
    default:
      return { state, show: { kind: 'stale' }, save: false }
  }
}

/**
 * A form sent off: every field at once; what is wrong comes back at its input. A field whose inputs come back as they were shown stays as it is, and
 * so does one whose answer is wrong: what was accepted before is not lost by it.
 */
function filled(f: Frame, state: State, answers: Answers): Step {
  let values: Values = { ...state.values }
  const problems: Record<string, Said> = {}
  for (const { name, names, field } of f.fields) {
    const made = field.inputs(state.values, f.asking, f.load)
    const inputs = Array.isArray(made) ? made : [made]
    const here = isFilled({ name, names, field }, values)
    if (inputs.every(i => plain(i.value) === plain(answers[i.id])) && (here || field.need !== 'required')) continue
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
  const next: State = { ...state, values: given(values), skipped, choose: null, other: [] }
  if (Object.keys(problems).length > 0) return { state: next, show: { kind: 'form', problems, answers }, save: false }
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
