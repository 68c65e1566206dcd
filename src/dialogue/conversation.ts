/** The conversation of one account: loads its state, lets the session take a step, saves the form where it is time, draws what comes of it. */
import * as conversations from '../../db/conversations.ts'
import type { Part, View } from '../model/view.ts'
import { steering } from '../understanding/steering.ts'
import { draw } from './draw.ts'
import { onCard } from './draw-several.ts'
import type { Asking } from './form.ts'
import { same } from './same.ts'
import { notice, text, view } from './say.ts'
import { begin as blank, present, type SessionEvent, step } from './session.ts'
import { drafts, idOf, isSeveral, takeUp } from './several.ts'
import { draftDays, remains, type State, state as schema } from './state.ts'
import type { Begin, Turn } from './turn.ts'
import type { Adviser, AnyForm } from './wing.ts'

/** The forms of the house, and what wings say before one is saved. */
export type Desk = { forms: Map<string, AnyForm>; advice: Map<string, Adviser[]> }

/** What a step of the conversation answers. `dialog` is a form to show at once; `views` are messages; `missed` where what was said did not answer the question. */
export type Spoken = { views: View[]; dialog: View | null; state: State | null; missed?: boolean }

/** The saved state, if it still fits; otherwise an apology with what can still be told. */
export function restore(saved: unknown, desk: Desk, turn: Turn): { state: State | null; apology: View | null } {
  if (saved === null || saved === undefined) return { state: null, apology: null }
  const parsed = schema.safeParse(saved)
  if (parsed.success && desk.forms.has(parsed.data.form)) {
    const form = desk.forms.get(parsed.data.form) as AnyForm
    const fits = Object.entries(parsed.data.values).every(([name, value]) => {
      const field = form.fields[name]
      return !field || value === undefined || value === null || field.schema.safeParse(value).success
    })
    if (fits) return { state: parsed.data, apology: null }
  }
  const left = remains.safeParse(saved)
  const lines = left.success ? Object.values(left.data.values ?? {}).filter((v): v is string => typeof v === 'string') : []
  return { state: null, apology: view(turn.language, [notice('warning', turn.speak.say('dialogue.oldDraft')), ...lines.map(l => text(l))]) }
}

export async function keepState(turn: Turn, state: State | null): Promise<void> {
  await conversations.keep(turn.db, turn.network.id, turn.account, {
    state,
    language: turn.language,
    changedAt: turn.now,
    expiresAt: state ? turn.now.add({ hours: draftDays * 24 }) : null,
  })
}

const asking = (turn: Turn): Asking => ({ speak: turn.speak, context: turn.context })

/** Begins a form; `open` is a draft of the same form that is open already, which is offered to go on with. */
export async function begin(turn: Turn, desk: Desk, what: Begin, open: State | null): Promise<Spoken> {
  const form = desk.forms.get(what.form)
  if (!form) throw new Error(`no form ${what.form}`)
  const standing = open && open.form === what.form && same(open.args, what.args ?? {}) && Object.keys(open.values).length > 0 ? open : null
  const how = { dialog: what.dialog ?? false }
  /** The correction made of a draft; null where the sentence only names the thing and nothing to change of it ("edit the book fair"). */
  const corrected = async (state: State): Promise<Spoken | null> => {
    if (!what.change?.trim()) return null
    const changed = await go(turn, desk, state, saidEvent(turn, what.change, null, false), how)
    return changed.state && ['confirming', 'choosing', 'several'].includes(changed.state.stage) ? changed : null
  }
  if (standing && form.confirm && !how.dialog) {
    const resumed: State = {
      ...standing,
      card: standing.card + 1,
      stage: 'resuming',
      pending: { text: what.text ?? '', message: what.message ?? null },
    }
    return (await corrected(standing)) ?? show(turn, desk, form, resumed, { kind: 'resume' })
  }
  const fresh = standing ?? blank(turn.ids(), what.form, what.args ?? {})
  const event: SessionEvent = { kind: 'begun', text: what.text ?? null, values: what.values ?? {}, message: what.message ?? null }
  const begun = await go(turn, desk, fresh, event, how)
  if (begun.state && begun.dialog) begun.state = { ...begun.state, inDialog: true }
  return (begun.state && (await corrected(begun.state))) ?? begun
}

/** One event in an open conversation. */
export async function go(
  turn: Turn,
  desk: Desk,
  state: State,
  event: SessionEvent,
  how: { dialog: boolean; quiet?: boolean },
): Promise<Spoken> {
  const form = desk.forms.get(state.form)
  if (!form) throw new Error(`no form ${state.form}`)
  const loaded = await form.load(turn, { ...state.args, draft: state.id })
  if (!loaded.ok) return { views: [loaded.view], dialog: null, state: null }
  const next = step(form, event.kind === 'begun' ? state : { ...state, inDialog: false }, event, loaded.value, asking(turn))
  if (next.save && next.state) {
    const advice = form.confirm ? await adviceFor(turn, desk, form, next.state) : []
    // A form is its own confirmation, unless a wing has something to say first.
    if (event.kind === 'filled' && advice.length > 0) return show(turn, desk, form, next.state, { kind: 'card', note: null }, advice)
    // What came up since the card was shown is seen before it is saved: another's activity of the same hour, a holiday that was moved.
    if (warningsIn(advice).some(w => !state.told.includes(w))) {
      const kind = isSeveral(next.state) ? 'several' : 'card'
      return show(turn, desk, form, next.state, { kind, note: { key: 'dialogue.cameUp' } }, advice)
    }
    if (form.leads) return begin(turn, desk, await form.leads(next.state.values, turn, loaded.value, next.state.args), null)
    return { views: [await saved(turn, form, next.state, loaded.value)], dialog: null, state: null }
  }
  if (!next.show) return { views: [], dialog: null, state: next.state }
  // A form that was sent off comes back for its own mistakes alone; what else there is to say is a message.
  const asForm =
    event.kind === 'filled' ? ['form'] : ['question', 'choose', 'card', 'several', 'which', 'changing', 'resume', 'helped', 'kept', 'form']
  if (how.dialog && next.state && asForm.includes(next.show.kind)) {
    const typed = next.show.kind === 'form' ? next.show : { problems: {}, answers: null }
    return { views: [], dialog: draw(form, next.state, { ...typed, kind: 'form' }, loaded.value, asking(turn), []), state: next.state }
  }
  const missed =
    event.kind === 'said' &&
    ((next.show.kind === 'question' && next.show.problem !== null) || next.show.kind === 'changing' || next.show.kind === 'which')
  return { ...(await show(turn, desk, form, next.state ?? state, next.show, undefined, next.state)), missed }
}

/** Saves the draft, or every one of several. */
function saved(turn: Turn, form: AnyForm, state: State, load: unknown): Promise<View> {
  const all = drafts(state).map(draft => ({ id: idOf(state, draft), values: draft.values }))
  const [only] = all
  if (form.several && all.length > 1) return form.several.save(all, turn, load)
  return form.save(state.values, turn, load, { ...state.args, draft: only?.id ?? state.id })
}

async function adviceFor(turn: Turn, desk: Desk, form: AnyForm, state: State): Promise<Part[]> {
  const parts: Part[] = []
  if (isSeveral(state) && state.stage === 'several') {
    for (const { n } of drafts(state)) {
      const draft = takeUp(state, n)
      const of = draft ? await adviceFor(turn, desk, form, { ...draft, stage: 'confirming' }) : []
      // Which of them it is about stands before what is said of it.
      if (of.length > 0) parts.push(text(`${turn.speak.number(drafts(state).findIndex(d => d.n === n) + 1)}.`, 'strong'), ...of)
    }
    return parts
  }
  for (const adviser of desk.advice.get(state.form) ?? [])
    parts.push(
      ...(await adviser(turn, state.values, { ...state.args, draft: idOf(state, state) }, isSeveral(state) ? null : onCard(form, state))),
    )
  return parts
}

async function show(
  turn: Turn,
  desk: Desk,
  form: AnyForm,
  state: State,
  what: Parameters<typeof draw>[2],
  advice?: Part[],
  kept: State | null = state,
): Promise<Spoken> {
  const loaded = await form.load(turn, { ...state.args, draft: state.id })
  if (!loaded.ok) return { views: [loaded.view], dialog: null, state: null }
  const given = advice ?? (what.kind === 'card' || what.kind === 'several' ? await adviceFor(turn, desk, form, state) : [])
  const told = what.kind === 'card' || what.kind === 'several' ? warningsIn(given) : null
  return {
    views: [draw(form, state, what, loaded.value, asking(turn), given)],
    dialog: null,
    state: kept && told ? { ...kept, told } : kept,
  }
}

const warningsIn = (parts: readonly Part[]): string[] =>
  parts.flatMap(p => (p.kind === 'notice' && (p.tone === 'warning' || p.tone === 'bad') ? [p.text] : []))

/** What a button of a draft that is no longer open is answered: what came of it, or how things stand, where its wing can tell. */
export async function outcome(turn: Turn, desk: Desk, name: string | undefined, args: Record<string, string>): Promise<View> {
  const form = name ? desk.forms.get(name) : undefined
  const saved = await form?.outcome?.(turn, args)
  return saved ?? view(turn.language, [text(turn.speak.say('dialogue.stale')), ...((await form?.stands?.(turn, args)) ?? [])])
}

/** A text in an open conversation: steering words first, then an answer. */
export function saidEvent(turn: Turn, textSaid: string, message: string | null, fresh: boolean): SessionEvent {
  const steered = steering(textSaid, turn.language)
  // What corrects the draft tells of no other one.
  return { kind: 'said', text: textSaid, steering: steered, message, fresh: fresh && steered === null }
}

/** The question that is open, said again after something else was answered in between. */
export async function again(turn: Turn, desk: Desk, state: State): Promise<View | null> {
  const form = desk.forms.get(state.form)
  if (!form) return null
  return (await show(turn, desk, form, state, present(state, null))).views[0] ?? null
}
