/** Whose eyes the bot looks through when it does something by itself: the centre's, which see every activity, or those of an organization it writes to. */
import type { Scene } from '../dialogue/turn.ts'
import type { Reader } from '../model/people.ts'

export const centre = (scene: Pick<Scene, 'network' | 'now'>): Reader => ({
  networkId: scene.network.id,
  memberId: '',
  organizationId: '',
  roles: ['coordinator'],
  now: scene.now,
})

/** What an organization's members may see. */
export const eyesOf = (scene: Pick<Scene, 'network' | 'now'>, organizationId: string): Reader => ({
  ...centre(scene),
  organizationId,
  roles: ['member'],
})
