/**
 * Plays a conversation with one form, event by event, as the house would: each state goes through JSON and its schema, each view is drawn. After
 * each event it holds what must be true of every conversation; whatever is not throws.
 */
import fc from 'fast-check'
import { expect } from 'vitest'
import { draw } from '../../src/dialogue/draw.ts'
import { fieldsOf, isFilled } from '../../src/dialogue/questions.ts'
import { same } from '../../src/dialogue/same.ts'
import { begin, type SessionEvent, type Step, step } from '../../src/dialogue/session.ts'
import { drafts, takeUp } from '../../src/dialogue/several.ts'
import { type Draft, type State, state as stateSchema } from '../../src/dialogue/state.ts'
import type { Answers } from '../../src/model/incoming.ts'
import type { Language } from '../../src/model/people.ts'
import { type Action, type Input, type View, view as viewSchema } from '../../src/model/view.ts'
import { steering } from '../../src/understanding/steering.ts'
import { which } from '../../src/understanding/which.ts'
import { asking } from '../voice.ts'
import type { Case } from './forms.ts'
import { spokenOf } from './spoken.ts'
import { text } from './texts.ts'

/** How one input of the form is answered: as it stands, not at all, by a text, by one of its options, by several. */
type Answer = 'keep' | 'leave' | { text: string } | { option: number } | { many: (string | number)[] }
/** What happens next; buttons and inputs are picked by number among those there are. */
export type Happening =
  | { kind: 'say'; text: string; fresh: boolean }
  | { kind: 'edit'; text: string }
  | { kind: 'button'; n: number; old: boolean }
  | { kind: 'press'; name: string; args: Record<string, string> }
  | { kind: 'fill'; answers: Answer[]; more: Answers }

const names = [
  'submit',
  'change',
  'field',
  'pick',
  'skip',
  'back',
  'cancel',
  'choose',
  'other',
  'form',
  'resume',
  'anew',
  'open',
  'leave',
  'rest',
  'nothing',
]
const number = fc.nat({ max: 40 })
const answer: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('keep' as const) },
  { weight: 1, arbitrary: fc.constant('leave' as const) },
  { weight: 2, arbitrary: fc.record({ text }) },
  { weight: 2, arbitrary: fc.record({ option: number }) },
  { weight: 1, arbitrary: fc.record({ many: fc.array(fc.oneof(text, number), { maxLength: 3 }) }) },
)
const argument = fc.oneof(text, fc.constantFrom('0', '1', '-1', '1e9', 'title', 'when', 'partners', 'launch', 'hours', 'same'))

export const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('say' as const), text, fresh: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit' as const), text }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('button' as const), n: number, old: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('press' as const),
      name: fc.constantFrom(...names).map(n => `draft.${n}`),
      args: fc.dictionary(fc.constantFrom('field', 'value', 'n', 'card', 'draft', 'of'), argument, { noNullPrototype: true }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('fill' as const),
      answers: fc.array(answer, { maxLength: 24 }),
      more: fc.dictionary(fc.constantFrom('nothing', '__proto__', 'when', 'title'), fc.oneof(text, fc.array(text, { maxLength: 2 })), {
        maxKeys: 1,
        noNullPrototype: true,
      }),
    }),
  },
)

const buttonsOf = (view: View): Action[] =>
  view.parts.flatMap(p => (p.kind === 'actions' ? p.actions : p.kind === 'list' ? p.items.flatMap(i => i.actions) : []))

function answersOf(inputs: readonly Input[], how: readonly Answer[]): Answers {
  const out: Answers = {}
  const option = (i: Input, n: number) => i.options?.[n % (i.options.length || 1)]?.value ?? String(n)
  inputs.forEach((input, n) => {
    const a = how[n] ?? 'keep'
    const value =
      a === 'keep'
        ? input.value
        : a === 'leave'
          ? undefined
          : 'text' in a
            ? a.text
            : 'option' in a
              ? option(input, a.option)
              : a.many.map(m => (typeof m === 'number' ? option(input, m) : m))
    if (value !== undefined && value.length > 0) out[input.id] = value
  })
  return out
}

/** A state as it comes back from Postgres: through JSON, its keys in the order that jsonb keeps (the shorter first, then by letters), and its schema. */
function kept(state: State): State {
  const reordered = (v: unknown): unknown => {
    if (Array.isArray(v)) return v.map(reordered)
    if (typeof v !== 'object' || v === null) return v
    const entries = Object.entries(v).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
    return Object.fromEntries(entries.map(([k, x]) => [k, reordered(x)]))
  }
  return stateSchema.parse(reordered(JSON.parse(JSON.stringify(state))))
}

export function play(c: Case, language: Language, first: string | null, happenings: readonly Happening[]): Step {
  const ask = asking(language)
  const shown: Action[] = []
  let current: Action[] = []
  /** What the card of each button that was shown told its reader. */
  const told = new Map<Action['press'], State['values'][]>()

  /** Draws what is shown, and keeps its buttons to be pressed. */
  function look(state: State, show: NonNullable<Step['show']>): void {
    const view = viewSchema.parse(JSON.parse(JSON.stringify(draw(c.form, state, show, c.load, ask, []))))
    expect(view.parts.length).toBeGreaterThan(0)
    if (show.kind === 'form' || show.kind === 'helped') return
    current = buttonsOf(view)
    for (const { press } of current)
      told.set(
        press,
        drafts(state).map(d => d.values),
      )
    shown.push(...current)
  }

  function after(before: State, event: SessionEvent, next: Step): void {
    const { state } = next
    expect(next.show !== null || next.save, 'it answers').toBe(true)
    if (!state) {
      expect(next.show?.kind, 'only cancelling ends without saving').toBe('cancelled')
      expect(next.save).toBe(false)
      return
    }
    expect(kept(state)).toEqual(JSON.parse(JSON.stringify(state)))
    // What the house asks of a saved draft before it goes on with it.
    for (const { values } of drafts(state))
      for (const f of fieldsOf(c.form)) {
        const value = values[f.name]
        if (value !== undefined && value !== null) expect(f.field.schema.safeParse(value).success, `${f.name} fits its field`).toBe(true)
      }
    for (const was of drafts(before)) stays(before, was, event, next)
    if (event.kind === 'said' && before.stage !== 'resuming' && which(event.text)?.places !== 'all') {
      const other = drafts(before).filter(was => !same(was.values, drafts(state).find(d => d.n === was.n)?.values ?? was.values))
      expect(other.length, `one of several is spoken of by ${event.text}`).toBeLessThan(2)
    }
    if (next.save) {
      for (const { values } of drafts(state)) {
        for (const f of fieldsOf(c.form))
          if (f.field.need === 'required' && (f.field.applies?.(values) ?? true))
            expect(isFilled(f, values), `${f.name} is there when it is saved`).toBe(true)
        expect(c.form.check?.(values, ask, c.load) ?? []).toEqual([])
      }
      // One that is made up was on no card.
      if (pressed && event.kind === 'pressed' && event.name === 'draft.submit')
        expect(
          same(
            told.get(pressed),
            drafts(state).map(d => d.values),
          ),
          'what is saved is what the pressed card told',
        ).toBe(true)
    }
    if (next.show) look(state, next.show)
  }

  /** What was not spoken of stays; one of several drafts stays whole, unless it is the one that is spoken of or left out. */
  function stays(before: State, was: Draft, event: SessionEvent, next: Step): void {
    const now = next.state && drafts(next.state).find(d => d.n === was.n)
    const one = takeUp(before, was.n) ?? before
    const spoken = spokenOf(c, before.beside.length > 0 ? { ...one, asking: before.asking } : before, event, next, ask)
    if (spoken === 'everything') return
    if (!now) {
      const words = event.kind === 'said' ? which(event.text) : null
      const left = (event.kind === 'pressed' && event.name === 'draft.leave') || event.kind === 'edited' || words?.leave
      expect(left, `draft ${was.n} was not left out by ${JSON.stringify(event)}`).toBeTruthy()
      return
    }
    for (const [name, had] of Object.entries(was.values))
      if (had !== undefined && had !== null && !spoken.has(name))
        expect(
          [name, same(now.values[name], had)],
          `${name} was not spoken of: ${JSON.stringify(had)} -> ${JSON.stringify(now.values[name])}`,
        ).toEqual([name, true])
  }

  const fresh = begin('draft-1', c.form.id, c.args)
  const begun: SessionEvent = { kind: 'begun', text: first, values: c.values, message: first ? 'message-1' : null }
  let filledLast = false
  let pressed: Action['press'] | null = null
  let last = step(c.form, fresh, begun, c.load, ask)
  after({ ...fresh, values: c.values }, begun, last)
  for (const h of happenings) {
    // What a form holds may be shown once more before it is saved, when a wing has something to say of it.
    const goesOn = !last.save || (c.form.confirm && filledLast)
    if (!last.state || !goesOn) break
    const state = kept(last.state)
    const event = eventOf(h, state)
    if (!event) continue
    last = step(c.form, state, event, c.load, ask)
    filledLast = event.kind === 'filled'
    after(state, event, last)
  }
  return last

  function eventOf(h: Happening, state: State): SessionEvent | null {
    pressed = null
    switch (h.kind) {
      case 'say':
        return { kind: 'said', text: h.text, steering: steering(h.text, language), message: 'message-2', fresh: h.fresh }
      case 'edit':
        return { kind: 'edited', text: h.text }
      case 'press':
        return { kind: 'pressed', name: h.name, args: h.args }
      case 'button': {
        const among = h.old ? shown : current
        const action = among[h.n % (among.length || 1)]
        pressed = action?.press ?? null
        return action ? { kind: 'pressed', name: action.press.name, args: action.press.args } : null
      }
      case 'fill': {
        const drawn = draw(c.form, state, { kind: 'form', problems: {}, answers: null }, c.load, ask, [])
        const part = drawn.parts.find(p => p.kind === 'form')
        if (part?.kind !== 'form') throw new Error('no form was drawn')
        return { kind: 'filled', answers: { ...answersOf(part.inputs, h.answers), ...h.more } }
      }
      default:
        return h satisfies never
    }
  }
}
