/** View -> Block Kit: messages, modals, the home page. Everything a person wrote stays plain text. */
import type { KnownBlock, ModalView, PlainTextElement, PlainTextOption, SectionBlock, View as SlackView } from '@slack/web-api'
import type { Action, FormPart, Input, Part, View } from '../../src/model/view.ts'
import { limits, pieces, shortened } from './limits.ts'

export type SlackMessage = { text: string; blocks: KnownBlock[] }
type Elements = Extract<KnownBlock, { type: 'actions' }>['elements']

/** The three signs that mean something to Slack (its formatting reference): no mention, link or channel can be made of a person's words. */
export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/**
 * Slack has no direction of its own: a paragraph takes it from its first strong character outside isolates (Unicode TR9, P2). An Arabic line
 * that would begin with a Latin letter gets a right-to-left mark, inside the star where it is bold: mark-up counts only at a word's edge.
 */
const directed = (text: string, language: View['language']): string =>
  language === 'ar'
    ? text
        .split('\n')
        .map(line => {
          const first = /\p{L}/u.exec(line.replace(/\u2068[^\u2069]*\u2069/g, ''))
          return first && /\p{Script=Arabic}/u.test(first[0]) ? line : line.replace(/^(\*?)/, '$1\u200f')
        })
        .join('\n')
    : text

const plain = (text: string, most: number): PlainTextElement => ({ type: 'plain_text', text: shortened(text, most) || ' ', emoji: false })
const textOf = (b: KnownBlock): number => JSON.stringify(b).length

/** One view as one message, or as several where Slack's limits ask for it. Nothing is left out. */
export function toMessages(view: View): SlackMessage[] {
  const out: SlackMessage[] = []
  const text = shortened(escaped(directed(view.summary, view.language)), limits.section)
  let blocks: KnownBlock[] = []
  let size = 0
  for (const block of blocksOf(view)) {
    const more = textOf(block)
    if (blocks.length > 0 && (blocks.length >= limits.blocks || size + more > limits.total)) {
      out.push({ text, blocks })
      blocks = []
      size = 0
    }
    blocks.push(block)
    size += more
  }
  out.push({ text, blocks })
  return out
}

export function blocksOf(view: View): KnownBlock[] {
  const number = { n: 0 }
  return view.parts.flatMap(p => drawn(p, view.language, number))
}

/** `text` marks up as mrkdwn after escaping; `around` wraps each line (bold). */
function sections(text: string, language: View['language'], around = ''): SectionBlock[] {
  return pieces(text, limits.section - 200).map(piece => {
    const lines = escaped(piece)
      .split('\n')
      .map(l => (around && l.trim() ? `${around}${l.trim().replaceAll(around, '')}${around}` : neutral(l)))
    return { type: 'section', text: { type: 'mrkdwn', text: directed(lines.join('\n'), language) || ' ', verbatim: true } }
  })
}

/** Signs of Slack's mark-up in a person's words get a zero-width joiner's company, so that they stay signs. */
const neutral = (line: string): string => line.replace(/([*_~`])/g, '\u2060$1\u2060').replace(/^(\s*)(&gt;)/, '$1\u2060$2')

function drawn(part: Part, language: View['language'], number: { n: number }): KnownBlock[] {
  switch (part.kind) {
    case 'heading':
      return part.text.length <= limits.header
        ? [{ type: 'header', text: plain(directed(part.text, language), limits.header) }]
        : sections(part.text, language, '*')
    case 'text':
      if (part.tone === 'subtle')
        return pieces(part.text, 1900).map(p => ({
          type: 'context',
          elements: [{ type: 'mrkdwn', text: directed(neutral(escaped(p)), language), verbatim: true }],
        }))
      return sections(part.text, language, part.tone === 'strong' ? '*' : '')
    case 'facts': {
      const lines = part.facts.map(f => `*${neutral(escaped(f.label))}:* ${neutral(escaped(f.value))}`)
      return grouped(lines).map(text => ({ type: 'section', text: { type: 'mrkdwn', text: directed(text, language), verbatim: true } }))
    }
    case 'list':
      return part.items.flatMap(item => {
        const named = item.detail !== undefined || item.actions.length > 0
        const lines = named
          ? together(sections(item.text, language, '*'), item.detail ? sections(item.detail, language) : [])
          : sections(`${part.numbered ? '' : '• '}${item.text}`, language)
        const [only, ...more] = item.actions
        const [line, ...rest] = lines
        // One button stands beside its line: a list then needs a block an item.
        if (only && more.length === 0 && line && rest.length === 0)
          return [{ ...line, accessory: buttonOf(only, number.n++) as NonNullable<typeof line.accessory> }]
        return [...lines, ...actionRows(item.actions, number)]
      })
    case 'notice': {
      const sign = { info: 'ℹ', good: '✓', warning: '⚠', bad: '⚠' }[part.tone]
      return sections(`${sign} ${part.text}`, language)
    }
    case 'actions':
      return actionRows(part.actions, number)
    case 'form':
      // A form is a modal; in a message its title alone tells of it.
      return sections(part.title, language, '*')
    case 'divider':
      return [{ type: 'divider' }]
    default:
      return part satisfies never
  }
}

/** A title and what stands under it as one section, where they fit in one. */
function together(title: SectionBlock[], detail: SectionBlock[]): SectionBlock[] {
  const [t, d] = [title[0]?.text, detail[0]?.text]
  return title.length === 1 && detail.length === 1 && t && d && t.text.length + d.text.length < limits.section
    ? [{ type: 'section', text: { ...t, text: `${t.text}\n${d.text}` } }]
    : [...title, ...detail]
}

/** Lines in as few sections as they fit; a line longer than a section is split. */
function grouped(lines: string[]): string[] {
  const out: string[] = []
  for (const line of lines.flatMap(l => pieces(l, limits.section - 200))) {
    const last = out.at(-1)
    if (last !== undefined && last.length + line.length + 1 <= limits.section - 200) out[out.length - 1] = `${last}\n${line}`
    else out.push(line)
  }
  return out
}

function actionRows(list: Action[], number: { n: number }): KnownBlock[] {
  const out: KnownBlock[] = []
  for (let i = 0; i < list.length; i += limits.actions)
    out.push({ type: 'actions', elements: list.slice(i, i + limits.actions).map(a => buttonOf(a, number.n++)) as Elements })
  return out
}

function buttonOf(action: Action, n: number): Elements[number] {
  const value = JSON.stringify(action.press)
  if (value.length > limits.buttonValue) throw new Error(`the press ${action.press.name} is longer than a Slack button's value`)
  return {
    type: 'button',
    text: plain(action.label, limits.button),
    action_id: `${action.opensForm ? 'form' : 'press'}:${n}`,
    value,
    ...(action.style === 'primary' ? { style: 'primary' as const } : action.style === 'danger' ? { style: 'danger' as const } : {}),
  }
}

export const formOf = (view: View): FormPart | null => view.parts.flatMap(p => (p.kind === 'form' ? [p] : []))[0] ?? null

/** What a modal carries to its submission. */
export type ModalMetadata = { form: string; args: Record<string, string>; language: 'ar' | 'en' }

/** A view with a form as a modal. Problems are not drawn here: Slack shows them at their inputs from the submission's answer. */
export function toModal(view: View, withProblems = false): ModalView {
  const form = formOf(view)
  if (!form) return { type: 'modal', title: plain(view.summary, limits.modalTitle), blocks: fitting(blocksOf(view)) }
  const metadata = JSON.stringify({ form: form.form, args: form.args, language: view.language } satisfies ModalMetadata)
  if (metadata.length > limits.metadata) throw new Error(`the form ${form.form} carries more than a modal can`)
  const before = view.parts.filter(p => p.kind !== 'form')
  return {
    type: 'modal',
    callback_id: 'form',
    private_metadata: metadata,
    title: plain(form.title, limits.modalTitle),
    submit: plain(form.submit, limits.modalTitle),
    close: plain(form.cancel, limits.modalTitle),
    blocks: [
      ...blocksOf({ ...view, parts: before }),
      ...form.inputs.flatMap(i => [
        ...(withProblems && i.problem ? sections(`⚠ ${i.problem}`, view.language) : []),
        inputOf(i, view.language),
      ]),
    ],
  }
}

export function problemsOf(view: View): Record<string, string> {
  return Object.fromEntries((formOf(view)?.inputs ?? []).flatMap(i => (i.problem ? [[i.id, i.problem]] : [])))
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

function inputOf(i: Input, language: View['language']): KnownBlock {
  const base = {
    type: 'input' as const,
    block_id: i.id,
    label: plain(directed(i.label, language), limits.label),
    optional: !i.required,
    ...(i.hint ? { hint: plain(directed(i.hint, language), limits.hint) } : {}),
  }
  const one = typeof i.value === 'string' ? i.value : undefined
  const options = (i.options ?? []).map(o => ({ text: plain(o.label, limits.optionLabel), value: shortened(o.value, limits.optionValue) }))
  switch (i.kind) {
    case 'text':
    case 'long':
      return {
        ...base,
        element: {
          type: 'plain_text_input',
          action_id: 'v',
          multiline: i.kind === 'long',
          max_length: Math.min(i.max ?? limits.input, limits.input),
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

export const toHome = (view: View): SlackView => ({ type: 'home', blocks: fitting(blocksOf(view)) })

/** A home page and a modal are one piece: what does not fit is said to be missing. */
const fitting = (blocks: KnownBlock[]): KnownBlock[] =>
  blocks.length <= limits.modalBlocks
    ? blocks
    : [...blocks.slice(0, limits.modalBlocks - 1), { type: 'context', elements: [{ type: 'plain_text', text: '…' }] }]

/** A small modal shown while the form is on its way: a trigger lives three seconds. */
export const loadingModal = (title: string, text: string): ModalView => ({
  type: 'modal',
  title: plain(title, limits.modalTitle),
  blocks: [{ type: 'section', text: plain(text, 200) }],
})
