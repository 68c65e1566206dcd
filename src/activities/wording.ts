/** The centre's own wording of an activity, its section and its place in the edition: asked for, kept beside the owner's texts, and told to the owner. */
import { z } from 'zod'
import * as activitiesDb from '../../db/activities.ts'
import { holders, tell } from '../delivery/promise.ts'
import { numberField, textField } from '../dialogue/fields.ts'
import { type Asking, type Field, type Form, form, type Gathered, type Values } from '../dialogue/form.ts'
import { same } from '../dialogue/same.ts'
import { actions, button, facts, heading, notice, onlyFor, view, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { CommandHandler, PressHandler } from '../dialogue/wing.ts'
import { isolate, type Speak } from '../locales/speak.ts'
import { type Activity, asWritten, type Print } from '../model/activity.ts'
import { type Bilingual, holds } from '../model/people.ts'
import { ok } from '../model/result.ts'
import type { Part, View } from '../model/view.ts'
import { fold } from '../understanding/fold.ts'
import { meant } from './meant.ts'
import { nameOf } from './show.ts'
import { recordActivity, titleLanguage } from './submit.ts'
import { isOver } from './withdraw.ts'

/** Characters: a title's and a bit more, for a wording stands alone where a title has its summary. */
const longest = { wording: 400, section: 120 }
/** Places in a section. */
const lastPlace = 99

type Work = { activity: Activity; sections: Bilingual[] }

const bilingual = z.object({ ar: z.string().optional(), en: z.string().optional() })
const isEmpty = (t: Bilingual): boolean => !t.ar && !t.en

const wordingField = (id: 'wordingAr' | 'wordingEn', language: 'Ar' | 'En'): Field =>
  textField(id, { label: `wording.in${language}`, ask: `wording.ask${language}`, need: 'asked', min: 3, max: longest.wording, long: true })

const plainSection = textField('section', {
  label: 'wording.section',
  ask: 'wording.askSection',
  need: 'offered',
  min: 2,
  max: longest.section,
})

/** A section that is known by the name it is said by is that one, with both its names; a new one may be given in both: «العربية | English». */
export function sectionOf(said: string, known: readonly Bilingual[], asking: Asking): Bilingual {
  const sides = said
    .split(/[|｜]/u)
    .map(s => s.trim())
    .filter(Boolean)
  const [first = '', second = ''] = sides
  const found = known.find(k => [k.ar, k.en].some(name => name && sides.some(s => fold(s) === fold(name))))
  if (found) return found
  const language = titleLanguage(first, asking.speak.language)
  return second ? { [language]: first, [language === 'ar' ? 'en' : 'ar']: second } : { [language]: first }
}

const namesOf = (t: Bilingual): string => [t.ar, t.en].filter(Boolean).join(' | ')

const sectionField: Field = {
  ...plainSection,
  schema: bilingual,
  hint: 'wording.hintSection',
  read(text, asking, values, load) {
    const said = plainSection.read(text, asking, values, load)
    return said.ok ? ok({ section: sectionOf(String(said.value.section), (load as Work).sections, asking) }) : said
  },
  show: (values, asking) => {
    const section = bilingual.safeParse(values.section).data
    return section && !isEmpty(section) ? asking.speak.pick(section) : null
  },
  inputs: values => ({
    id: 'section',
    kind: 'text',
    max: longest.section,
    value: namesOf(bilingual.safeParse(values.section).data ?? {}) || undefined,
  }),
  choices: (asking, load) => (load as Work).sections.map(s => ({ value: namesOf(s), label: asking.speak.pick(s) })),
}

/** The activity as it was shown to a coordinator, or why nothing can be worded. */
async function item(turn: Turn, id: string | undefined): Promise<{ activity: Activity } | { refused: View }> {
  if (!holds(turn.reader, 'coordinator')) return { refused: onlyFor(turn.speak, 'coordinator') }
  const a = id ? await activitiesDb.byId(turn.db, turn.reader, id) : null
  if (!a) return { refused: warn(turn.speak, 'activity.notFound') }
  if (a.lifecycle === 'withdrawn') return { refused: warn(turn.speak, 'activity.alreadyWithdrawn', { reference: a.reference }) }
  if (isOver(turn, a)) return { refused: warn(turn.speak, 'activity.over', { reference: a.reference, title: turn.speak.pick(a.title) }) }
  return { activity: a }
}

/** What a card shows of it, so that what was decided meanwhile is not overwritten. */
const seenOf = (a: Activity): string => a.print.at?.toString() ?? ''

const begin = (a: Activity, dialog: boolean, text?: string): Answer => ({
  begin: {
    form: 'wording',
    args: { id: a.id, version: String(a.version), seen: seenOf(a) },
    values: valuesOf(a.print),
    dialog,
    ...(text ? { text } : {}),
  },
})

const valuesOf = (print: Print): Values =>
  Object.fromEntries(
    Object.entries({
      wordingAr: print.wording.ar,
      wordingEn: print.wording.en,
      section: isEmpty(print.section) ? undefined : print.section,
      place: print.place ?? undefined,
    }).filter(([, v]) => v !== undefined),
  )

/** "Print A-2026-0142 as: …", or without it: which one is then asked. */
export const wordingCommand: CommandHandler = async (turn, asked) => {
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(turn.speak, 'coordinator')] }
  const ahead = await activitiesDb.planned(turn.db, turn.reader)
  const found = await meant(turn, asked, 'wording.begin', { label: 'wording.button', among: ahead })
  if ('answer' in found) return found.answer
  const may = await item(turn, found.activity.id)
  return 'refused' in may ? { views: [may.refused] } : begin(may.activity, asked.dialog, asked.text)
}

export const wordingPresses: Record<string, PressHandler> = {
  'wording.begin': async (turn, args, how) => {
    const may = await item(turn, args.id)
    return 'refused' in may ? { views: [may.refused] } : begin(may.activity, how.dialog, args.said)
  },
  'wording.clear': async (turn, args) => {
    const may = await item(turn, args.id)
    if ('refused' in may) return { views: [may.refused] }
    return { views: [await keep(turn, may.activity, args, asWritten)] }
  },
}

const asked = /\b(?:as|wording)\s*:?\s*["“«]([^"”»]+)["”»]|\bas\s*:\s*(\S[\s\S]*)$/iu
const askedArabic = /(?:هكذا|بصيغة|بصياغة|كالتالي|كما يلي)\s*:?\s*["“«]([^"”»]+)["”»]|(?:هكذا|كالتالي|كما يلي)\s*:\s*(\S[\s\S]*)$/u

/** Pure. The wording a sentence gives, behind «هكذا:» or "as:", in quotation marks or to the end; both languages with a bar between them. */
export function wordingIn(text: string, asking: Asking): Values {
  const found = asked.exec(text) ?? askedArabic.exec(text)
  const said = (found?.[1] ?? found?.[2] ?? '').trim()
  const out: Values = {}
  for (const side of said.split(/[|｜]/u).map(s => s.trim())) {
    const id = titleLanguage(side, asking.speak.language) === 'ar' ? 'wordingAr' : 'wordingEn'
    const read = side ? wordingField(id, id === 'wordingAr' ? 'Ar' : 'En').read(side, asking, {}, null) : null
    if (read?.ok) Object.assign(out, read.value)
  }
  return out
}

const gather = (text: string, asking: Asking): Gathered<Values> => ({
  values: wordingIn(text, asking),
  problems: [],
  choose: null,
  other: [],
})

/** The owner's own texts above the form: what the wording stands in place of. */
const about = (asking: Asking, { activity }: Work): Part[] => [
  heading(asking.speak.say('wording.of', { reference: activity.reference })),
  facts([
    [
      asking.speak.say('wording.owners'),
      [activity.title.ar, activity.title.en]
        .filter(t => t !== undefined)
        .map(isolate)
        .join(' · '),
    ],
    [asking.speak.say('activity.when'), asking.speak.when(activity.when)],
  ]),
]

export const wordingForm: Form<Values, Work> = form<Values, Work>({
  id: 'wording',
  title: 'wording.title',
  submit: 'wording.submit',
  confirm: true,
  fields: {
    wordingAr: wordingField('wordingAr', 'Ar'),
    wordingEn: wordingField('wordingEn', 'En'),
    section: sectionField,
    place: numberField('place', { label: 'wording.place', ask: 'wording.askPlace', need: 'offered', min: 1, max: lastPlace }),
  },
  async load(turn, args) {
    const may = await item(turn, args.id)
    if ('refused' in may) return { ok: false, view: may.refused }
    return { ok: true, value: { activity: may.activity, sections: await activitiesDb.sections(turn.db, turn.reader) } }
  },
  gather,
  about,
  check: values => (values.place !== undefined && !values.section ? [{ field: 'place', said: { key: 'wording.placeOfWhat' } }] : []),
  async outcome(turn, args) {
    const may = await item(turn, args.id)
    return 'refused' in may ? may.refused : null
  },
  save: (values, turn, { activity }, args) =>
    keep(turn, activity, args, {
      wording: bilingual.parse({ ar: values.wordingAr, en: values.wordingEn }),
      section: bilingual.parse(values.section ?? {}),
      place: typeof values.place === 'number' ? values.place : null,
      at: turn.now,
    }),
})

/** Keeps what is to be printed, where the activity and its wording are still those that were shown; and tells the owner. */
async function keep(turn: Turn, a: Activity, shown: Record<string, string>, wanted: Print): Promise<View> {
  const { speak } = turn
  const empty = isEmpty(wanted.wording) && isEmpty(wanted.section)
  const print = empty ? asWritten : wanted
  const { at: _before, ...was } = a.print
  const { at: _after, ...is } = print
  if (same(was, is)) return view(turn.language, [notice('info', speak.say('wording.asBefore', { reference: a.reference }))])
  const stands = String(a.version) === shown.version && seenOf(a) === (shown.seen ?? '')
  if (!stands || !(await activitiesDb.word(turn.db, turn.network.id, a.id, a.version, a.print.at, print)))
    return view(turn.language, [
      notice('warning', speak.say('activity.changedMeanwhile', { reference: a.reference })),
      facts([
        [speak.say('activity.title'), speak.pick(a.title)],
        [speak.say('activity.when'), speak.when(a.when)],
        ...printFacts(a.print, speak),
      ]),
      actions([wordingButton(speak, a, 'primary')]),
    ])
  await recordActivity(turn, a, 'worded', { print: a.print }, { print })
  const owners = (await holders(turn, 'member', [a.ownerId])).filter(m => m.id !== turn.member.id)
  await tell(turn, owners, language => {
    const voice = turn.voice(language)
    return view(language, [
      notice('info', voice.say(empty ? 'wording.toldCleared' : 'wording.told', { reference: a.reference, title: voice.pick(a.title) })),
      facts(printFacts(print, voice)),
      actions([button(voice, 'activity.open', 'activity.open', { id: a.id })]),
    ])
  })
  const after = { ...a, print }
  return view(turn.language, [
    notice(
      'good',
      speak.say(empty ? 'wording.cleared' : 'wording.kept', { reference: a.reference, organization: nameOf(turn, a.ownerId) }),
    ),
    facts(printFacts(print, speak)),
    actions(
      empty
        ? [wordingButton(speak, after)]
        : [
            wordingButton(speak, after),
            button(speak, 'wording.clear', 'wording.clear', { id: a.id, version: String(a.version), seen: seenOf(after) }),
          ],
    ),
  ])
}

export const wordingButton = (speak: Speak, a: Activity, style: 'primary' | 'normal' = 'normal') =>
  button(speak, 'wording.button', 'wording.begin', { id: a.id }, { style })

/** What the edition prints, where the centre has decided anything of it: both wordings, the section and the place there. */
export function printFacts({ wording, section, place }: Print, speak: Speak): [string, string | null][] {
  const name = isEmpty(section) ? null : speak.pick(section)
  return [
    [speak.say('wording.inAr'), wording.ar ?? null],
    [speak.say('wording.inEn'), wording.en ?? null],
    [speak.say('wording.section'), name && place !== null ? speak.say('wording.sectionAt', { name, place }) : name],
  ]
}
