/** A decision or an action of the meeting under way, corrected or taken out by a sentence: what it says is done at once, and shown. */
import type { FollowUp } from '../../db/actions.ts'
import * as actionsDb from '../../db/actions.ts'
import * as minutesDb from '../../db/minutes.ts'
import { correctionOf, valuesOf } from '../actions/fields.ts'
import { workOf } from '../actions/forms.ts'
import { change } from '../actions/keep.ts'
import { begun } from '../actions/read.ts'
import { lineOf, namesFor, together } from '../actions/show.ts'
import { readText } from '../circulars/texts.ts'
import { list, notice } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { Part } from '../model/view.ts'
import { today } from '../time/zone.ts'
import type { Correction } from '../understanding/corrections.ts'
import { eachOf, good, lineCard, ofAction } from './line-card.ts'
import { offParts, plain, recordPresses, reword } from './record.ts'
import type { Place } from './walk.ts'

export const correct = (turn: Turn, place: Place, c: Correction, asked: Asked): Promise<Answer> =>
  c.what === 'decision' ? correctDecision(turn, place, c, asked) : correctAction(turn, place, c, asked)

/** The present line under what was done, with what stands between them. */
async function shown(turn: Turn, place: Place, note: Part, more: Part[] = []): Promise<Answer> {
  const card = await lineCard(turn, place, note, { brief: true })
  const [first, ...rest] = card.parts
  return { views: [first ? { ...card, parts: [first, ...more, ...rest] } : card] }
}

const unknown = (turn: Turn, place: Place, c: Correction): Promise<Answer> =>
  shown(turn, place, notice('warning', turn.speak.say('walk.noSuch', { _what: c.what })))

/** By its button, as a message of its own. */
async function pressed(turn: Turn, name: string, args: Record<string, string>): Promise<Answer> {
  const { replace, views = [] } = (await recordPresses[name]?.(turn, args, { dialog: false })) ?? {}
  return { views: replace ? [replace, ...views] : views }
}

async function correctDecision(turn: Turn, place: Place, c: Correction, asked: Asked): Promise<Answer> {
  const all = await minutesDb.decisionsOf(turn.db, turn.network.id, place.meeting.id)
  const d = c.which === 'last' ? all.at(-1) : all[c.which - 1]
  if (!d) return unknown(turn, place, c)
  const on = { id: d.id, v: String(d.version) }
  if (c.removes) return pressed(turn, 'decision.remove', on)
  if ([...c.body].length < 2) return { begin: { form: 'decision.change', args: on, values: plain(d.text), dialog: asked.dialog } }
  const done = await reword(turn, d, readText(begun(c.body), turn.language))
  return shown(turn, place, done ? good(turn, 'walk.changed') : notice('warning', turn.speak.say('walk.decisionChanged')))
}

async function correctAction(turn: Turn, place: Place, c: Correction, asked: Asked): Promise<Answer> {
  const all = (await actionsDb.ofMeeting(turn.db, turn.network.id, place.meeting.id)).filter(a => a.state === 'open')
  all.sort((a, b) => a.number - b.number)
  // The last one may have been agreed for several in one sentence.
  const meant: FollowUp[] = c.which === 'last' ? (together(all).at(-1) ?? []) : all.filter(a => a.number === c.which)
  const [first, last] = [meant[0], meant.at(-1)]
  if (!first || !last) return unknown(turn, place, c)
  const each = { m: place.meeting.id, from: String(first.number), to: String(last.number) }
  const on = { id: first.id, v: String(first.version) }
  if (c.removes && meant.length === 1) return pressed(turn, 'walk.removeAction', on)
  const set = correctionOf(c.body, turn, await workOf(turn, null))
  // Of several each is taken out, or given to another, by itself.
  if (meant.length > 1 && (c.removes || !c.body || set.organizationId)) return { views: [await eachOf(turn, each)] }
  if (Object.keys(set).length === 0)
    return { begin: { form: 'walk.changeAction', args: on, values: valuesOf(first), dialog: asked.dialog } }
  const made: FollowUp[] = []
  for (const a of meant) {
    const moved = set.organizationId !== undefined && set.organizationId !== a.organizationId
    const done = await change(turn, a, 'changed', { ...set, ...(set.memberId || moved ? {} : { memberId: a.memberId }) })
    if ('refused' in done) return { views: [done.refused] }
    made.push(done.after)
  }
  const names = await namesFor(turn, made)
  // What was agreed on another line does not stand on this one.
  const elsewhere = made.length === 1 && first.lineKey !== (place.line?.key ?? null)
  const line = elsewhere ? [list(made.map(a => ({ ...lineOf(turn, a, names, today(turn)), actions: ofAction(turn, a) })))] : []
  return shown(turn, place, good(turn, 'walk.changed'), [...offParts(turn, made, undefined), ...line])
}
