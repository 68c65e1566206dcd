/** Who writes the coverage of an activity: whose it is and the centre all of it, a partner what it adds itself. */
import { mayWrite } from '../activities/submit.ts'
import type { Turn } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import type { Coverage } from '../model/coverage.ts'
import { holds } from '../model/people.ts'

type Of = Pick<Activity, 'ownerId' | 'partnerIds' | 'invitedIds'>

/** An organization that is a partner, and not only invited to be. */
const isPartner = (turn: Turn, a: Of): boolean => {
  const own = turn.reader.organizationId
  return holds(turn.reader, 'member') && a.partnerIds.includes(own) && !a.invitedIds?.includes(own)
}

export const mayCover = (turn: Turn, a: Of): boolean => mayWrite(turn, a.ownerId) || isPartner(turn, a)

/** A partner corrects and removes what the same person added. */
export const mayCorrect = (turn: Turn, a: Of, c: Pick<Coverage, 'recordedBy'>): boolean =>
  mayWrite(turn, a.ownerId) || (isPartner(turn, a) && c.recordedBy === turn.member.id)
