/** Asks the owner of what took place for its coverage: once, reminded of once, then open for the centre to see. Not collected is not none. */
import type { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import * as asksDb from '../../db/asks.ts'
import * as coverageDb from '../../db/coverage.ts'
import * as dueDb from '../../db/due.ts'
import { centre, eyesOf } from '../activities/eyes.ts'
import { lineOf, nameOf } from '../activities/show.ts'
import { mayWrite } from '../activities/submit.ts'
import { type Ask, close, put, remind, toOrganization } from '../delivery/ask.ts'
import { record, unlessOwn } from '../dialogue/record.ts'
import { heading, list, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Scene, Turn } from '../dialogue/turn.ts'
import type { DueHandler, Moment, OnEvents, PressHandler, Question } from '../dialogue/wing.ts'
import type { Activity } from '../model/activity.ts'
import { holds } from '../model/people.ts'
import { addWorkingDays, closes, opens } from '../time/working-days.ts'
import { dayOf } from '../time/zone.ts'
import { fold } from '../understanding/fold.ts'
import { steering } from '../understanding/steering.ts'
import { shown } from './show.ts'

/** Working days after which the owner is reminded, once; as many again make it open; and in which the question can be answered on its card. */
const remindAfter = 2
const askedFor = 20
export const dueKinds = { remind: 'coverage.remind', open: 'coverage.open' } as const

/** The opening of work `n` working days from an instant. */
const inDays = ({ calendar }: Scene, from: Temporal.Instant, n: number) =>
  opens(calendar, addWorkingDays(calendar, dayOf(calendar.zone, from), n))

export const beginAdding = (activityId: string, more: { text?: string; message?: string | null; dialog?: boolean } = {}): Answer => ({
  begin: { form: 'coverage', args: { activity: activityId }, ...more },
})

const noneWas =
  /^(?:no[ ,]+)?(?:there (?:was|is) (?:none|nothing|no (?:media )?coverage)|(?:there was )?no (?:media )?coverage|none|nothing|not covered|it was ?n[o']?t covered)(?: (?:at all|this time))?$|^(?:لا )?(?:لا توجد|لم تكن هناك|لم تكن|لا يوجد|ليس هناك|ما في|ما كان فيه?|بدون) (?:اي )?(?:تغطيه|تغطيات|تغطيه اعلاميه|شيء)$|^لم (?:تغط|تحظ|يغط)\p{L}*(?: (?:اعلاميا|باي تغطيه|بتغطيه))?$|^لا توجد$|^لا شيء$/u
/** "There was none", "later", in somebody's own words; coverage itself is known by what is told of it. */
function ofCoverage(said: string): 'none' | 'later' | null {
  if (steering(said, 'en')?.kind === 'later') return 'later'
  return noneWas.test(fold(said).replace(/[.!،]+$/, '')) ? 'none' : null
}

export const question: Question = {
  kind: 'coverage.ask',
  heard: ofCoverage,
  async show(scene, ask) {
    const a = await activitiesDb.byId(scene.db, eyesOf(scene, ask.askedId), ask.subject)
    if (!a) return null
    return speak => ({
      parts: [
        heading(speak.say('coverage.how')),
        list([lineOf(a, { speak, organizations: scene.organizations }, { owner: false })]),
        ...(ask.state === 'open' ? [text(speak.say('coverage.pasteHint'), 'subtle')] : []),
      ],
    })
  },
  answers: {
    // What was given is the answer, once it is saved.
    add: { label: 'coverage.add', style: 'primary', said: 'coverage.saidAdded', first: async (_turn, ask) => beginAdding(ask.subject) },
    none: { label: 'coverage.none', said: 'coverage.saidNone', does: async (turn, ask) => none(turn, ask.subject) },
    // A form of the wing that tells stories; the question stays open for its coverage.
    story: {
      label: 'activity.tellStory',
      said: 'coverage.saidAdded',
      first: async (_turn, { subject }, how) => ({
        begin: { form: 'story', args: { activity: subject }, values: { activity: subject }, dialog: how.dialog },
      }),
    },
    later: {
      label: 'coverage.later',
      said: 'coverage.saidAdded',
      async first(turn, ask) {
        const at = await dueDb.at(turn.db, turn.network.id, dueKinds.remind, ask.subject)
        const said = at ? turn.speak.say('coverage.laterOn', { when: turn.speak.instant(at) }) : turn.speak.say('coverage.laterAnytime')
        return { views: [view(turn.language, [text(said)])] }
      },
    },
  },
}

/** The owner says that there was none; what was given before stays. */
async function none(turn: Turn, activityId: string): Promise<Answer> {
  const row = await coverageDb.collection(turn.db, turn.network.id, activityId)
  if (row?.state === 'none' || row?.state === 'collected') return {}
  await settle(turn, activityId, 'none')
  return {}
}

/** What is known from now on, and nobody is reminded any more. */
export async function settle(turn: Turn, activityId: string, state: 'none' | 'collected'): Promise<void> {
  const { db, network } = turn
  const before = await coverageDb.collection(db, network.id, activityId)
  if (before?.state === state) return
  await coverageDb.collect(db, network.id, activityId, { state, answeredAt: turn.now, answeredBy: turn.member.id })
  for (const kind of Object.values(dueKinds)) await dueDb.clear(db, network.id, kind, activityId)
  const a = await activitiesDb.byId(db, centre(turn), activityId)
  await record(turn, turn.member.id, {
    entity: 'coverage',
    id: activityId,
    action: state,
    before: { state: before?.state ?? null },
    after: { state },
    for: a && unlessOwn(turn, a.ownerId),
  })
}

/** The cards of the question say what was answered elsewhere. */
export const answered = (turn: Turn, activityId: string, answer: 'add' | 'none'): Promise<Ask[]> =>
  close(turn, question, activityId, { given: { answer, by: turn.member.id } })

/** Asks the owner, the one who just said that it took place at once. */
async function ask(scene: Scene, a: Activity, answering?: string): Promise<void> {
  const { db, network } = scene
  const expiresAt = closes(scene.calendar, addWorkingDays(scene.calendar, dayOf(network.settings.zone, scene.now), askedFor))
  const put_ = await put(scene, question, { ...toOrganization(a.ownerId), subject: a.id, expiresAt, ...(answering ? { answering } : {}) })
  if (!put_) return
  await coverageDb.collect(db, network.id, a.id, { state: 'asked', askedAt: scene.now })
  await dueDb.set(db, network.id, { kind: dueKinds.remind, subject: a.id, at: inDays(scene, scene.now, remindAfter) })
}

export const onEvents: OnEvents = {
  'activity.completed': async (scene, { activity, by }) => {
    if (!(await coverageDb.collection(scene.db, scene.network.id, activity.id))) await ask(scene, activity, by)
  },
}

const openAsk = async (scene: Scene, activityId: string): Promise<Ask | null> =>
  (await asksDb.about(scene.db, scene.network.id, question.kind, activityId)).find(x => x.state === 'open') ?? null

const remindDue: DueHandler = async (scene, activityId) => {
  const row = await coverageDb.collection(scene.db, scene.network.id, activityId)
  if (row?.state !== 'asked') return
  const open = await openAsk(scene, activityId)
  if (open) await remind(scene, question, open, 'reminder', speak => notice('info', speak.say('coverage.reminder')))
  await dueDb.set(scene.db, scene.network.id, { kind: dueKinds.open, subject: activityId, at: inDays(scene, scene.now, remindAfter) })
}
const openDue: DueHandler = async (scene, activityId) => {
  const row = await coverageDb.collection(scene.db, scene.network.id, activityId)
  if (row?.state === 'asked') await coverageDb.collect(scene.db, scene.network.id, activityId, { state: 'open' })
}
export const dueHandlers: Record<string, DueHandler> = { [dueKinds.remind]: remindDue, [dueKinds.open]: openDue }

/** Counted from when it was asked for; it is open so many days after it was reminded of. */
const counted =
  (days: number): Moment =>
  async (scene, activityId) => {
    const row = await coverageDb.collection(scene.db, scene.network.id, activityId)
    return row?.state === 'asked' && row.askedAt ? inDays(scene, row.askedAt, days) : null
  }
export const moments: Record<string, Moment> = {
  [dueKinds.remind]: counted(remindAfter),
  [dueKinds.open]: counted(2 * remindAfter),
}

/** The centre asks once more, by hand; once a day. */
export const nudgePress: PressHandler = async (turn, args) => {
  const { speak } = turn
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(speak, 'coordinator')] }
  const a = args.id ? await activitiesDb.byId(turn.db, turn.reader, args.id) : null
  if (!a) return { views: [warn(speak, 'activity.notFound')] }
  const row = await coverageDb.collection(turn.db, turn.network.id, a.id)
  if (row?.state === 'collected' || row?.state === 'none') return { views: [await shown(turn, a)] }
  const organization = nameOf(turn, a.ownerId)
  const open = await openAsk(turn, a.id)
  if (!open) await ask(turn, a)
  else {
    const today = dayOf(turn.network.settings.zone, turn.now).toString()
    const told = await remind(turn, question, open, `nudge:${today}`, s => notice('info', s.say('coverage.nudged')))
    if (told.length === 0) return { views: [view(turn.language, [text(speak.say('coverage.nudgedToday', { organization }))])] }
  }
  await record(turn, turn.member.id, { entity: 'coverage', id: a.id, action: 'nudged', for: unlessOwn(turn, a.ownerId) })
  return { views: [view(turn.language, [text(speak.say('coverage.didNudge', { organization, title: speak.pick(a.title) }))])] }
}

/** "There was none", on the card of an activity. */
export const nonePress: PressHandler = async (turn, args) => {
  const a = args.id ? await activitiesDb.byId(turn.db, turn.reader, args.id) : null
  if (!a) return { views: [warn(turn.speak, 'activity.notFound')] }
  if (!mayWrite(turn, a.ownerId)) return { views: [warn(turn.speak, 'dialogue.notYours', { name: nameOf(turn, a.ownerId) })] }
  await none(turn, a.id)
  await answered(turn, a.id, 'none')
  return { replace: await shown(turn, a) }
}
