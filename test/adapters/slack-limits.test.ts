/** Any view stays within what Slack takes, in a message, a modal and a home page; no word of it is lost, and none becomes mark-up. */
import type { KnownBlock } from '@slack/web-api'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '../../adapters/slack/limits.ts'
import { problemsOf, toModal } from '../../adapters/slack/modal.ts'
import { toHome, toMessages } from '../../adapters/slack/render.ts'
import { fallback } from '../../src/locales/fallback.ts'
import type { View } from '../../src/model/view.ts'
import { anyText, anyView, partKinds, textsOf } from './any-view.ts'

const words = fallback()
const runs = { seed: 20261125, numRuns: 150 }

type Text = { type: string; text: string }
type Option = { text: Text; value: string }

/** Without the cost of an expectation: it is asked some hundred thousand times. */
function hold(what: boolean, otherwise: string): void {
  if (!what) throw new Error(otherwise)
}

/** Slack's rules for a text object: neither empty nor too long, and no sign of its mark-up but ours. */
function text(of: Text | undefined, most: number): void {
  const length = of?.text.length ?? 0
  hold(length > 0 && length <= most, `a text of ${length} where ${most} are the most: ${of?.text.slice(0, 200)}`)
  if (of?.type === 'mrkdwn')
    hold(!/[&<>]/.test(of.text.replace(/&(amp|lt|gt);/g, '')), `a sign that is not escaped: ${of.text.slice(0, 200)}`)
}

const within = (n: number, most: number, of: string): void => hold(n > 0 && n <= most, `${n} ${of}, of at most ${most}`)

// biome-ignore lint/suspicious/noExplicitAny: a block as Slack is sent it, whatever its type
function menu(element: any): void {
  const groups: Option[][] = element.option_groups ? element.option_groups.map((g: { options: Option[] }) => g.options) : [element.options]
  within(groups.length, limits.groups, 'groups')
  for (const g of element.option_groups ?? []) text(g.label, limits.optionLabel)
  for (const g of groups) {
    within(g.length, limits.options, 'options')
    for (const o of g) {
      text(o.text, limits.optionLabel)
      within(o.value.length, limits.optionValue, 'characters of a value')
    }
  }
  const all = new Set(groups.flat().map(o => JSON.stringify(o)))
  const chosen = [element.initial_option ?? [], element.initial_options ?? []].flat()
  for (const one of chosen) hold(all.has(JSON.stringify(one)), 'what is chosen is among the options')
  hold(element.initial_options?.length !== 0, 'no choice is an empty list')
}

function button(element: { text: Text; value: string; action_id: string; style?: string }): void {
  text(element.text, limits.button)
  within(element.value.length, limits.buttonValue, 'characters of a press')
  hold(['primary', 'danger', undefined].includes(element.style), `the style ${element.style}`)
}

// biome-ignore lint/suspicious/noExplicitAny: a block as Slack is sent it, whatever its type
function block(b: any, where: 'message' | 'modal' | 'home'): void {
  switch (b.type) {
    case 'header':
      expect(b.text.type).toBe('plain_text')
      text(b.text, limits.header)
      return
    case 'section':
      text(b.text, limits.section)
      if (b.accessory) button(b.accessory)
      return
    case 'context':
      expect(b.elements).toHaveLength(1)
      text(b.elements[0], limits.context)
      return
    case 'actions':
      expect(b.elements.length).toBeGreaterThan(0)
      expect(b.elements.length).toBeLessThanOrEqual(limits.actions)
      for (const one of b.elements) button(one)
      return
    case 'divider':
      return
    case 'input':
      expect(where).toBe('modal')
      text(b.label, limits.label)
      if (b.hint) text(b.hint, limits.hint)
      expect(b.block_id.length).toBeLessThanOrEqual(limits.id)
      switch (b.element.type) {
        case 'plain_text_input':
          expect(b.element.max_length).toBeGreaterThan(0)
          expect(b.element.max_length).toBeLessThanOrEqual(limits.input)
          expect(b.element.initial_value?.length ?? 0).toBeLessThanOrEqual(b.element.max_length)
          return
        case 'datepicker':
          if (b.element.initial_date !== undefined) expect(new Date(b.element.initial_date).toISOString()).toContain(b.element.initial_date)
          return
        case 'timepicker':
          if (b.element.initial_time !== undefined) expect(b.element.initial_time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
          return
        case 'static_select':
        case 'multi_static_select':
          menu(b.element)
          return
        default:
          throw new Error(`an element nobody knows: ${b.element.type}`)
      }
    default:
      throw new Error(`a block nobody knows: ${b.type}`)
  }
}

function blocks(all: readonly unknown[], where: 'message' | 'modal' | 'home'): void {
  expect(all.length).toBeGreaterThan(0)
  expect(all.length).toBeLessThanOrEqual(where === 'message' ? limits.blocks : limits.modalBlocks)
  for (const b of all) block(b, where)
  const names = JSON.stringify(all).match(/(?<=[^\\]"(?:action_id|block_id)":")(?!v")[^"]+/g) ?? []
  expect(new Set(names).size).toBe(names.length)
}

const shownIn = (b: KnownBlock): Text[] =>
  b.type === 'section' || b.type === 'header' ? [b.text as Text] : b.type === 'context' ? (b.elements as Text[]) : []
/** The words alone: a text may be cut at any space, and stars around a line are bold. */
const bare = (t: string): string => t.replace(/[\u2060\u200f\s*]/g, '')
const read = (all: Text[]): string =>
  all
    .map(t => (t.type === 'mrkdwn' ? t.text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') : t.text))
    .map(bare)
    .join('')

describe('any view', () => {
  test('every kind of part is among them', () => {
    const seen = new Set(fc.sample(anyView, { seed: runs.seed, numRuns: 150 }).flatMap(v => v.parts.map(p => p.kind)))
    expect([...seen].sort()).toEqual([...partKinds].sort())
  })
  test('as messages: within the limits, and not a character lost', () => {
    fc.assert(
      fc.property(anyView, view => {
        const messages = toMessages(view)
        for (const m of messages) {
          expect(m.text.length).toBeLessThanOrEqual(limits.section)
          expect(m.text.replace(/&(amp|lt|gt);/g, '')).not.toMatch(/[&<>]/)
          if (m.blocks.length > 0) blocks(m.blocks, 'message')
          expect(m.blocks.flatMap(shownIn).reduce((n, t) => n + t.text.length, 0)).toBeLessThanOrEqual(13_200)
        }
        const all = messages.flatMap(m => m.blocks)
        const said = read(all.flatMap(shownIn))
        let at = 0
        for (const t of textsOf(view)) {
          at = said.indexOf(bare(t), at)
          expect(at, t.slice(0, 200)).toBeGreaterThanOrEqual(0)
          at += bare(t).length
        }
        const buttons = JSON.stringify(all).match(/"type":"button"/g)?.length ?? 0
        const actions = view.parts.flatMap(p =>
          p.kind === 'actions' ? p.actions : p.kind === 'list' ? p.items.flatMap(i => i.actions) : [],
        )
        expect(buttons).toBe(actions.length)
      }),
      runs,
    )
  })
  test('as a modal: within the limits; a form is there whole, or a line says that it is too long', () => {
    fc.assert(
      fc.property(anyView, view => {
        const modal = toModal(view, words)
        blocks(modal.blocks, 'modal')
        for (const t of [modal.title, modal.submit, modal.close]) if (t) text(t, limits.modalTitle)
        expect(modal.private_metadata?.length ?? 0).toBeLessThanOrEqual(limits.metadata)
        const form = view.parts.find(p => p.kind === 'form')
        const inputs = modal.blocks.filter(b => b.type === 'input').map(b => b.block_id)
        const answerable = (form?.inputs ?? []).filter(i => !['choice', 'choices'].includes(i.kind) || i.options?.length)
        if (!form) expect(inputs).toEqual([])
        else if (modal.submit) {
          expect(inputs).toEqual(answerable.map(i => i.id))
          // Slack refuses an answer that names an input it does not show.
          for (const id of Object.keys(problemsOf(view))) expect(inputs).toContain(id)
        } else expect(JSON.stringify(modal.blocks)).toContain(words.formTooLong[view.language])
      }),
      runs,
    )
  })
  test('as a home page', () => {
    fc.assert(
      fc.property(anyView, view => {
        const { blocks: drawn } = toHome(view, words)
        if (drawn.length > 0) blocks(drawn, 'home')
      }),
      { ...runs, numRuns: 100 },
    )
  })
})

const made = (parts: View['parts'], summary = 'summary'): View => ({ version: 1, language: 'en', summary, parts })

describe('one by one', () => {
  test.each(['&', '<b>', '*', '_~', '\n', 'a\n', '🎉', '👩‍👩‍👧‍👦', `z${'\u0335'.repeat(5000)}`])(
    'a long text of %j fits its sections and its line',
    one => {
      const long = one.repeat(Math.ceil(9000 / one.length))
      for (const language of ['ar', 'en'] as const)
        for (const m of toMessages({ ...made([{ kind: 'text', text: `x${long}`, tone: 'strong' }], `x${long}`), language })) {
          expect(m.text.length).toBeLessThanOrEqual(limits.section)
          for (const b of m.blocks) block(b, 'message')
          // Neither half of an entity nor half of a pair stands at an end.
          for (const t of [m.text.replace(/…$/, ''), ...m.blocks.flatMap(shownIn).map(t => t.text)]) {
            expect(t).not.toMatch(/&[a-z]*$/)
            expect(t.isWellFormed()).toBe(true)
          }
        }
    },
  )
  test('a family of four is not parted when a label is shortened', () => {
    const label = '👩‍👩‍👧‍👦'.repeat(20)
    const [m] = toMessages(
      made([{ kind: 'actions', actions: [{ label, press: { name: 'x', args: {} }, style: 'normal', opensForm: false }] }]),
    )
    const row = m?.blocks[0] as unknown as { elements: { text: Text }[] } | undefined
    expect(row?.elements[0]?.text.text).toBe(`${'👩‍👩‍👧‍👦'.repeat(6)}…`)
  })
  test('stars of a person in a bold line are still there', () => {
    const [m] = toMessages(made([{ kind: 'text', text: '5*3 tables', tone: 'strong' }]))
    expect(shownIn(m?.blocks[0] as KnownBlock)[0]?.text.replaceAll('\u2060', '')).toBe('5*3 tables')
  })
  test('a summary without parts is said whole', () => {
    fc.assert(
      fc.property(anyText, summary => {
        const said = read(toMessages(made([], summary)).flatMap(m => m.blocks.flatMap(shownIn)))
        expect(said).toContain(bare(summary))
      }),
      { ...runs, numRuns: 100 },
    )
  })
})
