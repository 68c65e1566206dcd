/** Where each message stands: every key is used, and what stands on a button, in a title or at an input fits there on every platform, in both languages. */

import type { Node } from 'typescript/unstable/ast'
import {
  isCallExpression,
  isIdentifier,
  isNoSubstitutionTemplateLiteral,
  isPropertyAssignment,
  isStringLiteral,
  isTemplateExpression,
} from 'typescript/unstable/ast/is'
import { describe, expect, test } from 'vitest'
import { limits as slack } from '../../adapters/slack/limits.ts'
import { toModal } from '../../adapters/slack/modal.ts'
import { limits as teams } from '../../adapters/teams/limits.ts'
import { commands } from '../../src/commands.ts'
import { draw } from '../../src/dialogue/draw.ts'
import { begin } from '../../src/dialogue/session.ts'
import { fallback } from '../../src/locales/fallback.ts'
import { type Key, keys, words } from '../../src/locales/words.ts'
import type { Language } from '../../src/model/people.ts'
import { cases } from '../dialogue/forms.ts'
import { asking, voice } from '../voice.ts'
import { houseFiles, nodes, readModules } from '../walls-read.ts'
import { fillings } from './message.ts'

const languages: Language[] = ['ar', 'en']
const modules = readModules(Object.fromEntries(Object.entries(houseFiles()).filter(([path]) => !/words\.(ar|en)\.ts$/.test(path))))
const isKey = (text: string): text is Key => Object.hasOwn(words.en, text)

/** The keys written in a piece of source; a template stands for every key it may become. */
function keysIn(node: Node): Key[] {
  return [...nodes(node)].flatMap(n => {
    if (isStringLiteral(n) || isNoSubstitutionTemplateLiteral(n)) return isKey(n.text) ? [n.text] : []
    if (!isTemplateExpression(n) || !n.head.text.includes('.')) return []
    const [head, tail] = [n.head.text, n.templateSpans.at(-1)?.literal.text ?? '']
    return keys.filter(k => k.startsWith(head) && k.endsWith(tail))
  })
}

/** Names of buttons and of handlers look like keys; they say nothing. */
const isPressName = (node: Node): boolean => {
  const { parent } = node
  if (isPropertyAssignment(parent) && parent.name === node) return true
  return (
    isCallExpression(parent) &&
    isIdentifier(parent.expression) &&
    ['button', 'named'].includes(parent.expression.text) &&
    parent.arguments[2] === node
  )
}

/** Keys by the kind of place they stand in, as the calls that put them there say. */
function placed(): { button: Set<Key>; heading: Set<Key>; option: Set<Key>; used: Set<Key> } {
  const out = { button: new Set<Key>(), heading: new Set<Key>(), option: new Set<Key>(), used: new Set<Key>() }
  const into = (to: Set<Key>, from: Node | undefined) => {
    for (const key of from ? keysIn(from) : []) to.add(key)
  }
  for (const { source } of modules)
    for (const n of nodes(source)) {
      if ((isStringLiteral(n) || isNoSubstitutionTemplateLiteral(n) || isTemplateExpression(n)) && !isPressName(n)) into(out.used, n)
      if (isCallExpression(n) && isIdentifier(n.expression)) {
        if (['button', 'named'].includes(n.expression.text)) into(out.button, n.arguments[1])
        if (n.expression.text === 'heading') into(out.heading, n.arguments[0])
      }
      // `{ value, label: speak.say(…) }` is an option of a choice, and a button under its question.
      if (isPropertyAssignment(n) && isIdentifier(n.name) && n.name.text === 'label' && isCallExpression(n.initializer))
        into(out.option, n.initializer)
    }
  return out
}
const places = placed()

const length = (text: string) => [...text].length
/** As long a name as stands on a button or in a title: the longest of the sample's organizations. */
const name: Record<Language, string> = { ar: 'هيئة المعلومات والحكومة الإلكترونية', en: 'Information and eGovernment Authority' }
const longer = (of: Iterable<Key>, most: number): string[] =>
  [...of].flatMap(key =>
    languages.flatMap(language =>
      fillings(key, language, name[language])
        .map(given => voice(language).say(key, given))
        .filter(said => length(said) > most)
        .map(said => `${key}: ${said}`),
    ),
  )

test('every key is used somewhere', () => {
  expect(keys.filter(key => !places.used.has(key))).toEqual([])
})

describe('fits where it stands', () => {
  test('the places were found', () => {
    expect(places.button.size).toBeGreaterThan(40)
    expect(places.heading.size).toBeGreaterThan(10)
    expect(places.option.size).toBeGreaterThan(3)
  })
  test('on buttons and in choices', () => {
    expect(longer(places.button, slack.button)).toEqual([])
    expect(longer(places.option, Math.min(slack.button, slack.optionLabel))).toEqual([])
    // Commands stand on buttons too: in the help, and where something was not understood.
    expect(commands.filter(c => length(c.title.ar) > slack.button || length(c.title.en) > slack.button)).toEqual([])
  })
  test('in headings', () => expect(longer(places.heading, slack.header)).toEqual([]))
  test('and everything in a paragraph of Slack, and far within a message of Teams', () => {
    expect(longer(keys, slack.section - 200)).toEqual([])
    for (const key of keys) for (const l of languages) expect(Buffer.byteLength(words[l][key])).toBeLessThan(teams.messageBytes / 10)
  })
})

describe.each(cases)('the form $name', c => {
  test.each(languages)('is a modal of Slack as it is, in %s', language => {
    const ask = asking(language)
    const state = { ...begin('draft-1', c.form.id, c.args), values: c.values }
    const view = draw(c.form, state, { kind: 'form', problems: {}, answers: null }, c.load, ask, [])
    const form = view.parts.find(p => p.kind === 'form')
    if (form?.kind !== 'form') throw new Error('no form was drawn')
    for (const text of [form.title, form.submit, form.cancel]) expect([text, length(text) <= slack.modalTitle]).toEqual([text, true])
    for (const input of form.inputs) {
      expect(length(input.label), input.label).toBeLessThanOrEqual(150)
      expect(length(input.hint ?? ''), input.hint).toBeLessThanOrEqual(slack.hint)
      expect(input.max ?? 0, `${input.id}: no box of Slack holds more`).toBeLessThanOrEqual(slack.input)
      for (const o of input.options ?? [])
        expect([o.label, length(o.label) <= slack.optionLabel && length(o.value) <= slack.optionValue]).toEqual([o.label, true])
    }
    expect(form.inputs.length).toBeLessThanOrEqual(slack.modalBlocks)
    expect(JSON.stringify(toModal(view, fallback()))).not.toContain('…"')
    // What may be changed one by one stands on buttons.
    const changing = draw(c.form, state, { kind: 'changing' }, c.load, ask, [])
    for (const p of changing.parts)
      for (const a of p.kind === 'actions' ? p.actions : []) {
        expect([a.label, length(a.label) <= slack.button]).toEqual([a.label, true])
        expect(JSON.stringify(a.press).length).toBeLessThanOrEqual(slack.buttonValue)
      }
    for (const label of [c.form.submit, 'dialogue.keepIt', 'dialogue.back'] as Key[])
      expect(length(voice(language).say(label))).toBeLessThanOrEqual(slack.button)
  })
})
