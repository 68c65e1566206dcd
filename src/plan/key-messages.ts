/** Key messages as a coordinator writes them: one on each line, in one language or as «Arabic | English» pairs. Pure. */
import { z } from 'zod'
import { boxMax, clean } from '../dialogue/fields.ts'
import type { Field } from '../dialogue/form.ts'
import type { Said } from '../locales/speak.ts'
import type { Bilingual, Language } from '../model/people.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { languageOf } from '../understanding/language.ts'

export const messages = z.array(z.object({ ar: z.string().optional(), en: z.string().optional() }))

/** Characters of one message, and messages of one priority. */
export const longest = 300
export const most = 10

/** By its script; a line in neither is of the conversation's language. */
export const languageOfLine = (line: string, fallback: Language): Language =>
  /\p{Script=Arabic}/u.test(line) ? 'ar' : /\p{Script=Latin}/u.test(line) ? 'en' : (languageOf(line) ?? fallback)

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(l => clean(l).replace(/^(?:[-•*–]|[\d٠-٩]{1,2}[.)-])\s+/u, ''))
    .filter(l => /[\p{L}\p{N}]/u.test(l))

const tooLong = (text: string): Said | null => {
  const length = [...text].length
  return length > longest
    ? { key: 'priority.messageTooLong', values: { start: `${[...text].slice(0, 30).join('')}…`, length, max: longest } }
    : null
}

/** Reads messages; a pair is put to its languages by script, whichever side each stands on. */
export function readMessages(text: string, fallback: Language): Result<Bilingual[], Said> {
  const out: Bilingual[] = []
  for (const line of linesOf(text)) {
    const [first = '', second = ''] = line
      .split(/[|｜]/u)
      .map(side => side.trim())
      .filter(Boolean)
    const problem = tooLong(first) ?? tooLong(second)
    if (problem) return fail(problem)
    const one = languageOfLine(first, fallback)
    const other: Language = one === 'ar' ? 'en' : 'ar'
    out.push(second ? { [one]: first, [other]: second } : { [one]: first })
  }
  if (out.length === 0) return fail({ key: 'dialogue.tooShort', values: { min: 1 } })
  if (out.length > most) return fail({ key: 'priority.tooManyMessages', values: { n: out.length, max: most } })
  return inOneBox(out)
}

/** All of them together are changed in one box. */
function inOneBox(all: Bilingual[]): Result<Bilingual[], Said> {
  const { length } = messageLines(all)
  return length > boxMax ? fail({ key: 'dialogue.tooLong', values: { length, max: boxMax } }) : ok(all)
}

const both = (m: Bilingual): boolean => !!m.ar && !!m.en

/** Puts the other language to those messages that lack it, line by line in their order. */
export function completeMessages(had: Bilingual[], text: string): Result<Bilingual[], Said> {
  const lines = linesOf(text)
  const want = had.filter(m => !both(m)).length
  if (lines.length !== want) return fail({ key: 'priority.linesDiffer', values: { want, n: lines.length } })
  let n = 0
  const out: Bilingual[] = []
  for (const m of had) {
    if (both(m)) {
      out.push(m)
      continue
    }
    const line = lines[n++] ?? ''
    const problem = tooLong(line)
    if (problem) return fail(problem)
    out.push(m.ar ? { ...m, en: line } : { ...m, ar: line })
  }
  return inOneBox(out)
}

/** As they are written again into a form. */
export const messageLines = (all: Bilingual[]): string => all.map(m => [m.ar, m.en].filter(Boolean).join(' | ')).join('\n')

const held = (values: Record<string, unknown>): Bilingual[] => messages.safeParse(values.messages).data ?? []

export const messagesField: Field = {
  label: 'priority.messages',
  ask: 'priority.askMessages',
  hint: 'priority.hintMessages',
  need: 'asked',
  schema: messages,
  has: values => held(values).length > 0,
  read: (text, asking) => {
    const r = readMessages(text, asking.speak.language)
    return r.ok ? ok({ messages: r.value }) : r
  },
  show: (values, asking) => {
    const all = held(values)
    return all.length > 0 ? all.map(m => asking.speak.pick(m)).join('\n') : null
  },
  inputs: values => ({ id: 'messages', kind: 'long', max: boxMax, value: messageLines(held(values)) || undefined }),
}

/** Asked once where some message is in one language alone. The form has no input for it: pairs are written there. */
export const otherMessagesField: Field = {
  label: 'priority.otherMessages',
  ask: 'priority.askOtherMessages',
  hint: 'priority.hintOtherMessages',
  need: 'asked',
  schema: z.never(),
  fills: ['messages'],
  has: values => held(values).every(both),
  applies: values => held(values).some(m => !both(m)),
  read: (text, _asking, values) => {
    const r = completeMessages(held(values), text)
    return r.ok ? ok({ messages: r.value }) : r
  },
  show: () => null,
  inputs: () => [],
}
