/** Any view as Adaptive Cards: what the real renderer's own reading accepts, within what Teams takes, nothing lost and no form torn from its button. */
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AdaptiveCard, limits as cards, type Element, fieldPrefix, perRow, plain, toCards } from '../../adapters/cards/card.ts'
import { limits } from '../../adapters/teams/limits.ts'
import { toDialog, toMessages } from '../../adapters/teams/render.ts'
import { fallback } from '../../src/locales/fallback.ts'
import { inLanguage } from '../../src/model/inbox.ts'
import { type FormPart, standingIn, type View } from '../../src/model/view.ts'
import { anyView, partKinds, textsOf } from './any-view.ts'
import { buttonsOf, textOf } from './cards.ts'

// Its packed form is the one that runs without a browser.
const AdaptiveCards: typeof import('adaptivecards') = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.min.js')
const words = fallback()
const runs = { seed: 20261125, numRuns: 120 }
const bytes = (of: unknown): number => Buffer.byteLength(JSON.stringify(of))

/** What the renderer's reader finds wrong with a card: values no property takes, elements nobody knows, inputs without a name. */
function faultsOf(card: AdaptiveCard): string[] {
  const made = new AdaptiveCards.AdaptiveCard()
  made.hostConfig = new AdaptiveCards.HostConfig({ actions: { maxActions: perRow } })
  const context = new AdaptiveCards.SerializationContext()
  // Its pattern for a language remembers where it matched last, and refuses every second card.
  const { lang: _, ...rest } = card
  made.parse(rest, context)
  const events = Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n).message)
  return [...events, ...made.validateProperties().validationEvents.map(e => e.message)]
}

const bare = (t: string): string => t.replace(/[\s\u2066-\u2069\\]/g, '')

/** Every text and every button is there, in its order. */
function nothingLost(view: View, drawn: AdaptiveCard[]): void {
  const said = bare(textOf(drawn))
  let at = 0
  for (const t of textsOf(view)) {
    at = said.indexOf(bare(t), at)
    if (at < 0) throw new Error(`lost: ${JSON.stringify(t.slice(0, 200))}`)
    at += bare(t).length
  }
  const actions = view.parts.flatMap(p => (p.kind === 'actions' ? p.actions : p.kind === 'list' ? p.items.flatMap(i => i.actions) : []))
  expect(buttonsOf(drawn).filter(b => b.data.press).length).toBe(actions.length)
}

const inputsIn = (body: Element[]): Element[] => body.filter(e => e.type.startsWith('Input.'))

/** A form is in one card with its button, each input it can show once; or a line says that it is too long. */
function formWhole(form: FormPart | undefined, language: View['language'], drawn: AdaptiveCard[]): void {
  if (!form) return
  const names = form.inputs.filter(i => !i.kind.startsWith('choice') || i.options?.length).map(i => fieldPrefix + i.id)
  const holding = drawn.filter(c => buttonsOf([c]).some(b => b.data.form))
  if (holding.length === 0) {
    expect(textOf(drawn)).toContain(inLanguage(words.formTooLong, language))
    return
  }
  expect(holding).toHaveLength(1)
  const inputs = inputsIn(holding[0]?.body ?? [])
  expect(inputs.map(i => i.id)).toEqual(names)
  expect(drawn.flatMap(c => inputsIn(c.body))).toHaveLength(names.length)
  for (const i of inputs) if (i.maxLength) expect(String(i.value ?? '').length).toBeLessThanOrEqual(Number(i.maxLength))
}

const formOf = (view: View): FormPart | undefined => view.parts.find(p => p.kind === 'form')

describe('any view', () => {
  test('every kind of part is among them', () => {
    const seen = new Set(fc.sample(anyView, runs).flatMap(v => v.parts.map(p => p.kind)))
    expect([...seen].sort()).toEqual([...partKinds].sort())
  })
  test('as messages of Teams', () => {
    fc.assert(
      fc.property(anyView, view => {
        const messages = toMessages(view, words)
        for (const m of messages) expect(bytes(m)).toBeLessThanOrEqual(cards.bytes)
        const drawn = messages.map(m => m.attachments[0]?.content as AdaptiveCard)
        expect(drawn.flatMap(faultsOf)).toEqual([])
        nothingLost(view, drawn)
        formWhole(formOf(view), view.language, drawn)
      }),
      runs,
    )
  })
  test('as a dialog: the form whole, and a line where something before it is left out', () => {
    fc.assert(
      fc.property(anyView, view => {
        const dialog = toDialog(view, words) as { task: { value: { title: string; card: { content: AdaptiveCard } } } }
        expect(bytes(dialog)).toBeLessThanOrEqual(limits.messageBytes)
        const { title, card } = dialog.task.value
        expect(title.length).toBeLessThanOrEqual(limits.dialogTitle)
        expect(faultsOf(card.content)).toEqual([])
        formWhole(formOf(view), view.language, [card.content])
        if (!textOf([card.content]).includes(inLanguage(words.more, view.language))) nothingLost(view, [card.content])
      }),
      runs,
    )
  })
  test('in the local chat', () => {
    fc.assert(
      fc.property(anyView, view => {
        const drawn = toCards(view, { words })
        expect(drawn.flatMap(faultsOf)).toEqual([])
        nothingLost(view, drawn)
        formWhole(formOf(view), view.language, drawn)
      }),
      { ...runs, numRuns: 60 },
    )
  })
})

test('what stands in a date or a time is one, or nothing', () => {
  const of = (kind: 'date' | 'time' | 'text', value: string) => standingIn({ id: 'i', label: 'l', kind, required: false, value })
  expect(['2026-12-14', '2024-02-29'].map(v => of('date', v))).toEqual(['2026-12-14', '2024-02-29'])
  for (const v of ['2026-02-29', '2026-13-01', '14/12/2026', 'tomorrow', '', '2026-12-14T10:00']) expect(of('date', v)).toBeUndefined()
  expect(['00:00', '23:59'].map(v => of('time', v))).toEqual(['00:00', '23:59'])
  for (const v of ['24:00', '9:5', '10:60', 'noon', '10:00:00']) expect(of('time', v)).toBeUndefined()
  expect(of('text', 'tomorrow')).toBe('tomorrow')
})

test('ten thousand empty lines are escaped in the time that reading them takes', () => {
  const cpu = () => process.threadCpuUsage().user / 1000
  const from = cpu()
  plain('\n'.repeat(10_000))
  expect(cpu() - from).toBeLessThan(50)
})
