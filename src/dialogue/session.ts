/**
 * How a form is asked: state and event in, state and what to show out. Pure: no database, no clock, no platform.
 * Whatever comes in, nothing that was given is lost: a wrong answer only asks again.
 */
import type { Said } from '../locales/speak.ts'
import { answered } from './answered.ts'
import { filled } from './filled.ts'
import {
  type AForm,
  ask,
  card,
  choose,
  edited,
  type Frame,
  ready,
  type SessionEvent,
  type Show,
  type Step,
  settle,
  skip,
  skipAll,
} from './flow.ts'
import type { Asking } from './form.ts'
import { fieldsOf } from './questions.ts'
import { anew, back, corrected, fromText, resume, said } from './said.ts'
import { same } from './same.ts'
import { drafts, isSeveral, leaveOut, takeUp } from './several.ts'
import type { State } from './state.ts'

export type { SessionEvent, Show, Step } from './flow.ts'
export { begin } from './said.ts'

export function step(form: AForm, state: State, event: SessionEvent, load: unknown, asking: Asking): Step {
  const next = happened(form, { ...state, unread: [] }, event, load, asking)
  if (!next.state) return next
  // Where a new card is shown, or what it says is no longer so, the buttons of the cards before are out of date.
  const stands = next.show === null || ['form', 'helped', 'kept', 'stale'].includes(next.show.kind)
  const values = (s: State) => drafts(s).map(d => [d.n, d.values])
  const unchanged = same(values(next.state), values(state))
  return { ...next, state: { ...next.state, card: stands && unchanged ? state.card : state.card + 1, resting: next.show?.kind === 'kept' } }
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
      return frame.form.gather ? edited(frame, state, event.text) : fromText(frame, state, event.text)
    case 'said':
      return said(frame, state, event)
    case 'pressed':
      return pressed(frame, state, event.name, event.args)
    case 'filled':
      return filled(frame, (event.of && takeUp(state, event.of)) || state, event.answers)
    default:
      return event satisfies never
  }
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
    case 'several':
      return { kind: 'several', note }
    case 'changing':
    case 'confirming':
      return { kind: 'card', note }
    default:
      return state.stage satisfies never
  }
}

/** Buttons that mean what their own card says: on one that is out of date they do nothing but show what stands. */
const bound = ['draft.submit', 'draft.choose', 'draft.other', 'draft.anew']

function pressed(f: Frame, before: State, name: string, args: Record<string, string>): Step {
  // A button of one of several drafts speaks of that one, whichever is in hand.
  const state = args.of ? takeUp(before, Number(args.of)) : before
  if (!state) return { state: before, show: present(before, { key: 'dialogue.changedSince' }), save: false }
  if (bound.includes(name) && args.card !== String(state.card))
    return { state, show: present(state, { key: 'dialogue.changedSince' }), save: false }
  switch (name) {
    case 'draft.submit':
      return ready(f, state)
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
    case 'draft.open':
      if (!isSeveral(state)) return { state, show: { kind: 'stale' }, save: false }
      return before.stage === 'several' && state.pending
        ? corrected(f, { ...state, stage: 'confirming', pending: null }, state.pending.text)
        : card(state)
    case 'draft.leave': {
      if (!isSeveral(state)) return { state, show: { kind: 'stale' }, save: false }
      const left = leaveOut(state, [state.n])
      return left ? settle(f, { ...left, pending: null }) : { state: null, show: { kind: 'cancelled' }, save: false }
    }
    case 'draft.rest':
      return skipAll(f, state)
    case 'draft.resume':
      return resume(f, state)
    case 'draft.anew':
      return anew(f, state)
    default:
      return { state, show: { kind: 'stale' }, save: false }
  }
}
