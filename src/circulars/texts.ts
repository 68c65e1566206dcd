/** A circular's text as it is asked for and read: in Arabic, in English, or both in one message. Pure. */
import { z } from 'zod'
import { clean, wrongLetters } from '../dialogue/fields.ts'
import type { Asking, Field, Values } from '../dialogue/form.ts'
import type { Said } from '../locales/speak.ts'
import type { Bilingual, Language } from '../model/people.ts'
import { fail, ok, type Result } from '../model/result.ts'
import { languageOf } from '../understanding/language.ts'
import { type Written, writtenIn } from './heard.ts'
import { startOf } from './show.ts'
import { toAmended } from './to.ts'

/** Characters in one language. */
export const longest = 2000
const shortest = 2
/** A block of the other language has so many words; less is a name or an address. */
const leastWords = 3

/** By its words, else by its letters; a text of neither is of the conversation's language. */
export function languageOfText(text: string, fallback: Language): Language {
  const said = languageOf(text)
  if (said) return said
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return arabic === latin ? fallback : arabic > latin ? 'ar' : 'en'
}

/** A text in one language, or in both where the lines of one come after those of the other. */
export function readText(text: string, fallback: Language): Bilingual {
  const lines = text.split('\n')
  const scripts = lines.map(l => {
    // An address is of no language.
    const bare = l
      .split(/\s+/)
      .filter(w => !w.includes('//') && !w.includes('@'))
      .join(' ')
    const arabic = bare.match(/\p{Script=Arabic}/gu)?.length ?? 0
    const latin = bare.match(/\p{Script=Latin}/gu)?.length ?? 0
    return arabic === latin ? null : arabic > latin ? ('ar' as const) : ('en' as const)
  })
  const first = scripts.find(s => s !== null)
  const turn = scripts.findIndex(s => s !== null && s !== first)
  if (first && turn > 0 && scripts.slice(turn).every(s => s !== first)) {
    const [one, other] = [lines.slice(0, turn).join('\n').trim(), lines.slice(turn).join('\n').trim()]
    if (one.split(/\s+/).length >= leastWords && other.split(/\s+/).length >= leastWords)
      return { [first]: one, [first === 'ar' ? 'en' : 'ar']: other }
  }
  return { [languageOfText(text, fallback)]: text.trim() }
}

const problemOf = (text: string): Said | null => {
  const length = [...text].length
  if (length < shortest || !/[\p{L}\p{N}]/u.test(text)) return { key: 'dialogue.tooShort', values: { min: shortest } }
  return length > longest ? { key: 'dialogue.tooLong', values: { max: longest, length } } : null
}

const string = (v: unknown): string | undefined => (typeof v === 'string' && v.trim() ? v : undefined)
export const textOf = (values: Values): Bilingual => ({ ar: string(values.ar), en: string(values.en) })

/** Both languages of a form, each in its own box; one of them at least. */
const boxes = (values: Partial<Values>, { speak }: Asking) =>
  (['ar', 'en'] as const).map(l => ({
    id: l,
    label: speak.say('circular.textIn', { _language: l }),
    kind: 'long' as const,
    max: longest,
    value: string(values[l]),
  }))

/** How urgent it is said to be; a line to take says on what, too. */
export const urgencySaid = ({ urgent, line }: Pick<Written, 'urgent' | 'line'>): Values =>
  line ? { urgency: 'line', ...(line.on ? { topic: line.on } : {}) } : urgent ? { urgency: 'urgent' } : {}

/** An answer says its head too: "urgent, to the observers: …". */
export function readAnswer(text: string, { speak, context }: Asking): Result<Values, Said> {
  const said = writtenIn(clean(text), context)
  if (!said.body) return fail({ key: 'dialogue.tooShort', values: { min: shortest } })
  const both = readText(said.body, speak.language)
  for (const t of [both.ar, both.en]) {
    const problem = t === undefined ? null : problemOf(t)
    if (problem) return fail(problem)
  }
  return ok({
    ...both,
    ...(said.to.length > 0 ? { to: said.to } : {}),
    ...(said.unknown ? { unknown: said.unknown } : {}),
    ...urgencySaid(said),
  })
}

export const textField: Field = {
  label: 'circular.text',
  ask: 'circular.askText',
  chatHint: 'circular.hintText',
  need: 'required',
  schema: z.string(),
  fills: ['ar', 'en'],
  has: values => Boolean(string(values.ar) ?? string(values.en)),
  read: readAnswer,
  show: (values, { speak }) => {
    const standing = textOf(values)
    return standing.ar || standing.en ? startOf(speak.pick(standing)) : null
  },
  inputs: boxes,
  filled: answers => {
    const out: Values = {}
    for (const id of ['ar', 'en'] as const) {
      const typed = clean(typeof answers[id] === 'string' ? answers[id] : '')
      if (!typed) continue
      const problem = problemOf(typed)
      if (problem) return fail({ input: id, said: problem })
      out[id] = typed
    }
    return Object.keys(out).length > 0 ? ok(out) : fail({ input: 'ar', said: { key: 'circular.oneLanguage' } })
  },
}

/** Of a circular that is corrected it only stands in Change: whoever wrote it has been asked before. */
export const offeredOtherText = (): Field => ({ ...otherTextField, need: 'offered' })

/** Asked once where the text is in one language alone. The form has a box for each, and none for this. */
export const otherTextField: Field = {
  label: 'circular.otherText',
  ask: 'circular.askOtherText',
  need: 'asked',
  schema: z.never(),
  fills: ['ar', 'en'],
  has: values => Boolean(string(values.ar) && string(values.en)),
  applies: values => Boolean(string(values.ar)) !== Boolean(string(values.en)),
  read: (text, { context }, values) => {
    const said = clean(text)
    // "And Education too" is no text in the other language, which is asked for again.
    const to = toAmended(said, context, values)
    if (to) return ok({ to })
    const wanted = string(values.ar) ? 'en' : 'ar'
    const problem = wrongLetters(said, wanted) ?? problemOf(said)
    return problem ? fail(problem) : ok({ [wanted]: said })
  },
  show: () => null,
  inputs: () => [],
}
