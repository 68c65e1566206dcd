/** The fields of an appearance, and the pasted text that fills them, one draft for each appearance it tells of. Pure. */
import { z } from 'zod'
import { choiceField, clean, textField } from '../dialogue/fields.ts'
import type { Asking, Choice, Field, Values } from '../dialogue/form.ts'
import type { Speak } from '../locales/speak.ts'
import type { Activity } from '../model/activity.ts'
import { levels, type MessageRef, mediums, type Outlet, tones } from '../model/coverage.ts'
import type { Bilingual } from '../model/people.ts'
import { fail, ok } from '../model/result.ts'
import type { Read } from './appearance.ts'
import { dayOf, reachIn } from './facts.ts'
import { keyOf, linksIn } from './links.ts'
import { isName } from './names.ts'
import { guess, type Known, knownOf, namedIn } from './outlets.ts'
import { readCoverage } from './read.ts'

/** What the form works on: the activity that was covered, the outlets, the key messages it may have carried, the links that stand already. */
export type Work = {
  activity: Activity
  outlets: readonly Outlet[]
  messages: readonly { ref: MessageRef; text: Bilingual }[]
  links: readonly string[]
  region: string
  /** The day an appearance has that says none: the activity's, or today where that is ahead. YYYY-MM-DD. */
  day: string
}

const indexes = new WeakMap<readonly Outlet[], Known>()
export function indexOf(outlets: readonly Outlet[]): Known {
  const had = indexes.get(outlets)
  if (had) return had
  const made = knownOf(outlets)
  indexes.set(outlets, made)
  return made
}
export const readsOf = (work: Work, asking: Asking) => ({ known: indexOf(work.outlets), region: work.region, context: asking.context })

export const nameOfOutlet = (speak: Speak, o: Pick<Outlet, 'name'>): string => speak.pick(o.name)
export const mediumOf = (speak: Speak, medium: string): string => speak.say('coverage.mediums', { _medium: medium })
export const levelOf = (speak: Speak, level: string): string => speak.say('coverage.levels', { _level: level })
export const toneSaid = (speak: Speak, tone: string): string => speak.say('coverage.tones', { _tone: tone })

export const string = (v: unknown): string | null => (typeof v === 'string' && v !== '' ? v : null)

/** An appearance that was read, as the values of its draft. */
export function valuesOfRead(r: Read, work: Work): Values {
  return {
    outlet: r.outlet ? (r.outlet.name.en ?? r.outlet.name.ar ?? r.name) : r.name,
    ...(r.outlet ? { outletId: r.outlet.id } : { guessed: bothGuessed }),
    ...(r.host ? { host: r.host } : {}),
    medium: r.medium,
    level: r.level,
    ...(r.language ? { language: r.language } : {}),
    ...(r.title ? { title: r.title } : {}),
    ...(r.link ? { link: r.link } : {}),
    on: r.on ?? work.day,
    ...(r.reach !== null ? { reach: r.reach } : {}),
    ...(r.how ? { reachHow: r.how } : {}),
    ...(r.together ? { together: r.together.reach, ...(r.together.how ? { togetherHow: r.together.how } : {}) } : {}),
    ...(r.tone ? { tone: r.tone } : {}),
    ...(r.times > 1 ? { times: r.times } : {}),
  }
}

/** An outlet by its name alone. */
export function outletIn(text: string, asking: Asking, work: Work, host: string | null): Values | null {
  const said = clean(text)
  const named = namedIn(said, indexOf(work.outlets))
  const [first] = named
  if (first && named.length === 1)
    return {
      outlet: first.outlet.name.en ?? first.outlet.name.ar ?? said,
      outletId: first.outlet.id,
      guessed: undefined,
      medium: first.outlet.medium,
      level: first.outlet.level,
      ...(first.outlet.language ? { language: first.outlet.language } : {}),
    }
  if (named.length > 0 || !isName(said)) return null
  const of = guess(said, { host, heading: '', region: work.region, language: asking.context.language })
  return { outlet: said, outletId: undefined, guessed: bothGuessed, ...of }
}

const outlet: Field = {
  label: 'coverage.outlet',
  ask: 'coverage.askOutlet',
  chatHint: 'coverage.pasteHint',
  need: 'required',
  schema: z.string(),
  distinct: true,
  // A link or a line of a message says all of it.
  fills: [
    'outlet',
    'outletId',
    'guessed',
    'host',
    'medium',
    'level',
    'language',
    'title',
    'link',
    'on',
    'reach',
    'reachHow',
    'together',
    'togetherHow',
    'tone',
    'times',
  ],
  has: values => string(values.outlet) !== null,
  read(text, asking, values, load) {
    const work = load as Work
    const { items } = readCoverage(text, readsOf(work, asking))
    const [only] = items
    if (only && items.length === 1 && (only.link || only.title || only.outlet)) return ok({ ...valuesOfRead(only, work), ...kept(values) })
    const read = outletIn(text, asking, work, string(values.host))
    return read ? ok({ ...read, on: values.on ?? work.day }) : fail({ key: 'coverage.notRead' })
  },
  show(values, { speak }, load) {
    const id = string(values.outletId)
    const listed = id ? (load as Work).outlets.find(o => o.id === id) : undefined
    if (listed) return nameOfOutlet(speak, listed)
    const name = string(values.outlet)
    return name && speak.say('coverage.newOutlet', { name })
  },
  inputs: (values, { speak }, load) => {
    const id = string(values.outletId)
    const listed = id ? (load as Work).outlets.find(o => o.id === id) : undefined
    return { id: 'outlet', kind: 'text', max: 80, value: listed ? nameOfOutlet(speak, listed) : (string(values.outlet) ?? undefined) }
  },
  // A form names an outlet, and nothing beside it: its medium and level stand in fields of their own.
  filled(answers, asking, values, load) {
    const said = typeof answers.outlet === 'string' ? clean(answers.outlet) : ''
    if (!said) return fail({ input: 'outlet', said: { key: 'dialogue.required' } })
    const read = outletIn(said, asking, load as Work, string(values.host)) ?? { outlet: said, outletId: undefined, guessed: bothGuessed }
    const { medium, level, ...rest } = { medium: 'news_site', level: 'local', ...read }
    return ok({
      ...kept(values),
      ...rest,
      medium: values.medium ?? medium,
      level: values.level ?? level,
      on: values.on ?? (load as Work).day,
    })
  },
}
/** What was said of the appearance before its outlet was. */
export const kept = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([k, v]) => v !== undefined && k !== 'outlet'))

const choices =
  (all: readonly string[], say: (speak: Speak, value: string) => string) =>
  ({ speak }: Asking): Choice[] =>
    all.map(value => ({ value, label: say(speak, value), also: [value] }))

/** Which of medium and level were guessed and not said, until somebody says them. */
const bothGuessed = 'medium level'
const isGuessed = (id: string, values: Values): boolean => (string(values.guessed) ?? '').includes(id)

const mediumField = choiceField('medium', {
  label: 'coverage.medium',
  ask: 'coverage.askMedium',
  need: 'asked',
  options: choices(mediums, mediumOf),
})
const levelField = choiceField('level', {
  label: 'coverage.level',
  ask: 'coverage.askLevel',
  need: 'asked',
  options: choices(levels, levelOf),
})
const guessable = (id: string, field: Field): Field => ({
  ...field,
  distinct: true,
  fills: [id, 'guessed'],
  has: values => string(values[id]) !== null,
  read(text, asking, values, load) {
    const read = field.read(text, asking, values, load)
    return read.ok ? ok({ ...read.value, guessed: string(values.guessed)?.replace(id, '').trim() || undefined }) : read
  },
  show(values, asking, load) {
    const shown = field.show(values, asking, load)
    return shown && isGuessed(id, values) ? asking.speak.say('coverage.guessed', { _what: shown }) : shown
  },
})

const on: Field = {
  label: 'coverage.on',
  ask: 'coverage.askOn',
  need: 'asked',
  schema: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  read(text, { context }) {
    const day =
      dayOf(clean(text), context) ??
      dayOf(clean(text).replace(/^(?:the )?(?:date|day|التاريخ|تاريخه|اليوم)\s*(?:is|:|هو)?\s*/iu, ''), context)
    return day ? ok({ on: day }) : fail({ key: 'dialogue.notADay', values: { said: text.slice(0, 60) } })
  },
  show: (values, { speak }) => (string(values.on) ? speak.shortDay(String(values.on)) : null),
  inputs: values => ({ id: 'on', kind: 'date', value: string(values.on) ?? undefined }),
}

const longestTitle = 200
const title = textField('title', { label: 'coverage.title', ask: 'coverage.askTitle', need: 'offered', min: 2, max: longestTitle })

const longestLink = 1000
const link: Field = {
  label: 'coverage.link',
  ask: 'coverage.askLink',
  need: 'offered',
  schema: z.string(),
  fills: ['link', 'host', 'times'],
  has: values => string(values.link) !== null,
  read(text) {
    const said = clean(text)
    const found = linksIn(said)[0] ?? (/\s/.test(said) ? undefined : keyOf(said) && { link: said, host: keyOf(said)?.host ?? '' })
    if (!found || !('link' in found)) return fail({ key: 'dialogue.notALink', values: { said: said.slice(0, 60) } })
    if (found.link.length > longestLink) return fail({ key: 'dialogue.tooLong', values: { max: longestLink, length: found.link.length } })
    return ok({ link: found.link, host: found.host })
  },
  show(values, { speak }, load) {
    const said = string(values.link)
    if (!said) return null
    const key = keyOf(said)?.key
    if (key && (load as Work).links.includes(key)) return speak.say('coverage.linkStands', { link: said })
    return typeof values.times === 'number' ? speak.say('coverage.linkTwice', { link: said }) : said
  },
  inputs: values => ({ id: 'link', kind: 'text', max: longestLink, value: string(values.link) ?? undefined }),
}

/** "120,000 for several together (Meltwater)". */
export const togetherSaid = (speak: Speak, reach: number, how: string | null): string =>
  how ? speak.say('coverage.reachTogetherBy', { n: reach, how }) : speak.say('coverage.reachTogether', { n: reach })

/** "45,000 (Meltwater)": the number with how it was counted. */
export const reachSaid = (speak: Speak, reach: number, how: string | null): string =>
  how ? speak.say('coverage.reachSaid', { n: reach, how }) : speak.say('coverage.reachOnly', { n: reach })

const reach: Field = {
  label: 'coverage.reach',
  ask: 'coverage.askReach',
  hint: 'coverage.reachHint',
  need: 'offered',
  schema: z.number().int(),
  fills: ['reach', 'reachHow'],
  has: values => typeof values.reach === 'number',
  read(text) {
    const said = clean(text)
    const read = reachIn(said) ?? reachIn(`reach ${said}`)
    return read
      ? ok({ reach: read.reach, ...(read.how ? { reachHow: read.how } : {}) })
      : fail({ key: 'coverage.notAReach', values: { said: said.slice(0, 60) } })
  },
  show(values, { speak }) {
    const own =
      typeof values.reach === 'number'
        ? string(values.reachHow)
          ? speak.say('coverage.reachBy', { n: values.reach, how: String(values.reachHow) })
          : speak.number(values.reach)
        : null
    const together = typeof values.together === 'number' ? togetherSaid(speak, values.together, string(values.togetherHow)) : null
    return [own, together].filter(Boolean).join(' · ') || null
  },
  inputs: values => ({
    id: 'reach',
    kind: 'text',
    max: 80,
    value: typeof values.reach === 'number' ? `${values.reach}${string(values.reachHow) ? ` (${values.reachHow})` : ''}` : undefined,
  }),
}
const reachHow: Field = {
  ...textField('reachHow', {
    label: 'coverage.reachHow',
    ask: 'coverage.askHow',
    hint: 'coverage.howHint',
    need: 'asked',
    min: 2,
    max: 60,
  }),
  applies: values => typeof values.reach === 'number',
  show: () => null,
  // In a form it stands behind the number.
  inputs: () => [],
}

const tone = choiceField('tone', { label: 'coverage.tone', ask: 'coverage.askTone', need: 'offered', options: choices(tones, toneSaid) })

export const noMessage = 'none'
export const refText = (ref: MessageRef): string => `${ref.of}:${ref.id}`
export function refOf(said: unknown): MessageRef | null {
  const found = /^(priority|bank):(.+)$/.exec(String(said ?? ''))
  return found?.[1] && found[2] ? { of: found[1] as MessageRef['of'], id: found[2] } : null
}
const message = choiceField('message', {
  label: 'coverage.message',
  ask: 'coverage.askMessage',
  need: 'offered',
  options: ({ speak }, load) => [
    { value: noMessage, label: speak.say('coverage.noMessage') },
    ...((load as Work | null)?.messages ?? []).map(m => ({ value: refText(m.ref), label: speak.pick(m.text) })),
  ],
})
const language = choiceField('language', {
  label: 'coverage.language',
  ask: 'coverage.askLanguage',
  need: 'offered',
  options: ({ speak }) =>
    (['ar', 'en'] as const).map(l => ({ value: l, label: speak.say('coverage.languages', { _language: l }), also: [l] })),
})

export const fields = {
  outlet,
  medium: guessable('medium', mediumField),
  level: guessable('level', levelField),
  on: { ...on, distinct: true },
  title,
  link,
  reach,
  reachHow,
  tone,
  message: { ...message, show: (v: Values, a: Asking, l: unknown) => (v.message === noMessage ? null : message.show(v, a, l)) },
  language: { ...language, show: () => null },
} satisfies Record<string, Field>
