/** View -> Adaptive Card 1.5, without any SDK: drawn by Teams and by the local chat alike. Everything a person wrote stays plain text. */
import type { Action, FormPart, Input, Part, View } from '../../src/model/view.ts'

// The schema's own element types are far wider than what is made here; what is made is held by tests against the real renderer.
export type Element = { type: string } & Record<string, unknown>
export type AdaptiveCard = {
  type: 'AdaptiveCard'
  $schema: string
  version: '1.5'
  rtl?: boolean
  lang: string
  speak?: string
  fallbackText: string
  body: Element[]
  actions?: Element[]
}

export type CardOptions = {
  /** Teams: Action.Execute with Action.Submit as its fallback, and task/fetch for what opens a form. */
  teams?: boolean | undefined
}

/** Bytes of one card; a longer view is drawn as several. Teams takes 100 KB a message (aim at 80). */
export const cardBytes = 80_000

/**
 * Plain text for a TextBlock, which renders a subset of Markdown (Adaptive Cards documentation, "Text features"): signs that would become
 * emphasis, links, lists or headings are escaped, and line ends stay line ends.
 */
export function plain(text: string): string {
  return text
    .replace(/([\\*_[\]`~])/g, '\\$1')
    .replace(/^(\s*)([-+#>])(\s)/gm, '$1\\$2$3')
    .replace(/^(\s*)(\d+)([.)])(\s)/gm, '$1$2\\$3$4')
    .replace(/\r?\n/g, '\n\n')
}

/** One view as one card, or as several where it is too long for one. Nothing is left out. */
export function toCards(view: View, options: CardOptions = {}): AdaptiveCard[] {
  const cards: AdaptiveCard[] = []
  let body: Element[] = []
  let size = 0
  const close = () => {
    if (body.length > 0) cards.push(wrap(view, body))
    body = []
    size = 0
  }
  for (const element of view.parts.flatMap(p => drawn(p, view, options))) {
    const bytes = Buffer.byteLength(JSON.stringify(element))
    if (size + bytes > cardBytes - 2_000 && body.length > 0) close()
    body.push(element)
    size += bytes
  }
  close()
  return cards.length > 0 ? cards : [wrap(view, [blockFor(options)(view.summary)])]
}

export const toCard = (view: View, options: CardOptions = {}): AdaptiveCard => {
  const [first, ...rest] = toCards(view, options)
  if (!first) throw new Error('a view has at least one card')
  return { ...first, body: [...first.body, ...rest.flatMap(c => c.body)] }
}

function wrap(view: View, body: Element[]): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    ...(view.language === 'ar' ? { rtl: true } : {}),
    lang: view.language,
    fallbackText: view.summary,
    body,
  }
}

/** The local chat's renderer is given no Markdown, so there the text stays as it is. */
const blockFor =
  (options: CardOptions) =>
  (text: string, more: Record<string, unknown> = {}): Element => ({
    type: 'TextBlock',
    text: options.teams ? plain(text) : text,
    wrap: true,
    ...more,
  })
const rowOf = (list: Action[], options: CardOptions): Element => ({ type: 'ActionSet', actions: list.map(a => actionOf(a, options)) })

/** Buttons on one line; Teams shows six actions of a set, the rest behind a menu, so longer rows are broken. */
const perRow = 6

function rows(list: Action[], options: CardOptions): Element[] {
  const out: Element[] = []
  for (let i = 0; i < list.length; i += perRow) out.push(rowOf(list.slice(i, i + perRow), options))
  return out
}

function drawn(part: Part, view: View, options: CardOptions): Element[] {
  const block = blockFor(options)
  switch (part.kind) {
    case 'heading':
      return [block(part.text, { size: 'Medium', weight: 'Bolder', style: 'heading' })]
    case 'text':
      return [
        block(
          part.text,
          part.tone === 'subtle' ? { isSubtle: true, size: 'Small', spacing: 'Small' } : part.tone === 'strong' ? { weight: 'Bolder' } : {},
        ),
      ]
    case 'facts':
      // Two columns rather than a FactSet: a FactSet does not wrap its titles, and long Arabic labels push the values out.
      return part.facts.map((f, i) => ({
        type: 'ColumnSet',
        spacing: i === 0 ? 'Default' : 'Small',
        columns: [
          { type: 'Column', width: '110px', items: [block(f.label, { isSubtle: true })] },
          { type: 'Column', width: 'stretch', items: [block(f.value)] },
        ],
      }))
    case 'list':
      return part.items.map((item, i) => {
        const named = item.detail !== undefined || item.actions.length > 0
        const lines = [
          block(named || part.numbered ? item.text : `• ${item.text}`, named ? { weight: 'Bolder' } : {}),
          ...(item.detail ? [block(item.detail, { isSubtle: true, spacing: 'None', size: 'Small' })] : []),
        ]
        const [only, ...more] = item.actions
        return {
          type: 'Container',
          // Bare lines stand close, like a list on paper; what has details or buttons is told apart by a rule.
          separator: named && i > 0,
          spacing: named ? 'Medium' : 'Small',
          items:
            only && more.length === 0
              ? [
                  {
                    type: 'ColumnSet',
                    columns: [
                      { type: 'Column', width: 'stretch', items: lines },
                      { type: 'Column', width: 'auto', verticalContentAlignment: 'Center', items: [rowOf([only], options)] },
                    ],
                  },
                ]
              : [...lines, ...rows(item.actions, options)],
        }
      })
    case 'notice': {
      const style = { info: 'accent', good: 'good', warning: 'warning', bad: 'attention' }[part.tone]
      return [{ type: 'Container', style, bleed: false, items: [block(part.text)] }]
    }
    case 'actions':
      return rows(part.actions, options)
    case 'form':
      return form(part, view, options)
    case 'divider':
      return [{ type: 'Container', separator: true, spacing: 'Medium', items: [] }]
    default:
      return part satisfies never
  }
}

function actionOf(action: Action, options: CardOptions): Element {
  const style = action.style === 'primary' ? { style: 'positive' } : action.style === 'danger' ? { style: 'destructive' } : {}
  const data = { munassiq: 1, press: action.press, opensForm: action.opensForm }
  const submit: Element = { type: 'Action.Submit', title: action.label, ...style, data }
  if (!options.teams) return submit
  if (action.opensForm) return { ...submit, data: { ...data, msteams: { type: 'task/fetch' } } }
  return { type: 'Action.Execute', title: action.label, verb: action.press.name, ...style, data, fallback: submit }
}

/** Input ids begin with this, so that no field can collide with the card's own data. */
export const fieldPrefix = 'f_'

function form(part: FormPart, view: View, options: CardOptions): Element[] {
  const data = { munassiq: 1, form: part.form, args: part.args, language: view.language }
  return [
    ...part.inputs.flatMap(i => inputOf(i, blockFor(options))),
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.Submit', title: part.submit, style: 'positive', data }],
    },
  ]
}

function inputOf(i: Input, block: ReturnType<typeof blockFor>): Element[] {
  const common = {
    id: fieldPrefix + i.id,
    label: i.label,
    ...(i.required ? { isRequired: true, errorMessage: i.missing ?? i.label } : {}),
    ...(i.value !== undefined ? { value: Array.isArray(i.value) ? i.value.join(',') : i.value } : {}),
  }
  const below = [
    ...(i.problem ? [block(i.problem, { color: 'Attention', spacing: 'Small' })] : []),
    ...(i.hint ? [block(i.hint, { isSubtle: true, size: 'Small', spacing: 'Small' })] : []),
  ]
  switch (i.kind) {
    case 'text':
    case 'long':
      return [{ type: 'Input.Text', ...common, isMultiline: i.kind === 'long', ...(i.max ? { maxLength: i.max } : {}) }, ...below]
    case 'date':
      return [{ type: 'Input.Date', ...common }, ...below]
    case 'time':
      return [{ type: 'Input.Time', ...common }, ...below]
    case 'choice':
    case 'choices':
      return [
        {
          type: 'Input.ChoiceSet',
          ...common,
          style: 'compact',
          isMultiSelect: i.kind === 'choices',
          choices: (i.options ?? []).map(o => ({ title: o.label, value: o.value })),
        },
        ...below,
      ]
    default:
      return i.kind satisfies never
  }
}
