/** View -> Block Kit: messages and the home page. Forms are drawn in modal.ts. Everything a person wrote stays plain text. */
import type { KnownBlock, SectionBlock, View as SlackView } from '@slack/web-api'
import { type Fallback, inLanguage } from '../../src/model/inbox.ts'
import type { Action, Part, View } from '../../src/model/view.ts'
import { limits } from './limits.ts'
import { directed, factLines, markedPieces, oneLine, plain, sectionOf, sections } from './mark-up.ts'

export type SlackMessage = { text: string; blocks: KnownBlock[] }
type Elements = Extract<KnownBlock, { type: 'actions' }>['elements']

const textOf = (b: object): number => JSON.stringify(b).length

/** One view as one message, or as several where Slack's limits ask for it. Nothing is left out. */
export function toMessages(view: View): SlackMessage[] {
  const out: SlackMessage[] = []
  const text = oneLine(view.summary, view.language)
  let blocks: KnownBlock[] = []
  let size = 0
  const drawn = blocksOf(view)
  for (const block of drawn.length > 0 ? drawn : sections(view.summary, view.language)) {
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

function drawn(part: Part, language: View['language'], number: { n: number }): KnownBlock[] {
  switch (part.kind) {
    case 'heading':
      if (!part.text.trim()) return []
      return directed(part.text, language).length <= limits.header
        ? [{ type: 'header', text: plain(directed(part.text, language), limits.header) }]
        : sections(part.text, language, true)
    case 'text':
      if (part.tone === 'subtle')
        return markedPieces(part.text, language, limits.context).map(text => ({
          type: 'context',
          elements: [{ type: 'mrkdwn', text, verbatim: true }],
        }))
      return sections(part.text, language, part.tone === 'strong')
    case 'facts':
      return grouped(part.facts.flatMap(f => factLines(f.label, f.value, language))).map(sectionOf)
    case 'list':
      return part.items.flatMap(item => {
        const named = item.detail !== undefined || item.actions.length > 0
        const lines = named
          ? together(sections(item.text, language, true), item.detail ? sections(item.detail, language) : [])
          : sections(`${part.numbered ? '' : '• '}${item.text}`, language)
        // Slack draws the person's own name there, to press; an id of any other shape is none of its own and stays unsaid.
        if (item.mention && /^[UW][A-Z0-9]{2,}$/.test(item.mention)) lines.push(sectionOf(`<@${item.mention}>`))
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
      return sections(part.title, language, true)
    case 'file':
      // A file is uploaded by itself (send.ts); where it is only told of, its name stands for it.
      return sections(part.name, language)
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

/** Lines in as few sections as they fit; none is longer than a section. */
function grouped(lines: string[]): string[] {
  const out: string[] = []
  for (const line of lines) {
    const last = out.at(-1)
    if (last !== undefined && last.length + line.length < limits.section) out[out.length - 1] = `${last}\n${line}`
    else out.push(line)
  }
  return out
}

/** Buttons in rows, as many as a row may hold and a message carry. */
function actionRows(list: Action[], number: { n: number }): KnownBlock[] {
  const out: Elements[] = []
  let size = 0
  for (const action of list) {
    const button = buttonOf(action, number.n++)
    const row = out.at(-1)
    if (row && row.length < limits.actions && size + textOf(button) < limits.total) {
      row.push(button)
      size += textOf(button)
    } else {
      out.push([button])
      size = textOf(button)
    }
  }
  return out.map(elements => ({ type: 'actions', elements }))
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

export const toHome = (view: View, words: Fallback): SlackView => ({
  type: 'home',
  blocks: fitting(blocksOf(view), limits.modalBlocks, inLanguage(words.more, view.language)),
})

/** A home page and a modal are one piece: where not all fits, the last line says so. */
export const fitting = (blocks: KnownBlock[], most: number, more: string): KnownBlock[] =>
  blocks.length <= most ? blocks : [...blocks.slice(0, most - 1), { type: 'context', elements: [{ type: 'plain_text', text: more }] }]
