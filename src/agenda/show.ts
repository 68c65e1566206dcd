/** How a line of an agenda is said: its title, and what stands under it, all of it and as much as a card of a chat has room for. */
import { onLine } from '../actions/list.ts'
import { lineOf as actionLine } from '../actions/show.ts'
import { lineOf, nameOf, type Voice } from '../activities/show.ts'
import { reasonsSaid } from '../clashes/advise.ts'
import { actionsOf } from '../clashes/show.ts'
import { actions, button, list, numbered, text } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Speak } from '../locales/speak.ts'
import { holds } from '../model/people.ts'
import type { Action, Part } from '../model/view.ts'
import { changeKinds, changeLine } from '../plan/changes.ts'
import type { AgendaLine, LineClash } from './agenda.ts'
import { fitted, paged, rowsOf } from './rows.ts'

/** "Changes since edition 7", «عرض موجز: …» */
export function lineTitle(speak: Speak, line: AgendaLine): string {
  switch (line.kind) {
    case 'actions':
      return speak.say('agenda.actions')
    case 'changes':
      return speak.say('agenda.changes', { since: line.since })
    case 'plan':
      return speak.say('agenda.plan')
    case 'priorities':
      return speak.say('agenda.priorities')
    case 'clashes':
      return speak.say('agenda.clashes', { n: line.clashes.length })
    case 'briefing':
      return speak.say('agenda.briefing', { title: speak.pick(line.briefing.title) })
    case 'business':
      return speak.say('agenda.business', { text: speak.pick(line.text) })
    case 'echo':
    case 'stories':
    case 'support':
    case 'training':
      return speak.say('agenda.report', { _kind: line.kind, _month: line.month ? speak.month(line.month) : '' })
    case 'next':
      return speak.say('agenda.next')
    default:
      return line satisfies never
  }
}

/** What a line is about, without its title. */
export function lineParts(voice: Voice, line: AgendaLine): Part[] {
  const { speak } = voice
  switch (line.kind) {
    case 'actions':
      return [list(line.actions.map(a => actionLine(voice, a, line.names, line.day)))]
    case 'changes':
      return [
        text(
          changeKinds
            .map(kind => [kind, line.changes.filter(c => c.kind === kind).length] as const)
            .flatMap(([kind, n]) => (n > 0 ? [speak.say('agenda.changeKinds', { _kind: kind, n })] : []))
            .join(speak.language === 'ar' ? '، ' : ', '),
        ),
        list(line.changes.map(c => ({ text: changeLine(c, speak) }))),
      ]
    case 'plan':
      return line.months.flatMap(m => [
        text(speak.say('agenda.month', { month: speak.month(m.month), n: m.count })),
        list(m.notable.map(a => lineOf(a, voice))),
      ])
    case 'priorities':
      return [...new Set(line.priorities.map(p => p.month))].flatMap(month => [
        text(speak.month(month)),
        numbered(
          speak,
          line.priorities.filter(p => p.month === month).map(p => ({ text: speak.pick(p.title) })),
        ),
      ])
    case 'clashes':
      return [list(line.clashes.map(c => clashLine(voice, c)))]
    case 'briefing': {
      const { presenter, link, organizationId } = line.briefing
      return [
        text(speak.say('agenda.presents', { organization: nameOf(voice, organizationId), presenter: speak.half(presenter) })),
        ...(link ? [text(link, 'subtle')] : []),
      ]
    }
    case 'business':
      return []
    case 'echo':
    case 'stories':
    case 'support':
    case 'training':
      return line.said(voice)
    case 'next':
      return [text(speak.instant(line.meeting.startsAt))]
    default:
      return line satisfies never
  }
}

/** Rows under a line where the whole agenda is shown: what a phone shows at once. */
const mostRows = 6

/** A line among the others on a card: the rest of a long one is behind a button. */
export function shortParts(voice: Voice, meetingId: string, line: AgendaLine): Part[] {
  const { speak } = voice
  const { parts, left } = fitted(lineParts(voice, line), mostRows)
  // Of the plan only what is notable is named here, and the rest of it is the plan's own.
  const more = line.kind === 'plan' ? line.months.reduce((n, m) => n + m.count, 0) - rowsOf(parts) : left
  return more > 0 ? [...parts, actions([button(speak, 'agenda.andMore', ...whole(meetingId, line), { values: { n: more } })])] : parts
}

/** What shows the whole of a line. */
function whole(meeting: string, line: AgendaLine): [string, Record<string, string>] {
  if (line.kind === 'plan') return ['command', { name: 'plan' }]
  if (line.kind === 'changes') return ['plan.changes', { since: String(line.since) }]
  return ['agenda.line', { meeting, key: line.key }]
}

/** Rows on one page of a line that is shown by itself. */
const perPage = 12

/** One line by itself, from a row on, on a card of its own (`own`) or of the meeting that comes to it; clashes with the buttons that settle them, and actions with those that say that they are done. */
export function lineWhole(turn: Turn, meeting: string, line: AgendaLine, { from = 0, own = false } = {}): Part[] {
  const { speak } = turn
  const { parts, left } = paged(withDeeds(turn, line), from, perPage)
  const to = (i: number) => ({ meeting, key: line.key, i: String(i), ...(own ? { own: '1' } : {}) })
  return [
    ...parts,
    actions([
      ...(from > 0 ? [button(speak, 'dialogue.back', 'agenda.line', to(Math.max(0, from - perPage)))] : []),
      ...(left > 0 ? [button(speak, 'agenda.andMore', 'agenda.line', to(from + perPage), { values: { n: left } })] : []),
    ]),
  ]
}

function withDeeds(turn: Turn, line: AgendaLine): Part[] {
  const parts = lineParts(turn, line)
  if (line.kind === 'actions') return withButtons(parts, i => (line.actions[i] ? onLine(turn, line.actions[i]) : []))
  if (line.kind !== 'clashes') return parts
  const eye = { organizationId: turn.reader.organizationId, coordinator: holds(turn.reader, 'coordinator') }
  return withButtons(parts, i => {
    const clash = line.clashes[i]
    return clash ? actionsOf(turn.speak, clash, { ...eye, seen: clash.seen }) : []
  })
}

/** The items of a list in their order, each with its own buttons. */
const withButtons = (parts: readonly Part[], of: (i: number) => Action[]): Part[] =>
  parts.map(p => (p.kind === 'list' ? { ...p, items: p.items.map((item, i) => ({ ...item, actions: of(i) })) } : p))

/** The two titles, and why they clash where both may be seen. */
function clashLine({ speak }: Voice, { clash, activities, seen }: LineClash): { text: string; detail: string } {
  const titles = speak.list(activities.map(a => (seen.has(a.id) ? speak.pick(a.title) : speak.say('clash.hidden'))))
  const hidden = activities.some(a => !seen.has(a.id))
  return { text: titles, detail: hidden ? speak.say('clash.askCentre') : reasonsSaid({ speak }, clash.reasons) }
}
