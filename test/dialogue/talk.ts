/** A conversation with one form as a person has it: says, presses, fills, edits, and reads what is shown. Pure: what would be kept is kept here. */
import { draw } from '../../src/dialogue/draw.ts'
import { begin, type SessionEvent, type Step, step } from '../../src/dialogue/session.ts'
import type { Answers } from '../../src/model/incoming.ts'
import type { Language } from '../../src/model/people.ts'
import type { Action, FormPart, View } from '../../src/model/view.ts'
import { steering } from '../../src/understanding/steering.ts'
import { actionsOf, textOf } from '../house.ts'
import { asking } from '../voice.ts'
import { cases } from './forms.ts'

const bare = (label: string) => label.replace(/[\u2066-\u2069]/g, '')

export function talk(name: string, language: Language) {
  const found = cases.find(c => c.name === name)
  if (!found) throw new Error(`no case ${name}`)
  const c = found
  const ask = asking(language)
  let last: Step = { state: begin('draft-1', c.form.id, c.args), show: null, save: false }
  let view: View | null = null
  const shown: Action[] = []

  function happen(event: SessionEvent): string {
    if (!last.state) throw new Error('the conversation has ended')
    const before = last.state
    last = step(c.form, JSON.parse(JSON.stringify(before)), event, c.load, ask)
    view = last.show ? draw(c.form, last.state ?? before, last.show, c.load, ask, []) : null
    if (view && last.show?.kind !== 'form') shown.push(...actionsOf(view))
    return api.text()
  }

  const api = {
    /** Begins, with a sentence or without one. */
    begin: (text: string | null = null) => happen({ kind: 'begun', text, values: c.values, message: text ? 'message-1' : null }),
    say: (text: string, how: { fresh?: boolean } = {}) =>
      happen({ kind: 'said', text, steering: steering(text, language), message: 'message-2', fresh: how.fresh ?? false }),
    edit: (text: string) => happen({ kind: 'edited', text }),
    /** Presses the newest button of this label that was shown. */
    press(label: string): string {
      const action = shown.findLast(a => bare(a.label) === label)
      if (!action) throw new Error(`no button ${label}; there are ${shown.map(a => bare(a.label)).join(', ')}`)
      return happen({ kind: 'pressed', name: action.press.name, args: action.press.args })
    },
    /** Sends the form off: as it is shown, but for these answers. */
    fill(answers: Answers): string {
      if (!last.state) throw new Error('the conversation has ended')
      const form = formOf(draw(c.form, last.state, { kind: 'form', problems: {}, answers: null }, c.load, ask, []))
      const had = Object.fromEntries(form.inputs.flatMap(i => (i.value === undefined ? [] : [[i.id, i.value]])))
      return happen({ kind: 'filled', answers: { ...had, ...answers } })
    },
    text: () => (view ? textOf(view) : ''),
    buttons: () => (view ? actionsOf(view).map(a => bare(a.label)) : []),
    form: () => formOf(view),
    values: () => last.state?.values ?? null,
    saved: () => last.save,
    ended: () => last.state === null,
  }
  return api
}

function formOf(view: View | null): FormPart {
  const part = view?.parts.find(p => p.kind === 'form')
  if (part?.kind !== 'form') throw new Error('no form is shown')
  return part
}
