/**
 * Of which values an event speaks: those alone may change. A sentence speaks of the field that is asked and of what that reads in it, of one it names,
 * and of what understanding finds in it (a title only where it is asked or named, for every sentence leaves something that could be one); a button of what it says; a form of
 * the inputs that were changed in it, where nothing is wrong with them; the edit of a message of what the message says now and no longer says.
 */

import { draw } from '../../src/dialogue/draw.ts'
import type { Asking, Values } from '../../src/dialogue/form.ts'
import { fieldsOf } from '../../src/dialogue/questions.ts'
import type { SessionEvent, Step } from '../../src/dialogue/session.ts'
import { drafts } from '../../src/dialogue/several.ts'
import type { State } from '../../src/dialogue/state.ts'
import type { Input } from '../../src/model/view.ts'
import type { Case } from './forms.ts'

export type Spoken = Set<string> | 'everything'

export function spokenOf(c: Case, before: State, event: SessionEvent, next: Step, asking: Asking): Spoken {
  const spoken = directly(c, before, event, asking)
  if (spoken === 'everything') return spoken
  // What an answer makes impossible beside another is asked for at once.
  const asked = next.state?.asking
  const show = next.show?.kind === 'question' && next.show.problem ? asked : null
  if (show) for (const name of namesOf(c, show)) spoken.add(name)
  return spoken
}

const namesOf = (c: Case, field: string | null | undefined): string[] => {
  const all = fieldsOf(c.form)
  const f = all.find(x => x.name === field) ?? all.find(x => x.names.includes(field ?? ''))
  return f ? f.names : []
}

/** Fields that take whatever is left of a sentence. */
const leftovers = (c: Case): string[] =>
  fieldsOf(c.form)
    .filter(f => f.field.need === 'required' && !f.field.distinct && f.field.schema.safeParse('x').success && f.names.length === 1)
    .map(f => f.name)

const found = (c: Case, text: string, before: State, asking: Asking): string[] =>
  Object.keys(c.form.gather?.(text, asking, before.values, c.load).values ?? {})

/** What the question that is open takes from its answer: the words of an action say until when it is due, too. */
function answering(c: Case, text: string, before: State, asking: Asking): string[] {
  const asked = before.stage === 'asking' ? fieldsOf(c.form).find(f => f.name === before.asking) : undefined
  const read = asked?.field.read(text, asking, before.values, c.load)
  return read?.ok ? Object.keys(read.value) : []
}

/** What the form's own words correct of those on the card; null where they correct none. */
function amending(c: Case, text: string, all: readonly { values: Values }[], asking: Asking): string[] | null {
  const said = c.form.several?.amends?.(
    text,
    all.map(d => d.values),
    asking,
    c.load,
  )
  return said ? Object.keys(said.values) : null
}

function directly(c: Case, before: State, event: SessionEvent, asking: Asking): Spoken {
  const first = fieldsOf(c.form).find(f => f.field.need === 'required')
  switch (event.kind) {
    case 'begun':
      return 'everything'
    case 'edited':
      return new Set([
        ...Object.keys(before.fromMessage),
        ...found(c, event.text, before, asking),
        ...(c.form.gather ? [] : (first?.names ?? [])),
      ])
    case 'said': {
      const s = event.steering
      if (s?.kind === 'startOver' || (s?.kind === 'no' && before.stage === 'resuming')) return 'everything'
      if (before.stage === 'choosing' && (s?.kind === 'yes' || s?.kind === 'submit')) return readingNames(before.choose?.readings[0])
      if (before.stage === 'choosing' && s?.kind === 'no') return readingNames(before.choose?.readings[1])
      if (s && ['cancel', 'help', 'back', 'skip', 'form'].includes(s.kind)) return new Set()
      const onCard = ['confirming', 'changing', 'several'].includes(before.stage)
      const amends = onCard ? amending(c, event.text, drafts(before), asking) : null
      if (amends) return new Set(amends)
      const left = leftovers(c)
      // A correction speaks of its field, and of what is found in its words beside that; so does each of several.
      const edits = s?.kind === 'change' ? (s.each ?? [s]) : []
      if (edits.some(e => namesOf(c, e.field).length > 0))
        return new Set(
          edits.flatMap(e => [...namesOf(c, e.field), ...found(c, e.to ?? event.text, before, asking).filter(n => !left.includes(n))]),
        )
      const text = s?.kind === 'change' && !s.each ? (s.to ?? event.text) : event.text
      const asks = before.stage === 'asking' || before.stage === 'choosing' || before.stage === 'resuming' ? namesOf(c, before.asking) : []
      return new Set([...found(c, text, before, asking).filter(n => !left.includes(n)), ...asks, ...answering(c, text, before, asking)])
    }
    case 'pressed': {
      const { name, args } = event
      // Of a card that is out of date these say nothing.
      if (['draft.anew', 'draft.choose', 'draft.other'].includes(name) && args.card !== String(before.card)) return new Set()
      if (name === 'draft.anew') return 'everything'
      // What was said before it was told which of several it is about.
      if (name === 'draft.open' && before.pending) {
        const { text } = before.pending
        return new Set([...found(c, text, before, asking), ...drafts(before).flatMap(d => amending(c, text, [d], asking) ?? [])])
      }
      if (name === 'draft.pick') return new Set(namesOf(c, fieldsOf(c.form).find(f => f.name === args.field)?.name))
      if (name === 'draft.choose') return readingNames(before.choose?.readings[Number(args.n)])
      if (name === 'draft.other') return readingNames(before.other[Number(args.n)])
      return new Set()
    }
    case 'filled': {
      const shown = draw(c.form, before, { kind: 'form', problems: {}, answers: null }, c.load, asking, [])
      const inputs = shown.parts.flatMap(p => (p.kind === 'form' ? p.inputs : []))
      const spoken = new Set<string>()
      for (const f of fieldsOf(c.form)) {
        const made = f.field.inputs(before.values, asking, c.load)
        const own = (Array.isArray(made) ? made : [made]).map(i => i.id)
        const touched = own.some(id =>
          changed(
            inputs.find(i => i.id === id),
            event.answers[id],
          ),
        )
        if (touched) for (const n of f.names) spoken.add(n)
      }
      return spoken
    }
    default:
      return event satisfies never
  }
}

const readingNames = (reading: { values: Record<string, unknown> } | undefined): Set<string> => new Set(Object.keys(reading?.values ?? {}))

/** Whether an input's answer is another than what stood in it. */
function changed(input: Input | undefined, answer: string | string[] | undefined): boolean {
  const plain = (v: string | string[] | undefined) => (Array.isArray(v) ? v.join(',') : (v ?? ''))
  return plain(input?.value) !== plain(answer)
}
