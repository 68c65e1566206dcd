/** How a message of the bank is shown: plain lines to copy, in the reader's language first and the other beneath, then what stands behind it. */
import type { Message } from '../../db/messages.ts'
import { actions, button, heading, notice, text, view } from '../dialogue/say.ts'
import { isolate, type Speak } from '../locales/speak.ts'
import type { Bilingual, Language, Member } from '../model/people.ts'
import type { Action, Part, View } from '../model/view.ts'

export const subjectOf = (id: string): string => `message:${id}`

export const isPast = (m: Pick<Message, 'validUntil'>, day: string): boolean => m.validUntil !== null && m.validUntil < day

/** The text in the reader's language, and in the other where it has both; the other is isolated, so that its full stop stays at its own end. */
export function bothOf(said: Bilingual, language: Language): string[] {
  const [own, other] = language === 'ar' ? [said.ar, said.en] : [said.en, said.ar]
  return [...(own ? [own] : []), ...(other ? [isolate(other)] : [])]
}

/** Of facts and sources written in both languages with a stroke between, the side of the reader's language; else all of it. */
export function sideOf(written: string, language: Language): string {
  const sides = written
    .split(/[|｜]/u)
    .map(t => t.trim())
    .filter(Boolean)
  const inArabic = sides.filter(t => /\p{Script=Arabic}/u.test(t))
  if (sides.length !== 2 || inArabic.length !== 1) return written
  return sides.find(t => inArabic.includes(t) === (language === 'ar')) ?? written
}

/** What it is about: its topic, or the priority it is tied to. */
export const aboutOf = (m: Pick<Message, 'topic' | 'priority'>, speak: Speak): string => speak.pick(m.topic) || speak.pick(m.priority)

/** A message as it is handed out. */
export function messageParts(m: Message, speak: Speak): Part[] {
  const about = aboutOf(m, speak)
  return [
    ...(about ? [text(about, 'strong')] : []),
    ...bothOf(m.text, speak.language).map(t => text(t)),
    ...(m.facts ? [text(speak.say('message.factsLine', { facts: sideOf(m.facts, speak.language) }), 'subtle')] : []),
    ...(m.source ? [text(speak.say('message.sourceLine', { source: sideOf(m.source, speak.language) }), 'subtle')] : []),
    ...(m.validUntil ? [text(speak.say('message.validLine', { day: speak.day(m.validUntil) }), 'subtle')] : []),
  ]
}

/** Who approved it and when, how often it was worded otherwise: for the centre. */
export function historyLine(m: Message, speak: Speak, members: ReadonlyMap<string, Member>, earlier: number): Part[] {
  const by = m.approvedBy ? members.get(m.approvedBy) : undefined
  const said = [
    ...(m.approvedAt && by ? [speak.say('message.approvedLine', { name: speak.pick(by.name), when: speak.instant(m.approvedAt) })] : []),
    ...(earlier > 0 ? [speak.say('message.earlierCount', { n: earlier })] : []),
  ]
  return said.length > 0 ? [text(said.join(' · '), 'subtle')] : []
}

/** What a coordinator can do to a message as it stands. */
export function centreActions(m: Message, speak: Speak, day: string, how: { earlier?: number; inList?: boolean } = {}): Action[] {
  const earlier = how.earlier ?? 0
  // Pressed in a list, the answer is a message of its own, so that the list stays.
  const args = { id: m.id, v: String(m.version), ...(how.inList ? { l: '1' } : {}) }
  const wordings = earlier > 0 ? [button(speak, 'message.wordings', 'message.wordings', { id: m.id })] : []
  switch (m.state) {
    case 'proposed':
      return [
        button(speak, 'message.approve', 'message.approve', args, { style: 'primary' }),
        button(speak, 'message.reword', 'message.reword', args),
        button(speak, 'message.decline', 'message.retire', args, { style: 'danger' }),
        ...wordings,
      ]
    case 'approved':
      return [
        ...(isPast(m, day) ? [button(speak, 'message.keep', 'message.keep', args, { style: 'primary' })] : []),
        button(speak, 'message.reword', 'message.reword', args),
        button(speak, 'message.retire', 'message.retire', args, { style: 'danger' }),
        ...wordings,
      ]
    case 'retired':
      return wordings
    default:
      return m.state satisfies never
  }
}

/** How it stands, in a sentence. */
export function standing(m: Message, speak: Speak, day: string): Part {
  if (m.state === 'proposed') return notice('info', speak.say('message.isProposed'))
  if (m.state === 'retired') return notice('info', speak.say(m.approvedAt ? 'message.isRetired' : 'message.isDeclined'))
  if (isPast(m, day)) return notice('warning', speak.say('message.isPast'))
  return notice(
    'good',
    m.validUntil ? speak.say('message.isApprovedUntil', { day: speak.day(m.validUntil) }) : speak.say('message.isApproved'),
  )
}

/** The card of one message for the centre, as it stands. */
export function centreCard(m: Message, speak: Speak, day: string, head?: string): View {
  return view(speak.language, [
    heading(head ?? speak.say('message.one')),
    ...messageParts(m, speak),
    standing(m, speak, day),
    actions(centreActions(m, speak, day)),
  ])
}

/** "Is it still valid?", asked of the centre a few working days before its last day. */
export function stillValidCard(m: Message, speak: Speak): View {
  const args = { id: m.id, v: String(m.version) }
  const head = speak.say('message.stillValid', { day: m.validUntil ? speak.day(m.validUntil) : '' })
  return view(speak.language, [
    heading(head),
    ...messageParts(m, speak),
    actions([
      button(speak, 'message.keep', 'message.keep', args, { style: 'primary' }),
      button(speak, 'message.reword', 'message.reword', args),
      button(speak, 'message.retire', 'message.retire', args, { style: 'danger' }),
    ]),
  ])
}
