/** The joint activities wing: partners invited and told, an activity handed over, two that are the same merged. */
import type { OnEvents, Wing } from '../dialogue/wing.ts'
import { handOverForm, handOverPress } from './hand-over.ts'
import { inviteNamed, partnerQuestion, tellOfChange, tellOfWithdrawal, tellParted } from './invite.ts'
import { declineForm, inviteCommand, inviteForm, invitePress } from './invite-form.ts'
import { alikePress, mergeCommand, mergePress, mergeYesPress, nothingToMerge, sameQuestion, suggestSame } from './merge.ts'

const onEvents: OnEvents = {
  'activity.submitted': async (scene, event) => {
    await inviteNamed(scene, event.activity, event.by)
    await suggestSame(scene, event.activity)
  },
  'activity.changed': async (scene, event) => {
    await tellParted(scene, event.activity, event.parted ?? [], event.by)
    await inviteNamed(scene, event.activity, event.by)
    await tellOfChange(scene, event.before, event.activity, event.by)
    await suggestSame(scene, event.activity)
  },
  'activity.withdrawn': async (scene, event) => {
    await tellOfWithdrawal(scene, event.activity, event.by)
    await nothingToMerge(scene, event.activity)
  },
}

export const wing: Wing = {
  commands: { invite_partner: inviteCommand, merge: mergeCommand },
  forms: [inviteForm, declineForm, handOverForm],
  presses: {
    'joint.invite': invitePress,
    'joint.handOver': handOverPress,
    'joint.alike': alikePress,
    'joint.merge': mergePress,
    'joint.merge.yes': mergeYesPress,
  },
  asks: [partnerQuestion, sameQuestion],
  events: onEvents,
}
