/**
 * "Forget me": a person asks to be removed, is told what goes and what stays, and confirms; an administrator confirms with one press. Then their name,
 * e-mail and accounts go everywhere; what their organization did stays.
 */
import type { Temporal } from 'temporal-polyfill'
import * as asksDb from '../../db/asks.ts'
import * as due from '../../db/due.ts'
import * as forgetDb from '../../db/forget.ts'
import * as outbox from '../../db/outbox.ts'
import * as people from '../../db/people.ts'
import { type Ask, close, put, settle, toAdmins } from '../delivery/ask.ts'
import { holders, make, officeMoment, tell } from '../delivery/promise.ts'
import { record } from '../dialogue/record.ts'
import { actions, button, divider, facts, heading, list, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Scene, Turn } from '../dialogue/turn.ts'
import type { DueHandler, PressHandler, Question } from '../dialogue/wing.ts'
import { holds, type Member } from '../model/people.ts'
import type { Part, View } from '../model/view.ts'
import { fold } from '../understanding/fold.ts'
import { tokensOf } from '../understanding/tokens.ts'

/** Days for which a request waits for an administrator. */
const waitDays = 30
const expiry = (now: Temporal.Instant): Temporal.Instant => now.add({ hours: 24 * waitDays })

const openFor = async (scene: Scene, memberId: string): Promise<Ask | null> =>
  (await asksDb.about(scene.db, scene.network.id, forgetQuestion.kind, memberId)).find(a => a.state === 'open') ?? null

/** Whether the network would have no administrator without this member. */
async function onlyAdmin(scene: Scene, memberId: string): Promise<boolean> {
  const admins = await holders(scene, 'admin')
  return admins.some(a => a.id === memberId) && admins.every(a => a.id === memberId)
}

/** What goes and what stays, in plain words. */
const explained = ({ speak }: Turn): Part[] => [
  text(speak.say('forget.goes'), 'strong'),
  list((['forget.goesName', 'forget.goesWords', 'forget.goesRest'] as const).map(k => ({ text: speak.say(k) }))),
  text(speak.say('forget.stays'), 'strong'),
  list((['forget.staysWork', 'forget.staysRecord', 'forget.staysSent', 'forget.staysWritten'] as const).map(k => ({ text: speak.say(k) }))),
]

export async function forgetCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const others = holds(turn.reader, 'admin') ? await namedIn(turn, asked.text) : []
  return others.length > 0 ? { views: [othersView(turn, others)] } : { views: [await ownView(turn)] }
}

/** Members, those who left among them, whose e-mail or at least two words of whose name are said; the asker is not. */
async function namedIn(turn: Turn, said: string): Promise<Member[]> {
  const words = new Set(tokensOf(said).flatMap(t => (t.kind === 'word' ? [t.f, t.f.replace(/^[ولب]/, ''), t.f.replace(/'s$/, '')] : [])))
  const heard = (m: Member): number =>
    m.email && said.toLowerCase().includes(m.email)
      ? Number.POSITIVE_INFINITY
      : Math.max(...[m.name.ar, m.name.en].map(n => (n ?? '').split(/\s+/).filter(w => w.length > 2 && words.has(fold(w))).length))
  const all = (await people.everybody(turn.db, turn.network)).filter(m => m.id !== turn.member.id && (m.active || m.email !== null))
  const best = Math.max(0, ...all.map(heard))
  return best < 2 ? [] : all.filter(m => heard(m) === best)
}

/** An administrator removes somebody who asked for it outside the chat, as one who left must. */
const othersView = (turn: Turn, found: readonly Member[]): View =>
  view(turn.language, [
    heading(turn.speak.say('forget.otherTitle')),
    list(
      found.slice(0, mostNamed).map(m => ({
        text: turn.speak.pick(m.name),
        detail: [
          turn.speak.pick(turn.organizations.find(o => o.id === m.organizationId)?.name ?? {}),
          m.active ? null : turn.speak.say('forget.hasLeft'),
        ]
          .filter(d => d !== null)
          .join(' · '),
        actions: [button(turn.speak, 'forget.confirm', 'forget.other', { id: m.id }, { style: 'danger' })],
      })),
    ),
    text(turn.speak.say('forget.confirmAsk')),
    text(turn.speak.say('forget.rosterToo'), 'subtle'),
  ])
const mostNamed = 8

const otherPress: PressHandler = async (turn, args) => {
  if (!holds(turn.reader, 'admin')) return { views: [onlyFor(turn.speak, 'admin')] }
  const member = args.id ? await people.member(turn.db, turn.network, args.id) : null
  if (!member || (!member.active && member.email === null)) return { replace: warn(turn.speak, 'ask.over') }
  const refused = await mayConfirm(turn, member.id)
  if (refused) return { views: [refused] }
  await close(turn, forgetQuestion, member.id, { given: { answer: 'forget', by: turn.member.id } })
  await forget(turn, turn.member.id, member)
  return { replace: view(turn.language, [notice('good', turn.speak.say('forget.confirmed', { name: turn.speak.pick(turn.member.name) }))]) }
}

async function ownView(turn: Turn): Promise<View> {
  const { speak } = turn
  const open = await openFor(turn, turn.member.id)
  const asking = holds(turn.reader, 'admin') ? await waitingParts(turn) : []
  const own: Part[] = open
    ? [
        notice('info', speak.say('forget.waiting', { at: speak.instant(open.askedAt) })),
        actions([button(speak, 'forget.takeBack', 'forget.back', {}, {})]),
      ]
    : [
        heading(speak.say('forget.title')),
        ...explained(turn),
        text(speak.say('forget.how'), 'subtle'),
        actions([button(speak, 'forget.yes', 'forget.ask', {}, { style: 'danger' }), button(speak, 'forget.no', 'forget.keep', {}, {})]),
      ]
  return view(turn.language, [...asking, ...(asking.length > 0 ? [divider] : []), ...own])
}

/** Requests that wait, for an administrator who was told nothing (no account then) or has lost the card. */
async function waitingParts(turn: Turn): Promise<Part[]> {
  const open = (await asksDb.about(turn.db, turn.network.id, forgetQuestion.kind, '%')).filter(a => a.state === 'open')
  const parts = await Promise.all(
    open.map(async ask => {
      const shown = await forgetQuestion.show(turn, ask)
      const answers = Object.entries(forgetQuestion.answers).flatMap(([answer, { label, style = 'normal' }]) =>
        label ? [button(turn.speak, label, 'ask.answer', { id: ask.id, answer }, { style })] : [],
      )
      return shown && ask.subject !== turn.member.id ? [...shown(turn.speak).parts, actions(answers)] : []
    }),
  )
  return parts.flat()
}

const askPress: PressHandler = async turn => {
  const { speak, member } = turn
  if (await onlyAdmin(turn, member.id)) return { replace: warn(speak, 'forget.onlyAdmin') }
  const made = await put(turn, forgetQuestion, { ...toAdmins, subject: member.id, expiresAt: expiry(turn.now) })
  if (!made) return { replace: await ownView(turn) }
  return {
    replace: view(turn.language, [
      notice('good', speak.say('forget.asked', { days: waitDays })),
      ...(made.told.length === 0 ? [notice('warning', speak.say('forget.noAdmin'))] : []),
      actions([button(speak, 'forget.takeBack', 'forget.back', {}, {})]),
    ]),
  }
}

const backPress: PressHandler = async turn => {
  const closed = await close(turn, forgetQuestion, turn.member.id)
  return { replace: view(turn.language, [notice('info', turn.speak.say(closed.length > 0 ? 'forget.tookBack' : 'ask.over'))]) }
}

export const forgetPresses: Record<string, PressHandler> = {
  'forget.ask': askPress,
  'forget.back': backPress,
  'forget.other': otherPress,
  'forget.keep': async turn => ({ replace: view(turn.language, [notice('info', turn.speak.say('forget.kept'))]) }),
}

/** Who asks for it does not decide it; and the network keeps an administrator. */
async function mayConfirm(turn: Turn, memberId: string): Promise<View | null> {
  if (!holds(turn.reader, 'admin')) return warn(turn.speak, 'ask.notYours')
  if (memberId === turn.member.id) return warn(turn.speak, 'forget.notOwn')
  return (await onlyAdmin(turn, memberId)) ? warn(turn.speak, 'forget.onlyAdminOther') : null
}

export const forgetQuestion: Question = {
  kind: 'network.forget',
  async show(scene, ask) {
    const member = await people.member(scene.db, scene.network, ask.subject)
    if (!member) return null
    const organization = scene.organizations.find(o => o.id === member.organizationId)
    return speak => ({
      parts: [
        heading(speak.say('forget.request')),
        facts([
          [speak.say('network.name'), speak.pick(member.name)],
          [speak.say('network.organization'), speak.pick(organization?.name ?? {})],
        ]),
        ...(ask.state === 'open' ? [text(speak.say('forget.confirmAsk')), text(speak.say('forget.rosterToo'), 'subtle')] : []),
      ],
      values: { organization: speak.pick(organization?.name ?? {}) },
    })
  },
  answers: {
    forget: {
      label: 'forget.confirm',
      style: 'danger',
      said: 'forget.confirmed',
      async first(turn, ask) {
        const refused = await mayConfirm(turn, ask.subject)
        return refused ? { views: [refused] } : settle(turn, forgetQuestion, ask, 'forget')
      },
      async does(turn, ask) {
        const member = await people.member(turn.db, turn.network, ask.subject)
        if (member) await forget(turn, turn.member.id, member)
        return {}
      },
    },
    keep: {
      label: 'forget.notNow',
      style: 'normal',
      said: 'forget.declined',
      async first(turn, ask) {
        return ask.subject === turn.member.id ? { views: [warn(turn.speak, 'forget.notOwn')] } : settle(turn, forgetQuestion, ask, 'keep')
      },
      does: (turn, ask) => answered(turn, ask, 'forget.declinedTold'),
    },
  },
  expired: async (scene, ask) => void (await answered(scene, ask, 'forget.expiredTold')),
}

/** The person is told that nothing was removed. */
async function answered(scene: Scene, ask: Ask, key: 'forget.declinedTold' | 'forget.expiredTold'): Promise<Answer> {
  const member = await people.member(scene.db, scene.network, ask.subject)
  if (member?.active)
    await tell(scene, [member], language => view(language, [notice('info', scene.voice(language).say(key))]), {
      dedupe: `forget:${ask.id}`,
    })
  return {}
}

/** Takes a member out of everything; `by` is the administrator. The last word to the person goes when it is sent, with the account it went to. */
export async function forget(scene: Scene, by: string, member: Member): Promise<void> {
  const { db, network } = scene
  const known = await forgetDb.knownOf(db, network.id, member.id)
  const [reach] = await people.reachable(db, network.id, [member.id])
  const former = { ar: scene.voice('ar').say('forget.former'), en: scene.voice('en').say('forget.former') }
  await forgetDb.forget(db, network.id, { ...known, former }, scene.now)
  await record(scene, by, { entity: 'member', id: member.id, action: 'left' })
  await record(scene, by, { entity: 'member', id: member.id, action: 'forgotten' })
  await scene.emit({ kind: 'member.left', memberId: member.id })
  if (!reach) return
  const notBefore = officeMoment(scene)
  const farewell = await make(
    scene,
    {
      op: 'send',
      ...reach.account,
      memberId: null,
      place: reach.directPlace,
      onlyTo: null,
      view: view(member.language, [notice('good', scene.voice(member.language).say('forget.done'))]),
      subject: null,
      dedupe: null,
      notBefore,
      card: null,
    },
    false,
  )
  if (farewell) await due.set(db, network.id, { kind: farewellDue, subject: farewell, at: notBefore.add({ minutes: farewellMinutes }) })
}

export const farewellDue = 'network.farewell'
/** Minutes after which the last message is looked after, and again while it waits. */
const farewellMinutes = 60

/** The last message of an account that is forgotten is forgotten too, once it was sent or never will be. */
export const farewellSent: DueHandler = async (scene, id) => {
  if (await outbox.letGo(scene.db, scene.network.id, id)) return
  await due.set(scene.db, scene.network.id, { kind: farewellDue, subject: id, at: scene.now.add({ minutes: farewellMinutes }) })
}
