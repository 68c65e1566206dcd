/** A request that the centre passes to another organization: a question to its members, whether they can help. */

import { Temporal } from 'temporal-polyfill'
import * as supportDb from '../../db/support.ts'
import { centre } from '../activities/eyes.ts'
import { nameOf } from '../activities/show.ts'
import { type Ask, close, put, toOrganization } from '../delivery/ask.ts'
import { facts, heading, list, notice, text } from '../dialogue/say.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import type { Question } from '../dialogue/wing.ts'
import type { Key } from '../locales/words.ts'
import { isOpen, type SupportRequest } from '../model/support.ts'
import { closes } from '../time/working-days.ts'
import { agrees } from '../understanding/agrees.ts'
import { askers, atCentre, changeNow, shown, tellOf } from './keep.ts'
import { workingDaysAfter } from './moments.ts'
import { aroundOf, mayTell, whatOf, written } from './show.ts'

/** Working days in which an organization is waited for where the day it is due is near. */
const answeredWithin = 2

export const partnerQuestion: Question = {
  kind: 'support.partner',
  heard: agrees('accept', 'decline'),
  async show(scene, ask) {
    const r = await supportDb.byId(scene.db, centre(scene), ask.subject)
    // Another organization may have been asked since.
    if (!r) return null
    const around = await aroundOf(scene, { ...r, partnerId: ask.askedId })
    const since = r.partnerId === ask.askedId ? (r.partnerSince?.epochMilliseconds ?? 0) : Number.POSITIVE_INFINITY
    const words = around.messages.filter(m => m.side === 'centre' && m.at.epochMilliseconds >= since)
    return speak => {
      const activity = around.activity.partner
      const voice = { speak, organizations: scene.organizations }
      return {
        parts: [
          heading(speak.say('support.partnerAsked', { organization: nameOf(voice, r.organizationId) })),
          facts([
            [speak.say('support.kind'), whatOf(speak, r)],
            [speak.say('support.activity'), activity && speak.pick(activity.title)],
            [speak.say('activity.when'), activity && speak.when(activity.when)],
            [speak.say('activity.venue'), activity?.venue ? speak.venue(activity.venue) : null],
            [speak.say('support.details'), r.details && mayTell(r, around) ? written(speak, r.details) : null],
            [speak.say('support.due'), speak.day(r.dueOn)],
          ]),
          ...(words.length > 0 ? [list(words.map(m => ({ text: written(speak, m.text) })))] : []),
          ...(isOpen(r.state) ? [] : [text(speak.say('support.states', { _state: r.state }), 'subtle' as const)]),
        ],
      }
    }
  },
  answers: {
    accept: {
      label: 'support.partnerAccept',
      style: 'primary',
      said: 'support.partnerAcceptedBy',
      async does(turn, ask) {
        const r = await answered(turn, ask, 'accepted', 'support.partnerAccepted')
        return r ? { views: [await shown(turn, r, notice('good', turn.speak.say('support.youAccepted')))] } : {}
      },
    },
    decline: {
      label: 'support.partnerDecline',
      said: 'support.partnerDeclinedBy',
      async does(turn, ask) {
        await answered(turn, ask, 'declined', 'support.partnerDeclined')
        return {}
      },
    },
  },
  async expired(scene, ask) {
    const r = await supportDb.byId(scene.db, centre(scene), ask.subject)
    if (!r || r.partnerId !== ask.askedId || r.partnerState !== 'asked') return
    const after = await changeNow(scene, null, r.id, 'partner', { partnerId: null, partnerState: null, partnerSince: null })
    if (after) await tellAnswer(scene, after, ask.askedId, 'support.partnerSilent', await atCentre(scene, after))
  },
}

const tellAnswer = (scene: Scene, r: SupportRequest, organizationId: string, key: Key, members: Parameters<typeof tellOf>[1]) =>
  tellOf(
    scene,
    members,
    r,
    {
      key,
      tone: key === 'support.partnerAccepted' ? 'good' : 'info',
      values: speak => ({ organization: nameOf({ speak, organizations: scene.organizations }, organizationId) }),
    },
    { once: `${key}:${r.version}`, urgent: r.urgent },
  )

async function answered(turn: Turn, ask: Ask, state: 'accepted' | 'declined', key: Key): Promise<SupportRequest | null> {
  const r = await supportDb.byId(turn.db, centre(turn), ask.subject)
  if (!r || r.partnerId !== ask.askedId || !isOpen(r.state)) return null
  const after = await changeNow(turn, turn.member.id, r.id, 'partner', { partnerState: state })
  if (!after) return null
  // That somebody said no is the centre's to know.
  const told = [...(await atCentre(turn, after)), ...(state === 'accepted' ? await askers(turn, after) : [])]
  await tellAnswer(turn, after, ask.askedId, key, told)
  return after
}

/** Asks an organization; null where none of its members can be written to, and then nobody waits for them. */
export async function askPartner(turn: Turn, r: SupportRequest, organizationId: string): Promise<boolean> {
  await withdrawAsk(turn, r)
  const dayEnds = closes(turn.calendar, Temporal.PlainDate.from(r.dueOn))
  const least = workingDaysAfter(turn.calendar, turn.now, answeredWithin)
  const expiresAt = Temporal.Instant.compare(dayEnds, least) > 0 ? dayEnds : least
  const asked = await put(turn, partnerQuestion, { ...toOrganization(organizationId), subject: r.id, expiresAt })
  if (asked && asked.told.length === 0) {
    await withdrawAsk(turn, r)
    return false
  }
  return true
}

/** Whoever was asked to help need not answer any more. */
export const withdrawAsk = (scene: Scene, r: Pick<SupportRequest, 'id'>) => close(scene, partnerQuestion, r.id)
