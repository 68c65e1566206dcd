/** What a text does to drafts of coverage: it begins them, corrects one, or adds to them; and what a draft is kept as. Pure. */
import { z } from 'zod'
import { clean } from '../dialogue/fields.ts'
import type { Asking, Gathered, Values } from '../dialogue/form.ts'
import type { Said } from '../locales/speak.ts'
import { type Level, levels, type Medium, type MessageRef, mediums, type Tone, tones } from '../model/coverage.ts'
import { referenceIn } from '../understanding/arguments.ts'
import { fold } from '../understanding/fold.ts'
import { which } from '../understanding/which.ts'
import { isCorrection, valuesSaid } from './amend.ts'
import { kept, readsOf, refOf, string, valuesOfRead, type Work } from './fields.ts'
import { keyOf } from './links.ts'
import { readCoverage } from './read.ts'

const nothing = (values: Values): Gathered<Values> => ({ values, problems: [], choose: null, other: [] })

export function gather(text: string, asking: Asking, values: Partial<Values>, work: Work): Gathered<Values> {
  // Of another activity by its number: nothing of it belongs here.
  const reference = referenceIn(text)
  if (reference && reference !== work.activity.reference)
    return { ...nothing({}), problems: [{ field: 'outlet', said: { key: 'coverage.ofAnother', values: { reference } } }] }
  if (string(values.outlet) !== null) return nothing(valuesSaid(text, values, asking, work))
  const { items, beyond } = readCoverage(clean(text), readsOf(work, asking))
  const [head, ...further] = items.map(i => nothing(valuesOfRead(i, work)))
  return head ? { ...head, values: { ...head.values, ...kept(values) }, further, beyond } : nothing({})
}

/** Whether a text, with some on the card, tells of further ones. */
export function joins(text: string, asking: Asking, work: Work): boolean {
  const said = clean(text)
  const { items } = readCoverage(said, readsOf(work, asking))
  if (items.length === 0 || (!said.includes('\n') && isCorrection(said))) return false
  if (items.length > 1) return true
  // One by its number is spoken of; one link or one name is told.
  if (which(said)) return false
  if (/^(?:the )?(?:link|url|الرابط|رابطها|رابطه)\b/iu.test(said) || /^(?:no\b|لا\s|بل\s|not\s)/iu.test(said)) return false
  const [only] = items
  return only?.link !== null || only?.title !== null || (only?.outlet !== null && fold(said).split(' ').length <= 5)
}

export function check(values: Partial<Values>, { context }: Asking): { field: string; said: Said }[] {
  const day = string(values.on)
  return day && day > context.now.slice(0, 10) ? [{ field: 'on', said: { key: 'coverage.ahead' } }] : []
}

/** What an appearance is kept as; medium and level have fallen to a guess where a form left them out. */
export function keptOf(values: Values): {
  medium: Medium
  level: Level
  language: 'ar' | 'en' | null
  title: string | null
  link: string | null
  linkKey: string | null
  on: string
  reach: number | null
  reachHow: string | null
  tone: Tone | null
  messages: MessageRef[]
} {
  const link = string(values.link)
  const ref = refOf(values.message)
  const language = string(values.language)
  const medium = mediums.find(m => m === values.medium) ?? 'news_site'
  return {
    medium,
    level: levels.find(l => l === values.level) ?? 'local',
    language: language === 'ar' || language === 'en' ? language : null,
    title: string(values.title),
    link,
    linkKey: link ? (keyOf(link)?.key ?? null) : null,
    on: z.string().parse(values.on),
    reach: typeof values.reach === 'number' ? values.reach : null,
    reachHow: typeof values.reach === 'number' ? string(values.reachHow) : null,
    tone: tones.find(t => t === values.tone) ?? null,
    messages: ref ? [ref] : [],
  }
}
