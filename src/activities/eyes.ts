/** The centre's eyes, for what the bot does by itself: it sees every activity, and decides with them who is told what. */
import type { Scene } from '../dialogue/turn.ts'
import type { Reader } from '../model/people.ts'

export const centre = (scene: Pick<Scene, 'network' | 'now'>): Reader => ({
  networkId: scene.network.id,
  memberId: '',
  organizationId: '',
  roles: ['coordinator'],
  now: scene.now,
})
