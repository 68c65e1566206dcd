/** Who of the centre is on duty at an instant. */
import * as supportDb from '../../db/support.ts'
import { holders } from '../delivery/promise.ts'
import type { Scene } from '../dialogue/turn.ts'
import type { Member } from '../model/people.ts'
import type { Duty } from '../model/support.ts'

/** The one who was put on it last, as long as they coordinate; null where nobody is. */
export async function onDuty(scene: Scene): Promise<{ duty: Duty; member: Member } | null> {
  const coordinators = await holders(scene, 'coordinator')
  for (const duty of await supportDb.onDutyAt(scene.db, scene.network.id, scene.now)) {
    const member = coordinators.find(m => m.id === duty.memberId)
    if (member) return { duty, member }
  }
  return null
}
