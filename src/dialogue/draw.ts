/** What the session shows, as views: questions, the card, the form. Every form of every wing looks alike because it is drawn here. */
import { Temporal } from 'temporal-polyfill'
import type { Said } from '../locales/speak.ts'
import type { Answers } from '../model/incoming.ts'
import type { Action, FormPart, Input, Part, View } from '../model/view.ts'
import { before, listOf, ofSeveral, onCard, together, whichOne } from './draw-several.ts'
import { choicesShown } from './fields.ts'
import type { Asking, Form } from './form.ts'
import { applies, fieldsOf, isFilled } from './questions.ts'
import { actions, button, facts, heading, named, notice, text, view } from './say.ts'
import type { Show } from './session.ts'
import { isSeveral } from './several.ts'
import { draftDays, type State } from './state.ts'

// biome-ignore lint/suspicious/noExplicitAny: draws any form
type AForm = Form<any, any>

/** How many of the optional fields the card names; the form has them all. */
const offeredShown = 4

export function draw(form: AForm, state: State, show: Show, load: unknown, asking: Asking, advice: Part[]): View {
  const drawn = drawnOf(form, state, show, load, asking, advice)
  if (state.unread.length === 0 || form.unkept || show.kind === 'form') return drawn
  // What was said beside it and not understood stands first: nothing that was said is lost without a word.
  const _said = asking.speak.list(state.unread.map(said => asking.speak.say('dialogue.quoted', { said })))
  return { ...drawn, parts: [notice('warning', asking.speak.say('dialogue.unread', { _said })), ...drawn.parts] }
}

function drawnOf(form: AForm, state: State, show: Show, load: unknown, asking: Asking, advice: Part[]): View {
  const { speak } = asking
  const draft = onCard(form, state)
  const fields = fieldsOf(form)
  switch (show.kind) {
    case 'question': {
      const asked = fields.find(f => f.name === show.field)
      if (!asked) throw new Error(`no field ${show.field}`)
      const had = isFilled(asked, state.values) ? asked.field.show(state.values, asking, load) : null
      const problem = form.unkept ? withoutSaid(show.problem) : show.problem
      // A form that shows no card says here what it is about.
      const parts: Part[] = form.confirm ? [] : [...(form.about?.(asking, load, state.values) ?? [])]
      if (problem) parts.push(notice('warning', speak.said(problem)))
      if (isSeveral(state)) parts.push(...before(form, state, load, asking))
      else if (state.trail.length <= 1 && !show.problem && Object.keys(state.values).length > 0 && form.confirm)
        parts.push(...understood(form, state, load, asking))
      parts.push(text(speak.say(asked.field.ask), 'strong'))
      for (const hint of [asked.field.hint, asked.field.chatHint]) if (hint) parts.push(text(speak.say(hint), 'subtle'))
      if (had && !form.unkept) parts.push(text(speak.say('dialogue.now', { value: had }), 'subtle'))
      const choices = asked.field.choices?.(asking, load, state.values) ?? []
      if (choices.length > 0 && choices.length <= choicesShown)
        parts.push(actions(choices.map(c => named(speak.language, c.label, 'draft.pick', { ...draft, field: asked.name, value: c.value }))))
      const row: Action[] = []
      if (asked.field.need !== 'required' || had)
        row.push(button(speak, had ? 'dialogue.keepIt' : 'dialogue.skip', 'draft.skip', { ...draft, field: asked.name }))
      if (isSeveral(state)) {
        if (asked.field.need !== 'required') row.push(button(speak, 'dialogue.skipAll', 'draft.rest', draft))
        row.push(button(speak, 'dialogue.leaveOut', 'draft.leave', draft))
      }
      if (state.trail.length > 1) row.push(button(speak, 'dialogue.back', 'draft.back', draft))
      if (form.confirm) row.push(button(speak, 'dialogue.form', 'draft.form', draft, { opensForm: true }))
      row.push(button(speak, 'dialogue.cancel', 'draft.cancel', draft))
      parts.push(actions(row))
      return view(speak.language, parts, speak.say(asked.field.ask))
    }
    case 'choose': {
      const choose = state.choose
      if (!choose) throw new Error('nothing to choose')
      return view(speak.language, [
        ...(isSeveral(state) ? before(form, state, load, asking) : []),
        notice('warning', speak.said(choose.said as Said)),
        actions([
          ...choose.readings.map((r, n) => named(speak.language, speak.said(r.label as Said), 'draft.choose', { ...draft, n: String(n) })),
          button(speak, 'dialogue.cancel', 'draft.cancel', draft),
        ]),
      ])
    }
    case 'card': {
      const parts: Part[] = [heading(isSeveral(state) ? ofSeveral(form, state, load, asking) : speak.say('dialogue.understood'))]
      if (show.note) parts.push(notice('info', speak.said(show.note)))
      parts.push(
        ...(form.about?.(asking, load, state.values) ?? []),
        changedFirst(form, state, load, asking),
        ...(form.card?.(state.values, asking, load) ?? []),
        ...advice,
      )
      const offered = fields.filter(f => f.field.need !== 'required' && applies(f, state.values) && !isFilled(f, state.values))
      if (offered.length > 0)
        parts.push(
          text(
            speak.say('dialogue.offered', {
              _fields: speak.list(offered.slice(0, offeredShown).map(f => speak.inSentence(speak.say(f.field.label)))),
            }),
            'subtle',
          ),
        )
      if (state.other.length > 0)
        parts.push(
          actions(state.other.map((o, n) => named(speak.language, speak.said(o.label as Said), 'draft.other', { ...draft, n: String(n) }))),
        )
      parts.push(
        actions([
          isSeveral(state)
            ? button(speak, 'dialogue.backToAll', 'draft.resume', draft, { style: 'primary' })
            : button(speak, form.submit, 'draft.submit', draft, { style: 'primary' }),
          button(speak, 'dialogue.change', 'draft.change', draft),
          button(speak, 'dialogue.form', 'draft.form', draft, { opensForm: true }),
          isSeveral(state)
            ? button(speak, 'dialogue.leaveOut', 'draft.leave', draft)
            : button(speak, 'dialogue.cancel', 'draft.cancel', draft),
        ]),
      )
      return view(speak.language, parts)
    }
    case 'several':
      return together(form, state, show.note, load, asking, advice)
    case 'which':
      return whichOne(form, state, load, asking)
    case 'changing': {
      const can = fields.filter(f => applies(f, state.values))
      return view(speak.language, [
        text(speak.say('dialogue.whatToChange'), 'strong'),
        actions([
          ...can.map(f => button(speak, f.field.label, 'draft.field', { ...draft, field: f.name })),
          button(speak, 'dialogue.back', 'draft.resume', draft),
        ]),
      ])
    }
    case 'resume':
      return view(speak.language, [
        text(speak.say('dialogue.openDraft', { form: speak.say(form.title) }), 'strong'),
        isSeveral(state) ? listOf(form, state, load, asking, false) : factsOf(form, state, load, asking),
        actions([
          button(speak, 'dialogue.goOn', 'draft.resume', draft, { style: 'primary' }),
          button(speak, 'dialogue.anew', 'draft.anew', draft),
        ]),
      ])
    case 'cancelled':
      return view(speak.language, [text(speak.say('dialogue.cancelled'))])
    case 'helped':
      return view(speak.language, [text(speak.say('dialogue.help'))])
    case 'kept': {
      const until = Temporal.PlainDate.from(asking.context.now.slice(0, 10)).add({ days: draftDays }).toString()
      return view(speak.language, [
        text(speak.say('dialogue.kept', { _until: speak.day(until) })),
        actions([
          button(speak, 'dialogue.goOn', 'draft.resume', draft, { style: 'primary' }),
          button(speak, 'dialogue.cancel', 'draft.cancel', draft),
        ]),
      ])
    }
    case 'stale':
      return view(speak.language, [text(speak.say('dialogue.stale'))])
    case 'form':
      return view(speak.language, [formPart(form, state, load, asking, show.problems, show.answers)], speak.say(form.title))
    default:
      return show satisfies never
  }
}

/** What is wrong with an answer, without its words. */
const withoutSaid = (problem: Said | null): Said | null => (problem?.values?.said === undefined ? problem : { key: 'dialogue.noneOfThese' })

function understood(form: AForm, state: State, load: unknown, asking: Asking): Part[] {
  const part = factsOf(form, state, load, asking)
  return part.kind === 'facts' && part.facts.length > 0 ? [part] : []
}

/** Everything given so far, a fact for each field that shows something. */
export function factsOf(form: AForm, state: Pick<State, 'values'>, load: unknown, asking: Asking): Part {
  return facts(fieldsOf(form).map(f => [asking.speak.say(f.field.label), f.field.show(state.values, asking, load)] as const))
}

/** The same on a card, where the form changes what stands: what changes comes first, and what it was before stands beside it. */
function changedFirst(form: AForm, state: Pick<State, 'values'>, load: unknown, asking: Asking): Part {
  const was = form.was?.(asking, load)
  if (!was) return factsOf(form, state, load, asking)
  const { speak } = asking
  const lines = fieldsOf(form).map(f => {
    const [is, stood] = [f.field.show(state.values, asking, load), f.field.show(was, asking, load)]
    const label = speak.say(f.field.label)
    if (is === stood) return { changed: false, line: [label, is] as const }
    return { changed: true, line: [label, speak.say('dialogue.changedFrom', { _is: is ?? '–', _was: stood ?? '–' })] as const }
  })
  return facts([...lines.filter(l => l.changed), ...lines.filter(l => !l.changed)].map(l => l.line))
}

/**
 * The whole form at once, filled with what is known: a modal, a dialog, or the local chat's own. What is required only where another answer is given is
 * not marked so before: a platform that checks by itself would not let the form go without it.
 */
export function formPart(
  form: AForm,
  state: Pick<State, 'id' | 'n' | 'beside' | 'values' | 'args'>,
  load: unknown,
  asking: Asking,
  problems: Record<string, Said>,
  typed: Answers | null,
): FormPart {
  const { speak } = asking
  const inputs: Input[] = fieldsOf(form).flatMap(f => {
    const made = f.field.inputs(state.values, asking, load)
    return (Array.isArray(made) ? made : [made]).map((i, n) => {
      // What is wrong with a field of several inputs stands at its first.
      const problem = problems[i.id] ?? (n === 0 ? problems[f.name] : undefined)
      return {
        ...i,
        label: i.label ?? speak.say(f.field.label),
        ...(f.field.need === 'required' && applies(f, state.values) && i.id === f.name
          ? { required: true, missing: speak.say('dialogue.required') }
          : { required: false }),
        ...(typed ? { value: typed[i.id] } : {}),
        ...(f.field.hint && i.hint === undefined && n === 0 ? { hint: speak.say(f.field.hint) } : {}),
        ...(problem ? { problem: speak.said(problem) } : {}),
      }
    })
  })
  return {
    kind: 'form',
    form: form.id,
    args: { ...state.args, draft: state.id, ...(state.beside.length > 0 ? { of: String(state.n) } : {}) },
    title: speak.say(form.title),
    submit: speak.say('dialogue.send'),
    cancel: speak.say('dialogue.cancel'),
    inputs,
  }
}
