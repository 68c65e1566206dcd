/** `/messages`: what the network says about something, to copy; and for the centre what waits for it, and how a message was worded before. */
import * as messagesDb from '../../db/messages.ts'
import * as people from '../../db/people.ts'
import * as planDb from '../../db/plan.ts'
import { actions, button, divider, heading, list, notice, onlyFor, text, view, warn } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import type { PressHandler } from '../dialogue/wing.ts'
import { holds } from '../model/people.ts'
import type { Part, View } from '../model/view.ts'
import type { Month } from '../model/window.ts'
import { addMonths, dayOf, monthOf, today } from '../time/zone.ts'
import { asks } from '../understanding/features.ts'
import { find, type Sought } from './find.ts'
import { mayPropose, valuesOf } from './form.ts'
import { bothOf, centreActions, centreCard, historyLine, messageParts, sideOf, standing } from './show.ts'

/** Messages on one card: with what stands behind each and its buttons, the most that Slack's 50 blocks hold safely. */
const pageSize = 5
/** Characters of a question that its buttons carry. */
const longestQuestion = 200

/** Told to add one; a question that holds such a word looks for something. */
const addsOne = /(?:^|\s)(?:add|propose|suggest|new message|أضف|أضيف|نضيف|اضف|اضيف|إضافة|اضافة|اقترح|أقترح|نقترح|اقتراح)(?=\s|$)/iu

export async function messagesCommand(turn: Turn, asked: Asked): Promise<Answer> {
  if (addsOne.test(asked.text) && !asks(asked.text) && mayPropose(turn)) return { begin: { form: 'message', dialog: asked.dialog } }
  // A time that was said ("this month") names no topic.
  const about = asked.meaning.when.reduce((said, m) => said.replace(m.text, ' '), asked.text).slice(0, longestQuestion)
  return { views: [await messagesView(turn, about, asked.meaning.arguments.month ?? null, 0)] }
}

/** Of a month's priorities in their rank, then the newest. */
async function byDefault(turn: Turn, all: readonly messagesDb.Message[], month: Month): Promise<messagesDb.Message[]> {
  const priorities = await planDb.prioritiesOf(turn.db, turn.reader, [month])
  const ofMonth = priorities.flatMap(p => all.filter(m => m.priorityId === p.id))
  return [...ofMonth, ...all.filter(m => !ofMonth.includes(m))]
}

async function messagesView(turn: Turn, about: string, asked: Month | null, from: number): Promise<View> {
  const { speak } = turn
  const coordinator = holds(turn.reader, 'coordinator')
  const day = today(turn)
  const all = await messagesDb.offered(turn.db, turn.reader, day)
  const found = find(about, all)
  const month = asked ?? monthOf(dayOf(turn.network.settings.zone, turn.now))
  const shown = found ?? (await byDefault(turn, asked ? all.filter(m => m.month === asked) : all, month))
  const page = shown.slice(from, from + pageSize)
  const rest = shown.length - from - page.length
  const key = found && from === 0 ? await keyMessagesAbout(turn, about, asked ? [asked] : [month, addMonths(month, 1)]) : []
  const waiting = coordinator ? await messagesDb.waiting(turn.db, turn.network.id, day) : []
  return view(turn.language, [
    heading(speak.say('message.title')),
    text(countOf(turn, shown.length + key.length, found !== null, asked), 'subtle'),
    ...(await linesOf(turn, page, coordinator)),
    ...keyLines(turn, key),
    actions([
      ...(rest > 0
        ? [
            button(
              speak,
              'message.more',
              'message.page',
              { q: about, from: String(from + pageSize), ...(asked ? { m: asked } : {}) },
              { values: { n: rest } },
            ),
          ]
        : []),
      ...(waiting.length > 0 ? [button(speak, 'message.waiting', 'message.waiting', {}, { values: { n: waiting.length } })] : []),
      ...(mayPropose(turn) ? [button(speak, coordinator ? 'message.add' : 'message.propose', 'message.add', {}, {})] : []),
    ]),
  ])
}

type KeyMessage = Sought & { priorityId: string; month: Month }

/** Key messages of some months' priorities that a question is about, nearest first. */
async function keyMessagesAbout(turn: Turn, about: string, months: Month[]): Promise<KeyMessage[]> {
  const priorities = await planDb.prioritiesOf(turn.db, turn.reader, months)
  const all = priorities.flatMap(p =>
    p.messages.map(words => ({ text: words, topic: p.narrative, priority: p.title, priorityId: p.id, month: p.month })),
  )
  // They stand beside what the bank has for the topic: all of it must be meant.
  return (find(about, all, 1) ?? []).slice(0, mostKey)
}
/** Key messages on one card. */
const mostKey = 6

/** Under their priorities, in the order in which those were found. */
function keyLines({ speak }: Turn, found: readonly KeyMessage[]): Part[] {
  return [...new Set(found.map(m => m.priorityId))].flatMap(id => {
    const own = found.filter(m => m.priorityId === id)
    const [first] = own
    if (!first) return []
    return [
      divider,
      text(speak.say('message.keyOf', { priority: speak.pick(first.priority), month: speak.month(first.month) }), 'strong'),
      ...own.flatMap(m => bothOf(m.text, speak.language).map((t, n) => text(t, n === 0 ? 'normal' : 'subtle'))),
    ]
  })
}

function countOf({ speak }: Turn, n: number, searched: boolean, month: Month | null): string {
  if (searched) return speak.say('message.found', { n })
  return month ? speak.say('message.ofMonth', { n, month: speak.month(month) }) : speak.say('message.newest', { n })
}

async function linesOf(turn: Turn, all: readonly messagesDb.Message[], coordinator: boolean): Promise<Part[]> {
  const { speak } = turn
  const day = today(turn)
  const members = coordinator ? new Map((await people.activeMembers(turn.db, turn.network)).map(m => [m.id, m])) : new Map()
  const earlier = coordinator
    ? await messagesDb.reworded(
        turn.db,
        turn.network.id,
        all.map(m => m.id),
      )
    : new Map<string, number>()
  return all.flatMap(m => [
    divider,
    ...messageParts(m, speak),
    ...(coordinator
      ? [
          ...historyLine(m, speak, members, earlier.get(m.id) ?? 0),
          actions(centreActions(m, speak, day, { earlier: earlier.get(m.id) ?? 0, inList: true })),
        ]
      : []),
  ])
}

/** Proposals, and what is past its validity: for the centre alone. */
async function waitingView(turn: Turn): Promise<View> {
  const { speak } = turn
  const day = today(turn)
  const all = await messagesDb.waiting(turn.db, turn.network.id, day)
  const n = all.length
  return view(turn.language, [
    heading(speak.say('message.waitingTitle')),
    ...(n === 0 ? [text(speak.say('message.nothingWaits'))] : []),
    ...all
      .slice(0, pageSize)
      .flatMap(m => [divider, ...messageParts(m, speak), standing(m, speak, day), actions(centreActions(m, speak, day, { inList: true }))]),
    ...(n > pageSize ? [text(speak.say('message.andMore', { n: n - pageSize }), 'subtle')] : []),
  ])
}

async function wordingsView(turn: Turn, id: string | undefined): Promise<View> {
  const { speak } = turn
  const m = id ? await messagesDb.byId(turn.db, turn.network.id, id) : null
  if (!m) return warn(speak, 'message.gone')
  const all = await messagesDb.wordings(turn.db, turn.network.id, m.id)
  return view(turn.language, [
    heading(speak.say('message.wordingsOf')),
    ...messageParts(m, speak),
    ...(all.length === 0 ? [notice('info', speak.say('message.noWordings'))] : []),
    list(
      all.map(w => ({
        text: bothOf(w.text, turn.language).join(' / '),
        detail: [
          speak.say('message.wordedUntil', { when: speak.instant(w.until) }),
          w.facts ? speak.say('message.factsLine', { facts: sideOf(w.facts, turn.language) }) : '',
        ]
          .filter(Boolean)
          .join(' · '),
      })),
    ),
  ])
}

const forCentre =
  (then: PressHandler): PressHandler =>
  async (turn, args, how) =>
    holds(turn.reader, 'coordinator') ? then(turn, args, how) : { views: [onlyFor(turn.speak, 'coordinator')] }

export const listPresses: Record<string, PressHandler> = {
  'message.page': async (turn, args) => {
    const from = Number(args.from)
    const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(args.m ?? '') ? (args.m ?? null) : null
    return { views: [await messagesView(turn, args.q ?? '', month, Number.isInteger(from) && from > 0 ? from : 0)] }
  },
  'message.add': async (turn, _args, how) =>
    mayPropose(turn) ? { begin: { form: 'message', dialog: how.dialog } } : { views: [onlyFor(turn.speak, 'member')] },
  'message.waiting': forCentre(async turn => ({ views: [await waitingView(turn)] })),
  'message.wordings': forCentre(async (turn, args) => ({ views: [await wordingsView(turn, args.id)] })),
  'message.reword': forCentre(async (turn, args, how) => {
    const m = args.id ? await messagesDb.byId(turn.db, turn.network.id, args.id) : null
    if (!m) return { views: [warn(turn.speak, 'message.gone')] }
    if (m.state === 'retired') return { replace: centreCard(m, turn.speak, today(turn)) }
    const form = { form: 'message.reword', args: { id: m.id, v: String(m.version) }, values: valuesOf(m, turn.language) }
    return { begin: { ...form, dialog: how.dialog } }
  }),
}
