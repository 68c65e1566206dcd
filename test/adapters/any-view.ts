/** Any view of the closed set that src/model/view.ts allows: every part and every kind of input, with texts that nobody should write and some that people do. */
import fc from 'fast-check'
import { type Input, type Part, type View, view } from '../../src/model/view.ts'

const bits = [
  'معرض الفعاليات في مركز البحرين',
  'Winter lights festival',
  'a',
  ' ',
  '\n',
  '\r\n',
  '&',
  '<',
  '>',
  '&amp;',
  '<!channel>',
  '<@U123>',
  '<https://x.example|here>',
  '<script>alert(1)</script>',
  '*',
  '_',
  '~',
  '`',
  '```',
  '> quoted',
  '- ',
  '# ',
  '1. ',
  '[link](https://x.example)',
  '\\',
  '"',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u200f',
  '\u0000',
  '\ud83d',
  '🎉',
  '👩‍👩‍👧‍👦',
  '🇧🇭',
  '👍🏽',
  'é',
  'ـ',
]
const repeated = fc
  .tuple(fc.array(fc.constantFrom(...bits), { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 10, 80, 700, 2000))
  .map(([some, times]) => some.join('').repeat(times).slice(0, 10_000))
const short = fc.array(fc.constantFrom(...bits), { maxLength: 6 }).map(some => some.join(''))
/** One character of very many marks, as a reader sees it. */
const stacked = fc.constantFrom(50, 4000).map(n => `z${'\u0335'.repeat(n)}`)
export const anyText = fc.oneof(
  { weight: 12, arbitrary: short },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
  { weight: 2, arbitrary: repeated },
  { weight: 1, arbitrary: stacked },
)

const name = fc.stringMatching(/^[a-z][a-zA-Z.]{0,20}$/)
const record = fc.dictionary(name, short, { maxKeys: 4, noNullPrototype: true })
const few = { maxLength: 8 }
/** Mostly a few, now and then very many. */
const some = <T>(of: fc.Arbitrary<T>, many: number): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.array(of, few) },
    { weight: 1, arbitrary: fc.tuple(fc.array(of, { minLength: 1, maxLength: 5 }), fc.nat({ max: many })).map(([a, n]) => filled(a, n)) },
  )
const filled = <T>(few: T[], n: number): T[] => Array.from({ length: n }, (_, i) => few[i % few.length] as T)

const anyAction = fc.record(
  {
    label: anyText,
    press: fc.record({ name, args: record }),
    style: fc.constantFrom('primary', 'danger', 'normal'),
    opensForm: fc.boolean(),
  },
  { requiredKeys: ['label', 'press'] },
)

const days = ['2026-12-14', '2026-02-30', '2026-13-01', '14/12/2026', 'tomorrow', '', '٢٠٢٦-١٢-١٤', '09:30', '24:00', '9:5']
const value = fc.oneof(
  anyText,
  fc.constantFrom(...days, 'v0', 'v1'),
  fc.array(fc.constantFrom('v0', 'v1', 'v7', 'other'), { maxLength: 4 }),
)
const options = fc
  .tuple(fc.array(anyText, { minLength: 1, maxLength: 4 }), fc.oneof(fc.constantFrom(0, 1, 99, 100, 101), fc.nat({ max: 400 })))
  .map(([labels, n]) => filled(labels, n).map((label, i) => ({ value: `v${i}`, label })))

/** A label is the house's own word, and never empty. */
const named = anyText.map(t => `N${t}`)

const anyInput: fc.Arbitrary<Input> = fc.record(
  {
    id: name,
    label: named,
    hint: anyText,
    kind: fc.constantFrom('text', 'long', 'date', 'time', 'choice', 'choices'),
    required: fc.boolean(),
    options,
    value,
    max: fc.integer({ min: 1, max: 5000 }),
    problem: anyText,
    missing: named,
  },
  { requiredKeys: ['id', 'label', 'kind', 'required'] },
) as fc.Arbitrary<Input>

export const anyForm = fc
  .record({
    kind: fc.constant('form' as const),
    form: name,
    args: fc.oneof({ weight: 9, arbitrary: record }, { weight: 1, arbitrary: fc.dictionary(name, anyText, { noNullPrototype: true }) }),
    title: anyText,
    submit: anyText,
    cancel: anyText,
    inputs: some(anyInput, 130),
  })
  // A form declares each of its inputs once.
  .map(form => ({ ...form, inputs: form.inputs.map((i, n) => ({ ...i, id: `${i.id}${n}` })) }))

const anyPart = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: anyText }),
  fc.record({
    kind: fc.constant('text' as const),
    text: anyText,
    tone: fc.constantFrom('normal' as const, 'subtle' as const, 'strong' as const),
  }),
  fc.record({ kind: fc.constant('facts' as const), facts: some(fc.record({ label: anyText, value: anyText }), 150) }),
  fc.record({
    kind: fc.constant('list' as const),
    numbered: fc.boolean(),
    items: some(
      fc.record({ text: anyText, detail: anyText, mention: anyText, actions: some(anyAction, 30) }, { requiredKeys: ['text'] }),
      300,
    ),
  }),
  fc.record({
    kind: fc.constant('notice' as const),
    tone: fc.constantFrom('info' as const, 'good' as const, 'warning' as const, 'bad' as const),
    text: anyText,
  }),
  fc.record({ kind: fc.constant('actions' as const), actions: some(anyAction, 60) }),
  fc.record(
    { kind: fc.constant('file' as const), id: name, name: named, mime: fc.constant('text/plain'), size: fc.nat(), alt: anyText },
    { requiredKeys: ['kind', 'id', 'name', 'mime', 'size'] },
  ),
  fc.constant({ kind: 'divider' as const }),
)

/** Every kind of part that is drawn; a new kind does not compile until it is named here. */
export const partKinds = Object.keys({
  heading: 0,
  text: 0,
  facts: 0,
  list: 0,
  notice: 0,
  actions: 0,
  form: 0,
  file: 0,
  divider: 0,
} satisfies Record<Part['kind'], 0>)

/** A view with at most one form, which is what a modal or a dialog shows. */
export const anyView: fc.Arbitrary<View> = fc
  .record({
    version: fc.constant(1 as const),
    language: fc.constantFrom('ar' as const, 'en' as const),
    summary: anyText,
    parts: fc.tuple(some(anyPart, 12), fc.option(anyForm)).map(([parts, form]) => (form ? [...parts, form] : parts)),
  })
  .map(made => view.parse(made))

/** Every text of a view that a person is to see whole, wherever the platform puts it; what stands on buttons and in menus may be shortened. */
export const textsOf = (of: View): string[] =>
  of.parts.flatMap(p => {
    switch (p.kind) {
      case 'heading':
      case 'text':
      case 'notice':
        return [p.text]
      case 'facts':
        return p.facts.flatMap(f => [f.label, f.value])
      case 'list':
        return p.items.flatMap(i => [i.text, ...(i.detail ? [i.detail] : [])])
      case 'actions':
      case 'file':
      case 'form':
      case 'divider':
        return []
      default:
        return p satisfies never
    }
  })
