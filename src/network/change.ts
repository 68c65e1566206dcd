/** Writes what this wing changed into the record: who, when, through what, before, after. */
import * as changes from '../../db/changes.ts'
import type { Scene } from '../dialogue/turn.ts'

export type Done = {
  entity: 'member' | 'account' | 'organization' | 'holiday' | 'hijri' | 'settings' | 'join'
  entityId: string
  action: string
  before?: Record<string, unknown> | null
  after?: Record<string, unknown> | null
}

/** `by` is the member who did it; null where the bot did it by itself, or the person is not (yet) a member. */
export async function record(scene: Scene, by: string | null, done: Done): Promise<void> {
  await changes.record(scene.db, {
    networkId: scene.network.id,
    id: scene.ids(),
    entity: done.entity,
    entityId: done.entityId,
    at: scene.now,
    memberId: by || null,
    forOrganizationId: null,
    through: scene.through,
    delivery: scene.delivery,
    action: done.action,
    before: done.before ?? null,
    after: done.after ?? null,
  })
}
