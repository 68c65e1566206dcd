/** The list of outlets: it grows by what members paste and the centre confirms, corrects, or finds to be one that is listed already. */
import { z } from 'zod'
import * as coverageDb from '../../db/coverage.ts'
import { holders, tell, update } from '../delivery/promise.ts'
import { choiceField, clean, textField } from '../dialogue/fields.ts'
import { form, type Values } from '../dialogue/form.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, facts, heading, list, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Scene, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import { isolate, type Speak } from '../locales/speak.ts'
import { levels, mediums, type Outlet } from '../model/coverage.ts'
import { type Bilingual, holds } from '../model/people.ts'
import { ok } from '../model/result.ts'
import type { Part, View } from '../model/view.ts'
import { levelOf, mediumOf, nameOfOutlet } from './fields.ts'
import { hostOf } from './links.ts'

type Listed = coverageDb.Listed

/** New outlets that are told one by one; of more, the list is. */
const toldSingly = 3
/** Outlets on one card that carry buttons. */
const most = 10
const subjectOf = (id: string): string => `outlet:${id}`
const stampOf = (o: Listed): string => String(o.changedAt.epochMilliseconds)

function outletFacts(speak: Speak, o: Outlet): Part {
  const guessed = (shown: string) => (o.state === 'proposed' ? speak.say('coverage.guessed', { _what: shown }) : shown)
  return facts([
    [speak.say('outlet.ar'), o.name.ar],
    [speak.say('outlet.en'), o.name.en],
    [speak.say('outlet.also'), o.also.length > 0 ? speak.list(o.also) : null],
    [speak.say('coverage.medium'), guessed(mediumOf(speak, o.medium))],
    [speak.say('coverage.level'), guessed(levelOf(speak, o.level))],
    [speak.say('outlet.domains'), o.domains.length > 0 ? o.domains.map(isolate).join(' · ') : null],
  ])
}

export function outletCard(speak: Speak, o: Listed, note: Part | null = null): View {
  const args = { id: o.id, v: stampOf(o) }
  return view(speak.language, [
    ...(note ? [note] : []),
    heading(nameOfOutlet(speak, o)),
    ...(o.state === 'proposed' ? [notice('info', speak.say('outlet.isNew'))] : []),
    outletFacts(speak, o),
    actions([
      ...(o.state === 'proposed' ? [button(speak, 'outlet.confirm', 'outlet.confirm', args, { style: 'primary' })] : []),
      button(speak, 'outlet.correct', 'outlet.correct', args, { opensForm: true }),
      button(speak, 'outlet.merge', 'outlet.merge', args),
    ]),
  ])
}

/** The coordinators hear of outlets that nobody listed. */
export async function tellProposed(scene: Scene, proposed: readonly Outlet[]): Promise<void> {
  if (proposed.length === 0) return
  const coordinators = await holders(scene, 'coordinator')
  if (proposed.length > toldSingly) {
    await tell(scene, coordinators, language => {
      const speak = scene.voice(language)
      return view(language, [
        heading(speak.say('outlet.severalNew', { n: proposed.length })),
        list(proposed.map(o => ({ text: nameOfOutlet(speak, o) }))),
        actions([button(speak, 'outlet.list', 'outlet.list')]),
      ])
    })
    return
  }
  for (const { id } of proposed) {
    const o = await coverageDb.outlet(scene.db, scene.network.id, id)
    if (o)
      await tell(scene, coordinators, language => outletCard(scene.voice(language), o), { subject: subjectOf(id), dedupe: subjectOf(id) })
  }
}

/** Every coordinator's card says how it stands. */
const redraw = (scene: Scene, o: Listed): Promise<void> =>
  update(scene, subjectOf(o.id), language => outletCard(scene.voice(language), o), { unsent: o.state === 'proposed' ? 'renew' : 'drop' })

/** The outlet as it was shown to a coordinator; else what to say. */
async function standing(turn: Turn, args: Record<string, string>): Promise<{ ok: true; value: Listed } | { ok: false; view: View }> {
  const { speak } = turn
  if (!holds(turn.reader, 'coordinator')) return { ok: false, view: onlyFor(speak, 'coordinator') }
  const o = args.id ? await coverageDb.outlet(turn.db, turn.network.id, args.id) : null
  if (!o) return { ok: false, view: warn(speak, 'outlet.gone') }
  if (args.v !== stampOf(o)) return { ok: false, view: outletCard(speak, o, notice('warning', speak.say('outlet.changedMeanwhile'))) }
  return { ok: true, value: o }
}

const confirmPress: PressHandler = async (turn, args) => {
  const answer = (v: View): Answer => (args.l ? { views: [v] } : { replace: v })
  const found = await standing(turn, args)
  if (!found.ok) return answer(found.view)
  const { speak } = turn
  const before = found.value
  if (before.state === 'confirmed') return answer(outletCard(speak, before))
  const after = await coverageDb.changeOutlet(turn.db, turn.network.id, before, { state: 'confirmed' }, turn.now)
  if (!after) return answer(warn(speak, 'outlet.changedMeanwhile'))
  await record(turn, turn.member.id, { entity: 'outlet', id: after.id, action: 'confirmed', before, after })
  await redraw(turn, after)
  return answer(outletCard(speak, after, notice('good', speak.say('outlet.confirmed'))))
}

const begins =
  (name: 'outlet.change' | 'outlet.into'): PressHandler =>
  async (turn, args, how) => {
    const found = await standing(turn, args)
    if (!found.ok) return { views: [found.view] }
    const o = found.value
    const values = name === 'outlet.change' ? valuesOf(o) : {}
    return { begin: { form: name, args: { id: o.id, v: stampOf(o) }, values, dialog: how.dialog } }
  }

export const outletPresses: Record<string, PressHandler> = {
  'outlet.list': async (turn, args) => ({ views: [await outletsView(turn, Number(args.i) || 0)] }),
  'outlet.open': async (turn, args) => {
    if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(turn.speak, 'coordinator')] }
    const o = args.id ? await coverageDb.outlet(turn.db, turn.network.id, args.id) : null
    return { views: [o ? outletCard(turn.speak, o) : warn(turn.speak, 'outlet.gone')] }
  },
  'outlet.confirm': confirmPress,
  'outlet.correct': begins('outlet.change'),
  'outlet.merge': begins('outlet.into'),
}

const valuesOf = (o: Outlet): Values =>
  Object.fromEntries(
    Object.entries({
      ar: o.name.ar,
      en: o.name.en,
      medium: o.medium,
      level: o.level,
      also: o.also.length > 0 ? o.also.join('، ') : undefined,
      domains: o.domains.length > 0 ? o.domains.join(', ') : undefined,
    }).filter(([, v]) => v !== undefined),
  )

const parts = (said: unknown): string[] =>
  typeof said === 'string'
    ? [
        ...new Set(
          said
            .split(/[،,;؛\n]/)
            .map(t => clean(t))
            .filter(Boolean),
        ),
      ]
    : []

const nameField = (id: 'ar' | 'en') => textField(id, { label: `outlet.${id}`, ask: `outlet.ask_${id}`, need: 'offered', min: 1, max: 80 })

export const correctForm = form<Values, Listed>({
  id: 'outlet.change',
  title: 'outlet.changeForm',
  submit: 'dialogue.save',
  confirm: true,
  fields: {
    ar: nameField('ar'),
    en: nameField('en'),
    medium: choiceField('medium', {
      label: 'coverage.medium',
      ask: 'coverage.askMedium',
      need: 'required',
      options: ({ speak }) => mediums.map(value => ({ value, label: mediumOf(speak, value) })),
    }),
    level: choiceField('level', {
      label: 'coverage.level',
      ask: 'coverage.askLevel',
      need: 'required',
      options: ({ speak }) => levels.map(value => ({ value, label: levelOf(speak, value) })),
    }),
    also: textField('also', { label: 'outlet.also', ask: 'outlet.askAlso', hint: 'outlet.alsoHint', need: 'offered', max: 400 }),
    domains: {
      ...textField('domains', { label: 'outlet.domains', ask: 'outlet.askDomains', hint: 'outlet.domainsHint', need: 'offered', max: 400 }),
      read: text =>
        ok({
          domains: parts(text.replace(/\s+/g, ','))
            .map(d => hostOf(d.replace(/^https?:\/\//i, '').replace(/\/.*$/, '')))
            .filter(d => d.includes('.'))
            .join(', '),
        }),
    },
  },
  async load(turn, args) {
    return standing(turn, args)
  },
  check: values => (values.ar || values.en ? [] : [{ field: 'ar', said: { key: 'outlet.needsName' } }]),
  async outcome(turn, args) {
    const found = await standing(turn, args)
    return found.ok ? null : found.view
  },
  async save(values, turn, before) {
    const text = z.string().optional()
    const name: Bilingual = { ar: text.parse(values.ar) || undefined, en: text.parse(values.en) || undefined }
    const set = {
      name,
      medium: mediums.find(m => m === values.medium) ?? before.medium,
      level: levels.find(l => l === values.level) ?? before.level,
      also: parts(values.also),
      domains: parts(values.domains),
      // What the centre worded, it confirmed.
      state: 'confirmed' as const,
    }
    const after = await coverageDb.changeOutlet(turn.db, turn.network.id, before, set, turn.now)
    if (!after) return warn(turn.speak, 'outlet.changedMeanwhile')
    await coverageDb.regrade(turn.db, turn.network.id, before, after)
    await record(turn, turn.member.id, { entity: 'outlet', id: after.id, action: 'corrected', before, after })
    await redraw(turn, after)
    return outletCard(turn.speak, after, notice('good', turn.speak.say('outlet.corrected')))
  },
})

type Merging = { from: Listed; others: Listed[] }

/** "It is one that is listed": its names and hosts become other names and hosts of that one, and its appearances that one's. */
export const mergeForm = form<Values, Merging>({
  id: 'outlet.into',
  title: 'outlet.mergeForm',
  submit: 'outlet.merge',
  confirm: true,
  fields: {
    into: choiceField('into', {
      label: 'outlet.into',
      ask: 'outlet.askInto',
      hint: 'outlet.intoHint',
      need: 'required',
      options: ({ speak }, load) =>
        ((load as Merging | null)?.others ?? []).map(o => ({
          value: o.id,
          label: nameOfOutlet(speak, o),
          also: [o.name.ar, o.name.en, ...o.also].filter((n): n is string => !!n),
        })),
    }),
  },
  async load(turn, args) {
    const found = await standing(turn, args)
    if (!found.ok) return found
    const all = await coverageDb.outletsOf(turn.db, turn.network.id)
    return { ok: true, value: { from: found.value, others: all.filter(o => o.id !== found.value.id && o.state === 'confirmed') } }
  },
  about: ({ speak }, { from }) => [text(speak.say('outlet.merging', { name: nameOfOutlet(speak, from) }), 'strong')],
  async outcome(turn, args) {
    const found = await standing(turn, args)
    return found.ok ? null : found.view
  },
  async save(values, turn, { from, others }) {
    const into = others.find(o => o.id === values.into)
    if (!into) return warn(turn.speak, 'outlet.gone')
    const names = [from.name.ar, from.name.en, ...from.also].filter((n): n is string => !!n && n !== into.name.ar && n !== into.name.en)
    const set = { also: [...new Set([...into.also, ...names])], domains: [...new Set([...into.domains, ...from.domains])] }
    const after = await coverageDb.changeOutlet(turn.db, turn.network.id, into, set, turn.now)
    if (!after) return warn(turn.speak, 'outlet.changedMeanwhile')
    const n = await coverageDb.mergeOutlet(turn.db, turn.network.id, from.id, into.id)
    await record(turn, turn.member.id, { entity: 'outlet', id: from.id, action: 'merged', before: from, after: { into: into.id } })
    await record(turn, turn.member.id, { entity: 'outlet', id: into.id, action: 'corrected', before: into, after })
    const said = (speak: Speak): Part =>
      notice('good', speak.say('outlet.merged', { from: nameOfOutlet(speak, from), into: nameOfOutlet(speak, into), n }))
    await update(turn, subjectOf(from.id), language => outletCard(turn.voice(language), after, said(turn.voice(language))))
    return outletCard(turn.speak, after, said(turn.speak))
  },
})

/** The list: what waits for the centre with its buttons, and all that is confirmed by its medium. */
export async function outletsView(turn: Turn, from = 0): Promise<View> {
  const { speak } = turn
  const all = await coverageDb.outletsOf(turn.db, turn.network.id)
  const proposed = all.filter(o => o.state === 'proposed')
  const confirmed = all.filter(o => o.state === 'confirmed')
  const centre = holds(turn.reader, 'coordinator')
  const page = proposed.slice(from, from + most)
  const left = proposed.length - from - page.length
  return view(turn.language, [
    heading(speak.say('outlet.title')),
    text(speak.say('outlet.count', { n: confirmed.length }), 'subtle'),
    ...(proposed.length > 0 ? [text(speak.say('outlet.waiting', { n: proposed.length }), 'strong')] : []),
    list(
      page.map(o => ({
        text: nameOfOutlet(speak, o),
        detail: [
          speak.say('coverage.guessed', { _what: `${mediumOf(speak, o.medium)} · ${levelOf(speak, o.level)}` }),
          ...o.domains.map(isolate),
        ].join(' · '),
        actions: centre
          ? [
              button(speak, 'outlet.confirm', 'outlet.confirm', { id: o.id, v: stampOf(o), l: '1' }),
              button(speak, 'outlet.open', 'outlet.open', { id: o.id }),
            ]
          : [],
      })),
    ),
    actions(left > 0 ? [button(speak, 'outlet.more', 'outlet.list', { i: String(from + most) }, { values: { n: left } })] : []),
    facts(
      mediums.flatMap(medium => {
        const names = confirmed.filter(o => o.medium === medium).map(o => nameOfOutlet(speak, o))
        return names.length > 0 ? [[mediumOf(speak, medium), names.map(isolate).join(' · ')] as const] : []
      }),
    ),
    ...(centre ? [text(speak.say('outlet.openHint'), 'subtle')] : []),
  ])
}
