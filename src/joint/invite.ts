/** Partners of a joint activity: invited when the owner confirms it, told of what changes once they accepted, told when they are partners no more. */

import { Temporal } from 'temporal-polyfill'
import * as activitiesDb from '../../db/activities.ts'
import * as asksDb from '../../db/asks.ts'
import { centre, eyesOf } from '../activities/eyes.ts'
import { nameOf, partsOf } from '../activities/show.ts'
import { boundsOf } from '../activities/when.ts'
import { type Ask, close, put, redraw, toOrganization, writers } from '../delivery/ask.ts'
import { tell } from '../delivery/promise.ts'
import { record } from '../dialogue/record.ts'
import { same } from '../dialogue/same.ts'
import { actions, button, facts, heading, notice, text, view } from '../dialogue/say.ts'
import type { Scene, Turn } from '../dialogue/turn.ts'
import type { Question } from '../dialogue/wing.ts'
import type { Speak } from '../locales/speak.ts'
import type { Activity } from '../model/activity.ts'
import type { Part } from '../model/view.ts'
import { agrees } from '../understanding/agrees.ts'

/** Title, date and owner: what an invitation tells, of an embargoed activity too, and no more. */
export const outline = (scene: Scene, speak: Speak, a: Activity): Part =>
  facts([
    [speak.say('activity.title'), speak.pick(a.title)],
    [speak.say('activity.when'), speak.when(a.when)],
    [speak.say('activity.owner'), nameOf({ speak, organizations: scene.organizations }, a.ownerId)],
  ])

export const partnerQuestion: Question = {
  kind: 'joint.partner',
  heard: agrees('accept', 'decline'),
  async show(scene, ask) {
    const a = await activitiesDb.byId(scene.db, centre(scene), ask.subject)
    if (!a) return null
    // Who declined, or was taken off, learns nothing new of what they may not see by pressing an old button.
    const seen = ask.state === 'open' || (await activitiesDb.byId(scene.db, eyesOf(scene, ask.askedId), a.id)) !== null
    return speak => ({
      parts: [
        heading(speak.say('joint.invited', { owner: nameOf({ speak, organizations: scene.organizations }, a.ownerId) })),
        ...(seen ? [outline(scene, speak, a)] : []),
      ],
    })
  },
  answers: {
    accept: {
      label: 'joint.accept',
      style: 'primary',
      said: 'joint.acceptedBy',
      async does(turn, ask) {
        const a = await answered(turn, ask, 'accepted')
        if (!a) return {}
        return {
          views: [view(turn.language, [notice('good', turn.speak.say('joint.youAccepted')), ...partsOf(a, turn, false)])],
        }
      },
    },
    decline: {
      label: 'joint.decline',
      said: 'joint.declinedBy',
      // Why is asked once, and can be skipped.
      first: async (_turn, ask, { dialog }) => ({ begin: { form: 'joint.decline', args: { id: ask.id }, dialog } }),
      async does(turn, ask) {
        await answered(turn, ask, 'declined')
        return {}
      },
    },
  },
}

/** Keeps an organization's answer and tells the owner; the activity as the partner may see it now. */
async function answered(turn: Turn, ask: Ask, state: 'accepted' | 'declined'): Promise<Activity | null> {
  const a = await activitiesDb.byId(turn.db, centre(turn), ask.subject)
  if (!a) return null
  await activitiesDb.setPartner(turn.db, turn.network.id, a.id, ask.askedId, state)
  await recordPartner(turn, a, ask.askedId, state, ask.note)
  const owners = await writers(turn, [a.ownerId])
  await tell(turn, owners, language => {
    const speak = turn.voice(language)
    const organization = nameOf({ speak, organizations: turn.organizations }, ask.askedId)
    return view(language, [
      notice(
        state === 'accepted' ? 'good' : 'info',
        speak.say(state === 'accepted' ? 'joint.accepted' : 'joint.declined', {
          organization,
          title: speak.pick(a.title),
          reference: a.reference,
        }),
      ),
      ...(ask.note ? [text(speak.say('ask.note', { note: ask.note }))] : []),
    ])
  })
  return a
}

/** The record of what happened to one partner. */
export async function recordPartner(turn: Turn, a: Activity, organizationId: string, state: string, note: string | null): Promise<void> {
  await record(turn, turn.member.id, {
    entity: 'activity',
    id: a.id,
    action: `partner.${state}`,
    after: { organizationId, ...(note ? { note } : {}) },
  })
}

/** Invites every partner that is named and has not been asked; who was away when it ended is not asked any more. */
export async function inviteNamed(scene: Scene, a: Activity, by: string): Promise<void> {
  const { endsAt } = boundsOf(a.when, scene.network.settings.zone)
  if (a.lifecycle !== 'planned' || Temporal.Instant.compare(endsAt, scene.now) <= 0) return
  for (const p of await activitiesDb.partnersOf(scene.db, scene.network.id, a.id)) {
    if (p.state !== 'named') continue
    const asked = await put(scene, partnerQuestion, { ...toOrganization(p.organizationId), subject: a.id, expiresAt: endsAt })
    if (asked && asked.told.length === 0) await unreachable(scene, a, p.organizationId, by)
  }
}

/** Nobody of the invited organization can be written to: whoever invites them should know. */
async function unreachable(scene: Scene, a: Activity, organizationId: string, by: string): Promise<void> {
  const inviters = (await writers(scene, [...new Set(scene.organizations.map(o => o.id))])).filter(m => m.id === by)
  await tell(scene, inviters, language => {
    const speak = scene.voice(language)
    const organization = nameOf({ speak, organizations: scene.organizations }, organizationId)
    return view(language, [notice('warning', speak.say('joint.unreachable', { organization, title: speak.pick(a.title) }))])
  })
}

const accepted = async (scene: Scene, a: Activity): Promise<string[]> =>
  (await activitiesDb.partnersOf(scene.db, scene.network.id, a.id)).flatMap(p => (p.state === 'accepted' ? [p.organizationId] : []))

/** What of a change matters to partners: its time and its place. */
export async function tellOfChange(scene: Scene, before: Activity, after: Activity, by: string): Promise<void> {
  const moved = !same(before.when, after.when)
  const elsewhere = before.venue !== after.venue
  if (!moved && !elsewhere) return
  for (const ask of await openAbout(scene, after.id)) await redraw(scene, partnerQuestion, ask)
  const partners = (await writers(scene, await accepted(scene, after))).filter(m => m.id !== by)
  await tell(scene, partners, language => {
    const speak = scene.voice(language)
    const place = (venue: string | null) => (venue ? speak.venue(venue) : speak.say('joint.noPlace'))
    return view(language, [
      text(speak.say('joint.changed', { title: speak.pick(after.title), reference: after.reference }), 'strong'),
      facts([
        [
          speak.say('activity.when'),
          moved ? speak.say('joint.fromTo', { from: speak.when(before.when), to: speak.when(after.when) }) : null,
        ],
        [speak.say('activity.venue'), elsewhere ? speak.say('joint.fromTo', { from: place(before.venue), to: place(after.venue) }) : null],
      ]),
      actions([button(speak, 'activity.open', 'activity.open', { id: after.id })]),
    ])
  })
}

const openAbout = async (scene: Scene, activityId: string): Promise<Ask[]> =>
  (await asksDb.about(scene.db, scene.network.id, partnerQuestion.kind, activityId)).filter(ask => ask.state === 'open')

export async function tellOfWithdrawal(scene: Scene, a: Activity, by: string): Promise<void> {
  await close(scene, partnerQuestion, a.id)
  const partners = (await writers(scene, await accepted(scene, a))).filter(m => m.id !== by)
  await tell(scene, partners, language => {
    const speak = scene.voice(language)
    const owner = nameOf({ speak, organizations: scene.organizations }, a.ownerId)
    return view(language, [
      text(speak.say('activity.withdrawnTold', { organization: owner, reference: a.reference, title: speak.pick(a.title) })),
    ])
  })
}

/** Organizations that the owner names no more: those that accepted and those that were asked are told, by the title they know. */
export async function tellParted(
  scene: Scene,
  a: Activity,
  parted: readonly { organizationId: string; accepted: boolean }[],
  by: string,
): Promise<void> {
  for (const p of parted) {
    const asked = await close(scene, partnerQuestion, a.id, { to: toOrganization(p.organizationId) })
    if (!p.accepted && asked.length === 0) continue
    const members = (await writers(scene, [p.organizationId])).filter(m => m.id !== by)
    await tell(scene, members, language => {
      const speak = scene.voice(language)
      const owner = nameOf({ speak, organizations: scene.organizations }, a.ownerId)
      return view(language, [text(speak.say('joint.parted', { owner, title: speak.pick(a.title) }))])
    })
  }
}
