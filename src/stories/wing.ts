/** The stories wing: what an activity changed for people, and the edition of achievements. */
import type { Wing } from '../dialogue/wing.ts'
import { editionPresses } from './edition.ts'
import { editForm, returnForm, storyForm } from './form.ts'
import { approvePress, withdrawPress } from './keep.ts'
import { listPresses, storiesCommand } from './list.ts'

export const wing: Wing = {
  commands: { stories: storiesCommand },
  forms: [storyForm, editForm, returnForm],
  presses: { ...listPresses, ...editionPresses, 'story.approve': approvePress, 'story.withdraw': withdrawPress },
}
