/** Takes an activity out of the plan: the question before it, and what follows from it. */
import { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import { holders, tell, update } from '../delivery/promise.ts'
import { textField } from '../dialogue/fields.ts'
import { form, type Values } from '../dialogue/form.ts'
import { actions, button, facts, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import { holds } from '../model/people.ts'
import type { View } from '../model/view.ts'
import { nameOf } from './show.ts'
import { mayWrite, recordActivity } from './submit.ts'
import { boundsOf } from './when.ts'

/** Characters of a reason: it rides on a button until it is confirmed. */
const mostReason = 200

/** What is over stays in the record of its month. */
export const isOver = (turn: Turn, a: Activity): boolean =>
  Temporal.Instant.compare(boundsOf(a.when, turn.network.settings.zone).endsAt, turn.now) <= 0

export function sureView(turn: Turn, a: Activity, reason: string | null = null): View {
  if (isOver(turn, a)) return warn(turn.speak, 'activity.over', { reference: a.reference, title: turn.speak.pick(a.title) })
  return view(turn.language, [
    text(turn.speak.say('activity.withdrawSure', { reference: a.reference, title: turn.speak.pick(a.title) }), 'strong'),
    facts([
      [turn.speak.say('activity.when'), turn.speak.when(a.when)],
      [turn.speak.say('activity.reason'), reason],
    ]),
    actions([
      button(
        turn.speak,
        'activity.withdrawYes',
        'activity.withdraw.yes',
        { id: a.id, version: String(a.version), ...(reason ? { reason } : {}) },
        { style: 'danger' },
      ),
      // Who pressed a button had no place to say why.
      ...(reason
        ? []
        : [
            button(
              turn.speak,
              'activity.withdrawWhy',
              'activity.withdraw.why',
              { id: a.id, version: String(a.version) },
              { opensForm: true },
            ),
          ]),
      button(turn.speak, 'activity.keep', 'activity.keep', { id: a.id }),
    ]),
  ])
}

/** Withdraws with a reason, which is asked for in one field. */
export const withdrawForm = form<Values, Activity>({
  id: 'activity.withdraw',
  title: 'activity.withdrawTitle',
  submit: 'activity.withdrawYes',
  confirm: false,
  fields: {
    reason: textField('reason', { label: 'activity.reason', ask: 'activity.askReason', need: 'required', min: 3, max: mostReason }),
  },
  async load(turn, args) {
    const a = args.id ? await activitiesDb.byId(turn.db, turn.reader, args.id) : null
    if (!a || !mayWrite(turn, a.ownerId)) return { ok: false, view: warn(turn.speak, 'activity.notFound') }
    return a.lifecycle === 'withdrawn'
      ? { ok: false, view: view(turn.language, [notice('info', turn.speak.say('activity.alreadyWithdrawn', { reference: a.reference }))]) }
      : { ok: true, value: a }
  },
  outcome: async (turn, args) => {
    const a = args.id ? await activitiesDb.byId(turn.db, turn.reader, args.id) : null
    return a?.lifecycle === 'withdrawn'
      ? view(turn.language, [text(turn.speak.say('activity.withdrawn', { reference: a.reference }))])
      : null
  },
  async save(values, turn, a) {
    const { replace, views = [] } = await withdraw(turn, a, String(values.reason))
    return replace ?? views[0] ?? warn(turn.speak, 'activity.notFound')
  },
})

/** What the centre takes out itself, it need not be shown. */
export const seenByCentre = (a: Activity) => ({ reviewedVersion: a.version + 1 })

/** «… بسبب المطر», "… because of the rain": why it is withdrawn, as it was said. */
export const reasonIn = (said: string): string | null => {
  const found = /(?<!\p{L})(?:because(?: of)?|due to|بسبب|لأن|نظراً ل|نظرا ل)\s*(?=\S)/iu.exec(said)
  const reason =
    found &&
    said
      .slice(found.index + found[0].length)
      .trim()
      .slice(0, mostReason)
  return (reason?.endsWith('.') ? reason.slice(0, -1) : reason) || null
}

export async function withdraw(turn: Turn, a: Activity, reason: string | null = null): Promise<Answer> {
  if (isOver(turn, a)) return { replace: sureView(turn, a) }
  const changed = await activitiesDb.change(turn.db, turn.network.id, a.id, a.version, {
    lifecycle: 'withdrawn',
    lifecycleReason: reason,
    changedAt: turn.now,
    ...(holds(turn.reader, 'coordinator') ? seenByCentre(a) : {}),
  })
  if (!changed) return { views: [warn(turn.speak, 'activity.changedMeanwhile', { reference: a.reference })] }
  await recordActivity(turn, a, 'withdrawn', { lifecycle: a.lifecycle }, { lifecycle: 'withdrawn', ...(reason ? { reason } : {}) })
  await turn.emit({ kind: 'activity.withdrawn', activity: { ...a, lifecycle: 'withdrawn' }, by: turn.member.id })
  const centre = (await holders(turn, 'coordinator')).filter(m => m.id !== turn.member.id)
  await tell(turn, centre, language => {
    const voice = { speak: turn.voice(language), organizations: turn.organizations }
    return view(language, [
      text(
        voice.speak.say('activity.withdrawnTold', {
          organization: nameOf(voice, a.ownerId),
          reference: a.reference,
          title: voice.speak.pick(a.title),
        }),
      ),
      ...(reason ? [text(voice.speak.say('review.because', { reason }))] : []),
    ])
  })
  await update(turn, `review:${a.id}`, language =>
    view(language, [text(turn.voice(language).say('activity.alreadyWithdrawn', { reference: a.reference }))]),
  )
  return { replace: view(turn.language, [text(turn.speak.say('activity.withdrawn', { reference: a.reference }))]) }
}
