/** Minutes as they are read: head, attendance, lines, decisions, actions. The same parts in a preview, where each can be corrected. Pure. */
import { Temporal } from 'temporal-polyfill'
import { together, togetherSaid, wordsOf } from '../actions/show.ts'
import { facts, heading, list, notice, numbered, text } from '../dialogue/say.ts'
import { isolate, type Speak } from '../locales/speak.ts'
import type { MinutedAction, MinutedDecision, MinutedLine, MinutesContent } from '../model/minutes.ts'
import type { Bilingual, Language } from '../model/people.ts'
import type { Action, Part } from '../model/view.ts'
import { dayOf } from '../time/zone.ts'

/** `number` is null for what is not posted yet. */
export type Head = { number: number | null; version: number }
/** `actions` of those that were agreed in one sentence and stand as one. */
export type Corrections = {
  decision(d: MinutedDecision): Action[]
  action(a: MinutedAction): Action[]
  actions(group: readonly MinutedAction[]): Action[]
}

const none: Corrections = { decision: () => [], action: () => [], actions: () => [] }

export const dayNameOf = (speak: Speak, zone: string, content: Pick<MinutesContent, 'startsAt'>): string =>
  speak.day(dayOf(zone, Temporal.Instant.from(content.startsAt)))

export function titleOf(speak: Speak, zone: string, content: MinutesContent, head: Head): string {
  const day = dayNameOf(speak, zone, content)
  return head.number === null ? speak.say('minutes.draft', { day }) : speak.say('minutes.title', { number: head.number, day })
}

/** `card` is the language of the card they stand on, which may be another than the one they are read in. */
export function minutesParts(speak: Speak, zone: string, content: MinutesContent, head: Head, corrections: Corrections = none): Part[] {
  const decided = content.lines.flatMap(line => line.decisions.map(decision => ({ line, decision })))
  const agreed = content.lines.flatMap(line => line.actions.map(action => ({ line, action })))
  const titled = content.lines.filter(l => l.title)
  return [
    heading(titleOf(speak, zone, content, head)),
    ...(head.version > 1 ? [notice('info', speak.say('minutes.corrected', { n: head.version - 1 }))] : []),
    facts([
      [speak.say('minutes.when'), speak.instant(Temporal.Instant.from(content.startedAt))],
      [speak.say('minutes.hijri'), speak.hijri(dayOf(zone, Temporal.Instant.from(content.startsAt)))],
      [speak.say('minutes.closed'), content.closedAt ? speak.instant(Temporal.Instant.from(content.closedAt)) : null],
      [speak.say('minutes.place'), speak.pick(content.place) || null],
    ]),
    ...attendanceParts(speak, content),
    ...(titled.length > 0
      ? [
          text(speak.say('minutes.lines'), 'strong'),
          numbered(
            speak,
            titled.map(l => ({ text: lineSaid(speak, l) })),
          ),
        ]
      : []),
    text(speak.say('minutes.decisions'), 'strong'),
    ...(decided.length > 0
      ? [
          numbered(
            speak,
            decided.map(({ line, decision }) => ({
              text: wordsOf(speak, decision.text),
              detail: line.title ? titleIn(speak, line.title) : undefined,
              actions: corrections.decision(decision),
            })),
          ),
        ]
      : [text(speak.say('minutes.noDecisions'))]),
    text(speak.say('minutes.actions'), 'strong'),
    ...(agreed.length > 0
      ? [
          list(
            actionRows(
              speak,
              agreed.map(x => x.action),
              corrections,
            ),
          ),
        ]
      : [text(speak.say('minutes.noActions'))]),
    ...(oneLanguage(content, speak.language) ? [text(speak.say('minutes.asWritten'), 'subtle')] : []),
  ]
}

const titleIn = (speak: Speak, title: { ar: string; en: string }): string => title[speak.language]
const lineSaid = (speak: Speak, line: MinutedLine): string => {
  const title = line.title ? titleIn(speak, line.title) : ''
  return line.skipped ? speak.say('minutes.skipped', { title }) : title
}

export function actionSaid(speak: Speak, a: MinutedAction): { text: string; detail: string } {
  const organization = speak.pick(a.organization)
  const owner = a.member ? speak.say('action.owner', { organization, name: speak.pick(a.member) }) : organization
  return {
    text: speak.say('action.line', { number: a.number, _text: wordsOf(speak, a.text) }),
    detail: `${isolate(owner)} · ${speak.say('action.dueOn', { day: speak.day(a.dueOn) })}`,
  }
}

/** A line for each; those that were agreed in one sentence stand as one. */
const actionRows = (
  speak: Speak,
  agreed: readonly MinutedAction[],
  corrections: Corrections,
): (ReturnType<typeof actionSaid> & { actions: Action[] })[] =>
  together(agreed).map(group => {
    const [a] = group
    if (a && group.length === 1) return { ...actionSaid(speak, a), actions: corrections.action(a) }
    const whose = speak.list(group.map(x => speak.pick(x.organization)))
    return { ...togetherSaid(speak, group, whose, speak.day(a?.dueOn ?? '')), actions: corrections.actions(group) }
  })

function attendanceParts(speak: Speak, { attendance, attended }: MinutesContent): Part[] {
  if (!attendance || attendance.length === 0) return []
  return [
    text(speak.say(attended ? 'minutes.attended' : 'minutes.attendance'), 'strong'),
    list(attendance.map(a => ({ text: speak.pick(a.organization), detail: speak.list(a.people.map(p => speak.pick(p))) }))),
  ]
}

/** Whether anything of it is in the other language alone. */
function oneLanguage(content: MinutesContent, language: Language): boolean {
  const texts: Bilingual[] = content.lines.flatMap(l => [...l.decisions, ...l.actions].map(x => x.text))
  return texts.some(t => t[language] === undefined)
}

/** The actions of one organization, above everything else of what it is sent. */
export function ownParts(speak: Speak, content: MinutesContent, organizationId: string): Part[] {
  const own = content.lines.flatMap(l => l.actions).filter(a => a.organizationId === organizationId)
  if (own.length === 0) return []
  return [notice('warning', speak.say('minutes.yours', { n: own.length })), list(own.map(a => actionSaid(speak, a)))]
}
