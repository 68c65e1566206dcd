/** Corrects an appearance that is kept, and takes one out, asked once more. */
import * as coverageDb from '../../db/coverage.ts'
import { nameOf } from '../activities/show.ts'
import { form, type Values } from '../dialogue/form.ts'
import { record, unlessOwn } from '../dialogue/record.ts'
import { same } from '../dialogue/same.ts'
import { actions, button, list, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import type { Activity } from '../model/activity.ts'
import type { Coverage, Outlet } from '../model/coverage.ts'
import type { Part, View } from '../model/view.ts'
import { fields, refText, type Work } from './fields.ts'
import { check, gather, keptOf } from './gather.ts'
import { tellProposed } from './outlets-keep.ts'
import { lineOf, outletsById, shown } from './show.ts'
import { mayCorrect } from './who.ts'
import { outletOf, togetherOf, workOf, writable } from './work.ts'

type Standing = { ok: true; value: { coverage: Coverage; activity: Activity } } | { ok: false; view: View }

/** The appearance as it was shown, for whoever may correct it; else what to say. */
export async function standingFor(turn: Turn, args: Record<string, string>): Promise<Standing> {
  const c = args.id ? await coverageDb.byId(turn.db, turn.reader, args.id) : null
  if (!c) return { ok: false, view: warn(turn.speak, 'coverage.gone') }
  const found = await writable(turn, c.activityId)
  if (!found.ok) return found
  if (!mayCorrect(turn, found.value, c))
    return { ok: false, view: warn(turn.speak, 'dialogue.notYours', { name: nameOf(turn, found.value.ownerId) }) }
  if (String(c.version) !== args.v)
    return { ok: false, view: await shown(turn, found.value, [notice('warning', turn.speak.say('coverage.changedMeanwhile'))]) }
  return { ok: true, value: { coverage: c, activity: found.value } }
}

export const changeForm = form<Values, Work & { coverage: Coverage }>({
  id: 'coverage.change',
  title: 'coverage.changeForm',
  submit: 'dialogue.save',
  confirm: true,
  fields,
  async load(turn, args) {
    const found = await standingFor(turn, args)
    if (!found.ok) return found
    const { coverage, activity } = found.value
    const work = await workOf(turn, activity)
    const own = coverage.link ? keptOf({ ...coverage, messages: undefined }).linkKey : null
    return { ok: true, value: { ...work, coverage, links: work.links.filter(l => l !== own) } }
  },
  gather,
  check,
  async outcome(turn, args) {
    const found = await standingFor(turn, args)
    return found.ok ? null : found.view
  },
  async save(values, turn, { coverage: before, activity: a }, args) {
    const known = new Map<string, Outlet>((await coverageDb.outletsOf(turn.db, turn.network.id)).map(o => [o.id, o]))
    const { outlet, proposed } = await outletOf(turn, values, known, args.draft ?? turn.ids())
    const kept = keptOf(values)
    const clash =
      kept.linkKey &&
      kept.linkKey !== keptOf({ ...before }).linkKey &&
      (await coverageDb.linkKeys(turn.db, turn.network.id, a.id)).includes(kept.linkKey)
    if (clash) return shown(turn, a, [notice('warning', turn.speak.say('coverage.stoodAlready', { n: 1 }))])
    const after = await coverageDb.change(turn.db, turn.network.id, before.id, before.version, { ...kept, outletId: outlet.id })
    if (!after) return shown(turn, a, [notice('warning', turn.speak.say('coverage.changedMeanwhile'))])
    // What several reached together is one number: it is corrected for all of them.
    const said = togetherOf(values)
    const together = before.shared && said && { ...before.shared, ...said }
    if (together && !same(together, before.shared)) {
      await coverageDb.changeShared(turn.db, turn.network.id, a.id, together)
      after.shared = together
    }
    await record(turn, turn.member.id, {
      entity: 'coverage',
      id: before.id,
      action: 'corrected',
      before,
      after,
      for: unlessOwn(turn, a.ownerId),
    })
    if (proposed) await tellProposed(turn, [outlet])
    return shown(turn, a, [notice('good', turn.speak.say('coverage.corrected'))])
  },
})

export const correctPress: PressHandler = async (turn, args, how) => {
  const found = await standingFor(turn, args)
  if (!found.ok) return { views: [found.view] }
  return correcting(turn, found.value.coverage, how.dialog)
}

/** An appearance as the values of its draft. */
export function valuesOf(c: Coverage, outlet: Pick<Outlet, 'name'> | undefined): Values {
  const [ref] = c.messages
  return Object.fromEntries(
    Object.entries({
      outlet: outlet?.name.en ?? outlet?.name.ar ?? c.outletId,
      outletId: c.outletId,
      medium: c.medium,
      level: c.level,
      language: c.language,
      title: c.title,
      link: c.link,
      on: c.on,
      reach: c.reach,
      reachHow: c.reachHow,
      together: c.shared?.reach,
      togetherHow: c.shared?.how,
      tone: c.tone,
      message: ref && refText(ref),
    }).filter(([, v]) => v !== null && v !== undefined),
  )
}

/** Begins the correction of an appearance; `said` is what is to be otherwise. */
export async function correcting(turn: Turn, c: Coverage, dialog: boolean, said: Values = {}): Promise<Answer> {
  const outlet = await coverageDb.outlet(turn.db, turn.network.id, c.outletId)
  const values = Object.fromEntries(Object.entries({ ...valuesOf(c, outlet ?? undefined), ...said }).filter(([, v]) => v !== undefined))
  return { begin: { form: 'coverage.change', args: { id: c.id, v: String(c.version) }, values, dialog } }
}

/** Asked once more before an appearance is taken out. */
export const removePress: PressHandler = async (turn, args) => {
  const found = await standingFor(turn, args)
  if (!found.ok) return { views: [found.view] }
  return { views: [await sureToRemove(turn, found.value.coverage)] }
}

export async function sureToRemove(turn: Turn, c: Coverage): Promise<View> {
  const args = { id: c.id, v: String(c.version) }
  return view(turn.language, [
    text(turn.speak.say('coverage.sureRemove'), 'strong'),
    list([lineOf(turn.speak, c, await outletsById(turn))]),
    actions([button(turn.speak, 'coverage.removeYes', 'coverage.removeYes', args, { style: 'danger' })]),
  ])
}

export const removeYesPress: PressHandler = async (turn, args) => {
  const found = await standingFor(turn, args)
  if (!found.ok) return { replace: found.view }
  const { coverage: c, activity: a } = found.value
  const note = (tone: 'good' | 'warning', key: 'coverage.removed' | 'coverage.changedMeanwhile'): Part => notice(tone, turn.speak.say(key))
  if (!(await coverageDb.remove(turn.db, turn.network.id, c.id, c.version)))
    return { replace: await shown(turn, a, [note('warning', 'coverage.changedMeanwhile')]) }
  await record(turn, turn.member.id, { entity: 'coverage', id: c.id, action: 'removed', before: c, for: unlessOwn(turn, a.ownerId) })
  // What nobody gave is not known to be none.
  if ((await coverageDb.ofActivity(turn.db, turn.reader, a.id)).length === 0)
    await coverageDb.collect(turn.db, turn.network.id, a.id, { state: 'open', answeredAt: null, answeredBy: null })
  return { replace: await shown(turn, a, [note('good', 'coverage.removed')]) }
}
