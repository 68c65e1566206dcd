/** The two questions that keep activities fresh: is it still correct, and did it take place. */
import { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import { beginEdit } from '../activities/edit.ts'
import { centre, eyesOf } from '../activities/eyes.ts'
import { lineOf, nameOf } from '../activities/show.ts'
import { recordActivity } from '../activities/submit.ts'
import { boundsOf } from '../activities/when.ts'
import { isOver, withdraw } from '../activities/withdraw.ts'
import { type Ask, openFor, put, settle, toOrganization } from '../delivery/ask.ts'
import { holders, tell } from '../delivery/promise.ts'
import { textField } from '../dialogue/fields.ts'
import { form, type Values } from '../dialogue/form.ts'
import { actions, button, heading, list, notice, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Scene, Turn } from '../dialogue/turn.ts'
import type { Question } from '../dialogue/wing.ts'
import type { Key } from '../locales/words.ts'
import type { Activity } from '../model/activity.ts'
import { addWorkingDays, closes } from '../time/working-days.ts'
import { dayOf } from '../time/zone.ts'
import { stillCorrect, tookPlace } from './heard.ts'

/** Working days in which it can be said whether something took place. */
const lookBack = 10

/** As those who were asked may see it: an activity handed over meanwhile is another's. */
const read = (scene: Scene, ask: Ask): Promise<Activity | null> => activitiesDb.byId(scene.db, eyesOf(scene, ask.askedId), ask.subject)

const shownAs = (title: Key, hint?: (a: Activity) => Key | null): Question['show'] => {
  return async (scene, ask) => {
    const a = await read(scene, ask)
    if (!a) return null
    const more = hint?.(a) ?? null
    return speak => ({
      parts: [
        heading(speak.say(title)),
        list([lineOf(a, { speak, organizations: scene.organizations }, { owner: false })]),
        ...(more ? [text(speak.say(more), 'subtle')] : []),
      ],
    })
  }
}

/** What was said in the answer ("postponed to Sunday") is changed at once. */
const edit = async (turn: Turn, ask: Ask, how: { dialog: boolean; said?: string }): Promise<Answer> => {
  const a = await read(turn, ask)
  return a ? beginEdit(turn, a, how.dialog, how.said) : { views: [warn(turn.speak, 'activity.notFound')] }
}

export const nearQuestion: Question = {
  kind: 'freshness.near',
  show: shownAs('fresh.still', a => (a.when.kind === 'span' ? 'fresh.noDay' : null)),
  heard: stillCorrect,
  answers: {
    yes: { label: 'fresh.yes', style: 'primary', said: 'fresh.saidYes', does: confirm },
    // The edit is the answer, once it is saved.
    change: { label: 'fresh.change', said: 'fresh.changed', first: edit },
    cancelled: {
      label: 'fresh.cancelled',
      said: 'fresh.saidCancelled',
      async first(turn, ask) {
        const a = await read(turn, ask)
        if (!a) return { views: [warn(turn.speak, 'activity.notFound')] }
        return {
          views: [
            view(turn.language, [
              text(turn.speak.say('activity.withdrawSure', { reference: a.reference, title: turn.speak.pick(a.title) }), 'strong'),
              actions([
                button(
                  turn.speak,
                  'activity.withdrawYes',
                  'ask.answer',
                  { id: ask.id, answer: 'cancelled', sure: 'yes' },
                  { style: 'danger' },
                ),
                button(turn.speak, 'activity.keep', 'activity.keep', { id: a.id }),
              ]),
            ]),
          ],
        }
      },
      async does(turn, ask) {
        const a = await read(turn, ask)
        return a ? withdraw(turn, a) : {}
      },
    },
  },
}

/** What was tentative is confirmed. A span has no day yet: it stays approximate, and its day is asked for. */
async function confirm(turn: Turn, ask: Ask): Promise<Answer> {
  const a = await read(turn, ask)
  if (a?.lifecycle !== 'planned') return {}
  if (a.when.kind === 'span') return beginEdit(turn, a, false)
  return change(turn, a, { certainty: 'confirmed' })
}

/** Changes one thing of an activity as its owner's own edit, which the record and whoever reviews it see. */
async function change(turn: Turn, a: Activity, set: Partial<Pick<Activity, 'certainty' | 'lifecycle'>>): Promise<Answer> {
  if (!(await activitiesDb.change(turn.db, turn.network.id, a.id, a.version, { ...set, changedAt: turn.now })))
    return { views: [warn(turn.speak, 'activity.changedMeanwhile', { reference: a.reference })] }
  const after = (await activitiesDb.byId(turn.db, centre(turn), a.id)) ?? a
  await recordActivity(turn, after, 'edited', a, after)
  await turn.emit({ kind: 'activity.changed', activity: after, by: turn.member.id, before: a })
  return {}
}

const closing = (lifecycle: 'completed' | 'cancelled', changed: boolean) => async (turn: Turn, ask: Ask) => {
  const a = await read(turn, ask)
  if (a?.lifecycle !== 'planned' || !isOver(turn, a)) return {}
  const set = { lifecycle, ...(ask.note ? { lifecycleReason: ask.note } : {}) }
  if (!(await activitiesDb.change(turn.db, turn.network.id, a.id, a.version, { ...set, changedAt: turn.now })))
    return { views: [warn(turn.speak, 'activity.changedMeanwhile', { reference: a.reference })] }
  // What is over is closed for the record: nobody has to be told, and no meeting is answered by it.
  await recordActivity(turn, a, lifecycle, { lifecycle: a.lifecycle }, set)
  if (lifecycle === 'completed')
    await turn.emit({ kind: 'activity.completed', activity: { ...a, ...set, version: a.version + 1 }, by: turn.member.id, changed })
  return {}
}

export const pastQuestion: Question = {
  kind: 'freshness.past',
  show: shownAs('fresh.tookPlace'),
  heard: tookPlace,
  answers: {
    yes: { label: 'fresh.itDid', style: 'primary', said: 'fresh.saidItDid', does: closing('completed', false) },
    changed: {
      label: 'fresh.itChanged',
      said: 'fresh.saidItChanged',
      first: async (_turn, ask, how) => ({
        begin: { form: 'fresh.changed', args: { id: ask.id }, dialog: how.dialog, ...(how.said ? { values: { note: how.said } } : {}) },
      }),
      does: closing('completed', true),
    },
    no: { label: 'fresh.itDidNot', said: 'fresh.saidItDidNot', does: closing('cancelled', false) },
    moved: { label: 'fresh.moved', said: 'fresh.changed', first: edit },
  },
}

/** What was otherwise than planned, in a word; it can be passed over. */
export const changedForm = form<Values, Ask>({
  id: 'fresh.changed',
  title: 'fresh.changedTitle',
  submit: 'dialogue.save',
  confirm: false,
  fields: { note: textField('note', { label: 'fresh.what', ask: 'fresh.askWhat', need: 'asked', min: 2, max: 500, long: true }) },
  async load(turn, args) {
    const found = await openFor(turn, pastQuestion, args.id)
    return 'refused' in found ? { ok: false, view: found.refused } : { ok: true, value: found.ask }
  },
  async outcome(turn, args) {
    const found = await openFor(turn, pastQuestion, args.id)
    return 'refused' in found ? found.refused : null
  },
  async save(values, turn, ask) {
    const note = typeof values.note === 'string' && values.note.trim() ? values.note.trim() : null
    const answer = await settle(turn, pastQuestion, ask, 'changed', note)
    return answer.views?.[0] ?? answer.replace ?? warn(turn.speak, 'ask.over')
  },
})

/** Comes near: asked of its owner, unless it was confirmed, closed or moved since. */
export async function nearDue(scene: Scene, activityId: string): Promise<void> {
  const a = await activitiesDb.byId(scene.db, centre(scene), activityId)
  if (a?.lifecycle !== 'planned' || a.certainty === 'confirmed') return
  const { startsAt, endsAt } = boundsOf(a.when, scene.network.settings.zone)
  const expiresAt = a.when.kind === 'span' ? endsAt : startsAt
  if (Temporal.Instant.compare(expiresAt, scene.now) <= 0) return
  await ask(scene, nearQuestion, a, expiresAt, 'fresh.nobodyToAsk')
}

/** Over, and nobody closed it. */
export async function pastDue(scene: Scene, activityId: string): Promise<void> {
  const a = await activitiesDb.byId(scene.db, centre(scene), activityId)
  if (a?.lifecycle !== 'planned') return
  const { zone } = scene.network.settings
  if (Temporal.Instant.compare(boundsOf(a.when, zone).endsAt, scene.now) > 0) return
  const expiresAt = closes(scene.calendar, addWorkingDays(scene.calendar, dayOf(zone, scene.now), lookBack))
  await ask(scene, pastQuestion, a, expiresAt, 'fresh.nobodyToTell')
}

/** Asks the owner; where nobody there can be written to, the centre is told, which may answer by editing it. */
async function ask(scene: Scene, question: Question, a: Activity, expiresAt: Temporal.Instant, unheard: Key): Promise<void> {
  const asked = await put(scene, question, { ...toOrganization(a.ownerId), subject: a.id, expiresAt })
  if (!asked || asked.told.length > 0) return
  await tell(
    scene,
    await holders(scene, 'coordinator'),
    language => {
      const speak = scene.voice(language)
      const voice = { speak, organizations: scene.organizations }
      return view(language, [
        notice('warning', speak.say(unheard, { organization: nameOf(voice, a.ownerId) })),
        list([lineOf(a, voice)]),
        actions([button(speak, 'activity.open', 'activity.open', { id: a.id })]),
      ])
    },
    { dedupe: `${question.kind}:nobody:${asked.ask.id}` },
  )
}
