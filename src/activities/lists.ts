/** Fields of an activity that hold several of a list: for whom it is, where it is carried, what goes with it, what is asked of the centre. */

import { z } from 'zod'
import { clean, piecesOf } from '../dialogue/fields.ts'
import type { Choice, Field, Values } from '../dialogue/form.ts'
import type { Speak } from '../locales/speak.ts'
import { lists } from '../model/activity.ts'
import { fail, ok } from '../model/result.ts'
import { fold } from '../understanding/fold.ts'
import { bare } from '../understanding/tokens.ts'

export type ListName = keyof typeof lists
export const listNames = Object.keys(lists) as ListName[]

/** Words of a list's own, and how many of them one activity holds; characters and entries. */
const longest = 80
const most = 12

const many = z.array(z.string())
const standing = (values: Partial<Values>, name: ListName): string[] => many.safeParse(values[name]).data ?? []

const optionsOf = (speak: Speak, name: ListName): Choice[] =>
  lists[name].map(value => ({ value, label: speak.say(`activity.${name}Is`, { _one: value }) }))

/** One entry in words: a list's own, else as somebody wrote it. */
export const entrySaid = (speak: Speak, name: ListName, entry: string): string =>
  (lists[name] as readonly string[]).includes(entry) ? speak.say(`activity.${name}Is`, { _one: entry }) : entry

/** All entries in a sentence's words; null where there are none. */
export const listSaid = (speak: Speak, name: ListName, entries: readonly string[]): string | null =>
  entries.length > 0 ? speak.list(entries.map(e => entrySaid(speak, name, e))) : null

/**
 * Entries as they are kept: the list's own where one is meant, else what was written. «الشباب والأسر» is two where the list has both; another name may
 * hold the particle.
 */
export function entriesOf(voices: readonly Speak[], name: ListName, said: readonly string[]): string[] {
  const options = voices.flatMap(speak => optionsOf(speak, name)).map(o => ({ value: o.value, words: bare(fold(o.label)) }))
  const known = (words: string): string | null => {
    const spellings = bare(fold(words))
    return options.find(o => o.value === words.trim() || o.words.some(w => spellings.includes(w)))?.value ?? null
  }
  const kept = said.flatMap(piecesOf).flatMap(piece => {
    const one = known(piece)
    if (one) return [one]
    const parts = piece.split(/(?<!\s)\s+(?:and\s|و(?=\S))/u)
    const each = parts.map(known)
    return parts.length > 1 && each.every(e => e !== null) ? each : [clean(piece).slice(0, longest)]
  })
  return [...new Set(kept.filter(Boolean))].slice(0, most)
}

export const listField = (name: ListName): Field => ({
  label: `activity.${name}`,
  ask: `activity.ask.${name}`,
  // Each of them becomes a request with a number, which the centre answers.
  ...(name === 'needs' ? { hint: 'activity.hintNeeds' as const } : {}),
  chatHint: 'activity.hintList',
  need: 'offered',
  schema: many,
  has: values => standing(values, name).length > 0,
  read: (text, { speak }) => {
    const entries = entriesOf([speak], name, [text])
    return entries.length > 0 ? ok({ [name]: entries }) : fail({ key: 'dialogue.tooShort', values: { min: 1 } })
  },
  show: (values, { speak }) => listSaid(speak, name, standing(values, name)),
  // What is not of the list stands among its options, so that the form keeps it.
  inputs: (values, { speak }) => {
    const had = standing(values, name)
    const own = had.filter(e => !(lists[name] as readonly string[]).includes(e)).map(e => ({ value: e, label: e }))
    return {
      id: name,
      kind: 'choices',
      options: [...optionsOf(speak, name).map(({ value, label }) => ({ value, label })), ...own],
      value: had,
    }
  },
  filled: answers => {
    const a = answers[name]
    // A card joins several choices with commas; none of the entries holds one.
    return ok({ [name]: (a === undefined ? [] : Array.isArray(a) ? a : a.split(',')).filter(Boolean) })
  },
  choices: ({ speak }) => optionsOf(speak, name),
})
