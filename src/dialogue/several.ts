/** Several drafts that came in one message: one is in hand, the others beside it. Pure; what is said of them is read in said-of-several.ts. */
import type { Gathered, Values } from './form.ts'
import { same } from './same.ts'
import type { Draft, State } from './state.ts'

export const isSeveral = (state: State): boolean => state.beside.length > 0

/** A draft without an answer yet. */
export const blankDraft = (n: number, values: Values = {}): Draft => ({
  n,
  values,
  skipped: [],
  trail: [],
  choose: null,
  other: [],
  wrong: null,
  fromMessage: {},
})

/** What a text gave, as a draft of its own. */
export function draftFrom(n: number, g: Gathered<Values>, fromMessage: boolean): Draft {
  const values = given(g.values)
  const draft = { ...blankDraft(n, values), choose: g.choose, other: g.other, wrong: g.problems[0] ?? null }
  return { ...draft, fromMessage: fromMessage ? values : {} }
}

const inHand = (s: State): Draft => ({
  n: s.n,
  values: s.values,
  skipped: s.skipped,
  trail: s.trail,
  choose: s.choose,
  other: s.other,
  wrong: s.wrong,
  fromMessage: s.fromMessage,
})

/** All the drafts, in the order of the message. */
export const drafts = (s: State): Draft[] => [...s.beside, inHand(s)].sort((a, b) => a.n - b.n)

/** The id under which a draft is saved: pressed twice, it is one. */
export const idOf = (s: Pick<State, 'id'>, draft: Pick<Draft, 'n'>): string => (draft.n === 1 ? s.id : `${s.id}.${draft.n}`)

/** Most drafts that one conversation holds. */
export const mostDrafts = 99
/** Every id under which drafts of a conversation may have been saved. */
export const idsOf = (id: string): string[] => Array.from({ length: mostDrafts }, (_, i) => idOf({ id }, { n: i + 1 }))

/** Takes a draft in hand; null where there is none of that number. */
export function takeUp(s: State, n: number): State | null {
  if (s.n === n) return s
  const draft = s.beside.find(d => d.n === n)
  return draft ? { ...s, ...draft, beside: drafts(s).filter(d => d.n !== n), asking: null } : null
}

/** Those that come after the one in hand, and then those before it. */
export function others(s: State): Draft[] {
  const all = drafts(s)
  const at = all.findIndex(d => d.n === s.n)
  return [...all.slice(at + 1), ...all.slice(0, at)]
}

/** Leaves drafts out; null where none remains. */
export function leaveOut(s: State, left: readonly number[]): State | null {
  const stay = drafts(s).filter(d => !left.includes(d.n))
  const next = stay.find(d => d.n === s.n) ?? stay.find(d => d.n > s.n) ?? stay[0]
  if (!next) return null
  return { ...s, ...next, beside: stay.filter(d => d.n !== next.n), asking: next.n === s.n ? s.asking : null }
}

/** Each draft changed by itself. */
export function each(s: State, change: (draft: Draft) => Draft): State {
  return { ...s, ...change(inHand(s)), beside: s.beside.map(change) }
}

export const without = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([k]) => !names.includes(k)))
export const given = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined))

/** What a message says now, put over a draft that came from it: what it says as before stays as it is now, corrections included. */
export function edited(draft: Draft, now: Gathered<Values>): Draft {
  const was = draft.fromMessage
  const read = given(now.values)
  const fresh = Object.fromEntries(Object.entries(read).filter(([k, v]) => !same(v, was[k])))
  const gone = Object.keys(was).filter(k => !(k in read) && same(draft.values[k], was[k]))
  return {
    ...draft,
    values: { ...without(draft.values, gone), ...fresh },
    fromMessage: read,
    choose: now.choose,
    other: now.other.length > 0 ? now.other : draft.other,
    wrong: now.problems[0] ?? null,
  }
}
