/** `/briefing`: a sentence that asks for one begins the form; without one, what was asked for so far and what can be done about it. */
import type { Briefing } from '../../db/agenda.ts'
import * as agendaDb from '../../db/agenda.ts'
import { nameOf } from '../activities/show.ts'
import { actions, button, divider, heading, onlyFor, text, view } from '../dialogue/say.ts'
import type { Answer, Asked, Turn } from '../dialogue/turn.ts'
import { dayName } from '../meetings/cards.ts'
import type { Meeting } from '../meetings/occurrences.ts'
import { holds } from '../model/people.ts'
import type { Part, View } from '../model/view.ts'
import { byWords } from '../understanding/by-words.ts'
import { fold } from '../understanding/fold.ts'
import { begin, mayAsk, openMeetings } from './briefing-form.ts'
import { briefingFacts, centreParts, ownActions } from './briefings.ts'
import { briefingPresses } from './decide.ts'
import { readBriefing } from './read-briefing.ts'

/** Cards of one list. */
const most = 6

const asksToSee =
  /\b(?:show|list|which|what|see|our briefings|status|who is presenting)\b|^(?:briefings?|العروض(?: الموجزه)?)$|(?:^|\s)(?:اعرض|ما|ماذا|اي|عروضنا|العروض|حاله|شنو|من)(?:\s|$)/u
const asksToTakeBack = /\b(?:withdraw|cancel|take back|drop|remove)\b|(?:^|\s)(?:سحب|اسحب|نسحب|الغ|الغاء|نلغي|الغوا)(?:\s|$)/u
const asksToChange = /\b(?:change|edit|correct|update|reschedule|rename)\b|(?:^|\s)(?:غير|تغيير|نغير|عدل|تعديل|نعدل|عدلوا|صحح)(?:\s|$)/u

export async function briefingCommand(turn: Turn, asked: Asked): Promise<Answer> {
  if (!mayAsk(turn)) return { views: [onlyFor(turn.speak, 'member')] }
  const folded = fold(asked.text)
  const all = await standing(turn)
  const takesBack = asksToTakeBack.test(folded)
  if (takesBack || asksToChange.test(folded)) {
    const own = all.filter(s => holds(turn.reader, 'coordinator') || s.briefing.organizationId === turn.reader.organizationId)
    const named = byWords(asked.text, own, s => [s.briefing.title.ar, s.briefing.title.en].filter(t => t !== undefined))
    const [only] = named.length === 1 ? named : own.length === 1 ? own : []
    if (!only) return { views: [listView(turn, own, await cards(turn, own))] }
    const { briefing } = only
    const press = takesBack ? 'briefing.withdraw' : 'briefing.change'
    if (!takesBack) {
      const { begin: begun } = begin(briefing, turn, asked.dialog)
      return { begin: { ...begun, change: asked.text } }
    }
    return briefingPresses[press]?.(turn, { id: briefing.id, version: String(briefing.version) }, { dialog: false }) ?? {}
  }
  const read = readBriefing(asked.text)
  const bare = !asked.text.trim()
  // A sentence that tells of one asks for it; without anything told, what stands is shown first.
  const tells = Boolean(read.title ?? read.presenter ?? read.minutes)
  if (all.length > 0 && (bare || (!tells && asksToSee.test(folded)))) return { views: [listView(turn, all, await cards(turn, all))] }
  if (!tells && asksToSee.test(folded)) return { views: [listView(turn, [], [])] }
  return { begin: { form: 'briefing', text: asked.text || undefined, message: asked.message, dialog: asked.dialog } }
}

type Standing = { briefing: Briefing; meeting: Meeting }

/** Briefings of the meetings ahead: all of them for the centre, what still waits first; the own organization's for everybody else. */
async function standing(turn: Turn): Promise<Standing[]> {
  const coordinator = holds(turn.reader, 'coordinator')
  const out: Standing[] = []
  for (const meeting of await openMeetings(turn))
    for (const briefing of await agendaDb.briefingsOf(
      turn.db,
      turn.network.id,
      meeting.id,
      coordinator ? { states: ['asked', 'accepted'] } : { organizationId: turn.reader.organizationId },
    ))
      out.push({ briefing, meeting })
  return coordinator ? [...out.filter(s => s.briefing.state === 'asked'), ...out.filter(s => s.briefing.state !== 'asked')] : out
}

async function cards(turn: Turn, all: readonly Standing[]): Promise<Part[]> {
  const coordinator = holds(turn.reader, 'coordinator')
  const parts: Part[] = []
  for (const { briefing, meeting } of all.slice(0, most))
    parts.push(
      divider,
      ...(coordinator
        ? (await centreParts(turn, briefing))(turn.speak)
        : [briefingFacts(turn, turn.speak, briefing, meeting), actions(ownActions(turn, turn.speak, briefing, meeting))]),
    )
  return parts
}

function listView(turn: Turn, all: readonly Standing[], parts: Part[]): View {
  const { speak } = turn
  const rest = all
    .slice(most)
    .map(({ briefing: b, meeting: m }) => text(`${speak.pick(b.title)} · ${nameOf(turn, b.organizationId)} · ${dayName(turn, speak, m)}`))
  return view(turn.language, [
    heading(speak.say('briefing.list', { n: all.length })),
    ...parts,
    ...rest,
    actions([button(speak, 'briefing.ask', 'briefing.ask', {}, all.length === 0 ? { style: 'primary' } : {})]),
  ])
}

export const askPress = async (turn: Turn, _args: Record<string, string>, how: { dialog: boolean }): Promise<Answer> =>
  mayAsk(turn) ? { begin: { form: 'briefing', dialog: how.dialog } } : { views: [onlyFor(turn.speak, 'member')] }
