/** What is shown of a circular before it goes: the wording as its readers will see it, whom it reaches on which platform, and when. */
import type { Temporal } from 'temporal-polyfill'
import type { Circular } from '../../db/circulars.ts'
import * as circularsDb from '../../db/circulars.ts'
import * as people from '../../db/people.ts'
import { reachOf } from '../delivery/promise.ts'
import type { Asking, Values } from '../dialogue/form.ts'
import { divider, notice, text } from '../dialogue/say.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Adviser } from '../dialogue/wing.ts'
import type { Speak } from '../locales/speak.ts'
import { prioritiesFor, type Served } from '../messages/about.ts'
import { addressees, audienceOf, isMeant } from '../model/circular.ts'
import { type Language, type Member, type Organization, type Platform, platforms } from '../model/people.ts'
import type { Part } from '../model/view.ts'
import { goesOut, readersOf } from './send.ts'
import { bodyOf, headingOf, saidOn } from './show.ts'
import { textOf } from './texts.ts'

/** Somebody who may be meant, and on which platform they would be told; null where they cannot be reached. */
type Person = Pick<Member, 'organizationId' | 'roles'> & { platform: Platform | null }
export type Work = Served & {
  people: readonly Person[]
  organizations: readonly Organization[]
  voice: (language: Language) => Speak
  /** When a normal one goes out; null for at once. */
  opensAt: Temporal.Instant | null
  /** The circular that is corrected: its readers are those in `people`. */
  circular: Circular | null
}

/** A line to take is urgent, and goes into the message bank too. */
export const urgencies = ['normal', 'urgent', 'line'] as const
export type Urgency = (typeof urgencies)[number]

/** Normal unless it is said. */
export const urgencyOf = (values: Partial<Values>): Urgency => urgencies.find(u => u === values.urgency) ?? 'normal'
export const isUrgent = (values: Partial<Values>): boolean => urgencyOf(values) !== 'normal'

/** Those it goes to; of a correction, those the wording before went to. */
export function meantOf(values: Partial<Values>, work: Work): readonly Person[] {
  if (work.circular) return work.people
  const audience = audienceOf(addressees.safeParse(values.to).data ?? [])
  return work.people.filter(p => isMeant(audience, p))
}

/** The wording as its readers will see it, in each language it has. */
export function previewOf(values: Partial<Values>, { speak }: Asking, work: Work): Part[] {
  const written = textOf(values)
  const line = work.circular?.line ?? urgencyOf(values) === 'line'
  const c = { urgent: isUrgent(values), line, text: written, version: (work.circular?.version ?? 0) + 1 }
  const seen = (['ar', 'en'] as const).filter(l => written[l])
  return [
    divider,
    text(speak.say('circular.preview'), 'subtle'),
    ...seen.flatMap(l => {
      const theirs = work.voice(l)
      return [
        text(saidOn(speak.language, l, headingOf(theirs, work.circular?.reference ?? null)), 'strong' as const),
        ...bodyOf(theirs, c, speak.language),
      ]
    }),
    divider,
  ]
}

/**
 * Whom it reaches, on which platform, and when it goes out: said before anything is sent. A form that was filled in and sent off comes back with it as a
 * card, so that no circular goes out unseen.
 */
export const reachAdvice: Adviser = async (turn, values, args) => {
  const circular = args.id ? await circularsDb.byId(turn.db, turn.network.id, args.id) : null
  const work = await workOf(turn, circular)
  const { speak } = turn
  const when =
    isUrgent(values) || !work.opensAt ? speak.say('circular.goesNow') : speak.say('circular.goesAt', { at: speak.instant(work.opensAt) })
  return [...reachSaid(speak, meantOf(values, work)), text(when, 'subtle')]
}

function reachSaid(speak: Speak, meant: readonly Person[]): Part[] {
  const on = platforms.flatMap(p => {
    const n = meant.filter(m => m.platform === p).length
    return n > 0 ? [speak.say('circular.onPlatform', { _platform: speak.say('network.platform', { _platform: p }), n })] : []
  })
  const reached = meant.filter(m => m.platform !== null).length
  const not = meant.length - reached
  return [
    notice('info', speak.say('circular.reaches', { n: reached, _platforms: speak.list(on) })),
    ...(not > 0 ? [notice('warning', speak.say('circular.reachesNot', { n: not }))] : []),
  ]
}

export async function workOf(turn: Turn, circular: Circular | null): Promise<Work> {
  const members = circular
    ? (await readersOf(turn, circular)).map(r => r.member)
    : (await people.activeMembers(turn.db, turn.network)).filter(m => m.id !== turn.member.id)
  const reach = await reachOf(turn, members)
  const opens = goesOut(turn, false)
  return {
    priorities: await prioritiesFor(turn, null),
    people: members.map(m => ({ organizationId: m.organizationId, roles: m.roles, platform: reach.get(m.id) ?? null })),
    organizations: turn.organizations.filter(o => o.active),
    voice: turn.voice,
    opensAt: opens.equals(turn.now) ? null : opens,
    circular,
  }
}
