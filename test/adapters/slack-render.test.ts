/** What is too long for Slack: split, grouped or visibly shortened, never lost without a word. */
import { expect, test } from 'vitest'
import { limits } from '../../adapters/slack/limits.ts'
import { toModal } from '../../adapters/slack/modal.ts'
import { toHome, toMessages } from '../../adapters/slack/render.ts'
import { fallback } from '../../src/locales/fallback.ts'
import { type Input, type ViewDraft, view } from '../../src/model/view.ts'

const made = (parts: ViewDraft['parts'], summary = 'summary') => view.parse({ version: 1, language: 'en', summary, parts })
const many = Array.from({ length: 260 }, (_, n) => `Item number ${n + 1}`)

test('a long list goes into several messages, each within the limits, and every item is there', () => {
  const messages = toMessages(made([{ kind: 'list', items: many.map(text => ({ text })) }]))
  expect(messages.length).toBeGreaterThan(1)
  for (const m of messages) expect(m.blocks.length).toBeLessThanOrEqual(limits.blocks)
  const all = JSON.stringify(messages)
  for (const text of many) expect(all).toContain(`${text}"`)
})

test('a text of 9,000 characters is split between words, and a summary is shortened where one sees it', () => {
  const long = 'word '.repeat(1800).trim()
  const messages = toMessages(made([{ kind: 'text', text: long }], long))
  const back = messages.flatMap(m => m.blocks).map(b => (b.type === 'section' ? (b.text?.text ?? '') : ''))
  expect(back.join(' ').match(/word/g)?.length).toBe(1800)
  for (const text of back) expect(text.length).toBeLessThanOrEqual(limits.section)
  expect(messages[0]?.text.length).toBeLessThanOrEqual(limits.section)
  expect(messages[0]?.text.endsWith('…')).toBe(true)
})

test('a choice of more than a hundred goes into groups, and the one that is set stays set', () => {
  const input: Input = {
    id: 'organization',
    label: 'Organization',
    kind: 'choice',
    required: true,
    value: 'v259',
    options: many.map((label, n) => ({ value: `v${n}`, label })),
  }
  const modal = toModal(
    made([{ kind: 'form', form: 'f', args: {}, title: 'Form', submit: 'Submit', cancel: 'Cancel', inputs: [input] }]),
    fallback(),
  )
  const block = modal.blocks.find(b => b.type === 'input')
  const element = (
    block as unknown as { element: { option_groups: { options: { value: string }[] }[]; initial_option: { value: string } } }
  ).element
  expect(element.option_groups.map(g => g.options.length)).toEqual([100, 100, 60])
  expect(element.initial_option.value).toBe('v259')
})

test('a home page longer than Slack takes ends with a sign that it goes on', () => {
  const home = toHome(made([{ kind: 'list', items: many.map(text => ({ text })) }]), fallback())
  expect(home.blocks.length).toBe(limits.modalBlocks)
  expect(JSON.stringify(home.blocks.at(-1))).toContain(fallback().more.en)
})

test('a person of the workspace is named as Slack names them; an id that is none of Slack’s is not drawn', () => {
  const drawnFor = (mention: string) =>
    toMessages(made([{ kind: 'list', items: [{ text: 'Huda Salem', detail: 'on Slack', mention }] }])).flatMap(m => m.blocks)
  expect(drawnFor('U012AB3CD')).toEqual([
    { type: 'section', text: { type: 'mrkdwn', text: '*Huda Salem*\non Slack', verbatim: true } },
    { type: 'section', text: { type: 'mrkdwn', text: '<@U012AB3CD>', verbatim: true } },
  ])
  for (const other of ['!channel', '29:1a-b', 'health']) expect(JSON.stringify(drawnFor(other))).not.toContain(other)
})
