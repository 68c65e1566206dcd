/** "What is on us?", "what does the health ministry owe from the last meeting?": the list of actions, one by its number, and an action that a sentence adds. */

import * as actionsDb from '../../db/actions.ts'
import * as meetingsDb from '../../db/meetings.ts'
import { nameOf } from '../activities/show.ts'
import { actions, button, heading, list, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import { holds } from '../model/people.ts'
import type { Action, Part } from '../model/view.ts'
import { today } from '../time/zone.ts'
import { type Correction, correctionIn } from '../understanding/corrections.ts'
import { fold } from '../understanding/fold.ts'
import { labelOf } from '../understanding/labels.ts'
import { correctionOf, readAll, valuesOf } from './fields.ts'
import { shown, workOf } from './forms.ts'
import { buttonsOf, eyeOf, isOverdue, lineOf, namesFor } from './show.ts'

type FollowUp = actionsDb.FollowUp

/** Actions on one card, and of those settled lately. */
const most = 15
/** Days in which what was done is still listed. */
const lately = 31

/** An action that a sentence adds: `to` says whose, `body` what; null where the sentence asks for the list. */
export function addedIn(said: string): { to: string | null; body: string } | null {
  const label = labelOf(said)
  if (label?.label === 'action') return { to: label.to, body: label.body }
  const asks =
    /^\s*(?:please\s+|can you\s+)?(?:add|record|log|note|create|make|put down|assign)\b[^:]{0,30}?\b(?:action|follow-?up)s?(?:\s+(?:item|point))?\b/iu.exec(
      said,
    ) ??
    /^\s*(?:(?:يرجى|نرجو|الرجاء|أريد|اريد|أبي|ابي|نبي|أبغى|ودي|نود)\s+)?(?:أضف|اضف|أضيفوا|اضيفوا|إضافة|اضافة|سجل|سجّل|سجلوا|تسجيل|دوّن|دون|اكتب|ضيف|حط|أسجل|اسجل|نسجل|أضيف|اضيف)\s+(?:لي\s+|لنا\s+)?(?:إجراء|اجراء)(?:\s+متابعة)?(?:\s+جديد)?/u.exec(
      said,
    )
  if (!asks) return null
  const rest = said
    .slice(asks[0].length)
    .replace(/^\s*(?:that|for|to|on|saying|بأن|أن|ان|على|:|،|,)\s+/iu, ' ')
    .trim()
  return { to: null, body: rest.split(/\s+/).length > 2 ? rest : '' }
}

/** Begins an action outside a meeting from what was said of it. */
export async function beginAction(
  turn: Turn,
  said: { to: string | null; body: string },
  asked: Pick<Asked, 'message' | 'dialog'>,
): Promise<Answer> {
  if (!holds(turn.reader, 'coordinator')) return { views: [onlyFor(turn.speak, 'coordinator')] }
  const read = said.body ? readAll(said.body, turn, await workOf(turn, null), said.to) : null
  return {
    begin: {
      form: 'action',
      message: asked.message,
      dialog: asked.dialog,
      ...(read?.ok ? { values: read.value } : said.body ? { text: said.body } : {}),
    },
  }
}

/** "Action 12", «الإجراء ١٢», or the number alone after the command. */
function numberIn(said: string): number | null {
  const found =
    /(?:^|\s)(?:action|اجراء|الاجراء)(?: المتابعه| متابعه)? (?:رقم |no\.? ?|number |#)?(\d{1,6})\b/.exec(fold(said)) ??
    /^(?:رقم |no\.? ?|#)?(\d{1,6})$/.exec(fold(said))
  return found?.[1] ? Number(found[1]) : null
}

const ofLastMeeting = /last meeting|previous meeting|(?:الاجتماع|اجتماع) (?:الماضي|السابق|الاخير|اللي فات|الفايت)/
const mine = /\b(?:my|our|us|we|mine|ours)\b|علينا|علي\b|عندنا|لدينا|اجراءاتنا|اجراءاتي/

export async function actionsCommand(turn: Turn, asked: Asked): Promise<Answer> {
  const adds = addedIn(asked.text)
  if (adds) return beginAction(turn, adds, asked)
  const { speak, reader } = turn
  const coordinator = holds(reader, 'coordinator')
  const corrects = coordinator ? correctionIn(asked.text) : null
  if (corrects) return correction(turn, corrects, asked)
  const number = numberIn(asked.text)
  if (number !== null) {
    const a = await actionsDb.byNumber(turn.db, turn.network.id, number)
    if (a && (coordinator || a.organizationId === reader.organizationId)) return { views: [await shown(turn, a, null)] }
    return { views: [warn(speak, 'action.noSuch', { number })] }
  }
  const named = turn.organizations.find(o => [o.name.ar, o.name.en].includes(asked.meaning.arguments.organization))
  // Whoever asks of another's is shown their own.
  const others = named && named.id !== reader.organizationId && !coordinator ? [notice('info', speak.say('action.ownOnly'))] : []
  const organizationId = coordinator
    ? (named?.id ?? (mine.test(fold(asked.text)) ? reader.organizationId : undefined))
    : reader.organizationId
  const last = ofLastMeeting.test(fold(asked.text)) ? await meetingsDb.previous(turn.db, turn.network.id, turn.now) : null
  const all = last
    ? await actionsDb.ofMeeting(turn.db, turn.network.id, last.id, { organizationId })
    : await actionsDb.open(turn.db, turn.network.id, { organizationId })
  return { views: [await listOf(turn, all, { organizationId, lastMeeting: last !== null, notes: others })] }
}

/** The centre corrects one by a sentence: on its card first, for whoever owes it is told. */
async function correction(turn: Turn, { which, removes, body }: Correction, asked: Asked): Promise<Answer> {
  const open = await actionsDb.open(turn.db, turn.network.id)
  const last = open.reduce((n, a) => Math.max(n, a.number), 0)
  const number = which === 'last' ? last : which
  const a = open.find(x => x.number === number)
  if (!a) return { views: [warn(turn.speak, 'action.noSuch', { number })] }
  const args = { id: a.id, v: String(a.version) }
  if (removes) return { begin: { form: 'action.drop', args, dialog: asked.dialog } }
  const set = correctionOf(body, turn, await workOf(turn, null))
  const corrected = valuesOf({ ...a, ...set, memberId: set.organizationId ? (set.memberId ?? null) : a.memberId })
  return { begin: { form: 'action.change', args, values: corrected, dialog: asked.dialog } }
}

/** Further on in the list of what is open: all of it for the centre, of one organization where it asked of one. */
export async function morePress(turn: Turn, args: Record<string, string>): Promise<Answer> {
  const organizationId = holds(turn.reader, 'coordinator') ? args.o || undefined : turn.reader.organizationId
  const from = Number(args.i)
  const open = await actionsDb.open(turn.db, turn.network.id, { organizationId })
  return { replace: await listOf(turn, open, { organizationId, lastMeeting: false, from: Number.isInteger(from) && from > 0 ? from : 0 }) }
}

type Which = { organizationId: string | undefined; lastMeeting: boolean; notes?: Part[]; from?: number }

async function listOf(turn: Turn, all: FollowUp[], { organizationId, lastMeeting, notes = [], from = 0 }: Which) {
  const { speak, reader } = turn
  const names = await namesFor(turn, all)
  const day = today(turn)
  const settled = lastMeeting
    ? []
    : await actionsDb.settledSince(turn.db, turn.network.id, turn.now.subtract({ hours: 24 * lately }), { organizationId })
  const coordinator = holds(reader, 'coordinator')
  const items = (some: FollowUp[], buttons: boolean) =>
    list(
      some.map(a => ({
        ...lineOf(turn, a, names, day, { owner: organizationId === undefined }),
        actions: buttons ? onLine(turn, a) : [],
      })),
    )
  const head = organizationId ? speak.say('action.listOf', { organization: nameOf(turn, organizationId) }) : speak.say('action.list')
  const open = all.filter(a => a.state === 'open')
  const late = open.filter(a => isOverdue(a, day)).length
  return view(turn.language, [
    ...notes,
    heading(lastMeeting ? speak.say('action.listOfLast', { _list: head }) : head),
    text(speak.say('action.count', { n: open.length }), 'subtle'),
    ...(late > 0 ? [notice('warning', speak.say('action.late', { n: late }))] : []),
    items(all.slice(from, lastMeeting ? undefined : from + most), true),
    actions(lastMeeting ? [] : turning(turn, all.length, from, organizationId)),
    ...(settled.length > 0 ? [text(speak.say('action.settledLately'), 'strong'), items(settled.slice(-most), false)] : []),
    actions(coordinator ? [button(speak, 'action.addOne', 'action.add', {}, { opensForm: true })] : []),
  ])
}

function turning({ speak }: Turn, n: number, from: number, o = ''): Action[] {
  const to = (i: number) => ({ i: String(i), o })
  return [
    ...(from > 0 ? [button(speak, 'dialogue.back', 'action.more', to(Math.max(0, from - most)))] : []),
    ...(from + most < n ? [button(speak, 'action.andMore', 'action.more', to(from + most), { values: { n: n - from - most } })] : []),
  ]
}

/** On a line: done, for whoever may say so, and the card with the rest. */
export function onLine(turn: Turn, a: FollowUp): Action[] {
  const [first] = buttonsOf(turn.speak, a, eyeOf(turn.reader, a)).filter(b => b.press.name === 'action.done')
  return [
    ...(first ? [{ ...first, style: 'normal' as const, press: { ...first.press, args: { ...first.press.args, l: '1' } } }] : []),
    button(turn.speak, 'action.open', 'action.open', { id: a.id }),
  ]
}
