/** An action as it is shown: in a line of a list, and whole on a card with what its reader may do about it. */
import type { FollowUp } from '../../db/actions.ts'
import * as people from '../../db/people.ts'
import { nameOf, type Voice } from '../activities/show.ts'
import { saidOn } from '../circulars/show.ts'
import { actions, button, facts, heading, list, notice, text, view } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import { isolate, type Speak } from '../locales/speak.ts'
import { type Bilingual, holds, type Language, type Role } from '../model/people.ts'
import type { Action, Part, View } from '../model/view.ts'
import { today } from '../time/zone.ts'

export const subjectOf = (id: string): string => `action:${id}`

export const isOverdue = (a: Pick<FollowUp, 'state' | 'dueOn'>, day: string): boolean => a.state === 'open' && a.dueOn < day

/** Names of the members that actions are owed by. */
export type Names = ReadonlyMap<string, Bilingual>
export async function namesFor(scene: Scene, all: readonly FollowUp[]): Promise<Names> {
  const out = new Map<string, Bilingual>()
  for (const id of new Set(all.flatMap(a => (a.memberId ? [a.memberId] : [])))) {
    const member = await people.member(scene.db, scene.network, id)
    if (member) out.set(id, member.name)
  }
  return out
}

/** A text in the reader's language, else in the other one, which keeps its own direction. */
export function wordsOf(speak: Speak, words: Bilingual, card: Language = speak.language): string {
  const own = words[speak.language]
  const shown = own === undefined ? (speak.language === 'ar' ? 'en' : 'ar') : speak.language
  return saidOn(card, shown, own ?? words[shown] ?? '')
}

/** Whose it is: the organization, and the member where one is named. */
export function ownerOf(voice: Voice, a: Pick<FollowUp, 'organizationId' | 'memberId'>, names: Names): string {
  const member = a.memberId ? names.get(a.memberId) : undefined
  const organization = nameOf(voice, a.organizationId)
  return member ? voice.speak.say('action.owner', { organization, name: voice.speak.pick(member) }) : organization
}

/** Organizations that are said by their names. */
const mostNamed = 6
/** Whose an action is that several owe: their names; where there are many, how many, or all but which. `all` are those that may owe one. */
export function whoseSaid(speak: Speak, ids: readonly string[], all: readonly string[], nameOf: (id: string) => string): string {
  if (ids.length <= mostNamed) return speak.list(ids.map(nameOf))
  const others = all.filter(id => !ids.includes(id))
  const n = ids.length
  if (others.length === 0) return speak.say('action.everyOne', { n })
  return others.length <= mostNamed
    ? speak.say('action.allBut', { n, _others: speak.list(others.map(nameOf)) })
    : speak.say('action.organizationsCount', { n })
}

/** Where it stands: done, dropped, overdue; null while it is open and in time. */
export function stateOf(speak: Speak, a: FollowUp, day: string): string | null {
  if (a.state !== 'open') return speak.say('action.state', { _state: a.state })
  return isOverdue(a, day) ? speak.say('action.overdue') : null
}

export function lineOf(
  voice: Voice,
  a: FollowUp,
  names: Names,
  day: string,
  how: { owner?: boolean } = {},
): { text: string; detail: string } {
  const { speak } = voice
  const rest = [
    how.owner === false
      ? a.memberId && names.has(a.memberId)
        ? isolate(speak.pick(names.get(a.memberId) ?? {}))
        : null
      : isolate(ownerOf(voice, a, names)),
    speak.say('action.dueOn', { day: speak.shortDay(a.dueOn) }),
    stateOf(speak, a, day),
  ]
  return { text: speak.say('action.line', { number: a.number, _text: wordsOf(speak, a.text) }), detail: rest.filter(Boolean).join(' · ') }
}

/** What a reader may do about an action. */
export type Eye = { settles: boolean; keeps: boolean }
export const eyeOf = (who: { organizationId: string; roles: readonly Role[] }, a: Pick<FollowUp, 'organizationId'>): Eye => {
  const keeps = holds(who, 'coordinator')
  return { settles: keeps || (holds(who, 'member') && who.organizationId === a.organizationId), keeps }
}

export function buttonsOf(speak: Speak, a: FollowUp, eye: Eye): Action[] {
  const args = { id: a.id, v: String(a.version) }
  if (a.state === 'open')
    return [
      ...(eye.settles
        ? [
            button(speak, 'action.done', 'action.done', args, { style: 'primary' }),
            button(speak, 'action.doneNote', 'action.doneNote', args, { opensForm: true }),
          ]
        : []),
      ...(eye.keeps
        ? [
            button(speak, 'dialogue.change', 'action.change', args, { opensForm: true }),
            button(speak, 'action.drop', 'action.drop', args, { opensForm: true, style: 'danger' }),
          ]
        : []),
    ]
  return eye.keeps ? [button(speak, 'action.reopen', 'action.reopen', args)] : []
}

export function partsOf(voice: Voice, a: FollowUp, names: Names, day: string): Part[] {
  const { speak } = voice
  const state = stateOf(speak, a, day)
  return [
    text(wordsOf(speak, a.text), 'strong'),
    facts([
      [speak.say('action.whose'), ownerOf(voice, a, names)],
      [speak.say('action.due'), speak.day(a.dueOn)],
      [speak.say('action.stands'), state],
      [speak.say('action.note'), a.note],
    ]),
  ]
}

/** The card: `note` stands at its head. */
export function cardOf(voice: Voice, a: FollowUp, names: Names, day: string, eye: Eye, note: Part | null = null): View {
  const { speak } = voice
  return view(
    speak.language,
    [
      ...(note ? [note] : []),
      heading(speak.say('action.title', { number: a.number })),
      ...partsOf(voice, a, names, day),
      actions(buttonsOf(speak, a, eye)),
    ],
    `${speak.say('action.title', { number: a.number })}: ${wordsOf(speak, a.text)}`,
  )
}

/** What tells actions apart but their numbers and organizations; `memberId` or `member` is whose it is by name. */
type Alike = Pick<FollowUp, 'number' | 'text' | 'dueOn' | 'organizationId'> & {
  state?: string
  memberId?: string | null
  member?: Bilingual | null
}

/** Actions that say the same, are due on the same day and follow each other in number, as one; the others each by itself. */
export function together<A extends Alike>(all: readonly A[]): [A, ...A[]][] {
  const out: [A, ...A[]][] = []
  for (const a of all) {
    const group = out.at(-1)
    const last = group?.at(-1)
    const same =
      last?.text.ar === a.text.ar &&
      last?.text.en === a.text.en &&
      last?.dueOn === a.dueOn &&
      last.state === a.state &&
      last.number + 1 === a.number
    const named = last?.member ?? last?.memberId ?? a.member ?? a.memberId
    if (group && same && !named && !group.some(b => b.organizationId === a.organizationId)) group.push(a)
    else out.push([a])
  }
  return out
}

/** The line of actions that are shown as one: their numbers, what is to be done, whose, until when. */
export function togetherSaid(
  speak: Speak,
  group: readonly { number: number; text: Bilingual }[],
  whose: string,
  due: string,
): { text: string; detail: string } {
  const numbers = speak.say('action.numbers', { first: group[0]?.number ?? 0, last: group.at(-1)?.number ?? 0 })
  return {
    text: speak.say('action.lineOf', { _numbers: numbers, _text: wordsOf(speak, group[0]?.text ?? {}) }),
    detail: `${isolate(whose)} · ${speak.say('action.dueOn', { day: due })}`,
  }
}

/** One card for actions that were agreed in one sentence: what is to be done once, and below it whose each is, under its number. */
export function severalCard(voice: Voice, made: readonly FollowUp[], all: readonly string[], note: Part | null): View {
  const { speak } = voice
  const [first, last] = [made[0], made.at(-1)]
  if (!first || !last) throw new Error('no action to show')
  const title = speak.say('action.titleOf', { first: first.number, last: last.number })
  const named = (id: string) => nameOf(voice, id)
  return view(
    speak.language,
    [
      ...(note ? [note] : []),
      heading(title),
      text(wordsOf(speak, first.text), 'strong'),
      facts([
        [
          speak.say('action.organizations'),
          whoseSaid(
            speak,
            made.map(a => a.organizationId),
            all,
            named,
          ),
        ],
        [speak.say('action.due'), speak.day(first.dueOn)],
      ]),
      list(made.map(a => ({ text: speak.say('action.line', { number: a.number, _text: isolate(named(a.organizationId)) }) }))),
    ],
    `${title}: ${wordsOf(speak, first.text)}`,
  )
}

export const warning = (speak: Speak, key: 'action.changedMeanwhile', number: number): Part => notice('warning', speak.say(key, { number }))

/** For one member: the card in their language, with the buttons that are theirs. */
export const cardFor = (
  scene: Scene,
  a: FollowUp,
  names: Names,
  language: Language,
  who: { organizationId: string; roles: readonly Role[] },
  note: Part | null = null,
) => cardOf({ speak: scene.voice(language), organizations: scene.organizations }, a, names, today(scene), eyeOf(who, a), note)
