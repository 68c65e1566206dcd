/** View -> Adaptive Card 1.5, without any SDK: drawn by Teams and by the local chat alike. Everything a person wrote stays plain text. */
import { type Fallback, inLanguage } from '../../src/model/inbox.ts'
import { type Action, type FilePart, type FormPart, type Input, type Part, standingIn, type View } from '../../src/model/view.ts'
import { pieces, shortened } from '../cut.ts'

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
  /** What is said in place of what a card cannot show. */
  words: Fallback
  /** Teams: Action.Execute with Action.Submit as its fallback, and task/fetch for what opens a form. */
  teams?: boolean | undefined
  /** Where a file can be opened. */
  link?: ((file: FilePart) => string | null) | undefined
}

/**
 * `bytes` of a message with one card: a longer view is drawn as several. Teams takes 100 KB a message (aim at 80). The rest in characters: a text
 * longer than `text` is several blocks, a summary stands in each card, and what stands on a button or beside an input is no long text.
 */
export const limits = { bytes: 80_000, text: 5_000, summary: 1_000, label: 250 } as const

/**
 * Plain text for a TextBlock, which renders a subset of Markdown (Adaptive Cards documentation, "Text features"): signs that would become
 * emphasis, links, lists or headings are escaped, and line ends stay line ends.
 */
export function plain(text: string): string {
  return text
    .replace(/([\\*_[\]`~])/g, '\\$1')
    .replace(/^([^\S\n]*)([-+#>])(\s)/gm, '$1\\$2$3')
    .replace(/^([^\S\n]*)(\d+)([.)])(\s)/gm, '$1$2\\$3$4')
    .replace(/\r?\n/g, '\n\n')
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

/** Bytes that elements may take in a card of this view: beside them stand the card's own, the message's, and the summary in both. */
const roomOf = (view: View): number => limits.bytes - 1_000 - 2 * bytesOf(summaryOf(view))

export const summaryOf = (view: View): string => shortened(view.summary, limits.summary)

/** What must stay together in one card: an element, or a whole form, whose button sends the inputs of its own card alone. */
function togetherOf(view: View, options: CardOptions): Element[][] {
  const drawnParts = view.parts.flatMap(p => {
    const elements = drawn(p, view, options)
    return p.kind === 'form' ? [elements] : elements.map(e => [e])
  })
  return drawnParts.length > 0 ? drawnParts : blocks(view.summary, options).map(b => [b])
}

/** One view as one card, or as several where it is too long for one. Nothing is left out. */
export function toCards(view: View, options: CardOptions): AdaptiveCard[] {
  const cards: AdaptiveCard[] = []
  let body: Element[] = []
  let size = 0
  for (const elements of togetherOf(view, options)) {
    const bytes = bytesOf(elements)
    if (size + bytes > roomOf(view) && body.length > 0) {
      cards.push(wrap(view, body))
      body = []
      size = 0
    }
    body.push(...elements)
    size += bytes
  }
  return [...cards, wrap(view, body)]
}

/** One view as one card, where there can be no second: what stands before its form and does not fit is left out, and a line says so. */
export function toCard(view: View, options: CardOptions): AdaptiveCard {
  const drawnOf = (form: boolean) => view.parts.filter(p => (p.kind === 'form') === form).flatMap(p => drawn(p, view, options))
  const [before, form] = [drawnOf(false), drawnOf(true)]
  const all = before.length + form.length > 0 ? before : blocks(view.summary, options)
  const more = blocks(inLanguage(options.words.more, view.language), options)
  let room = roomOf(view) - bytesOf(form) - bytesOf(more)
  const shown = all.findIndex(element => {
    room -= bytesOf(element)
    return room < 0
  })
  return wrap(view, [...(shown < 0 ? all : [...all.slice(0, shown), ...more]), ...form])
}

function wrap(view: View, body: Element[]): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    ...(view.language === 'ar' ? { rtl: true } : {}),
    lang: view.language,
    fallbackText: summaryOf(view),
    body,
  }
}

/** One text, as one block or as several where it is long. The local chat's renderer is given no Markdown, so there the text stays as it is. */
const blocks = (text: string, options: CardOptions, more: Record<string, unknown> = {}): Element[] =>
  pieces(text, limits.text).map(piece => ({ type: 'TextBlock', text: options.teams ? plain(piece) : piece, wrap: true, ...more }))

/** Elements as one, or by themselves where the one would leave no room for others. */
const asOne = (whole: Element, loose: Element[]): Element[] => (bytesOf(whole) <= limits.bytes / 2 ? [whole] : loose)

const rowOf = (list: Action[], options: CardOptions): Element => ({ type: 'ActionSet', actions: list.map(a => actionOf(a, options)) })

/** Buttons on one line; Teams shows six actions of a set, the rest behind a menu, so longer rows are broken. */
export const perRow = 6

function rows(list: Action[], options: CardOptions): Element[] {
  const out: Element[] = []
  for (let i = 0; i < list.length; i += perRow) out.push(rowOf(list.slice(i, i + perRow), options))
  return out
}

function drawn(part: Part, view: View, options: CardOptions): Element[] {
  switch (part.kind) {
    case 'heading':
      return blocks(part.text, options, { size: 'Medium', weight: 'Bolder', style: 'heading' })
    case 'text':
      return blocks(
        part.text,
        options,
        part.tone === 'subtle' ? { isSubtle: true, size: 'Small', spacing: 'Small' } : part.tone === 'strong' ? { weight: 'Bolder' } : {},
      )
    case 'facts':
      // Two columns rather than a FactSet: a FactSet does not wrap its titles, and long Arabic labels push the values out.
      return part.facts.flatMap((f, i) => {
        const [label, value] = [blocks(f.label, options, { isSubtle: true }), blocks(f.value, options)]
        const row = {
          type: 'ColumnSet',
          spacing: i === 0 ? 'Default' : 'Small',
          columns: [
            { type: 'Column', width: '110px', items: label },
            { type: 'Column', width: 'stretch', items: value },
          ],
        }
        return asOne(row, [...label, ...value])
      })
    case 'list':
      return part.items.flatMap((item, i) => {
        const named = item.detail !== undefined || item.actions.length > 0
        const lines = [
          ...blocks(named || part.numbered ? item.text : `• ${item.text}`, options, named ? { weight: 'Bolder' } : {}),
          ...(item.detail ? blocks(item.detail, options, { isSubtle: true, spacing: 'None', size: 'Small' }) : []),
        ]
        const [only, ...more] = item.actions
        const whole = {
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
        return asOne(whole, [...lines, ...rows(item.actions, options)])
      })
    case 'notice': {
      const style = { info: 'accent', good: 'good', warning: 'warning', bad: 'attention' }[part.tone]
      return blocks(part.text, options).map(block => ({ type: 'Container', style, bleed: false, items: [block] }))
    }
    case 'actions':
      return rows(part.actions, options)
    case 'form':
      return form(part, view, options)
    case 'file':
      return fileOf(part, options)
    case 'divider':
      return [{ type: 'Container', separator: true, spacing: 'Medium', items: [] }]
    default:
      return part satisfies never
  }
}

function actionOf(action: Action, options: CardOptions): Element {
  const style = action.style === 'primary' ? { style: 'positive' } : action.style === 'danger' ? { style: 'destructive' } : {}
  const data = { munassiq: 1, press: action.press, opensForm: action.opensForm }
  const submit: Element = { type: 'Action.Submit', title: shortened(action.label, limits.label), ...style, data }
  if (!options.teams) return submit
  if (action.opensForm) return { ...submit, data: { ...data, msteams: { type: 'task/fetch' } } }
  return { type: 'Action.Execute', title: shortened(action.label, limits.label), verb: action.press.name, ...style, data, fallback: submit }
}

/** A file by its address, a picture shown above it; where it has none, its name stands for it, and what a picture shows. */
function fileOf(part: FilePart, options: CardOptions): Element[] {
  const url = options.link?.(part)
  if (!url) return [...blocks(part.name, options), ...(part.alt ? blocks(part.alt, options) : [])]
  const picture = part.alt ? [pictureOf(url, part.alt)] : []
  return [...picture, { type: 'ActionSet', actions: [{ type: 'Action.OpenUrl', title: shortened(part.name, limits.label), url }] }]
}

/** A picture as wide as its card. Isolation marks are no words to those who are read to. */
export const pictureOf = (url: string, alt: string): Element => ({
  type: 'Image',
  url,
  altText: alt.replace(/[\u2066-\u2069]/g, ''),
  size: 'Stretch',
})

/** Input ids begin with this, so that no field can collide with the card's own data. */
export const fieldPrefix = 'f_'

/** A form that a message of Teams has no room for is not shown in part: it says to answer in the chat. */
function form(part: FormPart, view: View, options: CardOptions): Element[] {
  const data = { munassiq: 1, form: part.form, args: part.args, language: view.language }
  const drawnForm: Element[] = [
    ...part.inputs.flatMap(i => inputOf(i, view, options)),
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.Submit', title: shortened(part.submit, limits.label), style: 'positive', data }],
    },
  ]
  return options.teams && bytesOf(drawnForm) > roomOf(view)
    ? blocks(inLanguage(options.words.formTooLong, view.language), options)
    : drawnForm
}

function inputOf(i: Input, view: View, options: CardOptions): Element[] {
  const standing = standingIn(i)
  const value = Array.isArray(standing) ? standing.join(',') : standing
  const common = {
    id: fieldPrefix + i.id,
    label: shortened(i.label, limits.label),
    ...(i.required ? { isRequired: true, errorMessage: shortened(i.missing ?? i.label, limits.label) } : {}),
    ...(value !== undefined ? { value } : {}),
  }
  const below = [
    ...(i.problem ? blocks(i.problem, options, { color: 'Attention', spacing: 'Small' }) : []),
    ...(i.hint ? blocks(i.hint, options, { isSubtle: true, size: 'Small', spacing: 'Small' }) : []),
  ]
  switch (i.kind) {
    case 'text':
    case 'long':
      return [
        {
          type: 'Input.Text',
          ...common,
          isMultiline: i.kind === 'long',
          // What stands in it already may be longer than it should be, and is shown to be shortened.
          ...(i.max ? { maxLength: Math.max(i.max, value?.length ?? 0) } : {}),
        },
        ...below,
      ]
    case 'date':
      return [{ type: 'Input.Date', ...common }, ...below]
    case 'time':
      return [{ type: 'Input.Time', ...common }, ...below]
    case 'choice':
    case 'choices': {
      const choices = (i.options ?? []).map(o => ({ title: shortened(o.label, limits.label) || o.value, value: o.value }))
      // An empty menu could not be answered, and some clients refuse it.
      if (choices.length === 0)
        return [
          ...blocks(i.label, options),
          ...blocks(inLanguage(options.words.noChoice, view.language), options, { isSubtle: true }),
          ...below,
        ]
      return [{ type: 'Input.ChoiceSet', ...common, style: 'compact', isMultiSelect: i.kind === 'choices', choices }, ...below]
    }
    default:
      return i.kind satisfies never
  }
}
