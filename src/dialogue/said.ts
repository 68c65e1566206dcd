/** What a person's words do in an open conversation: they steer it, answer the question, correct what was given. Pure. */
import { calledIn } from '../understanding/place.ts'
import { correctionIn, steering } from '../understanding/steering.ts'
import { answered } from './answered.ts'
import { change, whatever } from './change.ts'
import { ask, begun, choose, type Frame, ready, type SessionEvent, type Step, settle, skip } from './flow.ts'
import { isFilled } from './questions.ts'
import { added, amended, saidOfSeveral } from './said-of-several.ts'
import { blankDraft, isSeveral } from './several.ts'
import type { State } from './state.ts'

/** A conversation in which nothing was said yet. */
export function begin(id: string, form: string, args: Record<string, string>): State {
  return {
    version: 2,
    id,
    card: 0,
    form,
    args,
    ...blankDraft(1),
    asking: null,
    stage: 'asking',
    told: [],
    message: null,
    beside: [],
    beyond: 0,
    inDialog: false,
    resting: false,
    aside: null,
    tookUp: false,
    pending: null,
    unread: [],
  }
}

/** The text a conversation begins with. */
export function fromText(f: Frame, state: State, text: string): Step {
  const first = f.fields.find(x => x.field.need === 'required')
  // A form that reads no sentences takes the text as the answer to its first question.
  return !f.form.gather && first ? answered(f, { ...state, asking: first.name }, first, text) : begun(f, state, text)
}

export function said(f: Frame, state: State, event: Extract<SessionEvent, { kind: 'said' }>): Step {
  // "The venue is not decided yet" passes over the question for it; of one that was given it is a correction.
  const s = event.steering?.kind === 'skip' && state.stage !== 'asking' ? (correctionIn(event.text) ?? event.steering) : event.steering
  if (state.stage === 'resuming') {
    if (s?.kind === 'yes') return resume(f, state)
    if (s?.kind === 'startOver' || s?.kind === 'no') return anew(f, state)
    if (!s && !event.fresh) return said(f, { ...state, stage: standing(state), pending: null }, event)
  }
  if (s && s.kind !== 'change') return steered(f, state, s.kind, event)
  const onCard = state.stage === 'confirming' || state.stage === 'changing' || state.stage === 'several'
  const amending = onCard ? amended(f, { ...state, pending: null }, event.text) : null
  if (amending) return amending
  if (!s && onCard && f.form.several?.joins?.(event.text, f.asking, f.load)) return added(f, { ...state, pending: null }, event.text)
  const ofSeveral = isSeveral(state) ? saidOfSeveral(f, { ...state, pending: null }, event.text, event.fresh, corrected) : null
  if (ofSeveral) return ofSeveral
  if (event.fresh && f.form.confirm && Object.keys(state.values).length > 0)
    return {
      state: { ...state, stage: 'resuming', pending: { text: event.text, message: event.message } },
      show: { kind: 'resume' },
      save: false,
    }
  const reading = state.stage === 'choosing' ? calledIn(event.text, state.choose?.readings.map((_, n) => n) ?? []) : undefined
  if (reading !== undefined) return choose(f, state, reading)
  const asked = f.fields.find(x => x.name === state.asking)
  if (s && !(asked && state.stage === 'asking' && !(s.each ?? [s]).some(c => couldChange(f, c.field))))
    return change(f, state, s, event.text)
  if (asked && (state.stage === 'asking' || state.stage === 'choosing')) return answered(f, state, asked, event.text)
  return change(f, state, whatever(event.text), event.text)
}

/** Whether a form has what a correction names. To a question of another form, "please name who will speak" is the answer. */
const couldChange = (f: Frame, field: string | null): boolean =>
  field === null ? f.form.gather !== undefined : f.fields.some(x => x.name === field || x.names.includes(field))

/** What is being done apart from the offer to go on: asking, or all of several drafts, or the card. */
const standing = (state: State): State['stage'] => (state.asking ? 'asking' : isSeveral(state) ? 'several' : 'confirming')

type Plain = Exclude<NonNullable<Extract<SessionEvent, { kind: 'said' }>['steering']>['kind'], 'change'>

function steered(f: Frame, state: State, kind: Plain, event: Extract<SessionEvent, { kind: 'said' }>): Step {
  switch (kind) {
    case 'cancel':
      return { state: null, show: { kind: 'cancelled' }, save: false }
    case 'help':
      return { state, show: { kind: 'helped' }, save: false }
    case 'startOver':
      return settle(f, begin(state.id, state.form, state.args))
    case 'back':
      return back(f, state)
    case 'skip':
      return skip(f, state, state.asking)
    case 'later': {
      const asked = state.stage === 'asking' ? f.fields.find(x => x.name === state.asking) : undefined
      const passes = asked && (asked.field.need !== 'required' || isFilled(asked, state.values))
      return passes ? skip(f, state, asked.name) : { state, show: { kind: 'kept' }, save: false }
    }
    case 'goOn':
      return resume(f, state)
    case 'form':
      return state.stage === 'several'
        ? { state, show: { kind: 'which' }, save: false }
        : { state, show: { kind: 'form', problems: {}, answers: null }, save: false }
    case 'yes':
    case 'submit':
      if (state.stage === 'several') return ready(f, state)
      // On the card of one of several a yes goes back to all of them.
      if (state.stage === 'confirming') return isSeveral(state) ? settle(f, state) : ready(f, state)
      if (state.stage === 'choosing') return choose(f, state, 0)
      if (kind === 'submit') return settle(f, state)
      // "Did somebody say something worth quoting?" – "Yes." What it is comes next.
      if (state.asking && f.fields.find(x => x.name === state.asking)?.field.free)
        return ask(f, state, state.asking, { key: 'dialogue.sayIt' })
      break
    case 'no':
      if (state.stage === 'several') return { state, show: { kind: 'which' }, save: false }
      if (state.stage === 'confirming') return { state: { ...state, stage: 'changing' }, show: { kind: 'changing' }, save: false }
      if (state.stage === 'choosing') return choose(f, state, 1)
      if (state.asking && f.fields.find(x => x.name === state.asking)?.field.need === 'asked') return skip(f, state, state.asking)
      break
    default:
      kind satisfies never
  }
  const asked = f.fields.find(x => x.name === state.asking)
  if (asked && (state.stage === 'asking' || state.stage === 'choosing')) return answered(f, state, asked, event.text)
  return change(f, state, whatever(event.text), event.text)
}

/** What is said of one of several drafts, which is in hand by now: a correction, steered by its own words. */
export function corrected(f: Frame, state: State, text: string): Step {
  const said = f.form.several?.amends?.(text, [state.values], f.asking, f.load)
  if (said && !said.leave) return settle(f, { ...state, values: { ...state.values, ...said.values } })
  const s = steering(text, f.asking.speak.language)
  return change(f, state, s?.kind === 'change' ? s : whatever(text), text)
}

export function back(f: Frame, state: State): Step {
  const at = state.asking ? state.trail.lastIndexOf(state.asking) : state.trail.length
  const before = state.trail[(at < 0 ? state.trail.length : at) - 1]
  if (!before) return state.asking ? ask(f, state, state.asking, null) : settle(f, state)
  const kept = state.trail.slice(0, state.trail.indexOf(before) + 1)
  return ask(f, { ...state, trail: kept, choose: null }, before, null)
}

export function resume(f: Frame, state: State): Step {
  const kept: State = { ...state, pending: null }
  return state.asking ? ask(f, kept, state.asking, null) : settle(f, kept)
}

export function anew(f: Frame, state: State): Step {
  const pending = state.pending
  const empty = { ...begin(state.id, state.form, state.args), message: pending?.message ?? null }
  return pending?.text ? fromText(f, empty, pending.text) : settle(f, empty)
}
