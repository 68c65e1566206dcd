/** A support request as it is shown: in a line of a list, and whole on a card with what its reader may do about it. */
import * as activitiesDb from '../../db/activities.ts'
import * as people from '../../db/people.ts'
import * as supportDb from '../../db/support.ts'
import { centre, eyesOf } from '../activities/eyes.ts'
import { nameOf, type Voice } from '../activities/show.ts'
import { saidOn } from '../circulars/show.ts'
import { actions, button, facts, heading, list, notice, text, view } from '../dialogue/say.ts'
import type { Scene } from '../dialogue/turn.ts'
import { isolate, type Speak } from '../locales/speak.ts'
import type { Activity } from '../model/activity.ts'
import { type Bilingual, holds, type Language, type Role } from '../model/people.ts'
import { isOpen, type SupportMessage, type SupportRequest, type SupportSide } from '../model/support.ts'
import type { Action, Part, View } from '../model/view.ts'
import { today } from '../time/zone.ts'
import { asksHelp } from '../understanding/asks-help.ts'
import { languageOf } from '../understanding/language.ts'

export const subjectOf = (id: string): string => `support:${id}`
export const isOverdue = (r: Pick<SupportRequest, 'state' | 'dueOn'>, day: string): boolean => isOpen(r.state) && r.dueOn < day

/** Messages that stand on a card; the rest is shown on request. */
const latest = 3

export type Who = { organizationId: string; roles: readonly Role[] }

/** On which side of a request somebody stands; null where they may not see it. */
export function sideOf(who: Who, r: Pick<SupportRequest, 'organizationId' | 'partnerId' | 'partnerState'>): SupportSide | null {
  if (holds(who, 'coordinator')) return 'centre'
  if (!holds(who, 'member')) return null
  if (who.organizationId === r.organizationId) return 'asker'
  return who.organizationId === r.partnerId && r.partnerState === 'accepted' ? 'partner' : null
}

/** Whether they may answer for whoever asked: members of the organization, and the centre where it asked itself. */
export const asks = (who: Who, r: Pick<SupportRequest, 'organizationId'>): boolean =>
  (holds(who, 'member') || holds(who, 'coordinator')) && who.organizationId === r.organizationId

/** All that a card needs besides the request: names, what was written, and the activity as each side may see it. */
export type Around = {
  names: ReadonlyMap<string, Bilingual>
  messages: readonly SupportMessage[]
  activity: Readonly<Record<SupportSide, Activity | null>>
  day: string
}

export async function namesOf(scene: Scene, ids: readonly (string | null)[]): Promise<Map<string, Bilingual>> {
  const out = new Map<string, Bilingual>()
  for (const id of new Set(ids)) {
    const member = id ? await people.member(scene.db, scene.network, id) : null
    if (id && member) out.set(id, member.name)
  }
  return out
}

export async function aroundOf(scene: Scene, r: SupportRequest): Promise<Around> {
  const messages = await supportDb.messagesOf(scene.db, scene.network.id, r.id)
  const seen = async (organizationId: string | null) =>
    r.activityId && organizationId ? activitiesDb.byId(scene.db, eyesOf(scene, organizationId), r.activityId) : null
  return {
    messages,
    names: await namesOf(scene, [r.memberId, r.ownerId, r.settledBy, ...messages.map(m => m.memberId)]),
    activity: {
      centre: r.activityId ? await activitiesDb.byId(scene.db, centre(scene), r.activityId) : null,
      asker: await seen(r.organizationId),
      partner: await seen(r.partnerId),
    },
    day: today(scene),
  }
}

/** What somebody wrote, keeping its own direction on a card of the other language. */
export const written = (speak: Speak, said: string): string => saidOn(speak.language, languageOf(said) ?? speak.language, said)

export const kindSaid = (speak: Speak, kind: string): string => speak.say('support.kinds', { _kind: kind })

/** What is asked for: the kind, or the words of a need that is of no kind. */
export const whatOf = (speak: Speak, r: Pick<SupportRequest, 'kind' | 'need'>): string =>
  r.kind === 'other' && r.need ? isolate(r.need) : kindSaid(speak, r.kind)

const nameIn = (speak: Speak, names: Around['names'], id: string | null): string => speak.pick((id && names.get(id)) || {})

/** Where it stands, in one phrase. */
export function stateOf(speak: Speak, r: SupportRequest, names: Around['names']): string {
  if (r.state === 'taken' && names.has(r.ownerId ?? '')) return speak.say('support.takenBy', { name: nameIn(speak, names, r.ownerId) })
  if (r.state === 'closed') return speak.say(r.settledBy ? 'support.thanked' : 'support.closedItself')
  return speak.say('support.states', { _state: r.state })
}

const titleOf = (speak: Speak, a: Activity): string =>
  speak.say('support.ofActivity', { title: speak.pick(a.title), reference: a.reference })

/** A line of a list; `whose` names the organization. */
export function lineOf(
  voice: Voice,
  r: SupportRequest,
  at: { names: Around['names']; titles: ReadonlyMap<string, Activity>; day: string },
  how: { whose: boolean },
): { text: string; detail: string } {
  const { speak } = voice
  const activity = r.activityId ? at.titles.get(r.activityId) : undefined
  const details = r.details && [...r.details].length > 80 ? `${[...r.details].slice(0, 79).join('')}…` : r.details
  const what = activity ? isolate(speak.pick(activity.title)) : details ? isolate(details) : null
  const rest = [
    how.whose ? isolate(nameOf(voice, r.organizationId)) : null,
    speak.say('support.dueOn', { day: speak.shortDay(r.dueOn) }),
    r.urgent && isOpen(r.state) ? speak.say('support.urgentMark') : null,
    isOverdue(r, at.day) ? speak.say('support.overdueMark') : null,
    stateOf(speak, r, at.names),
  ]
  return {
    text: what
      ? speak.say(!activity && r.details && asksHelp(r.details) ? 'support.lineSaid' : 'support.lineFor', {
          reference: r.reference,
          _kind: whatOf(speak, r),
          _what: what,
        })
      : speak.say('support.line', { reference: r.reference, _kind: whatOf(speak, r) }),
    detail: rest.filter(Boolean).join(' · '),
  }
}

export function buttonsOf(speak: Speak, r: SupportRequest, who: Who): Action[] {
  const side = sideOf(who, r)
  if (!side) return []
  const args = { id: r.id, v: String(r.version) }
  const form = (label: Parameters<typeof button>[1], name: string, style: Action['style'] = 'normal') =>
    button(speak, label, name, args, { opensForm: true, style })
  const open = isOpen(r.state)
  const out: Action[] = []
  if (side === 'centre' && r.state === 'asked') out.push(button(speak, 'support.take', 'support.take', args, { style: 'primary' }))
  if (side === 'centre' && r.state === 'taken') out.push(button(speak, 'support.done', 'support.done', args, { style: 'primary' }))
  if (asks(who, r) && r.state === 'done') {
    out.push(button(speak, 'support.thanks', 'support.thanks', args, { style: 'primary' }))
    out.push(form('support.notYet', 'support.notYet'))
  }
  if (asks(who, r) && r.state === 'closed') out.push(form('support.again', 'support.notYet'))
  if (open || r.state === 'done') out.push(form('support.reply', 'support.reply'))
  if (side === 'centre' && open) {
    out.push(form(r.ownerId ? 'support.giveOther' : 'support.give', 'support.give'), form('support.pass', 'support.pass'))
  }
  if (open && side !== 'partner') out.push(form('dialogue.change', 'support.change'))
  if (side === 'centre' && open) out.push(form('support.decline', 'support.decline', 'danger'))
  if (asks(who, r) && open) out.push(form('support.withdraw', 'support.withdraw', 'danger'))
  return out
}

/** The messages, the last few or all; a partner reads those since it was asked. */
function threadOf(voice: Voice, r: SupportRequest, around: Around, side: SupportSide, all: boolean): Part[] {
  const { speak } = voice
  const since = r.partnerSince?.epochMilliseconds ?? 0
  const mine = side === 'partner' ? around.messages.filter(m => m.at.epochMilliseconds >= since) : around.messages
  if (mine.length === 0) return []
  const shown = all ? mine : mine.slice(-latest)
  return [
    text(speak.say('support.messages', { n: mine.length }), 'strong'),
    list(
      shown.map(m => ({
        text: written(speak, m.text),
        detail: speak.say('support.messageBy', {
          name: nameIn(speak, around.names, m.memberId),
          organization: nameOf(voice, m.organizationId),
          _at: speak.instant(m.at),
        }),
      })),
    ),
    ...(shown.length < mine.length ? [actions([button(speak, 'support.allMessages', 'support.thread', { id: r.id })])] : []),
  ]
}

/** The card for whoever is spoken to; `note` stands at its head, `all` shows every message. */
export function cardOf(voice: Voice, r: SupportRequest, around: Around, who: Who, how: { note?: Part[]; all?: boolean } = {}): View {
  const { speak } = voice
  const title = speak.say('support.line', { reference: r.reference, _kind: whatOf(speak, r) })
  const side = sideOf(who, r)
  if (!side) return view(speak.language, [...(how.note ?? []), text(speak.say('support.noMore', { reference: r.reference }))])
  const activity = around.activity[side]
  const partner = r.partnerId && r.partnerState ? nameOf(voice, r.partnerId) : null
  return view(
    speak.language,
    [
      ...(how.note ?? []),
      heading(title),
      ...(r.urgent && isOpen(r.state) ? [notice('warning', speak.say('support.isUrgent'))] : []),
      facts([
        [speak.say('support.activity'), activity && titleOf(speak, activity)],
        [speak.say('activity.when'), activity && speak.when(activity.when)],
        [speak.say('activity.venue'), activity?.venue ? speak.venue(activity.venue) : null],
        [speak.say('support.details'), r.details && (side !== 'partner' || mayTell(r, around)) ? written(speak, r.details) : null],
        [speak.say('support.due'), speak.day(r.dueOn)],
        [
          speak.say('support.askedBy'),
          speak.say('support.person', {
            name: nameIn(speak, around.names, r.memberId),
            organization: nameOf(voice, r.organizationId),
          }),
        ],
        [speak.say('support.partner'), partner && speak.say('support.partnerIs', { partner, _state: r.partnerState ?? '' })],
        [
          speak.say('support.stands'),
          [stateOf(speak, r, around.names), isOverdue(r, around.day) ? speak.say('support.overdueMark') : null].filter(Boolean).join(' · '),
        ],
        [speak.say('support.reason'), r.reason && written(speak, r.reason)],
      ]),
      ...threadOf(voice, r, around, side, how.all ?? false),
      actions([
        ...buttonsOf(speak, r, who),
        ...(activity ? [button(speak, 'support.openActivity', 'activity.open', { id: activity.id })] : []),
      ]),
    ],
    title,
  )
}

/** What was written for the centre may name what a partner may not see: it is told where there is no such activity. */
export const mayTell = (r: Pick<SupportRequest, 'activityId'>, around: Pick<Around, 'activity'>): boolean =>
  r.activityId === null || around.activity.partner !== null

/** In a language, for one member. */
export const cardFor = (
  scene: Scene,
  r: SupportRequest,
  around: Around,
  language: Language,
  who: Who,
  how: { note?: Part[]; all?: boolean } = {},
): View => cardOf({ speak: scene.voice(language), organizations: scene.organizations }, r, around, who, how)
