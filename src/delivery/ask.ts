/**
 * Ask and wait: a question to people, a card for each of them, an expiry, and what the wing that asks does on each answer. The first answer counts;
 * the cards of the others say what it was and whose.
 */
import type { Temporal } from 'temporal-polyfill'
import * as asksDb from '../../db/asks.ts'
import * as dueDb from '../../db/due.ts'
import * as people from '../../db/people.ts'
import { actions, button, notice, view, warn } from '../dialogue/say.ts'
import type { Answer, Scene, Turn } from '../dialogue/turn.ts'
import type { DueHandler, PressHandler, Question } from '../dialogue/wing.ts'
import type { Speak } from '../locales/speak.ts'
import { holds, type Member } from '../model/people.ts'
import type { Part, View } from '../model/view.ts'
import { standIns } from './away.ts'
import { holders, type Sentence, tell, update } from './promise.ts'

export type Ask = asksDb.Ask
export type Asked = Pick<Ask, 'asked' | 'askedId'>

export const askDue = 'ask.expiry'
export const subjectOf = (id: string): string => `ask:${id}`

export const toOrganization = (id: string): Asked => ({ asked: 'organization', askedId: id })
export const toCoordinators: Asked = { asked: 'role', askedId: 'coordinator' }
export const toAdmins: Asked = { asked: 'role', askedId: 'admin' }

/** Who writes for organizations: their members, and where one is the centre, its coordinators. */
export const writers = async (scene: Scene, organizationIds: string[]): Promise<Member[]> =>
  (await people.activeMembers(scene.db, scene.network, { organizationIds })).filter(m => holds(m, 'member') || holds(m, 'coordinator'))

async function recipients(scene: Scene, { asked, askedId }: Asked): Promise<Member[]> {
  switch (asked) {
    case 'organization':
      return writers(scene, [askedId])
    case 'member': {
      const found = await people.member(scene.db, scene.network, askedId)
      return found?.active ? [found] : []
    }
    case 'role':
      return holders(scene, askedId === 'admin' ? 'admin' : 'coordinator')
    default:
      return asked satisfies never
  }
}

async function wasAsked(turn: Turn, ask: Asked): Promise<boolean> {
  const members = await recipients(turn, ask)
  const standing = await standIns(turn, members, turn.now)
  return members.some(m => m.id === turn.reader.memberId || standing.get(m.id)?.id === turn.reader.memberId)
}

/**
 * Puts a question to people; null where it is open to them already. `told` are those who got a card: where there is none, nobody will answer, and the
 * caller decides who must know. `answering` is the member whose own press brought it: they are asked at once.
 */
export async function put(
  scene: Scene,
  question: Question,
  { answering, ...what }: Asked & { subject: string; expiresAt: Temporal.Instant; answering?: string },
): Promise<{ ask: Ask; told: Member[] } | null> {
  const row = { networkId: scene.network.id, id: scene.ids(), kind: question.kind, askedAt: scene.now, ...what }
  const ask = await asksDb.add(scene.db, row)
  if (!ask) return null
  await dueDb.set(scene.db, scene.network.id, { kind: askDue, subject: ask.id, at: ask.expiresAt })
  const card = await cardOf(scene, question, ask)
  const all = await recipients(scene, ask)
  const how = { subject: subjectOf(ask.id), dedupe: subjectOf(ask.id) }
  const sentence: Sentence = language => card(scene.voice(language))
  // To whoever just answered another, it belongs to the answer; the rest are not told at night.
  const now = await tell(
    scene,
    all.filter(m => m.id === answering),
    sentence,
    { ...how, urgent: true },
  )
  const later = await tell(
    scene,
    all.filter(m => m.id !== answering),
    sentence,
    how,
  )
  return { ask, told: [...now.told, ...later.told] }
}

/** Reminds of a question that is open: its card once more to everybody it was put to, under a line that says why; once for each `which`. */
export async function remind(scene: Scene, question: Question, ask: Ask, which: string, head: (speak: Speak) => Part): Promise<Member[]> {
  const card = await cardOf(scene, question, ask)
  const { told } = await tell(
    scene,
    await recipients(scene, ask),
    language => {
      const v = card(scene.voice(language))
      return { ...v, parts: [head(scene.voice(language)), ...v.parts] }
    },
    { subject: subjectOf(ask.id), dedupe: `${subjectOf(ask.id)}:${which}` },
  )
  return told
}

/** The card of a question as it stands: with its buttons while it is open, and with what came of it afterwards. */
async function cardOf(scene: Scene, question: Question, ask: Ask): Promise<(speak: Speak) => View> {
  const shown = await question.show(scene, ask)
  const by = ask.answeredBy ? await people.member(scene.db, scene.network, ask.answeredBy) : null
  return speak => {
    if (!shown) return warn(speak, 'ask.over')
    const { parts, values = {} } = shown(speak)
    const given = ask.answer ? question.answers[ask.answer] : undefined
    if (ask.state === 'open')
      return view(speak.language, [
        ...parts,
        actions(
          Object.entries(question.answers).flatMap(([answer, { label, style }]) =>
            label ? [button(speak, label, 'ask.answer', { id: ask.id, answer }, { style: style ?? 'normal', values })] : [],
          ),
        ),
      ])
    const said = given ? speak.say(given.said, { ...values, name: by ? speak.pick(by.name) : '' }) : speak.say('ask.over')
    return view(speak.language, [
      ...parts,
      notice('info', said),
      ...(ask.note ? [notice('info', speak.say('ask.note', { note: ask.note }))] : []),
    ])
  }
}

/** Every card of a question says how it stands now. */
export async function redraw(scene: Scene, question: Question, ask: Ask): Promise<void> {
  const card = await cardOf(scene, question, ask)
  await update(scene, subjectOf(ask.id), language => card(scene.voice(language)), { unsent: ask.state === 'open' ? 'renew' : 'drop' })
}

/** Takes an answer: what it does happens in this transaction, and every card says so. A second one changes nothing and is shown the first. */
export async function settle(turn: Turn, question: Question, ask: Ask, answer: string, note: string | null = null): Promise<Answer> {
  const set = { state: 'answered' as const, answer, note, answeredBy: turn.reader.memberId, answeredAt: turn.now }
  if (!(await asksDb.settle(turn.db, turn.network.id, ask.id, set))) return { replace: await present(turn, question, ask) }
  const settled = { ...ask, ...set }
  await dueDb.clear(turn.db, turn.network.id, askDue, ask.id)
  const more = (await question.answers[answer]?.does?.(turn, settled)) ?? {}
  await redraw(turn, question, settled)
  return { replace: (await cardOf(turn, question, settled))(turn.speak), ...more }
}

/** How a question stands, in the words of whoever presses its old button. */
async function present(turn: Turn, question: Question, ask: Ask): Promise<View> {
  const now = (await asksDb.byId(turn.db, turn.network.id, ask.id)) ?? ask
  return (await cardOf(turn, question, now))(turn.speak)
}

/** Closes what needs no answer any more. `given`: what somebody did elsewhere counts as their answer. */
export async function close(
  scene: Scene,
  question: Question,
  subject: string,
  how: { to?: Asked; given?: { answer: string; by: string } } = {},
): Promise<Ask[]> {
  const closed: Ask[] = []
  for (const ask of await asksDb.about(scene.db, scene.network.id, question.kind, subject)) {
    if (ask.state !== 'open' || (how.to && (how.to.asked !== ask.asked || how.to.askedId !== ask.askedId))) continue
    const set = {
      state: how.given ? ('answered' as const) : ('expired' as const),
      answer: how.given?.answer ?? null,
      note: null,
      answeredBy: how.given?.by ?? null,
      answeredAt: scene.now,
    }
    if (!(await asksDb.settle(scene.db, scene.network.id, ask.id, set))) continue
    await dueDb.clear(scene.db, scene.network.id, askDue, ask.id)
    await redraw(scene, question, { ...ask, ...set })
    closed.push(ask)
  }
  return closed
}

/** The question as long as it is open and this person was asked it; else what to answer them. */
export async function openFor(turn: Turn, question: Question, id: string | undefined): Promise<{ ask: Ask } | { refused: View }> {
  const ask = id ? await asksDb.byId(turn.db, turn.network.id, id) : null
  if (!ask || ask.kind !== question.kind) return { refused: warn(turn.speak, 'ask.over') }
  if (!(await wasAsked(turn, ask))) return { refused: warn(turn.speak, 'ask.notYours') }
  return ask.state === 'open' ? { ask } : { refused: await present(turn, question, ask) }
}

/** The button of every question: `id` and `answer`; `sure` once a step before it was taken; `said` where it was pressed in words. */
export const answerPress =
  (questions: ReadonlyMap<string, Question>): PressHandler =>
  async (turn, args, how) => {
    const ask = args.id ? await asksDb.byId(turn.db, turn.network.id, args.id) : null
    const question = ask && questions.get(ask.kind)
    if (!question) return { views: [warn(turn.speak, 'ask.over')] }
    const found = await openFor(turn, question, ask.id)
    if ('refused' in found) return ask.state === 'open' ? { views: [found.refused] } : { replace: found.refused }
    const answer = question.answers[args.answer ?? '']
    if (!answer?.label) return { views: [warn(turn.speak, 'ask.over')] }
    if (answer.first && args.sure !== 'yes') return answer.first(turn, ask, args.said ? { ...how, said: args.said } : how)
    return settle(turn, question, ask, args.answer ?? '')
  }

/** Nobody answered in time. */
export const expiryDue =
  (questions: ReadonlyMap<string, Question>): DueHandler =>
  async (scene, id) => {
    const ask = await asksDb.byId(scene.db, scene.network.id, id)
    const question = ask && questions.get(ask.kind)
    if (!question) return
    const set = { state: 'expired' as const, answer: null, note: null, answeredBy: null, answeredAt: scene.now }
    if (!(await asksDb.settle(scene.db, scene.network.id, id, set))) return
    await redraw(scene, question, { ...ask, ...set })
    await question.expired?.(scene, { ...ask, ...set })
  }
