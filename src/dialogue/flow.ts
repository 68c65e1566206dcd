/** What happens in a conversation, and where it goes next: to what is wrong, to a choice, to the next question, to the card, to all the drafts together, or to saving. Pure. */
import type { Said } from '../locales/speak.ts'
import type { Answers } from '../model/incoming.ts'
import type { Steering } from '../model/meaning.ts'
import type { Asking, Form, Gathered, Values } from './form.ts'
import { type Fields, isFilled, nextQuestion } from './questions.ts'
import { draftFrom, drafts, each, edited as editedDraft, given, isSeveral, others, takeUp, without } from './several.ts'
import type { Draft, State } from './state.ts'

/** `of` is the number of the draft a form belongs to, where there are several. */
export type SessionEvent =
  | { kind: 'begun'; text: string | null; values: Values; message: string | null }
  | { kind: 'said'; text: string; steering: Steering | null; message: string | null; fresh: boolean }
  | { kind: 'edited'; text: string }
  | { kind: 'pressed'; name: string; args: Record<string, string> }
  | { kind: 'filled'; answers: Answers; of?: number | undefined }

/** What to show. `question` asks one field, with what was wrong about the last answer; `which` asks which of several drafts is meant. */
export type Show =
  | { kind: 'question'; field: string; problem: Said | null }
  | { kind: 'choose' }
  | { kind: 'card'; note: Said | null }
  | { kind: 'several'; note: Said | null }
  | { kind: 'which' }
  | { kind: 'changing' }
  | { kind: 'resume' }
  | { kind: 'cancelled' }
  | { kind: 'helped' }
  /** It rests, and can be taken up. */
  | { kind: 'kept' }
  /** `answers` are what was typed, kept on the form that comes back with problems. */
  | { kind: 'form'; problems: Record<string, Said>; answers: Answers | null }
  | { kind: 'stale' }

/** `save` asks the caller to save the drafts; `show` is what to show where it does not. A null state ends the conversation. */
export type Step = { state: State | null; show: Show | null; save: boolean }

// biome-ignore lint/suspicious/noExplicitAny: the session runs any form; each form's types are its wing's
export type AForm = Form<any, any>
export type Frame = { form: AForm; fields: Fields; load: unknown; asking: Asking }

const nothing: Gathered<Values> = { values: {}, problems: [], choose: null, other: [] }
export const gather = (f: Frame, text: string, values: Values): Gathered<Values> =>
  f.form.gather?.(text, f.asking, values, f.load) ?? nothing

/** The drafts a text begins with. A form that reads no sentences is begun by `answer` instead, with the text as the answer to its first question. */
export function begun(f: Frame, state: State, text: string): Step {
  const g = gather(f, text, state.values)
  const further = f.form.several ? (g.further ?? []) : []
  const beside = further.map((more, i) => draftFrom(state.n + i + 1, more, state.message !== null))
  return taken(
    f,
    {
      ...state,
      values: { ...state.values, ...g.values },
      fromMessage: state.message ? given(g.values) : {},
      beside,
      beyond: g.beyond ?? 0,
    },
    g,
  )
}

/** The message the drafts came from now reads otherwise. */
export function edited(f: Frame, state: State, text: string): Step {
  const standing = drafts(state)
  const blank = standing.length === 1 ? without(state.values, Object.keys(state.fromMessage)) : {}
  const { further, ...first } = gather(f, text, blank)
  const now = [first, ...(f.form.several ? (further ?? []) : [])]
  // As many as before are the same ones in their order; else each is known by the words it began with, the first field that is required.
  const name = f.fields.find(x => x.field.need === 'required')?.name ?? ''
  const used = new Set<number>()
  const next: Draft[] = now.map((g, i) => {
    const was = now.length === standing.length ? standing[i] : standing.find(d => !used.has(d.n) && d.fromMessage[name] === g.values[name])
    const n = was?.n ?? Math.max(0, ...standing.map(d => d.n)) + i + 1
    used.add(n)
    return was ? editedDraft(was, g) : draftFrom(n, g, true)
  })
  const [head, ...beside] = next
  if (!head) return settle(f, state)
  const placed: State = { ...state, ...head, beside, beyond: first.beyond ?? 0 }
  return settle(f, now.length === standing.length ? (takeUp(placed, state.n) ?? placed) : placed)
}

/** After values were merged: mend what is wrong, choose between readings, else go on. */
export function taken(f: Frame, state: State, g: Gathered<Values>): Step {
  return settle(f, { ...state, other: g.other.length > 0 ? g.other : state.other, choose: g.choose, wrong: g.problems[0] ?? null })
}

/** Goes on: the draft in hand first, then each of the others, then all of them. `note` is said on the card that comes of it. */
export function settle(f: Frame, state: State, note: Said | null = null): Step {
  const open = unfinished(f, state)
  if (open) return open
  for (const draft of others(state)) {
    const taken = takeUp(state, draft.n)
    const open = taken && unfinished(f, taken)
    if (open) return open
  }
  if (isSeveral(state)) return { state: { ...state, stage: 'several', asking: null }, show: { kind: 'several', note }, save: false }
  if (!f.form.confirm) return { state: { ...state, stage: 'confirming', asking: null }, show: null, save: true }
  return card(state, note)
}

export const card = (state: State, note: Said | null = null): Step => ({
  state: { ...state, stage: 'confirming', asking: null },
  show: { kind: 'card', note },
  save: false,
})

/** What the draft in hand still wants; null when it can be saved. */
function unfinished(f: Frame, state: State): Step | null {
  const { wrong, choose } = state
  if (wrong) return ask(f, { ...state, wrong: null, choose: null }, wrong.field, wrong.said as Said)
  if (choose) return { state: { ...state, stage: 'choosing', asking: choose.field }, show: { kind: 'choose' }, save: false }
  const bad = f.form.check?.(state.values, f.asking, f.load)[0]
  if (bad) {
    const names = f.fields.find(x => x.name === bad.field)?.names ?? [bad.field]
    return ask(f, { ...state, values: without(state.values, names) }, bad.field, bad.said)
  }
  const next = nextQuestion(f.fields, state)
  return next ? ask(f, state, next.name, null) : null
}

export function ask(f: Frame, state: State, field: string, problem: Said | null): Step {
  const trail = state.trail.at(-1) === field ? state.trail : [...state.trail.filter(t => t !== field), field]
  const known = f.fields.some(x => x.name === field)
  if (!known) throw new Error(`form ${f.form.id} has no field ${field}`)
  return {
    state: { ...state, stage: 'asking', asking: field, trail, skipped: state.skipped.filter(s => s !== field) },
    show: { kind: 'question', field, problem },
    save: false,
  }
}

/** Passes over a field that may be passed over. */
export function skip(f: Frame, state: State, field: string | null): Step {
  const asked = f.fields.find(x => x.name === field)
  if (!asked) return settle(f, state)
  if (asked.field.need === 'required' && !isFilled(asked, state.values)) return ask(f, state, asked.name, { key: 'dialogue.cannotSkip' })
  return settle(f, { ...state, skipped: [...new Set([...state.skipped, asked.name])], choose: null })
}

/** Passes over every question that may be passed over, of every draft. */
export function skipAll(f: Frame, state: State): Step {
  const asked = f.fields.filter(x => x.field.need === 'asked').map(x => x.name)
  return settle(
    f,
    each(state, d => ({ ...d, skipped: [...new Set([...d.skipped, ...asked])] })),
  )
}

/** Saves, if nothing is wanting any more; what was right when it was shown may be past by now. */
export function ready(f: Frame, state: State): Step {
  const next = settle(f, state)
  return next.save || next.show?.kind === 'card' || next.show?.kind === 'several' ? { ...next, show: null, save: true } : next
}

export function choose(f: Frame, state: State, n: number): Step {
  const reading = state.choose?.readings[n]
  if (!reading) return settle(f, state)
  return settle(f, { ...state, values: { ...state.values, ...reading.values }, choose: null })
}
