/** Builders of views, so that wings write what they say and not its shape. */
import type { Speak, Values } from '../locales/speak.ts'
import type { Key } from '../locales/words.ts'
import type { Language, Role } from '../model/people.ts'
import type { Action, Part, View } from '../model/view.ts'

/** A button's press: name and arguments. The language is that of the card it stands on. */
export function button(
  speak: Speak,
  label: Key,
  name: string,
  args: Record<string, string> = {},
  more: { style?: Action['style']; opensForm?: boolean; values?: Values } = {},
): Action {
  return named(speak.language, speak.say(label, more.values), name, args, more)
}

/** A button whose label is a name and no message (an organization, a month). */
export function named(
  language: Language,
  label: string,
  name: string,
  args: Record<string, string> = {},
  more: { style?: Action['style']; opensForm?: boolean } = {},
): Action {
  return { label, press: { name, args, language }, style: more.style ?? 'normal', opensForm: more.opensForm ?? false }
}

export const heading = (text: string): Part => ({ kind: 'heading', text })
export const text = (t: string, tone: 'normal' | 'subtle' | 'strong' = 'normal'): Part => ({ kind: 'text', text: t, tone })
export const facts = (rows: (readonly [string, string | null | undefined])[]): Part => ({
  kind: 'facts',
  facts: rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
})
export const notice = (tone: 'info' | 'good' | 'warning' | 'bad', t: string): Part => ({ kind: 'notice', tone, text: t })
export const actions = (list: Action[]): Part => ({ kind: 'actions', actions: list })
export const list = (
  items: { text: string; detail?: string | undefined; mention?: string | undefined; actions?: Action[] }[],
): Extract<Part, { kind: 'list' }> => ({
  kind: 'list',
  numbered: false,
  items: items.map(i => ({
    text: i.text,
    actions: i.actions ?? [],
    ...(i.detail ? { detail: i.detail } : {}),
    ...(i.mention ? { mention: i.mention } : {}),
  })),
})

/** Lines with their numbers before them, in the network's digits. */
export const numbered = (speak: Speak, items: Parameters<typeof list>[0]): Part => ({
  ...list(items.map((i, n) => ({ ...i, text: `${speak.number(n + 1)}. ${i.text}` }))),
  numbered: true,
})

export const divider: Part = { kind: 'divider' }

/** A view; its summary is the first words a person would read, unless given. Empty facts, lists and action rows are left out. */
export function view(language: Language, parts: Part[], summary?: string): View {
  const kept = parts.filter(p => {
    if (p.kind === 'facts') return p.facts.length > 0
    if (p.kind === 'list') return p.items.length > 0
    if (p.kind === 'actions') return p.actions.length > 0
    return true
  })
  const first = kept.find(p => p.kind === 'heading' || p.kind === 'text' || p.kind === 'notice')
  return { version: 1, language, summary: summary ?? (first && 'text' in first ? first.text : ''), parts: kept }
}

/** One sentence. */
export const say = (speak: Speak, key: Key, values?: Values): View => view(speak.language, [text(speak.say(key, values))])
/** One sentence that says what went wrong, or what to mind. */
export const warn = (speak: Speak, key: Key, values?: Values): View => view(speak.language, [notice('warning', speak.say(key, values))])
/** What was asked is for those who hold a role. */
export const onlyFor = (speak: Speak, role: Role): View =>
  warn(speak, 'dialogue.notAllowed', { _who: speak.say('dialogue.role', { _role: role }) })
