/** What a message is about: one of the priorities, or a topic in words of its own. */
import { z } from 'zod'
import type * as messagesDb from '../../db/messages.ts'
import * as planDb from '../../db/plan.ts'
import { titleLanguage } from '../activities/submit.ts'
import { textField } from '../dialogue/fields.ts'
import type { Asking, Choice, Field } from '../dialogue/form.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Bilingual, Language } from '../model/people.ts'
import { fail, ok } from '../model/result.ts'
import { addMonths, dayOf, monthOf } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'

/** Characters of a topic. */
const longestTopic = 120

/** What a form that asks it loads: the priorities a message may be tied to. */
export type Served = { priorities: { id: string; title: Bilingual }[] }

export const string = (v: unknown): string | null => (typeof v === 'string' && v.trim() ? v.trim() : null)

const choices = ({ speak }: Asking, load: unknown): Choice[] =>
  (load as Served).priorities.map(p => ({
    value: p.id,
    label: speak.pick(p.title),
    also: [p.title.ar, p.title.en].filter(t => t !== undefined),
  }))

const topicField = textField('topic', { label: 'message.topic', ask: 'message.askAbout', need: 'required', min: 2, max: longestTopic })

/** One question for two values: a priority is chosen, anything else said is a topic. */
export const aboutField: Field = {
  label: 'message.about',
  ask: 'message.askAbout',
  hint: 'message.hintAbout',
  need: 'required',
  schema: z.string(),
  fills: ['priority', 'topic'],
  has: values => !!values.priority || !!values.topic,
  read(text, asking, values, load) {
    const said = fold(text)
    const found = choices(asking, load).find(c => c.value === text.trim() || [c.label, ...(c.also ?? [])].some(w => fold(w) === said))
    if (found) return ok({ priority: found.value, topic: undefined })
    const topic = topicField.read(text, asking, values, load)
    return topic.ok ? ok({ ...topic.value, priority: undefined }) : topic
  },
  show: (values, asking, load) => string(values.topic) ?? choices(asking, load).find(c => c.value === values.priority)?.label ?? null,
  inputs: (values, asking, load) => [
    { id: 'topic', kind: 'text', label: asking.speak.say('message.topic'), max: longestTopic, value: string(values.topic) ?? undefined },
    {
      id: 'priority',
      kind: 'choice',
      label: asking.speak.say('message.priority'),
      options: choices(asking, load).map(c => ({ value: c.value, label: c.label })),
      value: string(values.priority) ?? undefined,
    },
  ],
  filled(answers, asking, values, load) {
    const topic = string(answers.topic)
    const priority = string(answers.priority)
    if (!topic) return priority ? ok({ priority, topic: undefined }) : fail({ input: 'topic', said: { key: 'message.aboutWhat' } })
    const read = topicField.read(topic, asking, values, load)
    return read.ok ? ok({ ...read.value, priority: priority ?? undefined }) : fail({ input: 'topic', said: read.problem })
  },
  choices,
}

/** Two texts by their script; `fallback` where it does not tell. */
export function byLanguage(first: string | null, second: string | null, fallback: Language): Bilingual {
  if (!first) return {}
  const one = titleLanguage(first, fallback)
  return { [one]: first, ...(second ? { [one === 'ar' ? 'en' : 'ar']: second } : {}) }
}

/** A topic may be written in both languages: «العربية | English». */
export function topicOf(said: string | null, fallback: Language): Bilingual {
  const [first, second] = (said ?? '')
    .split(/[|｜]/u)
    .map(t => t.trim())
    .filter(Boolean)
  return byLanguage(first ?? null, second ?? null, fallback)
}

/** Priorities of this month and the next, and the one the message is tied to already. */
export async function prioritiesFor(turn: Turn, message: messagesDb.Message | null): Promise<Served['priorities']> {
  const month = monthOf(dayOf(turn.network.settings.zone, turn.now))
  const all = await planDb.prioritiesOf(turn.db, turn.reader, [month, addMonths(month, 1)])
  const own =
    message?.priorityId && !all.some(p => p.id === message.priorityId) ? [{ id: message.priorityId, title: message.priority }] : []
  return [...own, ...all]
}
