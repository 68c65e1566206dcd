/** View -> a modal of Slack: a form with what stands before it. A form that Slack cannot show whole is not shown in part: it says to answer in the chat. */
import type { KnownBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/web-api'
import { type Fallback, inLanguage } from '../../src/model/inbox.ts'
import { type FormPart, type Input, standingIn, type View } from '../../src/model/view.ts'
import { shortened } from '../cut.ts'
import { limits } from './limits.ts'
import { directed, plain, sections } from './mark-up.ts'
import { blocksOf, fitting } from './render.ts'

export const formOf = (view: View): FormPart | null => view.parts.flatMap(p => (p.kind === 'form' ? [p] : []))[0] ?? null

/** What a modal carries to its submission. */
export type ModalMetadata = { form: string; args: Record<string, string>; language: 'ar' | 'en' }

/** Problems of inputs that can be answered are not drawn here: Slack shows them at their inputs from the submission's answer. */
export function toModal(view: View, words: Fallback): ModalView {
  const say = (text: Fallback[keyof Fallback]): string => inLanguage(text, view.language)
  const form = formOf(view)
  const title = plain(form?.title ?? view.summary, limits.modalTitle)
  // A modal shows at least something.
  const orSummary = (all: KnownBlock[]): KnownBlock[] => (all.length > 0 ? all : sections(view.summary || say(words.close), view.language))
  const before = blocksOf({ ...view, parts: view.parts.filter(p => p.kind !== 'form') })
  if (!form) return { type: 'modal', title, blocks: fitting(orSummary(before), limits.modalBlocks, say(words.more)) }
  const inputs = form.inputs.flatMap(i => inputOf(i, view.language, say(words.noChoice)))
  const metadata = JSON.stringify({ form: form.form, args: form.args, language: view.language } satisfies ModalMetadata)
  const room = limits.modalBlocks - inputs.length
  if (room < Math.min(before.length, 1) || metadata.length > limits.metadata || !form.inputs.every(held))
    return {
      type: 'modal',
      title,
      close: plain(form.cancel, limits.modalTitle),
      blocks: fitting([...before, ...sections(say(words.formTooLong), view.language)], limits.modalBlocks, say(words.formTooLong)),
    }
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: metadata,
    title,
    submit: plain(form.submit, limits.modalTitle),
    close: plain(form.cancel, limits.modalTitle),
    blocks: orSummary([...fitting(before, room, say(words.more)), ...inputs]),
  }
}

/** Whether an input fits its place with all that stands in it, and comes back as it was. */
function held(i: Input): boolean {
  const options = i.options ?? []
  return (
    i.id.length <= limits.id &&
    options.length <= limits.options * limits.groups &&
    options.every(o => o.value.length <= limits.optionValue) &&
    (typeof i.value !== 'string' || i.value.length <= limits.input)
  )
}

const answerable = (i: Input): boolean => (i.kind !== 'choice' && i.kind !== 'choices') || (i.options ?? []).length > 0

/** Mistakes by input, as a submission is answered with them. */
export function problemsOf(view: View): Record<string, string> {
  return Object.fromEntries((formOf(view)?.inputs ?? []).flatMap(i => (i.problem && answerable(i) ? [[i.id, i.problem]] : [])))
}

/** A menu holds a hundred options; more of them go into groups, named by their first and last. */
function choicesOf(
  options: PlainTextOption[],
): { options: PlainTextOption[] } | { option_groups: { label: PlainTextElement; options: PlainTextOption[] }[] } {
  if (options.length <= limits.options) return { options }
  const groups = Array.from({ length: Math.ceil(options.length / limits.options) }, (_, n) =>
    options.slice(n * limits.options, (n + 1) * limits.options),
  )
  const half = limits.optionLabel / 2 - 2
  return {
    option_groups: groups.map(g => ({
      label: plain(`${shortened(g[0]?.text.text ?? '', half)} – ${shortened(g.at(-1)?.text.text ?? '', half)}`, limits.optionLabel),
      options: g,
    })),
  }
}

function inputOf(i: Input, language: View['language'], noChoice: string): KnownBlock[] {
  // Slack takes no empty menu.
  if (!answerable(i))
    return [
      ...sections(i.label, language, true),
      ...sections(i.hint ? `${i.hint}\n${noChoice}` : noChoice, language),
      ...(i.problem ? sections(`⚠ ${i.problem}`, language) : []),
    ]
  return [inputBlock(i, language)]
}

function inputBlock(i: Input, language: View['language']): KnownBlock {
  const base = {
    type: 'input' as const,
    block_id: i.id,
    label: plain(directed(i.label, language), limits.label),
    optional: !i.required,
    ...(i.hint ? { hint: plain(directed(i.hint, language), limits.hint) } : {}),
  }
  const value = standingIn(i)
  const one = typeof value === 'string' ? value : undefined
  const options = (i.options ?? []).map(o => ({ text: plain(o.label || o.value, limits.optionLabel), value: o.value }))
  switch (i.kind) {
    case 'text':
    case 'long':
      return {
        ...base,
        element: {
          type: 'plain_text_input',
          action_id: 'v',
          multiline: i.kind === 'long',
          // What stands in it already may be longer than it should be, and is shown to be shortened.
          max_length: Math.min(Math.max(i.max ?? limits.input, one?.length ?? 0, 1), limits.input),
          ...(one ? { initial_value: one } : {}),
        },
      }
    case 'date':
      return { ...base, element: { type: 'datepicker', action_id: 'v', ...(one ? { initial_date: one } : {}) } }
    case 'time':
      return { ...base, element: { type: 'timepicker', action_id: 'v', ...(one ? { initial_time: one } : {}) } }
    case 'choice': {
      const initial = options.find(o => o.value === one)
      return {
        ...base,
        element: { type: 'static_select', action_id: 'v', ...choicesOf(options), ...(initial ? { initial_option: initial } : {}) },
      }
    }
    case 'choices': {
      const initial = options.filter(o => Array.isArray(i.value) && i.value.includes(o.value))
      return {
        ...base,
        element: {
          type: 'multi_static_select',
          action_id: 'v',
          ...choicesOf(options),
          ...(initial.length > 0 ? { initial_options: initial } : {}),
        },
      }
    }
    default:
      return i.kind satisfies never
  }
}

/** A small modal shown while the form is on its way: a trigger lives three seconds. */
export const loadingModal = (title: string, text: string): ModalView => ({
  type: 'modal',
  title: plain(title, limits.modalTitle),
  blocks: [{ type: 'section', text: plain(text, 200) }],
})
