/** What happens in the house, as wings are told of it. */
import type { Temporal } from 'temporal-polyfill'
import type { Activity } from '../model/activity.ts'

/** Things that happened, told in the transaction that did them. */
export type Event =
  | { kind: 'activity.submitted'; activity: Activity; by: string }
  /** `before` as it stood; `parted` are partners that it named and names no more. */
  | {
      kind: 'activity.changed'
      activity: Activity
      by: string
      before: Activity
      parted?: readonly { organizationId: string; accepted: boolean }[]
    }
  | { kind: 'activity.withdrawn'; activity: Activity; by: string }
  /** Its owner says that it took place; `changed`: otherwise than it was planned. */
  | { kind: 'activity.completed'; activity: Activity; by: string; changed: boolean }
  | { kind: 'organization.answered'; organizationId: string; meetingId: string; memberId: string }
  /** It was made or changed, or is gone: what falls due for it is set anew. */
  | { kind: 'meeting.scheduled'; meetingId: string }
  /** `from` is when it was to be. `told`: everybody was told of the new rule, and only who was invited needs to know more. */
  | { kind: 'meeting.moved'; meetingId: string; from: Temporal.Instant; by: string; told?: boolean }
  | { kind: 'meeting.skipped'; meetingId: string; nextId: string | null; by: string; told?: boolean }
  | { kind: 'calendar.changed' }
  /** The network's wall clocks show another time at the same instant. */
  | { kind: 'zone.changed'; by: string }
  | { kind: 'member.joined'; memberId: string }
  | { kind: 'member.left'; memberId: string }
