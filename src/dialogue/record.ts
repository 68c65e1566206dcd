/** The record of changes, as every wing writes it: who did what to which thing, when, through what, before and after. */
import * as changes from '../../db/changes.ts'
import type { Scene, Turn } from './turn.ts'

/** The kinds of things whose changes are kept. The rows are found by them, so a name that is in use stays as it is. */
type Entity =
  | 'member'
  | 'account'
  | 'organization'
  | 'holiday'
  | 'hijri'
  | 'settings'
  | 'join'
  | 'activity'
  | 'clash'
  | 'priority'
  | 'edition'
  | 'message'
  | 'circular'
  | 'meeting'
  | 'action'
  | 'briefing'
  | 'agenda'
  | 'attendance'
  | 'minutes'
  | 'coverage'
  | 'outlet'
  | 'figure'
  | 'story'
  | 'workshop'
  | 'enrolment'
  | 'support'

/**
 * Adds a row, in the scene's transaction. `by` is the member who did it; null where the bot did it by itself, and null or empty where the person is not
 * (yet) a member. `for` is the organization it was done for, where that is not the member's own. `before` and `after` hold the thing as it was and as it
 * is, or what of it changed, and are kept as JSON says them: an instant as its text, what is undefined not at all.
 */
export async function record(
  scene: Scene,
  by: string | null,
  what: {
    entity: Entity
    id: string
    action: string
    before?: object | null
    after?: object | null
    for?: string | null
  },
): Promise<void> {
  await changes.record(scene.db, {
    networkId: scene.network.id,
    id: scene.ids(),
    entity: what.entity,
    entityId: what.id,
    at: scene.now,
    memberId: by || null,
    forOrganizationId: what.for ?? null,
    through: scene.through,
    delivery: scene.delivery,
    action: what.action,
    before: plain(what.before),
    after: plain(what.after),
  })
}

const plain = (o: object | null | undefined) => (o ? (JSON.parse(JSON.stringify(o)) as Record<string, unknown>) : null)

/** What `for` is where a thing belongs to an organization: that one, unless it is the person's own. */
export const unlessOwn = (turn: Pick<Turn, 'reader'>, organizationId: string | null): string | null =>
  organizationId === turn.reader.organizationId ? null : organizationId
