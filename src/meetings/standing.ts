/** How organizations stand to a meeting: who has answered, who still owes, and what each has in the window. */
import * as activitiesDb from '../../db/activities.ts'
import * as meetings from '../../db/meetings.ts'
import * as people from '../../db/people.ts'
import { holders } from '../delivery/promise.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Activity } from '../model/activity.ts'
import type { Member, Organization } from '../model/people.ts'
import { type Meeting, previousStart, windowOf } from './occurrences.ts'

export type Standing = {
  answered: { organization: Organization; how: meetings.Answered }[]
  /** Organizations that owe an answer, with those who can give it; nobody where no member holds the role. */
  owing: { organization: Organization; members: Member[] }[]
}

/** Whether an organization has to answer at all: the centre coordinates and owes nothing. */
export const owes = (o: Organization): boolean => o.active && !o.centre

export async function standing(scene: Scene, m: Meeting): Promise<Standing> {
  const since = await previousStart(scene, m)
  const { start, end } = windowOf(scene, m)
  const given = await meetings.answered(scene.db, scene.network.id, { meetingId: m.id, since, start, end })
  const members = await holders(scene, 'member')
  const out: Standing = { answered: [], owing: [] }
  for (const organization of scene.organizations.filter(owes)) {
    const how = given.find(g => g.organizationId === organization.id)
    if (how) out.answered.push({ organization, how })
    else out.owing.push({ organization, members: members.filter(x => x.organizationId === organization.id) })
  }
  return out
}

export async function answerOf(scene: Scene, m: Meeting, organizationId: string): Promise<meetings.Answered | null> {
  const since = await previousStart(scene, m)
  const { start, end } = windowOf(scene, m)
  const [given] = await meetings.answered(scene.db, scene.network.id, { meetingId: m.id, since, start, end, organizationId })
  return given ?? null
}

/** What an organization has in the meeting's window, as its own members see it. */
export function holdsInWindow(scene: Scene, m: Meeting, organizationId: string): Promise<Activity[]> {
  const reader = { networkId: scene.network.id, memberId: '', organizationId, roles: ['member' as const], now: scene.now }
  return activitiesDb.inWindow(scene.db, reader, windowOf(scene, m), { ownerId: organizationId })
}

/** The person who answered, for naming them. */
export const answerer = (scene: Scene, how: meetings.Answered): Promise<Member | null> =>
  people.member(scene.db, scene.network, how.memberId)

/** Of these members, those the bot can write to nowhere. */
export async function unreachable(scene: Scene, members: Member[]): Promise<Member[]> {
  const known = await people.reachable(
    scene.db,
    scene.network.id,
    members.map(m => m.id),
  )
  return members.filter(m => !known.some(k => k.memberId === m.id))
}
