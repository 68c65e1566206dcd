/** What is asked of a line to take besides a circular's own: what it is about and until when it holds, by which it stands in the message bank. Pure. */
import { dayField } from '../dialogue/fields.ts'
import type { Field, Values } from '../dialogue/form.ts'
import { aboutField, string, topicOf } from '../messages/about.ts'
import { longest } from '../messages/form.ts'
import type { Bilingual, Language } from '../model/people.ts'
import { urgencyOf } from './preview.ts'
import type { About } from './send.ts'

const isLine = (values: Partial<Values>): boolean => urgencyOf(values) === 'line'

export const lineAbout: Field = { ...aboutField, ask: 'circular.askLineAbout', label: 'circular.lineAbout', applies: isLine }

export const lineUntil: Field = dayField('validUntil', {
  label: 'circular.lineUntil',
  ask: 'circular.askLineUntil',
  need: 'asked',
  applies: isLine,
})

/** What goes into the bank with it; null where it is no line to take. */
export function lineOf(values: Values, language: Language): About | null {
  if (!isLine(values)) return null
  return { topic: topicOf(string(values.topic), language), priorityId: string(values.priority), validUntil: string(values.validUntil) }
}

/** How long a wording is where it is too long for the bank, in characters; null where it is not. */
export function tooLongForBank(text: Bilingual): { max: number; length: number } | null {
  const length = Math.max(...[text.ar, text.en].map(t => [...(t ?? '')].length))
  return length > longest.text ? { max: longest.text, length } : null
}
