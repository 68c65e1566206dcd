/** How a line of an agenda is said: its title, and what a chat shows under it. The rest of the house shows it the same way. */
import { lineOf as actionLine } from '../actions/show.ts'
import { lineOf, nameOf, type Voice } from '../activities/show.ts'
import { reasonsSaid } from '../clashes/advise.ts'
import { list, numbered, text } from '../dialogue/say.ts'
import type { Speak } from '../locales/speak.ts'
import type { Part } from '../model/view.ts'
import { changeKinds, changeLine } from '../plan/changes.ts'
import type { AgendaLine, LineClash } from './agenda.ts'

/** Changes named in a chat; all of them are behind a button. */
const mostChanges = 5
/** Actions named in a chat. */
const mostActions = 12

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
    case 'actions': {
      const more = line.actions.length - mostActions
      return [
        list(line.actions.slice(0, mostActions).map(a => actionLine(voice, a, line.names, line.day))),
        ...(more > 0 ? [text(speak.say('agenda.moreActions', { n: more }), 'subtle')] : []),
      ]
    }
    case 'changes':
      return [
        text(
          changeKinds
            .map(kind => [kind, line.changes.filter(c => c.kind === kind).length] as const)
            .flatMap(([kind, n]) => (n > 0 ? [speak.say('agenda.changeKinds', { _kind: kind, n })] : []))
            .join(speak.language === 'ar' ? '، ' : ', '),
        ),
        list(line.changes.slice(0, mostChanges).map(c => ({ text: changeLine(c, speak) }))),
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

/** The two titles, and why they clash where both may be seen. */
function clashLine({ speak }: Voice, { clash, activities, seen }: LineClash): { text: string; detail: string } {
  const titles = speak.list(activities.map(a => (seen.has(a.id) ? speak.pick(a.title) : speak.say('clash.hidden'))))
  const hidden = activities.some(a => !seen.has(a.id))
  return { text: titles, detail: hidden ? speak.say('clash.askCentre') : reasonsSaid({ speak }, clash.reasons) }
}
