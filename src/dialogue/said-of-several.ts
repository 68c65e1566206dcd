/** What is said while several drafts stand together: of one by its number or its title, of all of them, or that some are to be left out. Pure. */
import { byWords } from '../understanding/by-words.ts'
import { which } from '../understanding/which.ts'
import { card, type Frame, gather, type Step, settle } from './flow.ts'
import { isFilled } from './questions.ts'
import { draftFrom, drafts, leaveOut, mostDrafts, takeUp } from './several.ts'
import type { Draft, State } from './state.ts'

type Corrected = (f: Frame, state: State, text: string) => Step

/** Null where the text is an answer to the question that is open. */
export function saidOfSeveral(f: Frame, state: State, text: string, fresh: boolean, corrected: Corrected): Step | null {
  const w = which(text)
  const together = state.stage === 'several'
  const all = drafts(state)
  // In the midst of a question a bare "the second …" may be its answer; a title may be anything.
  const meant = w && (together || ((w.marked || w.leave || w.places === 'all') && state.asking !== title(f))) ? w : null
  if (meant?.places === 'all') return meant.leave ? { state: null, show: { kind: 'cancelled' }, save: false } : forAll(f, state, meant.rest)
  const named = meant ? meant.places.map(p => all.at(p < 0 ? p : p - 1)) : together ? [titled(f, all, text)] : []
  const chosen = named.filter(d => d !== undefined)
  const [only] = chosen
  if (meant && only && chosen.length === named.length) {
    if (meant.leave) {
      const left = leaveOut(
        state,
        chosen.map(d => d.n),
      )
      return left ? settle(f, left) : { state: null, show: { kind: 'cancelled' }, save: false }
    }
    const taken = chosen.length === 1 ? takeUp(state, only.n) : null
    if (taken) return meant.rest ? corrected(f, { ...taken, stage: 'confirming' }, meant.rest) : card(taken)
  }
  const taken = !meant && only ? takeUp(state, only.n) : null
  if (taken) return corrected(f, { ...taken, stage: 'confirming' }, text)
  if (together && fresh) return added(f, state, text)
  // Nothing tells which one is meant: the person is asked, and what was said waits.
  return together ? { state: { ...state, pending: { text, message: null } }, show: { kind: 'which' }, save: false } : null
}

/** What the form's own words say of those on the card: some are to be left out, or one is corrected; null where they say nothing of them. */
export function amended(f: Frame, state: State, text: string): Step | null {
  const all = drafts(state)
  const said = f.form.several?.amends?.(
    text,
    all.map(d => d.values),
    f.asking,
    f.load,
  )
  const meant = said?.places.flatMap(p => all[p]?.n ?? []) ?? []
  const [n] = meant
  if (!said || n === undefined) return null
  if (said.leave) {
    const left = leaveOut(state, meant)
    return left ? settle(f, left) : { state: null, show: { kind: 'cancelled' }, save: false }
  }
  const taken = takeUp(state, n)
  return taken && settle(f, { ...taken, values: { ...taken.values, ...said.values } })
}

/** Further ones, told of while others stand: they join them. */
export function added(f: Frame, state: State, text: string): Step {
  const { further, ...first } = gather(f, text, {})
  const next = Math.max(...drafts(state).map(d => d.n)) + 1
  if (next + (further?.length ?? 0) > mostDrafts)
    return { state, show: { kind: 'several', note: { key: 'dialogue.tooManyDrafts', values: { max: mostDrafts } } }, save: false }
  const more = [first, ...(further ?? [])].map((g, i) => draftFrom(next + i, g, false))
  return settle(f, { ...state, beside: [...state.beside, ...more] })
}

const title = (f: Frame): string => f.fields.find(x => x.field.need === 'required')?.name ?? ''

/** The one draft whose title the words are near to. */
function titled(f: Frame, all: Draft[], text: string): Draft | undefined {
  const near = byWords(text, all, d => [String(d.values[title(f)] ?? '')])
  return near.length === 1 ? near[0] : undefined
}

/** "all at the Gulf Hotel": of every draft that has none yet; where each has one, or while they stand together, of all of them. */
function forAll(f: Frame, state: State, text: string): Step | null {
  const gaps = state.stage === 'several' ? null : given(f, state, text, false)
  const next = gaps ?? given(f, state, text, true)
  return next && settle(f, takeUp(next, state.n) ?? next)
}

/** Null where the text says nothing of any of them. */
function given(f: Frame, state: State, text: string, again: boolean): State | null {
  let next = state
  let took = false
  for (const { n } of drafts(state)) {
    const draft = takeUp(next, n)
    if (!draft) continue
    const open = f.fields.filter(x => x.name !== title(f) && (again || !isFilled(x, draft.values))).flatMap(x => x.names)
    const { values } = gather(f, text, draft.values)
    const read = Object.fromEntries(Object.entries(values).filter(([k]) => open.includes(k)))
    const asked = f.fields.find(x => x.name === state.asking)
    const answer = asked?.names.every(k => !(k in read) && open.includes(k)) ? asked.field.read(text, f.asking, draft.values, f.load) : null
    const more = { ...read, ...(answer?.ok ? answer.value : {}) }
    took ||= Object.keys(more).length > 0
    next = { ...draft, values: { ...draft.values, ...more } }
  }
  return took ? next : null
}
