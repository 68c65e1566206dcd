/** What was saved, as it stands in the database, whoever may see it in chat. */
import * as activitiesDb from '../db/activities.ts'
import * as people from '../db/people.ts'
import type { TestHouse } from './house.ts'

/** An activity by its number, as the centre sees it. */
export async function stored(h: TestHouse, reference: string) {
  const network = await h.network()
  const coordinator = (await people.activeMembers(h.db, network, { role: 'coordinator' }))[0]
  if (!coordinator) throw new Error('no coordinator')
  const { id: memberId, organizationId, roles } = coordinator
  const now = await h.house.networkNow(network.id)
  return activitiesDb.byReference(h.db, { networkId: network.id, memberId, organizationId, roles, now }, reference)
}

/** The first number said in a text. */
export const referenceIn = (text: string): string => /A-\d{4}-\d{4}/.exec(text)?.[0] ?? ''
