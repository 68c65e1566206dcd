/** The joint activities wing: partners invited and told, an activity handed over, two that are the same merged. */
import type { Scene } from '../dialogue/turn.ts'
import type { Event, Wing } from '../dialogue/wing.ts'
import { handOverForm, handOverPress } from './hand-over.ts'
import { inviteNamed, partnerQuestion, tellOfChange, tellOfWithdrawal, tellParted } from './invite.ts'
import { declineForm, inviteCommand, inviteForm, invitePress } from './invite-form.ts'
import { alikePress, mergeCommand, mergePress, mergeYesPress, nothingToMerge, sameQuestion, suggestSame } from './merge.ts'

async function onEvent(scene: Scene, event: Event): Promise<void> {
  switch (event.kind) {
    case 'activity.submitted':
      await inviteNamed(scene, event.activity, event.by)
      return suggestSame(scene, event.activity)
    case 'activity.changed':
      await tellParted(scene, event.activity, event.parted ?? [], event.by)
      await inviteNamed(scene, event.activity, event.by)
      await tellOfChange(scene, event.before, event.activity, event.by)
      return suggestSame(scene, event.activity)
    case 'activity.withdrawn':
      await tellOfWithdrawal(scene, event.activity, event.by)
      return nothingToMerge(scene, event.activity)
    case 'organization.answered':
    case 'calendar.changed':
    case 'zone.changed':
    case 'meeting.scheduled':
    case 'meeting.moved':
    case 'meeting.skipped':
    case 'member.joined':
    case 'member.left':
      return
    default:
      event satisfies never
  }
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
  events: [onEvent],
}
