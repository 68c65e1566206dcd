/** What the buttons of a request do, each on the request as it was shown. */
import * as supportDb from '../../db/support.ts'
import { notice, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import { isOpen, type SupportRequest } from '../model/support.ts'
import type { View } from '../model/view.ts'
import { asksOf, asShown, centres, hand, valuesOf } from './forms.ts'
import type { Deed } from './heard.ts'
import { askers, atCentre, change, isCentre, shown, tellOf } from './keep.ts'
import { sendSaid } from './messages.ts'
import { withdrawAsk } from './partner.ts'
import { asks } from './show.ts'

/** Pressed on a list, the answer is a message of its own: the list stays. */
const answer = (args: Record<string, string>, v: View): Answer => (args.l ? { views: [v] } : { replace: v })

const on =
  (
    may: (turn: Turn) => (r: SupportRequest) => boolean,
    fits: (r: SupportRequest) => boolean,
    then: (turn: Turn, r: SupportRequest) => Promise<View>,
  ): PressHandler =>
  async (turn, args) => {
    const found = await asShown(turn, args, may(turn), fits)
    return answer(args, found.ok ? await then(turn, found.value) : found.view)
  }

/** Opens a form about a request as it was shown. */
const formOf =
  (
    form: string,
    may: (turn: Turn) => (r: SupportRequest) => boolean,
    fits: (r: SupportRequest) => boolean,
    values?: (r: SupportRequest) => Record<string, unknown>,
  ): PressHandler =>
  async (turn, args, how) => {
    const found = await asShown(turn, args, may(turn), fits)
    if (!found.ok) return answer(args, found.view)
    const { id, version } = found.value
    return { begin: { form, args: { id, v: String(version) }, values: values?.(found.value), dialog: how.dialog } }
  }

const open = (r: SupportRequest): boolean => isOpen(r.state)
const either = (turn: Turn) => (r: SupportRequest) => isCentre(turn) || asks(turn.reader, r)

async function finish(turn: Turn, r: SupportRequest): Promise<View> {
  // Whoever does it has it, where nobody had taken it.
  const set = { state: 'done' as const, doneAt: turn.now, ownerId: r.ownerId ?? turn.member.id }
  const done = await change(turn, r, 'done', set)
  if ('refused' in done) return done.refused
  await withdrawAsk(turn, r)
  const told = (await askers(turn, done.after)).filter(m => m.id !== turn.member.id)
  const by = (speak: Turn['speak']) => ({ name: speak.pick(turn.member.name) })
  await tellOf(
    turn,
    told,
    done.after,
    { key: 'support.doneTold', tone: 'good', values: by },
    { once: `done:${done.after.version}`, urgent: r.urgent },
  )
  return shown(turn, done.after, notice('good', turn.speak.say('support.doneSaved')))
}

async function thank(turn: Turn, r: SupportRequest): Promise<View> {
  const done = await change(turn, r, 'closed', { state: 'closed', settledAt: turn.now, settledBy: turn.member.id })
  if ('refused' in done) return done.refused
  const told = (await atCentre(turn, done.after)).filter(m => m.id !== turn.member.id && m.id === r.ownerId)
  const by = (speak: Turn['speak']) => ({ name: speak.pick(turn.member.name) })
  await tellOf(turn, told, done.after, { key: 'support.thanksTold', tone: 'good', values: by }, { once: `thanks:${done.after.version}` })
  return shown(turn, done.after, notice('good', turn.speak.say('support.thanksSaved')))
}

const deeds: Record<Exclude<Deed, 'open'>, PressHandler> = {
  take: on(centres, open, (turn, r) => hand(turn, r, turn.member)),
  give: formOf('support.give', centres, open),
  pass: formOf('support.pass', centres, open),
  done: on(centres, open, finish),
  decline: formOf('support.decline', centres, open),
  withdraw: formOf('support.withdraw', asksOf, open),
  change: formOf('support.change', either, open, valuesOf),
  thanks: on(asksOf, r => r.state === 'done', thank),
  notYet: formOf('support.notYet', asksOf, r => r.state === 'done' || r.state === 'closed'),
}
export const pressOf = (deed: Exclude<Deed, 'open'>): PressHandler => deeds[deed]

/** Opened by whoever may see it; a message may be written on any version of it. */
const openPress =
  (all: boolean): PressHandler =>
  async (turn, args) => {
    const r = args.id ? await supportDb.byId(turn.db, turn.reader, args.id) : null
    return { views: [r ? await shown(turn, r, null, all) : warn(turn.speak, 'support.gone')] }
  }

const replyPress: PressHandler = async (turn, args, how) => {
  const r = args.id ? await supportDb.byId(turn.db, turn.reader, args.id) : null
  if (!r) return { views: [warn(turn.speak, 'support.gone')] }
  if (args.said) return sendSaid(turn, r, args.said)
  return { begin: { form: 'support.reply', args: { id: r.id }, dialog: how.dialog } }
}

export const requestPresses: Record<string, PressHandler> = {
  ...Object.fromEntries(Object.entries(deeds).map(([deed, does]) => [`support.${deed}`, does])),
  'support.open': openPress(false),
  'support.thread': openPress(true),
  'support.reply': replyPress,
}
