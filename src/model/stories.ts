/** Success stories: what an activity changed for people, and the edition of a month's achievements. */
import { z } from 'zod'
import type { Bilingual } from './people.ts'

/** `returned`: with the centre's note, for its owner to word anew; `withdrawn` is kept and no longer listed. */
export type StoryState = 'proposed' | 'returned' | 'approved' | 'withdrawn'

const bilingual = z.object({ ar: z.string().optional(), en: z.string().optional() })

/** What is told. `quote` is absent where its speaker has not agreed to its being shown to this reader. */
export const told = z.object({
  headline: bilingual,
  /** What changed for people. */
  change: bilingual,
  figure: z.string().nullable(),
  /** How the figure was counted: none stands without it. */
  figureHow: z.string().nullable(),
  quote: z.string().nullable(),
  quoteBy: z.string().nullable(),
  /** https. */
  picture: z.string().nullable(),
})
export type Told = z.infer<typeof told>

/** What an edition keeps of a story, with the names as they were. */
export const frozenStory = told.extend({
  version: z.literal(1),
  organization: bilingual,
  activity: z.object({ reference: z.string(), title: bilingual }).nullable(),
})
export type FrozenStory = z.infer<typeof frozenStory>

/** `month` is YYYY-MM: of the activity, or that in which it was told. */
export type Story = Told & {
  id: string
  organizationId: string
  activityId: string | null
  activity: { reference: string; title: Bilingual } | null
  month: string
  consent: boolean
  state: StoryState
  /** Why it was returned. */
  note: string | null
  proposedBy: string
  version: number
}
