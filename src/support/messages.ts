/** What is written back and forth about a request, through the bot, with names on it; "not yet" opens it again with a word. */
import * as supportDb from '../../db/support.ts'
import { nameOf } from '../activities/show.ts'
import { tell } from '../delivery/promise.ts'
import { textField } from '../dialogue/fields.ts'
import { form, type Values } from '../dialogue/form.ts'
import { record, unlessOwn } from '../dialogue/record.ts'
import { actions, button, notice, view, warn } from '../dialogue/say.ts'
import type { Answer, Turn } from '../dialogue/turn.ts'
import type { Member } from '../model/people.ts'
import { isOpen, type SupportRequest, type SupportSide } from '../model/support.ts'
import type { View } from '../model/view.ts'
import { askers, atCentre, change, changedSince, partners, quoted, redraw, shown, tellOf } from './keep.ts'
import { asks, sideOf, subjectOf } from './show.ts'

const most = 1000

/** The side somebody writes from: a coordinator of the centre that asked writes as whoever asked. */
const writesAs = (turn: Turn, r: SupportRequest): SupportSide | null =>
  r.memberId === turn.reader.memberId && asks(turn.reader, r) ? 'asker' : sideOf(turn.reader, r)

/** Keeps a message and tells the others of it; those told, or null where the same was kept before. `quiet`: it is told with something else. */
export async function post(
  turn: Turn,
  r: SupportRequest,
  id: string,
  text: string,
  { quiet = false } = {},
): Promise<{ told: Member[]; unreachable: Member[] } | null> {
  const side = writesAs(turn, r)
  if (!side) return null
  const row = {
    networkId: turn.network.id,
    id,
    requestId: r.id,
    at: turn.now,
    memberId: turn.member.id,
    organizationId: turn.reader.organizationId,
  }
  if (!(await supportDb.addMessage(turn.db, { ...row, side, text }))) return null
  await record(turn, turn.member.id, {
    entity: 'support',
    id: r.id,
    action: 'message',
    after: { side, text },
    for: unlessOwn(turn, r.organizationId),
  })
  // Those who wait for it first read the card anew; then it is told them.
  await redraw(turn, r)
  if (quiet) return { told: [], unreachable: [] }
  const others = [
    ...(side === 'asker' ? [] : await askers(turn, r)),
    ...(side === 'centre' ? [] : await atCentre(turn, r)),
    ...(side === 'partner' ? [] : await partners(turn, r)),
  ].filter((m, i, all) => m.id !== turn.member.id && all.findIndex(x => x.id === m.id) === i)
  return tell(
    turn,
    others,
    language => {
      const speak = turn.voice(language)
      const organization = nameOf({ speak, organizations: turn.organizations }, turn.reader.organizationId)
      const head = speak.say('support.messageFrom', { reference: r.reference, name: speak.pick(turn.member.name), organization })
      return view(
        language,
        [
          notice('info', head),
          quoted(speak, text),
          actions([
            button(speak, 'support.reply', 'support.reply', { id: r.id, v: String(r.version) }, { opensForm: true, style: 'primary' }),
            button(speak, 'support.open', 'support.open', { id: r.id }),
          ]),
        ],
        `${head}: ${text.slice(0, 80)}`,
      )
    },
    { subject: subjectOf(r.id), dedupe: `${subjectOf(r.id)}:m:${id}`, urgent: r.urgent && isOpen(r.state) },
  )
}

/** Names of those told, while they are few. */
const namesShown = 3

export async function send(turn: Turn, r: SupportRequest, id: string, text: string): Promise<View> {
  const sent = await post(turn, r, id, text)
  if (!sent) return shown(turn, r, notice('info', turn.speak.say('support.sentAlready')))
  if (sent.told.length === 0) return shown(turn, r, notice('warning', turn.speak.say('support.sentToNobody')))
  const names = turn.speak.list(sent.told.slice(0, namesShown).map(m => turn.speak.pick(m.name)))
  const said =
    sent.told.length > namesShown
      ? turn.speak.say('support.sentToMany', { n: sent.told.length })
      : turn.speak.say('support.sentTo', { _names: names })
  return shown(turn, r, notice('good', said))
}

type Found = { ok: true; value: SupportRequest } | { ok: false; view: View }
async function readable(turn: Turn, args: Record<string, string>): Promise<Found> {
  const r = args.id ? await supportDb.byId(turn.db, turn.reader, args.id) : null
  return r ? { ok: true, value: r } : { ok: false, view: warn(turn.speak, 'support.gone') }
}

export const replyForm = form<Values, SupportRequest>({
  id: 'support.reply',
  title: 'support.replyForm',
  submit: 'support.replySend',
  confirm: false,
  fields: {
    text: textField('text', { label: 'support.message', ask: 'support.askMessage', need: 'required', min: 1, max: most, long: true }),
  },
  load: readable,
  async outcome(turn, args) {
    const sent = args.draft ? await supportDb.messageById(turn.db, turn.network.id, args.draft) : null
    const r = sent && sent.memberId === turn.member.id ? await supportDb.byId(turn.db, turn.reader, sent.requestId) : null
    return r ? shown(turn, r, notice('info', turn.speak.say('support.sentAlready'))) : null
  },
  save: (values, turn, r, args) => send(turn, r, args.draft ?? turn.ids(), String(values.text).trim()),
})

/** Said in a sentence: sent at once, or asked for where there are no words yet. */
export async function sendSaid(turn: Turn, r: SupportRequest, text: string): Promise<Answer> {
  if (!text) return { begin: { form: 'support.reply', args: { id: r.id } } }
  if ([...text].length > most) return { views: [warn(turn.speak, 'dialogue.tooLong', { max: most, length: [...text].length })] }
  return { views: [await send(turn, r, turn.ids(), text)] }
}

const reopens = (r: SupportRequest): boolean => r.state === 'done' || r.state === 'closed'

async function toReopen(turn: Turn, args: Record<string, string>): Promise<Found> {
  const found = await readable(turn, args)
  if (!found.ok) return found
  const r = found.value
  if (!asks(turn.reader, r)) return { ok: false, view: warn(turn.speak, 'support.notYours') }
  if (args.v !== undefined && String(r.version) !== args.v) return { ok: false, view: await changedSince(turn, r, Number(args.v)) }
  return reopens(r) ? found : { ok: false, view: await shown(turn, r) }
}

/** "Not yet": open again, with what is still missing. */
export const notYetForm = form<Values, SupportRequest>({
  id: 'support.notYet',
  title: 'support.notYetForm',
  submit: 'support.notYetSend',
  confirm: false,
  fields: {
    text: textField('text', { label: 'support.missing', ask: 'support.askMissing', need: 'required', min: 2, max: most, long: true }),
  },
  load: toReopen,
  async outcome(turn, args) {
    const found = await toReopen(turn, args)
    return found.ok ? null : found.view
  },
  async save(values, turn, r, args) {
    const state = r.ownerId ? ('taken' as const) : ('asked' as const)
    const done = await change(turn, r, 'reopened', { state, doneAt: null, settledAt: null, settledBy: null })
    if ('refused' in done) return done.refused
    const text = String(values.text).trim()
    await post(turn, done.after, args.draft ?? turn.ids(), text, { quiet: true })
    const centre = (await atCentre(turn, done.after)).filter(m => m.id !== turn.member.id)
    await tellOf(
      turn,
      centre,
      done.after,
      {
        key: 'support.reopened',
        tone: 'warning',
        values: speak => ({ name: speak.pick(turn.member.name) }),
      },
      { once: `reopened:${done.after.version}`, urgent: r.urgent },
    )
    return shown(turn, done.after, notice('good', turn.speak.say('support.reopenedSaved')))
  },
})
